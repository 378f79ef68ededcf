"""Put a site straight into an object store: what has changed, in an order in which no link leads nowhere.

A list among its files remembers what is there. It is written before and after; what is uncertain has no name in it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from mimetypes import guess_type

from suluh.remote import Remote, RemoteFault
from suluh.store import Store

LIST = ".suluh.json"
AT_ONCE = 256
LEADING = frozenset({"chooser", "home", "directory", "list", "search"})
"""The kinds of pages from which readers come to others."""


class Upload:
    """An output that is no folder of this machine; that it can be written is known before there is anything to write.

    Raises: RemoteFault.
    """

    def __init__(self, url: str) -> None:
        self.remote = Remote(url, "output")
        self.known = self._there()
        self._remember(self.known)

    def put(
        self, files: Mapping[str, str], kinds: Mapping[str, str], store: Store, progress: Callable[[int, int], None]
    ) -> None:
        """Put kept files there; `kinds` are those of the pages among them. What is gone is deleted last.

        Raises: RemoteFault.
        """
        orders = {path: (_leads(path, kinds), media_type(path), path) for path in files}
        changed = sorted((path for path, name in files.items() if self.known.get(path) != name), key=orders.__getitem__)
        gone = sorted(self.known.keys() - files.keys())
        if not changed and not gone:
            return
        done = 0
        try:
            self._remember({**self.known, **dict.fromkeys(changed, "")})
            for batch in _batches(changed, orders):
                self.remote.write({path: _read(store, files[path]) for path in batch}, media_type(batch[0]))
                done += len(batch)
                progress(done, len(changed))
            self.remote.delete(gone)
            self._remember(files)
        except RemoteFault as fault:
            raise RemoteFault(f"{fault} What is there is partly new; build again to finish it.", begun=True) from None

    def _there(self) -> Mapping[str, str]:
        """Read what is there. Never write over something that is no site of ours."""
        kept = self.remote.read([LIST]).get(LIST)
        if kept is not None:
            known: Mapping[str, str] = json.loads(kept)
            return known
        if not self.remote.is_empty():
            raise RemoteFault(f"The output {self.remote.url} holds something else than a site. Name another one.")
        return {}

    def _remember(self, files: Mapping[str, str]) -> None:
        self.remote.write({LIST: json.dumps(dict(sorted(files.items()))).encode()}, "application/json")


def _leads(path: str, kinds: Mapping[str, str]) -> bool:
    """Tell whether readers come from a file to others."""
    plain = path.removesuffix(".br").removesuffix(".gz")
    return kinds.get(plain) in LEADING or plain.endswith("/search.json") or plain.startswith("sitemap")


def _batches(paths: Sequence[str], orders: Mapping[str, tuple[bool, str, str]]) -> Iterator[list[str]]:
    """Cut sorted paths into batches of one media type."""
    for _, alike in groupby(paths, key=lambda path: orders[path][:2]):
        some = list(alike)
        yield from (some[start : start + AT_ONCE] for start in range(0, len(some), AT_ONCE))


def media_type(path: str) -> str:
    """Say what a host must say of a file."""
    if path.endswith((".br", ".gz")) or path == "_headers":
        return "application/octet-stream"
    found = guess_type(path, strict=True)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") else found


def _read(store: Store, name: str) -> bytes:
    content = store.read(name)
    if content is None:
        raise RemoteFault("Something that was kept is damaged. Build again.")
    return content
