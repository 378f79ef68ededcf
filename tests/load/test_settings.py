"""What holds for the whole site: settings, words, translations, waivers, what is allowed."""

from datetime import date

import pytest
from tests.load.conftest import SITE, told

from suluh.load.settings import load_allowances, load_settings, load_translations, load_waivers, load_words
from suluh.model.allowance import Allowance
from suluh.model.unit import Unit
from suluh.model.waiver import Waiver


def test_settings_are_read(reader_of):
    reader = reader_of({"content/site.yml": SITE})
    settings = load_settings(reader)
    assert settings is not None
    assert (settings.name, settings.source.code, settings.currency.minor) == ("Lamp", "en", 100)
    assert reader.problems == []


def test_without_settings_there_is_no_site(reader_of):
    reader = reader_of({})
    assert load_settings(reader) is None
    assert (
        told(reader.problems)
        == """
content/site.yml:1:1: error: This file is missing, so there is no site to build. [file/missing]
    Run this in the folder that holds 'content', or write the file.
"""
    )


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "hint"),
    [
        ("name: Lamp", "nmae: Lamp", "1:1", "'nmae' is not a key that belongs here. [shape/unknown]",
         "Did you mean 'name'?"),
        ("https://lamp.example/", "https://lamp.example", "3:1",
         "'address' cannot be written as 'https://lamp.example'. [shape/form]",
         "Write the whole address: https:// at the start, / at the end."),
        ("https://lamp.example/", "http://lamp.example/", "3:1",
         "'address' cannot be written as 'http://lamp.example/'. [shape/form]",
         "Write the whole address: https:// at the start, / at the end."),
        ("[{code: en, name: English}]", "[]", "4:1", "'languages' is empty. [shape/empty]",
         "Write a line 'languages: …'."),
        ("code: en", "code: english", "4:14", "'code' cannot be written as 'english'. [shape/form]",
         "Write the BCP 47 code of the language, such as ms, fil or zh-Hans."),
        ("name: English", "name: English, direction: left", "4:39", "'direction' cannot be 'left'. [shape/choice]",
         "Write one of: ltr, rtl."),
        ("symbol: $", "symbol: $, minor: 7", "5:23", "'minor' cannot be '7'. [shape/choice]",
         "Write 1, 10, 100 or 1000."),
        ("currency:", "pages: [abuot]\ncurrency:", "5:9", "Entry 1 cannot be 'abuot'. [shape/choice]",
         "Did you mean 'about'?"),
        ("currency:", "budgets: {home: heavy}\ncurrency:", "5:11", "'home' must be a whole number. [shape/type]",
         "Write digits only, without quotes."),
    ],
)  # fmt: skip
def test_a_fault_in_the_settings_stands_alone(reader_of, old, new, place, what, hint):
    reader = reader_of({"content/site.yml": SITE.replace(old, new, 1)})
    assert load_settings(reader) is None
    missing = "\ncontent/site.yml:1:1: error: 'name' is missing. [shape/missing]\n    Add a line 'name: …'."
    also = missing if "nmae" in new else ""
    assert told(reader.problems) == f"{also}\ncontent/site.yml:{place}: error: {what}\n    {hint}\n"


def test_words_are_read_by_their_language(reader_of):
    reader = reader_of({"content/strings/en.yml": "home: Home\n", "content/strings/pt.yml": "home: Início\n"})
    assert load_words(reader) == {"en": {"home": "Home"}, "pt": {"home": "Início"}}
    assert reader.problems == []


@pytest.mark.parametrize("text", ["5", "", '" "', "[Home]", "{en: Home}", "true"])
def test_a_word_is_text(reader_of, text):
    reader = reader_of({"content/strings/en.yml": f"skip: Skip\nhome: {text}\n"})
    assert load_words(reader)["en"].get("home", "").strip() == ""
    assert (
        told(reader.problems)
        == """
content/strings/en.yml:2:1: error: 'home' must be text. [shape/type]
    Put it in double quotes.
"""
    )


def test_what_is_known_of_translations_is_read_by_language_and_text(reader_of):
    unit = '{state: reviewed, source_digest: abcdefghijkl, by: [role:translator], "on": 2026-11-01}'
    reader = reader_of({"content/translations/pt.yml": f"guides/pay#law: {unit}\n"})
    known = Unit(state="reviewed", source_digest="abcdefghijkl", by=("role:translator",), on=date(2026, 11, 1))
    assert load_translations(reader) == {"pt": {"guides/pay": {"law": known}}}
    assert reader.problems == []


def test_a_record_of_a_translation_names_a_role_and_never_a_person(reader_of):
    unit = '{state: reviewed, source_digest: "abcdefghijkl", by: [Somebody]}'
    reader = reader_of({"content/translations/pt.yml": f"guides/pay#law: {unit}\n"})
    assert load_translations(reader) == {"pt": {}}
    assert (
        told(reader.problems)
        == """
content/translations/pt.yml:1:71: error: Entry 1 cannot be written as 'Somebody'. [shape/form]
    Write a role, such as role:directory-team; never a person.
"""
    )


def test_waivers_are_read_in_their_order(reader_of):
    lines = "".join(f"- {{rule: a/b, file: {name}, reason: So., until: 2026-12-31}}\n" for name in ("x", "y"))
    reader = reader_of({"content/waivers.yml": lines})
    assert load_waivers(reader) == tuple(
        Waiver(rule="a/b", file=name, reason="So.", until=date(2026, 12, 31)) for name in ("x", "y")
    )
    assert reader.problems == []


def test_a_site_may_have_no_waivers(reader_of):
    assert load_waivers(reader_of({})) == ()


def test_a_waiver_has_a_reason_and_a_last_day(reader_of):
    reader = reader_of({"content/waivers.yml": "- {rule: a/b, file: x}\n"})
    assert load_waivers(reader) == ()
    assert (
        told(reader.problems)
        == """
content/waivers.yml:1:3: error: 'reason' is missing. [shape/missing]
    Add a line 'reason: …'.
content/waivers.yml:1:3: error: 'until' is missing. [shape/missing]
    Add a line 'until: 2026-11-22', with the right day.
"""
    )


def test_what_is_allowed_is_read_in_its_order(reader_of):
    lines = "".join(f"- {{what: a b, file: {name}, reason: So., until: 2026-12-31}}\n" for name in ("x", "y"))
    reader = reader_of({"content/allowed.yml": lines})
    assert load_allowances(reader) == tuple(
        Allowance(what="a b", file=name, reason="So.", until=date(2026, 12, 31)) for name in ("x", "y")
    )
    assert reader.problems == []
    assert load_allowances(reader_of({"content/allowed.yml": "[]\n"})) == ()


def test_on_a_site_that_allows_nothing_nothing_is_allowed(reader_of):
    assert load_allowances(reader_of({})) == ()


def test_what_is_allowed_has_a_reason_and_a_last_day(reader_of):
    reader = reader_of({"content/allowed.yml": "- {what: a, file: x}\n"})
    assert load_allowances(reader) == ()
    assert [problem.message for problem in reader.problems] == ["'reason' is missing.", "'until' is missing."]
