"""What a waiver takes out, and while it counts."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import TODAY

from suluh.model.waiver import Waiver, in_force, waived
from suluh.problem import Place, error, warning

HERE = Place("content/waivers.yml")
RULES = st.sampled_from(["facts/amount", "freshness/guide", "safety/html"])
FILES = st.sampled_from(["content/guides/pay/en.md", "content/site.yml"])
WAIVERS = st.lists(
    st.builds(
        Waiver, rule=RULES, file=FILES, reason=st.just("So."),
        until=st.integers(-2, 12).map(lambda days: TODAY + timedelta(days)),
    ).map(lambda waiver: (waiver, HERE))
)  # fmt: skip
PROBLEMS = st.lists(
    st.builds(lambda make, file, rule: make(Place(file), rule, "So."), st.sampled_from([error, warning]), FILES, RULES)
)


@given(WAIVERS, PROBLEMS)
def test_what_is_in_force_is_what_is_taken_out_and_nothing_else(waivers, problems):
    force = in_force(waivers, 10, TODAY)
    left = waived(waivers, 10, TODAY, problems)
    assert [one for one in left if one.place != HERE] == [
        one for one in problems if (one.rule, one.place.file) not in force
    ]


@pytest.mark.parametrize(
    ("rule", "days", "counts"),
    [
        ("facts/amount", 0, True),
        ("facts/amount", -1, False),
        ("facts/amount", 10, True),
        ("facts/amount", 11, False),
        ("safety/html", 5, False),
    ],
    ids=["last day", "over", "longest", "too long", "safety"],
)
def test_a_waiver_is_in_force_only_while_it_counts(rule, days, counts):
    waiver = Waiver(rule=rule, file="a.md", reason="So.", until=TODAY + timedelta(days))
    assert in_force([(waiver, HERE)], 10, TODAY) == ({(rule, "a.md")} if counts else set())
