"""One site with a fault of each kind: what it says must not change unseen. `pytest --update` writes it anew."""

import ast
import hashlib
import json
import re
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from tests.conftest import ROOT, Repository

from suluh.model.words import KEYS

GOLDEN = Path(__file__).parent / "sites" / "faults.txt"
ELSEWHERE = {
    "file/missing",  # without settings there is no site left to have other faults
    "output/strange",  # is about the folder that a build writes to
    "theme/missing",  # is about what a build is made with
    "paper/unable",  # is about the computer
    "cache/unwritable",  # is about what a build keeps
    "cache/damaged",  # is about what a build kept
    "edit/unsaved",  # is about what is not committed
    *(
        "paper/overflow",
        "share/picture",
        "stories/picture",
    ),  # are about what is drawn in the end, which the faulty site never sees
    "verify/unsigned",  # is about a key
    *("import/file", "import/unknown", "import/source", "import/newer", "import/part", "import/plural"),
    *("import/head", "import/heading"),  # are about what translators bring
}
"""Rules that the faulty site cannot break, with the reason."""

HIDDEN, LOOK_ALIKE = "\u200b", "\u0430"  # a space of no width; a letter of Cyrillic that looks like a Latin a


@pytest.fixture
def faults(site_at):
    """Give the faulty site, with the files that git, or an editor, would mend on its own."""
    site = site_at("faults", theme=True)
    site.write("content/facts/mark.yml", b"\xef\xbb\xbf- id: mark\n")
    site.write("content/facts/windows.yml", b"- id: windows\r\n  kind: law\r\n")
    site.write("content/facts/latin.yml", "- id: latin\n  title: Caf\u00e9\n".encode("latin-1"))
    site.write("content/pages/about/en.md", page(f"One inv{HIDDEN}isible.\n\nOne look-{LOOK_ALIKE}like."))
    site.write("content/strings/en.yml", words())
    large(site, "content/facts/large.yml")
    large(site, "content/guides/faulty/large.png")
    photo(site, "content/guides/faulty/photo.jpg")
    site.path("content/pages/help/en.md").unlink()
    site.path("content/pages/help/en.md").symlink_to(ROOT / "build.py")
    site.path("content/pages/privacy/en.md").unlink()
    site.path("content/pages/privacy/en.md").symlink_to("nowhere.md")
    return site


def page(text: str) -> str:
    return f"---\ntitle: A page\nsummary: A page.\n---\n## One {{#one}}\n\n{text}\n"


def words() -> str:
    """Write the words of the interface: 'skip' is missing, and four more are wrong."""
    wrong = {"as-at": "As at {day}", "guides": "", "giudes": "Guides", "more": f"Mo{HIDDEN}re"}
    rest = {key: " ".join((key, *(f"{{{name}}}" for name in KEYS[key]))) for key in KEYS if key not in {*wrong, "skip"}}
    return "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in (wrong | rest).items())


def large(site: Repository, name: str) -> None:
    """Make a file of 50 MB that takes no room on the disk."""
    with site.path(name).open("wb") as file:
        file.truncate(50_000_000)


def photo(site: Repository, name: str) -> None:
    """Make a photo of nothing that tells where it was taken."""
    told = Image.Exif()
    told[ExifTags.IFD.GPSInfo] = {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}
    Image.new("RGB", (8, 8)).save(site.path(name), exif=told)


def of_place(problem: dict[str, str]) -> str:
    head = "{file}:{line}:{column}: {severity}: {message} [{rule}]".format(**problem)
    return f"{head}\n    {problem['hint']}" if problem["hint"] else head


def test_every_fault_is_told_with_its_place_and_what_to_type(faults, run, update):
    done = run("check", "--root", faults.root)
    if update:
        GOLDEN.write_text(done.stdout, "utf-8")
    assert GOLDEN.read_text("utf-8") == done.stdout
    errors, warnings = done.stdout.count(": error: "), done.stdout.count(": warning: ")
    assert (done.stderr, done.returncode) == (f"\nErrors: {errors}. Warnings: {warnings}.\n", 1)


def test_what_is_kept_of_one_look_is_told_again_by_the_next(faults, run):
    first, second = (run("check", "--root", faults.root).stdout for _ in range(2))
    assert first == second == GOLDEN.read_text("utf-8")


def test_json_says_the_same_as_the_text(faults, run):
    done = run("check", "--root", faults.root, "--format", "json")
    assert GOLDEN.read_text("utf-8") == "\n".join(map(of_place, json.loads(done.stdout))) + "\n"
    assert (done.stderr, done.returncode) == ("", 1)


