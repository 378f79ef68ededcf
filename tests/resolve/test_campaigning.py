"""What can be done for a campaign: letters, calls, paper, pictures, and how somebody checks that it is ours."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.conftest import EditionOf, PageOf, SiteOf, part

from suluh.model.campaign import Ask, Campaign, Goal, Since
from suluh.model.prose import Prose, Section
from suluh.model.tally import CHANNELS, LEAST, Tally, total
from suluh.resolve import pages_of
from suluh.resolve.asking import code_of, progress

TODAY = date(2026, 11, 22)
RECORD = """
states: [{state: live, "on": 2026-11-01}]
review_by: 2027-05-01
icon: bullhorn
bill: wage-bill
targets: [minister]
asks: [{id: rest, source: [survey]}, {id: pay}]
actions:
  - {id: read, kind: read, audience: [worker], risk: 0}
  - {id: write, kind: letter, audience: [ally], risk: 1}
letter: {to: minister, choose: [health, home]}
call: {to: minister}
sign_on: {to: green}
paper: {holder: green, destroy_by: 2027-06-01}
endorsers:
  - {org: green, since: 2026-11-01, confirmed_by: letter}
  - {org: green, since: 2026-11-02, confirmed_by: letter, show: false}
"""
TALLIES = '- {"on": 2026-11-10, channel: paper, batch: A-1, count: 60, counted_by: [role:a, role:b]}'
SECTIONS = (
    ("why", "Why", "Because."), ("safety", "Before you act", "Think."), ("ask-rest", "A day of rest", "Each week."),
    ("ask-pay", "Fair pay", ""), ("act-read", "Read", ""), ("act-write", "Write", "Your name is on it."),
    ("letter", "A day of rest", "Dear Minister,\n\nplease change the order."),
    ("letter-health", "Health", "Rest is health."),
    ("letter-home", "Home", "Children wait."), ("letter-end", "End", "Yours,\n(your name)"),
    ("call", "What to say", "Good day."),
    ("call-sound", "How it sounds", "Good day."), ("call-answers", "What they say", "We look into it."),
    ("petition", "We ask", "We who sign ask:"), ("poster", "Rest for all", "One day a week."),
    ("message-short", "Short", "A day of rest for all."), ("message-story", "Story", "She works each day."),
    ("message-question", "Question", "Which day is hers?"),
)  # fmt: skip


def text(language: str, title: str = "One day") -> str:
    """Write the texts of a campaign; each of a language begins with its code."""
    sections = "\n\n".join(f"## {language} {heading} {{#{name}}}\n\n{body}" for name, heading, body in SECTIONS)
    return f"---\ntitle: {language} {title}\nsummary: {language} A day of rest.\n---\n{sections}\n"


FULL = {
    "campaigns/rest/campaign.yml": RECORD,
    "campaigns/rest/en.md": text("en"),
    "campaigns/rest/ms.md": text("ms"),
    "campaigns/rest/tallies.yml": TALLIES,
    "campaigns/targets/minister.yml": """
