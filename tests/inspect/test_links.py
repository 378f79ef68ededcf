"""Every link of a built site is followed."""

import pytest

from suluh.inspect import broken_links, inspect_page, targets
from suluh.inspect.page import Seen
from suluh.problem import Place, error

FILES = frozenset({"index.html", "en/index.html", "en/help/index.html", "en/404.html", "mark.svg", "en/a b.txt"})
IDS = {"en/index.html": ("now", "د")}
"""The home of the site has two places."""


def follow(href: str, file: str = "en/help/index.html", base: str = "/") -> list[str]:
    """Follow one link of one page, as it stands on the page and to where it leads."""
    seen = Seen(links=(href,), ids=IDS.get(file, ("here",)))
    links = [(file, target, written) for target, written in targets(file, seen, base)]
    found = [*inspect_page(file, seen, frozenset()), *broken_links(links, FILES, lambda name: IDS.get(name, ("here",)))]
    return [problem.message for problem in found]


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
    links = [("en/help/index.html", "en/help/gone/index.html", "gone/")]
    assert list(broken_links(links, FILES, IDS.__getitem__)) == [
        error(
            Place("en/help/index.html"),
            "links/broken",
            "A link leads to 'gone/', where nothing is.",
            "Mend the link, or bring the page back.",
        )
    ]


def test_a_page_is_looked_into_only_for_a_place_that_a_link_names() -> None:
    """Looking at a page takes time; nobody asks for the places of a page that is gone or is no page."""
    asked: list[str] = []

    def ids(file: str) -> tuple[str, ...]:
        asked.append(file)
        return ("now",)

    links = [("a.html", target, "") for target in ("en/index.html", "gone.html#now", "mark.svg#now")]
    assert len(list(broken_links(links, FILES, ids))) == 1
    assert asked == []
    assert list(broken_links([("a.html", "en/index.html#now", "")], FILES, ids)) == []
    assert asked == ["en/index.html"]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("../", "en/index.html"),
        ("../../", "index.html"),
        ("../#now", "en/index.html#now"),
        ("../#%D8%AF", "en/index.html#د"),
        ("../a%20b.txt", "en/a b.txt"),
        ("/en/", "en/index.html"),
    ],
)
def test_what_a_link_leads_to_is_told_as_a_file_and_its_place(href: str, target: str) -> None:
    assert list(targets("en/help/index.html", Seen(links=(href,)), "/")) == [(target, href)]


@pytest.mark.parametrize("href", ["https://gone.example/", "//gone.example/", "mailto:a", "tel:999", "#here", ""])
def test_links_to_outside_and_on_the_same_page_lead_to_no_file(href: str) -> None:
    assert list(targets("en/help/index.html", Seen(links=(href,)), "/")) == []
