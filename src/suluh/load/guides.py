"""Read guides, and the long texts of whatever has some."""

from collections.abc import Mapping

from suluh.load.reader import Reader, Record
from suluh.model.guide import Guide
from suluh.model.prose import Prose
from suluh.model.site import TEXTS
from suluh.problem import error


def load_guides(reader: Reader) -> Mapping[str, Guide]:
    """Read `content/guides/`, one folder a guide."""
    guides = in_folders(reader, Guide, "guide")
    for slug, guide in guides.items():
        _find_sounds(reader, slug, guide)
    return guides


def _find_sounds(reader: Reader, slug: str, guide: Guide) -> None:
    document, path = reader.origins["guide", slug]
    for index, sound in enumerate(guide.sounds):
        file = reader.root / TEXTS["guide"] / slug / sound.file
        reader.read.add(file)
        if not file.is_file():
            place, said = (
                document.place((*path, "sounds", index)),
                f"There is no recording '{sound.file}' beside this file.",
            )
            reader.problems.append(error(place, "sound/missing", said, "Put it there, or delete this entry."))


def in_folders(reader: Reader, model: type[Record], kind: str) -> dict[str, Record]:
    """Read the records of a kind of part that has long texts: each lies in a folder, which it is named after."""
    found: dict[str, Record] = {}
    for path in reader.files(TEXTS[kind], f"*/{kind}.yml"):
        slug = path.parent.name
        reader.left_for_later(path.parent)
        document = reader.document(path)
        record = reader.record(model, (kind, slug), document) if document else None
        if record is None:
            reader.read.update(path.parent.glob("*.opus"))  # what they are for, nobody can tell now
        else:
            found[slug] = record
    return found


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