name: {en: The Minister}
role: {en: Can change the order.}
source: [gazette]
checked_on: 2026-11-01
contact: [{kind: email, address: minister@office.example, source: [gazette], checked_on: 2026-06-01}]
""",
}


def page(page_of: PageOf, route: str, changes: dict[str, str] | None = None, today: date = TODAY) -> Any:
    """Resolve a page of the full campaign."""
    return page_of(route, FULL | (changes or {}), today)


# --- what can be done ---


def test_what_can_be_done_leads_to_where_it_is_done(page_of: PageOf) -> None:
    actions = page_of("en/campaigns/rest/", FULL).body.actions
    routes = {action.kind: action.route for _, some in actions for action in some}
    assert routes == {"read": "en/campaigns/rest/#why", "letter": "en/campaigns/rest/letter/"}


# --- the letter ---


def test_a_letter_is_sent_in_the_language_of_the_office_and_read_in_ones_own(page_of: PageOf) -> None:
    body = page(page_of, "en/campaigns/rest/letter/").body
    assert [(one.language, one.subject, one.asks) for one in body.columns] == [
        ("ms", "ms A day of rest", (("rest", "ms A day of rest"), ("pay", "ms Fair pay"))),
        ("en", "en A day of rest", (("rest", "en A day of rest"), ("pay", "en Fair pay"))),
    ]


def test_a_mail_opens_with_the_whole_letter_and_its_first_reason(page_of: PageOf) -> None:
    body = page(page_of, "en/campaigns/rest/letter/").body
    (kind, begin, whole), (_, _, gmail) = body.ways
    asked = parse_qs(urlsplit(whole).query)
    said = (
        "Dear Minister,\n\nplease change the order.\n\n1. ms A day of rest\n2. ms Fair pay\n\nRest is health."
        "\n\nYours,\n(your name)"
    )
    assert (kind, urlsplit(whole).path) == ("mail", "minister@office.example")
    assert asked == {"subject": ["ms A day of rest"], "body": [said.replace("\n", "\r\n")]}
    assert whole.startswith(begin)
    assert "+" not in whole
    assert unquote(parse_qs(urlsplit(gmail).query)["body"][0]) == said.replace("\n", "\r\n")


@pytest.mark.parametrize(("length", "fits"), [(1000, True), (1900, False)])
def test_a_letter_that_is_too_long_for_a_link_is_copied(page_of: PageOf, length: int, fits: bool) -> None:
    long = text("ms").replace("please change the order.", "x" * length)
    ways = page(page_of, "en/campaigns/rest/letter/", {"campaigns/rest/ms.md": long}).body.ways
    assert [bool(whole) for _, _, whole in ways] == [fits, fits]
    assert all(len(whole) <= 1800 for _, _, whole in ways)


def test_an_address_that_nobody_checked_for_half_a_year_is_not_written_to(page_of: PageOf) -> None:
    body = page(page_of, "en/campaigns/rest/letter/", today=date(2026, 11, 29)).body
    assert body.office.email == ""
    assert body.ways[0][1].startswith("mailto:?subject=")


# --- call, organisation, paper ---


def test_a_call_has_the_words_of_the_office_before_ones_own(page_of: PageOf) -> None:
    body = page(page_of, "en/campaigns/rest/call/").body
    assert [(part.language, part.heading) for part in body.scripts] == [
        ("ms", "ms What to say"), ("en", "en What to say"),
    ]  # fmt: skip
    assert (body.sound.heading, body.answers.heading) == ("en How it sounds", "en What they say")


def test_an_organisation_writes_with_a_subject_that_names_the_campaign(page_of: PageOf) -> None:
    campaign = page(page_of, "en/campaigns/rest/").body
    body = page(page_of, "en/campaigns/rest/sign-on/").body
    assert body.subject == f"{campaign.code} rest"
    assert body.to == "Anchor"


def test_where_pdfs_are_wanted_there_are_four_sheets_in_both_languages(edition_of: EditionOf) -> None:
    pages = {one.route: one for one in edition_of("en", FULL).pages if "/rest/paper/" in one.route}
    sheets = {route: one for route, one in pages.items() if one.on_paper}
    assert {one.kind for one in sheets.values()} == {
        "petition-sheet", "petition-slips", "petition-resolution", "petition-poster",
    }  # fmt: skip
    body: Any = sheets["en/campaigns/rest/paper/sheet.pdf"].body
    assert [one.language for one in body.pair] == ["ms", "en"]
    assert (body.holder, body.destroy_by, body.address) == ("Anchor", date(2027, 6, 1), "lamp.example/site/c/rest/")
    kit: Any = pages["en/campaigns/rest/paper/"].body
    assert {route for _, route in kit.sheets} == sheets.keys()


def test_no_sheet_is_printed_in_a_language_that_the_campaign_does_not_speak(edition_of: EditionOf) -> None:
    assert not [one for one in edition_of("ur", FULL).pages if "/rest/" in one.route and one.on_paper]


# --- sharing ---


def test_a_message_ends_with_the_address_of_its_language_alone_in_the_last_line(page_of: PageOf) -> None:
    messages = page(page_of, "ms/campaigns/rest/share/").body.messages
    assert messages[0].text.split("\n") == [
        "A day of rest for all.", "https://lamp.example/site/ms/campaigns/rest/",
    ]  # fmt: skip
    assert [one.kind for one in messages] == ["short", "story", "question"]


def test_a_page_says_what_is_shown_of_it_where_somebody_sends_it(page_of: PageOf) -> None:
    share = page(page_of, "ms/campaigns/rest/").share
    assert (share.title, share.description) == ("ms One day", "ms A day of rest.")
    assert share.address == "https://lamp.example/site/ms/campaigns/rest/"
    assert (share.locale, share.others) == ("ms_MY", ("en_US",))


def test_a_picture_with_other_words_has_another_address(page_of: PageOf) -> None:
    before = page(page_of, "en/campaigns/rest/share/").body.pictures
    after = page(page_of, "en/campaigns/rest/share/", {"campaigns/rest/en.md": text("en", "Two days")}).body.pictures
    assert len({one.route for one in (*before, *after)}) == 6


def test_a_pack_holds_pictures_texts_and_the_poster(page_of: PageOf) -> None:
    bundles = {kind: bundle for kind, _, bundle in page(page_of, "en/campaigns/rest/share/").body.bundles}
    assert [one.name for one in bundles["pack"].members] == [
        "wide.png", "square.png", "story.png", "poster.pdf", "captions.txt", "alt-text.txt",
    ]  # fmt: skip
    assert [one.name for one in bundles["embed"].members] == ["index.html", "about.txt"]


def test_a_short_address_leads_to_every_language(site_of: SiteOf) -> None:
    site = site_of(FULL)
    made = pages_of(part(site, "campaign", "rest"), "campaign", "rest", site.settings.languages, TODAY)
    body: Any = next(found.body for _, found in made if found.route == "c/rest/")
    assert [(code, title.text, route) for code, _, _, title, route in body.choices] == [
        ("en", "en One day", "en/campaigns/rest/"), ("ms", "ms One day", "ms/campaigns/rest/"),
        ("id", "ms One day", "id/campaigns/rest/"), ("ur", "en One day", "ur/campaigns/rest/"),
    ]  # fmt: skip


@pytest.mark.parametrize("state", ["paused", "archived"])
def test_what_is_paused_or_put_away_is_not_shared_signed_or_printed(edition_of: EditionOf, state: str) -> None:
    changes = {"campaigns/rest/campaign.yml": RECORD.replace("state: live", f"state: {state}")}
    pages = edition_of("en", FULL | changes).pages
    assert [one.route for one in pages if "campaigns/rest/" in one.route] == ["en/campaigns/rest/"]
    body: Any = next(one.body for one in pages if one.route == "en/campaigns/rest/")
    assert (body.actions, body.ways) == ((), ())


def test_a_paused_page_names_nobody_and_counts_nobody(page_of: PageOf) -> None:
    changes = {"campaigns/rest/campaign.yml": RECORD.replace("state: live", "state: paused")}
    body = page(page_of, "en/campaigns/rest/", changes).body
    assert (body.endorsers, body.unnamed, body.progress.people, body.parts) == ((), 0, 0, ())


def test_an_organisation_that_does_not_want_to_be_named_is_counted(page_of: PageOf) -> None:
    body = page(page_of, "en/campaigns/rest/").body
    assert ([link.label.text for link in body.endorsers], body.unnamed) == (["Anchor"], 1)


# --- offices, bills, what is official ---


def test_an_office_has_everything_that_campaigns_ask_of_it(page_of: PageOf) -> None:
    body = page(page_of, "ms/targets/minister/").body
    assert [(one.campaign.label.text, [ask.text.text for ask in one.asks]) for one in body.demands] == [
        ("ms One day", ["ms A day of rest", "ms Fair pay"])
    ]


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_an_ask_whose_translation_is_not_for_readers_is_borrowed(page_of: PageOf, state: str) -> None:
    unit = f"campaigns/rest#ask-rest: {{state: {state}, source_digest: abcdefghijkl}}\n"
    body = page(page_of, "ms/targets/minister/", {"content/translations/ms.yml": unit}).body
    ask = body.demands[0].asks[0]
    assert (ask.text.text, ask.text.language) == ("en A day of rest", "en")


def test_the_steps_of_a_bill_tell_what_was_planned_and_what_is_to_come(page_of: PageOf) -> None:
    bill = """
