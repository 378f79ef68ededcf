"""Promises that every component keeps, so that each can be read, used and changed by itself."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes
from jinja2.meta import find_referenced_templates, find_undeclared_variables

from suluh.render.environment import Theme
from suluh.source import parse_yaml

THEME = Path(__file__).parents[2] / "overrides"
COMPONENTS = THEME / "components"
NAMES = sorted(path.name for path in COMPONENTS.iterdir() if path.is_dir() and path.name != "base")
KINDS = ("home", "list", "guide", "prose", "directory", "organisation", "campaign", "search", "chooser", "missing",
         "campaign-letter", "call", "sign-on", "kit", "share", "embed", "short", "target", "bill", "verify", "days",
         "pathway", "letter", "calculator", "card", "tools", "laws", "file", "figures", "story", "stories")  # fmt: skip
TEMPLATES = sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html") if path.name != "main.html")
STYLES = sorted(path.relative_to(THEME).as_posix() for path in COMPONENTS.glob("*/style.css"))
PLAIN = Environment(loader=FileSystemLoader(THEME), autoescape=True)


def text_of(name: str) -> str:
    """Read a file of the theme."""
    return (THEME / name).read_text("utf-8")


def parsed(name: str) -> nodes.Template:
    """Parse a template of the theme, with our own filters."""
    return Theme(THEME).environment.parse(text_of(name))


def bare(css: str) -> str:
    """Take out comments and texts in quotes."""
    return re.sub(r'"[^"]*"', '""', re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def selectors(css: str) -> Iterator[str]:
    """Give each selector of a style sheet; those of @media and @supports are entered."""
    for match in re.finditer(r"([^{}]*)\{", bare(css)):
        written = match[1].rpartition(";")[2].strip()
        if not written.startswith("@"):
            yield from (one.strip() for one in re.split(r",(?![^(]*\))", written))


@pytest.mark.parametrize("name", NAMES)
def test_a_component_is_a_macro_a_style_and_examples(name: str) -> None:
    files = {path.name for path in (COMPONENTS / name).iterdir()}
    assert (
        {"macro.html", "style.css", "examples.yml"} <= files <= {"macro.html", "style.css", "examples.yml", "script.js"}
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_component_has_one_macro_named_like_its_folder(name: str) -> None:
    macros = [macro.name for macro in parsed(f"components/{name}/macro.html").find_all(nodes.Macro)]
    assert macros == [name.replace("-", "_")]


@pytest.mark.parametrize("name", NAMES)
def test_a_component_knows_only_what_it_is_given(name: str) -> None:
    assert find_undeclared_variables(parsed(f"components/{name}/macro.html")) <= {"icon", "to"}


@pytest.mark.parametrize("name", NAMES)
def test_a_component_says_what_it_is(name: str) -> None:
    assert re.match(r"\{#-?\s+[A-Z]", text_of(f"components/{name}/macro.html"))


@pytest.mark.parametrize("name", NAMES)
def test_each_example_of_a_component_has_a_name_of_its_own(name: str) -> None:
    path = f"components/{name}/examples.yml"
    written = [example["name"] for example in parse_yaml(path, text_of(path)).value]
    assert written
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("name", NAMES)
def test_the_style_of_a_component_styles_only_its_own_class(name: str) -> None:
    own = re.compile(rf"(?:\[[^\]]*\] (?:> )?)?[a-z]*\.{name}(?:__|--|[^\w-]|$)")
    strange = [one for one in selectors(text_of(f"components/{name}/style.css")) if not own.match(one)]
    assert strange == []


@pytest.mark.parametrize("sheet", STYLES)
def test_a_style_closes_what_it_opens(sheet: str) -> None:
    """All styles of a page are one: what one leaves open swallows those that follow."""
    text = bare(text_of(sheet))
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("sheet", STYLES)
def test_no_style_knows_left_from_right(sheet: str) -> None:
    declared = " ".join(re.findall(r"\{([^{}]*)\}", bare(text_of(sheet))))
    found = re.findall(
        r"\b(?:left|right|(?:margin|padding|border)-(?:top|bottom)|(?<!-)(?:(?:min|max)-)?(?:width|height))\b", declared
    )
    assert found == []


@pytest.mark.parametrize("sheet", STYLES)
def test_every_token_that_a_style_names_is_there(sheet: str) -> None:
    named = set(re.findall(r"var\((--[\w-]+)", text_of(sheet)))
    defined = set(re.findall(r"(--[\w-]+)\s*:", text_of("components/base/style.css") + text_of(sheet)))
    assert named <= defined


@pytest.mark.parametrize("sheet", STYLES)
def test_no_style_loads_anything(sheet: str) -> None:
    assert not re.search(r"url\(|@import|@font-face", text_of(sheet))


@pytest.mark.parametrize("sheet", STYLES)
def test_no_style_shouts(sheet: str) -> None:
    assert "!important" not in text_of(sheet)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_trusts_a_text(name: str) -> None:
    filters = {found.name for found in parsed(name).find_all(nodes.Filter)}
    assert not filters & {"safe", "tojson", "forceescape"}
    assert "autoescape" not in text_of(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_carries_what_the_policy_forbids(name: str) -> None:
    text = text_of(name)
    if name == "components/embed-card/macro.html":  # is shown as it is written: what others copy carries its own look
        text = text.replace(" style=", "")
    assert not re.search(r"\son[a-z]+=|\sstyle=|javascript:", text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_holds_words_of_its_own(name: str) -> None:
    """Whatever is read comes from the words of the interface or from the view."""
    data = [found.data for found in parsed(name).find_all(nodes.TemplateData)]
    between = re.sub(r"<(style|script)[^>]*>.*?</\1>|<[^>]*>|<[^>]*$|^[^<]*>", " ", " ".join(_outside_tags(data)))
    assert not re.search(r"[^\W\d_]{2,}", between)


def _outside_tags(pieces: list[str]) -> Iterator[str]:
    """Give what stands between tags; a tag may hold an expression, and so be cut into pieces."""
    inside = False
    for piece in pieces:
        text = ""
        for letter in piece:
            if letter == "<":
                inside = True
            if not inside:
                text += letter
            if letter == ">":
                inside = False
        yield text


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_stands_in_the_frame(kind: str) -> None:
    frame = next(find_referenced_templates(parsed(f"pages/{kind}.html")))
    if frame == "titled.html":
        frame = next(find_referenced_templates(parsed("titled.html")))
    assert frame == "reader.html"


def test_every_component_is_used_by_a_page_or_by_what_becomes_of_markdown() -> None:
    used = {found.split("/")[1] for name in TEMPLATES for found in find_referenced_templates(parsed(name))
            if found and found.startswith("components/")}  # fmt: skip
    assert set(NAMES) - used == set()


@pytest.mark.parametrize("name", [name for name in NAMES if (COMPONENTS / name / "script.js").exists()])
def test_a_script_keeps_nothing_and_makes_no_html_of_texts(name: str) -> None:
    script = text_of(f"components/{name}/script.js")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|cookie"
                         r"|localStorage|sessionStorage|indexedDB|pushState|sendBeacon|https?://", script)  # fmt: skip
