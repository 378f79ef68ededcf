"""Rules on languages and the words of the interface."""

from collections.abc import Iterator
from datetime import date

from suluh.model.base import texts_of
from suluh.model.plural import placeholders, wrong_forms
from suluh.model.site import TEXTS, Site
from suluh.model.words import KEYS
from suluh.problem import Place, Problem, did_you_mean, error


def languages_are_named_once(site: Site, today: date) -> Iterator[Problem]:
    """A language stands once in the list of languages."""
    codes = [language.code for language in site.settings.languages]
    for index, code in enumerate(codes):
        if code in codes[:index]:
            yield error(site.place("site", "site", "languages", index), "languages/twice",
                        f"The language '{code}' stands here a second time.", "Delete one of the two.")  # fmt: skip


def days_can_be_written(site: Site, today: date) -> Iterator[Problem]:
    """It is known how each language writes its days."""
    from babel import Locale, UnknownLocaleError

    for index, language in enumerate(site.settings.languages):
        code = language.locale or language.code
        try:
            Locale.parse(code, sep="-")
        except (ValueError, UnknownLocaleError):
            yield error(site.place("site", "site", "languages", index, "locale"), "languages/locale",
                        f"Nothing is known of how '{code}' writes days.",
                        "Add 'locale:' with a language whose days its readers know, such as en.")  # fmt: skip


def fallbacks_are_languages_of_the_site(site: Site, today: date) -> Iterator[Problem]:
    """A language falls back only on other languages of the site."""
    known = site.settings.by_code
    for index, language in enumerate(site.settings.languages):
        for step, code in enumerate(language.fallback):
            if code not in known or code == language.code:
                yield error(site.place("site", "site", "languages", index, "fallback", step), "languages/fallback",
                            f"{language.name} cannot fall back on '{code}'.",
                            did_you_mean(code, set(known) - {language.code}))  # fmt: skip


def words_are_complete(site: Site, today: date) -> Iterator[Problem]:
    """Every language has every word of the interface, with the same placeholders."""
    for language in site.settings.languages:
        file = f"content/strings/{language.code}.yml"
        words = site.words.get(language.code)
        if words is None:
            yield error(Place(file), "words/missing", f"The words of {language.name} are missing.",
                        _hand_out(site, language.code))  # fmt: skip
            continue
        lacking = sorted(KEYS.keys() - words.keys())
        if len(lacking) > _MANY:
            yield error(Place(file), "words/missing", f"{len(lacking)} words are missing, such as '{lacking[0]}'.",
                        _hand_out(site, language.code))  # fmt: skip
            lacking = []
        for key in lacking:
            yield error(Place(file), "words/missing", f"The word '{key}' is missing.", f"Add a line '{key}: …'.")
        for key, text in words.items():
            place = site.place("words", language.code, key)
            if key not in KEYS:
                yield error(place, "words/unknown", f"'{key}' is not a word of the interface.",
                            did_you_mean(key, KEYS) or "Delete this line.")  # fmt: skip
            elif wrong := wrong_forms(text, language.locale or language.code):
                yield error(place, "words/plural", f"{language.name} has other forms for numbers.",
                            f"Write each of: {', '.join(wrong)}.")  # fmt: skip
            elif sorted(placeholders(text)) != sorted(KEYS[key]):
                wanted = ", ".join(f"{{{name}}}" for name in KEYS[key]) or "no placeholder"
                yield error(place, "words/placeholder", f"'{key}' must hold {wanted}.", "Take it over unchanged.")


_MANY = 20
"""So many missing words are named one by one."""


def _hand_out(site: Site, code: str) -> str:
    if code == site.settings.source.code:
        return f"Copy content/strings/{code}.yml from a repository that works."
    return f"Type: build.py translations export {code}. Translate that file, then import it."


def texts_are_in_known_languages(site: Site, today: date) -> Iterator[Problem]:
    """A text is written only in languages of the site."""
    known = site.settings.by_code
    for code, place in _languages_in(site):
        if code not in known:
            yield error(place, "languages/unknown", f"'{code}' is not a language of this site.",
                        did_you_mean(code, known))  # fmt: skip


def _languages_in(site: Site) -> Iterator[tuple[str, Place]]:
    for kind, name, record in site.records():
        for path, text in texts_of(record):
            for code in text:
                yield code, site.place(kind, name, *path, code)
    for folder, files in (("strings", site.words), ("translations", site.translations)):
        for code in files if site.whole is None else ():
            yield code, Place(f"content/{folder}/{code}.yml")
    for _, texts in site.prose():
        for code, prose in texts.items():
            yield code, Place(prose.file)


def texts_have_the_source_language(site: Site, today: date) -> Iterator[Problem]:
    """Every text exists in the language that the others are translated from."""
    source = site.settings.source
    for text, place in site.texts():
        if source.code not in text and not place.file.startswith(f"{TEXTS['story']}/"):  # is told in one of its own
            yield error(place, "languages/source", f"This text is missing in {source.name}.",
                        f"Add a line '{source.code}: …'.")  # fmt: skip
    for key, texts in site.prose():
        if source.code not in texts and not key.startswith("stories/"):
            folder = "content/" * (not key.startswith("campaigns")) + key
            yield error(Place(f"{folder}/{source.code}.md"), "languages/source",
                        f"This text is missing in {source.name}.", "Write it first in this language.")  # fmt: skip
