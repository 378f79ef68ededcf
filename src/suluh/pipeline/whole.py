"""What only the whole site tells: whether its links lead somewhere, its search, its maps, its headers, its copies."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from suluh.model.lookup import NOTHING, Lookup, Lookups
from suluh.model.output import FONTS, Made, Written, file_of
from suluh.model.settings import Language
from suluh.pipeline.parts import Job, entries
from suluh.pool import Workers
from suluh.problem import Problem
from suluh.store import Store, digest

TOGETHER = 128
"""So many files are packed at once."""

TAKEN_ALONG = 120
"""So many texts a translator gets at once, those that ask for work most: more is a burden for a phone, and for her."""

Files = Mapping[str, str]
"""Files of the site by their path, and the name of what is kept of each."""


def pages_in(made: Iterable[Made]) -> dict[str, list[Written]]:
    """Sort the pages of some parts by language; those of the door have none."""
    found: dict[str, list[Written]] = {}
    for page in sorted(chain.from_iterable(one.pages for one in made), key=lambda page: page.route):
        found.setdefault(page.language, []).append(page)
    return found


def files_of(made: Iterable[Made]) -> dict[str, str]:
    """Give the files of some parts."""
    files: dict[str, str] = {}
    for one in made:
        files |= {file_of(page.route): page.file for page in one.pages}
        files |= one.files
    return files


@dataclass(frozen=True, slots=True)
class Search:
    """The search of one language, that is to be made of what is known of its pages."""

    language: Language
    routes: tuple[str, ...]
    entries: tuple[str, ...]
    key: str
    lookup: Lookup


def search(
    store: Store, workers: Workers[Job], theme: str, languages: Iterable[Language],
    pages: Mapping[str, Sequence[Written]], entries: tuple[str, ...], lookups: Lookups,
) -> Files:  # fmt: skip
    """Make the search of some languages."""
    files: dict[str, str] = {}
    tasks: list[Search] = []
    for language in languages:
        found = [page for page in pages.get(language.code, ()) if page.entry]
        lookup = lookups.get(language.code, NOTHING)
        key = digest(
            "search",
            theme,
            repr(language),
            repr(lookup),
            *(part for page in found for part in (page.route, page.entry)),
        )
        known = _kept(store, key)
        files |= known
        if not known:
            tasks.append(Search(language, tuple(page.route for page in found), entries, key, lookup))
    for made in workers.map(make_search, tasks):
        files |= made
    return files


def make_search(job: Job, task: Search) -> Files:
    """Make the search of one language, and keep it."""
    from suluh.emit import search_files
    from suluh.resolve.routes import home

    store = Store(job.store)
    known = entries(store, task.entries, task.language, task.lookup)
    found = search_files(task.language, home(task.language.code), [known[route] for route in task.routes])
    made = {name: store.add(data) for name, data in found}
    store.keep(task.key, json.dumps(made).encode())
    return made


@dataclass(frozen=True, slots=True)
class Todo:
    """The texts of one language for its translators, and the digest of all that they depend on."""

    code: str
    key: str


def todos(codes: Iterable[str], content: str) -> dict[str, Todo]:
    """Name what translators can take along, by its path; `content` digests all that is written."""
    from suluh.resolve.routes import todo

    return {todo(code): Todo(code, digest("todo", content, code)) for code in codes}


def make_todos(store: Store, workers: Workers[Job], wanted: Mapping[str, Todo]) -> Files:
    """Make what translators can take along."""
    files = {path: kept.decode() for path, one in wanted.items() if (kept := store.result(one.key)) is not None}
    unknown = {path: one for path, one in wanted.items() if not store.sound(files.get(path, ""))}
    return files | dict(zip(unknown, workers.map(make_todo, [*unknown.values()]), strict=True))


def make_todo(job: Job, task: Todo) -> str:
    """Make what translators into one language can take along, and keep it."""
    from suluh.pipeline.translating import sheet_of
    from suluh.render import todo_page

    store = Store(job.store)
    made = sheet_of(job.everything, task.code, public=True)
    name = store.add(todo_page(replace(made, pieces=made.pieces[:TAKEN_ALONG])))
    store.keep(task.key, name.encode())
    return name


def of_the_theme(store: Store, root: Path, languages: Iterable[Language]) -> dict[str, str]:
    """Keep the icons of the site, its own and the plain one of quiet pages, and the fonts that its readers get."""
    icons = {name: root / "overrides" / name for name in ("mark.svg", "plain.svg")}
    faces = {f"{FONTS}{one.face.file}": root / "overrides/reading" / one.face.file for one in languages if one.face}
    return {name: store.add(path.read_bytes()) for name, path in (icons | faces).items() if path.is_file()}


def maps(store: Store, theme: str, pages: Mapping[str, Sequence[Written]], codes: Iterable[str], address: str) -> Files:
    """Make the map of each language, and what leads to them."""
    from suluh.emit import index_files, map_name, sitemap

    spoken = [code for code in codes if code in pages]
    files = {name: store.add(data) for name, data in index_files(spoken, address)}
    for code in spoken:
        listed = [part for page in pages[code] if page.indexed for part in (page.route, ",".join(page.alternates))]
        key = digest("map", theme, address, code, *listed)
        known = _kept(store, key)
        if not known:
            known = {map_name(code): store.add(sitemap(pages[code], address))}
            store.keep(key, json.dumps(known).encode())
        files |= known
    return files


def _kept(store: Store, key: str) -> Files:
    kept = store.result(key)
    known: Files = json.loads(kept) if kept else {}
    return known if store.all_sound(known.values()) else {}


def headers(made: Iterable[Made]) -> bytes:
    """Write the headers of a site out of the policies of its pages."""
    from suluh.emit import headers_file
    from suluh.resolve.routes import EMBED

    by_part: dict[str, dict[str, None]] = {}
    for one in made:
        if one.files and not one.pages:
            by_part.setdefault("/handbook/*", {}).update(dict.fromkeys(one.policies))
        for page in one.pages:
            by_part.setdefault(_place(page, EMBED), {})[one.policies[page.policy]] = None
    return headers_file(dict(sorted(by_part.items())), framed=f"/{EMBED}*")


def _place(page: Written, framed: str) -> str:
    """Name the part of the site whose headers a page gets."""
    if page.kind == "embed":
        return f"/{framed}*"
    return f"/{page.language}/*" if page.language else f"/{page.route}"


def check_links(
    store: Store, made: Sequence[Made], files: Mapping[str, str], base: str, memory: dict[str, frozenset[str]]
) -> Iterator[Problem]:
    """Follow every link. Parts remember where they lead; only where something is wrong is a page looked at again."""
    there, places = frozenset(files), _Places(store, made)
    for one in made:
        if one.links not in memory:
            memory[one.links] = _lines(store, one.links)
        missing = memory[one.links] - there
        if places.hold(missing):
            continue
        from suluh.inspect import broken_links

        yield from broken_links(_links(store, _own(one), base), there, lambda file: _ids(store, files[file]))


class _Places:
    """The places on pages, read of those parts alone to whose places something leads."""

    def __init__(self, store: Store, made: Sequence[Made]) -> None:
        self.store, self.made = store, made
        self.known: set[str] = set()
        self.read: set[str] = set()

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        return {file: one.places for one in self.made for file in _own(one)}

    def hold(self, targets: Iterable[str]) -> bool:
        """Tell whether all of some targets are places on pages."""
        wanted = set(targets) - self.known
        for name in {self._owners.get(target.partition("#")[0], "") for target in wanted} - self.read:
            self.known |= _lines(self.store, name)
            self.read.add(name)
        return wanted <= self.known


def _lines(store: Store, name: str) -> frozenset[str]:
    return frozenset((store.read(name) or b"").decode().split("\n") if name else ())


def _own(one: Made) -> dict[str, str]:
    return {**{file_of(page.route): page.file for page in one.pages}, **one.files}


def _links(store: Store, files: Files, base: str) -> Iterator[tuple[str, str, str]]:
    from suluh.inspect import look, targets

    for file, name in files.items():
        if file.endswith(".html"):
            html = (store.read(name) or b"").decode()
            yield from ((file, target, href) for target, href in targets(file, look(html, ours=False), base))


def _ids(store: Store, name: str) -> Sequence[str]:
    from suluh.inspect import look

    return look((store.read(name) or b"").decode(), ours=False).ids


def check_withheld(store: Store, files: Files, withheld: Mapping[str, str]) -> Iterator[Problem]:
    """Search every file for what must not be in it. Those in which nothing was found are remembered."""
    if not withheld:
        return
    from suluh.inspect import holds_withheld

    key = digest("withheld", *sorted(withheld))
    clean = set((store.result(key) or b"").decode().split())
    for file, name in files.items():
        if name not in clean:
            found = list(holds_withheld(file, store.read(name) or b"", withheld))
            yield from found
            clean |= set() if found else {name}
    store.keep(key, " ".join(sorted(clean & {*files.values()})).encode())


def packed(store: Store, workers: Workers[Job], files: Files, progress: Callable[[int, int], None]) -> Files:
    """Make a Brotli and a gzip copy of each text file, and remember them by the name of what they are made of."""
    from suluh.emit import packing, worth_packing

    texts = {file: name for file, name in files.items() if worth_packing(file)}  # together as they were made
    key = digest("packed", packing())
    kept = store.result(key)
    known: dict[str, dict[str, str]] = json.loads(kept) if kept else {}
    unknown = [
        name for name in dict.fromkeys(texts.values()) if not store.all_sound(known.get(name, {"": ""}).values())
    ]
    batches = [unknown[start : start + TOGETHER] for start in range(0, len(unknown), TOGETHER)]
    progress(0, len(batches))
    for count, made in enumerate(workers.map(pack_some, batches), 1):
        known |= made
        progress(count, len(batches))
    if batches:
        store.keep(key, json.dumps({name: known[name] for name in texts.values()}).encode())
    return {file + ending: copy for file, name in texts.items() for ending, copy in known[name].items()}


def pack_some(job: Job, names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Pack some kept files."""
    from suluh.emit import pack

    return pack(Store(job.store), names)
