"""The records of a site are read once; what is kept of them is what was read."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import ROOT, TODAY, Repository, load_all

from suluh.load import load_records
from suluh.model.originals import originals, words_originals
from suluh.model.site import TEXTS, Site
from suluh.pipeline.records import _KEPT, LISTED, KeptRecords, Overview, Records, _lines
from suluh.scan import scan
from suluh.store import Store

READ = ("content", "directory", "campaigns", "overrides", "handbook")


def records_of(root: Path, store: Store) -> Records:
    """Look at the records of a repository as a build does."""
    return Records(root, store, scan(root, READ, {}), TODAY, "engine")


def looked(repository: Repository, name: str = "store") -> Overview:
    """Look at the records with nothing kept."""
    return records_of(repository.root, Store(repository.path(f".{name}"))).overview


def loaded(root: Path) -> Site:
    """Load the records alone, without the places where they were written, and what may be shown of organisations."""
    site, problems = load_records(root)
    assert site is not None
    assert problems == []
    bare = replace(site, origins={}, waivers=(), allowances=(), glossary={}, backs={}, whole=site.known)
    return replace(bare, organisations={}, listings=site.public)


# --- what is kept ---


@pytest.mark.parametrize("name", ["flagship", "riverside"])
def test_what_was_kept_of_the_records_is_what_was_read(name: str, tmp_path: Path, riverside: Repository) -> None:
    site = loaded(ROOT if name == "flagship" else riverside.root)
    store = Store(tmp_path / "store")
    store.keep("0" * 40, _lines(site))
    again = KeptRecords(store, "0" * 40).holding({name for listed in LISTED.values() for name in listed})
    assert again == site
    assert repr(again) == repr(site), "digests are made of what Python writes of them"


def test_every_field_of_a_site_that_holds_records_is_kept() -> None:
    """Long texts belong to parts, places are for people who read of faults, waivers are kept with what is wrong.

    Of organisations and stories only that is kept which may be shown.
    """
    texts = {"pages" if kind == "page" else f"{kind}_texts" for kind in TEXTS}
    elsewhere = {
        *texts,
        "leaning",
        "outdated",
        "glossary",
        "backs",
        "standings",
        "waivers",
        "allowances",
        "origins",
        "organisations",
        "stories",
        "gone_stories",
    }
    assert set(_KEPT) == set(Site.__slots__) - elsewhere


def test_only_the_lists_that_are_asked_for_are_read(riverside: Repository) -> None:
    store = Store(riverside.path(".store"))
    kept = KeptRecords(store, records_of(riverside.root, store).kept)
    assert (kept.holding(()).guides, kept.holding(()).listings) == ({}, {})
    assert list(kept.holding(["guides"]).guides) == ["unpaid-work"]
    assert kept.holding(["guides"]).listings == {}


def test_the_second_look_is_not_a_look(riverside: Repository) -> None:
    store = Store(riverside.path(".store"))
    first = records_of(riverside.root, store)
    told, key = first.overview, first.kept
    known = scan(riverside.root, READ, {})
    for path in riverside.path("content").rglob("*.yml"):
        path.write_text("[", "utf-8")
    second = Records(riverside.root, store, known, TODAY, "engine")
    assert (second.overview, second.kept) == (told, key)


def test_records_that_are_gone_from_the_store_are_read_again(riverside: Repository) -> None:
    store = Store(riverside.path(".store"))
    key = records_of(riverside.root, store).kept
    path = store.folder / "results" / key[:2] / key[2:]
    path.unlink()
    again = records_of(riverside.root, store)
    assert again.kept == key
    assert KeptRecords(store, key).holding(["guides"]).guides


# --- what changes when something changes ---


def test_everything_that_can_be_read_anew_is_looked_at_anew(riverside: Repository) -> None:
    """Another day, another engine, another file."""
    store = Store(riverside.path(".store"))
    known = scan(riverside.root, READ, {})
    keys = {
        Records(riverside.root, store, known, TODAY, "engine").kept,
        Records(riverside.root, store, known, TODAY.replace(year=2027), "engine").kept,
        Records(riverside.root, store, known, TODAY, "other").kept,
    }
    riverside.change("content/site.yml", "name: Khom Loi", "name: Khom Klai")
    keys.add(records_of(riverside.root, store).kept)
    riverside.write("content/new.yml", "")
    keys.add(records_of(riverside.root, store).kept)
    riverside.path("content/new.yml").rename(riverside.path("content/newer.yml"))
    keys.add(records_of(riverside.root, store).kept)
    assert len(keys) == 6


def test_an_edit_of_a_long_text_is_no_edit_of_the_records(riverside: Repository) -> None:
    store = Store(riverside.path(".store"))
    before = records_of(riverside.root, store).kept
    riverside.write("content/guides/unpaid-work/th.md", "no front matter")
    assert records_of(riverside.root, store).kept == before


def test_a_picture_that_carries_a_script_no_more_is_told_of_no_more(riverside: Repository) -> None:
    store = Store(riverside.path(".store"))
    rules = []
    for inside in ("<script>1</script>", "<title>1</title>"):
        riverside.write("content/a.svg", f"<svg>{inside}</svg>")
        rules += [problem.rule for problem in records_of(riverside.root, store).overview.problems]
    assert rules == ["file/script", "file/unknown"]


HELPING = ("organisation/reed-network", "organisation/riverside-union")
"""They offer a kind of help that the guide names, and lead to it."""

EDITS = {
    "a guide": (
        "content/guides/unpaid-work/guide.yml",
        "order: 1",
        "order: 2",
        {
            *("guide/unpaid-work", "guides", "laws", "tools", "translations"),
            *("card/mine", "letter/ask-for-pay", "pathway/unpaid", *HELPING),
        },
    ),
    "an organisation": (
        "directory/organisations/reed-network.yml",
        'dated: "2025"',
        'dated: "2024"',
        {"organisation/reed-network", "directory"},
    ),
    "an organisation that endorses": (
        "directory/organisations/riverside-union.yml",
        "kind: union",
        "kind: cso",
        {"organisation/riverside-union", "directory", "campaign/rest-day"},
    ),
    "a campaign": (
        "campaigns/rest-day/campaign.yml",
        "risk: 0",
        "risk: 1",
        {"campaign/rest-day", "campaigns", "organisation/riverside-union"},
    ),
    "a bill": (
        "campaigns/bills/river-hours.yml",
        'on": 2026-02-01',
        'on": 2026-02-02',
        {"campaign/rest-day", "campaigns"},
    ),
    "what was counted": (
        "campaigns/rest-day/tallies.yml",
        "count: 71",
        "count: 72",
        {"campaign/rest-day", "campaigns"},
    ),
    "a target": (
        "campaigns/targets/river-minister.yml",
        "checked_on: 2026-11-01\n",
        "checked_on: 2026-11-02\n",
        {"campaign/rest-day", "campaigns"},
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "parts"), EDITS.values(), ids=EDITS)
def test_a_record_changes_the_parts_that_hold_it_and_no_other(
    riverside: Repository, file: str, old: str, new: str, parts: set[str]
) -> None:
    before = looked(riverside)
    riverside.change(file, old, new)
    after = looked(riverside, "other")
    assert changed(before.parts, after.parts) == parts
    assert after.shared == before.shared


SHARED = {
    "a fact": ("content/facts/pay.yml", "value: 4", "value: 5"),
    "a source": ("content/facts/sources.yml", 'dated: "2025-12"', 'dated: "2025-11"'),
    "the settings": ("content/site.yml", "name: Khom Loi", "name: Khom Klai"),
    "a kind of help": ("directory/services.yml", "icon: scale-balance", "icon: cash"),
    "a place": ("directory/places.yml", "my: ဘန်ကောက်", "my: ဘန်"),
    "a word": ("content/strings/km.yml", "\nlanguage: ", "\nlanguage: x"),
}


@pytest.mark.parametrize(("file", "old", "new"), SHARED.values(), ids=SHARED)
def test_what_all_parts_hold_changes_all_parts(riverside: Repository, file: str, old: str, new: str) -> None:
    before = looked(riverside)
    text = riverside.read(file)
    riverside.write(file, text.replace(old, new, 1))
    assert riverside.read(file) != text
    after = looked(riverside, "other")
    assert after.shared != before.shared
    assert changed(before.parts, after.parts) == set()


def test_that_something_is_there_is_known_to_all_parts(riverside: Repository) -> None:
    before = looked(riverside)
    riverside.write("content/guides/arrest/guide.yml", riverside.read("content/guides/unpaid-work/guide.yml"))
    after = looked(riverside, "other")
    assert after.shared != before.shared
    lists = {"guides", "laws", "pathway/unpaid", "tools", "translations"}
    assert changed(before.parts, after.parts) == {"guide/arrest", *lists, *HELPING}


UNIT = "{state: reviewed, source_digest: abcdefghijkl, by: [role:reader]}\n"


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("guides/unpaid-work#law", {"guide/unpaid-work"}),
        ("guides/unpaid-work", {"guide/unpaid-work"}),
        ("campaigns/rest-day", {"campaign/rest-day"}),
        ("pages/safety#now", {"page/safety"}),
    ],
)
def test_what_is_known_of_a_translation_changes_the_part_it_is_a_translation_of(
    riverside: Repository, key: str, parts: set[str]
) -> None:
    riverside.write("content/translations/my.yml", f"guides/nothing: {UNIT}")
    before = looked(riverside)
    riverside.write("content/translations/my.yml", f"guides/nothing: {UNIT}{key}: {UNIT}")
    after = looked(riverside, "other")
    assert changed(before.parts, after.parts) == parts
    assert after.shared == before.shared


def test_that_the_words_of_a_language_were_checked_is_known_to_all_parts(riverside: Repository) -> None:
    before = looked(riverside)
    words = load_all(riverside.root)[0]
    assert words is not None
    rows = (f"{one.key}: {UNIT.replace('abcdefghijkl', one.digest)}" for one in words_originals(words))
    riverside.write("content/translations/my.yml", "".join(rows))
    assert looked(riverside, "other").shared != before.shared


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Name what is not the same in both."""
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


