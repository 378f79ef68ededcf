"""What a report says of help that there is: figures to hold our own against. It has no figure of a place."""

from typing import Annotated

from pydantic import Field

from suluh.model.base import Id, Model, Text
from suluh.model.organisation import Kind

Count = Annotated[int, Field(ge=1)]


class Unnamed(Model):
    """Those whom a report counts and does not name. There is no key for anything else of them."""

    count: Count
    name: Text


class KindCount(Model):
    """How many organisations of a kind a report counts."""

    kind: Kind
    count: Count


class ServiceShare(Model):
    """How many in a hundred offer a kind of help. `also` is counted with it, `note` tells why ours may differ."""

    service: Id
    percent: int
    also: tuple[Id, ...] = ()
    note: Text | None = None


class Bases(Model):
    """Where a report finds nobody. How many it finds in the other places is never written down."""

    without: tuple[str, ...] = ()


class Report(Model):
    """An entry of `directory/reports.yml`. Its id is that of the source in which it was read."""

    id: Id
    organisations: Count
    unnamed: Unnamed | None = None
    kinds: tuple[KindCount, ...] = ()
    services: tuple[ServiceShare, ...] = ()
    places: Bases = Bases()

    @property
    def named(self) -> int:
        """Tell how many organisations it names."""
        return self.organisations - (self.unnamed.count if self.unnamed else 0)
