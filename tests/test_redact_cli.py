"""The verb that takes an entry out of the directory: what it shows, what it says, and what is left of the entry."""

import gzip
import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.conftest import TODAY, Repository, Run, SiteAt
from tests.test_cli import FINE, PROBLEMS, USAGE, asked
from tests.test_past import Checkout

NAME, NUMBER, SHORT = "riverside-union", "20000001", re.compile(r"\bRU\b")
NAMED = "สหภาพริมน้ำ"
ENTRY = f"directory/organisations/{NAME}.yml"
CAMPAIGN = "campaigns/rest-day/campaign.yml"
GUIDE = "content/guides/unpaid-work"
DAY = ("--as-of", "2026-11-22")
PLAN = """\
campaigns/rest-day/campaign.yml:32
  - endorsers: [{org: riverside-union, since: 2026-10-01, confirmed_by: letter}]
  + endorsers: []

directory/gone.yml:1
  + # What was taken out of the directory, and since when. Never why, and never who it was.
  + - {id: riverside-union, since: 2026-11-22}

directory/organisations/riverside-union.yml: deleted

Only you can mend these. Note them down now: a second look no longer knows the names.

[ ] campaigns/rest-day/campaign.yml:21  its id
[ ] campaigns/rest-day/campaign.yml:22  its id
[ ] content/guides/unpaid-work/km.md:21  a link to it
[ ] content/guides/unpaid-work/my.md:21  a link to it
[ ] content/guides/unpaid-work/th.md:21  a link to it, one of its names
"""


@pytest.fixture
def small(site_at: SiteAt) -> Repository:
    return site_at()


@pytest.fixture
def checkout(small: Repository) -> Checkout:
    """Give the small site as a git repository in which everything is committed."""
    made = Checkout(small.root)
    made.commit()
    return made


def test_the_verb_says_how_it_is_asked() -> None:
    said = asked("redact", "--help")
    assert said.exit_code == FINE
    assert re.findall(r"^  (?:-h, )?(--[a-z-]+)", said.output, re.MULTILINE) == [
        "--root",
        "--as-of",
        "--dry-run",
        "--help",
    ]
    assert asked("redact").exit_code == USAGE


def test_a_dry_run_shows_everything_and_writes_nothing(checkout: Checkout, run: Run) -> None:
    said = run("redact", NAME, "--root", checkout.root, "--dry-run", *DAY)
    assert (said.stdout, said.stderr, said.returncode) == (PLAN, "\nNothing was written.\n", FINE)
    assert checkout.git("status", "--porcelain") == ""


def test_what_is_shown_is_what_is_done(checkout: Checkout, run: Run) -> None:
    said = run("redact", NAME, "--root", checkout.root, *DAY)
    assert said.stdout.startswith(PLAN)
    assert (said.stderr, said.returncode) == ("", FINE)
    changed = checkout.git("status", "--porcelain", "--untracked-files=all").split("\n")
    assert sorted(line.split()[-1] for line in changed) == [CAMPAIGN, "directory/gone.yml", ENTRY]
    assert checkout.git("diff", "--numstat", "--", CAMPAIGN) == f"1\t1\t{CAMPAIGN}"


def test_what_is_said_names_nobody(small: Repository, run: Run) -> None:
    said = run("redact", NAME, "--root", small.root).stdout
    assert NAMED not in said
    assert NUMBER not in said
    assert not SHORT.search(said)


@pytest.mark.parametrize(
    "remembers",
    ["Packs, PDFs", "QR code", "Mirrors", "HSDS", "feed", "Search engines", "Web archives", "Forks", "pull requests"],
)
def test_the_list_tells_what_else_remembers(small: Repository, run: Run, remembers: str) -> None:
    said = run("redact", NAME, "--root", small.root).stdout
    steps = said.partition("What to do now")[2].split("[ ] ")[1:]
    assert [step for step in steps if remembers in step]
    assert f"git filter-repo --invert-paths --path {ENTRY}\n" in said
    assert 'git commit -am "Take out an entry"' in said


def test_the_undoing_that_is_said_undoes_everything(checkout: Checkout, run: Run) -> None:
    said = run("redact", NAME, "--root", checkout.root).stdout
    [undo] = re.findall(r"^To undo all this, before you commit: git (.*)$", said, re.MULTILINE)
    checkout.git(*undo.split())
    assert said.endswith(
        "and delete the line of 'riverside-union' in directory/gone.yml; if it is the only one, delete the file.\n"
    )
    checkout.remove("directory/gone.yml")
    assert checkout.git("status", "--porcelain") == ""


def test_a_list_of_marks_that_is_committed_is_brought_back_by_git_too(checkout: Checkout, run: Run) -> None:
    checkout.write("directory/gone.yml", "- {id: a, since: 2025-01-01}\n")
    checkout.commit()
    said = run("redact", NAME, "--root", checkout.root).stdout
    assert said.endswith(f"git checkout -- {CAMPAIGN} directory/gone.yml {ENTRY}\n")


def test_what_git_never_held_is_said_to_be_lost(small: Repository, run: Run) -> None:
    said = run("redact", NAME, "--root", small.root).stdout
    assert said.endswith(f"Git does not hold what stood in: {CAMPAIGN}, {ENTRY}. It cannot be brought back.\n")
    assert "To undo" not in said


