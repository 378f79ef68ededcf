"""What changed among contact details between two revisions: what a second person must look at."""

from dataclasses import dataclass
from typing import Literal

from suluh.problem import Place

Kind = Literal["phone", "bank", "email", "link", "address"]


@dataclass(frozen=True, slots=True)
class Found:
    """A contact detail in a file. `value` is compared; `shown` is what is written, with hidden signs made visible.

    `note` says what a reader of it cannot see. `around` is what tells whose it is: its line and the lines that this
    one belongs to, without the details in them.
    """

    kind: Kind
    value: str
    shown: str
    place: Place
    note: str = ""
    around: str = ""

    @property
    def same(self) -> tuple[str, str]:
        """Give what two must have in common to be the same detail, written in the same honest way."""
        return self.value, self.note


@dataclass(frozen=True, slots=True)
class Change:
    """A contact detail that was added (nothing before), removed (nothing after), changed or moved."""

    kind: Kind
    file: str
    before: Found | None
    after: Found | None
    note: str = ""

    @property
    def what(self) -> Literal["added", "removed", "changed", "moved"]:
        """Say in a word what happened."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "moved" if self.before.same == self.after.same else "changed"

    @property
    def place(self) -> Place:
        """Give where it stands; where it stood, if it is gone."""
        found = self.after or self.before
        return found.place if found else Place(self.file)


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes since a revision. `unseen` are changed files that cannot be looked into."""

    base: str
    changes: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    unseen: tuple[str, ...] = ()

    @property
    def needs_a_second_person(self) -> bool:
        """Tell whether a reader could be led elsewhere: something changed, or what moved stands beside other words."""
        return bool(self.changes) or any(one.note for one in self.moved)
