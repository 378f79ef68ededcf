"""The pages of the cards: the worker's language on one side, those of whom it is shown to on the other."""

from collections.abc import Iterator

from suluh.model.card import Card
from suluh.model.edition import Page
from suluh.model.prose import Section
from suluh.model.settings import Language
from suluh.model.site import Texts
from suluh.model.tools import CardBody, Side
from suluh.resolve import routes
from suluh.resolve.facts import lines
from suluh.resolve.pages import Pages
from suluh.resolve.parts import in_words, overdue, prepare, whole
from suluh.resolve.reading import Choosing
from suluh.resolve.tools import guide_link, withdrawn


def card_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a card, and the sheet that it is printed from."""
    site, card = pages.site, pages.site.cards[slug]
    route = routes.tool("card", pages.code, slug)
    texts = whole(site, f"cards/{slug}", site.card_texts[slug])
    text = prepare(pages, f"cards/{slug}", texts, route)
    guide, gone = site.guides[card.guide], withdrawn(pages, card.guide)
    front, *back = _sides(pages, texts, card)
    paper = routes.beside(route, "pdf") if "pdf" in site.settings.take_away and not gone else ""
    page = Page(
        route=route,
        kind="card",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=CardBody(front, tuple(back), guide_link(pages, card.guide), paper, guide.as_at,
                      overdue(guide.review.by, pages.today), gone),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("tools"),
        notice=text.notice,
        search=() if gone else pages.searchable(*text.search()),
    )  # fmt: skip
    yield page
    if paper:
        yield pages.paper(page, paper, "sheet")


def _sides(pages: Pages, texts: Texts, card: Card) -> Iterator[Side]:
    """Give the side in the reader's language, or what stands in for it, then those for whom it is shown to."""
    settings = pages.site.settings
    texts = {code: prose for code, prose in texts.items() if prose.sections}
    mine = pages.choosing.head(texts).language
    for code in dict.fromkeys((mine, *settings.office)):
        if code in texts:
            yield _side(pages, texts[code].sections[0], card, settings.by_code[code])


def _side(pages: Pages, section: Section, card: Card, language: Language) -> Side:
    speaking = Choosing(pages.site.settings, language)
    return Side(
        language=language.code,
        direction=language.direction,
        heading=section.heading,
        items=tuple(item.strip() for item in in_words(pages, section).split("\n") if item.strip()),
        lines=tuple((one.title.text, one.shown) for one in lines(pages.site, card.lines, speaking, pages.today)),
    )
