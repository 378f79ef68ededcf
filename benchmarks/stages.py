"""What each stage and each artefact of a whole build costs: `python benchmarks/stages.py ENGINE ROOT OUTPUT DATE`.

It builds in this one process, and times every function that a stage gives to others. Prints JSON: for each, seconds on
the clock and processor seconds. A stage may stand inside another.
"""

import importlib
import inspect
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

STAGES = ("suluh.load", "suluh.check", "suluh.resolve", "suluh.render", "suluh.emit", "suluh.inspect")
BESIDE = (("jinja2", "Template", "render"), ("suluh.store", "Store", "add"), ("suluh.tree", "Turns", "lay"))


class Stopwatch:
    """Adds up what calls cost; a call inside another of the same name counts once."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}
        self.running: set[str] = set()

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Time a function, and the reading of what it gives bit by bit."""

        @wraps(function)
        def call(*args: Any, **named: Any) -> Any:
            if name in self.running:
                return function(*args, **named)
            made = self._spend(name, lambda: function(*args, **named))
            return self._each(name, made) if inspect.isgenerator(made) else made

        return call

    def _each(self, name: str, made: Any) -> Any:
        end = object()
        while (one := self._spend(name, lambda: next(made, end))) is not end:
            yield one

    def _spend(self, name: str, work: Callable[[], Any]) -> Any:
        self.running.add(name)
        began, used = time.monotonic(), _processor()
        try:
            return work()
        finally:
            spent = self.seconds.setdefault(name, [0.0, 0.0])
            spent[0] += time.monotonic() - began
            spent[1] += _processor() - used
            self.running.discard(name)


def _processor() -> float:
    return sum(os.times()[:4])


def watch(stopwatch: Stopwatch) -> None:
    """Time what the stages give to others, who take it from them when they need it, and some methods."""
    for stage in STAGES:
        module = importlib.import_module(stage)
        for name, function in list(vars(module).items()):
            if inspect.isfunction(function) and not name.startswith("_"):
                setattr(module, name, stopwatch.timed(f"{stage}.{name}", function))
    for home, kind, name in BESIDE:
        found = getattr(importlib.import_module(home), kind)
        setattr(found, name, stopwatch.timed(f"{home}.{kind}.{name}", getattr(found, name)))


def main() -> None:
    """Build, and print what each part cost."""
    engine, root, output, day = sys.argv[1:]
    sys.path.insert(0, str(Path(engine) / "src"))
    from suluh import pipeline  # noqa: PLC0415 (the engine is named on the command line)

    stopwatch = Stopwatch()
    watch(stopwatch)
    order = pipeline.Order(Path(root).resolve(), Path(output).resolve(), date.fromisoformat(day), workers=1)
    clock, began = time.monotonic(), _processor()
    report = pipeline.build(order)
    if not report.published:
        sys.exit("\n".join(map(str, report.problems)))
    stopwatch.seconds["everything"] = [time.monotonic() - clock, _processor() - began]
    print(json.dumps(stopwatch.seconds))


if __name__ == "__main__":
    main()
