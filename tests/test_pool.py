"""The same is done with many items, here or in many processes, and the results stand in the order of the items."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.conftest import environment

from suluh.pool import ENOUGH, Processes, WorkerLost

MANY = range(5 * ENOUGH)


def twice(job: int, item: int) -> tuple[int, int]:
    """Give the item after a while, the first ones after the longest, and tell who did it."""
    time.sleep(0.2 / (1 + item))
    return item * job, os.getpid()


def meet(folder: str, _: int) -> int:
    """Wait for another process that does the same, and tell who did it."""
    (Path(folder) / str(os.getpid())).touch()
    until = time.monotonic() + 20
    while len(list(Path(folder).iterdir())) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    return os.getpid()


def die(_: int, item: int) -> int:
    """End the process of the third item, as the system does that runs out of memory."""
    if item == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def fail(_: int, item: int) -> int:
    """Fail at the third item."""
    if item == 2:
        raise ValueError("the third")
    return item


def workers(count: int) -> Processes[int]:
    return Processes(2, count, [])


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_stand_in_the_order_of_their_items(count: int) -> None:
    with workers(count) as some:
        assert [made for made, _ in some.map(twice, MANY)] == [2 * item for item in MANY]


def test_many_items_are_shared_among_processes_that_are_not_this_one(tmp_path: Path) -> None:
    with Processes(str(tmp_path), 2, []) as some:
        who = set(some.map(meet, MANY))
    assert len(who) == 2
    assert os.getpid() not in who


@pytest.mark.parametrize(("count", "items"), [(1, MANY), (2, range(ENOUGH - 1)), (2, ())])
def test_one_worker_and_little_work_need_no_other_process(count: int, items: Sequence[int]) -> None:
    with workers(count) as some:
        assert {process for _, process in some.map(twice, items)} <= {os.getpid()}


def test_processes_that_have_been_started_do_what_comes_later_too() -> None:
    with workers(2) as some:
        first = {process for _, process in some.map(twice, MANY)}
        assert {process for _, process in some.map(twice, range(1))} <= first


def test_a_lost_worker_is_told_and_nothing_waits_for_it() -> None:
    with workers(2) as some, pytest.raises(WorkerLost):
        list(some.map(die, MANY))


def test_what_a_worker_stumbles_over_is_raised_here() -> None:
    for count in (1, 2):
        with workers(count) as some, pytest.raises(ValueError, match="the third"):
            list(some.map(fail, MANY))


BUILD = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from suluh.pool import Processes
from waiting import wait
if __name__ == "__main__":
    with Processes(0, 2, []) as some:
        list(some.map(wait, range(4)))
"""

WAITING = """
import os, time
def wait(job, item):
    print(os.getpid(), flush=True)
    time.sleep(60)
"""


def test_no_worker_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "waiting.py").write_text(WAITING)
    (tmp_path / "build.py").write_text(BUILD)
    build = subprocess.Popen(
        [sys.executable, tmp_path / "build.py", tmp_path], env=environment(tmp_path), stdout=subprocess.PIPE, text=True
    )
    assert build.stdout is not None
    others = [int(build.stdout.readline()) for _ in range(2)]
    build.kill()
    build.wait(10)
    rest = build.stdout.read()  # ends when the last process that could write here is gone
    build.stdout.close()
    assert rest == ""
    assert len(set(others)) == 2
    assert not any(Path(f"/proc/{process}/status").exists() and alive(process) for process in others)


def alive(process: int) -> bool:
    """Tell whether a process still works; one that has ended and that nobody asked after does not."""
    return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
