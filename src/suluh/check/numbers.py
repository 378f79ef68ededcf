"""Numbers that lead to a person: phones, cards, files, passports. They are looked for in plain lines."""

import re
from collections.abc import Iterator
from datetime import date

Hit = tuple[str, int, int]
"""What was found, and from where to where it stands."""

_GAP = r"[ .()\-]{0,3}"
_BEFORE = r"(?<![A-Za-z0-9_+])(?<!\d[.\-])"
_AFTER = r"(?![A-Za-z0-9_])"

_MOBILE = re.compile(
    rf"(?:(?:\+|{_BEFORE}(?:00)?)60{_GAP}(?:\(?0\)?{_GAP})?|{_BEFORE}\(?0)1\d(?:{_GAP}\d){{7,8}}?{_AFTER}"
)
_BARE_MOBILE = re.compile(rf"{_BEFORE}1\d-\d{{3,4}}[ \-]?\d{{4}}{_AFTER}(?!-)")
_PHONES = (
    re.compile(rf"(?:\+|{_BEFORE}00){_GAP}[1-9](?:{_GAP}\d){{7,13}}{_AFTER}"),
    re.compile(rf"{_BEFORE}60{_GAP}[3-9]\d?(?:{_GAP}\d{{3,4}}){{2}}{_AFTER}"),
    re.compile(rf"{_BEFORE}\(?0[1-9]\d{{0,2}}(?:{_GAP}\d{{3,5}}){{2,3}}{_AFTER}"),
    re.compile(rf"{_BEFORE}1[ \-]?[38]00[ \-]?\d{{2}}[ \-]?\d{{4}}{_AFTER}"),
)

_MYKAD = re.compile(rf"{_BEFORE}(\d{{2}})(\d{{2}})(\d{{2}}) ?(\d{{2}}) ?\d{{4}}{_AFTER}")
_NO_PLACES = {17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97}
"""Codes of places that no card of Malaysia has. 00 belongs to nobody either; whoever invents a number takes it."""
_CARDS = (
    re.compile(r"(?<!\d)(?<!\d-)\d{6}-\d{2}-\d{4}(?![\d\-])"),  # Malaysia
    re.compile(r"(?<!\d)(?<!\d-)\d{5}-\d{7}-\d(?![\d\-])"),  # Pakistan
    re.compile(r"(?<!\d)(?<!\d-)\d-\d{4}-\d{5}-\d{2}-\d(?![\d\-])"),  # Thailand
    re.compile(rf"{_BEFORE}(?!(?:(?:19|20)\d\d[ \-]){{3}})\d{{4}}(?:[ \-]\d{{4}}){{3}}{_AFTER}"),  # banks
    re.compile(rf"{_BEFORE}\d{{3}}-\d{{2}}-?[A-Za-z]-?\d{{5,8}}{_AFTER}"),  # files of UNHCR
)
_ACCOUNT = re.compile(rf"{_BEFORE}(?!97[89]\d{{10}}(?!\d)|\d0+(?!\d))\d{{10,19}}{_AFTER}(?!\.\d)")
"""Any long number that is neither round nor that of a book."""

_PASSPORT = re.compile(rf"{_BEFORE}[A-Z]{{1,2}}\d{{7,8}}[A-Z]?{_AFTER}")
_LIKE_A_PASSPORT = re.compile(rf"{_BEFORE}[A-Za-z]{{0,2}}[ \-]?\d{{6,9}}[A-Z]?{_AFTER}")
_PASSPORTS = re.compile(
    r"pass?port|paspor|pasaporte|hộ chiếu|পাসপোর্ট|पासपोर्ट|राहदानी|ပတ်စ်?ပို့|နိုင်ငံကူးလက်မှတ်|"
    r"கடவுச்சீட்டு|பாஸ்போர்ட்|پاسپورٹ|លិខិតឆ្លងដែន|หนังสือเดินทาง|พาสปอร์ต|护照|護照",
    re.IGNORECASE,
)
"""The word in fourteen languages."""
_NEAR = 40
"""So many characters from the word, a number is taken for that of a passport."""


def is_mobile(number: str) -> bool:
    """Tell whether a number in E.164 is that of a mobile phone in Malaysia."""
    return number.startswith("+601")


def numbers_in(text: str) -> Iterator[Hit]:
    """Find numbers of persons, the surest first: one may look like another."""
    yield from (("identity", *match.span()) for pattern in _CARDS for match in pattern.finditer(text))
    yield from (("identity", *match.span()) for match in _MYKAD.finditer(text) if _of_a_birth(match))
    yield from (("mobile", *match.span()) for one in (_MOBILE, _BARE_MOBILE) for match in one.finditer(text))
    yield from (("passport", *match.span()) for match in _PASSPORT.finditer(text))
    yield from (("phone", *match.span()) for pattern in _PHONES for match in pattern.finditer(text))
    yield from (("passport", *span) for span in _near_the_word(text))
    yield from (("identity", *match.span()) for match in _ACCOUNT.finditer(text))


def _of_a_birth(match: re.Match[str]) -> bool:
    """Tell whether twelve digits begin with a day and the code of a place, as in the number of a card of Malaysia."""
    year, month, day, place = (int(part) for part in match.groups())
    try:
        date(2000 + year, month, day)  # which century, nobody can tell; 2000 had a 29th of February
    except ValueError:
        return False
    return place not in _NO_PLACES


def _near_the_word(text: str) -> Iterator[tuple[int, int]]:
    for word in _PASSPORTS.finditer(text):
        start = max(text.rfind("\n", 0, word.start()) + 1, word.start() - _NEAR)
        end = text.find("\n", word.end())
        end = min(len(text) if end < 0 else end, word.end() + _NEAR)
        yield from (match.span() for match in _LIKE_A_PASSPORT.finditer(text, start, end))
