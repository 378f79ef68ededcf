"""Rules on what is gathered for a campaign: numbers, never names, and not for longer than was said."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import partial

from suluh.model.campaign import Goal
from suluh.model.site import Site
from suluh.problem import Place, Problem, did_you_mean, error, warning

LARGEST = 100_000
"""A larger batch was not counted by two people: it is the number of something else."""


def tallies_belong_to_a_campaign(site: Site, today: date) -> Iterator[Problem]:
    """What is counted is counted for a campaign that exists."""
    for slug in site.tallies:
        if slug not in site.campaigns:
            yield error(site.place("tally", slug), "tallies/campaign", f"There is no campaign '{slug}' to count for.",
                        did_you_mean(slug, site.campaigns) or "Write its campaign.yml, or delete this.")  # fmt: skip


def counts_are_counts(site: Site, today: date) -> Iterator[Problem]:
    """A batch counts some people on a day that has been; only a correction takes away."""
    for slug, rows in site.tallies.items():
        for index, row in enumerate(rows):
            place = site.place("tally", slug, index, "count")
            if row.on > today:
                yield error(site.place("tally", slug, index, "on"), "tallies/future",
                            f"{row.on.isoformat()} has not been yet.", "Write the day of the count.")  # fmt: skip
            if row.count == 0:
                yield error(place, "tallies/count", "This batch counts nobody.", "Delete it.")
            elif row.count < 0 and row.corrects is None:
                yield error(place, "tallies/count", "This batch takes away, but corrects no other.",
                            "Add 'corrects: …' with the batch that was wrong.")  # fmt: skip
            elif abs(row.count) > LARGEST:
                yield error(place, "tallies/large", "This looks like the number of a phone or a card.",
                            "Take it out. Write how many people signed.")  # fmt: skip


def batches_are_counted_once(site: Site, today: date) -> Iterator[Problem]:
    """A batch is counted once, and a correction names one that stands above it."""
    for slug, rows in site.tallies.items():
        above = list[str]()
        for index, row in enumerate(rows):
            if row.corrects is None and row.batch in above:
                yield error(site.place("tally", slug, index, "batch"), "tallies/batch",
                            f"The batch '{row.batch}' is counted a second time.",
                            f"Delete one; or add 'corrects: {row.batch}', and the difference as 'count'.")  # fmt: skip
            if row.corrects is not None and row.corrects not in above:
                yield error(site.place("tally", slug, index, "corrects"), "tallies/batch",
                            f"No batch '{row.corrects}' stands above this line.",
                            did_you_mean(row.corrects, above) or "Write the batch that was wrong.")  # fmt: skip
            above.append(row.batch)


def no_fewer_than_nobody_is_counted(site: Site, today: date) -> Iterator[Problem]:
    """Corrections take away no more people than were counted before."""
    for slug, rows in site.tallies.items():
        counted = 0
        for index, row in enumerate(rows):
            counted += row.count
            if row.count < 0 and counted < 0:
                yield error(site.place("tally", slug, index, "count"), "tallies/total",
                            f"With this line, {counted} people are counted.",
                            "Take away no more than was counted above.")  # fmt: skip


def goals_are_not_moved_in_silence(site: Site, today: date) -> Iterator[Problem]:
    """A later goal has another number, and news of the same day says so; each goal ends after it begins."""
    for slug, one in site.campaigns.items():
        news = {update.on for update in one.updates}
        for index, goal in enumerate(one.goals):
            place = partial(site.place, "campaign", slug, "goals", index)
            if goal.by <= goal.since:
                yield error(place("by"), "campaigns/goal", "This goal ends before it begins.",
                            "Write a 'by' after 'since'.")  # fmt: skip
            if index > 0:
                yield from _moved(place, one.goals[index - 1], goal, news)


def _moved(place: partial[Place], before: Goal, goal: Goal, news: Collection[date]) -> Iterator[Problem]:
    day = goal.since.isoformat()
    if goal.since <= before.since:
        yield error(place("since"), "campaigns/goal", "This goal does not begin after the one above it.",
                    "Leave the goals that were told as they are, and add new ones below.")  # fmt: skip
    if goal.people == before.people:
        yield error(place("people"), "campaigns/goal", "This goal has the number of the one above it.",
                    "Write another number, or delete it.")  # fmt: skip
    if goal.since not in news:
        yield error(place(), "campaigns/goal", f"The goal was moved on {day}, and no news says so.",
                    f"Add to 'updates': {{\"on\": {day}, text: {{en: …}}}}, and say why.")  # fmt: skip


def endorsers_sign_once(site: Site, today: date) -> Iterator[Problem]:
    """An organisation signs a campaign once."""
    for slug, one in site.campaigns.items():
        names = [endorser.org for endorser in one.endorsers]
        for index, name in enumerate(names):
            if name in names[:index]:
                yield error(site.place("campaign", slug, "endorsers", index, "org"), "campaigns/endorser",
                            f"'{name}' signs here a second time.", "Delete one of the two.")  # fmt: skip


def sheets_are_destroyed_in_time(site: Site, today: date) -> Iterator[Problem]:
    """Sheets with names are destroyed by the day that is printed on them, after the campaign began."""
    for slug, one in site.campaigns.items():
        if one.paper is None:
            continue
        last, place = one.paper.destroy_by, site.place("campaign", slug, "paper", "destroy_by")
        if one.running and last <= one.since:
            yield error(place, "campaigns/sheets",
                        f"Sheets would be gathered since {one.since.isoformat()} that were to be destroyed by "
                        f"{last.isoformat()}.", "Write a later day, and print new sheets.")  # fmt: skip
        elif last < today:
            yield warning(place, "campaigns/sheets", f"The sheets were to be destroyed by {last.isoformat()}.",
                          "Destroy them, say so in 'timeline', and delete 'paper' with its two sections.")  # fmt: skip
