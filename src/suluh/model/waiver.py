"""Waivers: rules broken on purpose, each with a reason and a last day."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from suluh.model.base import Filled, Model
from suluh.problem import Place, Problem, error

Fault = tuple[str, str, str]
"""Why a waiver does not count: a rule, what is wrong, what to do."""

Item = TypeVar("Item")
Item_contra = TypeVar("Item_contra", contravariant=True)


class Waives(Protocol[Item_contra]):
    """What lets something stand up to its last day."""

    @property
    def until(self) -> date:
        """Its last day."""

    def covers(self, item: Item_contra, /) -> bool:
        """Tell whether this is for something that was found."""

    def refused(self) -> Fault | None:
        """Tell why this never counts, if it does not."""


class Waiver(Model):
    """One line of `content/waivers.yml`."""

    rule: Filled
    file: Filled
    reason: Filled
    until: date

    def covers(self, problem: Problem, /) -> bool:
        """Tell whether this is for a problem."""
        return (problem.rule, problem.place.file) == (self.rule, self.file)

    def refused(self) -> Fault | None:
        """Tell why this rule cannot be waived, if it cannot."""
        if self.rule.startswith(("safety/", "private/")):
            return "waivers/safety", "A rule of safety cannot be waived.", "Delete this waiver."
        return None


Waivers = Sequence[tuple[Waiver, Place]]
"""Waivers, and where each stands."""


def in_force(waivers: Waivers, longest: int, today: date) -> frozenset[tuple[str, str]]:
    """Give the rule and file of each waiver that counts on a day; none is for more than some days."""
    return frozenset((waiver.rule, waiver.file) for waiver, _ in waivers if _fault(waiver, longest, today) is None)


def waived(waivers: Waivers, longest: int, today: date, problems: Sequence[Problem]) -> list[Problem]:
    """Take out what is waived; a waiver that is too old or waives nothing is itself a problem."""
    left, wrong = let_stand(waivers, longest, today, problems)
    return [*left, *wrong]


def let_stand(
    waivers: Sequence[tuple[Waives[Item], Place]], longest: int, today: date, items: Sequence[Item]
) -> tuple[list[Item], list[Problem]]:
    """Take out what may stand, and give what is left of it and what is wrong with that which lets it stand."""
    left, wrong = list(items), list[Problem]()
    for waiver, place in waivers:
        fault = _fault(waiver, longest, today)
        if fault is not None:
            wrong.append(error(place, *fault))
            continue
        kept = [item for item in left if not waiver.covers(item)]
        if len(kept) == len(left):
            wrong.append(error(place, "waivers/unused", "This waiver waives nothing.", "Delete it."))
        left = kept
    return left, wrong


def _fault(waiver: Waives[Item], longest: int, today: date) -> Fault | None:
    """Tell why a waiver does not count."""
    refused = waiver.refused()
    if refused is not None:
        return refused
    if waiver.until < today:
        return (
            "waivers/over",
            f"This waiver ended on {waiver.until.isoformat()}.",
            "Mend what it waives, then delete it.",
        )
    if (waiver.until - today).days > longest:
        return ("waivers/long", f"This waiver ends only on {waiver.until.isoformat()}.",
                f"Let it end within {longest} days.")  # fmt: skip
    return None
