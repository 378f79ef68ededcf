"""What the page to narrow down looks through: which entries fit each choice, and what it shows of them, in pieces."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from hashlib import sha256

from suluh.model.entry import Choices, Directory, Entry
from suluh.model.organisation import ANY

TOGETHER = 100
"""So many entries stand in one piece."""


def find_files(directory: Directory) -> Iterator[tuple[str, bytes]]:
    """Give the files of one language: path below the site's root, and bytes.

    `find.json` holds for each choice and each of its options the numbers of the entries that fit, each as its distance
    from the one before; the last list of a choice is of those of whom nothing is known. `pieces` names the files with
    what is shown of each entry: name, what it does and in which language, route, kind as the number of an option,
    state, day or year, and where there is one the number as it is dialled and as it is read.
    """
    folder = f"{directory.language}/find/"
    kinds = next((one for one in directory.choices if one.id == "kind"), None)
    rows = [_row(entry, kinds) for entry in directory.entries]
    pieces = [_json(rows[start : start + TOGETHER]) for start in range(0, len(rows), TOGETHER)]
    names = [f"{sha256(piece).hexdigest()[:10]}.json" for piece in pieces]
    yield from zip((folder + name for name in names), pieces, strict=True)
    fitting = {one.id: _columns(one, directory.entries) for one in directory.choices}
    head = {"count": len(rows), "together": TOGETHER, "pieces": names, "choices": fitting}
    yield f"{folder}find.json", _json(head)


def _row(entry: Entry, kinds: Choices | None) -> list[object]:
    card = entry.card
    kind = [one.id for one in kinds.options].index(card.kind) if kinds else 0
    day = card.verified_on.isoformat() if card.verified_on else card.year
    number = [card.line.number, card.line.shown] if card.line else []
    return [card.name.text, card.about.text, card.about.language, card.route, kind, card.state, day, *number]


def _columns(one: Choices, entries: Sequence[Entry]) -> list[list[int]]:
    known = [_KNOWN[one.id](entry) for entry in entries]
    lists = [
        [number for number, values in enumerate(known) if option.id in values or ANY in values]
        for option in one.options
    ]
    unknown = [number for number, values in enumerate(known) if not values]
    return [_distances(numbers) for numbers in (*lists, unknown)]


_KNOWN: Mapping[str, Callable[[Entry], Collection[str]]] = {
    "need": lambda entry: {one.id for one in entry.services},
    "place": lambda entry: {one.id for one in (*((entry.base,) if entry.base else ()), *entry.reach)},
    "language": lambda entry: {one.id for one in entry.languages},
    "kind": lambda entry: {entry.card.kind},
    "people": lambda entry: {one.id for one in entry.people},
}
"""What is known of an entry, by the choice it fits; nothing means that it is not known."""


def _distances(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
