"""What a phone fetches: pages as Brotli sends them, and all that a first answer of a search needs, in a browser."""

import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import brotli

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUALITY = 9
PATIENCE = 60.0  # seconds for an answer
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run")  # fmt: skip
_SCRIPT = re.compile(rb"<script(?![^>]*(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)


class Blind(Exception):
    """There is no browser to look with."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search brought: bytes of scripts and index, all bytes with the page, who was found, and how soon."""

    search: int
    whole: int
    found: int
    wanted: int
    seconds: float


def packed(data: bytes) -> int:
    """Weigh bytes as Brotli sends them."""
    return len(brotli.compress(data, quality=QUALITY))


def page(output: Path, route: str) -> int:
    """Weigh a page."""
    return packed((output / route / "index.html").read_bytes())


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone, for as long as somebody looks."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def first_answer(output: Path, where: str, word: str, wanted: Sequence[str]) -> Answer:
    """Search for a word as a reader does, from opening the page to the first right answer.

    `wanted` are the routes of the pages that hold it. Raises: Blind.
    """
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 (only the tests' environment has it)
    except ImportError:
        raise Blind("Searching needs Playwright, from the environment of the tests.") from None
    program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    if not Path(program).is_file():
        raise Blind(f"Searching needs Chromium; there is none at {program}.")
    with sync_playwright() as driver, served(output) as address:
        browser = driver.chromium.launch(executable_path=program, args=QUIET)
        try:
            tab = browser.new_page()
            asked: dict[str, str] = {}
            tab.context.on("request", lambda request: asked.update({request.url: request.resource_type}))
            tab.goto(f"{address}{where}/")
            box = tab.locator("input[type=search], input.md-search__input").first
            before = _links(tab, address)
            began = time.monotonic()
            if not box.is_visible():
                tab.locator("label[for=__search]").first.click()
            box.fill(word)
            box.press("Enter")
            found: set[str] = set()
            while not found and time.monotonic() - began < PATIENCE:
                tab.wait_for_timeout(50)
                found = (_links(tab, address) - before) & set(wanted)
            seconds = time.monotonic() - began
            tab.wait_for_timeout(500)  # the rest of the answer
            found = (_links(tab, address) - before) & set(wanted)
        except Error as fault:
            raise Blind(f"The browser could not search: {fault.message[:200]}") from None
        finally:
            browser.close()
    weights = _weights(output, address, asked)
    inline = packed(b"".join(_SCRIPT.findall((output / where / "index.html").read_bytes())))
    alone = sum(weight for url, weight in weights.items() if asked[url] not in {"document", "stylesheet", "image"})
    return Answer(alone + inline, sum(weights.values()), len(found), len(wanted), seconds)


def _links(tab: "Page", address: str) -> set[str]:
    """List the pages of the site that a page links to."""
    links: list[str] = tab.locator("a").evaluate_all("links => links.map(link => link.href)")
    return {unquote(urlsplit(link.removeprefix(address)).path) for link in links if link.startswith(address)}


def _weights(output: Path, address: str, asked: dict[str, str]) -> dict[str, int]:
    """Weigh each file that was asked for; a copy that the site publishes counts as it is."""
    weights = {}
    for url in asked:
        path = output / unquote(urlsplit(url.removeprefix(address)).path)
        path = path / "index.html" if path.is_dir() else path
        ready = path.with_name(f"{path.name}.br")
        if path.is_file():
            weights[url] = ready.stat().st_size if ready.is_file() else packed(path.read_bytes())
    return weights
