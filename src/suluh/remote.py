"""A folder or an object store, wherever it is, opened by its address."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

Given = TypeVar("Given")

HOW = "pip install 'suluh[cluster]'"
LIKE = "Write s3://BUCKET/PREFIX or file:///FOLDER."


class RemoteFault(Exception):
    """Something elsewhere will not do; what it says is for whoever started the build.

    `begun` tells that something had been replaced already.
    """

    def __init__(self, said: str, *, begun: bool = False) -> None:
        super().__init__(said)
        self.begun = begun


class Remote:
    """Files below an address, and what they are there for, such as 'share'. Raises: RemoteFault, wherever it fails."""

    def __init__(self, url: str, purpose: str) -> None:
        self.url, self.purpose = url, purpose
        self._files, self._root = self._opened()

    def has(self, name: str) -> bool:
        """Tell whether there is a file of this name."""
        return bool(self._asked(lambda: self._files.exists(self._path(name))))

    def read(self, names: Sequence[str]) -> dict[str, bytes]:
        """Read those files that are there, all at once."""
        paths = {self._path(name): name for name in names}
        found = self._asked(lambda: self._files.cat(list(paths), on_error="return")) if names else {}
        for answer in found.values():
            if isinstance(answer, Exception) and not isinstance(answer, FileNotFoundError):
                raise self._fault(answer)
        return {paths[path]: content for path, content in found.items() if isinstance(content, bytes)}

    def write(self, files: Mapping[str, bytes], kind: str = "") -> None:
        """Write files, all at once; a reader finds each as it was or as it will be. `kind` is their media type."""
        told = {"ContentType": kind} if kind and "s3" in self._protocols else {}
        paths = {self._path(name): content for name, content in files.items()}
        if "file" in self._protocols:
            self._asked(lambda: self._replace(paths))
        else:
            self._asked(lambda: self._files.pipe(paths, **told))

    def delete(self, names: Sequence[str]) -> None:
        """Delete files."""
        if names:
            self._asked(lambda: self._files.rm([self._path(name) for name in names]))

    def is_empty(self) -> bool:
        """Tell whether there is nothing at all."""
        return not self._asked(lambda: self._files.exists(self._root) and self._files.ls(self._root, refresh=True))

    @property
    def _protocols(self) -> Sequence[str]:
        kinds: str | Sequence[str] = self._files.protocol
        return [kinds] if isinstance(kinds, str) else kinds

    def _opened(self) -> tuple[Any, str]:
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise RemoteFault(f"To reach {self.url}, type: {HOW}") from None
        kind, found, _ = self.url.partition("://")
        if not found:
            raise RemoteFault(f"'{self.url}' is no address of a {self.purpose}. {LIKE}")
        try:
            files, root = url_to_fs(self.url)
        except ImportError as fault:
            raise RemoteFault(f"This kind of {self.purpose} needs a library: {fault}.") from None
        except ValueError:
            raise RemoteFault(f"'{kind}' is no kind of {self.purpose}. {LIKE}") from None
        return files, root.rstrip("/")

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _replace(self, files: Mapping[str, bytes]) -> None:
        for path, content in files.items():
            part = f"{path}.{uuid.uuid4().hex}.part"  # a folder shows a file while it is being written
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
            self._files.pipe_file(part, content)
            self._files.mv(part, path)

    def _asked(self, question: Callable[[], Given]) -> Given:
        try:
            return question()
        except Exception as fault:  # noqa: BLE001 (every kind of place has exceptions of its own)
            raise self._fault(fault) from None

    def _fault(self, fault: Exception) -> RemoteFault:
        of_it = f"The {self.purpose} {self.url}"
        if isinstance(fault, FileNotFoundError):
            return RemoteFault(f"{of_it} does not exist. Make its bucket first, and look at its name.")
        if isinstance(fault, PermissionError):
            return RemoteFault(f"{of_it} refuses us: {fault}. Look at the keys and at what they may do.")
        return RemoteFault(f"{of_it} cannot be used: {str(fault) or type(fault).__name__}.")
