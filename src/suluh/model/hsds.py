"""The directory as objects of the Human Services Data Specification (HSDS) 3.0: what is not made here gets nowhere."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from suluh.model.entry import Directory, Entry, Named
from suluh.model.fact import DAYS
from suluh.model.ids import organisation_at, unique
from suluh.model.reading import Line, Reading

Object = dict[str, Any]
"""An object of HSDS, which holds others: JSON, in other words. Nothing empty stands in it."""

_Named = TypeVar("_Named", Entry, Named)

_STATUS = {"verified": "active", "closed": "defunct"}
_LAST_MINUTE = "23:59"
"""How HSDS has it that a day ends: `24:00` is no time of its day."""


def organizations(directory: Directory) -> Iterator[Object]:
    """Make every organisation with its phones, in the order of their names in addresses."""
    for entry in _in_order(directory.entries):
        made = _organization(directory, entry)
        yield made | _filled(phones=_phones(directory, entry, _at(directory, entry)))


def services(directory: Directory) -> Iterator[Object]:
    """Make every service: one for each kind of help that an organisation offers."""
    terms = _terms(directory)
    for entry in _in_order(directory.entries):
        organization = _organization(directory, entry)
        for kind in _in_order(entry.services):
            yield _service(directory, entry, kind, terms[kind.id]) | {"organization": organization}


def _in_order(some: Iterable[_Named]) -> list[_Named]:
    return sorted({one.id: one for one in some}.values(), key=lambda one: one.id)


def _at(directory: Directory, entry: Entry) -> str:
    return organisation_at(directory.address, entry.id) + "#"


def _organization(directory: Directory, entry: Entry) -> Object:
    card = entry.card
    return _texts(directory, name=card.name, description=card.about) | _filled(
        id=unique(organisation_at(directory.address, entry.id)),
        alternate_name="; ".join(entry.also_known_as),
        email=entry.mails[0].address if entry.mails else "",
        website=entry.website.address if entry.website else "",
        kind=card.kind,
        page=directory.address + card.route,
        source=entry.source,
        source_date=entry.dated,
        verification_state=card.state,
        verified_on=_day(card.verified_on),
    )


def _service(directory: Directory, entry: Entry, kind: Named, term: Object) -> Object:
    at = _at(directory, entry) + kind.id
    texts = _texts(
        directory,
        name=kind.name,
        description=entry.card.about,
        eligibility_description=entry.who_for,
        not_for=entry.not_for,
        application_process=entry.front_door,
    )
    return texts | _filled(
        id=unique(at),
        status=_STATUS.get(entry.card.state, "inactive"),
        audience="worker" if kind.route else "partner",
        url=directory.address + entry.card.route,
        assured_date=_day(entry.card.verified_on),
        last_modified=f"{entry.edited.isoformat()}T00:00:00.000Z" if entry.edited else "",
        phones=_phones(directory, entry, at),
        schedules=_schedules(directory, entry, at),
        service_areas=_areas(directory, entry, at),
        languages=_languages({one.id: one.name.text for one in entry.languages}, at),
        required_documents=_documents(directory, entry.bring, at),
        attributes=[{"id": unique(f"{at}/attribute"), "taxonomy_term": term}],
    )


def _phones(directory: Directory, entry: Entry, at: str) -> list[Object]:
    codes = {one.name.text: one.id for one in entry.languages}
    return [_phone(directory, line, codes, f"{at}/phone/{line.number}") for line in _lines(entry)]


def _phone(directory: Directory, line: Line, codes: dict[str, str], at: str) -> Object:
    hours = _texts(directory, description=line.hours)
    cost = "" if line.cost == "unknown" else line.cost
    said = (f"cost: {cost}" if cost else "", hours.get("description", ""))
    return hours | _filled(
        id=unique(at),
        number=line.number,
        type="voice",
        description=". ".join(filter(None, said)),
        cost=cost,
        checked_on=_day(line.checked_on),
        languages=_languages({codes.get(name, name): name for name in line.languages}, at),
    )


def _schedules(directory: Directory, entry: Entry, at: str) -> list[Object]:
    """Say when somebody answers. Times mean nothing to a program that cannot know of which zone they are."""
    found = []
    for line in _lines(entry):
        offset = _offset(line.zone, directory.as_of) if line.opening else ""
        for part in dict.fromkeys(line.opening.split(",")) if offset else ():
            days, _, times = part.partition(" ")
            opens, _, closes = times.partition("-")
            found.append(
                _texts(directory, description=line.hours)
                | {
                    "id": unique(f"{at}/schedule/{line.number}/{part}"),
                    "freq": "WEEKLY",
                    "byday": ",".join(DAYS[int(day) - 1].upper() for day in days),
                    "opens_at": _clock(opens) + offset,
                    "closes_at": _clock(closes) + offset,
                    "timezone": _hours(offset),
                    "time_zone": line.zone,
                    "phone_number": line.number,
                }
            )
    return found


def _areas(directory: Directory, entry: Entry, at: str) -> list[Object]:
    places = {place.id: place for place in (*((entry.base,) if entry.base else ()), *entry.reach)}
    return [
        _texts(directory, name=place.name) | {"id": unique(f"{at}/area/{place.id}"), "code": place.id}
        for place in places.values()
    ]


def _languages(names: dict[str, str], at: str) -> list[Object]:
    """Name languages. The specification takes codes of ISO 639: `zh`, not `zh-Hans`."""
    return [
        {"id": unique(f"{at}/language/{code}"), "name": name, "code": code.partition("-")[0]}
        for code, name in names.items()
    ]


def _documents(directory: Directory, bring: Reading | None, at: str) -> list[Object]:
    return [_texts(directory, document=bring) | {"id": unique(f"{at}/bring")}] if bring else []


def _terms(directory: Directory) -> dict[str, Object]:
    """Make the terms of our own taxonomy: the kinds of help."""
    at, name = f"{directory.address}directory/#services", f"{directory.site} services"
    taxonomy = {"id": unique(at), "name": name, "description": f"Kinds of help in the directory of {directory.site}"}
    kinds = {one.id: one for entry in directory.entries for one in entry.services} | {
        one.id: one for one in directory.services
    }
    return {
        kind.id: {
            "id": unique(f"{at}/{kind.id}"),
            "code": kind.id,
            "name": kind.name.text,
            "description": kind.name.text,
            "language": kind.name.language.partition("-")[0],
            "taxonomy": name,
            "taxonomy_detail": taxonomy,
        }
        for kind in kinds.values()
    }


def _lines(entry: Entry) -> Iterable[Line]:
    first: dict[str, Line] = {}
    for line in entry.lines:
        first.setdefault(line.number, line)
    return first.values()


def _texts(directory: Directory, **readings: Reading | None) -> Object:
    """Give the texts that there are, and the language of those that are not in the reader's."""
    found = {field: reading for field, reading in readings.items() if reading is not None}
    others = {field: one.language for field, one in found.items() if one.language != directory.language}
    return {field: one.text for field, one in found.items()} | ({"text_languages": others} if others else {})


def _filled(**fields: Any) -> Object:
    return {field: value for field, value in fields.items() if value}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _clock(written: str) -> str:
    return _LAST_MINUTE if written == "2400" else f"{written[:2]}:{written[2:]}"


@cache
def _offset(zone: str, day: date) -> str:
    """Say how far a time zone is from UTC on a day, as ISO 8601 has it; nothing, where the zone is not known."""
    try:
        noon = datetime.combine(day, time(12), ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    return noon.isoformat()[-6:]


def _hours(offset: str) -> float:
    """Say in hours how far from UTC, as a whole number where it is one."""
    minutes = int(offset[1:3]) * 60 + int(offset[4:6])
    hours = (-minutes if offset[0] == "-" else minutes) / 60
    return int(hours) if hours.is_integer() else hours
