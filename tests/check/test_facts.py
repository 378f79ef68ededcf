"""Rules on facts."""

from datetime import date

import pytest

FACTS, EN, PT = "content/facts/facts.yml", "content/guides/pay/en.md", "content/guides/pay/pt.md"
OLDEST = "    - {since: 2001-01-01, value: 9"


def test_a_limit_has_a_value_and_nothing_else(said):
    told = """
content/facts/facts.yml:15:7: error: A fact of the kind 'limit' needs a 'value'. [facts/kind]
    Add a line 'value: …'.
content/facts/facts.yml:15:27: error: A fact of the kind 'limit' has no 'day'. [facts/kind]
    Delete this line.
content/facts/facts.yml:15:44: error: A fact of the kind 'limit' has no 'number'. [facts/kind]
    Delete this line.
"""
    assert said((FACTS, "2020-01-01, value: 7", '2020-01-01, day: 2026-01-01, number: "123"')) == told


KINDS = {"amount": "value: 7", "limit": "value: 7", "date": "day: 2026-01-01", "line": 'number: "123"', "law": ""}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("given", [text for text in KINDS.values() if text])
def test_each_kind_takes_its_own_field_and_no_other(said, good, kind, given):
    value = f"{{since: 2001-01-01, {given}, source: [gazette, survey], checked_on: 2026-11-01, grade: A}}"
    head = f"id: more, kind: {kind}, title: {{en: More}}, jurisdiction: XA, domestic_workers: unknown"
    good.write("content/facts/more.yml", f"- {{{head}, values: [{value}]}}\n")
    assert bool(said()) == (KINDS[kind] != given)


def test_a_law_may_stand_without_values(said):
    law = "values: [{since: 2001-01-01, source: [gazette], checked_on: 2026-11-01, grade: A}]"
    assert said((FACTS, law, "values: []"), ("campaigns/rest/en.md", "[^act]", "[^pay-limit]")) == ""


@pytest.mark.parametrize("day", ["2001-01-01", "2000-12-31"], ids=["same day", "earlier"])
def test_a_later_value_stands_below(said, day):
    told = """
content/facts/facts.yml:15:8: error: This value does not begin after the one above it. [facts/order]
    Put the values in the order of their days; one day has one value.
"""
    assert said((FACTS, "since: 2020-01-01", f"since: {day}")) == told


UNTIL = "value: 9, source: [gazette]"


def until(day):
    return FACTS, UNTIL, f"until: {day}, {UNTIL}"


def test_a_value_may_say_its_last_day(said):
    assert said(until("2019-12-31")) == ""


@pytest.mark.parametrize("day", ["2020-01-01", "2021-05-01"], ids=["its first day", "later"])
def test_a_value_does_not_hold_while_the_next_one_does(said, day):
    told = f"""
content/facts/facts.yml:15:8: error: On 2020-01-01 the value above still holds: it ends on {day}. [facts/overlap]
    Above, write 'until: 2019-12-31', or delete its 'until'.
"""
    assert said(until(day)) == told


@pytest.mark.parametrize(
    ("day", "days"),
    [("2019-12-30", "On 2019-12-31"), ("2019-06-30", "From 2019-07-01 to 2019-12-31")],
    ids=["one day", "half a year"],
)
def test_between_two_values_no_day_is_missing(said, day, days):
    first = days.split()[1]
    told = f"""
content/facts/facts.yml:15:8: error: {days} no value holds: a period is missing. [facts/gap]
    Add the value that held then, between the two; or write 'since: {first}' here.
"""
    assert said(until(day)) == told


def test_a_value_does_not_end_before_it_begins(said):
    told = """
content/facts/facts.yml:14:27: error: This value ends on 2000-12-31, before it begins. [facts/order]
    Write the last day in force, or delete 'until'.
"""
    assert said(until("2000-12-31")) == told


def test_a_value_may_hold_for_a_single_day(said):
    today = "value: 7, source: [gazette]"
    assert "facts/" not in said((FACTS, f"2020-01-01, {today}", f"2026-11-22, until: 2026-11-22, {today}"))


def test_of_values_in_the_wrong_order_only_that_is_told(said):
    told = said(until("2030-12-31"), (FACTS, "since: 2020-01-01", "since: 2000-01-01"))
    assert "[facts/order]" in told
    assert told.count("error: ") == 1


def test_what_is_named_in_a_text_has_not_ended(said):
    ended = (FACTS, "2020-01-01, value: 7", "2020-01-01, until: 2026-11-21, value: 7")
    told = said(ended)
    assert told.count("error: 'pay-limit' has no value on 2026-11-22. [facts/not-yet]") == 4
    assert told.count("error: ") == 4


def test_a_number_with_a_plus_belongs_to_a_country(said):
    told = """
content/facts/facts.yml:21:32: error: No country has a number such as +9990000000. [facts/number]
    Write + and the country code, digits only, in quotes.
directory/organisations/one.yml:11:25: error: No country has a number such as +9990000001. [facts/number]
    Write + and the country code, digits only, in quotes.
"""
    contact = ("directory/organisations/one.yml", "+6620000001", "+9990000001")
    assert said((FACTS, "12345", "+9990000000"), contact) == told


