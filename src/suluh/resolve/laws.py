"""The register of laws: each law, and every guide that leans on it."""

from collections.abc import Iterator

from suluh.model.edition import Law, LawsBody, Page
from suluh.model.fact import Fact
from suluh.model.reading import Link
from suluh.resolve import routes
from suluh.resolve.facts import law_of
from suluh.resolve.pages import Pages


def law_register(pages: Pages) -> Iterator[Page]:
    """Make the register, where a law is known."""
    laws = {law.id: law for fact in pages.site.facts.values() if (law := law_of(pages.site, fact)) is not None}
    if not laws:
        return
    route, title, note = pages.route("laws"), pages.word("laws"), pages.word("laws-note")
    shown = sorted((_law(pages, law) for law in laws.values()), key=lambda law: law.title.text.casefold())
    yield Page(
        route=route,
        kind="laws",
        title=title,
        lead=note,
        description=note,
        body=LawsBody(tuple(shown)),
        alternates=pages.alternates(route),
        search=pages.searchable((8, title), *((6, law.title) for law in shown)),
    )


def _law(pages: Pages, law: Fact) -> Law:
    return Law(
        id=law.id,
        title=pages.read(law.title),
        number=law.number or "",
        official=law.official or "",
        guides=tuple(_leaning(pages, law)),
    )


def _leaning(pages: Pages, law: Fact) -> Iterator[Link]:
    """Link to the guides that stand on the law, or on a fact that rests on it."""
    site = pages.site
    for slug, guide in sorted(site.guides.items(), key=lambda entry: (entry[1].order, entry[0])):
        facts = (site.facts[name] for name in site.leaning.get(slug, ()) if name in site.facts)
        if any(law_of(site, fact) == law for fact in facts):
            yield Link(pages.read(guide.situation), routes.guide(pages.code, slug))
