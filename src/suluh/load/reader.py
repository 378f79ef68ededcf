"""Read files and records, keep every problem, and remember where each record stands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from suluh.load.prose import prose_of
from suluh.load.words import problems_of
from suluh.model.prose import Prose
from suluh.model.site import Origins, Whence
from suluh.problem import Problem, error
from suluh.source import Document, KeyPath, Unreadable, parse_front_matter, parse_yaml, read_text

Record = TypeVar("Record", bound=BaseModel)


class Reader:
    """Reads one repository. What cannot be read becomes problems; the rest still loads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.origins: Origins = {}
        self.read: set[Path] = set()

    def files(self, folder: str, pattern: str) -> Iterator[Path]:
        """Find files in their order, hidden ones left out."""
        for path in sorted((self.root / folder).glob(pattern)):
            if not path.is_dir() and not path.name.startswith("."):
                yield path

    def left_for_later(self, folder: Path) -> None:
        """Leave the long texts of a folder to whoever makes its pages."""
        self.read.update(folder.glob("*.md"))

    def document(self, path: Path) -> Document | None:
        """Read a YAML file; an empty one is a problem."""
        self.read.add(path)
        file = path.relative_to(self.root).as_posix()
        try:
            document = parse_yaml(file, read_text(self.root, path))
        except Unreadable as fault:
            self.problems.append(fault.problem)
            return None
        if document.value is None:
            self.problems.append(
                error(document.place(), "file/empty", "This file is empty.", "Write its content, or delete the file.")
            )
            return None
        return document

    def record(self, model: type[Record], whence: Whence, document: Document, path: KeyPath = ()) -> Record | None:
        """Make a record of a value in a document."""
        value = document.value
        for step in path:
            value = value[step]
        try:
            made = model.model_validate(value)
        except ValidationError as fault:
            self.problems += problems_of(fault, model, document, path)
            return None
        if whence in self.origins:
            first, where = self.origins[whence]
            self.problems.append(
                error(
                    document.place(path),
                    "ids/taken",
                    f"The id '{whence[1]}' is already used in {first.place(where)}.",
                    "Give one of them another id.",
                )
            )
            return None
        self.origins[whence] = (document, path)
        return made

    def listed(self, model: type[Record], kind: str, path: Path, key: str = "id") -> dict[str, Record]:
        """Read a file that holds a list of records."""
        document = self.document(path)
        if document is None:
            return {}
        if not isinstance(document.value, tuple):
            self.problems.append(
                error(document.place(), "shape/type", "This file must be a list.", "Begin each entry with '- '.")
            )
            return {}
        found: dict[str, Record] = {}
        for index, value in enumerate(document.value):
            name = str(value.get(key, index)) if isinstance(value, dict) else str(index)
            made = self.record(model, (kind, name), document, (index,))
            if made is not None:
                found[name] = made
        return found

    def prose(self, path: Path, whence: Whence) -> Prose | None:
        """Read a Markdown text in the language that its file is named after."""
        self.read.add(path)
        file = path.relative_to(self.root).as_posix()
        try:
            document, body, line = parse_front_matter(file, read_text(self.root, path))
        except Unreadable as fault:
            self.problems.append(fault.problem)
            return None
        made, problems = prose_of(document, body, line, language=path.stem)
        self.problems += problems
        self.origins[whence] = (document, ())
        return made

    def value(self, path: Path) -> tuple[Document, dict[str, Any]] | None:
        """Read a YAML file that holds a map."""
        document = self.document(path)
        if document is None:
            return None
        if not isinstance(document.value, dict):
            self.problems.append(
                error(document.place(), "shape/type", "This file must be a map.", "Write one 'key: value' a line.")
            )
            return None
        return document, document.value
