"""Taking an entry out: what is planned, what is left to a person, and that it is written whole or not at all."""

import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT, TODAY, Repository, SiteAt, load_all

from suluh.check import check
from suluh.edit import plan_redaction, write
from suluh.edit.tombstone import ids, with_tombstone
from suluh.model.redaction import GONE, Redaction
from suluh.source import parse_yaml

NAME = "riverside-union"
SINCE = date(2026, 11, 22)
ENTRY = f"directory/organisations/{NAME}.yml"
NETWORK = "directory/organisations/reed-network.yml"
CAMPAIGN = "campaigns/rest-day/campaign.yml"
PATHWAY = "content/pathways/unpaid/pathway.yml"
OUTCOME = "  call: {kind: outcome, lines: [lantern-line], services: [legal-support]}"
SIGNED = "endorsers: [{org: riverside-union, since: 2026-10-01, confirmed_by: letter}]\n"
SIGNERS = """\
endorsers:
  # told us at the meeting
  - org: riverside-union
    since: 2026-10-01
    confirmed_by: letter  # kept elsewhere
  # wrote by itself
  - {org: reed-network, since: 2026-10-02, confirmed_by: letter}
"""


@pytest.fixture
def small(site_at: SiteAt) -> Repository:
    """Give the small site, in which the union signed, belongs to a network, and is named in a pathway."""
    site = site_at()
    site.change(CAMPAIGN, SIGNED, SIGNERS)
    site.write(NETWORK, site.read(NETWORK) + "networks: [riverside-union]  # since 2020 (invented)\n")
    site.change(PATHWAY, OUTCOME, OUTCOME.replace("]}", "], organisations: [riverside-union]}"))
    return site


def planned(site: Repository, name: str = NAME) -> Redaction:
    return plan_redaction(site.root, name, SINCE)


def held(site: Repository) -> dict[str, str]:
    """Give every file of a site, those that begin with a dot too."""
    return {
        path.relative_to(site.root).as_posix(): path.read_text("utf-8")
        for path in site.root.rglob("*")
        if path.is_file()
    }


def left(plan: Redaction, what: str) -> set[str]:
    return {f"{one.place.file}:{one.place.line}" for one in plan.left if what in one.what}


def test_only_the_lines_in_question_change(small: Repository) -> None:
    before = held(small)
    assert write(small.root, planned(small).edits) == []
    after = held(small)

    assert after.pop(GONE).endswith(f"\n- {{id: {NAME}, since: 2026-11-22}}\n")
    del before[ENTRY]
    assert after.keys() == before.keys()
    changed = {
        file: [line for line in text.split("\n") if line not in after[file].split("\n")]
        for file, text in before.items()
        if text != after[file]
    }
    assert changed == {
        CAMPAIGN: [
            "  - org: riverside-union",
            "    since: 2026-10-01",
            "    confirmed_by: letter  # kept elsewhere",
        ],
        NETWORK: ["networks: [riverside-union]  # since 2020 (invented)"],
        PATHWAY: [OUTCOME.replace("]}", "], organisations: [riverside-union]}")],
    }
    assert after[NETWORK].endswith("\nnetworks: []  # since 2020 (invented)\n")
    assert "services: [legal-support], organisations: []}\n" in after[PATHWAY]


def test_planning_writes_nothing(small: Repository) -> None:
    before = held(small)
    assert planned(small).edits
    assert held(small) == before


def test_the_entry_goes_last_so_that_a_run_that_was_ended_can_be_finished(small: Repository) -> None:
    plan = planned(small)
    assert [edit.file for edit in plan.edits[-2:]] == [GONE, ENTRY]

    assert write(small.root, plan.edits[:2] + plan.edits[-2:-1]) == []
    rest = planned(small)
    assert rest.gone is None
    assert [edit.file for edit in rest.edits] == [plan.edits[2].file, ENTRY]


def test_what_is_gone_is_gone(small: Repository) -> None:
    write(small.root, planned(small).edits)
    again = plan_redaction(small.root, NAME, date(2027, 1, 1))
    assert (again.edits, again.gone, again.problems) == ((), SINCE, ())


@pytest.mark.parametrize("name", ["riverside-unoin", "../places", "organisations/riverside-union", "", "*"])
def test_a_name_that_no_entry_has_is_told(small: Repository, name: str) -> None:
    plan = planned(small, name)
    assert plan.edits == ()
    assert plan.unknown.startswith(f"There is no organisation '{name}'.")


