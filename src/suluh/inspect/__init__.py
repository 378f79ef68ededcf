"""Read what was made and trust nothing: markup, links, privacy, weight."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from suluh.inspect.links import broken_links, targets
from suluh.inspect.page import Seen, look
from suluh.inspect.weight import over_budget, search_over_budget
from suluh.inspect.withheld import holds_withheld
from suluh.problem import Place, Problem, error

__all__ = [
    "Seen",
    "broken_links",
    "holds_withheld",
    "inspect_page",
    "look",
    "over_budget",
    "search_over_budget",
    "targets",
]


def inspect_page(file: str, seen: Seen, numbers: frozenset[str]) -> Iterator[Problem]:
    """Say what is wrong with one page, whatever the others hold. `numbers` are those that may stand on it."""
    for rule, message in seen.faults:
        yield error(Place(file), rule, message, "Mend the component or text that makes it.")
    for href in seen.links:
        if href.startswith("#") and len(href) > 1 and unquote(href[1:]) not in seen.ids:
            yield error(Place(file), "links/anchor", f"A link leads to '{href}', but the page has no such place.",
                        "Mend the part after '#'.")  # fmt: skip
    yield from _strange_numbers(file, seen.numbers, numbers)


def _strange_numbers(file: str, found: Iterable[str], numbers: frozenset[str]) -> Iterator[Problem]:
    """No number stands on a page that no fact and no public contact holds."""
    known = {number.lstrip("+") for number in numbers}
    for number in found:
        if number.lstrip("+") not in known:
            yield error(Place(file), "privacy/number",
                        f"The number {number} comes from no fact and no public contact.",
                        "Write it in content/facts/ with its source, or take it out.")  # fmt: skip
