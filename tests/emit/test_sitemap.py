"""The maps for search engines."""

from xml.etree import ElementTree

from suluh.emit import index_files, map_name, sitemap
from suluh.model.output import Written

ADDRESS = "https://lamp.example/a&b/"
"""It must be escaped in XML."""

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def page(route: str, *alternates: str, indexed: bool = True) -> Written:
    """Write a page at a route, which other languages have, too."""
    return Written(route, "prose", route.partition("/")[0], "", "", indexed, alternates, 0)


def test_each_language_has_a_map_and_one_map_names_them_all() -> None:
    files = dict(index_files(["en", "zh-Hans"], ADDRESS))
    assert list(files) == ["sitemap.xml", "robots.txt"]
    named = [node.text for node in ElementTree.fromstring(files["sitemap.xml"]).iterfind("s:sitemap/s:loc", SPACES)]
    assert named == ["https://lamp.example/a&b/sitemap-en.xml", "https://lamp.example/a&b/sitemap-zh-Hans.xml"]
    assert [map_name(code) for code in ("en", "zh-Hans")] == ["sitemap-en.xml", "sitemap-zh-Hans.xml"]


def test_a_map_names_each_page_with_its_other_languages() -> None:
    [url] = ElementTree.fromstring(sitemap([page("en/help/", "en", "ur")], ADDRESS)).iterfind("s:url", SPACES)
    assert url.findtext("s:loc", namespaces=SPACES) == "https://lamp.example/a&b/en/help/"
    assert [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in url.iterfind("x:link", SPACES)] == [
        ("alternate", "en", "https://lamp.example/a&b/en/help/"),
        ("alternate", "ur", "https://lamp.example/a&b/ur/help/"),
    ]


def test_the_home_of_a_language_has_other_homes() -> None:
    [url] = ElementTree.fromstring(sitemap([page("en/", "ur")], ADDRESS)).iterfind("s:url", SPACES)
    assert [link.get("href") for link in url.iterfind("x:link", SPACES)] == ["https://lamp.example/a&b/ur/"]


def test_a_page_that_is_not_for_search_engines_is_not_on_the_map() -> None:
    made = sitemap([page("en/"), page("en/search/", indexed=False)], ADDRESS)
    assert b"/en/</loc>" in made
    assert b"search" not in made


def test_robots_are_told_where_the_map_is() -> None:
    files = dict(index_files(["en"], ADDRESS))
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\nSitemap: https://lamp.example/a&b/sitemap.xml\n"
