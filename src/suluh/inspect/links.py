"""Follow every link inside the site to its file and its place on the page."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from suluh.inspect.page import Seen
from suluh.problem import Place, Problem, error

Looked = Mapping[str, Seen]


def broken_links(looked: Looked, files: frozenset[str], base: str) -> Iterator[Problem]:
    """Find links that lead to no file, or to no place on its page. `base` is the path of the address."""
    for file, seen in looked.items():
        for href in seen.links:
            path, _, anchor = href.partition("#")
            if ":" in path.split("/")[0] or path.startswith("//"):
                continue
            target = _target(file, unquote(path), base)
            if target not in files:
                yield error(Place(file), "links/broken", f"A link leads to '{href}', where nothing is.",
                            "Mend the link, or bring the page back.")  # fmt: skip
            elif anchor and target in looked and unquote(anchor) not in looked[target].ids:
                yield error(Place(file), "links/anchor", f"A link leads to '{href}', but the page has no such place.",
                            "Mend the part after '#'.")  # fmt: skip


def _target(file: str, path: str, base: str) -> str:
    """Name the file that a path written on a page leads to."""
    if not path:
        return file
    if path.startswith("/"):
        path = "/" + path.removeprefix(base) if path.startswith(base) else path
        whole = path.lstrip("/")
    else:
        whole = join(dirname(file), path)
    clean = normpath(whole) if whole else "."
    clean = "" if clean == "." else clean
    is_folder = path.endswith("/") or path.rpartition("/")[2] in (".", "..") or not clean
    return join(clean, "index.html") if is_folder else clean
