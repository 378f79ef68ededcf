"""Have the parts of a site made by the workers of a cluster: tell what each piece of work reads."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any

from suluh.cluster import Cluster, Machines, Needs
from suluh.model.site import CONTENT, TEXTS
from suluh.pipeline.handbook import DRAWINGS_PART, make_handbook
from suluh.pipeline.parts import Job, make
from suluh.pipeline.promised import make_papers, make_pictures
from suluh.pipeline.whole import make_search, make_todo, pack_some

THEME = "overrides"
HANDBOOK = ("handbook", "mkdocs.yml")


def hire(cluster: Cluster, job: Job, count: int) -> Machines[Job]:
    """Let a cluster do the work of a build. All of it reads the records and the theme. `count` is of processes here."""
    midnight = datetime.combine(job.today, time(), UTC)
    common = Needs([THEME], results=[job.records])
    return Machines(cluster, job, common, needs, str(int(midnight.timestamp())), count)


def needs(function: Callable[..., Any], item: Any) -> Needs:
    """Tell what a function of this package reads beside that."""
    if function is make:
        return Needs([f"{TEXTS[task.part.kind]}/{task.part.name}" for task in item if task.part.kind in TEXTS])
    if function is make_handbook:
        return Needs([TEXTS["pathway"]] if item.part == DRAWINGS_PART else HANDBOOK)
    if function is make_search:
        return Needs(files=item.entries)
    if function in (make_papers, make_pictures, pack_some):
        return Needs(files=item)
    if function is make_todo:
        return Needs(CONTENT)
    raise LookupError(f"Nobody says what {function} reads.")
