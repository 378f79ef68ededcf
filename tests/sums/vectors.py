"""Cases worked out by hand: what is answered, what the law says in words, and each value that must be said.

Money is in sen; hours, times and parts are in hundredths. The rates are those of a country that could be any.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from suluh.sums.base import Answers, Periods

Steps = tuple[tuple[str, Mapping[str, int]], ...]

NOW = "2023-01-01"
RATES: Mapping[str, Mapping[str, Periods]] = {
    "work-pay": {
        "divisor": ((NOW, 26),), "limit": ((NOW, 400_000),), "longest": ((NOW, 9),), "overtime": ((NOW, 15),),
        "rest-half-monthly": ((NOW, 5),), "rest-full-monthly": ((NOW, 10),), "rest-half": ((NOW, 10),),
        "rest-full": ((NOW, 20),), "rest-beyond": ((NOW, 20),), "holiday": ((NOW, 20),), "holiday-beyond": ((NOW, 30),),
    },
    "minimum-wage": {
        "month": (("2022-05-01", 150_000), ("2025-02-01", 170_000), ("2025-08-01", 170_000)),
        "month-small": (("2023-07-01", 150_000), ("2025-08-01", 170_000)),
        "day-six": (("2025-02-01", 6538),), "day-five": (("2025-02-01", 7846),), "day-four": (("2025-02-01", 9808),),
        "hour": (("2025-02-01", 872),),
    },
    "ending": {
        "first-step": ((NOW, 2),), "second-step": ((NOW, 5),), "home-days": ((NOW, 14),), "weeks-short": ((NOW, 4),),
        "weeks-middle": ((NOW, 6),), "weeks-long": ((NOW, 8),), "months": ((NOW, 12),), "days-short": ((NOW, 10),),
        "days-middle": ((NOW, 15),), "days-long": ((NOW, 20),), "limit": ((NOW, 400_000),), "divisor": ((NOW, 26),),
    },
    "leave": {
        "first-step": ((NOW, 2),), "second-step": ((NOW, 5),), "annual-short": ((NOW, 8),),
        "annual-middle": ((NOW, 12),), "annual-long": ((NOW, 16),), "sick-short": ((NOW, 14),),
        "sick-middle": ((NOW, 18),), "sick-long": ((NOW, 22),), "hospital": ((NOW, 60),),
    },
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A case; `answers` are those that differ from the usual ones of its sum."""

    sum: str
    name: str
    answers: Answers
    steps: Steps = ()
    total: int | None = None
    stop: str = ""
    without: tuple[str, ...] = field(default=())

    @property
    def given(self) -> Answers:
        """All answers of the case."""
        return {key: value for key, value in {**USUAL[self.sum], **self.answers}.items() if key not in self.without}


USUAL: Mapping[str, Answers] = {
    # 1,700.00 a month is 1,700.00 ÷ 26 = 65.384615… a day, and with 8 hours a day 65.384615… ÷ 8 = 8.173076… an hour.
    "work-pay": {
        "work": "manual", "paid": "monthly", "monthly": 170_000, "hours": 800, "day": "normal", "done": 1000,
        "count": 1,
    },
    "minimum-wage": {"work": "other", "time": "now", "paid": "monthly", "got-month": 150_000, "months": 1},
    # 2,080.00 ÷ 26 = 80.00 a day
    "ending": {
        "work": "manual", "how": "employer", "start": "2023-01-01", "end": "2026-03-31", "paid": "monthly",
        "monthly": 208_000,
    },
    "leave": {"work": "other", "start": "2026-01-01", "end": "2026-06-30"},
}  # fmt: skip

DAY: Steps = (("day-monthly", {"wage": 170_000, "divisor": 26, "day": 6538}),)
HOUR: Steps = (*DAY, ("hour", {"day": 6538, "hours": 800, "hour": 817}))
DAILY: Steps = (("day-daily", {"day": 7000}),)
DAILY_HOUR: Steps = (*DAILY, ("hour", {"day": 7000, "hours": 800, "hour": 875}))
DAILY_PAID: Answers = {"paid": "daily", "daily": 7000}
EIGHTY: Steps = (("day-monthly", {"wage": 208_000, "divisor": 26, "day": 8000}),)


