"""Rules on campaigns: risk no one, claim nothing that did not happen."""

from collections.abc import Iterator
from datetime import date

from suluh.model.site import Site
from suluh.problem import Problem, error


def risky_actions_have_an_organiser(site: Site, today: date) -> Iterator[Problem]:
    """What is risky for a worker is offered only together with an organiser."""
    for slug, one in site.campaigns.items():
        for index, action in enumerate(one.actions):
            if action.risk >= 2 and "worker" in action.audience and not action.needs_organiser:
                yield error(site.place("campaign", slug, "actions", index), "campaigns/risk",
                            f"This action has risk {action.risk} and is offered to workers alone.",
                            "Add 'needs_organiser: true', or take 'worker' out.")  # fmt: skip


def won_means_won(site: Site, today: date) -> Iterator[Problem]:
    """A campaign is won when everything it asks for is won."""
    for slug, one in site.campaigns.items():
        left = [ask.id for ask in one.asks if ask.outcome != "won"]
        if one.state == "won" and left:
            yield error(site.place("campaign", slug, "state"), "campaigns/won",
                        f"This campaign is called won, but not: {', '.join(left)}.",
                        "Write 'state: partly_won', or mend the outcomes.")  # fmt: skip
