"""A pathway: a few questions that lead to the next step. It is data; there are no expressions in it."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from suluh.model.base import Id, Model

UNSURE = "unsure"
"""The answer "I don't know", which every question has."""

HELD = {"date": ("within", "past", UNSURE), "money": ("under", "over", UNSURE)}
"""The kinds of questions whose answer is held against a limit, and the answers that these have."""


class Option(Model):
    """An answer, and the node that it leads to."""

    id: Id
    next: Id


class Node(Model):
    """A question, something to know, or an outcome."""

    kind: Literal["choice", "info", "date", "money", "outcome"]
    options: tuple[Option, ...] = ()
    next: Id | None = None
    limit: Id | None = None  # the fact that a day or an amount is held against
    lines: tuple[Id, ...] = ()
    services: tuple[Id, ...] = ()
    organisations: tuple[Id, ...] = ()
    guide: Id | None = None
    section: Id | None = None
    letters: tuple[Id, ...] = ()
    calculators: tuple[Id, ...] = ()

    @property
    def following(self) -> tuple[str, ...]:
        """Name the nodes that this one leads to."""
        return (*(option.next for option in self.options), *((self.next,) if self.next else ()))


class Trial(Model):
    """Answers, one for each question on the way, and the outcome that they must lead to."""

    answers: tuple[Id, ...]
    outcome: Id


class Pathway(Model):
    """`content/pathways/<slug>/pathway.yml`, with its texts beside it."""

    order: int
    icon: Id
    risk: Literal["low", "high"]
    guide: Id
    start: Id
    nodes: Mapping[Id, Node] = Field(min_length=1)
    tests: tuple[Trial, ...] = Field(min_length=1)

    @property
    def sections(self) -> tuple[str, ...]:
        """Name the sections of its texts: each node, then its answers."""
        return tuple(name for node, one in self.nodes.items() for name in (node, *self.answers(node, one)))

    @staticmethod
    def answers(name: str, node: Node) -> Iterator[str]:
        """Name the sections that hold the answers of a node."""
        return (f"{name}-{option.id}" for option in node.options)
