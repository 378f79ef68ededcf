"""Pay for more hours on a normal day, for work on a rest day, and for work on a public holiday."""

from suluh.sums import pay
from suluh.sums.base import IMPOSSIBLE, MISSING, Field, Step, Stopped, Sum, Value, Working
from suluh.sums.numbers import HUNDREDTHS, Fraction, rounded, times

TENTHS = 10
_SHOWN = ("work", (pay.MANUAL, pay.OTHER, pay.UNSURE))
_EXTRA = ("over", "times", "hour", "pay")
_PART = ("done", "part", "day", "pay")


def work(working: Working) -> Value:
    """Do the sum."""
    kind = working.choice("work")
    if kind == pay.HOME:
        raise Stopped("domestic")
    paid = working.choice("paid")
    limited = pay.limited(working, kind, paid)
    if limited in {pay.OVER, pay.MAYBE_OVER}:
        raise Stopped(limited)
    normal = _normal(working, paid)
    which, done = working.choice("day"), working.amount("done")
    count = working.amount("count")
    if limited:
        working.say("limit-unsure")
    day = pay.day(working, paid)
    hour = (working.amount(pay.HOURLY), 1) if paid == pay.HOURLY else times(day, HUNDREDTHS, normal)
    over = max(0, done - normal)
    if over and paid != pay.HOURLY:
        working.say("hour", day=rounded(day), hours=normal, hour=rounded(hour))
    match which:
        case "normal":
            amounts = _normal_day(working, over, hour, normal, done)
        case "rest":
            amounts = _rest_day(working, paid, day, hour, normal, done)
        case _:
            amounts = _holiday(working, paid, day, hour, over)
    total = sum(amounts)
    if len(amounts) > 1:
        working.say("together", pay=total)
    if count > 1:
        working.say("count", pay=total, count=count, total=total * count)
    return "money", total * count


def _normal(working: Working, paid: str) -> int:
    """Ask for the pay and the normal hours of a day, which have a limit of their own."""
    for name in ("earned", "worked") if paid == pay.PIECE else (paid,):
        working.amount(name)
    normal = working.amount("hours")
    if normal > working.rate("longest") * HUNDREDTHS:
        raise Stopped("long-day")
    return normal


def _normal_day(working: Working, over: int, hour: Fraction, normal: int, done: int) -> list[int]:
    if not over:
        working.say("none", hours=normal, done=done)
        return [0]
    return [_beyond(working, "overtime", hour, over)]


def _rest_day(working: Working, paid: str, day: Fraction, hour: Fraction, normal: int, done: int) -> list[int]:
    part = "half" if 2 * done <= normal else "full"
    rate = working.rate(f"rest-{part}-monthly" if paid == pay.MONTHLY else f"rest-{part}")
    amount = rounded(times(day, rate, TENTHS))
    values = {"done": min(done, normal), "part": _said(rate), "day": rounded(day), "pay": amount}
    working.say(f"rest-{part}", **values)
    return [amount, *([_beyond(working, "rest-beyond", hour, done - normal)] if done > normal else [])]


def _holiday(working: Working, paid: str, day: Fraction, hour: Fraction, over: int) -> list[int]:
    amounts = []
    if paid == pay.MONTHLY:
        working.say("holiday-monthly")
    else:
        working.say("holiday-own", day=rounded(day))
        amounts.append(rounded(day))
    rate = working.rate("holiday")
    amounts.append(rounded(times(day, rate, TENTHS)))
    working.say("holiday", part=_said(rate), day=rounded(day), pay=amounts[-1])
    if over:
        amounts.append(_beyond(working, "holiday-beyond", hour, over))
    return amounts


def _beyond(working: Working, step: str, hour: Fraction, over: int) -> int:
    """Say what hours beyond the normal ones are paid, at the rate of the same name."""
    many = working.rate(step)
    amount = rounded(times(hour, over * many, HUNDREDTHS * TENTHS))
    working.say(step, over=over, times=_said(many), hour=rounded(hour), pay=amount)
    return amount


def _said(tenths: int) -> int:
    return tenths * (HUNDREDTHS // TENTHS)


SUM = Sum(
    fields=(
        pay.WORK,
        *pay.fields(_SHOWN),
        pay.hours(_SHOWN),
        Field("day", "choice", ("normal", "rest", "holiday"), (_SHOWN,)),
        Field("done", "hours", when=(_SHOWN,), most=pay.WHOLE_DAY),
        Field("count", "number", when=(_SHOWN,), most=366, begins=1),
    ),
    rates=(
        "divisor", "limit", "longest", "overtime", "rest-half-monthly", "rest-full-monthly", "rest-half", "rest-full",
        "rest-beyond", "holiday", "holiday-beyond",
    ),
    steps=(
        Step("limit-unsure"),
        *pay.STEPS,
        Step("hour", ("day", "hours", "hour")),
        Step("none", ("hours", "done")),
        Step("overtime", _EXTRA),
        Step("rest-half", _PART),
        Step("rest-full", _PART),
        Step("rest-beyond", _EXTRA),
        Step("holiday-monthly"),
        Step("holiday-own", ("day",)),
        Step("holiday", ("part", "day", "pay")),
        Step("holiday-beyond", _EXTRA),
        Step("together", ("pay",)),
        Step("count", ("pay", "count", "total")),
    ),
    stops=("domestic", pay.OVER, pay.MAYBE_OVER, "long-day", MISSING, IMPOSSIBLE),
    example={
        "work": pay.MANUAL, "paid": pay.MONTHLY, "monthly": 208_000, "hours": 800, "day": "normal", "done": 1000,
        "count": 1,
    },
    work=work,
)  # fmt: skip
