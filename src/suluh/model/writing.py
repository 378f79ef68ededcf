"""What somebody wants to have written, as it was typed, and what was planned and done for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from suluh.model.redaction import Edit
from suluh.problem import Problem


@dataclass(frozen=True, slots=True)
class Count:
    """What is said of a batch that was counted. What is empty was not said."""

    channel: str = ""
    batch: str = ""
    count: str = ""
    sheets: str = ""
    on: date | None = None
    counted_by: tuple[str, ...] = ()
    corrects: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a campaign says in one language."""

    title: str = ""
    summary: str = ""
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewOffice:
    """An office that stands in no file yet: its name and what it can do by language, and who says so."""

    name: Mapping[str, str] = field(default_factory=dict)
    role: Mapping[str, str] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is said of a campaign that begins. `said` is by language; `office` is there where the target is new.

    Of what nobody said, everything is offered: something for workers, a letter, sheets of paper.
    """

    slug: str = ""
    said: Mapping[str, Said] = field(default_factory=dict)
    target: str = ""
    office: NewOffice | None = None
    workers: bool | None = None
    letter: bool | None = None
    paper: bool | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What somebody who begins a campaign can choose from: languages by their code, the first one is written first.

    `targets` are names of offices by language, by their id.
    """

    languages: Mapping[str, str]
    office: str  # the language of those who decide
    campaigns: frozenset[str] = frozenset()
    targets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        """The language that is written first."""
        return next(iter(self.languages))


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written for somebody: sentences that refuse it, problems that stop it, or the files that it changes."""

    edits: tuple[Edit, ...] = ()
    refused: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class Counting(Writing):
    """A batch that is added: its line, where it stands then, and how many are counted before and after."""

    line: str = ""
    at: int = 1
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Beginning(Writing):
    """A campaign that begins, with the name that it got."""

    slug: str = ""
