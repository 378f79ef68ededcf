"""Measure the engine beside other generators, on one corpus and one machine: `python benchmarks/run.py`.

Writes `benchmarks/results.md`. What was measured stays in `.suluh/benchmarks/`, so that `--only` adds to it.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import table
import wire
from alike import alike
from contenders import Contender, Hugo, Material, Missing, Ours, Plain, install, workplace
from corpus import counts
from invented import PLANTED, PLANTED_EVERY, PROJECT, TODAY, Corpus, Maker
from measure import Cost, Failed

HERE = Path(__file__).resolve().parent
MEASURED = PROJECT / ".suluh" / "benchmarks" / "measured.json"
ROUNDS, ROUNDS_LARGE, ROUNDS_SLOW = 5, 3, 2
LARGE = 4

Measured = dict[str, Any]


class Bench:
    """The corpus at its two sizes, and who is measured with it."""

    def __init__(self, folder: Path, engine: Path, size: float = 1.0) -> None:
        self.folder = folder
        self.engine = engine
        self.size = size  # of the corpus, where 1 is that of the published table
        self.maker = Maker(engine)
        self.corpora: dict[int, Corpus] = {}
        self.ready: dict[tuple[str, int], Contender] = {}

    def corpus(self, scale: int) -> Corpus:
        """Draw the corpus of a size, once."""
        if scale not in self.corpora:
            self.corpora[scale] = self.maker.make(*counts(scale * self.size, None, None, None))
        return self.corpora[scale]

    def ours(self, scale: int = 1) -> Ours:
        """Give our site, built once so that the others can take over its look."""
        name = ("ours", scale)
        if name not in self.ready:
            say(f"Writing the corpus at {scale}×")
            made = Ours(self.folder / f"ours-{scale}", self.engine)
            made.prepare(self.corpus(scale))
            made.cold()
            self.ready[name] = made
        found = self.ready[name]
        assert isinstance(found, Ours)
        return found

    def peer(self, kind: type[Hugo | Plain | Material], scale: int = 1) -> Contender:
        """Give a peer with the same corpus."""
        name = (kind.__name__, scale)
        if name not in self.ready:
            say(f"Writing the corpus at {scale}× for {kind.name}")
            made = kind(self.folder / f"{kind.__name__.lower()}-{scale}")
            corpus = self.corpus(scale)
            made.prepare(corpus) if isinstance(made, Material) else made.prepare(corpus, self.ours(scale).output)
            self.ready[name] = made
        return self.ready[name]


def say(text: str) -> None:
    """Tell how far it is."""
    print(text, file=sys.stderr, flush=True)


def in_turn(contenders: Sequence[Contender], rounds: int, *, moved: bool) -> dict[str, dict[str, list[Cost]]]:
    """Measure contenders one after the other, round by round, so that a busy machine is busy for all."""
    costs: dict[str, dict[str, list[Cost]]] = {one.name: {"cold": [], "edit": [], "moved": []} for one in contenders}
    for number in range(1, rounds + 1):
        for one in contenders:
            took = costs[one.name]
            took["cold"].append(one.cold(memory=one.slow))
            took["edit"].append(one.edit(memory=one.slow))
            if moved and not one.slow:
                took["moved"].append(one.moved())
            last = ", ".join(f"{what} {times[-1].wall:.2f} s" for what, times in took.items() if times)
            say(f"  {number}/{rounds} {one.name}: {last}")
    return costs


def as_data(costs: dict[str, dict[str, list[Cost]]]) -> Measured:
    """Put costs into JSON's shapes."""
    return {name: {what: [asdict(cost) for cost in times] for what, times in took.items() if times}
            for name, took in costs.items()}  # fmt: skip


def speed(bench: Bench) -> Measured:
    """Cold, after one edit, and with a cache: everybody but the slow one."""
    contenders = [bench.ours(), bench.peer(Hugo), bench.peer(Plain)]
    costs = as_data(in_turn(contenders, ROUNDS, moved=True))
    ours = bench.ours().output
    alikes = {one.name: alike(ours, one.output) for one in contenders[1:]}
    return {"costs": costs, "pages": {one.name: _pages(one) for one in contenders}, "alike": alikes}


def slow(bench: Bench) -> Measured:
    """Measure the slow one, fewer times, its memory along with it."""
    one = bench.peer(Material)
    costs = as_data(in_turn([one], ROUNDS_SLOW, moved=False))
    return {"costs": costs, "pages": {one.name: _pages(one)}}


def growth(bench: Bench) -> Measured:
    """Measure the same with four times the records, and the memory that it takes."""
    contenders = [bench.ours(LARGE), bench.peer(Hugo, LARGE)]
    costs = as_data(in_turn(contenders, ROUNDS_LARGE, moved=False))
    memory = {one.name: asdict(one.cold(memory=True)) for one in contenders}
    return {"costs": costs, "memory": memory, "pages": {one.name: _pages(one) for one in contenders}}


