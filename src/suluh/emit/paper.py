"""Turn HTML into a PDF that reads and tells nothing: fonts of our own, the same bytes each time, no trace of who made it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from functools import lru_cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

_SCRIPTS = {"bn": "bengali", "hi": "devanagari", "km": "khmer", "my": "myanmar", "ne": "devanagari", "ta": "tamil",
            "th": "thai", "ur": "arabic", "zh": "han"}  # fmt: skip
"""The font that a language asks first, next to that of Latin letters; the others stand by for what is quoted."""

_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]+"
_PIECE = re.compile(
    rf"<(title|style|script)\b.*?</\1>|<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>|({_UNSPACED})",
    re.DOTALL | re.IGNORECASE,
)
_PRODUCER = re.compile(rb' \w+:Producer="[^"]*"')
_SLACK = 0.5  # of a CSS pixel, by which sums of roundings may miss an edge

Edges = tuple[float, float, float, float]
"""Where a box begins and ends: from the left, from the top, to the right, to the bottom."""


def able() -> str:
    """Say what is missing on this computer to make PDFs; nothing when all is there."""
    try:
        with redirect_stdout(StringIO()):  # the library prints where its own manual stands
            from weasyprint.text.ffi import harfbuzz_subset
    except OSError:
        harfbuzz_subset = None
    if harfbuzz_subset is not None:
        return ""
    return "PDFs need libraries of Pango and HarfBuzz: libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0 on Debian."


def paper(html: str, fonts: Path) -> bytes:
    """Make a PDF of a whole HTML document, with the fonts of a folder."""
    made: bytes = _laid_out(html, fonts).write_pdf(finisher=_unsigned, pdf_variant="pdf/ua-1")
    return made


def broken(html: str) -> str:
    """Mark where lines may break in scripts without spaces: Thai, Lao, Burmese, Khmer. What lays out pages knows no words."""
    return _PIECE.sub(lambda found: _words(found[2]) if found[2] else found[0], html)


def signs(fonts: Path) -> frozenset[int]:
    """Tell which characters the fonts of a folder have."""
    return frozenset().union(*(_held(file, file.stat().st_mtime_ns) for file in fonts.glob("*.woff2")))


def overflowing(html: str, fonts: Path) -> list[str]:
    """Name the texts that run out of a box that cuts them off, or off the sheet."""
    pages = ((page._page_box, (0, 0, page.width, page.height)) for page in _laid_out(html, fonts).pages)  # noqa: SLF001 (there is no other door)
    return [text for box, edges in pages for text in _outside(box, edges)]


def _words(run: str) -> str:
    from icu4py.breakers import LineBreaker

    return "\u200b".join(LineBreaker(run, "en"))  # which language it is, ICU tells by the letters


@lru_cache(maxsize=64)
def _held(font: Path, _changed: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


@lru_cache(maxsize=64)
def _unpacked(font: Path, _changed: int) -> bytes:
    """Unpack a font, which takes longer than to lay out a page."""
    from fontTools.ttLib.woff2 import decompress

    made = BytesIO()
    decompress(BytesIO(font.read_bytes()), made)
    return made.getvalue()


def _laid_out(html: str, fonts: Path) -> Any:
    from weasyprint import CSS, HTML
    from weasyprint.urls import FatalURLFetchingError

    faces, shelf = _only_ours(), _Shelf(fonts)
    given: dict[str, Any] = {"string": broken(html), "url_fetcher": shelf}
    try:
        style = CSS(string=_style(html, shelf.files), url_fetcher=shelf, font_config=faces)
        return HTML(**given).render(font_config=faces, stylesheets=[style])
    except FatalURLFetchingError as refused:
        raise ValueError(f"What is printed may load nothing: {refused}") from refused


class _Shelf:
    """Gives fonts by their names, and refuses whatever else is asked for."""

    _fail_on_errors = True

    def __init__(self, fonts: Path) -> None:
        self.files = {f"font:{file.name}": file for file in sorted(fonts.glob("*.woff2"))}

    def __call__(self, address: str) -> Any:
        from weasyprint.urls import URLFetcherResponse

        file = self.files[address]
        return URLFetcherResponse(address, _unpacked(file, file.stat().st_mtime_ns))


def _only_ours() -> Any:
    """Open a list of fonts that is empty: those of this computer would make another file on each."""
    from weasyprint.text.ffi import ffi, fontconfig, pangoft2
    from weasyprint.text.fonts import FontConfiguration

    ffi.cdef("FcConfig *FcConfigCreate (void);", override=True)
    faces = FontConfiguration()
    faces._config = fontconfig.FcConfigCreate()  # noqa: SLF001 (as its own __init__ does)
    pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", faces.font_map), faces._config)  # noqa: SLF001
    fontconfig.FcConfigDestroy(faces._config)  # noqa: SLF001 (the map holds it now)
    return faces


def _style(html: str, files: Mapping[str, Path]) -> str:
    """Name the fonts that a text needs, and which of them each language asks first."""
    scripts = sorted({file.stem.removesuffix("-bold") for file in files.values()})
    held = {file.stem: _held(file, file.stat().st_mtime_ns) for file in files.values()}
    left = set(map(ord, html)) - held["latin"]
    needed = {script for script in scripts if script == "latin" or held[script] & left}
    faces = [
        f"@font-face {{ font-family: Suluh-{script}; src: url({address}); font-weight: {weight} }}"
        for address, file in files.items()
        for script, weight in [(file.stem.removesuffix("-bold"), 700 if file.stem.endswith("-bold") else 400)]
        if script in needed
    ]
    rules = [f"{all_of_it} {{ {_families(['latin'], scripts)} }}" for all_of_it in ("*", "@page")]
    for language, script in _SCRIPTS.items():
        first = [script, "latin"] if script == "han" else ["latin", script]  # Chinese quotes and dashes are wider
        rules.append(f":lang({language}) {{ {_families(first, scripts)} }}")
    return "\n".join((*faces, *rules))


def _families(first: list[str], scripts: list[str]) -> str:
    return f"font-family: {', '.join(f'Suluh-{name}' for name in dict.fromkeys([*first, *scripts]))} !important"


def _unsigned(_document: Any, pdf: Any) -> None:
    """Take out of a PDF what tells by what it was made."""
    for key in set(pdf.info) - {"Title"}:
        del pdf.info[key]
    for made in pdf.objects:
        if getattr(made, "extra", {}).get("Type") == "/Metadata":
            made.stream = [_PRODUCER.sub(b"", part) for part in made.stream]


def _outside(box: Any, edges: Edges) -> Iterator[str]:
    """Find the lines that cross the edges of the innermost box that cuts off what is outside of it."""
    from weasyprint.formatting_structure.boxes import LineBox, TextBox

    left, top, right, bottom = edges
    if isinstance(box, LineBox) and not top - _SLACK <= box.position_y <= bottom + _SLACK - box.height:
        yield "".join(one.text for one in box.descendants() if isinstance(one, TextBox))
    elif isinstance(box, TextBox) and not left - _SLACK <= box.position_x <= right + _SLACK - box.width:
        yield box.text
    else:
        if box.style["overflow"] != "visible":
            left, top = box.content_box_x(), box.content_box_y()
            edges = left, top, left + box.width, top + box.height
        for child in getattr(box, "children", ()):
            yield from _outside(child, edges)
