"""When a job ends: how long the notice is, and the benefits that are due for the years of service."""

from suluh.sums import pay, tiers
from suluh.sums.base import IMPOSSIBLE, MISSING, Field, Step, Stopped, Sum, Value, Working
from suluh.sums.numbers import rounded, times

_SHOWN = ("work", (pay.MANUAL, pay.OTHER, pay.UNSURE))
_ENDED = ("how", ("employer",))


def work(working: Working) -> Value | None:
    """Do the sum."""
    kind = working.choice("work")
    if kind == pay.HOME:
        working.say("notice-home", days=working.rate("home-days"))
        return None
    how = working.choice("how")
    if how == "misconduct":
        raise Stopped("misconduct")
    months, left = working.service("start", "end")
    ready = how == "employer" and months >= working.rate("months")
    limited = _wage(working, kind) if ready else ""
    years = months // 12
    tier = tiers.tier(working, years)
    working.say("service", years=years, days=left)
    working.say("notice", weeks=working.rate(f"weeks-{tier}"))
    if how != "employer":
        working.say("resigned" if how == "self" else "how-unsure")
        return None
    if not ready:
        working.say("too-short", months=working.rate("months"))
        return None
    if limited in {pay.OVER, pay.MAYBE_OVER}:
        working.say(limited)
        return None
    if limited:
        working.say("limit-unsure")
    return "money", _benefits(working, years, left, working.rate(f"days-{tier}"))


def _wage(working: Working, kind: str) -> str:
    """Ask for the wage, and tell whether it ends the right."""
    paid = working.choice("paid")
    limited = pay.limited(working, kind, paid)
    if limited not in {pay.OVER, pay.MAYBE_OVER}:
        for name in {pay.PIECE: ("earned", "worked"), pay.HOURLY: (pay.HOURLY, "hours")}.get(paid, (paid,)):
            working.amount(name)
    return limited


def _benefits(working: Working, years: int, left: int, each: int) -> int:
    day = pay.day(working, working.choice("paid"))
    count = years * each
    amount = rounded(times(day, count))
    working.say("days", years=years, each=each, due=count)
    working.say("benefits", due=count, day=rounded(day), pay=amount)
    if left:
        working.say("part-year", days=left)
    return amount


SUM = Sum(
    fields=(
        pay.WORK,
        Field("how", "choice", ("employer", "self", "misconduct", "unsure"), (_SHOWN,)),
        Field("start", "date", when=(_SHOWN, ("how", ("employer", "self", "unsure")))),
        Field("end", "date", when=(_SHOWN, ("how", ("employer", "self", "unsure")))),
        *pay.fields(_SHOWN, _ENDED),
        pay.hours(("paid", (pay.HOURLY,))),
    ),
    rates=(
        *tiers.RATES, "home-days", "weeks-short", "weeks-middle", "weeks-long", "months", "days-short", "days-middle",
        "days-long", "limit", "divisor",
    ),
    steps=(
        Step("notice-home", ("days",)),
        Step("service", ("years", "days")),
        Step("notice", ("weeks",)),
        Step("resigned"),
        Step("how-unsure"),
        Step("too-short", ("months",)),
        Step(pay.OVER),
        Step(pay.MAYBE_OVER),
        Step("limit-unsure"),
        *pay.STEPS,
        Step("days", ("years", "each", "due")),
        Step("benefits", ("due", "day", "pay")),
        Step("part-year", ("days",)),
    ),
    stops=("misconduct", MISSING, IMPOSSIBLE),
    example={
        "work": pay.MANUAL, "how": "employer", "start": "2023-01-01", "end": "2026-03-31", "paid": pay.MONTHLY,
        "monthly": 208_000,
    },
    work=work,
)  # fmt: skip
