"""A text to be translated, and the states that its translations can be in."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

State = Literal["source", "machine", "draft", "reviewed", "community-checked", "stale-minor",
                "stale-material", "stale-critical", "withdrawn", "missing"]  # fmt: skip
Written = Literal["machine", "draft", "reviewed", "community-checked", "withdrawn"]
"""The states that somebody writes down. All others follow from what is written."""
Severity = Literal["minor", "material", "critical"]
Risk = Literal["low", "high"]

TRUSTED: frozenset[State] = frozenset({"source", "reviewed", "community-checked"})
HIDDEN: frozenset[State] = frozenset({"draft", "withdrawn", "missing"})
REPLACED: frozenset[State] = HIDDEN | {"stale-critical"}
"""The states of a translation in whose place readers get another text."""

HEAD = ""
"""The part of a long text that its title and summary are."""


@dataclass(frozen=True, slots=True)
class Original:
    """A text that is translated as one, as it stands in the source language.

    `facts` digests the facts that it leans on, `critical` tells that to get it wrong may do harm, `risk` is that of
    the guide it belongs to.
    """

    key: str
    text: str
    critical: bool = False
    facts: str | None = None
    risk: Risk = "low"

    @property
    def digest(self) -> str:
        """What it is known by in the records of its translations."""
        return digest(self.text)


_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@lru_cache(maxsize=4096)  # each is held against every language
def digest(text: str) -> str:
    """Digest a text so that spacing, composition and emphasis do not matter.

    It has 12 letters from a to p, as 12 hex digits might be taken for a phone number.
    """
    normal = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("*", "")).strip()
    return hashlib.sha256(normal.encode()).hexdigest()[:12].translate(_LETTERS)


def key_of(text: str, part: str) -> str:
    """Name a part of a text; the head of a long text has the name of the text."""
    return f"{text}#{part}" if part else text
