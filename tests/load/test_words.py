"""Faults of shape are told in words that a writer understands."""

import re
from datetime import date
from typing import Literal

import pytest
from pydantic import ValidationError
from tests.load.conftest import told

from suluh.load.words import _EXPECTED, _SHAPES, problems_of
from suluh.model import (
    allowance,
    base,
    bill,
    campaign,
    days,
    fact,
    glossary,
    guide,
    lookup,
    organisation,
    settings,
    story,
    tally,
    target,
    translation,
    waiver,
)
from suluh.model.base import Filled, Id, Model, Text
from suluh.source import parse_yaml

MODELS = [
    model
    for module in (
        allowance,
        bill,
        campaign,
        days,
        fact,
        glossary,
        guide,
        lookup,
        organisation,
        settings,
        story,
        tally,
        target,
        translation,
        waiver,
    )
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, base.Model) and model is not base.Model
]


class Inner(Model):
    """Something inside a thing."""

    colour: Literal["red", "green"] = "red"


class Thing(Model):
    """Something with a field of each kind."""

    id: Id = "one"
    name: Filled = "A name"
    title: Text | None = None
    count: int = 1
    risk: Literal[0, 1, 2] = 0
    day: date = date(2026, 1, 1)
    done: bool = False
    inner: Inner = Inner()
    many: tuple[Inner, ...] = ()


def said(text, model=Thing):
    document = parse_yaml("a.yml", text)
    with pytest.raises(ValidationError) as caught:
        model.model_validate(document.value)
    return told(problems_of(caught.value, model, document, ()))


@pytest.mark.parametrize(
    ("text", "place", "what", "hint"),
    [
        ("nam: One", "1:1", "'nam' is not a key that belongs here. [shape/unknown]", "Did you mean 'name'?"),
        ("zzzzzz: One", "1:1", "'zzzzzz' is not a key that belongs here. [shape/unknown]",
         "Write one of: count, day, done, id, inner, many, name, risk, title."),
        ("inner: {color: red}", "1:9", "'color' is not a key that belongs here. [shape/unknown]",
         "Did you mean 'colour'?"),
        ("many: [{}, {color: red}]", "1:13", "'color' is not a key that belongs here. [shape/unknown]",
         "Did you mean 'colour'?"),
        ("name: 5", "1:1", "'name' must be text. [shape/type]",
         "Write words; put what looks like a number in double quotes."),
        ("name: 2026-01-01", "1:1", "'name' must be text. [shape/type]",
         "Write words; put what looks like a number in double quotes."),
        ("name:", "1:1", "'name' has no value. [shape/empty]", "Write one, or delete this line."),
        ('name: ""', "1:1", "'name' is empty. [shape/empty]", "Write something, or delete this line."),
        ("title: A title", "1:1", "'title' must be a map by language. [shape/type]",
         "Write one 'language: text' a line, such as 'en: Help'."),
        ("title: {en: 5}", "1:9", "'en' must be text. [shape/type]",
         "Write words; put what looks like a number in double quotes."),
        ('count: "1"', "1:1", "'count' must be a whole number. [shape/type]", "Write digits only, without quotes."),
        ("risk: 3", "1:1", "'risk' cannot be '3'. [shape/choice]", "Write 0, 1 or 2."),
        ('day: "2026-01-01"', "1:1", "'day' must be a day. [shape/type]",
         "Write year-month-day without quotes, such as 2026-11-22."),
        ("day: soon", "1:1", "'day' must be a day. [shape/type]",
         "Write year-month-day without quotes, such as 2026-11-22."),
        ('done: "yes"', "1:1", "'done' must be true or false. [shape/type]", "Write true or false."),
        ("inner: red", "1:1", "'inner' must be a map of 'key: value' lines. [shape/type]",
         "Write one 'key: value' a line, indented."),
        ("inner: {colour: geen}", "1:9", "'colour' cannot be 'geen'. [shape/choice]", "Did you mean 'green'?"),
        ("inner: {colour: zzz}", "1:9", "'colour' cannot be 'zzz'. [shape/choice]", "Write one of: green, red."),
        ("many: {colour: red}", "1:1", "'many' must be a list. [shape/type]",
         "Write each entry on its own line, after '- '."),
        ("many: [{}, red]", "1:12", "Entry 2 must be a map of 'key: value' lines. [shape/type]",
         "Write one 'key: value' a line, indented."),
        ("id: One", "1:1", "'id' cannot be written as 'One'. [shape/form]",
         "Use lower-case letters, digits and single hyphens, such as unpaid-wages."),
        (f"id: {'a' * 61}", "1:1", "'id' is too long. [shape/long]", "Use at most 60 characters."),
        ("- one", "1:1", "This file must be a map of 'key: value' lines. [shape/type]",
         "Write one 'key: value' a line, indented."),
    ],
)  # fmt: skip
def test_a_fault_of_shape_says_what_to_type(text, place, what, hint):
    assert said(text) == f"\na.yml:{place}: error: {what}\n    {hint}\n"


def test_every_fault_of_a_record_is_told_at_once():
    assert said("nam: One\ncount: many\nday: soon").count("error: ") == 3


def test_a_key_that_is_missing_inside_is_told_where_it_belongs():
    line = said("{since: 2026-01-01, source: [a], checked_on: 2026-01-01}", fact.Value)
    assert line == "\na.yml:1:1: error: 'grade' is missing. [shape/missing]\n    Add a line 'grade: …'.\n"


def test_a_key_has_the_name_that_writers_use():
    text = "{since: 2026-01-01, source: [a], checked_on: 2026-01-01, grade: A, excep: {en: Some}}"
    assert "Did you mean 'except'?" in said(text, fact.Value)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_form_that_a_text_must_have_is_explained(model):
    patterns = {pattern for schema in schemas(model.model_json_schema()) if (pattern := schema.get("pattern"))}
    assert patterns - _SHAPES.keys() == set()


def test_no_form_is_explained_that_nothing_has():
    used = {schema.get("pattern") for model in MODELS for schema in schemas(model.model_json_schema())}
    assert _SHAPES.keys() - used == set()


def schemas(schema):
    """Give a JSON schema and all inside it."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from schemas(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from schemas(inner)


def names(model):
    """Name the fields of a record as writers do."""
    return [field.alias or name for name, field in model.model_fields.items()]


WRONG: tuple[object, ...] = (
    "text",
    "",
    5,
    -1,
    1.5,
    True,
    None,
    date(2026, 1, 1),
    (),
    ("one",),
    (5,),
    {},
    {"en": "One"},
    {"en": 5},
    {"x": ()},
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_whatever_a_writer_puts_into_a_field_is_answered_in_plain_words(model):
    document = parse_yaml("a.yml", "{}")
    for wrong in WRONG:
        try:
            model.model_validate(dict.fromkeys(names(model), wrong))
        except ValidationError as fault:
            lines = told(problems_of(fault, model, document, ()))
            assert "of another form" not in lines
            assert "Compare with a file that works" not in lines
            assert not re.search(r"\b(pydantic|validation|string|integer|tuple|dict)", lines, re.IGNORECASE)


def test_no_answer_is_kept_that_nothing_asks_for():
    asked = set()
    for model in MODELS:
        for wrong in (*WRONG, "2026-99"):
            try:
                model.model_validate(dict.fromkeys(names(model), wrong))
            except ValidationError as fault:
                asked |= {detail["type"] for detail in fault.errors()}
    assert _EXPECTED.keys() - asked == set()
