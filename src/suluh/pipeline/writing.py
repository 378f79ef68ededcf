"""Write for somebody: a batch that was counted, a campaign that begins. All is looked at before anything is written."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from suluh.model.redaction import Edit
from suluh.model.writing import Beginning, Count, Counting, Desk, Draft
from suluh.pipeline.order import Order
from suluh.problem import Problem, did_you_mean, in_order, stops

if TYPE_CHECKING:  # a verb starts fast: the model of a site takes longer to import than to ask
    from suluh.model.site import Site


def add_tally(order: Order, slug: str, count: Count, agree: Callable[[Counting], bool]) -> Counting:
    """Add a batch to what was counted for a campaign, if somebody agrees to the line that is shown."""
    from suluh.edit import plan_tally, write

    plan = plan_tally(order.root, slug, count, order.today)
    if plan.refused or plan.problems or not agree(plan):
        return plan
    problems = write(order.root, plan.edits)
    return replace(plan, problems=tuple(problems), written=not problems)


def desk(order: Order) -> tuple[Desk | None, tuple[Problem, ...]]:
    """Say what somebody who begins a campaign can choose from. Without readable settings there is nothing."""
    from suluh.load import load_records

    site, problems = load_records(order.root)
    return (_desk(site), ()) if site is not None else (None, tuple(in_order(problems)))


def _desk(site: "Site") -> Desk:
    return Desk(
        languages={one.code: one.name for one in site.settings.languages},
        office=next(iter(site.settings.office), site.settings.source.code),
        campaigns=frozenset(site.campaigns),
        targets={name: dict(target.name) for name, target in site.targets.items()},
        sources=frozenset(site.sources),
    )


def begin_campaign(order: Order, draft: Draft) -> Beginning:
    """Write the files of a new campaign. What the check would stop at is told instead, and nothing is written."""
    from suluh.edit import plan_campaign, write
    from suluh.load import load_records

    site, problems = load_records(order.root)
    if site is None:
        return Beginning(problems=tuple(in_order(problems)))
    plan = plan_campaign(order.root, draft, _desk(site), order.today)
    if plan.refused or plan.problems:
        return plan
    found = in_order(_found(order, site, plan))
    wrong = found if stops(found) else write(order.root, plan.edits)
    return replace(plan, problems=tuple(wrong), written=not wrong)


def _found(order: Order, site: "Site", plan: Beginning) -> Iterator[Problem]:
    """Hold every rule against the files as they will be."""
    from suluh.check import check
    from suluh.check.private import private_in
    from suluh.model.raw import RawFile

    texts = {edit.file: edit.after or "" for edit in plan.edits}
    for file, text in texts.items():
        yield from (one.problem for one in private_in(RawFile(file, text)))
    with TemporaryDirectory() as folder:
        whole, problems = _with(site, Path(folder), plan.edits)
        icons = frozenset(one.icon for one in whole.campaigns.values())
        yield from problems
        yield from (problem for problem in check(whole, order.today, icons) if problem.place.file in texts)


def _with(site: "Site", folder: Path, edits: tuple[Edit, ...]) -> tuple["Site", list[Problem]]:
    """Read files that are not written yet as though they were, into a site that has no other campaigns."""
    from suluh.load.campaigns import load_campaigns
    from suluh.load.guides import texts_in
    from suluh.load.reader import Reader

    for edit in edits:
        path = folder / edit.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit.after or "", "utf-8", newline="\n")
    reader = Reader(folder)
    campaigns, _, targets = load_campaigns(reader)
    texts = {slug: texts_in(reader, f"campaigns/{slug}", "campaign") for slug in campaigns}
    whole = replace(
        site,
        campaigns=campaigns,
        campaign_texts=texts,
        tallies={},
        targets={**site.targets, **targets},
        origins={**site.origins, **reader.origins},
    )
    return whole, reader.problems


def draft_pages(order: Order) -> tuple[tuple[str, ...], str]:
    """Give the addresses of the pages of the campaign that a preview shows, or say that there is none of that name."""
    from suluh.load import load_records
    from suluh.resolve import routes

    site = load_records(order.root)[0] if order.draft else None
    if site is None:
        return (), ""
    one = site.campaigns.get(order.draft)
    if one is None:
        hint = did_you_mean(order.draft, site.campaigns)
        return (), f"There is no campaign '{order.draft}' that can be read. {hint}".rstrip()
    page = routes.campaign((*order.languages, site.settings.source.code)[0], order.draft)
    return (page, f"{page}share/", *([f"{page}paper/"] if one.paper else [])), ""
