"""What parts must know of each other: titles, who leans on which fact, and how far translations are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from suluh.model.output import Made, Part
from suluh.model.site import TOOLS
from suluh.model.standing import Standings
from suluh.pipeline.parts import Heads, Others

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

LEANING = frozenset({"guide", "letter", "card"})
"""The kinds of parts to which it matters which guides are outdated."""


def chosen(part: Part, known: Others) -> Others:
    """Choose of what is known what a part depends on."""
    return Others(
        heads=offered(part, known.heads),
        leaning=known.leaning if part.kind == "laws" else {},
        outdated=known.outdated if part.kind in LEANING else {},
        standings=known.standings if part.kind == "translations" else Standings(),
    )


def offered(part: Part, heads: Heads) -> Heads:
    """Choose the titles that a part says."""
    kinds = OFFERS.get(part.kind, ())
    return {name: head for name, head in heads.items() if name.partition("/")[0] in kinds}


def known_of(made: Mapping[Part, Made], short: Standings) -> Others:
    """Give what others may have to know of some parts; `short` counts the translations of all that is no part."""
    long = {str(part): one.standing for part, one in made.items() if one.standing}
    return Others(
        heads={str(part): one.heads for part, one in made.items() if one.heads is not None},
        leaning={part.name: one.leans for part, one in made.items() if part.kind == "guide"},
        standings=replace(short, parts={**short.parts, **long}),
    )
