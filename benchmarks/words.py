"""Sentences in the languages of the corpus, made of words that the project's own texts use.

They mean nothing. They are as long, as varied and as hard to compress as what writers write.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import yaml

SOURCE = "en"
LETTERS_A_WORD = 6.0  # of English, with the space
JUMP = 0.4  # how often a word does not follow the last one in any text of the project

_MARKUP = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|\{[^}]*\}|^#+|^---$|^\w+:\s", re.MULTILINE)
_BREAK = re.compile(r"[.!?;:။၊。,،؛؟।\n()“”\"「」]+|\s-\s")
_BEFORE_A_SYLLABLE = {
    "my": re.compile(r"(?<!\u1039)(?=[က-ဪဿ၎](?![\u103a\u1039]))"),
    "th": re.compile(r"(?=[เแโใไ])|(?<=[ะาำๆ])(?=[ก-ฮ])"),
}
_STOPS = {"my": "။", "zh-Hans": "。", "th": "", "ur": "\u06d4", "hi": "।", "ne": "।", "bn": "।"}
_COMMAS = {"my": "၊ ", "zh-Hans": "\uff0c", "th": " ", "ur": "، "}
_PIECE = {"my": 3, "th": 2, "zh-Hans": 2}  # syllables, or signs, that are kept together as if they were a word


@dataclass(frozen=True, slots=True)
class Voice:
    """What is needed to speak a language: its words as often as they occur, and what follows each."""

    words: Sequence[str]
    follows: dict[str, list[str]]
    between: str
    stop: str
    comma: str
    length: float  # of a text, as a multiple of the same text in English
    lead: str = field(default=" ")  # between sentences

    def phrase(self, chance: Random, words: int) -> str:
        """Say about as much as some words of English say."""
        return self.between.join(self._chain(chance, words))

    def sentence(self, chance: Random, words: int, holds: Sequence[str] = ()) -> str:
        """Say a sentence, with something in its middle that must stand in every language, such as a number."""
        said = list(self._chain(chance, words))
        middle = max(1, len(said) // 2)
        if holds:
            said[middle:middle] = [f" {' '.join(holds)} ".strip() if self.between else f" {' '.join(holds)} "]
        elif len(said) > 9 and self.comma:
            half = self.between.join(said[:middle]), self.between.join(said[middle:])
            return capital(self.comma.join(half)) + self.stop
        return capital(self.between.join(said)) + self.stop

    def paragraph(self, chance: Random, words: int, holds: Sequence[str] = ()) -> str:
        """Say several sentences of a natural length."""
        said: list[str] = []
        while words > 0:
            size = min(words, chance.randint(7, 13))
            words = words - size if words - size > 3 else 0
            said.append(self.sentence(chance, size, holds if not said else ()))
        return self.lead.join(said)

    def _chain(self, chance: Random, words: int) -> Iterator[str]:
        left = words * LETTERS_A_WORD * self.length
        draw, pool, size, gap = chance.random, self.words, len(self.words), len(self.between)
        word = pool[int(draw() * size)]
        while True:
            yield word
            left -= len(word) + gap
            if left <= 0:
                return
            after = self.follows.get(word)
            word = after[int(draw() * len(after))] if after and draw() > JUMP else pool[int(draw() * size)]


def capital(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def voice(root: Path, code: str, *, unspaced: bool) -> Voice:
    """Learn a language from the project's texts in it, but for names: what is said here is said of nobody."""
    words: list[str] = []
    follows: dict[str, list[str]] = {}
    runs = list(_runs("\n".join(_texts(root, code)), code, unspaced=unspaced))
    known = {word for run in runs for word in run}
    latin = sum(word.isascii() for word in known) > len(known) / 2 or code == "vi"
    for found in runs:
        run = [word.lower() for word in found if word.lower() in known and (latin or not word.isascii())]
        words += run
        for word, after in pairwise(run):
            follows.setdefault(word, []).append(after)
    between = "" if unspaced else " "
    stop = _STOPS.get(code, ".")
    return Voice(
        words=words,
        follows=follows,
        between=between,
        stop=stop,
        comma=_COMMAS.get(code, ", "),
        length=_length(root, code),
        lead="" if code == "zh-Hans" else " ",
    )


def _texts(root: Path, code: str) -> Iterator[str]:
    for folder in ("content", "campaigns"):
        for path in sorted((root / folder).glob(f"**/{code}.md")):
            yield _MARKUP.sub(" ", path.read_text("utf-8"))
    for folder in ("content", "campaigns"):
        for path in sorted((root / folder).glob("**/*.yml")):
            read = documents(path)
            words = path.parent.name == "strings" and path.stem == code
            yield from (read.values() if words else _said(read, code))


def _said(value: Any, code: str) -> Iterator[str]:
    """Find what is written in a language anywhere inside a document."""
    if isinstance(value, dict):
        if isinstance(value.get(SOURCE), str):
            yield from [value[code]] if code in value else []
            return
        for inner in value.values():
            yield from _said(inner, code)
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner, code)


@cache
def documents(path: Path) -> Any:
    """Read a file of YAML, once."""
    return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _runs(text: str, code: str, *, unspaced: bool) -> Iterator[list[str]]:
    """Cut a text into runs of words between its signs."""
    for run in _BREAK.split(text.replace("*", "")):
        words = [word for word in run.split() if _is_word(word)]
        if unspaced:
            words = [piece for word in words if not word.isascii() for piece in _pieces(word, code)]
        if words:
            yield words


def _is_word(word: str) -> bool:
    """Tell words from amounts, names in capitals and signs."""
    inside = word.strip("-'’")
    letters = all(unicodedata.category(sign)[0] in "LM" or sign in "-'’\u200c\u200d" for sign in inside)
    return bool(inside) and inside == word and letters and not (len(inside) > 1 and inside.isupper())


def _pieces(part: str, code: str) -> Iterator[str]:
    cut = _BEFORE_A_SYLLABLE.get(code)
    syllables = [one for one in cut.split(part) if one] if cut else list(part)
    size = _PIECE.get(code, 2)
    for start in range(0, len(syllables), size):
        yield "".join(syllables[start : start + size])


def _length(root: Path, code: str) -> float:
    """Measure how long a language is, by a page that the project has in all of them."""
    ours, english = ((root / f"content/pages/privacy/{one}.md").read_text("utf-8") for one in (code, "en"))
    return len(ours) / len(english)
