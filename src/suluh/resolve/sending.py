"""How a page is sent on: a short text, its address, and the address as a QR code."""

from functools import lru_cache
from itertools import groupby

from suluh.model.edition import Reporting, Sending
from suluh.model.guide import Guide
from suluh.resolve.pages import Pages

LONGEST = 300
"""The most characters of a text that is sent on, with the address."""


def sendings(pages: Pages, guide: Guide, title: str, route: str, twin: str) -> tuple[Sending, ...]:
    """Make what can be sent of a guide; where it has a quiet page, that comes first."""
    made = [sending(pages, (guide.share.public or {}).get(pages.code, title), route)]
    if guide.discreet is not None:
        words = (guide.share.discreet or guide.discreet.title).get(pages.code, guide.discreet.slug)
        made.insert(0, sending(pages, words, twin, quiet=True))
    return tuple(made)


def sending(pages: Pages, words: str, route: str, *, quiet: bool = False) -> Sending:
    """Make what is sent of one page."""
    address = pages.absolute(route)
    dots, size = qr(address)
    return Sending(f"{words} {address}", address, dots, size, quiet)


@lru_cache(maxsize=1024)
def qr(text: str) -> tuple[str, int]:
    """Draw a QR code: the path of an SVG, in lines one unit thick, and how many dots it is wide.

    Its mask is always the same one: to choose the best of eight takes eight times as long, and every phone reads both.
    """
    import segno

    rows = list(segno.make_qr(text, error="l", boost_error=False, mask=4).matrix)
    return "".join(_row(row, y) for y, row in enumerate(rows)), len(rows)


def _row(row: bytearray, y: int) -> str:
    """Draw the runs of dark dots of one row: move along the light ones, draw along the dark ones."""
    runs = [(bool(dark), len(list(dots))) for dark, dots in groupby(row)]
    return f"M0 {y}" + "".join(f"{'h' if dark else 'm'}{length}{'' if dark else ' 0'}" for dark, length in runs)


def reporting(pages: Pages, route: str, as_at: str) -> Reporting:
    """Make the ways to say that something is wrong with a page."""
    settings = pages.site.settings
    return Reporting(
        issue=f"{settings.repository}issues/new" if settings.repository else "",
        address=settings.feedback or "",
        subject=f"{route} ({as_at})",
        text=pages.word("wrong-text").text.replace("{address}", pages.absolute(route)).replace("{date}", as_at),
    )