def test_changes_that_are_not_committed_stop_everything(checkout: Checkout, run: Run) -> None:
    checkout.write(CAMPAIGN, checkout.read(CAMPAIGN) + "# not yet\n")
    said = run("redact", NAME, "--root", checkout.root)
    assert said.stdout == ""
    assert said.stderr == (
        f"{CAMPAIGN}:1:1: error: "
        "This file has changes that are not committed: undoing would lose them. [edit/unsaved]\n"
        f"    Commit them first, or take them back: git checkout -- {CAMPAIGN}\n'riverside-union' was not taken out.\n"
    )
    assert said.returncode == PROBLEMS
    assert checkout.path(ENTRY).is_file()


def test_changes_elsewhere_and_an_earlier_mark_stop_nothing(checkout: Checkout, run: Run) -> None:
    checkout.write(f"{GUIDE}/th.md", checkout.read(f"{GUIDE}/th.md") + "\nต่อ\n")
    assert run("redact", "reed-network", "--root", checkout.root).returncode == FINE
    assert run("redact", NAME, "--root", checkout.root).returncode == FINE
    assert [line[:11] for line in checkout.read("directory/gone.yml").split("\n")[1:3]] == [
        "- {id: reed",
        "- {id: rive",
    ]


def test_a_site_below_the_top_of_a_repository_is_held_against_git_as_well(
    tmp_path: Path, run: Run, small: Repository
) -> None:
    made = Checkout(tmp_path)
    made.commit()
    small.write(CAMPAIGN, small.read(CAMPAIGN) + "# not yet\n")
    assert "[edit/unsaved]" in run("redact", NAME, "--root", small.root).stderr


def test_what_is_wrong_is_all_said_and_nothing_is_written(small: Repository, run: Run) -> None:
    small.write("content/facts/pay.yml", "a: [\n")
    small.write("campaigns/bills/river-hours.yml", "a: 1\na: 2\n")
    said = run("redact", NAME, "--root", small.root)
    assert re.findall(r"\[(yaml/[a-z]+)\]", said.stderr) == ["yaml/twice", "yaml/syntax"]
    assert (said.stdout, said.returncode) == ("", PROBLEMS)
    assert small.path(ENTRY).is_file()


def test_the_second_time_it_is_gone_already(small: Repository, run: Run) -> None:
    run("redact", NAME, "--root", small.root, *DAY)
    said = run("redact", NAME, "--root", small.root)
    assert (said.stderr, said.returncode) == ("'riverside-union' is gone already, since 2026-11-22.\n", FINE)
    assert "What to do now" not in said.stdout


def test_an_id_that_nothing_has_is_told_with_the_nearest(small: Repository, run: Run) -> None:
    said = run("redact", "riverside-onion", "--root", small.root)
    assert said.stderr == ("There is no organisation 'riverside-onion'. Did you mean 'riverside-union'?\n")
    assert (said.stdout, said.returncode) == ("", PROBLEMS)


@pytest.mark.slow
def test_of_what_was_taken_out_the_built_site_holds_nothing_but_the_id(riverside: Repository, run: Run) -> None:
    riverside.change("content/site.yml", "exports: [feed, osdi]", "exports: [hsds, tables, feed, osdi]")
    assert run("build", "--root", riverside.root).returncode == FINE
    assert {NAMED, NUMBER} == {sign for text in built(riverside).values() for sign in (NAMED, NUMBER) if sign in text}

    assert run("redact", NAME, "--root", riverside.root, "--as-of", TODAY.isoformat()).returncode == FINE
    riverside.change(CAMPAIGN, "sign_on: {to: riverside-union}", "sign_on: {}")
    riverside.change(CAMPAIGN, "holder: riverside-union, ", "")
    for code in ("th", "my", "km"):
        lines = riverside.read(f"{GUIDE}/{code}.md").split("\n")
        riverside.write(f"{GUIDE}/{code}.md", "\n".join((*lines[:20], *lines[21:])))
    assert run("build", "--root", riverside.root).returncode == FINE

    site = built(riverside)
    assert [name for name, text in site.items() if NAMED in text or NUMBER in text or SHORT.search(text)] == []
    assert not list((riverside.root / "site").rglob(f"{NAME}.*"))
    for code in ("th", "my", "km"):
        word = re.search(r"^gone: (.*)$", riverside.read(f"content/strings/{code}.yml"), re.MULTILINE)
        assert word is not None
        assert f"<title>{word[1]}" in site[f"{code}/directory/{NAME}/index.html"]
    assert [name for name, text in site.items() if NAME in text and f"/directory/{NAME}/" not in name] == []


def built(site: Repository) -> dict[str, str]:
    """Read every file of a built site that is a text, also in its compressed copy. The handbook is the host's."""
    found: dict[str, str] = {}
    for path in (site.root / "site").rglob("*"):
        name = path.relative_to(site.root / "site").as_posix()
        if path.suffix == ".zip":
            with ZipFile(path) as pack:
                texts = {f"{name}/{inner}": pack.read(inner) for inner in pack.namelist() if not inner.endswith(".png")}
            found |= {inner: data.decode("utf-8", "replace") for inner, data in texts.items()}
        elif path.is_file() and not name.startswith("handbook/") and path.suffix not in {".br", ".woff2", ".png"}:
            data = path.read_bytes()
            text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")
            found[name] = json.dumps(json.loads(text), ensure_ascii=False) if path.suffix == ".json" else text
    return found
