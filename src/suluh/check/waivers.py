"""Waivers: rules broken on purpose, each with a reason and a last day."""

from collections.abc import Sequence
from datetime import date

from suluh.model.site import Site
from suluh.problem import Problem, error


def waived(site: Site, today: date, problems: Sequence[Problem]) -> list[Problem]:
    """Take out what is waived; a waiver that is too old or waives nothing is itself a problem."""
    left = list(problems)
    for index, waiver in enumerate(site.waivers):
        place = site.place("waiver", str(index))
        if waiver.rule.startswith("safety/"):
            left.append(error(place, "waivers/safety", "A rule of safety cannot be waived.", "Delete this waiver."))
            continue
        if waiver.until < today:
            left.append(error(place, "waivers/over", f"This waiver ended on {waiver.until.isoformat()}.",
                              "Mend what it waives, then delete it."))  # fmt: skip
            continue
        if (waiver.until - today).days > site.settings.waivers_days:
            left.append(error(place, "waivers/long", f"This waiver ends only on {waiver.until.isoformat()}.",
                              f"Let it end within {site.settings.waivers_days} days."))  # fmt: skip
            continue
        kept = [p for p in left if (p.rule, p.place.file) != (waiver.rule, waiver.file)]
        if len(kept) == len(left):
            kept.append(error(place, "waivers/unused", "This waiver waives nothing.", "Delete it."))
        left = kept
    return left
