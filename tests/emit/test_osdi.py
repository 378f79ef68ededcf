"""Campaigns in the words of OSDI: all that it maps, and nobody who signed, wrote or came."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.emit.osdi import osdi_files, osdi_index
from suluh.model.campaigning import (
    AskView,
    CampaignBody,
    CampaignLetterBody,
    EmbedBody,
    EventView,
    LetterColumn,
    Message,
    Office,
    PaperBody,
    Petition,
    Progress,
    ShareBody,
    SharePicture,
)
from suluh.model.edition import Page
from suluh.model.news import Brief, Calendar, Occasion
from suluh.model.picture import Picture
from suluh.model.reading import Link, Part, Reading, Sending

ADDRESS = "https://lamp.example/a&b/"
SITE = "Lamp & Co"
BEGAN, CHANGED, NEWS = date(2026, 10, 1), date(2026, 11, 2), date(2026, 11, 10)
ROUTE = "my/campaigns/rest-day/"
PERSONS = {
    *("person", "people", "creator", "modified_by", "organizer", "host", "sponsor", "signatures", "outreaches"),
    *("attendances", "given_name", "family_name", "email_addresses", "phone_numbers", "postal_addresses", "location"),
    *("record_signature_helper", "record_outreach_helper", "record_attendance_helper", "administrative_url"),
}
"""Names of OSDI under which there is somebody, or a place, or a way to hand somebody in."""

TEXTS = st.text(min_size=1, max_size=40)


def said(text: str, language: str = "my") -> Reading:
    return Reading(text, language, "ltr")


def asked(**changes: Any) -> AskView:
    known: dict[str, Any] = {
        "id": "rest",
        "text": said("One day of rest"),
        "note": None,
        "outcome": "open",
        "on": "",
        "outcome_sources": (),
        "left_out": None,
        "sources": (),
    }
    return AskView(**known | changes)


def progress(people: int = 129) -> Progress:
    return Progress(people, (), NEWS if people else None, stale=False, goal=500, by=None)


def office(email: str = "") -> Office:
    return Office(said("The River Minister (invented)"), said("Can change it."), "my/targets/river/", BEGAN, email)


def body(**changes: Any) -> CampaignBody:
    nothing: dict[str, Any] = dict.fromkeys(
        ("parts", "actions", "left_out", "history", "promises", "events", "endorsers", "ways"), ()
    ) | dict.fromkeys(("waiting", "bill", "house", "follow_up", "stories", "overdue"))
    known: dict[str, Any] = {
        "state": "delivered",
        "since": CHANGED,
        "safety": Part("safety", "Before", "Think.", "my", "ltr"),
        "asks": (asked(), asked(id="pay", text=said("Pay on time"))),
        "targets": (office(),),
        "updates": (EventView(NEWS.isoformat(), said("We went."), ()),),
        "progress": progress(),
        "unnamed": 0,
        "ended": "",
        "code": "RD-ABCD",
        "begun": BEGAN,
    }
    return CampaignBody(**nothing | known | changes)


def page(body: Any, route: str = ROUTE, kind: str = "campaign", title: Reading | None = None) -> Page:
    return Page(route, kind, title or said("One day"), said("A day of rest"), body, lead=said("A day of rest"))


LINK = Link(said("One day"), ROUTE)


def letter(email: str = "", choices: tuple[tuple[str, str, str], ...] = ()) -> Page:
    column = LetterColumn(
        language="ms",
        direction="ltr",
        name="Bahasa Melayu",
        subject="Sehari rehat",
        opening="Tuan,",
        asks=(("rest", "Sehari rehat"),),
        choices=choices,
        ending="(nama anda)",
    )
    made = CampaignLetterBody(campaign=LINK, office=office(email), columns=(column,), ways=(), most=1800)
    return page(made, f"{ROUTE}letter/", "campaign-letter", said("Write"))


def share(*words: str) -> Page:
    drawn = Picture("wide", "my", "ltr", "One day", "A day of rest", SITE, "lamp.example/c/rest-day")
    made = ShareBody(
        campaign=LINK,
        messages=tuple(Message("short", said(text), f"{text}\n{ADDRESS}{ROUTE}") for text in words or ("Share it.",)),
        pictures=(SharePicture(f"{ROUTE}share/wide.png", drawn),),
        alt=said("One day"),
        sending=Sending("One day", f"{ADDRESS}c/rest-day/", "", 0, quiet=False),
        embed=EmbedBody("", "", (), "live", NEWS, progress()),
        bundles=(),
        press="",
    )
    return page(made, f"{ROUTE}share/", "share")


def sheet(kind: str = "sheet") -> Page:
    petitions = (_petition("ms", "Kami meminta:"), _petition("my", "We ask:"))
    made = PaperBody(kind, petitions, "", NEWS, "RD-ABCD", "lamp.example/c/rest-day", "", 0)
    return page(made, f"{ROUTE}paper/{kind}.pdf", f"petition-{kind}")


def _petition(code: str, text: str) -> Petition:
    return Petition(code, "ltr", code, "Heading", text, ("One day of rest",), ("", ""), {}, "")


def files(*pages: Page, language: str = "my") -> dict[str, Any]:
    return {route: json.loads(data) for route, data in osdi_files(ADDRESS, SITE, language, pages)}


def petition(*pages: Page) -> Any:
    return files(*pages)["osdi/my/petitions/rest-day.json"]


def brief(**changes: Any) -> Brief:
    known: dict[str, Any] = {
        "slug": "rest-day",
        "title": said("One day"),
        "summary": said("A day of rest"),
        "route": ROUTE,
        "state": "delivered",
        "begun": BEGAN,
        "changed": NEWS,
        "people": 129,
        "letter": True,
    }
    return Brief(**known | changes)


def occasion(**changes: Any) -> Occasion:
    known: dict[str, Any] = {
        "id": "event.rest-day.river-day",
        "kind": "event",
        "title": said("River day"),
        "on": date(2026, 12, 18),
        "stamp": BEGAN,
        "route": ROUTE,
    }
    return Occasion(**known | changes)


def lists(campaigns: Sequence[Brief] = (), occasions: Sequence[Occasion] = ()) -> dict[str, Any]:
    calendar = Calendar("my/campaigns/campaigns.ics", "Lamp", "my", ADDRESS, tuple(occasions))
    return {route: json.loads(data) for route, data in osdi_index(ADDRESS, SITE, "my", campaigns, calendar)}


def listed(kind: str, **given: Any) -> list[Any]:
    found: list[Any] = lists(**given)[f"osdi/my/{kind}/index.json"]["_embedded"][f"osdi:{kind}"]
    return found


def names(value: Any) -> Iterator[str]:
    """Give every name under which something stands."""
    if isinstance(value, dict):
        yield from value
        for inside in value.values():
            yield from names(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from names(inside)


def test_a_campaign_is_a_petition_with_all_that_is_mapped() -> None:
    made = petition(page(body()), share(), sheet())
    assert made == {
        "identifiers": ["lamp.example:rest-day"],
        "origin_system": SITE,
        "created_date": "2026-10-01T00:00:00Z",
        "modified_date": "2026-11-10T00:00:00Z",
        "name": "rest-day",
        "title": "One day",
        "description": "A day of rest",
        "summary": "A day of rest",
        "petition_text": "We ask:\n\n1. One day of rest\n2. Pay on time",
        "browser_url": f"{ADDRESS}{ROUTE}",
        "featured_image_url": f"{ADDRESS}{ROUTE}share/wide.png",
        "total_signatures": 129,
        "target": [{"name": "The River Minister (invented)"}],
        "share_url": f"{ADDRESS}c/rest-day/",
        "share_options": [
            {
                "facebook_share": {
                    "title": "One day",
                    "description": "Share it.",
                    "image": f"{ADDRESS}{ROUTE}share/wide.png",
                },
                "twitter_share": {"message": f"Share it.\n{ADDRESS}{ROUTE}"},
                "email_share": {"subject": "One day", "body": f"Share it.\n{ADDRESS}{ROUTE}"},
                "x_whatsapp_share": {"message": f"Share it.\n{ADDRESS}{ROUTE}"},
            }
        ],
        "x_lang": "my",
        "x_state": "delivered",
        "x_asks": [
            {"id": "rest", "text": "One day of rest", "outcome": "open"},
            {"id": "pay", "text": "Pay on time", "outcome": "open"},
        ],
        "_links": {
            "self": {"href": f"{ADDRESS}osdi/my/petitions/rest-day.json"},
            "curies": [
                {"name": "osdi", "href": "https://opensupporter.github.io/osdi-docs/{rel}.html", "templated": True}
            ],
        },
    }


def test_a_letter_is_an_advocacy_campaign_with_the_text_that_is_sent() -> None:
    made = files(page(body()), letter(), share())["osdi/my/advocacy_campaigns/rest-day.json"]
    assert made["templates"] == ["Sehari rehat\n\nTuan,\n\n1. Sehari rehat\n\n(nama anda)"]
    assert (made["x_template_lang"], made["x_lang"]) == ("ms", "my")
    assert (made["targets"], made["type"]) == ("The River Minister (invented)", "postal mail")
    assert made["browser_url"] == f"{ADDRESS}{ROUTE}letter/"
    assert made["_links"]["self"]["href"] == f"{ADDRESS}osdi/my/advocacy_campaigns/rest-day.json"
    same = ("identifiers", "created_date", "modified_date", "title", "summary", "share_url", "share_options", "x_asks")
    whole = petition(page(body()), share())
    assert {key: made[key] for key in same} == {key: whole[key] for key in same}
    assert "total_signatures" not in made


def test_a_letter_to_an_office_with_an_address_goes_by_email_and_the_address_is_not_told() -> None:
    made = files(page(body()), letter("minister@river.example"))["osdi/my/advocacy_campaigns/rest-day.json"]
    assert made["type"] == "email"
    assert "minister@" not in json.dumps(made)


def test_a_letter_whose_writer_chooses_is_given_with_each_paragraph() -> None:
    choices = (("health", "Kesihatan", "Demi kesihatan."), ("family", "Keluarga", "Demi keluarga."))
    made = files(page(body()), letter(choices=choices))["osdi/my/advocacy_campaigns/rest-day.json"]
    assert made["templates"] == [
        f"Sehari rehat\n\nTuan,\n\n1. Sehari rehat\n\n{text}\n\n(nama anda)" for _, _, text in choices
    ]


def test_what_there_is_not_is_not_told() -> None:
    made = files(page(body(targets=(), updates=(), asks=())))
    assert [*made] == ["osdi/my/petitions/rest-day.json"]
    [told] = made.values()
    assert {"share_url", "share_options", "featured_image_url", "x_text_languages"} & {*told} == set()
    assert (told["target"], told["petition_text"]) == ([], "")
    assert told["modified_date"] == "2026-11-02T00:00:00Z"


def test_pages_of_no_campaign_are_no_petition() -> None:
    assert files(letter(), share()) == {}


@pytest.mark.parametrize(("people", "told"), [(0, None), (49, None), (50, 50), (129, 129)])
def test_too_few_are_not_counted(people: int, told: int | None) -> None:
    assert petition(page(body(progress=progress(people)))).get("total_signatures") == told
    assert [one.get("total_signatures") for one in listed("petitions", campaigns=[brief(people=people)])] == [told]


def test_what_became_of_an_ask_is_told() -> None:
    made = asked(outcome="partly_won", on="2026-09", left_out=said("Day workers"))
    [told] = petition(page(body(asks=(made,))))["x_asks"]
    assert told == {
        "id": "rest",
        "text": "One day of rest",
        "outcome": "partly_won",
        "on": "2026-09",
        "left_out": "Day workers",
    }


def test_a_text_that_is_borrowed_says_from_which_language() -> None:
    made = petition(page(body(), title=said("Sehari", "ms")))
    assert (made["title"], made["x_text_languages"]) == ("Sehari", {"title": "ms"})
    other = {
        "targets": (replace(office(), name=said("Menteri", "ms")),),
        "asks": (asked(left_out=said("Semua", "ms")),),
    }
    made = petition(page(body(**other)))
    assert made["target"] == [{"name": "Menteri", "x_text_languages": {"name": "ms"}}]
    assert made["x_asks"][0]["x_text_languages"] == {"left_out": "ms"}


def test_each_way_to_put_it_can_be_shared() -> None:
    options = petition(page(body()), share("Short.", "A story.", "A question?"))["share_options"]
    assert [one["facebook_share"]["description"] for one in options] == ["Short.", "A story.", "A question?"]


def test_without_paper_what_is_asked_is_what_is_signed() -> None:
    assert petition(page(body()), sheet("poster"))["petition_text"] == "1. One day of rest\n2. Pay on time"


def test_the_lists_lead_to_each_campaign() -> None:
    made = lists([brief(), brief(slug="pay", letter=False)])
    assert [*made] == [f"osdi/my/{kind}/index.json" for kind in ("petitions", "advocacy_campaigns", "events")]
    petitions = made["osdi/my/petitions/index.json"]
    assert {key: petitions[key] for key in ("total_pages", "per_page", "page", "total_records")} == {
        "total_pages": 1,
        "per_page": 2,
        "page": 1,
        "total_records": 2,
    }
    assert petitions["_links"]["self"] == {"href": f"{ADDRESS}osdi/my/petitions/index.json"}
    assert petitions["_links"]["osdi:petitions"] == [
        {"href": f"{ADDRESS}osdi/my/petitions/rest-day.json"},
        {"href": f"{ADDRESS}osdi/my/petitions/pay.json"},
    ]
    assert made["osdi/my/advocacy_campaigns/index.json"]["_links"]["osdi:advocacy_campaigns"] == [
        {"href": f"{ADDRESS}osdi/my/advocacy_campaigns/rest-day.json"}
    ]


def test_a_list_says_of_a_campaign_what_its_own_file_says() -> None:
    [told] = listed("petitions", campaigns=[brief()])
    whole = petition(page(body()), share(), sheet())
    assert told["_links"].pop("self") == whole["_links"].pop("self")
    assert {key: told[key] for key in told} == {key: whole[key] for key in told} | {"_links": {}}


def test_empty_lists_are_there_too() -> None:
    assert [one["total_records"] for one in lists().values()] == [0, 0, 0]


def test_an_event_is_told_with_its_hours() -> None:
    starts, ends = (datetime(2026, 12, 18, hour, tzinfo=ZoneInfo("Asia/Kuala_Lumpur")) for hour in (10, 12))
    [told] = listed(
        "events", occasions=[occasion(starts=starts, ends=ends, text=said("Ask the union."), cancelled=True)]
    )
    assert told == {
        "identifiers": ["lamp.example:event.rest-day.river-day"],
        "origin_system": SITE,
        "created_date": "2026-10-01T00:00:00Z",
        "modified_date": "2026-10-01T00:00:00Z",
        "name": "event.rest-day.river-day",
        "title": "River day",
        "description": "Ask the union.",
        "browser_url": f"{ADDRESS}{ROUTE}",
        "start_date": "2026-12-18T02:00:00Z",
        "end_date": "2026-12-18T04:00:00Z",
        "all_day": False,
        "status": "cancelled",
        "transparence": "transparent",
        "visibility": "public",
        "x_lang": "my",
    }


def test_an_event_without_hours_is_a_whole_day() -> None:
    [told] = listed("events", occasions=[occasion()])
    assert (told["all_day"], told["all_day_date"], told["status"]) == (True, "2026-12-18", "confirmed")
    assert {"start_date", "end_date", "description"} & {*told} == set()


@pytest.mark.parametrize("kind", ["day", "stage"])
def test_only_what_campaigns_do_is_an_event(kind: str) -> None:
    assert listed("events", occasions=[occasion(kind=kind)]) == []


def test_nobody_and_no_place_is_anywhere() -> None:
    every = [*files(page(body()), letter("a@b.example"), share(), sheet()).values()]
    every += lists([brief()], [occasion(text=said("Ask the union."))]).values()
    assert {name.removeprefix("osdi:") for name in names(every)} & PERSONS == set()


@given(st.lists(TEXTS, min_size=1, max_size=3), TEXTS, st.sampled_from(["my", "ms"]), st.integers(0, 500))
def test_every_text_is_told_as_it_is_and_each_time_the_same(
    asks: list[str], title: str, language: str, people: int
) -> None:
    views = tuple(asked(id=f"a-{number}", text=said(text)) for number, text in enumerate(asks))
    made = [page(body(asks=views, progress=progress(people)), title=said(title, language)), share(title), sheet()]
    told = petition(*made)
    assert [one["text"] for one in told["x_asks"]] == asks
    assert told["title"] == title
    assert told["share_options"][0]["x_whatsapp_share"]["message"] == f"{title}\n{ADDRESS}{ROUTE}"
    assert ("total_signatures" in told) == (people >= 50)
    assert list(osdi_files(ADDRESS, SITE, "my", made)) == list(osdi_files(ADDRESS, SITE, "my", made))
