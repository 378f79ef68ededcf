"""The pages of guides, and the standing pages."""

from datetime import date

from tests.resolve.conftest import FILES, EditionOf, PageOf

TOOLS = {
    "content/guides/pay/guide.yml": FILES["content/guides/pay/guide.yml"]
    + "covers: {en: For all., ms: Untuk semua.}\npathway: unpaid\nletters: [ask]\ncards: [mine]\n"
}


def test_what_happened_is_asked_by_the_pathways_and_without_any_by_the_guides(page_of: PageOf) -> None:
    def tiles(changes: dict[str, str]) -> list[tuple[str, str]]:
        return [(tile.label.text, tile.route) for tile in page_of("ms/", changes).body.tiles]

    assert tiles({}) == [("Saya tidak dibayar", "ms/pathways/unpaid/")]
    gone = {f"content/pathways/unpaid/{name}": "" for name in ("pathway.yml", "en.md", "ms.md")}
    assert tiles(gone) == [("Saya tidak dibayar", "ms/guides/pay/"), ("I was arrested", "ms/guides/arrest/")]


def test_what_is_dangerous_is_marked_as_urgent(page_of: PageOf) -> None:
    name = "content/pathways/unpaid/pathway.yml"
    assert [tile.urgent for tile in page_of("en/").body.tiles] == [False]
    assert [
        tile.urgent for tile in page_of("en/", {name: FILES[name].replace("risk: low", "risk: high")}).body.tiles
    ] == [True]


def test_a_guide_tells_for_whom_it_is_and_what_can_be_used(page_of: PageOf) -> None:
    body = page_of("ms/guides/pay/", TOOLS).body
    assert body.covers.text == "Untuk semua."
    assert [(link.label.text, link.route) for link in body.tools] == [
        ("ms a-pathway", "ms/pathways/unpaid/"),
        ("Minta gaji anda", "ms/letters/ask/"),
        ("My rights", "ms/cards/mine/"),
    ]


def test_letters_stand_down_half_a_year_after_a_guide_should_have_been_read_again(page_of: PageOf) -> None:
    last, next_day = date(2027, 10, 28), date(2027, 10, 29)  # 180 days after 1 May 2027
    before, after = (page_of("en/guides/pay/", TOOLS, today=day).body for day in (last, next_day))
    assert (before.stands_down, after.stands_down) == (False, True)
    assert "en/letters/ask/" in {link.route for link in before.tools}
    assert "en/letters/ask/" not in {link.route for link in after.tools}
    assert page_of("en/letters/ask/", today=last).body.columns
    letter = page_of("en/letters/ask/", today=next_day).body
    assert (letter.columns, [line.number for line in letter.lines]) == ((), ["+60380000000"])


def test_a_law_that_changed_after_a_guide_was_read_is_told_from_the_day_it_holds(page_of: PageOf) -> None:
    facts = FILES["content/facts/facts.yml"].replace("since: 2026-02-01", "since: 2026-11-10")
    changes = {"content/facts/facts.yml": facts}
    assert page_of("ms/guides/pay/").body.changed is None
    assert page_of("ms/guides/pay/", changes, today=date(2026, 11, 9)).body.changed is None
    assert page_of("ms/guides/pay/", changes, today=date(2026, 11, 10)).body.changed == date(2026, 11, 10)


QUIET = FILES["content/guides/arrest/guide.yml"] + "discreet: {slug: n7, title: {en: Notes 7, ms: Nota 7}}\n"


def test_a_quiet_page_says_the_same_under_an_address_and_a_title_that_tell_nothing(page_of: PageOf) -> None:
    changes = {"content/guides/arrest/guide.yml": QUIET}
    open_, quiet = page_of("ms/guides/arrest/", changes), page_of("ms/n7/", changes)
    assert quiet.body.parts == open_.body.parts
    assert (quiet.tab, quiet.indexed, quiet.alternates, quiet.structured, quiet.search) == ("Nota 7", False, (), "", ())
    assert open_.body.twin.route == "ms/n7/"
    assert quiet.body.twin is None
    assert [(one.text, one.quiet) for one in open_.body.sendings] == [
        ("Nota 7 https://lamp.example/site/ms/n7/", True),
        ("Arrested https://lamp.example/site/ms/guides/arrest/", False),
    ]


def test_what_is_taken_away_of_a_dangerous_guide_has_a_quiet_name(edition_of: EditionOf) -> None:
    made = edition_of("en", {"content/guides/arrest/guide.yml": QUIET}).pages
    copies = {
        page.route: (page.kind, page.on_paper, page.tab) for page in made if page.route.endswith((".pdf", ".html"))
    }
    assert copies["en/n7/n7.pdf"] == ("paper", True, "Notes 7")
    assert copies["en/n7/n7.html"] == ("file", False, "Notes 7")
    assert copies["en/guides/pay/pay.pdf"] == ("paper", True, "")
    assert not [route for route in copies if "arrest" in route]


def test_a_guide_that_nobody_translated_cannot_be_taken_away(edition_of: EditionOf) -> None:
    assert not [page.route for page in edition_of("ur").pages if page.route.endswith("pay.pdf")]


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
