"""What a real host sends when it is set up as the handbook says."""

import gzip
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import brotli
import pytest
from tests.conftest import ROOT

from suluh.load.reader import Reader
from suluh.load.settings import load_words

WORDS = load_words(Reader(ROOT))


def ask(address: str, accepted: str = "identity") -> tuple[int, Message, bytes]:
    """Ask for an address as a phone does that accepts some encodings."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": accepted})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers, answer.read()


@pytest.mark.parametrize("route", ["index.html", "my/guides/unpaid-wages/index.html", "km/search.json", "sitemap.xml"])
def test_whoever_takes_brotli_gets_the_copy_that_was_made_for_it(site: str, flagship: Path, route: str) -> None:
    _, headers, data = ask(site + route, "gzip, deflate, br")
    assert headers["Content-Encoding"] == "br"
    assert data == (flagship / f"{route}.br").read_bytes()
    assert brotli.decompress(data) == (flagship / route).read_bytes()


def test_whoever_takes_only_gzip_gets_that_copy(site: str, flagship: Path) -> None:
    _, headers, data = ask(f"{site}my/", "gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(data) == (flagship / "my/index.html").read_bytes()


def test_whoever_takes_neither_gets_the_page(site: str, flagship: Path) -> None:
    _, headers, data = ask(f"{site}my/")
    assert "Content-Encoding" not in headers
    assert data == (flagship / "my/index.html").read_bytes()


def test_a_page_is_sent_with_what_keeps_a_reader_safe(site: str) -> None:
    _, headers, _ = ask(f"{site}en/")
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["Content-Type"] == "text/html"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("code", WORDS)
def test_what_is_not_there_is_told_in_the_language_that_was_asked_for(site: str, code: str) -> None:
    status, _, data = ask(f"{site}{code}/guides/no-such-guide/")
    page = data.decode()
    assert status == 404
    assert f'<html lang="{code}"' in page
    assert WORDS[code]["not-found-title"] in page
    assert f'href="/some/where/{code}/guides/"' in page


@pytest.mark.parametrize("route", ["no-such-page/", "xx/", "no-such-file.html"])
def test_what_is_not_there_in_no_language_is_told_in_all(site: str, route: str) -> None:
    status, _, data = ask(site + route)
    assert status == 404
    assert all(words["not-found-title"] in data.decode() for words in WORDS.values())