# --- what is wrong ---


def test_what_is_wrong_is_kept_with_its_place(site_at) -> None:
    site = site_at("faults")
    store = Store(site.path(".store"))
    first = records_of(site.root, store).overview
    second = records_of(site.root, store).overview
    assert second == first
    assert {problem.rule for problem in first.problems} >= {"yaml/syntax", "shape/missing", "file/unknown"}
    assert {problem.rule for problem in first.broken} >= {"references/unknown", "safety/contact"}
    assert [place.line for _, place in first.waivers] == [1, 2, 3, 4, 5]


def test_without_settings_there_are_no_records_to_keep(site_at) -> None:
    site = site_at()
    site.remove("content/site.yml")
    overview = looked(site)
    assert (overview.settings, overview.parts, overview.broken) == (None, {}, ())
    assert [problem.rule for problem in overview.problems] == ["file/missing"]


def test_a_translation_of_nothing_is_told_as_often_as_it_is_asked(riverside: Repository) -> None:
    riverside.write("content/translations/my.yml", f"guides/unpaid-work#law: {UNIT}guides/nothing: {UNIT}")
    site, _ = load_all(riverside.root)
    assert site is not None
    keys = sorted(one.key for one in originals(site))
    store = Store(riverside.path(".store"))
    told = [[str(one) for one in records_of(riverside.root, store).units_problems(keys)] for _ in range(2)]
    assert told[0] == told[1]
    assert [line.partition("\n")[0] for line in told[0]] == [
        "content/translations/my.yml:2:1: error: There is no text 'guides/nothing'. [translations/unit]"
    ]


def test_a_translation_whose_text_goes_is_told_of_when_it_goes(riverside: Repository) -> None:
    riverside.write("content/translations/my.yml", f"guides/unpaid-work#law: {UNIT}")
    store = Store(riverside.path(".store"))
    records = records_of(riverside.root, store)
    assert records.units_problems(["guides/unpaid-work", "guides/unpaid-work#law"]) == []
    assert len(records.units_problems(["guides/unpaid-work"])) == 1
