"""Reading what was counted: numbers by campaign, each row at its place."""

from tests.load.conftest import ReaderOf, told

from suluh.load.tallies import load_tallies

GOOD = '- {"on": 2026-11-01, channel: paper, batch: A-1, count: 60, counted_by: [role:organiser, role:helper]}\n'


def test_what_was_counted_is_read_by_campaign_in_its_order(reader_of: ReaderOf) -> None:
    reader = reader_of({"campaigns/rest/tallies.yml": GOOD + GOOD.replace("A-1", "A-2"), "campaigns/pay/a.yml": ""})
    assert {slug: [row.batch for row in rows] for slug, rows in load_tallies(reader).items()} == {
        "rest": ["A-1", "A-2"]
    }
    document, path = reader.origins["tally", "rest"]
    assert str(document.place((*path, 1, "count"))) == "campaigns/rest/tallies.yml:2:50"
    assert reader.problems == []


def test_a_name_is_no_part_of_a_tally(reader_of: ReaderOf) -> None:
    reader = reader_of({"campaigns/rest/tallies.yml": GOOD + GOOD.replace("count:", "name: Invented, count:")})
    assert load_tallies(reader) == {}
    assert "A tally holds numbers, never names." in told(reader.problems)


def test_what_is_no_list_of_batches_is_told(reader_of: ReaderOf) -> None:
    reader = reader_of({"campaigns/rest/tallies.yml": "count: 60\n", "campaigns/pay/tallies.yml": ""})
    assert load_tallies(reader) == {}
    assert (
        told(reader.problems)
        == """
campaigns/pay/tallies.yml:1:1: error: This file is empty. [file/empty]
    Write its content, or delete the file.
campaigns/rest/tallies.yml:1:1: error: This file must be a list. [shape/type]
    Begin each batch with '- '.
"""
    )
