"""Burmese typed for the font Zawgyi: the code points of Unicode, used for what is drawn and not for what is said.

In Zawgyi the vowel e and the medial ra are typed before their letter, and other signs stand for stacked letters.
Source: the Unicode Standard, chapter 16.3; and what the font draws.
"""

import re

_LETTER = "[\u1000-\u1021\u1025\u103f\u104e]"
_MEDIALS = "\u103b\u103c\u103d\u103e"
_STACKED = dict(
    zip(
        (*range(0x1060, 0x106A), 0x106C, 0x106D, 0x1070, 0x1071, 0x1072, 0x1073, 0x1074, 0x1075, 0x1076, 0x1077, 0x1078,
         0x1079, 0x107A, 0x107B, 0x107C, 0x1085, 0x1093, 0x1096),
        "\u1000\u1001\u1002\u1003\u1005\u1006\u1006\u1007\u1007\u1008\u100b\u100c\u1010\u1011\u1011\u1012\u1013\u1014"
        "\u1015\u1016\u1017\u1017\u1018\u1019\u1019\u1019\u1018\u1010",
        strict=False,
    )
)  # fmt: skip
_SIGNS = {
    "\u1033": "\u102f", "\u1034": "\u1030", "\u1039": "\u103a", "\u103a": "\u103b", "\u107d": "\u103b",
    "\u103c": "\u103d", "\u103d": "\u103e", "\u1087": "\u103e", "\u1088": "\u103e\u102f", "\u1089": "\u103e\u1030",
    "\u108a": "\u103d\u103e", "\u105a": "\u102b\u103a", "\u1094": "\u1037", "\u1095": "\u1037", "\u108b": "\u1004\u103a\u1039\u102d",
    "\u108c": "\u1004\u103a\u1039\u102e", "\u108d": "\u1004\u103a\u1039\u1036", "\u108e": "\u102d\u1036",
    "\u1064": "\u1004\u103a\u1039", "\u106a": "\u1009", "\u106b": "\u100a", "\u108f": "\u1014", "\u1090": "\u101b",
    "\u1086": "\u103f", "\u1092": "\u100b\u1039\u100c", "\u1097": "\u100b\u1039\u100b", "\u106e": "\u100d\u1039\u100d",
    "\u106f": "\u100d\u1039\u100e", "\u1091": "\u100f\u1039\u100d",
}  # fmt: skip
_RA = "[\u103b\u107e-\u1084]"
_OWN = re.compile("[\u1033\u1034\u105a\u1060-\u1097]")
"""Signs that only Zawgyi uses in Burmese."""

_BEFORE = re.compile(
    f"(?:^|[^\u1000-\u1021\u1025\u103b-\u103f])[\u1031]|\u1039(?![\u1000-\u1021])|(?<![\u1000-\u1021\u1025\u1039-\u103f]){_RA}(?={_LETTER})"
)


def is_zawgyi(text: str) -> bool:
    """Tell whether a text has what Unicode never has in Burmese: signs of Zawgyi, or a vowel before its letter."""
    found = len(_OWN.findall(text)) + len(_BEFORE.findall(text))
    return found > 0


def from_zawgyi(text: str) -> str:
    """Read a text typed for Zawgyi."""
    said = re.sub("[\u103b\u107e-\u1084]", "\ue001", text)  # ra is drawn round its letter
    said = "".join(
        _SIGNS.get(sign) or (f"\u1039{_STACKED[ord(sign)]}" if ord(sign) in _STACKED else sign) for sign in said
    )
    said = re.sub(
        f"(\u1031?)(\ue001?)({_LETTER})(\u1004\u103a\u1039)?((?:\u1039[\u1000-\u1021])?)([{_MEDIALS}]*)", _ordered, said
    )
    said = re.sub("([\u102d\u102e\u1032\u1036]*)([\u103d\u103e]+)", r"\2\1", said)
    said = re.sub("([\u102f\u1030])([\u102d\u102e\u1032])", r"\2\1", said)
    said = re.sub("\u1036([\u102f\u1030])", "\\1\u1036", said)
    return re.sub("\u1037\u103a", "\u103a\u1037", said)


def _ordered(found: re.Match[str]) -> str:
    """Put the signs round a letter into the order of Unicode: kinzi, letter, stacked letter, medials, vowel e."""
    vowel, ra, letter, kinzi, stacked, medials = found.groups()
    medials = "".join(sorted({*medials, *("\u103c" if ra else "")}))
    return f"{kinzi or ''}{letter}{stacked}{medials}{vowel}"
