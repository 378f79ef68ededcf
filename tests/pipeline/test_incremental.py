"""What is built on what is kept is what a cold build gives, whatever has been changed in between."""

import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from tests.check.conftest import GOOD, TOOLS, words
from tests.conftest import ROOT, Repository

from suluh.pipeline import Order, make
from suluh.pipeline.memory import Memory

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # thousands of small files are written
DAYS = (date(2026, 11, 22), date(2027, 6, 1), date(2028, 1, 1))
SAYINGS = ("Rest.", "A day off", "Descanso", "နား", "{pay-limit}", "[One](organisation:one)", "[^pay-limit]", "<b>")
CHANGES = (
    ("Help", "More help"), ("Write", "Note"), ("Ask", "Call"), ("Escreva", "Anote"), ("Do not", "Never"),
    ("Rest", "Sleep"), ("value: 7", "value: 8"), ("Gazette", "Journal"), ("Upriver", "Downriver"),
    ("They help", "We help"), ("live", "draft"), ("green", "red"), ("order: 1", "order: 2"),
    ("risk: low", "risk: high"), ("lamp", "star"), ("7", "9"), ("- ", ""), ("title", "titel"),
    *((old, new) for old in ("a", "R") for new in SAYINGS),
)  # fmt: skip
NAMES = ("one", "two", "pay", "rest", "lamp")
COUNTS = {True: 0, False: 0}
FOLDERS = ("guides", "letters", "cards", "pathways", "pages")
KINDS = st.sampled_from([*(f"content/{name}" for name in FOLDERS), "directory/organisations", "campaigns"])


