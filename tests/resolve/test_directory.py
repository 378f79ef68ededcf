"""The pages of the directory: what may be shown, and nothing else."""

import pytest
from tests.resolve.conftest import EditionOf, PageOf

GREEN = """
name: {en: Anchor}
kind: union
tier: green
about: {en: They stand together.}
source: {id: survey, dated: "2016"}
verification: {state: verified}
services: [legal]
consent: {ref: C-2026-001, covers: [contact]}
contact: [{kind: phone, number: "+60300000000", owner: organisation, cost: local}]
"""


def test_a_red_entry_is_nowhere_in_an_edition(edition_of: EditionOf) -> None:
    everything = repr(edition_of("en"))
    assert "Unseen" not in everything
    assert "directory/red" not in everything


def test_an_entry_that_is_green_verified_and_agreed_shows_its_number(page_of: PageOf) -> None:
    [contact] = page_of("ms/directory/green/").body.contact
    assert (contact.number, contact.shown, contact.cost) == ("+60300000000", "+60 3-0000 0000", "local")


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("tier: green", "tier: yellow"),
        ("state: verified", "state: unverified"),
        ("state: verified", "state: disputed"),
        ("state: verified", "state: closed"),
        ("covers: [contact]", "covers: []"),
        ("covers: [contact]", "covers: [contact], withdrawn: true"),
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


def test_the_list_counts_what_it_shows(page_of: PageOf) -> None:
    body = page_of("en/directory/").body
    assert body.count == sum(len(group.cards) for group in body.groups) == 2


def test_help_for_partners_is_not_offered_to_workers(page_of: PageOf) -> None:
    page = page_of("en/directory/yellow/")
    assert [offer.text for offer in page.body.card.offers] == ["Legal help"]
    assert [link.label.text for link in page.body.services] == ["Legal help"]


def test_an_entry_says_when_and_where_it_was_read(page_of: PageOf) -> None:
    body = page_of("en/directory/yellow/").body
    assert (body.card.state, body.card.year, body.source) == ("unverified", "2016", "The Survey")


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
