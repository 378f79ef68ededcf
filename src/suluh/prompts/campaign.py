"""Ask for a campaign that begins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from suluh.edit.draft import (
    ASK,
    MOST_ASKS,
    OFFICE,
    SUMMARY,
    TITLE,
    slug_of,
    wrong_slug,
    wrong_source,
    wrong_target,
    wrong_text,
)
from suluh.model.writing import Desk, Draft, NewOffice, Said
from suluh.prompts.question import agreed, ask, given_or_asked, say

_OF_LANGUAGE = re.compile(r"([a-z]{2,3}(?:-[A-Z][A-Za-z]+)*)=(.*)", re.DOTALL)
_NEW = "new"


def draft_of(desk: Desk, given: Mapping[str, Any]) -> Draft:
    """Put the options of a new campaign together: `ms=…` is said in the language ms, all else in the first one."""
    title, summary, asks, name, role = (
        _by_language(given[key], desk) for key in ("title", "summary", "ask", "target_name", "target_role")
    )
    said = {
        code: Said(_last(title, code), _last(summary, code), tuple(asks.get(code, ())))
        for code in dict.fromkeys((*title, *summary, *asks))
    }
    office = NewOffice({code: _last(name, code) for code in name}, {code: _last(role, code) for code in role},
                       given["target_source"])  # fmt: skip
    return Draft(
        slug=given["name"],
        said=said,
        target=given["target"],
        office=office if office != NewOffice() else None,
        workers=given["workers"],
        letter=given["letter"],
        paper=given["paper"],
    )


def _by_language(texts: Sequence[str], desk: Desk) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in texts:
        match = _OF_LANGUAGE.fullmatch(text)
        found.setdefault(match[1] if match else desk.source, []).append(match[2] if match else text)
    return found


def _last(texts: Mapping[str, Sequence[str]], code: str) -> str:
    return texts[code][-1] if code in texts else ""


def lacking_of_draft(draft: Draft, desk: Desk) -> list[str]:
    """Name the options without which no campaign can begin."""
    first = draft.said.get(desk.source, Said())
    said = {
        "--title": first.title,
        "--summary": first.summary,
        "--ask": first.asks,
        "--target": draft.target or draft.office,
    }
    return [name for name, value in said.items() if not value]


def ask_for_draft(draft: Draft, desk: Desk) -> Draft:
    """Ask for what is not known of a campaign."""
    first = _said(draft.said.get(desk.source, Said()), desk.languages[desk.source])
    slug = given_or_asked(draft.slug, "Short name, for its address", lambda text: wrong_slug(text, desk),
                          slug_of(first.title))  # fmt: skip
    said = {desk.source: first}
    for code in _others(draft, desk):
        if code not in said and code in desk.languages:
            translated = _translated(first, draft.said.get(code, Said()), desk.languages[code])
            said |= {code: translated} if translated.title else {}
    target, office = _target(draft, desk, tuple(code for code in said if code in (desk.source, desk.office)))
    return replace(
        draft,
        slug=slug,
        said={**draft.said, **said},
        target=target,
        office=office,
        workers=agreed(draft.workers, "Is there something for workers to do? Only what is safe is offered"),
        letter=agreed(draft.letter, "Shall people write a letter?"),
        paper=agreed(draft.paper, "Shall people sign on paper?"),
    )


def _others(draft: Draft, desk: Desk) -> Iterator[str]:
    """Give the other languages one after the other: that of those who decide, those given, those that are asked for."""
    yield desk.office
    yield from draft.said
    yield from _more(draft, desk)


def _more(draft: Draft, desk: Desk) -> Sequence[str]:
    """Ask in which languages more it can be said now, unless it was said already."""
    left = [code for code in desk.languages if code not in (desk.source, desk.office)]
    if not left or desk.source in draft.said:
        return ()

    def wrong(text: str) -> str:
        unknown = [code for code in _codes(text) if code not in left]
        return f"Not a language of this site: {', '.join(unknown)}. There are {', '.join(left)}." if unknown else ""

    return _codes(ask(f"More languages now, such as {left[0]}? Their codes, or nothing: later", wrong, empty=True))


def _codes(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _said(said: Said, language: str) -> Said:
    title = given_or_asked(said.title, f"Title, in {language}", lambda text: wrong_text(text, TITLE))
    summary = given_or_asked(said.summary, "In one sentence", lambda text: wrong_text(text, SUMMARY))
    return Said(title, summary, said.asks or tuple(_asks()))


def _asks() -> Iterator[str]:
    say(f"What is asked? One thing a line, {MOST_ASKS} at the most. An empty line ends.")
    for number in range(1, MOST_ASKS + 1):
        answer = ask(f"Ask {number}", lambda text: wrong_text(text, ASK), empty=number > 1)
        if not answer:
            return
        yield answer


def _translated(first: Said, said: Said, language: str) -> Said:
    if not said.title:
        say(f"The same in {language}. Leave the title empty, and it is written later.")
    title = given_or_asked(said.title, f"Title, in {language}", lambda text: wrong_text(text, TITLE), empty=True)
    if not title:
        return said
    summary = given_or_asked(said.summary, "In one sentence", lambda text: wrong_text(text, SUMMARY))
    asks = said.asks or tuple(ask(f"'{one}' is", lambda text: wrong_text(text, ASK)) for one in first.asks)
    return Said(title, summary, asks)


def _target(draft: Draft, desk: Desk, codes: Sequence[str]) -> tuple[str, NewOffice | None]:
    target, office = draft.target, draft.office
    if office is None and not target:
        target = _chosen(desk)
        office = NewOffice() if target == _NEW else None
        target = "" if target == _NEW else target
    if office is None:
        return target, None
    name = {code: _office(office.name, code, "The office, never a person", desk) for code in codes}
    role = {code: _office(office.role, code, "What it can do, in one sentence", desk) for code in codes}
    source = given_or_asked(office.source, "Who says so? The id of a source in content/facts/",
                            lambda text: wrong_source(text, desk))  # fmt: skip
    return target, NewOffice(name, role, source)


def _chosen(desk: Desk) -> str:
    for name, texts in sorted(desk.targets.items()):
        say(f"  {name}: {texts.get(desk.source, '')}")
    known = f"One of these, or '{_NEW}'" if desk.targets else f"Write '{_NEW}'"
    return ask(f"Who can decide? {known}", lambda text: "" if text == _NEW else wrong_target(text, desk),
               "" if desk.targets else _NEW)  # fmt: skip


def _office(texts: Mapping[str, str], code: str, question: str, desk: Desk) -> str:
    return given_or_asked(texts.get(code, ""), f"{question} (in {desk.languages[code]})",
                          lambda text: wrong_text(text, OFFICE))  # fmt: skip
