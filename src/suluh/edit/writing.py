"""Write files all or none: each takes the place of the old one in one step, and what fails brings back the others."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from suluh.model.redaction import Edit
from suluh.problem import Place, Problem, error

_WRITABLE = 0o200


def obstacles(root: Path, edits: Iterable[Edit]) -> Iterator[Problem]:
    """Find what stands against writing, before anything is written."""
    for edit in edits:
        path = root / edit.file
        if path.is_symlink():
            yield error(Place(edit.file), "edit/link", "This is a link to another file.", "Put the file itself here.")
        elif edit.before is not None and not path.stat().st_mode & _WRITABLE:
            yield error(Place(edit.file), "edit/locked", "This file may not be written.",
                        f"Give yourself the right to it: chmod u+w {edit.file}")  # fmt: skip


def write(root: Path, edits: Sequence[Edit]) -> list[Problem]:
    """Make, change and delete files, in their order. If one cannot be, all stay as they were."""
    done: list[tuple[Edit, int]] = []
    made = [folder for edit in edits for folder in (root / edit.file).parents if not folder.exists()]
    try:
        changed = [edit for edit in edits if _now(root / edit.file) != edit.before]
        if changed:
            return [error(Place(edit.file), "edit/changed", "This file was changed at this moment by somebody else.",
                          "Type the command again.") for edit in changed]  # fmt: skip
        for edit in edits:
            _lay(root / edit.file, edit.after)
        for edit in edits:
            mode = _mode(root / edit.file)
            _put(root / edit.file, edit.after)
            done.append((edit, mode))
    except OSError as fault:
        lost = [edit.file for edit, mode in reversed(done) if not _brought_back(root / edit.file, edit.before, mode)]
        return [_unwritten(root, fault, lost)]
    finally:
        for edit in edits:
            with suppress(FileNotFoundError, NotADirectoryError):
                _aside(root / edit.file).unlink()
        for folder in made:
            with suppress(OSError):  # something is in it, so it stays
                folder.rmdir()
    return []


def _unwritten(root: Path, fault: OSError, lost: Sequence[str]) -> Problem:
    file = os.path.relpath(str(fault.filename or root), root)
    hint = f"These are changed already: {', '.join(lost)}. See 'git status'." if lost else "Nothing was changed."
    return error(Place(file), "edit/write", f"This could not be written: {fault.strerror or fault}.", hint)


def _now(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777 if path.exists() else 0


def _lay(path: Path, text: str | None) -> None:
    """Lay a new text beside the old one, to take its place."""
    if text is None:
        return
    mode, aside = _mode(path), _aside(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if mode:
        aside.chmod(mode)


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
    else:
        _aside(path).replace(path)


def _brought_back(path: Path, text: str | None, mode: int) -> bool:
    with suppress(OSError):
        _lay(path, text)
        if mode and text is not None:
            _aside(path).chmod(mode)
        _put(path, text)
        return True
    return False
