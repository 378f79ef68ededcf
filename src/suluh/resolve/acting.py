"""The pages on which something is done for a campaign: a letter, a call, an organisation's name."""

from collections.abc import Iterator
from dataclasses import replace
from string import ascii_letters, digits

from suluh.model.campaigning import CallBody, CampaignLetterBody, LetterColumn, SignOnBody
from suluh.model.edition import Body, Page
from suluh.model.reading import Part, Reading
from suluh.model.settings import Language
from suluh.model.site import ASK
from suluh.resolve.asking import OneCampaign, office
from suluh.resolve.parts import in_words

_PLAIN = frozenset(f"{ascii_letters}{digits}-._~")

MOST = 1800
"""So many characters a link to a mail program may have: more is cut off by some."""


def action_page(one: OneCampaign, page: Page, name: str, title: Reading, body: Body) -> Page:
    """Make a page below that of a campaign."""
    route = f"{one.route}{name}/"
    return Page(
        route=route,
        kind={"letter": "campaign-letter", "paper": "kit"}.get(name, name),
        title=title,
        lead=one.text.title,
        description=one.text.summary,
        body=body,
        alternates=one.pages.alternates(route, only=one.text.spoken),
        indexed=False,
        up=one.link,
        notice=page.notice,
    )


def letter_page(one: OneCampaign, page: Page) -> Iterator[Page]:
    """Make the letter: as it is sent first, then as its reader understands it."""
    letter = one.record.letter
    if letter is None:
        return
    columns = tuple(_column(one, language) for language in one.pair)
    to = office(one.pages, letter.to)
    first = columns[0]
    said = replace(first, choices=first.choices[:1]).text
    ways = (("mail", mail(to.email, first.subject)), ("gmail", _gmail(to.email, first.subject)))
    body = CampaignLetterBody(
        campaign=one.link,
        office=to,
        columns=columns,
        ways=tuple((kind, f"{link}&body=", _fitting(f"{link}&body={_coded(said)}")) for kind, link in ways),
        most=MOST,
    )
    yield action_page(one, page, "letter", one.pages.word("write-letter"), body)


def mail(address: str, subject: str, text: str = "") -> str:
    """Write a link that opens a mail program (RFC 6068)."""
    body = f"&body={_coded(text)}" if text else ""
    return f"mailto:{_coded(address).replace('%40', '@')}?subject={_coded(subject)}{body}"


def _gmail(address: str, subject: str) -> str:
    return f"https://mail.google.com/mail/?view=cm&fs=1&to={_coded(address)}&su={_coded(subject)}"


def _coded(text: str) -> str:
    """Write a text as a part of an address (RFC 3986); lines end as in a mail."""
    octets = text.replace("\n", "\r\n").encode()
    return "".join(chr(octet) if chr(octet) in _PLAIN else f"%{octet:02X}" for octet in octets)


def _fitting(link: str) -> str:
    return link if len(link) <= MOST else ""


def _column(one: OneCampaign, language: Language) -> LetterColumn:
    sections = {section.id: section for section in one.texts[language.code].sections}
    letter = one.record.letter

    def words(name: str) -> str:
        return in_words(one.pages, sections[name]).strip()

    return LetterColumn(
        language=language.code,
        direction=language.direction,
        name=language.name,
        subject=sections["letter"].heading,
        opening=words("letter"),
        asks=tuple((ask.id, sections[f"{ASK}{ask.id}"].heading) for ask in one.record.asks),
        choices=tuple(
            (name, sections[f"letter-{name}"].heading, words(f"letter-{name}"))
            for name in (letter.choose if letter else ())
        ),
        ending=words("letter-end"),
    )


def call_page(one: OneCampaign, page: Page) -> Iterator[Page]:
    """Make the page for a call: whom, what to say, how it sounds, what they may say."""
    call, parts = one.record.call, one.text.by_id
    if call is None:
        return
    scripts = [parts["call"]]
    if one.official.code != scripts[0].language:
        scripts.insert(0, _official(one, parts["call"]))
    body = CallBody(
        campaign=one.link,
        office=office(one.pages, call.to),
        scripts=tuple(scripts),
        sound=parts["call-sound"],
        answers=parts["call-answers"],
    )
    yield action_page(one, page, "call", one.pages.word("make-call"), body)


def _official(one: OneCampaign, part: Part) -> Part:
    """Give a section as it stands in the office's language."""
    section = one.texts[one.official.code].section(part.id)
    if section is None:
        return part
    return replace(part, heading=section.heading, markdown=section.markdown.strip("\n"), language=one.official.code,
                   direction=one.official.direction, borrowed=one.official != one.pages.language)  # fmt: skip


def sign_on_page(one: OneCampaign, page: Page) -> Iterator[Page]:
    """Make the page on which an organisation learns how to sign."""
    pages, record = one.pages, one.record
    if record.sign_on is None:
        return
    gathers = pages.site.public.get(record.sign_on.to or "")
    address = next((way.address for way in gathers.contact if way.address), "") if gathers else ""
    if not address and (pages.site.settings.feedback or "").startswith("mailto:"):
        address = (pages.site.settings.feedback or "").removeprefix("mailto:")
    subject = f"{one.code} {one.slug}"
    text = pages.word("sign-on-text").text.replace("{campaign}", one.text.title.text)
    body = SignOnBody(
        campaign=one.link,
        to=pages.read(gathers.name).text if gathers else "",
        address=address,
        subject=subject,
        text=text,
        link=mail(address, subject, text) if address else "",
        asks=one.asks(),
    )
    yield action_page(one, page, "sign-on", pages.word("sign-on"), body)
