"""The pages of campaigns."""

from datetime import date
from typing import Any

import pytest
from tests.resolve.conftest import EditionOf, PageOf

DRAFT = """
states: [{{state: {}, "on": 2026-11-01}}]
review_by: 2026-11-21
icon: bullhorn
asks: [{{id: one}}]
actions:
  - {{id: talk, kind: tell, audience: [employer, worker], risk: 3, needs_organiser: true}}
  - {{id: tell, kind: tell, audience: [ally, family], risk: 0}}
"""


def changed(state: str) -> dict[str, str]:
    """Bring the second campaign into a state."""
    return {"campaigns/draft/campaign.yml": DRAFT.format(state)}


@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_what_is_not_ready_or_was_taken_back_is_nowhere(edition_of: EditionOf, state: str) -> None:
    assert "Not ready" not in repr(edition_of("en", changed(state)))


@pytest.mark.parametrize("state", ["scheduled", "live", "paused", "won", "lost", "closed", "archived"])
def test_every_other_campaign_is_listed_and_has_its_page(edition_of: EditionOf, state: str) -> None:
    pages: dict[str, Any] = {page.route: page for page in edition_of("en", changed(state)).pages}
    rows = pages["en/campaigns/"].body.rows
    assert {row.route for row in rows} == {"en/campaigns/draft/", "en/campaigns/rest/"}
    assert pages["en/campaigns/draft/"].body.state == state


def test_history_joins_the_bill_and_the_campaign_in_the_order_of_days(page_of: PageOf) -> None:
    history = page_of("en/campaigns/rest/").body.history
    assert [(event.on, event.text.text) for event in history] == [
        ("2026-02", "A march"),
        ("2026-03-01", "First reading"),
    ]


def test_what_has_not_happened_is_not_told(page_of: PageOf) -> None:
    told = page_of("en/campaigns/rest/", today=date(2026, 12, 1)).body.history
    assert [event.text.text for event in told] == ["A march", "First reading", "Not yet"]


def test_actions_stand_under_each_audience_and_workers_come_first(page_of: PageOf) -> None:
    actions = page_of("en/campaigns/draft/", changed("live")).body.actions
    assert [(audience, [one.text.text for one in some]) for audience, some in actions] == [
        ("worker", ["Talk"]),
        ("family", ["Tell"]),
        ("ally", ["Tell"]),
        ("employer", ["Talk"]),
    ]


def test_a_risky_action_says_its_risk_and_that_it_needs_an_organiser(page_of: PageOf) -> None:
    (_, [talk]), *_ = page_of("en/campaigns/draft/", changed("live")).body.actions
    assert (talk.risk, talk.needs_organiser, talk.note.markdown) == (3, True, "Not alone")


def test_everything_else_of_a_campaign_is_on_its_page(page_of: PageOf) -> None:
    body = page_of("ms/campaigns/rest/").body
    assert [(ask.text.text, ask.outcome, ask.sources) for ask in body.asks] == [
        ("Sehari rehat", "open", ("The Survey",))
    ]
    assert [(row.who.text, row.what.text, row.covered) for row in body.left_out] == [("Cleaners", "Rest day", "no")]
    assert [(one.name.text, one.role.text) for one in body.targets] == [("The Minister", "Can change the order.")]
    assert [(one.by.text, one.state) for one in body.promises] == [("A minister", "not_kept")]
    assert [(link.label.text, link.route) for link in body.endorsers] == [("Anchor", "ms/directory/green/")]
    assert body.safety.markdown == "Fikir dahulu."


def test_a_campaign_is_overdue_from_the_day_after_its_review(page_of: PageOf) -> None:
    route = "en/campaigns/draft/"
    assert page_of(route, changed("live"), date(2026, 11, 21)).body.overdue is None
    assert page_of(route, changed("live"), date(2026, 11, 22)).body.overdue == date(2026, 11, 21)
