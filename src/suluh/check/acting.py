"""Rules on what readers are asked to do for a campaign: risk no one."""

from collections.abc import Iterator
from datetime import date

from suluh.model.campaign import Action, Campaign, Doing
from suluh.model.site import Site
from suluh.problem import Problem, did_you_mean, error

SAFE = 1
"""The highest risk that a worker can be asked to take alone without a second thought."""

_NEEDS: dict[Doing, str] = {
    "letter": "letter: {to: …}",
    "call": "call: {to: …}",
    "sign_on": "sign_on: {to: …}",
    "paper": "paper: {destroy_by: …}",
}
"""What a campaign must have for something to be done; it lies under the key of the same name."""


def risky_actions_have_an_organiser(site: Site, today: date) -> Iterator[Problem]:
    """What is risky for a worker is offered only together with an organiser."""
    for slug, one in site.campaigns.items():
        for index, action in enumerate(one.actions):
            if action.risk > SAFE and "worker" in action.audience and not action.needs_organiser:
                yield error(site.place("campaign", slug, "actions", index), "campaigns/risk",
                            f"This action has risk {action.risk} and is offered to workers alone.",
                            "Add 'needs_organiser: true', or take 'worker' out.")  # fmt: skip


def workers_are_offered_something_safe(site: Site, today: date) -> Iterator[Problem]:
    """Where workers are asked to do something, one thing at least is safe for them."""
    for slug, one in site.campaigns.items():
        risks = [action.risk for action in one.actions if "worker" in action.audience]
        if risks and min(risks) > SAFE:
            yield error(site.place("campaign", slug, "actions"), "campaigns/safe",
                        "All that is offered to workers is risky.",
                        "Add something with 'risk: 1' or less, such as reading; or offer them nothing.")  # fmt: skip


def what_is_done_elsewhere_is_known(site: Site, today: date) -> Iterator[Problem]:
    """Signing on another site says where, and what that site keeps of a person; it is never offered to workers."""
    for slug, one in site.campaigns.items():
        for index, action in enumerate(one.actions):
            for said, hint in _elsewhere(action):
                yield error(site.place("campaign", slug, "actions", index), "campaigns/elsewhere", said, hint)


def _elsewhere(action: Action) -> Iterator[tuple[str, str]]:
    if action.kind != "external":
        if action.address or action.collects:
            yield "This action leads to another site, but is not called so.", "Write 'kind: external'."
        return
    if not action.address:
        yield "Nobody can tell here where this is done.", "Add 'address: https://…/'."
    if not action.collects:
        yield "Nobody can tell here what that site keeps of those who sign.", "Add 'collects: [name, email]'."
    if "worker" in action.audience:
        yield "Another site would keep the names of workers.", "Take 'worker' out."


def actions_have_what_they_need(site: Site, today: date) -> Iterator[Problem]:
    """A letter, a call, a signature or a sheet of paper that is offered is there."""
    for slug, one in site.campaigns.items():
        for index, action in enumerate(one.actions):
            needed = _NEEDS.get(action.kind)
            if needed and getattr(one, action.kind) is None:
                yield error(site.place("campaign", slug, "actions", index), "campaigns/needs",
                            f"'{action.kind}' is offered here, and this campaign has no '{action.kind}'.",
                            f"Add a line '{needed}', or take this action out.")  # fmt: skip


def letters_go_to_a_target(site: Site, today: date) -> Iterator[Problem]:
    """Whoever is written to or called is one of the campaign's targets."""
    for slug, one in site.campaigns.items():
        for key, name in _written_to(one):
            if name in site.targets and name not in one.targets:
                yield error(site.place("campaign", slug, key, "to"), "campaigns/to",
                            f"'{name}' is not one of this campaign's targets.",
                            did_you_mean(name, one.targets) or f"Write 'targets: [{name}]'.")  # fmt: skip


def _written_to(one: Campaign) -> Iterator[tuple[str, str]]:
    if one.letter is not None:
        yield "letter", one.letter.to
    if one.call is not None:
        yield "call", one.call.to
