"""Say texts in a template: their language, their direction, their numbers and days."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from markupsafe import Markup, escape

from suluh.model.plural import chosen
from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.typesetting.breaking import NUMBER

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

_WORD = r"[A-Za-z]+(?:['’.&-][A-Za-z]+)*"
_NUMBER = re.compile(rf"(?:(?:{_WORD}|\({_WORD}(?: {_WORD})*\)) )*{NUMBER.pattern}")
"""A number with the Latin words before it: in Urdu an `Employment (Amendment) Act 2022` reads as one name."""


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into what is a number, or a name that ends in one, and what is not."""
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def numbers(text: str, direction: str) -> Markup:
    """Escape a text; in right-to-left text each number keeps its own direction."""
    if direction != "rtl":
        return escape(text)
    said = (_isolated(piece) if number else escape(piece) for piece, number in pieces(text))
    return Markup("".join(said))  # noqa: S704 (each was escaped)


def _isolated(number: str) -> Markup:
    return Markup(f'<bdi dir="ltr">{escape(number)}</bdi>')  # noqa: S704 (escaped)


def said(reading: Reading, language: str) -> Markup:
    """Say a text; one that is in another language than the page says which."""
    text = numbers(reading.text, reading.direction)
    if reading.language == language:
        return text
    return Markup(f"<span {_language(reading)}>{text}</span>")  # noqa: S704 (escaped)


def _language(reading: Reading) -> str:
    return f'lang="{escape(reading.language)}" dir="{escape(reading.direction)}"'


def written(html: str) -> Markup:
    """Show HTML as it is written, to be copied."""
    return escape(str.__str__(html))


def day(value: date | str, language: Language) -> str:
    """Write a day, a month or a year in words: 22 November 2026, November 2026, 2026."""
    return _day(value, language.locale or language.code)


@lru_cache(maxsize=4096)
def _day(value: date | str, code: str) -> str:
    locale = Locale.parse(code, sep="-")
    if isinstance(value, date):
        return format_date(value, "long", locale)
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return format_date(date(parts[0], parts[1], parts[2]), "long", locale)
    if len(parts) == 2:
        return format_date(date(parts[0], parts[1], 1), "LLLL yyyy", locale)
    return value


def fill(pattern: str, language: Language, values: Mapping[str, object], locale: str = "") -> Markup:
    """Choose the forms of a pattern for its numbers and fill its placeholders; each value keeps its own direction.

    Days are written as the language writes them, or the `locale`, where the pattern is in another one than the page.
    """
    pattern = chosen(pattern, locale or language.locale or language.code, values.__getitem__)
    out, end = [], 0
    for match in _PLACEHOLDER.finditer(pattern):
        out.append(numbers(pattern[end : match.start()], language.direction))
        out.append(_value(values[match[1]], locale or language.locale or language.code))
        end = match.end()
    out.append(numbers(pattern[end:], language.direction))
    return Markup("".join(out))  # noqa: S704 (each was escaped)


def _value(value: object, locale: str) -> Markup:
    if isinstance(value, Reading):
        return Markup(f"<bdi {_language(value)}>{escape(value.text)}</bdi>")  # noqa: S704 (escaped)
    if isinstance(value, int):
        return _isolated(str(value))
    text = _day(value, locale) if isinstance(value, date) else str(value)
    return Markup(f"<bdi>{escape(text)}</bdi>")  # noqa: S704 (escaped)
