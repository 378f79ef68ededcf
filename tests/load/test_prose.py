"""A Markdown text is cut into sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.load.conftest import told

from suluh.load.prose import prose_of
from suluh.model.prose import Prose, Section
from suluh.source import parse_front_matter, parse_yaml

HEAD = "---\ntitle: A title\nsummary: A summary.\n---\n"


def prose(text):
    return prose_of(*parse_front_matter("a/pt.md", text), "pt")


def test_each_section_has_its_id_its_heading_its_text_and_its_line():
    text = f"{HEAD}\n## One thing {{#one}}\n\nText.\n\n## Another {{#two .critical}}\n- Item\n"
    made, problems = prose(text)
    assert made == Prose(
        "pt",
        "a/pt.md",
        "A title",
        "A summary.",
        (Section("one", "One thing", "\nText.\n", 7), Section("two", "Another", "- Item\n", 11, critical=True)),
    )
    assert problems == []


def test_every_line_of_a_section_knows_its_number_in_the_file():
    made, _ = prose(f"{HEAD}## One {{#one}}\n\nText.\nMore.")
    assert made is not None
    assert list(made.sections[0].lines()) == [(6, ""), (7, "Text."), (8, "More.")]


def test_a_text_may_be_a_title_and_a_summary():
    assert prose(f"{HEAD}\n\n") == (Prose("pt", "a/pt.md", "A title", "A summary."), [])


def test_a_heading_of_the_third_rank_is_a_part_of_its_section():
    made, problems = prose(f"{HEAD}## One {{#one}}\n### Inside\nText.\n")
    assert made is not None
    assert ([section.id for section in made.sections], problems) == (["one"], [])


@pytest.mark.parametrize(
    "heading", ["## {#one}", "##  One   {#one}  ", "## One{#one}", "## One {#one .critical}", "## 1. ก {#o-1}"]
)
def test_a_heading_may_be_written_in_several_ways(heading):
    assert prose(f"{HEAD}{heading}\n")[1] == []


@pytest.mark.parametrize(
    "heading",
    ["## One", "## One {one}", "## One {#One}", "## One {#one} two", "## One {#one .other}", "## One {#one}{#two}"],
)
def test_a_heading_without_an_id_is_told(heading):
    made, problems = prose(f"{HEAD}{heading}\n")
    assert made is not None
    assert made.sections == ()
    assert (
        told(problems)
        == """
a/pt.md:5:1: error: This heading has no id. [prose/heading]
    End it with an id: '## Heading {#help}'.
"""
    )


def test_an_id_stands_once():
    made, problems = prose(f"{HEAD}## One {{#one}}\nFirst\n## Two {{#one}}\nSecond\n")
    assert made is not None
    assert [section.heading for section in made.sections] == ["One"]
    assert (
        told(problems)
        == """
a/pt.md:7:1: error: The id 'one' stands here a second time. [prose/twice]
    Use another id.
"""
    )


def test_no_text_stands_before_the_first_heading():
    assert (
        told(prose(f"{HEAD}\n  \nLost.\nLost too.\n## One {{#one}}\n")[1])
        == """
a/pt.md:7:1: error: This text stands before the first heading. [prose/before]
    Put it under a heading such as '## What to do today {#today}'.
"""
    )


@pytest.mark.parametrize(
    ("head", "line", "what", "hint"),
    [
        ("title: One", 2, "'summary' is missing. [shape/missing]", "Add a line 'summary: …'."),
        ("summary: One\ntitle:", 3, "'title' has no value. [shape/empty]", "Write one, or delete this line."),
        ("title: One\nsummary: 5", 3, "'summary' must be text. [shape/type]",
         "Write words; put what looks like a number in double quotes."),
        ("title: A\nsummary: B\ntilte: C", 4, "'tilte' is not a key that belongs here. [shape/unknown]",
         "Did you mean 'title'?"),
        ("- title\n- summary", 2, "This file must be a map of 'key: value' lines. [shape/type]",
         "Write one 'key: value' a line, indented."),
        ('title: One\nsummary: " "', 3, "'summary' is empty. [shape/empty]", "Write something, or delete this line."),
    ],
    ids=["missing", "empty", "number", "unknown", "list", "spaces"],
)  # fmt: skip
def test_a_title_and_a_summary_are_all_that_stands_above(head, line, what, hint):
    made, problems = prose(f"---\n{head}\n---\n")
    assert made is None
    assert told(problems) == f"\na/pt.md:{line}:1: error: {what}\n    {hint}\n"


def test_empty_front_matter_lacks_both():
    lines = told(prose("---\n---\n")[1]).splitlines()
    assert [line for line in lines if "missing" in line] == [
        "a/pt.md:1:1: error: 'summary' is missing. [shape/missing]",
        "a/pt.md:1:1: error: 'title' is missing. [shape/missing]",
    ]


BODY = st.lists(st.sampled_from(["", "Text.", "## One {#one}", "## Two {#two}", "## None", "- Item", "### Sub"]))


@given(BODY)
def test_no_line_below_a_heading_is_lost(lines):
    document = parse_yaml("a/pt.md", "title: A\nsummary: B")
    made, problems = prose_of(document, "\n".join(lines), 5, "pt")
    assert made is not None
    kept = {number for section in made.sections for number, _ in section.lines()}
    headings = {section.line - 1 for section in made.sections}
    problem_lines = {problem.place.line for problem in problems}
    first = next((n for n, line in enumerate(lines) if line.startswith("## ")), len(lines))
    for number, line in enumerate(lines, 5):
        below_a_told_heading = any(told < number for told in problem_lines)
        told_at_the_top = number - 5 < first and bool(problem_lines)
        assert not line or number in kept | headings | problem_lines or below_a_told_heading or told_at_the_top
