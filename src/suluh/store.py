"""Keep what was made, so that nothing is made twice: results by what they depend on, files by their content.

All of it may be lost, shared between machines, or brought back from elsewhere at any time.
"""

import hashlib
import json
import os
import shutil
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_DIGITS = 40  # of 64: more than enough that two things never share a name


def digest(*parts: str | bytes) -> str:
    """Digest some parts in their order: 40 hex digits."""
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return hashed.hexdigest()[:_DIGITS]


def name_of(data: bytes) -> str:
    """Name some bytes by their digest."""
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


class Store:
    """A folder of kept things. Two builds may use it at once: whatever is there is whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = os.fspath(folder)
        self.damaged = 0  # so many kept things were not what they had been
        self._seals: dict[str, list[int]] | None = None
        self._changed = False

    def _path(self, kind: str, name: str) -> str:
        return f"{self._root}/{kind}/{name[:2]}/{name[2:]}"

    def result(self, key: str) -> bytes | None:
        """Give the result that is kept for the digest of all it depends on."""
        try:
            with open(self._path("results", key), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return None
        checked, _, content = data.partition(b"\n")
        if name_of(content).encode() == checked:
            return content
        self.damaged += 1
        return None

    def keep(self, key: str, content: bytes) -> None:
        """Keep a result."""
        _write(self._path("results", key), name_of(content).encode() + b"\n" + content)

    def add(self, content: bytes) -> str:
        """Keep a file by its content, and give its name."""
        name = name_of(content)
        if not self.sound(name):
            _write(self._path("files", name), content)
        return name

    def read(self, name: str) -> bytes | None:
        """Give a kept file; none where it is gone or is not what it was, which it then never was."""
        path = self._path("files", name)
        try:
            with open(path, "rb") as file:
                content = file.read()
        except (FileNotFoundError, IsADirectoryError):  # nothing has no name
            return None
        if name_of(content) == name:
            return content
        self.damaged += 1
        with suppress(OSError):
            os.unlink(path)
        return None

    def sound(self, name: str) -> bool:
        """Tell whether a file is kept and is what its name says; it is read if it has changed since it last was."""
        return self.all_sound((name,))

    def all_sound(self, names: Iterable[str]) -> bool:
        """Tell whether all of some files are sound. It is asked of every file in each build."""
        seals, start = self._sealed(), f"{self._root}/files/"
        for name in names:
            try:
                known = os.stat(f"{start}{name[:2]}/{name[2:]}")
            except FileNotFoundError:
                return False
            if seals.get(name) != _seal(known):
                if self.read(name) is None:
                    return False
                self._seal_as(name, known)
        return True

    def link(self, name: str, target: str) -> None:
        """Put a kept file that is sound at a place where nothing is, without a second copy where the disk allows it."""
        try:
            os.link(self._path("files", name), target)
            if name not in self._sealed():
                self._seal_as(name, os.stat(target))
        except (FileNotFoundError, FileExistsError):
            raise
        except OSError:
            shutil.copyfile(self._path("files", name), target)

    def is_at(self, name: str, path: str) -> bool:
        """Tell whether a place holds a kept file itself, unchanged since it was found sound."""
        return (name in self._sealed() or self.sound(name)) and self._sealed()[name] == _seal(os.stat(path))

    def seal(self) -> None:
        """Remember which files have been found sound."""
        if self._changed:
            _write(f"{self._root}/seals", json.dumps(self._sealed()).encode())
            self._changed = False

    def _seal_as(self, name: str, known: os.stat_result) -> None:
        self._sealed()[name] = _seal(known)
        self._changed = True

    def _sealed(self) -> dict[str, list[int]]:
        if self._seals is None:
            try:
                with open(f"{self._root}/seals", "rb") as file:
                    found = json.load(file)
            except (OSError, ValueError):
                found = {}
            self._seals = found if isinstance(found, dict) else {}
        return self._seals


def _seal(known: os.stat_result) -> list[int]:
    return [known.st_ino, known.st_mtime_ns, known.st_size]


def _write(path: str, content: bytes) -> None:
    """Write a file so that it is whole or not there; whoever edits it by hand would edit what is kept."""
    part = f"{path}.{os.getpid()}-{threading.get_ident()}.part"
    try:
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
    except FileExistsError:  # a build that was killed had our number, as every build in a container may have
        os.unlink(part)
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
    try:
        with open(file, "wb") as opened:
            opened.write(content)
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            os.unlink(part)
        raise