def test_github_is_told_the_same_as_the_text(faults, run):
    done = run("check", "--root", faults.root, "--format", "github")
    told = []
    for line in done.stdout.splitlines():
        found = re.fullmatch(r"::(\w+) file=(.*?),line=(\d+),col=(\d+),title=(.*?)::(.*)", line)
        assert found, line
        severity, file, row, column, rule, text = map(mended, found.groups())
        message, _, hint = text.partition("\n")
        place = {"file": file, "line": row, "column": column}
        severity = severity.replace("notice", "note")
        told.append(of_place(place | {"severity": severity, "rule": rule, "message": message, "hint": hint}))
    assert GOLDEN.read_text("utf-8") == "\n".join(told) + "\n"
    assert (done.stderr, done.returncode) == ("", 1)


def mended(part: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        part = part.replace(code, sign)
    return part


def test_a_site_that_stood_before_stays_byte_for_byte(faults, run, tmp_path):
    standing = tmp_path / "site"
    for name in ("sitemap.xml", "index.html", "en/index.html"):
        (standing / name).parent.mkdir(parents=True, exist_ok=True)
        (standing / name).write_text(f"{name} of the site that stood before")
    before = hashes(tmp_path)
    done = run("build", "--root", faults.root, "--output", standing)
    assert (done.stderr.splitlines()[-1], done.returncode) == ("Nothing was replaced.", 1)
    assert GOLDEN.read_text("utf-8") == done.stdout
    assert before == hashes(tmp_path)


def hashes(folder: Path) -> dict[str, str]:
    """Digest every file below a folder but the faulty one's own large file, and what is kept for the next build."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.stem != "large"]
    files = [path for path in files if ".suluh" not in path.parts]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_faulty_site_breaks_every_rule_there_is():
    broken = set(re.findall(r" \[([a-z-]+/[a-z-]+)\]$", GOLDEN.read_text("utf-8"), re.MULTILINE))
    assert rules() - broken == ELSEWHERE


def rules() -> set[str]:
    """Find the name of every rule on content: the text of the form 'kind/name' where a problem is made."""
    folder = ROOT / "src" / "suluh"
    files = [path for name in ("check", "load", "pipeline") for path in folder.glob(f"{name}/*.py")]
    files += [folder / "source.py", folder / "model" / "waiver.py", folder / "model" / "allowance.py"]
    said = [part for path in files for node in ast.walk(ast.parse(path.read_text("utf-8"))) for part in said_in(node)]
    texts = {part.value for part in said if isinstance(part, ast.Constant)}
    return {text for text in texts if isinstance(text, str) and re.fullmatch(r"[a-z-]+/[a-z-]+", text)}


def said_in(node: ast.AST) -> list[ast.expr]:
    """Give what is said where a problem is made: in `error(…)`, `warning(…)`, what raises one, or gives one's parts."""
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        return node.value.elts
    called = node.func if isinstance(node, ast.Call) else None
    name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
    return (
        node.args if isinstance(node, ast.Call) and name in {"error", "warning", "note", "fault", "_unreadable"} else []
    )


def linked(site: Repository, name: str) -> None:
    site.path(name).unlink(missing_ok=True)
    site.path(name).symlink_to(ROOT / "LICENSE")


def bomb(site: Repository, name: str) -> None:
    """Write a file of nine lines that would unfold to a thousand million words."""
    lines = ["- &a0 lol"] + [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    site.write(name, "\n".join(lines))


@pytest.mark.parametrize(
    ("fault", "name", "what", "hint"),
    [
        (
            large,
            "content/guides/unpaid-work/my.md",
            "1:1: error: This file has 50,000,000 bytes; text files have at most 1,000,000. [file/size]",
            "Split it, or take out what is not text.",
        ),
        (
            bomb,
            "content/facts/bomb.yml",
            "1:3: error: '!' and '&' at the start of a value have a meaning of their own. [yaml/tag]",
            "Put the text in double quotes.",
        ),
        (
            linked,
            "content/guides/unpaid-work/my.md",
            "1:1: error: This link leads out of the repository. [file/outside]",
            "Put the file itself here.",
        ),
        (
            lambda site, name: site.write(name, b"---\ntitle: \xff\n"),
            "content/guides/unpaid-work/km.md",
            "2:8: error: From here on this file is not UTF-8 text. [file/encoding]",
            "Save it again with the encoding 'UTF-8'.",
        ),
    ],
    ids=["50 MB", "alias bomb", "link out", "bytes"],
)
def test_one_bad_file_in_a_good_site_is_the_one_thing_that_is_told(site_at, run, fault, name, what, hint):
    site = site_at()
    fault(site, name)
    done = run("check", "--root", site.root)
    assert done.stdout == f"{name}:{what}\n    {hint}\n"
    assert (done.stderr, done.returncode) == ("\nErrors: 1. Warnings: 0.\n", 1)


def test_the_small_good_site_is_in_order(site_at, run):
    done = run("check", "--root", site_at().root)
    assert (done.stdout, done.stderr, done.returncode) == ("", "Everything is in order.\n", 0)
