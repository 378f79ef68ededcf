"""Every text that is translated, as it stands in the source language; and what its translations may be used for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from suluh.model.base import Model, Text, dropping, texts_of
from suluh.model.fact import Fact
from suluh.model.guide import Guide
from suluh.model.prose import Prose, Section
from suluh.model.site import MANY, RECORDS, TEXTS, WORDS, Site, Whence
from suluh.model.standing import Counts, Standings
from suluh.model.telling import original as told_in
from suluh.model.translation import HEAD, REPLACED, TRUSTED, Original, Risk, State, digest, key_of
from suluh.model.unit import standing, state_of, unit_of
from suluh.problem import Place
from suluh.source import KeyPath

LEANING = frozenset({"guide", "pathway", "letter", "calculator", "card"})
"""The kinds of records that are a guide or belong to one."""

Short = tuple[Original, Text, Whence, KeyPath]
"""A short text: its original, its words by language, and the record and the way in it to where it is written."""


def long_originals(site: Site) -> Iterator[Original]:
    """Give the heads and sections of all long texts, in their order."""
    for key, texts in site.prose():
        first = source_of(site, key, texts)
        if first in texts:
            yield head_original(site, key, texts[first])
            yield from (original_of(site, key, section) for section in texts[first].sections)


def short_originals(site: Site) -> Iterator[Short]:
    """Give the short texts of all records."""
    source = site.settings.source.code
    for kind, name, record in site.records():
        for path, text in texts_of(record):
            if source in text:
                key = key_of(f"{named(kind, name)}.yml", ".".join(_steps(record, path)))
                yield Original(key, text[source], risk=_risk(site, kind, name)), text, (kind, name), path


def words_originals(site: Site) -> Iterator[Original]:
    """Give the words of the interface."""
    words = site.words.get(site.settings.source.code, {})
    yield from (Original(key_of(WORDS, name), text) for name, text in words.items())


def originals(site: Site) -> Iterator[Original]:
    """Give every text that is translated as one."""
    yield from words_originals(site)
    yield from (short[0] for short in short_originals(site))
    yield from long_originals(site)


def source_of(site: Site, key: str, texts: Mapping[str, Prose]) -> str:
    """Name the language from which a long text is translated: a story, from that in which it was told."""
    kind, _, name = key.partition("/")
    if kind == "stories" and name in site.tellings and texts:
        return told_in(site.tellings[name], texts, site.settings.by_code)
    return site.settings.source.code


def head_original(site: Site, key: str, prose: Prose) -> Original:
    """Give the title and summary of a long text."""
    return Original(key_of(key, HEAD), prose.head, risk=_risk_of(site, key))


def original_of(site: Site, key: str, section: Section) -> Original:
    """Give a section of the source text."""
    facts = [site.facts[name] for name in section.facts if name in site.facts]
    return Original(
        key_of(key, section.id),
        section.text,
        section.critical,
        digest("\n".join(map(_said, facts))) if facts else None,
        _risk_of(site, key),
    )


def state(site: Site, original: Original, code: str, text: str | None) -> State:
    """Tell how far the translation of a text can be trusted."""
    if code == site.settings.source.code:
        return "source"
    return state_of(site.translations.get(code, {}), original, text, site.changes)


def unchecked(site: Site, original: Original, code: str, text: str) -> bool:
    """Tell whether nobody who speaks a language has vouched for a translation, whatever became of its source text."""
    if code == site.settings.source.code:
        return False
    return standing(unit_of(site.translations.get(code, {}), original.key), original, text) not in TRUSTED


def readable(site: Site) -> Site:
    """Leave out of the records the translations in whose place readers get another text.

    It is written beside them whose words of the interface nobody vouches for.
    """
    held: dict[str, Any] = {}
    for original, text, (kind, name), path in short_originals(site):
        wrong = {code for code in text if state(site, original, code, text[code]) in REPLACED}
        if wrong and kind == "site":
            held["settings"] = dropping(held.get("settings", site.settings), path, wrong)
        elif wrong:
            records = held.setdefault(RECORDS[kind], dict(getattr(site, RECORDS[kind])))
            records[name] = dropping(records[name], path, wrong)
    return replace(site, **held, unvouched=tuple(_unvouched(site)))


def outdated(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name the guides of which a critical part is not right in some languages: there, what leans on it is withdrawn."""
    source = site.settings.source.code
    for slug, texts in site.guide_texts.items():
        sections = texts[source].sections if source in texts else ()
        critical = [original_of(site, f"guides/{slug}", one) for one in sections if one.critical]
        codes = tuple(code for code, prose in texts.items() if _wrong(site, critical, code, prose))
        if codes:
            yield slug, codes


def _wrong(site: Site, critical: Iterable[Original], code: str, prose: Prose) -> bool:
    parts = {section.id: section.text for section in prose.sections}
    return any(
        state(site, one, code, parts.get(one.key.partition("#")[2])) in ("stale-critical", "withdrawn")
        for one in critical
    )


def _unvouched(site: Site) -> Iterator[str]:
    words = tuple(words_originals(site))
    for code, own in site.words.items():
        if any(state(site, one, code, own.get(one.key.partition("#")[2])) not in TRUSTED for one in words):
            yield code


