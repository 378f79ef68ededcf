"""Everything beside pages, written into one folder."""

from pathlib import Path

from suluh.emit import emit
from suluh.model.edition import Edition, Frame, Page, ProseBody, Reading, SearchBody
from suluh.model.settings import Language

TITLE = Reading("Care", "en", "ltr")


def edition(code: str) -> Edition:
    """Make an edition with a search page and one that can be found."""
    frame = Frame(
        site="Lamp", address="https://lamp.example/", base="/", language=Language(code=code, name=code), words={},
        home=f"{code}/", help=f"{code}/help/", leave="https://weather.example/", links=(), handbook="",
    )  # fmt: skip
    search = Page(f"{code}/search/", "search", TITLE, TITLE, SearchBody(f"{code}/search.json", unspaced=False, rows=()))
    return Edition(frame, (search, Page(f"{code}/a/", "prose", TITLE, TITLE, ProseBody(()), search=((1, "care"),))))


def test_a_site_gets_its_search_its_maps_its_mark_and_its_headers(tmp_path: Path) -> None:
    theme, folder = tmp_path / "overrides", tmp_path / "site"
    theme.mkdir()
    (theme / "mark.svg").write_text("<svg/>")
    for code in ("en", "ms"):
        (folder / code).mkdir(parents=True)
    emit([edition("en"), edition("ms")], theme, folder)
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        "_headers",
        "en/search.json",
        "mark.svg",
        "ms/search.json",
        "robots.txt",
        "sitemap-en.xml",
        "sitemap-ms.xml",
        "sitemap.xml",
    ]
    assert b"care" in (folder / "en/search.json").read_bytes()


def test_a_theme_without_a_mark_is_a_theme(tmp_path: Path) -> None:
    (tmp_path / "site/en").mkdir(parents=True)
    emit([edition("en")], tmp_path / "overrides", tmp_path / "site")
    assert not (tmp_path / "site/mark.svg").exists()
