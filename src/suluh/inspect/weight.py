"""Weigh every page as a phone gets it."""

from collections.abc import Iterator
from pathlib import Path

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
    """Find languages whose first answer weighs too much: the search page with its script, and the index."""
    for file, kind in output.kinds.items():
        if kind != "search":
            continue
        index = f"{file.partition('/')[0]}/search.json"
        weights = [weight_of(output.folder / name) for name in (file, index)]
        weight = sum(one for one in weights if one is not None)
        if weight > budgets.search:
            yield error(Place(index), "weight/search",
                        f"A first answer weighs {weight:,} bytes; it may have {budgets.search:,}.",
                        "Shorten the longest texts of this language.")  # fmt: skip


def weight_of(path: Path) -> int | None:
    """Give the bytes of a file's Brotli copy, where there is one."""
    packed = path.with_name(path.name + ".br")
    return packed.stat().st_size if packed.is_file() else None
