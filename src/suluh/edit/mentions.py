"""Find where an organisation is still spoken of: by its names, its numbers, its addresses, its id."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from suluh.model.redaction import GONE, Left
from suluh.problem import Place

Signs = Mapping[str, re.Pattern[str]]
"""What gives an organisation away, by a pattern, and what each is."""

PHRASE = 12
"""A name without a space that is as long as this is no word that could mean something else."""

TELLING = 7
"""So many last digits of a number are enough: it is written with a code of the country or without."""

_PARTED = "[0-9A-Za-z\\u00c0-\\u058f\\u1e00-\\u1fff]"
"""A sign of a script that has capitals and parts its words. `\\w` would not do: others write on without a space."""

_BRACKETED = re.compile(r"\s*\([^()]*\)")
_SHORT_FORM = re.compile(r"\(([A-Z][A-Z0-9-]+)\)")
_ALIKE = str.maketrans("’‘ʼ‐‑–", "'''---")  # noqa: RUF001 (they are what is looked for)


ID = "its id"


def mentions(texts: Mapping[str, str], signs: Signs) -> Iterator[Left]:
    """Give every line that speaks of an organisation, with all that does on it."""
    for file, text in texts.items():
        plain, found = _plain(text), dict[int, list[str]]()
        for what, sign in signs.items():
            if file == GONE and what == ID:
                continue
            for match in sign.finditer(plain):
                whats = found.setdefault(plain.count("\n", 0, match.start()) + 1, [])
                whats += [] if what in whats else [what]
        yield from (Left(Place(file, line), ", ".join(whats)) for line, whats in found.items())


def signs_of(name: str, entry: Any, *, id_alone: bool) -> Signs:
    """Make patterns of what an entry says. `id_alone` tells that nothing else has its id."""
    said = entry if isinstance(entry, dict) else {}
    found: dict[str, list[str]] = {
        "a link to it": [rf"(?<![\w-])organisation:{re.escape(name)}(?![\w-])"],
        "its page or file": [rf"(?<![\w-])(?:organisations|directory)/{re.escape(name)}(?![\w-])"],
        "one of its names": [_named(text) for text in dict.fromkeys(_names(said))],
        "its number": [_number(text) for text in _ways(said, "number")],
        "its e-mail address": [_address(text) for text in _ways(said, "address")],
        "its website": [_address(_host(text)) for text in _texts(said.get("website")) if "://" in text],
        ID: [rf"(?<![\w:/-]){re.escape(name)}(?![\w-])"] if id_alone and "-" in name else [],
    }
    return {what: re.compile("|".join(patterns)) for what, patterns in found.items() if patterns}


def _plain(text: str) -> str:
    """Write digits of all scripts as 0 to 9, and apostrophes and hyphens in one way, without moving anything."""
    return re.sub(r"[^\D0-9]", lambda digit: str(int(digit[0])), text.translate(_ALIKE))


def _names(said: Mapping[str, Any]) -> Iterator[str]:
    """Give its names in all languages, also without what stands in brackets, and the short form in them."""
    for text in (*_texts(said.get("name")), *_texts(said.get("also_known_as"))):
        yield from (text, _BRACKETED.sub("", text).strip() or text, *_SHORT_FORM.findall(text))


def _named(text: str) -> str:
    """Match a name. A short one is a word by itself, in the same case; a long one may be in any case and broken."""
    words = _plain(text).split()
    pattern = r"\s+".join(re.escape(word) for word in words)
    whole = f"{_edge(words[0][0], '(?<!')}{pattern}{_edge(words[-1][-1], '(?!')}"
    return f"(?i:{whole})" if len(words) > 1 or len(words[0]) >= PHRASE else whole


def _edge(sign: str, beside: str) -> str:
    """Let a name begin and end where a word does; scripts without capitals may not part their words."""
    return f"{beside}{_PARTED})" if re.match(_PARTED, sign) else ""


def _number(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    before = "" if len(digits) > TELLING else r"(?<!\d)"
    return before + r"[\s().\-/]*".join(digits[-TELLING:]) + r"(?!\d)"


def _address(text: str) -> str:
    return f"(?i:(?<!{_PARTED})(?<!-){re.escape(_plain(text))}(?!{_PARTED})(?!-))"


def _host(text: str) -> str:
    return text.partition("://")[2].removeprefix("www.").rstrip("/")


def _ways(said: Mapping[str, Any], key: str) -> Iterator[str]:
    ways = said.get("contact")
    found = [way.get(key) for way in ways if isinstance(way, dict)] if isinstance(ways, tuple) else []
    return (text for text in found if isinstance(text, str) and text.strip())


def _texts(value: Any) -> list[str]:
    """Give the texts in a list or map, if it is one."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return [text for text in inner if isinstance(text, str) and text.strip()]
