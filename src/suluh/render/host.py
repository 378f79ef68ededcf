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


def pages(theme: Theme, views: Sequence[tuple[Frame, Page]], host: str) -> tuple[list[str], list[Problem]]:
    """Render some pages with one build of the host; give the HTML of each, in their order."""
    html: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as nothing, _log(host) as said:
        config = getattr(importlib.import_module(f"{host}.config.defaults"), _CONFIGURATIONS[host])()
        config.load_dict(
            {
                "site_name": "pages",
                "docs_dir": nothing,
                "site_dir": f"{nothing}/site",
                "use_directory_urls": False,
                "theme": {"name": None, "custom_dir": nothing},  # ours is handed over below
                "plugins": [],
            }
        )
        config.validate()
        config.theme.static_templates.clear()
        by_source = {source_of(page.route): (frame, page) for frame, page in views}
        config.plugins["suluh"] = _page_plugin(host, theme, by_source, html)
        importlib.import_module(f"{host}.commands.build").build(config)
        by_source.clear()  # the host holds itself in circles, and would hold all this with it
    return [html.pop(source_of(page.route)) for _, page in views], said


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


def _page_plugin(host: str, theme: Theme, views: Mapping[str, tuple[Frame, Page]], html: dict[str, str]) -> Any:
    """Make the plugin that hands pages over and takes their HTML, and nothing more."""
    base = importlib.import_module(f"{host}.plugins").BasePlugin
    files_of = importlib.import_module(f"{host}.structure.files")
    finished = _finished(host, {source: template_of(page) for source, (_, page) in views.items()})

    class PagePlugin(base):  # type: ignore[misc, valid-type]
        def on_files(self, files: Any, *, config: Any) -> Any:  # noqa: ARG002
            made = [
                files_of.File.generated(config, source, content="", inclusion=files_of.InclusionLevel.NOT_IN_NAV)
                for source in views
            ]
            for file in made:
                finished(None, file, config)
            return files_of.Files(made)

        def on_env(self, env: Any, *, config: Any, files: Any) -> Environment:  # noqa: ARG002
            return theme.environment

        def on_page_context(self, context: Any, *, page: Any, **_: Any) -> Any:
            context.update(theme.context(*views[page.file.src_uri]))
            return context

        def on_post_page(self, output: str, *, page: Any, **_: Any) -> str:
            html[page.file.src_uri] = output
            return ""  # the host would write it to a file, from which we would only read it again

    return PagePlugin()


def _finished(host: str, templates: Mapping[str, str]) -> Any:
    """Make the host's kind of a page whose content is already there: it needs no source and no Markdown parser."""
    base = importlib.import_module(f"{host}.structure.pages").Page

    class FinishedPage(base):  # type: ignore[misc, valid-type]
        def read_source(self, config: Any) -> None:  # noqa: ARG002
            self.markdown, self.meta = "", {"template": templates[self.file.src_uri]}

        def render(self, config: Any, files: Any) -> None:  # noqa: ARG002
            self.content: str = ""
            self.toc: list[Any] = []

    return FinishedPage


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
