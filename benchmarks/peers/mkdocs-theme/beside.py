"""Write what stands beside a page: a guide once more as one file, and the page of a campaign that has no language.

The Markdown of a guide is not read a second time.
"""

from pathlib import Path
from typing import Any


class _Kept:
    """The templates, as soon as there are some."""

    file: Any = None
    short: Any = None


def on_env(env: Any, **_: Any) -> None:
    """Take the templates."""
    _Kept.file, _Kept.short = env.get_template("file.html"), env.get_template("short.html")


def on_page_context(context: Any, page: Any, config: Any, **_: Any) -> None:
    """Write the file of a guide, and the other page of a campaign: with the first language, which is the source."""
    site, name = Path(config.site_dir), page.file.name
    if page.meta["kind"] == "guide":
        _put(site / page.url / f"{name}.html", _Kept.file.render(context, page=page))
    elif page.meta["kind"] == "campaign" and config.extra["code"] == "en":
        _put(site.parent / "c" / name / "index.html", _Kept.short.render(context, page=page))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
