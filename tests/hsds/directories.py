"""Directories to export: one made by hand, and others drawn at random. All organisations in them are invented."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from suluh.model.entry import Card, Directory, Entry, Mail, Named, Site
from suluh.model.fact import Cost
from suluh.model.organisation import Kind, Verification
from suluh.model.reading import Line, Reading

TODAY = date(2026, 11, 22)
ADDRESS = "https://lamp.example/a&b/"
LANGUAGES = {"en": "English", "ms": "Bahasa Melayu", "my": "မြန်မာ", "zh-Hans": "简体中文", "mul": "Any language"}
SERVICES = {"counselling": "worker", "legal-support": "worker", "research": "partner"}
PLACES = {"MY-01": "Johor", "MY-10": "Selangor", "MY-14": "Kuala Lumpur"}
WORDS = {
    "changes-feed": "News of this <directory>",
    "change-checked": "Checked",
    "change-edited": "Changed",
    "change-gone": "Taken away",
}


def reading(text: str, language: str = "en") -> Reading:
    """Say something in a language."""
    return Reading(text, language, "rtl" if language == "ur" else "ltr")


def service(key: str, language: str = "en") -> Named:
    """Name a kind of help; those for partners have no list."""
    route = f"{language}/directory/for/{key}/" if SERVICES[key] == "worker" else ""
    return Named(key, reading(key, language), route)


def place(key: str, language: str = "en") -> Named:
    """Name a place."""
    return Named(key, reading(PLACES[key], language), f"{language}/directory/in/{key.lower()}/")


def tongue(code: str) -> Named:
    """Name a language as it calls itself."""
    return Named(code, reading(LANGUAGES[code], code))


def line(number: str = "+60300000000", **changes: Any) -> Line:
    """Make a phone line that is free, and answered on week days and on Sunday until midnight."""
    known: dict[str, Any] = {
        "title": reading("The desk (invented)"),
        "does": None,
        "hours": reading("Weekdays 8 to 18, Sunday from 20"),
        "number": number,
        "shown": number,
        "cost": "free",
        "source": "Its site",
        "checked_on": date(2026, 10, 1),
        "show_date": False,
        "called": True,
        "opening": "12345 0800-1800,7 2000-2400",
        "zone": "Asia/Kuala_Lumpur",
        "languages": (LANGUAGES["my"], LANGUAGES["zh-Hans"]),
    }
    return Line(**known | changes)


def card(name: str = "lamp-desk", /, language: str = "en", **changes: Any) -> Card:
    """Show a verified organisation."""
    known: dict[str, Any] = {
        "name": reading("Lamp Desk (invented)", language),
        "about": reading("Helps workers with letters.", language),
        "kind": "cso",
        "state": "verified",
        "year": "2016",
        "verified_on": date(2026, 10, 3),
        "offers": (),
        "route": f"{language}/directory/{name}/",
    }
    return Card(**known | changes)


def entry(name: str = "lamp-desk", language: str = "en", **changes: Any) -> Entry:
    """Make an entry of which everything is known. What is changed of its card begins with `card_`."""
    shown = {key.removeprefix("card_"): changes.pop(key) for key in [*changes] if key.startswith("card_")}
    known: dict[str, Any] = {
        "card": card(name, language=language, **shown),
        "also_known_as": ("LD", "The Desk"),
        "base": place("MY-10", language),
        "reach": (place("MY-10", language), place("MY-14", language)),
        "services": (service("research", language), service("legal-support", language)),
        "people": (Named("domestic-workers", reading("Domestic workers", language)),),
        "nationalities": ("MM", "NP"),
        "who_for": reading("Everybody who works", language),
        "not_for": reading("Employers", language),
        "front_door": reading("Call first", language),
        "bring": reading("Any paper you have", language),
        "languages": (tongue("my"), tongue("zh-Hans")),
        "lines": (line(), line("10000", cost="unknown", hours=None, opening="", languages=())),
        "mails": (Mail("desk@lamp.example", "Its site", date(2026, 10, 1)),),
        "website": Site("https://desk.example/", "Its site", date(2026, 10, 1)),
        "source": "A mapping (invented)",
        "dated": "2016-12",
        "edited": date(2026, 9, 30),
    }
    return Entry(id=name, **known | changes)


def bare(name: str = "reed", language: str = "en", **changes: Any) -> Entry:
    """Make an entry of which almost nothing is known, as most are."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("base", "who_for", "not_for", "front_door", "bring", "website", "edited", "card_verified_on")
    ) | dict.fromkeys(
        ("also_known_as", "reach", "services", "people", "nationalities", "languages", "lines", "mails"), ()
    )
    return entry(name, language, **nothing | {"card_state": "unverified"} | changes)


