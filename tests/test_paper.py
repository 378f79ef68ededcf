"""The cards of the real site, as they are printed."""

from collections.abc import Iterator

import pytest
from tests.conftest import ROOT, TODAY, load_all

from suluh import render
from suluh.emit.paper import overflowing
from suluh.model.edition import Frame, Page
from suluh.resolve import frames, pages_of

THEME, FONTS = ROOT / "overrides", ROOT / "overrides" / "fonts"


def longest() -> Iterator[tuple[Frame, Page]]:
    """Give for each language the sheet of the card that says most in it."""
    site, _ = load_all(ROOT)
    assert site is not None
    languages = site.settings.languages
    around = frames(site.part("edition", ""), languages)
    for language in languages:
        texts = {name: one[language.code].sections[0].markdown for name, one in site.card_texts.items()}
        name = max(texts, key=lambda card: len(texts[card]))
        part = site.part("card", name).with_texts("card", {name: site.card_texts[name]}, {})
        pages = pages_of(part, "card", name, languages, TODAY)
        yield next((around[code], page) for code, page in pages if code == language.code and page.on_paper)


@pytest.mark.slow
def test_the_longest_card_of_each_language_fits(tmp_path) -> None:
    views = list(longest())
    html, problems = render.pages(THEME, "cards", tmp_path, views)
    assert problems == []
    over = {page.route: overflowing(text, FONTS) for (_, page), text in zip(views, html, strict=True)}
    assert {route: texts for route, texts in over.items() if texts} == {}
    assert len(over) == 14
