"""Choose the language a text is read in."""

from collections.abc import Container, Mapping
from typing import TypeVar

from suluh.model.prose import Prose
from suluh.model.reading import Reading
from suluh.model.settings import Language, Settings

Thing = TypeVar("Thing")


class Choosing:
    """The languages one edition reads in: its own first, then what it falls back on."""

    def __init__(self, settings: Settings, language: Language) -> None:
        by_code = settings.by_code
        order = [language.code, *language.fallback, settings.source.code, *by_code]
        self.own = language
        self.order = tuple(by_code[code] for code in dict.fromkeys(order) if code in by_code)
        self._directions = {code: known.direction for code, known in by_code.items()}

    def read(self, text: Mapping[str, str]) -> Reading:
        """Take a short text in the first language it has."""
        language = self._first(text)
        return Reading(text[language.code], language.code, language.direction)

    def maybe(self, text: Mapping[str, str] | None) -> Reading | None:
        """Take a short text, where there is one."""
        return self.read(text) if text else None

    def own_text(self, text: str) -> Reading:
        """Say something in the edition's own language."""
        return Reading(text, self.own.code, self.own.direction)

    def head(self, texts: Mapping[str, Prose]) -> Prose:
        """Take the text whose title and summary are shown."""
        return texts[self._first(texts).code]

    def with_section(self, texts: Mapping[str, Prose], name: str) -> tuple[Prose, Language]:
        """Take the text whose section is shown."""
        language = self._first([code for code, prose in texts.items() if prose.section(name)])
        return texts[language.code], language

    def _first(self, codes: Container[str]) -> Language:
        return next(language for language in self.order if language.code in codes)
