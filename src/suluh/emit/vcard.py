"""A contact card of an organisation, as old and new phones read it: vCard 3.0."""

from collections.abc import Iterator

from suluh.model.entry import Entry
from suluh.model.ids import organisation_id

_OCTETS = 75
"""A line that is longer is folded."""

_CONTINUES = 0b10
"""The first two bits of an octet that is not the first of a character."""


def contact_card(entry: Entry, address: str, site: str) -> bytes:
    """Write the card of an organisation, whose page stands at an address of a site. It says nothing of any person."""
    return b"".join(_folded(line) + b"\r\n" for line in _lines(entry, address, site))


def _lines(entry: Entry, address: str, site: str) -> Iterator[str]:
    name = _escaped(entry.card.name.text)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:urn:uuid:{organisation_id(address.removesuffix(entry.card.route), entry.id)}"
    yield f"FN:{name}"
    yield f"N:{name};;;;"  # must be there; old phones show no other name
    yield f"ORG:{name}"
    yield "X-ABSHOWAS:COMPANY"  # else some phones show both names
    yield from (f"TEL;TYPE=VOICE:{number}" for number in dict.fromkeys(line.number for line in entry.lines))
    yield from (f"EMAIL;TYPE=INTERNET:{_escaped(mail.address)}" for mail in entry.mails)
    yield f"URL:{_line(address)}"
    if entry.website:
        yield f"URL:{_line(entry.website.address)}"
    yield f"NOTE:{_escaped(_note(entry, site))}"
    yield "END:VCARD"


def _note(entry: Entry, site: str) -> str:
    """Say who says so, where it was read and when somebody checked, without words: those would need a language."""
    checked = entry.card.verified_on if entry.card.state == "verified" else None
    return f"{site}: {entry.source}, {entry.dated}" + (f" ✓ {checked.isoformat()}" if checked else "")


def _line(text: str) -> str:
    """Keep a text on one line. What breaks lines for some program breaks none here."""
    return " ".join(" ".join(text.splitlines()).split())


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return _line(text)


def _folded(line: str) -> bytes:
    """Fold a line between characters: some phones read each piece by itself."""
    rest, pieces, room = line.encode(), [], _OCTETS
    while len(rest) > room:
        end = room
        while rest[end] >> 6 == _CONTINUES:
            end -= 1
        pieces.append(rest[:end])
        rest, room = rest[end:], _OCTETS - 1
    return b"\r\n ".join((*pieces, rest))
