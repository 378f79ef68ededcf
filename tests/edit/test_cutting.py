"""Cutting an item out of a list: the lines in question go, all others stay as they are."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.edit.cutting import Uncut, comment_above, cut
from suluh.source import parse_yaml

GONE = "reed-network"
REMARK = st.sampled_from(["", "", "# asked again", "# [who, said: {this}", '#"quoted, or not'])


@dataclass(frozen=True)
class Row:
    """An item with what is written around it."""

    name: str
    above: str
    behind: str

    def lines(self, item: str, indent: int, between: str = "") -> list[str]:
        behind = f"  {self.behind}" if self.behind else ""
        own = [f"{' ' * indent}{line}" for line in item.format(self.name).split("\n")]
        return [*([f"{' ' * indent}{self.above}"] if self.above else []), *own[:-1], f"{own[-1]}{between}{behind}"]


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Draw the items of a list: the one that goes stands somewhere among the others."""
    others = draw(st.lists(st.from_regex(r"[a-z][a-z0-9]{2,8}-[a-z]{3,9}", fullmatch=True), max_size=5))
    names = [name for name in dict.fromkeys(others) if name != GONE]
    names.insert(draw(st.integers(0, len(names))), GONE)
    return [Row(name, draw(REMARK), draw(REMARK)) for name in names]


def around(*lines: str) -> str:
    return "\n".join(("# The head", 'title: "a: b"  # and [more]', *lines, "# Behind", "safety: {level: low}", ""))


def names_in(text: str) -> list[str]:
    return [one["org"] if isinstance(one, dict) else one for one in parse_yaml("", text).value["list"]]


def held(text: str, after: str, listed: list[Row]) -> None:
    """Hold what a cut text says: all that was said before, but for the one name."""
    before, now = parse_yaml("", text).value, parse_yaml("", after).value
    assert names_in(after) == [row.name for row in listed if row.name != GONE]
    assert {**before, "list": ()} == {**now, "list": ()}


ITEMS = [
    "- {}",
    "-   {}",
    '- "{}"',
    "- {{org: {}, since: 2026-10-01}}",
    "- org: {}\n  since: 2026-10-01",
    "- org: {}\n\n  a: b",
]


@given(rows(), st.sampled_from(ITEMS), st.sampled_from([0, 2, 4]), REMARK)
def test_of_a_list_in_lines_only_those_of_the_item_go(listed: list[Row], item: str, indent: int, head: str) -> None:
    own = [row.lines(item, indent) for row in listed]
    text = around(f"list:  {head}".rstrip(), *(line for lines in own for line in lines))

    after = cut(text, ("list",), [row.name for row in listed].index(GONE))

    kept = [lines if row.name != GONE else lines[: bool(row.above)] for row, lines in zip(listed, own, strict=True)]
    key = "list: []" if len(listed) == 1 else "list:"
    assert after == around(f"{key}  {head}".rstrip(), *(line for lines in kept for line in lines))
    held(text, after, listed)


@given(rows(), st.sampled_from(["{}", "'{}'", "{{org: {}, since: 2026-10-01}}"]), st.booleans(), REMARK)
def test_of_a_list_in_brackets_with_a_line_each_only_that_line_goes(
    listed: list[Row], item: str, ended: bool, head: str
) -> None:
    last = "," if ended else ""
    own = [row.lines(item, 4, "," if row is not listed[-1] else last) for row in listed]
    text = around(f"list: [  {head}".rstrip(), *(line for lines in own for line in lines), "  ]")

    after = cut(text, ("list",), [row.name for row in listed].index(GONE))

    kept = [lines if row.name != GONE else lines[: bool(row.above)] for row, lines in zip(listed, own, strict=True)]
    assert after == around(f"list: [  {head}".rstrip(), *(line for lines in kept for line in lines), "  ]")
    held(text, after, listed)


@given(
    rows(),
    st.sampled_from(["{}", '"{}"', "{{org: {}, since: 2026-10-01}}"]),
    st.sampled_from([", ", ",", " , "]),
    REMARK,
)
def test_of_a_list_in_one_line_no_other_line_changes(listed: list[Row], item: str, comma: str, head: str) -> None:
    written = [item.format(row.name) for row in listed]
    text = around(f"list: [{comma.join(written)}]  {head}".rstrip())

    after = cut(text, ("list",), [row.name for row in listed].index(GONE))

    changed = [(was, now) for was, now in zip(text.split("\n"), after.split("\n"), strict=True) if was != now]
    assert len(changed) == 1
    assert changed[0][1].endswith(f"]  {head}".rstrip())
    held(text, after, listed)


@given(
    st.lists(st.sampled_from([", ", ",\n    ", "  # so, and so\n    , ", ",  # and so\n  "]), min_size=1, max_size=5),
    st.data(),
)
def test_brackets_over_several_lines_lose_one_item_and_no_remark(commas: list[str], data: st.DataObject) -> None:
    names = [f"name-{letter}" for letter in "abcdef"[: len(commas) + 1]]
    text = f"list: [{names[0]}{''.join(comma + name for comma, name in zip(commas, names[1:], strict=True))}]\n"
    index = data.draw(st.integers(0, len(names) - 1))

    after = cut(text, ("list",), index)

    assert names_in(after) == [name for name in names if name != names[index]]
    assert all(line.rstrip(" \t") == line for line in after.split("\n"))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("list: [a-b]\n", "list: []\n"),
        ("list: [ a-b ]  # one\n", "list: []  # one\n"),
        ("list: [a-b, c-d]\n", "list: [c-d]\n"),
        ("list:\n- a-b\n- c-d", "list:\n- c-d"),
        ("list:\n  - a-b", "list: []\n"),
        ("'list' : \n- a-b\n", "'list' : [] \n"),
        ("list:\n  -\n    # who\n    a-b\n  - c-d\n", "list:\n  - c-d\n"),
        ("list:\n  - >-\n    a-b\n\n  # next\n  - c-d\n", "list:\n\n  # next\n  - c-d\n"),
    ],
)
def test_what_is_written_in_other_ways_is_cut_as_well(text: str, after: str) -> None:
    assert cut(text, ("list",), 0) == after


@pytest.mark.parametrize("text", ["list: a-b\n", "other: [a-b]\n", "[list, [a-b]]\n", "list: [a-b\n"])
def test_what_is_no_list_is_not_cut(text: str) -> None:
    with pytest.raises(Uncut):
        cut(text, ("list",), 0)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# head\nlist:\n  # who\n  - a-b\n", 3),
        ("list: [\n  # who\n  a-b]\n", 2),
        ("# about all of them\nlist: [a-b]\n", 0),
        ("list:\n  - a-b\n", 0),
        ("list:\n  # far\n\n  - a-b\n", 0),
    ],
)
def test_a_remark_that_stands_right_above_an_item_is_found(text: str, line: int) -> None:
    assert comment_above(text, ("list",), 0) == line
