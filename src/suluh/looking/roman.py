"""Words as people type them in Latin letters, without the letters that everybody writes another way.

`skeleton` does exactly what its namesake in `overrides/components/search/script.js` does. Change both or neither.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

MARK = "~"
"""Begins the term that a skeleton is: no word begins so."""

_SPELT = (
    ("ck", "k"), ("ph", "f"), ("sh", "s"), ("ch", "C"), ("c(?=[eiy])", "s"), ("c", "k"), ("C", "c"), ("q", "k"),
    ("x", "ks"), ("[wv]", "b"), ("z", "j"), ("(?<=[bcdfgjklmnprst])h", ""), ("^[aeiou]+", "A"), ("[aeiouy]", ""),
)  # fmt: skip
_ENDED = ((r"(.)\1+", r"\1"), ("ng", "n"), ("^(..+)n$", r"\1"), ("^(..+)h$", r"\1"), ("A", "a"))


def skeleton(word: str) -> str:
    """Keep of a word of Latin letters what remains however it is spelt: consonants, and that it begins with a vowel."""
    for pattern, letters in _SPELT:
        word = re.sub(pattern, letters, word)
    return _ended(word)


def _ended(word: str) -> str:
    for pattern, letters in _ENDED:
        word = re.sub(pattern, letters, word)
    return word


_INDIC = dict(
    zip(
        # of Devanagari; Bengali stands 128 code points after it
        "\u0915\u0916\u0917\u0918\u0919\u091a\u091b\u091c\u091d\u091e\u091f\u0920\u0921\u0922\u0923\u0924\u0925\u0926\u0927"
        "\u0928\u092a\u092b\u092c\u092d\u092e\u092f\u0930\u0932\u0933\u0935\u0936\u0937\u0938\u0939\u0943\u0902\u0901",
        ["k", "k", "g", "g", "n", "c", "c", "j", "j", "n", "t", "t", "d", "d", "n", "t", "t", "d", "d",
         "n", "p", "f", "b", "b", "m", "", "r", "l", "l", "b", "s", "s", "s", "h", "r", "n", "n"],
        strict=True,
    )
)  # fmt: skip
_BENGALI = {chr(ord(sign) + 0x80): letter for sign, letter in _INDIC.items()} | {"\u09af": "j", "\u09ce": "t"}
_URDU = dict(zip("بپتٹثجچحخدڈذرڑزژسشصضطظغفقکگلمنہھ", [*"bpttsjchkddjrrjjsssjtjgfkkglmnh", ""], strict=True))
_LETTERS = _INDIC | _BENGALI | _URDU
_INITIAL = re.compile("^[\u0905-\u0914\u0985-\u0994\u0622\u0627\u0639\u06cc\u064a]+")
"""The vowels that a word of one of these scripts begins with."""
_NASAL = re.compile("[\u0901\u0902\u0981\u0982\u06ba]$")
_NUKTA = str.maketrans("", "", "\u093c\u09bc")
_MEDIAL_WAW = "\u0648"


@lru_cache(maxsize=65536)
def romans(term: str) -> tuple[str, ...]:
    """Give the skeletons under which people may look for a term: one, or two where a letter may be a vowel or not."""
    if term.isascii():
        return (skeleton(term),) if term.isalpha() else ()
    return tuple(dict.fromkeys(found for found in _romans(term) if len(found) > 1))


def _romans(term: str) -> Iterator[str]:
    word = _NASAL.sub("", term.translate(_NUKTA).replace("\u091c\u094d\u091e", "\u0917"))
    begun = "A" if _INITIAL.match(word) else ""
    word = _INITIAL.sub("", word)
    if word.startswith(_MEDIAL_WAW):
        word, begun = word[1:], f"{begun}b"
    word = re.sub("\u06c1$", "", word)
    for waw in ("", "b") if _MEDIAL_WAW in word else ("",):
        letters = (waw if sign == _MEDIAL_WAW else _LETTERS.get(sign, "") for sign in word)
        yield _ended(begun + "".join(letters))
