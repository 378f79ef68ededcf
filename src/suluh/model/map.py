"""The map that a reader may choose a place on."""

from typing import Annotated

from pydantic import Field, StringConstraints

from suluh.model.base import Model

Drawn = Annotated[str, StringConstraints(pattern=r"^[Mm][MmLlHhVvAaCcZz0-9 ,.-]*$")]
"""How SVG writes an outline: the letters of a few commands and numbers. Nothing else can stand in the page."""

Size = Annotated[int, Field(ge=1, le=2000)]


class Shape(Model):
    """The outline of a place of `directory/places.yml`."""

    place: str
    path: Drawn


class Map(Model):
    """`directory/map.yml`. What comes later is drawn over what came before."""

    width: Size
    height: Size
    shapes: tuple[Shape, ...] = Field(min_length=1)
