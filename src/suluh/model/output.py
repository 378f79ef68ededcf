"""What comes of a site: parts that were made, pages that were written, and what they lead to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from suluh.model.prose import Head
from suluh.model.reading import Reading
from suluh.model.standing import Counts
from suluh.problem import Problem

Runs = tuple[tuple[int, int], ...]
"""The signs that some fonts have: the first and the last code point of each run."""


FONTS = "fonts/"
"""Where the fonts lie in a site that its readers get."""


def runs_of(signs: Iterable[int]) -> Runs:
    """Join code points that follow each other."""
    runs: list[tuple[int, int]] = []
    for sign in sorted(signs):
        if runs and sign == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], sign
        else:
            runs.append((sign, sign))
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Part:
    """What is made by itself: the pages of one guide in all languages, or the lists of one language."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.name}"


def file_of(route: str) -> str:
    """Name the file that a page is written to."""
    return route if route.endswith(".html") else f"{route}index.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """What search knows of a page: where it is, what a hit shows, and how much each of its terms weighs."""

    route: str
    title: Reading
    description: Reading
    terms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Written:
    """A page that was written.

    `file` names what is kept of it. `entry` is the digest of what search knows of it; it is empty for what nobody
    can search for.
    """

    route: str
    kind: str
    language: str
    file: str
    entry: str
    indexed: bool
    alternates: tuple[str, ...]
    policy: int  # which of the part's policies it has


@dataclass(frozen=True, slots=True)
class Made:
    """A part that was made: what is wrong with it, its pages, and what the whole site needs to know of it.

    `broken` are the rules that its texts break; they may be waived, which nothing else that is wrong may be.
    `entries` names what search knows of its pages, `links` the list of all that they lead to inside the site, `places`
    the list of all places on them to which somebody could lead: the file, `#`, and an id. `files` are those that are no
    reader's pages, by their path. `heads` are the heads of its long texts by language, `units` the keys under which
    these are translated. `leans` names the facts its texts stand on, `promised` what is made last: the path of each
    file, and the name of what it is made of. `standing` counts its long texts by language and state.
    """

    problems: tuple[Problem, ...]
    pages: tuple[Written, ...] = ()
    policies: tuple[str, ...] = ()
    links: str = ""
    heads: Mapping[str, Head] | None = None
    units: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[Problem, ...] = ()
    entries: str = ""
    places: str = ""
    leans: tuple[str, ...] = ()
    promised: Mapping[str, str] = field(default_factory=dict)
    standing: Mapping[str, Counts] = field(default_factory=dict)

    def kept(self) -> Iterator[str]:
        """Name every file that is kept of this part."""
        yield from self.files.values()
        yield from self.promised.values()
        for page in self.pages:
            yield page.file
        yield from (name for name in (self.links, self.places, self.entries) if name)


@dataclass(frozen=True, slots=True)
class Output:
    """A folder that holds a finished site, and the pages whose kind has a budget.

    `kinds` maps a file, relative to the folder, to the kind of its page.
    """

    folder: Path
    kinds: dict[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """A site that was made and is not laid out yet: every file by its path, and the name of what is kept of it.

    `kinds` maps the file of a page to the page's kind.
    """

    files: Mapping[str, str]
    kinds: Mapping[str, str]
    editions: int
