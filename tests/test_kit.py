"""The sheets of the campaigns of the real site, as they are printed."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import ROOT, TODAY, load_all
from tests.emit.test_paper import unpacked

from suluh import render
from suluh.emit.paper import overflowing, paper
from suluh.model.edition import Frame, Page
from suluh.resolve import frames, pages_of
from suluh.typesetting.fonts import signs

THEME, FONTS = ROOT / "overrides", ROOT / "overrides" / "fonts"
SHEETS = {"petition-sheet", "petition-slips", "petition-resolution", "petition-poster", "press"}
HEAVIEST = 60_000
Sheets = Mapping[str, tuple[Page, str]]


def longest() -> Iterator[tuple[Frame, Page]]:
    """Give for each language the sheets of the campaign that says most in it."""
    site, _ = load_all(ROOT)
    assert site is not None
    languages = site.settings.languages
    around = frames(site.part("edition", ""), languages)
    for language in languages:
        texts = {slug: site.campaign_texts[slug][language.code].sections for slug in site.known.campaigns}
        slug = max(texts, key=lambda name: sum(len(one.text) for one in texts[name]))
        part = site.part("campaign", slug).with_texts("campaign", {slug: site.campaign_texts[slug]}, {})
        pages = pages_of(part, "campaign", slug, languages, TODAY)
        yield from ((around[code], page) for code, page in pages if code == language.code and page.on_paper)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    """Render them all, by their path."""
    views = list(longest())
    html, problems = render.pages(THEME, "sheets", tmp_path_factory.mktemp("sheets"), views)
    assert problems == []
    return {page.route: (page, text) for (_, page), text in zip(views, html, strict=True)}


def test_every_language_has_every_sheet(sheets: Sheets) -> None:
    by_language: dict[str, set[str]] = {}
    for route, (page, _) in sheets.items():
        by_language.setdefault(route.partition("/")[0], set()).add(page.kind)
    assert len(by_language) == 14
    assert all(kinds == SHEETS for kinds in by_language.values())


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(SHEETS))
def test_a_sheet_is_one_page_that_holds_all_its_words_and_is_light(sheets: Sheets, kind: str) -> None:
    wrong: dict[str, object] = {}
    for route, (page, html) in sheets.items():
        if page.kind == kind:
            over, made = overflowing(html, FONTS), paper(html, FONTS)
            objects = unpacked(made)
            found = over, len(re.findall(rb"/Type /Page\b", objects)), b"/MarkInfo" in objects
            if found != ([], 1, True) or len(made) > HEAVIEST:
                wrong[route] = (*found, len(made))
    assert wrong == {}


def test_every_sign_of_a_sheet_is_in_a_font(sheets: Sheets) -> None:
    known = signs(FONTS)
    lacking = {}
    for route, (_, html) in sheets.items():
        text = LexborHTMLParser(html).body.text(separator=" ")  # type: ignore[union-attr]
        lacking |= (
            {route: missing} if (missing := {sign for sign in text if ord(sign) not in known and sign > " "}) else {}
        )
    assert lacking == {}


def test_what_is_said_in_a_language_says_which_and_its_direction(sheets: Sheets) -> None:
    for route, (page, html) in sheets.items():
        code = route.partition("/")[0]
        blocks = LexborHTMLParser(html).css("body [lang]")
        found = {(one.attributes["lang"], one.attributes.get("dir")) for one in blocks}
        assert all(direction == ("rtl" if lang == "ur" else "ltr") for lang, direction in found), route
        if page.kind != "press" and code != "ms":
            assert {"ms", code} <= {lang for lang, _ in found}, route


def test_no_sheet_asks_for_what_leads_to_a_person(sheets: Sheets) -> None:
    """Names of what is never asked stand only where they are forbidden: no blank is called so."""
    for route, (page, html) in sheets.items():
        if page.kind in {"petition-sheet", "petition-slips"} and route.startswith("en/"):
            heads = LexborHTMLParser(html).css("th, .slips__blank")
            said = " ".join(head.text() for head in heads).lower()
            assert heads
            assert not re.search(r"phone|passport|identity|employer|address|e-mail", said), route


def test_a_sheet_is_the_same_each_time(sheets: Sheets) -> None:
    _, html = sheets["my/campaigns/domestic-workers-left-out/paper/poster.pdf"]
    assert BytesIO(paper(html, FONTS)).getvalue() == paper(html, FONTS)
