"""The host writes our pages, whichever of the two it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from tests.render.conftest import FrameOf

from suluh import render
from suluh.model.edition import Frame, Page, ProseBody
from suluh.model.output import file_of
from suluh.model.reading import Reading
from suluh.problem import Severity
from suluh.render import host
from suluh.render.environment import Theme

Themed = Callable[[str], Path]
Views = list[tuple[Frame, Page]]
ViewsOf = Callable[..., Views]
TITLE = Reading("Care", "en", "ltr")


@pytest.fixture
def themed(tmp_path: Path) -> Themed:
    """Write a theme whose pages hold no more than one line."""

    def made(line: str) -> Path:
        folder = tmp_path / "overrides"
        (folder / "pages").mkdir(parents=True, exist_ok=True)
        (folder / "components/base").mkdir(parents=True, exist_ok=True)
        (folder / "components/base/style.css").write_text("")
        (folder / "pages/prose.html").write_text(line)
        return folder

    return made


@pytest.fixture
def views(frame_of: FrameOf) -> ViewsOf:
    """Make the views of plain pages."""

    def made(*routes: str, base: str = "/") -> Views:
        return [(frame_of(base), Page(route, "prose", TITLE, TITLE, ProseBody(()))) for route in routes]

    return made


@pytest.mark.parametrize("name", ["mkdocs", "properdocs"])
def test_the_host_gives_the_html_of_each_page_in_their_order_and_nothing_else(
    themed: Themed, views: ViewsOf, name: str
) -> None:
    theme = Theme(themed("{{ view.title.text }} at {{ view.route }}, home is {{ to(frame.home) }}"))
    html, said = host.pages(theme, views("en/guides/pay/", "", "404.html"), name)
    assert said == []
    assert html == [
        "Care at en/guides/pay/, home is ../../../en/",
        "Care at , home is en/",
        "Care at 404.html, home is /en/",
    ]


def test_pages_of_several_editions_are_rendered_together(themed: Themed, views: ViewsOf) -> None:
    theme = Theme(themed("{{ frame.base }} {{ to('x') }}"))
    html, _ = host.pages(theme, [*views("en/404.html"), *views("ms/404.html", base="/some/")], "mkdocs")
    assert html == ["/ /x", "/some/ /some/x"]


def test_the_host_leaves_nothing_behind(themed: Themed, views: ViewsOf, tmp_path: Path) -> None:
    theme = themed("Care")
    before = sorted(tmp_path.rglob("*"))
    host.pages(Theme(theme), views("en/"), "mkdocs")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_template_that_names_what_is_not_there_stops_the_build(themed: Themed, views: ViewsOf) -> None:
    with pytest.raises(UndefinedError):
        host.pages(Theme(themed("{{ vew.title }}")), views("en/"), "mkdocs")


def test_what_the_host_complains_about_becomes_a_warning(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Lamp\ntheme: {name: material, font: false}\n")
    (tmp_path / "handbook").mkdir()
    (tmp_path / "handbook/index.md").write_text("[gone](gone.md)\n")
    said = host.write_handbook(tmp_path / "mkdocs.yml", tmp_path / "handbook", tmp_path / "made", "Lamp", "mkdocs")
    assert [(problem.severity, problem.rule) for problem in said] == [(Severity.WARNING, "host/mkdocs")]
    assert "gone.md" in said[0].message


ROUTES = ["", "en/", "en/guides/pay/", "404.html", "en/404.html"]


@pytest.mark.parametrize("route", ROUTES)
def test_the_file_of_a_page_is_where_the_host_puts_its_source(route: str) -> None:
    assert file_of(route) == host.source_of(route).replace(".md", ".html")


# --- the theme stays open ---


def said(theme: Path, version: str, some: Views) -> list[str]:
    """Render some pages with the theme as it stands in a version."""
    html, problems = render.pages(theme, version, theme.parent / "store", some)
    assert problems == []
    return html


def test_no_page_needs_no_host(tmp_path: Path) -> None:
    assert render.pages(tmp_path / "no-theme", "", tmp_path, [], "no-host") == ([], [])


def test_a_page_is_rendered_again_when_the_theme_has_changed(themed: Themed, views: ViewsOf) -> None:
    theme = themed("{{ view.route }}")
    assert said(theme, "1", views("en/")) == ["en/"]
    themed("{{ view.route }}!")
    assert said(theme, "2", views("en/")) == ["en/!"]


def test_a_style_that_changes_while_we_look_on_is_seen_in_the_next_build(themed: Themed, views: ViewsOf) -> None:
    theme = themed("{{ style }}")
    sheet = theme / "components/base/style.css"
    sheet.write_text("a{}")
    assert said(theme, "1", views("en/")) == ["a{}"]
    sheet.write_text("b{}")
    assert said(theme, "2", views("en/")) == ["b{}"]


def test_a_theme_in_another_folder_is_another_theme(themed: Themed, views: ViewsOf, tmp_path: Path) -> None:
    one = themed("one")
    assert said(one, "1", views("en/")) == ["one"]
    one.rename(tmp_path / "other")
    themed("two")
    assert said(one, "2", views("en/")) == ["two"]
    assert said(tmp_path / "other", "2", views("en/")) == ["one"]


def test_one_page_leaves_nothing_behind_for_the_next(themed: Themed, views: ViewsOf) -> None:
    theme = themed("{{ view.route }} {{ to('mark.svg') }} {{ style }}")
    some = views(*(f"en/guides/{number}/" for number in range(20)), "404.html", base="/some/")
    together = said(theme, "1", some)
    assert [said(theme, "1", [one])[0] for one in reversed(some)] == together[::-1]
