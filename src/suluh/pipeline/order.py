"""What to build, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from suluh.problem import Problem

Progress = Callable[[str, int, int], None]
"""Told the name of a step, how much is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. `languages` are codes; none means all. `quick` leaves out what only a host needs.

    What was made is kept in `cache`, or else in `.suluh/store` below the root. `cluster` is the address of machines
    that make it, which get what they read through `share`; none means this machine. The site that stands in `output`
    is then copied to the address `upload`. One campaign, `draft`, is shown as though it were live: a preview may do
    that. The list of official pages is signed with the private `signing_key`.
    """

    root: Path
    output: Path
    today: date
    languages: tuple[str, ...] = ()
    workers: int = 1
    address: str | None = None
    repository: str | None = None
    host: str = "mkdocs"
    quick: bool = False
    cache: Path | None = None
    cluster: str = ""
    share: str = ""
    upload: str = ""
    draft: str = ""
    signing_key: Path | None = None

    @property
    def store(self) -> Path:
        """Where what was made is kept."""
        return self.cache or self.root / ".suluh" / "store"


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an order."""

    problems: tuple[Problem, ...]
    pages: int = 0
    editions: int = 0

    @property
    def published(self) -> bool:
        """Tell whether the new site stands."""
        return self.pages > 0
