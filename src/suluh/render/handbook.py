"""Give the pages of the handbook a policy of their own."""

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from suluh.render.assets import fingerprint


def with_policy(html: str) -> str:
    """Add a Content-Security-Policy that names the scripts and styles which the page carries."""
    if "<head>" not in html:
        return html
    tree = LexborHTMLParser(html)
    scripts = [node.text(deep=True) for node in tree.css("script:not([src])") if _runs(node.attributes.get("type"))]
    styles = [node.text(deep=True) for node in tree.css("style")]
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src 'self'", *_hashes(scripts)]),
            " ".join(["style-src 'self'", *_hashes(styles)]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    return html.replace("<head>", f"<head>{meta}", 1)


def _runs(kind: str | None) -> bool:
    return kind in (None, "", "text/javascript", "module")


def _hashes(texts: list[str]) -> list[str]:
    return sorted({f"'{fingerprint(text)}'" for text in texts})
