"""What a stage wrote."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Output:
    """A folder that holds a finished site, and the pages whose kind has a budget.

    `kinds` maps a file, relative to the folder, to the kind of its page.
    """

    folder: Path
    kinds: dict[str, str]
