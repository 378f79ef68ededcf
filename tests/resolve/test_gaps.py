"""Figures about the directory: what they say, and that nobody can find a few organisations in them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.resolve.conftest import FILES, TODAY, EditionOf, PageOf, SiteOf

from suluh.model.figure import Figure
from suluh.model.listing import LEAST
from suluh.model.organisation import Organisation
from suluh.model.reading import Part
from suluh.model.report import Report
from suluh.model.site import Site
from suluh.resolve.gaps import apart, figures, in_spans, rounded
from suluh.resolve.pages import Pages
from suluh.resolve.reading import Choosing

KINDS = ("union", "cso", "cbo", "network", "embassy")
SERVICES = ("legal", "training", "unused")
SECTIONS = ("kinds", "services", "places", "directory", "freshness")
FEW = "en figure-few"

Organisations = Mapping[str, Organisation]


def listed(
    kind: str = "cso", source: str = "survey", dated: str = "2016-12", services: Sequence[str] = (), **more: Any
) -> Organisation:
    """Invent an organisation."""
    return Organisation.model_validate({
        "name": {"en": "One (invented)"}, "kind": kind, "tier": "yellow", "about": {"en": "They help."},
        "source": {"id": source, "dated": dated}, "verification": {"state": "unverified"},
        "services": tuple(services), **more,
    })  # fmt: skip


def many(*some: tuple[int, Organisation]) -> Organisations:
    """Give so many of each."""
    every = [one for count, one in some for _ in range(count)]
    return {f"o{number}": one for number, one in enumerate(every)}


def report(**more: Any) -> Report:
    """Invent a report."""
    return Report.model_validate({"id": "survey", "organisations": 10} | more)


def drawn(site: Site, organisations: Organisations, *reports: Report, today: date = TODAY) -> dict[str, Figure]:
    """Draw every figure of some organisations, and of the report that they are held against."""
    [source, *_] = site.settings.languages
    held = replace(site, organisations=organisations, reports={one.id: one for one in reports})
    pages = Pages(held, source, site.settings.languages, Choosing(site.settings, source), today)
    return {one.id: one for one in figures(pages, [Part(name, name, "", "en", "ltr") for name in SECTIONS])}


def said(figure: Figure) -> list[tuple[str, str, str]]:
    """Tell a figure in short: the label of each row, ours, and the report's."""
    return [(row.label.text.removeprefix("en "), row.value, row.report) for row in figure.rows]


# --- beside a report ---


def test_kinds_stand_beside_those_of_the_report(site_of: SiteOf) -> None:
    told = report(organisations=10, unnamed={"count": 2, "name": {"en": "Unnamed"}},
                  kinds=({"kind": "cso", "count": 5}, {"kind": "union", "count": 3}))  # fmt: skip
    figure = drawn(site_of(), many((5, listed()), (3, listed("union")), (9, listed(source="gazette"))), told)["kinds"]
    assert [column.text for column in figure.columns] == ["en figure-share (8)", "en figure-report (10)"]
    assert said(figure) == [("kind-cso", "5", "5"), ("kind-union", "3", "3"), ("Unnamed", "", "2")]
    assert [(row.share, row.report_share) for row in figure.rows] == [(63, 50), (38, 30), (None, 20)]


@pytest.mark.parametrize("missing", [1, 2])
def test_where_one_or_two_were_taken_away_none_of_our_numbers_tells_of_which_kind(
    site_of: SiteOf, missing: int
) -> None:
    told = report(organisations=8, kinds=({"kind": "cso", "count": 5}, {"kind": "union", "count": 3}))
    figure = drawn(site_of(), many((5 - missing, listed()), (3, listed("union"))), told)["kinds"]
    assert figure.columns[0].text == "en figure-share"
    assert said(figure) == [("kind-cso", "", "5"), ("kind-union", "", "3")]
    assert [row.share for row in figure.rows] == [None, None]


def test_the_share_of_a_kind_of_help_stands_beside_that_of_the_report(site_of: SiteOf) -> None:
    told = report(services=({"service": "legal", "percent": 70, "note": {"en": "Why."}},))
    offering = ((6, ["legal"]), (3, ["training"]), (1, ["unused"]))
    entries = many(*((count, listed(services=some)) for count, some in offering))
    figure = drawn(site_of(), entries, told)["services"]
    assert said(figure) == [("Legal help", "60%", "70%"), ("Nobody does this", FEW, ""), ("Training", "30%", "")]
    assert [row.note.text if row.note else "" for row in figure.rows] == ["Why.", "", ""]


def test_what_is_counted_together_stands_in_no_row_of_its_own(site_of: SiteOf) -> None:
    told = report(services=({"service": "legal", "percent": 70, "also": ("training",)},))
    figure = drawn(site_of(), many((4, listed(services=["legal"])), (2, listed(services=["training"]))), told)
    assert said(figure["services"]) == [("Legal help", "100%", "70%"), ("Nobody does this", FEW, "")]


