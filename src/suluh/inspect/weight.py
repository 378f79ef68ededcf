"""Weigh every page as a phone gets it."""

from collections.abc import Iterator
from pathlib import Path

import brotli
from selectolax.lexbor import LexborHTMLParser

from suluh.model.output import Output
from suluh.model.settings import Budgets
from suluh.problem import Place, Problem, error

_BUDGETS = {"guide": "guide", "home": "home", "directory": "directory", "campaign": "campaign"}


def over_budget(output: Output, budgets: Budgets) -> Iterator[Problem]:
    """Find pages that weigh more, in bytes as Brotli sends them, than their kind may."""
    for file, kind in output.kinds.items():
        weight = weight_of(output.folder / file)
        most: int = getattr(budgets, _BUDGETS.get(kind, "search" if kind == "search" else "other"))
        if weight is not None and weight > most:
            yield error(Place(file), "weight/page",
                        f"This page weighs {weight:,} bytes; a page of its kind may have {most:,}.",
                        "Shorten it, split it, or take pictures and repetition out.")  # fmt: skip


def search_over_budget(output: Output, budgets: Budgets) -> Iterator[Problem]:
    """Find languages whose first answer weighs too much: the script of the search page, and the index."""
    for file, kind in output.kinds.items():
        if kind != "search":
            continue
        index = f"{file.partition('/')[0]}/search.json"
        packed = weight_of(output.folder / index)
        weight = (packed or 0) + len(brotli.compress(_script(output.folder / file)))
        if packed is not None and weight > budgets.search:
            yield error(Place(index), "weight/search",
                        f"A first answer weighs {weight:,} bytes; it may have {budgets.search:,}.",
                        "Shorten the longest texts of this language.")  # fmt: skip


def _script(page: Path) -> bytes:
    """Read the script that a page carries."""
    tree = LexborHTMLParser(page.read_text("utf-8"))
    return "".join(node.text(deep=True) for node in tree.css("script:not([type])")).encode()


def weight_of(path: Path) -> int | None:
    """Give the bytes of a file's Brotli copy, where there is one."""
    packed = path.with_name(path.name + ".br")
    return packed.stat().st_size if packed.is_file() else None
