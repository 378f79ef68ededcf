"""Write each guide once more as one file, beside its page: its Markdown is not read a second time."""

from pathlib import Path
from typing import Any


class _Kept:
    """The template, as soon as there is one."""

    template: Any = None


def on_env(env: Any, **_: Any) -> None:
    """Take the template."""
    _Kept.template = env.get_template("file.html")


def on_page_context(context: Any, page: Any, config: Any, **_: Any) -> None:
    """Write the file of a guide."""
    if page.meta["kind"] == "guide":
        path = Path(config.site_dir, page.url, f"{page.file.name}.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_Kept.template.render(context, page=page), "utf-8")
