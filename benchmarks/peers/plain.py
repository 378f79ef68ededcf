"""The corpus for bare MkDocs: one small template, no plugin, one build a language."""

import json
import shutil
from pathlib import Path

from invented import PROJECT, TODAY, Corpus

from peers import look
from peers.directory import shared as of_directory
from peers.page import Page
from peers.pages import pages
from peers.text import Saying, words_of

THEME = Path(__file__).with_name("mkdocs-theme")


def write(corpus: Corpus, folder: Path, ours: Path) -> None:
    """Write one MkDocs project a language. JSON is YAML that every program reads alike."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(THEME, folder / "theme")
    for name in look.COPIED:
        look.copy(ours / name, folder / "out" / name)
    words = words_of(corpus, PROJECT)
    shared = {
        "kinds": look.kinds(corpus, ours),
        "icons": look.icons(corpus),
        "mark": look.mark(ours),
        "tongues": look.tongues(corpus),
        "leave": corpus.site["leave"],
    }
    (folder / "theme" / "words").mkdir()
    for code in corpus.codes:
        saying = Saying(corpus, code, f"/{code}/", words[code])
        known = {
            **shared,
            "code": code,
            "name": saying.language["name"],
            "dir": saying.language.get("direction", "ltr"),
            "words": dict(saying.words),
            "asat": saying.fill("as-at", date=saying.day(TODAY)),
            "readin": saying.fill("read-in", other="<bdi>English</bdi>"),
            "directory": of_directory(saying),
            "titles": _titles(corpus) if code == corpus.codes[0] else {},
        }
        settings = {
            "site_name": "Corpus",
            "site_url": f"https://suluh.example/{code}/",
            "docs_dir": f"content/{code}",
            "site_dir": f"out/{code}",
            "theme": {"name": None, "custom_dir": "theme", "static_templates": ["404.html", "sitemap.xml"]},
            "plugins": [],
            "hooks": ["theme/beside.py"],
            "markdown_extensions": ["attr_list", "sane_lists"],
            "validation": {"nav": {"omitted_files": "ignore"}, "links": {"absolute_links": "ignore"}},
            "extra": {"code": code},
        }
        # MkDocs reads its settings with a slow parser; Jinja keeps what a template sets.
        told = "".join(f"{{% set {name} = {json.dumps(value, ensure_ascii=False)} %}}" for name, value in known.items())
        (folder / "theme" / "words" / f"{code}.html").write_text(told, "utf-8")
        (folder / f"{code}.yml").write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
        for page in pages(saying):
            path = folder / "content" / code / page.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_with_head(page), "utf-8")


def _titles(corpus: Corpus) -> dict[str, dict[str, str]]:
    """Give the titles of each campaign by language, for the page of it that belongs to none."""
    texts = {name: corpus.prose[f"campaigns/{name}"] for name in corpus.campaigns}
    return {name: {code: one.title for code, one in prose.items()} for name, prose in texts.items()}


def _with_head(page: Page) -> str:
    head = {"title": page.title, "lead": page.lead, "kind": page.kind, **page.data}
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n\n{'' if page.data else page.body}\n"
