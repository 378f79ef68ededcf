"""The one base of everything that writers write."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from suluh.model.base import Filled, Id, Model, Text, texts_of


class Leaf(Model):
    """Something small."""

    id: Id
    note: Text | None = None
    except_: Text | None = Field(default=None, alias="except")


class Tree(Model):
    """Something that holds small things."""

    title: Text
    leaves: tuple[Leaf, ...] = ()
    count: int = 0
    day: date | None = None
    name: Filled = "name"


def test_every_short_text_is_found_with_the_way_to_it_as_writers_name_it():
    leaf = Leaf.model_validate({"id": "one", "except": {"en": "Some"}})
    tree = Tree(title={"en": "A", "pt": "B"}, leaves=(leaf, Leaf(id="two", note={"en": "C"})))
    assert list(texts_of(tree)) == [
        (("title",), {"en": "A", "pt": "B"}),
        (("leaves", 0, "except"), {"en": "Some"}),
        (("leaves", 1, "note"), {"en": "C"}),
    ]


def test_a_record_does_not_change():
    with pytest.raises(ValidationError, match="frozen"):
        Leaf(id="one").id = "two"  # type: ignore[misc]


@pytest.mark.parametrize(
    "values",
    [{}, {"id": 1}, {"id": "a", "nore": {}}, {"id": "a", "note": {"en": 1}}, {"id": "a", "note": {"en": " "}}],
)  # fmt: skip
def test_a_record_takes_nothing_else_and_converts_nothing(values):
    with pytest.raises(ValidationError):
        Leaf.model_validate(values)


@pytest.mark.parametrize("text", ["one", "one-two", "1", "a1-b2", "x" * 60])
def test_an_id_is_lower_case_words_with_hyphens(text):
    assert Leaf(id=text).id == text


@pytest.mark.parametrize("text", ["", "One", "one_two", "-one", "one-", "one--two", "ก", "x" * 61, "one two", "one\n"])
def test_nothing_else_is_an_id(text):
    with pytest.raises(ValidationError):
        Leaf(id=text)


@given(st.text())
def test_an_id_can_stand_in_an_address_and_in_a_file_name(text):
    try:
        made = Leaf(id=text).id
    except ValidationError:
        return
    assert made.isascii()
    assert json.dumps(made) == f'"{made}"'
    assert not set(made) & set("/\\. %?#&<>")
