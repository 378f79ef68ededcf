"""Adding a batch that was counted: one line more, and nothing that leads to anybody."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.conftest import TODAY, Repository, SiteAt, load_all

from suluh.check.gathering import (
    batches_are_counted_once,
    counts_are_counts,
    no_fewer_than_nobody_is_counted,
    tallies_belong_to_a_campaign,
)
from suluh.edit import plan_tally, write
from suluh.edit.tally import HEAD, counted
from suluh.load.reader import Reader
from suluh.load.tallies import load_tallies
from suluh.model.tally import CHANNELS, Tally, total
from suluh.model.writing import Count, Counting

SLUG = "rest-day"
TALLIES = f"campaigns/{SLUG}/tallies.yml"
GOOD = Count("paper", "A-3", "60", "6", date(2026, 11, 20), ("role:organiser", "role:helper"))
LINE = (
    '- {"on": 2026-11-20, channel: paper, batch: A-3, count: 60, sheets: 6, counted_by: [role:organiser, role:helper]}'
)
RULES = (
    tallies_belong_to_a_campaign, counts_are_counts, batches_are_counted_once, no_fewer_than_nobody_is_counted,
)  # fmt: skip
REMARKS = st.sampled_from(
    ["", "# counted in the hall (invented)", "#", "# - {batch: no batch}", "  # 'more' \"of\" it"]
)


@pytest.fixture
def small(site_at: SiteAt) -> Repository:
    return site_at()


def planned(site: Repository, count: Count, slug: str = SLUG) -> Counting:
    return plan_tally(site.root, slug, count, TODAY)


@contextmanager
def alone(text: str | None = None) -> Iterator[Path]:
    """Give a repository that has one campaign and nothing else."""
    with TemporaryDirectory() as folder:
        path = Path(folder, TALLIES)
        path.parent.mkdir(parents=True)
        path.with_name("campaign.yml").touch()
        if text is not None:
            path.write_text(text, "utf-8")
        yield Path(folder)


def added(root: Path, count: Count) -> Counting:
    plan = plan_tally(root, SLUG, count, TODAY)
    assert write(root, plan.edits) == []
    return plan


# --- what is added ---


def test_a_batch_is_one_line_below_the_others_and_nothing_else_changes(small: Repository) -> None:
    before = small.read(TALLIES)
    plan = planned(small, GOOD)
    assert (plan.line, plan.at, plan.before, plan.after) == (LINE, 5, 129, 189)
    assert small.read(TALLIES) == before
    assert write(small.root, plan.edits) == []
    assert small.read(TALLIES) == f"{before}{LINE}\n"


def test_the_first_batch_makes_the_file_and_says_at_its_head_what_belongs_there(small: Repository) -> None:
    small.remove(TALLIES)
    plan = planned(small, GOOD)
    assert (plan.edits[0].before, plan.before, plan.after) == (None, 0, 60)
    assert plan.edits[0].after == f"{HEAD}{LINE}\n"
    assert plan.edits[0].after.split("\n")[plan.at - 1] == LINE


def test_without_a_day_it_is_today_and_without_sheets_none_are_told(small: Repository) -> None:
    assert planned(small, replace(GOOD, on=None, sheets="0")).line == (
        '- {"on": 2026-11-28, channel: paper, batch: A-3, count: 60, counted_by: [role:organiser, role:helper]}'
    )


def test_a_correction_has_the_channel_and_the_code_of_what_it_corrects(small: Repository) -> None:
    plan = planned(small, Count(count="-5", on=TODAY, counted_by=GOOD.counted_by, corrects="M-1"))
    assert plan.line.startswith('- {"on": 2026-11-28, channel: meeting, batch: M-1, count: -5, counted_by: [')
    assert plan.line.endswith("], corrects: M-1}")
    assert plan.after == 124


def test_digits_of_another_script_are_read(small: Repository) -> None:
    assert planned(small, replace(GOOD, count="၆၀")).line == LINE


def test_the_next_code_goes_on_from_the_last_one(small: Repository) -> None:
    assert counted(small.root, SLUG).next_batch == "A-3"
    write(small.root, planned(small, replace(GOOD, batch="HALL-009")).edits)
    assert counted(small.root, SLUG).next_batch == "HALL-010"
    small.remove(TALLIES)
    assert counted(small.root, SLUG).next_batch == "B-001"


@pytest.mark.parametrize("count", [GOOD, Count(count="-5", counted_by=GOOD.counted_by, corrects="M-1")])
def test_the_check_has_nothing_against_what_is_written(small: Repository, count: Count) -> None:
    write(small.root, planned(small, count).edits)
    site, problems = load_all(small.root)
    assert site is not None
    assert [str(one) for one in (*problems, *(problem for rule in RULES for problem in rule(site, TODAY)))] == []


@st.composite
def batches(draw: st.DrawFn) -> Count:
    people = draw(st.integers(1, 99_999))
    return Count(
        channel=draw(st.sampled_from(CHANNELS)),
        batch=draw(st.from_regex(r"[A-Z]{1,4}-[0-9]{1,4}", fullmatch=True)),
        count=str(people),
        sheets=str(draw(st.integers(0, people))),
        on=draw(st.dates(date(2020, 1, 1), TODAY)),
        counted_by=tuple(draw(st.lists(st.from_regex(r"role:[a-z-]{1,12}", fullmatch=True), min_size=2, max_size=3))),
    )


def row_of(count: Count) -> Tally:
    assert count.on is not None
    return Tally.model_validate(
        {
            "on": count.on,
            "channel": count.channel,
            "batch": count.batch,
            "count": int(count.count),
            "sheets": int(count.sheets),
            "counted_by": count.counted_by,
        }
    )


@given(st.lists(batches(), min_size=1, max_size=5, unique_by=lambda one: one.batch))
def test_what_is_written_is_read_again_as_it_was_said(said: list[Count]) -> None:
    with alone() as root:
        plans = [added(root, count) for count in said]
        reader = Reader(root)
        assert load_tallies(reader)[SLUG] == tuple(map(row_of, said))
        assert reader.problems == []
        assert [plan.after for plan in plans][-1] == sum(int(count.count) for count in said)
        assert all(one.after == other.before for one, other in pairwise(plans))


@given(st.lists(st.tuples(batches(), REMARKS, REMARKS), min_size=1, max_size=4, unique_by=lambda one: one[0].batch),
       REMARKS)  # fmt: skip
def test_every_remark_and_every_other_line_stays(there: list[tuple[Count, str, str]], end: str) -> None:
    assume(all(count.batch != GOOD.batch for count, _, _ in there))
    lines = list[str]()
    for count, above, behind in there:
        items = row_of(count).model_dump(mode="json", exclude_none=True).items()
        written = (f"{json.dumps(key)}:  {json.dumps(value)}".replace(f'"{count.on}"', f"{count.on}")
                   for key, value in items)  # fmt: skip
        lines += [above, f"- {{{',   '.join(written)}}}  {behind}"]  # not as we would write it
    before = "\n".join([*lines, end, ""])
    with alone(before) as root:
        added(root, GOOD)
        after = root.joinpath(TALLIES).read_text("utf-8")
    assert after.replace(f"{LINE}\n", "", 1) == before
    assert after.count(LINE) == 1


@given(st.lists(st.tuples(st.booleans(), st.integers(-40, 40), st.integers(0, 3)), max_size=12))
def test_whatever_is_corrected_nobody_is_ever_counted_less_than_once(tries: list[tuple[bool, int, int]]) -> None:
    with alone() as root:
        for corrects, people, which in tries:
            rows = counted(root, SLUG).rows
            count = replace(GOOD, batch=f"A-{len(rows)}", count=str(people), corrects=f"A-{which}" if corrects else "")
            plan = plan_tally(root, SLUG, count, TODAY)
            assert bool(plan.edits) != bool(plan.refused)
            write(root, plan.edits)
            now = counted(root, SLUG).rows
            assert total(now) == (plan.after if plan.edits else total(rows))
            assert all(total(row for row in now if one.batch in (row.batch, row.corrects)) >= 0
                       for one in now if one.corrects is None)  # fmt: skip


# --- what is refused ---

NAME, NUMBER, PICTURE = "Never write a name.", "the number of a phone or a card", "A picture of a sheet shows names."


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (replace(GOOD, batch="Invented Name"), NAME),
        (replace(GOOD, batch="invented"), NAME),
        (replace(GOOD, batch="A-12345"), NAME),
        (replace(GOOD, batch="+20 000 000"), NUMBER),
        (replace(GOOD, batch="000000-00-0000"), NUMBER),
        (replace(GOOD, batch="sheets/A-3.jpg"), PICTURE),
        (replace(GOOD, batch="A-3.HEIC"), PICTURE),
        (replace(GOOD, batch="A-1"), "The batch A-1 is counted already. To correct it, write '--corrects A-1'"),
        (replace(GOOD, count="0"), "A batch that counts nobody is not written."),
        (replace(GOOD, count="sixty"), NAME),
        (replace(GOOD, count="6.5"), NAME),
        (replace(GOOD, count="020000009"), NUMBER),
        (replace(GOOD, count="2000000"), NUMBER),
        (replace(GOOD, count="-5"), "Only a correction takes away."),
        (replace(GOOD, sheets="some"), "Write the number of sheets in digits alone."),
        (replace(GOOD, sheets="scan.pdf"), PICTURE),
        (
            replace(GOOD, channel="papier"),
            "People are counted on one of: paper, meeting, letters. Did you mean 'paper'?",
        ),
        (replace(GOOD, on=date(2026, 11, 29)), "2026-11-29 has not been yet."),
        (replace(GOOD, counted_by=("role:organiser",)), "Two people count."),
        (replace(GOOD, counted_by=("role:organiser", "Invented Name")), NAME),
        (replace(GOOD, counted_by=("role:organiser", "role:Invented")), NAME),
        (replace(GOOD, counted_by=("role:organiser", "020000009")), NUMBER),
        (replace(GOOD, corrects="A-9", count="-1"), "There is no batch A-9 to correct. Did you mean 'A-1'?"),
        (replace(GOOD, corrects="A-2", count="-1"), "A-2 is a correction itself. Correct A-1 once more."),
        (replace(GOOD, corrects="Invented", count="-1"), NAME),
        (replace(GOOD, corrects="A-1", count="-59"), "A-1 counts 58 people. No more than that can be taken away."),
        (replace(GOOD, corrects="M-1", count="-1"), "M-1 was counted as 'meeting', and so is what corrects it."),
    ],
)
def test_what_is_refused_is_told_in_a_sentence_and_changes_nothing(
    small: Repository, count: Count, sentence: str
) -> None:
    before = small.path(TALLIES).read_bytes()
    plan = planned(small, count)
    assert [one for one in plan.refused if sentence in one]
    assert plan.edits == ()
    assert write(small.root, plan.edits) == []
    assert small.path(TALLIES).read_bytes() == before
    assert [path.name for path in small.path(TALLIES).parent.iterdir() if path.name.startswith(".")] == []


def test_everything_that_is_wrong_is_told_at_once(small: Repository) -> None:
    wrong = Count("papier", "Invented", "0", "-", date(2027, 1, 1), ("Invented",), "A-9")
    assert len(planned(small, wrong).refused) == 8


def test_what_is_refused_is_not_said_again(small: Repository) -> None:
    """A name or a number that somebody typed must not stay on the screen, or in the log of a program."""
    wrong = Count("paper", "Invented Name", "020000009", "", None, ("role:Invented", "Invented Name"))
    assert not any(one in " ".join(planned(small, wrong).refused) for one in ("Invented", "020000009"))


@pytest.mark.parametrize("slug", ["rest-dya", "", "../rest-day", "targets", "*", "rest-day/.."])
def test_a_campaign_that_does_not_exist_is_told(small: Repository, slug: str) -> None:
    [sentence] = planned(small, GOOD, slug).refused
    assert sentence.startswith(f"There is no campaign '{slug}'.")
    assert "rest-day" in sentence


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "- {batch: A-1}\n",
        "name: Invented\n",
        "5\n",
        '- {"on": 2026-11-01, channel: paper, batch: A-1, count: 60, counted_by: [role:a, role:b], name: Invented}\n',
        "- [\n",
        b"\xff\xfe",
    ],
)
def test_a_file_that_has_a_fault_is_not_added_to(small: Repository, text: str | bytes) -> None:
    small.write(TALLIES, text)
    plan = planned(small, GOOD)
    assert plan.refused == (f"{TALLIES} has a fault. Type 'python build.py check', mend it, then come back.",)
    assert plan.edits == ()


@pytest.mark.parametrize("text", ["[]\n", f"[{LINE.removeprefix('- ').replace('A-3', 'A-1')}]\n", "{}\n"])
def test_a_file_to_which_no_line_can_be_added_for_sure_stays(small: Repository, text: str) -> None:
    small.write(TALLIES, text)
    plan = planned(small, GOOD)
    assert plan.refused[0].startswith(f"{TALLIES} is written in a way in which no line can be added for sure.")
    assert plan.edits == ()


def test_a_file_without_any_batch_yet_gets_its_first(small: Repository) -> None:
    small.write(TALLIES, "# None yet")
    assert planned(small, GOOD).edits[0].after == f"# None yet\n{LINE}\n"


def test_a_file_that_may_not_be_written_stops_it(small: Repository) -> None:
    small.path(TALLIES).chmod(0o444)
    [problem] = planned(small, GOOD).problems
    assert (problem.place.file, problem.rule) == (TALLIES, "edit/locked")


def test_a_link_in_place_of_the_file_is_not_followed(small: Repository, tmp_path: Path) -> None:
    small.path(TALLIES).rename(tmp_path / "elsewhere.yml")
    small.path(TALLIES).symlink_to(tmp_path / "elsewhere.yml")
    assert planned(small, GOOD).edits == ()


def test_a_file_that_somebody_changes_meanwhile_is_left_to_them(small: Repository) -> None:
    plan = planned(small, GOOD)
    small.write(TALLIES, small.read(TALLIES) + "# mine\n")
    [problem] = write(small.root, plan.edits)
    assert problem.rule == "edit/changed"
    assert small.read(TALLIES).endswith("# mine\n")
