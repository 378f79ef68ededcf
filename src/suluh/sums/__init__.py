"""The sums that calculators do: their shape is here, their numbers are facts of a site.

`overrides/components/sums/script.js` does the same on the phone. Change both or neither: a test holds them together.
"""

from collections.abc import Iterator, Mapping

from suluh.sums import ending, leave, minimum_wage, work_pay
from suluh.sums.base import Sum

SUMS: Mapping[str, Sum] = {
    "work-pay": work_pay.SUM,
    "minimum-wage": minimum_wage.SUM,
    "ending": ending.SUM,
    "leave": leave.SUM,
}


def sections(one: Sum) -> Iterator[str]:
    """Name the sections of the texts of a sum, in their order."""
    yield "before"
    for field in one.fields:
        yield f"field-{field.id}"
        yield from (f"field-{field.id}-{option}" for option in field.options)
    yield from (f"step-{step.id}" for step in one.steps)
    yield "total"
    yield from (f"stop-{stop}" for stop in one.stops)
