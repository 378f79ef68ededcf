"""A calculator for the small invented site: a wage, two sizes of employers, and texts in two languages."""

from suluh.sums import SUMS, sections

SUM = SUMS["minimum-wage"]


def text(title: str, mark: str) -> str:
    """Write a text with every section of the sum; a step says its values."""
    values = {f"step-{step.id}": "".join(f" [={name}]" for name in step.values) for step in SUM.steps}
    written = "".join(
        f"## {mark} {name} {{#{name}}}\n\n{mark}{values.get(name, '')} {{wage}}. [^wage]\n\n" for name in sections(SUM)
    )
    return f"---\ntitle: {title}\nsummary: A sum.\n---\n{written}"


def fact(name: str, value: int, unit: str) -> str:
    """Write a limit or an amount that has never changed."""
    return (
        f"- {{id: {name}, kind: {'limit' if unit == 'tenths' else 'amount'}, title: {{en: {name}}}, jurisdiction: XA, "
        f"domestic_workers: 'no', values: [{{since: 2026-02-01, value: {value}, unit: {unit}, source: [gazette], "
        "checked_on: 2026-11-01, grade: A}]}\n"
    )


CALCULATOR = {
    "content/facts/rates.yml": fact("wage-hour", 875, "hour") + fact("wage-share", 15, "tenths"),
    "content/calculators/lowest/calculator.yml": """
order: 1
icon: cash
guide: pay
sum: minimum-wage
rates: {month: wage, month-small: wage, day-six: wage-share, day-five: wage-hour, day-four: wage-hour, hour: wage-hour}
""",
    "content/calculators/lowest/en.md": text("The lowest wage", "en"),
    "content/calculators/lowest/ms.md": text("Gaji terendah", "ms"),
}
"""The files of the calculator, and of the facts that only it uses."""
