"""What each stage and each artefact of a whole build costs: `python benchmarks/stages.py ENGINE ROOT OUTPUT DATE`.

It builds in this one process, and times every function that the pipeline and the emitters take from a stage.
Prints JSON: for each, seconds on the clock and processor seconds. A stage may stand inside another.
"""

import inspect
import json
import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

STAGES = ("suluh.load", "suluh.check", "suluh.resolve", "suluh.render", "suluh.emit", "suluh.inspect", "suluh.swap")
WATCHED = ("suluh.pipeline", "suluh.emit")  # they call the stages, and the makers of artefacts


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


def watch(module: ModuleType, stopwatch: Stopwatch) -> None:
    """Time what a module takes from the stages: functions, and functions of modules that it names."""
    for name, value in list(vars(module).items()):
        if _of_a_stage(value) and value.__module__ != module.__name__:
            setattr(module, name, stopwatch.timed(f"{value.__module__}.{value.__name__}", value))
        elif inspect.ismodule(value) and value.__name__.startswith(STAGES):
            for inner, function in list(vars(value).items()):
                if _of_a_stage(function) and not inner.startswith("_") and function.__module__ == value.__name__:
                    setattr(value, inner, stopwatch.timed(f"{function.__module__}.{inner}", function))


def _of_a_stage(value: object) -> bool:
    return inspect.isfunction(value) and value.__module__.startswith(STAGES)


def main() -> None:
    """Build, and print what each part cost."""
    engine, root, output, day = sys.argv[1:]
    sys.path.insert(0, str(Path(engine) / "src"))
    from suluh import cli  # noqa: PLC0415 (the engine is named on the command line)

    stopwatch = Stopwatch()
    for name, module in list(sys.modules.items()):
        if name.startswith(WATCHED):
            watch(module, stopwatch)
    sys.argv = ["suluh", "build", "--root", root, "--output", output, "--as-of", day, "--workers", "1"]
    try:
        cli.main()
    except SystemExit as end:
        if end.code:
            raise
    print(json.dumps(stopwatch.seconds))


if __name__ == "__main__":
    main()
