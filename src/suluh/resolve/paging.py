"""Cut long lists into pages, and lead from one to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from suluh.model.reading import Pager, Reading
from suluh.resolve import routes

_Key = TypeVar("_Key")
_Entry = TypeVar("_Entry")


def in_pages(groups: Iterable[tuple[_Key, Sequence[_Entry]]], most: int) -> list[list[tuple[_Key, Sequence[_Entry]]]]:
    """Cut groups into pages of at most so many entries: where a group ends, unless half of a page would stay free."""
    made: list[list[tuple[_Key, Sequence[_Entry]]]] = [[]]
    free = most
    for key, entries in groups:
        rest = entries
        if len(rest) > free and free <= most // 2:
            made.append([])
            free = most
        while len(rest) > free:
            made[-1].append((key, rest[:free]))
            rest = rest[free:]
            made.append([])
            free = most
        made[-1].append((key, rest))
        free -= len(rest)
    return made


def pager(route: str, number: int, count: int) -> Pager | None:
    """Lead from one page of a list to those beside it, the first and the last; one page alone leads nowhere."""
    if count == 1:
        return None
    near = {1, number - 1, number, number + 1, count} & set(range(1, count + 1))
    near |= {one for one in (2, count - 1) if {one - 1, one + 1} <= near}  # no gap is as narrow as one page
    return Pager(
        number=number,
        links=tuple((one, routes.numbered(route, one)) for one in sorted(near)),
        previous=routes.numbered(route, number - 1) if number > 1 else "",
        next=routes.numbered(route, number + 1) if number < count else "",
    )


def numbered(title: Reading, number: int, count: int) -> Reading:
    """Say in the title of a list which page of it this is; the first needs no number."""
    return replace(title, text=f"{title.text} ({number}/{count})") if number > 1 else title
