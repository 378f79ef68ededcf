"""The build as a whole: the same from the same, whole or not at all."""

import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jinja2 import TemplateError
from tests.conftest import ROOT, Repository, Run, command, environment
from tests.pipeline.conftest import GUIDE, Site, built, cold, digests, left_behind, order

from suluh.pipeline import build, check_content


def test_the_same_content_gives_the_same_bytes_however_often_and_wherever(small: Repository, tmp_path: Path) -> None:
    first = built(order(small, quick=False))
    assert built(order(small, quick=False)) == first
    assert cold(small, tmp_path, quick=False) == first
    assert {"index.html", "index.html.br", "index.html.gz", "th/search.json.br", "_headers"} <= first.keys()


LATER = """
import datetime, time
YEAR = 31_536_000
clock, moment = time.time, datetime.datetime
class Later(moment):
    @classmethod
    def now(cls, tz=None):
        return moment.now(tz) + datetime.timedelta(seconds=YEAR)
    @classmethod
    def utcnow(cls):
        return moment.utcnow() + datetime.timedelta(seconds=YEAR)
datetime.datetime = Later
time.time = lambda: clock() + YEAR
"""


@pytest.mark.slow
def test_the_same_day_gives_the_same_bytes_a_year_later(riverside: Repository, run: Run, tmp_path: Path) -> None:
    """The second build runs with a clock that is a year ahead, and finds nothing kept."""
    now, later = tmp_path / "now", tmp_path / "later"
    assert run("build", "--root", riverside.root, "--output", now).returncode == 0
    shutil.rmtree(riverside.path(".suluh"))
    clock = Repository(tmp_path / "clock")
    clock.write("sitecustomize.py", LATER)
    known = environment(tmp_path) | {"PYTHONPATH": f"{clock.root}:{ROOT / 'src'}"}
    told = subprocess.run(
        command("check", "--root", riverside.root)[:-2], env=known, capture_output=True, text=True, check=False
    )
    assert "freshness/" in told.stdout, "the clock is not ahead"
    subprocess.run(command("build", "--root", riverside.root, "--output", later), env=known, check=True)
    assert digests(now) == digests(later)
    assert any(name.startswith("handbook/") for name in digests(now))


def edit_text(small: Repository) -> None:
    small.write(GUIDE, small.read(GUIDE).replace("title: ", "title: ๏ ", 1))


def edit_settings(small: Repository) -> None:
    small.change("content/site.yml", "name: Khom Loi", "name: Khom Loi Klai")


def edit_theme(small: Repository) -> None:
    small.change("overrides/titled.html", "<h1>", '<h1 class="new">')
    small.change("overrides/components/rows/style.css", ".rows {", ".rows{")


def take_out_pages(small: Repository) -> None:
    small.remove("content/guides/unpaid-work/my.md")
    small.remove("directory/organisations/reed-network.yml")


@pytest.mark.parametrize("edit", [edit_text, edit_settings, edit_theme, take_out_pages])
def test_building_on_what_is_kept_gives_what_a_cold_build_gives(
    small: Repository, tmp_path: Path, edit: Callable[[Repository], None]
) -> None:
    before = built(order(small))
    edit(small)
    after = built(order(small))
    assert after != before
    assert cold(small, tmp_path) == after


def test_two_workers_make_what_one_makes(small: Repository, tmp_path: Path) -> None:
    one = built(order(small, tmp_path / "one", quick=False))
    shutil.rmtree(small.path(".suluh"))
    assert built(replace(order(small, tmp_path / "two", quick=False), workers=2)) == one


def test_a_build_of_some_languages_holds_no_other(small: Repository) -> None:
    names = built(replace(order(small), languages=("th", "km"))).keys()
    assert {"th/index.html", "km/index.html"} <= names
    assert not any(name.startswith("my/") or name == "sitemap-my.xml" for name in names)
    assert 'hreflang="my"' not in small.read("site/km/index.html")


def test_a_language_that_the_site_has_not_is_refused(small: Repository) -> None:
    report = build(replace(order(small), languages=("th", "mya")))
    assert [str(problem) for problem in report.problems] == [
        "content/site.yml:1:1: error: 'mya' is not a language of this site. [languages/unknown]\n    Did you mean 'my'?"
    ]
    assert not small.path("site").exists()


def test_another_address_is_in_every_place_that_names_it(small: Repository) -> None:
    built(replace(order(small), address="https://other.example/a/b/"))
    assert "https://other.example/a/b/th/" in small.read("site/th/index.html")
    assert 'href="/a/b/th/"' in small.read("site/th/404.html")
    assert "https://other.example/a/b/sitemap.xml" in small.read("site/robots.txt")
    assert all("riverside.example" not in path.read_text() for path in small.path("site").rglob("*.html"))


