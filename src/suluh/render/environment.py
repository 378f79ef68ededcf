"""Our Jinja environment: it escapes everything and forgives no unknown name."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from suluh.model.edition import Frame, Page
from suluh.model.settings import Language
from suluh.model.words import Words
from suluh.render import assets, filters, markdown

FETCHING = ("search",)
"""Kinds of pages whose script loads a file of the site."""


class Theme:
    """A theme's templates, and the page that is being said with them.

    Macros know nothing of pages, so filters read the language of the page from here.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.language = Language(code="en", name="English")
        self.words: Words = {}
        self.to: Callable[[str], str] = str
        self.environment = self._environment()

    def _environment(self) -> Environment:
        made = Environment(
            loader=FileSystemLoader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.globals.update(icon=icon, to=self.address)
        made.filters.update(
            said=lambda reading: filters.said(reading, self.language.code),
            numbers=lambda text: filters.numbers(text, self.language.direction),
            day=lambda value: filters.numbers(filters.day(value, self.language), self.language.direction),
            fill=lambda pattern, /, **values: filters.fill(pattern, self.language, values),
            html=lambda part: markdown.html(part, self.language, self.words, self.to),
        )
        return made

    def address(self, route: str) -> str:
        """Make the address of a route as it is written on the page that is being said."""
        return self.to(route)

    def speak(self, language: Language, words: Words, to: Callable[[str], str]) -> None:
        """Turn to another page."""
        self.language, self.words, self.to = language, words, to

    def context(self, frame: Frame, page: Page) -> dict[str, Any]:
        """Turn to a page, and gather what its template gets."""
        self.speak(frame.language, frame.words, addresses(frame, page))
        components = assets.components_of(self.environment, template_of(page))
        style, script = assets.style(self.folder, components), assets.script(self.folder, components)
        return {
            "view": replace(page, structured=Markup(page.structured)),  # noqa: S704 (JSON that cannot end its element)
            "frame": frame,
            "words": frame.words,
            "style": Markup(style),  # noqa: S704 (a file of the theme)
            "script": Markup(script),  # noqa: S704 (a file of the theme)
            "policy": assets.policy(style, script, fetches=page.kind in FETCHING),
        }


@lru_cache(maxsize=4)
def theme(folder: Path) -> Theme:
    """Open a theme once in each process."""
    return Theme(folder)


def forget() -> None:
    """Read the theme's files again from now on: in a preview they change while we look on."""
    for known in (theme, assets.style, assets.script):
        known.cache_clear()


def template_of(page: Page) -> str:
    """Name the template of a page's kind."""
    return f"pages/{page.kind}.html"


@lru_cache(maxsize=256)
def icon(name: str, extra_class: str = "") -> Markup:
    """Inline an icon of the Material Design set, hidden from screen readers."""
    svg = files("material").joinpath(f"templates/.icons/material/{name}.svg").read_text("utf-8")
    path = svg.partition("<path")[2].rpartition("</svg>")[0]
    classes = f"i {extra_class}".strip()
    head = Markup('<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">').format(classes)
    return head + Markup(f"<path{path}</svg>")  # noqa: S704 (a file of the icon set)


def addresses(frame: Frame, page: Page) -> Callable[[str], str]:
    """Make addresses as they are written on a page: relative, or from the host's root on a 404 page."""
    if page.route.endswith("404.html"):
        return lambda route: frame.base + route
    up = "../" * page.route.count("/")
    return lambda route: f"{up}{route}" or "./"
