"""Rules on age: what was true may not be true any more."""

from collections.abc import Iterator
from datetime import date

from suluh.check.leaning import named_in
from suluh.model.site import Site
from suluh.model.target import CHECKED_WITHIN
from suluh.problem import Place, Problem, warning


def guides_are_read_again_in_time(site: Site, today: date) -> Iterator[Problem]:
    """A guide is read again before the day that its review names."""
    for slug, guide in site.guides.items():
        if guide.review.by < today:
            yield warning(site.place("guide", slug, "review"), "freshness/guide",
                          f"This guide was to be read again by {guide.review.by.isoformat()}; readers are told so.",
                          "Check each statement, then set 'as_at' and 'review'.")  # fmt: skip


def guides_follow_the_law(site: Site, today: date) -> Iterator[Problem]:
    """A guide, and what goes with it, was read after the facts that it leans on began to hold."""
    for kind, name, slug in _with_guides(site):
        guide = site.guides.get(slug)
        if guide is None:
            continue
        for fact in sorted(named_in(site, kind, name) & site.facts.keys()):
            changed = site.facts[fact].changed(guide.as_at, today)
            if changed is not None:
                yield _behind(site.place(kind, name, "as_at" if kind == "guide" else "guide"), kind, fact, changed)


def _with_guides(site: Site) -> Iterator[tuple[str, str, str]]:
    """Give every guide, and whatever goes with one: its kind, its name, and the guide."""
    yield from (("guide", slug, slug) for slug in site.guide_texts)
    for kind in ("pathway", "letter", "calculator", "card"):
        yield from ((kind, name, one.guide) for name, one in getattr(site, f"{kind}s").items())


def _behind(place: Place, kind: str, fact: str, day: date) -> Problem:
    what, hint = "this guide was read; readers are told so", "Read the guide again, then set 'as_at'."
    if kind != "guide":
        what, hint = f"the guide of this {kind} was read", "Read both again, then set 'as_at' of the guide."
    said = f"The fact '{fact}' changed on {day.isoformat()}, after {what}."
    return warning(place, "freshness/law", said, hint)


def campaigns_are_read_again_in_time(site: Site, today: date) -> Iterator[Problem]:
    """A campaign is looked at before the day that it names."""
    for slug, one in site.campaigns.items():
        if one.review_by < today:
            yield warning(site.place("campaign", slug, "review_by"), "freshness/campaign",
                          f"This campaign was to be looked at by {one.review_by.isoformat()}; readers are told so.",
                          "Check state, asks and timeline, then set 'review_by'.")  # fmt: skip


def targets_are_checked_in_time(site: Site, today: date) -> Iterator[Problem]:
    """An office, and each way to reach it, is checked at least every half year; a way is not shown after that."""
    for name, one in site.targets.items():
        if today - one.checked_on > CHECKED_WITHIN:
            yield _unchecked(site.place("target", name, "checked_on"), one.checked_on, "This office", "")
        for index, way in enumerate(one.contact):
            if not way.fresh(today):
                place = site.place("target", name, "contact", index, "checked_on")
                yield _unchecked(place, way.checked_on, f"This {way.kind}", "; it is no longer shown")


def _unchecked(place: Place, day: date, what: str, so: str) -> Problem:
    said = f"{what} was last checked on {day.isoformat()}{so}."
    return warning(place, "freshness/target", said, "Compare it with its source, then set 'checked_on'.")


def lines_are_checked_in_time(site: Site, today: date) -> Iterator[Problem]:
    """A phone line is checked at least every half year; after a year it is not shown."""
    settings = site.settings
    for name, fact in site.facts.items():
        value = fact.on(today)
        if fact.kind != "line" or value is None:
            continue
        age = (today - value.checked_on).days
        if age > settings.line_hidden_after:
            said = "it is no longer shown"
        elif age > settings.line_shows_date_after:
            said = "readers see that date"
        else:
            continue
        yield warning(site.place("fact", name, "values"), "freshness/line",
                      f"This line was last checked on {value.checked_on.isoformat()}; {said}.",
                      "Call it, then set 'called_on' and 'checked_on'.")  # fmt: skip
