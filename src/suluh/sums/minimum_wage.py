"""What somebody is owed against a minimum wage that has changed over time."""

from suluh.sums import days
from suluh.sums.base import IMPOSSIBLE, MISSING, UNKNOWN, Field, Step, Stopped, Sum, Value, Working
from suluh.sums.numbers import HUNDREDTHS, rounded

_OTHER = ("work", ("other",))
_BEFORE = ("time", ("before",))
_SHORT = ("rate", "got", "short", "pay")
_ENOUGH = ("rate", "got")


def work(working: Working) -> Value:
    """Do the sum."""
    if working.choice("work") == "home":
        raise Stopped("domestic")
    day, size = "", "many"
    if working.choice("time") == "before":
        day, size = working.written("day"), working.choice("size")
    paid = working.choice("paid")
    if paid == "daily":
        return "money", _by_day(working, day, size)
    if paid == "hourly":
        return "money", _by_hour(working, day, size)
    return "money", _by_month(working, day, size, piece=paid == "piece")


def _by_month(working: Working, day: str, size: str, *, piece: bool) -> int:
    got, count = working.amount("got-month"), working.amount("months")
    owed = [_month(working, days.later(day, number) if day else "", size) for number in range(count)]
    if any(not sure for _, sure in owed):
        working.say("size-unsure")
    if piece:
        working.say("piece")
    rates = [rate for rate, _ in owed]
    amounts = []
    while rates:
        rate = rates[0]
        many = next((number for number, other in enumerate(rates) if other != rate), len(rates))
        del rates[:many]
        if rate > got:
            amounts.append((rate - got) * many)
            working.say("month", count=many, rate=rate, got=got, short=rate - got, pay=amounts[-1])
        else:
            working.say("month-enough", count=many, rate=rate, got=got)
    if len(amounts) > 1:
        working.say("together", pay=sum(amounts))
    return sum(amounts)


def _month(working: Working, day: str, size: str) -> tuple[int, bool]:
    """Give the rate of a month, and whether it is sure. Where the size of the employer is not known, the lower."""
    if not day:
        return working.rate("month"), True
    large = working.rate_on("month", day)
    if size == "many":
        return large, True
    small = working.rate_on("month-small", day)
    return (small, True) if size == "few" else (min(small, large), small == large)


def _by_day(working: Working, day: str, size: str) -> int:
    week = working.choice("week")
    rate = _rate(working, "day-six" if week == "unsure" else f"day-{week}", day, size)
    got, count = working.amount("got-day"), working.amount("days")
    if week == "unsure":
        working.say("week-unsure")
    if rate <= got:
        working.say("day-enough", rate=rate, got=got)
        return 0
    working.say("day", count=count, rate=rate, got=got, short=rate - got, pay=(rate - got) * count)
    return (rate - got) * count


def _by_hour(working: Working, day: str, size: str) -> int:
    rate = _rate(working, "hour", day, size)
    got, count = working.amount("got-hour"), working.amount("hours")
    if rate <= got:
        working.say("hour-enough", rate=rate, got=got)
        return 0
    amount = rounded(((rate - got) * count, HUNDREDTHS))
    working.say("hour", hours=count, rate=rate, got=got, short=rate - got, pay=amount)
    return amount


def _rate(working: Working, name: str, day: str, size: str) -> int:
    """Give the rate of a day or an hour. It is not known while small employers had another rate than large ones."""
    if not day:
        return working.rate(name)
    if size != "many" and working.rate_on("month-small", day) != working.rate_on("month", day):
        raise Stopped(UNKNOWN)
    return working.rate_on(name, day)


SUM = Sum(
    fields=(
        Field("work", "choice", ("home", "other")),
        Field("time", "choice", ("now", "before"), (_OTHER,)),
        Field("day", "date", when=(_BEFORE,)),
        Field("size", "choice", ("many", "few", "unsure"), (_BEFORE,)),
        Field("paid", "choice", ("monthly", "daily", "hourly", "piece"), (_OTHER,)),
        Field("got-month", "money", when=(("paid", ("monthly", "piece")),), least=0),
        Field("months", "number", when=(("paid", ("monthly", "piece")),), most=120, begins=1),
        Field("week", "choice", ("six", "five", "four", "unsure"), (("paid", ("daily",)),)),
        Field("got-day", "money", when=(("paid", ("daily",)),), least=0),
        Field("days", "number", when=(("paid", ("daily",)),), most=3660, begins=1),
        Field("got-hour", "money", when=(("paid", ("hourly",)),), least=0),
        Field("hours", "hours", when=(("paid", ("hourly",)),), most=2_000_000),
    ),
    rates=("month", "month-small", "day-six", "day-five", "day-four", "hour"),
    steps=(
        Step("size-unsure"),
        Step("piece"),
        Step("week-unsure"),
        Step("month", ("count", *_SHORT)),
        Step("month-enough", ("count", *_ENOUGH)),
        Step("day", ("count", *_SHORT)),
        Step("day-enough", _ENOUGH),
        Step("hour", ("hours", *_SHORT)),
        Step("hour-enough", _ENOUGH),
        Step("together", ("pay",)),
    ),
    stops=("domestic", UNKNOWN, MISSING, IMPOSSIBLE),
    example={"work": "other", "time": "now", "paid": "monthly", "got-month": 150_000, "months": 2},
    work=work,
)
