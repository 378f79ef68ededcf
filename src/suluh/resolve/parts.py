"""Give each section of a long text all that its Markdown refers to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from suluh.model.edition import Notice, Part
from suluh.model.prose import CITATION, LINK, PLACEHOLDER, Prose, Section
from suluh.model.settings import Language
from suluh.model.site import Site
from suluh.model.translation import State, state_of
from suluh.resolve import routes
from suluh.resolve.facts import citation, written
from suluh.resolve.reading import Choosing

_LINKED = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^\s*(?:[-*+#]+|\d+\.)\s+|\*+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The parts of a text, and how they came to the reader."""

    parts: tuple[Part, ...]
    notice: Notice

    @property
    def translated(self) -> bool:
        """Tell whether the reader's language has any part of its own."""
        return any(not part.borrowed for part in self.parts)


def prepare(site: Site, key: str, texts: Mapping[str, Prose], choosing: Choosing, today: date, route: str) -> Prepared:
    """Choose each section's language, and say what the reader must know about it."""
    source = texts[site.settings.source.code]
    parts, states = [], []
    for original in source.sections:
        prose, language = choosing.with_section(texts, original.id)
        section = prose.section(original.id) or original
        state = _state(site, f"{key}#{original.id}", original, language)
        if state == "stale-critical" or (original.critical and state.startswith("stale")):
            language, section = site.settings.source, original
        states.append((state, language))
        parts.append(_part(site, section, language, choosing, today, stale=state.startswith("stale")))
    return Prepared(tuple(parts), _notice(site, states, choosing, route))


def _state(site: Site, key: str, original: Section, language: Language) -> State:
    if language.code == site.settings.source.code:
        return "source"
    return state_of(site.translations.get(language.code, {}), key, original.markdown)


def _notice(site: Site, states: list[tuple[State, Language]], choosing: Choosing, route: str) -> Notice:
    own = choosing.own.code
    borrowed = next((language.name for _, language in states if language.code != own), "")
    machine = any(state == "machine" and language.code == own for state, language in states)
    if not machine and not borrowed and not any(state.startswith("stale") for state, _ in states):
        return Notice()
    source = site.settings.source
    return Notice(
        machine=machine,
        borrowed_from=borrowed,
        source_name=source.name,
        source_route=routes.home(source.code) + route.partition("/")[2],
        source_language=source.code,
    )


def _part(site: Site, section: Section, language: Language, choosing: Choosing, today: date, *, stale: bool) -> Part:
    facts = {name: site.facts[name] for name in _named(section.markdown)}
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
        borrowed=language.code != choosing.own.code,
        stale=stale,
        values=tuple((name, written(facts[name], values[name], site.settings.currency)) for name in placed),
        citations=tuple((name, citation(site, facts[name], values[name], speaking)) for name in cited),
        routes=_routes(section, choosing.own.code),
    )


def plain(part: Part) -> str:
    """Say a part in plain words, as search reads it: facts by their value, links by their words."""
    values = dict(part.values)
    text = CITATION.sub("", part.markdown)
    text = PLACEHOLDER.sub(lambda match: values.get(match[1], ""), text)
    return _MARKS.sub("", _LINKED.sub(r"\1", text))


def _named(markdown: str) -> list[str]:
    return list(dict.fromkeys(PLACEHOLDER.findall(markdown) + CITATION.findall(markdown)))


def _routes(section: Section, language: str) -> tuple[tuple[str, str], ...]:
    written_links = dict.fromkeys(LINK.findall(section.markdown))
    found = ((link, routes.reference(language, link)) for link in written_links)
    return tuple((link, route) for link, route in found if route is not None)
