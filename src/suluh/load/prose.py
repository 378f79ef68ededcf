"""Cut a Markdown text into its sections."""

import re

from pydantic import ValidationError

from suluh.load.words import problems_of
from suluh.model.base import Filled, Model
from suluh.model.prose import Prose, Section
from suluh.problem import Place, Problem, error
from suluh.source import Document

_HEADING = re.compile(r"##[ \t]+(?P<heading>[^{]*?)[ \t]*(\{#(?P<id>[a-z0-9-]+)(?P<critical> \.critical)?\})?[ \t]*")


class _Head(Model):
    title: Filled
    summary: Filled


def prose_of(document: Document, body: str, line: int, language: str) -> tuple[Prose | None, list[Problem]]:
    """Make a text of its front matter and its body, which begins at `line` of the file."""
    try:
        head = _Head.model_validate(document.value if document.value is not None else {})
    except ValidationError as fault:
        return None, problems_of(fault, _Head, document, ())
    sections, problems = _sections(document.file, body.split("\n"), line)
    return Prose(language, document.file, head.title, head.summary, tuple(sections)), problems


def _sections(file: str, lines: list[str], first: int) -> tuple[list[Section], list[Problem]]:
    problems: list[Problem] = []
    starts = [n for n, text in enumerate(lines) if text.startswith("## ")]
    before = lines[: starts[0]] if starts else lines
    stray = next((n for n, text in enumerate(before) if text.strip()), None)
    if stray is not None:
        problems.append(
            error(
                Place(file, first + stray),
                "prose/before",
                "This text stands before the first heading.",
                "Put it under a heading such as '## What to do today {#today}'.",
            )
        )
    sections: list[Section] = []
    for start, end in zip(starts, [*starts[1:], len(lines)][: len(starts)], strict=True):
        match = _HEADING.fullmatch(lines[start])
        place = Place(file, first + start)
        if match is None or match["id"] is None:
            problems.append(
                error(place, "prose/heading", "This heading has no id.", "End it with an id: '## Heading {#help}'.")
            )
        elif any(section.id == match["id"] for section in sections):
            problems.append(
                error(place, "prose/twice", f"The id '{match['id']}' stands here a second time.", "Use another id.")
            )
        else:
            body = "\n".join(lines[start + 1 : end])
            sections.append(Section(match["id"], match["heading"], body, first + start + 1, bool(match["critical"])))
    return sections, problems
