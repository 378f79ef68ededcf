"""How a page is sent on: a short text, its address, and the address as a QR code."""

import re
from datetime import date
from functools import cache, lru_cache

from suluh.model.guide import Guide
from suluh.model.reading import Reading, Reporting, Sending
from suluh.resolve.pages import Pages

_RUN = re.compile(rb"\x00+|\x01+")


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
    return f"M0 {y}{''.join(map(_run, _RUN.findall(row)))}"


@cache
def _run(dots: bytes) -> str:
    """Draw one run, as long as a row at most: there are few."""
    return f"h{len(dots)}" if dots[0] else f"m{len(dots)} 0"


def reporting(pages: Pages, route: str, as_at: date) -> Reporting:
    """Make the ways to say that something is wrong with a page."""
    settings, address, day = pages.site.settings, pages.absolute(route), as_at.isoformat()
    return Reporting(
        issue=f"{settings.repository}issues/new" if settings.repository else "",
        address=settings.feedback or "",
        subject=f"{route} ({day})",
        text=pages.word("wrong-text").text.replace("{address}", address).replace("{date}", day),
        page=Reading(address, settings.source.code, "ltr"),
        as_at=as_at,
    )
