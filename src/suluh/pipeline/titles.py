"""What parts say of each other: titles, and who leans on which fact."""

from collections.abc import Mapping, Sequence

from suluh.model.output import Made, Part
from suluh.model.site import TOOLS
from suluh.pipeline.parts import Heads

FactsOfGuides = Mapping[str, tuple[str, ...]]
"""The facts that guides stand on, by the guide's name."""

OFFERS: Mapping[str, Sequence[str]] = {
    "guide": TOOLS,
    "pathway": TOOLS,
    "organisation": ("campaign",),
    "guides": ("guide",),
    "campaigns": ("campaign",),
    "laws": ("guide",),
    "tools": ("pathway", *TOOLS),
    "stories": ("story",),
}
"""The kinds of parts that say the titles of others, and of which."""


def offered(part: Part, heads: Heads) -> Heads:
    """Choose the titles that a part says."""
    kinds = OFFERS.get(part.kind, ())
    return {name: head for name, head in heads.items() if name.partition("/")[0] in kinds}


def heads_of(made: Mapping[Part, Made]) -> Heads:
    """Give what others may say of some parts."""
    return {str(part): one.heads for part, one in made.items() if one.heads is not None}


def facts_of_guides(made: Mapping[Part, Made]) -> FactsOfGuides:
    """Give the facts that guides stand on, by their name."""
    return {part.name: one.leans for part, one in made.items() if part.kind == "guide"}
