"""The figures about the directory as a table."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from suluh.emit import figures_file
from suluh.model.figure import Figure, Row
from suluh.model.reading import Reading


def en(text: str) -> Reading:
    return Reading(text, "en", "ltr")


def read(data: bytes) -> list[dict[str, str]]:
    """Read a table as spreadsheets do."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_row_of_each_figure_is_a_line_that_says_what_its_numbers_are_of() -> None:
    rows = (
        Row(en("Legal help"), "60%", 60, "55%", 55, en('Why, "as they say".')),
        Row(en("Food"), "Fewer than 3, not shown"),
    )
    figure = Figure("services", en("What they offer"), (en("Ours (30)"), en("Theirs (32)")), rows)
    assert read(figures_file([figure])) == [
        {
            "figure": "services", "title": "What they offer", "row": "Legal help",
            "of": "Ours (30)", "ours": "60%", "ours_percent": "60",
            "report": "Theirs (32)", "report_value": "55%", "report_percent": "55", "note": 'Why, "as they say".',
        },
        {
            "figure": "services", "title": "What they offer", "row": "Food",
            "of": "Ours (30)", "ours": "Fewer than 3, not shown", "ours_percent": "",
            "report": "Theirs (32)", "report_value": "", "report_percent": "", "note": "",
        },
    ]  # fmt: skip


def test_a_figure_without_a_report_leaves_its_columns_empty() -> None:
    [row] = read(figures_file([Figure("age", en("Age"), (en("Ours"),), (Row(en("Old"), "100%", 100),))]))
    assert (row["of"], row["ours_percent"], row["report"], row["report_value"]) == ("Ours", "100", "", "")


def test_without_figures_only_the_names_of_the_columns_stand() -> None:
    assert figures_file(()).decode("utf-8-sig").count("\n") == 1


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), min_size=1))
def test_any_text_is_read_back_as_it_was(texts: list[str]) -> None:
    figure = Figure("one", en("One"), (en("Ours"),), tuple(Row(en(text), text) for text in texts))
    assert [(row["row"], row["ours"]) for row in read(figures_file([figure]))] == [(text, text) for text in texts]
