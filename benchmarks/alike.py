"""Whether two sites say the same: only then may their builds be compared."""

from collections import Counter
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

LANGUAGES = ("en", "my")  # enough: the others are made alike


def alike(ours: Path, theirs: Path) -> float:
    """Tell which share of the words of our pages their pages hold as well; 1 is all."""
    said = held = 0
    for language in LANGUAGES:
        for path in sorted((ours / language).rglob("*.html")):
            words, other = _words(path), _words(theirs / path.relative_to(ours))
            said += words.total()
            held += (words & other).total()
    return held / said


def _words(path: Path) -> Counter[str]:
    """Count the words that a reader sees on a page; signs that stand alone are none."""
    if not path.is_file():
        return Counter()
    tree = LexborHTMLParser(path.read_text("utf-8"))
    for node in tree.css("script, style"):
        node.decompose()
    text = tree.body.text(separator=" ") if tree.body else ""
    return Counter(bare for word in text.split() if (bare := word.strip(".,:·")))
