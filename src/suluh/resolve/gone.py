"""What stands where a page was that has been taken away."""

from suluh.model.edition import Page
from suluh.model.entry import GoneBody
from suluh.model.reading import Reading
from suluh.resolve.facts import lines
from suluh.resolve.pages import Pages


def gone_page(pages: Pages, route: str, title: Reading, text: Reading, up: str) -> Page:
    """Say that something was here, and nothing of it: who helps instead, and the way to its list."""
    return Page(
        route=route,
        kind="gone",
        title=title,
        lead=text,
        description=text,
        body=GoneBody(
            lines=lines(pages.site, pages.site.settings.lines, pages.choosing, pages.today),
            rows=(pages.link(up, note=True),),
        ),
        indexed=False,
        up=pages.link(up),
    )
