"""Give each section of a long text all that its Markdown refers to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from suluh.model.prose import CITATION, LINK, PLACEHOLDER, Prose, Section
from suluh.model.reading import Link, Notice, Part, Reading
from suluh.model.settings import Language
from suluh.model.site import Site
from suluh.model.translation import HIDDEN, State, state_of
from suluh.resolve import routes
from suluh.resolve.facts import citation, written
from suluh.resolve.pages import Pages
from suluh.resolve.reading import Choosing

_LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^\s*(?:[-*+#]+|\d+[.)])\s+|\*+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A long text as a reader gets it, and how it came to her. `spoken` are the languages that have its sections."""

    title: Reading
    summary: Reading
    parts: tuple[Part, ...]
    notice: Notice
    spoken: frozenset[str]

    @property
    def translated(self) -> bool:
        """Tell whether the reader's language has any part of its own."""
        return any(not part.borrowed for part in self.parts)

    @property
    def by_id(self) -> Mapping[str, Part]:
        """The parts by their id."""
        return {part.id: part for part in self.parts}

    def search(self) -> Iterator[tuple[int, Reading]]:
        """Give the words that search finds this text by, and how much they count."""
        yield 9, self.title
        yield 4, self.summary
        for part in self.parts:
            yield 2, part.headline
            yield 1, Reading(plain(part), part.language, part.direction)


def prepare(pages: Pages, key: str, texts: Mapping[str, Prose], route: str) -> Prepared:
    """Choose each section's language, and say what the reader must know about it."""
    site, parts = pages.site, []
    states = [_head_state(pages, key, texts)]
    for original in texts[site.settings.source.code].sections:
        shown = _shown(site, f"{key}#{original.id}", original, texts)
        prose, language = pages.choosing.with_section(shown, original.id)
        section = prose.section(original.id) or original
        state = _state(site, f"{key}#{original.id}", original, language)
        if state == "stale-critical" or (original.critical and state.startswith("stale")):
            language, section = site.settings.source, original
        states.append((state, language))
        parts.append(_part(pages, section, language, stale=state.startswith("stale")))
    head = pages.choosing.head(texts)
    return Prepared(
        title=pages.read({head.language: head.title}),
        summary=pages.read({head.language: head.summary}),
        parts=tuple(parts),
        notice=_notice(pages, states, route),
        spoken=frozenset(code for code, prose in texts.items() if prose.sections),
    )


def row(pages: Pages, texts: Mapping[str, Prose], route: str, icon: str) -> Link:
    """Link to a long text from a list, with its summary."""
    head = pages.choosing.head(texts)
    return Link(pages.read({head.language: head.title}), route, pages.read({head.language: head.summary}), icon)


def _shown(site: Site, key: str, original: Section, texts: Mapping[str, Prose]) -> Mapping[str, Prose]:
    """Leave out the languages in which a section is not for readers: still a draft, or known to be wrong."""
    by_code = site.settings.by_code
    return {
        code: prose
        for code, prose in texts.items()
        if code in by_code and _state(site, key, original, by_code[code]) not in HIDDEN
    }


def _head_state(pages: Pages, key: str, texts: Mapping[str, Prose]) -> tuple[State, Language]:
    """Tell how far the title and summary can be trusted; that they are borrowed needs no words."""
    source, head = pages.site.settings.source, pages.choosing.head(texts)
    if head.language == source.code:
        return "source", pages.language
    return state_of(pages.site.translations.get(head.language, {}), key, texts[source.code].head), pages.language


def _state(site: Site, key: str, original: Section, language: Language) -> State:
    if language.code == site.settings.source.code:
        return "source"
    return state_of(site.translations.get(language.code, {}), key, original.text)


def _notice(pages: Pages, states: list[tuple[State, Language]], route: str) -> Notice:
    borrowed = next((language.name for _, language in states if language != pages.language), "")
    machine = any(state == "machine" for state, _ in states)
    if not machine and not borrowed and not any(state.startswith("stale") for state, _ in states):
        return Notice()
    source = pages.site.settings.source
    return Notice(
        machine=machine,
        borrowed_from=borrowed,
        source_name=source.name,
        source_route=routes.home(source.code) + route.partition("/")[2] if source in pages.languages else "",
        source_language=source.code,
    )


def in_words(pages: Pages, section: Section) -> str:
    """Say a section in plain words, in the language it is written in, as search and paper do."""
    return plain(_part(pages, section, pages.language, stale=False))


def _part(pages: Pages, section: Section, language: Language, *, stale: bool) -> Part:
    site, today = pages.site, pages.today
    facts = {name: site.facts[name] for name in section.facts}
    values = {name: value for name, fact in facts.items() if (value := fact.on(today)) is not None}
    speaking = Choosing(site.settings, language)
    cited = dict.fromkeys(CITATION.findall(section.markdown))
    placed = dict.fromkeys(PLACEHOLDER.findall(section.markdown))
    return Part(
        id=section.id,
        heading=section.heading,
        markdown=section.markdown.strip("\n"),
        language=language.code,
        direction=language.direction,
        borrowed=language != pages.language,
        stale=stale,
        values=tuple((name, written(facts[name], values[name], site.settings.currency)) for name in placed),
        citations=tuple((name, citation(site, facts[name], values[name], speaking, pages.code)) for name in cited),
        routes=_routes(section, pages.code),
    )


def plain(part: Part) -> str:
    """Say a part in plain words, as search reads it: facts by their value, links by their words."""
    values = dict(part.values)
    text = CITATION.sub("", part.markdown)
    text = PLACEHOLDER.sub(lambda match: values.get(match[1], ""), text)
    return _MARKS.sub("", _LINKED.sub(r"\1", text))


def _routes(section: Section, language: str) -> tuple[tuple[str, str], ...]:
    written_links = dict.fromkeys(LINK.findall(section.markdown))
    found = ((link, routes.reference(language, link)) for link in written_links)
    return tuple((link, route) for link, route in found if route is not None)


def overdue(day: date, today: date) -> date | None:
    """Give a review day that has passed."""
    return day if day < today else None
