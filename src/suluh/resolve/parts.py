"""Give each section of a long text all that its Markdown refers to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from suluh.model.originals import head_original, original_of, state, unchecked
from suluh.model.prose import CITATION, LINK, PLACEHOLDER, Prose, Section
from suluh.model.reading import Link, Notice, Part, Reading
from suluh.model.settings import Language
from suluh.model.site import Site
from suluh.model.translation import REPLACED, Original, State
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
    site = pages.site
    parts = [_shown(pages, original_of(site, key, one), one, texts) for one in source_text(site, texts).sections]
    head = pages.choosing.head(texts)
    return Prepared(
        title=pages.read({head.language: head.title}),
        summary=pages.read({head.language: head.summary}),
        parts=tuple(parts),
        notice=_notice(pages, key, texts, parts, route),
        spoken=frozenset(code for code, prose in texts.items() if prose.sections),
    )


def source_text(site: Site, texts: Mapping[str, Prose]) -> Prose:
    """Give a long text in the language that it is translated from."""
    return texts[site.settings.source.code]


def whole(site: Site, key: str, texts: Mapping[str, Prose]) -> Mapping[str, Prose]:
    """Keep the sections of the languages in which readers may have all of them: half a letter cannot be sent."""
    originals = [(original_of(site, key, one), one.id) for one in source_text(site, texts).sections]
    return {
        code: prose
        if all(_for_readers(site, original, code, prose.section(name)) for original, name in originals)
        else replace(prose, sections=())
        for code, prose in texts.items()
    }


def row(pages: Pages, texts: Mapping[str, Prose], route: str, icon: str) -> Link:
    """Link to a long text from a list, with its summary."""
    head = pages.choosing.head(texts)
    return Link(pages.read({head.language: head.title}), route, pages.read({head.language: head.summary}), icon)


def _shown(pages: Pages, original: Original, source: Section, texts: Mapping[str, Prose]) -> Part:
    """Give a section in the first language in which readers may have it."""
    site, own = pages.site, texts.get(pages.code)
    name = source.id
    shown = {code: prose for code, prose in texts.items() if _for_readers(site, original, code, prose.section(name))}
    prose, language = pages.choosing.with_section(shown, name)
    section = prose.section(name) or source
    mine = own.section(name) if own else None
    beside = unchecked(site, original, language.code, section.text) and _policy(site, original) == "source"
    return _part(
        pages,
        section,
        language,
        state(site, original, pages.code, mine.text if mine else None),
        _part(pages, source, site.settings.source) if beside else None,
    )


def _for_readers(site: Site, original: Original, code: str, section: Section | None) -> bool:
    """Tell whether readers may have a section in a language: it is right as far as we know, and policy lets it."""
    if section is None or code not in site.settings.by_code:
        return False
    hidden = unchecked(site, original, code, section.text) and _policy(site, original) == "hidden"
    return not hidden and state(site, original, code, section.text) not in REPLACED


def _policy(site: Site, original: Original) -> str:
    policy = site.settings.machine_text
    return policy.high if original.risk == "high" else policy.low


def _notice(pages: Pages, key: str, texts: Mapping[str, Prose], parts: Sequence[Part], route: str) -> Notice:
    site, source = pages.site, pages.site.settings.source
    if pages.language == source:
        return Notice()
    missing = next((part.language for part in parts if part.borrowed and part.state == "missing"), "")
    return Notice(
        machine=_head_unchecked(pages, key, texts) or any(_unchecked(site, key, texts, part) for part in parts),
        borrowed_from=site.settings.by_code[missing].name if missing else "",
        source_name=source.name,
        source_route=routes.home(source.code) + route.partition("/")[2] if source in pages.languages else "",
        source_language=source.code,
        found_right=bool(parts) and all(part.state == "community-checked" for part in parts),
    )


def _head_unchecked(pages: Pages, key: str, texts: Mapping[str, Prose]) -> bool:
    """Tell whether nobody has vouched for the title and summary; that they are borrowed needs no words."""
    site, head = pages.site, pages.choosing.head(texts)
    return unchecked(site, head_original(site, key, source_text(site, texts)), head.language, head.head)


def _unchecked(site: Site, key: str, texts: Mapping[str, Prose], part: Part) -> bool:
    original, section = source_text(site, texts).section(part.id), texts[part.language].section(part.id)
    if original is None or section is None:
        return False
    return unchecked(site, original_of(site, key, original), part.language, section.text)


def in_words(pages: Pages, section: Section) -> str:
    """Say a section in plain words, in the language it is written in, as search and paper do."""
    return plain(_part(pages, section, pages.language))


def _part(
    pages: Pages, section: Section, language: Language, state: State = "source", source: Part | None = None
) -> Part:
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
        state=state,
        values=tuple((name, written(facts[name], values[name], site.settings.currency)) for name in placed),
        citations=tuple((name, citation(site, facts[name], values[name], speaking, pages.code)) for name in cited),
        routes=_routes(section, pages.code),
        source=source,
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
