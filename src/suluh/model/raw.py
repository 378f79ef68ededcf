"""Files as they lie in the repository, before anybody reads them as what they claim to be."""

from dataclasses import dataclass

from suluh.problem import Problem

TOO_LARGE, UNKNOWN = "too large", "unknown kind"
"""Marks of a file that cannot be looked into."""

GPS = "GPS"
"""The mark of a picture that tells where it was taken."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file: its text, with all that its readers leave out, or the names of what is hidden in it."""

    file: str
    text: str | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Something that looks private. What it is, no message repeats: those are read in more places than the file."""

    problem: Problem
    what: str