def extra(over: int, tenths: int, hour: int, pay: int) -> Mapping[str, int]:
    """Values of a step on hours beyond the normal ones."""
    return {"over": over, "times": tenths * 10, "hour": hour, "pay": pay}


def part(done: int, tenths: int, day: int, pay: int) -> Mapping[str, int]:
    """Values of a step on work on a rest day."""
    return {"done": done, "part": tenths * 10, "day": day, "pay": pay}


def holiday(day: int, pay: int) -> tuple[str, Mapping[str, int]]:
    """Two days' pay for work on a public holiday."""
    return "holiday", {"part": 200, "day": day, "pay": pay}


def served(years: int, left: int, weeks: int) -> Steps:
    """Service and notice."""
    return ("service", {"years": years, "days": left}), ("notice", {"weeks": weeks})


def benefits(years: int, each: int, day: int, pay: int) -> Steps:
    """Days of wages for each year, and what they come to."""
    due = years * each
    return ("days", {"years": years, "each": each, "due": due}), ("benefits", {"due": due, "day": day, "pay": pay})


def month(count: int, rate: int, got: int, pay: int) -> tuple[str, Mapping[str, int]]:
    """Months in which less was paid than the rate."""
    return "month", {"count": count, "rate": rate, "got": got, "short": rate - got, "pay": pay}


