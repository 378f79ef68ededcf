"""Lay out a site as a folder: every file where it belongs, without a second copy where the disk allows it.

Two folders take turns. The one that held the site before the last is brought up to date, and only what has changed
since is touched: to make and delete thousands of folders costs more than all else in a small build.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from suluh.store import Store

Files = Mapping[str, str]
"""Files by their path below a folder, and the name under which each is kept."""

Known = dict[str, dict[str, Any]]
"""What is known of a folder: its files, and when each of its folders was last changed."""


@dataclass(frozen=True, slots=True)
class Turns:
    """Where the folder waits that has its turn next, and what is known of both: never where the public may look."""

    waiting: Path

    def lay(self, files: Files, store: Store, folder: Path) -> None:
        """Put kept files at their paths below a folder that is not there yet."""
        known = self._taken(folder)
        times = _brought_up_to_date(known, files, store, os.fspath(folder)) if known else None
        if times is None:
            shutil.rmtree(folder, ignore_errors=True)
            lay(files, store, folder)
            times = _times(os.fspath(folder), _folders(files))
        self._note(".next", json.dumps({"files": dict(files), "folders": times}))

    def put_away(self, old: Path) -> None:
        """Let the folder wait that has been replaced; what is known of it is what was known of the site until now."""
        shutil.rmtree(self.waiting, ignore_errors=True)
        try:
            self.waiting.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self.waiting)
            self._named(".now").replace(self._named(".waiting"))
        except OSError:  # on another disk, or the first time
            shutil.rmtree(old, ignore_errors=True)
            shutil.rmtree(self.waiting, ignore_errors=True)
        self._named(".next").replace(self._named(".now"))

    def _taken(self, folder: Path) -> Known | None:
        """Take the folder that waits, so that no other build does."""
        try:
            known = json.loads(self._named(".waiting").read_bytes())
            self.waiting.rename(folder)
        except (OSError, ValueError):
            return None
        return known if isinstance(known, dict) and {"files", "folders"} <= known.keys() else None

    def _named(self, ending: str) -> Path:
        return self.waiting.with_name(f"{self.waiting.name}{ending}.json")

    def _note(self, ending: str, text: str) -> None:
        self.waiting.parent.mkdir(parents=True, exist_ok=True)
        part = self._named(f"{ending}-{os.getpid()}")
        part.write_text(text, "utf-8")
        part.replace(self._named(ending))


def lay(files: Files, store: Store, folder: Path) -> None:
    """Put kept files at their paths below a new folder."""
    root, made = os.fspath(folder), set[str]()
    os.makedirs(root)
    for path, name in files.items():
        _link(path, name, store, root, made)


def _link(path: str, name: str, store: Store, root: str, made: set[str]) -> None:
    parent = path.rpartition("/")[0]
    if parent and parent not in made:
        os.makedirs(f"{root}/{parent}", exist_ok=True)
        made.add(parent)
    store.link(name, f"{root}/{path}")


def _brought_up_to_date(known: Known, files: Files, store: Store, root: str) -> dict[str, int] | None:
    """Change in a folder what has changed since, and give the times of its folders; none if it is not as we knew it."""
    before, folders = known["files"], known["folders"]
    stays = [path for path, name in before.items() if files.get(path) == name]
    changed = [path for path in {**before, **files} if before.get(path) != files.get(path)]
    try:
        if _times(root, folders) != folders or not all(store.is_at(files[path], f"{root}/{path}") for path in stays):
            return None
        for path in before.keys() & set(changed):
            os.unlink(f"{root}/{path}")
        made = set(folders)
        for path in changed:
            if path in files:
                _link(path, files[path], store, root, made)
        wanted = _folders(files)
        for path in sorted(folders.keys() - set(wanted), reverse=True):
            with suppress(OSError):  # what stands there is of the new site
                os.rmdir(f"{root}/{path}")
        if folders.keys() != set(wanted):
            return _times(root, wanted)
        return {**folders, **_times(root, {path.rpartition("/")[0] for path in changed})}
    except OSError:
        return None


def _times(root: str, folders: Iterable[str]) -> dict[str, int]:
    """Tell when what a folder holds was last changed."""
    return {path: os.stat(f"{root}/{path}").st_mtime_ns for path in folders}


def _folders(files: Files) -> list[str]:
    """Name every folder of a site, its own first."""
    found = {""}
    for path in files:
        parent = path.rpartition("/")[0]
        while parent not in found:
            found.add(parent)
            parent = parent.rpartition("/")[0]
    return sorted(found)
