"""What search loads of one edition.

What this file writes, `overrides/components/search/script.js` asks for. Change both or neither.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, chain, groupby
from operator import sub

import brotli

from suluh.model.output import Entry
from suluh.model.settings import Language

Hits = tuple[int, int, list[int]]
"""Pages that hold a term: its weight there, below 16, its length, and the numbers of the pages."""

Found = Mapping[str, Sequence[Hits]]
"""The hits of each term, those of the greatest weight first."""

Keys = Sequence[tuple[str, str]]
"""Terms, or ends of terms, each with a list of hits as it is written."""

SPREAD = 5
"""No index becomes smaller than a fifth by being compressed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much stands in one place. With these, a first answer to two words stays below 20,000 bytes."""

    one_file: int = 16_000  # bytes, as Brotli sends them, of an index that is not cut
    piece: int = 6_000  # bytes of a piece of terms, about
    together: int = 6  # pages whose titles and summaries are one piece
    first: int = 5  # hits that are shown before the reader asks for more
    listed: int = 3_000  # hits of one list; the others stand elsewhere
    names: int = 32  # of pieces of one kind; where there are more pieces, neighbours share a name


LIMITS = Limits()


class _Digits(dict[int, str]):
    """Numbers as they are written."""

    def __missing__(self, number: int) -> str:
        text = self[number] = _number(number)
        return text


def _number(number: int) -> str:
    """Write a number to the base of 32, its last digit by other signs than those before it."""
    text = chr(93 + number % 32)
    while number := number // 32:
        text = chr(59 + number % 32) + text
    return text


_DIGITS = _Digits()


def search_files(
    language: Language, home: str, entries: Iterable[Entry], limits: Limits = LIMITS
) -> Iterator[tuple[str, bytes]]:
    """Write what search loads of an edition: one file, or where that would be too heavy a head and pieces.

    The one file holds `pages`, each as [address from the edition's home, title, summary] with the languages of these
    two where they are borrowed, and `words`: all terms, and the hits of each.
    """
    rows, found = _gathered(language, home, entries)
    whole = _one_file(rows, found) if sum(map(len, rows)) <= SPREAD * limits.one_file else None
    if whole and _fits(whole, limits.one_file):
        yield f"{home}search.json", whole
    else:
        yield from _in_pieces(home, rows, found, limits)


def _gathered(language: Language, home: str, entries: Iterable[Entry]) -> tuple[list[str], Found]:
    """Turn entries round: what is shown of each page, and for each term the pages that hold it."""
    rows = []
    pages: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        rows.append(_row(language, home, entry))
        for term_and_weight in entry.terms.items():
            pages[term_and_weight].append(number)
    found: defaultdict[str, list[Hits]] = defaultdict(list)
    for (term, weight), numbers in sorted(pages.items(), key=lambda item: -item[0][1]):
        found[term].append((weight, _length(term), numbers))
    return rows, found


def _row(language: Language, home: str, entry: Entry) -> str:
    shown = (entry.title, entry.description)
    borrowed = ["" if reading.language == language.code else reading.language for reading in shown]
    return _json([entry.route.removeprefix(home), *(one.text for one in shown), *(borrowed if any(borrowed) else ())])


def _one_file(rows: Iterable[str], found: Found) -> bytes:
    words = _joined([(term, _written(found[term], _length(term))) for term in sorted(found)])
    return f'{{"pages":[{",".join(rows)}],"words":{words}}}'.encode()


def _fits(data: bytes, most: int) -> bool:
    """Weigh a file as it would be sent, also where no compressed copies are made: a site is the same in both cases."""
    return len(data) <= SPREAD * most and len(brotli.compress(data, mode=brotli.MODE_TEXT, quality=5)) <= most


def _in_pieces(home: str, rows: Sequence[str], found: Found, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Write pieces, whose names change with what they hold, and the head, which alone has always the same name.

    A piece of `terms` is a range of keys; `starts` tells where each begins. A piece of `pages` is what some hits show.
    """
    folder, index, before = f"{home}search/pieces/", _Index(found, limits), ""
    starts: list[str] = []
    pieces: list[bytes] = []
    for keys in index.pieces():
        first = keys[0][0]
        starts.append(first[: _shared(before, first) + 1] if starts else "")
        pieces.append(_joined(keys).encode())
        before = keys[-1][0]
        yield from ((f"{folder}{name}.json", file) for _, hits in keys for name, file in index.rest.pop(hits, ()))
    shown = [",".join(rows[first : first + limits.together]) for first in range(0, len(rows), limits.together)]
    head = {
        "count": len(rows),
        "first": limits.first,
        "together": limits.together,
        "starts": " ".join(_front_coded(starts)),
    }
    for kind, some in (("terms", pieces), ("pages", [f"[{one}]".encode() for one in shown])):
        span = -(-len(some) // limits.names)
        names = [_name(some[first : first + span]) for first in range(0, len(some), span or 1)]
        yield from (
            (f"{folder}{kind}-{names[number // span]}-{number % span}.json", piece) for number, piece in enumerate(some)
        )
        head[kind] = {"span": span, "names": names}
    yield f"{home}search.json", _json(head).encode()


@dataclass(frozen=True, slots=True)
class _Shelf:
    """All keys that begin with one letter. A key is the end of a term, from a letter on.

    `terms` are those that end so, `keys` has their hits, `sizes` the room that is taken up to each.
    """

    words: Sequence[str]
    terms: Sequence[Sequence[str]]
    keys: Keys
    sizes: Sequence[int]


class _Index:
    """The terms of an edition as keys in order, so that all terms that hold a word stand side by side.

    `rest` has the files of those that are too long for one place, with their names, by the list as it is written.
    """

    def __init__(self, found: Found, limits: Limits) -> None:
        self.found, self.limits = found, limits
        self.rest: dict[str, list[tuple[str, bytes]]] = {}
        self._ends: dict[str, str] = {}

    def pieces(self) -> Iterator[Keys]:
        """Join what stands side by side to pieces that are as large as they may be."""
        piece: list[tuple[str, str]] = []
        full = 0
        for size, keys in self._units():
            if piece and full + size > self.limits.piece:
                yield piece
                piece, full = [], 0
            piece += keys
            full += size
        if piece:
            yield piece

    def _units(self) -> Iterator[tuple[int, Keys]]:
        """Give all keys in order, in parts that no piece may divide, each with its size."""
        holding: defaultdict[str, list[str]] = defaultdict(list)
        for term in self.found:
            for letter in {term[0], *filter(str.isalnum, term)}:
                holding[letter].append(term)
        for letter in _sorted(holding):
            shelf = self._shelf(letter, holding[letter])
            yield from self._cut(shelf, 0, len(shelf.words))

    def _shelf(self, letter: str, terms: Iterable[str]) -> _Shelf:
        ends: defaultdict[str, list[str]] = defaultdict(list)
        for term in terms:
            start = term.find(letter)
            while start >= 0:
                ends[term[start:]].append(term)
                start = term.find(letter, start + 1) if letter.isalnum() else -1
        words = _sorted(ends)
        keys = [(word, self._list(word, ends[word])) for word in words]
        return _Shelf(words, [ends[word] for word in words], keys, [0, *accumulate(map(_size, keys))])

    def _cut(self, shelf: _Shelf, first: int, end: int) -> Iterator[tuple[int, Keys]]:
        """Cut a range where its letters begin to differ, until each part fits into a piece.

        A range that is cut is led by a key with a star, which has the hits of all: one piece answers for any word.
        """
        size = shelf.sizes[end] - shelf.sizes[first]
        if size <= self.limits.piece or end - first == 1:
            yield size, shelf.keys[first:end]
            return
        shared = _shared(shelf.words[first], shelf.words[end - 1])
        begun = shelf.words[first][:shared]
        star = f"{begun}*", self._list(begun, dict.fromkeys(chain.from_iterable(shelf.terms[first:end])))
        yield _size(star), [star]
        first += shelf.words[first] == begun
        for _, group in groupby(range(first, end), lambda place: shelf.words[place][shared]):
            places = list(group)
            yield from self._cut(shelf, places[0], places[-1] + 1)

    def _list(self, word: str, terms: Collection[str]) -> str:
        """Write the hits of all terms that a key stands for as one list, in which each page has its best."""
        if len(terms) > 1:
            return self._shortened(_best(chain.from_iterable(self.found[term] for term in terms)), _length(word))
        (term,) = terms
        if term == word:
            return self._shortened(self.found[term], _length(term))
        if term not in self._ends:
            self._ends[term] = self._shortened(self.found[term], 0)
        return self._ends[term]

    def _shortened(self, hits: Sequence[Hits], length: int) -> str:
        """Write a list. Where it goes on elsewhere, a weight of 0 tells of how many hits, and in how many files."""
        parts = _parts(hits, self.limits.listed)
        if len(parts) == 1:
            return _written(hits, length)
        files = [_json(_written(part)).encode() for part in parts[1:]]
        name = _name(files)
        left = sum(len(pages) for part in parts[1:] for *_, pages in part)
        told = "".join(map(_number, ((left - 1) * 32, len(files), int(name, 16))))
        text = _written(parts[0], length) + told
        self.rest[text] = [(f"rest-{name}-{number}", file) for number, file in enumerate(files)]
        return text


def _best(hits: Iterable[Hits]) -> list[Hits]:
    """Give each page the best of its hits: that of the greatest weight for each letter of a term."""
    shares: dict[float, tuple[int, int]] = {}
    best: dict[int, float] = {}
    for weight, length, pages in sorted(hits, key=lambda hit: (hit[0] / hit[1], hit[0])):
        share = weight / length
        shares[share] = weight, length
        for page in pages:
            best[page] = share
    sharing: defaultdict[float, list[int]] = defaultdict(list)
    for page in sorted(best):
        sharing[best[page]].append(page)
    return [(*shares[share], sharing[share]) for share in sorted(sharing, reverse=True)]


def _parts(hits: Sequence[Hits], most: int) -> list[Sequence[Hits]]:
    """Cut a list wherever it becomes too long."""
    if sum(len(pages) for *_, pages in hits) <= most:
        return [hits]
    parts: list[list[Hits]] = [[]]
    room = most
    for weight, length, pages in hits:
        first = 0
        while first < len(pages):
            if not room:
                parts.append([])
                room = most
            taken = pages[first : first + room]
            parts[-1].append((weight, length, taken))
            first += len(taken)
            room -= len(taken)
    return [*parts]


def _written(hits: Iterable[Hits], length: int = 0) -> str:
    """Write hits of one weight and length after the others: how many and what weight, then the step to each page.

    Where the length is not the one before, the first number is odd and the length follows it.
    """
    text: list[str] = []
    for weight, own, pages in hits:
        start = (len(pages) - 1) * 32 + weight * 2
        text.append(_DIGITS[start] if own == length else _DIGITS[start + 1] + _DIGITS[own])
        text.append(_DIGITS[pages[0]])
        text += map(_DIGITS.__getitem__, map(sub, pages[1:], pages))
        length = own
    return "".join(text)


def _joined(keys: Keys) -> str:
    """Join words, each beginning with how many letters (0 to 9) it shares with the one before, and their lists."""
    return _json([" ".join(_front_coded(word for word, _ in keys)), " ".join(hits for _, hits in keys)])


def _front_coded(words: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in words:
        shared = _shared(before[:9], word)
        yield f"{shared}{word[shared:]}"
        before = word


def _shared(first: str, second: str) -> int:
    """Count the letters in which two words begin alike."""
    shared = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _size(key: tuple[str, str]) -> int:
    """Tell about how much room a key takes with its list."""
    return len(key[0]) + len(key[1])


def _length(term: str) -> int:
    """Count letters as JavaScript does."""
    return len(term) if max(term) <= "\uffff" else len(_utf_16(term)) // 2


def _sorted(words: Collection[str]) -> list[str]:
    """Sort words as JavaScript compares them; only for letters of more than 16 bits is that another order."""
    return sorted(words, key=_utf_16 if max("".join(words), default="") > "\uffff" else None)


def _utf_16(word: str) -> bytes:
    return word.encode("utf-16-be")


def _name(pieces: Iterable[bytes]) -> str:
    """Name some pieces by what they hold."""
    return sha256(b"\n".join(pieces)).hexdigest()[:8]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
