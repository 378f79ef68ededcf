"""What is allowed, and while it counts. The numbers are invented."""

from datetime import timedelta

import pytest
from tests.conftest import TODAY

from suluh.model.allowance import Allowance
from suluh.model.raw import Found
from suluh.model.waiver import let_stand
from suluh.problem import Place, error

HERE = Place("content/allowed.yml", 3)
NUMBER = Found(error(Place("content/a.md", 2), "private/phone", "So."), "03-0000 0000")


def told(days: int = 5, what: str = "03-0000 0000", file: str = "content/a.md") -> tuple[list[Found], list[str]]:
    """Let one thing stand for some days, and say what is left and which rules are broken by that."""
    allowed = Allowance(what=what, file=file, reason="So.", until=TODAY + timedelta(days))
    left, wrong = let_stand([(allowed, HERE)], 10, TODAY, [NUMBER])
    assert all(one.place == HERE for one in wrong)
    return left, [one.rule for one in wrong]


@pytest.mark.parametrize("days", [0, 10], ids=["last day", "longest"])
def test_what_is_allowed_may_stand_up_to_its_last_day(days):
    assert told(days) == ([], [])


@pytest.mark.parametrize(("days", "rule"), [(-1, "waivers/over"), (11, "waivers/long")])
def test_what_is_over_or_too_long_allows_nothing(days, rule):
    assert told(days) == ([NUMBER], [rule])


@pytest.mark.parametrize(
    ("what", "file"),
    [("03-0000 0001", "content/a.md"), ("03-0000", "content/a.md"), ("03-0000 0000", "content/b.md")],
    ids=["another text", "a part of it", "another file"],
)
def test_only_the_text_itself_in_its_file_is_allowed_and_what_allows_nothing_is_told(what, file):
    assert told(what=what, file=file) == ([NUMBER], ["waivers/unused"])


def test_where_a_picture_was_taken_is_never_allowed():
    place = Found(error(Place("content/a.jpg"), "private/metadata", "So."), "GPS")
    allowed = Allowance(what="GPS", file="content/a.jpg", reason="So.", until=TODAY)
    left, [wrong] = let_stand([(allowed, HERE)], 10, TODAY, [place])
    assert (left, wrong.rule, wrong.message) == (
        [place],
        "waivers/safety",
        "Where a picture was taken is never allowed.",
    )
