"""What is to be done, and what was done, to take an entry out of the directory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from suluh.problem import Place, Problem

GONE = "directory/gone.yml"
"""Where it stands that an entry was taken away."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of a file: nothing `before` says that it is made, nothing `after` that it is deleted."""

    file: str
    before: str | None
    after: str | None

    @property
    def line(self) -> int:
        """Give the first line that is another afterwards."""
        return next((number for number, _, _ in self.changed()), 1)

    def changed(self) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
        """Give the lines that change: where they stand in what is written now, what they were, and what they become."""
        before, after = (self.before or "").splitlines(), (self.after or "").splitlines()
        for what, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if what != "equal":
                yield start + 1, tuple(before[start:end]), tuple(after[begin:stop])


@dataclass(frozen=True, slots=True, order=True)
class Left:
    """Something that only a person can mend: where it stands once everything else is done, and what it is."""

    place: Place
    what: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """An entry that is taken out. `gone` is the day since when it has been, if it was gone already.

    `kept` are the files that git can bring back as they were; `unknown` says why there is no such entry.
    """

    name: str
    edits: tuple[Edit, ...] = ()
    left: tuple[Left, ...] = ()
    problems: tuple[Problem, ...] = ()
    kept: tuple[str, ...] = ()
    gone: date | None = None
    unknown: str = ""
    written: bool = False
