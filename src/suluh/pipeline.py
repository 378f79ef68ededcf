"""The build, top to bottom. Only this module knows the order of the stages."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from suluh import render as rendering
from suluh.check import check
from suluh.emit import compress, emit
from suluh.inspect import inspect
from suluh.load import load
from suluh.model.edition import Edition
from suluh.model.output import Output
from suluh.model.settings import Language
from suluh.model.site import Site
from suluh.problem import Place, Problem, did_you_mean, error, in_order, stops
from suluh.resolve import door, editions
from suluh.swap import clear_unfinished, swap, unfinished

Progress = Callable[[str, int, int], None]
"""Told the name of a step, how much is done, and how much there is."""

MARK = "sitemap.xml"
GALLERY = "handbook/gallery.html"


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. `languages` are codes; none means all. `quick` leaves out what only a host needs."""

    root: Path
    output: Path
    today: date
    languages: tuple[str, ...] = ()
    workers: int = 1
    address: str | None = None
    host: str = "mkdocs"
    quick: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an order."""

    problems: tuple[Problem, ...]
    pages: int = 0
    editions: int = 0

    @property
    def published(self) -> bool:
        """Tell whether the new site stands."""
        return self.pages > 0


def check_content(order: Order) -> Report:
    """Check what writers wrote, and build nothing."""
    return Report(tuple(in_order(_loaded(order)[1])))


def build(order: Order, progress: Progress = lambda *_: None) -> Report:
    """Build the site. What is wrong stops it before anything is replaced."""
    site, problems = _loaded(order)
    problems += [*_theme_is_there(order), *_output_is_ours(order)]
    if site is None or stops(problems):
        return Report(tuple(in_order(problems)))
    clear_unfinished(order.output)
    folder = unfinished(order.output)
    folder.mkdir(parents=True)
    try:
        made, said = _write(order, site, folder, progress)
        problems += said
        if stops(problems):
            return Report(tuple(in_order(problems)))
        swap(folder, order.output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Report(tuple(in_order(problems)), len(made.kinds), len(_languages(order, site)))


def _loaded(order: Order) -> tuple[Site | None, list[Problem]]:
    site, problems = load(order.root)
    if site is None:
        return None, problems
    if order.address:
        site = replace(site, settings=site.settings.model_copy(update={"address": order.address}))
    problems += check(site, order.today, _icons())
    known = site.settings.by_code
    problems += [
        error(
            Place("content/site.yml"),
            "languages/unknown",
            f"'{code}' is not a language of this site.",
            did_you_mean(code, known),
        )
        for code in order.languages
        if code not in known
    ]
    return site, problems


def _write(order: Order, site: Site, folder: Path, progress: Progress) -> tuple[Output, list[Problem]]:
    """Write a whole site into an empty folder, and look at it."""
    languages = _languages(order, site)
    made = [door(site, languages), *editions(site, languages, order.today)]
    kinds = {rendering.file_of(page.route): page.kind for edition in made for page in edition.pages}
    output, problems = Output(folder, kinds), _pages(order, site, made, folder, progress)
    if stops(problems):
        return output, problems
    progress("Search, maps, headers", 0, 1)
    emit(made[1:], order.root / "overrides", folder)
    if not order.quick:
        progress("Compressing", 0, 1)
        compress(folder, _store(order), order.workers)
    progress("Looking at every page", 0, 1)
    problems += inspect(output, site.settings, _numbers(site), _store(order))
    progress("Looking at every page", 1, 1)
    return output, problems


def _pages(order: Order, site: Site, made: list[Edition], folder: Path, progress: Progress) -> list[Problem]:
    theme = order.root / "overrides"
    job = rendering.Job(theme, folder, _store(order), order.workers, order.host)
    total, count = sum(len(edition.pages) for edition in made), 0

    def done(pages: int) -> None:
        nonlocal count
        count += pages
        progress("Pages", count, total)

    problems = rendering.render(made, job, done)
    if site.handbook:
        progress("Handbook", 0, 1)
        problems += rendering.render_handbook(order.root, job, site.settings.name)
        (folder / GALLERY).write_text(rendering.gallery(theme, made[0].frame, GALLERY), "utf-8")
    return problems


def _languages(order: Order, site: Site) -> tuple[Language, ...]:
    return tuple(one for one in site.settings.languages if not order.languages or one.code in order.languages)


def _numbers(site: Site) -> frozenset[str]:
    """List the phone numbers that may stand on a page: those of facts and of public contacts."""
    lines = {value.number for fact in site.facts.values() for value in fact.values if value.number}
    contacts = {contact.number for one in site.organisations.values() for contact in one.public_contact()}
    return frozenset(lines | contacts)


def _icons() -> frozenset[str]:
    folder = files("material").joinpath("templates/.icons/material")
    return frozenset(path.name.removesuffix(".svg") for path in folder.iterdir())


def _store(order: Order) -> Path:
    return order.root / ".suluh" / "store"


def _theme_is_there(order: Order) -> list[Problem]:
    """Pages need a theme, and a handbook needs the settings of its own."""
    needed = ["overrides/reader.html", *(["mkdocs.yml"] if (order.root / "handbook" / "index.md").is_file() else [])]
    return [
        error(
            Place(name),
            "theme/missing",
            "This file is missing, so no page can be made.",
            "Take it over from a repository that works.",
        )
        for name in needed
        if not (order.root / name).is_file()
    ]


def _output_is_ours(order: Order) -> list[Problem]:
    """Never replace a folder that holds something else than a site that was built before."""
    output = order.output
    if output.exists() and (not output.is_dir() or (any(output.iterdir()) and not (output / MARK).is_file())):
        return [
            error(
                Place(output.as_posix()),
                "output/strange",
                "This folder holds something else than a site.",
                "Name another one with --output, or empty this one.",
            )
        ]
    return []
