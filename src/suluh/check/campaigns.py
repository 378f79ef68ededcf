"""Rules on how campaigns stand: claim nothing that did not happen."""

from collections.abc import Iterator, Mapping
from datetime import date

from suluh.model.campaign import FOLLOWS, Campaign, State
from suluh.model.site import Site
from suluh.problem import Problem, error
from suluh.source import KeyPath

_FIRST: tuple[State, ...] = ("draft", "review", "live")
_GAINED = frozenset({"won", "partly_won"})
_OVER = frozenset({"won", "partly_won", "lost", "closed", "archived"})
"""The states in which readers may be led on to another campaign."""


def states_follow_each_other(site: Site, today: date) -> Iterator[Problem]:
    """A campaign begins in preparation or live, and each of its states can come after the one above it."""
    for slug, one in site.campaigns.items():
        before: State | None = None
        for index, since in enumerate(one.states):
            may = _FIRST if before is None else FOLLOWS[before]
            if since.state not in may:
                said = f"'{since.state}' cannot come " + (f"after '{before}'." if before else "first.")
                hint = f"Write one of: {', '.join(may)}." if may else "Delete it: what was withdrawn stays so."
                yield error(site.place("campaign", slug, "states", index, "state"), "campaigns/states", said, hint)
            before = since.state


def states_begin_in_their_order(site: Site, today: date) -> Iterator[Problem]:
    """The states of a campaign stand in the order of their days."""
    for slug, one in site.campaigns.items():
        for index in range(1, len(one.states)):
            if one.states[index].on < one.states[index - 1].on:
                yield error(site.place("campaign", slug, "states", index, "on"), "campaigns/states",
                            "This state began before the one above it.",
                            "Add new states below; mend the day that is wrong.")  # fmt: skip


def nothing_is_told_before_it_happens(site: Site, today: date) -> Iterator[Problem]:
    """What a campaign says to have happened, happened on a day that has been."""
    for slug, one in site.campaigns.items():
        for path, day in _days(one).items():
            if day > today.isoformat()[: len(day)]:
                yield error(site.place("campaign", slug, *path), "campaigns/future", f"{day} has not been yet.",
                            "Write the day on which it really happened, or wait for it.")  # fmt: skip


def _days(one: Campaign) -> Mapping[KeyPath, str]:
    """Give every day on which something happened, with the way to it."""
    days: dict[KeyPath, str] = {("states", n, "on"): since.on.isoformat() for n, since in enumerate(one.states)}
    days |= {("asks", n, "outcome", "on"): ask.outcome.on for n, ask in enumerate(one.asks) if ask.outcome.on}
    days |= {("promises", n, "on"): promise.on for n, promise in enumerate(one.promises)}
    days |= {("updates", n, "on"): update.on.isoformat() for n, update in enumerate(one.updates)}
    return days | {("endorsers", n, "since"): each.since.isoformat() for n, each in enumerate(one.endorsers)}


def won_means_won(site: Site, today: date) -> Iterator[Problem]:
    """A campaign is won when everything it asks for is won, and partly won when something is."""
    for slug, one in site.campaigns.items():
        left = [ask.id for ask in one.asks if ask.outcome.state != "won"]
        place = site.place("campaign", slug, "states", len(one.states) - 1, "state")
        if one.state == "won" and left:
            yield error(place, "campaigns/won", f"This campaign is called won, but not: {', '.join(left)}.",
                        "Write 'state: partly_won', or mend the outcomes.")  # fmt: skip
        if one.state == "partly_won" and not any(ask.outcome.state in _GAINED for ask in one.asks):
            yield error(place, "campaigns/won", "This campaign is called partly won, but nothing that it asks for is.",
                        "Write the outcome of what was won, or another state.")  # fmt: skip


def outcomes_are_known(site: Site, today: date) -> Iterator[Problem]:
    """An outcome has a day and a source; one that is partly won says who is still left out."""
    for slug, one in site.campaigns.items():
        for index, ask in enumerate(one.asks):
            found, place = ask.outcome, site.place("campaign", slug, "asks", index, "outcome")
            lacking = [key for key in ("on", "source") if found.state != "open" and not getattr(found, key)]
            for key in lacking:
                yield error(place, "campaigns/outcome", f"'{found.state}' is said here without '{key}'.",
                            'Add "on": "2026-11", in quotes, with the right day.' if key == "on"
                            else "Add 'source: [one-id]', or write 'state: open'.")  # fmt: skip
            if found.state == "partly_won" and not found.left_out:
                yield error(place, "campaigns/outcome", "Nobody can tell here who is still left out.",
                            "Add 'left_out: {en: …}'; if it is nobody, write 'state: won'.")  # fmt: skip


def what_follows_comes_after_the_end(site: Site, today: date) -> Iterator[Problem]:
    """A campaign that is over may name another one that follows it, and how it ended."""
    for slug, one in site.campaigns.items():
        if one.follow_up == slug:
            yield error(site.place("campaign", slug, "follow_up"), "campaigns/follow-up",
                        "This campaign follows itself.", "Name another one, or delete this line.")  # fmt: skip
        for key in ("follow_up", "ended"):
            if getattr(one, key) and one.state not in _OVER:
                yield error(site.place("campaign", slug, key), "campaigns/follow-up",
                            f"'{key}' stands here, but this campaign is not over: it is {one.state}.",
                            "Delete this line, or add the state in which it ended.")  # fmt: skip


def a_petition_names_its_house(site: Site, today: date) -> Iterator[Problem]:
    """A petition under the rules of a house of parliament names that house; a memorandum has none."""
    for slug, one in site.campaigns.items():
        route, place = one.formal_route, site.place("campaign", slug, "formal_route")
        if route.kind == "house" and not route.house:
            yield error(place, "campaigns/house", "Nobody can tell here which house of parliament this is for.",
                        "Add 'house: {en: …}', or write 'kind: memorandum'.")  # fmt: skip
        if route.kind == "memorandum" and route.house:
            yield error(place, "campaigns/house", "A memorandum is not a petition of a house of parliament.",
                        "Take 'house' out; or write 'kind: house', if a member of it brings this in.")  # fmt: skip


def ids_stand_once(site: Site, today: date) -> Iterator[Problem]:
    """No two asks, actions, events or paragraphs of a letter have one id within a campaign."""
    for slug, one in site.campaigns.items():
        for path, names in _names(one).items():
            for index, name in enumerate(names):
                if name in names[:index]:
                    yield error(site.place("campaign", slug, *path, index), "campaigns/twice",
                                f"'{name}' stands here a second time.", "Use another id.")  # fmt: skip


def _names(one: Campaign) -> Mapping[KeyPath, tuple[str, ...]]:
    return {
        ("asks",): tuple(ask.id for ask in one.asks),
        ("actions",): tuple(action.id for action in one.actions),
        ("events",): tuple(event.id for event in one.events),
        ("letter", "choose"): one.letter.choose if one.letter else (),
    }


def events_have_whole_hours(site: Site, today: date) -> Iterator[Problem]:
    """An event that ends at an hour begins at an earlier one of the same day."""
    for slug, one in site.campaigns.items():
        for index, each in enumerate(one.events):
            if each.ends and (each.starts is None or each.ends <= each.starts):
                yield error(site.place("campaign", slug, "events", index, "ends"), "campaigns/hours",
                            "This event ends before anybody knows that it has begun." if each.starts is None
                            else "This event ends before it begins.",
                            "Write 'starts', and an 'ends' after it on the same day; or delete 'ends'.")  # fmt: skip
