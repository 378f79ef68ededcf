"""Read what a translator brings back: a PO file, or XLIFF."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from suluh.model.translating import Brought, Return
from suluh.problem import Place, Problem, error

LARGEST = 20_000_000  # bytes; all texts of our site have under two million
_XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"
_WAS = re.compile(r"was=([a-p]{12})")
_LANGUAGE = re.compile(rb'^"Language: ([A-Za-z_-]+)', re.MULTILINE)


def read_returned(path: Path) -> Return:
    """Read a file by its ending. What cannot be read is told, and nothing of it is taken. Raises: OSError."""
    if path.stat().st_size > LARGEST:
        return _nothing(
            path, 1, "This file is too large to hold the texts of a site.", "Bring back the file that was handed out."
        )
    data = path.read_bytes()
    match path.suffix.lower():
        case ".po":
            return _po(path, data)
        case ".xlf" | ".xliff":
            return _xliff(path, data)
        case _:
            return _nothing(path, 1, "This is neither PO nor XLIFF.", "Name a file that ends in .po or .xlf.")


def _nothing(path: Path, line: int, said: str, hint: str) -> Return:
    return Return("", (), (error(Place(path.name, line), "import/file", said, hint),))


def _po(path: Path, data: bytes) -> Return:
    try:
        data.decode("utf-8")
        catalog = read_po(BytesIO(data), abort_invalid=True)
    except UnicodeDecodeError:
        return _nothing(path, 1, "This file is not UTF-8 text.", "Save it again with the encoding 'UTF-8'.")
    except PoFileError as fault:
        said = f"From here on this is not PO that can be read: {fault}."
        return _nothing(path, fault.lineno + 1, said, "Mend this line, or save it again with Poedit.")
    except (ValueError, TypeError) as fault:
        return _nothing(path, 1, f"This is not PO that can be read: {fault}.", "Save it again with Poedit.")
    language = _LANGUAGE.search(data)
    messages = [one for one in catalog if one.id]
    return Return(
        language[1].decode().replace("_", "-") if language else "",
        tuple(_of_message(one) for one in messages if not one.pluralizable),
        tuple(_plural(path, one) for one in messages if one.pluralizable),
    )


def _of_message(one: Message) -> Brought:
    was = next((match[1] for match in map(_WAS.fullmatch, one.auto_comments) if match), "")
    return Brought(one.context or "", str(one.string), str(one.id), was, sure=not one.fuzzy, line=one.lineno or 1)


def _plural(path: Path, one: Message) -> Problem:
    return error(Place(path.name, one.lineno or 1), "import/plural", "This entry has plural forms; no text has.",
                 "Take it over from the file that was handed out.")  # fmt: skip


def _xliff(path: Path, data: bytes) -> Return:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return _nothing(path, 1, "This file defines entities of its own.", "Save it again without them.")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 (it may define no entities)
    except ElementTree.ParseError as fault:
        return _nothing(path, fault.position[0], "From here on this is not XML.", "Mend this line, or save it again.")
    file = root.find(f"{_XLIFF}file")
    if file is None:
        return _nothing(path, 1, "This is not XLIFF 1.2.", "Save it as XLIFF 1.2.")
    lines = {match[1].decode(): data.count(b"\n", 0, match.start()) + 1 for match in _IDS.finditer(data)}
    return Return(file.get("target-language", ""), tuple(_of_units(root, lines)))


_IDS = re.compile(rb'<trans-unit\b[^>]*\bid="([^"]*)"')


def _of_units(root: ElementTree.Element, lines: dict[str, int]) -> Iterator[Brought]:
    for unit in root.iter(f"{_XLIFF}trans-unit"):
        source, target = unit.find(f"{_XLIFF}source"), unit.find(f"{_XLIFF}target")
        key = unit.get("id", "")
        notes = " ".join("".join(note.itertext()) for note in unit.iter(f"{_XLIFF}note"))
        was = _WAS.search(notes)
        done = unit.get("approved") == "yes" or (target is not None and target.get("state") in ("final", "signed-off"))
        yield Brought(key, _said(target), _said(source), was[1] if was else "", done, lines.get(key, 1))


def _said(element: ElementTree.Element | None) -> str:
    return "".join(element.itertext()) if element is not None else ""
