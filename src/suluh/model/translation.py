"""What was translated from which source text, and who checked it."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from suluh.model.base import Model

State = Literal["source", "machine", "draft", "reviewed", "community-checked", "stale-minor",
                "stale-material", "stale-critical", "withdrawn"]  # fmt: skip
TRUSTED: frozenset[str] = frozenset({"source", "reviewed", "community-checked"})
HIDDEN: frozenset[str] = frozenset({"draft", "withdrawn"})


class Unit(Model):
    """One text in one language, and the digest of the source text that it was made from."""

    state: State
    source_digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    by: Annotated[str, StringConstraints(pattern=r"^role:[a-z-]+$")] | None = None
    on: date | None = None


Units = Mapping[str, Unit]
"""The units of one language by their key, such as `guides/unpaid-wages#law`."""


def digest(text: str) -> str:
    """Digest a source text so that spacing and composition do not matter: 12 hex digits."""
    normal = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
    return hashlib.sha256(normal.encode()).hexdigest()[:12]


def state_of(units: Units, key: str, source: str) -> State:
    """Tell how far a translation can be trusted. What no record speaks of is `machine`."""
    unit = units.get(key)
    if unit is None:
        return "machine"
    if unit.state in TRUSTED and unit.source_digest != digest(source):
        return "stale-material"
    return unit.state