WORK_PAY = (
    # Overtime on a normal day: at least one and a half times the hourly rate.
    Case("work-pay", "two hours more: 2 × 1.5 × 8.173076… = 24.519… = 24.52", {},
         (*HOUR, ("overtime", extra(200, 15, 817, 2452))), 2452),
    Case("work-pay", "three hours more on 26 days: 3 × 1.5 × 8.173076… = 36.778… = 36.78, and 26 × 36.78 = 956.28",
         {"done": 1100, "count": 26},
         (*HOUR, ("overtime", extra(300, 15, 817, 3678)), ("count", {"pay": 3678, "count": 26, "total": 95_628})),
         95_628),
    Case("work-pay", "exactly the normal hours: there is no overtime", {"done": 800},
         (*DAY, ("none", {"hours": 800, "done": 800})), 0),
    Case("work-pay", "less than the normal hours: there is no overtime", {"done": 750},
         (*DAY, ("none", {"hours": 800, "done": 750})), 0),
    Case("work-pay", "a quarter of an hour more: 0.25 × 1.5 × 8.173076… = 3.064… = 3.06", {"done": 825},
         (*HOUR, ("overtime", extra(25, 15, 817, 306))), 306),
    Case("work-pay", "paid by the hour: 2 × 1.5 × 8.72 = 26.16", {"paid": "hourly", "hourly": 872},
         (("day-hourly", {"hour": 872, "hours": 800, "day": 6976}), ("overtime", extra(200, 15, 872, 2616))), 2616),
    Case("work-pay", "half a sen goes up: 1 × 1.5 × 3.33 = 4.995 = 5.00",
         {"paid": "hourly", "hourly": 333, "done": 900},
         (("day-hourly", {"hour": 333, "hours": 800, "day": 2664}), ("overtime", extra(100, 15, 333, 500))), 500),
    Case("work-pay", "half a sen of the day's pay goes up: 26.13 ÷ 26 = 1.005 = 1.01; one whole day of it is 1.01",
         {"monthly": 2613, "day": "rest", "done": 800},
         (("day-monthly", {"wage": 2613, "divisor": 26, "day": 101}), ("rest-full", part(800, 10, 101, 101))), 101),
    Case("work-pay", "the hour is not rounded before: 12 × 1.5 × (1,000.00 ÷ 26 ÷ 8 = 4.807692…) = 86.54",
         {"monthly": 100_000, "done": 2000},
         (("day-monthly", {"wage": 100_000, "divisor": 26, "day": 3846}),
          ("hour", {"day": 3846, "hours": 800, "hour": 481}), ("overtime", extra(1200, 15, 481, 8654))), 8654),
    # A rest day, paid by the month: up to half the normal hours half a day's pay, up to the normal hours a day's pay,
    # beyond them twice the hourly rate.
    Case("work-pay", "a rest day, exactly half of the hours: 0.5 × 65.384615… = 32.692… = 32.69",
         {"day": "rest", "done": 400}, (*DAY, ("rest-half", part(400, 5, 6538, 3269))), 3269),
    Case("work-pay", "a rest day, a little more than half: one day's pay, 65.38", {"day": "rest", "done": 401},
         (*DAY, ("rest-full", part(401, 10, 6538, 6538))), 6538),
    Case("work-pay", "a rest day, exactly the normal hours: one day's pay, 65.38", {"day": "rest", "done": 800},
         (*DAY, ("rest-full", part(800, 10, 6538, 6538))), 6538),
    Case("work-pay", "a rest day, two hours beyond: 65.38 + 2 × 2 × 8.173076… = 32.69 make 98.07",
         {"day": "rest", "done": 1000},
         (*HOUR, ("rest-full", part(800, 10, 6538, 6538)), ("rest-beyond", extra(200, 20, 817, 3269)),
          ("together", {"pay": 9807})), 9807),
    Case("work-pay", "four such rest days: 4 × 98.07 = 392.28", {"day": "rest", "done": 1000, "count": 4},
         (*HOUR, ("rest-full", part(800, 10, 6538, 6538)), ("rest-beyond", extra(200, 20, 817, 3269)),
          ("together", {"pay": 9807}), ("count", {"pay": 9807, "count": 4, "total": 39_228})), 39_228),
    Case("work-pay", "a rest day with 7.5 normal hours, half of which are 3.75", {
        "day": "rest", "hours": 750, "done": 375}, (*DAY, ("rest-half", part(375, 5, 6538, 3269))), 3269),
    # A rest day, paid by the day or the hour: one day's pay, two days' pay, beyond them twice the hourly rate.
    Case("work-pay", "paid by the day, half a rest day: one day's pay, 70.00",
         {**DAILY_PAID, "day": "rest", "done": 400}, (*DAILY, ("rest-half", part(400, 10, 7000, 7000))), 7000),
    Case("work-pay", "paid by the day, a whole rest day: two days' pay, 140.00",
         {**DAILY_PAID, "day": "rest", "done": 800}, (*DAILY, ("rest-full", part(800, 20, 7000, 14_000))), 14_000),
    Case("work-pay", "paid by the day, ten hours: 140.00 + 2 × 2 × 8.75 = 35.00 make 175.00",
         {**DAILY_PAID, "day": "rest", "done": 1000},
         (*DAILY_HOUR, ("rest-full", part(800, 20, 7000, 14_000)), ("rest-beyond", extra(200, 20, 875, 3500)),
          ("together", {"pay": 17_500})), 17_500),
    Case("work-pay", "paid by the hour, a whole rest day: 8 × 8.72 = 69.76, and 2 × 69.76 = 139.52",
         {"paid": "hourly", "hourly": 872, "day": "rest", "done": 800},
         (("day-hourly", {"hour": 872, "hours": 800, "day": 6976}), ("rest-full", part(800, 20, 6976, 13_952))),
         13_952),
    # A public holiday: the pay for the holiday and two days' pay; beyond normal hours three times the hourly rate.
    Case("work-pay", "a holiday, paid by the month: 2 × 65.384615… = 130.769… = 130.77",
         {"day": "holiday", "done": 800}, (*DAY, ("holiday-monthly", {}), holiday(6538, 13_077)), 13_077),
    Case("work-pay", "two hours of a holiday are paid like all of it", {"day": "holiday", "done": 200},
         (*DAY, ("holiday-monthly", {}), holiday(6538, 13_077)), 13_077),
    Case("work-pay", "eleven hours of a holiday: 130.77 + 3 × 3 × 8.173076… = 73.56 make 204.33",
         {"day": "holiday", "done": 1100},
         (*HOUR, ("holiday-monthly", {}), holiday(6538, 13_077), ("holiday-beyond", extra(300, 30, 817, 7356)),
          ("together", {"pay": 20_433})), 20_433),
    Case("work-pay", "a holiday, paid by the day: 70.00 + 2 × 70.00 = 210.00",
         {**DAILY_PAID, "day": "holiday", "done": 800},
         (*DAILY, ("holiday-own", {"day": 7000}), holiday(7000, 14_000), ("together", {"pay": 21_000})), 21_000),
    Case("work-pay", "a holiday, paid by the hour, one hour beyond: 80.00 + 160.00 + 1 × 3 × 10.00 = 270.00",
         {"paid": "hourly", "hourly": 1000, "day": "holiday", "done": 900},
         (("day-hourly", {"hour": 1000, "hours": 800, "day": 8000}), ("holiday-own", {"day": 8000}),
          holiday(8000, 16_000), ("holiday-beyond", extra(100, 30, 1000, 3000)), ("together", {"pay": 27_000})),
         27_000),
    Case("work-pay", "a holiday, paid by the piece: 1,820.00 in 26 days are 70.00 a day; 70.00 + 140.00 = 210.00",
         {"paid": "piece", "earned": 182_000, "worked": 26, "day": "holiday", "done": 800},
         (("day-piece", {"earned": 182_000, "worked": 26, "day": 7000}), ("holiday-own", {"day": 7000}),
          holiday(7000, 14_000), ("together", {"pay": 21_000})), 21_000),
    # Over a wage of 4,000.00 a month this pay is a right of manual workers, drivers and the like alone.
    Case("work-pay", "exactly 4,000.00 is not over 4,000.00: 2 × 1.5 × (4,000.00 ÷ 26 ÷ 8 = 19.230769…) = 57.69",
         {"work": "other", "monthly": 400_000},
         (("day-monthly", {"wage": 400_000, "divisor": 26, "day": 15_385}),
          ("hour", {"day": 15_385, "hours": 800, "hour": 1923}), ("overtime", extra(200, 15, 1923, 5769))), 5769),
    Case("work-pay", "one sen over 4,000.00", {"work": "other", "monthly": 400_001}, stop="over-limit"),
    Case("work-pay", "one sen over 4,000.00 and not sure of the work", {"work": "unsure", "monthly": 400_001},
         stop="over-limit-unsure"),
    Case("work-pay", "over 4,000.00 with manual work: 2 × 1.5 × (6,000.00 ÷ 26 ÷ 8 = 28.846153…) = 86.54",
         {"monthly": 600_000},
         (("day-monthly", {"wage": 600_000, "divisor": 26, "day": 23_077}),
          ("hour", {"day": 23_077, "hours": 800, "hour": 2885}), ("overtime", extra(200, 15, 2885, 8654))), 8654),
    Case("work-pay", "paid by the day and over the limit in a month", {"work": "other", **DAILY_PAID, "earn": "over"},
         stop="over-limit"),
    Case("work-pay", "paid by the day and not sure of the month: 2 × 1.5 × 8.75 = 26.25, if the right is there",
         {"work": "other", **DAILY_PAID, "earn": "unsure"},
         (("limit-unsure", {}), *DAILY_HOUR, ("overtime", extra(200, 15, 875, 2625))), 2625),
    Case("work-pay", "domestic workers are left out", {"work": "home"}, stop="domestic"),
    Case("work-pay", "they need not answer more", {"work": "home"}, stop="domestic",
         without=("paid", "monthly", "hours", "day", "done", "count")),
    Case("work-pay", "nine normal hours may be agreed: 1 × 1.5 × (65.384615… ÷ 9 = 7.264957…) = 10.90", {"hours": 900},
         (*DAY, ("hour", {"day": 6538, "hours": 900, "hour": 726}), ("overtime", extra(100, 15, 726, 1090))), 1090),
    Case("work-pay", "more than nine may not", {"hours": 901}, stop="long-day"),
    Case("work-pay", "a day has 24 hours, and so have normal hours", {"hours": 2401}, stop="impossible"),
    Case("work-pay", "a day has 24 hours, and so has work", {"done": 2401}, stop="impossible"),
    Case("work-pay", "no wage at all is another matter", {"monthly": 0}, stop="impossible"),
    Case("work-pay", "an answer that none of the options is", {"paid": "weekly"}, stop="impossible"),
    Case("work-pay", "an answer is missing", {}, stop="missing", without=("hours",)),
)  # fmt: skip

