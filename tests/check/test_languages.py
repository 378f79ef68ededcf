"""Rules on languages and on the words of the interface."""

import json

import pytest

from suluh.model.words import KEYS

SITE = "content/site.yml"
PT = "{code: pt, name: Português, fallback: [en]}"


def spoken(**changes: object) -> str:
    """Write the words of the interface, the first ones changed, or taken out where the change is None."""
    rest = {key: " ".join((key, *(f"{{{name}}}" for name in names))) for key, names in KEYS.items()}
    return json.dumps({key: text for key, text in (changes | (rest | changes)).items() if text is not None}, indent=0)


def test_a_language_stands_once_in_the_list(said):
    told = """
content/site.yml:7:5: error: The language 'pt' stands here a second time. [languages/twice]
    Delete one of the two.
"""
    assert said((SITE, PT, f"{PT}\n  - {PT}")) == told


@pytest.mark.parametrize(
    ("language", "code"),
    [("{code: pt, name: Português, locale: zz-ZZ}", "zz-ZZ"), ("{code: pt, name: Português, locale: pt_BR}", "pt_BR")],
    ids=["unknown", "written with _"],
)
def test_it_is_known_how_a_language_writes_days(said, language, code):
    told = f"""
content/site.yml:6:33: error: Nothing is known of how '{code}' writes days. [languages/locale]
    Add 'locale:' with a language whose days its readers know, such as en.
"""
    assert said((SITE, PT, language)) == told


def test_a_language_can_borrow_the_days_of_another(said, good):
    good.path("content/strings/pt.yml").rename(good.path("content/strings/rhg.yml"))
    for file in ("content/guides/pay/pt.md",):
        good.path(file).rename(good.path(file.replace("pt.md", "rhg.md")))
    for file in ("content/site.yml", "content/facts/facts.yml", "content/guides/pay/guide.yml"):
        good.write(file, good.read(file).replace("pt: ", "rhg: "))
    organisation = ("directory/organisations/one.yml", "pt: ", "rhg: ")
    assert said(organisation, (SITE, "code: pt, name: Português", "code: rhg, name: Ruáingga, locale: en")) == ""


@pytest.mark.parametrize(
    ("fallback", "hint"), [("es", "Write one of: en."), ("pt", "Write one of: en."), ("enn", "Did you mean 'en'?")]
)
def test_a_language_falls_back_on_another_language_of_the_site(said, fallback, hint):
    told = f"""
content/site.yml:6:44: error: Português cannot fall back on '{fallback}'. [languages/fallback]
    {hint}
"""
    assert said((SITE, "fallback: [en]", f"fallback: [{fallback}]")) == told


def test_each_language_has_its_words(said, good):
    good.remove("content/strings/pt.yml")
    told = """
content/strings/pt.yml:1:1: error: The words of Português are missing. [words/missing]
    Type: build.py translations export pt. Translate that file, then import it.
"""
    assert said() == told


def test_each_word_is_there_and_no_other(said, good):
    good.write("content/strings/pt.yml", spoken(giudes="Guias", guides=None))
    told = """
content/strings/pt.yml:1:1: error: The word 'guides' is missing. [words/missing]
    Add a line 'guides: …'.
content/strings/pt.yml:2:1: error: 'giudes' is not a word of the interface. [words/unknown]
    Did you mean 'guides'?
"""
    assert said() == told


@pytest.mark.parametrize(
    ("key", "text", "wanted"),
    [
        ("as-at", "em {data}", "{date}"),
        ("as-at", "em", "{date}"),
        ("as-at", "em {date} {date}", "{date}"),
        ("borrowed", "em {language}", "{language}, {other}"),
        ("guides", "Guias {date}", "no placeholder"),
    ],
    ids=["renamed", "missing", "twice", "one of two", "too many"],
)
def test_a_word_keeps_its_placeholders(said, good, key, text, wanted):
    good.write("content/strings/pt.yml", spoken(**{key: text}))
    told = f"""
content/strings/pt.yml:2:1: error: '{key}' must hold {wanted}. [words/placeholder]
    Take it over unchanged.
"""
    assert said() == told


def test_placeholders_may_stand_in_another_order(said, good):
    good.write("content/strings/pt.yml", spoken(borrowed="{other} {language}"))
    assert said() == ""


UNKNOWN = "error: 'fr' is not a language of this site. [languages/unknown]\n    Write one of: en, pt.\n"


def test_a_short_text_is_in_a_language_of_the_site(said):
    told = f"\ncontent/guides/pay/guide.yml:7:33: {UNKNOWN}"
    assert said(("content/guides/pay/guide.yml", "pt: Não", "fr: Non")) == told


@pytest.mark.parametrize("file", ["content/guides/pay/fr.md", "content/pages/help/fr.md", "campaigns/rest/fr.md"])
def test_a_long_text_is_in_a_language_of_the_site(said, good, file):
    good.write(file, "---\ntitle: Titre\nsummary: Texte\n---\n")
    assert said() == f"\n{file}:1:1: {UNKNOWN}"


@pytest.mark.parametrize("folder", ["strings", "translations"])
def test_words_and_records_are_of_a_language_of_the_site(said, good, folder):
    good.write(f"content/{folder}/fr.yml", "{}\n")
    assert said() == f"\ncontent/{folder}/fr.yml:1:1: {UNKNOWN}"


def test_every_short_text_is_in_the_source_language(said):
    told = """
content/facts/facts.yml:3:3: error: This text is missing in English. [languages/source]
    Add a line 'en: …'.
"""
    assert said(("content/facts/facts.yml", "{en: The Act, pt: A Lei}", "{pt: A Lei}")) == told


@pytest.mark.parametrize("folder", ["content/guides/pay", "content/pages/help", "campaigns/rest"])
def test_every_long_text_is_in_the_source_language(said, good, folder):
    good.path(f"{folder}/en.md").unlink()
    good.write(f"{folder}/pt.md", "---\ntitle: Título\nsummary: Texto\n---\n")
    told = f"""
{folder}/en.md:1:1: error: This text is missing in English. [languages/source]
    Write it first in this language.
"""
    assert said() == told
