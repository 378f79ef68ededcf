"""All that writers wrote, and where they wrote it."""

from dataclasses import fields, replace

import pytest
from tests.conftest import load_all

from suluh.model.base import Model
from suluh.model.originals import originals
from suluh.model.site import TEXTS, Known, Site
from suluh.model.unit import Unit
from suluh.problem import Place


@pytest.fixture
def site(site_at) -> Site:
    """Load the small good site."""
    site, _ = load_all(site_at().root)
    assert site is not None
    return site


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("fact", "lowest-pay", "values", 1, "value"), Place("content/facts/pay.yml", 25, 27)),
        (("fact", "lowest-pay", "nothing", "there"), Place("content/facts/pay.yml", 16, 3)),
        (("site", "site", "languages", 2, "name"), Place("content/site.yml", 12, 16)),
        (("campaign", "rest-day", "states", 1, "state"), Place("campaigns/rest-day/campaign.yml", 3, 6)),
        (("guide-text", "unpaid-work/my", "summary"), Place("content/guides/unpaid-work/my.md", 3, 1)),
    ],
)
def test_every_value_knows_where_it_was_written(site, path, place):
    kind, name, *rest = path
    assert site.place(kind, name, *rest) == place


def test_every_record_is_given_once_with_its_kind_and_id(site):
    found = [(kind, name) for kind, name, _ in site.records()]
    assert found == [
        ("site", "site"),
        *(("fact", name) for name in ("lantern-line", "river-wage-act", "pay-limit", "lowest-pay")),
        *(("source", name) for name in ("invented-gazette", "invented-survey")),
        ("guide", "unpaid-work"),
        ("pathway", "unpaid"),
        ("letter", "ask-for-pay"),
        ("card", "mine"),
        *(("organisation", name) for name in ("reed-network", "riverside-union")),
        *(("service", name) for name in ("legal-support", "research")),
        ("place", "TH-10"),
        ("campaign", "rest-day"),
        ("bill", "river-hours"),
        ("target", "river-minister"),
        ("day", "river-day"),
    ]


def test_every_kind_of_record_that_a_site_holds_is_given(site):
    held = {
        type(value)
        for name in Site.__slots__
        for value in ([getattr(site, name)] if name == "settings" else _values(getattr(site, name)))
        if isinstance(value, Model)
    }
    assert {type(record) for _, _, record in site.records()} == held


def _values(thing):
    return thing.values() if isinstance(thing, dict) else ()


def test_every_short_text_is_given_at_its_place(site):
    texts = {text["th"]: place for text, place in site.texts()}
    assert texts["รับฟังและแนะนำ"] == Place("content/facts/lines.yml", 6, 3)
    assert len(texts) > 20


def test_every_long_text_is_given_by_its_key(site):
    assert {key: sorted(texts) for key, texts in site.prose()} == {
        "guides/unpaid-work": ["km", "my", "th"],
        "campaigns/rest-day": ["my", "th"],
        "pages/about": ["th"],
        "pages/help": ["th"],
        "pages/privacy": ["th"],
        "pages/safety": ["km", "th"],
        "pathways/unpaid": ["my", "th"],
        "letters/ask-for-pay": ["my", "th"],
        "cards/mine": ["km", "th"],
    }


def test_what_is_translated_as_one_has_a_key_and_its_source_text(site):
    units = {one.key: one.text for one in originals(site)}
    assert [key for key in units if key.startswith("guides/unpaid-work") and ".yml" not in key] == [
        "guides/unpaid-work",
        *(f"guides/unpaid-work#{name}" for name in ("today", "law", "dont", "help")),
    ]
    assert units["guides/unpaid-work#dont"].split() == ["อย่าทำอะไร", "-", "**อย่าเซ็นกระดาษเปล่า**"]
    assert units["guides/unpaid-work"] == "นายจ้างไม่จ่ายค่าจ้าง\nจดวันทำงานไว้ แล้วขอความช่วยเหลือ"
    assert units["strings#about"]
    assert units["guides/unpaid-work.yml#situation"] == site.guides["unpaid-work"].situation["th"]


# --- parts ---


def held(site: Site) -> dict[str, list[str]]:
    """Name the records of a site that only some of its parts hold."""
    names = ("guides", "organisations", "listings", "campaigns", "bills", "targets", "tallies")
    return {name: sorted(getattr(site, name)) for name in names if getattr(site, name)}


