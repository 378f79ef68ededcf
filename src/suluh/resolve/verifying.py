"""How somebody finds out whether a page or a sheet is ours; and the days that matter."""

from collections.abc import Iterator
from datetime import date

from suluh.model.campaigning import DaysBody, DayView, Official, VerifyBody
from suluh.model.edition import Page
from suluh.model.reading import Link
from suluh.resolve import routes
from suluh.resolve.asking import code_of, official
from suluh.resolve.facts import lines
from suluh.resolve.pages import Pages
from suluh.resolve.parts import row


def verify_page(pages: Pages) -> Page:
    """Make the page with the official addresses, codes and numbers, and how to check the list of them."""
    route, title, note = pages.route("verify"), pages.word("verify"), pages.word("verify-note")
    return Page(
        route=route,
        kind="verify",
        title=title,
        lead=note,
        description=note,
        body=verified(pages),
        alternates=pages.alternates(route),
        up=pages.link("campaigns"),
        search=pages.searchable((8, title)),
    )


def verified(pages: Pages) -> VerifyBody:
    """List what is official."""
    settings = pages.site.settings
    listed = pages.absolute(routes.OFFICIAL)
    signature = f"{listed}.sig" if settings.signing_key else ""
    return VerifyBody(
        officials=tuple(_officials(pages)),
        lines=lines(pages.site, settings.lines, pages.choosing, pages.today),
        list=listed,
        signature=signature,
        commands=_commands(listed, signature, settings.signing_key or "") if signature else "",
        site=settings.address,
    )


def _commands(listed: str, signature: str, key: str) -> str:
    """Say what somebody types who wants to be sure: OpenSSH is on most computers."""
    return "\n".join(
        (
            f"curl -O {listed}",
            f"curl -O {signature}",
            f"echo 'suluh {key}' > signers",
            f"ssh-keygen -Y verify -f signers -I suluh -n suluh -s {routes.OFFICIAL}.sig < {routes.OFFICIAL}",
        )
    )


def _officials(pages: Pages) -> Iterator[Official]:
    for slug, one in sorted(pages.site.campaigns.items()):
        texts = pages.site.campaign_texts.get(slug)
        if not one.shown or not texts:
            continue
        route = routes.campaign(pages.code, slug)
        link = row(pages, texts, route, one.icon)
        yield Official(
            campaign=Link(link.label, route, icon=one.icon),
            address=pages.absolute(route),
            short=pages.absolute(routes.short(slug)),
            code=code_of(slug, texts[official(pages, texts).code]),
            state=one.state,
        )


def day_pages(pages: Pages) -> Iterator[Page]:
    """Make the page of the important days, where some are known: the next one first."""
    if not pages.site.days:
        return
    route, title, note = pages.route("days"), pages.word("days"), pages.word("days-note")
    days = [DayView(_next(one.on, pages.today), pages.read(one.name)) for one in pages.site.days.values()]
    yield Page(
        route=route,
        kind="days",
        title=title,
        lead=note,
        description=note,
        body=DaysBody(tuple(sorted(days, key=lambda one: one.on)), f"{route}days.ics"),
        alternates=pages.alternates(route),
        up=pages.link("campaigns"),
        search=pages.searchable((8, title), *((6, one.name) for one in days)),
    )


def _next(on: str, today: date) -> date:
    """Tell when a day of the year comes next: today, where it is today. The last of February comes each year."""
    month, day = (int(part) for part in on.split("-"))
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(on)
