"""Campaigns for other programs, in the words of OSDI: files to read, not an API, and nobody who signed is in them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from suluh.model.campaigning import AskView, CampaignBody, CampaignLetterBody, PaperBody, ShareBody
from suluh.model.edition import Page
from suluh.model.news import Brief, Calendar, Occasion
from suluh.model.reading import Reading
from suluh.model.tally import LEAST

Object = dict[str, Any]
PETITIONS, LETTERS, EVENTS = "petitions", "advocacy_campaigns", "events"

_CURIES = [{"name": "osdi", "href": "https://opensupporter.github.io/osdi-docs/{rel}.html", "templated": True}]

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@dataclass(frozen=True, slots=True)
class _System:
    """Whose campaigns these are, and in which language they are told."""

    address: str
    site: str
    language: str

    def route(self, kind: str, name: str) -> str:
        return f"osdi/{self.language}/{kind}/{name}.json"

    def self(self, kind: str, name: str) -> Object:
        return {"href": self.address + self.route(kind, name)}

    def origin(self, name: str) -> Object:
        """Say where something is from, and what it is called: the same in every language."""
        host = self.address.removeprefix("https://").partition("/")[0]
        return {"identifiers": [f"{host}:{name}"], "origin_system": self.site, "name": name, "x_lang": self.language}

    def texts(self, **readings: Reading | None) -> Object:
        """Give the texts that there are, and the language of those that are not in the reader's."""
        found = {field: one for field, one in readings.items() if one is not None}
        others = {field: one.language for field, one in found.items() if one.language != self.language}
        told: Object = {field: one.text for field, one in found.items()}
        return told | ({"x_text_languages": others} if others else {})