def test_the_nearest_name_is_suggested(small: Repository) -> None:
    assert planned(small, "reed-netwrk").unknown.endswith("Did you mean 'reed-network'?")


# --- the mark that stays ---


def test_the_mark_says_nothing_but_id_and_day(small: Repository) -> None:
    plan = planned(small)
    [mark] = [edit.after or "" for edit in plan.edits if edit.file == GONE]
    remark, line, end = mark.split("\n")
    assert remark == "# What was taken out of the directory, and since when. Never why, and never who it was."
    assert (line, end) == ("- {id: riverside-union, since: 2026-11-22}", "")
    assert parse_yaml("", mark).value == ({"id": NAME, "since": SINCE},)


def test_the_mark_stands_where_its_id_belongs_and_remarks_stay(small: Repository) -> None:
    small.write(GONE, "# Head\n- {id: aaa, since: 2025-01-01}  # a\n# about z\n- {id: zzz, since: 2026-01-01}\n# end")
    [mark] = [edit for edit in planned(small).edits if edit.file == GONE]
    assert mark.after == (
        "# Head\n- {id: aaa, since: 2025-01-01}  # a\n- {id: riverside-union, since: 2026-11-22}\n"
        "# about z\n- {id: zzz, since: 2026-01-01}\n# end"
    )
    assert list(mark.changed()) == [(3, (), ("- {id: riverside-union, since: 2026-11-22}",))]


@given(st.lists(st.from_regex(r"[a-z0-9]{1,6}(-[a-z]{1,4})?", fullmatch=True), min_size=1, max_size=8, unique=True))
def test_marks_come_in_the_order_of_their_ids_whichever_way_they_are_added(names: list[str]) -> None:
    text: str | None = None
    for name in names:
        before = (text or "").splitlines()
        text = with_tombstone(text, name, SINCE)
        assert [line for line in text.splitlines() if line in before] == before
    assert list(ids(parse_yaml("", text or "").value)) == sorted(names)


@pytest.mark.parametrize("text", ["riverside: 2025-01-01\n", "[]\n", "[{id: a, since: 2025-01-01}]\n", "- a\n"])
def test_a_list_of_marks_in_another_form_stops_everything(small: Repository, text: str) -> None:
    small.write(GONE, text)
    plan = planned(small)
    assert [(problem.place.file, problem.rule) for problem in plan.problems] == [(GONE, "edit/form")]


def test_a_list_that_holds_only_remarks_gets_its_first_line(small: Repository) -> None:
    small.write(GONE, "# Nothing yet")
    [mark] = [edit.after for edit in planned(small).edits if edit.file == GONE]
    assert mark == "# Nothing yet\n- {id: riverside-union, since: 2026-11-22}\n"


# --- what is left ---


def test_links_are_listed_in_every_language(small: Repository) -> None:
    guide = "content/guides/unpaid-work"
    assert left(planned(small), "a link to it") == {f"{guide}/{code}.md:21" for code in ("th", "my", "km")}


def test_lines_are_counted_in_the_files_as_they_will_be(small: Repository) -> None:
    small.write(CAMPAIGN, small.read(CAMPAIGN) + "# see organisation:riverside-union\n")
    plan = planned(small)
    [found] = [one.place for one in plan.left if one.place.file == CAMPAIGN and one.what == "a link to it"]
    write(small.root, plan.edits)
    assert small.read(CAMPAIGN).split("\n")[found.line - 1] == "# see organisation:riverside-union"


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("Ask the สหภาพริมน้ำ for help.", "one of its names"),  # without what stands in brackets
        ("คุยกับสหภาพริมน้ำก่อน", "one of its names"),  # where words are not parted
        ("The RU answers.", "one of its names"),
        ("RUကို ဆက်သွယ်ပါ", "one of its names"),  # a short name before a script without spaces
        ("The riverside\nworkers' UNION, again", "one of its names"),
        ("The Riverside Workers’ Union", "one of its names"),
        ("Call 02-000 0001.", "its number"),
        ("ဖုန်း ၀၂ ၀၀၀ ၀၀၀၁", "its number"),
        ("Write to Help@Riverside.Example!", "its e-mail address"),
        ("See http://river.example/union/ today", "its website"),
        ("Made of organisations/riverside-union.yml", "its page or file"),
        ("It is riverside-union there", "its id"),
    ],
)
@pytest.mark.parametrize("file", ["handbook/write/index.md", "content/pages/help/th.md", "README.md"])
def test_what_speaks_of_it_is_listed(small: Repository, file: str, written: str, what: str) -> None:
    small.change(ENTRY, "also_known_as: [RU]", "also_known_as: [RU, Riverside Workers' Union]")
    small.change(ENTRY, "contact: [", "contact: [{kind: email, address: help@riverside.example}, ")
    small.write(ENTRY, small.read(ENTRY) + "website: {source: [a], address: https://www.river.example/union}\n")
    small.write(file, f"---\ntitle: (invented)\n---\n\n{written}\n")
    assert f"{file}:5" in left(planned(small), what)


