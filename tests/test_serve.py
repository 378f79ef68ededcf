"""The preview: what is written is seen at once, and what is wrong is told without losing the page."""

import json
import queue
import shutil
import signal
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from tests.conftest import Repository, command, environment

from suluh.pipeline import Order
from suluh.serve import Preview

GUIDE = "content/guides/unpaid-work/th.md"
PAGE = "/th/guides/unpaid-work/"
SOON = 10.0
"""Seconds; a test waits as long only when what it waits for never comes."""


class Serving:
    """A preview in a process of its own, and what it says."""

    def __init__(self, repository: Repository) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs tests in the background may have it ignored
        self.process = subprocess.Popen(
            command("serve", "--root", repository.root, "--port", "0", "--workers", "1"),
            env=environment(repository.root) | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stderr is not None
        self.first = self.process.stderr.readline()
        self.address = self.first.partition("Open ")[2].partition("/ ")[0]

    def get(self, path: str) -> tuple[int, str, str]:
        """Ask for a path: status, type, text."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=SOON) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers["Content-Type"], answer.read().decode()

    def stop(self) -> int:
        """Stop as Ctrl+C does."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SOON)


class Events:
    """What the preview tells a page that looks on."""

    def __init__(self, serving: Serving) -> None:
        self.answer = urllib.request.urlopen(f"{serving.address}/__suluh/events", timeout=SOON)
        self.told: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            for line in self.answer:
                if line.startswith(b"data: "):
                    self.told.put(json.loads(line.removeprefix(b"data: ")))
        except (OSError, ValueError):
            return

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait for a state."""
        while True:
            state = self.told.get(timeout=SOON)
            if wanted(state):
                return state


@pytest.fixture
def small(riverside: Repository) -> Repository:
    """Give the small site without its handbook."""
    shutil.rmtree(riverside.path("handbook"))
    return riverside


@pytest.fixture
def serving(small: Repository) -> Iterator[Serving]:
    """Serve the small site, and stop whatever the test did."""
    started = Serving(small)
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.process.wait(SOON)
    assert started.process.stderr is not None
    started.process.stderr.close()


def ready(state: dict[str, Any]) -> bool:
    """Tell whether the first build is done."""
    return bool(state["version"] == 1)


@pytest.mark.slow
def test_a_change_is_built_and_told_and_a_fault_leaves_the_last_good_page(small: Repository, serving: Serving) -> None:
    """One preview from start to end: it takes seconds to start."""
    assert serving.first.endswith("/ (Ctrl+C stops)\n")
    assert serving.address.startswith("http://127.0.0.1:")
    events = Events(serving)
    assert events.until(ready) == {"version": 1, "problems": ""}
    status, kind, page = serving.get(PAGE)
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert '<script src="/__suluh/preview.js"></script>' in page

    good = small.read(GUIDE)
    small.write(GUIDE, good.replace("title: ", "title: ๏๏๏ ", 1))
    assert events.until(lambda state: state["version"] == 2)["problems"] == ""
    changed = serving.get(PAGE)[2]
    assert "๏๏๏" in changed

    small.write(GUIDE, good.replace("title: ", "titel: ", 1))
    told = events.until(lambda state: bool(state["problems"]))
    assert told["version"] == 2
    assert (
        f"{GUIDE}:2:1: error: 'titel' is not a key that belongs here. [shape/unknown]\n    Did you mean 'title'?"
        in (told["problems"])
    )
    assert serving.get(PAGE) == (200, "text/html; charset=utf-8", changed)

    small.write(GUIDE, good)
    assert events.until(lambda state: state["version"] == 3)["problems"] == ""
    assert serving.get(PAGE)[2] == page

    status, kind, missing = serving.get("/no/such/page/")
    assert (status, kind) == (404, "text/html; charset=utf-8")
    assert "<!doctype html>" in missing
    assert serving.get("/../content/site.yml")[0] == serving.get("/%2e%2e/%2e%2e/content/site.yml")[0] == 404
    assert serving.get("/__suluh/preview.js")[:2] == (200, "text/javascript; charset=utf-8")
    assert serving.get("/th/search.json")[:2] == (200, "application/json")

    assert serving.stop() == 0
    with pytest.raises(urllib.error.URLError):
        serving.get(PAGE)


@pytest.fixture
def preview(small: Repository) -> Preview:
    """Make a preview in this process, without a server."""
    return Preview(Order(root=small.root, output=small.path("site"), today=date(2026, 11, 22)))


def test_before_the_first_build_a_reader_is_asked_to_wait(preview: Preview) -> None:
    status, kind, page = preview.page("/th/")
    assert (status, kind) == (503, "text/html")
    assert b"The site is being built." in page


def test_what_an_earlier_preview_kept_is_not_shown_before_it_is_known_to_be_right(preview: Preview) -> None:
    preview.rebuild()
    status, _, page = Preview(preview.order).page("/th/")
    assert status == 503
    assert b"The site is being built." in page


@pytest.mark.parametrize("path", ["/th", "/th/", "/th/index.html"])
def test_a_folder_is_shown_by_its_page_however_it_is_asked_for(preview: Preview, path: str) -> None:
    preview.rebuild()
    assert preview.page(path) == preview.page("/th/")
    assert preview.page(path)[0] == 200


@pytest.mark.parametrize("path", ["/../content/site.yml", "/%2e%2e/content/site.yml", "/etc/hostname", "/%00", "/th//"])
def test_nothing_but_the_site_is_given_out(preview: Preview, path: str) -> None:
    preview.rebuild()
    assert preview.page(path) == (404, *preview.page("/404.html")[1:])


def test_search_is_made_when_somebody_searches_and_anew_after_a_change(small: Repository, preview: Preview) -> None:
    preview.rebuild()
    assert "th/search.json" not in preview.files
    status, kind, first = preview.page("/th/search.json")
    assert (status, kind) == (200, "application/json")
    assert "my/search.json" not in preview.files
    small.write(GUIDE, small.read(GUIDE).replace("title: ", "title: Qqqq ", 1))
    preview.rebuild()
    assert preview.page("/th/search.json")[2] != first
    assert b"Qqqq" in preview.page("/th/search.json")[2]


def test_there_is_no_search_in_a_language_that_the_site_has_not(preview: Preview) -> None:
    preview.rebuild()
    assert preview.page("/xx/search.json")[0] == 404


def test_what_was_undone_is_as_it_was(small: Repository, preview: Preview) -> None:
    """What is remembered from one build to the next is believed only for what has not changed."""
    preview.rebuild()
    text, before = small.read(GUIDE), dict(preview.files)
    small.write(GUIDE, text.replace("title: ", "title: ๏ ", 1))
    preview.rebuild()
    assert preview.files != before
    small.write(GUIDE, text)
    preview.rebuild()
    assert preview.files == before


def test_a_page_that_is_gone_from_the_store_is_made_again_by_the_next_build(
    small: Repository, preview: Preview
) -> None:
    preview.rebuild()
    page = preview.page("/th/")
    shutil.rmtree(small.path(".suluh/store/files"))
    assert preview.page("/th/")[0] == 503
    small.write(GUIDE, small.read(GUIDE) + "\n")
    preview.rebuild()
    assert preview.page("/th/") == page


def test_a_site_that_never_was_right_shows_what_is_wrong(small: Repository, preview: Preview) -> None:
    small.write(GUIDE, "<b>no front matter")
    assert not preview.rebuild().published
    status, _, page = preview.page("/th/")
    assert status == 503
    assert b"This file must begin with a line &#x27;---&#x27;." in page


def test_a_preview_never_touches_the_site_that_was_built(small: Repository, preview: Preview) -> None:
    assert preview.rebuild().published
    assert not small.path("site").exists()
    assert preview.page("/th/")[0] == 200


def test_a_preview_takes_the_policy_off_so_that_a_page_may_hear_of_changes(preview: Preview) -> None:
    preview.rebuild()
    page = preview.page("/th/")[2]
    assert b"Content-Security-Policy" not in page
    assert page.startswith(b"<!doctype html>")
    assert b"<title>" in page


def test_a_preview_is_not_compressed(preview: Preview) -> None:
    preview.rebuild()
    assert not any(file.endswith(".br") for file in preview.files)


def test_what_was_wrong_is_told_to_whoever_comes_later(small: Repository, preview: Preview) -> None:
    preview.rebuild()
    small.write("content/facts/more.yml", "")
    preview.rebuild()
    state = json.loads(next(preview.states()))
    assert state == {
        "version": 1,
        "problems": "content/facts/more.yml:1:1: error: This file is empty. [file/empty]\n"
        "    Write its content, or delete the file.",
    }


@pytest.mark.slow
def test_what_is_saved_while_the_first_build_runs_is_not_missed(small: Repository, serving: Serving) -> None:
    while not small.path(".suluh/store/results").is_dir():
        assert serving.process.poll() is None
    small.write(GUIDE, small.read(GUIDE).replace("title: ", "title: ๏๏๏ ", 1))
    events = Events(serving)
    events.until(lambda state: state["version"] >= 2)
    assert "๏๏๏" in serving.get(PAGE)[2]


@pytest.mark.slow
def test_a_template_that_breaks_is_told_like_any_other_fault(small: Repository, serving: Serving) -> None:
    events = Events(serving)
    events.until(ready)
    small.write("overrides/pages/guide.html", "{{ nothing.like.that }}")
    assert events.until(lambda state: bool(state["problems"]))["problems"] == (
        "overrides:1:1: error: UndefinedError: 'nothing' is undefined [theme/broken]\n    Run 'build' to see where."
    )
    assert serving.get(PAGE)[0] == 200