class Site(RuleBasedStateMachine):
    """A small site that people change, and that is made again after each change by a program that remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(dir=MEMORY))
        self.repository = Repository(self.folder / "site")
        self.memory = Memory()
        self.today = DAYS[0]
        self.broken = 0  # steps since the site could last be made

    @initialize()
    def begin(self) -> None:
        for name, text in (GOOD | TOOLS).items():
            self.repository.write(name, text.lstrip("\n"))
        guide = "letters: [ask]\npathway: unpaid\ndiscreet: {slug: n7, title: {en: Notes 7}}\nrisk: low"
        self.repository.change("content/guides/pay/guide.yml", "risk: low", guide)
        self.repository.change("content/site.yml", "lines: [", "office: [pt, en]\ntake_away: [file]\nlines: [")
        for code in ("en", "pt"):
            self.repository.write(f"content/strings/{code}.yml", words())
        shutil.copytree(ROOT / "overrides", self.repository.path("overrides"))

    def files(self, kind: str, pattern: str = "**/*") -> list[str]:
        """List what there is to be changed."""
        below = self.repository.path(kind)
        return [
            path.relative_to(self.repository.root).as_posix() for path in sorted(below.glob(pattern)) if path.is_file()
        ]

    @rule(data=st.data(), change=st.sampled_from(CHANGES))  # fmt: skip
    def write_something_else(self, data: st.DataObject, change: tuple[str, str]) -> None:
        old, new = change
        kind = data.draw(st.sampled_from(["content", "directory", "campaigns"]))
        file = data.draw(st.sampled_from(self.files(kind) or ["content/site.yml"]))
        if self.repository.path(file).is_file():
            self.repository.write(file, self.repository.read(file).replace(old, new, 1))

    @rule(data=st.data(), kind=KINDS, name=st.sampled_from(NAMES))
    def add_what_is_like_another(self, data: st.DataObject, kind: str, name: str) -> None:
        there = sorted(path for path in self.repository.path(kind).glob("*") if path.name not in ("bills", "targets"))
        if there:
            like = data.draw(st.sampled_from(there))
            target = like.with_name(name + like.suffix)
            if not target.exists():
                (shutil.copytree if like.is_dir() else shutil.copyfile)(like, target)

    @rule(data=st.data(), kind=KINDS, name=st.sampled_from(NAMES))
    def give_another_name(self, data: st.DataObject, kind: str, name: str) -> None:
        there = sorted(self.repository.path(kind).glob("*"))
        if there:
            one = data.draw(st.sampled_from(there))
            if not one.with_name(name + one.suffix).exists():
                one.rename(one.with_name(name + one.suffix))

    @rule(data=st.data(), kind=st.sampled_from(["content", "directory", "campaigns"]))
    def take_a_file_away(self, data: st.DataObject, kind: str) -> None:
        files = [file for file in self.files(kind) if file != "content/site.yml"]
        if files:
            self.repository.remove(data.draw(st.sampled_from(files)))

    @rule(code=st.sampled_from(["en", "pt"]), key=st.sampled_from(["home", "offers", "more", "machine", "guides"]),
          new=st.sampled_from(SAYINGS))  # fmt: skip
    def say_a_word_differently(self, code: str, key: str, new: str) -> None:
        file = f"content/strings/{code}.yml"
        if self.repository.path(file).is_file():
            self.repository.write(file, self.repository.read(file).replace(f'"{key}": "{key}', f'"{key}": "{new}', 1))

    @rule(state=st.sampled_from(["machine", "draft", "reviewed", "withdrawn", "stale-critical"]),
          key=st.sampled_from(["guides/pay#law", "guides/pay", "strings", "pages/help#now", "gone"]))  # fmt: skip
    def vouch_for_a_translation(self, state: str, key: str) -> None:
        row = f"{key}: {{state: {state}, source_digest: abcdefghijkl}}\n"
        self.repository.write("content/translations/pt.yml", row)

    @rule(data=st.data(), new=st.sampled_from([" ", '<i class="new"></i>', "{# nothing #}"]))
    def change_the_theme(self, data: st.DataObject, new: str) -> None:
        file = data.draw(st.sampled_from(self.files("overrides", "**/macro.html")))
        self.repository.write(file, self.repository.read(file).replace("</", f"{new}</", 1))

    @rule(day=st.sampled_from(DAYS))
    def let_time_pass(self, day: date) -> None:
        self.today = day

    @rule(text=st.sampled_from(["rule: freshness/guide", "rule: facts/uncited"]))
    def waive_a_rule(self, text: str) -> None:
        row = f"- {{{text}, file: content/guides/pay/en.md, reason: Soon, until: 2027-01-01}}\n"
        self.repository.write("content/waivers.yml", row)

    @rule()
    def forget_what_was_in_memory(self) -> None:
        self.memory = Memory()

    @rule(data=st.data())
    def damage_what_is_kept(self, data: st.DataObject) -> None:
        kept = sorted(path for path in self.repository.path(".suluh").rglob("*") if path.is_file())
        if kept:
            path = data.draw(st.sampled_from(kept))
            path.chmod(0o644)
            path.write_bytes(data.draw(st.sampled_from([b"", b"x", path.read_bytes()[:-1]])))
            self.memory = Memory()

    def check_invariants(self, *_: object) -> None:
        """Make the site both ways after each step."""
        if not self.repository.path("overrides").is_dir():
            return
        order = Order(self.repository.root, self.folder / "out", self.today, quick=True)
        warm, said = make(order, self.memory)
        shutil.rmtree(self.folder / "cold", ignore_errors=True)
        cold, said_cold = make(replace(order, cache=self.folder / "cold"), Memory())
        assert [str(problem) for problem in said.problems if problem.rule != "cache/damaged"] == [
            str(problem) for problem in said_cold.problems
        ]
        assert warm == cold
        COUNTS[cold is not None] += 1
        self.broken = 0 if cold else self.broken + 1
        self.go_back_after_a_while()

    def go_back_after_a_while(self) -> None:
        """Let what is broken be changed once more, then put back what could last be made."""
        good = self.folder / "good"
        if not self.broken:
            shutil.rmtree(good, ignore_errors=True)
            shutil.copytree(self.repository.root, good, ignore=shutil.ignore_patterns(".suluh"))
        elif self.broken > 1 and good.is_dir():
            for folder in good.iterdir():
                shutil.rmtree(self.repository.path(folder.name), ignore_errors=True)
                shutil.copytree(folder, self.repository.path(folder.name))

    def teardown(self) -> None:
        shutil.rmtree(self.folder)


@pytest.mark.slow
def test_whatever_was_changed_the_site_is_that_of_a_cold_build() -> None:
    run_state_machine_as_test(
        Site,
        settings=settings(
            max_examples=20, stateful_step_count=15, deadline=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    assert COUNTS[True] > 130, f"too few sites could be made to say anything: {COUNTS}"
