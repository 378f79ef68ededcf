"""Read guides and the standing pages with their texts."""

from collections.abc import Mapping
from pathlib import Path

from suluh.load.reader import Reader
from suluh.model.guide import Guide, GuideTexts
from suluh.model.prose import Prose


def load_guides(reader: Reader) -> tuple[Mapping[str, Guide], Mapping[str, GuideTexts]]:
    """Read `content/guides/`, one folder a guide."""
    guides: dict[str, Guide] = {}
    texts: dict[str, GuideTexts] = {}
    for path in reader.files("content/guides", "*/guide.yml"):
        slug = path.parent.name
        texts[slug] = texts_in(reader, path.parent, "guide")
        document = reader.document(path)
        guide = reader.record(Guide, ("guide", slug), document) if document else None
        if guide is not None:
            guides[slug] = guide
    return guides, texts


def load_pages(reader: Reader) -> Mapping[str, Mapping[str, Prose]]:
    """Read `content/pages/`, one folder a standing page."""
    folders = sorted({path.parent for path in reader.files("content/pages", "*/*.md")})
    return {folder.name: texts_in(reader, folder, "page") for folder in folders}


def texts_in(reader: Reader, folder: Path, kind: str) -> Mapping[str, Prose]:
    """Read the texts of one folder by their language."""
    texts: dict[str, Prose] = {}
    for path in reader.files(str(folder), "*.md"):
        prose = reader.prose(path, (f"{kind}-text", f"{folder.name}/{path.stem}"))
        if prose is not None:
            texts[path.stem] = prose
    return texts
