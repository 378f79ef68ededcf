"""The pages of the letters: the office's language beside the reader's."""

from collections.abc import Iterator

from suluh.model.edition import Page
from suluh.model.letter import BLANK, Letter
from suluh.model.prose import Prose
from suluh.model.reading import Part, Reading
from suluh.model.site import Texts
from suluh.model.tools import Blank, Column, LetterBody, Paragraph
from suluh.resolve import routes
from suluh.resolve.facts import lines
from suluh.resolve.pages import Pages
from suluh.resolve.parts import Prepared, in_words, overdue, plain, prepare, whole
from suluh.resolve.tools import guide_link, stands_down, withdrawn


def letter_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a letter, and the same to be printed and filled in by hand."""
    site, letter = pages.site, pages.site.letters[slug]
    route = routes.tool("letter", pages.code, slug)
    texts = whole(site, f"letters/{slug}", site.letter_texts[slug])
    text = prepare(pages, f"letters/{slug}", texts, route)
    body = _body(pages, letter, texts, text, routes.beside(route, "pdf"))
    page = Page(
        route=route,
        kind="letter",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=body,
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        up=pages.link("tools"),
        notice=text.notice,
        search=pages.searchable((9, text.title), (4, text.summary)),
    )
    yield page
    if body.columns and body.paper:
        yield pages.paper(page, body.paper, "letter-paper")


def _body(pages: Pages, letter: Letter, texts: Texts, text: Prepared, paper: str) -> LetterBody:
    guide = pages.site.guides[letter.guide]
    down, gone = stands_down(pages, guide), withdrawn(pages, letter.guide)
    return LetterBody(
        before=text.by_id["before"],
        blanks=tuple(_blank(blank.id, blank.kind, text.by_id[f"blank-{blank.id}"]) for blank in letter.blanks),
        columns=() if down or gone else tuple(_columns(pages, letter, texts)),
        guide=guide_link(pages, letter.guide),
        paper=paper if "pdf" in pages.site.settings.take_away else "",
        as_at=guide.as_at,
        overdue=overdue(guide.review.by, pages.today),
        currency=pages.site.settings.currency.symbol,
        lines=lines(pages.site, pages.site.settings.lines, pages.choosing, pages.today) if down else (),
        withdrawn=gone,
    )


def _blank(name: str, kind: str, part: Part) -> Blank:
    return Blank(name, kind, part.headline, plain(part).strip())


def _columns(pages: Pages, letter: Letter, texts: Texts) -> Iterator[Column]:
    """Give the letter as the office reads it, then as the reader does."""
    texts = {code: prose for code, prose in texts.items() if prose.sections}
    office = next((code for code in pages.site.settings.office if code in texts), pages.site.settings.source.code)
    for code in dict.fromkeys((office, pages.choosing.head(texts).language)):
        yield _column(pages, letter, code, texts[code])


def _column(pages: Pages, letter: Letter, code: str, prose: Prose) -> Column:
    language = pages.site.settings.by_code[code]
    sections = {section.id: section for section in prose.sections}
    paragraphs = tuple(
        Paragraph(name, Reading(sections[name].heading, code, language.direction),
                  tuple(_pieces(in_words(pages, sections[name]))))
        for name in letter.paragraphs
    )  # fmt: skip
    labels = tuple((blank.id, sections[f"blank-{blank.id}"].heading) for blank in letter.blanks)
    return Column(code, language.direction, language.name, prose.title, paragraphs, labels)


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    """Cut the words of a paragraph into texts and blanks."""
    for index, piece in enumerate(BLANK.split(words.strip())):
        if index % 2:
            yield "blank", piece
        elif piece:
            yield "text", piece
