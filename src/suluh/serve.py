"""The preview: watch, rebuild what changed, and show it, with whatever is wrong."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from urllib.parse import unquote, urlsplit

from watchfiles import watch

from suluh.model.site import CONTENT
from suluh.pipeline import Order, Report, make, make_last, make_search
from suluh.pipeline.memory import Memory
from suluh.pipeline.promised import LAST
from suluh.problem import Place, Problem, as_text, error
from suluh.store import Store

WATCHED = (*CONTENT, "overrides", "handbook")
_PING = 10.0  # seconds
_POLICY = b'<meta http-equiv="Content-Security-Policy"'
_SCRIPT = """
const panel = document.createElement("pre");
panel.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;z-index:9;" +
  "background:#3a1a13;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;direction:ltr;text-align:left";
let version = null;
new EventSource("/__suluh/events").onmessage = (event) => {
  const state = JSON.parse(event.data);
  if (version !== null && state.version !== version) location.reload();
  version = state.version;
  panel.textContent = state.problems;
  if (state.problems) document.body.append(panel); else panel.remove();
};
"""


class Preview:
    """The last good site, and what is wrong with what has been written since."""

    def __init__(self, order: Order) -> None:
        self.order = replace(order, quick=True)
        self.store = Store(order.store)
        self.files: Mapping[str, str] = {}
        self.version = 0
        self._memory = Memory()
        self._adding = threading.Lock()
        self.problems: tuple[Problem, ...] = ()
        self._changed = threading.Condition()

    def rebuild(self) -> Report:
        """Make the site once more, and tell everybody who looks on. Nothing is laid out: pages come from the store."""
        files: Mapping[str, str] | None = None
        try:
            files, report = make(self.order, self._memory)
        except Exception as fault:  # noqa: BLE001 (a template that breaks must not end the preview)
            said = f"{type(fault).__name__}: {fault}"
            report = Report((error(Place("overrides"), "theme/broken", said, "Run 'build' to see where."),))
        with self._changed:
            self.problems = report.problems
            self.files = files or self.files
            self.version += report.published
            self._changed.notify_all()
        return report

    def states(self) -> Iterator[str]:
        """Give the state now, and again after each build; an empty one keeps the line open."""
        yield self._state()
        while True:
            with self._changed:
                news = self._changed.wait(_PING)
            yield self._state() if news else ""

    def _state(self) -> str:
        return json.dumps({"version": self.version, "problems": as_text(self.problems)})

    def page(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        """Answer a path: status, type and bytes."""
        file = unquote(path).lstrip("/")
        if "/search" in file and file not in self.files and file.endswith(".json"):
            self._add(make_search, file.partition("/")[0], file)
        if file.endswith(LAST) and file not in self.files:
            self._add(make_last, file, file)
        file = f"{file}index.html" if not file or file.endswith("/") else file
        status = HTTPStatus.OK if file in self.files else HTTPStatus.NOT_FOUND
        if status is HTTPStatus.NOT_FOUND and f"{file}/index.html" in self.files:
            status, file = HTTPStatus.OK, f"{file}/index.html"
        elif status is HTTPStatus.NOT_FOUND:
            file = "404.html"
        data = self.store.read(self.files.get(file, ""))
        if data is None:
            return HTTPStatus.SERVICE_UNAVAILABLE, "text/html", _watched(self._nothing())
        kind = guess_type(file)[0] or "application/octet-stream"
        return status, kind, _watched(data) if kind == "text/html" else data

    def _add(self, maker: Callable[[Order, Memory, str], Mapping[str, str]], wanted: str, file: str) -> None:
        """Make what a quick build leaves out when somebody asks for it: no change has to wait for that."""
        with self._adding:
            if file in self.files:  # somebody else has asked meanwhile
                return
            made = maker(self.order, self._memory, wanted)
            self.files = {**self.files, **made}

    def _nothing(self) -> bytes:
        text = escape(as_text(self.problems) or "The site is being built.")
        return f'<!doctype html><html lang="en"><title>Preview</title><pre>{text}</pre></html>'.encode()


def _watched(page: bytes) -> bytes:
    """Let a page hear of changes; the policy of the real site would forbid that."""
    start = page.find(_POLICY)
    if start >= 0:
        page = page[:start] + page[page.index(b">", start) + 1 :]
    return page + b'<script src="/__suluh/preview.js"></script>'


def serve(
    order: Order,
    port: int,
    note: Callable[[str], None],
    say: Callable[[tuple[Problem, ...]], None],
    pages: Sequence[str] = (),
) -> None:
    """Serve the preview on this computer alone until it is stopped. Some of its `pages` are told with their address."""
    preview = Preview(order)
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(preview))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    note("\n".join((f"Open {address} (Ctrl+C stops)", *(f"  {address}{page}" for page in pages))))
    folders = [order.root / name for name in WATCHED if (order.root / name).is_dir()]
    changes = watch(*folders, step=20, debounce=200, rust_timeout=200, yield_on_timeout=True, raise_interrupt=False)
    next(changes, None)  # from here on nothing is missed, also while the first build runs
    say(preview.rebuild().problems)
    try:
        for changed in changes:
            if not changed:
                continue
            report = preview.rebuild()
            say(report.problems)
            note("Built anew." if report.published else "The last good site stays.")
    finally:
        server.shutdown()
        server.server_close()


def _handler(preview: Preview) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == "/__suluh/events":
                self._events()
            elif path == "/__suluh/preview.js":
                self._answer(HTTPStatus.OK, "text/javascript", _SCRIPT.encode())
            else:
                self._answer(*preview.page(path))

        def _answer(self, status: HTTPStatus, kind: str, data: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

        def _events(self) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            try:
                for state in preview.states():
                    self.wfile.write(f"data: {state}\n\n".encode() if state else b": still here\n\n")
                    self.wfile.flush()
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
            """Say nothing of each request."""

    return Handler
