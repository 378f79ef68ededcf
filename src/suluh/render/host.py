"""The only door to MkDocs: it is handed finished views, and writes them as pages."""

import importlib
import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import Environment

from suluh.model.edition import Frame, Page
from suluh.problem import Place, Problem, error, warning
from suluh.render.environment import Theme, template_of
from suluh.render.handbook import with_policy

_WITHOUT = "Mend it, or take over the one of a repository that works."
_CONFIGURATIONS = {"mkdocs": "MkDocsConfig", "properdocs": "ProperDocsConfig"}


def write_pages(theme: Theme, frame: Frame, pages: Sequence[Page], folder: Path, host: str) -> list[Problem]:
    """Write some pages of one edition below an empty folder, with one build of the host."""
    by_source = {source_of(page.route): page for page in pages}
    with tempfile.TemporaryDirectory() as nothing, _log(host) as said:
        config = getattr(importlib.import_module(f"{host}.config.defaults"), _CONFIGURATIONS[host])()
        config.load_dict(
            {
                "site_name": frame.site,
                "docs_dir": nothing,
                "site_dir": str(folder),
                "use_directory_urls": False,
                "theme": {"name": None, "custom_dir": str(theme.folder)},
                "plugins": [],
            }
        )
        config.validate()
        config.theme.static_templates.clear()
        config.plugins["suluh"] = _edition_plugin(host, theme, frame, by_source)
        importlib.import_module(f"{host}.commands.build").build(config)
    return said


def write_handbook(settings: Path, content: Path, folder: Path, site: str, host: str) -> list[Problem]:
    """Build the handbook with the theme that `mkdocs.yml` names, below a folder."""
    with _log(host) as said:
        config = _settings(settings, content, folder, site, host)
        if config is None:
            return [*said, error(Place("mkdocs.yml"), "host/settings", "The host cannot use this file.", _WITHOUT)]
        config.theme.static_templates.clear()  # 404.html and sitemap.xml: the site has its own
        config.plugins["suluh"] = _handbook_plugin(host)
        importlib.import_module(f"{host}.commands.build").build(config)
    return said


def _settings(settings: Path, content: Path, folder: Path, site: str, host: str) -> Any:
    """Read `mkdocs.yml`; none when the host refuses it, which it then has said in its log."""
    refused = importlib.import_module(f"{host}.exceptions")
    try:
        return importlib.import_module(f"{host}.config.base").load_config(
            str(settings), docs_dir=str(content), site_dir=str(folder), site_name=f"{site} handbook", site_url=""
        )
    except (refused.Abort, refused.ConfigurationError):
        return None


def source_of(route: str) -> str:
    """Name the Markdown file that the host believes a page to come from."""
    return f"{route.removesuffix('.html')}.md" if route.endswith(".html") else f"{route}index.md"


def file_of(route: str) -> str:
    """Name the file that a page is written to."""
    return route if route.endswith(".html") else f"{route}index.html"


def _edition_plugin(host: str, theme: Theme, frame: Frame, pages: Mapping[str, Page]) -> Any:
    """Make the plugin that hands an edition's pages over, and nothing more."""
    base = importlib.import_module(f"{host}.plugins").BasePlugin
    files_of = importlib.import_module(f"{host}.structure.files")

    class EditionPlugin(base):  # type: ignore[misc, valid-type]
        def on_files(self, files: Any, *, config: Any) -> Any:  # noqa: ARG002
            made = [files_of.File.generated(config, source, content="") for source in pages]
            return files_of.Files(made)

        def on_env(self, env: Any, *, config: Any, files: Any) -> Environment:  # noqa: ARG002
            return theme.environment

        def on_page_markdown(self, markdown: str, *, page: Any, **_: Any) -> str:
            page.meta["template"] = template_of(pages[page.file.src_uri])
            return markdown

        def on_page_context(self, context: Any, *, page: Any, **_: Any) -> Any:
            context.update(theme.context(frame, pages[page.file.src_uri]))
            return context

    return EditionPlugin()


def _handbook_plugin(host: str) -> Any:
    """Make the plugin that keeps our own theme and source maps out of the handbook."""
    base = importlib.import_module(f"{host}.plugins").BasePlugin

    class HandbookPlugin(base):  # type: ignore[misc, valid-type]
        def on_files(self, files: Any, *, config: Any) -> Any:  # noqa: ARG002
            for file in list(files):
                if file.src_uri.startswith(("components/", "mark.svg", "sitemap.xml")) or file.src_uri.endswith(".map"):
                    files.remove(file)
            return files

        def on_post_page(self, output: str, **_: Any) -> str:
            return with_policy(output)

        def on_post_template(self, output_content: str, **_: Any) -> str:
            return with_policy(output_content)

    return HandbookPlugin()


@contextmanager
def _log(host: str) -> Iterator[list[Problem]]:
    """Turn what the host logs into problems. Themes and plugins that ask for MkDocs get the host that was chosen."""
    if host == "properdocs":
        importlib.import_module("properdocs.replacement")
    said: list[Problem] = []

    class Listening(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            text = record.getMessage().strip()
            said.append(warning(Place("mkdocs.yml"), f"host/{host}", text, "See the handbook, 'The host'."))

    logger, listening = logging.getLogger(host), Listening(logging.WARNING)
    before = logger.propagate
    logger.addHandler(listening)
    logger.propagate = False
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        yield said
    finally:
        logger.removeHandler(listening)
        logger.propagate = before