def test_what_is_named_in_a_text_is_in_force(said):
    told = "".join(
        f"""
content/guides/pay/{place}: error: 'pay-limit' has no value on 2018-12-31. [facts/not-yet]
    Take the statement out, or give the value of that day."""
        for place in ("en.md:12:24", "en.md:12:42", "pt.md:12:19", "pt.md:12:37")
    )
    assert said((FACTS, OLDEST, OLDEST.replace("2001", "2019")), today=date(2018, 12, 31)).endswith(f"{told}\n")


def test_what_an_answer_is_held_against_is_in_force(said, good):
    head = "order: 1\nicon: star\nrisk: low\nguide: pay\nstart: told\ntests: [{answers: [unsure], outcome: end}]\n"
    good.write("content/pathways/unpaid/pathway.yml", f"{head}nodes:\n  told:\n    kind: date\n    limit: pay-limit\n"
               "    options: [{id: within, next: end}, {id: past, next: end}, {id: unsure, next: end}]\n"
               "  end: {kind: outcome, lines: [lamp-line]}\n")  # fmt: skip
    told = """
content/pathways/unpaid/pathway.yml:10:5: error: 'pay-limit' has no value on 2026-11-22. [facts/not-yet]
    Name another limit, or give the value of that day.
"""
    assert told not in said()
    assert told in said((FACTS, "2020-01-01, value: 7", "2020-01-01, until: 2026-11-21, value: 7"))


def test_a_value_is_in_force_from_its_first_day(said):
    assert "[facts/" not in said((FACTS, OLDEST, OLDEST.replace("2001", "2019")), today=date(2019, 1, 1))


def test_a_law_has_no_value_to_put_into_a_sentence(said):
    told = """
content/guides/pay/en.md:12:24: error: 'act' is a law and has no value to put here. [facts/no-value]
    Write the words, and cite it at the end: [^act].
content/guides/pay/pt.md:12:19: error: 'act' is a law and has no value to put here. [facts/no-value]
    Write the words, and cite it at the end: [^act].
"""
    assert said(*((file, "{pay-limit}", "{act}") for file in (EN, PT))) == told


def test_the_number_of_a_phone_line_does_not_stand_in_a_sentence(said):
    told = """
content/guides/pay/en.md:12:24: error: 'lamp-line' is a phone line; its number does not stand in a text. [facts/no-value]
    Name it in 'lines:'; the page shows the line with its number.
content/guides/pay/pt.md:12:19: error: 'lamp-line' is a phone line; its number does not stand in a text. [facts/no-value]
    Name it in 'lines:'; the page shows the line with its number.
"""  # noqa: E501 (as it is said)
    assert said(*((file, "{pay-limit}", "{lamp-line}") for file in (EN, PT))) == told


def test_a_phone_line_of_grade_a_has_two_sources(said):
    told = """
content/facts/facts.yml:21:101: error: A number of grade A needs two sources. [facts/grade]
    Add the second source, or write 'grade: B'.
"""
    assert said((FACTS, "[gazette, survey]", "[gazette, gazette]")) == told


def test_a_phone_line_of_grade_b_has_one_source(said):
    rest = "checked_on: 2026-11-01, grade:"
    assert said((FACTS, f"[gazette, survey], {rest} A", f"[gazette], {rest} B")) == ""


LAW = "- They must pay within {pay-limit} days. [^pay-limit]"


@pytest.mark.parametrize(
    ("law", "lines"),
    [
        ("- It is so.\n- It is {pay-limit} so. [^pay-limit]", [12]),
        ("- It is {pay-limit} so. [^pay-limit]\n\nAnd a paragraph\nof two lines.", [14]),
        ("- It is {pay-limit} so. [^pay-limit]\n  And more of it.", []),
        ("- It is {pay-limit} so.\n  And more of it. [^pay-limit]", []),
        ("### A heading\n\n- It is {pay-limit} so. [^pay-limit]", []),
        ("1. It is {pay-limit} so.\n2. It is so. [^pay-limit]\n3. So.", [12, 14]),
        ("- It is {pay-limit} so. [^pay-limit]\n  - Inside.", [13]),
    ],
    ids=["item", "paragraph", "item of two lines", "cited in its second line", "heading", "numbered", "nested"],
)
def test_every_statement_of_law_stands_on_a_fact(said, good, law, lines):
    good.remove(PT)
    told = "".join(
        f"""
content/guides/pay/en.md:{line}:1: error: This statement of law has no source. [facts/uncited]
    End it with its fact, such as [^pay-day]."""
        for line in lines
    )
    assert said((EN, LAW, law)).rstrip("\n") == told


def test_a_translation_cites_as_well(said):
    told = "content/guides/pay/pt.md:12:1: error: This statement of law has no source. [facts/uncited]"
    assert told in said((PT, " dias. [^pay-limit]", " dias."))


def test_standing_pages_need_not_cite(said):
    assert said(("content/pages/help/en.md", "{#now}", "{#law}")) == ""


@pytest.mark.parametrize("amount", ["$500", "$ 500", "$1,700.50"])
def test_an_amount_written_by_hand_is_refused(said, good, amount):
    good.remove(PT)
    told = f"""
content/guides/pay/en.md:16:19: error: The amount {amount} is written by hand. [facts/amount]
    Write it in content/facts/ and name it here, such as {{minimum-wage}}.
"""
    assert said((EN, "Do not sign.", f"Do not sign for {amount} a day")) == told


def test_the_sign_of_the_currency_alone_is_no_amount(said):
    assert said((EN, "Do not sign.", "Do not sign for $ or US$.")) == ""
