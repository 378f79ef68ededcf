"""Texts for translators, read by the programs that they use."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT
from translate.storage.po import pofile
from translate.storage.xliff import xlifffile

from suluh.emit import po_file, xliff_file
from suluh.load import read_returned
from suluh.model.translating import Piece, Sheet
from suluh.model.translation import Original, digest
from suluh.pipeline import Order, sheet
from suluh.problem import Place
from suluh.render import todo_page

FORMS = {"po": po_file, "xlf": xliff_file}
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], include_characters="\n\t"), min_size=1
)
KEPT = TEXT.map(str.strip).filter(bool)
PIECE = st.builds(
    lambda key, source, text, state: Piece(
        Original(key, source), text if state != "missing" else "", state, Place("x")
    ),
    st.from_regex(r"[a-z]{1,8}(\.yml)?#[a-z.]{1,8}", fullmatch=True),
    KEPT,
    KEPT,
    st.sampled_from(["missing", "machine", "reviewed", "stale-material"]),
)


def sheet_of(pieces: list[Piece]) -> Sheet:
    return Sheet("my", "မြန်မာ", "ltr", "en", tuple(pieces), "Suluh")


@given(pieces=st.lists(PIECE, min_size=1, max_size=5, unique_by=lambda one: one.key))
@settings(max_examples=150)
@pytest.mark.parametrize("ending", FORMS)
def test_whatever_goes_out_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, ending: str, pieces: list[Piece]
) -> None:
    path = tmp_path_factory.mktemp("out") / f"my.{ending}"
    path.write_bytes(FORMS[ending](sheet_of(pieces)))
    back = read_returned(path)
    assert (back.code, back.problems) == ("my", ())
    assert [(one.key, one.source, one.text, one.before) for one in back.pieces] == [
        (one.key, one.original.text, one.text, digest(one.text) if one.text else "") for one in pieces
    ]
    assert [one.sure for one in back.pieces if one.text] == [one.state == "reviewed" for one in pieces if one.text]


@pytest.fixture(scope="module")
def whole() -> Sheet:
    """All texts of the flagship in Urdu."""
    made, problems, unknown = sheet(Order(ROOT, ROOT / "site", date(2026, 11, 28)), "ur", every=True)
    assert (problems, unknown) == ((), "")
    assert made is not None
    return made


def test_gettext_takes_the_po_file_of_the_whole_site(whole: Sheet, tmp_path: Path) -> None:
    (tmp_path / "ur.po").write_bytes(po_file(whole))
    words = ["msgfmt", "--check", "--output-file=/dev/null", "ur.po"]
    done = subprocess.run(words, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr


def test_other_programs_read_the_whole_site_from_po_and_xliff(whole: Sheet) -> None:
    keys = [piece.key for piece in whole.pieces]
    po = pofile.parsestring(po_file(whole))
    assert [unit.getcontext() for unit in po.units if not unit.isheader()] == keys
    xliff = xlifffile.parsestring(xliff_file(whole))
    assert [unit.getid().rpartition("\x04")[2] for unit in xliff.units] == keys
    assert [str(unit.target or "") for unit in xliff.units] == [piece.text.strip() for piece in whole.pieces]


def test_the_same_texts_make_the_same_file_and_nobody_is_named_in_it(whole: Sheet) -> None:
    for form in (po_file, xliff_file, todo_page):
        assert form(whole) == form(whole)
    assert b"Last-Translator" not in po_file(whole)


def test_the_page_for_phones_asks_for_nothing_and_holds_every_text(whole: Sheet) -> None:
    page = todo_page(whole).decode()
    assert page.count("<article") == len(whole.pieces)
    assert "default-src 'none'" in page
    assert 'dir="rtl"' in page
    assert "src=" not in page.replace("default-src", "").replace("style-src", "").replace("script-src", "")
