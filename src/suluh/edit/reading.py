"""Read everything that an entry could be named in, as it lies there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from suluh.model.site import CONTENT
from suluh.problem import Problem
from suluh.source import Document, KeyPath, Unreadable, parse_yaml, read_text

_FOLDERS = (*CONTENT, "handbook")
_STRICT = frozenset({".md", ".yml"})
_LENIENT = frozenset({".csv", ".html", ".json", ".po", ".svg", ".txt", ".yaml"})


@dataclass(slots=True)
class Written:
    """What is written: texts by their file, what YAML says, and the names of all files."""

    root: Path
    files: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def value(self, file: str) -> Any:
        """Give what a YAML file says; nothing, if there is none."""
        return self.documents[file].value if file in self.documents else None


def read_everything(root: Path) -> Written:
    """Read the folders of the writers, the handbook, and what stands beside them in Markdown."""
    written = Written(root)
    for path in _paths(root):
        file = path.relative_to(root).as_posix()
        written.files.append(file)
        try:
            _read(written, path, file)
        except Unreadable as fault:
            written.problems.append(fault.problem)
    return written


def _paths(root: Path) -> Iterator[Path]:
    found = (*root.glob("*.md"), *(path for folder in _FOLDERS for path in (root / folder).rglob("*")))
    return (path for path in sorted(found) if not path.is_dir() and not path.name.startswith("."))


def _read(written: Written, path: Path, file: str) -> None:
    if path.suffix in _STRICT:
        written.texts[file] = read_text(written.root, path)
    elif path.suffix in _LENIENT and path.is_file():
        written.texts[file] = path.read_bytes().decode("utf-8", "replace")
    if path.suffix == ".yml":
        written.documents[file] = parse_yaml(file, written.texts[file])


def scalars(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Give every single value inside a value, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars(inner, (*path, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from scalars(inner, (*path, index))
    else:
        yield path, value
