"""Digest every file that a site is made of, so that it is known what has changed."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from suluh.store import digest

LARGEST = 1_000_000
"""So many bytes of a file are read: of a larger one nothing is made."""


Seal = tuple[int, int, int]
"""By which a file is known that has not changed: its place on the disk, its time and its size."""


def scan(root: Path, names: Iterable[str], known: dict[str, tuple[Seal, str]]) -> Mapping[str, str]:
    """Digest the files of some folders, and some files, by their path below the root. What is not there is left out.

    What is `known` is not read again. That is for who watches the files: a file may be changed twice in one tick.
    """
    found: dict[str, str] = {}
    for name in names:
        path = root / name
        if path.is_dir():
            found.update(sorted(_in(os.fspath(path), f"{name}/", known, f"{os.path.realpath(root)}/")))
        elif path.is_file():
            found[name] = _digest(os.fspath(path), known)
    return found


def _in(folder: str, prefix: str, known: dict[str, tuple[Seal, str]], inside: str) -> Iterator[tuple[str, str]]:
    """Digest what lies in a folder. Folders that are linked from `inside` are entered, but not those linked in them."""
    try:
        entries = list(os.scandir(folder))
    except OSError as fault:
        yield prefix, digest("unreadable", str(fault.errno))
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _in(entry.path, f"{prefix}{entry.name}/", known, inside)
        elif not entry.is_symlink():
            yield prefix + entry.name, _digest(entry.path, known)
        else:  # a link is not the file it leads to: one that leads out of the repository is a fault
            target = os.path.realpath(entry.path)
            yield prefix + entry.name, digest("link", os.fsencode(target), _digest(entry.path, known))
            if inside and f"{target}/".startswith(inside) and os.path.isdir(target):
                yield from _in(entry.path, f"{prefix}{entry.name}/", known, "")


def _digest(path: str, known: dict[str, tuple[Seal, str]]) -> str:
    """Digest a file by its bytes; of what is no text file nothing is made, so its size will do."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            return digest("strange", os.fsencode(os.path.realpath(path)))
        seal = about.st_ino, about.st_mtime_ns, about.st_size
        if path not in known or known[path][0] != seal:
            known[path] = seal, digest(str(about.st_size), read(path))
        return known[path][1]
    except OSError as fault:
        return digest("unreadable", str(fault.errno))


def read(path: str) -> bytes:
    """Read a file as far as it may be read; what `open` gives costs more than the reading."""
    file = os.open(path, os.O_RDONLY)
    try:
        parts, missing = list[bytes](), LARGEST
        while missing and (part := os.read(file, missing)):
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)
    finally:
        os.close(file)
