"""The pages of pathways, letters and cards, their list, and the register of laws."""

from datetime import date

from tests.resolve.conftest import FILES, EditionOf, PageOf

TOOLS = tuple(f"content/{kind}" for kind in ("letters", "calculators", "cards", "pathways"))


def test_the_steps_of_a_pathway_are_numbered_from_its_first_question(page_of: PageOf) -> None:
    steps = page_of("en/pathways/unpaid/").body.steps
    assert [(step.number, step.id, step.kind) for step in steps] == [
        (1, "safe", "choice"),
        (2, "end", "outcome"),
        (3, "paid", "money"),
        (4, "know", "info"),
    ]
    assert [(one.words.text, one.number) for one in steps[0].answers] == [("Yes", 3), ("I do not know", 2)]
    assert (steps[2].limit, steps[3].next) == (170050, 2)


def test_the_limit_of_a_question_is_the_one_in_force_on_the_day(page_of: PageOf) -> None:
    steps = page_of("en/pathways/unpaid/", today=date(2026, 1, 31)).body.steps
    assert steps[2].limit == 150000


def test_an_outcome_leads_to_lines_guides_letters_and_people(page_of: PageOf) -> None:
    outcome = page_of("ms/pathways/unpaid/").body.steps[1]
    assert [line.number for line in outcome.lines] == ["+60380000000"]
    assert [(link.label.text, link.route) for link in outcome.links] == [
        ("Saya tidak dibayar", "ms/guides/pay/#today"),
        ("Minta gaji anda", "ms/letters/ask/"),
    ]
    assert [link.route for link in outcome.services] == ["ms/directory/for/legal/"]


def test_a_letter_stands_in_the_language_of_the_office_beside_that_of_the_reader(page_of: PageOf) -> None:
    columns = page_of("en/letters/ask/").body.columns
    assert [column.language for column in columns] == ["ms", "en"]
    assert [column.paragraphs[0].pieces for column in columns] == [
        (("text", "Saya, "), ("blank", "name"), ("text", ", meminta RM "), ("blank", "owed"),
         ("text", ". Gaji terendah ialah RM1,700.50.")),
        (("text", "I, "), ("blank", "name"), ("text", ", ask for RM "), ("blank", "owed"),
         ("text", ". The lowest wage is RM1,700.50.")),
    ]  # fmt: skip


def test_the_blanks_of_a_column_are_called_as_its_language_calls_them(page_of: PageOf) -> None:
    columns = page_of("en/letters/ask/").body.columns
    assert [dict(column.labels)["name"] for column in columns] == ["Nama anda", "Your name"]


def test_a_reader_of_the_offices_language_gets_one_column(page_of: PageOf) -> None:
    assert [column.language for column in page_of("ms/letters/ask/").body.columns] == ["ms"]
    assert [column.language for column in page_of("id/letters/ask/").body.columns] == ["ms"]


def test_a_blank_has_a_label_and_a_hint_in_the_readers_language(page_of: PageOf) -> None:
    blanks = page_of("ms/letters/ask/").body.blanks
    assert [(one.id, one.kind, one.label.text, one.hint) for one in blanks] == [
        ("name", "text", "Nama anda", ""),
        ("owed", "money", "Berapa yang tertunggak", "Dalam ringgit."),
    ]


def test_a_card_has_the_readers_side_and_those_of_whom_it_is_shown_to(page_of: PageOf) -> None:
    body = page_of("ur/cards/mine/").body
    assert (body.front.language, body.front.direction, [side.language for side in body.back]) == ("ur", "rtl", ["en"])
    assert body.back[0].items == ("I ask for my pay.", "The lowest wage is RM1,700.50.")
    assert body.back[0].lines == (("The lamp line", "+60 3-8000 0000"),)


def test_a_card_and_a_letter_become_paper_beside_their_pages(edition_of: EditionOf) -> None:
    papers = {page.route: page.kind for page in edition_of("ur").pages if page.on_paper}
    assert papers == {"ur/cards/mine/mine.pdf": "sheet", "ur/letters/ask/ask.pdf": "letter-paper"}
    bare = {"content/site.yml": FILES["content/site.yml"].replace("take_away: [pdf, file]\n", "")}
    assert [page for page in edition_of("ur", bare).pages if page.on_paper] == []


def test_tools_are_listed_by_what_they_are(page_of: PageOf) -> None:
    groups = page_of("ms/tools/").body.groups
    assert [(kind, [link.route for link in links]) for kind, links in groups] == [
        ("letters", ["ms/letters/ask/"]),
        ("calculators", ["ms/calculators/lowest/"]),
        ("cards", ["ms/cards/mine/"]),
    ]


def test_home_leads_to_tools_only_where_there_are_any(page_of: PageOf) -> None:
    assert "en/tools/" in {row.route for row in page_of("en/").body.rows}
    gone = {name: "" for name in FILES if name.startswith(TOOLS)}
    assert "en/tools/" not in {row.route for row in page_of("en/", gone).body.rows}


def test_a_law_lists_the_guides_that_stand_on_it_or_on_a_fact_that_rests_on_it(page_of: PageOf) -> None:
    [law] = page_of("ms/laws/").body.laws
    assert (law.id, law.title.text) == ("wage-law", "Akta Gaji")
    assert [link.route for link in law.guides] == ["ms/guides/pay/"]


def test_a_statement_leads_to_its_law_in_the_register_of_the_readers_language(page_of: PageOf) -> None:
    part = next(part for part in page_of("id/guides/pay/").body.parts if part.citations)
    assert [citation.register for _, citation in part.citations] == ["id/laws/#wage-law"]