def test_a_report_counts_pages_and_languages(small: Repository) -> None:
    report = build(order(small))
    pages = list(small.path("site").rglob("*.html"))
    assert (report.pages, report.editions) == (len(pages), 3)


def test_the_site_is_the_one_of_the_day_it_is_built_for(small: Repository) -> None:
    line = next(line for line in small.read("content/facts/lines.yml").splitlines() if "number:" in line)
    number = line.partition("number: ")[2].split('"')[1]
    built(order(small))
    assert f"tel:{number}" in small.read("site/th/help/index.html")
    build(replace(order(small), today=date(2029, 1, 1)))
    assert f"tel:{number}" not in small.read("site/th/help/index.html")


@pytest.mark.parametrize("file", ["notes.txt", "en/index.html", ".git/config"])
def test_a_folder_that_holds_something_else_is_never_replaced(small: Repository, tmp_path: Path, file: str) -> None:
    mine = Repository(tmp_path / "mine")
    mine.write(file, "mine")
    report = build(order(small, mine.root))
    assert [problem.rule for problem in report.problems] == ["output/strange"]
    assert digests(mine.root).keys() == {file}
    assert mine.read(file) == "mine"


def test_a_file_is_not_taken_for_a_folder(small: Repository) -> None:
    small.write("site", "mine")
    assert [problem.rule for problem in build(order(small)).problems] == ["output/strange"]
    assert small.read("site") == "mine"


def test_an_empty_folder_may_become_the_site(small: Repository) -> None:
    small.path("site").mkdir()
    assert "index.html" in built(order(small))


def break_text(small: Repository) -> str:
    small.write(GUIDE, "no front matter")
    return "front-matter/missing"


def break_fact(small: Repository) -> str:
    small.write("content/facts/more.yml", "- id: [\n")
    return "yaml/syntax"


def break_budget(small: Repository) -> str:
    small.write("content/site.yml", small.read("content/site.yml") + "budgets: {guide: 10}\n")
    return "weight/page"


def break_page(small: Repository) -> str:
    """Break what only the look at the finished pages can find."""
    small.change("overrides/titled.html", "<h1>", '<h1 style="x">')
    return "markup/inline"


@pytest.mark.parametrize("fault", [break_text, break_fact, break_budget, break_page])
def test_what_is_wrong_leaves_the_old_site_as_it_was(small: Repository, fault: Callable[[Repository], str]) -> None:
    before = built(order(small, quick=False))
    rule = fault(small)
    report = build(order(small, quick=False))
    assert not report.published
    assert rule in {problem.rule for problem in report.problems}
    assert digests(small.path("site")) == before
    assert left_behind(small) == []


def test_a_template_that_breaks_leaves_the_old_site_as_it_was(small: Repository) -> None:
    before = built(order(small))
    small.write("overrides/pages/guide.html", "{{ nothing.like.that }}")
    with pytest.raises(TemplateError):
        build(order(small))
    assert digests(small.path("site")) == before
    assert left_behind(small) == []


def test_checking_builds_nothing(small: Repository) -> None:
    before = digests(small.root)
    assert check_content(order(small)).problems == ()
    kept = digests(small.root).keys() - before.keys()
    assert {name.rpartition("/")[0].split("/")[:3] == [".suluh", "store", "results"] for name in kept} == {True}
    assert not small.path("site").exists()


@pytest.mark.slow
def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(small: Repository, tmp_path: Path) -> None:
    """Twenty times: build the site that does not stand there, and kill the build at a moment that a seed chooses."""
    texts = {name: small.read(GUIDE).replace("title: ", f"title: {name} ", 1) for name in ("A", "B")}
    sites: dict[str, Site] = {}
    for name, text in texts.items():
        small.write(GUIDE, text)
        sites[name] = built(order(small, quick=False))
    begun = time.monotonic()
    assert not killed(small, tmp_path, after=60)
    longest, moments, count = time.monotonic() - begun, random.Random(2026), 0
    for turn in range(20):
        standing = digests(small.path("site"))
        assert standing in sites.values(), "half a site stands there"
        small.write(GUIDE, texts["B" if standing == sites["A"] else "A"])
        if turn % 2:
            shutil.rmtree(small.path(".suluh/store"), ignore_errors=True)
        count += killed(small, tmp_path, after=moments.uniform(0, longest))
    assert digests(small.path("site")) in sites.values(), "half a site stands there"
    assert count > 5, "the builds ended before they could be killed"
    small.write(GUIDE, texts["A"])
    assert built(order(small, quick=False)) == sites["A"]
    assert left_behind(small) == []


def killed(small: Repository, tmp_path: Path, after: float) -> bool:
    """Start a build, kill it after some seconds, and tell whether that came in time."""
    arguments = command("build", "--root", small.root, "--output", small.path("site"), "--workers", "2")
    process = subprocess.Popen(arguments, env=environment(tmp_path), stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL
