"""Beginning a campaign: whatever is typed, what is written passes the check, or nothing is written."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT, TODAY, Repository, SiteAt, copied, load_all
from tests.test_second_country import FIRST

from suluh.check import check
from suluh.check.private import private_in
from suluh.edit import plan_campaign
from suluh.edit.campaign import record_of
from suluh.edit.draft import completed, slug_of, tidied
from suluh.edit.quoting import quoted
from suluh.load.raw import read_raw
from suluh.model.campaign import AUDIENCES, Campaign
from suluh.model.writing import Beginning, Desk, Draft, NewOffice, Said
from suluh.pipeline import Order, begin_campaign
from suluh.pipeline import desk as desk_of
from suluh.problem import Severity
from suluh.source import parse_yaml

TEMPLATES = ROOT / "src/suluh/edit/templates"
SAID = Said("Rest for everybody", "Everybody who works needs a day of rest.", ("A day of rest", "Wages on time"))
DRAFT = Draft(said={"th": SAID}, target="river-minister")
OFFICE = NewOffice({"th": "The river office (invented)"}, {"th": "It can decide."}, "invented-gazette")
DESK = Desk({"en": "English", "ms": "Bahasa Melayu"}, "ms", targets={"minister": {"en": "The minister"}})
MALAY = Said("Rehat untuk semua", "Setiap orang yang bekerja memerlukan hari rehat.", ("Hari rehat", "Gaji tepat masa"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Give a small site in which one campaign after the other begins, and is taken out again."""
    return copied("riverside", tmp_path_factory.mktemp("small") / "riverside")


@pytest.fixture
def own(site_at: SiteAt) -> Repository:
    return site_at()


def begun(site: Repository, draft: Draft, today: date = TODAY) -> Beginning:
    return begin_campaign(Order(site.root, site.root / "site", today), draft)


def held(site: Repository) -> dict[str, bytes]:
    return {
        path.relative_to(site.root).as_posix(): path.read_bytes() for path in site.root.rglob("*") if path.is_file()
    }


def wrong_in(site: Repository) -> list[str]:
    """Say what the check stops at: in records and texts, and in the files as they lie there."""
    loaded, problems = load_all(site.root)
    assert loaded is not None
    icons = frozenset(icon for _, _, one in loaded.records() if isinstance(icon := getattr(one, "icon", None), str))
    found = [*problems, *check(loaded, TODAY, icons)]
    entered = [
        one.problem
        for file in held(site)
        if file.startswith("campaigns/")
        for one in private_in(read_raw(site.root, file))
    ]
    return [str(one) for one in (*found, *entered) if one.severity is Severity.ERROR]


# --- what is written ---


def test_what_begins_is_a_draft_with_everything_that_must_be_said(own: Repository) -> None:
    done = begun(own, DRAFT)
    assert (done.written, done.slug, done.refused, done.problems) == (True, "rest-for-everybody", (), ())
    assert [edit.file for edit in done.edits] == [
        "campaigns/rest-for-everybody/campaign.yml",
        "campaigns/rest-for-everybody/th.md",
    ]
    site, problems = load_all(own.root)
    assert site is not None
    assert problems == []
    one = site.campaigns["rest-for-everybody"]
    assert (one.state, one.since, one.shown) == ("draft", TODAY, False)
    assert done.slug not in site.known.campaigns
    has = [section.id for section in site.campaign_texts[done.slug]["th"].sections]
    assert has == ["why", *one.sections(), "message-short", "message-story", "message-question"]
    assert wrong_in(own) == []


@pytest.mark.parametrize("workers", [True, False])
@pytest.mark.parametrize("letter", [True, False])
@pytest.mark.parametrize("paper", [True, False])
def test_every_choice_passes_the_check_and_only_what_is_there_is_offered(
    own: Repository, workers: bool, letter: bool, paper: bool
) -> None:
    done = begun(own, replace(DRAFT, workers=workers, letter=letter, paper=paper))
    assert done.written
    assert wrong_in(own) == []
    one = Campaign.model_validate(parse_yaml("", own.read(f"campaigns/{done.slug}/campaign.yml")).value)
    offered = {who for action in one.actions for who in action.audience}
    assert ("worker" in offered) == workers
    assert {*AUDIENCES} - {"worker", "employer"} <= offered
    assert {action.kind for action in one.actions} == {"read", "share", *["letter"] * letter, *["paper"] * paper}
    assert (one.letter is not None, one.paper is not None) == (letter, paper)
    assert all(action.needs_organiser for action in one.actions if action.risk > 1)


def test_a_new_office_stands_in_a_file_of_its_own(own: Repository) -> None:
    done = begun(own, replace(DRAFT, target="", office=OFFICE))
    file = "campaigns/targets/the-river-office-invented.yml"
    assert done.edits[-1].file == file
    assert parse_yaml(file, own.read(file)).value == {
        "name": OFFICE.name, "role": OFFICE.role, "source": ("invented-gazette",), "checked_on": TODAY,
    }  # fmt: skip
    assert "targets: [the-river-office-invented]" in own.read(f"campaigns/{done.slug}/campaign.yml")
    assert wrong_in(own) == []


def test_the_record_is_read_as_it_was_meant() -> None:
    draft = completed(Draft(said={"en": SAID}, target="minister"), DESK)
    [written] = [edit.after for edit in plan_campaign(ROOT, draft, DESK, TODAY).edits if edit.file.endswith(".yml")]
    assert Campaign.model_validate(parse_yaml("", written or "").value) == record_of(draft, DESK, TODAY)


def test_the_language_of_the_office_is_written_where_somebody_can_write_it(tmp_path: Path) -> None:
    both = plan_campaign(tmp_path, Draft(said={"ms": MALAY, "en": SAID}, target="minister"), DESK, TODAY)
    texts = {edit.file.rpartition("/")[2]: edit.after or "" for edit in both.edits}
    assert texts.keys() == {"campaign.yml", "en.md", "ms.md"}
    assert re.findall(r"\{#.*\}", texts["en.md"]) == re.findall(r"\{#.*\}", texts["ms.md"])
    assert "## Hari rehat {#ask-a-day-of-rest}" in texts["ms.md"]
    one = plan_campaign(tmp_path, Draft(said={"en": SAID}, target="minister"), DESK, TODAY)
    assert [edit.after for edit in one.edits] == [texts["campaign.yml"], texts["en.md"]]


@pytest.mark.slow
def test_on_the_flagship_both_languages_pass_the_check(tmp_path: Path) -> None:
    for folder in ("content", "directory", "campaigns"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    order = Order(tmp_path, tmp_path / "site", TODAY)
    desk, problems = desk_of(order)
    assert desk is not None
    assert ([*desk.languages][:2], desk.office, problems) == (["en", "ms"], "ms", ())
    done = begin_campaign(order, Draft(said={"en": SAID, "ms": MALAY}, target="minister-human-resources"))
    assert [str(one) for one in done.problems] == []
    assert done.written


def test_a_language_without_ready_made_texts_says_that_they_are_in_another_one(own: Repository) -> None:
    desk = Desk({"nl": "Nederlands"}, "nl", targets={"minister": {"nl": "De minister"}})
    draft = Draft(slug="rust", said={"nl": SAID}, target="minister")
    texts = [edit.after or "" for edit in plan_campaign(own.root, draft, desk, TODAY).edits if edit.file[-3:] == ".md"]
    assert ["# There are no ready-made texts in this language yet" in text for text in texts] == [True]
    both = Draft(slug="rest", said={"en": SAID, "ms": MALAY}, target="minister")
    edits = plan_campaign(own.root, both, DESK, TODAY).edits
    assert len(edits) == 3
    for edit in edits:
        assert "no ready-made texts" not in (edit.after or "")


@pytest.mark.parametrize("code", sorted(path.stem for path in TEMPLATES.glob("*.yml")))
def test_the_ready_made_texts_of_each_language_say_as_much_as_the_english_ones(code: str) -> None:
    texts, first = (parse_yaml("", (TEMPLATES / f"{one}.yml").read_text("utf-8")).value for one in (code, "en"))
    assert list(texts) == list(first)
    for key, one in first.items():
        for part, text in one.items():
            assert texts[key][part].count("\n- ") == text.count("\n- "), key
            assert set(re.findall(r"\$\w+", texts[key][part])) == set(re.findall(r"\$\w+", text)), key


def test_a_long_title_does_not_stand_on_the_poster(own: Repository) -> None:
    title = "A day of rest in each week for everybody who works in a house"
    assert 60 < len(title) <= 65
    done = begun(own, replace(DRAFT, said={"th": replace(SAID, title=title)}))
    assert "## เราร่วมกันเรียกร้อง {#poster}" in own.read(f"campaigns/{done.slug}/th.md")
    assert wrong_in(own) == []


# --- whatever is typed ---

SIGNS = "abcdefghij xyzพักผ่อนနားရက်ថ្ងៃঅধিকারاردو休息ñé,.?!'’\"&%-–:;()/#$€0123456789"
WORDS = st.builds("{}{}".format, st.sampled_from('aRพနថঅا休1“"'), st.text(st.sampled_from(SIGNS), max_size=60))
ODD = st.sampled_from([
    "on", "yes", "null", "~", "1", "2026-11-28", "a: b", "a #b", "- a", "# a", "## a {#b}", "1. a", "{a}", "[^a]",
    "[a](https://a.example)", "<b>a</b>", "&amp;", "a\nb", "---", "'", '"', "\\", "`a`", "*a*", "฿1,300", "020000009",
    "help@river.example", "\u202ea", "\u0430bc", "\u200b", "\x00", "\ufeff", "😀", "a" * 400, " ", "?a", "%a", "@a",
    "|", "https://a.example/", "!a", "a$title", "$office", "${a}", "::", ", }", "a, b: c",
])  # fmt: skip
TYPED = st.one_of(WORDS, WORDS, WORDS, ODD, st.builds("{} {}".format, WORDS, ODD), st.text(max_size=40))


@st.composite
def typed(draw: st.DrawFn) -> Said:
    """Draw what is good but for one thing, which can be anything."""
    what = draw(st.sampled_from(["title", "summary", "asks"]))
    text = st.lists(TYPED, min_size=1, max_size=3).map(tuple) if what == "asks" else TYPED
    changed: dict[str, Any] = {what: draw(text)}
    return replace(SAID, **changed)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=typed(), name=st.sampled_from(["typed", ""]))
@example(said=Said("a: b", "'on' #1", ("yes", "null", "2026-11-28")), name="typed")
@example(said=replace(SAID, summary="We ask for ฿1,300 a day"), name="typed")
@example(said=replace(SAID, title="😀"), name="typed")
def test_what_is_written_passes_the_check_or_nothing_is_written(small: Repository, said: Said, name: str) -> None:
    before = held(small)
    done = begun(small, replace(DRAFT, slug=name, said={"th": said}))
    try:
        assert done.written != bool(done.refused or done.problems)
        if done.written:
            assert wrong_in(small) == []
            texts = load_all(small.root)[0]
            assert texts is not None
            prose = texts.campaign_texts[done.slug]["th"]
            asks = tuple(section.heading for section in prose.sections if section.id.startswith("ask-"))
            assert Said(prose.title, prose.summary, asks) == Said(
                tidied(said.title), tidied(said.summary), tuple(map(tidied, said.asks))
            )
        else:
            assert held(small) == before
    finally:
        if done.slug and done.written:
            shutil.rmtree(small.path(f"campaigns/{done.slug}"))


PLAIN = st.lists(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=9), min_size=1, max_size=6)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=PLAIN, asks=st.lists(PLAIN, min_size=1, max_size=5))
def test_plain_words_are_always_taken(small: Repository, title: list[str], asks: list[list[str]]) -> None:
    said = Said(" ".join(title), " ".join(title), tuple(" ".join(ask) for ask in asks))
    done = begun(small, replace(DRAFT, slug="plain", said={"th": said}))
    shutil.rmtree(small.path("campaigns/plain"))
    assert done.written


@given(st.text(max_size=60))
def test_a_short_name_can_be_a_folder_and_an_address(text: str) -> None:
    slug = slug_of(text)
    assert not slug or re.fullmatch(r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 40


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("A weekly day of rest", "a-weekly-day-of-rest"),
        ("Workers' rest – now!", "workers-rest-now"),
        ("Rèst, tôi", "rest-toi"),
        ("วันหยุด", ""),
        ("2026", ""),
        ("rest " * 12, "rest-rest-rest-rest-rest-rest-rest-rest"),
        ("x" * 70, "x" * 40),
    ],
)
def test_a_short_name_is_made_of_the_title(text: str, slug: str) -> None:
    assert slug_of(text) == slug


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_words_in_yaml_are_read_as_they_were_meant(text: str) -> None:
    assert parse_yaml("", f"key: {quoted(text)}").value == {"key": text}


# --- what is refused ---


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"target": "river-ministre"}, "There is no target 'river-ministre'. Did you mean 'river-minister'?"),
        ({"target": "../x"}, "There is no target '../x'."),
        ({"slug": "rest-day"}, "There is a campaign 'rest-day' already."),
        ({"slug": "bills"}, "'bills' cannot be the short name."),
        ({"slug": "../x"}, "'../x' cannot be the short name."),
        ({"slug": "Rest"}, "'Rest' cannot be the short name."),
        ({"slug": "2026"}, "'2026' cannot be the short name."),
        ({"said": {}}, "The title: Nothing stands here."),
        ({"said": {"th": replace(SAID, title="วันหยุด")}}, "The title gives no short name."),
        ({"said": {"th": replace(SAID, title="r" * 66)}}, "The title: This has 66 signs; 65 are the most."),
        ({"said": {"th": replace(SAID, summary="r" * 201)}}, "The summary: This has 201 signs; 200 are the most."),
        ({"said": {"th": replace(SAID, asks=("r" * 141,))}}, "The ask 1: This has 141 signs; 140 are the most."),
        ({"said": {"th": replace(SAID, asks=())}}, "A campaign asks for 1 to 5 things; here are 0."),
        ({"said": {"th": replace(SAID, asks=("a",) * 6)}}, "A campaign asks for 1 to 5 things; here are 6."),
        ({"said": {"th": replace(SAID, summary="Rest {now}")}}, "The summary: '{' cannot stand here."),
        ({"said": {"th": replace(SAID, summary="- rest")}}, "The summary: Begin with a word."),
        ({"said": {"th": SAID, "xx": SAID}}, "'xx' is no language of this site. Write one of: th, my, km."),
        ({"office": OFFICE}, "There is a target 'river-minister' already."),
        ({"target": "", "office": replace(OFFICE, name={})}, "The name of the office: Nothing stands here."),
        ({"target": "", "office": replace(OFFICE, role={"th": "*"})}, "The sentence on what it can do: '*' cannot"),
        ({"target": "", "office": replace(OFFICE, source="gazete")}, "There is no source 'gazete'."),
        ({"target": "../x", "office": OFFICE}, "'../x' cannot be the name of a target."),
    ],
)
def test_what_cannot_be_written_is_told_in_a_sentence(
    small: Repository, changed: dict[str, Any], sentence: str
) -> None:
    before = held(small)
    done = begun(small, replace(DRAFT, **changed))
    assert [one for one in done.refused if one.startswith(sentence)], done.refused
    assert (done.written, held(small)) == (False, before)


def test_another_language_asks_for_the_same(tmp_path: Path) -> None:
    draft = Draft(said={"en": SAID, "ms": replace(MALAY, asks=MALAY.asks[:1])}, target="minister")
    [sentence] = plan_campaign(tmp_path, draft, DESK, TODAY).refused
    assert sentence == "In Bahasa Melayu something else is asked: write each ask, in the same order."


@pytest.mark.parametrize(
    ("summary", "rule"),
    [
        ("We ask for ฿1,300 a day", "facts/amount"),
        ("Call us: 02-000 0009", "private/phone"),
        ("Write to help@river.example", "private/email"),
        ("A \u202eday", "safety/hidden"),
        ("Read https://river.example/", "campaigns/plain"),
    ],
)
def test_what_the_check_would_stop_at_is_told_and_not_written(small: Repository, summary: str, rule: str) -> None:
    before = held(small)
    done = begun(small, replace(DRAFT, said={"th": replace(SAID, summary=summary)}))
    assert rule in {one.rule for one in done.problems}
    assert {one.place.file for one in done.problems} == {"campaigns/rest-for-everybody/th.md"}
    assert (done.written, held(small)) == (False, before)


def test_a_folder_in_which_something_lies_already_is_left(own: Repository) -> None:
    own.write("campaigns/rest-for-everybody/th.md", "---\ntitle: mine\nsummary: mine\n---\n")
    before = held(own)
    assert begun(own, DRAFT).refused == ("campaigns/rest-for-everybody/th.md is there already. Choose another name.",)
    assert held(own) == before


def test_without_settings_nothing_begins(tmp_path: Path) -> None:
    done = begun(Repository(tmp_path), DRAFT)
    assert [one.rule for one in done.problems] == ["file/missing"]


@pytest.mark.parametrize("last", range(3))
def test_a_fault_in_the_midst_leaves_nothing(own: Repository, monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    before, calls, replaced = held(own), [0], Path.replace

    def failing(path: Path, target: Path) -> Path:
        calls[0] += 1
        if calls[0] == last + 1:
            raise OSError(28, "No space left on device", str(path))
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    done = begun(own, replace(DRAFT, target="", office=OFFICE))
    assert [one.rule for one in done.problems] == ["edit/write"]
    assert held(own) == before
    assert not own.path("campaigns/rest-for-everybody").exists()


# --- the ready-made texts ---


def test_ready_made_texts_are_the_same_in_every_language() -> None:
    texts = {path.stem: parse_yaml(path.name, path.read_text("utf-8")).value for path in TEMPLATES.glob("*.yml")}
    assert {"en", "ms"} <= texts.keys()
    for said in texts.values():
        assert list(said) == list(texts["en"])
        for name, one in said.items():
            other = texts["en"][name]
            assert one.keys() == other.keys()
            for key in one:
                assert re.findall(r"\$\w+|^- |\d+|\*\*", one[key], re.MULTILINE) == re.findall(
                    r"\$\w+|^- |\d+|\*\*", other[key], re.MULTILINE
                )
                assert one[key].count("\n\n") == other[key].count("\n\n")


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.yml")), ids=lambda path: path.stem)
def test_ready_made_texts_know_no_country_and_no_number(path: Path) -> None:
    text = path.read_text("utf-8")
    assert FIRST.findall(text) == []
    assert re.findall(r"\d", text) == []
