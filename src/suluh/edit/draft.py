"""Hold what was typed for a new campaign against what can be written, and say what is wrong in sentences."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from suluh.model.writing import Desk, Draft, NewOffice, Said
from suluh.problem import did_you_mean

TITLE, SUMMARY, ASK, OFFICE = 65, 200, 140, 120
"""So many signs each of them has at the most."""
MOST_ASKS = 5

_SLUG = 40
_NAME = re.compile(r"(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*")
_TAKEN = frozenset({"bills", "targets"})
_MARKUP = frozenset("{}[]<>*_`|\\^~")
_LISTED = re.compile(r"\d+[.)]\s")
_OPENING = ("Ps", "Pi")
"""What a sentence may begin with, beside letters, digits and straight quotes: the categories of signs that open."""


def slug_of(text: str, longest: int = _SLUG) -> str:
    """Make a name for a folder of a text: nothing, where it has no letters for that."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]", "", text)).encode("ascii", "ignore").decode().lower()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        longer = f"{slug}-{word[:longest]}" if slug else word[:longest]
        if len(longer) > longest:
            break
        slug = longer
    return slug if re.search(r"[a-z]", slug) else ""


def tidied(text: str) -> str:
    """Write a text on one line, with one blank between its words."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def wrong_text(text: str, room: int) -> str:
    """Say why a text cannot stand where it was meant to, or nothing."""
    length = sum(unicodedata.category(sign) not in ("Mn", "Me", "Cf") for sign in text)
    if not text:
        return "Nothing stands here."
    if length > room:
        return f"This has {length} signs; {room} are the most."
    markup = next((sign for sign in text if sign in _MARKUP), "")
    if markup:
        return f"'{markup}' cannot stand here. Write plain words."
    opens = text[0].isalnum() or text[0] in "\"'¿¡" or unicodedata.category(text[0]) in _OPENING
    if not opens or _LISTED.match(text):
        return "Begin with a word."
    return ""


def wrong_slug(slug: str, desk: Desk) -> str:
    """Say why a campaign cannot have a name, or nothing."""
    if not slug:
        return "The title gives no short name. Write one with --name, such as rest-day."
    if not _NAME.fullmatch(slug) or len(slug) > _SLUG or slug in _TAKEN:
        return (f"'{slug}' cannot be the short name. Write a few words in lower-case letters, with hyphens "
                "between them, such as rest-day.")  # fmt: skip
    return f"There is a campaign '{slug}' already. Choose another short name." if slug in desk.campaigns else ""


def wrong_target(target: str, desk: Desk) -> str:
    """Say why an office that stands in a file already cannot be meant, or nothing."""
    if target in desk.targets:
        return ""
    return f"There is no target '{target}'. {did_you_mean(target, desk.targets)}".rstrip()


def wrong_source(source: str, desk: Desk) -> str:
    """Say why something cannot have been read in a source, or nothing."""
    if source in desk.sources:
        return ""
    hint = did_you_mean(source, desk.sources) or "Write it into content/facts/sources.yml first."
    return f"There is no source '{source}'. {hint}"


def refusals(draft: Draft, desk: Desk) -> Iterator[str]:
    """Say what cannot be written, in a sentence each."""
    wrong = wrong_slug(draft.slug, desk)
    if wrong:
        yield wrong
    first = draft.said.get(desk.source, Said())
    for code, said in {desk.source: first, **draft.said}.items():
        if code not in desk.languages:
            yield f"'{code}' is no language of this site. Write one of: {', '.join(desk.languages)}."
            continue
        yield from _wrong_texts(said, "" if code == desk.source else f" in {desk.languages[code]}")
        if len(said.asks) != len(first.asks):
            yield f"In {desk.languages[code]} something else is asked: write each ask, in the same order."
    yield from _wrong_office(draft.target, draft.office, desk)


def _wrong_texts(said: Said, where: str) -> Iterator[str]:
    texts = [("title", said.title, TITLE), ("summary", said.summary, SUMMARY)]
    texts += [(f"ask {number}", ask, ASK) for number, ask in enumerate(said.asks, 1)]
    for what, text, room in texts:
        wrong = wrong_text(text, room)
        if wrong:
            yield f"The {what}{where}: {wrong}"
    if not 1 <= len(said.asks) <= MOST_ASKS:
        yield f"A campaign asks for 1 to {MOST_ASKS} things{where}; here are {len(said.asks)}."


def _wrong_office(target: str, office: NewOffice | None, desk: Desk) -> Iterator[str]:
    if office is None:
        wrong = wrong_target(target, desk)
        if wrong:
            yield f"{wrong} A new one needs --target-name, --target-role and --target-source."
        return
    if not _NAME.fullmatch(target):
        yield f"'{target}' cannot be the name of a target. Write one with --target, such as minister-of-rivers."
    if target in desk.targets:
        yield f"There is a target '{target}' already. Leave out --target-name, --target-role and --target-source."
    for what, texts in (("name of the office", office.name), ("sentence on what it can do", office.role)):
        for code in (desk.source, *(code for code in texts if code != desk.source)):
            wrong = wrong_text(texts.get(code, ""), OFFICE)
            if wrong:
                yield f"The {what}{'' if code == desk.source else f' in {code}'}: {wrong}"
    wrong = wrong_source(office.source, desk)
    if wrong:
        yield wrong


def completed(draft: Draft, desk: Desk) -> Draft:
    """Tidy what was typed, and give what is new a name."""
    said = {
        code: Said(tidied(one.title), tidied(one.summary), tuple(map(tidied, one.asks)))
        for code, one in sorted(draft.said.items(), key=lambda entry: entry[0] != desk.source)
    }
    office, target = draft.office, draft.target
    if office is not None:
        name, role = ({code: tidied(text) for code, text in texts.items()} for texts in (office.name, office.role))
        office = NewOffice(name, role, office.source)
        target = target or slug_of(name.get(desk.source, ""))
    slug = draft.slug or slug_of(said.get(desk.source, Said()).title)
    offered = {key: getattr(draft, key) is not False for key in ("workers", "letter", "paper")}
    return replace(draft, slug=slug, said=said, office=office, target=target, **offered)
