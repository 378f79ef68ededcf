"""Plan how an entry is taken out of the directory: what is cut, what stays for a person, what stands against it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from suluh.edit.cutting import Uncut, comment_above, cut
from suluh.edit.mentions import mentions, signs_of
from suluh.edit.reading import Written, read_everything, scalars
from suluh.edit.tombstone import ids, with_tombstone
from suluh.edit.writing import obstacles
from suluh.model.prose import CITATION, PLACEHOLDER
from suluh.model.redaction import GONE, Edit, Left, Redaction
from suluh.problem import Place, Problem, did_you_mean, error, in_order
from suluh.source import Document, KeyPath, Unreadable, parse_yaml

_ENTRIES = "directory/organisations"
_LISTS = {"campaigns/*/campaign.yml": "endorsers", f"{_ENTRIES}/*.yml": "networks"}
_PATHWAYS = "content/pathways/*/pathway.yml"
_READ = (".md", ".yml")


def plan_redaction(root: Path, name: str, day: date) -> Redaction:
    """Work out every change that takes an entry out, and what is left to do by hand. Nothing is written."""
    written = read_everything(root)
    entry, gone = f"{_ENTRIES}/{name}.yml", ids(written.value(GONE))
    there = entry in written.files
    if not there and name not in gone:
        hint = did_you_mean(name, _known(written))
        return Redaction(name, unknown=f"There is no organisation '{name}'. {hint}".rstrip())
    if written.problems:
        return Redaction(name, problems=tuple(in_order(written.problems)))
    plan = _Plan(written, name, entry)
    plan.cut_lists()
    if name not in gone:
        plan.add_tombstone(day)
    if there:
        plan.edits.append(Edit(entry, written.texts[entry], None))
    plan.look_for_the_rest()
    problems = in_order([*plan.problems, *obstacles(root, plan.edits)])
    since = None if there else gone[name] or day
    return Redaction(name, tuple(plan.edits), tuple(sorted(set(plan.left))), tuple(problems), gone=since)


def _known(written: Written) -> list[str]:
    return [PurePosixPath(file).stem for file in written.files if PurePosixPath(file).match(f"{_ENTRIES}/*.yml")]


class _Plan:
    """What becomes of each file, in the order in which it is written: the entry goes last, when all else is done."""

    def __init__(self, written: Written, name: str, entry: str) -> None:
        self.written, self.name, self.entry = written, name, entry
        self.edits: list[Edit] = []
        self.left: list[Left] = []
        self.problems: list[Problem] = []

    def cut_lists(self) -> None:
        """Take the entry out of every list of organisations, and of those who signed."""
        for file, document in self.written.documents.items():
            found = next(_naming(file, document.value, self.name), None)
            if found is None or file == self.entry:
                continue
            text = self.written.texts[file]
            try:
                after, left = _without(document, text, self.name)
            except (Uncut, Unreadable):
                self.problems.append(_unclear(document.place((*found[0], found[1])), "take it out of the list"))
                continue
            self.edits.append(Edit(file, text, after))
            self.left += left

    def add_tombstone(self, day: date) -> None:
        """Say that the entry is gone, and since when."""
        before = self.written.texts.get(GONE)
        try:
            after = with_tombstone(before, self.name, day)
        except Uncut:
            self.problems.append(_unclear(Place(GONE), "write one line, beginning with '- ', for each entry"))
        else:
            self.edits.append(Edit(GONE, before, after))

    def look_for_the_rest(self) -> None:
        """Find what only a person can mend, in the files as they will be."""
        after = {edit.file: edit.after or "" for edit in self.edits}
        texts = {file: text for file, text in (self.written.texts | after).items() if file != self.entry}
        said = self.written.value(self.entry)
        signs = signs_of(self.name, said, id_alone=not self._shared())
        self.left += mentions(texts, signs)
        self.left += _of_no_use(self.written, self.entry, texts)
        beside = re.compile(
            rf"(?:.*/)?{re.escape(self.name)}(?![A-Za-z0-9])[^/]*|directory/.*/{re.escape(self.name)}/.*"
        )
        found = (file for file in self.written.files if not file.endswith(_READ) and beside.fullmatch(file))
        self.left += (Left(Place(file), "a file that is named like it: does it belong to it?") for file in found)

    def _shared(self) -> bool:
        """Tell whether something else has the same id, so that the id alone says nothing."""
        return any(
            path[-1:] == ("id",) and value == self.name
            for file, document in self.written.documents.items()
            if file != GONE
            for path, value in scalars(document.value)
        )


def _unclear(place: Place, hint: str) -> Problem:
    said = "This is written in a way in which nothing can be changed for sure without touching the rest."
    return error(place, "edit/form", said, f"By hand, {hint}; then type the command again.")


def _naming(file: str, value: Any, name: str) -> Iterator[tuple[KeyPath, int]]:
    """Give every list of a record that names an organisation: the way to it, and where in it."""
    for path, items in _lists(file, value if isinstance(value, dict) else {}):
        for index, item in enumerate(items if isinstance(items, tuple) else ()):
            if (item.get("org") if isinstance(item, dict) else item) == name:
                yield path, index


def _lists(file: str, value: dict[str, Any]) -> Iterator[tuple[KeyPath, Any]]:
    path = PurePosixPath(file)
    yield from (((key,), value.get(key)) for pattern, key in _LISTS.items() if path.match(pattern))
    nodes = value.get("nodes") if path.match(_PATHWAYS) else None
    for step, node in nodes.items() if isinstance(nodes, dict) else ():
        if isinstance(node, dict):
            yield ("nodes", step, "organisations"), node.get("organisations")


def _without(document: Document, text: str, name: str) -> tuple[str, list[Left]]:
    """Take an organisation out of a record. That nothing else is said afterwards is held against what was said before.

    Raises: Uncut, Unreadable.
    """
    left, wanted = list[Left](), document.value
    while found := next(_naming(document.file, wanted, name), None):
        comment = comment_above(text, *found)
        if comment:
            left.append(Left(Place(document.file, comment), "a remark above what is taken out: does it still hold?"))
        text, wanted = cut(text, *found), _less(wanted, *found)
        now = parse_yaml(document.file, text)
        if now.value != wanted:
            raise Uncut
        if found[0][0] == "nodes" and not _at(wanted, found[0]):
            place = Place(document.file, now.place(found[0]).line)
            left.append(Left(place, "a step that names no organisation any more: does it still lead to help?"))
    return text, left


def _at(value: Any, path: KeyPath) -> Any:
    for step in path:
        value = value[step]
    return value


def _less(value: Any, path: KeyPath, index: int) -> Any:
    if not path:
        return (*value[:index], *value[index + 1 :])
    return {**value, path[0]: _less(value[path[0]], path[1:], index)}


def _of_no_use(written: Written, entry: str, texts: Mapping[str, str]) -> Iterator[Left]:
    """Find the sources and the facts that nothing but the entry names."""
    said = scalars(written.value(entry))
    own = {value for path, value in said if path[:1] == ("lines",) or "source" in path}
    own -= {name for file, text in texts.items() if file.endswith(".md") for name in _named_in_prose(text)}
    for file, document in written.documents.items():
        if file != entry:
            own -= {value for path, value in scalars(document.value) if path[-1:] != ("id",) or "source" in path}
    for file, document in written.documents.items():
        if file.startswith("content/facts/"):
            for path, value in scalars(document.value):
                if path[1:] == ("id",) and value in own:
                    place = Place(file, document.place(path).line)
                    yield Left(place, f"'{value}', which nothing else named: delete it, if it is of no use now")


def _named_in_prose(text: str) -> Iterator[str]:
    return (match[1] for pattern in (PLACEHOLDER, CITATION) for match in pattern.finditer(text))