@pytest.mark.parametrize(
    "written",
    [
        "TRUE and RUE",
        "ru",
        "Call 02-000 00012 or 000",
        "riverside-unions",
        "river.example/unions",
        "organisation:river",
    ],
)
def test_what_only_looks_like_it_is_not_listed(small: Repository, written: str) -> None:
    small.write(ENTRY, small.read(ENTRY) + "website: {source: [a], address: https://www.river.example/union}\n")
    small.write("handbook/page.md", written)
    assert "handbook/page.md" not in {one.place.file for one in planned(small).left}


def test_an_id_that_something_else_has_too_is_not_looked_for_alone(small: Repository) -> None:
    small.write("handbook/page.md", "The line riverside-union\n")
    small.write("content/facts/more.yml", f"- id: {NAME}\n  kind: line\n")
    assert left(planned(small), "its id") == set()


def test_sources_and_lines_that_nothing_else_names_are_listed(small: Repository) -> None:
    small.write("content/facts/only.yml", "- id: only-source\n- id: shared-source\n- id: only-line\n- id: told-line\n")
    small.change(ENTRY, "id: invented-survey, dated", "id: only-source, dated")
    small.write(ENTRY, small.read(ENTRY) + "lines: [only-line, told-line]\nwebsite: {source: [shared-source]}\n")
    small.write(NETWORK, small.read(NETWORK) + "website: {source: [shared-source]}\n")
    small.write("content/pages/help/th.md", "---\ntitle: a\n---\n\n{told-line}\n")
    found = left(planned(small), "which nothing else named")
    assert found == {"content/facts/only.yml:1", "content/facts/only.yml:3"}


def test_files_that_are_named_like_it_are_listed(small: Repository) -> None:
    theirs = {f"directory/organisations/{name}" for name in (f"{NAME}.png", f"{NAME}-door.webp", f"{NAME}/sign.jpg")}
    for file in (*theirs, "directory/organisations/riverside-unions.png"):
        small.write(file, b"\x89PNG\r\n\xff")
    assert left(planned(small), "named like it") == {f"{file}:1" for file in theirs}


def test_a_remark_above_and_a_step_that_names_nobody_any_more_are_listed(small: Repository) -> None:
    plan = planned(small)
    write(small.root, plan.edits)
    [remark], [step] = left(plan, "a remark above"), left(plan, "a step that names no")
    assert small.read(CAMPAIGN).split("\n")[int(remark.partition(":")[2]) - 1] == "  # told us at the meeting"
    assert small.read(PATHWAY).split("\n")[int(step.partition(":")[2]) - 1].startswith("  call: {")


def test_the_check_then_finds_nothing_but_what_was_listed(small: Repository) -> None:
    small.change(NETWORK, "networks: [riverside-union]  # since 2020 (invented)\n", "networks: [riverside-union]\n")
    plan = planned(small)
    write(small.root, plan.edits)
    site, problems = load_all(small.root)
    assert site is not None
    icons = frozenset(icon for _, _, record in site.records() if isinstance(icon := getattr(record, "icon", None), str))
    found = [*problems, *check(site, TODAY, icons)]
    assert {(f"{one.place.file}:{one.place.line}", one.rule) for one in found} == {
        *((place, "references/link") for place in left(plan, "a link to it")),
        *((place, "references/unknown") for place in left(plan, "its id")),
    }


# --- all or nothing ---


@pytest.mark.parametrize(
    ("file", "content", "rule"),
    [
        (ENTRY, "name: [\n", "yaml/syntax"),
        (CAMPAIGN, b"\xff\xfe", "file/encoding"),
        ("content/facts/pay.yml", "a: 1\na: 2\n", "yaml/twice"),
        ("content/guides/unpaid-work/th.md", "a\r\nb\n", "file/line-ends"),
    ],
)
def test_a_file_that_cannot_be_read_stops_everything(
    small: Repository, file: str, content: str | bytes, rule: str
) -> None:
    small.write(file, content)
    plan = planned(small)
    assert [(problem.place.file, problem.rule) for problem in plan.problems] == [(file, rule)]
    assert plan.edits == ()