def test_only_those_that_the_report_names_stand_beside_its_shares(site_of: SiteOf) -> None:
    told = report(kinds=({"kind": "cso", "count": 10},), services=({"service": "legal", "percent": 70},))
    others = many((4, listed()), (7, listed(source="gazette", services=["legal"])), (5, listed("embassy")))
    assert said(drawn(site_of(), others, told)["services"])[0] == ("Legal help", FEW, "70%")


def test_of_a_place_it_is_said_whether_somebody_is_there_and_no_number(site_of: SiteOf) -> None:
    entries = many((4, listed(base="XA-1")), (3, listed("embassy", base="XA-2")))
    figure = drawn(site_of(), entries, report(places={"without": ("XA-2",)}))["places"]
    assert figure.columns[0].text == "en map-somebody"
    assert said(figure) == [("Upriver", "en figure-no", "en figure-no"), ("Downriver", "en figure-yes", "")]
    assert [row.holds for row in figure.rows] == [False, True]
    assert all(row.share is None and row.report_share is None for row in figure.rows)


def test_where_a_community_organisation_is_no_figure_tells(site_of: SiteOf) -> None:
    figure = drawn(site_of(), many((9, listed("cbo", base="XA-1"))))["places"]
    assert [row.holds for row in figure.rows] == [False, False]


# --- of all that are listed ---


def test_shares_of_all_are_rounded_and_few_stand_together(site_of: SiteOf) -> None:
    entries = many((24, listed()), (8, listed("union")), (2, listed("network")), (2, listed("embassy")))
    assert said(drawn(site_of(), entries)["directory"]) == [
        ("kind-union", "20%", ""),
        ("kind-cso", "70%", ""),
        ("kind-network · en kind-embassy", "10%", ""),
    ]


def test_without_a_report_the_kinds_are_those_of_all(site_of: SiteOf) -> None:
    made = drawn(site_of(), many((6, listed()), (6, listed("union"))))
    assert said(made["kinds"]) == said(made["directory"]) == [("kind-union", "50%", ""), ("kind-cso", "50%", "")]
    assert len(made["kinds"].columns) == 1


@pytest.mark.parametrize(("since", "shown"), [(0, True), (1, False), (2, False), (3, True)])
def test_while_one_or_two_have_come_since_the_report_all_are_not_shared_out(
    site_of: SiteOf, since: int, *, shown: bool
) -> None:
    entries = many((7, listed()), (5, listed("union")), (since, listed(source="gazette")))
    assert ("directory" in drawn(site_of(), entries, report())) == shown


@pytest.mark.parametrize(
    ("known", "age"),
    [
        ({"verification": {"state": "verified", "on": TODAY - timedelta(365), "how": "phone"}}, "age-year"),
        ({"verification": {"state": "verified", "on": TODAY - timedelta(366), "how": "phone"}}, "age-three"),
        ({"dated": "2026-11-01"}, "age-year"),
        ({"dated": "2024"}, "age-three"),
        ({"dated": "2023-11"}, "age-older"),
        ({"dated": "2016"}, "age-older"),
    ],
)
def test_what_is_known_is_as_old_as_the_last_check_or_else_as_its_source_may_be(
    site_of: SiteOf, known: dict[str, Any], age: str
) -> None:
    assert said(drawn(site_of(), many((6, listed(**known))))["freshness"]) == [(age, "100%", "")]


def test_a_directory_of_very_few_has_no_figures_but_of_places(site_of: SiteOf) -> None:
    assert drawn(site_of(), many((5, listed())), report(services=({"service": "legal", "percent": 1},))).keys() <= {
        "places",
        "services",
    }
    assert drawn(site_of(), many((2, listed()))).keys() == {"places"}


# --- laws ---


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 9)))
def test_what_stands_apart_is_shared_by_enough_and_nobody_is_lost(counts: dict[str, int]) -> None:
    cells = apart(counts)
    assert sorted(key for keys, _ in cells for key in keys) == sorted(key for key, count in counts.items() if count)
    assert all(count == sum(counts[key] for key in keys) for keys, count in cells)
    assert all(count >= LEAST for _, count in cells) or sum(counts.values()) < LEAST


@given(st.lists(st.integers(0, 9)))
def test_spans_are_joined_in_their_order_until_each_is_shared_by_enough(counts: list[int]) -> None:
    cells = in_spans({str(number): count for number, count in enumerate(counts)})
    assert [key for keys, _ in cells for key in keys] == [str(at) for at, count in enumerate(counts) if count]
    assert sum(count for _, count in cells) == sum(counts)
    assert all(count >= LEAST for _, count in cells) or sum(counts) < LEAST


@given(st.integers(6, 3000).flatmap(lambda of: st.tuples(st.integers(LEAST, of - 1), st.just(of))))
def test_a_rounded_share_never_tells_that_one_or_two_have_come(counted: tuple[int, int]) -> None:
    count, of = counted
    could_be = {n for n in range(LEAST, of) if rounded(n, of) == rounded(count, of)}
    for before in range(LEAST, count + 1):
        assert not {n for n in could_be if n >= before} <= {before + 1, before + 2}


