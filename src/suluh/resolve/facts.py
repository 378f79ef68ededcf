"""Say facts: values as they are written, and what a statement stands on."""

from datetime import date

from suluh.model.fact import Fact, Value
from suluh.model.organisation import ANY
from suluh.model.reading import Citation, Line, Reading
from suluh.model.settings import Currency
from suluh.model.site import Site
from suluh.resolve import routes
from suluh.resolve.opening import clock, hours
from suluh.resolve.reading import Choosing


def written(fact: Fact, value: Value, currency: Currency) -> str:
    """Write a value: an amount with its currency, a limit as a bare number."""
    if fact.kind == "amount" and value.value is not None:
        whole, rest = divmod(value.value, currency.minor)
        digits = len(str(currency.minor)) - 1
        return f"{currency.symbol}{whole:,}" + (f".{rest:0{digits}}" if rest else "")
    if value.day is not None:
        return value.day.isoformat()
    return str(value.value if value.value is not None else value.number or "")


def citation(site: Site, fact: Fact, value: Value, choosing: Choosing, language: str) -> Citation:
    """Say which law, section and source a statement stands on; the register of laws is that of a language."""
    law = law_of(site, fact)
    source = site.sources[value.source[0]]
    return Citation(
        law=choosing.read((law or fact).title),
        section=fact.section or "",
        source=source.title,
        address=source.address,
        dated=source.dated or "",
        checked_on=value.checked_on,
        domestic_workers=fact.domestic_workers,
        register=routes.law(language, law.id) if law else "",
    )


def law_of(site: Site, fact: Fact) -> Fact | None:
    """Find the law that a fact rests on, or is: a law has a number, or others rest on it."""
    return site.facts.get(fact.law) if fact.law else fact if fact.number else None


def line(site: Site, name: str, choosing: Choosing, today: date) -> Line | None:
    """Show a phone line, unless too few sources know it or it was checked too long ago."""
    fact, settings = site.facts[name], site.settings
    value = fact.on(today)
    if value is None or value.number is None:
        return None
    age = (today - value.checked_on).days
    if age > settings.line_hidden_after or (settings.line_needs_grade == "A" and value.grade != "A"):
        return None
    return Line(
        title=choosing.read(fact.title),
        does=choosing.maybe(fact.does),
        hours=choosing.maybe(fact.hours),
        number=value.number,
        shown=spaced(value.number),
        cost=fact.cost,
        source=site.sources[value.source[0]].title,
        checked_on=value.checked_on,
        show_date=value.called_on is None or age > settings.line_shows_date_after,
        called=value.called_on is not None,
        opening=hours(fact.opening),
        zone=settings.time_zone,
        clock=clock(settings.time_zone, today.year),
        languages=tuple(tongue(site, code, choosing).text for code in fact.languages),
    )


def tongue(site: Site, code: str, choosing: Choosing) -> Reading:
    """Name a language as it calls itself; `mul` is any language."""
    known = site.settings.by_code.get(code)
    if known is not None:
        return Reading(known.name, known.code, known.direction)
    if code == ANY:
        return choosing.own_text(site.words[choosing.own.code]["find-any"])
    from babel import Locale

    return Reading(Locale.parse(code, sep="-").get_display_name(code.replace("-", "_")) or code, code, "ltr")


def lines(site: Site, names: tuple[str, ...], choosing: Choosing, today: date) -> tuple[Line, ...]:
    """Show the lines that may be shown."""
    found = (line(site, name, choosing, today) for name in names)
    return tuple(one for one in found if one is not None)


def spaced(number: str) -> str:
    """Group the digits of a number as its country does, so that it can be read out; short codes stay whole."""
    if not number.startswith("+"):
        return number
    import phonenumbers

    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
