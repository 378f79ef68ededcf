"""The pages of the directory: what may be shown, and nothing else."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.resolve.conftest import FILES, EditionOf, PageOf

GREEN = """
name: {en: Anchor}
kind: union
tier: green
about: {en: They stand together.}
source: {id: survey, dated: "2016"}
verification: {state: verified}
services: [legal]
consent: {ref: C-2026-001, covers: [contact]}
contact:
  - {kind: phone, number: "+60300000000", owner: organisation, cost: local, source: [survey], checked_on: 2026-10-01}
"""

UNSIGNED = FILES["campaigns/rest/campaign.yml"].replace("[{org: green, since: 2026-11-01, confirmed_by: letter}]", "[]")
"""The campaign without the organisation that signs it."""


def test_a_red_entry_is_nowhere_in_an_edition(edition_of: EditionOf) -> None:
    everything = repr(edition_of("en"))
    assert "Unseen" not in everything
    assert "directory/red" not in everything


def test_an_entry_that_is_green_verified_and_agreed_shows_its_number(page_of: PageOf) -> None:
    [line] = page_of("ms/directory/green/").body.entry.lines
    assert (line.number, line.shown, line.cost) == ("+60300000000", "+60 3-0000 0000", "local")
    assert (line.source, line.checked_on) == ("The Survey", date(2026, 10, 1))


def test_a_number_that_nobody_checked_for_a_year_is_nowhere(edition_of: EditionOf) -> None:
    for today, shown in ((date(2027, 10, 1), True), (date(2027, 10, 2), False)):
        assert ("60300000000" in repr(edition_of("en", {}, today).pages)) == shown


def test_nothing_is_left_of_an_entry_that_withdrew(edition_of: EditionOf) -> None:
    changed = GREEN.replace("covers: [contact]", "covers: [contact], withdrawn: true")
    everything = repr(edition_of("en", {"directory/organisations/green.yml": changed,
                                        "campaigns/rest/campaign.yml": UNSIGNED}))  # fmt: skip
    assert "Anchor" not in everything


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("tier: green", "tier: yellow"),
        ("state: verified", "state: unverified"),
        ("state: verified", "state: disputed"),
        ("state: verified", "state: closed"),
        ("covers: [contact]", "covers: []"),
        ("consent: {ref: C-2026-001, covers: [contact]}\n", ""),
    ],
)
def test_without_any_one_of_these_the_number_is_nowhere(edition_of: EditionOf, word: str, other: str) -> None:
    changed = GREEN.replace(word, other)
    assert changed != GREEN
    everything = repr(edition_of("en", {"directory/organisations/green.yml": changed}))
    assert "Anchor" in everything
    assert "60300000000" not in everything


def test_organisations_stand_in_the_order_of_their_names_whatever_their_case(page_of: PageOf) -> None:
    neighbours = {"directory/organisations/green.yml": f"{GREEN}base: XA-1\n".replace("Anchor", "Chart")}
    [group] = page_of("en/directory/for/legal/", neighbours).body.groups
    assert [card.name.text for card in group.cards] == ["beacon", "Chart"]


def test_places_stand_in_the_order_of_their_vocabulary(page_of: PageOf) -> None:
    groups = page_of("en/directory/").body.groups
    assert [(group.id, group.name.text) for group in groups] == [("xa-2", "Upriver"), ("xa-1", "Downriver")]


def test_organisations_without_a_place_stand_last(page_of: PageOf) -> None:
    groups = page_of("ms/directory/", {"directory/organisations/green.yml": GREEN}).body.groups
    assert [(group.id, group.name.text) for group in groups] == [
        ("xa-1", "Downriver"),
        ("other", "ms place-other"),
    ]


def test_each_kind_of_help_that_somebody_offers_to_workers_has_a_list(edition_of: EditionOf) -> None:
    routes = [page.route for page in edition_of("en").pages if "/for/" in page.route]
    assert routes == ["en/directory/for/legal/"]


def many(places: str) -> dict[str, str]:
    """Invent organisations `a`, `b`, `c` … in the places XA-1 and XA-2, or in none where the digit is 0."""
    base = {"0": "", "1": "base: XA-1\n", "2": "base: XA-2\n"}
    return {
        f"directory/organisations/{letter}.yml": GREEN.replace("Anchor", letter) + base[place]
        for letter, place in zip("abcdefghij", places, strict=False)
    } | dict.fromkeys(("directory/organisations/green.yml", "directory/organisations/yellow.yml"), "")


SHORT = FILES["content/site.yml"] + "per_page: {directory: 4, others: 1}\n"
ROUTES = ("en/directory/", "en/directory/2/", "en/directory/3/")


@pytest.fixture
def sheets_of(edition_of: EditionOf) -> Callable[[str], list[Any]]:
    """Give the pages of the list of organisations, of which four stand on one."""

    def made(places: str) -> list[Any]:
        changes = many(places) | {"content/site.yml": SHORT, "campaigns/rest/campaign.yml": UNSIGNED}
        return [page for page in edition_of("en", changes).pages if page.route in ROUTES]

    return made


def shape(page: Any) -> list[tuple[str, str]]:
    """Tell in short what stands in each group of a page."""
    return [(group.id, "".join(card.name.text for card in group.cards)) for group in page.body.groups]


def test_a_long_list_goes_on_on_further_pages(sheets_of: Callable[[str], list[Any]]) -> None:
    pages = sheets_of("2222211111")
    assert [page.route for page in pages] == list(ROUTES)
    assert [shape(page) for page in pages] == [[("xa-2", "abcd")], [("xa-2", "e"), ("xa-1", "fgh")], [("xa-1", "ij")]]
    assert [page.body.count for page in pages] == [10, 10, 10]


def test_a_page_ends_where_a_place_ends_unless_half_of_it_would_stay_free(
    sheets_of: Callable[[str], list[Any]],
) -> None:
    assert [shape(page) for page in sheets_of("22111")] == [[("xa-2", "ab")], [("xa-1", "cde")]]
    assert [shape(page) for page in sheets_of("21111")] == [[("xa-2", "a"), ("xa-1", "bcd")], [("xa-1", "e")]]


def test_a_jump_leads_to_the_page_where_a_place_begins(sheets_of: Callable[[str], list[Any]]) -> None:
    first, second = sheets_of("211110")
    assert [(jump.id, jump.route) for jump in first.body.jumps] == [
        ("xa-2", ""),
        ("xa-1", ""),
        ("other", "en/directory/2/#other"),
    ]
    assert [(jump.id, jump.route) for jump in second.body.jumps] == [
        ("xa-2", "en/directory/#xa-2"),
        ("xa-1", "en/directory/#xa-1"),
        ("other", ""),
    ]


def test_the_pages_of_a_list_lead_to_each_other_and_say_which_they_are(
    sheets_of: Callable[[str], list[Any]],
) -> None:
    first, second, third = sheets_of("1111111110")
    assert [page.title.text for page in (first, second, third)] == [
        "en directory",
        "en directory (2/3)",
        "en directory (3/3)",
    ]
    assert (first.body.pager.previous, first.body.pager.next) == ("", ROUTES[1])
    assert (second.body.pager.previous, second.body.pager.next) == (ROUTES[0], ROUTES[2])
    assert (third.body.pager.previous, third.body.pager.next) == (ROUTES[1], "")
    assert [page.up and page.up.route for page in (first, second, third)] == [None, ROUTES[0], ROUTES[0]]


def test_only_the_first_page_of_a_list_is_found_and_offers_kinds_of_help(
    sheets_of: Callable[[str], list[Any]],
) -> None:
    pages = sheets_of("1111111110")
    assert [bool(page.search) for page in pages] == [True, False, False]
    assert [bool(page.body.services) for page in pages] == [True, False, False]


def test_the_list_of_a_kind_of_help_is_in_pages_too(page_of: PageOf) -> None:
    changes = many("11111") | {"content/site.yml": SHORT, "campaigns/rest/campaign.yml": UNSIGNED}
    page = page_of("ms/directory/for/legal/2/", changes)
    assert shape(page) == [("xa-1", "e")]
    assert page.up.route == "ms/directory/for/legal/"
    assert page.alternates[0] == ("en", "en/directory/for/legal/2/")


def test_a_short_list_is_one_page(page_of: PageOf) -> None:
    assert page_of("en/directory/").body.pager is None


def test_the_list_counts_what_it_shows(page_of: PageOf) -> None:
    body = page_of("en/directory/").body
    assert body.count == sum(len(group.cards) for group in body.groups) == 2


def test_help_for_partners_is_not_offered_to_workers(page_of: PageOf) -> None:
    page = page_of("en/directory/yellow/")
    assert [offer.text for offer in page.body.entry.card.offers] == ["Legal help"]
    assert [link.label.text for link in page.body.services] == ["Legal help"]


def test_an_entry_says_when_and_where_it_was_read(page_of: PageOf) -> None:
    body = page_of("en/directory/yellow/").body
    entry = body.entry
    assert (entry.card.state, entry.card.year, entry.source) == ("unverified", "2016", "The Survey")


def test_an_organisation_is_found_by_its_name_in_every_language(page_of: PageOf) -> None:
    searched = page_of("ur/directory/yellow/").search
    assert [text for _, text in searched] == ["beacon", "BCN"]


def test_a_description_is_found_in_the_language_it_is_written_in(page_of: PageOf) -> None:
    searched = page_of("ms/directory/yellow/").search
    assert [text for _, text in searched] == ["beacon", "BCN", "Mereka membantu.", "Bantuan guaman"]


def test_search_engines_are_shown_an_entry_only_in_a_language_of_its_own(page_of: PageOf) -> None:
    assert page_of("ms/directory/yellow/").indexed
    assert not page_of("ms/directory/green/").indexed
    assert page_of("ms/directory/yellow/").alternates == (
        ("en", "en/directory/yellow/"),
        ("ms", "ms/directory/yellow/"),
    )
