"""A whole site out of its parts: what is known is taken from the store, what is not is made, then all is joined."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from suluh.engine import engine_of, engine_parts
from suluh.model.output import Made, Manifest, Part, file_of
from suluh.model.settings import Language, Settings
from suluh.model.site import CONTENT, OWN, TEXTS, TOOLS
from suluh.model.standing import Standings
from suluh.model.waiver import in_force, waived
from suluh.pipeline import whole
from suluh.pipeline.entering import not_allowed
from suluh.pipeline.handbook import make_handbook
from suluh.pipeline.handbook import tasks as handbook_tasks
from suluh.pipeline.lacking import theme_is_there, unknown_languages
from suluh.pipeline.memory import Memory
from suluh.pipeline.order import Order, Progress
from suluh.pipeline.outdated import outdated_guides
from suluh.pipeline.parts import Job, Others, Outdated, Task, make, of_json
from suluh.pipeline.promised import Promises, needed, promised
from suluh.pipeline.records import LISTED, Records
from suluh.pipeline.signing import signed
from suluh.pipeline.titles import chosen, known_of
from suluh.pool import Processes, Workers, get_ready
from suluh.problem import Problem, in_order, stops
from suluh.scan import scan
from suluh.store import Store, digest

if TYPE_CHECKING:
    from suluh.cluster import Cluster

PAGES = 128
"""So many pages go to a worker at once: few enough to keep all of them busy, and enough for one start of the host."""

PRELOAD = (
    *("suluh.pipeline.handbook", "suluh.pipeline.parts", "suluh.check", "suluh.load", "suluh.resolve", "suluh.render"),
    *("suluh.inspect", "suluh.emit"),
)
"""What workers import before they are asked for anything, beside their host: a process may have only one."""
CHECKING = ("suluh.pipeline.parts", "suluh.check", "suluh.load", "suluh.resolve")
"""The same, where texts are only looked at."""
STEPS = {"Tools": TOOLS, "Organisations": ("organisation",), "Lists": LISTED}
"""What a step of the progress is called, by the kinds of parts that are made in it; all others are pages."""

NOTHING = Others()
READ = (*CONTENT, "overrides", "handbook", "mkdocs.yml")


class Making:
    """One site in the making. `problems` holds what is wrong with it so far, `broken` what of that may be waived."""

    def __init__(
        self, order: Order, progress: Progress, memory: Memory | None = None, *, checking: bool = False
    ) -> None:
        self.order, self.progress, self.memory = order, progress, memory or Memory()
        self.cluster: Cluster | None = None
        self.store = Store(order.store)
        self.scanned = scan(order.root, READ, self.memory.files)
        self.engine = engine_of(engine_parts())
        self.records = Records(order.root, self.store, self.scanned, order.today, self.engine, order.draft)
        if order.workers > 1 and not order.cluster and not checking and not self.records.are_known:
            get_ready(self._preload)
        self.overview = self.records.overview
        private = not_allowed(order, self.store, self.scanned, self.engine, self.overview)
        self.problems = [*self.overview.problems, *private, *unknown_languages(order.languages, self.settings)]
        self.broken = [*self.overview.broken]
        self._job: Job | None = None
        if not checking:
            self.problems += theme_is_there(self.scanned)

    @property
    def settings(self) -> Settings | None:
        """Give the settings of the site, if they can be read."""
        return self.overview.settings

    def check(self) -> None:
        """Look at all texts, and make nothing."""
        settings = self.settings
        if settings is None:
            return
        own = [part for part in self._own() if part.kind in TEXTS]
        with self._workers(settings, checking=True) as workers:
            made = self._parts(workers, own, checking=True)
        self._join_problems(made.values())
        self.problems += self.records.translations_problems(self._content)

    def site(self) -> Manifest | None:
        """Make every file and keep it; what is wrong leaves no site."""
        settings = self.settings
        if settings is None or self._stopped:
            self.check()
            return None
        with self._workers(settings, checking=False) as workers:
            made = self._every_part(workers)
            return None if made is None else self._joined(workers, settings, made)

    def search(self, code: str) -> Mapping[str, str]:
        """Make the search of one language, where a quick order left it out."""
        settings = self.settings
        if settings is None or self._stopped:
            return {}
        with self._workers(settings, checking=False) as workers:
            made = self._every_part(workers) or []
            return self._search(workers, made, [one for one in self.languages if one.code == code])

    def _every_part(self, workers: Workers[Job]) -> list[Made] | None:
        own: dict[Part, Made] = {}
        for wave in self._waves():  # all of them, whatever is wrong with one: everything is told at once
            own |= self._parts(workers, wave, replace(known_of(own, Standings()), outdated=self._outdated))
        self._join_problems(own.values())
        if stops(self.told()):
            return None
        lists = self._parts(workers, self._lists(), known_of(own, self.overview.standings))
        self._join_problems(lists.values())
        every = [*own.values(), *lists.values(), *self._handbook(workers)]
        return None if stops(self.told()) else every

    def _waves(self) -> Iterator[list[Part]]:
        """Give the parts with pages of their own, those first that others offer by their title."""
        waves: tuple[list[Part], ...] = ([], [], [])
        for one in self._own():
            waves[0 if one.kind in TOOLS else 2 if one.kind == "organisation" else 1].append(one)
        yield from filter(None, waves)

    def _search(self, workers: Workers[Job], made: Sequence[Made], languages: Sequence[Language]) -> Mapping[str, str]:
        kept = tuple(one.entries for one in made if one.entries)
        return whole.search(self.store, workers, self.theme, languages, whole.pages_in(made), kept,
                            self.overview.lookups)  # fmt: skip

    def _joined(self, workers: Workers[Job], settings: Settings, made: Sequence[Made]) -> Manifest | None:
        """Join the parts to a site."""
        self.progress("Maps, headers, links", 0, 1)
        address = self.order.address or settings.address
        pages, files = whole.pages_in(made), whole.files_of(made)
        files |= whole.maps(self.store, self.theme, pages, [one.code for one in self.languages], address)
        files["_headers"] = self.store.add(whole.headers(made))
        files |= whole.of_the_theme(self.store, self.order.root, self.languages)
        signature, unsigned = signed(self.store, files, self.order.signing_key)
        files |= signature
        self.problems += unsigned
        base, wanted = settings.model_copy(update={"address": address}).base, promised(made)
        there = {**wanted, **dict.fromkeys(self._todos, ""), **files}
        self.problems += whole.check_links(self.store, made, there, base, self.memory.links)
        if stops(self.told()):
            return None
        if not self.order.quick:
            files |= self._keep_promises(workers, wanted, files)
            files |= whole.make_todos(self.store, workers, self._todos)
            self.progress("Search", 0, len(self.languages))
            files |= self._search(workers, made, self.languages)
        self.problems += whole.check_withheld(self.store, files, self.overview.withheld)
        if stops(self.told()):
            return None
        if not self.order.quick:
            files |= whole.packed(self.store, workers, files, partial(self.progress, "Compressing"))
        kinds = {file_of(page.route): page.kind for some in pages.values() for page in some}
        return Manifest(files, kinds, len(self.languages))

    def last(self, path: str) -> Mapping[str, str]:
        """Make one of the files that are made last, where a quick order left it out."""
        settings = self.settings
        if settings is None or self._stopped:
            return {}
        with self._workers(settings, checking=False) as workers:
            made = self._every_part(workers) or []
            wanted = promised(made)
            if path in self._todos:
                return whole.make_todos(self.store, workers, {path: self._todos[path]})
            if path not in wanted:
                return {}
            return self._keep_promises(workers, needed(self.store, wanted, path), whole.files_of(made))

    def _keep_promises(
        self, workers: Workers[Job], wanted: Mapping[str, str], there: Mapping[str, str]
    ) -> Mapping[str, str]:
        promises = Promises(self.store, workers, self.theme, self.progress)
        made = promises.keep(wanted, there)
        self.problems += promises.problems
        return made

    def _handbook(self, workers: Workers[Job]) -> list[Made]:
        if not self.overview.handbook:
            return []
        name = self.settings.name if self.settings else ""
        tasks = handbook_tasks(self.scanned, self.theme, self.order.host, name, self._common)
        known = {task.part: self._known(task.key) for task in tasks}
        wanted = [task for task in tasks if known[task.part] is None]
        self.progress("Handbook", 0, 1)
        made = dict(zip((task.part for task in wanted), workers.map(make_handbook, wanted), strict=True))
        every = [known[task.part] or made[task.part] for task in tasks]
        self._join_problems(every)
        return every

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """List the languages that were ordered."""
        settings, wanted = self.settings, self.order.languages
        return tuple(one for one in (settings.languages if settings else ()) if not wanted or one.code in wanted)

    @cached_property
    def _todos(self) -> Mapping[str, whole.Todo]:
        source = self.settings.source if self.settings else None
        return whole.todos([one.code for one in self.languages if one != source], self._content)

    @cached_property
    def _content(self) -> str:
        """Digest all that is written, and what reads it."""
        written = (one for one in sorted(self.scanned.items()) if one[0].startswith(CONTENT))
        return digest(self.engine, *chain.from_iterable(written))

    @cached_property
    def theme(self) -> str:
        """Digest all that turns views into pages."""
        return digest(self.engine, *(part for file in sorted(self.scanned) if file.startswith("overrides/")
                                     for part in (file, self.scanned[file])))  # fmt: skip

    def told(self) -> tuple[Problem, ...]:
        """Give what is wrong, without what is waived."""
        settings = self.settings
        if settings is None:
            return tuple(in_order(self.problems))
        broken = waived(self.overview.waivers, settings.waivers_days, self.order.today, self.broken)
        return tuple(in_order([*self.problems, *broken]))

    @property
    def _stopped(self) -> bool:
        """Tell whether what is wrong so far leaves no site. A waiver may yet find what it is for."""
        broken = (one for one in self.broken if (one.rule, one.place.file) not in self._waived)
        return stops(self.problems) or stops(broken)

    @cached_property
    def _waived(self) -> frozenset[tuple[str, str]]:
        settings = self.settings
        return in_force(self.overview.waivers, settings.waivers_days, self.order.today) if settings else frozenset()

    def _workers(self, settings: Settings, *, checking: bool) -> Workers[Job]:
        order = self.order
        address = order.address or settings.address
        job = Job(order.root, order.store, self.records.kept, address, self._waived, self.languages, order.today,
                  self.theme, order.host, checking,
                  self.records.signs if "pdf" in settings.take_away else (), order.repository,
                  bool(order.signing_key))  # fmt: skip
        known = self.memory.jobs.get(repr(job), job)  # what it has read of the records, it keeps
        self.memory.jobs.clear()
        self.memory.jobs[repr(job)] = self._job = known
        if self.cluster is not None and not checking:
            from suluh.pipeline.hiring import hire

            return hire(self.cluster, known, order.workers)
        return Processes(known, order.workers, CHECKING if checking else self._preload)

    @property
    def _preload(self) -> tuple[str, ...]:
        return (*PRELOAD, f"{self.order.host}.commands.build", f"{self.order.host}.config.defaults")

    def _own(self) -> list[Part]:
        known = {(kind, name) for kind, _, name in (key.partition("/") for key in self.overview.parts)}
        written = {(kind, name) for kind in TEXTS if kind != "page" for name in self._folders(kind)}
        return [Part(kind, name) for kind, name in sorted(known | written) if kind in OWN]

    def _folders(self, kind: str) -> Iterator[str]:
        for file in self.scanned:
            folder, _, last = file.rpartition("/")
            if last == f"{kind}.yml" and folder.rpartition("/")[0] == TEXTS[kind]:
                yield folder.rpartition("/")[2]

    def _lists(self) -> list[Part]:
        of_languages = (Part(kind, one.code) for kind in (*LISTED, "edition") for one in self.languages)
        return [*of_languages, Part("door", "")]

    def _parts(
        self, workers: Workers[Job], parts: Sequence[Part], known: Others = NOTHING, *, checking: bool = False
    ) -> dict[Part, Made]:
        """Take parts from the store, or make them. `known` tells of parts that were made before."""
        made: dict[Part, Made] = {}
        tasks: list[Task] = []
        for part in parts:
            others = chosen(part, known)
            key = self._key(part, others, checking=checking)
            kept = self._known(key)
            if kept is None:
                tasks.append(Task(part, key, others))
            else:
                made[part] = kept
        step = next((name for name, kinds in STEPS.items() if parts and parts[0].kind in kinds), "Pages")
        size = 2 if step == "Lists" else max(1, PAGES // max(1, len(self.languages)))
        batches = [tasks[start : start + size] for start in range(0, len(tasks), size)]
        done = len(made)
        self.progress(step, done, len(parts))
        for batch, results in zip(batches, workers.map(make, batches), strict=True):
            made.update(zip((task.part for task in batch), results, strict=True))
            done += len(batch)
            self.progress(step, done, len(parts))
        return {part: made[part] for part in parts}

    def _known(self, key: str) -> Made | None:
        if key in self.memory.made:
            return self.memory.made[key]
        kept = self.store.result(key)
        if kept is None:
            return None
        try:
            made = of_json(kept)
        except ValueError:  # another program's
            return None
        if not self.store.all_sound(made.kept()):
            return None
        self.memory.made[key] = made
        return made

    @cached_property
    def _common(self) -> str:
        """Digest what no part is independent of."""
        order = self.order
        told = (
            self.theme,
            order.today.isoformat(),
            order.host,
            order.address or "",
            order.repository or "",
            str(bool(order.signing_key)),
            self.overview.shared,
        )
        return digest("part", *told, repr(sorted(self._waived)), *(one.code for one in self.languages))

    def _key(self, part: Part, others: Others, *, checking: bool) -> str:
        """Digest all that a part depends on: nothing else reaches whoever makes it."""
        of_records = self.overview.parts.get(part.kind if part.kind in LISTED else str(part), "")
        told = str(part), str(checking), of_records, repr(others)
        return digest(self._common, *told, *self._texts.get(str(part), ()))

    @cached_property
    def _outdated(self) -> Outdated:
        if self._job is None or not self.overview.translated:
            return {}
        guides = {part.name: self._key(part, NOTHING, checking=True) for part in self._own() if part.kind == "guide"}
        return outdated_guides(self._job, self.store, guides)

    @cached_property
    def _texts(self) -> Mapping[str, list[str]]:
        """Give the names and digests of the long texts of each part, and of the record that stands beside them.

        What is wrong may be told at a line of the record, and lines move when a remark is written above them.
        """
        kinds = {folder: kind for kind, folder in TEXTS.items()}
        found: dict[str, list[str]] = {}
        for file, known in self.scanned.items():
            folder, _, last = file.rpartition("/")
            above, _, name = folder.rpartition("/")
            if last.endswith((".md", ".opus", ".yml", ".jpg", ".png")) and above in kinds:
                found.setdefault(f"{kinds[above]}/{name}", []).extend((last, known))
        return found

    def _join_problems(self, made: Iterable[Made]) -> None:
        units: list[str] = []
        for one in made:
            self.problems += one.problems
            self.broken += one.broken
            units += one.units
        if units:
            self.broken += self.records.units_problems(sorted(units))