def memory(bench: Bench) -> Measured:
    """Measure the memory of a cold build."""
    contenders = [bench.ours(), bench.peer(Hugo), bench.peer(Plain)]
    return {"costs": {one.name: asdict(one.cold(memory=True)) for one in contenders}}


def whole(bench: Bench) -> Measured:
    """Measure our build with everything a host needs, and what each artefact costs."""
    ours = bench.ours()
    full = Ours(ours.folder, bench.engine, quick=False)
    say("  everything, as it is published")
    costs = [asdict(full.cold()) for _ in range(ROUNDS_SLOW)]
    script = HERE / "stages.py"
    full.forget()
    command = [sys.executable, script, bench.engine, full.folder, full.output, TODAY.isoformat()]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(done.stderr[-2000:])
    return {"costs": costs, "stages": json.loads(done.stdout.strip().splitlines()[-1])}


def weights(bench: Bench) -> Measured:
    """Weigh pages, and what a first answer of a search takes, in a real browser."""
    full = Ours(bench.ours().folder, bench.engine, quick=False)
    full.cold()
    hugo, plain, material = bench.peer(Hugo), bench.peer(Plain), bench.peer(Material)
    for one in (hugo, plain, material):
        if not one.output.is_dir():
            one.cold()
    routes = {"guide": "my/guides/guide-001", "home": "my", "directory": "my/directory"}
    pages = {
        one.name: {what: wire.page(one.output, route) for what, route in routes.items()}
        for one in (full, hugo, plain, material)
    }
    places = {full: ("en/search", "en/", "my/search", "my/"), material: ("about", "", "my/about", "my/")}
    guides = len(bench.corpus(1).guides)
    return {"pages": pages, "search": {one.name: _searched(one, guides, *where) for one, where in places.items()}}


def _searched(one: Contender, guides: int, english: str, before: str, burmese: str, under: str) -> Measured:
    """Search for the planted words of two languages; the routes of what holds them begin with the language."""
    answers = {}
    for code, where, prefix in (("en", english, before), ("my", burmese, under)):
        say(f"  searching with {one.name}: {code}")
        holding = [f"{prefix}guides/guide-{number + 1:03}/" for number in range(guides)
                   if number % PLANTED_EVERY == PLANTED_EVERY // 2 - 1]  # fmt: skip
        try:
            answers[code] = asdict(wire.first_answer(one.output, where, PLANTED[code], holding))
        except wire.Blind as fault:
            say(f"  {fault}")
    return answers


def _pages(one: Contender) -> int:
    return sum(1 for _ in one.output.rglob("*.html"))


PARTS: dict[str, Callable[[Bench], Measured]] = {
    "speed": speed,
    "memory": memory,
    "growth": growth,
    "whole": whole,
    "slow": slow,
    "weights": weights,
}


def machine() -> dict[str, str]:
    """Describe the machine, and name nobody."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cores": str(os.cpu_count()),
        "memory": f"{pages / 2**30:.0f} GB",
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
    }


def main() -> None:
    """Measure what is asked for, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--engine", type=Path, default=PROJECT, help="another checkout of the engine to measure")
    parser.add_argument("--folder", type=Path, help="where files go; a memory disk where there is one")
    parser.add_argument("--size", type=float, default=1.0, help="of the corpus; 0.1 tries everything out")
    parser.add_argument("--day", help="the day to write down; that of the last commit otherwise")
    asked = parser.parse_args()
    wanted = [part for part in asked.only.split(",") if part]
    if not set(wanted) <= PARTS.keys():
        parser.error(f"--only takes {', '.join(PARTS)}")
    try:
        install()
    except Missing as fault:
        sys.exit(str(fault))
    kept = MEASURED if asked.size == 1 else MEASURED.with_name(f"measured-{asked.size}.json")
    table_file = HERE / "results.md" if asked.size == 1 else kept.with_suffix(".md")
    measured = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}
    bench = Bench(workplace(asked.folder), asked.engine.resolve(), asked.size)
    busy = os.getloadavg()[0]
    for part in wanted:
        say(f"{part}: {(PARTS[part].__doc__ or '').splitlines()[0]}")
        try:
            measured[part] = {**PARTS[part](bench), "busy": busy}
        except (Failed, Missing) as fault:
            sys.exit(str(fault))
        measured["machine"] = machine()
        measured["day"] = asked.day or _day()
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(measured, indent=1), "utf-8")
        table.write(measured, table_file)
    say(f"The table is {table_file.relative_to(PROJECT)}.")


def _day() -> str:
    command = ["git", "-C", str(PROJECT), "log", "-1", "--format=%cs"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
