"""Rules on facts and on what is built on them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from suluh.model.prose import CITATION, PLACEHOLDER, Section
from suluh.model.site import Site
from suluh.problem import Place, Problem, error

_FIELDS = {"amount": "value", "limit": "value", "date": "day", "line": "number", "law": None}
_DAY = timedelta(days=1)
_STATEMENT = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\S")


def values_fit_their_kind(site: Site, today: date) -> Iterator[Problem]:
    """An amount or limit has a value, a date a day, a line a number, and a law none of them."""
    for name, fact in site.facts.items():
        wanted = _FIELDS[fact.kind]
        for index, value in enumerate(fact.values):
            place = site.place("fact", name, "values", index)
            if wanted and getattr(value, wanted) is None:
                yield error(place, "facts/kind", f"A fact of the kind '{fact.kind}' needs a '{wanted}'.",
                            f"Add a line '{wanted}: …'.")  # fmt: skip
            for other in {"value", "day", "number"} - {wanted}:
                if getattr(value, other) is not None:
                    yield error(site.place("fact", name, "values", index, other), "facts/kind",
                                f"A fact of the kind '{fact.kind}' has no '{other}'.", "Delete this line.")  # fmt: skip


def values_follow_each_other(site: Site, today: date) -> Iterator[Problem]:
    """The values of a fact stand in the order of their days, each day once."""
    for name, fact in site.facts.items():
        for index in range(1, len(fact.values)):
            if fact.values[index].since <= fact.values[index - 1].since:
                yield error(site.place("fact", name, "values", index, "since"), "facts/order",
                            "This value does not begin after the one above it.",
                            "Put the values in the order of their days; one day has one value.")  # fmt: skip


def values_end_when_they_say(site: Site, today: date) -> Iterator[Problem]:
    """A value that has a last day does not end before it begins, and ends on the day before the next one begins."""
    for name, fact in site.facts.items():
        for index, value in enumerate(fact.values):
            if value.until is None:
                continue
            following = fact.values[index + 1].since if index + 1 < len(fact.values) else None
            if value.until < value.since:
                yield error(site.place("fact", name, "values", index, "until"), "facts/order",
                            f"This value ends on {value.until.isoformat()}, before it begins.",
                            "Write the last day in force, or delete 'until'.")  # fmt: skip
            elif following is not None and following > value.since:
                yield from _joined(partial(site.place, "fact", name, "values"), index, value.until, following)


def _joined(place: partial[Place], index: int, until: date, following: date) -> Iterator[Problem]:
    """Hold the last day of a value against the first of the next."""
    if until >= following:
        yield error(place(index + 1, "since"), "facts/overlap",
                    f"On {following.isoformat()} the value above still holds: it ends on {until.isoformat()}.",
                    f"Above, write 'until: {(following - _DAY).isoformat()}', or delete its 'until'.")  # fmt: skip
    elif until < following - _DAY:
        first, last = (until + _DAY).isoformat(), (following - _DAY).isoformat()
        days = f"From {first} to {last}" if first != last else f"On {first}"
        yield error(place(index + 1, "since"), "facts/gap",
                    f"{days} no value holds: a period is missing.",
                    f"Add the value that held then, between the two; or write 'since: {first}' here.")  # fmt: skip


def numbers_belong_to_a_country(site: Site, today: date) -> Iterator[Problem]:
    """A phone number that begins with + goes on with the code of a country."""
    lines = [
        (v.number, ("fact", name, "values", n)) for name, one in site.facts.items() for n, v in enumerate(one.values)
    ]
    contacts = [
        (contact.number, ("organisation", name, "contact", n))
        for name, one in site.organisations.items()
        for n, contact in enumerate(one.contact)
    ]
    for number, place in (*lines, *contacts):
        if number and number.startswith("+") and not _has_a_country(number):
            yield error(site.place(*place, "number"), "facts/number", f"No country has a number such as {number}.",
                        "Write + and the country code, digits only, in quotes.")  # fmt: skip


def _has_a_country(number: str) -> bool:
    import phonenumbers

    try:
        phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return False
    return True


def facts_in_use_have_a_value(site: Site, today: date) -> Iterator[Problem]:
    """What a text refers to is in force on the day of the build."""
    for _, texts in site.prose():
        for prose in texts.values():
            for section in prose.sections:
                for line, text in section.lines():
                    for match in (*PLACEHOLDER.finditer(text), *CITATION.finditer(text)):
                        fact = site.facts.get(match[1])
                        if fact is not None and fact.on(today) is None:
                            yield error(Place(prose.file, line, match.start() + 1), "facts/not-yet",
                                        f"'{match[1]}' has no value on {today.isoformat()}.",
                                        "Take the statement out, or give the value of that day.")  # fmt: skip


def limits_have_a_value(site: Site, today: date) -> Iterator[Problem]:
    """What an answer of a pathway is held against is in force on the day of the build."""
    for slug, pathway in site.pathways.items():
        for step, node in pathway.nodes.items():
            fact = site.facts.get(node.limit or "")
            if fact is not None and fact.on(today) is None:
                yield error(site.place("pathway", slug, "nodes", step, "limit"), "facts/not-yet",
                            f"'{fact.id}' has no value on {today.isoformat()}.",
                            "Name another limit, or give the value of that day.")  # fmt: skip


def placeholders_name_values(site: Site, today: date) -> Iterator[Problem]:
    """What stands for `{id}` is a value; a law has none, and a phone number stands with its line alone."""
    for _, texts in site.prose():
        for prose in texts.values():
            for section in prose.sections:
                for line, text in section.lines():
                    for match in PLACEHOLDER.finditer(text):
                        fact = site.facts.get(match[1])
                        place = Place(prose.file, line, match.start() + 1)
                        if fact is not None and fact.kind == "law":
                            yield error(place, "facts/no-value",
                                        f"'{match[1]}' is a law and has no value to put here.",
                                        f"Write the words, and cite it at the end: [^{match[1]}].")  # fmt: skip
                        if fact is not None and fact.kind == "line":
                            yield error(place, "facts/no-value",
                                        f"'{match[1]}' is a phone line; its number does not stand in a text.",
                                        "Name it in 'lines:'; the page shows the line with its number.")  # fmt: skip


def grade_a_has_two_sources(site: Site, today: date) -> Iterator[Problem]:
    """A phone line of grade A is known from two sources."""
    for name, fact in site.facts.items():
        for index, value in enumerate(fact.values):
            if fact.kind == "line" and value.grade == "A" and len(set(value.source)) < 2:
                yield error(site.place("fact", name, "values", index, "grade"), "facts/grade",
                            "A number of grade A needs two sources.",
                            "Add the second source, or write 'grade: B'.")  # fmt: skip


def statements_of_law_are_cited(site: Site, today: date) -> Iterator[Problem]:
    """Each statement under "What the law says" ends with the fact that it stands on."""
    for key, texts in site.prose():
        if not key.startswith(("guides/", "campaigns/")):
            continue
        for prose in texts.values():
            section = prose.section("law")
            if section is None:
                continue
            for line, text in _statements(section):
                if not CITATION.search(text):
                    yield error(Place(prose.file, line), "facts/uncited", "This statement of law has no source.",
                                "End it with its fact, such as [^pay-day].")  # fmt: skip


def _statements(section: Section) -> Iterator[tuple[int, str]]:
    """Cut a section into list items and paragraphs, each with its first line."""
    first, gathered = 0, ""
    for line, text in section.lines():
        begins = bool(_STATEMENT.match(text))
        if (begins or not text.strip()) and gathered:
            yield first, gathered
            gathered = ""
        if text.strip() and not text.startswith("#"):
            first = first if gathered else line
            gathered += text
    if gathered:
        yield first, gathered


def amounts_come_from_facts(site: Site, today: date) -> Iterator[Problem]:
    """An amount of money in a text is a fact, so that it changes everywhere at once."""
    amount = re.compile(rf"{re.escape(site.settings.currency.symbol)}\s?\d[\d,.]*")
    for key, texts in site.prose():
        for prose in texts.values() if not key.startswith("stories/") else ():  # whose words are the teller's
            for section in prose.sections:
                for line, text in section.lines():
                    for match in amount.finditer(text):
                        yield error(Place(prose.file, line, match.start() + 1), "facts/amount",
                                    f"The amount {match[0]} is written by hand.",
                                    "Write it in content/facts/ and name it here, such as {minimum-wage}.")  # fmt: skip
