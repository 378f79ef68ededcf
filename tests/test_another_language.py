"""A fifteenth language, added to the real site as a volunteer would: by files alone, without a line of code."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from fontTools.subset import main as subset
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import ROOT, Repository, Run
from tests.test_cli import FINE, PROBLEMS
from translate.storage.po import pofile

from suluh.source import parse_yaml

FILE = Path(__file__).parent / "languages/si.yml"
SAID = parse_yaml(FILE.name, FILE.read_text("utf-8")).value
CODE, NAME = "si", "සිංහල"
BLOCK = "U+0020-007E,U+00A0,U+0964,U+0D80-0DFF,U+200B-200D,U+25CC"
PLACEHOLDER = re.compile(r"\{[a-z-]+\}")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Copy what volunteers write, and the theme; the engine stays where it is."""
    root = tmp_path_factory.mktemp("another")
    for name in ("content", "campaigns", "directory", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    return Repository(root)


def test_a_language_is_added_by_files_alone(copy: Repository, run: Run) -> None:
    def suluh(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return run(*words, "--root", copy.root)

    begun = suluh("new", "language", CODE)
    assert begun.returncode == FINE, begun.stderr
    assert f'code: {CODE}, name: "{NAME}", fallback: [en]' in copy.read("content/site.yml")
    assert "have to be translated before the site can be built" in begun.stdout
    unready = suluh("check")
    assert unready.returncode == PROBLEMS
    assert "[words/missing]" in unready.stdout
    assert "[paper/script]" in unready.stdout

    file = copy.path("si.po")
    assert suluh("translations", "export", CODE, "--all", "--to", file).returncode == FINE
    translate(file)
    for weight, ending in (("Regular", ""), ("Bold", "-bold")):
        font(weight, copy.path(f"overrides/fonts/sinhala{ending}.woff2"))
    taken = suluh("translations", "import", file)
    assert taken.returncode == FINE, taken.stderr

    built = suluh("build", "--languages", f"en,{CODE}", "--output", copy.path("site"))
    assert built.returncode == FINE, built.stdout
    assert f'<html lang="{CODE}"' in copy.read(f"site/{CODE}/index.html")
    assert SAID["strings#what-happened"] in text(copy, "", "h1")
    assert SAID["strings#get-help"] in text(copy, "", "body")
    assert SAID["services/legal-support.yml#name"] in text(copy, "directory/", "main")
    assert SAID["strings#borrowed"].partition("{")[0] in text(copy, "guides/passport-held/", "main")
    told = suluh("translations")
    assert re.search(rf"^ +{CODE} +[0-9]+ +[1-9][0-9]*% ", told.stdout, re.MULTILINE)
    assert copy.path(f"site/{CODE}/cards/stopped/stopped.pdf").stat().st_size > 0


def text(copy: Repository, route: str, selector: str) -> str:
    page = LexborHTMLParser(copy.read(f"site/{CODE}/{route}index.html"))
    return " ".join(found.text() for found in page.css(selector))


def translate(file: Path) -> None:
    """Fill in what is known, and for words of the interface that came later a stand-in, as long as they lack one."""
    catalogue = pofile.parsefile(str(file))
    for entry in catalogue.units:
        known, source = SAID.get(entry.getcontext(), ""), str(entry.source)
        if known and set(PLACEHOLDER.findall(known)) == set(PLACEHOLDER.findall(source)):
            entry.target = known
        elif entry.getcontext().startswith("strings#"):
            entry.target = f"{NAME} {source}"
    catalogue.save()


def font(weight: str, into: Path) -> None:
    """Make a font of the theme from the one of the system, as the handbook does."""
    asked = ["fc-match", "-f", "%{file}", f"Noto Sans Sinhala:style={weight}"]
    found = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert Path(found).name == f"NotoSansSinhala-{weight}.ttf"
    subset([found, f"--unicodes={BLOCK}", "--flavor=woff2", "--layout-features=*", f"--output-file={into}"])
