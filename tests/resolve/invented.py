"""A few campaigns without texts of their own, for what is told of campaigns elsewhere. All of them are invented."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from suluh.model.campaign import Campaign
from suluh.model.prose import Prose
from suluh.model.settings import Settings
from suluh.model.site import Site
from suluh.resolve.pages import Pages
from suluh.resolve.reading import Choosing

TODAY = date(2026, 11, 28)
ADDRESS = "https://lamp.example/site/"
BEGAN = date(2026, 10, 1)


class _Keys(dict[str, str]):
    """Words of the interface, of which each is its own key."""

    def __missing__(self, key: str) -> str:
        return key


def settings(**changes: Any) -> Settings:
    """Make the settings of a site in two languages."""
    known: dict[str, Any] = {
        "name": "Lamp",
        "tagline": {"en": "Know."},
        "address": ADDRESS,
        "languages": ({"code": "en", "name": "English"}, {"code": "ms", "name": "Bahasa Melayu"}),
        "currency": {"symbol": "RM"},
        "leave": "https://weather.example/",
        "time_zone": "Asia/Kuala_Lumpur",
    }
    return Settings.model_validate(known | changes)


def campaign(*states: tuple[str, date], **changes: Any) -> Campaign:
    """Make a campaign that went through some states; if none are said, it is live."""
    known: dict[str, Any] = {
        "states": tuple({"state": state, "on": on} for state, on in states or (("live", BEGAN),)),
        "review_by": date(2027, 5, 1),
        "icon": "bullhorn",
        "asks": ({"id": "rest"},),
    }
    return Campaign.model_validate(known | changes)


def pages(
    language: str = "en", today: date = TODAY, /, campaigns: Mapping[str, Campaign] = {}, **records: Any
) -> Pages:
    """Begin an edition of a site with some campaigns, of which each has a title and a summary in English."""
    said = records.pop("settings", settings())
    texts = {slug: {"en": Prose("en", "", f"Title of {slug}", f"Summary of {slug}")} for slug in campaigns}
    site = Site(
        settings=said,
        words={one.code: _Keys() for one in said.languages},
        campaigns=campaigns,
        **{"campaign_texts": texts} | records,
    )
    own = said.by_code[language]
    return Pages(site, own, said.languages, Choosing(said, own), today)
