"""What the tests share: small repositories that a test may change, and the program to run on them."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from suluh.load import load_everything
from suluh.model.site import Site
from suluh.problem import Problem

HERE = Path(__file__).parent
ROOT = HERE.parent
TODAY = date(2026, 11, 28)
"""The day on which the tests read a site, so that they say the same on every day."""

settings.register_profile("suluh", deadline=None)  # a busy computer is no fault of the law that is tested
settings.load_profile("suluh")

SUB_PATH = "/some/where/"
"""Where the flagship stands in tests: below a path, as on a host that many share."""

PLANTED = {"my": "မီးပုံးပျံ", "km": "គោមហោះ", "th": "โคมลอย"}
"""A word that stands once in the guide of `sites/riverside`, between others and without spaces: search must find it."""

Run = Callable[..., subprocess.CompletedProcess[str]]
SiteAt = Callable[..., "Repository"]


class Repository:
    """A repository of content that belongs to one test."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, name: str) -> Path:
        return self.root / name

    def read(self, name: str) -> str:
        return self.path(name).read_text("utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file exactly as given, with the folders above it."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, name: str, old: str, new: str) -> None:
        """Put `new` where the file has `old`, which must stand there once."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def remove(self, name: str) -> None:
        self.path(name).unlink()


WORDS = {"riverside": ("th", "my", "km"), "faults": ()}
"""The small sites borrow the words of the interface from the flagship, so that a new word is written only there."""


def copied(site: str, folder: Path, *, theme: bool = False) -> Repository:
    """Copy a site of `tests/sites` into a folder; `theme` brings the flagship's theme along."""
    shutil.copytree(HERE / "sites" / site, folder, dirs_exist_ok=True)
    strings = folder / "content" / "strings"
    strings.mkdir(exist_ok=True)
    for code in WORDS[site]:
        shutil.copyfile(ROOT / "content" / "strings" / f"{code}.yml", strings / f"{code}.yml")
    if theme:
        shutil.copytree(ROOT / "overrides", folder / "overrides", dirs_exist_ok=True)
    return Repository(folder)


def load_all(root: Path) -> tuple[Site | None, list[Problem]]:
    """Read a whole site at once: its records, and the long texts of all its parts."""
    return load_everything(root)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew, to be read before they stay")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no process is left with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files are to be written anew."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def site_at(tmp_path: Path) -> SiteAt:
    """Copy a small site, by default the good one of `sites/riverside`, for this test alone.

    `site_at(theme=True)` brings the theme along, which a build needs and a check does not.
    """

    def made(site: str = "riverside", *, theme: bool = False) -> Repository:
        return copied(site, tmp_path / site, theme=theme)

    return made


@pytest.fixture
def riverside(site_at: SiteAt) -> Repository:
    """Give the good small site, with the theme: it can be checked and built."""
    return site_at(theme=True)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the program in a process of its own: `run("check", "--root", folder)`.

    It knows nothing of this computer but where Python is, and what depends on the day reads the site as it stands on a
    fixed day unless the test names another with `--as-of`.
    """

    def ran(*args: str | Path, cwd: Path = tmp_path, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*args),
            cwd=cwd,
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    return ran


def command(*args: str | Path) -> list[str]:
    """Say how to start the program, on a fixed day unless the arguments name one."""
    verb = str(args[0]) if args else ""
    dated = verb in {"build", "check", "serve", "facts"} and "--as-of" not in args and "--help" not in args
    return [sys.executable, "-m", "suluh", *map(str, args), *(("--as-of", TODAY.isoformat()) if dated else ())]


def environment(home: Path) -> dict[str, str]:
    """Give a program what it may know of this computer."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "COLUMNS": "100",
    }


@pytest.fixture(scope="session")
def flagship(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site once, from a copy and with nothing kept, for an address below a path."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    root, made = shared / "flagship", shared / "flagship/made"
    with (shared / "flagship.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            for name in ("content", "directory", "campaigns", "overrides", "handbook"):
                shutil.copytree(ROOT / name, root / name)
            shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
            address = f"https://suluh.example{SUB_PATH}"
            subprocess.run(command("build", "--root", root, "--address", address), env=environment(root), check=True)
            made.touch()
    return root / "site"
