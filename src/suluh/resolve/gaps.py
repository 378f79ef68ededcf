"""Figures about the directory, for organisers and funders. None of them tells of fewer than `LEAST` organisations.

What is counted of the organisations of a report stands beside what the report says, since it is known already. All
else is rounded, so far that nobody can take one figure from another and find the few that have come since.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import get_args

from suluh.model.figure import Figure, Row
from suluh.model.listing import LEAST, Listing
from suluh.model.organisation import OFFICES, Kind
from suluh.model.reading import Part, Reading
from suluh.model.report import Report
from suluh.resolve.pages import Pages

STEPS = (5, 10, 20, 25, 50)
"""What shares of the whole directory may be rounded to: to the first that stands for `LEAST` organisations or more."""

Columns = tuple[Reading, ...]
Drawn = tuple[Columns, Sequence[Row]]
Cell = tuple[tuple[str, ...], int]
"""What is counted together, and how many there are."""


def figures(pages: Pages, parts: Iterable[Part]) -> tuple[Figure, ...]:
    """Draw a figure for each section that is named like one."""
    counted = _Counted(pages)
    drawn = ((part, *_FIGURES[part.id](counted)) for part in parts if part.id in _FIGURES)
    return tuple(Figure(part.id, part.headline, columns, tuple(rows)) for part, columns, rows in drawn if rows)


def apart(counts: Mapping[str, int]) -> list[Cell]:
    """Put together what too few share, and with it the next fewest until they are enough."""
    kept = {key: count for key, count in counts.items() if count >= LEAST}
    few = {key: count for key, count in counts.items() if 0 < count < LEAST}
    while kept and 0 < sum(few.values()) < LEAST:
        least = min(kept, key=kept.__getitem__)
        few[least] = kept.pop(least)
    rest = [(tuple(key for key in counts if key in few), sum(few.values()))] if few else []
    return [*(((key,), count) for key, count in kept.items()), *rest]


def in_spans(counts: Mapping[str, int]) -> list[Cell]:
    """Join a span of time that too few share with the one after it, or with the one before it."""
    cells: list[Cell] = [((key,), count) for key, count in counts.items() if count]
    while len(cells) > 1 and any(count < LEAST for _, count in cells):
        small = next(at for at, (_, count) in enumerate(cells) if count < LEAST)
        first = min(small, len(cells) - 2)
        (before, some), (after, others) = cells[first : first + 2]
        cells[first : first + 2] = [((*before, *after), some + others)]
    return cells


def rounded(count: int, of: int) -> int | None:
    """Round a share to a step that stands for `LEAST` or more; nothing, where there are too few for that."""
    step = next((step for step in STEPS if step * of >= 100 * LEAST), None)
    if step is None:
        return None
    return 100 if count == of else min(max(step * _nearest(100 * count / of / step), step), 100 - step)


class _Counted:
    """What is counted of what may be shown: of the organisations that a report names, and of all."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.all = tuple(pages.site.public.values())
        self.report: Report | None = next(iter(pages.site.reports.values()), None)
        self.named = tuple(one for one in self.all if self.report is not None and _named(one, self.report))

    def kinds(self) -> Drawn:
        """Count by kind those that a report names, unless our numbers would tell which few are missing."""
        report, pages = self.report, self.pages
        if report is None or not report.kinds:
            return self.directory()
        counts = Counter(one.kind for one in self.named)
        told = all(_tells_nothing(counts[row.kind], row.count) for row in report.kinds)
        rows = [
            Row(
                label=self._kind(row.kind),
                value=str(counts[row.kind]) if told else "",
                share=_percent(counts[row.kind], len(self.named)) if told else None,
                report=str(row.count),
                report_share=_percent(row.count, report.organisations),
            )
            for row in report.kinds
        ]
        if report.unnamed:
            share = _percent(report.unnamed.count, report.organisations)
            rows.append(Row(pages.read(report.unnamed.name), report=str(report.unnamed.count), report_share=share))
        return self._beside(report), rows

    def directory(self) -> Drawn:
        """Share out all that are listed, by kind, unless so few have come since the report that they could be told."""
        if self.named and 0 < len(self.all) - len(self.named) < LEAST:
            return (), ()
        counts = Counter(one.kind for one in self.all)
        cells = apart({kind: counts[kind] for kind in get_args(Kind)})
        return (self.pages.word("figure-share"),), self._shares(cells, self._kind) if len(cells) > 1 else ()

    def freshness(self) -> Drawn:
        """Share out all that are listed, by how old what is known of them is."""
        counts = Counter(_age(one, self.pages.today) for one in self.all)
        cells = in_spans({age: counts[age] for age in ("year", "three", "older")})
        return (self.pages.word("figure-share"),), self._shares(cells, lambda age: self.pages.word(f"age-{age}"))

    def services(self) -> Drawn:
        """Tell how many in a hundred offer each kind of help."""
        report, pages = self.report, self.pages
        if report is None or not report.services:
            found = [self._offering(self.all, (key,), pages.read(one.name)) for key, one in pages.site.services.items()]
            return (pages.word("figure-share"),), [row for row in found if row is not None]
        if len(self.named) < LEAST:
            return (), ()
        told = {key for row in report.services for key in (row.service, *row.also)}
        beside = [self._of_named(row.service, *row.also, report=row.percent, note=row.note) for row in report.services]
        return self._beside(report), [*beside, *(self._of_named(key) for key in pages.site.services if key not in told)]

    def places(self) -> Drawn:
        """Tell of each place whether somebody is based there, never how many. Public offices are everywhere."""
        pages, report = self.pages, self.report
        based = {one.base for one in self.all if one.kind not in OFFICES}
        without = report.places.without if report else ()
        beside = (self._beside(report)[1],) if report and without else ()
        rows = [
            Row(
                label=pages.read(one.name),
                value=pages.word("figure-yes" if key in based else "figure-no").text,
                holds=key in based,
                report=pages.word("figure-no").text if key in without else "",
            )
            for key, one in pages.site.places.items()
        ]
        return (pages.word("map-somebody"), *beside), rows

    def _beside(self, report: Report) -> Columns:
        """Head the two columns. How many are ours is said only when none of those that the report names is missing."""
        ours, theirs = self.pages.word("figure-share"), self.pages.word("figure-report")
        whole = len(self.named) == report.named
        counted = f"{ours.text} ({len(self.named)})" if whole else ours.text
        own = self.pages.choosing.own_text
        return own(counted), own(f"{theirs.text} ({report.organisations})")

    def _of_named(self, *services: str, report: int | None = None, note: Mapping[str, str] | None = None) -> Row:
        """Count those of a report that offer any of some kinds of help."""
        pages = self.pages
        count = _offer(self.named, services)
        share = _percent(count, len(self.named)) if count >= LEAST else None
        return Row(
            label=pages.read(pages.site.services[services[0]].name),
            value=pages.word("figure-few").text if share is None else f"{share}%",
            share=share,
            report="" if report is None else f"{report}%",
            report_share=report,
            note=pages.choosing.maybe(note),
        )

    def _offering(self, of: Sequence[Listing], services: Sequence[str], label: Reading) -> Row | None:
        count = _offer(of, services)
        share = rounded(count, len(of))
        if share is None:
            return None
        few = count < LEAST
        return Row(label, self.pages.word("figure-few").text if few else f"{share}%", None if few else share)

    def _shares(self, cells: Sequence[Cell], said: Callable[[str], Reading]) -> Sequence[Row]:
        total, own = sum(count for _, count in cells), self.pages.choosing.own_text
        found = [(own(" · ".join(said(key).text for key in keys)), rounded(count, total)) for keys, count in cells]
        return [Row(label, f"{share}%", share) for label, share in found if share is not None]

    def _kind(self, kind: str) -> Reading:
        return self.pages.word(f"kind-{kind}")


