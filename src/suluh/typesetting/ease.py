"""How hard a text is to read, as far as a program can tell: how many words stand in a sentence."""

import re

_MARKS = re.compile(r"\{[^{}]*\}|\[\^[^\]]*\]|\]\([^)]*\)|[*\[`]")
_ENDS = re.compile("[.!?:;\u3002\uff01\uff1f\uff1b\uff1a\u104b\u06d4\u061f\u0964]+\\s*|\\n+")


def words_a_sentence(text: str) -> tuple[int, int]:
    """Count the words of a text, by ICU, and its sentences: those that end, and lines, headings and items.

    Words of different languages cannot be compared, but a language with itself and with what it is made from.
    """
    from icu4py.breakers import WordBreaker

    sentences = [one for one in _ENDS.split(_MARKS.sub(" ", text)) if any(map(str.isalnum, one))]
    words = sum(any(map(str.isalnum, piece)) for one in sentences for piece in WordBreaker(one, "en"))
    return words, len(sentences)
