"""Put texts into files that stand already, and leave every other line as it is."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from suluh.edit.cutting import Uncut, composed, end_of_value
from suluh.model.prose import Section
from suluh.source import KeyPath, Unreadable, parse_front_matter, parse_yaml


@dataclass(frozen=True, slots=True)
class Words:
    """What a key of a map shall say: `path` leads to the map, `key` is most often the code of a language."""

    path: KeyPath
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class LongText:
    """A long text in one language, as it shall be written: what is not given stays, or is not there."""

    title: str = ""
    summary: str = ""
    sections: tuple[Section, ...] = ()


def put_words(text: str, words: Iterable[Words]) -> str:
    """Write some words into a YAML file, each into a map that is there. Raises: Uncut."""
    root = composed(text)
    pieces = sorted((_piece(text, _map(root, one.path), one) for one in words), key=lambda found: found[:2])
    for start, end, piece in reversed(pieces):
        text = text[:start] + piece + text[end:]
    return text


def put_long(file: str, text: str, given: LongText) -> str:
    """Write title, summary and sections into a Markdown file; those sections that are not given stay as they are.

    Raises: Uncut, Unreadable.
    """
    document, body, line = parse_front_matter(file, text)
    lines = text.split("\n")
    head = "\n".join(lines[1 : line - 2])
    said = (("title", given.title), ("summary", given.summary))
    head = put_words(head, [Words((), key, words) for key, words in said if words and document.value.get(key) != words])
    for section in given.sections:
        body = _with_section(body, section)
    return f"---\n{head}\n---\n{body}"


def new_long(given: LongText) -> str:
    """Write a Markdown file that is not there yet."""
    head = f"---\ntitle: {scalar(given.title)}\nsummary: {scalar(given.summary)}\n---\n"
    return head + "\n".join(_written(section) for section in given.sections)


def scalar(text: str, *, inside: bool = False) -> str:
    """Write a text as YAML: plainly, where that means the same to every reader. `inside` are brackets."""
    try:
        plain = not inside and text.isprintable() and parse_yaml("", f"key: {text}").value == {"key": text}
    except Unreadable:
        plain = False
    return text if plain else json.dumps(text, ensure_ascii=False)


_HEADING = re.compile(r"^##[ \t].*$", re.MULTILINE)


def _with_section(body: str, section: Section) -> str:
    starts = [*(match.start() for match in _HEADING.finditer(body)), len(body)]
    for start, end in pairwise(starts):
        if re.match(rf"##[ \t][^\n]*\{{#{re.escape(section.id)}(?: \.critical)?\}}", body[start:end]):
            return body[:start] + _written(section) + "\n" * (end < len(body)) + body[end:]
    return body + "\n" * bool(body.strip()) + _written(section)


def _written(section: Section) -> str:
    critical = " .critical" if section.critical else ""
    return f"## {section.heading} {{#{section.id}{critical}}}\n\n{section.markdown.strip()}\n"


def _map(node: Node | None, path: Sequence[str | int]) -> MappingNode:
    for step in path:
        if isinstance(node, MappingNode):
            node = next((value for name, value in node.value if name.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            raise Uncut
    if not isinstance(node, MappingNode) or not node.value:
        raise Uncut
    return node


def _piece(text: str, where: MappingNode, words: Words) -> tuple[int, int, str]:
    """Tell what is written between two places of a file."""
    said = scalar(words.text, inside=bool(where.flow_style))
    known: Mapping[str, Node] = {name.value: value for name, value in where.value}
    if words.key in known:
        node = known[words.key]
        return node.start_mark.index, end_of_value(text, node), said
    end = end_of_value(text, where.value[-1][1])
    if where.flow_style:
        return end, end, f", {words.key}: {said}"
    end = text.find("\n", end)
    end = len(text) if end < 0 else end
    indent = " " * where.value[0][0].start_mark.column
    return end, end, f"\n{indent}{words.key}: {said}"
