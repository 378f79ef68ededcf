"""A letter is filled in on the phone, and stays there until somebody presses a key that says otherwise."""

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Phone, asked, kept
from tests.conftest import ROOT

from suluh.load.reader import Reader
from suluh.load.settings import load_words
from suluh.model.letter import Letter
from suluh.source import parse_yaml

FILES = {path.parent.name: path for path in sorted(ROOT.glob("content/letters/*/letter.yml"))}
LETTERS = {name: Letter(**parse_yaml(str(path), path.read_text("utf-8")).value) for name, path in FILES.items()}
WORDS = load_words(Reader(ROOT))
MOST = 1800
"""The most characters that an address may carry of a letter."""

TEXTS = {"text": "Ana & Söhne <b>", "lines": "First line\nمجھے تنخواہ نہیں ملی", "money": "1,250.50", "number": "12",
         "date": "2026-03-09"}  # fmt: skip
"""What is typed into a blank of each kind."""

BLANKS = """() => [...document.querySelectorAll(".letter__column")].map((column) =>
  [...column.querySelectorAll("[data-blank]")].map((one) => [one.dataset.blank, one.textContent]))"""

UNLABELLED = """(paragraphs) => paragraphs.map((one) => {
  const bare = one.cloneNode(true);
  for (const label of bare.querySelectorAll(".letter__label")) label.replaceWith("________");
  return bare.textContent.trim();
})"""

WAYS = {"WhatsApp": "https://wa.me/?text=", "E-mail": "mailto:?body="}


def opened(phone: Phone, site: str, route: str, **kind: object) -> Page:
    """Open a letter on a phone with script."""
    page = phone(script=True, **kind).new_page()
    page.goto(site + route)
    return page


def fill(page: Page, name: str) -> dict[str, str]:
    """Fill in every blank with something of its own, and tell what must be read then."""
    wanted = {}
    for number, blank in enumerate(LETTERS[name].blanks):
        text = TEXTS[blank.kind] if blank.kind in {"date", "money", "number"} else f"{TEXTS[blank.kind]}{number}"
        page.locator(f"[data-fill={blank.id}]").fill(text)
        wanted[blank.id] = {"date": "09/03/2026", "money": f"RM{text}"}.get(blank.kind, text)
    return wanted


def office(page: Page) -> str:
    """Read the letter as the office gets it, with a line for what is not filled in."""
    column = page.locator(".letter__column").first
    return "\n\n".join(column.locator(".letter__paragraph").evaluate_all(UNLABELLED))


@pytest.mark.parametrize("name", LETTERS)
def test_what_is_filled_in_stands_the_same_in_both_languages_and_nowhere_else(
    phone: Phone, site: str, name: str
) -> None:
    page = opened(phone, site, f"en/letters/{name}/")
    before, requests = kept(page), asked(page)
    wanted = fill(page, name)
    columns = page.evaluate(BLANKS)
    assert len(columns) == 2
    for column in columns:
        assert {blank for blank, _ in column} == set(wanted)
        assert [text for _, text in column] == [wanted[blank] for blank, _ in column]
    assert page.locator("main b").all_inner_texts() == page.locator("#before b").all_inner_texts()
    assert kept(page) == before
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert requests == []


