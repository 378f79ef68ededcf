"""`Edition` to HTML: many workers, one function, and nothing rendered twice."""

import importlib.metadata
import multiprocessing
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from suluh.model.edition import Edition, Frame, Page
from suluh.problem import Problem
from suluh.render import environment, host
from suluh.render.gallery import gallery
from suluh.store import Store, digest

__all__ = ["Job", "file_of", "gallery", "render", "render_handbook"]

BATCH = 64  # pages; small enough to keep all workers busy, and no work for which it is worth to start one

file_of = host.file_of


@dataclass(frozen=True, slots=True)
class Job:
    """Where pages come from and go to. `workers` counts processes; one means this one."""

    theme: Path
    folder: Path
    store: Path
    workers: int = 1
    host: str = "mkdocs"


@dataclass(frozen=True, slots=True)
class _Batch:
    job: Job
    frame: Frame
    pages: tuple[tuple[str, Page], ...]


def render(editions: Iterable[Edition], job: Job, done: Callable[[int], None] = lambda _: None) -> list[Problem]:
    """Write the pages of some editions; those that are known are taken from the store."""
    environment.forget()
    store, made = Store(job.store), _made_with(job)
    batches: list[_Batch] = []
    for edition in editions:
        unknown: list[tuple[str, Page]] = []
        of_frame = digest(made, repr(edition.frame))
        for page in edition.pages:
            key = digest(of_frame, repr(page))
            target = job.folder / file_of(page.route)
            target.parent.mkdir(parents=True, exist_ok=True)
            if not store.copy(key, target):
                unknown.append((key, page))
        done(len(edition.pages) - len(unknown))
        batches += [_Batch(job, edition.frame, tuple(some)) for some in _cut(unknown)]
    problems: list[Problem] = []
    for count, said in _run(batches, job.workers):
        done(count)
        problems += said
    return problems


def _run(batches: Sequence[_Batch], workers: int) -> Iterator[tuple[int, list[Problem]]]:
    if workers == 1 or sum(len(batch.pages) for batch in batches) <= BATCH:
        yield from map(_write, batches)
        return
    starting = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
    if os.name != "nt":
        starting.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(min(workers, len(batches)), starting, initializer=_leave_with_parent) as pool:
        yield from pool.map(_write, batches)


def _leave_with_parent() -> None:
    """End this worker when the build is killed: it would wait for work for ever."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _write(batch: _Batch) -> tuple[int, list[Problem]]:
    """Write one batch: the unit of work, the same in this process and in any other."""
    job, store = batch.job, Store(batch.job.store)
    theme = environment.theme(job.theme)
    with tempfile.TemporaryDirectory(dir=job.folder) as made:
        said = host.write_pages(theme, batch.frame, [page for _, page in batch.pages], Path(made), job.host)
        for key, page in batch.pages:
            file = file_of(page.route)
            store.put(key, (Path(made) / file).read_bytes())
            (job.folder / file).unlink(missing_ok=True)
            store.copy(key, job.folder / file)
    return len(batch.pages), said


def _cut(pages: list[tuple[str, Page]]) -> Iterator[list[tuple[str, Page]]]:
    for start in range(0, len(pages), BATCH):
        yield pages[start : start + BATCH]


def _made_with(job: Job) -> str:
    """Digest what turns views into pages: the theme, the engine, and the libraries below it."""
    ours = sorted(Path(__file__).parent.parent.rglob("*.py"))
    theirs = sorted(path for path in job.theme.rglob("*") if path.is_file())
    versions = [
        importlib.metadata.version(name) for name in ("jinja2", "markdown", "mkdocs-material", "babel", job.host)
    ]
    return digest(*versions, *(part for path in [*ours, *theirs] for part in (path.name, path.read_bytes())))


def render_handbook(root: Path, job: Job, site: str) -> list[Problem]:
    """Put the handbook into its folder; it is built only when something that it is made of has changed."""
    settings, content = root / "mkdocs.yml", root / "handbook"
    written = sorted(path for path in content.rglob("*") if path.is_file())
    parts = [part for path in written for part in (path.relative_to(content).as_posix(), path.read_bytes())]
    kept = job.store.parent / "handbook" / digest(_made_with(job), site, settings.read_bytes(), *parts)
    problems: list[Problem] = []
    if not kept.is_dir():
        part = kept.with_name(f"part-{os.getpid()}")
        problems = host.write_handbook(settings, content, part, site, job.host)
        if problems:  # they are said again by the next build
            part.mkdir(parents=True, exist_ok=True)
            shutil.move(part, job.folder / "handbook")
            return problems
        with suppress(OSError):  # another build was faster
            part.rename(kept)
    shutil.copytree(kept, job.folder / "handbook", copy_function=_link)
    return problems


def _link(source: str, target: str) -> None:
    """Copy a file without a second copy where the disk allows it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
