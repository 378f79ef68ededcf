"""Facts and the register of their sources."""

from datetime import date

from tests.load.conftest import told

from suluh.load.facts import load_facts
from suluh.model.fact import Source

FACT = """
- id: pay
  kind: limit
  title: {en: Pay}
  jurisdiction: XA
  domestic_workers: "yes"
  values:
    - since: 2026-01-01
      value: 7
      except: {en: Nobody}
      source: [gazette]
      checked_on: 2026-11-01
      grade: A
"""


def test_files_named_sources_hold_the_register_and_the_others_facts(reader_of):
    reader = reader_of({
        "content/facts/pay.yml": FACT,
        "content/facts/sources.yml": "- {id: gazette, title: The Gazette}\n",
        "content/facts/sources-more.yml": '- {id: survey, title: The Survey, dated: "2026-02"}\n',
    })  # fmt: skip
    facts, sources = load_facts(reader)
    assert sources == {
        "gazette": Source(id="gazette", title="The Gazette"),
        "survey": Source(id="survey", title="The Survey", dated="2026-02"),
    }
    value = facts["pay"].values[0]
    assert (value.since, value.value, value.except_, value.source, value.checked_on, value.grade) == (
        date(2026, 1, 1), 7, {"en": "Nobody"}, ("gazette",), date(2026, 11, 1), "A",
    )  # fmt: skip
    assert (list(facts), reader.problems) == (["pay"], [])


def test_a_site_may_have_no_facts(reader_of):
    assert load_facts(reader_of({})) == ({}, {})


def test_a_fact_without_a_source_is_no_fact(reader_of):
    reader = reader_of({"content/facts/pay.yml": FACT.replace("[gazette]", "[]")})
    assert load_facts(reader) == ({}, {})
    assert (
        told(reader.problems)
        == """
content/facts/pay.yml:11:7: error: 'source' is empty. [shape/empty]
    Write a line 'source: [one-id]', with one id or more.
"""
    )


def test_a_value_without_its_source_or_days_is_told_how_to_write_them(reader_of):
    without = "".join(line for line in FACT.splitlines(keepends=True) if "since" not in line and "checked" not in line)
    bare = without.replace("      value", "    - value").replace("      source: [gazette]\n", "")
    reader = reader_of({"content/facts/pay.yml": bare})
    assert load_facts(reader) == ({}, {})
    assert (
        told(reader.problems)
        == """
content/facts/pay.yml:8:7: error: 'checked_on' is missing. [shape/missing]
    Add a line 'checked_on: 2026-11-22', with the right day.
content/facts/pay.yml:8:7: error: 'since' is missing. [shape/missing]
    Add a line 'since: 2026-11-22', with the right day.
content/facts/pay.yml:8:7: error: 'source' is missing. [shape/missing]
    Add a line 'source: [one-id]', with one id or more.
"""
    )


def test_what_nobody_may_publish_cannot_be_graded(reader_of):
    reader = reader_of({"content/facts/pay.yml": FACT.replace("grade: A", "grade: K")})
    load_facts(reader)
    assert (
        told(reader.problems)
        == """
content/facts/pay.yml:13:7: error: 'grade' cannot be 'K'. [shape/choice]
    Write one of: A, B.
"""
    )


def test_a_month_that_no_calendar_has_is_refused(reader_of):
    reader = reader_of({"content/facts/sources.yml": '- {id: a, title: A, dated: "2026-13"}\n'})
    load_facts(reader)
    assert (
        told(reader.problems)
        == """
content/facts/sources.yml:1:21: error: 'dated' must be a day of the calendar. [shape/type]
    Write year-month-day, such as 2026-11-22.
"""
    )
