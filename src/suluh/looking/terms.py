"""Cut texts into the terms that they are found by.

`fold` and `terms` do exactly what their namesakes in `overrides/components/search/script.js` do:
what is made here, that one asks for. Change both or neither.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from unicodedata import category, normalize

from suluh.looking.roman import MARK, romans
from suluh.model.lookup import NOTHING, Lookup

_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f"  # soft hyphen; accents
    "\u0640\u064b-\u065f\u0670"  # Arabic: tatweel, harakat with madda and hamza, small alef
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"  # what takes no room
)
_SAME = (
    {"ß": "ss", "\u03c2": "\u03c3", "đ": "d"}  # sharp s and sigma as `casefold` has them; Vietnamese d
    | dict.fromkeys("\u0643\u06aa", "\u06a9")  # kaf
    | dict.fromkeys("\u0649\u064a", "\u06cc")  # yeh
    | dict.fromkeys("\u0629\u0647\u06c3\u06d5", "\u06c1")  # heh
)
_VARIANT = re.compile(f"[{''.join(_SAME)}]")
_DIGIT = re.compile(r"[^\D0-9]")

_SCRIPTS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u3005-\u3007\u3400-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f"  # Han, Burmese extended
    "\U00020000-\U0003ffff"  # more Han
)
_UNSPACED = re.compile(f"[{_SCRIPTS}]")
_PART = re.compile(f"[{_SCRIPTS}]+|[^{_SCRIPTS}]+")
_CLUSTER = re.compile(r".\W*")  # in a run, what is no letter or digit is a mark


class _Gaps(dict[int, str]):
    """For `str.translate`: letters, marks and digits stay, all else becomes a space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = category(letter)
        self[code] = letter if kind[0] in "LM" or kind == "Nd" else " "
        return self[code]


_GAPS = _Gaps()


def page_terms(texts: Iterable[tuple[int, str]], *, unspaced: bool, lookup: Lookup = NOTHING) -> dict[str, int]:
    """Find the terms of a page's texts, each with its greatest weight; and those by which people look for these."""
    found: dict[str, int] = {}
    for weight, text in sorted(texts):
        words = (
            chain(terms(text, unspaced=True), _across(text))
            if unspaced
            else chain.from_iterable(map(_spaced, dict.fromkeys(text.split())))
        )
        found.update(dict.fromkeys(words, weight))
    _add_same(found, lookup.same, unspaced=unspaced)
    if lookup.example:
        _add_romans(found)
    return found


def _across(text: str) -> Iterator[str]:
    """Give the pairs of clusters between which a space stands: not everybody writes one there."""
    for before, after in pairwise(fold(text).split()):
        if _UNSPACED.match(before[-1]) or (len(before) > 1 and not before[-1].isalnum()):
            first, second = _CLUSTER.findall(before), _CLUSTER.match(after)
            if second and _UNSPACED.match(after) and _UNSPACED.match(first[-1]):
                yield first[-1].translate(_GAPS).strip() + second[0].translate(_GAPS).strip()


def _add_same(found: dict[str, int], groups: Iterable[Sequence[str]], *, unspaced: bool) -> None:
    """Add to a page that says a word of a group all others that mean the same."""
    said = sorted(found)
    for group in groups:
        members = [_member(word, unspaced=unspaced) for word in group]
        weights = [_weight(found, said, member, unspaced=unspaced) for member in members]
        best = max(weights, default=0)
        for term in chain.from_iterable(members) if best else ():
            found[term] = max(found.get(term, 0), best)


@lru_cache(maxsize=8192)
def _member(word: str, *, unspaced: bool) -> tuple[str, ...]:
    return tuple(terms(word, unspaced=unspaced))


def _weight(found: Mapping[str, int], said: Sequence[str], member: Iterable[str], *, unspaced: bool) -> int:
    """Tell how much a word counts on a page; nothing, where the page does not say it, or a word that begins with it."""
    weights = []
    for term in member:
        at = bisect_left(said, term)
        begins = at < len(said) and said[at].startswith(term) and (not unspaced or len(_CLUSTER.findall(term)) == 1)
        weights.append(found.get(term) or (found[said[at]] if begins else 0))
    return min(weights, default=0)


def _add_romans(found: dict[str, int]) -> None:
    """Add how people type the terms of a page in Latin letters."""
    for term, weight in list(found.items()):
        for roman in romans(term):
            key = f"{MARK}{roman}"
            found[key] = max(found.get(key, 0), weight)


@lru_cache(maxsize=8192)
def _spaced(chunk: str) -> tuple[str, ...]:
    """Read what stands between white space: most of it comes back on other pages."""
    return tuple(terms(chunk, unspaced=False))


def fold(text: str) -> str:
    """Give what readers mean to be the same text the same letters.

    `lower` and not `casefold`: JavaScript has only that, and in our scripts they differ only
    where `_SAME` makes up for it.
    """
    plain = normalize("NFD", normalize("NFKC", text).lower())
    same = normalize("NFC", _VARIANT.sub(lambda letter: _SAME[letter[0]], _DROPPED.sub("", plain)))
    return _DIGIT.sub(lambda digit: str(int(digit[0])), same)


def terms(text: str, *, unspaced: bool) -> list[str]:
    """Cut a text into words; where they are `unspaced`, into each two neighbouring clusters.

    A cluster is a letter with its marks.
    """
    runs = fold(text).translate(_GAPS).split()
    if not unspaced:
        return runs
    return [term for run in runs for part in _PART.findall(run) for term in _pairs(part)]


def _pairs(part: str) -> list[str]:
    if not _UNSPACED.match(part):
        return [part]
    clusters = _CLUSTER.findall(part)
    return [first + second for first, second in pairwise(clusters)] or clusters
