"""One part, top to bottom: read, checked, resolved, rendered, looked at. The unit of work, wherever it is done."""

import gc
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path

from pydantic import TypeAdapter

from suluh.model.edition import Frame, Page
from suluh.model.lookup import Lookup
from suluh.model.originals import long_originals, standing_of_texts
from suluh.model.output import Entry, Made, Part, Runs, Written, file_of
from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.model.site import COUNTING, TEXTS, TOOLS, Site
from suluh.model.site import Heads as HeadsOfOne
from suluh.model.standing import Counts, Standings
from suluh.pipeline.exporting import drawn, exports
from suluh.pipeline.media import media
from suluh.pipeline.records import LISTED, KeptRecords
from suluh.problem import Problem, stops
from suluh.store import Store, digest, name_of

NEEDS = {
    "guide": ("guides",),
    "organisation": ("listings", "campaigns", "guides"),
    "campaign": ("campaigns", "bills", "targets", "tallies", "listings", "tellings"),
    "story": ("tellings",),
    "pathway": ("pathways", "guides"),
    **{kind: (f"{kind}s", "guides") for kind in TOOLS},
    **{f"page/{name}": ("listings",) for name in COUNTING},
    **LISTED,
}
"""Which lists of records a kind of part is made of, or one part that needs more than others of its kind."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE)

Heads = Mapping[str, HeadsOfOne]
"""The heads of long texts: by their part, such as `guide/unpaid-wages`, then by language."""

Outdated = Mapping[str, tuple[str, ...]]
"""The guides of which a critical part is not right in some languages, and these."""


@dataclass(frozen=True)
class Job:
    """All that the parts of one build have in common. It goes to every worker, which reads the records itself."""

    root: Path
    store: Path
    records: str
    address: str
    waived: frozenset[tuple[str, str]]
    languages: tuple[Language, ...]
    today: date
    theme: str
    host: str
    checking: bool  # look at the texts and make no page
    signs: Runs = ()
    repository: str | None = None
    signed: bool = False

    def site(self, part: Part) -> Site:
        """Cut out what a part is made of."""
        whole = self._records.holding(NEEDS.get(str(part)) or NEEDS.get(part.kind, ()))
        settings = whole.settings
        told = {
            "address": self.address,
            "repository": self.repository or settings.repository,
            "signing_key": settings.signing_key if self.signed else None,
        }
        settings = settings.model_copy(update=told)
        return replace(whole, settings=settings).part(part.kind, part.name)

    def stops(self, broken: Iterable[Problem]) -> bool:
        """Tell whether a part that breaks these rules has no pages."""
        return stops(one for one in broken if (one.rule, one.place.file) not in self.waived)

    @cached_property
    def _records(self) -> KeptRecords:
        return KeptRecords(Store(self.store), self.records)

    @cached_property
    def everything(self) -> Site:
        """Give the whole site, with all its texts."""
        from suluh.load import load_everything

        site, _ = load_everything(self.root)
        if site is None:
            raise RuntimeError("the settings were read before, and are gone")
        return site

    @cached_property
    def frames(self) -> Mapping[str, Frame]:
        """Give what stands round the pages of each language."""
        from suluh.resolve import frames

        return frames(self.site(Part("edition", "")), self.languages)

    @cached_property
    def around(self) -> Mapping[str, str]:
        """Digest what stands round the pages of each language."""
        return {code: digest(self.theme, repr(frame)) for code, frame in self.frames.items()}


@dataclass(frozen=True, slots=True)
class Others:
    """What parts may have to know of each other: titles of some, and what else only the whole site tells.

    `leaning` has the facts that guides stand on, `outdated` the guides that are not right in some languages.
    """

    heads: Heads = field(default_factory=dict)
    leaning: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    outdated: Outdated = field(default_factory=dict)
    standings: Standings = field(default_factory=Standings)


@dataclass(frozen=True, slots=True)
class Task:
    """A part to make, the digest of all it depends on, and what it must know of others."""

    part: Part
    key: str
    others: Others


@dataclass(slots=True)
class _Resolved:
    """A part on its way: its pages have views and no HTML yet."""

    task: Task
    problems: list[Problem]
    broken: list[Problem]
    heads: HeadsOfOne
    units: tuple[str, ...]
    leans: tuple[str, ...]
    standing: Mapping[str, Counts]
    numbers: frozenset[str]
    pages: list[tuple[str, Page]]
    beside: Mapping[str, bytes]  # files that are no pages, by their route
    files: list[str]
    html: dict[str, str]  # of the pages that were rendered now, by the name under which they are kept


def make(job: Job, tasks: Sequence[Task]) -> list[Made]:
    """Make some parts and keep them. Their pages are rendered together: a host has a price for each start."""
    with _unbroken():
        return _make(job, tasks)


@contextmanager
def _unbroken() -> Iterator[None]:
    """Put off the search for cycles of garbage: it would be made often, for nothing, and takes a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _make(job: Job, tasks: Sequence[Task]) -> list[Made]:
    store = Store(job.store)
    resolved = [_resolve(job, task) for task in tasks]
    problems = _render(job, store, resolved)
    made = [_finish(job, store, one) for one in resolved]
    for one, task in zip(made, tasks, strict=True):
        store.keep(task.key, to_json(one))
    if problems:
        made[0] = replace(made[0], problems=(*made[0].problems, *problems))
    return made


