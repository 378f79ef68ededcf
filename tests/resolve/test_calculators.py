"""The page of a calculator: facts as rates, texts by section, an example that was worked out."""

import json
from datetime import date

from tests.resolve.calculator import CALCULATOR, SUM
from tests.resolve.conftest import PageOf

ROUTE = "calculators/lowest/"


def test_a_calculator_asks_what_its_sum_asks(page_of: PageOf) -> None:
    body = page_of(f"ms/{ROUTE}", CALCULATOR).body
    assert [(field.id, field.kind, field.when) for field in body.fields] == [
        (field.id, field.kind, field.when) for field in SUM.fields
    ]
    work = body.fields[0]
    assert (work.label.text, work.label.language, work.hint.text) == ("ms field-work", "ms", "ms RM1,700.50.")
    assert [(option, words.text) for option, words in work.options] == [
        ("home", "ms field-work-home"), ("other", "ms field-work-other"),
    ]  # fmt: skip


def test_a_language_without_a_text_borrows_each_section(page_of: PageOf) -> None:
    page = page_of(f"ur/{ROUTE}", CALCULATOR)
    assert (page.title.language, page.body.fields[0].label.language, page.body.total.borrowed) == ("en", "en", True)
    assert not page.indexed


def test_steps_and_stops_are_those_of_the_sum_without_values(page_of: PageOf) -> None:
    body = page_of(f"en/{ROUTE}", CALCULATOR).body
    assert [said.part.id for said in body.steps] == [f"step-{step.id}" for step in SUM.steps]
    assert all(value == "" for said in body.steps for _, value in said.values)
    assert [part.id for part in body.stops] == [f"stop-{stop}" for stop in SUM.stops]


def test_rates_are_facts_as_they_were_up_to_the_day(page_of: PageOf) -> None:
    body = page_of(f"en/{ROUTE}", CALCULATOR).body
    assert json.loads(body.numbers)["month"] == [["2020-01-01", 150_000], ["2026-02-01", 170_050]]
    shown = {rate.title.text: rate.values for rate in body.rates}
    assert shown["The lowest wage"] == ((date(2026, 2, 1), "RM1,700.50"), (date(2020, 1, 1), "RM1,500"))
    assert shown["wage-hour"] == ((None, "RM8.75"),)
    assert shown["wage-share"] == ((None, "1.5"),)
    assert (body.rates[0].law.text, body.rates[0].section) == ("Wage Law", "s.9")


def test_what_is_not_yet_in_force_is_no_rate(page_of: PageOf) -> None:
    rates = CALCULATOR["content/facts/rates.yml"].replace("2026-02", "2019-02")
    body = page_of(f"en/{ROUTE}", {**CALCULATOR, "content/facts/rates.yml": rates}, date(2026, 1, 31)).body
    assert json.loads(body.numbers)["month"] == [["2020-01-01", 150_000]]


def test_the_example_is_worked_out_with_the_rates_of_the_day(page_of: PageOf) -> None:
    example = page_of(f"en/{ROUTE}", CALCULATOR).body.example
    assert [answer.text for _, answer in example.answers] == [
        "en field-work-other", "en field-time-now", "en field-paid-monthly", "RM1,500.00", "2",
    ]  # fmt: skip
    [step] = example.steps
    assert step.part.id == "step-month"
    assert dict(step.values) == {
        "count": "2", "rate": "RM1,700.50", "got": "RM1,500.00", "short": "RM200.50", "pay": "RM401.00",
    }  # fmt: skip
    assert example.total == "RM401.00"


def test_a_calculator_stands_down_with_its_guide(page_of: PageOf) -> None:
    body = page_of(f"en/{ROUTE}", CALCULATOR, date(2028, 1, 1)).body
    assert body.fields == ()
    assert body.overdue is not None


def test_search_finds_a_calculator_by_its_title(page_of: PageOf) -> None:
    assert page_of(f"en/{ROUTE}", CALCULATOR).search == ((9, "The lowest wage"), (4, "A sum."))
