"""Who is measured: for each, how it is installed, given the corpus, built, edited and moved."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from corpus import write
from invented import PLANTED, PROJECT, TODAY, Corpus
from measure import Cost, run
from peers import hugo, material, plain

PEERS = PROJECT / ".suluh" / "benchmarks" / "peers"
LOCK = Path(__file__).with_name("requirements.txt")
EDITED = "guide-004"  # it holds the planted word
_WORD = re.compile(rf"\b{PLANTED['en']}\w*")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": ""}  # as on a desk


class Missing(Exception):
    """A peer cannot be installed here."""


def install() -> None:
    """Install the peers into an environment of their own, once for each lock.

    Raises: Missing.
    """
    stamp = PEERS / LOCK.name
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes():
        return
    python = PEERS / "bin" / "python"
    make = [sys.executable, "-m", "venv", "--clear", str(PEERS)]
    fill = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-qq", "--require-hashes",
            "--only-binary", ":all:", "-r", str(LOCK)]  # fmt: skip
    for command in (make, fill):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"The other generators cannot be installed here: {done.stderr.strip()[-400:]}")
    shutil.copyfile(LOCK, stamp)


class Contender:
    """One generator with one corpus in one folder."""

    name: str
    slow = False
    settings: Mapping[str, str] = QUIET

    def __init__(self, folder: Path) -> None:
        self.folder = folder  # what is written; `-fresh` beside it is what a checkout would bring
        self.fresh = folder.with_name(f"{folder.name}-fresh")
        self.edits = 0

    @property
    def output(self) -> Path:
        """Where the site is built."""
        raise NotImplementedError

    @property
    def kept(self) -> tuple[str, ...]:
        """What a continuous build would keep for the next one, inside the folder."""
        return ()

    @property
    def edited(self) -> Path:
        """The text that changes."""
        raise NotImplementedError

    def command(self) -> list[str | Path]:
        """The command that builds everything."""
        raise NotImplementedError

    def after_edit(self) -> list[str | Path]:
        """The command that builds after one edit."""
        return self.command()

    def forget(self) -> None:
        """Take away the output, and all that was kept."""
        self._clear(*self.kept)

    def cold(self, *, memory: bool = False) -> Cost:
        """Build with nothing kept and no output."""
        self.forget()
        return run(self.command(), self.folder, self.settings, memory=memory)

    def change(self) -> None:
        """Change one word of one guide in the source language to one that was never there."""
        self.edits += 1
        new = PLANTED["en"] + "".join(chr(ord("a") + int(digit)) for digit in str(self.edits))
        text = self.edited.read_text("utf-8")
        self.edited.write_text(_WORD.sub(new, text, count=1), "utf-8")

    def edit(self, *, memory: bool = False) -> Cost:
        """Build after one edit."""
        self.change()
        return run(self.after_edit(), self.folder, self.settings, memory=memory)

    def moved(self) -> Cost:
        """Build a fresh checkout, every file new, with what was kept of the last build."""
        self._clear()
        for path in self.folder.iterdir():
            if path.name not in {*self.kept, self.output.name}:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.fresh, self.folder, dirs_exist_ok=True, copy_function=shutil.copyfile)
        return run(self.command(), self.folder, self.settings)

    def remember(self) -> None:
        """Keep a copy of what was written, for fresh checkouts."""
        shutil.rmtree(self.fresh, ignore_errors=True)
        shutil.copytree(self.folder, self.fresh)

    def _clear(self, *names: str) -> None:
        shutil.rmtree(self.output, ignore_errors=True)
        for name in names:
            shutil.rmtree(self.folder / name, ignore_errors=True)


class Ours(Contender):
    """Suluh, from its source."""

    name = "Suluh"

    def __init__(self, folder: Path, engine: Path = PROJECT, *, quick: bool = True) -> None:
        super().__init__(folder)
        self.engine = engine
        self.quick = quick

    def prepare(self, corpus: Corpus) -> None:
        """Write the repository."""
        write(corpus, self.folder, self.engine)
        self.remember()

    @property
    def output(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}-site")

    @property
    def kept(self) -> tuple[str, ...]:
        return (".suluh",)

    @property
    def edited(self) -> Path:
        return self.folder / "content" / "guides" / EDITED / "en.md"

    @cached_property
    def knows_quick(self) -> bool:
        """Tell whether the engine can leave out what only a host needs."""
        asked = [sys.executable, str(self.engine / "build.py"), "build", "--help"]
        return "--quick" in subprocess.run(asked, capture_output=True, text=True, check=False).stdout

    def command(self) -> list[str | Path]:
        quick = ["--quick"] if self.quick and self.knows_quick else []
        return [sys.executable, self.engine / "build.py", "build", "--root", self.folder, "--output", self.output,
                "--as-of", TODAY.isoformat(), *quick]  # fmt: skip


class Hugo(Contender):
    """Hugo with a lean theme: its own program, not the Python that starts it."""

    name = "Hugo"

    def prepare(self, corpus: Corpus, ours: Path) -> None:
        """Write the site; a page of ours lends its style."""
        hugo.write(corpus, self.folder, ours)
        self.remember()

    @cached_property
    def program(self) -> Path | None:
        """The binary that the wheel brings: to the environment of the peers, or to that of the tests."""
        folders = (PEERS, Path(sys.prefix))
        found = (path for one in folders for path in one.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
        return next(found, None)

    @property
    def output(self) -> Path:
        return self.folder / "public"

    @property
    def kept(self) -> tuple[str, ...]:
        return ("resources", "cache")

    @property
    def edited(self) -> Path:
        return self.folder / "content" / "en" / "guides" / f"{EDITED}.md"

    def command(self) -> list[str | Path]:
        if self.program is None:
            raise Missing("Hugo is not installed here.")
        return [self.program, "--quiet", "--noBuildLock", "--cacheDir", self.folder / "cache"]


class Plain(Contender):
    """Bare MkDocs: one small template, one build a language, two at a time."""

    name = "bare MkDocs"

    def prepare(self, corpus: Corpus, ours: Path) -> None:
        """Write one project a language."""
        plain.write(corpus, self.folder, ours)
        self.remember()

    @property
    def output(self) -> Path:
        return self.folder / "out"

    @property
    def edited(self) -> Path:
        return self.folder / "content" / "en" / "guides" / f"{EDITED}.md"

    def command(self) -> list[str | Path]:
        return [PEERS / "bin" / "python", Path(plain.__file__).with_name("plain_build.py"), self.folder]

    def after_edit(self) -> list[str | Path]:
        return [*self.command(), "en"]


class Material(Contender):
    """Material for MkDocs with static-i18n, as both come."""

    name = "Material + static-i18n"
    slow = True

    def prepare(self, corpus: Corpus) -> None:
        """Write one project with a folder a language."""
        material.write(corpus, self.folder)
        self.remember()

    @property
    def output(self) -> Path:
        return self.folder / "site"

    @property
    def edited(self) -> Path:
        return self.folder / "docs" / "en" / "guides" / f"{EDITED}.md"

    def command(self) -> list[str | Path]:
        return [PEERS / "bin" / "python", "-m", "mkdocs", "build", "--quiet"]


def workplace(asked: Path | None) -> Path:
    """Choose where files go: a memory disk where there is one."""
    memory = Path("/dev/shm")
    base = asked or (memory if os.access(memory, os.W_OK) else PROJECT / ".suluh" / "benchmarks")
    folder = base / "suluh-benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
