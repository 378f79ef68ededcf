"""Read what was built and trust nothing: markup, links, privacy, weight."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from suluh.inspect import page
from suluh.inspect.links import broken_links
from suluh.inspect.page import Seen, look
from suluh.inspect.weight import over_budget, search_over_budget
from suluh.model.output import Output
from suluh.model.settings import Settings
from suluh.problem import Place, Problem, error
from suluh.store import Store, digest

HANDBOOK = "handbook/"
LOOKING = Path(page.__file__).read_bytes()  # what was seen is kept only as long as it is looked at the same way


def inspect(output: Output, settings: Settings, numbers: frozenset[str], store: Path) -> list[Problem]:
    """Inspect a built site. `numbers` are the phone numbers that may stand on a page."""
    folder = output.folder
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    looked = {file: _seen(folder / file, file, Store(store)) for file in sorted(files) if file.endswith(".html")}
    return [
        *_faults(looked),
        *_strange_numbers(looked, numbers),
        *broken_links(looked, files, settings.base),
        *over_budget(output, settings.budgets),
        *search_over_budget(output, settings.budgets),
    ]


def _seen(path: Path, file: str, store: Store) -> Seen:
    """Look at a page, unless the same bytes have been looked at before."""
    data, ours = path.read_bytes(), not file.startswith(HANDBOOK)
    key = digest("inspect", LOOKING, str(ours), data)
    kept = store.get(key)
    if kept is not None:
        return Seen.of(json.loads(kept))
    seen = look(data.decode("utf-8"), ours=ours)
    store.put(key, json.dumps(seen.plain()).encode())
    return seen


def _faults(looked: Mapping[str, Seen]) -> Iterable[Problem]:
    for file, seen in looked.items():
        for rule, message in seen.faults:
            yield error(Place(file), rule, message, "Mend the component or text that makes it.")


def _strange_numbers(looked: Mapping[str, Seen], numbers: frozenset[str]) -> Iterable[Problem]:
    """No number stands on a page that no fact and no public contact holds."""
    known = {number.lstrip("+") for number in numbers}
    for file, seen in looked.items():
        for number in seen.numbers:
            if number.lstrip("+") not in known:
                yield error(Place(file), "privacy/number",
                            f"The number {number} comes from no fact and no public contact.",
                            "Write it in content/facts/ with its source, or take it out.")  # fmt: skip
