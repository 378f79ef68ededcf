"""What a page carries inside itself: the style and script of its components, and a policy for both."""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

from suluh.model.output import FONTS
from suluh.model.settings import Face

_NAMED = re.compile(r"""\{%-?\s*(?:extends|from|import|include)\s+["']([^"']+)["']""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@lru_cache(maxsize=64)
def components_of(environment: Environment, template: str) -> tuple[str, ...]:
    """List the components that a template uses, itself or through others."""
    seen: set[str] = set()
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name in seen or environment.loader is None:
            continue
        seen.add(name)
        waiting += _NAMED.findall(environment.loader.get_source(environment, name)[0])
    return tuple(sorted({name.split("/")[1] for name in seen if name.startswith("components/")}))


@lru_cache(maxsize=64)
def style(theme: Path, components: tuple[str, ...]) -> str:
    """Join the base style and those of some components."""
    sheets = [theme / "components" / name / "style.css" for name in ("base", *components)]
    text = "".join(sheet.read_text("utf-8") for sheet in sheets)
    return " ".join(_COMMENT.sub("", text).split())


@lru_cache(maxsize=64)
def script(theme: Path, components: tuple[str, ...]) -> str:
    """Join the scripts of some components; empty when none has one."""
    paths = [theme / "components" / name / "script.js" for name in components]
    lines = [line.strip() for path in paths if path.exists() for line in path.read_text("utf-8").split("\n")]
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@lru_cache(maxsize=64)
def face_style(face: Face, base: str) -> str:
    """Write how a page gets a font: at once, or where it is theirs to choose, when readers tick a box."""
    local = "".join(f'local("{name}"),' for name in face.local)
    found = (
        f'@font-face {{ font-family: "{face.family}"; src: {local}url({base}{FONTS}{face.file}) format("woff2"); '
        f"font-display: swap; unicode-range: {face.signs} }}"
    )
    if not face.name:
        return f' {found} :root {{ --face: "{face.family}" }}'
    chosen = "html:has(.face__box:checked)"
    return f' {found} {chosen} {{ --face: "{face.family}" }} {chosen} :not([lang]) {{ --lead: 2.4; --head: 2 }}'


@lru_cache(maxsize=64)
def policy(style: str, script: str, *, fonts: bool = False) -> str:
    """Write the Content-Security-Policy of a page: it runs only what it carries, and loads only from its own site."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{fingerprint(style)}'",
            f"script-src '{fingerprint(script)}'" if script else "script-src 'none'",
            "img-src 'self'",
            *(["font-src 'self'"] if fonts else []),
            "media-src 'self'",  # recordings of what is written
            "connect-src 'self'",  # search fetches its index; auditors fetch robots.txt in the name of any page
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def fingerprint(text: str) -> str:
    """Give the hash of an inline style or script as a policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
