"""What a program that makes a site again and again need not read again."""

from dataclasses import dataclass, field

from suluh.model.output import Made
from suluh.pipeline.parts import Job
from suluh.scan import Seal


@dataclass(frozen=True, slots=True)
class Memory:
    """What a program that makes a site again and again need not read again."""

    files: dict[str, tuple[Seal, str]] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    links: dict[str, frozenset[str]] = field(default_factory=dict)
