"""The pages of the calculators: their sums are the engine's, their numbers are facts."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from suluh.model.calculator import Calculator
from suluh.model.edition import Page
from suluh.model.fact import Fact, Value
from suluh.model.reading import Part, Reading
from suluh.model.tools import CalculatorBody, Example, Field, Rate, Said
from suluh.resolve import routes
from suluh.resolve.facts import lines, written
from suluh.resolve.pages import Pages
from suluh.resolve.parts import Prepared, overdue, plain, prepare
from suluh.resolve.tools import guide_link, stands_down
from suluh.sums import SUMS
from suluh.sums.base import Rates, Sum
from suluh.sums.numbers import decimal, said

TENTHS = "tenths"
"""The unit of facts that are a multiple or a part of something."""


def calculator_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a calculator."""
    site, calculator = pages.site, pages.site.calculators[slug]
    route = routes.tool("calculator", pages.code, slug)
    text = prepare(pages, f"calculators/{slug}", site.calculator_texts[slug], route)
    yield Page(
        route=route,
        kind="calculator",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=_body(pages, calculator, text),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("tools"),
        notice=text.notice,
        search=pages.searchable((9, text.title), (4, text.summary)),
    )


def _body(pages: Pages, calculator: Calculator, text: Prepared) -> CalculatorBody:
    site, guide, one = pages.site, pages.site.guides[calculator.guide], SUMS[calculator.sum]
    parts, down = text.by_id, stands_down(pages, guide)
    rates = _rates(pages, calculator)
    currency = site.settings.currency
    return CalculatorBody(
        sum=calculator.sum,
        before=parts["before"],
        fields=() if down else tuple(_fields(one, parts)),
        steps=tuple(Said(parts[f"step-{step.id}"], tuple((name, "") for name in step.values)) for step in one.steps),
        total=parts["total"],
        stops=tuple(parts[f"stop-{stop}"] for stop in one.stops),
        rates=tuple(_rate(pages, site.facts[calculator.rates[name]]) for name in one.rates),
        numbers=json.dumps(rates, separators=(",", ":")),
        currency=currency.symbol,
        minor=currency.minor,
        example=_example(pages, one, rates, parts),
        guide=guide_link(pages, calculator.guide),
        as_at=guide.as_at,
        overdue=overdue(guide.review.by, pages.today),
        lines=lines(site, site.settings.lines, pages.choosing, pages.today) if down else (),
    )


def _fields(one: Sum, parts: Mapping[str, Part]) -> Iterator[Field]:
    for field in one.fields:
        options = tuple((option, parts[f"field-{field.id}-{option}"].headline) for option in field.options)
        begins = "" if field.begins is None else str(field.begins)
        part = parts[f"field-{field.id}"]
        hint = Reading(plain(part).strip(), part.language, part.direction) if part.markdown else None
        yield Field(field.id, field.kind, part.headline, hint, options, field.when, begins)


def _known(fact: Fact, today: date) -> list[Value]:
    """List the values that a fact has had so far."""
    return [value for value in fact.values if value.since <= today]


def _rates(pages: Pages, calculator: Calculator) -> Rates:
    """Give the rates as a sum takes them."""
    facts = pages.site.facts
    return {
        name: [(value.since.isoformat(), value.value or 0) for value in _known(facts[fact], pages.today)]
        for name, fact in calculator.rates.items()
    }


def _rate(pages: Pages, fact: Fact) -> Rate:
    """Show a rate, with its former values where it had others."""
    shown: list[tuple[date | None, str]] = []
    for value in _known(fact, pages.today):
        number = _written(pages, fact, value)
        if not shown or shown[-1][1] != number:
            shown.append((value.since, number))
    if len(shown) == 1:
        shown = [(None, shown[0][1])]
    law = pages.site.facts.get(fact.law or "")
    title = pages.read((law or fact).title)
    return Rate(pages.read(fact.title), title, fact.section or "", tuple(reversed(shown)))


def _written(pages: Pages, fact: Fact, value: Value) -> str:
    if value.unit == TENTHS and value.value is not None:
        return decimal(value.value * 10)
    return written(fact, value, pages.site.settings.currency)


def _example(pages: Pages, one: Sum, rates: Rates, parts: Mapping[str, Part]) -> Example:
    """Work the example of a sum out with the rates of the day."""
    currency = pages.site.settings.currency

    def in_words(kind: str, value: int) -> str:
        return said(kind, value, currency.symbol, currency.minor)

    kinds = {field.id: field.kind for field in one.fields}

    def answered(name: str, answer: int | str) -> Reading | date:
        if isinstance(answer, int):
            return pages.choosing.own_text(in_words(kinds[name], answer))
        return date.fromisoformat(answer) if kinds[name] == "date" else parts[f"field-{name}-{answer}"].headline

    answers = ((parts[f"field-{name}"].headline, answered(name, answer)) for name, answer in one.example.items())
    result = one.reckon(rates, one.example)
    steps = tuple(
        Said(parts[f"step-{step}"], tuple((name, in_words(*value)) for name, value in values.items()))
        for step, values in result.steps
    )
    return Example(tuple(answers), steps, in_words(*result.total) if result.total else "")
