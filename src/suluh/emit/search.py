"""The search index of one edition, and the reading of words that search depends on.

`fold` and `terms` do exactly what their namesakes in `overrides/components/search/script.js` do:
what this file writes, that one asks for. Change both or neither.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain, pairwise, takewhile
from operator import eq
from unicodedata import category, normalize

from suluh.model.edition import Edition, Page, Reading

Weights = Mapping[int, int]
"""The documents that hold a term, by number, and how much the term weighs in each."""

_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f"  # soft hyphen; accents
    "\u0640\u064b-\u065f\u0670"  # Arabic: tatweel, harakat with madda and hamza, small alef
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"  # what takes no room
)
_SAME = str.maketrans(
    {"ß": "ss", "\u03c2": "\u03c3", "đ": "d"}  # sharp s and sigma as `casefold` has them; Vietnamese d
    | dict.fromkeys("\u0643\u06aa", "\u06a9")  # kaf
    | dict.fromkeys("\u0649\u064a", "\u06cc")  # yeh
    | dict.fromkeys("\u0629\u0647\u06c3\u06d5", "\u06c1")  # heh
)
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


def search_index(edition: Edition) -> bytes:
    """Write what search loads: the pages that can be found, and which term stands where.

    `pages` holds [address from the edition's home, title, summary], and the languages of these
    two where they are borrowed. `terms` is sorted; each begins with how many letters (0 to 9) it
    shares with the one before. `hits` holds a list for each term: the step from the last
    document's number, times `scale`, plus the weight.
    """
    pages = [page for page in edition.pages if page.search]
    found = _weights(pages, unspaced=edition.frame.language.unspaced)
    words = sorted(found)
    scale = 1 + max(chain.from_iterable(hits.values() for hits in found.values()), default=0)
    index = {
        "pages": [_document(edition, page) for page in pages],
        "scale": scale,
        "terms": " ".join(_front_coded(words)),
        "hits": " ".join(_hits(found[word], scale) for word in words),
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()


def fold(text: str) -> str:
    """Give what readers mean to be the same text the same letters.

    `lower` and not `casefold`: JavaScript has only that, and in our scripts they differ only
    where `_SAME` makes up for it.
    """
    plain = normalize("NFD", normalize("NFKC", text).lower())
    same = normalize("NFC", _DROPPED.sub("", plain).translate(_SAME))
    return _DIGIT.sub(lambda digit: str(int(digit[0])), same)


def terms(text: str, *, unspaced: bool) -> list[str]:
    """Cut a text into words; where they are `unspaced`, into each two neighbouring clusters.

    A cluster is a letter with its marks.
    """
    runs = fold(text).translate(_GAPS).split()
    if not unspaced:
        return runs
    return [term for run in runs for part in _PART.findall(run) for term in _pieces(part)]


def _pieces(part: str) -> list[str]:
    if not _UNSPACED.match(part):
        return [part]
    clusters = _CLUSTER.findall(part)
    return [first + second for first, second in pairwise(clusters)] or clusters


def _weights(pages: Iterable[Page], *, unspaced: bool) -> Mapping[str, Weights]:
    """Find the greatest weight of each term in each document."""
    read = cache(partial(terms, unspaced=unspaced))
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, page in enumerate(pages):
        for term, weight in _in_page(page, read).items():
            found[term][number] = weight
    return found


def _in_page(page: Page, read: Callable[[str], list[str]]) -> Mapping[str, int]:
    """Find the terms of one page, each with its greatest weight.

    Texts are read in chunks between white space: most chunks come back, and are read only once.
    """
    found: dict[str, int] = {}
    for weight, text in sorted(page.search):
        for chunk in dict.fromkeys(text.split()):
            found.update(dict.fromkeys(read(chunk), weight))
    return found


def _document(edition: Edition, page: Page) -> list[str]:
    shown = (page.title, page.description)
    languages = [_borrowed(edition, reading) for reading in shown]
    address = page.route.removeprefix(edition.frame.home)
    return [address, *(reading.text for reading in shown), *(languages if any(languages) else ())]


def _borrowed(edition: Edition, reading: Reading) -> str:
    return "" if reading.language == edition.frame.language.code else reading.language


def _front_coded(words: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in words:
        shared = sum(takewhile(bool, map(eq, before[:9], word[:9])))
        yield f"{shared}{word[shared:]}"
        before = word


def _hits(weights: Weights, scale: int) -> str:
    numbers = [0, *sorted(weights)]
    return ",".join(str((number - last) * scale + weights[number]) for last, number in pairwise(numbers))