def test_what_is_not_filled_in_keeps_its_label_and_gets_it_back(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/letters/wages-owed/")
    label = page.locator(".letter__column").first.locator("[data-blank=owed]")
    before = label.inner_text()
    assert before
    page.locator("[data-fill=owed]").fill("90")
    expect(label).to_have_text("RM90")
    page.locator("[data-fill=owed]").fill("  ")
    expect(label).to_have_text(before)


def sent(page: Page) -> dict[str, str]:
    """Tell what the ways to send a letter hold behind their prefix, where they are shown."""
    found = {}
    for prefix in WAYS.values():
        way = page.locator(f"[data-link='{prefix}']")
        if way.is_visible():
            address = str(way.get_attribute("href"))
            assert address.startswith(prefix)
            found[prefix] = address.removeprefix(prefix)
    return found


def test_a_letter_is_sent_in_the_language_of_the_office_and_only_while_it_fits(phone: Phone, site: str) -> None:
    page = opened(phone, site, "my/letters/payslip-wanted/")
    too_long = page.locator(".letter__long")
    expect(too_long).to_be_hidden()
    first = sent(page)
    assert {unquote(text) for text in first.values()} == {office(page)}
    assert "________" in office(page)
    assert "Tuan/Puan" in office(page)
    page.locator("[data-fill=name]").fill("Siti & 100% #1+1")
    assert {unquote(text) for text in sent(page).values()} == {office(page)}
    assert "Siti & 100% #1+1" in office(page)
    used = max(map(len, sent(page).values()))
    assert len(sent(page)) == len(WAYS)
    assert used <= MOST
    times = office(page).count("Siti & 100% #1+1")
    whole = "Siti & 100% #1+1" + "x" * ((MOST - used) // times)
    page.locator("[data-fill=name]").fill(whole)
    assert MOST - times < max(map(len, sent(page).values())) <= MOST
    page.locator("[data-fill=name]").fill(whole + "x")
    assert sent(page) == {}
    expect(too_long).to_be_visible()
    expect(too_long).to_have_text(WORDS["my"]["too-long"])
    page.locator("[data-fill=name]").fill("Siti")
    assert len(sent(page)) == len(WAYS)
    expect(too_long).to_be_hidden()


@pytest.mark.parametrize("name", LETTERS)
def test_no_way_to_send_a_letter_holds_more_than_fits(phone: Phone, site: str, name: str) -> None:
    page = opened(phone, site, f"ta/letters/{name}/")
    for number in (0, 1):
        if number:
            fill(page, name)
        ways = sent(page)
        assert all(len(text) <= MOST and unquote(text) == office(page) for text in ways.values())
        assert page.locator(".letter__long").is_visible() == (not ways)


def test_copy_puts_the_letter_on_the_clipboard_and_says_so_until_it_is_changed(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/letters/wages-owed/", permissions=["clipboard-read", "clipboard-write"])
    fill(page, "wages-owed")
    key = page.locator("[data-copy]")
    key.click()
    expect(key).to_have_text(WORDS["en"]["copied"])
    assert page.evaluate("navigator.clipboard.readText()") == office(page)
    page.locator("[data-fill=name]").fill("Another")
    expect(key).to_have_text(WORDS["en"]["copy"])


FILLED = "[...document.querySelectorAll('[data-fill]')].map((one) => one.value).join('')"
HIDE = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"


def test_nothing_is_left_after_starting_over_and_after_leaving_and_coming_back(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/letters/notice-of-leaving/")
    empty = page.locator(".letter__columns").inner_text()
    ways = {
        "starting over": lambda: page.locator("[data-again]").click(),
        "being kept as it is by the browser": lambda: page.evaluate(HIDE),
        "leaving": lambda: (page.goto(f"{site}en/"), page.go_back()),
        "reloading": page.reload,
    }
    for way, gone in ways.items():
        fill(page, "notice-of-leaving")
        assert page.locator(".letter__columns").inner_text() != empty
        gone()
        assert page.evaluate(FILLED) == "", way
        assert page.locator(".letter__columns").inner_text() == empty, way


def test_without_script_there_is_nothing_to_fill_in_but_ruled_blanks_with_their_labels(phone: Phone, site: str) -> None:
    page = phone().new_page()
    page.goto(f"{site}ur/letters/wages-owed/")
    for query in ("main input", "main textarea", "main button", ".letter__ways a"):
        assert [one for one in page.locator(query).all() if one.is_visible()] == []
    blanks = page.locator(".letter__blank").all()
    assert len(blanks) >= 2 * len(LETTERS["wages-owed"].blanks)
    for blank in blanks:
        assert blank.inner_text()
        box, ruled = blank.locator(".letter__label"), "(one) => parseFloat(getComputedStyle(one).borderBottomWidth)"
        assert box.evaluate(ruled) >= 1
        assert (box.bounding_box() or {"width": 0})["width"] >= 80


def test_on_paper_the_letter_stands_alone_and_what_to_think_of_first_is_on_another_sheet(
    phone: Phone, site: str, tmp_path: Path
) -> None:
    page = opened(phone, site, "en/letters/notice-of-leaving/")
    fill(page, "notice-of-leaving")
    page.emulate_media(media="print")
    for query in (".letter__form", ".letter__ways", ".letter__long", ".dock"):
        expect(page.locator(query)).to_be_hidden()
    page.pdf(path=tmp_path / "letter.pdf", format="A4", margin={"top": "2cm", "bottom": "2cm"})
    told = subprocess.run(["pdftotext", tmp_path / "letter.pdf", "-"], capture_output=True, text=True, check=True)
    sheets = [" ".join(sheet.split()) for sheet in told.stdout.split("\f") if sheet.strip()]
    letter = [sheet for sheet in sheets if "Tuan/Puan" in sheet]
    assert len(letter) == 1
    assert "09/03/2026" in letter[0]
    for other in ("Suluh", *page.locator("h1, #before h2").all_inner_texts(), WORDS["en"]["more"]):
        assert other not in letter[0]
        assert any(re.sub(r"\s+", " ", other) in sheet for sheet in sheets)
