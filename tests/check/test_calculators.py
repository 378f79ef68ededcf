"""Rules on calculators, held against one whose facts and texts are right until a test spoils them."""

from datetime import date

import pytest
from tests.conftest import Repository, load_all

from suluh.check import calculators, tools
from suluh.problem import as_text, in_order
from suluh.sums import SUMS, sections

TODAY = date(2026, 11, 22)
RULES = (
    calculators.calculators_do_sums_that_exist,
    calculators.calculators_have_the_rates_of_their_sum,
    tools.texts_have_their_sections,
    calculators.calculators_say_their_values,
)
LEAVE = SUMS["leave"]
RECORD, ENGLISH, PORTUGUESE = (f"content/calculators/leave/{name}" for name in ("calculator.yml", "en.md", "pt.md"))
FACTS = "content/facts/rates.yml"


def text() -> str:
    """Write a text with every section of the sum, which says each value of its step."""
    values = {f"step-{step.id}": "".join(f" [={name}]" for name in step.values) for step in LEAVE.steps}
    written = "".join(f"## A heading {{#{name}}}\n\nWords{values.get(name, '')}.\n\n" for name in sections(LEAVE))
    return f"---\ntitle: Leave\nsummary: Days.\n---\n{written}"


def fact(name: str) -> str:
    """Write a fact that is a limit since 2020."""
    return (
        f"- {{id: days-{name}, kind: limit, title: {{en: Days}}, jurisdiction: XA, domestic_workers: 'no', values: "
        "[{since: 2020-01-01, value: 7, source: [gazette], checked_on: 2026-11-01, grade: A}]}\n"
    )


@pytest.fixture
def calculator(good: Repository) -> Repository:
    """Add a calculator in which nothing is wrong."""
    good.write(FACTS, "".join(map(fact, LEAVE.rates)))
    rates = "".join(f"  {name}: days-{name}\n" for name in LEAVE.rates)
    good.write(RECORD, f"order: 1\nicon: star\nguide: pay\nsum: leave\nrates:\n{rates}")
    good.write(ENGLISH, text())
    good.write(PORTUGUESE, text())
    return good


def told(site: Repository, *change: str, today: date = TODAY) -> str:
    """Say what is wrong after a change: the file, what stands there, what shall stand."""
    if change:
        site.change(*change)
    read, problems = load_all(site.root)
    assert read is not None
    found = [*problems, *(problem for rule in RULES for problem in rule(read, today))]
    return f"\n{as_text(in_order(found))}\n" if found else ""


def test_nothing_is_wrong_with_a_good_calculator(calculator):
    assert told(calculator) == ""


def test_the_sum_exists(calculator):
    assert (
        told(calculator, RECORD, "sum: leave", "sum: leaves")
        == """
content/calculators/leave/calculator.yml:4:1: error: There is no sum 'leaves'. [calculators/sum]
    Did you mean 'leave'?
"""
    )


def test_every_rate_of_the_sum_is_named(calculator):
    assert (
        told(calculator, RECORD, "  hospital: days-hospital\n", "")
        == """
content/calculators/leave/calculator.yml:5:1: error: The sum needs the rate 'hospital'. [calculators/rates]
    Add a line 'hospital: …' with the id of a fact.
"""
    )


def test_no_other_rate_is_named(calculator):
    assert (
        told(
            calculator, RECORD, "  hospital: days-hospital\n", "  hospital: days-hospital\n  hospitel: days-hospital\n"
        )
        == """
content/calculators/leave/calculator.yml:15:3: error: The sum knows no rate 'hospitel'. [calculators/rates]
    Did you mean 'hospital'?
"""
    )


def test_a_rate_is_a_fact_that_exists(calculator):
    assert "There is no fact 'days-hospitel'. [calculators/rates]\n    Did you mean 'days-hospital'?" in told(
        calculator, RECORD, "hospital: days-hospital", "hospital: days-hospitel"
    )


def test_a_rate_is_an_amount_or_a_limit(calculator):
    assert (
        told(calculator, RECORD, "hospital: days-hospital", "hospital: act")
        == """
content/calculators/leave/calculator.yml:14:3: error: A fact of the kind 'law' is no rate. [calculators/rates]
    Name one of the kind 'amount' or 'limit'.
"""
    )


def test_a_rate_has_a_value_on_the_day(calculator):
    said = told(calculator, today=date(2019, 12, 31))
    assert said.count("has no value on 2019-12-31. [calculators/not-yet]") == len(LEAVE.rates)


def test_the_source_has_every_section(calculator):
    said = told(calculator, ENGLISH, "{#step-sick}", "{#step-sik}")
    assert "en.md:1:1: error: The section 'step-sick' is missing. [texts/sections]" in said
    assert "en.md:45:1: error: Nothing in calculator.yml asks for the section 'step-sik'. [texts/sections]" in said


def test_the_sections_stand_in_the_order_of_the_sum(calculator):
    parts = calculator.read(ENGLISH).split("## ")
    calculator.write(ENGLISH, "## ".join([parts[0], parts[2], parts[1], *parts[3:]]))
    assert "The sections stand in another order. [texts/sections]" in told(calculator)


@pytest.mark.parametrize("file", [ENGLISH, PORTUGUESE])
def test_a_step_says_all_its_values_in_every_language(calculator, file):
    assert (
        told(calculator, file, " [=days] [=months] [=part]", " [=days] [=part]")
        == f"""
{file}:37:1: error: The section 'step-part' does not say 'months'. [calculators/values]
    Put [=months] where the value belongs.
"""
    )


def test_a_step_says_no_other_value(calculator):
    assert (
        told(calculator, ENGLISH, " [=days] [=months] [=part]", " [=days] [=months] [=part] [=yeers]")
        == """
content/calculators/leave/en.md:39:33: error: The section 'step-part' has no value 'yeers'. [calculators/values]
    Write one of: days, months, part.
"""
    )


def test_what_is_no_step_holds_no_values(calculator):
    calculator.write(ENGLISH, calculator.read(ENGLISH).replace("Words.", "Words [=days].", 1))
    assert "The section 'before' has no value 'days'. [calculators/values]" in told(calculator)
