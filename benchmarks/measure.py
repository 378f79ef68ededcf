"""Run a program from start to end and tell what it cost: time on the clock, processor time, memory."""

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

LOOK_EVERY = 0.03  # seconds between two looks at memory
MEGABYTE = 1_000_000
PATIENCE = 10.0  # seconds for what a program leaves behind to end
PROC = Path("/proc")


class Failed(Exception):
    """A program that was to be measured did not end well."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and megabytes. Memory is 0 where nobody looked."""

    wall: float
    user: float
    system: float
    largest: float = 0.0  # of any one process, at its peak
    together: float = 0.0  # of all at one time; what they share counts once

    @property
    def processor(self) -> float:
        """Processor seconds of the program and all that it started."""
        return self.user + self.system


def run(command: Sequence[str | Path], folder: Path, settings: Mapping[str, str], *, memory: bool = False) -> Cost:
    """Run a program; looking at its memory makes it slower, so those runs are not timed.

    A small process of its own starts it, so that it becomes the parent of whatever the program leaves behind, and the
    memory of whoever asks is not taken for the program's. Raises: Failed.
    """
    asked = [sys.executable, __file__, "memory" if memory else "time", *map(str, command)]
    done = subprocess.run(
        asked, cwd=folder, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command))} did not end well:\n{done.stderr[-2000:]}")
    return Cost(**json.loads(done.stdout))


def main() -> None:
    """Run the program of the command line, and print its cost as JSON."""
    how, *command = sys.argv[1:]
    _adopt()
    with tempfile.TemporaryFile() as said:
        watch = _Watch(os.getpid()) if how == "memory" else None
        began = time.monotonic()
        program = subprocess.Popen(command, stdout=said, stderr=said)
        _, state, used = os.wait4(program.pid, 0)
        wall = time.monotonic() - began
        program.returncode = os.waitstatus_to_exitcode(state)
        user, system = used.ru_utime, used.ru_stime
        for left in _orphans():
            user, system = user + left.ru_utime, system + left.ru_stime
        largest, together = watch.end() if watch else (0.0, 0.0)
        if program.returncode != 0:
            said.seek(0)
            sys.exit(said.read().decode("utf-8", "replace")[-2000:] + f"\nIt ended with {program.returncode}.")
    print(json.dumps(asdict(Cost(wall, user, system, largest, together))))


def _adopt() -> None:
    """Become the parent of orphans below, as Linux allows: a server of worker processes outlives its program."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def _orphans() -> Iterator[resource.struct_rusage]:
    """Wait for what the program left behind, and give what each used with its own children."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            process, _, used = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if process:
            yield used
        else:
            time.sleep(LOOK_EVERY)


class _Watch:
    """Looks at the memory of all descendants of a process until it is told to end."""

    def __init__(self, process: int) -> None:
        self.process = process
        self.largest = 0
        self.together = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()

    def end(self) -> tuple[float, float]:
        """Give megabytes: the largest process at its peak, and all together."""
        self.over.set()
        self.thread.join()
        return self.largest * 1024 / MEGABYTE, self.together * 1024 / MEGABYTE

    def _look(self) -> None:
        while not self.over.wait(LOOK_EVERY):
            together = 0
            for process in _family(self.process):
                self.largest = max(self.largest, _kilobytes(PROC / str(process) / "status", "VmHWM:"))
                together += _kilobytes(PROC / str(process) / "smaps_rollup", "Pss:")
            self.together = max(self.together, together)


def _family(process: int) -> Iterator[int]:
    """Find all descendants of a process that live."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    waiting = children.get(process, [])
    while waiting:
        one = waiting.pop()
        yield one
        waiting += children.get(one, [])


def _kilobytes(file: Path, name: str) -> int:
    try:
        lines = file.read_text().splitlines()
    except OSError:  # it has just ended
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


if __name__ == "__main__":
    main()
