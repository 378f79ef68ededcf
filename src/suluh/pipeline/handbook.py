"""The handbook, the gallery of components and the drawings of the pathways: parts like any other."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from suluh.model.output import Made, Part
from suluh.pipeline.parts import Job, Others, Task, policy_of, to_json
from suluh.problem import Problem
from suluh.store import Store, digest

FOLDER = "handbook"
GALLERY = f"{FOLDER}/gallery.html"
DRAWINGS = f"{FOLDER}/pathways.html"
HANDBOOK_PART, GALLERY_PART, DRAWINGS_PART = Part("handbook", ""), Part("gallery", ""), Part("drawings", "")


def tasks(scanned: Mapping[str, str], theme: str, host: str, name: str, common: str) -> list[Task]:
    """Say what is to be made of files that have some digests, and what each depends on."""

    def read(*folders: str) -> list[str]:
        return [part for file, known in scanned.items() if file.startswith(folders) for part in (file, known)]

    drawn = read("content/pathways/")
    return [
        Task(HANDBOOK_PART, digest("handbook", theme, host, name, *read("handbook/", "mkdocs.yml")), Others()),
        Task(GALLERY_PART, digest("gallery", common), Others()),
        *([Task(DRAWINGS_PART, digest("drawings", common, *drawn), Others())] if drawn else []),
    ]


def make_handbook(job: Job, task: Task) -> Made:
    """Make the handbook, the gallery, or the drawings of the pathways, and keep it."""
    store = Store(job.store)
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        if task.part == HANDBOOK_PART:
            from suluh import render

            made = Path(folder) / FOLDER
            problems = render.handbook(job.root, made, job.site(task.part).settings.name, job.host)
        else:
            (Path(folder) / FOLDER).mkdir()
            route, html = _gallery(job) if task.part == GALLERY_PART else _drawings(job)
            (Path(folder) / route).write_text(html, "utf-8")
        one = _looked(job, store, Path(folder), problems)
    if not problems:  # what the host complains of, it is to say again by the next build
        store.keep(task.key, to_json(one))
    return one


def _gallery(job: Job) -> tuple[str, str]:
    from suluh import render

    return GALLERY, render.gallery(job.root / "overrides", job.theme, job.store, job.frames[""], GALLERY)


def _drawings(job: Job) -> tuple[str, str]:
    from suluh import render
    from suluh.load import load_texts

    site = job.site(Part("tools", ""))
    source = site.settings.source.code
    texts = {name: load_texts(job.root, "pathway", name)[0] for name in site.pathways}
    drawn = {name: (one, texts[name][source]) for name, one in site.pathways.items()}
    return DRAWINGS, render.drawings(job.root / "overrides", job.theme, job.store, job.frames[""], DRAWINGS, drawn)


def _looked(job: Job, store: Store, folder: Path, problems: list[Problem]) -> Made:
    from suluh.inspect import inspect_page, look, targets

    base = job.frames[""].base
    files: dict[str, str] = {}
    links: dict[str, None] = {}
    places: list[str] = []
    policies: dict[str, None] = {}
    found = list(problems)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        file, content = path.relative_to(folder).as_posix(), path.read_bytes()
        files[file] = store.add(content)
        if path.suffix == ".html":
            seen = look(content.decode("utf-8"), ours=False)
            found += inspect_page(file, seen, frozenset())
            links.update(dict.fromkeys(target for target, _ in targets(file, seen, base)))
            places += (f"{file}#{name}" for name in seen.ids)
            policies[policy_of(content.decode("utf-8"))] = None
    leading, led = (store.add("\n".join(some).encode()) for some in (links, places))
    return Made(tuple(found), policies=tuple(policies), links=leading, files=files, places=led)
