"""The host writes our pages, whichever of the two it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from tests.render.conftest import FrameOf

from suluh.model.edition import Edition, Page, ProseBody, Reading
from suluh.problem import Problem, Severity
from suluh.render import Job, host, render
from suluh.render.environment import Theme

Themed = Callable[[str], Path]
EditionOf = Callable[..., Edition]
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
def edition(frame_of: FrameOf) -> EditionOf:
    """Make editions of plain pages."""

    def made(*routes: str) -> Edition:
        return Edition(frame_of(), tuple(Page(route, "prose", TITLE, TITLE, ProseBody(())) for route in routes))

    return made


def written(folder: Path) -> dict[str, str]:
    """Read every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize("name", ["mkdocs", "properdocs"])
def test_the_host_writes_each_page_to_its_own_file_and_nothing_else(
    themed: Themed, edition: EditionOf, tmp_path: Path, name: str
) -> None:
    made = edition("", "404.html", "en/guides/pay/")
    theme = Theme(themed("{{ view.title.text }} at {{ view.route }}, home is {{ to(frame.home) }}"))
    said = host.write_pages(theme, made.frame, made.pages, tmp_path / "site", name)
    assert said == []
    assert written(tmp_path / "site") == {
        "index.html": "Care at , home is en/",
        "404.html": "Care at 404.html, home is /en/",
        "en/guides/pay/index.html": "Care at en/guides/pay/, home is ../../../en/",
    }


def test_a_template_that_names_what_is_not_there_stops_the_build(
    themed: Themed, edition: EditionOf, tmp_path: Path
) -> None:
    made = edition("en/")
    with pytest.raises(UndefinedError):
        host.write_pages(Theme(themed("{{ vew.title }}")), made.frame, made.pages, tmp_path / "site", "mkdocs")


def test_what_the_host_complains_about_becomes_a_warning(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Lamp\ntheme: {name: material, font: false}\n")
    (tmp_path / "handbook").mkdir()
    (tmp_path / "handbook/index.md").write_text("[gone](gone.md)\n")
    said = host.write_handbook(tmp_path / "mkdocs.yml", tmp_path / "handbook", tmp_path / "made", "Lamp", "mkdocs")
    assert [(problem.severity, problem.rule) for problem in said] == [(Severity.WARNING, "host/mkdocs")]
    assert "gone.md" in said[0].message


@pytest.mark.parametrize("route", ["", "en/", "en/guides/pay/", "404.html", "en/404.html"])
def test_the_file_of_a_page_is_where_the_host_puts_its_source(route: str) -> None:
    assert host.file_of(route) == host.source_of(route).replace(".md", ".html")


class Builder:
    """Renders editions again and again into new folders, with one store."""

    def __init__(self, tmp_path: Path, theme: Path) -> None:
        self.tmp_path, self.theme, self.count = tmp_path, theme, 0

    def render(self, made: Edition, workers: int = 1) -> dict[str, str]:
        self.count += 1
        folder = self.tmp_path / f"site{self.count}"
        problems: list[Problem] = render([made], Job(self.theme, folder, self.tmp_path / "store", workers))
        assert problems == []
        return written(folder)

    def spoil(self) -> None:
        """Mark everything that is kept, to see whether it is used."""
        for path in (self.tmp_path / "store").rglob("*"):
            if path.is_file():
                data = path.read_text()
                path.unlink()
                path.write_text(f"kept: {data}")


def test_a_page_is_rendered_once_and_then_taken_from_the_store(
    themed: Themed, edition: EditionOf, tmp_path: Path
) -> None:
    builder = Builder(tmp_path, themed("{{ view.route }}"))
    assert builder.render(edition("en/")) == {"en/index.html": "en/"}
    builder.spoil()
    assert builder.render(edition("en/", "en/new/")) == {"en/index.html": "kept: en/", "en/new/index.html": "en/new/"}


def test_a_page_is_rendered_again_when_the_theme_has_changed(
    themed: Themed, edition: EditionOf, tmp_path: Path
) -> None:
    builder = Builder(tmp_path, themed("{{ view.route }}"))
    builder.render(edition("en/"))
    themed("{{ view.route }}!")
    assert builder.render(edition("en/")) == {"en/index.html": "en/!"}


def test_a_style_that_changes_while_we_look_on_is_seen_in_the_next_build(
    themed: Themed, edition: EditionOf, tmp_path: Path
) -> None:
    builder = Builder(tmp_path, themed("{{ style }}"))
    sheet = builder.theme / "components/base/style.css"
    sheet.write_text("a{}")
    assert builder.render(edition("en/")) == {"en/index.html": "a{}"}
    sheet.write_text("b{}")
    assert builder.render(edition("en/")) == {"en/index.html": "b{}"}


def test_two_workers_write_what_one_writes(themed: Themed, edition: EditionOf, tmp_path: Path) -> None:
    many = edition(*(f"en/guides/{number}/" for number in range(130)))
    one = Builder(tmp_path / "one", themed("{{ view.route }}")).render(many)
    two = Builder(tmp_path / "two", themed("{{ view.route }}")).render(many, workers=2)
    assert len(one) == 130
    assert one == two
