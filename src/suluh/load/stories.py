"""Read stories, what they are found by, and which were taken away."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from suluh.load.guides import in_folders
from suluh.load.reader import Reader
from suluh.model.base import Model
from suluh.model.organisation import Gone
from suluh.model.story import Story, Tag
from suluh.problem import Place, Problem, error

FOLDER = "content/stories"

_LISTS: Mapping[str, tuple[str, type[Model], str]] = {
    "tags": ("tags.yml", Tag, "tag"),
    "gone_stories": ("gone.yml", Gone, "gone-story"),
}


def load_stories(reader: Reader) -> dict[str, Any]:
    """Read `content/stories/`, one folder a story, by the field of a site that holds it."""
    stories = in_folders(reader, Story, "story")
    for path in reader.files(FOLDER, "*/story.yml"):
        if path.parent.name in stories:
            reader.problems += _beside(reader, path.parent, stories[path.parent.name])
        else:
            reader.read.update(_media_in(path.parent))  # what they are for, nobody can tell now
    return {"stories": stories, **{key: _listed(reader, *listed) for key, listed in _LISTS.items()}}


def _listed(reader: Reader, file: str, model: type[Model], kind: str) -> Mapping[str, Any]:
    path = reader.root / FOLDER / file
    return reader.listed(model, kind, path) if path.is_file() else {}


def _beside(reader: Reader, folder: Path, one: Story) -> Iterator[Problem]:
    """Hold the files beside a story against what it says of them."""
    document, path = reader.origins["story", folder.name]
    for index, media in enumerate(one.media):
        file = folder / media.file
        reader.read.add(file)
        if not file.is_file():
            said, hint = f"There is no file '{media.file}' beside this one.", "Put it there, or delete this entry."
            yield error(document.place((*path, "media", index)), "stories/missing", said, hint)
    for file in sorted(folder.glob("*.md")):
        if file.stem not in one.consent.languages:
            said = f"The consent to this story does not cover '{file.stem}'."
            hint = "Delete this file. If the teller agrees to this language, write it into 'languages' first."
            yield error(Place(file.relative_to(reader.root).as_posix()), "stories/language", said, hint)


def _media_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*") if path.suffix in {".jpg", ".png", ".opus"})
