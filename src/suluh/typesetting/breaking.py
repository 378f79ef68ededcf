"""Where a line may break. ICU finds the words in what is written without spaces, by the letters alone."""

import re
from itertools import accumulate, pairwise

NUMBER = re.compile(r"(?:[A-Z]{2,3} ?)?\+?[0-9](?:[0-9.,:/() –-]*[0-9])?%?")
"""A number with what is read together with it, such as a phone number in its groups, or an amount."""

UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]+"
"""A run of Thai, Lao, Burmese or Khmer, which put no spaces between words."""


_CLOSES = re.compile("[\u1000-\u1021]\u1037?\u103a")
"""A Burmese consonant without vowel, which ends a syllable. ICU takes one for a word in words that it does not know."""


def cut(text: str) -> list[str]:
    """Cut a text wherever a line may break."""
    from icu4py.breakers import LineBreaker

    found: list[str] = []
    for piece in LineBreaker(text, "en"):
        if found and _CLOSES.match(piece):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def pieces(text: str) -> list[str]:
    """Cut a text where a line breaks well: between words also in Chinese, and not inside a number."""
    from icu4py.breakers import WordBreaker

    cuts = set(accumulate(map(len, cut(text)))) & set(accumulate(map(len, WordBreaker(text, "en"))))
    cuts -= {at for found in NUMBER.finditer(text) for at in range(found.start() + 1, found.end())}
    return [text[start:end] for start, end in pairwise([0, *sorted(cuts)])]


def graphemes(text: str) -> list[str]:
    """Cut a text into what a reader takes for one letter, with all its marks."""
    from icu4py.breakers import CharacterBreaker

    return list(CharacterBreaker(text, "en"))
