"""What a day and an hour of work are paid, whichever way the pay is counted: by month, day, hour or piece."""

from suluh.sums.base import Field, Step, Working
from suluh.sums.numbers import HUNDREDTHS, Fraction, rounded

HOME, MANUAL, OTHER, UNSURE = "home", "manual", "other", "unsure"
MONTHLY, DAILY, HOURLY, PIECE = "monthly", "daily", "hourly", "piece"
BY_TIME = (DAILY, HOURLY, PIECE)

OVER, MAYBE_OVER = "over-limit", "over-limit-unsure"
"""Why a right may end with the wage: that is over a limit, and the work is not, or may not be, one that has none."""

WORK = Field("work", "choice", (HOME, MANUAL, OTHER, UNSURE))

WHOLE_DAY = 2400
"""The hours of a day, in hundredths."""

_PERIOD = 31
"""The days of the longest month."""


def fields(*when: tuple[str, tuple[str, ...]]) -> tuple[Field, ...]:
    """Ask how the pay is counted, and how much it is."""
    return (
        Field("paid", "choice", (MONTHLY, *BY_TIME), when),
        Field("earn", "choice", ("under", "over", UNSURE), (("work", (OTHER, UNSURE)), ("paid", BY_TIME))),
        Field("monthly", "money", when=(("paid", (MONTHLY,)),)),
        Field("daily", "money", when=(("paid", (DAILY,)),)),
        Field("hourly", "money", when=(("paid", (HOURLY,)),)),
        Field("earned", "money", when=(("paid", (PIECE,)),)),
        Field("worked", "number", when=(("paid", (PIECE,)),), most=_PERIOD),
    )


def hours(*when: tuple[str, tuple[str, ...]]) -> Field:
    """Ask for the normal hours of a day."""
    return Field("hours", "hours", when=when, most=WHOLE_DAY)


STEPS = (
    Step("day-monthly", ("wage", "divisor", "day")),
    Step("day-daily", ("day",)),
    Step("day-hourly", ("hour", "hours", "day")),
    Step("day-piece", ("earned", "worked", "day")),
)
"""The steps that say what a day is paid."""


def limited(working: Working, work: str, paid: str) -> str:
    """Tell whether the wage ends the right: why it does or may do, `unsure`, or nothing."""
    if work not in {OTHER, UNSURE}:
        return ""
    if paid == MONTHLY:
        over = "over" if working.amount("monthly") > working.rate("limit") else "under"
    else:
        over = working.choice("earn")
    return {"over": OVER if work == OTHER else MAYBE_OVER, UNSURE: UNSURE}.get(over, "")


def day(working: Working, paid: str) -> Fraction:
    """Count what a day is paid, and say how."""
    match paid:
        case "monthly":
            wage, divisor = working.amount("monthly"), working.rate("divisor")
            working.say("day-monthly", wage=wage, divisor=divisor, day=rounded((wage, divisor)))
            return wage, divisor
        case "daily":
            wage = working.amount("daily")
            working.say("day-daily", day=wage)
            return wage, 1
        case "hourly":
            wage, normal = working.amount("hourly"), working.amount("hours")
            working.say("day-hourly", hour=wage, hours=normal, day=rounded((wage * normal, HUNDREDTHS)))
            return wage * normal, HUNDREDTHS
        case _:
            earned, worked = working.amount("earned"), working.amount("worked")
            working.say("day-piece", earned=earned, worked=worked, day=rounded((earned, worked)))
            return earned, worked
