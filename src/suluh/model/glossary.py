"""Words that mean the same everywhere: how each language says them, and why so."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from suluh.model.base import Filled, Model


class Term(Model):
    """One word: how it is said, other forms in which it stands in texts, and what must not be said in its place."""

    say: Filled
    also: tuple[Filled, ...] = ()
    avoid: tuple[Filled, ...] = ()
    why: Filled

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form in which the word may stand."""
        return (self.say, *self.also)


Glossary = Mapping[str, Term]
"""The words of one language by their id, such as `rest-day`."""


def said_in(glossaries: Mapping[str, Glossary], code: str, text: str) -> Iterator[tuple[str, str]]:
    """Give the words of the glossary that a source text holds, with how a language says them."""
    source, own = next(iter(glossaries.values()), {}), glossaries.get(code, {})
    for name, term in source.items():
        if name in own and holds_word(text, term):
            yield term.say, own[name].say


def holds_word(text: str, term: Term) -> bool:
    """Tell whether a source text holds a word as a word of its own, and not in the name of somebody."""
    bare = unicodedata.normalize("NFC", _REFERENCE.sub(" ", text))
    return any(not _in_a_name(bare, found) for found in _words(term.forms).finditer(bare))


def _in_a_name(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
    return found[0][:1].isupper() and before[:1].isupper() and before[-1:].isalnum()


def holds_form(text: str, term: Term) -> bool:
    """Tell whether a translation says a word in one of its forms, also inside of longer words."""
    said = folded(text)
    return any(folded(form) in said for form in term.forms)


def folded(text: str) -> str:
    """Write a text so that case and composition do not matter, without what it refers to."""
    return unicodedata.normalize("NFC", _REFERENCE.sub(" ", text)).casefold()


_REFERENCE = re.compile(r"\{[^{}]*\}|\[[\^=][^\]]*\]|\]\([^)]*\)|`[^`]*`")
"""What stands in braces or brackets names facts, blanks and places, in no language."""


@lru_cache(maxsize=256)
def _words(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
