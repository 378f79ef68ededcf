"""What pages promise and what takes long to make: PDFs, pictures, and files that hold others. They are made last."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from suluh.model.bundle import Bundle
from suluh.model.output import Made
from suluh.pipeline.exporting import BUNDLES, PICTURES
from suluh.pipeline.parts import Job
from suluh.pool import Workers
from suluh.problem import Place, Problem, error
from suluh.store import Store, digest

Files = Mapping[str, str]
"""Files of the site by their path, and the name of what is kept of each."""

LAST = (".pdf", ".png", ".zip")
"""The endings of what is promised."""

TOGETHER = {".pdf": 8, ".png": 24}
"""So many are made at once."""


def promised(made: Iterable[Made]) -> dict[str, str]:
    """Give what the pages of some parts promise: the path of each file, and the name of what it is made of."""
    return {path: name for one in made for path, name in one.promised.items()}


def needed(store: Store, wanted: Files, path: str) -> dict[str, str]:
    """Give a promise, and those that it is made of; of a picture, those that are shown beside it."""
    folder = path.rpartition("/")[0]
    beside = [one for one in wanted if one.startswith(f"{folder}/") and one.endswith(".png")]
    members = _members(store, wanted[path]) if path.endswith(".zip") else beside if path.endswith(".png") else ()
    return {one: wanted[one] for one in (*members, path) if one in wanted}


def _members(store: Store, name: str) -> list[str]:
    return [one.route for one in _bundle(store, name).members if one.route]


def _bundle(store: Store, name: str) -> Bundle:
    return BUNDLES.validate_json(store.read(name) or b"")


class Promises:
    """Keeps what was promised, in the order in which one thing is made of another. `problems` is what stood against."""

    def __init__(
        self, store: Store, workers: Workers[Job], theme: str, progress: Callable[[str, int, int], None]
    ) -> None:
        self.store, self.workers, self.theme, self.progress = store, workers, theme, progress
        self.problems: list[Problem] = []

    def keep(self, wanted: Files, there: Files) -> dict[str, str]:
        """Make files, some of which hold others that are there already; give each by its path."""
        made: dict[str, str] = {}
        for step, ending, make, unable in (
            ("PDFs", ".pdf", make_papers, _no_papers),
            ("Pictures", ".png", make_pictures, _no_pictures),
        ):
            some = {path: name for path, name in wanted.items() if path.endswith(ending)}
            if some:
                made |= self._drawn(some, step, make, unable)
        if not self.problems:
            bundles = {path: name for path, name in wanted.items() if path.endswith(".zip")}
            made |= {path: self._bundled(name, {**there, **made}) for path, name in bundles.items()}
        return made

    def _drawn(
        self, wanted: Files, step: str, make: Callable[[Job, Sequence[str]], dict[str, str]], unable: Callable[[], str]
    ) -> dict[str, str]:
        key = digest("papers" if step == "PDFs" else step, self.theme)
        kept = self.store.result(key)
        known: dict[str, str] = json.loads(kept) if kept else {}
        unknown = [name for name in dict.fromkeys(wanted.values()) if not self.store.sound(known.get(name, ""))]
        if unknown and (missing := unable()):
            hint = "Install what is missing, or build with --quick."
            if step == "PDFs":
                hint = "Install them, or build with --quick, or take 'pdf' out of 'take_away'."
            self.problems.append(error(Place("content/site.yml"), "paper/unable", missing, hint))
            return {}
        size = TOGETHER[PurePosixPath(next(iter(wanted))).suffix]
        batches = [unknown[start : start + size] for start in range(0, len(unknown), size)]
        for count, made in enumerate(self.workers.map(make, batches), 1):
            known |= made
            self.progress(step, count, len(batches))
        refused = {name: known.pop(name) for name in unknown if known[name].startswith(_REFUSED)}
        if batches:
            self.store.keep(key, json.dumps(known).encode())
        self.problems += [_refusal(path, refused[name]) for path, name in wanted.items() if name in refused]
        return {path: known[name] for path, name in wanted.items() if name in known}

    def _bundled(self, name: str, files: Files) -> str:
        from suluh.emit import bundle

        members = _bundle(self.store, name).members
        key = digest("bundle", self.theme, name, *(files[one.route] for one in members if one.route))
        kept = self.store.result(key)
        if kept is not None and self.store.sound(kept.decode()):
            return kept.decode()
        data = [(one.name, (self.store.read(files[one.route]) or b"") if one.route else one.text.encode())
                for one in members]  # fmt: skip
        made = self.store.add(bundle(data))
        self.store.keep(key, made.encode())
        return made


_REFUSED = "!"
"""Begins what is said instead of the name of a file that could not be made."""

_FOLDERS = {"campaigns": "campaigns"} | {name: f"content/{name}" for name in ("cards", "guides", "letters")}
"""Where the texts are of what is printed or drawn; of a guide whose address says nothing, nobody can tell here."""


def _refusal(path: str, said: str) -> Problem:
    """Tell at a text why its picture could not be drawn, or why it does not fit on its paper."""
    language, section, slug, *_ = path.split("/")
    place = Place(f"{_FOLDERS[section]}/{slug}/{language}.md" if section in _FOLDERS else path)
    if path.endswith(".pdf"):
        hint = "Make the text shorter that stands there."
        return error(place, "paper/overflow", f"{PurePosixPath(path).name}: {said.removeprefix(_REFUSED)}", hint)
    hint = "Make the title or summary shorter, or write it with signs that the fonts have."
    return error(place, "share/picture", said.removeprefix(_REFUSED), hint)


def _no_papers() -> str:
    from suluh.emit import able

    return able()


def _no_pictures() -> str:
    from suluh.emit import able_to_draw

    return able_to_draw()


def make_papers(job: Job, names: Sequence[str]) -> dict[str, str]:
    """Make a PDF of each of some pages, and keep it; what does not fit on its paper says so."""
    from suluh.emit import Unprintable, paper

    store, fonts = Store(job.store), job.root / "overrides" / "fonts"
    made: dict[str, str] = {}
    for name in names:
        try:
            made[name] = store.add(paper((store.read(name) or b"").decode(), fonts))
        except Unprintable as fault:
            made[name] = f"{_REFUSED}{fault}"
    return made


def make_pictures(job: Job, names: Sequence[str]) -> dict[str, str]:
    """Draw some pictures, and keep them; what cannot be drawn says why."""
    from suluh.emit import Undrawable, picture

    store, fonts = Store(job.store), job.root / "overrides" / "fonts"
    made: dict[str, str] = {}
    for name in names:
        wanted = PICTURES.validate_json(store.read(name) or b"")
        try:
            made[name] = store.add(picture(wanted, fonts))
        except Undrawable as fault:
            made[name] = f"{_REFUSED}{fault}"
    return made
