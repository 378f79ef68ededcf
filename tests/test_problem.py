"""How a problem is said: for a terminal, for GitHub, and as data."""

import json
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.problem import (
    Place,
    Problem,
    Severity,
    as_github,
    as_json,
    as_text,
    did_you_mean,
    error,
    in_order,
    stops,
    warning,
)

HERE = Place("content/site.yml", 3, 5)
PLAIN = error(HERE, "shape/unknown", "'naem' is not a key that belongs here.", "Did you mean 'name'?")
ODD = warning(Place("a,b:c.md", 1, 2), "x/y", "50 %: one,\ntwo", "Do\rit.")


def test_a_place_is_written_so_that_terminals_and_editors_open_it():
    assert str(HERE) == "content/site.yml:3:5"


def test_text_says_what_is_wrong_and_below_it_what_to_type():
    assert as_text([PLAIN]) == (
        "content/site.yml:3:5: error: 'naem' is not a key that belongs here. [shape/unknown]\n    Did you mean 'name'?"
    )


def test_text_has_no_second_line_where_nothing_helps():
    assert as_text([warning(HERE, "x/y", "It is old.")]) == "content/site.yml:3:5: warning: It is old. [x/y]"


def test_nothing_wrong_is_said_with_nothing():
    assert (as_text([]), as_github([]), json.loads(as_json([]))) == ("", "", [])


def test_github_gets_one_command_a_problem():
    assert as_github([PLAIN]) == (
        "::error file=content/site.yml,line=3,col=5,title=shape/unknown::"
        "'naem' is not a key that belongs here.%0ADid you mean 'name'?"
    )


def test_github_cannot_be_given_a_second_command_inside_a_name_or_a_text():
    assert as_github([ODD]) == "::warning file=a%2Cb%3Ac.md,line=1,col=2,title=x/y::50 %25: one,%0Atwo%0ADo%0Dit."


def test_github_calls_a_note_a_notice():
    assert as_github([Problem(HERE, Severity.NOTE, "x/y", "So.")]).startswith("::notice file=")


def test_json_names_every_part():
    assert json.loads(as_json([PLAIN])) == [
        {
            "file": "content/site.yml",
            "line": 3,
            "column": 5,
            "severity": "error",
            "rule": "shape/unknown",
            "message": "'naem' is not a key that belongs here.",
            "hint": "Did you mean 'name'?",
        }
    ]


def test_json_keeps_every_script_readable():
    assert "ភាសា" in as_json([error(HERE, "x/y", "ភាសា")])


@given(st.lists(st.builds(Problem, st.just(HERE), st.just(Severity.ERROR), st.text(), st.text(), st.text())))
def test_github_gets_as_many_lines_as_there_are_problems(problems):
    assert [line[:7] for line in as_github(problems).split("\n") if line] == ["::error"] * len(problems)


@pytest.mark.parametrize(
    ("wrong", "known", "said"),
    [
        ("titel", ["title", "summary"], "Did you mean 'title'?"),
        ("zzz", ["b", "a"], "Write one of: a, b."),
        ("zzz", [f"word-{n}" for n in range(21)], ""),
        ("zzz", [], ""),
    ],
    ids=["near", "few", "many", "none"],
)
def test_a_wrong_word_is_answered_with_the_nearest_or_with_all_if_few(wrong, known, said):
    assert did_you_mean(wrong, known) == said


def test_problems_stand_by_place_the_worst_first_and_each_once():
    late, early = error(Place("b"), "x/y", "1"), error(Place("a", 2), "x/y", "1")
    mild, bad, worse = warning(Place("a"), "a/a", "0"), error(Place("a"), "x/y", "1"), error(Place("a"), "x/z", "1")
    for order in permutations([late, early, mild, bad, worse]):
        assert in_order([*order, bad]) == [bad, worse, mild, early, late]


def test_only_an_error_stops_a_build():
    note = Problem(HERE, Severity.NOTE, "x/y", "So.")
    assert (stops([]), stops([ODD, note]), stops([ODD, PLAIN])) == (False, False, True)
