"""A map holds outlines of places, and nothing that could run or ask for anything."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.conftest import ROOT

from suluh.model.map import Map, Shape
from suluh.source import parse_yaml

DRAWN = "MmLlHhVvAaCcZz" + string.digits + " ,.-"


def written(file: str):
    return parse_yaml(file, (ROOT / file).read_text("utf-8")).value


@pytest.mark.parametrize("path", ["m0 0h9v9z", "M1,1L-2.5-3a14 14 0 1 0 1 0z", "m"])
def test_an_outline_is_written_as_svg_writes_it(path):
    assert Shape(place="XA-01", path=path).path == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "0 0",
        " m0 0",
        'm0 0"/><script>',
        "m0 0'",
        "m0 0<",
        "m0 0&quot;",
        "url(#a)",
        "murl(a)",
        "m0 0\n",
        "m0 0;",
        "m०",
    ],
)
def test_what_is_no_outline_is_refused(path):
    with pytest.raises(ValidationError):
        Shape(place="XA-01", path=path)


@given(st.text(DRAWN))
def test_whatever_svg_draws_with_is_taken(rest):
    assert Shape(place="XA-01", path=f"m{rest}").path == f"m{rest}"


@given(st.text(DRAWN), st.characters(exclude_characters=DRAWN), st.text())
def test_one_strange_sign_anywhere_is_enough_to_refuse_all(before, strange, after):
    with pytest.raises(ValidationError):
        Shape(place="XA-01", path=f"m{before}{strange}{after}")


@pytest.mark.parametrize("size", [0, -1, 2001])
def test_a_map_has_a_size_that_a_page_can_show(size):
    shapes = (Shape(place="XA-01", path="m0 0h9v9z"),)
    with pytest.raises(ValidationError):
        Map(width=size, height=9, shapes=shapes)
    with pytest.raises(ValidationError):
        Map(width=9, height=size, shapes=shapes)


def test_a_map_without_shapes_is_none():
    with pytest.raises(ValidationError):
        Map(width=9, height=9, shapes=())


@pytest.fixture(scope="module")
def flagship() -> Map:
    return Map.model_validate(written("directory/map.yml"))


def test_the_map_of_the_flagship_has_exactly_the_places_of_its_directory_in_their_order(flagship):
    places = [place["id"] for place in written("directory/places.yml")]
    assert [shape.place for shape in flagship.shapes] == places


def test_the_map_of_the_flagship_is_light(flagship):
    assert sum(len(shape.path) for shape in flagship.shapes) < 2_000
