"""What leans on a fact, and what is due: answers for those who keep facts right."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from suluh.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Leaning:
    """A place that leans on a fact: of which part, what is said there, and in which language, if it is a text.

    `through` names what stands there instead and leans on the fact itself: another fact, or a bill.
    """

    kind: str
    name: str
    place: Place
    said: str
    language: str = ""
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Impact:
    """All that leans on a fact. `fact` says it in words; `unknown` says why there is none."""

    leaning: tuple[Leaning, ...] = ()
    problems: tuple[Problem, ...] = ()
    fact: str = ""
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to be done by a day: a fact or guide to check, or a value that begins or ends."""

    day: date
    kind: str
    name: str
    why: Literal["check", "begins", "ends"]
    said: str
    place: Place
