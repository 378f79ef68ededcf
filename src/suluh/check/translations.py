"""Rules that hold a translation against its source."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache, partial

from suluh.check.wording import asks_differ
from suluh.model.guide import SECTIONS
from suluh.model.originals import short_originals, translations_of
from suluh.model.prose import CITATION, LINK, PLACEHOLDER
from suluh.model.site import Site
from suluh.model.translation import digest, key_of
from suluh.problem import Place, Problem, did_you_mean, error, warning

_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s", re.MULTILINE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def units_name_what_exists(site: Site, known: Collection[str]) -> Iterator[Problem]:
    """What is known of a translation is known of a text that exists."""
    for code, texts in site.translations.items():
        for key in (key_of(text, part) for text, units in texts.items() for part in units):
            if key not in known:
                yield error(site.place("unit", f"{code}/{key}"), "translations/unit", f"There is no text '{key}'.",
                            did_you_mean(key, known) or "Delete this entry.")  # fmt: skip


def backs_are_of_what_is_written(site: Site) -> Iterator[Problem]:
    """A translation that was read back is the one that stands there."""
    for code, backs in site.backs.items():
        there = translations_of(site, code)
        for key, back in backs.items():
            if key not in there:
                hint = did_you_mean(key, there) or "Delete this entry."
                yield error(
                    site.place("back", f"{code}/{key}"), "translations/unit", f"There is no text '{key}'.", hint
                )
            elif back.of != digest(there[key]):
                yield warning(site.place("back", f"{code}/{key}"), "translations/back",
                              "This was read back from a translation that has changed since.",
                              "Have it read back again, or delete this entry.")  # fmt: skip


def guides_have_their_sections(site: Site, today: date) -> Iterator[Problem]:
    """A guide has the same sections as every other guide."""
    source = site.settings.source.code
    for texts in site.guide_texts.values():
        has = [section.id for section in texts[source].sections] if source in texts else list(SECTIONS)
        if has != list(SECTIONS):
            yield error(Place(texts[source].file), "guides/sections",
                        f"The sections here are {', '.join(has) or 'none'}; a guide has {', '.join(SECTIONS)}.",
                        "Use these ids in this order.")  # fmt: skip


def sections_match_the_source(site: Site, today: date) -> Iterator[Problem]:
    """A translation has the sections of its source, in the same order, or none at all."""
    source = site.settings.source.code
    for _, texts in site.prose():
        if source not in texts:
            continue
        wanted = [section.id for section in texts[source].sections]
        for code, prose in texts.items():
            has = [section.id for section in prose.sections]
            if code != source and has and has != wanted and not asks_differ(texts[source], prose):
                yield error(Place(prose.file), "translations/sections",
                            f"The sections here are {', '.join(has)}; in the source they are {', '.join(wanted)}.",
                            "Use the same ids in the same order.")  # fmt: skip


def sections_refer_to_the_same(site: Site, today: date) -> Iterator[Problem]:
    """A translated section has the facts, citations, links, numbers and list items of its source."""
    source = site.settings.source.code
    for _, texts in site.prose():
        for original in texts[source].sections if source in texts else ():
            place = Place(texts[source].file, original.line - 1)
            for code, prose in texts.items():
                section = prose.section(original.id)
                if code != source and section is not None:
                    said, mine = f"The section '{section.id}'", Place(prose.file, section.line - 1)
                    yield from differences(original.markdown, section.markdown, said, mine, place)


def heads_refer_to_the_same(site: Site, today: date) -> Iterator[Problem]:
    """A translated title or summary has the numbers of its source."""
    source = site.settings.source.code
    for _, texts in site.prose():
        original = texts.get(source)
        for code, prose in texts.items() if original else ():
            if original is not None and code != source:
                yield from differences(
                    original.head, prose.head, "The title or summary", Place(prose.file), Place(original.file)
                )


def short_texts_refer_to_the_same(site: Site, today: date) -> Iterator[Problem]:
    """A translated short text has the numbers and links of its source."""
    source = site.settings.source.code
    for original, texts, whence, path in short_originals(site):
        if not any(map(str.isdigit, original.text)) and not any(map(_HAS_DIGIT, texts.values())):
            continue
        for code, text in texts.items():
            if code != source:
                place = partial(site.place, *whence, *path)
                yield from differences(original.text, text, "This text", place(code), place(source))


def differences(original: str, text: str, said: str, place: Place, source: Place) -> list[Problem]:
    """Tell what a translation lacks of its source, or has more; `said` names it."""
    return [*_differences(original, text, said, place, source)]


def _differences(original: str, text: str, said: str, place: Place, source: Place) -> Iterator[Problem]:
    for what, pattern in (("fact", PLACEHOLDER), ("citation", CITATION), ("link", LINK), ("number", _NUMBER)):
        wanted, found = _found(pattern, original), _found(pattern, text)
        if wanted == found:
            continue
        theirs, ours = Counter(wanted), Counter(found)
        for name in theirs - ours:
            yield error(place, "translations/differs", f"{said} lacks the {what} '{name}' of the source ({source}).",
                        "Take it over where the source has it.")  # fmt: skip
        for name in ours - theirs:
            yield error(place, "translations/differs",
                        f"{said} has a {what} '{name}' that the source ({source}) has not.",
                        "Take it out, or write it in the source first.")  # fmt: skip
    if len(_ITEM.findall(original)) != len(_ITEM.findall(text)):
        yield error(place, "translations/differs",
                    f"{said} has another number of list items than the source ({source}).",
                    "Give each item of the source one item here.")  # fmt: skip


_HAS_DIGIT = re.compile(r"\d").search


@lru_cache(maxsize=64)  # a source is held against each of its translations
def _found(pattern: re.Pattern[str], markdown: str) -> tuple[str, ...]:
    """Find what a pattern names; numbers of list items and inside references do not count."""
    if pattern is _NUMBER:
        bare = _ITEM.sub("", LINK.sub("", CITATION.sub("", PLACEHOLDER.sub("", markdown))))
        return tuple(_NUMBER.findall(bare))
    return tuple(pattern.findall(markdown))
