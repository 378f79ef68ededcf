"""Rules on the texts of campaigns: what is signed, sent and said is there, is short, and is the same everywhere."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from suluh.model.campaign import MESSAGES, Campaign
from suluh.model.prose import CITATION, LINK, PLACEHOLDER, Prose, Section
from suluh.model.site import ASK, Site
from suluh.problem import Place, Problem, did_you_mean, error, warning

LONGEST = 300
"""The most characters of a message, with the address that is sent after it."""

_MESSAGE = "message-"
_SENT = tuple(f"{_MESSAGE}{name}" for name in MESSAGES)
_ASKED_FOR = re.compile(r"(?:ask|act|letter|call|message)-.+|letter|call|petition|poster")
"""The ids of those sections that are not read on the page as they stand."""

_ROOM = {"ask": 140, "poster": 60}
"""The most signs of some headings: an ask stands on every sheet, a poster is read from afar."""
_TITLE, _SUMMARY = 65, 200

_EMPTY_MAY_BE = (ASK, "act-")
_NOT_PLAIN = (
    ("list", re.compile(r"^\s*(?:[-*+]|\d+[.)])\s", re.MULTILINE)),
    ("link", re.compile(rf"{LINK.pattern}|https?://")),
    ("citation", CITATION),
    ("placeholder", PLACEHOLDER),
)
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")


def campaigns_have_their_sections(site: Site, today: date) -> Iterator[Problem]:
    """The source text of a campaign has the sections that campaign.yml asks for, in order, after those of its own."""
    source = site.settings.source.code
    for slug, texts in site.campaign_texts.items():
        one = site.campaigns.get(slug)
        if one is not None and source in texts:
            yield from _sections(one, texts[source])


def _sections(one: Campaign, prose: Prose) -> Iterator[Problem]:
    sent = _SENT if any(section.id.startswith(_MESSAGE) for section in prose.sections) else ()
    wanted, has = (*one.sections(), *sent), [section.id for section in prose.sections]
    for name in wanted:
        if name not in has:
            yield error(Place(prose.file), "texts/sections", f"The section '{name}' is missing.",
                        f"Add a heading: '## … {{#{name}}}'.")  # fmt: skip
    first = next((index for index, name in enumerate(has) if name in wanted), len(has))
    for index, section in enumerate(prose.sections):
        if section.id in wanted:
            continue
        if _ASKED_FOR.fullmatch(section.id):
            near = [name for name in wanted if name.partition("-")[0] == section.id.partition("-")[0]]
            yield error(Place(prose.file, section.line - 1), "texts/sections",
                        f"Nothing in campaign.yml asks for the section '{section.id}'.",
                        did_you_mean(section.id, near) or "Delete it, or write it there.")  # fmt: skip
        elif index > first:
            yield error(Place(prose.file, section.line - 1), "texts/sections",
                        f"The section '{section.id}' is one of your own, and stands too far down.",
                        f"Put it above '{{#{wanted[0]}}}'.")  # fmt: skip
    order = [name for name in wanted if name in has]
    if order != [name for name in has if name in wanted]:
        yield error(Place(prose.file), "texts/sections", "The sections stand in another order.",
                    f"Put them in this order: {', '.join(order)}.")  # fmt: skip


def asks_are_the_same_in_every_language(site: Site, today: date) -> Iterator[Problem]:
    """Whoever signs a campaign signs the same, whatever language they read: every text has the asks of its source."""
    source = site.settings.source.code
    for texts in site.campaign_texts.values():
        for code, prose in texts.items():
            if code != source and source in texts:
                yield from _other_asks(texts[source], prose)


def asks_differ(original: Prose, prose: Prose) -> bool:
    """Tell whether a translation asks for something else than its source, or in another order."""
    return bool(prose.sections) and _asks(original) != _asks(prose)


def _asks(prose: Prose) -> tuple[str, ...]:
    return tuple(section.id for section in prose.sections if section.id.startswith(ASK))


def _other_asks(original: Prose, prose: Prose) -> Iterator[Problem]:
    if not asks_differ(original, prose):
        return
    wanted, has = _asks(original), _asks(prose)
    for name in wanted:
        if name not in has:
            yield error(Place(prose.file), "campaigns/asks", f"'{name}' is asked in the source, and not here.",
                        "Translate it: whoever reads this would sign for more than they know.")  # fmt: skip
    for section in prose.sections:
        if section.id in has and section.id not in wanted:
            yield error(Place(prose.file, section.line - 1), "campaigns/asks",
                        f"'{section.id}' is asked here, and not in the source.",
                        "Take it out, or ask it in the source first.")  # fmt: skip
    if sorted(wanted) == sorted(has):
        yield error(Place(prose.file), "campaigns/asks", "The asks stand in another order than in the source.",
                    f"Put them in this order: {', '.join(wanted)}.")  # fmt: skip


def campaigns_fit_where_they_are_shown(site: Site, today: date) -> Iterator[Problem]:
    """The title, the summary, the asks and the poster of a campaign are short, and what must be said is said."""
    for slug, texts in site.campaign_texts.items():
        for code, prose in texts.items():
            head = {"title": (prose.title, _TITLE), "summary": (prose.summary, _SUMMARY)}
            for key, (text, room) in head.items():
                yield from _short(site.place("campaign-text", f"{slug}/{code}", key), f"'{key}'", text, room)
            for section in prose.sections:
                yield from _filled(prose, section)


def _filled(prose: Prose, section: Section) -> Iterator[Problem]:
    place, room = Place(prose.file, section.line - 1), _ROOM.get(section.id.partition("-")[0])
    if room is not None:
        yield from _short(place, "This heading", section.heading, room)
    if not section.heading:
        yield error(place, "texts/empty", "This heading has no words.", f"Write '## … {{#{section.id}}}'.")
    if not section.markdown.strip() and not section.id.startswith(_EMPTY_MAY_BE):
        yield error(place, "texts/empty", f"Nothing stands in the section '{section.id}'.", "Write it.")


def _short(place: Place, what: str, text: str, room: int) -> Iterator[Problem]:
    length = sum(unicodedata.category(sign) not in ("Mn", "Me", "Cf") for sign in text)
    if length > room:
        yield error(place, "texts/long", f"{what} has {length} signs; {room} are the most.", "Shorten it.")


def messages_can_be_sent(site: Site, today: date) -> Iterator[Problem]:
    """A message is one paragraph of at most 300 characters, with its address; pictures in it are not shown to all."""
    for slug, texts in site.campaign_texts.items():
        for code, prose in texts.items():
            address = f"\n{site.settings.address}{code}/campaigns/{slug}/"
            for section in prose.sections:
                if section.id.startswith(_MESSAGE):
                    yield from _message(prose, section, address)


def _message(prose: Prose, section: Section, address: str) -> Iterator[Problem]:
    text, place = section.markdown.strip(), Place(prose.file, section.line - 1)
    length = len(text) + len(address)
    if "\n" in text:
        yield error(place, "campaigns/message", "A message is one line, however long.",
                    "Put its lines into one.")  # fmt: skip
    if length > LONGEST:
        yield error(place, "campaigns/message",
                    f"This message has {length} characters with its address; {LONGEST} are the most.",
                    f"Leave out {length - LONGEST}.")  # fmt: skip
    emoji = _EMOJI.search(text)
    if emoji:
        yield warning(place, "campaigns/emoji", f"Not every phone shows '{emoji[0]}'.", "Say it in words.")


def letters_are_plain(site: Site, today: date) -> Iterator[Problem]:
    """A letter and a message are plain text: no list, no link, no citation, no placeholder."""
    for texts in site.campaign_texts.values():
        for prose in texts.values():
            for section in prose.sections:
                if section.id.partition("-")[0] in ("letter", "message"):
                    yield from _plain(prose, section)


def _plain(prose: Prose, section: Section) -> Iterator[Problem]:
    for line, text in section.lines():
        for what, pattern in _NOT_PLAIN:
            match = pattern.search(text)
            if match:
                yield error(Place(prose.file, line, match.start() + 1), "campaigns/plain",
                            f"Here is a {what}: this is sent as plain text.", "Say it in words.")  # fmt: skip
