"""The sums against cases that were worked out by hand, and what every sum keeps to."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sums.drawn import answers
from tests.sums.vectors import CASES, RATES, Case

from suluh.sums import SUMS, sections
from suluh.sums.base import IMPOSSIBLE, KINDS, MISSING, Answers, Result

names = pytest.mark.parametrize("name", SUMS)


def reckoned(name: str, answers: Answers) -> Result:
    """Do a sum with the rates of the hand-worked cases."""
    return SUMS[name].reckon(RATES[name], answers)


def wanted(case: Case) -> Result:
    """Give what must come of a case."""
    if case.stop:
        return Result(stop=case.stop)
    steps = tuple(
        (name, {key: (KINDS.get(key, "money"), value) for key, value in values.items()}) for name, values in case.steps
    )
    kind = "number" if case.sum == "leave" else "money"
    return Result(steps=steps, total=None if case.total is None else (kind, case.total))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.sum}: {case.name}")
def test_a_sum_comes_out_as_worked_out_by_hand(case: Case) -> None:
    assert reckoned(case.sum, case.given) == wanted(case)


def test_there_are_cases_for_every_step_and_stop_of_every_sum() -> None:
    said = {(case.sum, step) for case in CASES for step, _ in case.steps}
    stops = {(case.sum, case.stop) for case in CASES if case.stop}
    assert said == {(name, step.id) for name, one in SUMS.items() for step in one.steps}
    left = {(name, stop) for name, one in SUMS.items() for stop in one.stops} - stops
    assert left <= {(name, stop) for name in SUMS for stop in (MISSING, IMPOSSIBLE)}


@names
def test_the_example_of_a_sum_comes_to_something(name: str) -> None:
    result = reckoned(name, SUMS[name].example)
    assert result.total is not None
    assert result.total[1] > 0


@names
def test_an_example_answers_what_is_asked_and_no_more(name: str) -> None:
    one = SUMS[name]
    assert [field.id for field in one.asked(one.example)] == list(one.example)


@names
def test_a_field_is_asked_because_of_options_of_fields_above_it(name: str) -> None:
    above: dict[str, tuple[str, ...]] = {}
    for field in SUMS[name].fields:
        for other, options in field.when:
            assert set(options) <= set(above[other])
        above[field.id] = field.options


@names
def test_the_sections_of_a_sum_have_names_of_their_own(name: str) -> None:
    listed = list(sections(SUMS[name]))
    assert len(set(listed)) == len(listed)


def test_sections_stand_in_the_order_of_the_page() -> None:
    assert list(sections(SUMS["leave"])) == [
        "before", "field-work", "field-work-home", "field-work-other", "field-start", "field-end", "step-service",
        "step-annual", "step-part", "step-part-none", "step-sick", "step-hospital", "total", "stop-domestic",
        "stop-missing", "stop-impossible",
    ]  # fmt: skip


Drawn = tuple[str, Answers]


def drawn_of(names_of: Iterable[str], *, junk: bool) -> st.SearchStrategy[Drawn]:
    """Draw a sum and answers to what it asks."""
    return st.sampled_from(sorted(names_of)).flatmap(
        lambda name: st.tuples(st.just(name), answers(SUMS[name], junk=junk))
    )


@given(drawn_of(SUMS, junk=True))
def test_a_sum_stops_or_says_steps_that_it_declares(drawn: Drawn) -> None:
    one, result = SUMS[drawn[0]], reckoned(*drawn)
    if result.stop:
        assert (result.steps, result.total) == ((), None)
        assert result.stop in one.stops
        return
    names = {step.id: set(step.values) for step in one.steps}
    assert result.steps
    for step, values in result.steps:
        assert set(values) == names[step]
        assert all(type(value) is int and value >= 0 for _, value in values.values())


@given(drawn_of(SUMS, junk=True))
def test_only_what_is_asked_matters(drawn: Drawn) -> None:
    name, given_answers = drawn
    asked = {field.id for field in SUMS[name].asked(given_answers)}
    kept = {key: value for key, value in given_answers.items() if key in asked}
    assert reckoned(name, kept) == reckoned(name, given_answers)


@given(drawn_of(SUMS, junk=False))
def test_whoever_answers_all_that_is_asked_is_told_something(drawn: Drawn) -> None:
    assert reckoned(*drawn).stop != MISSING


MORE = {
    "work-pay": ("done", "count", "monthly", "daily", "hourly", "earned"),
    "minimum-wage": ("months", "days", "hours"),
    "ending": ("monthly", "daily", "hourly", "earned", "hours"),
}
"""Answers that lower no sum when they rise, as long as it does not stop."""


@given(drawn_of(MORE, junk=False), st.data())
def test_pay_never_falls_when_hours_days_or_wages_rise(drawn: Drawn, data: st.DataObject) -> None:
    name, before = drawn
    key = data.draw(st.sampled_from(MORE[name]))
    field = next(field for field in SUMS[name].fields if field.id == key)
    if key not in before:
        return
    after = {**before, key: data.draw(st.integers(int(before[key]), field.most))}
    pair = [reckoned(name, given_answers).total for given_answers in (before, after)]
    if pair[0] and pair[1]:
        assert pair[0][1] <= pair[1][1]


@given(answers(SUMS["minimum-wage"], junk=False), st.integers(1, 100_000))
def test_less_is_owed_to_whoever_was_paid_more(before: Answers, more: int) -> None:
    key = next((key for key in before if key.startswith("got-")), "")
    if not key:
        return
    pair = [reckoned("minimum-wage", {**before, key: int(before[key]) + extra}).total for extra in (0, more)]
    if pair[0] and pair[1]:
        assert pair[0][1] >= pair[1][1]


@given(answers(SUMS["leave"], junk=False))
def test_leave_never_falls_with_service(before: Answers) -> None:
    totals = list(_by_year(before))
    assert totals == sorted(totals)


def _by_year(before: Answers) -> Iterator[int]:
    """Give the leave of somebody who began a year, two years … ten years earlier."""
    start = str(before.get("start", ""))
    for years in range(10):
        earlier = f"{int(start[:4]) - years}{start[4:]}" if start and not start.endswith("02-29") else ""
        total = reckoned("leave", {**before, "start": earlier}).total
        if total:
            yield total[1]
