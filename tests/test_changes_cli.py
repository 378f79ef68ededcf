"""What a reviewer is told of changed contact details. All numbers, names and addresses are invented."""

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import comrak
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import ROOT, Run
from tests.test_cli import FINE, PROBLEMS, USAGE, asked
from tests.test_past import Checkout

from suluh import pipeline, told
from suluh.model.change import Change, Changes, Found
from suluh.problem import Place

LINES = '- id: invented-line\n  values:\n  - since: 2026-01-01\n    number: "+60300000012"\n'
GUIDE = "".join(f"Sentence {n} of this guide is here.\n\n" for n in range(400))


@pytest.fixture
def work(tmp_path: Path) -> Checkout:
    """Give a repository with a long guide and a phone line, and a branch that is checked out."""
    made = Checkout(tmp_path / "work")
    made.write("content/guides/long/en.md", f"{GUIDE}Call +60 3-0000 0012.\n")
    made.write("content/facts/lines.yml", LINES)
    made.commit()
    made.git("switch", "--quiet", "--create", "proposal")
    return made


def test_the_verb_says_how_it_is_asked() -> None:
    said = asked("changes", "--help")
    assert said.exit_code == FINE
    assert re.findall(r"^  (?:-h, )?(--[a-z-]+)", said.output, re.MULTILINE) == [
        "--root", "--base", "--format", "--fail-on", "--help",
    ]  # fmt: skip
    assert asked("changes").exit_code == USAGE


def test_changes_finds_a_one_digit_change_of_a_phone_number_in_a_branch_of_300_changed_lines(
    work: Checkout, run: Run
) -> None:
    text = work.read("content/guides/long/en.md")
    for n in range(299):
        text = text.replace(f"Sentence {n} of this guide is", f"This sentence {n} was changed:")
    work.write("content/guides/long/en.md", text)
    work.change("content/facts/lines.yml", "+60300000012", "+60300000072")
    work.commit()
    assert "300 insertions" in work.git("diff", "--shortstat", "main")

    said = run("changes", "--root", work.root, "--base", "main", "--fail-on", "contact")
    assert said.stdout == (
        "Phone numbers\n  content/facts/lines.yml:4  changed: +603000000[1]2 -> +603000000[7]2 (1 digit differs)\n"
    )
    commit = work.git("rev-parse", "main")
    assert said.stderr == f"\nChanged: 1. Moved: 0. Not looked into: 0. Compared with {commit[:10]}.\n"
    assert said.returncode == PROBLEMS


def test_a_branch_of_300_changed_lines_is_looked_through_in_less_than_a_second(work: Checkout) -> None:
    work.write(
        "content/guides/long/en.md", work.read("content/guides/long/en.md").replace("here", "there, at 03-0000 0011")
    )
    begun = time.process_time()
    assert len(pipeline.contact_changes(work.root, "main").changes) == 400
    assert time.process_time() - begun < 1


def test_a_change_fails_only_where_it_is_asked_to(work: Checkout, run: Run) -> None:
    work.change("content/facts/lines.yml", "+60300000012", "+60300000072")
    assert run("changes", "--root", work.root, "--base", "main").returncode == FINE
    assert run("changes", "--root", work.root, "--base", "main", "--fail-on", "contact").returncode == PROBLEMS


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_that_nothing_changed_is_said_plainly(work: Checkout, run: Run, form: str) -> None:
    work.change("content/guides/long/en.md", "Sentence 7 of", "Sentence seven of")
    said = run("changes", "--root", work.root, "--base", "main", "--format", form, "--fail-on", "contact")
    assert said.stdout.endswith("No contact detail changed.\n")
    assert said.returncode == FINE


def test_new_deleted_renamed_and_unreadable_files_are_told_each_in_its_way(work: Checkout, run: Run) -> None:
    work.write("untracked.svg", "<svg><text>Write to somebody@example.org</text></svg>")
    work.write("content/picture.png", b"\x89PNG\r\n\0")
    work.git("mv", "content/guides/long", "content/guides/longer")
    work.remove("content/facts/lines.yml")
    assert run("changes", "--root", work.root, "--base", "main").stdout == (
        "Phone numbers\n"
        "  content/facts/lines.yml:4  removed: +60300000012\n"
        "\n"
        "E-mail addresses\n"
        "  untracked.svg:1  added: somebody@example.org\n"
        "\n"
        "Only moved\n"
        "  content/guides/long/en.md:801 -> content/guides/longer/en.md:801  +60 3-0000 0012\n"
        "\n"
        "Changed, and cannot be looked into\n"
        "  content/picture.png\n"
    )


def test_line_ends_of_windows_are_no_change(work: Checkout, run: Run) -> None:
    work.write("content/facts/lines.yml", LINES.replace("\n", "\r\n"))
    assert run("changes", "--root", work.root, "--base", "main").stdout == "No contact detail changed.\n"


def test_hidden_signs_are_shown_by_their_names(work: Checkout, run: Run) -> None:
    work.change("content/guides/long/en.md", "0000 0012", "\u202e0000 0012")
    assert run("changes", "--root", work.root, "--base", "main").stdout == (
        "Phone numbers\n"
        "  content/guides/long/en.md:801  changed: +60 3-0000 0012 -> +60 3-[[U+202E]]0000 0012 "
        "(It reads the same and is written otherwise. Hidden signs stand in it: U+202E)\n"
    )


