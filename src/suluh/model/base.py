"""The one base of everything that writers write."""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Filled = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Text = Mapping[str, Filled]
"""A short text by language: BCP 47 code to words."""


class Model(BaseModel):
    """A frozen record that refuses keys it does not know and converts nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


def texts_of(record: Model, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Give every short text inside a record, with the way to it."""
    for name, shown, is_text in _fields(type(record)):
        value = getattr(record, name)
        if is_text:
            if value is not None:
                yield (*path, shown), value
        elif value:
            yield from _inside(value, (*path, shown))


def _inside(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    if isinstance(value, Model):
        yield from texts_of(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, (*path, key))


def dropping(value: Any, path: Sequence[str | int], codes: Container[str]) -> Any:
    """Leave some languages out of the short text at a place inside a record."""
    if not path:
        return {code: text for code, text in value.items() if code not in codes}
    step, *rest = path
    if isinstance(value, Model):
        name = next(name for name, field in type(value).model_fields.items() if step in (name, field.alias))
        return value.model_copy(update={name: dropping(getattr(value, name), rest, codes)})
    if isinstance(value, tuple):
        return tuple(dropping(one, rest, codes) if index == step else one for index, one in enumerate(value))
    return {key: dropping(one, rest, codes) if key == step else one for key, one in value.items()}


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """List the fields of a model: name, name in YAML, and whether it is a short text."""
    return tuple(
        (name, field.alias or name, Text in (field.annotation, *get_args(field.annotation)))
        for name, field in model.model_fields.items()
    )
