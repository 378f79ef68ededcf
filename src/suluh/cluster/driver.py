"""Do the same thing with many items on many machines, and have what they made in our own store."""

import pickle
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from suluh.cluster.client import Cluster
from suluh.cluster.inputs import Home, Inputs, Needs, OnlyHere, bring
from suluh.cluster.share import Lost
from suluh.cluster.worker import WORK, Done, Order, Placed, work
from suluh.engine import engine_of, engine_parts
from suluh.pool import ENOUGH, Processes
from suluh.remote import RemoteFault

if TYPE_CHECKING:
    from distributed import Future

Job = TypeVar("Job", bound=Placed)
Item = TypeVar("Item")
Result = TypeVar("Result")

NeedsOf = Callable[[Callable[..., Any], Any], Needs]
MOST_SENT = 50_000
"""So many bytes of work are sent through the scheduler; more goes into a pack."""
MOST_AT_ONCE = 512
TRIES = 4
GATHERING = 120
"""So many seconds may pass until a value that is there has come here."""


class Machines(Generic[Job]):
    """The workers of a cluster as one build uses them. `count` processes here take in what they made.

    `common` is what all its work reads, and `needs` tells what a function reads when it is called with an item. `day`
    is the second in which the day of the build begins.
    """

    def __init__(self, cluster: Cluster, job: Job, common: Needs, needs: NeedsOf, day: str, count: int) -> None:
        self.cluster, self.job, self.needs, self.day = cluster, job, needs, day
        self._inputs = Inputs(job.root, job.store, cluster.share)
        self._of_all, self._common = common, ""
        self._engine = engine_of(engine_parts())
        self._sent_job = pickle.dumps(replace(job, root=Path(), store=Path()))
        self._beside = Processes(Home(cluster.share.url, job.store), count, ("suluh.cluster.inputs", "fsspec", "s3fs"))
        self._alone = threading.Lock()
        self._ended = False
        self._threads: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended = True
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        self._beside.__exit__()

    def map(self, function: Callable[[Job, Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Call a function with the job and each item; give the results in the order of the items.

        Raises: RemoteFault.
        """
        if len(items) < ENOUGH and self._threads is None:
            for item in items:
                yield function(self.job, item)
            return
        if self._threads is None:
            self._common = self._inputs.common(self._of_all)
            self._threads = ThreadPoolExecutor(min(MOST_AT_ONCE, 3 * self.cluster.threads + 4))
        yield from self._threads.map(partial(self._see_through, function), items)

    def _see_through(self, function: Callable[[Job, Item], Result], item: Item) -> Result:
        """Have one piece of work done. What came of it stands in our store before its result is given."""
        for _ in range(TRIES):
            try:
                done = self._waited(self._submitted(self._order(function, item)))
                if done.pack:
                    self._inputs.learn(done.pack, self._beside.one(bring, done.pack))
            except OnlyHere:
                with self._alone:
                    return function(self.job, item)
            except Lost as lost:
                self._inputs.forget(lost.names)
                if self._common in lost.names:
                    self._common = self._inputs.common(self._of_all)
            else:
                result: Result = done.value
                return result
        said = "loses or damages what is put there, or is another place for the workers"
        raise RemoteFault(f"The share {self.cluster.share.url} {said}. Look after it.")

    def _order(self, function: Callable[..., Any], item: Any) -> Order:
        sent = pickle.dumps((function, item))
        large = {WORK: sent} if len(sent) > MOST_SENT else {}
        inputs = self._inputs.of(self.needs(function, item), large)
        return Order(
            self.cluster.share.url, self._engine, self.day, self._sent_job, self._common, inputs, b"" if large else sent
        )

    def _submitted(self, order: Order) -> "Future[Done]":
        return self.cluster.client.submit(work, order, pure=False, key=f"suluh-{uuid.uuid4().hex}")

    def _waited(self, future: "Future[Done]") -> Done:
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker

        finished = threading.Event()
        future.add_done_callback(lambda _: finished.set())
        while not finished.wait(1):
            if self.cluster.fault or self._ended:
                raise self.cluster.fault or RemoteFault("The build was stopped.")
        try:
            done: Done = future.result(timeout=GATHERING)
        except KilledWorker as fault:
            said = "Worker after worker ended with the same work, most often for want of memory"
            raise RemoteFault(f"{said}: {fault}") from None
        except (CancelledError, CommClosedError):
            raise self.cluster.fault or RemoteFault(f"The cluster at {self.cluster.address} has gone.") from None
        return done
