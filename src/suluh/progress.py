"""How far a build is, and how long its steps take, for whoever looks on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from suluh.pipeline import Progress

PATIENCE = 1.0  # seconds without a word


class Times:
    """How long the steps of a build took, by what is told of its progress."""

    def __init__(self) -> None:
        self.steps: dict[str, tuple[float, int]] = {}
        self._step, self._began = "Reading", monotonic()

    def listening(self, progress: Progress) -> Progress:
        """Listen to a build, and pass on what is told."""

        def tell(step: str, done: int, total: int) -> None:
            self._until(step)
            self.steps[step] = self.steps.get(step, (0.0, 0))[0], total
            progress(step, done, total)

        return tell

    def said(self) -> str:
        """Say the seconds of each step, and of how many things it consisted."""
        self._until("")
        return "\n".join(f"{step:<24}{seconds:>8.2f} s{count:>10,}" for step, (seconds, count) in self.steps.items())

    def _until(self, step: str) -> None:
        if step == self._step:
            return
        now = monotonic()
        seconds, count = self.steps.get(self._step, (0.0, 1))
        self.steps[self._step] = seconds + now - self._began, count
        self._step, self._began = step, now


@contextmanager
def watched() -> Iterator[Progress]:
    """Show progress where somebody looks on, once the work takes longer than a moment."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = Bar(*columns, console=console, transient=True, refresh_per_second=8)
    task, started = shown.add_task("Reading", total=None), monotonic()

    def tell(step: str, done: int, total: int) -> None:
        shown.update(task, description=step, completed=done, total=total)
        if monotonic() - started > PATIENCE:
            shown.start()

    try:
        yield tell
    finally:
        shown.stop()
