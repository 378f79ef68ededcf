"""Compare the contact details of two states of a repository: what was added, removed, changed or moved."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from operator import attrgetter, ne
from typing import get_args

from suluh.check.contacts import find
from suluh.model.change import Change, Changes, Found, Kind

_TEXTS = (
    ".cfg", ".css", ".csv", ".htm", ".html", ".ics", ".in", ".ini", ".js", ".json", ".md", ".mjs", ".po", ".py", ".sh",
    ".svg", ".toml", ".txt", ".vcf", ".xml", ".yaml", ".yml",
)  # fmt: skip
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_KINDS: tuple[Kind, ...] = get_args(Kind)
_ALIKE = 0.5
_LONG = 1000  # signs of a value are too many to be held against those of another, each against each
_MANY = 400_000  # pairs are too many to be held against each other

ELSEWHERE = "It stands beside other words now."
STIRRED = "It stands in another place among its like now."
REWRITTEN = "It reads the same and is written otherwise."

Versions = Mapping[str, tuple[bytes | None, bytes | None]]
Pair = tuple[Found, Found]
Key = Callable[[Found], Hashable]

_SAME: Key = attrgetter("same")
_AROUND: Key = attrgetter("around")
_FILE: Key = attrgetter("place.file")
_PLACE = attrgetter("place")


def compare(base: str, files: Versions, unread: Iterable[str] = ()) -> Changes:
    """Compare the files that differ, each as it was and as it is; None where there is none."""
    gone: list[Found] = []
    come: list[Found] = []
    unseen = [*unread]
    for name, versions in files.items():
        texts = [_text(name, content) for content in versions]
        unseen += [name] if None in texts else []
        gone += find(name, texts[0] or "")
        come += find(name, texts[1] or "")
    changes: list[Change] = []
    moved: list[Change] = []
    for kind in _KINDS:
        left = _Left([one for one in gone if one.kind == kind], [one for one in come if one.kind == kind])
        changes += sorted(left.changes(), key=_PLACE)
        moved += sorted(left.moved, key=_PLACE)
    return Changes(base, tuple(changes), tuple(moved), tuple(sorted(unseen)))


def _text(name: str, content: bytes | None) -> str | None:
    """Read a file as text; None if it is none. A file that is named as text is one, whatever is mixed into it."""
    if content is None:
        return ""
    if content.startswith(_WIDE):
        return content.decode("utf-16", "replace")
    if (b"\0" in content or content.startswith(b"%PDF")) and not name.lower().endswith(_TEXTS):
        return None
    return content.decode("utf-8", "replace")


class _Left:
    """Details of one kind that are not accounted for yet: what stood somewhere, and what stands somewhere."""

    def __init__(self, gone: Iterable[Found] = (), come: Iterable[Found] = ()) -> None:
        self.gone, self.come = [*gone], [*come]
        self.changed: list[Pair] = []
        self.moved: list[Change] = []

    def changes(self) -> Iterator[Change]:
        """Account for all of a repository: first within each file, then among all of them."""
        self._in_each(_FILE, _Left._in_a_file)
        self.moved += [_change(*pair) for pair in self._taken(lambda one: (one.same, one.around))]
        self.moved += [_change(*pair, ELSEWHERE) for pair in self._taken(_SAME)]
        self._in_each(_FILE, _Left._by_likeness)
        self.changed += self._taken(_AROUND)
        yield from (_change(*pair) for pair in self.changed)
        yield from (_change(one, None) for one in self.gone)
        yield from (_change(None, one) for one in self.come)

    def _in_a_file(self) -> None:
        self._in_each(_AROUND, _Left._in_place)
        self._leave_what_stays()

    def _in_place(self) -> None:
        """Compare what stands beside the same words. When there are as many as before, each took another's place."""
        self._leave_what_stays()
        self.moved += [_change(*pair, STIRRED) for pair in self._taken(_SAME)]
        if len(self.gone) == len(self.come):
            self.changed += zip(self.gone, self.come, strict=True)
            self.gone, self.come = [], []

    def _leave_what_stays(self) -> None:
        """Leave out what stands in the same order as before."""
        if not self.gone or not self.come:
            return
        was, now = map(_SAME, self.gone), map(_SAME, self.come)
        same = SequenceMatcher(None, [*was], [*now], autojunk=False).get_matching_blocks()
        for block in reversed(same):
            del self.gone[block.a : block.a + block.size]
            del self.come[block.b : block.b + block.size]

    def _by_likeness(self) -> None:
        """Pair those that are most alike, so that one changed digit is seen as such."""
        if len(self.gone) * len(self.come) > _MANY:
            return
        likely = sorted((-alike, abs(was.place.line - now.place.line), n, m)
                        for n, was in enumerate(self.gone) for m, now in enumerate(self.come)
                        if (alike := _likeness(was.value, now.value)) >= _ALIKE)  # fmt: skip
        gone, come = dict(enumerate(self.gone)), dict(enumerate(self.come))
        for _, _, n, m in likely:
            if n in gone and m in come:
                self.changed.append((gone.pop(n), come.pop(m)))
        self.gone, self.come = [*gone.values()], [*come.values()]

    def _taken(self, key: Key) -> list[Pair]:
        """Take out pairs that have a key in common, in their order."""
        waiting = defaultdict(list)
        for one in reversed(self.come):
            waiting[key(one)].append(one)
        pairs = [(one, waiting[key(one)].pop()) for one in self.gone if waiting[key(one)]]
        taken = {one for pair in pairs for one in pair}
        self.gone = [one for one in self.gone if one not in taken]
        self.come = [one for one in self.come if one not in taken]
        return pairs

    def _in_each(self, key: Key, account: Callable[["_Left"], None]) -> None:
        """Account for those by themselves that have a key in common, and take back what is left of them."""
        groups: dict[Hashable, _Left] = defaultdict(_Left)
        for one in self.gone:
            groups[key(one)].gone.append(one)
        for one in self.come:
            groups[key(one)].come.append(one)
        for group in groups.values():
            account(group)
            self.changed += group.changed
            self.moved += group.moved
        self.gone = sorted((one for group in groups.values() for one in group.gone), key=_PLACE)
        self.come = sorted((one for group in groups.values() for one in group.come), key=_PLACE)