DAYS = st.none() | st.integers(0, 2000).map(lambda days: TODAY - timedelta(days))
VERIFIED = DAYS.map(lambda day: {"state": "verified", "on": day, "how": "phone"} if day else {"state": "unverified"})
ENTRY = st.builds(
    listed,
    st.sampled_from(KINDS),
    source=st.sampled_from(["survey", "gazette"]),
    services=st.sets(st.sampled_from(SERVICES)).map(sorted),
    base=st.none() | st.sampled_from(["XA-1", "XA-2"]),
    verification=VERIFIED,
)
COUNTED = st.lists(st.sampled_from(KINDS), unique=True).flatmap(
    lambda kinds: st.fixed_dictionaries(dict.fromkeys(kinds, st.integers(LEAST, 12)))
)


@pytest.fixture
def small(site_of: SiteOf) -> Site:
    """Read the small site once, for all that hypothesis draws."""
    return site_of()


@given(st.lists(ENTRY, max_size=40), COUNTED, st.booleans(), st.sets(st.sampled_from(["XA-1", "XA-2"])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_listed_no_figure_tells_of_one_or_two(
    small: Site, entries: list[Organisation], kinds: dict[str, int], complete: bool, nobody: set[str]
) -> None:
    if complete:  # all that the report names are listed
        counted = Counter(one.kind for one in entries if one.source.id == "survey")
        kinds = {kind: count for kind, count in counted.items() if count >= LEAST}
    told = report(
        organisations=sum(kinds.values()) + 2,
        unnamed={"count": 2, "name": {"en": "Unnamed"}},
        kinds=tuple({"kind": kind, "count": count} for kind, count in kinds.items()),
        services=({"service": "legal", "percent": 50},),
        places={"without": tuple(sorted(nobody))},
    )
    made = drawn(small, many(*((1, one) for one in entries)), told)
    named = [one for one in entries if one.source.id == "survey" and (not kinds or one.kind in kinds)]
    held_by_kind(made, entries, named, kinds)
    for row in made["services"].rows if "services" in made and len(made["services"].columns) > 1 else ():
        name = {"Legal help": "legal", "Training": "training", "Nobody does this": "unused"}[row.label.text]
        count = sum(name in one.services for one in named)
        assert (row.share is None, row.value == FEW) == ((count < LEAST,) * 2)
    assert not [row for row in made["places"].rows if any(letter.isdigit() for letter in row.value + row.report)]


def held_by_kind(
    made: Mapping[str, Figure], entries: Sequence[Organisation], named: Sequence[Organisation], kinds: Mapping[str, int]
) -> None:
    """Hold the figures by kind against each other, and against what was counted."""
    all_of, theirs = (Counter[str](one.kind for one in some) for some in (entries, named))
    beside = made["kinds"].rows if kinds else ()
    for row, (kind, count) in zip(beside, kinds.items(), strict=False):
        assert row.value in {"", str(theirs[kind])}
        assert not row.value or (int(row.value) >= LEAST and abs(int(row.value) - count) not in {1, 2})
    assert len(theirs) < len(kinds) or theirs != kinds or all(row.value for row in beside[: len(kinds)])
    told = {kind: int(row.value) for row, kind in zip(beside, kinds, strict=False) if row.value}
    for row in made["directory"].rows if "directory" in made else ():
        parted = [label.removeprefix("en kind-") for label in row.label.text.split(" · ")]
        assert sum(all_of[kind] for kind in parted) >= LEAST
        ours = told.get(parted[0], 0) if len(parted) == 1 else 0
        could_be = {n for n in range(max(ours, LEAST), len(entries)) if rounded(n, len(entries)) == row.share}
        assert not ours or not could_be <= {ours + 1, ours + 2}


# --- the page ---

GAPS = {
    "content/site.yml": FILES["content/site.yml"] + "pages: [help, safety, gaps]\n",
    "content/pages/gaps/en.md": """---
title: Gaps
summary: Figures.
---
## Where {#places}

Here.

## Else {#else}

There.
""",
}


def test_a_figure_stands_below_the_section_that_is_named_like_it(page_of: PageOf) -> None:
    page = page_of("en/gaps/", GAPS)
    assert page.kind == "figures"
    assert [(one.id, one.title.text) for one in page.body.figures] == [("places", "Where")]
    assert page.body.table == "en/gaps/gaps.csv"
    assert page.up.route == "en/directory/"


def test_figures_speak_the_language_of_the_page(page_of: PageOf) -> None:
    [figure] = page_of("ur/gaps/", GAPS).body.figures
    assert (figure.columns[0].language, figure.columns[0].text) == ("ur", "ur map-somebody")
    assert {row.value for row in figure.rows} == {"ur figure-yes"}


def test_workers_are_not_led_to_figures_from_the_foot_of_every_page(edition_of: EditionOf) -> None:
    routes = [link.route for link in edition_of("en", GAPS).frame.links]
    assert routes == ["en/safety/", "en/translations/"]


def test_other_standing_pages_hold_no_organisation_and_no_figure(page_of: PageOf, site_of: SiteOf) -> None:
    assert page_of("en/safety/", GAPS).body.figures == ()
    site = site_of(GAPS)
    assert site.part("page", "safety").listings == {}
    assert set(site.part("page", "gaps").listings) == {"green", "yellow"}
