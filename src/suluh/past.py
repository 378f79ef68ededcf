"""What a git repository held at a revision, and what differs from it now. Nothing of the repository is run."""

import hashlib
import os
import stat
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import which

from suluh.problem import did_you_mean

_SAFE = {
    "GIT_ALLOW_PROTOCOL": "",  # whatever a config says, nothing is fetched
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_QUIET = (
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.quotePath=false",
)
_INSIDE = "160000"  # the mode of a repository inside the repository


class PastFault(Exception):
    """The past cannot be read; what it says is for whoever asked."""

    def __init__(self, said: str, hint: str = "") -> None:
        super().__init__(f"{said}\n    {hint}" if hint else said)


@dataclass(frozen=True, slots=True)
class Past:
    """A commit, the files that differ from it, each as it was and as it is, and what is no file and differs too."""

    commit: str
    files: Mapping[str, tuple[bytes | None, bytes | None]]
    unread: tuple[str, ...]


def differing(root: Path, revision: str) -> Past:
    """Compare the working tree with where it left `revision`, as a pull request would. Raises: PastFault."""
    git = _Git(_top(root))
    commit = git.left(revision)
    then, now = git.tree(commit), git.index() | git.untracked()
    pairs: dict[str, tuple[str, str]] = {}
    held: dict[str, bytes] = {}
    for name in sorted({*then, *now}):
        was, kept = then.get(name, ""), now.get(name, "")
        content = git.read(name) if name in now else None
        if content is not None:
            kept = _blob(content, commit)
        if kept != was:
            pairs[name] = was, kept
            held |= {} if content is None else {kept: content}
    unread = [name for name, pair in pairs.items() if any(one.startswith(f"{_INSIDE} ") for one in pair)]
    lacking = {one for name in pairs.keys() - unread for one in pairs[name]} - held.keys() - {""}
    held |= git.blobs(sorted(lacking))
    files = {name: (held.get(was), held.get(kept)) for name, (was, kept) in pairs.items() if name not in unread}
    return Past(commit, files, tuple(unread))


def lay_out(root: Path, revision: str, folders: Sequence[str], into: Path) -> None:
    """Write some folders as they were where what is checked out left a revision. Raises: PastFault."""
    top = _top(root)
    git, below = _Git(top), root.resolve().relative_to(top)
    wanted = tuple(f"{(below / folder).as_posix()}/" for folder in folders)
    then = {name: blob for name, blob in git.tree(git.left(revision)).items() if name.startswith(wanted)}
    held = git.blobs(sorted({blob for blob in then.values() if not blob.startswith(f"{_INSIDE} ")}))
    for name, blob in then.items():
        if blob in held:
            path = into / Path(name).relative_to(below)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(held[blob])


def _top(root: Path) -> Path:
    """Find the repository that a folder lies in, to name it to git, which else might be led to another one."""
    here = root.resolve()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            return folder
    hint = "Name one with --root, or get the project with: git clone ADDRESS"
    raise PastFault(f"{root} is in no git repository, so nothing is known of its past.", hint)


def _blob(content: bytes, like: str) -> str:
    """Name a content as git does in a repository with names like this one."""
    kind = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return kind(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _kept(mode: str, name: str) -> str:
    return f"{_INSIDE} {name}" if mode == _INSIDE else name


class _Git:
    """The git program, asked about one repository."""

    def __init__(self, top: Path) -> None:
        program = which("git")
        if program is None:
            hint = "Install it; on Debian and Ubuntu: apt-get install git"
            raise PastFault("git is not installed, so nothing is known of the past.", hint)
        self.top = top
        self._begin = (program, *_QUIET, "-C", str(top), f"--git-dir={top / '.git'}", f"--work-tree={top}")
        self._inside = cache(lambda folder: folder.resolve() == folder)

    def left(self, revision: str) -> str:
        """Find the commit at which what is checked out left a revision."""
        if not revision or revision.startswith("-"):
            hint = "Write a branch, a tag or a commit: --base main"
            raise PastFault(f"'{revision}' is no revision.", hint)
        commit = self._asked("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
        if not commit:
            refs = self._asked("for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split()
            raise PastFault(f"There is no revision '{revision}' here.", self._deeper() or did_you_mean(revision, refs))
        base = self._asked("merge-base", commit, "HEAD").decode().strip()
        if not base:
            hint = self._deeper() or "Name the branch that it was begun from: --base BRANCH"
            raise PastFault(f"What is checked out has nothing in common with '{revision}'.", hint)
        return base

    def tree(self, commit: str) -> dict[str, str]:
        """Give the files of a commit, each with the name of its content."""
        found = {}
        for line in self._listed("ls-tree", "-r", "-z", "--full-tree", commit, "--"):
            head, _, name = line.partition("\t")
            mode, _, blob = head.split()
            found[name] = _kept(mode, blob)
        return found

    def index(self) -> dict[str, str]:
        """Give the files under version control; what a sparse checkout leaves out with the name of its content."""
        found = {}
        for line in self._listed("ls-files", "-z", "-t", "--stage", "--cached", "--"):
            head, _, name = line.partition("\t")
            state, mode, blob, _ = head.split()
            found[name] = _kept(mode, blob) if state == "S" or mode == _INSIDE else ""
        return found

    def untracked(self) -> dict[str, str]:
        """Give the files that are neither under version control nor left out of it."""
        found = self._listed("ls-files", "-z", "--others", "--exclude-standard", "--")
        return {name: _kept(_INSIDE, "") if name.endswith("/") else "" for name in found}

    def read(self, name: str) -> bytes | None:
        """Read a file of the working tree: of a link where it leads to, and never what is there."""
        path = Path(f"{self.top}/{name}")
        try:
            mode = path.lstat().st_mode if self._inside(path.parent) else 0
            if stat.S_ISLNK(mode):
                return os.fsencode(path.readlink())
            return path.read_bytes() if stat.S_ISREG(mode) else None
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as fault:
            raise PastFault(
                f"{name} cannot be read: {fault.strerror}.", "Give yourself the right to read it."
            ) from None

    def blobs(self, names: Sequence[str]) -> dict[str, bytes]:
        """Read contents of the past, all at once."""
        answer = self._asked("cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
        return dict(_cut(answer))

    def _deeper(self) -> str:
        """Say what helps where a clone was made without all of its past."""
        if self._asked("rev-parse", "--is-shallow-repository").strip() != b"true":
            return ""
        return "This clone is shallow. Type: git fetch --unshallow; in a workflow, check out with 'fetch-depth: 0'."

    def _listed(self, *words: str) -> list[str]:
        return [os.fsdecode(line) for line in self._asked(*words).split(b"\0") if line]

    def _asked(self, *words: str, given: bytes = b"") -> bytes:
        done = subprocess.run([*self._begin, *words], env=_SAFE, input=given, capture_output=True, check=False)  # noqa: S603 (no shell)
        if done.returncode and words[0] not in ("rev-parse", "merge-base"):
            said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            raise PastFault(f"git cannot read this repository: {said}")
        return done.stdout


def _cut(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Cut what `git cat-file --batch` says into contents by their names."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name, kind, *size = answer[at:end].decode().split()
        if kind != "blob":
            hint = "Clone it anew, without --filter, or type: git fetch --refetch"
            raise PastFault("This clone lacks parts of its past.", hint)
        at = end + 1 + int(size[0])
        yield name, answer[end + 1 : at]
        at += 1