def osdi_files(address: str, site: str, language: str, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Give a campaign as a petition, and its letter, from its pages in one language: path in the site, and bytes."""
    system = _System(address, site, language)
    for page, body in ((one, one.body) for one in pages if isinstance(one.body, CampaignBody)):
        name = page.route.rstrip("/").rpartition("/")[2]
        shared = _origin(system, name, body) | _sharing(system, page.title, pages)
        yield _file(system, PETITIONS, name, shared | _petition(system, page, body, pages))
        for route, letter in ((one.route, one.body) for one in pages if isinstance(one.body, CampaignLetterBody)):
            yield _file(system, LETTERS, name, shared | _letter(system, page, route, letter))


def osdi_index(
    address: str, site: str, language: str, campaigns: Sequence[Brief], calendar: Calendar
) -> Iterator[tuple[str, bytes]]:
    """Give the lists of the petitions, letters and events of one language: path in the site, and bytes."""
    system = _System(address, site, language)
    yield _list(system, PETITIONS, [_brief(system, one) | _counted(one.people) for one in campaigns])
    yield _list(system, LETTERS, [_brief(system, one, LETTERS) for one in campaigns if one.letter])
    yield _list(system, EVENTS, [_event(system, one) for one in calendar.occasions if one.kind == "event"])


def _origin(system: _System, name: str, body: CampaignBody) -> Object:
    """Say what a petition and its letter have in common."""
    changed = max((body.since.isoformat(), *(one.on for one in body.updates)))
    return system.origin(name) | {
        "created_date": _moment(body.begun or body.since),
        "modified_date": f"{changed}T00:00:00Z",
        "x_state": body.state,
        "x_asks": [_ask(system, ask) for ask in body.asks],
    }


def _petition(system: _System, page: Page, body: CampaignBody, pages: Iterable[Page]) -> Object:
    return (
        system.texts(title=page.title, description=page.description, summary=page.lead or page.description)
        | _counted(body.progress.people)
        | {
            "petition_text": _signed(body, pages),
            "browser_url": system.address + page.route,
            "target": [system.texts(name=office.name) for office in body.targets],
        }
    )


def _letter(system: _System, page: Page, route: str, body: CampaignLetterBody) -> Object:
    """Tell of the letter in the language of the office, as it is sent: with each of the paragraphs to choose from."""
    sent = body.columns[0]
    choices = [sent.choices[number : number + 1] for number in range(len(sent.choices) or 1)]
    return system.texts(
        title=page.title,
        description=page.description,
        summary=page.lead or page.description,
        targets=body.office.name,
    ) | {
        "browser_url": system.address + route,
        "type": "email" if body.office.email else "postal mail",
        "templates": [f"{sent.subject}\n\n{replace(sent, choices=some).text}" for some in choices],
        "x_template_lang": sent.language,
    }


def _signed(body: CampaignBody, pages: Iterable[Page]) -> str:
    """Give what is signed: as it stands on paper, where there is paper. What is asked stands in it, one by one."""
    sheets = (page.body for page in pages if isinstance(page.body, PaperBody))
    begins = next((sheet.pair[-1].text for sheet in sheets if sheet.kind == "sheet"), "")
    asks = "\n".join(f"{number}. {ask.text.text}" for number, ask in enumerate(body.asks, 1))
    return f"{begins}\n\n{asks}".strip()


def _ask(system: _System, ask: AskView) -> Object:
    when = {"on": ask.on} if ask.on else {}
    return system.texts(text=ask.text, left_out=ask.left_out) | {"id": ask.id, "outcome": ask.outcome} | when


def _sharing(system: _System, title: Reading, pages: Iterable[Page]) -> Object:
    """Say how a campaign is sent on: each way to put it is one of the options."""
    body = next((page.body for page in pages if isinstance(page.body, ShareBody)), None)
    if body is None:
        return {}
    wide = next((system.address + one.route for one in body.pictures if one.drawn.form == "wide"), "")
    image = {"image": wide} if wide else {}
    return {
        "share_url": body.sending.address,
        "share_options": [
            {
                "facebook_share": {"title": title.text, "description": message.said.text} | image,
                "twitter_share": {"message": message.text},
                "email_share": {"subject": title.text, "body": message.text},
                "x_whatsapp_share": {"message": message.text},
            }
            for message in body.messages
        ],
    } | ({"featured_image_url": wide} if wide else {})


def _brief(system: _System, one: Brief, kind: str = PETITIONS) -> Object:
    told = {
        "created_date": _moment(one.begun),
        "modified_date": _moment(one.changed),
        "browser_url": system.address + one.route,
        "x_state": one.state,
        "_links": {"self": system.self(kind, one.slug)},
    }
    return system.origin(one.slug) | system.texts(title=one.title, summary=one.summary) | told


def _event(system: _System, one: Occasion) -> Object:
    """Tell of an event. Where it is, who invites and who comes is nowhere."""
    known = _moment(one.stamp)
    when: Object = {"all_day": one.starts is None}
    if one.starts is None:
        when["all_day_date"] = one.on.isoformat()
    when |= {key: _utc(hour) for key, hour in (("start_date", one.starts), ("end_date", one.ends)) if hour}
    return (
        system.origin(one.id)
        | system.texts(title=one.title, description=one.text)
        | when
        | {
            "created_date": known,
            "modified_date": known,
            "browser_url": system.address + one.route,
            "status": "cancelled" if one.cancelled else "confirmed",
            "transparence": "transparent",
            "visibility": "public",
        }
    )


def _counted(people: int) -> Object:
    return {"total_signatures": people} if people >= LEAST else {}


def _list(system: _System, kind: str, records: Sequence[Object]) -> tuple[str, bytes]:
    rel, links = f"osdi:{kind}", [one["_links"]["self"] for one in records if "_links" in one]
    told = {
        "total_pages": 1,
        "per_page": len(records),
        "page": 1,
        "total_records": len(records),
        "_embedded": {rel: records},
    }
    return _file(system, kind, "index", told, {rel: links} if links else {})


def _file(system: _System, kind: str, name: str, told: Object, links: Object | None = None) -> tuple[str, bytes]:
    around = {"self": system.self(kind, name), "curies": _CURIES} | (links or {})
    return system.route(kind, name), f"{_encoder.encode({**told, '_links': around})}\n".encode()


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
