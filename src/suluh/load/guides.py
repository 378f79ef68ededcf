"""Read guides, and the long texts of whatever has some."""

from collections.abc import Mapping

from suluh.load.reader import Reader
from suluh.model.guide import Guide
from suluh.model.prose import Prose


def load_guides(reader: Reader) -> Mapping[str, Guide]:
    """Read `content/guides/`, one folder a guide."""
    guides: dict[str, Guide] = {}
    for path in reader.files("content/guides", "*/guide.yml"):
        slug = path.parent.name
        reader.left_for_later(path.parent)
        document = reader.document(path)
        guide = reader.record(Guide, ("guide", slug), document) if document else None
        if guide is not None:
            guides[slug] = guide
    return guides


def standing_pages(reader: Reader) -> tuple[str, ...]:
    """Name the standing pages in `content/pages/`, one folder a page."""
    folders = sorted({path.parent for path in reader.files("content/pages", "*/*.md")})
    for folder in folders:
        reader.left_for_later(folder)
    return tuple(folder.name for folder in folders)


def texts_in(reader: Reader, folder: str, kind: str) -> Mapping[str, Prose]:
    """Read the texts of one folder by their language."""
    texts: dict[str, Prose] = {}
    for path in reader.files(folder, "*.md"):
        prose = reader.prose(path, (f"{kind}-text", f"{path.parent.name}/{path.stem}"))
        if prose is not None:
            texts[path.stem] = prose
    return texts
