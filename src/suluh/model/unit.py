"""What is written down of a translation, and how far it can be trusted by that."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from suluh.model.base import Filled, Model
from suluh.model.translation import HIDDEN, TRUSTED, Original, Risk, Severity, State, Written, digest

READERS: Mapping[Risk, int] = {"low": 1, "high": 2}
"""How many roles must have read a translation before it counts as checked, by the risk of its guide."""
STALE: Mapping[Severity, State] = {
    "minor": "stale-minor",
    "material": "stale-material",
    "critical": "stale-critical",
}

Digest = Annotated[str, StringConstraints(pattern=r"^[a-p]{12}$")]
Role = Annotated[str, StringConstraints(pattern=r"^role:[a-z-]+$")]


class Unit(Model):
    """What is written down of one text in one language: its state, and what it was made from.

    `source_digest` is that of the source text, `facts_digest` that of the facts it leans on, `text_digest` that of
    the translation itself, so that nobody takes an edited text for the one that was checked.
    """

    state: Written
    source_digest: Digest
    facts_digest: Digest | None = None
    text_digest: Digest | None = None
    by: tuple[Role, ...] = ()
    on: date | None = None


class Back(Model):
    """What a translation says, put into the source language again by somebody who had not seen the source."""

    of: Digest  # of the translation that was read
    text: Filled


class Change(Model):
    """How much a change of a source text matters to those who read its translations, as its author declared."""

    text: str
    before: Digest = Field(alias="from")
    after: Digest = Field(alias="to")
    severity: Severity
    on: date


Units = Mapping[str, Mapping[str, Unit]]
"""The units of one language by their text, such as `guides/unpaid-wages`, then by their part of it, such as `law`."""

Backs = Mapping[str, Back]
"""Translations read back, by the key of their text."""

Changes = Mapping[str, tuple[Change, ...]]
"""The declared changes by the key of their text, such as `guides/unpaid-wages#law`."""


def unit_of(units: Units, key: str) -> Unit | None:
    """Find what is written down of a text."""
    text, _, part = key.partition("#")
    return units.get(text, {}).get(part)


def state_of(units: Units, original: Original, text: str | None, changes: Changes) -> State:
    """Tell how far a translation can be trusted. What no record speaks of is `machine`.

    `text` is the translation. Where it is another one than was recorded, or fewer have read it than its risk asks
    for, it is not checked.
    """
    if text is None:
        return "missing"
    unit = unit_of(units, original.key)
    if unit is None or unit.state in HIDDEN or unit.source_digest == original.digest:
        return standing(unit, original, text)
    return STALE[severity(unit, original, changes.get(original.key, ()))]


def standing(unit: Unit | None, original: Original, text: str) -> State:
    """Tell how far a translation could be trusted when it was made, whatever became of the source text since."""
    if unit is None:
        return "machine"
    edited = unit.text_digest not in (None, digest(text))
    unread = unit.state in TRUSTED and len(unit.by) < READERS[original.risk]
    return unit.state if unit.state in HIDDEN or not (edited or unread) else "machine"


def severity(unit: Unit, original: Original, changes: Sequence[Change]) -> Severity:
    """Tell how much it matters that a source text has changed since it was translated.

    What its authors declared counts, over all changes since. What nobody declared is material; it is critical where
    the text is, or where a fact that it leans on has changed, too.
    """
    declared = _declared(unit.source_digest, original.digest, changes)
    if declared is not None:
        return declared
    moved = unit.facts_digest is not None and unit.facts_digest != original.facts
    return "critical" if original.critical or moved else "material"


_GRAVER: Sequence[Severity] = ("minor", "material", "critical")


def _declared(before: str, after: str, changes: Iterable[Change]) -> Severity | None:
    """Follow the declared changes from one text to another; the gravest of the shortest way counts."""
    ways: dict[str, Severity] = {before: "minor"}
    pending = [before]
    for here in pending:
        for change in changes:
            if change.before == here and change.after not in ways:
                ways[change.after] = max(ways[here], change.severity, key=_GRAVER.index)
                pending.append(change.after)
    return ways.get(after) if before != after else None
