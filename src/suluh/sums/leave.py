"""Days of leave in a year of service: annual leave, sick leave, and leave in hospital."""

from suluh.sums import tiers
from suluh.sums.base import IMPOSSIBLE, MISSING, Field, Step, Stopped, Sum, Value, Working
from suluh.sums.numbers import rounded

_OTHER = ("work", ("other",))


def work(working: Working) -> Value:
    """Do the sum."""
    if working.choice("work") == "home":
        raise Stopped("domestic")
    months, left = working.service("start", "end")
    years, part = divmod(months, 12)
    tier = tiers.tier(working, years)
    annual = working.rate(f"annual-{tier}")
    working.say("service", years=years, days=left)
    working.say("annual", days=annual)
    if part:
        earned = rounded((annual * 100 * part, 12))
        working.say("part", days=annual, months=part, part=earned)
    elif left:
        working.say("part-none")
    working.say("sick", days=working.rate(f"sick-{tier}"))
    working.say("hospital", days=working.rate("hospital"))
    return "number", annual


SUM = Sum(
    fields=(
        Field("work", "choice", ("home", "other")),
        Field("start", "date", when=(_OTHER,)),
        Field("end", "date", when=(_OTHER,)),
    ),
    rates=(
        *tiers.RATES, "annual-short", "annual-middle", "annual-long", "sick-short", "sick-middle", "sick-long",
        "hospital",
    ),
    steps=(
        Step("service", ("years", "days")),
        Step("annual", ("days",)),
        Step("part", ("days", "months", "part")),
        Step("part-none"),
        Step("sick", ("days",)),
        Step("hospital", ("days",)),
    ),
    stops=("domestic", MISSING, IMPOSSIBLE),
    example={"work": "other", "start": "2024-01-01", "end": "2026-06-30"},
    work=work,
)  # fmt: skip
