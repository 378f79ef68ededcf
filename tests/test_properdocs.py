"""The door to the host leads to two: a site can move from MkDocs to its heir without a reader noticing."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import Repository, Run


def pages(folder: Path) -> dict[str, bytes]:
    """Read every page that readers see; the handbook is made by the host's own theme."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if not name.startswith("handbook/")}


@pytest.mark.slow
def test_both_hosts_write_the_same_bytes_for_readers(riverside: Repository, run: Run) -> None:
    made = {}
    for host in ("mkdocs", "properdocs"):
        said = run("build", "--root", riverside.root, "--output", riverside.path(host), "--host", host)
        assert (said.returncode, said.stdout) == (0, "")
        assert riverside.path(f"{host}/handbook/index.html").is_file()
        made[host] = pages(riverside.path(host))
        shutil.rmtree(riverside.path(".suluh"))
    assert "th/index.html" in made["mkdocs"]
    assert made["mkdocs"] == made["properdocs"]
