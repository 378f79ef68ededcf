"""Every link of a built site is followed."""

import pytest

from suluh.inspect.links import broken_links
from suluh.inspect.page import Seen
from suluh.problem import Place, error

FILES = frozenset({"index.html", "en/index.html", "en/help/index.html", "en/404.html", "mark.svg", "en/a b.txt"})


def follow(href: str, file: str = "en/help/index.html", base: str = "/") -> list[str]:
    """Follow one link of one page; the home of the site has a place called `now`."""
    looked = {"en/index.html": Seen(ids=("now", "د"))}
    looked[file] = Seen(links=(href,), ids=looked.get(file, Seen(ids=("here",))).ids)
    return [problem.message for problem in broken_links(looked, FILES, base)]


@pytest.mark.parametrize(
    "href",
    [
        "../", "../../", "../../index.html", "../index.html", "./", ".", "#here", "../#now", "../#%D8%AF",
        "../../mark.svg", "../404.html", "../a%20b.txt", "/en/", "/", "https://gone.example/", "//gone.example/",
        "mailto:a", "tel:999", "",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_or_outside_is_right(href: str) -> None:
    assert follow(href) == []


@pytest.mark.parametrize("href", ["gone/", "../gone.html", "../../../", "/gone/", "/en", "../help", "../../mark.svg/"])
def test_a_link_that_leads_to_no_file_is_found(href: str) -> None:
    assert follow(href) == [f"A link leads to '{href}', where nothing is."]


@pytest.mark.parametrize("href", ["#gone", "../#gone", "/en/#Now"])
def test_a_link_that_leads_to_no_place_on_its_page_is_found(href: str) -> None:
    assert follow(href) == [f"A link leads to '{href}', but the page has no such place."]


def test_on_a_site_below_a_path_addresses_from_the_root_carry_the_path() -> None:
    assert follow("/some/where/en/", "en/404.html", base="/some/where/") == []
    assert follow("/some/where/gone/", "en/404.html", base="/some/where/") == [
        "A link leads to '/some/where/gone/', where nothing is."
    ]


def test_a_broken_link_is_an_error_of_its_page() -> None:
    looked = {"en/help/index.html": Seen(links=("gone/",))}
    assert list(broken_links(looked, FILES, "/")) == [
        error(
            Place("en/help/index.html"),
            "links/broken",
            "A link leads to 'gone/', where nothing is.",
            "Mend the link, or bring the page back.",
        )
    ]
