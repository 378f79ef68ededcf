"""Rules on the reports that our figures are held against."""

import pytest

REPORTS = "directory/reports.yml"
GOOD = """
- id: survey
  organisations: 10
  unnamed: {count: 2, name: {en: Unnamed}}
  kinds: [{kind: cso, count: 5}, {kind: union, count: 3}]
  services: [{service: legal-help, percent: 50, note: {en: Why.}}]
  places: {without: [XA-1]}
""".lstrip()


@pytest.fixture
def told(good, said):
    """Say what is wrong with the good site when it has a report, of which something is written anew."""

    def made(old="", new=""):
        assert old in GOOD
        good.write(REPORTS, GOOD.replace(old, new) if old else GOOD)
        return said()

    return made


def test_a_report_that_adds_up_is_right(told):
    assert told() == ""


@pytest.mark.parametrize("change", [("count: 5", "count: 6"), ("organisations: 10", "organisations: 9")])
def test_the_kinds_of_a_report_are_all_that_it_names(told, change):
    assert "directory/reports.yml:4:3: error: These kinds are" in told(*change)
    assert "[reports/sum]" in told(*change)


def test_a_report_may_leave_out_its_kinds(told):
    assert told("  kinds: [{kind: cso, count: 5}, {kind: union, count: 3}]\n", "") == ""


@pytest.mark.parametrize("percent", ["-1", "101"])
def test_a_share_is_of_a_hundred(told, percent):
    assert (
        told("percent: 50", f"percent: {percent}")
        == f"""
directory/reports.yml:5:36: error: {percent} is not a part of a hundred. [reports/percent]
    Write a number from 0 to 100.
"""
    )


def test_a_kind_of_very_few_is_not_written_down(told):
    assert (
        told("[{kind: cso, count: 5}, {kind: union, count: 3}]", "[{kind: cso, count: 6}, {kind: union, count: 2}]")
        == """
directory/reports.yml:4:48: error: So few could be found out: 2. [reports/small]
    Leave out 'kinds': none of them may be under 3.
"""
    )


def test_our_figures_stand_beside_those_of_one_report(good, said):
    good.write(REPORTS, GOOD + "- {id: gazette, organisations: 9}\n")
    assert (
        said()
        == """
directory/reports.yml:7:3: error: Another report stands above this one. [reports/one]
    Keep the one that our figures shall stand beside.
"""
    )


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "hint"),
    [
        ("id: survey", "id: surveys", "1:3", "source 'surveys'", "Did you mean 'survey'?"),
        ("service: legal-help", "service: legal", "5:15", "kind of help 'legal'", "Did you mean 'legal-help'?"),
        ("percent: 50", "percent: 50, also: [x]", "5:56", "kind of help 'x'", "Write one of: legal-help."),
        ("[XA-1]", "[XA-2]", "6:22", "place 'XA-2'", "Did you mean 'XA-1'?"),
    ],
)  # fmt: skip
def test_whatever_a_report_names_exists(told, old, new, place, what, hint):
    assert (
        told(old, new)
        == f"\ndirectory/reports.yml:{place}: error: There is no {what}. [references/unknown]\n    {hint}\n"
    )


@pytest.mark.parametrize(
    "more",
    ["places: {without: [], with: [XA-1]}", "places: {XA-1: 3}", "beneficiaries: 5", "unnamed: {count: 2, based: XA-1}",
     "shelters: 6", "registered: 7"],
)  # fmt: skip
def test_there_is_no_key_for_what_could_lead_to_somebody(good, said, more):
    good.write(REPORTS, f"- id: survey\n  organisations: 9\n  {more}\n")
    assert "is not a key that belongs here. [shape/unknown]" in said()
