"""A file that holds others, to be sent on as one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a bundle: a text, or a copy of what the site has under a route."""

    name: str
    route: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A ZIP file."""

    members: tuple[Member, ...]
