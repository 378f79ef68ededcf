"""Put a finished folder in the place of an old one, in one step."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD of Linux: paths are relative to the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def unfinished(target: Path) -> Path:
    """Name the folder that this process builds in: beside the target, on the same disk."""
    return target.with_name(f".{target.name}.building-{os.getpid()}")


def clear_unfinished(target: Path) -> None:
    """Delete what builds that were killed left behind; bring the old site back if one was caught between."""
    aside = _aside(target)
    if aside.exists() and not target.exists():
        aside.rename(target)
    for path in (aside, *target.parent.glob(f".{target.name}.building-*")):
        if path.exists() and not _alive(path.name.rpartition("-")[2]):
            shutil.rmtree(path, ignore_errors=True)


def swap(finished: Path, target: Path) -> Path:
    """Replace a folder by a finished one; whoever looks sees the old or the new, never half of one.

    Gives the place where the old one now is, if there was one.
    """
    if not target.exists():
        finished.rename(target)
        return finished
    if _exchange(finished, target):
        return finished
    aside = _aside(target)
    target.rename(aside)
    finished.rename(target)
    return aside


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        paths = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*paths, _EXCHANGE) == 0)
        return bool(library.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False


def _alive(process: str) -> bool:
    """Tell whether another process is at work; in a container each build may have the same number."""
    if process == str(os.getpid()):
        return False
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
