"""Campaigns on a phone: a letter that is put together and stays there, what is shared, what other sites show."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser
from tests.browser.conftest import Host, Phone, asked, kept
from tests.conftest import SUB_PATH

SLUG = "domestic-workers-left-out"
LETTER = f"campaigns/{SLUG}/letter/"
OWN = "میری اپنی بات & <b>\nမိမိစကား"
MOST = 1800
ADDRESS = f"https://suluh.example{SUB_PATH}"


def opened(phone: Phone, site: str, route: str, *, script: bool = True) -> Page:
    """Open a page on a phone."""
    page = phone(script=script).new_page()
    page.goto(site + route)
    return page


def sent(page: Page) -> str:
    """Read the letter as it is sent: what is shown of the first column, below its subject."""
    pieces = page.locator(".campaign-letter__column").first.locator(":scope > :visible").all()
    texts = []
    for piece in pieces:
        items = piece.locator("li").all_inner_texts()
        texts.append("\n".join(f"{number}. {text}" for number, text in enumerate(items, 1)) or piece.inner_text())
    return "\n\n".join(texts[2:])


def body_of(link: str) -> str:
    """Read the words of the letter out of a link."""
    return parse_qs(urlsplit(link).query).get("body", [""])[0].replace("\r\n", "\n")


@pytest.mark.parametrize("code", ["ur", "my"])
def test_a_letter_is_put_together_and_copied_without_asking_anybody(phone: Phone, site: str, code: str) -> None:
    page = opened(phone, site, f"{code}/{LETTER}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    before, requests = kept(page), asked(page)
    whole = sent(page)
    reasons = page.locator("[data-choose]")
    reasons.first.uncheck()
    reasons.last.check()
    page.locator("[data-own-words]").fill(OWN)
    letter = sent(page)
    assert letter != whole
    assert OWN in letter
    page.locator("[data-copy]").click()
    assert page.evaluate("navigator.clipboard.readText()") == letter
    assert page.locator(".campaign-letter__column").first.get_attribute("lang") == "ms"
    assert page.locator(".campaign-letter__column").last.get_attribute("lang") == code
    assert requests == []
    assert kept(page) == before


@pytest.mark.parametrize("code", ["en", "ur", "my"])
def test_a_mail_opens_with_the_letter_that_is_shown_or_with_its_subject_alone(
    phone: Phone, site: str, code: str
) -> None:
    page = opened(phone, site, f"{code}/{LETTER}")
    mail = page.locator(".campaign-letter__ways a").first
    subject = page.locator(".campaign-letter__subject").first.inner_text()
    fits = True
    for own in ("", OWN, "x" * MOST):
        page.locator("[data-own-words]").fill(own)
        link = mail.get_attribute("href") or ""
        assert link.startswith("mailto:")
        assert len(link) <= MOST
        assert parse_qs(urlsplit(link).query)["subject"] == [subject]
        fits = page.locator(".campaign-letter__long").is_hidden()
        assert body_of(link) == (sent(page) if fits else "")
    assert not fits


def test_the_link_of_a_script_is_the_link_of_the_page(phone: Phone, site: str) -> None:
    links = [
        opened(phone, site, f"en/{LETTER}", script=script)
        .locator(".campaign-letter__ways a")
        .evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
        for script in (False, True)
    ]
    without, with_script = ([unquote(link) for link in some] for some in links)
    assert without == with_script


@pytest.mark.parametrize("code", ["en", "ur", "my"])
def test_without_script_the_whole_letter_stands_there_with_a_way_to_send_it(phone: Phone, site: str, code: str) -> None:
    page = opened(phone, site, f"{code}/{LETTER}", script=False)
    assert page.locator(".campaign-letter__column").first.locator("[data-choice]:visible").count() >= 2
    assert page.locator(".campaign-letter__ways a:visible").count() == 2
    expect(page.locator(".campaign-letter__form")).to_be_hidden()


def test_the_pictures_of_a_campaign_are_shown_and_can_be_taken(phone: Phone, site: str) -> None:
    page = opened(phone, site, f"my/campaigns/{SLUG}/share/", script=True)
    for picture in page.locator(".share-pictures__image").all():
        picture.scroll_into_view_if_needed()
    page.wait_for_function("[...document.images].every((one) => one.complete && one.naturalWidth > 1000)")
    assert page.locator(".share-pictures a[download]").count() == 3


@pytest.mark.parametrize("code", ["en", "ur", "my"])
def test_a_copied_card_asks_nobody_anything_and_says_when_it_was_made(phone: Phone, site: str, code: str) -> None:
    page = opened(phone, site, f"{code}/campaigns/{SLUG}/share/", script=False)
    card = page.locator(".snippet__text").first.input_value()
    other = phone(script=True).new_page()
    requests = asked(other)
    other.set_content(f"<!doctype html><title>Another site</title>{card}")
    assert requests == []
    assert "<script" not in card
    assert other.locator("a").get_attribute("href") == f"{ADDRESS}{code}/campaigns/{SLUG}/"
    assert re.search(r"2026|٢٠٢٦|၂၀၂၆", other.locator("div").inner_text())


def test_a_page_in_a_frame_of_another_site_asks_for_nothing_more(phone: Phone, site: str, host: Host) -> None:
    page = opened(phone, site, f"en/campaigns/{SLUG}/share/", script=False)
    frame = page.locator(".snippet__text").nth(1).input_value()
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in frame
    (host.folder / "www/other.html").write_text(f"<!doctype html><title>Other</title>{frame.replace(ADDRESS, site)}")
    other = phone(script=True).new_page()
    requests = asked(other)
    other.goto(f"{host.address}/other.html")
    other.frame_locator("iframe").locator("h1").wait_for()
    assert requests == [f"{host.address}/other.html", f"{site}embed/{SLUG}/en/"]


def test_a_small_page_may_stand_in_a_frame_and_no_other_may(flagship: Path) -> None:
    rules = (flagship / "_headers").read_text("utf-8").split("\n\n")
    framed = {rule.split("\n")[0] for rule in rules if "frame-ancestors *" in rule}
    kept_out = {rule.split("\n")[0] for rule in rules if "frame-ancestors 'none'" in rule}
    assert framed == {"/embed/*"}
    assert {"/en/*", "/ur/*", "/"} <= kept_out


Seen = Callable[[str], str]


@pytest.mark.parametrize("code", ["en", "ms", "ur", "my", "zh-Hans"])
def test_what_whatsapp_reads_of_a_page_is_there_and_true(flagship: Path, code: str) -> None:
    html = (flagship / code / "campaigns" / SLUG / "index.html").read_text("utf-8")
    page = LexborHTMLParser(html)
    found = {node.attributes["property"]: node.attributes["content"] or "" for node in page.css("meta[property]")}
    canonical = page.css_first("link[rel=canonical]")
    assert html.encode().index(b"</head>") < 300_000
    assert all(found[f"og:{name}"] for name in ("title", "description", "url", "image", "image:alt", "locale"))
    assert len(found["og:title"]) <= 65
    assert canonical is not None
    assert found["og:url"] == canonical.attributes["href"] == f"{ADDRESS}{code}/campaigns/{SLUG}/"
    assert '<meta property="og:image" content="https://' in html  # some programs need the quotes
    picture = flagship / found["og:image"].removeprefix(ADDRESS)
    assert picture.stat().st_size <= 60_000
    assert page.css_first("meta[name='twitter:card']") is not None
