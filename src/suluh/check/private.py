"""What no file that enters may hold: what leads to a person or a place; see the handbook, "Safety"."""

import re
from collections.abc import Callable, Iterator, Mapping

from suluh.check import lines
from suluh.check.names import names_in
from suluh.check.numbers import Hit, is_mobile, numbers_in
from suluh.check.telling import may_hold
from suluh.check.whereabouts import pairs_in, places_in, streets_in
from suluh.model.raw import GPS, TOO_LARGE, UNKNOWN, Found, RawFile
from suluh.problem import Place, Problem, error
from suluh.source import LARGEST

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u060c\uff0c", ","),
        "\u066b": ".",
        "\uff08": "(",
        "\uff09": ")",
    }
)
"""Signs that look like those of ASCII, or stand for them in another script."""

_ADDRESS = re.compile(r"https?://[!#-&*+./0-:=?-Z_a-z~%\-]+", re.IGNORECASE)
_DRAWINGS = (".svg", ".html", "/map.yml")
_DRAWN = re.compile(
    r"""(?:\b(?:d|path|points|values|viewBox|key\w+|\w*[tT]ransform)\s*[=:]\s*)(["'])[\w\s,.+\-();%]*\1"""
)
_PACKED = re.compile(r"\bdata:[\w/+.\-]+;base64,[\w+/=\-]*")

_NUMBER = re.compile(r"""\bnumber:[ ]*(["'])(\+[1-9]\d{6,14}|\d{3,5})\1""", re.ASCII)
_MAY_STAND = (
    (re.compile(r"content/facts/.*\.yml|directory/.*\.yml|campaigns/targets/.*\.yml"), _NUMBER),
    (re.compile(r"directory/.*\.yml"), re.compile(r"\baddress:[ ]*[^@\s,}]+@[^@\s,}]+")),
    (re.compile(r"campaigns/targets/.*\.yml"), re.compile(r"""\baddress:[ ]*(?:"[^"]*"|[^,}"']+)""")),  # of an office
    (re.compile(r"content/site\.yml"), re.compile(r"^feedback:[ ]*.*$")),
    (re.compile(r"content/allowed\.yml"), re.compile(r"""\bwhat:[ ]*(?:"[^"]*"|'[^']*'|[^\s,}"'][^,}]*)""")),
)
"""Values that the model holds to their form, or that something else decides on, by the files that they stand in."""

_TOLD: Mapping[str, Callable[[Place], Problem]] = {
    "identity": lambda place: error(place, "private/identity",
                                    "This looks like the number of a card, a file or an account.",
                                    "Take it out, everywhere."),
    "passport": lambda place: error(place, "private/passport", "This looks like the number of a passport.",
                                    "Take it out, everywhere."),
    "mobile": lambda place: error(place, "private/mobile", "This looks like a person's own mobile number.",
                                  "Take it out. A line for the public is a fact, known from two sources."),
    "phone": lambda place: error(place, "private/phone", "This looks like a phone number.",
                                 "Write lines in content/facts/ and name them in 'lines:'."),
    "place": lambda place: error(place, "private/place", "This tells a place to the metre.",
                                 "Take it out. Nothing finer than a state may stand here."),
    "street": lambda place: error(place, "private/street", "This looks like an address.",
                                  "Take it out. Nothing finer than a state may stand here."),
    "email": lambda place: error(place, "private/email", "This looks like an e-mail address.",
                                 "Name the organisation instead."),
    "own-email": lambda place: error(place, "private/email", "This looks like a person's own e-mail address.",
                                     "Take it out, everywhere."),
    "handle": lambda place: error(place, "private/handle", "This looks like somebody's handle.", "Take it out."),
    "folder": lambda place: error(place, "private/folder", "This names a folder on somebody's computer.",
                                  "Take it out."),
    "packed": lambda place: error(place, "private/packed", "A file is packed into this text.",
                                  "Put it beside the text as a file of its own."),
    GPS: lambda place: error(place, "private/position", "This picture tells where it was taken.",
                             "Treat it as a leak: delete it from every copy, then save it without that; see 'Safety'."),
    UNKNOWN: lambda place: error(place, "private/unknown", "Nobody can look into this file.",
                                 "Save it as text, as a picture or as an Opus recording, or take it out."),
    TOO_LARGE: lambda place: error(place, "private/size",
                                   f"This file has more than {LARGEST:,} bytes, too many to look into.",
                                   "Make it smaller, or take it out."),
}  # fmt: skip


def private_in(raw: RawFile) -> Iterator[Found]:
    """No file that enters, in its text or hidden behind it, leads to a person or to a place."""
    for mark in raw.marks:
        place = Place(raw.file)
        yield Found(_TOLD[mark](place) if mark in _TOLD else _hidden(place, mark), mark)
    text = raw.text or ""
    for kind, begin, end in sorted(_apart(_hits(raw.file, text)), key=lambda hit: hit[1]):
        place = Place(raw.file, text.count("\n", 0, begin) + 1, begin - text.rfind("\n", 0, begin))
        yield Found(_TOLD[kind](place), text[begin:end].strip())


def _hidden(place: Place, mark: str) -> Problem:
    return error(place, "private/metadata", f"Something is hidden in this file: {mark}.",
                 "Save it again without that; see the handbook, 'Safety'.")  # fmt: skip


def _hits(file: str, text: str) -> Iterator[Hit]:
    """Find whatever looks private, the surest first: in the whole text what goes over its lines, then in each line."""
    if not may_hold(text):
        return
    if ";base64," in text:
        yield from (("packed", *match.span()) for match in _PACKED.finditer(text))
    if file.endswith(_DRAWINGS):
        text = _DRAWN.sub(_blank, text)
    yield from pairs_in(text)
    start = 0
    for written in text.split("\n"):
        if may_hold(written):
            line = lines.read(written)
            for kind, begin, end in _hits_in_line(file, line.plain.translate(_ALIKE)):
                yield kind, start + line.starts[begin], start + line.ends[end - 1]
        start += len(written) + 1


def _hits_in_line(file: str, line: str) -> Iterator[Hit]:
    if file.startswith("directory/"):
        yield from (("mobile", *match.span(2)) for match in _NUMBER.finditer(line) if is_mobile(match[2]))
    for files, may_stand in _MAY_STAND:
        if files.fullmatch(file):
            line = may_stand.sub(_blank_unless_remark, line)
    yield from places_in(line)
    yield from names_in(line)
    bare = _ADDRESS.sub(_blank, line)
    yield from numbers_in(bare)
    yield from streets_in(bare)


def _blank_unless_remark(match: re.Match[str]) -> str:
    """Blank what may stand here, if it is no remark: nothing holds remarks to a form."""
    return match[0] if "#" in match.string[: match.start()] else _blank(match)


def _blank(match: re.Match[str]) -> str:
    return "/" * len(match[0])


def _apart(hits: Iterator[Hit]) -> Iterator[Hit]:
    """Keep the first of those that lie over each other."""
    taken: list[tuple[int, int]] = []
    for kind, begin, end in hits:
        if all(end <= start or begin >= stop for start, stop in taken):
            taken.append((begin, end))
            yield kind, begin, end
