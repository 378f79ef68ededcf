"""The page of one organisation, and what stands where one has been taken away."""

from collections.abc import Iterator
from dataclasses import replace

from suluh.model.edition import Page
from suluh.model.entry import OrganisationBody
from suluh.model.reading import Link
from suluh.resolve import routes, structured
from suluh.resolve.entries import entry, service_links
from suluh.resolve.gone import gone_page
from suluh.resolve.pages import Pages
from suluh.resolve.parts import row
from suluh.resolve.sending import reporting, sending
from suluh.resolve.tools import guide_link


def organisation_pages(pages: Pages, name: str) -> Iterator[Page]:
    """Make the page of one organisation."""
    if name not in pages.site.public:
        title, text = pages.word("gone"), pages.word("gone-text")
        yield gone_page(pages, routes.organisation(pages.code, name), title, text, "directory")
        return
    one = pages.site.public[name]
    found = entry(pages, name)
    card = found.card
    yield Page(
        route=card.route,
        kind="organisation",
        title=card.name,
        lead=card.about,
        description=card.about,
        body=OrganisationBody(
            entry=found,
            saved=routes.beside(card.route, "vcf") if found.lines or found.mails else "",
            services=service_links(pages, one.services),
            guides=tuple(guide_link(pages, slug) for slug in pages.site.guides),
            campaigns=tuple(_campaigns(pages)),
            networks=_names(pages, one.networks),
            members=_names(pages, one.members),
            sendings=(sending(pages, card.name.text, card.route),),
            reporting=reporting(pages, card.route, pages.today),
        ),
        alternates=pages.alternates(card.route, only=one.about),
        indexed=card.about.language == pages.code,
        up=pages.link("directory"),
        structured=structured.organisation(pages.site, one, card, pages.absolute(card.route)),
        search=pages.searchable(
            (8, card.name),
            *((8, name) for name in dict.fromkeys(one.name.values()) if name != card.name.text),
            *((6, name) for name in found.also_known_as),
            (3, card.about),
            *((2, offer) for offer in card.offers),
        ),
    )


def _names(pages: Pages, names: tuple[str, ...]) -> tuple[Link, ...]:
    public = pages.site.public
    return tuple(Link(pages.read(public[name].name), routes.organisation(pages.code, name)) for name in names)


def _campaigns(pages: Pages) -> Iterator[Link]:
    """Link to the campaigns that it has signed: the part holds no others."""
    texts = pages.site.campaign_texts
    for slug, campaign in pages.site.campaigns.items():
        if texts.get(slug):
            link = row(pages, texts[slug], routes.campaign(pages.code, slug), campaign.icon)
            yield replace(link, note=None)
