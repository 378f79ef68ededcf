"""What stands where an entry has been taken away: a line of `directory/gone.yml`, and nothing in it but id and day."""

from datetime import date
from typing import Any

from suluh.edit.cutting import Uncut, end_of_item, start_of_item
from suluh.source import Unreadable, parse_yaml

_HEAD = "# What was taken out of the directory, and since when. Never why, and never who it was.\n"


def with_tombstone(text: str | None, name: str, day: date) -> str:
    """Add the line of an entry where it belongs by its id. Raises: Uncut, where the file is no list in lines."""
    line = f"- {{id: {_quoted(name)}, since: {day.isoformat()}}}\n"
    value = parse_yaml("", text).value if text else None
    if not text or value is None:
        return _ended(text or _HEAD) + line
    if not isinstance(value, tuple):
        raise Uncut
    before = [index for index, one in enumerate(value) if _id(one) < name]
    at = end_of_item(text, before[-1]) if before else start_of_item(text, 0)
    return _ended(text[:at]) + line + text[at:]


def ids(value: Any) -> dict[str, date | None]:
    """Give the ids in the list of what is gone, with their days."""
    listed = value if isinstance(value, tuple) else ()
    since = {_id(one): one.get("since") for one in listed if isinstance(one, dict)}
    return {name: day if isinstance(day, date) else None for name, day in since.items()}


def _id(one: Any) -> str:
    if not isinstance(one, dict):
        raise Uncut
    return str(one.get("id"))


def _quoted(name: str) -> str:
    """Put an id in quotes where YAML would read it as something else."""
    try:
        return name if parse_yaml("", name).value == name else f'"{name}"'
    except Unreadable:
        return f'"{name}"'


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
