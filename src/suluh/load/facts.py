"""Read facts and the register of their sources."""

from collections.abc import Mapping

from suluh.load.reader import Reader
from suluh.model.fact import Fact, Source


def load_facts(reader: Reader) -> tuple[Mapping[str, Fact], Mapping[str, Source]]:
    """Read `content/facts/`: files named `sources*.yml` hold the register."""
    facts: dict[str, Fact] = {}
    sources: dict[str, Source] = {}
    for path in reader.files("content/facts", "*.yml"):
        if path.stem.startswith("sources"):
            sources |= reader.listed(Source, "source", path)
        else:
            facts |= reader.listed(Fact, "fact", path)
    return facts, sources
