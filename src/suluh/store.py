"""Keep results by the digest of all they depend on, so that nothing is made twice."""

import hashlib
import os
import shutil
from pathlib import Path


def digest(*parts: str | bytes) -> str:
    """Digest some parts in their order: 40 hex digits."""
    hashed = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "big"))
        hashed.update(data)
    return hashed.hexdigest()[:40]


class Store:
    """A folder of results. What is in it may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def get(self, key: str) -> bytes | None:
        """Give a kept result."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep a result; a build that is killed here leaves no half of it."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_bytes(data)
        part.chmod(0o444)  # whoever edits the site by hand would edit what is kept, too
        part.replace(path)

    def copy(self, key: str, target: Path) -> bool:
        """Put a kept result at a place, without a second copy where the disk allows it."""
        try:
            os.link(self._path(key), target)
        except FileNotFoundError:
            return False
        except FileExistsError:
            target.unlink()  # never write into it: it may be another result's own file
            return self.copy(key, target)
        except OSError:
            shutil.copyfile(self._path(key), target)
        return True
