"""Rules on calculators: their numbers are facts, and their texts say what the sum says."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from suluh.model.calculator import Calculator
from suluh.model.letter import BLANK
from suluh.model.prose import Prose, Section
from suluh.model.site import Site
from suluh.problem import Place, Problem, did_you_mean, error
from suluh.sums import SUMS
from suluh.sums.base import Sum


def calculators_do_sums_that_exist(site: Site, today: date) -> Iterator[Problem]:
    """The sum of a calculator is one that the engine can do."""
    for slug, calculator in site.calculators.items():
        if calculator.sum not in SUMS:
            yield error(site.place("calculator", slug, "sum"), "calculators/sum",
                        f"There is no sum '{calculator.sum}'.",
                        did_you_mean(calculator.sum, SUMS))  # fmt: skip


def calculators_have_the_rates_of_their_sum(site: Site, today: date) -> Iterator[Problem]:
    """Each rate of a sum, and no other, is an amount or a limit that has a value on the day of the build."""
    for slug, calculator, one in _known(site):
        for name in one.rates:
            if name not in calculator.rates:
                yield error(site.place("calculator", slug, "rates"), "calculators/rates",
                            f"The sum needs the rate '{name}'.",
                            f"Add a line '{name}: …' with the id of a fact.")  # fmt: skip
        for name in calculator.rates:
            place = site.place("calculator", slug, "rates", name)
            if name in one.rates:
                yield from _rate(site, place, calculator.rates[name], today)
            else:
                yield error(place, "calculators/rates", f"The sum knows no rate '{name}'.",
                            did_you_mean(name, one.rates))  # fmt: skip


def _rate(site: Site, place: Place, name: str, today: date) -> Iterator[Problem]:
    fact = site.facts.get(name)
    if fact is None:
        yield error(place, "calculators/rates", f"There is no fact '{name}'.", did_you_mean(name, site.facts))
    elif fact.kind not in {"amount", "limit"}:
        yield error(place, "calculators/rates", f"A fact of the kind '{fact.kind}' is no rate.",
                    "Name one of the kind 'amount' or 'limit'.")  # fmt: skip
    elif fact.on(today) is None:
        yield error(place, "calculators/not-yet", f"'{fact.id}' has no value on {today.isoformat()}.",
                    "Give the value that holds on that day, or take the calculator out.")  # fmt: skip


def calculators_say_their_values(site: Site, today: date) -> Iterator[Problem]:
    """The text of a step holds each value of the step, and no other; no other text of a calculator holds any."""
    for texts, one in _texts(site):
        values = {f"step-{step.id}": step.values for step in one.steps}
        for prose in texts.values():
            for section in prose.sections:
                yield from _values(prose, section, values.get(section.id, ()))


def _values(prose: Prose, section: Section, wanted: tuple[str, ...]) -> Iterator[Problem]:
    found = Counter[str]()
    for line, text in section.lines():
        for match in BLANK.finditer(text):
            found[match[1]] += 1
            if match[1] not in wanted:
                yield error(Place(prose.file, line, match.start() + 1), "calculators/values",
                            f"The section '{section.id}' has no value '{match[1]}'.",
                            did_you_mean(match[1], wanted) or "Take it out.")  # fmt: skip
    for name in wanted:
        if name not in found:
            yield error(Place(prose.file, section.line - 1), "calculators/values",
                        f"The section '{section.id}' does not say '{name}'.",
                        f"Put [={name}] where the value belongs.")  # fmt: skip


def _known(site: Site) -> Iterator[tuple[str, Calculator, Sum]]:
    """Give each calculator whose sum there is."""
    for slug, calculator in site.calculators.items():
        if calculator.sum in SUMS:
            yield slug, calculator, SUMS[calculator.sum]


def _texts(site: Site) -> Iterator[tuple[Mapping[str, Prose], Sum]]:
    """Give the texts of each calculator whose sum there is."""
    for slug, _, one in _known(site):
        if slug in site.calculator_texts:
            yield site.calculator_texts[slug], one
