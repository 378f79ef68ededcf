"""A bill on its way through parliament, and whom it leaves out."""

from datetime import date

from suluh.model.base import Filled, Id, Model, Text
from suluh.model.fact import Covers, Grade, Sources


class Stage(Model):
    """A step of a bill on its way through parliament. One that was planned and did not come is `planned`."""

    on: date
    text: Text
    source: Sources
    grade: Grade
    planned: bool = False


class LeftOut(Model):
    """Who is covered by what, or left out: one clause or Part of a law."""

    who: Text
    what: Text
    clause: Filled | None = None
    covered: Covers
    source: Sources
    grade: Grade


class Bill(Model):
    """`campaigns/bills/<id>.yml`, shared by campaigns."""

    title: Text
    amends: Id
    result: Text | None = None  # what became of it
    stages: tuple[Stage, ...]
    left_out: tuple[LeftOut, ...] = ()
