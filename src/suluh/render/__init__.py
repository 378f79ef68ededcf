"""Views to HTML."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from suluh.model.edition import Frame, Page
from suluh.model.pathway import Pathway
from suluh.model.prose import Prose
from suluh.problem import Problem
from suluh.render import drawing, environment, host
from suluh.render import gallery as rooms
from suluh.render.todo import todo_page

__all__ = ["drawings", "gallery", "handbook", "pages", "todo_page"]


def pages(
    theme: Path, version: str, store: Path, views: Sequence[tuple[Frame, Page]], by: str = "mkdocs"
) -> tuple[list[str], list[Problem]]:
    """Render some pages, of one edition or of several; give the HTML of each, in their order.

    `version` changes with the files of the theme, which is kept open. `store` keeps what its templates compile to.
    """
    if not views:
        return [], []
    return host.pages(environment.theme(theme, version, store), views, by)


def gallery(theme: Path, version: str, store: Path, frame: Frame, route: str) -> str:
    """Render the page that shows every component of a theme."""
    return rooms.gallery(environment.theme(theme, version, store), frame, route)


def drawings(
    theme: Path, version: str, store: Path, frame: Frame, route: str, pathways: Mapping[str, tuple[Pathway, Prose]]
) -> str:
    """Render the page that draws every pathway, each with its text in one language."""
    drawn = [drawing.draw(name, pathway, text) for name, (pathway, text) in pathways.items()]
    return drawing.drawings(environment.theme(theme, version, store), frame, route, drawn)


def handbook(root: Path, folder: Path, site: str, by: str = "mkdocs") -> list[Problem]:
    """Build the handbook of a repository into an empty folder."""
    return host.write_handbook(root / "mkdocs.yml", root / "handbook", folder, site, by)
