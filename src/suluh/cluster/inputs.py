"""Put what a piece of work reads into the share, once, and take out of it what the work made."""

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from suluh.cluster.share import Share, pack, unpack
from suluh.store import Store, digest, name_of

WORTH = 1 / 3
"""A pack that a worker made is fetched by another for so much of what is in it; for less, that is packed anew."""

Wanted = tuple[tuple[str, frozenset[str] | None], ...]
"""Names of packs, and which of their files are wanted; none means all."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a piece of work reads: files and folders of the repository, and files and results that are kept."""

    sources: Sequence[str] = ()
    files: Sequence[str] = ()
    results: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """Where packs come from, and the store that they go to."""

    share: str
    store: Path


def bring(home: Home, name: str) -> list[str]:
    """Take a pack that a worker made into our own store, and name the files in it.

    Raises: Lost.
    """
    store, files = Store(home.store), list[str]()
    for path, content in unpack(_share(home.share).get([name])[name]):
        _, kind, first, rest = path.split("/")
        if kind == "files":
            files.append(store.add(content))
        else:
            store.keep(first + rest, content.partition(b"\n")[2])
    return files


@cache
def _share(url: str) -> Share:
    return Share(url)


class OnlyHere(Exception):
    """Something can be read on this machine only."""


class Inputs:
    """What is in a share of one repository and of what is kept of it. Many threads may ask at once."""

    def __init__(self, root: Path, store: Path, share: Share) -> None:
        self._root, self._store, self._share = root, Store(store), share
        self._lock = threading.Lock()
        self._there: set[str] = set()  # packs that are known to be in the share
        self._damaged: set[str] = set()  # and those of which it is known that they are not what they seem
        self._made: dict[str, str] = {}  # in which pack of a worker's a kept file is
        self._sizes: dict[str, int] = {}  # how many there are in each
        self._together: dict[str, str] = {}  # the pack of some kept files, by the digest of their names
        self._waiting: dict[str, threading.Lock] = {}

    def common(self, needs: Needs) -> str:
        """Put into one pack what every piece of work reads."""
        found = dict(self._sources(needs.sources, links=True))
        for key in needs.results:
            found[_kept("results", key)] = (self._store.folder / "results" / key[:2] / key[2:]).read_bytes()
        return self._put(found)

    def of(self, needs: Needs, beside: Mapping[str, bytes]) -> Wanted:
        """Put what a piece of work reads into packs, and some bytes beside it.

        Raises: OnlyHere.
        """
        wanted: dict[str, set[str]] = {}
        for file in needs.files:
            wanted.setdefault(self._made.get(file, ""), set()).add(file)
        made = {name: files for name, files in wanted.items() if name and len(files) >= WORTH * self._sizes[name]}
        rest = [file for file in needs.files if self._made.get(file, "") not in made]
        own = {**dict(self._sources(needs.sources)), **beside}
        packs = [*([self._put(own)] if own else []), *([self._of_kept(rest)] if rest else [])]
        theirs = ((name, frozenset(_kept("files", file) for file in files)) for name, files in made.items())
        return (*((name, None) for name in packs), *theirs)

    def learn(self, name: str, files: Sequence[str]) -> None:
        """Remember what is in a pack that a worker made."""
        with self._lock:
            self._made.update(dict.fromkeys(files, name))
            self._sizes[name] = len(files)

    def forget(self, names: Sequence[str]) -> None:
        """Have packs made anew that are lost."""
        lost = set(names)
        with self._lock:
            self._there -= lost
            self._damaged |= lost
            for file in [file for file, name in self._made.items() if name in lost]:
                del self._made[file]

    def _sources(self, names: Sequence[str], *, links: bool = False) -> Iterator[tuple[str, bytes]]:
        """Read files and folders of the repository. A link would be none elsewhere, and be judged otherwise."""
        real = self._root.resolve()
        for path in _below(self._root, names):
            whole = self._root / path
            if not whole.is_file() or not (links or whole.resolve() == real / path):
                raise OnlyHere
            yield f"root/{path}", whole.read_bytes()

    def _of_kept(self, names: Sequence[str]) -> str:
        """Put kept files into one pack; once, where several pieces of work ask for the same ones."""
        key = digest(*names)
        with self._lock:
            waiting = self._waiting.setdefault(key, threading.Lock())
        with waiting:
            if self._together.get(key) not in self._there:
                read = {_kept("files", name): self._store.read(name) for name in names}
                found = {path: content for path, content in read.items() if content is not None}
                if len(found) < len(read):
                    raise OnlyHere
                self._together[key] = self._put(found)
            return self._together[key]

    def _put(self, files: Mapping[str, bytes]) -> str:
        packed = pack(files)
        name = name_of(packed)
        if name not in self._there and (name in self._damaged or not self._share.has(name)):
            self._share.put(packed)
        with self._lock:
            self._there.add(name)
            self._damaged.discard(name)
        return name


def _kept(kind: str, name: str) -> str:
    return f"store/{kind}/{name[:2]}/{name[2:]}"


def _below(root: Path, names: Sequence[str]) -> Iterator[str]:
    """Name the files that some files and folders consist of."""
    for name in names:
        if not (root / name).is_dir():
            yield name
            continue
        for path, _, files in os.walk(root / name, followlinks=True):
            for file in files:
                yield os.path.relpath(f"{path}/{file}", root)