def _resolve(job: Job, task: Task) -> _Resolved:
    part = task.part
    site = job.site(part)
    problems: list[Problem] = []
    broken: list[Problem] = []
    heads: HeadsOfOne = {}
    if part.kind in TEXTS:
        from suluh.check import check_texts
        from suluh.load import load_texts

        texts, origins, problems = load_texts(job.root, part.kind, part.name)
        site = site.with_texts(part.kind, {part.name: texts}, origins)
        broken = check_texts(site, job.today, job.signs)
        heads = site.heads_of(part.kind, part.name)
    from suluh.resolve import pages_of

    written = part.kind in TEXTS
    units = tuple(one.key for one in long_originals(site)) if written else ()
    leans = site.leans(part.kind, part.name) if written else ()
    standing = standing_of_texts(site) if written else {}
    others = task.others
    site = replace(
        site.with_heads(others.heads), leaning=others.leaning, outdated=others.outdated, standings=others.standings
    )
    stopped = job.checking or stops(problems) or job.stops(broken)
    pages = [] if stopped else list(pages_of(site, part.kind, part.name, job.languages, job.today))
    beside = {} if stopped else dict(exports(site, part, job.languages, pages, job.today))
    return _Resolved(task, problems, broken, heads, units, leans, standing, _numbers(site), pages, beside, [], {})


def _numbers(site: Site) -> frozenset[str]:
    """List the phone numbers that may stand on a page: those of facts, of public contacts and of offices."""
    lines = {value.number for fact in site.facts.values() for value in fact.values if value.number}
    contacts = {way.number for one in site.listings.values() for way in one.contact if way.number}
    offices = {way.number for one in site.targets.values() for way in one.contact if way.number}
    return frozenset(lines | contacts | offices)


def _render(job: Job, store: Store, parts: Sequence[_Resolved]) -> list[Problem]:
    """Find or make the HTML of every page. It depends on its view and on what stands round it, and on nothing else."""
    kept = [_pages_before(store, one.task.part) for one in parts]
    keys = [[digest(job.around[code], repr(page)) for code, page in one.pages] for one in parts]
    unknown = [
        (one, known, key, job.frames[code], page)
        for one, known, some in zip(parts, kept, keys, strict=True)
        for (code, page), key in zip(one.pages, some, strict=True)
        if not store.sound(known.get(key, ""))
    ]
    from suluh import render

    views = [(frame, page) for _, _, _, frame, page in unknown]
    html, problems = render.pages(job.root / "overrides", job.theme, job.store, views, job.host)
    for (one, known, key, _, _), text in zip(unknown, html, strict=True):
        known[key] = store.add(text.encode())
        one.html[known[key]] = text
    for one, known, some in zip(parts, kept, keys, strict=True):
        one.files = [known[key] for key in some]
        store.keep(_pages_of(one.task.part), json.dumps(dict(zip(some, one.files, strict=True))).encode())
    return problems


