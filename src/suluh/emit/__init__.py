"""Everything beside pages: one module an artefact, none knows another."""

from collections.abc import Sequence
from pathlib import Path

from suluh.emit.compress import compress
from suluh.emit.headers import headers_file
from suluh.emit.search import search_index
from suluh.emit.sitemap import sitemap_files
from suluh.model.edition import Edition, SearchBody

__all__ = ["compress", "emit"]


def emit(editions: Sequence[Edition], theme: Path, folder: Path) -> None:
    """Write what stands beside the pages of a site that is being built."""
    for edition in editions:
        for page in edition.pages:
            if isinstance(page.body, SearchBody):
                (folder / page.body.index).write_bytes(search_index(edition))
    for name, data in sitemap_files(editions):
        (folder / name).write_bytes(data)
    mark = theme / "mark.svg"
    if mark.is_file():
        (folder / "mark.svg").write_bytes(mark.read_bytes())
    (folder / "_headers").write_bytes(headers_file(folder, [edition.frame.language.code for edition in editions]))
