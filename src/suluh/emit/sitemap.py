"""A sitemap for each language, an index of them, and a robots.txt that names it."""

from collections.abc import Iterable, Iterator
from html import escape

from suluh.model.output import Written

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def map_name(code: str) -> str:
    """Name the sitemap of a language."""
    return f"sitemap-{code}.xml"


def sitemap(pages: Iterable[Written], address: str) -> bytes:
    """List the pages of one language. Those that only borrow are left out."""
    urls = "".join(_url(address, page) for page in pages if page.indexed)
    return f"{_HEAD}<urlset {_SPACES}>\n{urls}</urlset>\n".encode()


def index_files(codes: Iterable[str], address: str) -> Iterator[tuple[str, bytes]]:
    """Give what leads to the sitemaps of some languages: path in the site, and bytes."""
    entries = "".join(f"<sitemap><loc>{escape(address + map_name(code))}</loc></sitemap>\n" for code in codes)
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    yield "sitemap.xml", f"{_HEAD}<sitemapindex {space}>\n{entries}</sitemapindex>\n".encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n".encode()


def _url(address: str, page: Written) -> str:
    """Say where a page is, and where it is in other languages: routes differ in their first step alone."""
    rest = page.route.partition("/")[2]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(f"{address}{code}/{rest}")}"/>'
        for code in page.alternates
    )
    return f"<url><loc>{escape(address + page.route)}</loc>{links}</url>\n"
