"""A pathway: a few questions that lead to the next step. It is data; there are no expressions in it."""

from collections.abc import Callable, Iterator, Mapping
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

    def depths(self, counted: Callable[[Node], bool]) -> Mapping[str, int]:
        """Count the nodes before each that can be reached, on the longest way to it. No way may go in a circle."""
        depths = {self.start: 0}
        waiting = [self.start]
        while waiting:
            name = waiting.pop()
            deeper = depths[name] + counted(self.nodes[name])
            for following in self.nodes[name].following:
                if depths.get(following, -1) < deeper:
                    depths[following] = deeper
                    waiting.append(following)
        return depths
