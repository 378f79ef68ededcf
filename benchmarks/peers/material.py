"""The corpus for Material for MkDocs with static-i18n: its own look and search, as both come."""

import json
import shutil
from pathlib import Path

from invented import PROJECT, Corpus

from peers.pages import pages
from peers.text import Saying, words_of

NAMED_OTHERWISE = {"zh-Hans": "zh"}  # what Material calls a language
UNKNOWN = ("ne",)  # languages that Material has no words for; they get its English ones
ENGLISH = '{% import "partials/languages/en.html" as english %}{% macro t(key) %}{{ english.t(key) }}{% endmacro %}'


def write(corpus: Corpus, folder: Path) -> None:
    """Write one MkDocs project with a folder a language."""
    shutil.rmtree(folder, ignore_errors=True)
    words = words_of(corpus, PROJECT)
    languages: list[dict[str, object]] = []
    for code in corpus.codes:
        locale = NAMED_OTHERWISE.get(code, code)
        prefix = f"/{locale}/" if languages else "/"  # the first language stands at the root
        saying = Saying(corpus, code, prefix, words[code])
        name = saying.language["name"]
        languages.append({"locale": locale, "name": name, "build": True, "default": code == "en"})
        for page in pages(saying):
            path = folder / "docs" / locale / page.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# {page.title}\n\n{page.lead}\n\n{page.body}\n", "utf-8")
    for code in UNKNOWN:
        path = folder / "theme" / "partials" / "languages" / f"{code}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ENGLISH, "utf-8")
    # With the languages that static-i18n would add to search, Material's search does not start in the browser.
    i18n = {
        "docs_structure": "folder",
        "fallback_to_default": False,
        "reconfigure_search": False,
        "languages": languages,
    }
    settings = {
        "site_name": "Corpus",
        "site_url": "https://suluh.example/",
        "theme": {"name": "material", "custom_dir": "theme", "font": False, "features": ["navigation.prune"]},
        "plugins": [{"search": {"lang": ["en"]}}, {"i18n": i18n}],
        "markdown_extensions": ["attr_list", "sane_lists"],
        "validation": {"links": {"absolute_links": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
