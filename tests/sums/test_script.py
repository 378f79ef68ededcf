"""The script of a page does the same sums as the engine: the same steps, the same values, the same reasons to stop."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.sums.drawn import at_random
from tests.sums.vectors import CASES, RATES

from suluh.sums import SUMS

SCRIPT = Path(__file__).parents[2] / "overrides/components/sums/script.js"
PROGRAM = """
const reckon = new Function(require("fs").readFileSync(process.argv[1], "utf8") + "; return reckon")();
for (const line of require("fs").readFileSync(0, "utf8").trim().split("\\n")) {
  const [name, rates, answers] = JSON.parse(line);
  console.log(JSON.stringify(reckon(name, rates, answers)));
}
"""
MANY = 8_000

Asked = tuple[str, object, object]


def by_script(asked: Sequence[Asked]) -> list[object]:
    """Have the script do some sums, all in one process."""
    lines = "\n".join(json.dumps(one) for one in asked)
    done = subprocess.run(
        ["node", "-e", PROGRAM, str(SCRIPT)], input=lines, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_script_does_what_was_worked_out_by_hand() -> None:
    asked: list[Asked] = [(case.sum, RATES[case.sum], case.given) for case in CASES]
    engine = [SUMS[case.sum].reckon(RATES[case.sum], case.given).json() for case in CASES]
    assert by_script(asked) == engine


def test_the_script_does_what_the_engine_does_with_whatever_is_answered() -> None:
    chance = Random(1955)
    drawn = [(name, *at_random(chance, one)) for _ in range(MANY // len(SUMS)) for name, one in SUMS.items()]
    engine = [SUMS[name].reckon(rates, answers).json() for name, rates, answers in drawn]  # type: ignore[arg-type]
    reached = {step for result in engine for step, _ in result.get("steps", ())}  # type: ignore[attr-defined]
    assert reached == {step.id for one in SUMS.values() for step in one.steps}
    for asked, ours, theirs in zip(drawn, engine, by_script(drawn), strict=True):
        assert theirs == ours, asked


def test_the_script_knows_no_clock_and_no_later_javascript() -> None:
    script = re.sub(r"//.*", "", SCRIPT.read_text("utf-8"))
    assert not re.search(r"\bDate\b|Intl|toLocale|Math\.random|BigInt|\d+n\b", script)
    assert not re.search(r"\?\.[^\d]|\?\?|\.\.\.\w+\}|\{\.\.\.|\.flat|\.at\(|matchAll|replaceAll|catch \{", script)
