"""Waivers: rules broken on purpose, each with a reason and a last day."""

from collections.abc import Sequence
from datetime import date

from suluh.model.base import Filled, Model
from suluh.problem import Place, Problem, error


class Waiver(Model):
    """One line of `content/waivers.yml`."""

    rule: Filled
    file: Filled
    reason: Filled
    until: date


Waivers = Sequence[tuple[Waiver, Place]]
"""Waivers, and where each stands."""


def in_force(waivers: Waivers, longest: int, today: date) -> frozenset[tuple[str, str]]:
    """Give the rule and file of each waiver that counts on a day; none is for more than some days."""
    return frozenset((waiver.rule, waiver.file) for waiver, _ in waivers if _fault(waiver, longest, today) is None)


def waived(waivers: Waivers, longest: int, today: date, problems: Sequence[Problem]) -> list[Problem]:
    """Take out what is waived; a waiver that is too old or waives nothing is itself a problem."""
    left = list(problems)
    for waiver, place in waivers:
        fault = _fault(waiver, longest, today)
        if fault is not None:
            left.append(error(place, *fault))
            continue
        kept = [p for p in left if (p.rule, p.place.file) != (waiver.rule, waiver.file)]
        if len(kept) == len(left):
            kept.append(error(place, "waivers/unused", "This waiver waives nothing.", "Delete it."))
        left = kept
    return left


def _fault(waiver: Waiver, longest: int, today: date) -> tuple[str, str, str] | None:
    """Tell why a waiver does not count."""
    if waiver.rule.startswith("safety/"):
        return "waivers/safety", "A rule of safety cannot be waived.", "Delete this waiver."
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
