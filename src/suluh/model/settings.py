"""The settings of a site: its name, address, languages and policies."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from suluh.model.base import Filled, Id, Model, Text

Https = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+/$")]
Page = Literal["about", "privacy", "safety", "help", "gaps"]


class Face(Model):
    """A font of `overrides/reading/` that readers of a language get, where their phone may have none that is right.

    With a `name` it is theirs to choose. `local` are fonts that do as well where a phone has them.
    """

    family: Filled
    file: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.woff2$")]
    signs: Annotated[str, StringConstraints(pattern=r"^U\+[0-9A-F]+-[0-9A-F]+(, ?U\+[0-9A-F]+-[0-9A-F]+)*$")]
    local: tuple[Filled, ...] = ()
    name: Filled | None = None


class Language(Model):
    """A language of the site, named in its own script."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
    name: Filled
    direction: Literal["ltr", "rtl"] = "ltr"
    fallback: tuple[str, ...] = ()
    locale: Filled | None = None  # whose way of writing days is used, when not the language's own, such as en-MY
    unspaced: bool = False  # words are written without spaces between them
    face: Face | None = None


class Currency(Model):
    """How amounts are written. Amounts are kept in the smallest unit, `minor` to one."""

    symbol: Filled
    minor: Literal[1, 10, 100, 1000] = 100


class Budgets(Model):
    """The most bytes, as Brotli sends them, that a page of each kind may weigh."""

    guide: int = 14_000
    home: int = 14_000
    directory: int = 40_000
    campaign: int = 20_000
    pathway: int = 18_000
    calculator: int = 18_000
    file: int = 60_000  # a guide as one file
    other: int = 14_000
    search: int = 20_000
    find: int = 40_000  # what the page to narrow down fetches before it can be used


MachineText = Literal["label", "source", "hidden"]


class MachinePolicy(Model):
    """What becomes of translations that nobody has checked, by the risk of what they are about.

    `label` says so; `source` gives the source text beside it, too; `hidden` gives the source text in its place.
    """

    low: MachineText = "label"
    high: MachineText = "label"


class PerPage(Model):
    """The most entries that a list shows on one page; the rest of it stands on further pages."""

    directory: Annotated[int, Field(ge=1)] = 200
    others: Annotated[int, Field(ge=1)] = 40


class Settings(Model):
    """`content/site.yml`."""

    name: Filled
    tagline: Text
    address: Https
    languages: tuple[Language, ...] = Field(min_length=1)
    currency: Currency
    leave: Https  # where the Leave button goes: harmless, and believable on this phone
    pages: tuple[Page, ...] = ("help", "about", "privacy", "safety")
    lines: tuple[Id, ...] = ()  # crisis lines on the help page, first ones first
    line_shows_date_after: int = 180  # days since the line was checked
    line_hidden_after: int = 365
    line_needs_grade: Literal["A", "B"] = "A"
    time_zone: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$")] = "UTC"  # of opening hours
    waivers_days: int = 180
    stands_down_after: int = 180  # days since a guide was to be read again: its letters and calculators
    take_away: tuple[Literal["pdf", "file"], ...] = ()  # what a guide can be taken away as
    exports: tuple[Literal["hsds", "tables", "feed", "osdi"], ...] = ()  # for other software
    signing_key: Annotated[str, StringConstraints(pattern=r"^ssh-ed25519 [A-Za-z0-9+/=]+$")] | None = None  # public
    licence: Https | None = None  # of the content: where it is said what others may do with it
    office: tuple[str, ...] = ()  # languages of those to whom letters and cards are shown, first ones first
    repository: Https | None = None  # where somebody with an account can say what is wrong
    feedback: Annotated[str, StringConstraints(pattern=r"^(https://|mailto:)\S+$")] | None = None  # without one
    machine_text: MachinePolicy = MachinePolicy()
    budgets: Budgets = Budgets()
    per_page: PerPage = PerPage()

    @property
    def base(self) -> str:
        """The path of the address, with a slash at both ends."""
        return "/" + self.address.removeprefix("https://").partition("/")[2]

    @property
    def source(self) -> Language:
        """The language that the others are translated from."""
        return self.languages[0]

    @property
    def by_code(self) -> Mapping[str, Language]:
        """The languages by their BCP 47 code."""
        return {language.code: language for language in self.languages}