MINIMUM_WAGE = (
    # 1,700.00 a month for all since 1 August 2025; for five or more workers since 1 February 2025, 1,500.00 before.
    Case("minimum-wage", "200.00 short", {}, (month(1, 170_000, 150_000, 20_000),), 20_000),
    Case("minimum-wage", "exactly the minimum", {"got-month": 170_000},
         (("month-enough", {"count": 1, "rate": 170_000, "got": 170_000}),), 0),
    Case("minimum-wage", "one sen short in each of twelve months", {"got-month": 169_999, "months": 12},
         (month(12, 170_000, 169_999, 12),), 12),
    Case("minimum-wage", "nothing was paid at all", {"got-month": 0}, (month(1, 170_000, 0, 170_000),), 170_000),
    Case("minimum-wage", "a small employer on 1 August 2025",
         {"time": "before", "day": "2025-08-01", "size": "few"}, (month(1, 170_000, 150_000, 20_000),), 20_000),
    Case("minimum-wage", "a small employer the day before",
         {"time": "before", "day": "2025-07-31", "size": "few"},
         (("month-enough", {"count": 1, "rate": 150_000, "got": 150_000}),), 0),
    Case("minimum-wage", "a large employer the day before",
         {"time": "before", "day": "2025-07-31", "size": "many"}, (month(1, 170_000, 150_000, 20_000),), 20_000),
    Case("minimum-wage", "an employer of unknown size the day before: the lower one, 1,500.00 − 1,400.00",
         {"time": "before", "day": "2025-07-31", "size": "unsure", "got-month": 140_000},
         (("size-unsure", {}), month(1, 150_000, 140_000, 10_000)), 10_000),
    Case("minimum-wage", "an employer of unknown size while there was one rate for all",
         {"time": "before", "day": "2024-03-01", "size": "unsure", "got-month": 140_000},
         (month(1, 150_000, 140_000, 10_000),), 10_000),
    Case("minimum-wage", "three months from June 2025 at a small employer: 2 × 100.00 + 1 × 300.00 = 500.00",
         {"time": "before", "day": "2025-06-01", "size": "few", "got-month": 140_000, "months": 3},
         (month(2, 150_000, 140_000, 20_000), month(1, 170_000, 140_000, 30_000), ("together", {"pay": 50_000})),
         50_000),
    Case("minimum-wage", "two months from 31 January 2025: the second begins after the new rate",
         {"time": "before", "day": "2025-01-31", "size": "many", "months": 2},
         (("month-enough", {"count": 1, "rate": 150_000, "got": 150_000}), month(1, 170_000, 150_000, 20_000)),
         20_000),
    Case("minimum-wage", "the first day that is known",
         {"time": "before", "day": "2022-05-01", "size": "many", "got-month": 120_000},
         (month(1, 150_000, 120_000, 30_000),), 30_000),
    Case("minimum-wage", "the day before the first", {"time": "before", "day": "2022-04-30", "size": "many"},
         stop="before-known"),
    Case("minimum-wage", "a small employer before its first day",
         {"time": "before", "day": "2023-06-30", "size": "few"}, stop="before-known"),
    Case("minimum-wage", "nobody knows the size before that day",
         {"time": "before", "day": "2023-06-30", "size": "unsure"}, stop="before-known"),
    # 65.38 a day with six days a week, 78.46 with five, 98.08 with four; 8.72 an hour.
    Case("minimum-wage", "26 days of 60.00 in weeks of six: 26 × 5.38 = 139.88",
         {"paid": "daily", "week": "six", "got-day": 6000, "days": 26},
         (("day", {"count": 26, "rate": 6538, "got": 6000, "short": 538, "pay": 13_988}),), 13_988),
    Case("minimum-wage", "20 days of 60.00 in weeks of five: 20 × 18.46 = 369.20",
         {"paid": "daily", "week": "five", "got-day": 6000, "days": 20},
         (("day", {"count": 20, "rate": 7846, "got": 6000, "short": 1846, "pay": 36_920}),), 36_920),
    Case("minimum-wage", "weeks of four: 98.08 is enough",
         {"paid": "daily", "week": "four", "got-day": 9808, "days": 20},
         (("day-enough", {"rate": 9808, "got": 9808}),), 0),
    Case("minimum-wage", "not sure of the week: the lowest, 10 × 5.38 = 53.80",
         {"paid": "daily", "week": "unsure", "got-day": 6000, "days": 10},
         (("week-unsure", {}), ("day", {"count": 10, "rate": 6538, "got": 6000, "short": 538, "pay": 5380})), 5380),
    Case("minimum-wage", "100.5 hours of 7.00: 100.5 × 1.72 = 172.86",
         {"paid": "hourly", "got-hour": 700, "hours": 10_050},
         (("hour", {"hours": 10_050, "rate": 872, "got": 700, "short": 172, "pay": 17_286}),), 17_286),
    Case("minimum-wage", "half a sen goes up: 0.5 × 0.01 = 0.005 = 0.01",
         {"paid": "hourly", "got-hour": 871, "hours": 50},
         (("hour", {"hours": 50, "rate": 872, "got": 871, "short": 1, "pay": 1}),), 1),
    Case("minimum-wage", "an hour's rate for all", {"paid": "hourly", "got-hour": 900, "hours": 100},
         (("hour-enough", {"rate": 872, "got": 900}),), 0),
    Case("minimum-wage", "a day's rate at a large employer in March 2025",
         {"time": "before", "day": "2025-03-01", "size": "many", "paid": "daily", "week": "six", "got-day": 6000,
          "days": 1},
         (("day", {"count": 1, "rate": 6538, "got": 6000, "short": 538, "pay": 538}),), 538),
    Case("minimum-wage", "a day's rate at a small employer in March 2025 is not known",
         {"time": "before", "day": "2025-03-01", "size": "few", "paid": "daily", "week": "six", "got-day": 6000,
          "days": 1}, stop="before-known"),
    Case("minimum-wage", "an hour's rate in January 2025 is not known",
         {"time": "before", "day": "2025-01-31", "size": "many", "paid": "hourly", "got-hour": 700, "hours": 100},
         stop="before-known"),
    Case("minimum-wage", "by the piece: no less than the month's wage, 2 × 100.00",
         {"paid": "piece", "got-month": 160_000, "months": 2},
         (("piece", {}), month(2, 170_000, 160_000, 20_000)), 20_000),
    Case("minimum-wage", "domestic workers are left out", {"work": "home"}, stop="domestic"),
    Case("minimum-wage", "there is no 29 February 2023", {"time": "before", "day": "2023-02-29", "size": "many"},
         stop="impossible"),
)  # fmt: skip

