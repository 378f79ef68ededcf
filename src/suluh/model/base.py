"""The one base of everything that writers write."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Filled = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Text = Mapping[str, Filled]
"""A short text by language: BCP 47 code to words."""


class Model(BaseModel):
    """A frozen record that refuses keys it does not know and converts nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


def texts_of(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Give every short text inside a record, with the way to it."""
    if isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            yield from texts_of(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts_of(item, (*path, index))
    elif isinstance(value, Mapping):
        yield path, value
