"""Names that lead to a person: e-mail addresses, handles, folders that are called after whoever works in them."""

import re
from collections.abc import Iterator

from suluh.check.numbers import Hit

_AT, _DOT = r"(?:@|\s?[(\[]at[)\]]\s?)", r"(?:\.|\s?[(\[]dot[)\]]\s?)"
_EMAIL = re.compile(rf"[\w.+\-]+{_AT}[A-Za-z0-9][\w\-]*(?:{_DOT}[\w\-]+)*{_DOT}[A-Za-z]{{2,}}", re.ASCII)
_FREE = re.compile(
    r"(?:@|at[)\]]\s?)(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|me|proton\w*|gmx|qq|163|mail)\b",
    re.IGNORECASE,
)
"""Where persons have their e-mail."""

_STYLES = r"(?:media|font-face|import|keyframes|supports|charset|page|layer)\b"
_HANDLES = (
    re.compile(rf"(?<![A-Za-z0-9_])@(?!{_STYLES})[A-Za-z0-9_.]{{3,}}"),
    re.compile(r"\b(?i:wa\.me/|whatsapp\.com/(?:send|[A-Za-z0-9]{8})|t\.me/)[^\s\"'<>)\]]+"),
)
_FOLDERS = re.compile(r"(?:(?<![\w/.])/(?:home|Users)/|\b[A-Z]:\\+Users\\+)[\w.\-]+")


def names_in(text: str) -> Iterator[Hit]:
    """Find names, also inside the address of a page."""
    for match in _EMAIL.finditer(text):
        yield "own-email" if _FREE.search(match[0]) else "email", *match.span()
    yield from (("handle", *match.span()) for pattern in _HANDLES for match in pattern.finditer(text))
    yield from (("folder", *match.span()) for match in _FOLDERS.finditer(text))
