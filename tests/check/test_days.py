"""Rules on important days."""

import pytest

FILE = "content/days.yml"
DAY = "- {{id: river-day, 'on': '{on}', name: {{en: River day}}, source: [{source}], grade: A}}\n"


@pytest.mark.parametrize("on", ["12-18", "02-29"])
def test_a_day_that_some_year_has_may_stand(said, good, on):
    good.write(FILE, DAY.format(on=on, source="gazette"))
    assert said() == ""


@pytest.mark.parametrize("on", ["02-30", "02-31", "04-31"])
def test_a_day_that_no_year_has_is_told(said, good, on):
    good.write(FILE, DAY.format(on=on, source="gazette"))
    told = f"""
content/days.yml:1:19: error: No year has a day {on}. [days/day]
    Write "month-day", such as "12-18".
"""
    assert said() == told


def test_a_day_stands_once(said, good):
    good.write(FILE, DAY.format(on="12-18", source="gazette") * 2)
    assert "content/days.yml:2:3: error: The id 'river-day' is already used in content/days.yml:1:3." in said()


def test_where_a_day_was_read_exists(said, good):
    good.write(FILE, DAY.format(on="12-18", source="gazete"))
    assert "error: There is no source 'gazete'. [references/unknown]\n    Did you mean 'gazette'?\n" in said()
