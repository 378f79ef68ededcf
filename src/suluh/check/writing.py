"""Rules on how texts are written: in the script of their language, in Unicode, with the digits of the site."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from suluh.legacy import FONTS, from_zawgyi, is_zawgyi
from suluh.model.originals import short_originals
from suluh.model.script import is_in, written_in
from suluh.model.site import Site
from suluh.problem import Place, Problem, error

_NATIVE_DIGIT = re.compile(r"[^\D0-9]")
_REFERENCE = re.compile(r"\[\^[^\]]*\]|\{[^}]*\}|\]\([^)]*\)|https?://\S+|`[^`]*`")
_FONT_SIGNS = "\u0152\u0153\u0160\u0161\u0178\u0192\u02c6\u02dc\u2020\u2021\u2030\u2039\u203a\u2122"
"""Signs of Windows-1252 that stand in old fonts for letters, and in texts hardly ever."""
_LATIN_RUN = re.compile(f"[\t -\u00ff\u2013-\u201e\u2022\u2026{_FONT_SIGNS}]+")
"""A piece of a line in which nothing stands that old fonts did not have."""
_TYPED = re.compile(
    r"[a-z][/;'\[\]\\{}|+=~][A-Za-z]|[A-Za-z][/;'\[\]\\{}]+(?:\s|$)|[a-z][A-Z]"
    f"|[\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00ff{_FONT_SIGNS}]"
)
"""What stands inside the words of a font that draws another script, and seldom in names."""
_FEW = 12
"""So many Latin letters beside each other may be a name."""


def texts_are_written_in_unicode(site: Site, today: date) -> Iterator[Problem]:
    """A text is in Unicode, a translation in the script of its language, and digits are 0 to 9."""
    source = site.settings.source.code
    scripts = {one.code: written_in(one) for one in site.settings.languages}
    for code, text, place in _texts(site):
        for one in wrong_writing(scripts.get(code, ""), text, _NOWHERE):
            if code != source or one.rule != "writing/script":
                yield error(place(), one.rule, one.message, one.hint)


_NOWHERE = Place("")


def _texts(site: Site) -> Iterator[tuple[str, str, Callable[[], Place]]]:
    """Give every text, line by line where it is long, with its language and whoever knows its place."""
    for _, texts, whence, path in short_originals(site):
        yield from ((code, text, partial(site.place, *whence, *path, code)) for code, text in texts.items())
    for code, words in site.words.items() if site.whole is None else ():
        yield from ((code, text, partial(site.place, "words", code, key)) for key, text in words.items())
    for _, long in site.prose():
        for code, prose in long.items():
            yield code, f"{prose.title}\n{prose.summary}", partial(Place, prose.file)
            for section in prose.sections:
                yield code, section.heading, partial(Place, prose.file, section.line - 1)
                yield from ((code, line, partial(Place, prose.file, number)) for number, line in section.lines())


def wrong_writing(script: str, text: str, place: Place) -> list[Problem]:
    """Tell what is wrong with how a text is written in a script, and what it may have been meant to be."""
    return [*_wrong_writing(script, text, place)]


def _wrong_writing(script: str, text: str, place: Place) -> Iterator[Problem]:
    if text.isascii() and len(text) <= _FEW:
        return
    bare = _REFERENCE.sub(" ", text)
    signs = "" if bare.isprintable() else bare  # what has a category that is asked for is never printable
    odd = next((sign for sign in signs if unicodedata.category(sign) in ("Cn", "Co")), "")
    if odd:
        yield error(place, "writing/unassigned", f"U+{ord(odd):04X} is no character of Unicode that everybody has.",
                    "Delete it, and type what was meant.")  # fmt: skip
    if script == "MYANMAR" and is_zawgyi(bare):
        yield error(place, "writing/zawgyi", "This is typed for the font Zawgyi; most phones show it garbled.",
                    f"In Unicode it may be: {_short(from_zawgyi(text))}")  # fmt: skip
    native = _NATIVE_DIGIT.search(bare)
    if native:
        plain = _NATIVE_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
        yield error(place, "writing/digits", f"'{native[0]}' is no digit that this site uses.",
                    f"Write 0 to 9: {_short(plain)}")  # fmt: skip
    yield from _wrong_script(script, bare, place)


def _wrong_script(script: str, text: str, place: Place) -> Iterator[Problem]:
    if not script or script == "LATIN":
        return
    typed = next((run[0] for run in _LATIN_RUN.finditer(text) if _is_typed(run[0])), "") if script in FONTS else ""
    if typed:
        name, read = FONTS[script]
        yield error(place, "writing/font", f"'{_short(typed.strip(), 30)}' seems to be typed for the font {name}.",
                    f"In Unicode it may be: {_short(read(typed.strip()))}")  # fmt: skip
    elif not any(is_in(sign, script) for sign in text) and len(text.split()) > _NAME and _letters(text) > _FEW:
        yield error(place, "writing/script", f"This is not written in the script of its language: '{_short(text)}'.",
                    "Translate it, or move it to the file of its own language.")  # fmt: skip


_NAME = 5
"""No name of an office or act has more words than this, beside words of the language."""


def _is_typed(run: str) -> bool:
    """Tell whether a run of Latin letters looks as if a font made another script of it."""
    return _letters(run) > _FEW and len(_TYPED.findall(run)) * 12 > len(run)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _short(text: str, most: int = 120) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[:most]}…"
