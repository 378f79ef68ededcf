"""The sheets of the campaigns of the real site, as they are printed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import ROOT, TODAY, load_all
from tests.emit.test_paper import unpacked

from suluh import render
from suluh.emit.paper import _fits, _fitted, _laid_out, paper
from suluh.model.campaigning import PaperBody, PressBody
from suluh.model.edition import Frame, Page
from suluh.model.reading import Reading
from suluh.resolve import frames, pages_of
from suluh.typesetting.fonts import signs

THEME, FONTS = ROOT / "overrides", ROOT / "overrides" / "fonts"
SIGNED = ("petition-sheet", "petition-slips", "petition-resolution")
SHEETS = {*SIGNED, "petition-poster", "press"}
HEAVIEST = 60_000
MILLIMETRE = 96 / 25.4
View = tuple[Frame, Page]
Views = Mapping[str, View]


def of_every_campaign() -> Iterator[View]:
    """Give each sheet of each campaign in each language."""
    site, _ = load_all(ROOT)
    assert site is not None
    languages = site.settings.languages
    around = frames(site.part("edition", ""), languages)
    for slug in site.known.campaigns:
        part = site.part("campaign", slug).with_texts("campaign", {slug: site.campaign_texts[slug]}, {})
        for code, page in pages_of(part, "campaign", slug, languages, TODAY):
            if page.on_paper:
                yield around[code], page


@pytest.fixture(scope="module")
def views() -> Views:
    """Give them by their path."""
    return {page.route: (frame, page) for frame, page in of_every_campaign()}


@pytest.fixture(scope="module")
def sheets(views: Views, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Render them all."""
    html, problems = render.pages(THEME, "sheets", tmp_path_factory.mktemp("sheets"), list(views.values()))
    assert problems == []
    return dict(zip(views, html, strict=True))


def route(language: str, sheet: str, campaign: str = "domestic-workers-left-out") -> str:
    folder = "share" if sheet == "press" else "paper"
    return f"{language}/campaigns/{campaign}/{folder}/{sheet}.pdf"


@pytest.fixture
def said(views: Views, tmp_path):
    """Render a sheet of the real site on which something is otherwise."""

    def made(language: str, sheet: str, **changes: Any) -> LexborHTMLParser:
        frame, page = views[route(language, sheet)]
        changed = replace(page, body=replace(page.body, **changes))
        [html], _ = render.pages(THEME, "sheets", tmp_path, [(frame, changed)])
        return LexborHTMLParser(html)

    return made


def body_of(view: View) -> PaperBody:
    assert isinstance(view[1].body, PaperBody)
    return view[1].body


def longest(sheets: Mapping[str, str], kind: str, views: Views) -> dict[str, str]:
    """Choose in each language the sheet of a kind that says most."""
    found: dict[str, str] = {}
    for path, html in sheets.items():
        code = path.partition("/")[0]
        if views[path][1].kind == kind and len(html) > len(found.get(code, "")):
            found[code] = html
    return found


def grown(view: View, letters: int, ask: int) -> View:
    """Let a petition say more: so many letters, and so many in each of five asks. Chinese says it in fewer.

    An organisation with a long name keeps it.
    """
    frame, page = view
    pair = tuple(
        replace(
            one,
            text=_repeated(one.text, letters, one.language),
            asks=tuple(_repeated(one.asks[0], ask, one.language) for _ in range(5)),
        )
        for one in body_of(view).pair
    )
    holder = "Lantern Workers' Centre of the South (invented)"
    return frame, replace(page, body=replace(body_of(view), pair=pair, holder=holder))


