"""Reach a cluster: its scheduler, its workers and the share, and see that all of them will do."""

import logging
import re
import threading
import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Self

from suluh.cluster.share import Share
from suluh.cluster.worker import engine_here
from suluh.engine import engine_parts
from suluh.remote import HOW, RemoteFault

if TYPE_CHECKING:
    from distributed import Client

AGAIN = "Install Suluh there, and start it anew."
MOST_SAID = 5


class Cluster:
    """The workers at an address, and the share through which they get what they read. `patience` is in seconds.

    Raises: RemoteFault, wherever one of them will not do.
    """

    def __init__(self, address: str, share: str, patience: float = 20) -> None:
        self.address, self.patience = address, patience
        self.share = Share(share)
        self.fault: RemoteFault | None = None
        self._client: Client | None = None
        self._over = threading.Event()

    def __enter__(self) -> Self:
        if not re.fullmatch(r"(tcp|tls)://[^/:]+:\d+", self.address):
            raise RemoteFault(f"'{self.address}' is no address of a cluster. Write tcp://HOST:PORT.")
        self.share.try_out()
        self._client = self._connected()
        try:
            self._look_at_workers(self._client)
        except BaseException:
            self.__exit__()
            raise
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._client is not None:
            self._client.close(timeout=2)
            self._client = None

    @property
    def client(self) -> "Client":
        """Give the connection, while there is one."""
        if self._client is None or self.fault:
            raise self.fault or RemoteFault(f"The cluster at {self.address} is not connected.")
        return self._client

    @property
    def threads(self) -> int:
        """Count what the workers can do at once."""
        return sum(self.client.nthreads().values())

    def _connected(self) -> "Client":
        try:
            from distributed import Client
        except ImportError:
            raise RemoteFault(f"To share work among machines, type: {HOW}") from None
        for name in ("distributed", "distributed.client"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what matters of it, we say ourselves
        try:
            return Client(self.address, timeout=min(self.patience, 5), set_as_default=False)
        except (OSError, TimeoutError, ValueError):
            hint = "Start a scheduler there, or look at the address."
            raise RemoteFault(f"No cluster answers at {self.address}. {hint}") from None

    def _look_at_workers(self, client: "Client") -> None:
        """Wait for a worker, and see that all have our engine."""
        try:
            with warnings.catch_warnings(action="ignore"):  # that versions differ, we say ourselves
                client.wait_for_workers(1, timeout=self.patience)
        except TimeoutError:
            said = f"The cluster at {self.address} has had no worker for {self.patience:.0f} seconds. Start some."
            raise RemoteFault(said) from None
        ours = engine_parts()
        for worker, theirs in client.run(engine_here, on_error="return").items():
            if not isinstance(theirs, Mapping):
                raise RemoteFault(f"The worker at {worker} cannot do our work: {theirs}. {AGAIN}")
            different = [name for name in sorted({*ours, *theirs}) if ours.get(name) != theirs.get(name)]
            if different:
                raise RemoteFault(_difference(worker, different, ours, theirs))
        try:
            client.run_on_scheduler(engine_here)
        except ImportError as fault:
            said = f"The scheduler at {self.address} cannot pass our work on: {fault}. {AGAIN}"
            raise RemoteFault(said) from None

    def _watch(self) -> None:
        """Notice when the scheduler or every worker is gone: whoever waits for them would wait for ever."""
        alone = 0
        while not self._over.wait(1):
            try:
                alone = 0 if self.client.nthreads() else alone + 1
            except Exception as fault:  # noqa: BLE001 (a broken connection is told in many ways)
                self.fault = RemoteFault(
                    f"The cluster at {self.address} has gone: {str(fault) or type(fault).__name__}."
                )
                return
            if alone > self.patience:
                hint = "Start some, and build again: what was made is kept."
                self.fault = RemoteFault(f"All workers at {self.address} have gone. {hint}")
                return


def _difference(worker: str, different: Sequence[str], ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    said = [
        f"{name} is {ours.get(name, 'missing')} here and {theirs.get(name, 'missing')} there"
        for name in different[:MOST_SAID]
    ]
    more = f"; {len(different) - MOST_SAID} more differ" if len(different) > MOST_SAID else ""
    return f"The worker at {worker} has another engine: {'; '.join(said)}{more}. {AGAIN}"
