"""Files to `Site`: read everything, keep every problem at its place."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from suluh.load.campaigns import load_campaigns, load_days
from suluh.load.directory import load_directory
from suluh.load.facts import load_facts
from suluh.load.guides import load_guides, standing_pages, texts_in
from suluh.load.reader import Reader
from suluh.load.returned import read_returned
from suluh.load.settings import (
    load_allowances,
    load_backs,
    load_changes,
    load_glossary,
    load_lookups,
    load_settings,
    load_translations,
    load_waivers,
    load_words,
)
from suluh.load.stories import load_stories
from suluh.load.tallies import load_tallies
from suluh.load.tools import load_tools
from suluh.model.prose import Prose
from suluh.model.site import CONTENT, TEXTS, Origins, Site, Whence
from suluh.problem import Place, Problem, did_you_mean, error
from suluh.source import LARGEST, Document, KeyPath

__all__ = ["load_everything", "load_records", "load_texts", "read_returned"]

_RUNS = re.compile(rb"<\s*script|<\s*foreignObject|\son[a-z]+\s*=|javascript:", re.IGNORECASE)

_PICTURES = frozenset({".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def load_records(root: Path) -> tuple[Site | None, list[Problem]]:
    """Load all that is written in YAML. Without readable settings there is no site."""
    reader = Reader(root)
    settings = load_settings(reader)
    if settings is None:
        return None, reader.problems
    facts, sources = load_facts(reader)
    campaigns, bills, targets = load_campaigns(reader)
    site = Site(
        settings=settings,
        words=load_words(reader),
        facts=facts,
        sources=sources,
        guides=load_guides(reader),
        **load_tools(reader),
        **load_directory(reader),
        campaigns=campaigns,
        bills=bills,
        targets=targets,
        tallies=load_tallies(reader),
        days=load_days(reader),
        **load_stories(reader),
        translations=load_translations(reader),
        changes=load_changes(reader),
        backs=load_backs(reader),
        glossary=load_glossary(reader, settings.source.code),
        lookups=load_lookups(reader),
        waivers=load_waivers(reader),
        allowances=load_allowances(reader),
        standing=standing_pages(reader),
        handbook=(root / "handbook" / "index.md").is_file(),
        origins=reader.origins,
    )
    return site, [*reader.problems, *_unread(reader)]


def load_texts(root: Path, kind: str, name: str) -> tuple[Mapping[str, Prose], Origins, list[Problem]]:
    """Load the long texts of one guide, campaign or standing page, by language."""
    reader = Reader(root)
    texts = texts_in(reader, f"{TEXTS[kind]}/{name}", kind)
    return texts, _Origins(root, reader.origins), reader.problems


def load_everything(root: Path) -> tuple[Site | None, list[Problem]]:
    """Load a whole site at once: its records, and all long texts, also those whose record cannot be read."""
    site, problems = load_records(root)
    if site is None:
        return None, problems
    origins = dict(site.origins)
    for kind, folder in TEXTS.items():
        written = {path.parent.name for path in root.glob(f"{folder}/*/{kind}.yml")}
        held: dict[str, Mapping[str, Prose]] = {}
        for name in site.standing if kind == "page" else sorted(written):
            held[name], places, found = load_texts(root, kind, name)
            origins |= places
            problems = [*problems, *found]
        site = site.with_texts(kind, held, origins)
    return site, problems


class _Origins(Origins):
    """Where texts are written, and their record: that is read only when something is wrong with it."""

    def __init__(self, root: Path, known: Origins) -> None:
        super().__init__(known)
        self.root = root

    def __missing__(self, whence: Whence) -> tuple[Document, KeyPath]:
        kind, name = whence
        document = Reader(self.root).document(self.root / TEXTS[kind] / name / f"{kind}.yml")
        if document is None:
            raise KeyError(whence)
        self[whence] = document, ()
        return self[whence]


def _unread(reader: Reader) -> list[Problem]:
    """Nothing in the content folders is lost silently: a file that nobody reads is an error."""
    names = _names(reader)
    return [
        _stray(path, Place(path.relative_to(reader.root).as_posix()), names.get(path.parent, ()))
        for folder in CONTENT
        for path in reader.files(folder, "**/*")
        if path not in reader.read
    ]


def _stray(path: Path, place: Place, expected: Sequence[str]) -> Problem:
    if path.suffix == ".svg" and path.is_file() and _RUNS.search(path.read_bytes()[:LARGEST]):
        return error(place, "file/script", "This picture carries a script.", "Delete it; draw it again without one.")
    hint = did_you_mean(path.name, expected) or "Move it, or give it the right name."
    if place.file.startswith("campaigns/") and path.suffix.lower() in _PICTURES:
        hint = "Delete it: a campaign has no pictures. What is shared of it is drawn from its words."
    return error(place, "file/unknown", "Nothing reads this file.", hint)


def _names(reader: Reader) -> dict[Path, list[str]]:
    folders = ((kind, path) for kind, folder in TEXTS.items() for path in reader.root.glob(f"{folder}/*"))
    beside = {"campaign": ["tallies.yml"]}
    return {path: [f"{kind}.yml", *beside.get(kind, ())] for kind, path in folders if kind != "page"}
