"""Figures as they are drawn, written in a table, and downloaded. Whoever makes one has left out what is too small."""

from dataclasses import dataclass

from suluh.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a figure: ours, and beside it what a report says.

    `share` and `report_share` are in a hundred, where there is something to draw; `holds` stands for yes or no.
    """

    label: Reading
    value: str = ""
    share: int | None = None
    report: str = ""
    report_share: int | None = None
    note: Reading | None = None
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure. It stands below the section of the same id, and has a column for ours and maybe one for a report's."""

    id: str
    title: Reading
    columns: tuple[Reading, ...]
    rows: tuple[Row, ...]
