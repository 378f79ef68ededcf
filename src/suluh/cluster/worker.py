"""What a worker of a cluster does: lay out what a piece of work reads, do it, and share what came of it."""

import os
import pickle
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, ClassVar, Protocol

from suluh.cluster.share import Share, pack, unpack
from suluh.engine import engine_of, engine_parts
from suluh.remote import RemoteFault


class Placed(Protocol):
    """What the pieces of work of one build have in common: at least where they read and where they keep."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def root(self) -> Path:
        """Where the repository is."""

    @property
    def store(self) -> Path:
        """Where what is made is kept."""


@dataclass(frozen=True, slots=True)
class Order:
    """A piece of work as it is sent. Packs hold what is read below `root/`, and what is kept below `store/`.

    `common` names the pack of what the whole build reads, and `inputs` those of this piece with the paths that are
    wanted of each; none means all. `job` and `work` are pickled; work that is too large to be sent is in a pack.
    """

    share: str
    engine: str
    day: str
    job: bytes
    common: str
    inputs: tuple[tuple[str, frozenset[str] | None], ...]
    work: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a piece of work: its value, and the name of the pack of all that was kept meanwhile."""

    value: Any
    pack: str


WORK = "work"
"""The path of work that is sent in a pack."""


@cache
def engine_here() -> Mapping[str, str]:
    """Give the engine as it was when this worker was first asked: what is on the disk may be newer than what runs."""
    return engine_parts()


def work(order: Order) -> Done:
    """Do a piece of work. One at a time: the host and the collector of garbage belong to the whole process.

    Raises: RemoteFault, Lost.
    """
    with _alone:
        if engine_of(engine_here()) != order.engine:
            raise RemoteFault(
                f"The worker at {_address()} has another engine. Install the same one, and start it anew."
            )
        os.environ["SOURCE_DATE_EPOCH"] = order.day  # noqa: TID251 (a worker is told the day as a build is by the cli)
        return _desk(order).do(order)


class _Desk:
    """The folder in which one worker works for one build."""

    def __init__(self, order: Order) -> None:
        self.share = Share(order.share)
        common = self.share.get([order.common])
        self.folder = Path(tempfile.mkdtemp(prefix="suluh-", dir=_local_directory()))
        self.kept = frozenset(_lay_out(common[order.common], self.folder, None))
        job: Placed = pickle.loads(order.job)  # noqa: S301 (whoever can send us work can do anything here)
        self.job = replace(job, root=self.folder / "root", store=self.folder / "store")

    def do(self, order: Order) -> Done:
        packs = self.share.get([name for name, _ in order.inputs])
        try:
            given = {path for name, wanted in order.inputs for path in _lay_out(packs[name], self.folder, wanted)}
            sent = order.work or (self.folder / WORK).read_bytes()
            function, item = pickle.loads(sent)  # noqa: S301 (as above)
            value = function(self.job, item)
            made = {path: (self.folder / path).read_bytes() for path in self._found() if path not in given}
            return Done(value, self.share.put(pack(made)) if made else "")
        finally:
            for path in self._found():
                (self.folder / path).unlink()

    def _found(self) -> Iterator[str]:
        """Find what is kept here and does not belong to the whole build."""
        root = os.fspath(self.folder)
        for folder, _, names in os.walk(f"{root}/store"):
            for name in names:
                path = f"{folder.removeprefix(f'{root}/')}/{name}"
                if path not in self.kept:
                    yield path


_alone = Lock()
_desks: dict[tuple[str, str, bytes], _Desk] = {}


def _desk(order: Order) -> _Desk:
    key = order.share, order.common, order.job
    if key not in _desks:
        for old in _desks.values():
            shutil.rmtree(old.folder, ignore_errors=True)
        _desks.clear()
        _desks[key] = _Desk(order)
    return _desks[key]


def _lay_out(packed: bytes, folder: Path, wanted: frozenset[str] | None) -> Iterator[str]:
    for path, content in unpack(packed):
        if wanted is None or path in wanted:
            target = folder / path
            try:
                target.write_bytes(content)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            yield path


def _address() -> str:
    from distributed import get_worker

    return str(get_worker().address)


def _local_directory() -> str:
    from distributed import get_worker

    return str(get_worker().local_directory)
