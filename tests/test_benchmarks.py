"""The benchmarks measure what they say, on a corpus that the engine takes."""

import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import calls
import check
import measure
import pytest
import table
import wire
from alike import alike
from contenders import EDITED, Hugo, Ours, Plain
from corpus import as_yaml, counts, write
from invented import PLANTED, PLANTED_EVERY, Corpus, Maker
from tests.conftest import Run

from suluh.source import parse_yaml

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Draw the smallest corpus that holds a planted word."""
    return Maker().make(4, 19, 2)


@pytest.fixture(scope="module")
def built(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Ours:
    """Write it as a repository of ours, and build it."""
    ours = Ours(tmp_path_factory.mktemp("corpus") / "ours")
    ours.prepare(corpus)
    ours.cold()
    return ours


def test_a_corpus_is_the_same_every_time(corpus: Corpus, tmp_path: Path) -> None:
    write(corpus, tmp_path / "one")
    write(Maker().make(4, 19, 2), tmp_path / "two")

    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_corpus_has_nothing_wrong(corpus: Corpus, tmp_path: Path, run: Run) -> None:
    write(corpus, tmp_path / "suluh")

    done = run("check", "--root", tmp_path / "suluh")

    assert "Everything is in order." in done.stdout + done.stderr


def test_more_organisations_change_none_that_was_there(corpus: Corpus) -> None:
    more = Maker().make(4, 40, 2)

    assert {name: more.organisations[name] for name in corpus.organisations} == corpus.organisations


@pytest.mark.parametrize("code", PLANTED)
def test_the_planted_word_stands_in_some_guides_and_nowhere_else(corpus: Corpus, code: str) -> None:
    texts = {key: "".join(part.markdown for part in prose[code].sections) for key, prose in corpus.prose.items()}

    assert [key for key, text in texts.items() if PLANTED[code] in text] == [f"guides/guide-{PLANTED_EVERY // 2:03}"]


def test_a_scale_says_how_many_and_each_can_be_given() -> None:
    assert counts(0.1, None, None, None) == (4, 19, 2)
    assert counts(2, None, 8000, None) == (80, 8000, 40)


def test_what_is_written_as_yaml_is_read_as_the_same() -> None:
    value = {
        "on": 'a "quoted": word',
        "list": ["one", "two"],
        "records": [{"id": "x", "text": {"en": "no"}}],
        "none": [],
    }

    assert parse_yaml("file", as_yaml(value)).value == {
        "on": 'a "quoted": word',
        "list": ("one", "two"),
        "records": ({"id": "x", "text": {"en": "no"}},),
        "none": (),
    }


@pytest.mark.slow
def test_hugo_says_what_we_say(corpus: Corpus, built: Ours, tmp_path: Path) -> None:
    hugo = Hugo(tmp_path / "hugo")
    if hugo.program is None:
        pytest.skip("Hugo is not installed")
    hugo.prepare(corpus, built.output)
    hugo.cold()

    assert alike(built.output, hugo.output) > 0.985  # our foot leads to the page on translations, too
    assert pages(hugo.output) == pages(built.output) - translations(built.output)


@pytest.mark.slow
def test_bare_mkdocs_says_what_we_say(corpus: Corpus, built: Ours, tmp_path: Path) -> None:
    plain = Plain(tmp_path / "plain")
    plain.prepare(corpus, built.output)
    measure.run([sys.executable, *plain.command()[1:]], plain.folder, plain.settings)

    assert alike(built.output, plain.output) > 0.985  # our foot leads to the page on translations, too
    assert pages(plain.output) == pages(built.output) - translations(built.output)


def test_pages_that_lack_words_are_not_alike(tmp_path: Path) -> None:
    for name, text in (("ours", "one two three four"), ("theirs", "one, two"), ("empty", "")):
        (tmp_path / name / "en").mkdir(parents=True)
        (tmp_path / name / "en" / "index.html").write_text(f"<body><p>{text}<script>three</script></p>")

    assert alike(tmp_path / "ours", tmp_path / "theirs") == 0.5
    assert alike(tmp_path / "ours", tmp_path / "empty") == 0


def test_an_edit_never_brings_back_what_was_there_before(corpus: Corpus, tmp_path: Path) -> None:
    ours = Ours(tmp_path / "ours")
    ours.prepare(corpus)
    text = tmp_path / "ours" / "content" / "guides" / EDITED / "en.md"

    seen = {text.read_text("utf-8")}
    for _ in range(12):
        ours.change()
        seen.add(text.read_text("utf-8"))

    assert len(seen) == 13


def test_a_cold_build_finds_nothing_kept_and_a_moved_one_its_cache(built: Ours) -> None:
    kept = built.folder / built.kept[0]
    assert kept.is_dir()
    before = (built.folder / "content/site.yml").stat().st_ino

    built.moved()

    assert (built.folder / "content/site.yml").stat().st_ino != before
    assert kept.is_dir()
    built.forget()
    assert not kept.exists()
    assert not built.output.exists()


@pytest.mark.parametrize("left", [False, True], ids=["waited for", "left behind"])
def test_the_cost_of_a_program_is_that_of_all_it_starts(tmp_path: Path, *, left: bool) -> None:
    work = "sum(range(30_000_000))"
    start = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', '{work}'])"

    both = measure.run([sys.executable, "-c", start if left else f"{start}; child.wait()"], tmp_path, {})

    assert both.processor > 5 * measure.run([sys.executable, "-c", "import subprocess"], tmp_path, {}).processor


def test_memory_is_that_of_the_largest_process_and_of_all_together(tmp_path: Path) -> None:
    hold = "import time; held = bytes(1) * 60_000_000; time.sleep(0.5)"
    start = f"subprocess.Popen([sys.executable, '-c', '{hold}'])"
    two = f"import subprocess, sys; one, other = {start}, {start}; one.wait(); other.wait()"

    cost = measure.run([sys.executable, "-c", two], tmp_path, {}, memory=True)

    assert 60 < cost.largest < 110
    assert cost.together > 110


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(measure.Failed, match="no such luck"):
        measure.run([sys.executable, "-c", "raise SystemExit('no such luck')"], tmp_path, {})


def test_calls_and_modules_are_counted_alike_twice() -> None:
    command = [sys.executable, Path(calls.__file__), ROOT, "--help"]

    once, again = check.counted(command), check.counted(command)

    assert once["modules"] == again["modules"] > 50
    assert once["calls"] == pytest.approx(again["calls"], rel=0.01)


def test_what_slipped_is_named_with_what_to_look_at(capsys: pytest.CaptureFixture[str]) -> None:
    fine, wrong = check.Limit("fine", 2, "nothing"), check.Limit("edits", 0.5, "the store")

    said = check.slipped(iter([(fine, 1.0), (wrong, 0.6)]))

    assert said == ["edits is 0.60, 20% over its limit of 0.5. Look for: the store."]
    assert capsys.readouterr().out.splitlines()[0].startswith("holds")


def test_the_table_tells_what_holds(tmp_path: Path) -> None:
    table.write(measured(ours=1.0, hugo=2.0), tmp_path / "good.md")
    table.write(measured(ours=9.0, hugo=2.0), tmp_path / "bad.md")

    assert "| Cold, nothing kept | at most 1.8 × Hugo | 0.50 | yes |" in (tmp_path / "good.md").read_text("utf-8")
    assert "| Cold, nothing kept | at most 1.8 × Hugo | 4.50 | **no** |" in (tmp_path / "bad.md").read_text("utf-8")


def measured(ours: float, hugo: float) -> Mapping[str, object]:
    costs = {
        name: {what: [{"wall": wall, "user": wall, "system": 0.0}] * 3 for what in ("cold", "edit", "moved")}
        for name, wall in (("Suluh", ours), ("Hugo", hugo))
    }
    machine = {"cores": "2", "memory": "8 GB", "system": "Linux", "python": "3.11"}
    return {"machine": machine, "day": "2026-11-22", "speed": {"costs": costs, "pages": {}, "alike": {}}}


SEARCHES = """<!doctype html><input type=search><div></div><script>
document.querySelector("input").addEventListener("keydown", async event => {
  if (event.key != "Enter") return;
  const found = await (await fetch("index.json")).json();
  document.querySelector("div").innerHTML = found[event.target.value].map(to => `<a href="${to}">it</a>`).join();
});
</script>"""


@pytest.mark.browser
def test_a_first_answer_weighs_all_that_was_fetched_for_it(tmp_path: Path) -> None:
    index = b'{"lamp": ["../my/guides/one/", "../my/guides/two/"]}'
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "index.html").write_text(SEARCHES)
    (tmp_path / "search" / "index.json").write_bytes(index)

    with ThreadPoolExecutor(1) as beside:  # this one may already drive a browser, for other tests
        holding = ["my/guides/one/", "my/guides/three/"]
        answer = beside.submit(wire.first_answer, tmp_path, "search", "lamp", holding).result()

    assert (answer.found, answer.wanted) == (1, 2)
    assert answer.whole == wire.packed(SEARCHES.encode()) + wire.packed(index)
    assert wire.packed(index) < answer.search < answer.whole


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def translations(folder: Path) -> set[str]:
    """Name the pages on how far each language is: they tell what only Suluh knows, so the others cannot have them."""
    found = {path for path in pages(folder) if path.endswith("/translations/index.html")}
    assert found
    return found


def pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix().replace("zh-Hans", "zh-hans") for path in folder.rglob("*.html")}
