"""A sitemap for each language, an index of them, and a robots.txt that names it."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from suluh.model.edition import Edition, Page

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemap_files(editions: Iterable[Edition]) -> Iterator[tuple[str, bytes]]:
    """Give the files: path in the site, and bytes. Pages that only borrow are left out."""
    names, address = [], ""
    for edition in editions:
        address = edition.frame.address
        name = f"sitemap-{edition.frame.language.code}.xml"
        names.append(name)
        urls = "".join(_url(address, page) for page in edition.pages if page.indexed)
        yield name, f"{_HEAD}<urlset {_SPACES}>\n{urls}</urlset>\n".encode()
    entries = "".join(f"<sitemap><loc>{escape(address + name)}</loc></sitemap>\n" for name in names)
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    yield "sitemap.xml", f"{_HEAD}<sitemapindex {space}>\n{entries}</sitemapindex>\n".encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n".encode()


def _url(address: str, page: Page) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(address + route)}/>'
        for code, route in page.alternates
    )
    return f"<url><loc>{escape(address + page.route)}</loc>{links}</url>\n"
