"""Put texts that translators bring into the files they belong to."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from suluh.edit.cutting import Uncut
from suluh.edit.putting import LongText, Words, new_long, put_long, put_words
from suluh.model.prose import Section
from suluh.model.redaction import Edit
from suluh.problem import Place, Problem, error
from suluh.source import Unreadable, read_text


def plan_texts(
    root: Path, words: Mapping[str, tuple[Words, ...]], texts: Mapping[str, LongText]
) -> tuple[tuple[Edit, ...], tuple[Problem, ...]]:
    """Work out what becomes of YAML files, and of Markdown files, by their names. Nothing is written."""
    found = [*_planned(root, words, texts)]
    edits = tuple(one for one in found if isinstance(one, Edit) and one.before != one.after)
    return edits, tuple(one for one in found if isinstance(one, Problem))


def section_of(name: str, text: str, *, critical: bool) -> Section:
    """Make a section of a text whose first line is its heading."""
    heading, _, body = text.strip().partition("\n")
    return Section(name, heading.strip(), body.strip("\n"), 1, critical)


def _planned(
    root: Path, words: Mapping[str, tuple[Words, ...]], texts: Mapping[str, LongText]
) -> Iterator[Edit | Problem]:
    for file, some in words.items():
        before = _text(root, file)
        try:
            yield Edit(file, before, put_words(before or "", some) if before else _new_words(some))
        except Uncut:
            yield error(Place(file), "import/place", "Nothing can be put in here for sure.",
                        "Write one 'language: text' a line, then import again.")  # fmt: skip
    for file, given in texts.items():
        before = _text(root, file)
        try:
            yield Edit(file, before, put_long(file, before, given) if before is not None else new_long(given))
        except (Unreadable, Uncut):
            yield error(
                Place(file), "import/place", "This file has a fault.", "Run 'build.py check', and mend it first."
            )


def _new_words(words: tuple[Words, ...]) -> str:
    first, *rest = words
    return put_words(f"{first.key}: x\n", [Words((), first.key, first.text), *rest])


def _text(root: Path, file: str) -> str | None:
    return read_text(root, root / file) if (root / file).is_file() else None