def named(kind: str, name: str) -> str:
    """Name a record as its texts are named, such as `guides/unpaid-wages`."""
    return f"{MANY.get(kind, f'{kind}s')}/{name}" if kind != "site" else kind


def _steps(record: Model, path: KeyPath) -> Iterator[str]:
    """Name the way to a text inside a record; what has an id is named by it, and may move in its list."""
    here: Any = record
    for step in path:
        if isinstance(here, tuple) and isinstance(step, int):
            here = here[step]
            yield str(getattr(here, "id", step))
        elif isinstance(here, Mapping):
            here = here[step]
            yield str(step)
        else:
            here = next(
                getattr(here, name) for name, one in type(here).model_fields.items() if step in (name, one.alias)
            )
            yield str(step)


def _risk_of(site: Site, key: str) -> Risk:
    folder, _, name = key.partition("/")
    kinds = {path.rpartition("/")[2]: kind for kind, path in TEXTS.items()}
    return _risk(site, kinds[folder], name)


def _risk(site: Site, kind: str, name: str) -> Risk:
    """Tell the risk of the guide that a record is, or belongs to."""
    record = getattr(site, RECORDS[kind]).get(name) if kind in RECORDS and kind in LEANING else None
    guide = record if isinstance(record, Guide) else site.guides.get(getattr(record, "guide", ""))
    return guide.risk if guide else "low"


def _said(fact: Fact) -> str:
    """Say what a fact says, without when it was last looked at."""
    values = (
        f"{one.since} {one.until} {one.value} {one.day} {one.number} {one.unit} {sorted((one.except_ or {}).items())}"
        for one in fact.values
    )
    return f"{fact.id} {fact.law} {fact.section} {'; '.join(values)}"


def standing_of_texts(site: Site) -> Mapping[str, Counts]:
    """Count the long texts of a part by language and state."""
    counts: dict[str, dict[State, int]] = {one.code: {} for one in site.settings.languages}
    for key, texts in site.prose():
        first = source_of(site, key, texts)
        parts = [head_original(site, key, texts[first])] if first in texts else []
        parts += [original_of(site, key, one) for one in texts[first].sections] if first in texts else []
        for code, found in counts.items():
            there = _there(key, texts.get(code))
            for one in parts:
                now = "source" if code == first else state(site, one, code, there.get(one.key))
                found[now] = found.get(now, 0) + 1
    return counts


def _there(key: str, prose: Prose | None) -> Mapping[str, str]:
    if prose is None:
        return {}
    return {key_of(key, HEAD): prose.head, **{key_of(key, one.id): one.text for one in prose.sections}}


def standings_of_records(site: Site) -> Standings:
    """Count the short texts and the words by language and state, and tell when somebody last read a translation."""
    codes = [one.code for one in site.settings.languages]
    short: dict[str, dict[State, int]] = {code: {} for code in codes}
    words: dict[str, dict[State, int]] = {code: {} for code in codes}
    for original, text, _, _ in short_originals(site):
        for code in codes:
            now = state(site, original, code, text.get(code))
            short[code][now] = short[code].get(now, 0) + 1
    for original in words_originals(site):
        for code in codes:
            now = state(site, original, code, site.words.get(code, {}).get(original.key.partition("#")[2]))
            words[code][now] = words[code].get(now, 0) + 1
    days = {code: [one.on for units in texts.values() for one in units.values() if one.by and one.on]
            for code, texts in site.translations.items()}  # fmt: skip
    latest = {code: max(some) for code, some in days.items() if some}
    return Standings({"records": short, "strings": words}, latest)


def translations_of(site: Site, code: str) -> Mapping[str, str]:
    """Give every text that is there in a language, by its key."""
    found = {key_of(WORDS, name): text for name, text in site.words.get(code, {}).items()}
    found |= {original.key: text[code] for original, text, _, _ in short_originals(site) if code in text}
    for key, texts in site.prose():
        if code in texts:
            found |= {key_of(key, HEAD): texts[code].head}
            found |= {key_of(key, section.id): section.text for section in texts[code].sections}
    return found


def places_of(site: Site, code: str) -> Mapping[str, Place]:
    """Tell where each text is written in a language; where it is not, the file in which it would be."""
    words = site.words.get(site.settings.source.code, {})
    found = {key_of(WORDS, name): _word_place(site, code, name) for name in words}
    found |= {one.key: site.place(*whence, *path, code) for one, _, whence, path in short_originals(site)}
    for key, texts in site.prose():
        file = f"{'' if key.startswith('campaigns/') else 'content/'}{key}/{code}.md"
        found[key_of(key, HEAD)] = Place(file)
        known = {section.id: section.line - 1 for section in texts[code].sections} if code in texts else {}
        first = source_of(site, key, texts)
        for section in texts[first].sections if first in texts else ():
            found[key_of(key, section.id)] = Place(file, known.get(section.id, 1))
    return found


def _word_place(site: Site, code: str, name: str) -> Place:
    return site.place("words", code, name) if ("words", code) in site.origins else Place(f"content/strings/{code}.yml")
