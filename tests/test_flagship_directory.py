"""The directory of the flagship: whom it names, what it stands on, and what it never says."""

from collections import Counter
from collections.abc import Iterator

import pytest
from tests.conftest import ROOT

from suluh.load import load_records
from suluh.model.base import texts_of
from suluh.model.organisation import GUARDED, OFFICES, Organisation
from suluh.model.site import Site

MAPPED = (
    "acts", "asylum-access", "bwi", "caram-asia", "dmim-johor", "dmim-malacca", "eieusr", "engage-media", "fssg",
    "gefont", "good-shepherd", "hei", "htws", "idea", "kechara", "liber8", "migrant-care", "migrant88", "mm-kl",
    "mtuc", "mtuc-penang", "mwg", "nppf", "nsi", "panap", "pdmm", "penang-shtc", "pmm-seremban", "psm-migrant-desk",
    "psws", "pww", "satip", "sentro", "serantau", "tenaganita", "tenaganita-penang", "tft", "tkij", "wao",
)  # fmt: skip
"""The organisations that the mapping of 2016 names; two more gave no name, and have no entry."""

MAPPING = "ilo-mapping-2016"
HIDING = ("shelter", "rumah perlindungan", "safe house")


@pytest.fixture(scope="module")
def site() -> Site:
    """Read the records of the flagship."""
    read, problems = load_records(ROOT)
    assert problems == []
    assert read is not None
    return read


def of_kind(site: Site, *kinds: str) -> dict[str, Organisation]:
    """Pick the entries of some kinds, of which there are some."""
    found = {name: one for name, one in site.organisations.items() if one.kind in kinds}
    assert found
    return found


def said_of(one: Organisation) -> Iterator[str]:
    """Give every text of an entry but its own names, in lower case."""
    for path, text in texts_of(one):
        if path != ("name",):
            yield from (said.lower() for said in text.values())


# --- the mapping of 2016 ---


def test_every_organisation_that_the_mapping_names_is_listed(site):
    assert len(MAPPED) == 39
    assert set(MAPPED) <= set(site.organisations)


def test_what_the_mapping_says_is_old_and_unverified(site):
    for name in MAPPED:
        one = site.organisations[name]
        assert (one.verification.state, one.source.id, one.source.dated) == ("unverified", MAPPING, "2016-12"), name


def test_the_kinds_are_those_that_the_mapping_counts(site):
    counted = Counter(site.organisations[name].kind for name in MAPPED)
    assert counted == {"cso": 24, "union": 6, "fbo": 5, "cbo": 4}


# --- groups that workers formed ---


def test_no_community_organisation_can_be_found_by_its_entry(site):
    for name, one in of_kind(site, *GUARDED).items():
        kept_out = (one.base, one.reach, one.networks, one.website, one.lines, one.contact, one.front_door)
        assert not any(kept_out), name


def test_no_text_of_a_community_organisation_names_a_place(site):
    places = {said.lower() for place in site.places.values() for said in place.name.values()}
    for name, one in of_kind(site, *GUARDED).items():
        found = [place for place in (*places, "southern", "selatan") for said in said_of(one) if place in said]
        assert found == [], name


# --- what is said stands on something ---


def test_every_contact_website_and_line_has_a_source_and_a_day(site):
    for name, one in site.organisations.items():
        values = [value for line in one.lines for value in site.facts[line].values]
        for known in (*one.contact, *values, *((one.website,) if one.website else ())):
            assert known.source, name
            assert set(known.source) <= set(site.sources), name
            assert known.checked_on.year >= 2026, name


def test_no_number_is_kept_before_somebody_called_it(site):
    """Numbers that two sources give are phone lines, which stand with the facts."""
    assert [name for name, one in site.organisations.items() if one.contact and one.verification.on is None] == []
    for name, one in site.organisations.items():
        assert all(value.grade == "A" for line in one.lines for value in site.facts[line].values), name


def test_every_source_of_the_directory_is_used(site):
    used = {one.source.id for one in site.organisations.values()}
    used |= {source for one in site.organisations.values() if one.website for source in one.website.source}
    registered = {
        name for name in site.sources if site.place("source", name).file == "content/facts/sources-directory.yml"
    }
    assert registered
    assert registered <= used


def test_names_and_descriptions_stand_in_english_and_malay(site):
    for name, one in site.organisations.items():
        for path, text in texts_of(one):
            assert {"en", "ms"} <= set(text), (name, path)


# --- what is never said, and what always is ---


def test_no_entry_tells_where_people_hide(site):
    for name, one in site.organisations.items():
        every = " ".join((*said_of(one), *one.name.values(), *one.also_known_as)).lower()
        assert [word for word in HIDING if word in every] == [], name


def test_every_embassy_warns_who_fled(site):
    for name, one in of_kind(site, "embassy").items():
        assert one.not_for is not None, name
        assert one.not_for["en"].startswith("If you fled your country, do not contact its embassy"), name
        assert one.not_for["ms"].startswith("Jika anda lari dari negara anda, jangan hubungi kedutaannya"), name


def test_every_government_office_warns_who_has_no_valid_pass(site):
    for name, one in of_kind(site, "government").items():
        assert one.front_door is not None, name
        assert "No valid pass" in one.front_door["en"], name
        assert "arrest" in one.front_door["en"], name
        assert "Tiada pas yang sah" in one.front_door["ms"], name
        assert "ditangkap" in one.front_door["ms"], name


def test_public_offices_are_not_called_verified_before_somebody_asked(site):
    assert {one.verification.state for one in of_kind(site, *OFFICES, "international").values()} == {"unverified"}


# --- when phone lines answer ---


def test_a_line_that_answers_day_and_night_is_open_through_the_week(site):
    for name, fact in site.facts.items():
        if fact.hours is not None and fact.hours["en"] == "Day and night":
            assert [(len(one.days), one.opens, one.closes) for one in fact.opening] == [(7, "00:00", "24:00")], name


def test_a_line_tells_a_program_its_hours_when_it_tells_readers(site):
    lines = {name: fact for name, fact in site.facts.items() if fact.kind == "line"}
    assert lines
    assert {name for name, one in lines.items() if one.opening} == {name for name, one in lines.items() if one.hours}
