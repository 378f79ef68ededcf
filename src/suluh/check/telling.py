"""Tell at a glance where nothing private can be: most files, and most lines of the others, need no closer look."""

import re
import unicodedata

_STREET = r"(?=[JLPTKjlptk])(?i:jalan|jln|jl|lorong|lrg|persiaran|lebuh|taman|tmn|kampung|kg)\b"
_BEHIND_A_DIGIT = rf"(?:(?:[^\w\n]{{0,3}}\d){{4}}|\w?,?[ \t]*{_STREET})"
_WORDS = (
    r"@|\+|&|\\|J(?:alan|ALAN|l)|L(?:orong|ORONG|rg|ebuh|ane)|Persiaran|T(?:aman|AMAN|mn)|K(?:ampung|AMPUNG|g)"
    r"|N[oO]\.?[ \t]?\d|Street|Road|Avenue|Drive|Crescent"
)
_TELLING = re.compile("|".join((_WORDS, *(f"{digit}{_BEHIND_A_DIGIT}" for digit in range(10)))).encode("ascii"))
"""Digits one by one: alternatives that each begin with a sign of their own are found fastest."""

_USUAL = re.compile(
    rb"https?://[!#-%'*./0-:=?A-Z_a-z~\-]+|(?<![0-9])(?:19|20)[0-9]{2}-[01][0-9](?:-[0-3][0-9])?(?![0-9\-])"
)
"""Where digits stand that lead to nobody: addresses of pages, and days."""

_SIGNS = (b"(at)", b"[at]", b"geo:")
_SIGNS_WITH_A_STROKE = (
    *(b"///", b";base64,", b"/home/", b"/users/", b"maps", b"waze", b"osm.org", b"openstreetmap", b"plus.codes"),
    *(b"w3w", b"what3words", b"wa.me", b"whatsapp.com", b"t.me"),
)

_OTHER_DIGITS = "".join(chr(at) for at in range(0x80, 0xFFFF) if unicodedata.decimal(chr(at), None) is not None)
_OTHERS = re.compile(f"[\uff20°º\U00010000-\U0001fbff{_OTHER_DIGITS}]")
_OTHER = re.compile(rf"[\uff20°º]|\d{_BEHIND_A_DIGIT}|{_WORDS}")


def may_hold(text: str) -> bool:
    """Tell whether something private may stand in a text."""
    plain = text.encode("ascii", "ignore")
    if _TELLING.search(plain) and _TELLING.search(_USUAL.sub(b"/", plain)):
        return True
    lower = plain.lower()
    if any(sign in lower for sign in (_SIGNS + _SIGNS_WITH_A_STROKE if b"/" in lower else _SIGNS)):
        return True
    return not text.isascii() and _OTHERS.search(text) is not None and _OTHER.search(text) is not None