def _pages_of(part: Part) -> str:
    return digest("pages", str(part))


def _pages_before(store: Store, part: Part) -> dict[str, str]:
    """Give the pages that a part had when it was last made: what was kept, by the digest of the view."""
    kept = store.result(_pages_of(part))
    return dict(json.loads(kept)) if kept else {}


def _finish(job: Job, store: Store, one: _Resolved) -> Made:
    from suluh.inspect import inspect_page, look, targets

    policies: dict[str, int] = {}
    links: dict[str, None] = {}
    places: list[str] = []
    shown, faults = media(job.root, store, (page for _, page in one.pages))
    problems, pages, entries = [*one.problems, *faults], list[Written](), list[bytes]()
    promised = {path: store.add(data) for path, data in drawn(page for _, page in one.pages)}
    for (code, page), name in zip(one.pages, one.files, strict=True):
        if page.on_paper:
            promised[page.route] = name
            continue
        html = one.html.get(name) or (store.read(name) or b"").decode()
        file = file_of(page.route)
        seen = look(html, ours=True, home=job.address)
        problems += inspect_page(file, seen, one.numbers)
        links.update(dict.fromkeys(target for target, _ in targets(file, seen, job.frames[code].base)))
        places += (f"{file}#{name}" for name in seen.ids)
        policy = policies.setdefault(policy_of(html), len(policies))
        entry = _entry(code, page)
        entries.append(entry)
        alternates = tuple(code for code, _ in page.alternates)
        pages.append(Written(page.route, page.kind, code, name, name_of(entry) if entry else "", page.indexed,
                             alternates, policy))  # fmt: skip
    led, leading = (store.add("\n".join(some).encode()) if some else "" for some in (places, links))
    searched = store.add(b"\n".join(entries)) if any(entries) else ""
    return Made(tuple(problems), tuple(pages), tuple(policies), leading, one.heads, one.units, broken=tuple(one.broken),
                entries=searched, places=led, leans=one.leans, promised=promised, standing=one.standing,
                files={**shown, **{route: store.add(data) for route, data in one.beside.items()}})  # fmt: skip


def _entry(code: str, page: Page) -> bytes:
    """Write down what search knows of a page, in one line that begins with its language."""
    if not page.search:
        return b""
    title, description = page.title, page.description
    shown = [[one.text, one.language, one.direction] for one in (title, description)]
    return f"{code}\t{json.dumps([page.route, *shown, page.search], ensure_ascii=False)}".encode()


def entries(store: Store, names: Iterable[str], language: Language, lookup: Lookup) -> Mapping[str, Entry]:
    """Read what search knows of the pages of one language, by their routes."""
    from suluh.looking.terms import page_terms

    mine, found = f"{language.code}\t".encode(), {}
    for name in names:
        for line in (store.read(name) or b"").split(b"\n"):
            if line.startswith(mine):
                route, title, description, texts = json.loads(line[len(mine) :])
                terms = page_terms(texts, unspaced=language.unspaced, lookup=lookup)
                found[route] = Entry(route, Reading(*title), Reading(*description), terms)
    return found


def policy_of(html: str) -> str:
    """Read the Content-Security-Policy that a page carries."""
    match = _POLICY.search(html)
    return _unescaped(match[1]) if match else ""


_unescaped = lru_cache(maxsize=64)(unescape)


_MADE: TypeAdapter[Made] = TypeAdapter(Made)


def to_json(made: Made) -> bytes:
    """Write a part so that it can be kept and sent."""
    return _MADE.dump_json(made)


def of_json(data: bytes) -> Made:
    """Read a part that was kept or sent.

    Raises: ValueError, where it is something else.
    """
    return _MADE.validate_json(data)
