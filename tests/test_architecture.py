"""The house: its layers, the size of its rooms, and that every word of the interface is used."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from statistics import median, quantiles

import pytest
from tests.conftest import ROOT, TODAY, environment, load_all

from suluh.check import check, check_units
from suluh.model.originals import originals
from suluh.model.site import Site
from suluh.model.waiver import waived
from suluh.model.words import KEYS
from suluh.problem import in_order
from suluh.resolve.pages import ICONS

MODULES = sorted((ROOT / "src" / "suluh").rglob("*.py"))
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
MEANINGLESS = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_module_keeps_to_its_layer(tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts: " in done.stdout, done.stdout + done.stderr
    assert re.findall(r"^(.*) BROKEN$", done.stdout, re.MULTILINE) == []
    assert done.returncode == 0


# --- size ---


def code(path: Path) -> set[int]:
    """Give the numbers of the lines that hold code: no blank lines, remarks or texts that describe."""
    source = path.read_text("utf-8")
    lines = {
        line
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in MEANINGLESS
        for line in range(token.start[0], token.end[0] + 1)
    }
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Give every function of a module with the number of its lines of code."""
    lines = code(path)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield f"{name(path)}:{node.name}", len(lines & set(range(node.lineno, (node.end_lineno or 0) + 1)))


def test_no_module_is_longer_than_300_lines_and_half_are_shorter_than_80():
    sizes = {name(path): len(code(path)) for path in MODULES}
    assert {module: size for module, size in sizes.items() if size > 300} == {}
    assert median(size for size in sizes.values() if size) < 80


def test_no_function_is_longer_than_50_lines_and_nine_in_ten_are_shorter_than_25():
    sizes = dict(found for path in MODULES for found in functions(path))
    assert {function: size for function, size in sizes.items() if size > 50} == {}
    assert quantiles(sizes.values(), n=10)[-1] < 25


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is_for(path):
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert said
    assert said.partition("\n")[0].rstrip("`").endswith((".", ".`"))


# --- words ---


def said_in_templates() -> Iterator[str]:
    """Give a pattern for each word that a template says: `words["home"]`, or `words["risk-" ~ risk]`."""
    for path in TEMPLATES:
        for word, joined in re.findall(r'\bwords\["([^"]*)"( ~ [^\]]+)?\]', path.read_text("utf-8")):
            yield re.escape(word) + (".+" if joined else "")


def said_in_python() -> Iterator[str]:
    """Give a pattern for each word that the engine says: `word("home")`, `words["home"]`, `word(f"{name}-note")`."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "word"
            looked_up = isinstance(node, ast.Subscript) and ast.unparse(node.value).rpartition(".")[2] == "words"
            for text in ast.walk(node) if called or looked_up else ():
                yield from pattern(text)


def pattern(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)
        yield "".join(parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)


def test_every_word_of_the_interface_is_said_somewhere():
    patterns = {*said_in_templates(), *said_in_python()} - {".+", re.escape("-note")}
    said = re.compile("|".join(sorted(patterns)))
    assert [key for key in KEYS if not said.fullmatch(key) and key not in ICONS] == []


def test_every_word_that_a_template_says_is_one_of_the_interface():
    assert [text for text in said_in_templates() if not any(re.fullmatch(text, key) for key in KEYS)] == []


def test_templates_take_words_only_by_a_name_that_can_be_found():
    taken = [
        found for path in TEMPLATES for found in re.findall(r"\bwords(?:\[[^\"]|\.\w+)[^}]*", path.read_text("utf-8"))
    ]
    assert taken == []


def test_no_template_says_anything_in_words_of_its_own():
    """Text outside of tags and expressions would be in one language for all."""
    texts = {}
    for path in TEMPLATES:
        bare = re.sub(
            r"\{[%{#].*?[%}#]\}|<style>.*?</style>|<script>.*?</script>|<[^>]*>",
            "",
            path.read_text("utf-8"),
            flags=re.DOTALL,
        )
        words = re.findall(r"[A-Za-z]{2,}", re.sub(r"&\w+;", "", bare))
        if words and path.name not in {"gallery.html", "main.html"}:  # both are for volunteers
            texts[name(path)] = words
    assert texts == {}


# --- the flagship ---


@pytest.fixture(scope="module")
def flagship() -> Site:
    """Read the real site of this repository."""
    site, problems = load_all(ROOT)
    assert site is not None
    assert [str(problem) for problem in problems] == []
    return site


def test_the_flagship_has_nothing_wrong(flagship):
    folder = files("material").joinpath("templates/.icons/material")
    icons = frozenset(path.name.removesuffix(".svg") for path in folder.iterdir())
    found = [*check(flagship, TODAY, icons), *check_units(flagship, {one.key for one in originals(flagship)})]
    waivers = [(waiver, flagship.place("waiver", str(index))) for index, waiver in enumerate(flagship.waivers)]
    left = waived(waivers, flagship.settings.waivers_days, TODAY, found)
    assert [str(problem) for problem in in_order(left)] == []


def test_every_language_of_the_flagship_has_every_word_in_its_order(flagship):
    assert len(flagship.settings.languages) == 14
    for language in flagship.settings.languages:
        assert list(flagship.words[language.code]) == list(KEYS), language.code
