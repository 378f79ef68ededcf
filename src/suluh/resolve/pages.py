"""What the makers of pages share: one edition's language, words and addresses."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from suluh.model.edition import ListBody, Page, Tongue
from suluh.model.reading import Link, Reading
from suluh.model.settings import Language
from suluh.model.site import Site
from suluh.resolve import routes
from suluh.resolve.paging import in_pages, numbered, pager
from suluh.resolve.reading import Choosing

ICONS = {
    "guides": "book-open-variant-outline",
    "directory": "hand-heart-outline",
    "find": "filter-variant",
    "gaps": "chart-bar",
    "campaigns": "bullhorn-outline",
    "stories": "account-voice",
    "days": "calendar-star-outline",
    "verify": "check-decagram-outline",
    "tools": "toolbox-outline",
    "laws": "scale-balance",
    "search": "magnify",
    "translations": "translate",
    "help": "lifebuoy",
    "about": "information-outline",
    "privacy": "shield-lock-outline",
    "safety": "shield-alert-outline",
}


@dataclass(frozen=True)
class Pages:
    """One edition in the making."""

    site: Site
    language: Language
    languages: tuple[Language, ...]
    choosing: Choosing
    today: date

    @property
    def code(self) -> str:
        """The edition's language."""
        return self.language.code

    def word(self, key: str) -> Reading:
        """Say a word of the interface."""
        return self.choosing.own_text(self.site.words[self.code][key])

    def read(self, text: Mapping[str, str]) -> Reading:
        """Say a short text in the language it has."""
        return self.choosing.read(text)

    def route(self, name: str) -> str:
        """Address a list or standing page of this edition."""
        return routes.section(self.code, name)

    def absolute(self, route: str) -> str:
        """Give the canonical address of a route."""
        return self.site.settings.address + route

    def link(self, name: str, *, note: bool = False) -> Link:
        """Link to a list or standing page by its name."""
        label = self.word("get-help" if name == "help" else name)
        below = self.word(f"{name}-note") if note else None
        return Link(label, self.route(name), note=below, icon=ICONS[name])

    def listed(self, name: str, rows: Iterable[Link]) -> Iterator[Page]:
        """Make the pages that list all guides, or all campaigns."""
        first, title, note = self.route(name), self.word(name), self.word(f"{name}-note")
        made = in_pages([(name, tuple(rows))], self.site.settings.per_page.others)
        for number, [(_, some)] in enumerate(made, 1):
            route = routes.numbered(first, number)
            yield Page(
                route=route,
                kind="list",
                title=numbered(title, number, len(made)),
                lead=note,
                description=note,
                body=ListBody(tuple(some), pager(first, number, len(made))),
                alternates=self.alternates(route),
                up=self.link(name) if number > 1 else None,
                search=self.searchable((8, title)) if number == 1 else (),
            )

    def paper(self, page: Page, route: str, kind: str) -> Page:
        """Make the same page to be printed: it becomes a PDF and can not be searched for."""
        bare = replace(page, indexed=False, alternates=(), search=(), structured="", up=None)
        return replace(bare, route=route, kind=kind, on_paper=True)

    def alternates(self, route: str, only: Container[str] | None = None) -> tuple[tuple[str, str], ...]:
        """List the same page in the languages that really have it."""
        rest = route.partition("/")[2]
        return tuple(
            (language.code, routes.home(language.code) + rest)
            for language in self.languages
            if only is None or language.code in only
        )

    def elsewhere(self, route: str) -> tuple[Tongue, ...]:
        """List the same page in every language of the site."""
        rest = route.partition("/")[2]
        return tuple(Tongue(one.code, one.name, one.direction, routes.home(one.code) + rest) for one in self.languages)

    def searchable(self, *texts: "Weighted") -> tuple[tuple[int, str], ...]:
        """Keep what stands in the edition's own language, and names."""
        return tuple(
            (weight, text if isinstance(text, str) else text.text)
            for weight, text in texts
            if weight >= NAMES or isinstance(text, str) or text.language == self.code
        )


Weighted = tuple[int, Reading | str]
"""A text for search, and how much a word in it counts."""

NAMES = 6
"""From this weight on a text is a name or title, and is found in every language."""
