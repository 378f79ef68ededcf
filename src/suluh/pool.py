"""Do the same thing with many items: here, or in as many processes as the machine has room for."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

Job = TypeVar("Job")
Job_co = TypeVar("Job_co", covariant=True)
Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 3
"""From so many items on it is worth to start processes."""


class WorkerLost(Exception):
    """A worker ended in the middle of its work: the system took it, most often for want of memory."""


class Workers(Protocol[Job_co]):
    """Whoever does the same thing with many items, wherever they are."""

    def __enter__(self) -> "Workers[Job_co]": ...

    def __exit__(self, *_: object) -> None: ...

    @property
    def job(self) -> Job_co:
        """Give what all items have in common."""

    def map(self, function: Callable[[Job_co, Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Call a function with the job and each item; give the results in the order of the items."""


class Processes(Generic[Job]):
    """The process that asks, and others beside it once there is enough to do. At most `count` work at once."""

    def __init__(self, job: Job, count: int, preload: Sequence[str]) -> None:
        self.job = job
        self.count = count
        self.preload = preload
        self._pool: ProcessPoolExecutor | None = None
        self._starting = threading.Lock()

    def __enter__(self) -> "Processes[Job]":
        return self

    def __exit__(self, *fault: object) -> None:
        if self._pool is None:
            return
        if any(isinstance(one, WorkerLost) for one in fault):
            import multiprocessing

            for worker in multiprocessing.active_children():  # one that was just starting would be waited for, for ever
                worker.kill()
        self._pool.shutdown(cancel_futures=True)

    def map(self, function: Callable[[Job, Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Call a function with the job and each item; give the results in the order of the items.

        Raises: WorkerLost.
        """
        if self.count == 1 or (len(items) < ENOUGH and self._pool is None):
            for item in items:
                yield function(self.job, item)
            return
        try:
            yield from self._started().map(_call, [(function, item) for item in items])
        except _lost():
            raise WorkerLost from None

    def one(self, function: Callable[[Job, Item], Result], item: Item) -> Result:
        """Call a function with the job and one item, while other threads do the same.

        Raises: WorkerLost.
        """
        if self.count == 1:
            return function(self.job, item)
        with self._starting:
            pool = self._started()
        try:
            result: Result = pool.submit(_call, (function, item)).result()
        except _lost():
            raise WorkerLost from None
        return result

    def _started(self) -> "ProcessPoolExecutor":
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(
                self.count, get_ready(self.preload), initializer=_begin, initargs=(self.job,)
            )
        return self._pool


def _lost() -> tuple[type[Exception], ...]:
    """Tell how it shows that a worker has ended: at work, or while it was being started."""
    from concurrent.futures.process import BrokenProcessPool

    return BrokenProcessPool, BrokenPipeError, ConnectionResetError, EOFError


def get_ready(preload: Sequence[str]) -> "BaseContext":
    """Have modules imported for workers that come later, in a process beside this one."""
    import multiprocessing

    if os.name == "nt":
        return multiprocessing.get_context("spawn")
    from multiprocessing.forkserver import ensure_running

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    ensure_running()
    return context


_job: Any = None


def _begin(job: Any) -> None:
    """Take the job, and end this worker when the build is killed: it would wait for work for ever."""
    global _job  # noqa: PLW0603 (what a worker process is told once, at its start)
    _job = job
    import multiprocessing

    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _call(work: tuple[Callable[[Any, Any], Any], Any]) -> Any:
    function, item = work
    return function(_job, item)
