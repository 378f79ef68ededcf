"""The maps for search engines."""

from xml.etree import ElementTree

from suluh.emit.sitemap import sitemap_files
from suluh.model.edition import Edition, Frame, Page, ProseBody, Reading
from suluh.model.settings import Language

TITLE = Reading("Care", "en", "ltr")
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def edition(code: str, *pages: Page) -> Edition:
    """Make an edition of a site at an address that must be escaped in XML."""
    frame = Frame(
        site="Lamp", address="https://lamp.example/a&b/", base="/a&b/", language=Language(code=code, name=code),
        words={}, home=f"{code}/", help=f"{code}/help/", leave="https://weather.example/", links=(), handbook="",
    )  # fmt: skip
    return Edition(frame, pages)


def page(route: str, *, indexed: bool = True, alternates: tuple[tuple[str, str], ...] = ()) -> Page:
    """Make a page at a route."""
    return Page(route, "prose", TITLE, TITLE, ProseBody(()), alternates=alternates, indexed=indexed)


def test_each_language_has_a_map_and_one_map_names_them_all() -> None:
    files = dict(sitemap_files([edition("en", page("en/")), edition("zh-Hans", page("zh-Hans/"))]))
    assert list(files) == ["sitemap-en.xml", "sitemap-zh-Hans.xml", "sitemap.xml", "robots.txt"]
    named = [node.text for node in ElementTree.fromstring(files["sitemap.xml"]).iterfind("s:sitemap/s:loc", SPACES)]
    assert named == ["https://lamp.example/a&b/sitemap-en.xml", "https://lamp.example/a&b/sitemap-zh-Hans.xml"]


def test_a_map_names_each_page_with_its_other_languages() -> None:
    both = (("en", "en/help/"), ("ur", "ur/help/"))
    files = dict(sitemap_files([edition("en", page("en/help/", alternates=both))]))
    [url] = ElementTree.fromstring(files["sitemap-en.xml"]).iterfind("s:url", SPACES)
    assert url.findtext("s:loc", namespaces=SPACES) == "https://lamp.example/a&b/en/help/"
    assert [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in url.iterfind("x:link", SPACES)] == [
        ("alternate", "en", "https://lamp.example/a&b/en/help/"),
        ("alternate", "ur", "https://lamp.example/a&b/ur/help/"),
    ]


def test_a_page_that_is_not_for_search_engines_is_not_on_the_map() -> None:
    files = dict(sitemap_files([edition("en", page("en/"), page("en/search/", indexed=False))]))
    assert b"/en/</loc>" in files["sitemap-en.xml"]
    assert b"search" not in files["sitemap-en.xml"]


def test_robots_are_told_where_the_map_is() -> None:
    files = dict(sitemap_files([edition("en", page("en/"))]))
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\nSitemap: https://lamp.example/a&b/sitemap.xml\n"
