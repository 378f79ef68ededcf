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
    working.say("service", years=years, days=left * 100)
    working.say("annual", days=annual * 100)
    if part:
        earned = rounded((annual * 100 * part, 12))
        working.say("part", days=annual * 100, months=part, part=earned)
    elif left:
        working.say("part-none")
    working.say("sick", days=working.rate(f"sick-{tier}") * 100)
    working.say("hospital", days=working.rate("hospital") * 100)
    return "days", annual * 100


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
        Step("service", {"years": "number", "days": "days"}),
        Step("annual", {"days": "days"}),
        Step("part", {"days": "days", "months": "number", "part": "days"}),
        Step("part-none"),
        Step("sick", {"days": "days"}),
        Step("hospital", {"days": "days"}),
    ),
    stops=("domestic", MISSING, IMPOSSIBLE),
    example={"work": "other", "start": "2024-01-01", "end": "2026-06-30"},
    work=work,
)  # fmt: skip