def directory(*entries: Entry, language: str = "en", **changes: Any) -> Directory:
    """Make a directory of one language, the source language if not said otherwise."""
    known: dict[str, Any] = {
        "source_language": "en",
        "site": "Lamp & Co",
        "address": ADDRESS,
        "as_of": TODAY,
        "services": tuple(service(key, language) for key in SERVICES),
        "choices": (),
    }
    return Directory(language=language, entries=entries, **known | changes)


# --- at random ---

TRICKY = ["=1+1", "+60 3", "-1", "@sum", 'a "b", c;d\\n', "</title>&amp;", "two\nlines", "မြန်မာ ဖုန်း", "اردو"]
SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
TEXTS = st.sampled_from(TRICKY) | st.text(SIGNS, min_size=1, max_size=40).map(str.strip).filter(bool)
DAYS = st.dates(date(2016, 1, 1), date(2026, 12, 31))
NUMBERS = st.from_regex(re.compile(r"\+[1-9][0-9]{6,14}|[0-9]{3,5}", re.ASCII), fullmatch=True)
OPENING = st.sampled_from(["", "12345 0800-1800", "1 0000-2400", "67 0900-1200,7 1300-1700", "1 0800-0900,1 0800-0900"])
IDS = st.from_regex(re.compile(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", re.ASCII), fullmatch=True)
MAYBE = st.none() | TEXTS

LINES = st.fixed_dictionaries(
    {
        "number": NUMBERS,
        "hours": MAYBE,
        "cost": st.sampled_from(get_args(Cost)),
        "checked_on": DAYS,
        "opening": OPENING,
        "zone": st.sampled_from(["Asia/Kuala_Lumpur", "Asia/Kathmandu", "America/New_York", "Nowhere/At_All"]),
        "languages": st.lists(st.sampled_from([*LANGUAGES]), max_size=3),
    }
)
ENTRIES = st.fixed_dictionaries(
    {
        "name": IDS,
        "card_name": TEXTS,
        "card_about": TEXTS,
        "card_kind": st.sampled_from(get_args(Kind)),
        "card_state": st.sampled_from(get_args(Verification.model_fields["state"].annotation)),
        "card_verified_on": st.none() | DAYS,
        "also_known_as": st.lists(TEXTS, max_size=2).map(tuple),
        "base": st.none() | st.sampled_from([*PLACES]),
        "reach": st.lists(st.sampled_from([*PLACES]), max_size=3),
        "services": st.lists(st.sampled_from([*SERVICES]), max_size=3),
        "who_for": MAYBE,
        "not_for": MAYBE,
        "front_door": MAYBE,
        "bring": MAYBE,
        "languages": st.lists(st.sampled_from([*LANGUAGES]), max_size=3),
        "lines": st.lists(LINES, max_size=3),
        "source": TEXTS,
        "dated": st.sampled_from(["2016", "2016-12", "2016-12-01"]),
        "edited": st.none() | DAYS,
    }
)
Making = Callable[[str], Directory]
"""Makes the same directory in any language."""


def makings() -> st.SearchStrategy[Making]:
    """Draw directories, of which each can be had in every language, with other words."""
    drawn = st.lists(ENTRIES, max_size=3, unique_by=lambda one: one["name"])
    gone = st.dictionaries(IDS.map("gone-{}".format), DAYS, max_size=3)
    return st.builds(
        lambda entries, gone: (
            lambda language: directory(*(_entry(language, **one) for one in entries), language=language, gone=gone)
        ),
        drawn,
        gone,
    )


def _entry(language: str, name: str, **drawn: Any) -> Entry:
    """Make what was drawn in a language."""
    for key in ("card_name", "card_about", "who_for", "not_for", "front_door", "bring"):
        drawn[key] = _said(drawn[key], language)
    base = drawn.pop("base")
    return bare(
        name,
        language,
        **drawn
        | {
            "base": place(base, language) if base else None,
            "reach": tuple(place(key, language) for key in drawn["reach"]),
            "services": tuple(service(key, language) for key in drawn["services"]),
            "languages": tuple(tongue(code) for code in dict.fromkeys(drawn["languages"])),
            "lines": tuple(_line(language, **one) for one in drawn["lines"]),
        },
    )


def _line(language: str, **drawn: Any) -> Line:
    names = tuple(LANGUAGES[code] for code in drawn["languages"])
    return line(**drawn | {"hours": _said(drawn["hours"], language), "languages": names})


def _said(text: str | None, language: str) -> Reading | None:
    """Say a text in a language; now and then only English has it."""
    if text is None:
        return None
    return reading(text, "en") if len(text) % 5 == 0 else reading(f"{text} {language}", language)
