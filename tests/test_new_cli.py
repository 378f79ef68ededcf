"""The verb that begins a campaign: what it asks, what it makes, and what it says to do next."""

import re
import shutil
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.conftest import TODAY, Repository, Run, SiteAt
from tests.test_cli import FINE, PROBLEMS, USAGE, asked

from suluh import cli, serve
from suluh.pipeline import Order, draft_pages, make
from suluh.pipeline.memory import Memory
from suluh.store import Store

FOLDER = "campaigns/rest-for-everybody"
DAY = ("--as-of", "2026-11-22")
GOOD = (
    *("--title", "Rest for everybody", "--summary", "Everybody needs a day of rest."),
    *("--ask", "A day of rest", "--ask", "Wages on time", "--target", "river-minister"),
)
NEW = (
    "--target-name",
    "The river board (invented)",
    "--target-role",
    "It can decide.",
    "--target-source",
    "invented-gazette",
)


@pytest.fixture
def small(site_at: SiteAt) -> Repository:
    return site_at()


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program believe that somebody is at the keyboard."""
    monkeypatch.setattr(cli, "somebody_is_there", lambda: True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # so that what the program sets is taken back


def told(site: Repository, *words: str, answers: tuple[str, ...] = ()) -> Result:
    """Run the verb in this process, with answers to what it asks."""
    given = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(cli.program, ["new", "campaign", *words, "--root", str(site.root), *DAY], input=given)


def files(site: Repository) -> set[str]:
    return {path.relative_to(site.root).as_posix() for path in site.path("campaigns").rglob("*") if path.is_file()}


def test_the_verb_says_how_it_is_asked() -> None:
    assert re.findall(r"^  ([a-z]+)  ", asked("new", "--help").output, re.MULTILINE) == ["campaign", "language"]
    said = asked("new", "campaign", "--help")
    assert said.exit_code == FINE
    options = (
        "--title --summary --ask --name --target --target-name --target-role --target-source --for-workers "
        "--letter --paper --preview --port --root --as-of --help"
    )
    assert re.findall(r"^  (?:-h, )?(--[a-z-]+)", said.output, re.MULTILINE) == options.split()


def test_what_is_made_passes_the_check_at_once(small: Repository, run: Run) -> None:
    before = files(small)
    said = run("new", "campaign", *GOOD, "--root", small.root, *DAY)
    assert (said.stderr, said.returncode) == ("", FINE)
    assert said.stdout.startswith(
        f"A draft is written. Nobody is shown it yet.\n  {FOLDER}/campaign.yml\n  {FOLDER}/th.md\n\nWhat to do next\n"
    )
    assert files(small) - before == {f"{FOLDER}/campaign.yml", f"{FOLDER}/th.md"}
    assert '- {state: draft, "on": 2026-11-22}' in small.read(f"{FOLDER}/campaign.yml")
    checked = run("check", "--root", small.root)
    assert (checked.stdout, checked.stderr, checked.returncode) == ("", "Everything is in order.\n", FINE)


@pytest.mark.parametrize(
    "step", ["serve --draft rest-for-everybody", "build.py check", "'review'", "two people", "'live'"]
)
def test_it_says_what_to_do_next(small: Repository, run: Run, step: str) -> None:
    said = run("new", "campaign", *GOOD, "--root", small.root).stdout
    assert [one for one in said.split("[ ] ")[1:] if step in " ".join(one.split())]


@pytest.mark.parametrize("target", [(), NEW])
def test_the_undoing_that_is_said_takes_everything_away(small: Repository, run: Run, target: tuple[str, ...]) -> None:
    before = files(small)
    words = (*GOOD[:-2], *target) if target else GOOD
    said = run("new", "campaign", *words, "--root", small.root).stdout
    assert files(small) - before
    [undo] = re.findall(r"^To undo all this, before you commit: rm -r (.*)$", said, re.MULTILINE)
    for name in undo.split():
        path = small.path(name)
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            file.unlink()
    assert files(small) == before


def test_where_nobody_is_all_that_is_not_said_is_named(small: Repository, run: Run) -> None:
    said = run("new", "campaign", "--root", small.root)
    assert (said.returncode, said.stdout) == (USAGE, "")
    assert "Not said: --title, --summary, --ask, --target. Nobody is at the keyboard to be asked." in said.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--target", "river-ministre"), "There is no target 'river-ministre'. Did you mean 'river-minister'?"),
        (("--name", "rest-day"), "There is a campaign 'rest-day' already."),
        (("--summary", "Rest <b>now</b>"), "The summary: '<' cannot stand here."),
        (("--summary", "We ask for ฿1,300 a day"), "[facts/amount]"),
        (("--title", "xx=Rest"), "'xx' is no language of this site. Write one of: th, my, km."),
        (
            (
                "--ask",
                "th=And more",
            )
            * 4,
            "A campaign asks for 1 to 5 things; here are 6.",
        ),
    ],
)
def test_what_is_refused_is_told_and_nothing_is_written(
    small: Repository, run: Run, words: tuple[str, ...], sentence: str
) -> None:
    before = files(small)
    said = run("new", "campaign", *GOOD, *words, "--root", small.root, *DAY)
    assert (said.returncode, said.stdout) == (PROBLEMS, "")
    assert sentence in said.stderr
    assert said.stderr.endswith("Nothing was written.\n")
    assert files(small) == before


def test_a_new_office_can_be_said(small: Repository, run: Run) -> None:
    said = run("new", "campaign", *GOOD[:-2], *NEW, "--target", "river-board", "--root", small.root, *DAY)
    assert said.returncode == FINE
    assert "source: [invented-gazette]" in small.read("campaigns/targets/river-board.yml")
    assert run("check", "--root", small.root).returncode == FINE


def test_without_a_site_nothing_begins(run: Run) -> None:
    said = run("new", "campaign", *GOOD)
    assert said.returncode == PROBLEMS
    assert "[file/missing]" in said.stderr


@pytest.mark.usefixtures("somebody")
def test_somebody_is_asked_for_everything(small: Repository) -> None:
    said = told(
        small,
        answers=("", "<b>", "Rest for everybody", "Everybody needs a day of rest.", "A day of rest", "Wages on time",
                 "", "rest-day", "rest", "xx", "", "nobody", "new", "The river board (invented)", "It can decide.",
                 "gazete",
                 "invented-gazette", "y", "n", "y"),
    )  # fmt: skip
    assert said.exit_code == FINE, said.stderr
    assert re.findall(r"^Error: (.*)$", said.stderr, re.MULTILINE) == [
        "'<' cannot stand here. Write plain words.",
        "There is a campaign 'rest-day' already. Choose another short name.",
        "Not a language of this site: xx. There are my, km.",
        "There is no target 'nobody'. Write one of: river-minister.",
        "There is no source 'gazete'. Write one of: invented-gazette, invented-survey.",
    ]
    record = small.read("campaigns/rest/campaign.yml")
    assert ("letter:" in record, "paper:" in record, "[worker" in record) == (False, True, True)
    assert small.path("campaigns/targets/the-river-board-invented.yml").is_file()


@pytest.mark.usefixtures("somebody")
def test_what_was_said_is_not_asked(small: Repository) -> None:
    said = told(small, *GOOD, "--name", "rest", "--not-for-workers", "--letter", "--no-paper")
    assert (said.exit_code, said.stderr) == (FINE, "")
    record = small.read("campaigns/rest/campaign.yml")
    assert ("letter:" in record, "paper:" in record, "[worker" in record) == (True, False, False)


@pytest.mark.usefixtures("somebody")
def test_what_was_said_wrong_ends_it(small: Repository) -> None:
    before = files(small)
    said = told(small, *GOOD, "--name", "bills")
    assert said.exit_code == PROBLEMS
    assert "'bills' cannot be the short name." in said.stderr
    assert files(small) == before


@pytest.fixture
def both(small: Repository) -> Repository:
    """Give a site whose office reads another language than the one that is written first."""
    small.change("content/site.yml", "office: [th]", "office: [my]")
    return small


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("answers", "languages"),
    [(("",), {"th"}), (("နားရက်", "နားရက် လိုတယ်။", "နားရက် တစ်ရက်", "လုပ်ခ"), {"th", "my"})],
)
def test_the_language_of_the_office_is_asked_for_and_can_wait(
    both: Repository, answers: tuple[str, ...], languages: set[str]
) -> None:
    said = told(both, *GOOD, "--name", "rest", answers=(*answers, "", "y", "y", "y"))
    assert said.exit_code == FINE, said.stderr
    assert {path.stem for path in both.path("campaigns/rest").glob("*.md")} == languages


def test_the_language_of_the_office_can_be_said(both: Repository, run: Run) -> None:
    words = ("--title", "my=နားရက်", "--summary", "my=နားရက် လိုတယ်။", "--ask", "my=နားရက် တစ်ရက်", "--ask", "my=လုပ်ခ")
    said = run("new", "campaign", *GOOD, *words, "--root", both.root, *DAY)
    assert (said.stderr, said.returncode) == ("", FINE)
    assert "## နားရက် တစ်ရက် {#ask-a-day-of-rest}" in both.read(f"{FOLDER}/my.md")
    assert run("check", "--root", both.root).returncode == FINE


@pytest.mark.parametrize("paper", ["--paper", "--no-paper"])
def test_the_preview_shows_the_draft_and_says_where(
    small: Repository, monkeypatch: pytest.MonkeyPatch, paper: str
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(
        serve, "serve", lambda order, port, _note, _say, pages: shown.append((order.draft, port, pages))
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    said = told(small, *GOOD, paper, "--preview", "--port", "0")
    assert said.exit_code == FINE
    page = "th/campaigns/rest-for-everybody/"
    sheets = (f"{page}paper/",) if paper == "--paper" else ()
    assert shown == [("rest-for-everybody", 0, (page, f"{page}share/", *sheets))]


@pytest.mark.slow
def test_a_draft_is_made_for_its_preview_and_for_nobody_else(riverside: Repository, run: Run) -> None:
    shutil.rmtree(riverside.path("handbook"))
    assert run("new", "campaign", *GOOD, "--root", riverside.root, *DAY).returncode == FINE
    order = Order(riverside.root, riverside.root / "site", TODAY, quick=True, draft="rest-for-everybody")
    shown, told = make(order, Memory())
    assert [str(problem) for problem in told.problems] == []
    assert shown is not None
    pages, unknown = draft_pages(order)
    assert (unknown, {f"{page}index.html" for page in pages} - shown.keys()) == ("", set())

    hidden, _ = make(replace(order, draft=""), Memory())
    assert hidden is not None
    assert [file for file in hidden if "rest-for-everybody" in file] == []
    store = Store(order.store)
    kept = {file: store.read(name) or b"" for file, name in hidden.items()}
    assert [file for file, data in kept.items() if b"Rest for everybody" in data or b"rest-for-everybody" in data] == []


def test_a_preview_of_a_draft_that_does_not_exist_is_told(small: Repository, run: Run) -> None:
    said = run("serve", "--draft", "rest-dya", "--root", small.root)
    assert said.stderr == "There is no campaign 'rest-dya' that can be read. Did you mean 'rest-day'?\n"
    assert said.returncode == PROBLEMS
