"""Nepali typed for the font Preeti and its kin: each key of a Latin keyboard draws a sign of Devanagari.

The table is what the font draws; it was held against converters in use.
"""

import re

_KEYS = "abcdefghijklnopqrstuvwxyz/;"
_LETTERS = [
    "ब",
    "द",
    "अ",
    "म",
    "भ",
    "ा",
    "न",
    "ज",
    "ष्",
    "व",
    "प",
    "ि",
    "ल",
    "य",
    "उ",
    "त्र",
    "च",
    "क",
    "त",
    "ग",
    "ख",
    "ध",
    "ह",
    "थ",
    "श",
    "र",
    "स",
]
_SHIFTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HALVES = [
    "ब्",
    "द्य",
    "ऋ",
    "म्",
    "भ्",
    "ँ",
    "न्",
    "ज्",
    "क्ष्",
    "व्",
    "प्",
    "ी",
    "ः",
    "ल्",
    "इ",
    "ए",
    "त्त",
    "च्",
    "क्",
    "त्",
    "ग्",
    "ख्",
    "ध्",
    "ह्",
    "थ्",
    "श्",
]
_TABLE = str.maketrans(
    dict(zip(_KEYS, _LETTERS, strict=True))
    | dict(zip(_SHIFTED, _HALVES, strict=True))
    | dict(zip("0123456789", ["ण्", "ज्ञ", "द्द", "घ", "द्ध", "छ", "ट", "ठ", "ड", "ढ"], strict=True))
    | dict(zip("!@#$%^&*()", "1234567890", strict=True))
    | dict(
        zip(
            "`~[]}\\|'\":<>?.=+-_",
            ["ञ", "ञ्", "ृ", "े", "ै", "्", "्र", "ु", "ू", "स्", "?", "श्र", "रु", "।", ".", "ं", "(", ")"],
            strict=True,
        )
    )
    | dict(
        zip(
            "„ˆ‰‹•˜›¡¢£¤¥§©ª«°´¶¿",
            [
                "ध्र",
                "फ्",
                "झ्",
                "ङ्घ",
                "ड्ड",
                "ऽ",
                "द्र",
                "ज्ञ्",
                "द्घ",
                "घ्",
                "झ्",
                "्र",
                "ट्ट",
                "र",
                "ङ",
                "्र",
                "ङ्ढ",
                "झ",
                "ठ्ठ",
                "रू",
            ],
            strict=True,
        )
    )
    | dict(zip("ÅËÌÍÎØÝßåç", ["हृ", "ङ्ग", "न्न", "ङ्क", "ङ्ख", "्य", "ट्ठ", "द्म", "द्व", "ॐ"], strict=True))
)
_LOOPED = {"e": "´", "k": "फ", "q": "क्र", "Q": "क्त", "p": "ऊ"}
"""Signs that become another one where the key m draws a loop to them."""

_CLUSTER = "(?:[क-ह]्)*[क-ह]"
_VOWELS = "ािीुूृेैोौंँ"
_COMPOSED = (("अाे", "ओ"), ("अाै", "औ"), ("अा", "आ"), ("एे", "ऐ"), ("ाे", "ो"), ("ाै", "ौ"), ("ेा", "ो"), ("ैा", "ौ"))


def from_preeti(text: str) -> str:
    """Read a text typed for Preeti. Digits come out as 0 to 9."""
    said = re.sub(r"([ekqQp])(['\"\]}[]?)m", lambda key: _LOOPED[key[1]] + key[2], text).replace("O{", "ई")
    said = said.translate(_TABLE)
    said = re.sub(rf"ि({_CLUSTER})", r"\1ि", said.replace("्ा", ""))
    said = re.sub(rf"({_CLUSTER}[{_VOWELS}]*){{", r"र्\1", said)
    for apart, together in _COMPOSED:
        said = said.replace(apart, together)
    return re.sub(rf"([ंँ])([{_VOWELS[:-2]}])", r"\2\1", said)