ENDING = (
    # Notice where the contract is silent: 4 weeks under two years, 6 under five, 8 from five on. Benefits after twelve
    # months: 10, 15 or 20 days' wages for each year.
    Case("ending", "three years and 31 + 28 + 31 days: 3 × 15 = 45 days of 80.00 are 3,600.00", {},
         (*served(3, 90, 6), *EIGHTY, *benefits(3, 15, 8000, 360_000), ("part-year", {"days": 90})), 360_000),
    Case("ending", "exactly two years: 2 × 15 = 30 days of 80.00", {"start": "2024-01-01", "end": "2025-12-31"},
         (*served(2, 0, 6), *EIGHTY, *benefits(2, 15, 8000, 240_000)), 240_000),
    Case("ending", "a day less than two years: 1 × 10 days of 80.00", {"start": "2024-01-01", "end": "2025-12-30"},
         (*served(1, 364, 4), *EIGHTY, *benefits(1, 10, 8000, 80_000), ("part-year", {"days": 364})), 80_000),
    Case("ending", "exactly five years: 5 × 20 = 100 days of 80.00", {"start": "2021-01-01", "end": "2025-12-31"},
         (*served(5, 0, 8), *EIGHTY, *benefits(5, 20, 8000, 800_000)), 800_000),
    Case("ending", "a day less than five years: 4 × 15 = 60 days", {"start": "2021-01-01", "end": "2025-12-30"},
         (*served(4, 364, 6), *EIGHTY, *benefits(4, 15, 8000, 480_000), ("part-year", {"days": 364})), 480_000),
    Case("ending", "exactly twelve months: 10 days", {"start": "2025-01-01", "end": "2025-12-31"},
         (*served(1, 0, 4), *EIGHTY, *benefits(1, 10, 8000, 80_000)), 80_000),
    Case("ending", "a day less than twelve months", {"start": "2025-01-01", "end": "2025-12-30"},
         (*served(0, 364, 4), ("too-short", {"months": 12}))),
    Case("ending", "for which no wage is asked", {"start": "2025-01-01", "end": "2025-12-30"},
         (*served(0, 364, 4), ("too-short", {"months": 12})), without=("paid", "monthly")),
    Case("ending", "from a leap day: the year is whole with 28 February", {"start": "2024-02-29", "end": "2025-02-28"},
         (*served(1, 0, 4), *EIGHTY, *benefits(1, 10, 8000, 80_000)), 80_000),
    Case("ending", "from a leap day: 365 days are no year", {"start": "2024-02-29", "end": "2025-02-27"},
         (*served(0, 365, 4), ("too-short", {"months": 12}))),
    Case("ending", "from a leap day to a leap day: four years and a day", {"start": "2020-02-29", "end": "2024-02-29"},
         (*served(4, 1, 6), *EIGHTY, *benefits(4, 15, 8000, 480_000), ("part-year", {"days": 1})), 480_000),
    Case("ending", "a single day", {"start": "2026-03-31", "end": "2026-03-31"},
         (*served(0, 1, 4), ("too-short", {"months": 12}))),
    Case("ending", "who resigns has notice, but no benefits", {"how": "self"}, (*served(3, 90, 6), ("resigned", {}))),
    Case("ending", "not sure who ended it", {"how": "unsure"}, (*served(3, 90, 6), ("how-unsure", {}))),
    Case("ending", "no benefits for misconduct", {"how": "misconduct"}, stop="misconduct"),
    Case("ending", "domestic workers have 14 days of notice, and no benefits", {"work": "home"},
         (("notice-home", {"days": 14}),)),
    Case("ending", "exactly 4,000.00 a month: 45 × 153.846153… = 6,923.08", {"work": "other", "monthly": 400_000},
         (*served(3, 90, 6), ("day-monthly", {"wage": 400_000, "divisor": 26, "day": 15_385}),
          *benefits(3, 15, 15_385, 692_308), ("part-year", {"days": 90})), 692_308),
    Case("ending", "one sen over 4,000.00", {"work": "other", "monthly": 400_001},
         (*served(3, 90, 6), ("over-limit", {}))),
    Case("ending", "one sen over 4,000.00 and not sure of the work", {"work": "unsure", "monthly": 400_001},
         (*served(3, 90, 6), ("over-limit-unsure", {}))),
    Case("ending", "over 4,000.00 with manual work: 45 × 200.00", {"monthly": 520_000},
         (*served(3, 90, 6), ("day-monthly", {"wage": 520_000, "divisor": 26, "day": 20_000}),
          *benefits(3, 15, 20_000, 900_000), ("part-year", {"days": 90})), 900_000),
    Case("ending", "paid by the day: 45 × 75.50 = 3,397.50", {"paid": "daily", "daily": 7550},
         (*served(3, 90, 6), ("day-daily", {"day": 7550}), *benefits(3, 15, 7550, 339_750),
          ("part-year", {"days": 90})), 339_750),
    Case("ending", "paid by the hour: 45 × (8 × 9.99 = 79.92) = 3,596.40",
         {"paid": "hourly", "hourly": 999, "hours": 800},
         (*served(3, 90, 6), ("day-hourly", {"hour": 999, "hours": 800, "day": 7992}), *benefits(3, 15, 7992, 359_640),
          ("part-year", {"days": 90})), 359_640),
    Case("ending", "by the piece, not sure of the month: 45 × (1,000.00 ÷ 3 = 333.333…) = 15,000.00",
         {"work": "other", "paid": "piece", "earn": "unsure", "earned": 100_000, "worked": 3},
         (*served(3, 90, 6), ("limit-unsure", {}), ("day-piece", {"earned": 100_000, "worked": 3, "day": 33_333}),
          *benefits(3, 15, 33_333, 1_500_000), ("part-year", {"days": 90})), 1_500_000),
    Case("ending", "the last day stands before the first", {"start": "2026-04-01"}, stop="impossible"),
    Case("ending", "there is no 30 February", {"start": "2024-02-30"}, stop="impossible"),
)  # fmt: skip


