"""A whole site out of its parts: what is known is not made again, and what may not be shown is nowhere."""

from collections.abc import Callable

import pytest
from tests.conftest import Repository, Run
from tests.pipeline.conftest import GUIDE, built, digests, order

from suluh.pipeline import build, check_content

WAIVER = "- {{rule: {}, file: {}, reason: We are at it., until: 2026-12-31}}\n"


def rules(problems: tuple[object, ...]) -> list[str]:
    """Name the rules that some problems are about."""
    return [str(problem).partition("[")[2].partition("]")[0] for problem in problems]


# --- waivers ---


def by_hand(small: Repository) -> None:
    """Break a rule in a text of a guide: an amount of money is written by hand."""
    small.write(GUIDE, small.read(GUIDE).rstrip("\n") + "\n\n- ค่าจ้าง ฿500\n")
    for code in ("my", "km"):  # they would lack the item and its number
        file = GUIDE.replace("th.md", f"{code}.md")
        small.write(file, small.read(file).rstrip("\n") + "\n\n- ฿500\n")


def waive(small: Repository, rule: str, *files: str) -> None:
    small.write("content/waivers.yml", "".join(WAIVER.format(rule, file) for file in files))


ALL = tuple(GUIDE.replace("th.md", f"{code}.md") for code in ("th", "my", "km"))


def test_a_rule_that_a_text_breaks_stops_the_build(small: Repository) -> None:
    by_hand(small)
    assert rules(build(order(small)).problems) == ["facts/amount"] * 3


def test_a_waived_rule_in_the_text_of_a_guide_does_not_stop_its_pages(small: Repository) -> None:
    by_hand(small)
    waive(small, "facts/amount", *ALL)
    assert check_content(order(small)).problems == ()
    assert "th/guides/unpaid-work/index.html" in built(order(small))
    assert "฿500" in small.read("site/th/guides/unpaid-work/index.html")
    assert built(order(small)) == digests(small.path("site"))


def test_a_waiver_that_comes_later_makes_the_pages_that_were_stopped(small: Repository) -> None:
    by_hand(small)
    assert not build(order(small)).published
    waive(small, "facts/amount", *ALL)
    built(order(small))
    assert "฿500" in small.read("site/th/guides/unpaid-work/index.html")


def test_a_waiver_that_waives_nothing_stops_the_build_and_is_the_one_thing_told(small: Repository) -> None:
    waive(small, "facts/amount", GUIDE)
    for report in (build(order(small)), check_content(order(small))):
        assert rules(report.problems) == ["waivers/unused"]
    assert not small.path("site").exists()


def test_where_another_fault_stops_the_build_early_a_waiver_still_finds_what_it_is_for(small: Repository) -> None:
    by_hand(small)
    waive(small, "facts/amount", *ALL)
    small.change("directory/organisations/reed-network.yml", "tier: ", "teir: ")
    assert set(rules(build(order(small)).problems)) == {"shape/missing", "shape/unknown"}


def unreadable(small: Repository) -> tuple[str, str]:
    small.write(GUIDE, "no front matter")
    return "front-matter/missing", GUIDE


def unread(small: Repository) -> tuple[str, str]:
    small.write("content/notes.txt", "mine")
    return "file/unknown", "content/notes.txt"


def carrying_a_style(small: Repository) -> tuple[str, str]:
    small.change("overrides/titled.html", "<h1>", '<h1 style="x">')
    return "markup/inline", "th/guides/unpaid-work/index.html"


def loading_from_outside(small: Repository) -> tuple[str, str]:
    small.change("overrides/titled.html", "<h1>", '<img src="https://count.example/" alt=""><h1>')
    return "privacy/request", "th/guides/unpaid-work/index.html"


def leading_nowhere(small: Repository) -> tuple[str, str]:
    small.change("overrides/titled.html", "<h1>", '<a href="gone/">x</a><h1>')
    return "links/broken", "th/guides/unpaid-work/index.html"


@pytest.mark.parametrize("fault", [unreadable, unread, carrying_a_style, loading_from_outside, leading_nowhere])
def test_what_cannot_be_read_and_what_was_built_cannot_be_waived(
    small: Repository, fault: Callable[[Repository], tuple[str, str]]
) -> None:
    rule, file = fault(small)
    before = build(order(small)).problems
    assert (rule, file) in {(problem.rule, problem.place.file) for problem in before}
    waive(small, rule, file)
    after = build(order(small)).problems
    assert rules(tuple(set(after) - set(before))) == ["waivers/unused"]
    assert not small.path("site").exists()


# --- what may not be shown ---


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("directory/organisations/reed-network.yml", "tier: yellow", "tier: red"),
        ("campaigns/rest-day/campaign.yml", "state: live", "state: withdrawn"),
    ],
)
def test_what_may_not_be_shown_is_in_no_file_of_the_site(small: Repository, file: str, old: str, new: str) -> None:
    name = file.split("/")[-2 if file.endswith("campaign.yml") else -1].removesuffix(".yml")
    about = "content/pages/about/th.md"
    small.write(about, small.read(about).replace("(campaign:rest-day)", "(page:help)"))
    assert any(name in path for path in built(order(small)))
    assert f"{name}/".encode() in read(small)
    small.change(file, old, new)
    assert not any(name in path for path in built(order(small)))
    assert f"{name}/".encode() not in read(small)


def read(small: Repository) -> bytes:
    """Read the whole site."""
    return b"".join(path.read_bytes() for path in sorted(small.path("site").rglob("*")) if path.is_file())


def test_what_an_entry_must_not_show_stops_a_build_wherever_it_comes_from(riverside: Repository, run: Run) -> None:
    riverside.write("directory/organisations/hidden.yml", """
name: {th: ไม่มีใครอ่านสิ่งนี้ได้}
kind: cbo
tier: red
about: {th: (สมมติ)}
source: {id: invented-survey, dated: "2025"}
verification: {state: unverified}
""")  # fmt: skip
    built = run("build", "--root", riverside.root, "--output", riverside.path("out"), "--quick")
    assert built.returncode == 0, built.stderr
    about = "content/pages/about/th.md"
    riverside.write(about, riverside.read(about) + "\nไม่มีใครอ่านสิ่งนี้ได้\n")
    told = run("build", "--root", riverside.root, "--output", riverside.path("out"), "--quick")
    assert told.returncode == 1
    assert "This file holds something that 'hidden' must not show. [privacy/withheld]" in told.stdout
    assert "ไม่มีใครอ่านสิ่งนี้ได้" not in told.stdout + told.stderr
