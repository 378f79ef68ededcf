"""The records of a site: all that is written in YAML. They are read once, and their parts are known by a digest."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from suluh.model.allowance import Allowance
from suluh.model.listing import withheld
from suluh.model.lookup import Lookup, Lookups
from suluh.model.originals import readable, standings_of_records
from suluh.model.output import Runs, runs_of
from suluh.model.settings import Settings
from suluh.model.site import OWN, TEXTS, Site, Texts
from suluh.model.standing import Standings
from suluh.model.telling import withheld as withheld_of_stories
from suluh.model.unit import Units
from suluh.model.waiver import Waiver
from suluh.problem import Place, Problem
from suluh.store import Store, digest

_TOOLS = ("pathways", "letters", "calculators", "cards")
LISTED = {
    "guides": ("guides",),
    "directory": ("listings",),
    "campaigns": ("campaigns", "bills", "targets", "tallies"),
    "tools": ("guides", *_TOOLS),
    "laws": ("guides",),
    "stories": ("tellings",),
    "translations": ("guides",),
}
"""The kinds of parts that list records, and which they list."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What is to be known of the records while none of them changes.

    `broken` are the rules that the records break; they may be waived, which `problems` may not be.
    `parts` holds the digest of what each part holds of them, by its name such as `guide/unpaid-wages`; `shared` that of
    what all parts hold. `withheld` are texts that may stand nowhere, with the name of their entry.
    """

    problems: tuple[Problem, ...]
    settings: Settings | None
    waivers: tuple[tuple[Waiver, Place], ...] = ()
    allowances: tuple[tuple[Allowance, Place], ...] = ()
    shared: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    handbook: bool = False
    translated: bool = False  # something is written down of translations of long texts
    broken: tuple[Problem, ...] = ()
    lookups: Lookups = field(default_factory=dict)
    standings: Standings = field(default_factory=Standings)
    withheld: Mapping[str, str] = field(default_factory=dict)


FONTS = "overrides/fonts/"
"""Where the fonts of a theme lie."""

_PROBLEMS: TypeAdapter[list[Problem]] = TypeAdapter(list[Problem])
_OVERVIEW: TypeAdapter[Overview] = TypeAdapter(Overview)
_OF_PARTS = ("guides", *_TOOLS, "listings", "campaigns", "bills", "targets", "tallies", "tellings", "ended",
             "translations", "changes")  # fmt: skip
_KEPT = (
    *("settings", "words", "facts", "sources", "services", "places", "map", "people", "reports", "gone", "standing"),
    *("days", "tags", "unvouched", "lookups"),
    *("handbook", "whole"),
    *_OF_PARTS,
)
"""The fields of a site that hold its records, those last of which each part holds some."""
_LAZY = frozenset(name for listed in LISTED.values() for name in listed)
"""The fields that are read only for the parts that need them."""


class Records:
    """The records of a repository whose files have some digests, as they are read on a day."""

    def __init__(
        self, root: Path, store: Store, scanned: Mapping[str, str], today: date, engine: str, draft: str = ""
    ) -> None:
        self.root, self.store, self.today, self._draft = root, store, today, draft
        self._fonts = [part for file, known in scanned.items() if file.startswith(FONTS) for part in (file, known)]
        self._engine = engine
        read = [
            part
            for file, known in scanned.items()
            if file.endswith((".yml", ".svg")) or file.startswith(TEXTS["story"])
            for part in (file, known)
        ]
        self._key = digest("records", engine, today.isoformat(), draft, *read, *scanned, *self._fonts)
        self._translations = [known for file, known in scanned.items() if file.startswith("content/translations/")]

    @property
    def are_known(self) -> bool:
        """Tell whether nothing is to be read anew."""
        return self.store.result(self._key) is not None

    @cached_property
    def overview(self) -> Overview:
        """Tell what is to be known of the records."""
        kept = self.store.result(self._key)
        if kept is not None:
            with suppress(ValueError):  # another program's
                return _OVERVIEW.validate_json(kept)
        made = self._look()
        self.store.keep(self._key, _OVERVIEW.dump_json(made, by_alias=True))
        return made

    @cached_property
    def kept(self) -> str:
        """Give the key under which the records themselves are kept. There are some: nothing was wrong with them."""
        key = digest("site", self._key)
        if self.store.result(key) is None:
            self._look()
        return key

    def units_problems(self, known: Sequence[str]) -> list[Problem]:
        """Hold what is known of translations against the keys of all texts."""
        key = digest("units", *self._translations, *known)
        if not self._translations or self.store.result(key) is not None:
            return []
        site = self._loaded[0]
        from suluh.check import check_units

        found = check_units(site, set(known)) if site is not None else []
        if not found:
            self.store.keep(key, b"")
        return found

    def translations_problems(self, content: str) -> list[Problem]:
        """Hold the translations of a site, whose writing has a digest, against what is known of its words."""
        key = digest("translations", content)
        kept = self.store.result(key)
        if kept is not None:
            with suppress(ValueError):  # another program's
                return _PROBLEMS.validate_json(kept)
        from suluh.check import check_translations
        from suluh.load import load_everything

        site, _ = load_everything(self.root)
        found = check_translations(site) if site is not None else []
        self.store.keep(key, _PROBLEMS.dump_json(found))
        return found

    @cached_property
    def signs(self) -> Runs:
        """Tell which signs the fonts of the theme have."""
        if not self._fonts:
            return ()
        key = digest("signs", self._engine, *self._fonts)
        kept = self.store.result(key)
        if kept is None:
            from suluh.typesetting.fonts import signs

            kept = json.dumps(runs_of(signs(self.root / FONTS))).encode()
            self.store.keep(key, kept)
        return tuple((first, last) for first, last in json.loads(kept))

    @cached_property
    def _loaded(self) -> tuple[Site | None, list[Problem]]:
        from suluh.load import load_records

        site, problems = load_records(self.root)
        return site and site.showing(self._draft).on(self.today), problems

    def _told(self, site: Site) -> Mapping[str, Texts]:
        from suluh.load import load_texts

        return {slug: load_texts(self.root, "story", slug)[0] for slug in site.stories}

    def _look(self) -> Overview:
        from suluh.check import check

        site, problems = self._loaded
        if site is None:
            return Overview(tuple(problems), None)
        signs = self.signs if "pdf" in site.settings.take_away else ()
        bare = replace(
            readable(site),
            translations=_of_texts(site),
            glossary={},
            backs={},
            lookups={code: Lookup(example=one.example) for code, one in site.lookups.items() if one.example},
            origins={},
            waivers=(),
            allowances=(),
            whole=site.known,
            organisations={},
            listings=site.public,
            stories={},
            gone_stories={},
        )
        self.store.keep(digest("site", self._key), _lines(bare))
        return Overview(
            problems=tuple(problems),
            settings=site.settings,
            waivers=tuple((one, site.place("waiver", str(index))) for index, one in enumerate(site.waivers)),
            allowances=tuple((one, site.place("allowance", str(n))) for n, one in enumerate(site.allowances)),
            shared=_shared(bare),
            parts=dict(_parts(bare)),
            handbook=site.handbook,
            translated=any(bare.translations.values()),
            lookups=site.lookups,
            standings=standings_of_records(site),
            withheld={
                **withheld(site.organisations),
                **withheld_of_stories(site.stories, self._told(site), self.today),
            },
            broken=tuple(check(site, self.today, _icons(), signs)),
        )


def _parts(site: Site) -> Iterable[tuple[str, str]]:
    for kind in OWN:
        for name in _names(site, kind):
            part = site.part(kind, name)
            yield f"{kind}/{name}", digest(*(repr(getattr(part, one)) for one in _OF_PARTS))
    for kind, listed in LISTED.items():
        yield kind, digest(*(repr(getattr(site, one)) for one in listed))


def _names(site: Site, kind: str) -> Iterable[str]:
    match kind:
        case "page":
            return site.standing
        case "story":
            return [*site.tellings, *site.ended]
        case "organisation":
            return [*site.listings, *site.known.gone]
        case _:
            names: Iterable[str] = getattr(site, f"{kind}s")
            return names


def _shared(site: Site) -> str:
    """Digest what all parts hold."""
    part = site.part("edition", "")
    return digest(*(repr(getattr(part, one)) for one in _KEPT if one not in _OF_PARTS))


def _of_texts(site: Site) -> Mapping[str, Units]:
    """Keep what is known of the translations of long texts: what becomes of the short ones is settled here."""
    return {
        code: {text: units for text, units in texts.items() if "/" in text and not text.endswith(".yml")}
        for code, texts in site.translations.items()
    }


@cache
def _adapter(field: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(Site)[field])


def _lines(site: Site) -> bytes:
    """Write the records, one field a line."""
    return b"\n".join(_adapter(field).dump_json(getattr(site, field), by_alias=True) for field in _KEPT)


class KeptRecords:
    """Records that were kept, read as far as somebody asks for them."""

    def __init__(self, store: Store, key: str) -> None:
        lines = (store.result(key) or b"").split(b"\n")
        self._lines = dict(zip(_KEPT, lines, strict=True))
        self._shared = Site(**{field: self._read(field) for field in _KEPT if field not in _LAZY})
        self._held: dict[str, Any] = {}

    def holding(self, lists: Collection[str]) -> Site:
        """Give what all share, and some of the lists of records."""
        for name in lists:
            if name not in self._held:
                self._held[name] = self._read(name)
        return replace(self._shared, **{name: self._held[name] for name in lists})

    def _read(self, field: str) -> Any:
        return _adapter(field).validate_json(self._lines[field])


def _icons() -> frozenset[str]:
    folder = files("material").joinpath("templates/.icons/material")
    return frozenset(path.name.removesuffix(".svg") for path in folder.iterdir())
