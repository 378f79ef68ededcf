"""A built site is read whole, and trusted in nothing."""

from pathlib import Path

import pytest

from suluh.inspect import inspect
from suluh.model.output import Output
from suluh.model.settings import Budgets, Currency, Language, Settings

PAGE = (
    '<!doctype html><html lang="en" dir="ltr"><head><meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'\"><title>Help</title></head><body><h1>Help</h1>{}</body></html>"
)
SETTINGS = Settings(
    name="Lamp", tagline={"en": "."}, address="https://lamp.example/", languages=(Language(code="en", name="English"),),
    currency=Currency(symbol="RM"), leave="https://weather.example/", budgets=Budgets(guide=10),
)  # fmt: skip


class Built:
    """A site that a test wrote by hand."""

    def __init__(self, root: Path) -> None:
        self.folder, self.store = root / "site", root / "store"

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def said(self, *numbers: str, **kinds: str) -> list[str]:
        output = Output(self.folder, {f"{name}.html": kind for name, kind in kinds.items()})
        return [str(problem) for problem in inspect(output, SETTINGS, frozenset(numbers), self.store)]


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Build a site of one page that is right."""
    site = Built(tmp_path)
    site.write("index.html", PAGE.format('<a href="tel:+60380000000">03-8000 0000</a>'))
    return site


def test_a_site_that_is_right_has_no_problem(built: Built) -> None:
    assert built.said("+60380000000", "0380000000") == []


def test_a_number_that_no_fact_and_no_contact_holds_is_an_error(built: Built) -> None:
    [said] = built.said("0380000000")
    assert said == (
        "index.html:1:1: error: The number +60380000000 comes from no fact and no public contact. [privacy/number]\n"
        "    Write it in content/facts/ with its source, or take it out."
    )


def test_a_fault_of_a_page_a_broken_link_and_too_much_weight_are_all_told(built: Built) -> None:
    built.write("bad.html", PAGE.format('<p style="x"></p><a href="gone/">gone</a>'))
    built.write("bad.html.br", "eleven bytes")
    assert [
        line.partition(": ")[2].partition("\n")[0] for line in built.said("+60380000000", "0380000000", bad="guide")
    ] == [
        "error: <p> carries 'style', which the policy forbids. [markup/inline]",
        "error: A link leads to 'gone/', where nothing is. [links/broken]",
        "error: This page weighs 12 bytes; a page of its kind may have 10. [weight/page]",
    ]


def test_a_page_that_has_not_changed_is_not_looked_at_again_but_its_links_are_followed(built: Built) -> None:
    built.write("a.html", PAGE.format('<a href="b.html">b</a>'))
    built.write("b.html", PAGE.format(""))
    numbers = ("+60380000000", "0380000000")
    assert built.said(*numbers) == []
    (built.folder / "b.html").unlink()
    [said] = built.said(*numbers)
    assert said.startswith("a.html:1:1: error: A link leads to 'b.html', where nothing is. [links/broken]")


def test_the_same_bytes_are_looked_at_as_ours_and_as_the_handbooks_apart(built: Built) -> None:
    page = PAGE.format('<p style="x"></p>')
    built.write("handbook/index.html", page)
    assert built.said("+60380000000", "0380000000") == []
    built.write("page.html", page)
    assert len(built.said("+60380000000", "0380000000")) == 1
