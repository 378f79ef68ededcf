"""What translators are asked for, what they bring back, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from suluh.model.redaction import Edit
from suluh.model.translation import Original, State, digest
from suluh.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in one language: its source, its translation if there is one, its state, and where it is written."""

    original: Original
    text: str
    state: State
    place: Place
    glossary: tuple[tuple[str, str], ...] = ()  # words of the source text, and how they are said
    readers: tuple[str, ...] = ()  # the roles that have read it as it stands
    back: str = ""  # what it says, in the source language again

    @property
    def key(self) -> str:
        """Name the text."""
        return self.original.key


WAS = "was="
"""What begins the remark that tells which translation was handed out."""


_TOLD: Mapping[State, str] = {
    "missing": "Not translated yet.",
    "machine": "Made by a machine; nobody has checked it.",
    "draft": "A draft; readers do not see it.",
    "stale-minor": "The source has small changes since.",
    "stale-material": "The source has changed since.",
    "stale-critical": "The source has changed since. Readers do not see this translation now.",
    "withdrawn": "Taken back, because it is wrong.",
}


def remarks(piece: Piece) -> list[str]:
    """Say what a translator must know of a text."""
    found = [_TOLD[piece.state]] if piece.state in _TOLD else []
    found += ["A mistake here may do harm."] if piece.original.critical else []
    found += [f"{word}: {own}" for word, own in piece.glossary]
    return [*found, *([f"{WAS}{digest(piece.text)}"] if piece.text else [])]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All texts of a site in one language, as they are handed to translators."""

    code: str
    name: str
    direction: str
    source: str
    pieces: tuple[Piece, ...]
    site: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """A text that a translator brings back.

    `source` is the source text that was translated; `before` the digest of the translation that stood there when it
    was handed out, or nothing; `sure` tells whether the translator takes it for done.
    """

    key: str
    text: str
    source: str
    before: str = ""
    sure: bool = True
    line: int = 1


@dataclass(frozen=True, slots=True)
class Return:
    """What a file from a translator holds: its language, and the texts in it."""

    code: str
    pieces: tuple[Brought, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of texts that were brought: the files that change, and the keys of what was taken over.

    `confirmed` were left as they are, and are written down as read.
    """

    edits: tuple[Edit, ...] = ()
    problems: tuple[Problem, ...] = ()
    changed: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    unknown: str = ""
    written: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a language is: how many texts are in each state, when one was last read, and how it reads.

    `ease` is how many words stand in a sentence of the long texts, `source_ease` in those that they are made from.
    """

    code: str
    name: str
    counts: Mapping[State, int]
    latest: date | None
    ease: float
    source_ease: float
