"""What a sum is: what it asks, the rates that it needs, and the steps in which it says how it counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from suluh.sums import days

Periods = Sequence[tuple[str, int]]
"""The values of a rate, each with the day from which it holds, in the order of these days."""

Rates = Mapping[str, Periods]
Answers = Mapping[str, int | str]
Value = tuple[str, int]
"""A kind and a whole number: `money` in the smallest unit, `number`, or hundredths as `decimal`."""

KINDS: Mapping[str, str] = {
    **dict.fromkeys(("divisor", "worked", "years", "weeks", "months", "days", "each", "due", "count"), "number"),
    **dict.fromkeys(("hours", "over", "done", "times", "part"), "decimal"),
}
"""The kinds of values by their names, which mean the same in every sum; all others are money."""

Asking = Literal["choice", "money", "number", "hours", "date"]

MISSING, IMPOSSIBLE, UNKNOWN = "missing", "impossible", "before-known"
"""Why any sum may stop: an answer is missing, an answer cannot be, a rate is not known for a day."""

MONEY = 100_000_000
"""Amounts are no larger than this, so that a product stays exact wherever it is counted."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a sum asks. It is asked only while other fields have one of some answers; `begins` stands there at first."""

    id: str
    kind: Asking
    options: tuple[str, ...] = ()
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    least: int = 1
    most: int = MONEY
    begins: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a sum says, and the names of the values in it."""

    id: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What comes of a sum: why it stopped, or its steps and what they come to."""

    stop: str = ""
    steps: tuple[tuple[str, Mapping[str, Value]], ...] = ()
    total: Value | None = None

    def json(self) -> dict[str, object]:
        """Give the result as plain data, as the script of a page gives it."""
        if self.stop:
            return {"stop": self.stop}
        steps = [[name, {key: list(value) for key, value in values.items()}] for name, values in self.steps]
        return {"steps": steps, "total": list(self.total) if self.total else None}


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum. `work` asks, says steps, and gives what they come to, if they come to something."""

    fields: tuple[Field, ...]
    rates: tuple[str, ...]
    steps: tuple[Step, ...]
    stops: tuple[str, ...]
    example: Answers
    work: "Callable[[Working], Value | None]"

    def reckon(self, rates: Rates, answers: Answers) -> Result:
        """Do the sum."""
        working = Working(self, rates, answers)
        try:
            total = self.work(working)
        except Stopped as stopped:
            return Result(stop=stopped.why)
        return Result(steps=tuple(working.said), total=total)

    def asked(self, answers: Answers) -> Iterator[Field]:
        """Give the fields that are asked with these answers."""
        shown = set[str]()
        for one in self.fields:
            if all(name in shown and answers.get(name) in wanted for name, wanted in one.when):
                shown.add(one.id)
                yield one


class Stopped(Exception):
    """A sum cannot go on."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Working:
    """A sum in the doing: it is asked for answers and rates, and keeps what was said."""

    def __init__(self, one: Sum, rates: Rates, answers: Answers) -> None:
        self.said: list[tuple[str, Mapping[str, Value]]] = []
        self._fields = {known.id: known for known in one.fields}
        self._steps = {step.id: step for step in one.steps}
        self._rates = rates
        self._answers = answers

    def choice(self, name: str) -> str:
        """Ask which of the options it is."""
        answer = self._answer(name)
        if not isinstance(answer, str) or answer not in self._fields[name].options:
            raise Stopped(IMPOSSIBLE)
        return answer

    def amount(self, name: str) -> int:
        """Ask for money, a number, or hours."""
        answer, asked = self._answer(name), self._fields[name]
        if not isinstance(answer, int) or not asked.least <= answer <= asked.most:
            raise Stopped(IMPOSSIBLE)
        return answer

    def written(self, name: str) -> str:
        """Ask for a day, as it is written."""
        answer = self._answer(name)
        if not isinstance(answer, str) or days.read(answer) is None:
            raise Stopped(IMPOSSIBLE)
        return answer

    def service(self, start: str, last: str) -> tuple[int, int]:
        """Ask for two days: whole months from the first to the last, and days left since the last whole year."""
        first, end = days.read(self.written(start)), days.read(self.written(last))
        found = days.service(first, end) if first and end else None
        if found is None:
            raise Stopped(IMPOSSIBLE)
        return found

    def rate(self, name: str) -> int:
        """Look up a rate as it is now."""
        return self._rates[name][-1][1]

    def rate_on(self, name: str, day: str) -> int:
        """Look up a rate as it was on a day."""
        past = [value for since, value in self._rates[name] if since <= day]
        if not past:
            raise Stopped(UNKNOWN)
        return past[-1]

    def say(self, step: str, **values: int) -> None:
        """Say a step with its values."""
        names = self._steps[step].values
        self.said.append((step, {name: (KINDS.get(name, "money"), values[name]) for name in names}))

    def _answer(self, name: str) -> int | str:
        answer = self._answers.get(name)
        if answer is None:
            raise Stopped(MISSING)
        return answer
