"""How facts are said."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.conftest import PageOf

from suluh.model.fact import Fact, Value
from suluh.model.settings import Currency
from suluh.resolve.facts import spaced, written

DAY = date(2026, 11, 1)
RINGGIT = Currency(symbol="RM")
LINE = "content/facts/lines.yml"


def said(kind: Any, currency: Currency = RINGGIT, **fields: Any) -> str:
    """Write a fact that has one value."""
    value = Value(since=DAY, source=("gazette",), checked_on=DAY, grade="A", **fields)
    fact = Fact(
        id="one", kind=kind, title={"en": "One"}, jurisdiction="XA", domestic_workers="yes", values=(value,)
    )  # fmt: skip
    return written(fact, value, currency)


@pytest.mark.parametrize(
    ("sen", "text"),
    [(170000, "RM1,700"), (170050, "RM1,700.50"), (5, "RM0.05"), (0, "RM0"), (100000000, "RM1,000,000")],
)
def test_an_amount_is_written_with_its_currency(sen: int, text: str) -> None:
    assert said("amount", value=sen) == text


@given(st.integers(0, 10**12))
def test_every_amount_can_be_read_back(sen: int) -> None:
    whole, _, rest = said("amount", value=sen).removeprefix("RM").replace(",", "").partition(".")
    assert int(whole) * 100 + int(rest or 0) == sen


@pytest.mark.parametrize(("minor", "text"), [(1, "¥1,700"), (1000, "¥1.700"), (100, "¥17")])
def test_a_currency_says_what_its_smallest_unit_is(minor: Any, text: str) -> None:
    assert said("amount", Currency(symbol="¥", minor=minor), value=1700) == text


def test_a_limit_is_a_bare_number() -> None:
    assert said("limit", value=7) == "7"


def test_a_day_is_written_so_that_it_cannot_be_mistaken() -> None:
    assert said("date", day=date(2027, 1, 2)) == "2027-01-02"


def test_a_line_is_written_as_its_number() -> None:
    assert said("line", number="999") == "999"


@pytest.mark.parametrize(
    ("number", "shown"), [("+60380008000", "+60 3-8000 8000"), ("+6621234567", "+66 2 123 4567"), ("999", "999")]
)
def test_a_number_is_grouped_as_its_country_does(number: str, shown: str) -> None:
    assert spaced(number) == shown


@given(st.from_regex(r"\+(60|66|62|95)[1-9][0-9]{6,9}", fullmatch=True))
def test_grouping_changes_no_digit(number: str) -> None:
    assert "".join(letter for letter in spaced(number) if letter in "+0123456789") == number


def test_the_value_that_is_in_force_on_the_day_is_said(page_of: PageOf) -> None:
    before = page_of("en/guides/pay/", today=date(2026, 1, 31)).body.parts[1]
    after = page_of("en/guides/pay/", today=date(2026, 2, 1)).body.parts[1]
    assert before.values == (("wage", "RM1,500"),)
    assert after.values == (("wage", "RM1,700.50"),)


def test_a_statement_stands_on_law_section_and_source(page_of: PageOf) -> None:
    [(name, citation)] = page_of("en/guides/pay/", today=date(2026, 1, 31)).body.parts[1].citations
    assert (name, citation.law.text, citation.section) == ("wage", "Wage Law", "s.9")
    assert (citation.source, citation.address) == ("The Gazette", "https://gazette.example/1")
    assert (citation.dated, citation.checked_on) == ("2026-02", date(2026, 11, 1))
    assert citation.domestic_workers == "no"


def test_a_source_without_day_or_address_is_cited_without_them(page_of: PageOf) -> None:
    [(_, citation)] = page_of("en/guides/pay/").body.parts[1].citations
    assert (citation.source, citation.address, citation.dated) == ("The Survey", None, "")


def test_the_law_is_named_in_the_language_of_the_section(page_of: PageOf) -> None:
    [(_, citation)] = page_of("id/guides/pay/").body.parts[1].citations
    assert (citation.law.text, citation.law.language) == ("Akta Gaji", "ms")


def line(**changes: str) -> dict[str, str]:
    """Write the lamp line anew, as the only fact of a file of its own."""
    of = {"checked_on": "2026-11-01", "grade": "A"} | changes
    value = ", ".join(f"{key}: {said}" for key, said in of.items())
    return {
        LINE: f"""
- id: other-line
  kind: line
  title: {{en: The other line}}
  jurisdiction: XA
  domestic_workers: "yes"
  values: [{{since: 2020-01-01, number: "+60380000001", source: [gazette, survey], {value}}}]
""",
        "content/pages/help/en.md": "---\ntitle: Help\nsummary: Now.\n---\n## Now {#now}\n\nBreathe.\n",
    }


def shown(page_of: PageOf, age: int, **changes: str) -> Any:
    """Show the other line on the help page, so many days after it was checked."""
    files = line(**changes)
    files["content/site.yml"] = """
name: Lamp
tagline: {en: Know your rights.}
address: https://lamp.example/site/
languages: [{code: en, name: English}]
currency: {symbol: RM}
leave: https://weather.example/
lines: [other-line]
"""
    return page_of("en/help/", files, date(2026, 11, 1) + timedelta(age)).body.lines


def test_a_line_is_shown_for_a_year_after_it_was_checked(page_of: PageOf) -> None:
    [one] = shown(page_of, 365)
    assert (one.number, one.shown) == ("+60380000001", "+60 3-8000 0001")


def test_a_line_that_nobody_checked_for_a_year_is_not_shown(page_of: PageOf) -> None:
    assert shown(page_of, 366) == ()


def test_a_line_that_one_source_knows_is_not_shown(page_of: PageOf) -> None:
    assert shown(page_of, 1, grade="B") == ()


def test_a_line_that_was_called_shows_its_day_only_when_that_is_old(page_of: PageOf) -> None:
    [fresh] = shown(page_of, 180, called_on="2026-11-01")
    [old] = shown(page_of, 181, called_on="2026-11-01")
    assert (fresh.called, fresh.show_date) == (True, False)
    assert (old.called, old.show_date) == (True, True)


def test_a_line_that_nobody_called_says_so_and_shows_its_day(page_of: PageOf) -> None:
    [one] = shown(page_of, 1)
    assert (one.called, one.show_date) == (False, True)