def _repeated(text: str, letters: int, language: str) -> str:
    return (f"{text} " * letters)[: letters * 2 // 5 if language == "zh-Hans" else letters].strip()


# --- what holds for every sheet ---


def test_every_language_has_every_sheet(views: Views) -> None:
    kinds: dict[tuple[str, str], set[str]] = {}
    for path, (_, page) in views.items():
        kinds.setdefault((path.split("/")[0], path.split("/")[2]), set()).add(page.kind)
    assert len({code for code, _ in kinds}) == 14
    assert all(found == SHEETS for found in kinds.values())


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_a_sheet_is_one_page_that_holds_all_its_words(sheets, views: Views, kind: str) -> None:
    every = {path: html for path, html in sheets.items() if views[path][1].kind == kind}
    chosen = every if kind in SIGNED[:2] else longest(sheets, kind, views)
    assert {path: found for path, html in chosen.items() if (found := amiss(html))} == {}


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_a_sheet_is_tagged_and_light(sheets, views: Views, kind: str) -> None:
    made = {code: paper(html, FONTS) for code, html in longest(sheets, kind, views).items()}
    assert {code: len(pdf) for code, pdf in made.items() if len(pdf) > HEAVIEST} == {}
    assert {code for code, pdf in made.items() if b"/MarkInfo" not in unpacked(pdf)} == set()


def test_a_sheet_is_the_same_each_time(sheets) -> None:
    html = sheets[route("my", "poster")]
    assert paper(html, FONTS) == paper(html, FONTS)


def test_every_sign_of_a_sheet_is_in_a_font(sheets) -> None:
    known, lacking = signs(FONTS), {}
    for path, html in sheets.items():
        text = LexborHTMLParser(html).css("body")[0].text(separator=" ")
        if missing := {sign for sign in text if ord(sign) not in known and sign > " "}:
            lacking[path] = missing
    assert lacking == {}


def test_what_is_said_in_a_language_says_which_and_its_direction(sheets, views: Views) -> None:
    for path, html in sheets.items():
        code = path.partition("/")[0]
        found = {
            (one.attributes["lang"], one.attributes.get("dir")) for one in LexborHTMLParser(html).css("body [lang]")
        }
        assert all(direction == ("rtl" if lang == "ur" else "ltr") for lang, direction in found), path
        if views[path][1].kind != "press" and code != "ms":
            assert {"ms", code} <= {lang for lang, _ in found}, path


def test_each_language_has_its_own_words_around_its_text(sheets, views: Views) -> None:
    for code in ("ms", "my", "ur"):
        for one in body_of(views[route(code, "sheet")]).pair:
            notes = LexborHTMLParser(sheets[route(code, "sheet")]).css(
                f".petition-sheet__note[lang={one.language}] > li"
            )
            assert one.words["paper-photo"] in [note.text() for note in notes]


# --- to sign ---


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "letters", "ask"), [("petition-sheet", 120, 40), *((kind, 500, 100) for kind in SIGNED)]
)
def test_a_short_petition_and_a_long_one_fit_in_every_language(views: Views, tmp_path, kind, letters, ask) -> None:
    chosen = [
        grown(view, letters, ask) for view in views.values() if view[1].kind == kind and "domestic" in view[1].route
    ]
    html, _ = render.pages(THEME, "sheets", tmp_path, chosen)
    wrong = {page.route: found for (_, page), text in zip(chosen, html, strict=True) if (found := amiss(text))}
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("sheet", ["sheet", "slips", "resolution", "poster"])
def test_the_address_of_another_coalition_fits_on_every_sheet(views: Views, tmp_path, sheet: str) -> None:
    address = "coalition-of-migrant-workers.example.org/know-your-rights/c/domestic-workers-left-out/"
    chosen = [views[path] for path in views if path.endswith(f"domestic-workers-left-out/paper/{sheet}.pdf")]
    longer = [(view[0], replace(view[1], body=replace(body_of(view), address=address))) for view in chosen]
    html, _ = render.pages(THEME, "sheets", tmp_path, longer)
    assert all(address.partition("/")[0] in text for text in html)
    assert {page.route: found for (_, page), text in zip(longer, html, strict=True) if (found := amiss(text))} == {}


@pytest.mark.slow
def test_eight_people_or_more_sign_on_a_sheet_each_on_11_mm(views: Views, tmp_path) -> None:
    chosen = [views[route(code, "sheet")] for code in ("en", "my", "ta", "ur")]
    longer = [grown(view, 500, 100) for view in chosen]
    for text in (text for some in (chosen, longer) for text in render.pages(THEME, "sheets", tmp_path, some)[0]):
        rows = [box.height / MILLIMETRE for box in boxes(text) if box.element_tag == "tr"][1:]
        assert len(rows) >= 8
        assert min(rows) >= 11


@pytest.mark.parametrize("sheet", ["sheet", "slips"])
def test_nothing_is_asked_that_leads_to_a_person(sheets, sheet: str) -> None:
    """Names of what is never asked stand only where they are forbidden: no blank is called so."""
    blanks = LexborHTMLParser(sheets[route("en", sheet)]).css("th, .slips__blank, .petition-sheet__blank")
    asked = " ".join(blank.text() for blank in blanks).lower()
    assert "initials" in asked
    assert not re.search(r"phone|passport|identity|employer|address|e-mail|birth|nationality", asked)


def test_in_a_language_written_from_the_right_the_first_column_is_on_the_right(sheets) -> None:
    for code, direction in {"ur": "rtl", "bn": "ltr"}.items():
        table = LexborHTMLParser(sheets[route(code, "sheet")]).css("table")[0]
        assert table.attributes["dir"] == direction


def test_whoever_keeps_the_sheets_is_named_or_there_is_a_line_for_it(said) -> None:
    named = said("en", "sheet", holder="Lantern Workers' Centre (invented)")
    assert "Lantern" in named.css(".petition-sheet__line")[0].text()
    assert said("en", "sheet", holder="").css(".petition-sheet__line")[0].text() == ""


def test_the_day_of_destruction_stands_in_each_language_in_its_words(said) -> None:
    notes = said("en", "sheet", destroy_by=date(2027, 1, 28)).css(".petition-sheet__note")
    assert [next(iter(re.findall(r"28 \w+ 2027", note.text()))) for note in notes] == [
        "28 Januari 2027",
        "28 January 2027",
    ]