@pytest.mark.parametrize(
    ("kind", "name", "records"),
    [
        ("guide", "unpaid-work", {"guides": ["unpaid-work"]}),
        ("organisation", "reed-network", {"listings": ["reed-network"], "guides": ["unpaid-work"]}),
        (
            "organisation",
            "riverside-union",
            {"listings": ["riverside-union"], "campaigns": ["rest-day"], "guides": ["unpaid-work"]},
        ),
        (
            "campaign",
            "rest-day",
            {
                "campaigns": ["rest-day"],
                "bills": ["river-hours"],
                "targets": ["river-minister"],
                "listings": ["riverside-union"],
                "tallies": ["rest-day"],
            },
        ),
        ("page", "help", {}),
        ("guides", "th", {"guides": ["unpaid-work"]}),
        (
            "campaigns",
            "th",
            {
                "campaigns": ["rest-day"],
                "bills": ["river-hours"],
                "targets": ["river-minister"],
                "tallies": ["rest-day"],
            },
        ),
        ("directory", "th", {"listings": ["reed-network", "riverside-union"]}),
        ("edition", "th", {}),
        ("door", "", {}),
    ],
)
def test_a_part_holds_the_records_that_its_pages_are_made_of_and_no_other(site, kind, name, records):
    assert held(site.part(kind, name)) == records


@pytest.mark.parametrize(("kind", "name"), [("guide", "lost"), ("campaign", "lost"), ("page", "lost")])
def test_a_part_whose_record_could_not_be_read_holds_none(site, kind, name):
    assert held(site.part(kind, name)) == {}


def test_a_campaign_that_names_what_does_not_exist_holds_what_does(site):
    lost = replace(site, bills={}, targets={}, tallies={}, organisations={})
    assert held(lost.part("campaign", "rest-day")) == {"campaigns": ["rest-day"]}


def test_a_part_holds_no_long_text_no_waiver_and_no_place(site):
    part = site.part("guide", "unpaid-work")
    assert (part.guide_texts, part.campaign_texts, part.pages, part.waivers, part.origins) == ({}, {}, {}, (), {})


def test_all_else_of_a_site_is_in_every_part(site):
    """A new field of a site is in every part until somebody decides which parts need it."""
    some = {"guides", "organisations", "listings", "campaigns", "bills", "targets", "tallies"}
    some |= {"pathways", "letters", "calculators", "cards"}
    some |= {"pages" if kind == "page" else f"{kind}_texts" for kind in TEXTS}
    some |= {"waivers", "origins", "translations", "whole"}
    part = site.part("guide", "unpaid-work")
    assert {field.name for field in fields(Site) if getattr(part, field.name) == getattr(site, field.name)} >= (
        {field.name for field in fields(Site)} - some
    )


UNIT = Unit(state="draft", source_digest="abcdefghijkl")


@pytest.mark.parametrize(
    ("kind", "name", "keys"),
    [
        ("guide", "pay", {"guides/pay": ["", "law"]}),
        ("campaign", "pay", {"campaigns/pay": [""]}),
        ("page", "help", {"pages/help": ["now"]}),
        ("organisation", "pay", {}),
        ("guides", "th", {}),
        ("edition", "th", {}),
    ],
)
def test_a_part_knows_of_the_translations_of_its_own_texts(site, kind, name, keys):
    parts = {"guides/pay": ["", "law"], "guides/pay-late": ["law"], "campaigns/pay": [""], "pages/help": ["now"]}
    known = {text: dict.fromkeys(some, UNIT) for text, some in parts.items()}
    named = {
        "guides": {"pay": site.guides["unpaid-work"]},
        "organisations": {"pay": site.organisations["reed-network"]},
        "campaigns": {},
    }
    translated = replace(site, **named, translations={"my": known, "km": {}})
    units = translated.part(kind, name).translations.get("my", {})
    assert {text: sorted(some) for text, some in units.items()} == keys


def test_a_part_knows_what_there_is_in_the_whole_site(site):
    assert (
        site.part("guide", "unpaid-work").known
        == site.known
        == Known(
            guides=("unpaid-work",),
            organisations=("reed-network", "riverside-union"),
            gone=(),
            campaigns=("rest-day",),
            pages=("about", "help", "privacy", "safety"),
            offered=("legal-support", "research"),
            pathways=("unpaid",),
            letters=("ask-for-pay",),
            cards=("mine",),
        )
    )


def test_what_may_not_be_shown_is_not_known_of(site):
    red = {name: one.model_copy(update={"tier": "red"}) for name, one in site.organisations.items()}
    draft = {name: one.model_copy(update={"states": one.states[:1]}) for name, one in site.campaigns.items()}
    known = replace(site, organisations=red, campaigns=draft).known
    assert (known.organisations, known.campaigns, known.offered) == ((), (), ())


def test_the_records_and_short_texts_of_a_part_are_the_whole_sites_to_look_at(site):
    part = site.part("campaign", "rest-day")
    assert list(part.records()) == []
    assert list(part.texts()) == []
    assert list(site.records())
