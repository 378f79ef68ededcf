"""What may be shown of stories on a day. This is the one place that decides it; all else reads what it lets through."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from suluh.model.organisation import Gone
from suluh.model.prose import Prose
from suluh.model.story import SECTION, Media, Scope, Story
from suluh.model.translation import HIDDEN
from suluh.model.unit import Units

Texts = Mapping[str, Prose]

TELLING = 5
"""So many signs of a name say something by themselves: a shorter one stands everywhere."""

LONG = 25
"""A longer piece of a line stands nowhere by chance."""

_MARKS = re.compile(r"[*_`\[\](){}<>&\"'#\\|~\d.!?:;\u104b\u0964\u06d4\u3002\uff01\uff1f]+")
"""Signs that pages write in another way than authors, and ends of sentences: of Burmese, Hindi, Urdu, Chinese, too."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A story as its consent lets it through: what is not covered is not in it."""

    teller: str
    country: str | None
    sector: str
    themes: tuple[str, ...]
    language: str  # in which it was told; nothing, where this language is not covered
    languages: tuple[str, ...]
    media: tuple[Media, ...]
    campaigns: tuple[str, ...]
    scope: tuple[Scope, ...]


def tellings(stories: Mapping[str, Story], today: date) -> dict[str, Telling]:
    """Let through what consent covers on a day. Without consent to the site there is nothing."""
    return {slug: _telling(one) for slug, one in stories.items() if one.consent.covers("site", today)}


def told(telling: Telling | None, texts: Texts, translations: Mapping[str, Units], key: str) -> dict[str, Prose]:
    """Let through the texts in the languages that consent covers, and whose translation is for readers."""
    if telling is None:
        return {}
    return {
        code: prose
        for code, prose in texts.items()
        if code in telling.languages and prose.section(SECTION) and not _unread(translations.get(code, {}), key)
    }


def original(telling: Telling | None, texts: Texts, codes: Iterable[str]) -> str:
    """Name the language whose text the others are held against: that of the telling, or else the first there is."""
    return next(code for code in (telling.language if telling else "", *codes, *texts) if code in texts)


def ended(stories: Mapping[str, Story], today: date, gone: Iterable[Gone] = ()) -> dict[str, date]:
    """Name the stories that were shown and are not any more, with the day. Nothing else may be said of them."""
    over = {slug: one.consent.ended(today) for slug, one in stories.items() if "site" in one.consent.scope}
    days = {slug: day for slug, day in over.items() if day is not None}
    return {**days, **{one.id: one.since for one in gone if one.id not in stories}}


def withheld(stories: Mapping[str, Story], texts: Mapping[str, Texts], today: date) -> dict[str, str]:
    """Give the texts that may stand nowhere in what is published on a day, each with the name of its story."""
    public = tellings(stories, today)
    shown = "\n".join(
        piece
        for slug, one in public.items()
        for piece in (one.teller, *_alts(one.media), *_said(told(one, texts.get(slug, {}), {}, "")))
    )
    written = [(piece, slug) for slug, one in stories.items() for piece in _pieces(one, texts.get(slug, {}))]
    return {piece: slug for piece, slug in written if piece not in shown}


def _telling(one: Story) -> Telling:
    consent = one.consent
    return Telling(
        teller=one.teller,
        country=one.country,
        sector=one.sector,
        themes=one.themes,
        language=one.language if one.language in consent.languages else "",
        languages=consent.languages,
        media=tuple(_covered(media, consent.languages) for media in one.media if one.lets_through(media)),
        campaigns=one.campaigns,
        scope=consent.scope,
    )


def _covered(media: Media, languages: tuple[str, ...]) -> Media:
    """Keep what is said of a picture in the languages that are covered."""
    alt = {code: text for code, text in (media.alt or {}).items() if code in languages}
    return media.model_copy(update={"alt": alt or None})


def _unread(units: Units, key: str) -> bool:
    unit = units.get(key, {}).get(SECTION)
    return unit is not None and unit.state in HIDDEN


def _pieces(one: Story, texts: Texts) -> Iterator[str]:
    """Give what can be searched for: the name, the reference of the consent, and what somebody told."""
    if len(one.teller) >= TELLING:
        yield one.teller
    yield one.consent.ref
    yield from (piece for piece in (*_alts(one.media), *_said(texts)) if len(piece) > LONG)


def _alts(media: Iterable[Media]) -> Iterator[str]:
    for one in media:
        for text in (one.alt or {}).values():
            yield from _cut(text)


def _said(texts: Texts) -> Iterator[str]:
    for prose in texts.values():
        yield from _cut(prose.title)
        yield from _cut(prose.summary)
        for section in prose.sections:
            yield from (piece for line in section.text.split("\n") for piece in _cut(line))


def _cut(line: str) -> Iterator[str]:
    """Cut a line into what can be found again wherever somebody took it to."""
    yield from (piece.strip() for piece in _MARKS.split(line))
