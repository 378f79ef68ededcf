"""Write down what was translated from which text: one line a text, sorted, so that two people's lines merge."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from suluh.model.redaction import Edit
from suluh.model.unit import Change, Unit
from suluh.source import parse_yaml, read_text

FOLDER = "content/translations"
CHANGES = f"{FOLDER}/changes.yml"

_HEAD = """\
# What was translated from which source text, and who has read it. Written by 'build.py translations'; remarks stay.
"""
_HEAD_OF_CHANGES = """\
# How much the changes of source texts matter. Written by 'build.py translations mark'; remarks stay.
"""
_PLAIN = re.compile(r"[a-z][\w./#-]*")


def plan_records(root: Path, code: str, units: Mapping[str, Unit | None]) -> Edit | None:
    """Write down units of a language by their key; those that are nothing are taken out. Raises: Unreadable."""
    file = f"{FOLDER}/{code}.yml"
    before = _text(root, file)
    known = dict(_entries(file, before or ""))
    lines = {key: f"{_written(key)}: {_unit(unit)}\n" for key, unit in units.items() if unit is not None}
    for key, unit in units.items():
        remarks = "".join(re.findall(r"^#.*\n", known.get(key, ""), re.MULTILINE))
        if unit is None:
            known.pop(key, None)
        else:
            known[key] = remarks + lines[key]
    head = known.pop("", "") if before else _HEAD
    after = head + "".join(known[key] for key in sorted(known))
    return Edit(file, before, after) if after != before else None


def plan_changes(root: Path, changes: Iterable[Change]) -> Edit | None:
    """Declare how much some changes matter. Raises: Unreadable."""
    before = _text(root, CHANGES)
    rows = {
        f"- {{text: {one.text}, from: {one.before}, to: {one.after}, ": f'severity: {one.severity}, "on": {one.on}}}\n'
        for one in changes
    }
    known = (before or _HEAD_OF_CHANGES).splitlines(keepends=True)
    kept = [line for line in known if not line.startswith(tuple(rows))]
    after = "".join([*kept, *(change + told for change, told in rows.items())])
    return Edit(CHANGES, before, after) if after != before else None


def _text(root: Path, file: str) -> str | None:
    return read_text(root, root / file) if (root / file).is_file() else None


def _entries(file: str, text: str) -> Iterator[tuple[str, str]]:
    """Cut a file into its entries, each with the remarks above it; what stands before the first has no name."""
    if not text.strip():
        return
    document = parse_yaml(file, text)
    lines = text.splitlines(keepends=True)
    starts = {key: document.place((key,)).line - 1 for key in document.value or {}}
    begun = 0
    previous = ""
    for key, at in starts.items():
        first = at
        while (
            first > begun and lines[first - 1].startswith("#") and (previous or lines[first - 2 : first - 1] == ["\n"])
        ):
            first -= 1
        yield previous, "".join(lines[begun:first])
        previous, begun = key, first
    yield previous, "".join(lines[begun:])


def _written(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else f'"{key}"'


def _unit(unit: Unit) -> str:
    parts = [f"state: {unit.state}", f"source_digest: {unit.source_digest}"]
    parts += [f"facts_digest: {unit.facts_digest}"] if unit.facts_digest else []
    parts += [f"text_digest: {unit.text_digest}"] if unit.text_digest else []
    parts += [f"by: [{', '.join(unit.by)}]"] if unit.by else []
    parts += [f'"on": {unit.on.isoformat()}'] if unit.on else []
    return "{" + ", ".join(parts) + "}"
