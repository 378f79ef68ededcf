"""The verb that counts: what it asks, what it shows, and that it writes nothing unless all is right."""

import os
import pty
import re
import select
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.conftest import Repository, Run, SiteAt, command, environment
from tests.test_cli import FINE, PROBLEMS, USAGE, asked

from suluh import cli

TALLIES = "campaigns/rest-day/tallies.yml"
DAY = ("--as-of", "2026-11-22")
WHO = ("--counted-by", "role:organiser", "--counted-by", "role:helper")
GOOD = ("rest-day", "--channel", "paper", "--batch", "A-3", "--count", "60", "--sheets", "6", *WHO)
LINE = (
    '- {"on": 2026-11-22, channel: paper, batch: A-3, count: 60, sheets: 6, counted_by: [role:organiser, role:helper]}'
)
ANSWERS = ("", "paper", "A-3", "60", "6", "", "organiser", "helper")


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
    return CliRunner().invoke(cli.program, ["tally", "add", *words, "--root", str(site.root), *DAY], input=given)


def test_the_verb_says_how_it_is_asked() -> None:
    assert re.findall(r"^  ([a-z]+)  ", asked("tally", "--help").output, re.MULTILINE) == ["add"]
    said = asked("tally", "add", "--help")
    assert said.exit_code == FINE
    options = "--channel --batch --count --sheets --on --counted-by --corrects --root --as-of --help"
    assert re.findall(r"^  (?:-h, )?(--[a-z-]+)", said.output, re.MULTILINE) == options.split()


def test_where_nobody_is_everything_can_be_said_and_the_line_is_shown(small: Repository, run: Run) -> None:
    before = small.read(TALLIES)
    said = run("tally", "add", *GOOD, "--root", small.root, *DAY)
    assert said.stdout == (
        f"{TALLIES}:5\n  + {LINE}\n\n"
        "People counted so far: 129. With this line: 189.\n\n"
        f"Written. To undo it, before you commit, take out line 5 of {TALLIES}:\n  {LINE}\n"
    )
    assert (said.stderr, said.returncode) == ("", FINE)
    assert small.read(TALLIES) == f"{before}{LINE}\n"


def test_the_undoing_that_is_said_undoes_it(small: Repository, run: Run) -> None:
    before = small.read(TALLIES)
    said = run("tally", "add", *GOOD, "--root", small.root, *DAY).stdout
    found = re.search(r"take out line (\d+) of (\S+):\n  (.*)\n", said)
    assert found is not None
    lines = small.read(found[2]).splitlines(keepends=True)
    assert lines.pop(int(found[1]) - 1) == f"{found[3]}\n"
    assert "".join(lines) == before


def test_the_first_batch_makes_a_file_which_can_be_deleted_again(small: Repository, run: Run) -> None:
    small.remove(TALLIES)
    said = run("tally", "add", *GOOD, "--root", small.root, *DAY).stdout
    assert said.endswith(
        f"take out line 3 of {TALLIES}:\n  {LINE}\nIt is the only one in that file, which you can delete then.\n"
    )
    assert small.read(TALLIES).split("\n")[2] == LINE


def test_few_are_said_not_to_be_shown(small: Repository, run: Run) -> None:
    small.remove(TALLIES)
    said = run("tally", "add", *GOOD, "--count", "49", "--root", small.root, *DAY).stdout
    assert "With this line: 49. Fewer than 50 are not shown to readers.\n" in said


def test_where_nobody_is_all_that_is_not_said_is_named(small: Repository, run: Run) -> None:
    said = run("tally", "add", "--root", small.root)
    assert (said.returncode, said.stdout) == (USAGE, "")
    assert "Not said: CAMPAIGN, --channel, --batch, --count, --counted-by. Nobody is at the keyboard" in said.stderr


def test_a_correction_needs_no_channel_and_no_code(small: Repository, run: Run) -> None:
    said = run("tally", "add", "rest-day", "--corrects", "M-1", "--count", "-1", *WHO, "--root", small.root, *DAY)
    assert said.returncode == FINE
    assert small.read(TALLIES).splitlines()[-1] == (
        '- {"on": 2026-11-22, channel: meeting, batch: M-1, count: -1, counted_by: [role:organiser, role:helper], '
        "corrects: M-1}"
    )


