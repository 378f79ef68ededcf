"""Put faults of shape into words for writers: what is wrong, and what to type."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from suluh.model.base import Id
from suluh.model.tally import Tally
from suluh.problem import Place, Problem, did_you_mean, error
from suluh.source import Document, KeyPath

_EXPECTED = {
    "string_type": ("text", "Write words; put what looks like a number in double quotes."),
    "int_type": ("a whole number", "Write digits only, without quotes."),
    "greater_than_equal": ("{ge} or more", "Write a whole number from {ge} on."),
    "bool_type": ("true or false", "Write true or false."),
    "date_type": ("a day", "Write year-month-day without quotes, such as 2026-11-22."),
    "value_error": ("a day of the calendar", "Write year-month-day, such as 2026-11-22."),
    "tuple_type": ("a list", "Write each entry on its own line, after '- '."),
    "model_type": ("a map of 'key: value' lines", "Write one 'key: value' a line, indented."),
    "dict_type": ("a map by language", "Write one 'language: text' a line, such as 'en: Help'."),
}

_SHAPES = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use lower-case letters, digits and single hyphens, such as unpaid-wages.",
    r"^https://[^\s]+/$": "Write the whole address: https:// at the start, / at the end.",
    r"^https://\S+$": "Write the whole address, beginning with https://.",
    r"^(https://|mailto:)\S+$": "Write a whole address that begins with https://, or mailto: and an address.",
    r"^https?://\S+$": "Write the whole address, beginning with https://.",
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": 'Write "2026", "2026-11" or "2026-11-22", in double quotes.',
    r"^(\+[1-9][0-9]{6,14}|[0-9]{3,5})$": 'Write + and the country code, digits only, in quotes: "+12025550100".',
    r"^[A-Z]{2}-[A-Z0-9]{1,3}$": "Write the ISO 3166-2 code, such as MY-10.",
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$": "Write the BCP 47 code of the language, such as ms, fil or zh-Hans.",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$": 'Write the hour in double quotes: "08:00", or "24:00" at its end.',
    r"^[^@\s]+@[^@\s]+\.[a-z]+$": "Write the whole e-mail address of the organisation.",
    r"^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$": "Write the name of the zone, such as Asia/Kuala_Lumpur.",
    r"^[A-Z]{2}$": "Write the two capital letters of the country, such as ID.",
    r"^role:[a-z-]+$": "Write a role, such as role:directory-team; never a person.",
    r"^C-\d{4}-\d{3}$": "Write the reference of the consent record, such as C-2026-014.",
    r"^ssh-ed25519 [A-Za-z0-9+/=]+$": "Write the public key on one line: ssh-ed25519 and what follows it, no name.",
    r"^[A-Z]{1,4}-[0-9]{1,4}$": "Write capital letters, a hyphen and a number, such as B-003; never a name.",
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": 'Write month-day in double quotes, such as "12-18".',
    r"^[a-z0-9-]+\.woff2$": "Name the file in lower-case letters, digits and hyphens: myanmar.woff2.",
    r"^U\+[0-9A-F]+-[0-9A-F]+(, ?U\+[0-9A-F]+-[0-9A-F]+)*$": "Write ranges of Unicode, such as U+1000-109F.",
    r"^[a-z]+/[a-z0-9-]+$": "Write the kind and the name, such as guides/unpaid-wages or pages/help.",
    r"^[a-z0-9-]+\.(jpg|png|opus)$": "Name the file in lower-case letters, digits and hyphens: .jpg, .png or .opus.",
    r"^[a-p]{12}$": "Delete this entry, then type: build.py translations record, and the language.",
}

_NOT_HERE: Mapping[type[BaseModel], str] = {Tally: "A tally holds numbers, never names."}
"""What is said first of a key that is unknown, where one may be thought to belong that never does."""


def problems_of(fault: ValidationError, model: type[BaseModel], document: Document, prefix: KeyPath) -> list[Problem]:
    """Turn one failed validation into problems, each at its place."""
    details = fault.errors(include_url=False)
    inside = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    found = [detail for detail in details if not (detail["type"] == "too_short" and detail["loc"] in inside)]
    return [_problem(detail, model, document, prefix) for detail in found]


def _problem(detail: ErrorDetails, model: type[BaseModel], document: Document, prefix: KeyPath) -> Problem:
    path = tuple(step for step in detail["loc"] if step != "[key]")
    place = document.place((*prefix, *path))
    name = (path or prefix or ("",))[-1]
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return error(place, "shape/missing", f"'{name}' is missing.", f"Add {_example(model, path)}.")
    if kind == "extra_forbidden":
        hint = did_you_mean(str(name), _keys_near(model, path[:-1])) or "Delete this line."
        never = _NOT_HERE.get(_model_at(model, path[:-1]) or model)
        return error(place, "shape/unknown", f"'{name}' is not a key that belongs here.",
                     f"{never} {hint}" if never else hint)  # fmt: skip
    if detail["input"] is None:
        return error(place, "shape/empty", f"'{name}' has no value.", "Write one, or delete this line.")
    if kind == "literal_error":
        return error(place, "shape/choice", f"{_shown(name)} cannot be '{detail['input']}'.",
                     _choices(context, detail["input"]))  # fmt: skip
    if kind == "string_pattern_mismatch":
        return error(place, "shape/form", f"{_shown(name)} cannot be written as '{detail['input']}'.",
                     _SHAPES.get(context.get("pattern", ""), "Compare with a file that works."))  # fmt: skip
    if kind in ("string_too_short", "too_short"):
        return _short(place, name, context, _example(model, path) if kind == "too_short" else "")
    if kind == "string_too_long":
        return error(place, "shape/long", f"{_shown(name)} is too long.",
                     f"Use at most {context.get('max_length')} characters.")  # fmt: skip
    what, hint = _EXPECTED.get(kind, ("of another form", "Compare with a file that works."))
    return error(place, "shape/type", f"{_shown(name)} must be {what.format(**context)}.", hint.format(**context))


def _short(place: Place, name: object, context: Mapping[str, Any], example: str) -> Problem:
    least = context.get("min_length", 1)
    if example and least > 1:
        return error(place, "shape/empty", f"{_shown(name)} has too few entries.", f"Write {least} or more.")
    hint = f"Write {example}." if example else "Write something, or delete this line."
    return error(place, "shape/empty", f"{_shown(name)} is empty.", hint)


def _shown(name: object) -> str:
    return f"Entry {name + 1}" if isinstance(name, int) else f"'{name}'" if name else "This file"


def _choices(context: Mapping[str, Any], wrong: object) -> str:
    choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
    return did_you_mean(str(wrong), choices) if choices else f"Write {context.get('expected')}."


def _example(model: type[BaseModel], path: KeyPath) -> str:
    """Say how a line with a key that must be there is written."""
    name, here = path[-1] if path else "", _model_at(model, path[:-1])
    found = [field.annotation for n, field in here.model_fields.items() if name in (n, field.alias)] if here else []
    if found == [date]:
        return f"a line '{name}: 2026-11-22', with the right day"
    if found == [tuple[Id, ...]]:
        return f"a line '{name}: [one-id]', with one id or more"
    return f"a line '{name}: …'"


def _keys_near(model: type[BaseModel], path: KeyPath) -> list[str]:
    """List the keys that are known at a place inside a model."""
    here = _model_at(model, path)
    return [field.alias or name for name, field in here.model_fields.items()] if here else []


def _model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Find the model of a place inside another."""
    here: Any = model
    for step in path:
        if isinstance(step, str) and isinstance(here, type) and issubclass(here, BaseModel):
            field = next((f for n, f in here.model_fields.items() if step in (n, f.alias)), None)
            here = _model_in(field.annotation) if field else None
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _model_in(part))), None)