_FIGURES: Mapping[str, Callable[[_Counted], Drawn]] = {
    "kinds": _Counted.kinds,
    "services": _Counted.services,
    "places": _Counted.places,
    "directory": _Counted.directory,
    "freshness": _Counted.freshness,
}
"""Who draws a figure, by the id of the section it stands below."""


def _named(one: Listing, report: Report) -> bool:
    """Tell whether a report names an organisation, and counts it."""
    kinds = {row.kind for row in report.kinds}
    return one.source.id == report.id and (not kinds or one.kind in kinds)


def _tells_nothing(ours: int, theirs: int) -> bool:
    """Tell whether two numbers of one thing may stand side by side: nobody can find the one or two between them."""
    return ours >= LEAST and not 0 < abs(theirs - ours) < LEAST


def _offer(of: Iterable[Listing], services: Sequence[str]) -> int:
    return sum(not set(services).isdisjoint(one.services) for one in of)


def _age(one: Listing, today: date) -> str:
    """Tell how old what is known of an entry is: since somebody checked it, or at most since its source."""
    known = one.verification.on or date.fromisoformat(f"{one.source.dated}-01-01"[:10])
    days = (today - known).days
    return "year" if days <= 365 else "three" if days <= 3 * 365 + 1 else "older"


def _percent(count: int, of: int) -> int:
    return _nearest(100 * count / of) if of else 0


def _nearest(value: float) -> int:
    return int(value + 0.5)
