"""Our Jinja environment: it escapes everything and forgives no unknown name."""

from collections.abc import Callable, Hashable, Mapping, MutableMapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from suluh.model.edition import Frame, Page, Tongue
from suluh.model.settings import Language
from suluh.model.words import Words
from suluh.render import assets, filters, markdown
from suluh.store import Store, digest

_MOST = 2_000
"""So many pieces are kept for each language."""

_UP, _NOWHERE, _REST = "\ue000", "\ue001", "\ue002"
"""Stand for what differs from page to page in a piece that is kept: letters that no text of ours holds."""


def _anywhere(route: str) -> str:
    return f"{_UP}{route}" if route else _NOWHERE


def _mark(value: Any) -> Hashable:
    """Tell pieces apart by what they are made of. Words are the edition's; languages differ by page in routes alone."""
    if isinstance(value, dict):
        return None
    if isinstance(value, tuple) and value and isinstance(value[0], Tongue):
        return tuple(one.code for one in value)
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return tuple(code for code, _ in value)
    return value  # type: ignore[no-any-return]


class _Environment(Environment):
    """An environment whose templates have no names of their own: then what they import need not be made again."""

    def make_globals(self, d: Mapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


class _Compiled(BytecodeCache):
    """Keeps what a theme's templates were compiled to: for one edit that takes longer than the pages."""

    def __init__(self, store: Store, version: str) -> None:
        self.store, self.version = store, version

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self.store.result(self._key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.store.keep(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return digest("template", self.version, bucket.key)


class Theme:
    """A theme's templates, and the page that is being said with them.

    Macros know nothing of pages, so filters read the language of the page from here.
    """

    def __init__(self, folder: Path, compiled: BytecodeCache | None = None) -> None:
        self.folder = folder
        self.language = Language(code="en", name="English")
        self.words: Words = {}
        self.to: Callable[[str], str] = str
        self.rest = ""
        self._frames: dict[str, Frame] = {}
        self._kept: dict[str, dict[Hashable, str]] = {}
        self.environment = self._environment(compiled)

    def _environment(self, compiled: BytecodeCache | None) -> Environment:
        made = _Environment(
            loader=FileSystemLoader(self.folder),
            bytecode_cache=compiled,
            auto_reload=False,  # a theme that has changed is another theme
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.globals.update(icon=icon, to=self.address, here=self.here, kept=self.kept, path=self.path)
        made.filters.update(
            said=lambda reading: filters.said(reading, self.language.code),
            numbers=lambda text, direction="": filters.numbers(text, direction or self.language.direction),
            day=lambda value: filters.numbers(filters.day(value, self.language), self.language.direction),
            fill=lambda pattern, locale="", /, **values: filters.fill(pattern, self.language, values, locale),
            written=filters.written,
            html=lambda part: markdown.html(part, self.language, self.words, self.to),
        )
        return made

    def address(self, route: str) -> str:
        """Make the address of a route as it is written on the page that is being said."""
        return self.to(route)

    def here(self, route: str) -> str:
        """Make the address of this page in another language, which `route` is."""
        return f"{_UP}{self.path(route)}" if self.to is _anywhere else self.to(route)

    def path(self, route: str) -> str:
        """Make the path below the site's address of this page in another language, which `route` is."""
        return f"{route.partition('/')[0]}/{_REST}" if self.to is _anywhere else route

    def kept(self, macro: Macro, *args: Any, **named: Any) -> Markup:
        """Say what is the same on many pages of an edition only once; just its addresses differ."""
        known = self._kept[self.language.code]
        key = (macro.name, *map(_mark, args), *named.items())
        html = known.get(key)
        if html is None:
            to, self.to = self.to, _anywhere
            try:
                html = str(macro(*args, **named))
            finally:
                self.to = to
            if len(known) < _MOST:
                known[key] = html
        up = str(escape(self.to("")))
        html = html.replace(_NOWHERE, up).replace(_UP, "" if up == "./" else up).replace(_REST, str(escape(self.rest)))
        return Markup(html)  # noqa: S704 (what a macro said)

    def speak(self, language: Language, words: Words, to: Callable[[str], str]) -> None:
        """Turn to another page."""
        self.language, self.words, self.to = language, words, to

    def context(self, frame: Frame, page: Page) -> dict[str, Any]:
        """Turn to a page, and gather what its template gets."""
        self.speak(frame.language, frame.words, addresses(frame, page))
        self.rest = page.route.partition("/")[2]
        if self._frames.get(frame.language.code) is not frame:
            self._frames[frame.language.code], self._kept[frame.language.code] = frame, {}
        components = assets.components_of(self.environment, template_of(page))
        style, script = assets.style(self.folder, components), assets.script(self.folder, components)
        face = None if page.on_paper or page.kind in _COPIES else frame.language.face
        style += assets.face_style(face, frame.base) if face else ""
        return {
            "view": replace(page, structured=Markup(page.structured)),  # noqa: S704 (JSON that cannot end its element)
            "frame": frame,
            "words": frame.words,
            "style": Markup(style),  # noqa: S704 (a file of the theme)
            "script": Markup(script),  # noqa: S704 (a file of the theme)
            "policy": assets.policy(style, script, fonts=face is not None),
            "face": face.name if face else None,
        }


_COPIES = ("file", "embed")
"""The kinds of pages that are read away from the site, where its fonts are not."""


@lru_cache(maxsize=1)
def theme(folder: Path, version: str, store: Path) -> Theme:
    """Open a theme once in each process; in a preview its files change, and with them the version."""
    assets.style.cache_clear()
    assets.script.cache_clear()
    return Theme(folder, _Compiled(Store(store), version))


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
    """Make addresses as they are written on a page: relative, from the host's root on a 404 page, whole on a copy."""
    if page.on_paper or page.kind in _COPIES:
        return lambda route: frame.address + route
    if page.route.endswith("404.html"):
        return lambda route: frame.base + route
    up = "../" * page.route.count("/")
    return lambda route: f"{up}{route}" or "./"