def test_a_comment_is_a_table_for_each_kind_and_says_what_to_do(work: Checkout, run: Run) -> None:
    work.change("content/facts/lines.yml", "+60300000012", "+60300000072")
    work.write("new.md", "See https://example.org/a\n")
    said = run("changes", "--root", work.root, "--base", "main", "--format", "markdown")
    assert said.stdout == (
        "<!-- suluh-changes -->\n"
        "\n"
        "## Contact details\n"
        "\n"
        "### Phone numbers\n"
        "\n"
        "| Before | Now | Where | What |\n"
        "|---|---|---|---|\n"
        "| `+603000000`**`1`**`2` | `+603000000`**`7`**`2` | `content/facts/lines.yml:4` "
        "| changed (1 digit differs) |\n"
        "\n"
        "### Links\n"
        "\n"
        "| Before | Now | Where | What |\n"
        "|---|---|---|---|\n"
        "|  | `https://example.org/a` | `new.md:1` | added |\n"
        "\n"
        "**What to do.** Compare each of these with its source, sign by sign. Call each number and open each link "
        "before you say yes. Then a second person does the same: not you, and not the one who wrote it.\n"
    )
    assert said.stderr == ""


def test_changes_are_written_as_data_as_well(work: Checkout, run: Run) -> None:
    work.change("content/facts/lines.yml", "+60300000012", "+60300000072")
    said = run("changes", "--root", work.root, "--base", "main", "--format", "json")
    place = {"file": "content/facts/lines.yml", "line": 4, "column": 14}
    assert json.loads(said.stdout) == {
        "base": work.git("rev-parse", "main"),
        "second_person": True,
        "changes": [
            {
                "kind": "phone",
                "what": "changed",
                "file": "content/facts/lines.yml",
                "line": 4,
                "before": {"value": "+60300000012", "text": "+60300000012", **place},
                "after": {"value": "+60300000072", "text": "+60300000072", **place},
                "note": "1 digit differs.",
            }
        ],
        "moved": [],
        "unseen": [],
    }


def test_a_folder_in_no_repository_and_an_unknown_revision_are_told_and_end_with_1(
    work: Checkout, run: Run, tmp_path: Path
) -> None:
    said = run("changes", "--root", tmp_path, "--base", "main")
    assert (said.returncode, said.stdout) == (PROBLEMS, "")
    assert said.stderr.startswith(f"{tmp_path} is in no git repository")
    said = run("changes", "--root", work.root, "--base", "mian")
    assert (said.returncode, said.stdout) == (PROBLEMS, "")
    assert said.stderr == "There is no revision 'mian' here.\n    Did you mean 'main'?\n"


def test_a_file_name_that_no_terminal_can_show_is_told_all_the_same(work: Checkout, run: Run) -> None:
    work.write("a\n\x1b[2Jcaf\udce9.md", "Call 03-0000 0011.")
    said = run("changes", "--root", work.root, "--base", "main")
    assert "  a[U+000A][U+001B][2Jcaf[U+DCE9].md:1  added: 03-0000 0011\n" in said.stdout
    for form in ("markdown", "json"):
        assert run("changes", "--root", work.root, "--base", "main", "--format", form).returncode == FINE


# --- nothing that a stranger writes can be more than text in a comment ---

EVIL = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                *"`|\\@<>[]()!*_~#\n\r\t &;",
                "@somebody",
                "https://evil.example",
                "<img src=x>",
                "](x)",
                "``",
                "\\|",
                "&#96;",
            ]
        )
    ).map("".join),
)


def changed(before: str, after: str, file: str) -> Change:
    was, now = (Found("link", shown, shown, Place(file, 1)) for shown in (before, after))
    return Change("link", file, was, now)


@given(EVIL.filter(bool), EVIL.filter(bool), EVIL, EVIL.filter(bool))
def test_a_value_cannot_break_out_of_its_cell_call_people_or_lead_anywhere(before, after, file, unseen):
    one = changed(before, after, file)
    text = told.changes_as_markdown(Changes("base", (one,), (one,), (unseen,)))
    options = comrak.ExtensionOptions()
    options.table = options.autolink = options.strikethrough = options.tasklist = options.footnotes = True
    page = LexborHTMLParser(comrak.render_markdown(text, extension_options=options))
    assert [len(row.css("td")) for row in page.css("tbody tr")] == [4]
    assert len(page.css("li")) == 2
    assert len(page.css("h2, h3")) == 4
    assert page.css("a, img, script, em, del, input, sup") == []
    for code in page.css("code"):
        code.decompose()
    words = page.body.text() if page.body else ""
    assert not re.findall(r"[@`<>|]|evil|somebody", words.replace("->", ""))


@given(EVIL.filter(bool), EVIL.filter(bool), EVIL)
def test_a_value_cannot_steer_a_terminal(before, after, file):
    text = told.changes_as_text(Changes("base", (changed(before, after, file),)))
    assert text.count("\n") == 1
    assert text.replace("\n", "").isprintable()


def test_a_comment_names_no_more_than_it_can_hold_and_says_so() -> None:
    many = tuple(changed(f"https://example.org/{n}", f"https://example.org/{n}a", "a.md") for n in range(137))
    text = told.changes_as_markdown(Changes("base", many))
    assert text.count("| changed |") == 100
    assert "**And 37 more.** `build.py changes` shows them all." in text
    assert len(told.changes_as_text(Changes("base", many)).splitlines()) == 138


# --- the branch rule ---


def test_the_job_looks_at_the_merge_with_the_engine_of_main_and_a_second_person_answers_for_it() -> None:
    workflow = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    jobs = dict(pairwise(re.split(r"^  ([a-z-]+):\n", workflow.partition("\njobs:\n")[2], flags=re.MULTILINE)[1:]))
    assert "fetch-depth: 2" in jobs["contacts"]
    assert '--base HEAD^1 --format markdown --fail-on contact >> "$GITHUB_STEP_SUMMARY"' in jobs["contacts"]
    assert "environment: contact-details" in jobs["second-person"]
    assert "needs: contacts" in jobs["second-person"]
