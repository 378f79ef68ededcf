"""Turn HTML into a PDF: with fonts of our own, the same bytes each time, and no word of what it was made with."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from suluh.typesetting.breaking import UNSPACED, cut
from suluh.typesetting.fonts import FIRST, bold, held, script, shelf, unpacked

_PIECE = re.compile(
    rf"<(title|style|script)\b.*?</\1>|<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|({UNSPACED})",
    re.DOTALL | re.IGNORECASE,
)
_MOST = re.compile(r'<body [^>]*data-sheets="(\d+)"')
_SMALLER = re.compile(r'<body [^>]*data-smaller="([\d. ]+)"')
_SLACK = 0.5  # of a CSS pixel, by which a sum of roundings may pass an edge

Edges = tuple[float, float, float, float]
"""How far a box goes: to the left, to the top, to the right, to the bottom."""


class Unprintable(ValueError):
    """What a page says does not fit on its paper."""


def able() -> str:
    """Say what is missing on this computer to make PDFs; nothing where all is there."""
    try:
        with redirect_stdout(StringIO()):  # the library would print where its manual is
            from weasyprint.text.ffi import harfbuzz_subset
    except OSError:
        harfbuzz_subset = None
    needed = "PDFs need Pango and HarfBuzz: on Debian libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0."
    return "" if harfbuzz_subset else needed


def paper(html: str, fonts: Path) -> bytes:
    """Make a tagged PDF of a whole HTML document, with the fonts of a folder.

    A body with `data-sheets` says how many sheets of paper it may take. One with `data-smaller` says what `--fit` shall
    be instead of 1, one value after the other, until nothing is cut off.

    Raises: Unprintable, where a line would be cut off, or a sheet too many be taken.
    """
    document, cut_off = _fitted(html, fonts, *_fits(html))
    if cut_off:
        raise Unprintable(f"'{cut_off[0].strip()}' does not fit on the paper.")
    if (most := _MOST.search(html)) and len(document.pages) > int(most[1]):
        raise Unprintable(f"It takes {len(document.pages)} sheets of paper, and may take {most[1]}.")
    made: bytes = document.write_pdf(finisher=_unsigned, pdf_tags=True)
    return made


def broken(html: str) -> str:
    """Mark where lines may break in what is written without spaces: whoever lays out the page knows no words.

    That is Thai, Lao, Burmese and Khmer. Tags, and what is no text, stay as they are.
    """
    return _PIECE.sub(lambda found: "\u200b".join(cut(found[2])) if found[2] else found[0], html)


def overflowing(html: str, fonts: Path) -> list[str]:
    """Give the lines that run out of a box that cuts off what is outside of it, or off the sheet."""
    return _fitted(html, fonts, *_fits(html))[1]


def _fits(html: str) -> list[str]:
    smaller = _SMALLER.search(html)
    return ["1", *(smaller[1].split() if smaller else ())]


def _fitted(html: str, fonts: Path, fit: str, *smaller: str) -> tuple[Any, list[str]]:
    document = _laid_out(html, fonts, fit)
    cut_off = _cut_off(document)
    return _fitted(html, fonts, *smaller) if cut_off and smaller else (document, cut_off)


def _cut_off(document: Any) -> list[str]:
    pages = document.pages
    found = (_outside(page._page_box, (0, 0, page.width, page.height)) for page in pages)  # noqa: SLF001 (no other way)
    return [line for lines in found for line in lines]


def _laid_out(html: str, fonts: Path, fit: str = "1") -> Any:
    from weasyprint import CSS, HTML
    from weasyprint.urls import FatalURLFetchingError

    shelf, faces = _Shelf(fonts), _no_fonts()
    try:
        style = f"* {{ --fit: {fit} !important }} {_style(html, shelf.files.values())}"
        sheet = CSS(string=style, url_fetcher=shelf, font_config=faces)
        return HTML(string=broken(html), url_fetcher=shelf).render(font_config=faces, stylesheets=[sheet])
    except FatalURLFetchingError as refused:
        raise ValueError(f"What is printed may load nothing: {refused}") from refused


class _Shelf:
    """Gives the fonts of a folder by name, and refuses whatever else is asked for."""

    _fail_on_errors = True

    def __init__(self, fonts: Path) -> None:
        self.files = {f"font:{file.name}": file for file in shelf(fonts)}

    def __call__(self, address: str) -> Any:
        from weasyprint.urls import URLFetcherResponse

        return URLFetcherResponse(address, unpacked(self.files[address]))


def _no_fonts() -> Any:
    """Open a list of fonts that is empty: with those of a computer, each would make another file."""
    from weasyprint.text.ffi import ffi, fontconfig, pangoft2
    from weasyprint.text.fonts import FontConfiguration

    ffi.cdef("FcConfig *FcConfigCreate (void);", override=True)
    faces, empty = FontConfiguration(), fontconfig.FcConfigCreate()
    pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", faces.font_map), empty)
    fontconfig.FcConfigDestroy(empty)  # the map holds it now
    faces._config = empty  # noqa: SLF001 (what its own __init__ does with those of the computer)
    return faces


def _style(html: str, files: Collection[Path]) -> str:
    """Bring the fonts that a text needs, and say which of them each language asks first."""
    held_by = {file.stem: held(file) for file in files}
    beyond = set(map(ord, html)) - held_by["latin"]
    rules = [_face(file) for file in files if script(file) == "latin" or held_by[script(file)] & beyond]
    scripts = sorted(set(map(script, files)))
    rules += [f"{everything} {{ {_family('latin', *scripts)} }}" for everything in ("*", "@page")]
    for language, first in FIRST.items():
        rules.append(f":lang({language}) {{ {_family(*first, *scripts)} }}")
    return "\n".join(rules)


def _face(file: Path) -> str:
    weight = 700 if bold(file) else 400
    return f"@font-face {{ font-family: Suluh-{script(file)}; font-weight: {weight}; src: url(font:{file.name}) }}"


def _family(*scripts: str) -> str:
    return f"font-family: {', '.join(f'Suluh-{name}' for name in dict.fromkeys(scripts))} !important"


def _unsigned(_document: Any, pdf: Any) -> None:
    """Keep nothing of what a PDF tells about itself but its title."""
    for key in set(pdf.info) - {"Title"}:
        del pdf.info[key]


def _outside(box: Any, edges: Edges) -> Iterator[str]:
    """Find the lines of a box that pass the edges of the innermost box that cuts them off."""
    from weasyprint.formatting_structure.boxes import LineBox, TextBox

    left, top, right, bottom = edges
    if isinstance(box, LineBox) and not top - _SLACK <= box.position_y <= bottom + _SLACK - box.height:
        yield "".join(one.text for one in _all_in(box) if isinstance(one, TextBox))
    elif isinstance(box, TextBox) and not left - _SLACK <= box.position_x <= right + _SLACK - box.width:
        yield box.text
    else:
        if box.style["overflow"] != "visible":
            left, top = box.content_box_x(), box.content_box_y()
            edges = left, top, left + box.width, top + box.height
        for child in getattr(box, "children", ()):
            yield from _outside(child, edges)


def _all_in(box: Any) -> Iterable[Any]:
    children: Iterable[Any] = box.descendants()
    return children