def test_a_petition_to_a_house_names_it_and_another_says_that_it_is_none(said, views: Views) -> None:
    pair = body_of(views[route("en", "sheet")]).pair
    assert "not a petition under the rules" in said("en", "sheet").text()
    brought = said("en", "sheet", pair=tuple(replace(one, house="Lantern House (invented)") for one in pair))
    assert "not a petition under the rules" not in brought.text()
    assert brought.text().count("Lantern House (invented)") == 2


def test_slips_stand_on_a_sheet_each_with_text_and_code(sheets, views: Views) -> None:
    """Four, but in Tamil, whose letters are wide, two: so they can be read."""
    for path, html in sheets.items():
        if views[path][1].kind == "petition-slips":
            slips = LexborHTMLParser(html).css(".slips__slip")
            count = 4 if not path.startswith("ta/") else len(slips)
            assert count >= 2
            assert [slip.text().count(body_of(views[path]).code) for slip in slips] == [1] * count, path
            assert {len(slip.css("ol")) for slip in slips} == {len(body_of(views[path]).pair)}


def test_where_letters_would_be_too_small_two_slips_stand_on_a_sheet(said, views: Views) -> None:
    pair = body_of(grown(views[route("my", "slips")], 500, 100)).pair
    assert len(said("my", "slips", pair=pair).css(".slips__slip")) == 2


def test_a_meeting_signs_by_offices_and_numbers_without_a_list(sheets) -> None:
    sheet = LexborHTMLParser(sheets[route("en", "resolution")])
    blanks = [blank.css("span")[-1].text() for blank in sheet.css(".resolution__blank")]
    two = ["Signature", "Office held (no name needed)"] * 2
    assert blanks == ["Organisation", "Date", "People present", "For", "Against", *two]
    assert sheet.css("table") == []


# --- to hang up, and to write about ---


def test_a_poster_has_ten_strips_with_the_address_and_the_number(said) -> None:
    line = ("Lantern line (invented)", "999")
    strips = said("en", "poster", line=line).css(".poster__strip")
    assert len(strips) == 10
    assert all("/c/domestic-workers-left-out/" in strip.text() and "999" in strip.text() for strip in strips)
    assert "999" not in said("en", "poster", line=None).text()


def test_a_poster_speaks_to_its_reader_first_and_warns_of_those_who_ask_for_money(sheets, views: Views) -> None:
    poster = LexborHTMLParser(sheets[route("bn", "poster")])
    pair = body_of(views[route("bn", "poster")]).pair
    assert [line.text() for line in poster.css("h1")] == [one.poster[0] for one in reversed(pair)]
    assert [line.text() for line in poster.css(".poster__never")] == [
        one.words["paper-never"] for one in reversed(pair)
    ]


def test_the_sheet_for_the_press_tells_how_each_ask_and_each_promise_stands(sheets, views: Views) -> None:
    frame, page = views[route("en", "press")]
    assert isinstance(page.body, PressBody)
    sheet, campaign = LexborHTMLParser(sheets[route("en", "press")]), page.body.campaign
    lists = [[one.text() for one in part.css("li > b")] for part in sheet.css(".press-sheet__list")]
    assert [text.partition(",")[0] for text in lists[0]] == [
        frame.words[f"outcome-{ask.outcome}"] for ask in campaign.asks
    ]
    assert lists[1] == [frame.words[f"promise-{promise.state}"] for promise in campaign.promises]
    assert campaign.code in sheet.css(".press-sheet__end")[0].text()
    assert page.body.address in sheet.text()


def test_the_sheet_for_the_press_gives_a_number_only_where_there_is_one(said, views: Views) -> None:
    body = views[route("en", "press")][1].body
    assert isinstance(body, PressBody)
    counted = replace(body.campaign.progress, people=1227, as_of=date(2026, 11, 20))
    campaign = replace(body.campaign, progress=counted, house=Reading("Lantern House (invented)", "en", "ltr"))
    sheet = said("en", "press", campaign=campaign)
    assert "1227 people stand behind this." in sheet.text()
    assert "Lantern House (invented)" in sheet.text()
    none = replace(campaign, progress=replace(counted, people=0))
    assert "Too few people" in said("en", "press", campaign=none).css(".press-sheet__people")[0].text()


def amiss(html: str) -> list[str]:
    """Tell what runs over on a sheet, as `overflowing` does, and whether it takes more than one page."""
    made, over = _fitted(html, FONTS, *_fits(html))
    return over + [f"{len(made.pages)} pages"] * (len(made.pages) > 1)


def boxes(html: str) -> Iterator[Any]:
    """Give what is laid out on its first page."""
    yield from (box for box in _laid_out(html, FONTS).pages[0]._page_box.descendants() if box.element is not None)
