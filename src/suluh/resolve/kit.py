"""What is printed of a campaign: a page that offers it, and the sheets themselves."""

from collections.abc import Iterator
from dataclasses import replace

from suluh.model.campaign import Paper
from suluh.model.campaigning import CampaignBody, KitBody, PaperBody, Petition, PressBody
from suluh.model.edition import Page
from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.model.site import ASK
from suluh.resolve import routes
from suluh.resolve.acting import action_page
from suluh.resolve.asking import OneCampaign
from suluh.resolve.facts import lines
from suluh.resolve.parts import in_words
from suluh.resolve.sending import qr

SHEETS = ("sheet", "slips", "resolution", "poster")
_WORDS = ("paper-", "route-")


def kit_pages(one: OneCampaign, page: Page) -> Iterator[Page]:
    """Make the page that offers the sheets, and each of them."""
    pages, paper = one.pages, one.record.paper
    if paper is None:
        return
    folder = f"{one.route}paper/"
    printed = "pdf" in pages.site.settings.take_away and one.spoken
    body = KitBody(
        campaign=one.link,
        sheets=tuple((kind, f"{folder}{kind}.pdf") for kind in SHEETS) if printed else (),
        pair=tuple(Reading(language.name, language.code, language.direction) for language in one.pair),
        holder=_holder(one, paper),
        destroy_by=paper.destroy_by,
        code=one.code,
    )
    made = action_page(one, page, "paper", pages.word("kit"), body)
    yield made
    for kind, route in body.sheets:
        sheet = replace(made, body=_sheet(one, paper, kind))
        yield pages.paper(sheet, route, f"petition-{kind}")


def press_sheet(one: OneCampaign, page: Page, route: str) -> Iterator[Page]:
    """Make the sheet for those who write about a campaign."""
    if isinstance(page.body, CampaignBody):
        address = one.pages.absolute(routes.short(one.slug))
        dots, size = qr(address)
        body = PressBody(page.body, address, dots, size, one.pages.today)
        yield one.pages.paper(replace(page, body=body), route, "press")


def _holder(one: OneCampaign, paper: Paper) -> str:
    holder = one.pages.site.public.get(paper.holder or "")
    return one.pages.read(holder.name).text if holder else ""


def _sheet(one: OneCampaign, paper: Paper, kind: str) -> PaperBody:
    site, address = one.pages.site, one.pages.absolute(routes.short(one.slug))
    dots, size = qr(address)
    urgent = lines(site, site.settings.lines[:1], one.pages.choosing, one.pages.today)
    return PaperBody(
        kind=kind,
        pair=tuple(_petition(one, language) for language in one.pair),
        holder=_holder(one, paper),
        destroy_by=paper.destroy_by,
        code=one.code,
        address=address.removeprefix("https://"),
        dots=dots,
        size=size,
        line=next(((line.title.text, line.shown) for line in urgent), None),
    )


def _petition(one: OneCampaign, language: Language) -> Petition:
    sections = {section.id: section for section in one.texts[language.code].sections}
    words = one.pages.site.words[language.code]
    house = one.record.formal_route.house or {}
    return Petition(
        language=language.code,
        direction=language.direction,
        name=language.name,
        heading=sections["petition"].heading,
        text=in_words(one.pages, sections["petition"]).strip(),
        asks=tuple(sections[f"{ASK}{ask.id}"].heading for ask in one.record.asks),
        poster=(sections["poster"].heading, in_words(one.pages, sections["poster"]).strip()),
        words={key: text for key, text in words.items() if key.startswith(_WORDS)},
        house=house.get(language.code) or next(iter(house.values()), ""),
        locale=language.locale or language.code,
    )
