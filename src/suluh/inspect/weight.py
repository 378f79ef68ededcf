"""Weigh every page as a phone gets it."""

import json
from collections.abc import Iterator
from heapq import nlargest
from pathlib import Path

import brotli
from selectolax.lexbor import LexborHTMLParser

from suluh.model.output import Output
from suluh.model.settings import Budgets
from suluh.problem import Place, Problem, error

WORDS = 2
"""The words of the question that a first answer is weighed with."""

_OWN = frozenset({"guide", "home", "directory", "campaign", "pathway", "calculator", "search", "file"})
"""The kinds of pages that have a budget of their own."""


def over_budget(output: Output, budgets: Budgets) -> Iterator[Problem]:
    """Find pages that weigh more, in bytes as Brotli sends them, than their kind may."""
    for file, kind in output.kinds.items():
        weight = weight_of(output.folder / file)
        most: int = getattr(budgets, kind if kind in _OWN else "other")
        if weight is not None and weight > most:
            yield error(Place(file), "weight/page",
                        f"This page weighs {weight:,} bytes; a page of its kind may have {most:,}.",
                        "Shorten it, split it, or take pictures and repetition out.")  # fmt: skip


def search_over_budget(output: Output, budgets: Budgets) -> Iterator[Problem]:
    """Find languages whose first answer weighs too much, with the script of the search page."""
    for file, kind in output.kinds.items():
        if kind != "search":
            continue
        index = f"{file.partition('/')[0]}/search.json"
        loaded = _loaded(output.folder / index)
        weight = sum(loaded) + len(brotli.compress(_script(output.folder / file)))
        if loaded and weight > budgets.search:
            words, what = ("", "texts") if len(loaded) == 1 else (" to two words", "titles and summaries")
            yield error(Place(index), "weight/search",
                        f"A first answer{words} weighs {weight:,} bytes; it may have {budgets.search:,}.",
                        f"Shorten the longest {what} of this language.")  # fmt: skip


def _loaded(index: Path) -> list[int]:
    """Weigh what a question of two words loads at worst: the index, and where it is in pieces the heaviest of them."""
    packed, pieces = weight_of(index), index.with_suffix("") / "pieces"
    if packed is None:
        return []
    if not pieces.is_dir():
        return [packed]
    first = json.loads(index.read_bytes())["first"]
    return [packed, *_heaviest(pieces, "terms-*", WORDS), *_heaviest(pieces, "pages-*", first)]


def _heaviest(folder: Path, pattern: str, count: int) -> list[int]:
    """Weigh as many of the heaviest files as are asked for."""
    return nlargest(count, (path.stat().st_size for path in folder.glob(f"{pattern}.br")))


def _script(page: Path) -> bytes:
    """Read the script that a page carries."""
    tree = LexborHTMLParser(page.read_text("utf-8"))
    return "".join(node.text(deep=True) for node in tree.css("script:not([type])")).encode()


def weight_of(path: Path) -> int | None:
    """Give the bytes of a file's Brotli copy, where there is one."""
    packed = path.with_name(path.name + ".br")
    return packed.stat().st_size if packed.is_file() else None
