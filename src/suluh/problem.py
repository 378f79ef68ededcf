"""What is wrong, where it stands, and what to type instead."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum


class Severity(IntEnum):
    """How bad a problem is. Errors stop a build, warnings ask for work, notes inform."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of the repository. Lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing somebody can mend: a sentence about the content, and an order."""

    place: Place
    severity: Severity
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        head = f"{self.place}: {self.severity.name.lower()}: {self.message} [{self.rule}]"
        return f"{head}\n    {self.hint}" if self.hint else head


def error(place: Place, rule: str, message: str, hint: str = "") -> Problem:
    """Make a problem that stops the build."""
    return Problem(place, Severity.ERROR, rule, message, hint)


def warning(place: Place, rule: str, message: str, hint: str = "") -> Problem:
    """Make a problem that asks for work but lets the build go on."""
    return Problem(place, Severity.WARNING, rule, message, hint)


def note(place: Place, rule: str, message: str, hint: str = "") -> Problem:
    """Make a problem that only tells something."""
    return Problem(place, Severity.NOTE, rule, message, hint)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Suggest the nearest known word, or list them when they are few."""
    choices = sorted(known)
    near = get_close_matches(wrong, choices, n=1, cutoff=0.6)
    if near:
        return f"Did you mean '{near[0]}'?"
    if 0 < len(choices) <= 20:
        return f"Write one of: {', '.join(choices)}."
    return ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by place, worst first within one place, each only once."""
    return sorted(set(problems), key=lambda p: (p.place, -p.severity, p.rule, p.message))


def stops(problems: Iterable[Problem]) -> bool:
    """Tell whether a build with these problems must not be published."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def as_text(problems: Iterable[Problem]) -> str:
    """Render for a terminal: `file:line:column: error: what [rule]`, then what to type."""
    return "\n".join(str(problem) for problem in problems)


_LEVELS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def as_github(problems: Iterable[Problem]) -> str:
    """Render as GitHub workflow commands.

    Source: docs.github.com, "Workflow commands", which asks for `%`, line ends, and in
    properties also `:` and `,`, to be escaped.
    """
    return "\n".join(
        f"::{_LEVELS[p.severity]} file={_property(p.place.file)},line={p.place.line},"
        f"col={p.place.column},title={_property(p.rule)}::" + _data(f"{p.message}\n{p.hint}" if p.hint else p.message)
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem]) -> str:
    """Render as a JSON list of objects with file, line, column, severity, rule, message, hint."""
    return json.dumps(
        [
            {
                "file": p.place.file,
                "line": p.place.line,
                "column": p.place.column,
                "severity": p.severity.name.lower(),
                "rule": p.rule,
                "message": p.message,
                "hint": p.hint,
            }
            for p in problems
        ],
        ensure_ascii=False,
        indent=1,
    )
