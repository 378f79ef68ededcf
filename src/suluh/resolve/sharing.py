"""What is sent on of a campaign: messages, pictures, a card for other sites, all in one file; its short address."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from suluh.model.bundle import Bundle, Member
from suluh.model.campaign import MESSAGES
from suluh.model.campaigning import EmbedBody, Message, Share, ShareBody, SharePicture, ShortBody
from suluh.model.edition import Page
from suluh.model.picture import SIZES, Form, Picture
from suluh.model.reading import Reading
from suluh.resolve import routes
from suluh.resolve.acting import action_page
from suluh.resolve.asking import OneCampaign, progress
from suluh.resolve.kit import press_sheet
from suluh.resolve.parts import plain
from suluh.resolve.reading import Choosing
from suluh.resolve.sending import sending


def share_pages(one: OneCampaign, page: Page) -> Iterator[Page]:
    """Make the page from which a campaign is shared, the one for frames of other sites, and the press sheet."""
    pages, body = one.pages, _body(one)
    yield action_page(one, page, "share", pages.word("share"), body)
    yield Page(
        route=routes.embed(pages.code, one.slug),
        kind="embed",
        title=one.text.title,
        lead=one.text.summary,
        description=one.text.summary,
        body=body.embed,
        indexed=False,
        notice=page.notice,
    )
    if body.press:
        yield from press_sheet(one, page, body.press)


def share_of(one: OneCampaign) -> Share:
    """Say what is shown of a campaign where somebody sends it."""
    pages, text = one.pages, one.text
    return Share(
        title=text.title.text,
        description=text.summary.text,
        address=pages.absolute(one.route),
        picture=pages.absolute(_picture(one, "wide").route),
        alt=f"{text.title.text}. {text.summary.text}",
        locale=_locale(text.title.language, pages.site.settings.by_code[text.title.language].locale),
        others=tuple(_locale(code, pages.site.settings.by_code[code].locale) for code in sorted(text.spoken)
                     if code != text.title.language),
    )  # fmt: skip


def short_page(one: OneCampaign) -> Page:
    """Make the page where somebody chooses the language in which to read a campaign."""
    pages = one.pages
    choices = []
    for language in pages.languages:
        head = Choosing(pages.site.settings, language).head(one.texts)
        title = Reading(head.title, head.language, pages.site.settings.by_code[head.language].direction)
        route = routes.campaign(language.code, one.slug)
        choices.append((language.code, language.direction, language.name, title, route))
    return Page(
        route=routes.short(one.slug),
        kind="short",
        title=one.text.title,
        description=one.text.summary,
        body=ShortBody(tuple(choices)),
        alternates=pages.alternates(one.route, only=one.text.spoken),
        indexed=False,
        share=replace(share_of(one), address=pages.absolute(routes.short(one.slug))) if one.sends else None,
    )


def _body(one: OneCampaign) -> ShareBody:
    pages, folder = one.pages, f"{one.route}share/"
    messages = tuple(_message(one, name) for name in MESSAGES)
    pictures = tuple(_picture(one, form) for form in SIZES)
    printed = "pdf" in pages.site.settings.take_away and one.spoken
    return ShareBody(
        campaign=one.link,
        messages=messages,
        pictures=pictures,
        alt=replace(one.text.title, text=f"{one.text.title.text}. {one.text.summary.text}"),
        sending=sending(pages, one.text.title.text, routes.short(one.slug)),
        embed=_embed(one),
        bundles=(
            ("pack", f"{folder}{one.slug}.zip", _pack(one, messages, pictures)),
            ("embed", f"{folder}embed.zip", _to_host(one)),
        ),
        press=f"{folder}press.pdf" if printed else "",
    )


def _message(one: OneCampaign, name: str) -> Message:
    part = one.text.by_id[f"message-{name}"]
    words = plain(part).strip()
    address = one.pages.absolute(one.route)
    return Message(name, Reading(words, part.language, part.direction), f"{words}\n{address}")


def _picture(one: OneCampaign, form: Form) -> SharePicture:
    """Draw the title of a campaign. A picture with other words has another address: programs keep what they have."""
    pages, text = one.pages, one.text
    drawn = Picture(
        form=form,
        language=text.title.language,
        direction=text.title.direction,
        title=text.title.text,
        text=text.summary.text,
        site=pages.site.settings.name,
        address=pages.absolute(routes.short(one.slug)).removeprefix("https://").rstrip("/"),
    )
    known = hashlib.sha256(repr(drawn).encode()).hexdigest()[:8]
    return SharePicture(f"{one.route}share/{one.slug}-{form}-{known}.png", drawn)


def _embed(one: OneCampaign) -> EmbedBody:
    pages = one.pages
    return EmbedBody(
        address=pages.absolute(one.route),
        frame=pages.absolute(routes.embed(pages.code, one.slug)),
        asks=one.asks(),
        state=one.record.state,
        as_of=pages.today,
        progress=progress(one.record, pages.site.tallies.get(one.slug, ()), pages.today),
    )


def _pack(one: OneCampaign, messages: tuple[Message, ...], pictures: tuple[SharePicture, ...]) -> Bundle:
    """Put together what somebody needs who shares it where no link can be sent."""
    alt = f"{one.text.title.text}. {one.text.summary.text}\n"
    captions = "\n\n".join(message.text for message in messages) + "\n"
    printed = "pdf" in one.pages.site.settings.take_away and one.spoken and one.record.running and one.record.paper
    poster = (Member("poster.pdf", route=f"{one.route}paper/poster.pdf"),) if printed else ()
    return Bundle(
        (
            *(Member(f"{picture.drawn.form}.png", route=picture.route) for picture in pictures),
            *poster,
            Member("captions.txt", text=captions),
            Member("alt-text.txt", text=alt),
        )
    )


def _to_host(one: OneCampaign) -> Bundle:
    """Put together the small page for those who host it themselves."""
    page = f"{routes.embed(one.pages.code, one.slug)}index.html"
    licence = one.pages.site.settings.licence
    said = f"{one.text.title.text}\n{one.pages.absolute(one.route)}\n{licence or ''}".strip() + "\n"
    return Bundle((Member("index.html", route=page), Member("about.txt", text=said)))


def _locale(code: str, written: str | None) -> str:
    """Name a language with a country, as Open Graph wants it: `my_MM`."""
    from babel import Locale
    from babel.core import get_global

    tag = (written or code).replace("-", "_")
    likely = Locale.parse(get_global("likely_subtags").get(tag, tag))
    return f"{likely.language}_{likely.territory}" if likely.territory else likely.language
