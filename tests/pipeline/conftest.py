"""What the tests of the build share: a small site to build, and a way to compare what comes of it."""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.conftest import TODAY, Repository

from suluh.pipeline import Order, build

GUIDE = "content/guides/unpaid-work/th.md"
Site = Mapping[str, str]
"""The digest of each file of a site, by its path."""


@pytest.fixture
def small(riverside: Repository) -> Repository:
    """Give the small site without its handbook, which is built by other hands and takes its time."""
    shutil.rmtree(riverside.path("handbook"))
    return riverside


def order(repository: Repository, output: Path | None = None, *, quick: bool = True) -> Order:
    """Order a build of every language as it stands on a fixed day; a quick one has no compressed copies."""
    return Order(root=repository.root, output=output or repository.path("site"), today=TODAY, quick=quick)


def built(wanted: Order) -> Site:
    """Build, and digest every file."""
    report = build(wanted)
    assert [str(problem) for problem in report.problems] == []
    assert report.published
    return digests(wanted.output)


def digests(folder: Path) -> Site:
    """Digest every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def cold(repository: Repository, tmp_path: Path, *, quick: bool = True) -> Site:
    """Build a copy of a repository elsewhere, with nothing kept."""
    elsewhere = tmp_path / "elsewhere"
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(repository.root, elsewhere, ignore=shutil.ignore_patterns("site", ".suluh", ".site*"))
    return built(order(Repository(elsewhere), quick=quick))


def left_behind(repository: Repository) -> list[str]:
    """List what a build left beside the site."""
    return sorted(path.name for path in repository.root.glob(".site*"))