def test_what_is_refused_is_all_told_and_nothing_is_written(small: Repository, run: Run) -> None:
    before = small.path(TALLIES).read_bytes()
    said = run("tally", "add", *GOOD, "--batch", "Invented Name", "--count", "0", "--root", small.root, *DAY)
    assert said.stdout == ""
    assert said.stderr == (
        "A batch is a code of capital letters, a hyphen and a number, such as B-003. Never write a name.\n"
        "A batch that counts nobody is not written.\n"
        "Nothing was written.\n"
    )
    assert said.returncode == PROBLEMS
    assert small.path(TALLIES).read_bytes() == before


def test_an_unknown_campaign_is_told_with_the_nearest(small: Repository, run: Run) -> None:
    said = run("tally", "add", "rest-dya", *GOOD[1:], "--root", small.root)
    assert said.stderr == "There is no campaign 'rest-dya'. Did you mean 'rest-day'?\nNothing was written.\n"


@pytest.mark.usefixtures("somebody")
def test_somebody_is_asked_for_what_was_not_said(small: Repository) -> None:
    said = told(small, answers=("", *ANSWERS, "y"))
    assert said.exit_code == FINE
    assert small.read(TALLIES).splitlines()[-1] == LINE
    assert re.findall(r"^(?:Which campaign|Code of the batch).*?\]", said.stderr, re.MULTILINE) == [
        "Which campaign [rest-day]",
        "Code of the batch, as it is marked [A-3]",
    ]


@pytest.mark.usefixtures("somebody")
def test_what_was_said_is_not_asked(small: Repository) -> None:
    said = told(small, *GOOD, answers=("", "", "y"))
    assert said.exit_code == FINE
    assert [line.partition(":")[0] for line in said.stderr.splitlines()] == [
        "Does it correct an earlier batch? The code of that, else nothing",
        "Counted on [2026-11-22]",
        "Write it? [Y/n]",
    ]


@pytest.mark.usefixtures("somebody")
def test_an_answer_that_cannot_be_taken_is_asked_for_again(small: Repository) -> None:
    answers = (
        "nobody",
        "rest-day",
        "A-9",
        "",
        "papier",
        "paper",
        "Invented Name",
        "A-3",
        "0",
        "020000009",
        "60",
        "scan.jpg",
        "6",
        "2027-01-01",
        "never",
        "2026-11-22",
        "Invented Name",
        "organiser",
        "role:helper",
        "y",
    )
    said = told(small, answers=answers)
    assert said.exit_code == FINE
    assert len(re.findall(r"^Error: ", said.stderr, re.MULTILINE)) == 10
    assert small.read(TALLIES).splitlines()[-1] == LINE


@pytest.mark.usefixtures("somebody")
def test_a_correction_is_asked_for_by_the_batch_that_was_wrong(small: Repository) -> None:
    said = told(small, "rest-day", *WHO, answers=("M-1", "-72", "-2", "", "y"))
    assert "M-1 counts 71 people. No more than that can be taken away." in said.stderr
    assert "count: -2, counted_by: [role:organiser, role:helper], corrects: M-1}" in small.read(TALLIES)


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize("answers", [("", *ANSWERS, "n"), ("", *ANSWERS), ("", "")])
def test_nothing_is_written_unless_somebody_agrees(small: Repository, answers: tuple[str, ...]) -> None:
    before = small.path(TALLIES).read_bytes()
    told(small, answers=answers)
    assert small.path(TALLIES).read_bytes() == before


@pytest.mark.usefixtures("somebody")
def test_nobody_is_asked_anything_once_something_is_wrong(small: Repository) -> None:
    said = told(small, "rest-day", "--count", "0")
    assert said.stderr == "A batch that counts nobody is not written.\nNothing was written.\n"
    assert said.exit_code == PROBLEMS


def test_a_terminal_is_somebody(small: Repository, tmp_path: Path) -> None:
    mine, theirs = pty.openpty()
    with subprocess.Popen(
        command("tally", "add", "--root", small.root, *DAY), stdin=theirs, stdout=theirs, stderr=theirs,
        env=environment(tmp_path),
    ) as program:  # fmt: skip
        seen = b""
        while b"Which campaign" not in seen and select.select([mine], [], [], 60)[0]:
            seen += os.read(mine, 1024)
        program.kill()
    os.close(mine)
    os.close(theirs)
    assert b"Which campaign [rest-day]" in seen
