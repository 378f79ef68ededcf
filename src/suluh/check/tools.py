"""Rules on the texts of pathways, letters and cards: what is said in one language is said in all."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from suluh.model.card import SECTIONS
from suluh.model.letter import BLANK
from suluh.model.prose import CITATION, Prose
from suluh.model.site import Site
from suluh.problem import Place, Problem, did_you_mean, error
from suluh.sums import SUMS, sections

LONGEST_CARD = 520
"""The most signs of all items of a card together; more than that does not fit on 85 × 54 mm."""

_ITEM = re.compile(r"^\s*[-*+]\s+", re.MULTILINE)


def texts_have_their_sections(site: Site, today: date) -> Iterator[Problem]:
    """The source text of a pathway, letter, calculator or card has the sections that its record asks for, in order."""
    source = site.settings.source.code
    for kind, slug, texts in _texts(site):
        wanted = _sections(site, kind, slug)
        if wanted is None or source not in texts:
            continue
        has = [section.id for section in texts[source].sections]
        for name in dict.fromkeys((*wanted, *has)):
            if name not in has:
                yield error(Place(texts[source].file), "texts/sections", f"The section '{name}' is missing.",
                            f"Add a heading: '## … {{#{name}}}'.")  # fmt: skip
            elif name not in wanted:
                section = texts[source].section(name)
                yield error(Place(texts[source].file, section.line - 1 if section else 1), "texts/sections",
                            f"Nothing in {kind}.yml asks for the section '{name}'.",
                            did_you_mean(name, wanted) or "Delete it, or write it there.")  # fmt: skip
        if has != list(wanted) and set(has) == set(wanted):
            hint = f"Put them in this order: {', '.join(wanted)}."
            yield error(Place(texts[source].file), "texts/sections", "The sections stand in another order.", hint)


def _texts(site: Site) -> Iterator[tuple[str, str, Mapping[str, Prose]]]:
    for kind in ("pathway", "letter", "calculator", "card"):
        for slug, texts in site.texts_of(kind).items():
            yield kind, slug, texts


def _sections(site: Site, kind: str, slug: str) -> tuple[str, ...] | None:
    if kind == "card":
        return SECTIONS
    if kind == "calculator":
        calculator = site.calculators.get(slug)
        return tuple(sections(SUMS[calculator.sum])) if calculator and calculator.sum in SUMS else None
    record = site.pathways.get(slug) if kind == "pathway" else site.letters.get(slug)
    return record.sections if record else None


def letters_say_the_same_in_every_language(site: Site, today: date) -> Iterator[Problem]:
    """A paragraph of a letter has the same blanks in every language; they are the letter's, and none is left out."""
    for slug, texts in site.letter_texts.items():
        letter = site.letters.get(slug)
        original = texts.get(site.settings.source.code)
        if letter is None or original is None:
            continue
        known = {blank.id for blank in letter.blanks}
        for prose in texts.values():
            for section in prose.sections:
                wanted = original.section(section.id)
                yield from _blanks(prose, section.id, known, wanted.markdown if wanted else "")
        used = {name for section in original.sections for name in BLANK.findall(section.markdown)}
        for index, blank in enumerate(letter.blanks):
            if blank.id not in used:
                yield error(site.place("letter", slug, "blanks", index), "letters/unused",
                            f"The blank '{blank.id}' stands in no paragraph.",
                            f"Put [={blank.id}] where it belongs, or delete this line.")  # fmt: skip


def _blanks(prose: Prose, name: str, known: set[str], original: str) -> Iterator[Problem]:
    section = prose.section(name)
    if section is None:
        return
    for line, text in section.lines():
        for match in BLANK.finditer(text):
            if match[1] not in known:
                yield error(Place(prose.file, line, match.start() + 1), "letters/blank",
                            f"There is no blank '{match[1]}'.", did_you_mean(match[1], known))  # fmt: skip
    theirs, ours = Counter(BLANK.findall(original)), Counter(BLANK.findall(section.markdown))
    for blank in (theirs - ours) | (ours - theirs):
        said = f"The blank '{blank}' stands here {ours[blank]} times, and in the source {theirs[blank]} times."
        hint = f"Put [={blank}] where the source has it."
        yield error(Place(prose.file, section.line - 1), "letters/differs", said, hint)


def cards_are_short(site: Site, today: date) -> Iterator[Problem]:
    """The items of a card fit on it: a list, and not too long."""
    for texts in site.card_texts.values():
        for prose in texts.values():
            for section in prose.sections:
                said = CITATION.sub("", section.markdown).strip()
                length = sum(len(item.strip()) for item in _ITEM.split(said))
                if length > LONGEST_CARD:
                    yield error(Place(prose.file, section.line), "cards/long",
                                f"The items have {length} signs together; a card holds {LONGEST_CARD}.",
                                "Shorten them, or leave one out in every language.")  # fmt: skip
                if not _ITEM.match(said):
                    yield error(Place(prose.file, section.line), "cards/list", "What stands on a card is a list.",
                                "Begin each item with '- '.")  # fmt: skip
