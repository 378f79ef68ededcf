"""What a page carries inside itself."""

import base64
import hashlib
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from suluh.render import assets

TEMPLATES = {
    "reader.html": '{% from "components/bar/macro.html" import bar %}{{ bar() }}{% block main %}{% endblock %}',
    "pages/home.html": '{% extends "reader.html" %}{% from "components/tile/macro.html" import tile %}',
    "components/bar/macro.html": "{% macro bar() %}{% endmacro %}",
    "components/bar/script.js": "// says nothing\nbar();\n\n  // nor this\n  more();\n",
    "components/tile/macro.html": '{% from "components/mark/macro.html" import mark %}{% macro tile() %}{% endmacro %}',
    "components/mark/macro.html": "{% macro mark() %}{% endmacro %}",
    "components/unused/macro.html": "{% macro unused() %}{% endmacro %}",
    "components/unused/script.js": "unused();",
    "components/base/style.css": "/* tokens */\n:root { --ink: #000 }\n",
    **{f"components/{name}/style.css": f".{name} {{\n  margin: 0 }}\n" for name in ("bar", "tile", "mark", "unused")},
}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Write a theme of four components, one of which no page uses."""
    for name, text in TEMPLATES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_a_page_uses_the_components_that_its_template_names_and_those_that_they_name(theme: Path) -> None:
    environment = Environment(loader=FileSystemLoader(theme), autoescape=True)
    assert assets.components_of(environment, "pages/home.html") == ("bar", "mark", "tile")


def test_a_page_carries_the_base_style_and_that_of_its_components_without_comments(theme: Path) -> None:
    assert assets.style(theme, ("bar", "tile")) == ":root { --ink: #000 } .bar { margin: 0 } .tile { margin: 0 }"


def test_a_page_carries_the_scripts_of_its_components_without_comments(theme: Path) -> None:
    assert assets.script(theme, ("bar", "mark")) == "bar();\nmore();"


def test_a_page_whose_components_have_no_script_carries_none(theme: Path) -> None:
    assert assets.script(theme, ("mark", "tile")) == ""


def hash_of(text: str) -> str:
    """Give the hash of a text as the standard of Content-Security-Policy defines it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_names_the_style_and_script_that_the_page_carries_and_forbids_the_rest() -> None:
    assert assets.policy("a{}", "b()").split("; ") == [
        "default-src 'none'",
        f"style-src '{hash_of('a{}')}'",
        f"script-src '{hash_of('b()')}'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_policy_of_a_page_without_script_lets_none_run() -> None:
    assert "script-src 'none'" in assets.policy("a{}", "").split("; ")