def _likeness(was: str, now: str) -> float:
    """Tell how much two values have in common: sign by sign, else from both ends."""
    shortest, longest = sorted((len(was), len(now)))
    if shortest == longest:
        return float(1 - sum(map(ne, was, now)) / longest)
    return min(_begin(was, now) + _begin(was[::-1], now[::-1]), shortest) / longest


def _begin(one: str, other: str) -> int:
    return next((at for at, signs in enumerate(zip(one, other, strict=False)) if ne(*signs)), min(len(one), len(other)))


def _change(before: Found | None, after: Found | None, note: str = "") -> Change:
    [found, *_] = [one for one in (after, before) if one]
    said = [note, *_differences(before, after), after.note if after else ""]
    if before and before.note and not (after and after.note == before.note):
        said.append(f"Before: {before.note}" if after else before.note)
    return Change(found.kind, found.place.file, before, after, " ".join(filter(None, said)))


def _differences(before: Found | None, after: Found | None) -> Iterator[str]:
    """Say by how much two differ."""
    if before is None or after is None or before.same == after.same:
        return
    if before.value == after.value:
        yield REWRITTEN
        return
    number = _differing(before.value, after.value)
    word = "digit" if before.kind in ("phone", "bank") else "sign"
    yield f"{number} {word} differs." if number == 1 else f"{number} {word}s differ."


def _differing(was: str, now: str) -> int:
    if len(was) == len(now):
        return sum(map(ne, was, now))
    if max(len(was), len(now)) > _LONG:
        return max(len(was), len(now)) - min(_begin(was, now) + _begin(was[::-1], now[::-1]), len(was), len(now))
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return sum(max(a1 - a0, b1 - b0) for step, a0, a1, b0, b1 in steps if step != "equal")
