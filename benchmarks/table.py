"""Write what was measured as one page: seconds, and beside them how many times what Hugo takes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

OURS, HUGO, SLOW = "Suluh", "Hugo", "Material + static-i18n"
KILO = 1000
Measured = Mapping[str, Any]
Cost = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Target:
    """What the project wants to hold: at most this, or at least."""

    name: str
    bound: float
    unit: str
    least: bool = False

    def holds(self, value: float) -> bool:
        """Tell whether a value keeps it."""
        return value >= self.bound if self.least else value <= self.bound


EDIT = Target("After one edit, whole process", 0.25, "× Hugo")
COLD = Target("Cold, nothing kept", 1.8, "× Hugo")
FASTER = Target("Cold, faster than Material + static-i18n", 20, "×", least=True)
CACHED = Target("Fresh checkout with the last build's cache", 0.5, "× Hugo")
GROWTH = Target("Four times the records, cold", 4.2, "× the time")
MEMORY = Target("Memory of the largest process", 150, "MB")
GUIDE = Target("A Burmese guide on the wire", 8, "KB")
SEARCH = Target("First answer of a search in Burmese, script and index", 20, "KB")


def write(measured: Measured, file: Path) -> None:
    """Write the page."""
    parts = [
        _head(measured),
        _speed(measured),
        _growth(measured),
        _wire(measured),
        _whole(measured),
        _targets(measured),
    ]
    file.write_text("\n\n".join(part for part in parts if part) + "\n", "utf-8")


def _head(measured: Measured) -> str:
    machine = measured["machine"]
    busy = max(part.get("busy", 0.0) for part in measured.values() if isinstance(part, dict))
    return (
        "# Results\n\n"
        "Written by `python benchmarks/run.py`; how to read it is in the handbook, `build/benchmarks.md`.\n\n"
        f"{measured['day']}: {machine['cores']} cores, {machine['memory']} of memory, {machine['system']}, "
        f"Python {machine['python']}. Medians; the least and the most in brackets. Compare ratios, not seconds. "
        f"Other programs kept {busy:.1f} cores busy when it began."
    )


def _costs(measured: Measured) -> dict[str, Mapping[str, Sequence[Cost]]]:
    return {**measured.get("speed", {}).get("costs", {}), **measured.get("slow", {}).get("costs", {})}


def middle(costs: Sequence[Cost], what: str = "wall") -> float:
    """Give the median of some costs; `processor` is user and system time."""
    return median(_taken(cost, what) for cost in costs)


def _speed(measured: Measured) -> str:
    costs = _costs(measured)
    if not costs:
        return ""
    pages = {**measured.get("speed", {}).get("pages", {}), **measured.get("slow", {}).get("pages", {})}
    columns = ("cold s", "× Hugo", "after one edit s", "× Hugo", "with the cache s", "× Hugo")
    rows = ["## Time on the clock\n", *_heads("", "pages", *columns, "runs")]
    rows += [f"| {name} | {pages.get(name, 0):,} | {_three(took, costs, 'wall')} | {len(took['cold'])} |"
             for name, took in costs.items()]  # fmt: skip
    rows += ["\n## Processor time\n", *_heads("", *columns)]
    rows += [f"| {name} | {_three(took, costs, 'processor')} |" for name, took in costs.items()]
    said = "; ".join(f"{name} {share:.1%}" for name, share in measured.get("speed", {}).get("alike", {}).items())
    return "\n".join(rows) + (f"\n\nOf the words on our pages, theirs hold: {said}." if said else "")


def _three(took: Mapping[str, Any], costs: Mapping[str, Any], what: str) -> str:
    hugo = costs.get(HUGO, {})
    return " | ".join(_beside(took.get(one), hugo.get(one), what) for one in ("cold", "edit", "moved"))


def _heads(*names: str) -> list[str]:
    return [f"| {' | '.join(names)} |", "|---" * len(names) + "|"]


def _beside(costs: Sequence[Cost] | None, hugo: Sequence[Cost] | None, what: str) -> str:
    """Give two cells: seconds with their spread, and the ratio to Hugo."""
    if not costs:
        return "– | –"
    taken = [_taken(cost, what) for cost in costs]
    ratio = f"{median(taken) / middle(hugo, what):.2f}" if hugo else "–"
    return f"{median(taken):.2f} ({min(taken):.2f}–{max(taken):.2f}) | {ratio}"


def _taken(cost: Cost, what: str) -> float:
    return cost["user"] + cost["system"] if what == "processor" else cost[what]


def _growth(measured: Measured) -> str:
    growth, memory = measured.get("growth"), dict(measured.get("memory", {}).get("costs", {}))
    slow = measured.get("slow", {}).get("costs", {}).get(SLOW, {}).get("cold")
    if slow:
        memory[SLOW] = max(slow, key=lambda cost: cost["largest"])
    if not memory and not growth:
        return ""
    rows = [
        "## Growth and memory\n",
        *_heads("", "largest process MB", "all together MB", "4 × the records: cold s", "× once", "after one edit s",
                "× once", "largest process MB"),
    ]  # fmt: skip
    costs = _costs(measured)
    more_costs, more_memory = (growth or {}).get("costs", {}), (growth or {}).get("memory", {})
    for name in memory or more_costs:
        once = memory.get(name, {})
        cells = [name, *(f"{once[key]:.0f}" if once else "–" for key in ("largest", "together"))]
        more = more_costs.get(name)
        for what in ("cold", "edit"):
            if more and name in costs:
                cells += [f"{middle(more[what]):.2f}", f"{middle(more[what]) / middle(costs[name][what]):.2f}"]
            else:
                cells += ["–", "–"]
        cells.append(f"{more_memory[name]['largest']:.0f}" if more else "–")
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _wire(measured: Measured) -> str:
    weights = measured.get("weights")
    if not weights:
        return ""
    told = (
        "KB as Brotli sends them: ours as published, the others at quality 9. A first answer is all that is fetched "
        "from opening the page where one searches; in brackets, the script and index alone.\n"
    )
    rows = [
        "## On the wire\n",
        told,
        *_heads("", "a Burmese guide", "Burmese home", "Burmese directory", "first answer, English", "pages found", "s",
                "first answer, Burmese", "pages found", "s"),
    ]  # fmt: skip
    for name, page in weights["pages"].items():
        cells = [name, *(f"{page[what] / KILO:.1f}" for what in ("guide", "home", "directory"))]
        for code in ("en", "my"):
            cells += _answer(weights["search"].get(name, {}).get(code))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _answer(answer: Cost | None) -> list[str]:
    if not answer:
        return ["–", "–", "–"]
    weight = f"{answer['whole'] / KILO:,.1f} ({answer['search'] / KILO:,.1f})"
    seconds = f"{answer['seconds']:.1f}" if answer["found"] else f"none in {answer['seconds']:.0f}"
    return [weight, f"{answer['found']} of {answer['wanted']}", seconds]


def _whole(measured: Measured) -> str:
    whole = measured.get("whole")
    if not whole:
        return ""
    costs = whole["costs"]
    told = (
        f"Ours again, cold, with all that `--quick` leaves out: {middle(costs):.1f} s, "
        f"{middle(costs, 'processor'):.1f} processor seconds. What the parts cost, some inside others:\n"
    )
    rows = ["## Everything a host needs\n", told, *_heads("Part", "s", "processor s")]
    stages = sorted(whole["stages"].items(), key=lambda entry: -entry[1][0])
    rows += [f"| `{name}` | {wall:.2f} | {used:.2f} |" for name, (wall, used) in stages if wall >= 0.05]
    return "\n".join(rows)


def values(measured: Measured) -> Iterator[tuple[Target, float]]:
    """Give what was reached for each target that was measured."""
    costs = _costs(measured)
    ours, hugo = costs.get(OURS), costs.get(HUGO)
    if ours and hugo:
        yield EDIT, middle(ours["edit"]) / middle(hugo["edit"])
        yield COLD, middle(ours["cold"]) / middle(hugo["cold"])
        yield CACHED, middle(ours["moved"]) / middle(hugo["moved"])
    if ours and SLOW in costs:
        yield FASTER, middle(costs[SLOW]["cold"]) / middle(ours["cold"])
    if ours and "growth" in measured:
        yield GROWTH, middle(measured["growth"]["costs"][OURS]["cold"]) / middle(ours["cold"])
    if "memory" in measured:
        yield MEMORY, measured["memory"]["costs"][OURS]["largest"]
    if "weights" in measured:
        weights = measured["weights"]
        yield GUIDE, weights["pages"][OURS]["guide"] / KILO
        answer = weights["search"].get(OURS, {}).get("my")
        if answer:
            yield SEARCH, answer["search"] / KILO


def _targets(measured: Measured) -> str:
    rows = ["## What we want to hold\n", *_heads("What", "Wanted", "Measured", "Holds")]
    for target, value in values(measured):
        sign = "at least" if target.least else "at most"
        wanted = f"{sign} {target.bound:g} {target.unit}"
        rows.append(f"| {target.name} | {wanted} | {value:.2f} | {'yes' if target.holds(value) else '**no**'} |")
    return "\n".join(rows)
