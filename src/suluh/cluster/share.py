"""The place through which machines give each other files: a folder or an object store, opened by its address.

Files go there many at a time, in packs. A pack is named by its content and never changes, so anybody may delete any of
them at any time: whatever is missing, or is not what its name says, is made again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

import brotli

from suluh.remote import Remote
from suluh.store import name_of

QUALITY = 3
"""Of 11: pages are so alike that a pack of them becomes thirty times smaller, for a few milliseconds."""


class Lost(Exception):
    """Packs that the share does not have, or not as their names say."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names)
        self.names = names


def pack(files: Mapping[str, bytes]) -> bytes:
    """Put files into a pack; the same files make the same pack."""
    names = sorted(files)
    head = json.dumps([[name, len(files[name])] for name in names]).encode()
    whole = b"".join([len(head).to_bytes(8, "big"), head, *(files[name] for name in names)])
    packed: bytes = brotli.compress(whole, quality=QUALITY)
    return packed


def unpack(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the files of a pack."""
    whole = memoryview(brotli.decompress(data))
    start = 8 + int.from_bytes(whole[:8], "big")
    for name, size in json.loads(bytes(whole[8:start])):
        yield name, bytes(whole[start : start + size])
        start += size


class Share:
    """A share, opened. Raises: RemoteFault, wherever it cannot be reached."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._files = Remote(url, "share")

    def try_out(self) -> None:
        """Write something, so that a wrong address, bucket or key is known before the work begins."""
        self.get([self.put(pack({}))])

    def has(self, name: str) -> bool:
        """Tell whether there is a pack of this name; it may be damaged."""
        return self._files.has(_path(name))

    def put(self, packed: bytes) -> str:
        """Put a pack into the share, whether it is there or not, and give its name."""
        name = name_of(packed)
        self._files.write({_path(name): packed})
        return name

    def get(self, names: Sequence[str]) -> dict[str, bytes]:
        """Take packs out of the share, all at once.

        Raises: Lost.
        """
        found = self._files.read([_path(name) for name in names])
        packs = {name: content for name in names if (content := found.get(_path(name))) and name_of(content) == name}
        if len(packs) < len(set(names)):
            raise Lost([name for name in names if name not in packs])
        return packs


def _path(name: str) -> str:
    return f"{name[:2]}/{name[2:]}"
