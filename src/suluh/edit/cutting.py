"""Cut an item out of a list in YAML, and leave every other line as it is.

To read a file and write it anew would set indentation, quotes and long lines its own way; so the text is cut, at the
places where the parser found the item to begin and to end.
"""

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from suluh.source import KeyPath

_COMMA = re.compile(r"\s*(?:#[^\n]*\n\s*)*,")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_BLANKS = re.compile(r"(?:[ \t]+(?![ \t#]))?")  # before a comment one must stay


class Uncut(Exception):
    """A list is written in a way in which nothing can be cut out of it."""


def cut(text: str, path: KeyPath, index: int) -> str:
    """Cut one item out of the list at a path. A list that is then empty stays as `[]`. Raises: Uncut."""
    key, items = _found(text, path)
    return _out_of_brackets(text, items, index) if items.flow_style else _out_of_lines(text, key, items, index)


def comment_above(text: str, path: KeyPath, index: int) -> int:
    """Tell on which line a comment stands above an item that has a line of its own; 0 where there is none."""
    _, items = _found(text, path)
    first = _start_of_line(text, _span(items.value[index])[0])
    if items.flow_style and text[first : _span(items.value[index])[0]].strip():
        return 0
    first = first if items.flow_style else _dash(text, items, index)
    above = text[_start_of_line(text, first - 1) : first] if first else ""
    return text.count("\n", 0, first) if above.lstrip().startswith("#") else 0


def end_of_item(text: str, index: int) -> int:
    """Tell where the line ends in which an item of the list ends that a whole file is. Raises: Uncut."""
    return _end_of_line(text, end_of_value(text, _top(text).value[index]))


def start_of_item(text: str, index: int) -> int:
    """Tell where the line begins in which an item of the list begins that a whole file is. Raises: Uncut."""
    return _dash(text, _top(text), index)


def _top(text: str) -> SequenceNode:
    node = composed(text)
    if not isinstance(node, SequenceNode) or node.flow_style:
        raise Uncut
    return node


def composed(text: str) -> Any:
    """Read a text as nodes that know where they begin and end. Raises: Uncut."""
    try:
        return YAML(typ="safe", pure=True).compose(text)
    except YAMLError:
        raise Uncut from None


def _found(text: str, path: KeyPath) -> tuple[Node, SequenceNode]:
    """Find a list, and the key that it stands behind."""
    key, node = None, composed(text)
    for step in path:
        if not isinstance(node, MappingNode):
            raise Uncut
        key, node = next(((name, value) for name, value in node.value if name.value == step), (None, None))
    if key is None or not isinstance(node, SequenceNode):
        raise Uncut
    return key, node


def _out_of_brackets(text: str, items: SequenceNode, index: int) -> str:
    opens, closes = _span(items)
    if len(items.value) == 1 and "\n" not in text[opens:closes]:
        return f"{text[:opens]}[]{text[closes:]}"
    start, end = _span(items.value[index])
    comma = _COMMA.match(text, end)
    stop = comma.end() if comma else end
    first = _start_of_line(text, start)
    if not text[first:start].strip() and _REST_OF_LINE.match(text, stop):
        return text[:first] + text[_end_of_line(text, stop) :]
    if comma is None and index:
        before = text.rindex(",", _span(items.value[index - 1])[1], start)
        return text[: start if "\n" in text[before:start] else before] + text[end:]
    blanks = _BLANKS.match(text, stop)
    stop = blanks.end() if blanks else stop
    return (text[:start].rstrip(" \t") if text.startswith("\n", stop) else text[:start]) + text[stop:]


def _out_of_lines(text: str, key: Node, items: SequenceNode, index: int) -> str:
    first, last = _dash(text, items, index), _end_of_line(text, end_of_value(text, items.value[index]))
    kept = text[:first] + text[last:]
    if len(items.value) > 1:
        return kept
    colon = text.index(":", key.end_mark.index) + 1
    return f"{kept[:colon]} []{kept[colon:]}"


def _dash(text: str, items: SequenceNode, index: int) -> int:
    """Tell where the line begins that has the dash of an item."""
    at = items.value[index].start_mark.index
    dash = re.compile(rf" {{{items.start_mark.column}}}-(?=\s)")
    while True:
        first = _start_of_line(text, at)
        if dash.match(text, first):
            return first
        if not first:
            raise Uncut
        at = first - 1


def end_of_value(text: str, node: Node) -> int:
    """Tell where a value ends, without the comments and empty lines behind it."""
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return len(text[: _span(node)[1]].rstrip())


def _span(node: Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _start_of_line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _end_of_line(text: str, at: int) -> int:
    return text.find("\n", at) + 1 or len(text)
