"""Stories as they are shown: one by one, and all of them by country, work and theme."""

from dataclasses import dataclass

from suluh.model.reading import Link, Part, Reading, Sending


@dataclass(frozen=True, slots=True)
class StoryBody:
    """A story. `pictures` and `sound` name the route of each, the file it is made of, and what it shows."""

    teller: str
    country: Reading | None
    sector: Reading | None
    themes: tuple[Reading, ...]
    told_in: Reading | None  # the language, where this is a translation or a recording
    part: Part
    pictures: tuple[tuple[str, str, Reading], ...]
    sound: tuple[str, str] | None
    altered: bool  # the voice is
    sendings: tuple[Sending, ...]  # none, where consent does not cover that it is sent on


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The stories of one country, kind of work or theme."""

    id: str
    name: Reading
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StoriesBody:
    """All stories of an edition, then by `country`, `sector` and `theme`. There may be none."""

    rows: tuple[Link, ...]
    groups: tuple[tuple[str, tuple[StoryGroup, ...]], ...]
