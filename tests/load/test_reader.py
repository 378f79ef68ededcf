"""One reader reads files and records, and keeps every problem at its place."""

from typing import Annotated

import pytest
from pydantic import Field
from tests.load.conftest import told

from suluh.model.base import Filled, Id, Model
from suluh.problem import Place


class Thing(Model):
    """A record for these tests."""

    id: Id
    name: Filled


def test_files_are_found_in_their_order_and_hidden_ones_are_left_out(reader_of):
    reader = reader_of({"content/b.yml": "", "content/a.yml": "", "content/.c.yml": "", "content/d.yml/e.md": ""})
    assert [path.name for path in reader.files("content", "*.yml")] == ["a.yml", "b.yml"]


def test_a_folder_that_is_not_there_holds_no_files(reader_of):
    assert list(reader_of({}).files("content", "**/*")) == []


def test_a_list_gives_its_records_by_their_ids(reader_of):
    reader = reader_of({"a.yml": "- {id: one, name: One}\n- {id: two, name: Two}\n"})
    assert reader.listed(Thing, "thing", reader.root / "a.yml") == {
        "one": Thing(id="one", name="One"),
        "two": Thing(id="two", name="Two"),
    }
    document, path = reader.origins["thing", "two"]
    assert document.place((*path, "name")) == Place("a.yml", 2, 13)
    assert reader.problems == []


def test_one_bad_record_does_not_take_the_others_along(reader_of):
    reader = reader_of({"a.yml": "- {id: one}\n- nothing\n- {id: two, name: Two}\n"})
    assert list(reader.listed(Thing, "thing", reader.root / "a.yml")) == ["two"]
    assert (
        told(reader.problems)
        == """
a.yml:1:3: error: 'name' is missing. [shape/missing]
    Add a line 'name: …'.
a.yml:2:3: error: Entry 2 must be a map of 'key: value' lines. [shape/type]
    Write one 'key: value' a line, indented.
"""
    )


def test_an_id_is_used_once_in_the_whole_repository(reader_of):
    reader = reader_of({"a.yml": "- {id: one, name: One}\n", "b.yml": "\n- {id: one, name: Other}\n"})
    first = reader.listed(Thing, "thing", reader.root / "a.yml")
    assert first | reader.listed(Thing, "thing", reader.root / "b.yml") == {"one": Thing(id="one", name="One")}
    assert (
        told(reader.problems)
        == """
b.yml:2:3: error: The id 'one' is already used in a.yml:1:3. [ids/taken]
    Give one of them another id.
"""
    )


def test_an_id_of_another_kind_is_another_id(reader_of):
    reader = reader_of({"a.yml": "- {id: one, name: One}\n"})
    for kind in ("thing", "other"):
        assert list(reader.listed(Thing, kind, reader.root / "a.yml")) == ["one"]
    assert reader.problems == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "error: This file is empty. [file/empty]\n    Write its content, or delete the file."),
        ("# a remark\n", "error: This file is empty. [file/empty]\n    Write its content, or delete the file."),
        ("id: one\n", "error: This file must be a list. [shape/type]\n    Begin each entry with '- '."),
        ("word\n", "error: This file must be a list. [shape/type]\n    Begin each entry with '- '."),
    ],
    ids=["empty", "only a remark", "map", "word"],
)
def test_a_file_of_records_is_a_list(reader_of, content, said):
    reader = reader_of({"a.yml": content})
    assert reader.listed(Thing, "thing", reader.root / "a.yml") == {}
    assert told(reader.problems) == f"\na.yml:1:1: {said}\n"


@pytest.mark.parametrize("content", ["- one\n", "word\n"])
def test_a_file_of_words_is_a_map(reader_of, content):
    reader = reader_of({"a.yml": content})
    assert reader.value(reader.root / "a.yml") is None
    assert (
        told(reader.problems)
        == """
a.yml:1:1: error: This file must be a map. [shape/type]
    Write one 'key: value' a line.
"""
    )


def test_what_cannot_be_read_is_told_and_the_rest_is_still_read(reader_of):
    reader = reader_of({"a.yml": b"\xff", "b.yml": "- {id: one, name: One}\n"})
    found = [reader.listed(Thing, "thing", path) for path in reader.files(".", "*.yml")]
    assert found == [{}, {"one": Thing(id="one", name="One")}]
    assert [problem.rule for problem in reader.problems] == ["file/encoding"]


def test_every_file_that_was_tried_counts_as_read(reader_of):
    reader = reader_of({"a.yml": b"\xff", "b.md": "no front matter"})
    reader.document(reader.root / "a.yml")
    reader.prose(reader.root / "b.md", ("page-text", "b"))
    assert reader.read == {reader.root / "a.yml", reader.root / "b.md"}
    assert [problem.rule for problem in reader.problems] == ["file/encoding", "front-matter/missing"]


def test_a_list_whose_one_entry_is_wrong_is_not_called_empty(reader_of):
    class Many(Model):
        things: Annotated[tuple[Thing, ...], Field(min_length=1)]

    reader = reader_of({"a.yml": "things: [{id: One, name: One}]\n", "b.yml": "things: []\n"})
    for path in reader.files(".", "*.yml"):
        document = reader.document(path)
        assert document is not None
        assert reader.record(Many, ("many", path.stem), document) is None
    assert [(problem.place.file, problem.rule) for problem in reader.problems] == [
        ("a.yml", "shape/form"),
        ("b.yml", "shape/empty"),
    ]
