"""What is due: in its order, not too early, and at its line."""

from datetime import date

from tests.check.conftest import TODAY
from tests.conftest import Repository, load_all

from suluh.check.due import due

FACTS, GUIDE = "content/facts/facts.yml", "content/guides/pay/guide.yml"


def found(site: Repository, days: int = 60, today: date = TODAY) -> list[tuple[str, str, str, str]]:
    loaded, _ = load_all(site.root)
    assert loaded is not None
    listed = due(loaded, today, days, lambda _, value: str(value.value or ""))
    return [(one.day.isoformat(), one.name, one.said, f"{one.place.file}:{one.place.line}") for one in listed]


def test_what_was_checked_lately_is_not_due(good):
    assert found(good) == []


def test_what_is_due_first_stands_first(good):
    assert found(good, 365) == [
        ("2027-04-30", "lamp-line", "phone line, checked on 2026-11-01", f"{FACTS}:21"),
        ("2027-05-01", "pay", "guide, as at 2026-11-01, to be read again", f"{GUIDE}:9"),
        ("2027-11-01", "act", "law, checked on 2026-11-01", f"{FACTS}:6"),
        ("2027-11-01", "pay-limit", "limit, checked on 2026-11-01", f"{FACTS}:15"),
    ]


def test_a_phone_line_is_due_half_a_year_after_it_was_checked(good):
    assert [name for _, name, _, _ in found(good, 0, date(2027, 4, 29))] == []
    assert [name for _, name, _, _ in found(good, 0, date(2027, 4, 30))] == ["lamp-line"]
    assert [name for _, name, _, _ in found(good, 1, date(2027, 4, 29))] == ["lamp-line"]


def test_each_site_says_when_its_phone_lines_are_due(good):
    good.change("content/site.yml", "lines: [", "line_shows_date_after: 21\nlines: [")
    assert [(day, name) for day, name, _, _ in found(good, 0)] == [("2026-11-22", "lamp-line")]


def test_of_a_fact_only_the_value_in_force_is_checked(good):
    old = "value: 9, source: [gazette], checked_on:"
    good.change(FACTS, f"{old} 2026-11-01", f"{old} 2001-11-01")
    assert found(good) == []


def test_a_value_that_is_to_begin_is_told_however_far_ahead(good):
    coming = "    - {since: 2031-02-01, value: 6, source: [gazette], checked_on: 2026-11-01, grade: A}\n"
    good.change(FACTS, "- id: lamp-line", f"{coming}- id: lamp-line")
    assert found(good) == [("2031-02-01", "pay-limit", "limit 6 from 2031-02-01", f"{FACTS}:16")]


def test_a_value_that_ends_with_none_to_follow_is_told_until_its_last_day(good):
    good.change(FACTS, "2020-01-01, value: 7", "2020-01-01, until: 2026-12-31, value: 7")
    told = [("2026-12-31", "pay-limit", "limit 7 until 2026-12-31; no value follows", f"{FACTS}:15")]
    assert found(good) == told
    assert found(good, 0, date(2026, 12, 31)) == told
    assert found(good, 0, date(2027, 1, 1)) == []


def test_a_value_that_ends_where_the_next_begins_is_not_told(good):
    good.change(FACTS, "2001-01-01, value: 9", "2001-01-01, until: 2019-12-31, value: 9")
    assert [said for _, _, said, _ in found(good, 0, date(2019, 6, 1))] == ["limit 7 from 2020-01-01"]


def test_the_last_day_of_the_calendar_is_a_day_like_any_other(good):
    good.change(FACTS, "[gazette, survey], checked_on: 2026-11-01", "[gazette, survey], checked_on: 9999-12-31")
    told = ("9999-12-31", "lamp-line", "phone line, checked on 9999-12-31", f"{FACTS}:21")
    assert told in found(good, 3650, date.max)
