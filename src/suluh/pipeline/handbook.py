"""The handbook and the gallery of components: parts like any other, in the host's own look."""

import tempfile
from pathlib import Path

from suluh.model.output import Made, Part
from suluh.pipeline.parts import Job, Task, policy_of, to_json
from suluh.problem import Problem
from suluh.store import Store

FOLDER = "handbook"
GALLERY = f"{FOLDER}/gallery.html"
HANDBOOK_PART, GALLERY_PART = Part("handbook", ""), Part("gallery", "")


def make_handbook(job: Job, task: Task) -> Made:
    """Make the handbook, or the gallery, and keep it."""
    from suluh import render

    store = Store(job.store)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / FOLDER
        if task.part == GALLERY_PART:
            made.mkdir()
            frame = job.frames[""]
            html = render.gallery(job.root / "overrides", job.theme, job.store, frame, GALLERY)
            (Path(folder) / GALLERY).write_text(html, "utf-8")
            problems: list[Problem] = []
        else:
            problems = render.handbook(job.root, made, job.site(task.part).settings.name, job.host)
        one = _looked(job, store, Path(folder), problems)
    if not problems:  # what the host complains of, it is to say again by the next build
        store.keep(task.key, to_json(one))
    return one


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
