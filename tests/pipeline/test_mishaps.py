"""What happens to a build that the computer lets down: it says so, the old site stays, and the next build is right."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.conftest import TODAY, Repository, Run, command, environment
from tests.pipeline.conftest import built, cold, digests, order

GUIDE = "content/guides/unpaid-work/th.md"
SMALLEST = 20_000  # bytes: less than a page of the small site, more than what is written on the way to one


@pytest.fixture
def old_site(riverside: Repository) -> Repository:
    """Give the small site, once built, and then changed."""
    shutil.rmtree(riverside.path("handbook"))
    built(order(riverside))
    text = riverside.read(GUIDE)
    riverside.write(GUIDE, f"{text.rstrip()} ก\n")
    return riverside


def build_with(repository: Repository, home: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own that something before it holds back."""
    words = command("build", "--root", repository.root, "--as-of", TODAY.isoformat(), "--quick")
    return subprocess.run(
        [*before, *words], cwd=home, env=environment(home), capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.slow
def test_a_disk_that_takes_no_more_is_named_and_the_old_site_stays(old_site: Repository, tmp_path: Path) -> None:
    before = digests(old_site.path("site"))
    shutil.rmtree(old_site.path(".suluh"))  # so that everything would have to be written again
    said = build_with(old_site, tmp_path, "prlimit", f"--fsize={SMALLEST}")
    assert said.returncode == 1
    assert said.stderr.endswith("File too large. Nothing was replaced.\n")
    assert "Traceback" not in said.stdout + said.stderr
    assert digests(old_site.path("site")) == before
    assert built(order(old_site)) == cold(old_site, tmp_path)


@pytest.mark.slow
def test_where_nothing_can_be_kept_the_site_is_made_all_the_same(
    old_site: Repository, tmp_path: Path, run: Run
) -> None:
    shutil.rmtree(old_site.path(".suluh"))
    old_site.write(".suluh", "a file stands where the folder would be")
    said = run("build", "--root", old_site.root, "--quick", "--as-of", TODAY.isoformat())
    assert said.returncode == 0, said.stderr
    assert ".suluh:1:1: warning: Nothing can be kept here: " in said.stdout
    assert digests(old_site.path("site")) == cold(old_site, tmp_path)
    assert not list(old_site.root.glob(".site*"))


@pytest.mark.parametrize("years", [-30, 30])
def test_a_clock_that_jumps_changes_nothing(old_site: Repository, tmp_path: Path, years: int) -> None:
    """Files that are changed without their size or time being so are still seen to have changed."""
    built(order(old_site))
    jumped = old_site.path(GUIDE).stat().st_mtime + years * 31_556_952
    for path in [old_site.path(GUIDE), *old_site.path(".suluh").rglob("*")]:
        os.utime(path, (jumped, jumped))
    old_site.write(GUIDE, f"{old_site.read(GUIDE).rstrip()[:-1]}ข\n")
    os.utime(old_site.path(GUIDE), (jumped, jumped))
    assert built(order(old_site)) == cold(old_site, tmp_path)


@pytest.mark.slow
def test_a_worker_that_is_killed_is_told_and_the_old_site_stays(old_site: Repository, tmp_path: Path) -> None:
    before = digests(old_site.path("site"))
    shutil.rmtree(old_site.path(".suluh"))
    words = command("build", "--root", old_site.root, "--as-of", TODAY.isoformat(), "--workers", "2")
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as building:
        killed = killed_worker(building)
        said = building.communicate(timeout=120)
    assert killed, "no worker was found before the build had ended"
    assert building.returncode == 1
    assert "A worker was ended by the system, most often for want of memory. Nothing was replaced. " in said[1]
    assert "Traceback" not in "".join(said)
    assert digests(old_site.path("site")) == before
    assert built(order(old_site)) == cold(old_site, tmp_path)


def killed_worker(building: "subprocess.Popen[str]") -> bool:
    """Kill a worker of a build as soon as there is one: a child of a child, which a server of processes forked."""
    while building.poll() is None:
        for server in children(building.pid):
            for worker in children(server):
                os.kill(worker, signal.SIGKILL)
                return True
        time.sleep(0.002)
    return False


def children(process: int) -> Sequence[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []
