"""YAML and front matter as plain values that remember their place."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from suluh.problem import Place, Problem, error

KeyPath = tuple[str | int, ...]

LARGEST = 1_000_000  # bytes; the longest guide we know has under 20,000
DEEPEST = 24
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")  # longer ones are not the same to every program
_NUMBER_OF_1_2 = re.compile(r"0o[0-7]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: lists are tuples, and `places` tells where each value stands."""

    file: str
    value: Any
    places: Mapping[KeyPath, Place] = field(repr=False)

    def place(self, path: KeyPath = ()) -> Place:
        """Find a value's place, or that of its nearest parent."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))


class Unreadable(Exception):
    """A file that cannot be read as what it claims to be; holds the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_text(root: Path, path: Path) -> str:
    """Read a text file of the repository: UTF-8, no mark at its start, LF line ends.

    Raises: Unreadable, with what to do about it.
    """
    file = path.relative_to(root).as_posix()
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        raise _unreadable(file, "file/nowhere", "This link leads nowhere.", "Put the file itself here.") from None
    if not inside:
        raise _unreadable(file, "file/outside", "This link leads out of the repository.",
                          "Put the file itself here.")  # fmt: skip
    size = path.stat().st_size
    if size > LARGEST:
        raise _unreadable(file, "file/size", f"This file has {size:,} bytes; text files have at most {LARGEST:,}.",
                          "Split it, or take out what is not text.")  # fmt: skip
    data = path.read_bytes()
    if data.startswith(b"\xef\xbb\xbf"):
        raise _unreadable(file, "file/mark", "This file starts with an invisible mark (a BOM).",
                          "Save it as 'UTF-8', not as 'UTF-8 with BOM'.")  # fmt: skip
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8")
        place = Place(file, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        raise Unreadable(error(place, "file/encoding", "From here on this file is not UTF-8 text.",
                               "Save it again with the encoding 'UTF-8'.")) from None  # fmt: skip
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        raise Unreadable(error(Place(file, line), "file/line-ends", "This file has the line ends of Windows.",
                               "Save it with the line end 'LF'."))  # fmt: skip
    return text


def parse_yaml(file: str, text: str, first_line: int = 1) -> Document:
    """Parse YAML so that it means what its writer sees, and remember each value's place.

    Words stay words: what YAML 1.1 and 1.2 read differently must stand in quotes.
    Raises: Unreadable, at the first fault that makes the rest unsure.
    """
    try:
        return _Reading(file, first_line).document(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as fault:
        opened = any(part in str(fault.context) for part in _OPENED)
        mark = (fault.context_mark if opened else None) or fault.problem_mark or fault.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        place = Place(file, line + first_line, column + 1)
        words = _words(fault, text.split("\n")[line] if text.count("\n") >= line else "")
        raise Unreadable(error(place, "yaml/syntax", *words)) from None
    except yaml.YAMLError:
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        before = text[: found.start()] if found else ""
        place = Place(file, before.count("\n") + first_line, len(before.rpartition("\n")[2]) + 1)
        raise Unreadable(error(place, "yaml/syntax", "Here is a character that YAML does not allow.",
                               "Delete the invisible character.")) from None  # fmt: skip


def parse_front_matter(file: str, text: str) -> tuple[Document, str, int]:
    """Split a Markdown file into its front matter, its body and the body's first line.

    Raises: Unreadable.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise _unreadable(file, "front-matter/missing", "This file must begin with a line '---'.",
                          "Begin with '---', then 'title: …', then '---'.")  # fmt: skip
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        raise _unreadable(file, "front-matter/open", "The front matter is never closed.",
                          "Write a line '---' after the last 'key: value' line.")  # fmt: skip
    document = parse_yaml(file, "\n".join(lines[1:end]), first_line=2)
    return document, "\n".join(lines[end + 1 :]), end + 2


def _unreadable(file: str, rule: str, message: str, hint: str) -> Unreadable:
    return Unreadable(error(Place(file), rule, message, hint))


_WORDS = (
    ("mapping values are not allowed", "A colon followed by a space is inside this text.",
     'Put the whole text in double quotes: "like: this".'),
    ("could not find expected ':'", "Here a 'key: value' line is broken.",
     "Write the key, a colon, a space, and the value; put long text in double quotes."),
    ("did not find expected key", "This line does not fit the lines above it.",
     "Indent it like its neighbours, and close every quotation mark."),
    ("while scanning a quoted scalar", "A quotation mark is opened here and never closed.",
     "Close it on the same line."),
    ("did not find expected ',' or", "A list or map in brackets is not closed.", "Add the missing ']' or '}'."),
    ("undefined alias", "'*' at the start of a value has a meaning of its own.", "Put the text in double quotes."),
    ("cannot start any token", "A value may not start with this character.", "Put the text in double quotes."),
)  # fmt: skip


_OPENED = ("scanning a quoted scalar", "scanning a simple key", "parsing a flow")
"""What is wrong begins where it was opened, not where its end was missed."""


def _words(fault: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    if line.lstrip(" ").startswith("\t"):
        return "A tab stands where only spaces may stand.", "Indent with two spaces."
    if "mapping values" in str(fault.problem) and fault.problem_mark and ":" not in line[: fault.problem_mark.column]:
        return "This line does not fit the line above it.", "Indent it like its neighbours."
    said = f"{fault.context} {fault.problem}"
    for part, message, hint in _WORDS:
        if part in said:
            return message, hint
    return "This is not YAML that can be read.", "Compare this line with a file that works."


class _List:
    """A list whose end has not been read yet."""

    def __init__(self, event: yaml.Event) -> None:
        self.event = event
        self.items: list[Any] = []

    @property
    def step(self) -> int:
        """Where the next item goes."""
        return len(self.items)

    def add(self, value: Any) -> None:
        self.items.append(value)

    def closed(self) -> tuple[Any, yaml.Event]:
        return tuple(self.items), self.event


class _Map:
    """A map whose end has not been read yet. Its key is empty until the next one is read."""

    def __init__(self, event: yaml.Event) -> None:
        self.event = event
        self.pairs: dict[str, Any] = {}
        self.key: str | None = None
        self.key_place = Place("")

    @property
    def step(self) -> str:
        """Where the next value goes."""
        return self.key or ""

    def add(self, value: Any) -> None:
        self.pairs[self.step] = value
        self.key = None

    def closed(self) -> tuple[Any, yaml.Event]:
        return self.pairs, self.event


_Open = _List | _Map


class _Reading:
    """Builds one document from the events of the YAML parser, without recursion."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.places: dict[KeyPath, Place] = {}

    def document(self, events: Iterator[yaml.Event]) -> Document:
        stack: list[_Open] = []
        value: Any = None
        for event in events:
            match event:
                case yaml.AliasEvent():
                    raise self.fault(event, "yaml/alias",
                                     "'*' repeats another part of the file; that is not used here.",
                                     "Write the text out, or put it in quotes.")  # fmt: skip
                case yaml.ScalarEvent():
                    value = self.put(stack, self.scalar(event), event)
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self.open(stack, event)
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    value = self.put(stack, *stack.pop().closed())
                case yaml.DocumentStartEvent() if self.places:
                    raise self.fault(event, "yaml/documents", "A second document starts here ('---').",
                                     "Delete this line.")  # fmt: skip
        return Document(self.file, value, self.places)

    def open(self, stack: list[_Open], event: yaml.CollectionStartEvent) -> None:
        if event.tag or event.anchor:
            raise self.fault(event, "yaml/tag", "'!' and '&' at the start of a value have a meaning of their own.",
                             "Put the text in double quotes.")  # fmt: skip
        if len(stack) >= DEEPEST:
            raise self.fault(event, "yaml/depth", f"More than {DEEPEST} levels are nested here.", "Flatten this part.")
        stack.append(_Map(event) if isinstance(event, yaml.MappingStartEvent) else _List(event))

    def put(self, stack: list[_Open], value: Any, event: yaml.Event) -> Any:
        """Add a finished value to what encloses it."""
        if not stack:
            self.places[()] = self.place(event)
            return value
        inside = stack[-1]
        if isinstance(inside, _Map) and inside.key is None:
            inside.key = self.key(inside, value, event)
            inside.key_place = self.place(event)
            return None
        path = tuple(frame.step for frame in stack)
        self.places[path] = inside.key_place if isinstance(inside, _Map) else self.place(event)
        inside.add(value)
        return None

    def key(self, inside: _Map, value: Any, event: yaml.Event) -> str:
        if not isinstance(value, str):
            raise self.fault(event, "yaml/key", f"The key '{value}' is not a word.", "Put it in quotes, or use a word.")
        if value in inside.pairs:
            raise self.fault(event, "yaml/twice", f"'{value}' stands here a second time.",
                             "Delete one of the two.")  # fmt: skip
        return value

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        if event.anchor or event.tag:
            raise self.fault(event, "yaml/tag", "'!' and '&' at the start of a value have a meaning of their own.",
                             "Put the text in double quotes.")  # fmt: skip
        text = event.value
        if not event.implicit[0]:
            return text
        kind = _kind(text)
        if kind == "str":
            return text
        if kind == "null" and text in ("", "null"):
            return None
        if kind == "bool" and text in ("true", "false"):
            return text == "true"
        if kind == "int" and _INTEGER.fullmatch(text):
            return int(text)
        if kind == "timestamp" and _DAY.fullmatch(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                raise self.fault(event, "yaml/day", f"There is no day {text}.", "Write year-month-day.") from None
        raise self.fault(event, "yaml/ambiguous", f"Without quotes, programs read {text} as something else.",
                         f'Write "{text}" in double quotes.')  # fmt: skip

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + self.first_line, mark.column + 1) if mark else Place(self.file)

    def fault(self, event: yaml.Event, rule: str, message: str, hint: str) -> Unreadable:
        return Unreadable(error(self.place(event), rule, message, hint))


def _kind(text: str) -> str:
    """Name the type that YAML 1.1 gives a plain word, or else that which YAML 1.2 gives it."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    for tag, pattern in resolvers.get(text[:1], []):
        if pattern.match(text):
            return str(tag).rpartition(":")[2]
    return "float" if _NUMBER_OF_1_2.fullmatch(text) else "str"
