"""All that writers wrote, and where they wrote it."""

import pytest

from suluh.load import load
from suluh.model.base import Model
from suluh.model.site import Site
from suluh.problem import Place


@pytest.fixture
def site(site_at) -> Site:
    """Load the small good site."""
    site, _ = load(site_at().root)
    assert site is not None
    return site


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("fact", "lowest-pay", "values", 1, "value"), Place("content/facts/pay.yml", 25, 27)),
        (("fact", "lowest-pay", "nothing", "there"), Place("content/facts/pay.yml", 16, 3)),
        (("site", "site", "languages", 2, "name"), Place("content/site.yml", 12, 16)),
        (("campaign", "rest-day", "state"), Place("campaigns/rest-day/campaign.yml", 1, 1)),
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
        *(("organisation", name) for name in ("reed-network", "riverside-union")),
        *(("service", name) for name in ("legal-support", "research")),
        ("place", "TH-10"),
        ("campaign", "rest-day"),
        ("bill", "river-hours"),
        ("target", "river-minister"),
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
    }


def test_what_is_translated_as_one_has_a_key_and_its_source_text(site):
    units = dict(site.units())
    assert [key for key in units if key.startswith("guides/")] == [
        "guides/unpaid-work",
        *(f"guides/unpaid-work#{name}" for name in ("today", "law", "dont", "help")),
    ]
    assert units["guides/unpaid-work#dont"].strip() == "- **อย่าเซ็นกระดาษเปล่า**"
    assert units["guides/unpaid-work"] == "นายจ้างไม่จ่ายค่าจ้าง\nจดวันทำงานไว้ แล้วขอความช่วยเหลือ"
    assert units["strings"].startswith("about: ")
