"""Put answers into words: what is due, and what leans on a fact; for a terminal, or as data."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

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


def _json(rows: Iterable[dict[str, object]]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=1)
