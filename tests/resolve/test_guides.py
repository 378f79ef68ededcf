"""The pages of guides, and the standing pages."""

from datetime import date

from tests.resolve.conftest import EditionOf, PageOf


def test_what_happened_is_asked_in_the_order_that_writers_gave(page_of: PageOf) -> None:
    tiles = page_of("ms/").body.tiles
    assert [(tile.label.text, tile.route) for tile in tiles] == [
        ("Saya tidak dibayar", "ms/guides/pay/"),
        ("I was arrested", "ms/guides/arrest/"),
    ]


def test_what_is_dangerous_is_marked_as_urgent(page_of: PageOf) -> None:
    assert [tile.urgent for tile in page_of("en/").body.tiles] == [False, True]


def test_the_list_of_guides_has_each_guide_with_its_summary(page_of: PageOf) -> None:
    rows = page_of("en/guides/").body.rows
    assert [(row.label.text, row.note.text) for row in rows] == [
        ("You were not paid", "What to do."),
        ("Arrested", "Stay calm."),
    ]


def test_a_guide_leads_to_the_help_that_somebody_offers(page_of: PageOf) -> None:
    services = page_of("en/guides/pay/").body.services
    assert [(link.label.text, link.route) for link in services] == [("Legal help", "en/directory/for/legal/")]


def test_a_guide_shows_its_lines(page_of: PageOf) -> None:
    assert [line.title.text for line in page_of("ms/guides/pay/").body.lines] == ["The lamp line"]


def test_a_guide_is_overdue_from_the_day_after_its_review(page_of: PageOf) -> None:
    last = date(2026, 11, 21)
    assert page_of("en/guides/arrest/", today=last).body.overdue is None
    assert page_of("en/guides/arrest/", today=date(2026, 11, 22)).body.overdue == last


def test_only_the_help_page_carries_the_crisis_lines(page_of: PageOf) -> None:
    assert [line.number for line in page_of("en/help/").body.lines] == ["+60380000000"]
    assert page_of("en/safety/").body.lines == ()


def test_a_standing_page_that_nobody_wrote_is_not_built(edition_of: EditionOf) -> None:
    routes = [page.route for page in edition_of("en").pages]
    assert "en/safety/" in routes
    assert "en/about/" not in routes