@pytest.mark.parametrize("file", [ENTRY, CAMPAIGN, NETWORK])
def test_a_file_that_may_not_be_written_stops_everything(small: Repository, file: str) -> None:
    small.path(file).chmod(0o444)
    [problem] = planned(small).problems
    assert (problem.place.file, problem.rule) == (file, "edit/locked")
    assert problem.hint == f"Give yourself the right to it: chmod u+w {file}"


def test_a_link_in_place_of_a_file_stops_everything(small: Repository) -> None:
    small.path(CAMPAIGN).rename(small.path("campaigns/rest-day/real.yml"))
    small.path(CAMPAIGN).symlink_to("real.yml")
    assert [(problem.place.file, problem.rule) for problem in planned(small).problems] == [(CAMPAIGN, "edit/link")]


def test_a_list_in_which_nothing_can_be_cut_for_sure_stops_everything(small: Repository) -> None:
    small.change(
        CAMPAIGN, SIGNERS, "? endorsers\n: - {org: riverside-union, since: 2026-10-01, confirmed_by: letter}\n"
    )
    [problem] = planned(small).problems
    assert (problem.place.file, problem.rule) == (CAMPAIGN, "edit/form")


@pytest.mark.parametrize("last", range(5))
def test_a_fault_in_the_midst_brings_everything_back(
    small: Repository, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    plan, before = planned(small), held(small)
    modes = {file: small.path(file).stat().st_mode for file in before}
    calls, replace, unlink = [0], Path.replace, Path.unlink

    def counted(path: Path) -> None:
        calls[0] += 1
        if calls[0] == last + 1:
            raise OSError(28, "No space left on device", str(path))

    def replaced(path: Path, target: Path) -> Path:
        counted(path)
        return replace(path, target)

    def unlinked(path: Path, *, missing_ok: bool = False) -> None:
        if not missing_ok:
            counted(path)
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", replaced)
    monkeypatch.setattr(Path, "unlink", unlinked)
    [problem] = write(small.root, plan.edits)

    assert (problem.rule, problem.hint) == ("edit/write", "Nothing was changed.")
    assert "No space left on device" in problem.message
    assert held(small) == before
    assert {file: small.path(file).stat().st_mode for file in before} == modes


def test_what_could_not_be_brought_back_is_named(small: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, replace = planned(small), Path.replace

    def replaced(path: Path, target: Path) -> Path:
        if path.name != ".campaign.yml.new" or ".campaign.yml.new" in seen:
            raise OSError(5, "Input/output error", str(path))
        seen.append(path.name)
        return replace(path, target)

    seen: list[str] = []
    monkeypatch.setattr(Path, "replace", replaced)
    [problem] = write(small.root, plan.edits)
    assert problem.hint == f"These are changed already: {CAMPAIGN}. See 'git status'."


def test_a_file_that_somebody_saves_meanwhile_is_not_lost(small: Repository) -> None:
    plan = planned(small)
    small.write(NETWORK, small.read(NETWORK) + "base: TH-10\n")
    before = held(small)
    assert [(problem.place.file, problem.rule) for problem in write(small.root, plan.edits)] == [
        (NETWORK, "edit/changed")
    ]
    assert held(small) == before


def test_the_rights_to_a_file_stay(small: Repository) -> None:
    small.path(CAMPAIGN).chmod(0o640)
    write(small.root, planned(small).edits)
    assert stat.S_IMODE(small.path(CAMPAIGN).stat().st_mode) == 0o640


# --- real files ---


@pytest.fixture(scope="module")
def network() -> str:
    """Name an organisation of the flagship that another one names as its network."""
    site, _ = load_all(ROOT)
    assert site is not None
    return next(name for one in site.organisations.values() for name in one.networks)


def test_real_files_lose_only_the_line_that_names_it(network: str) -> None:
    edits = plan_redaction(ROOT, network, SINCE).edits
    members = [edit for edit in edits if edit.file not in (GONE, f"directory/organisations/{network}.yml")]
    assert members
    for edit in members:
        lost = [line for _, before, _ in edit.changed() for line in before]
        assert {line.strip() for line in lost} <= {f"- {network}", "networks:"}
        kept = [line for line in (edit.before or "").split("\n") if line not in lost]
        assert [line for line in (edit.after or "").split("\n") if line != "networks: []"] == kept
