"""The page that tells how far the translations of a site are."""

from collections.abc import Iterator

from suluh.model.edition import Page
from suluh.model.reading import Link
from suluh.model.standing import Share, StandingBody, Standings, added
from suluh.model.translation import State
from suluh.resolve import routes
from suluh.resolve.guides import in_order
from suluh.resolve.pages import Pages

NEEDED = 8
"""So many guides are named that ask for work most."""

_GROUPS = {
    "guides": ("guide",),
    "a-pathway": ("pathway",),
    "tools": ("letter", "calculator", "card"),
    "campaigns": ("campaign",),
    "directory": ("records",),
    "about": ("page",),
    "language": ("strings",),
}
"""What parts are counted together, by the word that names them."""


def standing_page(pages: Pages) -> Iterator[Page]:
    """Make the page of one language, where there is more than one."""
    site, standings = pages.site, pages.site.standings
    if len(site.settings.languages) == 1:
        return
    route, title = pages.route("translations"), pages.word("translations")
    source = pages.language == site.settings.source
    note = pages.word("translations-all" if source else "translations-note")
    body = StandingBody(
        whole=_share(pages, "translations", standings, pages.code, None),
        groups=() if source else tuple(_groups(pages, standings)),
        needed=() if source else tuple(_needed(pages, standings)),
        latest=standings.latest.get(pages.code),
        source=site.settings.source.name,
        todo=None if source else Link(pages.word("help-translate-file"), routes.todo(pages.code), icon="download"),
        badge=f"{route}badge.svg",
        languages=tuple(_languages(pages, standings)) if source else (),
    )
    yield Page(
        route=route,
        kind="translations",
        title=title,
        lead=note,
        description=note,
        body=body,
        alternates=pages.alternates(route),
        indexed=False,
    )


def _groups(pages: Pages, standings: Standings) -> Iterator[Share]:
    for word, kinds in _GROUPS.items():
        yield _share(pages, word, standings, pages.code, kinds)


def _share(pages: Pages, word: str, standings: Standings, code: str, kinds: tuple[str, ...] | None) -> Share:
    found = (counts for part, counts in standings.parts.items() if kinds is None or part.partition("/")[0] in kinds)
    total = added(one.get(code, {}) for one in found)
    return Share(pages.word(word), tuple(sorted(total.items())))


def _needed(pages: Pages, standings: Standings) -> Iterator[Share]:
    """Name the guides that ask for work most, the most dangerous first."""
    shares: list[Share] = []
    for slug, guide in in_order(pages):
        counts = standings.parts.get(f"guide/{slug}", {}).get(pages.code, {})
        label = pages.read(guide.situation)
        shares.append(Share(label, tuple(sorted(counts.items())), Link(label, routes.guide(pages.code, slug))))
    urgent = [one for state in _URGENT for one in shares if one.worst == state]
    yield from urgent[:NEEDED]


_URGENT: tuple[State, ...] = ("stale-critical", "withdrawn", "missing", "stale-material", "machine")


def _languages(pages: Pages, standings: Standings) -> Iterator[Share]:
    for language in pages.languages:
        if language != pages.language:
            title = pages.choosing.own_text(language.name)
            total = added(counts.get(language.code, {}) for counts in standings.parts.values())
            link = Link(title, routes.section(language.code, "translations"))
            yield Share(title, tuple(sorted(total.items())), link)
