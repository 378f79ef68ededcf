"""Rules on the reports that our figures are held against."""

from collections.abc import Iterator
from datetime import date

from suluh.model.listing import LEAST
from suluh.model.site import Site
from suluh.problem import Problem, error


def one_report_is_compared(site: Site, today: date) -> Iterator[Problem]:
    """Our figures stand beside those of one report: with two, one could be taken from the other."""
    for name in tuple(site.reports)[1:]:
        yield error(site.place("report", name), "reports/one", "Another report stands above this one.",
                    "Keep the one that our figures shall stand beside.")  # fmt: skip


def reports_add_up(site: Site, today: date) -> Iterator[Problem]:
    """The kinds of a report and those it leaves unnamed are all that it counts, and a share is of a hundred."""
    for name, one in site.reports.items():
        counted = sum(kind.count for kind in one.kinds)
        if one.kinds and counted != one.named:
            yield error(site.place("report", name, "kinds"), "reports/sum",
                        f"These kinds are {counted} organisations, and the report names {one.named}.",
                        "Read the report again, and correct 'organisations', 'unnamed' or a kind.")  # fmt: skip
        for index, row in enumerate(one.services):
            if not 0 <= row.percent <= 100:
                yield error(site.place("report", name, "services", index, "percent"), "reports/percent",
                            f"{row.percent} is not a part of a hundred.", "Write a number from 0 to 100.")  # fmt: skip


def reports_single_nobody_out(site: Site, today: date) -> Iterator[Problem]:
    """A kind of which a report counts very few is not written down."""
    for name, one in site.reports.items():
        for index, row in enumerate(one.kinds):
            if row.count < LEAST:
                yield error(site.place("report", name, "kinds", index, "count"), "reports/small",
                            f"So few could be found out: {row.count}.",
                            f"Leave out 'kinds': none of them may be under {LEAST}.")  # fmt: skip
