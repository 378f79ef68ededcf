"""The command line: what it says, where it says it, and with which code it ends."""

import json
import re
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result
from tests.conftest import ROOT, Repository, Run, environment

from suluh import __version__
from suluh.cli import program

FINE, PROBLEMS, USAGE = 0, 1, 2
GUIDE = "content/guides/unpaid-work/th.md"


@pytest.fixture
def small(riverside: Repository) -> Repository:
    """Give the small site without its handbook."""
    shutil.rmtree(riverside.path("handbook"))
    return riverside


@pytest.fixture
def broken(small: Repository) -> Repository:
    """Give the small site with one fault: a link that leads nowhere, on a line that is known."""
    small.write(GUIDE, small.read(GUIDE).rstrip("\n") + "\n\n[ไป](guide:unpaid-wrk)\n")
    return small


def asked(*words: str) -> Result:
    """Run the program inside this process; for what ends before anything is read."""
    return CliRunner().invoke(program, words, prog_name="suluh", terminal_width=100)


@pytest.mark.parametrize("command", ["build", "check", "serve", "clean"])
def test_every_command_says_what_it_does_and_how_it_is_asked(command: str) -> None:
    said = asked(command, "--help")
    assert said.exit_code == FINE
    assert said.output.startswith(f"Usage: suluh {command} [OPTIONS]\n\n  ")


@pytest.mark.parametrize(
    ("command", "options"),
    [
        (
            "build",
            (
                "--root --languages --as-of --workers --format --output --address --repository --quick "
                "--cluster --share --signing-key --timings --help"
            ),
        ),
        ("check", "--root --languages --as-of --workers --format --strict --help"),
        ("serve", "--root --languages --as-of --workers --format --port --draft --help"),
        ("clean", "--root --help"),
    ],
)
def test_the_commands_have_these_options_and_no_others(command: str, options: str) -> None:
    found = re.findall(r"^  (?:-h, )?(--[a-z-]+)", asked(command, "--help").output, re.MULTILINE)
    assert found == options.split()


def test_the_program_lists_its_commands() -> None:
    said = asked("--help")
    assert said.exit_code == FINE
    verbs = ["build", "changes", "check", "clean", "facts", "new", "redact", "serve", "tally", "translations"]
    assert re.findall(r"^  ([a-z]+)  ", said.output, re.MULTILINE) == verbs


def test_the_program_knows_its_version() -> None:
    assert asked("--version").output == f"Suluh {__version__}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["buld"], "No such command 'buld'."),
        (["build", "--as-of", "yesterday"], "'yesterday' is not a day. Write year-month-day, such as 2026-11-22."),
        (["build", "--as-of", "2026-02-30"], "'2026-02-30' is not a day. Write year-month-day, such as 2026-11-22."),
        (["build", "--address", "http://lamp.example"], "Write the whole address, beginning with https://."),
        (["build", "--workers", "0"], "0 is not in the range 1<=x<=64."),
        (["build", "--root", "/no/such/folder"], "Directory '/no/such/folder' does not exist."),
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'github', 'json'."),
        (["check", "--output", "x"], "No such option '--output'."),
        (["serve", "--port", "70000"], "70000 is not in the range 0<=x<=65535."),
    ],
)
def test_what_cannot_be_asked_is_explained_and_ends_with_2(words: list[str], sentence: str) -> None:
    said = asked(*words)
    assert said.exit_code == USAGE
    assert sentence in " ".join(said.stderr.split())
    assert said.stdout == ""


def test_a_build_in_a_pipe_says_one_line_and_that_to_the_side(small: Repository, run: Run) -> None:
    said = run("build", "--root", small.root, cwd=small.root)
    pages = sum(path.name != "todo.html" for path in small.path("site").rglob("*.html"))
    assert (said.returncode, said.stdout) == (FINE, "")
    assert said.stderr == f"{pages} pages in 3 languages are in site/.\n"


def test_a_site_that_is_right_is_told_so(small: Repository, run: Run) -> None:
    said = run("check", "--root", small.root)
    assert (said.returncode, said.stdout, said.stderr) == (FINE, "", "Everything is in order.\n")