def leave(years: int, left: int, annual: int, sick: int, *between: tuple[str, Mapping[str, int]]) -> Steps:
    """Service, annual leave, sick leave, and 60 days in hospital."""
    return (
        ("service", {"years": years, "days": left}),
        ("annual", {"days": annual}),
        *between,
        ("sick", {"days": sick}),
        ("hospital", {"days": 60}),
    )


def months(annual: int, count: int, days: int) -> tuple[str, Mapping[str, int]]:
    """A part of a year's leave."""
    return "part", {"days": annual, "months": count, "part": days}


LEAVE = (
    # 8 days a year under two years, 12 under five, 16 from five on, in proportion for part of a year; sick 14, 18, 22.
    Case("leave", "half a year: 8 × 6 ÷ 12 = 4", {}, leave(0, 181, 8, 14, months(8, 6, 400)), 8),
    Case("leave", "five months: 8 × 5 ÷ 12 = 3.333… = 3.33", {"end": "2026-05-31"},
         leave(0, 151, 8, 14, months(8, 5, 333)), 8),
    Case("leave", "exactly two years", {"start": "2024-01-01", "end": "2025-12-31"}, leave(2, 0, 12, 18), 12),
    Case("leave", "a day less than two years: 8 × 11 ÷ 12 = 7.333…", {"start": "2024-01-01", "end": "2025-12-30"},
         leave(1, 364, 8, 14, months(8, 11, 733)), 8),
    Case("leave", "exactly five years", {"start": "2021-01-01", "end": "2025-12-31"}, leave(5, 0, 16, 22), 16),
    Case("leave", "a day less than five years: 12 × 11 ÷ 12 = 11", {"start": "2021-01-01", "end": "2025-12-30"},
         leave(4, 364, 12, 18, months(12, 11, 1100)), 12),
    Case("leave", "ten days of a new year are no month", {"start": "2025-01-01", "end": "2026-01-10"},
         leave(1, 10, 8, 14, ("part-none", {})), 8),
    Case("leave", "from 31 January: a month is whole with 28 February", {"start": "2026-01-31", "end": "2026-02-28"},
         leave(0, 29, 8, 14, months(8, 1, 67)), 8),
    Case("leave", "domestic workers are left out", {"work": "home"}, stop="domestic"),
    Case("leave", "the last day is missing", {}, stop="missing", without=("end",)),
)  # fmt: skip

CASES = (*WORK_PAY, *MINIMUM_WAGE, *ENDING, *LEAVE)
