"""Follow every link inside the site to its file and its place on the page."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from suluh.inspect.page import Seen
from suluh.problem import Place, Problem, error

_PLAIN = re.compile(r"(?:[\w-]+/)*", re.ASCII)


def targets(file: str, seen: Seen, base: str) -> Iterator[tuple[str, str]]:
    """Give what the links of a page lead to: the file with its `#place`, if any, and the link as it is written.

    `base` is the path of the site's address. Links to outside, and to places on the same page, are left out.
    """
    folder = dirname(file)
    top = "../" * (folder.count("/") + 1) if folder else ""
    for href in seen.links:
        path, _, anchor = href.partition("#")
        if not path or ":" in path.split("/")[0] or path.startswith("//"):
            continue
        below = path.removeprefix(top)
        if len(below) < len(path) and _PLAIN.fullmatch(below):  # as nearly all are written: up to the top, then down
            target = f"{below}index.html"
        else:
            target = _target(folder, unquote(path) if "%" in path else path, base)
        yield f"{target}#{unquote(anchor)}" if anchor else target, href


def broken_links(
    links: Iterable[tuple[str, str, str]], files: frozenset[str], ids: Callable[[str], Iterable[str]]
) -> Iterator[Problem]:
    """Find links that lead to no file, or to no place on its page: each is (page, target, link as it is written).

    `ids` gives the places of a page.
    """
    for page, target, href in links:
        file, _, anchor = target.partition("#")
        if file not in files:
            yield error(Place(page), "links/broken", f"A link leads to '{href}', where nothing is.",
                        "Mend the link, or bring the page back.")  # fmt: skip
        elif anchor and file.endswith(".html") and anchor not in ids(file):
            yield error(Place(page), "links/anchor", f"A link leads to '{href}', but the page has no such place.",
                        "Mend the part after '#'.")  # fmt: skip


@lru_cache(maxsize=100_000)
def _target(folder: str, path: str, base: str) -> str:
    """Name the file that a path written on a page in a folder leads to."""
    if path.startswith("/"):
        path = "/" + path.removeprefix(base) if path.startswith(base) else path
        whole = path.lstrip("/")
    else:
        whole = join(folder, path)
    clean = normpath(whole) if whole else "."
    clean = "" if clean == "." else clean
    is_folder = path.endswith("/") or path.rpartition("/")[2] in (".", "..") or not clean
    return join(clean, "index.html") if is_folder else clean
