"""Put answers into words: what is due, what leans on a fact, what changed; for a terminal, as a comment, or as data."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from suluh.model.change import Change, Changes, Found, Kind
from suluh.model.leaning import Due, Leaning


def due_as_text(due: Sequence[Due]) -> str:
    """Write what is due in columns: the day, what it is about, what is to be done, and where it stands."""
    rows = [(one.day.isoformat(), one.name, one.said, f"{one.place.file}:{one.place.line}") for one in due]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return "\n".join("  ".join((*map(str.ljust, row[:3], widths), row[3])) for row in rows)


def due_as_json(due: Iterable[Due]) -> str:
    """Write what is due as a JSON list of objects with day, kind, id, why, text, file, line."""
    return _json(
        {
            "day": one.day.isoformat(),
            "kind": one.kind,
            "id": one.name,
            "why": one.why,
            "text": one.said,
            "file": one.place.file,
            "line": one.place.line,
        }
        for one in due
    )


def leaning_as_text(leaning: Iterable[Leaning]) -> str:
    """Write the places that lean on a fact, those of each part under its name."""
    groups = groupby(leaning, key=lambda one: "facts" if one.kind == "fact" else f"{one.kind} {one.name}")
    return "\n\n".join("\n".join((head, *map(_line, places))) for head, places in groups)


def _line(one: Leaning) -> str:
    said = f"{one.name}, {one.said}" if one.kind == "fact" else one.said
    through = f" (through {', '.join(one.through)})" if one.through else ""
    return f"  {one.place.file}:{one.place.line}  {said}{through}"


def leaning_as_json(leaning: Iterable[Leaning]) -> str:
    """Write the places as a JSON list of objects with kind, name, file, line, column, language, through, text."""
    return _json(
        {
            "kind": one.kind,
            "name": one.name,
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
            "language": one.language,
            "through": list(one.through),
            "text": one.said,
        }
        for one in leaning
    )


def leaning_in_short(leaning: Sequence[Leaning]) -> str:
    """Count the places, and in how many files and languages they are."""
    files, languages = {one.place.file for one in leaning}, {one.language for one in leaning if one.language}
    spoken = f", {_many(languages, 'language')}" if languages else ""
    return f"{_many(leaning, 'place')} in {_many(files, 'file')}{spoken}."


def _many(things: Sequence[object] | set[str], word: str) -> str:
    return f"{len(things):,} {word}{'' if len(things) == 1 else 's'}"


_KINDS: dict[Kind, str] = {
    "phone": "Phone numbers",
    "bank": "Bank accounts",
    "email": "E-mail addresses",
    "link": "Links",
    "address": "Postal addresses",
}
_NOTHING = "No contact detail changed."
_MOVED, _UNSEEN = "Only moved", "Changed, and cannot be looked into"
_MANY = 100  # rows of one table in a comment, which has its limits
_LONG = 1000  # signs of one value: longer ones take long to be held against each other
_SIGN = re.compile(r"\[U\+[0-9A-F]{4,6}\]|.", re.DOTALL)  # one that cannot be seen is written by its name
MARKER = "<!-- suluh-changes -->"
"""Tells a program which comment of a pull request is its own, so that it can write it anew."""


def changes_as_text(found: Changes) -> str:
    """Write what changed, kind by kind; what differs stands in square brackets."""
    parts = [f"{title}\n{rows}" for kind, title in _KINDS.items()
             if (rows := "\n".join(map(_change, (one for one in found.changes if one.kind == kind))))]  # fmt: skip
    parts += [] if parts else [_NOTHING]
    moved = "\n".join(f"  {_from_to(one, _plain)}  {_values(one, _plain)}{_note(one)}" for one in found.moved)
    parts += [f"{_MOVED}\n{moved}"] if moved else []
    parts += ["\n".join((_UNSEEN, *(f"  {_plain(name)}" for name in found.unseen)))] if found.unseen else []
    return "\n\n".join(parts)


def changes_as_markdown(found: Changes) -> str:
    """Write what changed as a comment on a pull request; what differs is bold. No value can be more than text there."""
    parts = [MARKER, "## Contact details"]
    parts += list(_tables(found)) or [_NOTHING]
    moved = [f"- {_from_to(one, _code)}: {_values(one, _code)}{_note(one)}" for one in found.moved]
    parts += [f"### {_MOVED}", _at_most(moved)] if moved else []
    parts += [f"### {_UNSEEN}", _at_most([f"- {_code(name)}" for name in found.unseen])] if found.unseen else []
    if found.needs_a_second_person:
        parts.append(
            "**What to do.** Compare each of these with its source, sign by sign. Call each number and open each link "
            "before you say yes. Then a second person does the same: not you, and not the one who wrote it."
        )
    return "\n\n".join(parts)


def changes_as_json(found: Changes) -> str:
    """Write what changed as a JSON object with base, second_person, changes, moved, unseen."""
    rows = {"changes": [*map(_change_as_data, found.changes)], "moved": [*map(_change_as_data, found.moved)]}
    unseen = [_plain(name) for name in found.unseen]
    whole = {"base": found.base, "second_person": found.needs_a_second_person, **rows, "unseen": unseen}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def changes_in_short(found: Changes) -> str:
    """Count the changes."""
    counted = f"Changed: {len(found.changes)}. Moved: {len(found.moved)}. Not looked into: {len(found.unseen)}."
    return f"{counted} Compared with {found.base[:10]}."


CHANGES: dict[str, Callable[[Changes], str]] = {
    "text": changes_as_text,
    "markdown": changes_as_markdown,
    "json": changes_as_json,
}


def _change(one: Change) -> str:
    return f"  {_where(one.after or one.before, _plain)}  {one.what}: {_values(one, _plain)}{_note(one)}"


def _tables(found: Changes) -> Iterator[str]:
    for kind, title in _KINDS.items():
        rows = [f"| {_marked(one.before, one.after, _code)} | {_marked(one.after, one.before, _code)} "
                f"| {_where(one.after or one.before, _code)} | {one.what}{_note(one)} |"
                for one in found.changes if one.kind == kind]  # fmt: skip
        if rows:
            yield f"### {title}\n\n| Before | Now | Where | What |\n|---|---|---|---|\n{_at_most(rows)}"


def _at_most(rows: Sequence[str]) -> str:
    more = f"\n\n**And {len(rows) - _MANY:,} more.** `build.py changes` shows them all." if len(rows) > _MANY else ""
    return "\n".join(rows[:_MANY]) + more


def _values(one: Change, write: Callable[[str], str]) -> str:
    if one.before and one.after and one.what == "changed":
        return f"{_marked(one.before, one.after, write)} -> {_marked(one.after, one.before, write)}"
    return _marked(one.after or one.before, None, write)


def _from_to(one: Change, write: Callable[[str], str]) -> str:
    return f"{_where(one.before, write)} -> {_where(one.after, write)}"


def _where(found: Found | None, write: Callable[[str], str]) -> str:
    return write(f"{found.place.file}:{found.place.line}") if found else ""


def _note(one: Change) -> str:
    return f" ({one.note.removesuffix('.')})" if one.note else ""


def _marked(found: Found | None, other: Found | None, write: Callable[[str], str]) -> str:
    """Write a value, and mark what in it differs from another, unless most does."""
    if found is None:
        return ""
    signs = _SIGN.findall(found.shown)
    differs = _differing(signs, _SIGN.findall(other.shown)) if other else []
    if sum(differs) * 2 > len(differs) or not any(differs):
        return write(found.shown)
    groups = groupby(zip(differs, signs, strict=True), key=itemgetter(0))
    pieces = [(marked, write("".join(sign for _, sign in piece))) for marked, piece in groups]
    begin, end = ("**", "**") if write is _code else ("[", "]")
    return "".join(f"{begin}{piece}{end}" if marked else piece for marked, piece in pieces)


def _differing(signs: Sequence[str], others: Sequence[str]) -> list[bool]:
    """Tell of each sign whether it differs; of very many, that all do."""
    if len(signs) == len(others):
        return [one != two for one, two in zip(signs, others, strict=True)]
    differs = [True] * len(signs)
    if max(len(signs), len(others)) > _LONG:
        return differs
    for block in SequenceMatcher(None, signs, others, autojunk=False).get_matching_blocks():
        differs[block.a : block.a + block.size] = [False] * block.size
    return differs


def _plain(text: str) -> str:
    """Write a text so that it does nothing to a terminal and hides nothing."""
    return "".join(" " if unicodedata.category(sign) == "Zs" else sign if sign.isprintable() else _named(sign)
                   for sign in text)  # fmt: skip


def _code(text: str) -> str:
    """Write a text as code in Markdown, which nothing in it can end."""
    safe = "".join(_named(sign) if sign in "`|" else sign for sign in _plain(text))
    return f"` {safe} `" if safe.startswith(" ") and safe.endswith(" ") and safe.strip() else f"`{safe}`"


def _named(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


def _change_as_data(one: Change) -> dict[str, object]:
    return {
        "kind": one.kind,
        "what": one.what,
        "file": _plain(one.file),
        "line": one.place.line,
        "before": _found_as_data(one.before),
        "after": _found_as_data(one.after),
        "note": one.note,
    }


def _found_as_data(found: Found | None) -> dict[str, object] | None:
    if found is None:
        return None
    place = found.place
    return {
        "value": found.value,
        "text": found.shown,
        "file": _plain(place.file),
        "line": place.line,
        "column": place.column,
    }


def _json(rows: Iterable[dict[str, object]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=1)
