"""What enters the repository is looked into, file by file, as it lies there: git remembers whatever was once in it."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter

from suluh.model.raw import Found
from suluh.model.site import CONTENT
from suluh.model.waiver import let_stand
from suluh.pipeline.order import Order
from suluh.pipeline.records import Overview
from suluh.problem import Problem
from suluh.store import Store, digest

FOLDERS = tuple(f"{folder}/" for folder in (*CONTENT, "handbook"))

Seen = dict[str, tuple[Found, ...]]
"""What was found in each file, by the digest of the file and its path."""

_SEEN: TypeAdapter[Seen] = TypeAdapter(Seen)


def not_allowed(
    order: Order, store: Store, scanned: Mapping[str, str], engine: str, overview: Overview
) -> list[Problem]:
    """Tell what looks private in the files of a repository that have some digests, and is not allowed."""
    found = entering(order.root, store, scanned, engine)
    longest = overview.settings.waivers_days if overview.settings else 0
    left, wrong = let_stand(overview.allowances, longest, order.today, found)
    return [*(one.problem for one in left), *wrong]


def entering(root: Path, store: Store, scanned: Mapping[str, str], engine: str) -> list[Found]:
    """Give what looks private in the files of a repository that have some digests. Only what is new is read."""
    key = digest("entering", engine)
    known, seen = _known(store, key), Seen()
    for file, content in scanned.items():
        if file.startswith(FOLDERS):
            name = f"{content} {file}"
            with suppress(FileNotFoundError):  # it went while we looked: the next look will tell
                seen[name] = known[name] if name in known else _looked_into(root, file)
    if seen.keys() != known.keys():
        store.keep(key, _SEEN.dump_json(seen))
    return [one for found in seen.values() for one in found]


def _looked_into(root: Path, file: str) -> tuple[Found, ...]:
    from suluh.check.private import private_in
    from suluh.load.raw import read_raw

    return tuple(private_in(read_raw(root, file)))


def _known(store: Store, key: str) -> Seen:
    kept = store.result(key)
    with suppress(ValueError):  # another program's
        return _SEEN.validate_json(kept) if kept is not None else Seen()
    return Seen()
