"""PDFs: the same each time, in our fonts alone, and without a word of who made them."""

import logging
import re
import subprocess
import sys
import zlib
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT, environment

from suluh.emit.paper import Unprintable, able, broken, overflowing, paper
from suluh.model.edition import Frame, Page
from suluh.model.reading import Link, Reading
from suluh.model.settings import Language
from suluh.model.tools import CardBody, Side
from suluh.render.environment import Theme
from suluh.typesetting.fonts import signs

FONTS = ROOT / "overrides/fonts"
BREAK = "\u200b"

WORDS = {
    "en": "Wages – for each day’s work",
    "vi": "Tiền lương của người lao động",
    "bn": "বেতন পাওয়ার অধিকার। ক্ষেত্র",
    "hi": "मज़दूरी का अधिकार। क्षेत्र",
    "ta": "சம்பளம் கேட்கும் உரிமை",
    "my": "လုပ်ခလစာ တောင်းဆိုပိုင်ခွင့်ရှိပါတယ်။",
    "km": "សិទ្ធិទទួលបានប្រាក់ឈ្នួល។",
    "th": "สิทธิได้รับค่าจ้าง",
    "ur": "اجرت کا حق، آپ کے لیے۔",
    "zh-Hans": "领取工资的权利“——”。",
}


def page(body: str, language: str = "en", title: str = "Wages", style: str = "") -> str:
    return (f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{style}</style></head><body>{body}</body></html>")  # fmt: skip


EVERY = page("".join(f'<p lang="{code}">{words} <b>{words}</b> ✕</p>' for code, words in WORDS.items()))


def told(pdf: bytes, command: str, folder: Path) -> str:
    """Have a program of Poppler read a PDF."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    where = ["-"] if command == "pdftotext" else []
    return subprocess.run([command, file, *where], capture_output=True, text=True, check=True).stdout


def unpacked(pdf: bytes) -> bytes:
    """Give all that stands in a PDF, also what is compressed."""
    return b"\n".join(
        zlib.decompress(found[2]) if b"FlateDecode" in found[1] else found[2]
        for found in re.finditer(rb"<<(.*?)>>\nstream\n(.*?)\nendstream", pdf, re.DOTALL)
    )


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Make one PDF with words of every script."""
    return paper(EVERY, FONTS)


# --- what it holds ---


def test_the_same_html_becomes_the_same_bytes(pdf: bytes) -> None:
    paper(page("<p>Another one in between.</p>"), FONTS)
    assert paper(EVERY, FONTS) == pdf


def test_another_process_makes_the_same_bytes(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(EVERY, "utf-8")
    code = ("import sys; from pathlib import Path; from suluh.emit.paper import paper; "
            "Path('out.pdf').write_bytes(paper(Path('page.html').read_text('utf-8'), Path(sys.argv[1])))")  # fmt: skip
    env = environment(tmp_path) | {"TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code, FONTS], cwd=tmp_path, env=env, check=True, capture_output=True)
    assert (tmp_path / "out.pdf").read_bytes() == pdf


def test_it_has_the_title_and_the_language_of_the_page(tmp_path: Path) -> None:
    made = paper(page("<p>ကတ်</p>", "my", "လုပ်ခလစာ မရဘူး"), FONTS)
    assert re.search(r"^Title: +လုပ်ခလစာ မရဘူး$", told(made, "pdfinfo", tmp_path), re.MULTILINE)
    assert b"/Lang (my)" in unpacked(made)


def test_it_can_be_read_aloud_in_order(pdf: bytes, tmp_path: Path) -> None:
    assert re.search(r"^Tagged: +yes$", told(pdf, "pdfinfo", tmp_path), re.MULTILINE)


def test_it_tells_nothing_of_who_made_it_and_where(pdf: bytes, tmp_path: Path) -> None:
    said = told(pdf, "pdfinfo", tmp_path)
    assert not re.search(r"^(Producer|Creator|Author|CreationDate|ModDate|Subject|Keywords):", said, re.MULTILINE)
    assert re.search(r"^Metadata Stream: +no$", said, re.MULTILINE)
    for trace in (b"WeasyPrint", b"pydyf", b"weasyprint-", str(ROOT).encode(), str(Path.home()).encode()):
        assert trace not in pdf + unpacked(pdf)


# --- fonts ---


def test_every_font_is_embedded_and_ours(pdf: bytes, tmp_path: Path) -> None:
    rows = [line.split() for line in told(pdf, "pdffonts", tmp_path).splitlines()[2:]]
    assert {row[0].partition("+")[2][:6] for row in rows} == {"Suluh-"}
    assert {row[-5] for row in rows} == {"yes"}, "the column of what is embedded"
    shown = {row[0].partition("+")[2].removeprefix("Suluh-").removesuffix("-Bold") for row in rows}
    assert shown == {file.stem.removesuffix("-bold") for file in FONTS.glob("*.woff2")}


@pytest.mark.parametrize("language", WORDS)
def test_each_script_is_written_with_signs_that_its_font_has(
    language: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "weasyprint"):
        made = paper(page(f"<p>{WORDS[language]}</p>", language), FONTS)
    assert ".notdef" not in caplog.text
    assert "Suluh-" in told(made, "pdffonts", tmp_path)


def test_a_sign_that_no_font_has_is_not_taken_from_the_computer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rune = "\u16a0"
    assert ord(rune) not in signs(FONTS)
    with caplog.at_level(logging.WARNING, "weasyprint"):
        made = paper(page(f"<p>A rune: {rune}</p>"), FONTS)
    assert "U+16A0" in caplog.text
    assert "DejaVu" not in told(made, "pdffonts", tmp_path)
    assert "Noto" not in told(made, "pdffonts", tmp_path)


def test_the_fonts_have_what_is_written_in_every_script() -> None:
    assert set(map(ord, "".join(WORDS.values()) + "×✕•…₫€" + BREAK)) - signs(FONTS) == set()


def test_what_is_bold_has_the_signs_of_what_is_not(tmp_path: Path) -> None:
    for bold in FONTS.glob("*-bold.woff2"):
        for file in (bold, bold.with_name(bold.name.replace("-bold", ""))):
            (tmp_path / file.stem).mkdir()
            (tmp_path / file.stem / file.name).symlink_to(file)
        assert signs(tmp_path / bold.stem) == signs(tmp_path / bold.stem.removesuffix("-bold")), bold.stem


def test_the_fonts_are_light_and_come_with_their_licence() -> None:
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 2_000_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text("utf-8").upper()


# --- where lines break ---


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("လုပ်ခကိုတောင်းဆိုနိုင်ပါတယ်", "တောင်း"),
        ("អ្នកអាចប្តឹងនៅការិយាល័យការងារ", "អាច"),
        ("คุณสามารถร้องเรียนได้", "สามารถ"),
    ],
)
def test_between_words_without_spaces_a_line_may_break(written: str, words: str) -> None:
    assert words in broken(f"<p>{written}</p>").replace("<p>", "").replace("</p>", "").split(BREAK)


def test_tags_styles_and_titles_are_left_alone() -> None:
    run = "လုပ်ခကိုတောင်းဆို"
    kept = f"<title>{run}</title><style>p::after {{ content: '{run}' }}</style><!-- {run} -->"
    tag = f"<a title=\"{run} > {run}\" class='{run}'>"
    assert broken(f"{kept}{tag}{run}</a>") == f"{kept}{tag}{broken(run)}</a>"
    assert BREAK in broken(run)


def test_other_scripts_are_left_alone() -> None:
    html = page("<p>Wages, মজুরি, 工资, اجرت &amp; more</p>")
    assert broken(html) == html


@given(st.text("กขา ကခမ္း។ក្ខ<>\"'=pb/ title", max_size=40))
def test_nothing_is_taken_away_or_changed(text: str) -> None:
    assert broken(text).replace(BREAK, "") == text


# --- what it refuses, and what it tells ---


@pytest.mark.parametrize(
    "asking",
    [
        '<img src="https://suluh.example/a.png" alt="">',
        '<img src="file:///etc/hostname" alt="">',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<link rel="stylesheet" href="https://suluh.example/a.css">',
        "<style>@import url(https://suluh.example/a.css)</style>",
        "<style>@font-face { font-family: a; src: url(font:../mark.svg) } p { font-family: a }</style>",
    ],
)
def test_it_loads_nothing(asking: str) -> None:
    with pytest.raises(ValueError, match="may load nothing"):
        paper(page(f"{asking}<p>Text</p>"), FONTS)


def test_a_line_that_a_box_cuts_off_is_named_and_never_printed() -> None:
    style = ".card { overflow: hidden; inline-size: 50mm; block-size: 12mm; line-height: 5mm }"
    assert overflowing(page('<div class="card">Short.</div>', style=style), FONTS) == []
    long = page('<div class="card">One<br>Two<br>Last</div>', style=style)
    assert overflowing(long, FONTS) == ["Last"]
    with pytest.raises(Unprintable, match=r"'Last' does not fit on the paper\."):
        paper(long, FONTS)


def test_a_word_that_runs_off_the_sheet_is_named() -> None:
    assert overflowing(page(f"<p>{'wages' * 80}</p>"), FONTS) == ["wages" * 80]


def test_letters_become_smaller_until_nothing_is_cut_off() -> None:
    style = ".card { overflow: hidden; block-size: 12mm; font-size: calc(10mm * var(--fit)); line-height: 1 }"
    long = page('<div class="card">One<br>Two</div>', style=style)
    assert overflowing(long, FONTS) == ["Two"]
    assert overflowing(long.replace("<body", '<body data-smaller=".8 .7"'), FONTS) == ["Two"]
    assert overflowing(long.replace("<body", '<body data-smaller=".8 .6 .1"'), FONTS) == []
    assert paper(long.replace("<body", '<body data-smaller=".8 .6"'), FONTS) == paper(
        long.replace("10mm", "6mm"), FONTS
    )


def test_no_more_sheets_are_printed_than_a_page_may_take() -> None:
    two = '<p>One</p><p style="break-before: page">Two</p>'
    assert paper(page(two), FONTS)
    assert paper(page(two).replace("<body", '<body data-sheets="2"'), FONTS)
    with pytest.raises(Unprintable, match=r"It takes 2 sheets of paper, and may take 1\."):
        paper(page(two).replace("<body", '<body data-sheets="1"'), FONTS)


def test_this_computer_can_make_pdfs() -> None:
    assert able() == ""


def test_a_computer_without_the_libraries_is_told_which(monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        @property
        def harfbuzz_subset(self) -> None:
            raise OSError("cannot load library 'libpango-1.0-0'")

    for module in (Missing(), SimpleNamespace(harfbuzz_subset=None)):
        monkeypatch.setitem(sys.modules, "weasyprint.text.ffi", module)
        assert "libpango-1.0-0" in able()


# --- the sheet of cards ---


def sheet(front: Side, *back: Side) -> str:
    """Render the sheet of a card in the look of the flagship."""
    language = Language(code=front.language, name=front.language, direction=front.direction)  # type: ignore[arg-type]
    words = {"card-no-shield": "It does not protect.", "as-at": "As at {date}", "review-due": "Due {date}"}
    frame = Frame("Suluh", "https://suluh.example/", "/", language, words, "en/", "en/help/", "", "", (), "")
    title = Reading(front.heading, front.language, front.direction)
    body = CardBody(front, back, Link(title, "en/"), "en/cards/a/a.pdf", date(2026, 11, 22), None)
    view = Page("en/cards/a/a.pdf", "sheet", title, title, body, on_paper=True)
    theme = Theme(ROOT / "overrides")
    return theme.environment.get_template("pages/sheet.html").render(theme.context(frame, view))


def side(language: str, letters: int, *lines: tuple[str, str]) -> Side:
    """Fill a side with five items that have so many letters together."""
    said = (f"{WORDS[language]} " * 40)[:letters]
    items = tuple(said[start : start + letters // 5].strip() for start in range(0, letters, letters // 5))
    return Side(language, "rtl" if language == "ur" else "ltr", WORDS[language][:32], items, lines)


LINES = (("Jabatan Tenaga Kerja", "+60 3-8000 8000"), ("Talian Kasih", "15999"), ("Kecemasan", "999"))


@pytest.mark.parametrize("language", WORDS)
def test_the_longest_cards_fit_in_every_script(language: str) -> None:
    letters = {"my": 390, "ta": 420, "zh-Hans": 130}.get(language, 290)
    assert overflowing(sheet(side(language, letters, *LINES)), FONTS) == []


@pytest.mark.parametrize("letters", range(60, 300, 60))
def test_two_languages_beside_each_other_fit_however_long_they_are(letters: int) -> None:
    two = (side("vi", letters, *LINES, *LINES), side("en", letters, *LINES))
    assert overflowing(sheet(side("en", 50), *two), FONTS) == []


def test_eight_fronts_stand_on_the_first_sheet_and_eight_backs_on_the_second(tmp_path: Path) -> None:
    made = paper(sheet(side("bn", 200, *LINES), side("vi", 200, *LINES), side("en", 200, *LINES)), FONTS)
    assert re.search(r"^Pages: +2$", told(made, "pdfinfo", tmp_path), re.MULTILINE)
    for sheet_of_text in told(made, "pdftotext", tmp_path).split("\f")[:2]:
        assert sheet_of_text.count("15999") == 8
        assert sheet_of_text.count("suluh.example") == 1


def test_a_card_that_is_too_long_is_named() -> None:
    assert overflowing(sheet(side("en", 900, *LINES)), FONTS) != []
