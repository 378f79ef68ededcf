"""What pages carry inside themselves: taken from pages of ours, so that every lean theme weighs the same."""

import re
import shutil
from importlib.resources import files
from pathlib import Path

from invented import Corpus

SHOWN = {
    "home": "en/index.html",
    "list": "en/guides/index.html",
    "guide": "en/guides/{guide}/index.html",
    "file": "en/guides/{guide}/{guide}.html",
    "laws": "en/laws/index.html",
    "directory": "en/directory/index.html",
    "find": "en/find/index.html",
    "organisation": "en/directory/{organisation}/index.html",
    "campaign": "en/campaigns/{campaign}/index.html",
    "target": "en/targets/office/index.html",
    "verify": "en/verify/index.html",
    "stories": "en/stories/index.html",
    "short": "c/{campaign}/index.html",
    "prose": "en/about/index.html",
    "search": "en/search/index.html",
    "missing": "en/404.html",
}
"""A page of ours for each kind of page."""

COPIED = ("index.html", "404.html", "w/index.html", "mark.svg")
"""What belongs to no language: the door, the page for what is not there, the one that a reader leaves by, the sign."""

WAYS = {
    "guides": "book-open-variant-outline",
    "directory": "hand-heart-outline",
    "find": "filter-variant",
    "campaigns": "bullhorn-outline",
    "stories": "account-voice",
    "verify": "check-decagram-outline",
    "search": "magnify",
}
_ICONS = (
    "translate", "lifebuoy", "exit-run", "chevron-left", "chevron-right", "chevron-down", "phone", "clock-outline",
    "shield-alert-outline", "shield-check-outline", "account-hard-hat-outline", "account-heart-outline",
    "hand-heart-outline", "volume-high", "share-variant-outline", "file-pdf-box", "file-download-outline",
    "rss", "calendar-star-outline",
)  # fmt: skip


def tongues(corpus: Corpus) -> list[dict[str, str]]:
    """List the languages for menus and alternates."""
    return [
        {"code": one["code"], "name": one["name"], "dir": one.get("direction", "ltr")}
        for one in corpus.site["languages"]
    ]


def kinds(corpus: Corpus, ours: Path) -> dict[str, dict[str, str]]:
    """Give the style, policy and script of each kind of page."""
    names = {
        "guide": next(iter(corpus.guides)),
        "organisation": next(iter(corpus.organisations)),
        "campaign": next(iter(corpus.campaigns)),
    }
    found = {}
    for kind, file in SHOWN.items():
        page = (ours / file.format(**names)).read_text("utf-8")
        found[kind] = {
            "style": _first(r"<style>.*?</style>", page),
            "policy": _first(r"<meta http-equiv[^>]*>", page),
            "script": _first(r"<script>.*?</script>", page),
        }
    return found


def mark(ours: Path) -> str:
    """Give the sign of the site."""
    return _first(r'<svg class="mark".*?</svg>', (ours / SHOWN["home"]).read_text("utf-8"))


def icons(corpus: Corpus) -> dict[str, str]:
    """Draw the icons that pages use, by their names, and those of the ways on by theirs."""
    names = {*_ICONS, *WAYS.values(), *(one["icon"] for one in (*corpus.services, *corpus.guides.values()))}
    folder = files("material").joinpath("templates/.icons/material")
    paths = {name: _first(r"<path[^>]*>", folder.joinpath(f"{name}.svg").read_text("utf-8")) for name in names}
    drawn = {
        name: f'<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{path}</svg>' for name, path in paths.items()
    }
    return drawn | {way: drawn[name] for way, name in WAYS.items()}


def copy(file: Path, to: Path) -> None:
    """Take a file over as it is."""
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, to)


def _first(pattern: str, page: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    return found[0] if found else ""
