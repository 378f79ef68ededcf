"""A real Chromium, a real nginx, and the real site."""

import fcntl
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from tests.conftest import ROOT, SUB_PATH

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""What keeps Chromium from asking anybody anything by itself."""

NUMBERS = "Numbers (Lighthouse: performance, accessibility, best practices, SEO)"
"""Under this name a test records a line that is to be read also when all is well."""

HERE = Path(__file__).parent
Phone = Callable[..., BrowserContext]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and put those last that run alone."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
    items.sort(key=_alone)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let a test that runs alone wait for those of other processes, and those wait for it."""
    with Path(__file__).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if _alone(item) else fcntl.LOCK_SH)
        return (yield)


def _alone(item: pytest.Item) -> bool:
    return item.get_closest_marker("alone") is not None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded to be read."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    lines = [line for report in reports for name, line in report.user_properties if name == NUMBERS]
    if lines:
        terminalreporter.section(NUMBERS)
        terminalreporter.write_line("\n".join(lines))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start the driver once."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start Chromium once."""
    started = playwright.chromium.launch(executable_path=program(), args=QUIET)
    yield started
    started.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Phone]:
    """Open cheap phones, by default with scripts off: `phone(script=True, locale="ur-PK")`."""
    opened: list[BrowserContext] = []

    def made(*, script: bool = False, width: int = 390, height: int = 844, **kind: object) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": width, "height": height}, is_mobile=True, has_touch=True, java_script_enabled=script,
            **kind,  # type: ignore[arg-type]
        )  # fmt: skip
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield made
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Host"]:
    """Run nginx with the configuration that the handbook gives to those who deploy."""
    started = Host(tmp_path_factory.mktemp("nginx"))
    yield started
    started.stop()


class Host:
    """An nginx of our own on a free port of this computer."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        (folder / "www").mkdir()
        (folder / "modules").symlink_to(modules())
        (folder / "nginx.conf").write_text(self._configuration())
        self.process = subprocess.Popen([nginx(), "-p", str(folder), "-e", "error.log", "-c", "nginx.conf"])
        self._wait()

    def _configuration(self) -> str:
        """Take the server from the handbook and give it this port, this folder, and a path below which it serves."""
        page = (ROOT / "handbook/build/deploy.md").read_text("utf-8")
        server = page.partition("```nginx\n")[2].partition("```")[0]
        for old, new in (
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.port};"),
            ("server_name example.org;", ""),
            ("root /srv/suluh/site;", f"root {self.folder}/www;"),
            ("error_page 404 /", f"error_page 404 {SUB_PATH}"),
            ("location ~ ^/(", f"location ~ ^{SUB_PATH}("),
        ):
            assert old in server, f"the handbook's nginx has no '{old}'"
            server = server.replace(old, new)
        kept = "\n".join(
            f"{name}_temp_path {self.folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        return f"""
daemon off;
master_process off;
pid nginx.pid;
load_module modules/ngx_http_brotli_static_module.so;
events {{}}
http {{
include /etc/nginx/mime.types;
{kept}
{server}
}}
"""

    def _wait(self) -> None:
        for _ in range(200):
            assert self.process.poll() is None, (self.folder / "error.log").read_text()
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        pytest.fail("nginx does not answer")

    def give(self, site: Path, path: str) -> str:
        """Give out a site below a path, and tell its address."""
        place = self.folder / "www" / path.strip("/")
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(site)
        return f"{self.address}/{path.strip('/')}/"

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture(scope="session")
def site(host: Host, flagship: Path) -> str:
    """Give out the flagship as its readers get it, below a path; the address ends in a slash."""
    return host.give(flagship, SUB_PATH)


SIGNS = ("/mark.svg", "/plain.svg")

KEPT = """async () => ({
  address: location.href,
  history: [history.length, history.state],
  cookie: document.cookie,
  local: {...localStorage},
  session: {...sessionStorage},
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


def kept(page: Page) -> dict[str, object]:
    """Tell all that a page could have left behind on the phone."""
    return dict(page.evaluate(KEPT))


def asked(page: Page) -> list[str]:
    """List what a page asks of the network from now on, but for the sign in its tab, which may come late."""
    addresses: list[str] = []
    page.on("request", lambda one: None if one.url.endswith(SIGNS) else addresses.append(one.url))
    return addresses


def program() -> str:
    """Name the Chromium that is driven; CHROMIUM names another one than Debian's."""
    return os.environ.get("CHROMIUM", "/usr/bin/chromium")  # noqa: TID251 (no test reads it, only this door)


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def nginx() -> str:
    """Find the program; it is for administrators, and not on everybody's path."""
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin") or "nginx"


def modules() -> Path:
    """Find where nginx keeps its modules."""
    told = subprocess.run([nginx(), "-V"], capture_output=True, text=True, check=True).stderr
    match = re.search(r"--modules-path=(\S+)", told)
    assert match is not None
    return Path(match[1])
