"""Questions about facts: what is due, and what leans on one."""

import json
import re
from pathlib import Path

import pytest
from tests.conftest import ROOT, TODAY, Repository, Run, SiteAt
from tests.test_cli import FINE, PROBLEMS, USAGE, asked

PAY, GUIDE = "content/facts/pay.yml", "content/guides/unpaid-work"
COMING = "    - {since: 2027-02-01, value: 130000, source: [invented-gazette], checked_on: 2026-11-01, grade: A}\n"
OPTION = re.compile(r"^  (?:-h, )?(--[a-z-]+)", re.MULTILINE)


@pytest.fixture
def site(site_at: SiteAt) -> Repository:
    """Give the small site, whose lowest pay is to change."""
    small = site_at()
    small.write(PAY, small.read(PAY) + COMING)
    return small


def places(said: str) -> list[str]:
    """Find the files and lines that an answer names, in its order."""
    return re.findall(r"\b(?:content|campaigns)/\S+:\d+", said)


def naming(root: Path, *facts: str) -> set[str]:
    """Find the files and lines that name some facts, by nothing but a search: not where these are written."""
    some = "|".join(facts)
    named = {".md": rf"\{{({some})\}}|\[\^({some})\]", ".yml": rf"^(?!- id:).*(?<![\w-])({some})(?![\w-])"}
    return {
        f"{path.relative_to(root).as_posix()}:{number}"
        for folder in ("content", "campaigns")
        for path in (root / folder).rglob("*")
        if path.suffix in named
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if re.search(named[path.suffix], line)
    }


def test_the_verb_says_how_it_is_asked() -> None:
    said = asked("facts", "--help")
    assert said.exit_code == FINE
    assert OPTION.findall(said.output) == ["--root", "--as-of", "--format", "--within", "--help"]
    assert re.findall(r"^  ([a-z]+)  ", said.output, re.MULTILINE) == ["impact"]
    assert OPTION.findall(asked("facts", "impact", "--help").output) == ["--root", "--as-of", "--format", "--help"]


def test_what_is_due_stands_in_columns_the_first_day_first(site: Repository, run: Run) -> None:
    said = run("facts", "--root", site.root, "--within", "200")
    assert said.stdout == (
        "2027-02-01  lowest-pay    amount ฿1,300 from 2027-02-01              content/facts/pay.yml:26\n"
        "2027-04-30  lantern-line  phone line, checked on 2026-11-01          content/facts/lines.yml:13\n"
        "2027-05-01  unpaid-work   guide, as at 2026-11-01, to be read again  content/guides/unpaid-work/guide.yml:9\n"
    )
    assert (said.stderr, said.returncode) == ("\nDue: 3, of these before 2026-11-28: 0.\n", FINE)


def test_what_is_overdue_is_counted_and_is_no_failure(site: Repository, run: Run) -> None:
    said = run("facts", "--root", site.root, "--as-of", "2027-06-01")
    assert [line.split()[1] for line in said.stdout.splitlines()] == ["lantern-line", "unpaid-work"]
    assert (said.stderr, said.returncode) == ("\nDue: 2, of these before 2027-06-01: 2.\n", FINE)


def test_what_is_due_is_written_as_data_as_well(site: Repository, run: Run) -> None:
    said = run("facts", "--root", site.root, "--format", "json")
    assert json.loads(said.stdout) == [
        {
            "day": "2027-02-01",
            "kind": "fact",
            "id": "lowest-pay",
            "why": "begins",
            "text": "amount ฿1,300 from 2027-02-01",
            "file": PAY,
            "line": 26,
        }
    ]
    assert (said.stderr, said.returncode) == ("", FINE)


def test_nothing_due_is_said_in_one_line(site_at: SiteAt, run: Run) -> None:
    small = site_at()
    said = run("facts", "--root", small.root)
    assert (said.stdout, said.stderr, said.returncode) == ("", "\nDue: 0, of these before 2026-11-28: 0.\n", FINE)
    assert json.loads(run("facts", "--root", small.root, "--format", "json").stdout) == []


def test_of_an_amount_that_changes_every_leaning_line_is_named_in_every_language(site: Repository, run: Run) -> None:
    said = run("facts", "impact", "lowest-pay", "--root", site.root)
    assert said.stdout.startswith(
        "guide unpaid-work\n"
        f"  {GUIDE}/km.md:13  ប្រាក់ឈ្នួលទាបបំផុតគឺ {{lowest-pay}} ក្នុងមួយថ្ងៃ។\n"
        f"  {GUIDE}/my.md:13  အနည်းဆုံးလုပ်ခက တစ်ရက် {{lowest-pay}} ဖြစ်တယ်။\n"
        f"  {GUIDE}/th.md:13  ค่าจ้างต่ำสุดคือ {{lowest-pay}} ต่อวัน\n"
    )
    found = places(said.stdout)
    assert set(found) == naming(site.root, "lowest-pay")
    assert len(set(found)) == len(found)
    files = {place.rpartition(":")[0] for place in found}
    assert said.stderr == (
        "\nlowest-pay: ฿1,234.50 from 2026-01-15; ฿1,300 from 2027-02-01\n"
        f"{len(found)} places in {len(files)} files, 3 languages.\n"
    )
    assert said.returncode == FINE


def test_of_a_law_that_changes_everything_that_rests_on_it_is_named(site: Repository, run: Run) -> None:
    said = run("facts", "impact", "river-wage-act", "--root", site.root)
    through_a_bill = {"campaigns/rest-day/campaign.yml:6"}
    named = naming(site.root, "river-wage-act", "lowest-pay", "pay-limit")
    assert set(places(said.stdout)) == named | through_a_bill
    assert f"  {GUIDE}/th.md:12  นายจ้างต้องจ่ายภายใน {{pay-limit}} วัน (through pay-limit)\n" in said.stdout
    assert "(through lowest-pay)" in said.stdout
    assert f"facts\n  {PAY}:21  lowest-pay, law: river-wage-act\n" in said.stdout


def test_places_are_written_as_data_as_well(site: Repository, run: Run) -> None:
    said = run("facts", "impact", "lowest-pay", "--root", site.root, "--format", "json")
    first, *others = json.loads(said.stdout)
    assert first == {
        "kind": "guide",
        "name": "unpaid-work",
        "file": f"{GUIDE}/km.md",
        "line": 13,
        "column": 25,
        "language": "km",
        "through": [],
        "text": "ប្រាក់ឈ្នួលទាបបំផុតគឺ {lowest-pay} ក្នុងមួយថ្ងៃ។",
    }
    assert {f"{one['file']}:{one['line']}" for one in (first, *others)} == naming(site.root, "lowest-pay")
    assert (said.stderr, said.returncode) == ("", FINE)


def test_options_may_stand_before_impact_or_behind_it(site: Repository, run: Run) -> None:
    behind = run("facts", "impact", "lowest-pay", "--root", site.root, "--format", "json")
    before = run("facts", "--root", site.root, "--format", "json", "impact", "lowest-pay")
    assert (before.stdout, before.returncode) == (behind.stdout, FINE)


def test_an_id_that_no_fact_has_is_told_and_ends_with_1(site: Repository, run: Run) -> None:
    said = run("facts", "impact", "lowest-pai", "--root", site.root)
    assert (said.stdout, said.returncode) == ("", PROBLEMS)
    assert said.stderr == "There is no fact 'lowest-pai'. Did you mean 'lowest-pay'?\n"
    assert asked("facts", "impact").exit_code == USAGE


def test_an_answer_that_may_lack_something_says_so_and_ends_with_1(site: Repository, run: Run) -> None:
    wanted = naming(site.root, "lowest-pay") - {f"{GUIDE}/km.md:13"}
    site.write(f"{GUIDE}/km.md", "no head")
    said = run("facts", "impact", "lowest-pay", "--root", site.root)
    assert set(places(said.stdout)) == wanted
    assert f"{GUIDE}/km.md:1:1: error: This file must begin with a line '---'. [front-matter/missing]" in said.stderr
    assert said.stderr.endswith("Not everything could be read, so the answer may lack something.\n")
    assert said.returncode == PROBLEMS


@pytest.mark.parametrize("words", [["facts"], ["facts", "impact", "lowest-pay"]], ids=" ".join)
def test_a_folder_without_a_site_is_told_so(run: Run, words: list[str]) -> None:
    said = run(*words)
    assert (said.returncode, said.stdout.strip()) == (PROBLEMS, "")
    assert "content/site.yml:1:1: error: This file is missing, so there is no site to build." in said.stderr


def test_of_the_real_minimum_wage_every_text_that_names_it_is_found(run: Run) -> None:
    wanted = {place for place in naming(ROOT, "minimum-wage") if ".md:" in place}
    said = run("facts", "impact", "minimum-wage", "--root", ROOT, "--as-of", TODAY.isoformat())
    assert said.returncode == FINE, said.stderr
    assert len(wanted) > 3
    assert {place for place in places(said.stdout) if ".md:" in place} == wanted


def test_a_guide_that_fell_behind_is_told_at_its_line_also_when_a_remark_was_written_above(
    site: Repository, run: Run
) -> None:
    def told() -> str:
        return run("check", "--root", site.root, "--as-of", "2027-02-01").stdout

    said = "warning: The fact 'lowest-pay' changed on 2027-02-01, after this guide was read; readers are told so."
    assert f"{GUIDE}/guide.yml:8:1: {said} [freshness/law]\n" in told()
    site.write(f"{GUIDE}/guide.yml", f"# A remark.\n{site.read(f'{GUIDE}/guide.yml')}")
    assert f"{GUIDE}/guide.yml:9:1: {said} [freshness/law]\n" in told()