def test_a_build_that_fails_says_what_is_wrong_and_ends_with_1(broken: Repository, run: Run) -> None:
    said = run("build", "--root", broken.root)
    line = broken.read(GUIDE).count("\n")
    assert said.returncode == PROBLEMS
    assert (
        f"{GUIDE}:{line}:6: error: There is no guide 'unpaid-wrk'. [references/link]\n    Did you mean 'unpaid-work'?"
        in (said.stdout)
    )
    assert said.stderr.endswith("Nothing was replaced.\n")
    assert not broken.path("site").exists()


def test_a_check_counts_what_it_found_to_the_side(broken: Repository, run: Run) -> None:
    said = run("check", "--root", broken.root)
    assert said.returncode == PROBLEMS
    assert said.stderr == f"\nErrors: {said.stdout.count(': error: ')}. Warnings: 0.\n"


def test_problems_as_data_are_all_that_stands_on_the_output(broken: Repository, run: Run) -> None:
    said = run("check", "--root", broken.root, "--format", "json")
    problems = json.loads(said.stdout)
    assert said.returncode == PROBLEMS
    assert said.stderr == ""
    assert {
        "file": GUIDE,
        "line": broken.read(GUIDE).count("\n"),
        "column": 6,
        "severity": "error",
        "rule": "references/link",
        "message": "There is no guide 'unpaid-wrk'.",
        "hint": "Did you mean 'unpaid-work'?",
    } in problems


def test_problems_for_github_stand_at_their_lines(broken: Repository, run: Run) -> None:
    said = run("check", "--root", broken.root, "--format", "github")
    line = broken.read(GUIDE).count("\n")
    assert (
        f"::error file={GUIDE},line={line},col=6,title=references/link::There is no guide 'unpaid-wrk'.%0A"
        "Did you mean 'unpaid-work'?" in said.stdout.splitlines()
    )


def test_nothing_wrong_is_an_empty_list(small: Repository, run: Run) -> None:
    assert json.loads(run("check", "--root", small.root, "--format", "json").stdout) == []


def test_a_warning_lets_the_check_pass_unless_it_is_strict(small: Repository, run: Run) -> None:
    old = ("--as-of", "2028-01-01")
    plain, strict = run("check", "--root", small.root, *old), run("check", "--root", small.root, "--strict", *old)
    assert "warning" in plain.stdout
    assert plain.stdout == strict.stdout
    assert (plain.returncode, strict.returncode) == (FINE, PROBLEMS)


def test_a_folder_without_a_site_is_told_so(run: Run) -> None:
    said = run("check")
    assert said.returncode == PROBLEMS
    assert said.stdout == (
        "content/site.yml:1:1: error: This file is missing, so there is no site to build. [file/missing]\n"
        "    Run this in the folder that holds 'content', or write the file.\n"
    )


def test_some_languages_and_another_place_and_address_can_be_asked_for(small: Repository, run: Run) -> None:
    said = run(
        "build", "--root", small.root, "--languages", "th, km", "--output", "elsewhere/here",
        "--address", "https://other.example/x", cwd=small.root,
    )  # fmt: skip
    assert said.stderr.endswith(" pages in 2 languages are in elsewhere/here/.\n")
    assert 'href="https://other.example/x/km/"' in small.read("elsewhere/here/km/index.html")


def test_cleaning_takes_away_what_was_built_and_nothing_that_was_written(small: Repository, run: Run) -> None:
    run("build", "--root", small.root)
    written = {
        path for path in small.root.rglob("*") if not {"site", ".suluh"} & set(path.relative_to(small.root).parts)
    }
    said = run("clean", "--root", small.root)
    assert (said.returncode, said.stderr) == (FINE, "Clean.\n")
    assert set(small.root.rglob("*")) == written


def test_cleaning_leaves_a_folder_that_only_has_the_name_of_a_site(small: Repository, run: Run) -> None:
    small.write("site/mine.txt", "mine")
    said = run("clean", "--root", small.root, cwd=small.root)
    assert said.stderr == "site is not a site that was built here; it stays.\nClean.\n"
    assert small.read("site/mine.txt") == "mine"


def test_build_py_finds_its_own_repository_from_anywhere(small: Repository) -> None:
    shutil.copytree(ROOT / "src", small.path("src"), ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "build.py", small.path("build.py"))
    known = environment(small.root)
    del known["PYTHONPATH"]
    said = subprocess.run(
        [sys.executable, small.path("build.py"), "check", "--as-of", "2026-11-22"],
        cwd="/", env=known, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (said.returncode, said.stderr) == (FINE, "Everything is in order.\n")
