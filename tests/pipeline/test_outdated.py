"""A change of one critical section: every translation tells it, and what leans on the guide is withdrawn."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.conftest import ROOT, Repository, SiteAt, load_all

from suluh.load.reader import Reader
from suluh.load.settings import load_words
from suluh.model.originals import long_originals
from suluh.pipeline import Order, build, record

TODAY = date(2026, 11, 28)
SOURCE = "content/guides/unpaid-work/th.md"
CODES = ("my", "km")
WORDS = load_words(Reader(ROOT))


@pytest.fixture
def small(site_at: SiteAt) -> Repository:
    """A site whose translations are written down as they stand."""
    site = site_at("riverside", theme=True)
    for code in CODES:
        assert record(order(site), code, (), "machine", ()).written
    return site


def order(site: Repository) -> Order:
    return Order(site.root, site.path("site"), TODAY, quick=True, workers=1)


def page(site: Repository, route: str) -> LexborHTMLParser:
    return LexborHTMLParser(site.read(f"site/{route}index.html"))


def built(site: Repository) -> None:
    report = build(order(site))
    assert report.published, report.problems


def change(site: Repository) -> None:
    site.change(SOURCE, "{#law .critical}\n\n- ", "{#law .critical}\n\n- เปลี่ยนแล้ว ")


def digests(site: Repository) -> dict[str, str]:
    whole, _ = load_all(site.root)
    assert whole is not None
    return {one.key: one.digest for one in long_originals(whole)}


def first(where: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = where.css_first(selector)
    assert found is not None, selector
    return found


def said(code: str, key: str) -> str:
    """Give the beginning of a word of the interface, up to what is filled in."""
    return WORDS[code][key].partition("{")[0].strip()


@pytest.mark.parametrize("code", CODES)
def test_a_changed_critical_section_gives_way_to_its_source_and_letter_and_card_are_withdrawn(
    small: Repository, code: str
) -> None:
    built(small)
    assert page(small, f"{code}/letters/ask-for-pay/").css_first(".letter") is not None
    assert page(small, f"{code}/guides/unpaid-work/").css_first(f'a[href$="/{code}/letters/ask-for-pay/"]') is not None
    change(small)
    built(small)
    guide = page(small, f"{code}/guides/unpaid-work/")
    law = first(guide, "#law")
    assert law.css_first(".part-state--critical") is not None
    assert said(code, "stale-critical") in law.text()
    assert "เปลี่ยนแล้ว" in first(law, '.prose[lang="th"][dir="ltr"]').text()
    assert guide.css_first("#dont .part-state--critical") is None
    for tool in ("letters/ask-for-pay", "cards/mine"):
        assert guide.css_first(f'a[href$="/{code}/{tool}/"]') is None
        shown = page(small, f"{code}/{tool}/")
        assert said(code, "tool-withdrawn") in first(shown, "main").text()
        assert shown.css_first(f'.read-source[href$="/th/{tool}/"]') is not None
        assert shown.css_first(".letter, .card-face") is None
    assert page(small, "th/letters/ask-for-pay/").css_first(".letter") is not None


@pytest.mark.parametrize("code", CODES)
def test_a_small_change_is_a_note_and_nothing_is_withdrawn(small: Repository, code: str) -> None:

    before = digests(small)
    change(small)
    after = digests(small)
    key = "guides/unpaid-work#law"
    row = f'- {{text: {key}, from: {before[key]}, to: {after[key]}, severity: minor, "on": 2026-11-28}}\n'
    small.write("content/translations/changes.yml", row)
    built(small)
    law = first(page(small, f"{code}/guides/unpaid-work/"), "#law")
    assert law.css_first(".part-state--minor") is not None
    assert law.css_first('.prose[lang="th"]') is None
    assert page(small, f"{code}/letters/ask-for-pay/").css_first(".letter") is not None


def test_the_page_on_translations_names_the_guide_that_is_at_risk(small: Repository) -> None:
    change(small)
    built(small)
    shown = page(small, "my/translations/")
    row = next(one for one in shown.css(".standing li") if one.css_first('a[href$="/my/guides/unpaid-work/"]'))
    assert said("my", "text-stale-critical") in row.text()


def test_when_somebody_has_looked_all_is_as_before(small: Repository) -> None:
    change(small)
    built(small)
    assert record(order(small), "my", ["guides/unpaid-work#law"], "machine", ()).written
    built(small)
    assert page(small, "my/letters/ask-for-pay/").css_first(".letter") is not None
    assert page(small, "km/letters/ask-for-pay/").css_first(".letter") is None
