"""Tamil typed for the font Bamini: each key of a Latin keyboard draws a sign of Tamil.

The table is what the font draws; it was held against converters in use.
"""

import re

_CONSONANTS = dict(
    zip(
        "fqr[QlzjedgkauystowW`]\\",
        [
            "க",
            "ங",
            "ச",
            "ஜ",
            "ஞ",
            "ட",
            "ண",
            "த",
            "ந",
            "ன",
            "ப",
            "ம",
            "ய",
            "ர",
            "ல",
            "ள",
            "வ",
            "ழ",
            "ற",
            "று",
            "ஹ",
            "ஸ",
            "ஷ",
        ],
        strict=True,
    )
)
_SYLLABLES = dict(
    zip(
        "F$R#bBLZJEDGK%AU&YSOTH",
        [
            "கு",
            "கூ",
            "சு",
            "சூ",
            "டி",
            "டீ",
            "டு",
            "ணு",
            "து",
            "நு",
            "னு",
            "பு",
            "மு",
            "மூ",
            "யு",
            "ரு",
            "ரூ",
            "லு",
            "ளு",
            "ழு",
            "வு",
            "ர்",
        ],
        strict=True,
    )
)
_VOWELS = dict(
    zip("mM,<cCvVIxX/=>", ["அ", "ஆ", "இ", "ஈ", "உ", "ஊ", "எ", "ஏ", "ஐ", "ஒ", "ஓ", "ஃ", "ஸ்ரீ", ","], strict=True)
)
_AFTER = dict(zip("hpP;", ["ா", "ி", "ீ", "்"], strict=True))
_LONG = dict(zip("JEDYSWZ", ["தூ", "நூ", "னூ", "லூ", "ளூ", "றூ", "ணூ"], strict=True))
_BEFORE = {"n": "ெ", "N": "ே", "i": "ை"}
_TABLE = str.maketrans(_CONSONANTS | _SYLLABLES | _VOWELS | _AFTER)


def from_bamini(text: str) -> str:
    """Read a text typed for Bamini."""
    said = re.sub(r"([JEDYSWZ])[h}]", lambda key: _LONG[key[1]], text.replace("xs", "ஔ"))
    consonant = "[" + re.escape("".join(_CONSONANTS)) + "]"
    said = re.sub(rf"([nNi])({consonant})(h|s(?![;hpP]))?", _with_vowel, said)
    return said.translate(_TABLE)


def _with_vowel(key: re.Match[str]) -> str:
    """Put a vowel that stands before its consonant behind it; with another sign there, they are one."""
    around = {("n", "h"): "ொ", ("N", "h"): "ோ", ("n", "s"): "ௌ"}
    vowel = around.get((key[1], key[3] or ""), _BEFORE[key[1]])
    rest = key[3] if key[3] and (key[1], key[3]) not in around else ""
    return _CONSONANTS[key[2]] + vowel + rest
