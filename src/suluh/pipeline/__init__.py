"""The build, top to bottom. Only this package knows the order of the stages."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import TYPE_CHECKING

from suluh.pipeline.asking import contact_changes, facts_due, facts_impact
from suluh.pipeline.order import Order, Progress, Report
from suluh.pipeline.redacting import redact
from suluh.pipeline.taking import take, take_texts
from suluh.pipeline.translating import begin_language, hand_out, mark, record, sheet, standings
from suluh.pipeline.writing import add_tally, begin_campaign, desk, draft_pages
from suluh.problem import Place, Problem, error, stops, warning
from suluh.store import digest
from suluh.swap import clear_unfinished, swap, unfinished
from suluh.tree import Turns

if TYPE_CHECKING:
    from suluh.cluster import Cluster
    from suluh.model.output import Manifest
    from suluh.model.settings import Settings
    from suluh.pipeline.making import Making
    from suluh.pipeline.memory import Memory
    from suluh.upload import Upload

__all__ = [
    "MARK",
    "Order",
    "Progress",
    "Report",
    "add_tally",
    "begin_campaign",
    "begin_language",
    "build",
    "check_content",
    "contact_changes",
    "desk",
    "draft_pages",
    "facts_due",
    "facts_impact",
    "hand_out",
    "make",
    "make_last",
    "make_search",
    "mark",
    "record",
    "redact",
    "sheet",
    "standings",
    "take",
    "take_texts",
]

MARK = "sitemap.xml"


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody of the progress."""


def check_content(order: Order) -> Report:
    """Check what writers wrote, and build nothing."""
    from suluh.pipeline.making import Making

    with _cache(order) as (kept, problems):
        making = Making(kept, _silent, checking=True)
        making.problems += problems
        making.check()
        return Report(making.told())


def build(order: Order, progress: Progress = _silent) -> Report:
    """Build the site. What is wrong stops it before anything is replaced."""
    from suluh.pipeline.making import Making

    with _cache(order) as (kept, problems), _cluster(order) as cluster:
        making = Making(kept, progress)
        making.cluster, upload = cluster, _upload(order)
        making.problems += [*problems, *_output_is_ours(order)]
        manifest = _made(making)
        if manifest is None or making.settings is None or not _laid_out(making, manifest, making.settings, progress):
            return Report(making.told())
        if upload is not None:
            told = partial(progress, "Uploading")
            upload.put(manifest.files, manifest.kinds, making.store, told)
        return Report(making.told(), len(manifest.kinds), manifest.editions)


def _upload(order: Order) -> "Upload | None":
    if not order.upload:
        return None
    from suluh.upload import Upload

    return Upload(order.upload)


def _laid_out(making: "Making", manifest: "Manifest", settings: "Settings", progress: Progress) -> bool:
    """Put a site in the place of the old one, if no page is too heavy."""
    order = making.order
    clear_unfinished(order.output)
    folder, turns = unfinished(order.output), Turns(order.store.parent / "turns" / digest(str(order.output)))
    try:
        progress("Laying out", 0, 1)
        turns.lay(manifest.files, making.store, folder)
        making.store.seal()
        if not order.quick:
            making.problems += _too_heavy(folder, manifest.kinds, settings)
        if stops(making.told()):
            return False
        turns.put_away(swap(folder, order.output))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return True


def _cluster(order: Order) -> AbstractContextManager["Cluster | None"]:
    if not order.cluster:
        return nullcontext()
    from suluh.cluster import Cluster

    return Cluster(order.cluster, order.share)


@contextmanager
def _cache(order: Order) -> Iterator[tuple[Order, list[Problem]]]:
    """Find a place where things can be kept; where `.suluh` cannot be written, it is one for this build alone."""
    try:
        order.store.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=order.store):
            pass
    except OSError as fault:
        with TemporaryDirectory(dir=order.output.parent, prefix=f".{order.output.name}.cache-") as folder:
            hint = "Give yourself the right to write there; until then every build begins anew."
            said = f"Nothing can be kept here: {fault.strerror}."
            yield replace(order, cache=Path(folder)), [warning(Place(".suluh"), "cache/unwritable", said, hint)]
    else:
        yield order, []


def make(order: Order, memory: "Memory") -> tuple[Mapping[str, str] | None, Report]:
    """Make the site and lay nothing out; give its files by their path, by the name of what is kept of each."""
    from suluh.pipeline.making import Making

    making = Making(order, _silent, memory)
    manifest = _made(making)
    if manifest is None:
        return None, Report(making.told())
    return manifest.files, Report(making.told(), len(manifest.kinds), manifest.editions)


def make_search(order: Order, memory: "Memory", code: str) -> Mapping[str, str]:
    """Make the search of one language, which a quick order leaves out; give its files as `make` does."""
    from suluh.pipeline.making import Making

    return Making(order, _silent, memory).search(code)


def make_last(order: Order, memory: "Memory", path: str) -> Mapping[str, str]:
    """Make a PDF, a picture or a ZIP, which a quick order leaves out; give it as `make` does."""
    from suluh.pipeline.making import Making

    return Making(order, _silent, memory).last(path)


def _made(making: "Making") -> "Manifest | None":
    try:
        return making.site()
    finally:
        making.store.seal()
        if making.store.damaged:
            said = f"{making.store.damaged} things that were kept here had been damaged; they were made again."
            hint = "Nothing is to be done. If it is said often, look after the disk."
            making.problems.append(warning(Place(".suluh"), "cache/damaged", said, hint))


def _too_heavy(folder: Path, kinds: Mapping[str, str], settings: "Settings") -> list[Problem]:
    from suluh.inspect import over_budget, search_over_budget
    from suluh.model.output import Output

    output = Output(folder, dict(kinds))
    return [*over_budget(output, settings.budgets), *search_over_budget(output, settings.budgets)]


def _output_is_ours(order: Order) -> list[Problem]:
    """Never replace a folder that holds something else than a site that was built before."""
    output = order.output
    if output.exists() and (not output.is_dir() or (any(output.iterdir()) and not (output / MARK).is_file())):
        return [
            error(
                Place(output.as_posix()),
                "output/strange",
                "This folder holds something else than a site.",
                "Name another one with --output, or empty this one.",
            )
        ]
    return []
