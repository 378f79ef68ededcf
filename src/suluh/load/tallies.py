"""Read how many people were counted for each campaign."""

from collections.abc import Mapping

from suluh.load.reader import Reader
from suluh.model.tally import Tally
from suluh.problem import error


def load_tallies(reader: Reader) -> Mapping[str, tuple[Tally, ...]]:
    """Read `campaigns/<slug>/tallies.yml`, where something was counted. A file with faults counts nothing."""
    found: dict[str, tuple[Tally, ...]] = {}
    for path in reader.files("campaigns", "*/tallies.yml"):
        slug, document = path.parent.name, reader.document(path)
        if document is None:
            continue
        if not isinstance(document.value, tuple):
            hint = "Begin each batch with '- '."
            reader.problems.append(error(document.place(), "shape/type", "This file must be a list.", hint))
            continue
        reader.origins["tally", slug] = document, ()
        rows = [reader.record(Tally, ("tally", f"{slug}/{index}"), document, (index,))
                for index in range(len(document.value))]  # fmt: skip
        if None not in rows:
            found[slug] = tuple(row for row in rows if row is not None)
    return found
