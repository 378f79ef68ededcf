"""The figures about the directory as a table, for those who calculate with them."""

import csv
import io
from collections.abc import Iterable

from suluh.model.figure import Figure
from suluh.model.reading import Reading

HEAD = ("figure", "title", "row", "of", "ours", "ours_percent", "report", "report_value", "report_percent", "note")
"""The names of the columns are the same in every language, so that one program reads them all."""

_NOTHING = Reading("", "", "")


def figures_file(figures: Iterable[Figure]) -> bytes:
    """Write all figures of a page as CSV. It begins with the mark by which spreadsheets know UTF-8."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(HEAD)
    for figure in figures:
        ours, report = [column.text for column in (*figure.columns, _NOTHING)][:2]
        for row in figure.rows:
            writer.writerow((
                *(figure.id, figure.title.text, row.label.text),
                *(ours, row.value, _number(row.share)),
                *(report, row.report, _number(row.report_share)),
                row.note.text if row.note else "",
            ))  # fmt: skip
    return table.getvalue().encode("utf-8-sig")


def _number(share: int | None) -> str:
    return "" if share is None else str(share)