title: {en: The Wage Bill}
amends: wage-law
stages:
  - {"on": 2026-03-01, text: {en: First}, source: [gazette], grade: A}
  - {"on": 2026-04-01, text: {en: Start}, source: [gazette], grade: A, planned: true}
  - {"on": 2027-04-01, text: {en: Later}, source: [gazette], grade: A}
"""
    body = page(page_of, "en/bills/wage-bill/", {"campaigns/bills/wage-bill.yml": bill}).body
    assert [(one.text.text, one.state) for one in body.stages] == [
        ("First", ""), ("Start", "planned"), ("Later", "coming"),
    ]  # fmt: skip
    assert [link.route for link in body.campaigns] == ["en/campaigns/rest/"]


def test_the_list_of_what_is_official_has_the_code_that_stands_on_paper(edition_of: EditionOf) -> None:
    pages = {one.route: one.body for one in edition_of("en", FULL).pages}
    official: Any = pages["en/verify/"]
    sheet: Any = pages["en/campaigns/rest/paper/sheet.pdf"]
    campaign: Any = pages["en/campaigns/rest/"]
    [one] = official.officials
    assert one.code == sheet.code == campaign.code
    assert (one.short, official.signature) == ("https://lamp.example/site/c/rest/", "")


@given(st.text(st.characters(categories=["L"]), min_size=1), st.text(st.characters(categories=["L"]), min_size=1))
def test_a_code_changes_with_what_is_asked_and_with_nothing_else(one: str, other: str) -> None:
    def code(ask: str, note: str) -> str:
        return code_of("a-day-of-rest", Prose("en", "", "Title", "S", (Section("ask-rest", ask, note, 1),)))

    assert code(one, "note") == code(one, "another note")
    assert (code(one, "") == code(other, "")) == (one == other)
    assert code(one, "").startswith("ADOR-")


@pytest.mark.parametrize(
    ("on", "today", "following"),
    [
        ("12-18", date(2026, 11, 22), date(2026, 12, 18)),
        ("11-22", date(2026, 11, 22), date(2026, 11, 22)),
        ("06-16", date(2026, 11, 22), date(2027, 6, 16)),
        ("02-29", date(2026, 11, 22), date(2028, 2, 29)),
    ],
)
def test_a_day_is_shown_when_it_comes_next(page_of: PageOf, on: str, today: date, following: date) -> None:
    days = f'- {{id: a-day, "on": "{on}", name: {{en: A day}}, source: [survey], grade: A}}'
    body = page(page_of, "en/days/", {"content/days.yml": days}, today).body
    assert [one.on for one in body.days] == [following]


# --- how many ---

ROWS = st.lists(
    st.builds(
        Tally,
        on=st.dates(date(2026, 10, 1), date(2026, 12, 31)),
        channel=st.sampled_from(CHANNELS),
        batch=st.just("A-1"),
        count=st.integers(-40, 120),
        counted_by=st.just(("role:a", "role:b")),
    ),
    max_size=6,
)
CAMPAIGN = Campaign(
    states=(Since(state="live", on=date(2026, 10, 1)),), review_by=TODAY, icon="bullhorn", asks=(Ask(id="rest"),),
    goals=(Goal(people=500, by=TODAY, since=TODAY),),
)  # fmt: skip


@given(ROWS)
def test_nothing_under_fifty_is_told_and_nothing_can_be_counted_back(rows: list[Tally]) -> None:
    told = progress(CAMPAIGN, rows, TODAY)
    counted = total(row for row in rows if row.on <= TODAY)
    assert told.people == (counted if counted >= LEAST else 0)
    assert all(people >= LEAST for _, people in told.channels)
    assert not told.channels or sum(people for _, people in told.channels) == told.people
    assert (told.as_of is None) == (told.people == 0)
