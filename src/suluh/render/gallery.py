"""Show every component with its examples, in both directions of writing."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from suluh.model.edition import Frame, Page
from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.model.words import Words
from suluh.render import assets
from suluh.render.environment import Theme
from suluh.source import parse_yaml


def gallery(opened: Theme, frame: Frame, route: str) -> str:
    """Render one page that holds every example of every component of a theme."""
    folder = opened.folder
    names = tuple(path.parent.name for path in sorted(folder.glob("components/*/macro.html")))
    examples = [example for name in names for example in _examples(opened, name, frame.words)]
    heading = Reading("Gallery", "en", "ltr")
    page = Page(route=route, kind="gallery", title=heading, description=heading, body=None, indexed=False)  # type: ignore[arg-type]
    context = opened.context(frame, page)
    style = assets.style(folder, names)
    policy = assets.policy(style, "")
    context |= {"style": Markup(style), "script": "", "policy": policy, "examples": examples}  # noqa: S704
    return opened.environment.get_template("pages/gallery.html").render(context)


def _examples(opened: Theme, name: str, words: Words) -> list[dict[str, Any]]:
    path = opened.folder / "components" / name / "examples.yml"
    written = parse_yaml(f"components/{name}/examples.yml", path.read_text("utf-8")).value or ()
    return [
        {
            "component": name,
            "name": example["name"],
            "html_ltr": _said(opened, name, example.get("args", {}), words, "en", "ltr"),
            "html_rtl": _said(opened, name, example.get("args", {}), words, "ur", "rtl"),
        }
        for example in written
    ]


def _said(opened: Theme, name: str, args: Mapping[str, Any], words: Words, code: str, direction: Any) -> Any:
    opened.speak(Language(code=code, name=code, direction=direction), words, lambda _: "#main")
    macro = getattr(opened.environment.get_template(f"components/{name}/macro.html").module, name.replace("-", "_"))
    given = {key: value if key == "words" else _opened(value) for key, value in args.items()}
    return macro(**{"words": words, **given} if "words" in macro.arguments else given)


def _opened(value: Any) -> Any:
    """Let examples written as plain data be read like views."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _opened(item) for key, item in value.items()})
    if isinstance(value, tuple):
        return tuple(_opened(item) for item in value)
    return value
