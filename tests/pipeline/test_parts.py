"""One part is made of what its digest covers, and of nothing else."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Repository, copied, load_all
from tests.pipeline.conftest import GUIDE, built, cold, digests, order

from suluh import render
from suluh.model.originals import words_originals
from suluh.model.output import Made, Part, Written
from suluh.model.prose import Head
from suluh.pipeline import build
from suluh.pipeline.making import Making
from suluh.pipeline.parts import Job, Others, Task, make, of_json, policy_of, to_json
from suluh.problem import Place, Problem, Severity
from suluh.resolve import pages_of
from suluh.store import Store


def job_of(repository: Repository) -> Job:
    """Give the job of a build, as its workers get it."""
    making = Making(order(repository), lambda *_: None)
    assert making.settings is not None
    return making._workers(making.settings, checking=False).job


# --- what a part is, when it is kept and sent ---

TEXT = st.text(max_size=8)
WRITTEN = st.builds(
    Written, route=TEXT, kind=TEXT, language=TEXT, file=TEXT, entry=TEXT, indexed=st.booleans(),
    alternates=st.lists(TEXT, max_size=2).map(tuple), policy=st.integers(0, 3),
)  # fmt: skip
PROBLEM = st.builds(
    Problem, st.builds(Place, TEXT, st.integers(1, 9), st.integers(1, 9)), st.sampled_from(Severity), TEXT, TEXT, TEXT
)
HEAD = st.builds(Head, TEXT, TEXT, st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple))
MADE = st.builds(
    Made,
    problems=st.lists(PROBLEM, max_size=2).map(tuple),
    pages=st.lists(WRITTEN, max_size=2).map(tuple),
    policies=st.lists(TEXT, max_size=2).map(tuple),
    links=TEXT,
    heads=st.none() | st.dictionaries(TEXT, HEAD, max_size=2),
    units=st.lists(TEXT, max_size=2).map(tuple),
    files=st.dictionaries(TEXT, TEXT, max_size=2),
    promised=st.dictionaries(TEXT, TEXT, max_size=2),
    broken=st.lists(PROBLEM, max_size=2).map(tuple),
)


@given(MADE)
def test_what_is_kept_of_a_part_is_what_was_made(made: Made) -> None:
    assert of_json(to_json(made)) == made


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b'{"problems": 1}', b"\xff"])
def test_what_is_no_part_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        of_json(data)


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_the_policy_that_a_page_carries_is_read_back(policy: str) -> None:
    page = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{escape(policy)}"><title>x</title>'
    )
    assert policy_of(page) == policy


def test_a_page_without_a_policy_has_none() -> None:
    assert policy_of("<title>x</title>") == ""


# --- what comes of a part ---


def test_every_part_can_be_made_alone_and_again(small: Repository) -> None:
    """Whoever makes it, and after whatever else: it is the same part."""
    built(order(small))
    job, store = job_of(small), Store(small.path(".suluh/store"))
    making = Making(order(small), lambda *_: None)
    tasks = [Task(part, making._key(part, Others(), checking=False), Others()) for part in making._own()]
    assert len(tasks) == 11
    together = make(job, tasks)
    shutil.rmtree(small.path(".suluh/store/files"))
    alone = [make(job, [task])[0] for task in reversed(tasks)]
    assert alone[::-1] == together
    assert [of_json(store.result(task.key) or b"") for task in tasks] == together


def test_a_part_whose_texts_are_only_checked_has_no_page(small: Repository) -> None:
    job = replace(job_of(small), checking=True)
    [made] = make(job, [Task(Part("guide", "unpaid-work"), "0" * 40, Others())])
    assert made.pages == ()
    assert made.problems == made.broken == ()
    assert set(made.heads or {}) == {"th", "my", "km"}
    assert "guides/unpaid-work#law" in made.units


def test_a_part_whose_text_is_broken_has_no_page_and_says_why(small: Repository) -> None:
    job = job_of(small)
    small.write(GUIDE, small.read(GUIDE).replace("{pay-limit} วัน", "{pay-limits} วัน"))
    [made] = make(job, [Task(Part("guide", "unpaid-work"), "0" * 40, Others())])
    assert made.pages == ()
    assert "references/fact" in {problem.rule for problem in made.broken}
    [waived] = make(
        replace(job, waived=frozenset((problem.rule, problem.place.file) for problem in made.broken)),
        [Task(Part("campaign", "rest-day"), "1" * 40, Others())],
    )
    assert {page.language for page in waived.pages} == {"th", "my", "km", ""}


def test_a_page_is_the_same_when_it_is_rendered_by_itself(small: Repository) -> None:
    """With a theme that has said nothing before, for another host has its own."""
    built(order(small))
    job = job_of(small)
    for kind, name in (("edition", "my"), ("door", ""), ("organisation", "reed-network"), ("directory", "km")):
        site = job.site(Part(kind, name))
        for number, (code, page) in enumerate(pages_of(site, kind, name, job.languages, job.today)):
            version = f"anew-{kind}-{number}"
            alone, _ = render.pages(job.root / "overrides", version, job.store, [(job.frames[code], page)])
            assert small.read(f"site/{page.route}{'' if page.route.endswith('.html') else 'index.html'}") == alone[0]


# --- the law: what is kept is only what would be made again ---


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Build the small site once; what it kept is then carried elsewhere with it."""
    repository = copied("riverside", tmp_path_factory.mktemp("warm") / "riverside", theme=True)
    shutil.rmtree(repository.path("handbook"))
    repository.write("content/translations/my.yml", f"guides/unpaid-work#dont: {UNIT}")
    repository.write(
        "directory/organisations/hidden.yml",
        repository.read("directory/organisations/reed-network.yml").replace("tier: yellow", "tier: red"),
    )
    for _ in range(2):  # what was made is sealed by the build that finds it sound
        built(order(repository))
    return repository


UNIT = "{state: reviewed, source_digest: abcdefghijkl, by: [role:reader]}\n"
Edit = Callable[[Repository], None]


def changing(file: str, old: str, new: str) -> Edit:
    """Edit a file where something stands once."""
    return lambda small: small.change(file, old, new)


def words_were_checked(small: Repository) -> None:
    site, _ = load_all(small.root)
    assert site is not None
    name = "content/translations/my.yml"
    rows = (f"{one.key}: {UNIT.replace('abcdefghijkl', one.digest)}" for one in words_originals(site))
    small.write(name, small.read(name) + "".join(rows))


def another_guide(small: Repository) -> None:
    shutil.copytree(small.path("content/guides/unpaid-work"), small.path("content/guides/late-pay"))
    small.change("content/guides/late-pay/guide.yml", "order: 1", "order: 2")


def no_guide(small: Repository) -> None:
    for kind in ("guides", "pathways", "letters", "cards"):
        shutil.rmtree(small.path(f"content/{kind}"))
    small.remove("content/translations/my.yml")
    small.change("content/pages/about/th.md", "(guide:unpaid-work)", "(page:help)")


def no_standing_page(small: Repository) -> None:
    small.remove("content/pages/privacy/th.md")


def another_language(small: Repository) -> None:
    small.change("content/site.yml", "languages:", "languages: # the order is another")
    text = small.read("content/site.yml")
    lines = [line for line in text.splitlines() if "{code: " in line]
    small.write("content/site.yml", text.replace("\n".join(lines), "\n".join([lines[0], lines[2], lines[1]])))


def a_link_instead_of_a_file(small: Repository) -> None:
    """Put the file elsewhere in the repository, and link to it; then change it there."""
    small.write("elsewhere.md", small.read(GUIDE).replace("title: ", "title: ๏ "))
    small.remove(GUIDE)
    small.path(GUIDE).symlink_to(small.path("elsewhere.md"))


ORGANISATION = "directory/organisations/reed-network.yml"
UNION = "directory/organisations/riverside-union.yml"
CAMPAIGN, PAY = "campaigns/rest-day/campaign.yml", "content/facts/pay.yml"
EDITS: dict[str, Edit] = {
    "the title of a guide": changing(GUIDE, "title: ", "title: ๏ "),
    "a section of a guide": changing(GUIDE, "**อย่าเซ็นกระดาษเปล่า**", "**อย่าเซ็น**"),
    "the translation of a guide": changing(GUIDE.replace("th.md", "km.md"), "**កុំចុះហត្ថលេខាលើក្រដាសទទេ។**", "**កុំ។**"),
    "a translation is taken out": lambda small: small.remove(GUIDE.replace("th.md", "my.md")),
    "what has happened": changing("content/guides/unpaid-work/guide.yml", "km: ខ្ញុំមិនបានប្រាក់ឈ្នួល", "km: ខ្ញុំ"),
    "the day a guide is as at": changing(
        "content/guides/unpaid-work/guide.yml", "as_at: 2026-11-01", "as_at: 2026-11-02"
    ),
    "another guide": another_guide,
    "no guide": no_guide,
    "the value of a fact": changing(PAY, "value: 123450", "value: 123550"),
    "the law of a fact": changing(PAY, "my: မြစ်ကမ်း လုပ်ခဥပဒေ (စမ်းသပ်)", "my: မြစ်"),
    "a phone line": changing("content/facts/lines.yml", "does: {th: รับฟังและแนะนำ}", "does: {th: รับฟัง}"),
    "a source": changing("content/facts/sources.yml", 'dated: "2026-01-15"', 'dated: "2026-01-16"'),
    "a word of the interface": changing("content/strings/my.yml", "\nget-help: ", "\nget-help: ๏"),
    "a kind of help": changing("directory/services.yml", "th: ความช่วยเหลือทางกฎหมาย", "th: กฎหมาย"),
    "a place": changing("directory/places.yml", "km: បាងកក", "km: បាង"),
    "what an organisation does": changing(ORGANISATION, "th: เขียนรายงานเรื่องงานริมน้ำ", "th: เขียนรายงาน"),
    "the name of who endorses": changing(UNION, "{th: สหภาพริมน้ำ (สมมติ)}", "{th: สหภาพ (สมมติ)}"),
    "an organisation is hidden": changing(ORGANISATION, "tier: yellow", "tier: red"),
    "an organisation is shown": changing("directory/organisations/hidden.yml", "tier: red", "tier: yellow"),
    "the text of a campaign": changing("campaigns/rest-day/th.md", "title: ", "title: ๏ "),
    "what is asked": changing(CAMPAIGN, "state: partly_won", "state: promised"),
    "a bill": changing("campaigns/bills/river-hours.yml", 'covered: "no"', "covered: part"),
    "what was counted": changing("campaigns/rest-day/tallies.yml", "count: 71", "count: 72"),
    "what is printed": changing(CAMPAIGN, "destroy_by: 2027-10-01", "destroy_by: 2027-10-02"),
    "a target": changing("campaigns/targets/river-minister.yml", "th: แก้ประกาศได้", "th: แก้ได้"),
    "a standing page": changing("content/pages/help/th.md", "summary: ", "summary: ๏ "),
    "a standing page is taken out": no_standing_page,
    "another standing page in another language": lambda small: small.write(
        "content/pages/help/my.md", small.read("content/pages/help/th.md")
    ),
    "the state of a translation": changing("content/translations/my.yml", "reviewed", "withdrawn"),
    "the words were checked": words_were_checked,
    "the name of the site": changing("content/site.yml", "name: Khom Loi", "name: Khom Klai"),
    "the address of the site": changing("content/site.yml", "riverside.example/lantern/", "lantern.example/"),
    "the currency": changing("content/site.yml", "symbol: ฿", "symbol: ฿, minor: 10"),
    "the order of languages": another_language,
    "a style": changing("overrides/components/rows/style.css", ".rows {", ".rows{"),
    "a template": changing("overrides/titled.html", "<h1>", '<h1 class="new">'),
    "the mark": changing("overrides/mark.svg", "<svg ", '<svg class="new" '),
    "a link instead of a file": a_link_instead_of_a_file,
}


@pytest.fixture
def carried(warm: Repository, tmp_path: Path) -> Repository:
    """Carry the small site elsewhere with all that is kept of it."""
    shutil.copytree(warm.root, tmp_path / "carried", symlinks=True)
    return Repository(tmp_path / "carried")


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_any_edit_what_is_kept_makes_what_a_cold_build_makes(
    carried: Repository, tmp_path: Path, edit: Edit
) -> None:
    before = digests(carried.path("site"))
    edit(carried)
    after = built(order(carried))
    assert after != before
    assert cold(carried, tmp_path) == after


def test_what_is_kept_can_be_carried_elsewhere(carried: Repository, tmp_path: Path) -> None:
    before = digests(carried.path("site"))
    steps = steps_of(carried)
    assert digests(carried.path("site")) == before
    assert steps == {"Tools": "2 of 2", "Pages": "7 of 7", "Organisations": "2 of 2", "Lists": "25 of 25"}
    assert cold(carried, tmp_path) == before


def test_what_is_undone_is_as_it_was(carried: Repository) -> None:
    before, text = digests(carried.path("site")), carried.read(GUIDE)
    carried.change(GUIDE, "title: ", "title: ๏ ")
    assert built(order(carried)) != before
    carried.write(GUIDE, text)
    assert steps_of(carried) == {"Tools": "2 of 2", "Pages": "7 of 7", "Organisations": "2 of 2", "Lists": "25 of 25"}
    assert digests(carried.path("site")) == before


# --- what is not changed is not made ---


def steps_of(small: Repository) -> dict[str, str]:
    """Build, and tell how much of each step was known at its start."""
    steps: dict[str, str] = {}

    def tell(step: str, done: int, total: int) -> None:
        steps.setdefault(step, f"{done} of {total}")

    report = build(order(small), tell)
    assert [str(problem) for problem in report.problems] == []
    return {step: steps[step] for step in ("Tools", "Pages", "Organisations", "Lists")}


@pytest.mark.parametrize(
    ("edit", "steps"),
    [
        ("the title of a guide", ("2 of 2", "6 of 7", "2 of 2", "19 of 25")),
        ("a section of a guide", ("2 of 2", "6 of 7", "2 of 2", "25 of 25")),
        ("what an organisation does", ("2 of 2", "7 of 7", "1 of 2", "22 of 25")),
        ("a standing page", ("2 of 2", "6 of 7", "2 of 2", "25 of 25")),
        ("what is asked", ("2 of 2", "6 of 7", "1 of 2", "22 of 25")),
        ("a bill", ("2 of 2", "6 of 7", "2 of 2", "22 of 25")),
        ("the state of a translation", ("2 of 2", "6 of 7", "2 of 2", "22 of 25")),
        ("the name of who endorses", ("2 of 2", "6 of 7", "1 of 2", "22 of 25")),
        ("a word of the interface", ("0 of 2", "0 of 7", "0 of 2", "0 of 25")),
        ("a style", ("0 of 2", "0 of 7", "0 of 2", "0 of 25")),
    ],
)
def test_an_edit_makes_again_the_parts_that_hold_it_and_no_other(
    carried: Repository, edit: str, steps: tuple[str, ...]
) -> None:
    EDITS[edit](carried)
    assert tuple(steps_of(carried).values()) == steps


def test_what_a_part_holds_and_its_pages_do_not_say_renders_no_page(carried: Repository) -> None:
    """A fact is known to all parts; a page that does not name it has the view it had, and is not rendered again."""
    before = rendered(carried)
    carried.change(PAY, "value: 123450", "value: 123550")
    built(order(carried))
    new = {name for name in digests(carried.path("site")) if name.endswith(".html")}
    assert len(rendered(carried) - before) == 12 < len(new)


def rendered(small: Repository) -> set[str]:
    """Name every page that is kept."""
    paths = [path for path in small.path(".suluh/store/files").rglob("*") if path.is_file()]
    return {path.name for path in paths if path.read_bytes().startswith(b"<!doctype html>")}


# --- damage ---


@pytest.mark.parametrize("damage", ["results", "files", "seals", "some", "all of it", "the folder"])
def test_whatever_is_damaged_is_made_again(carried: Repository, damage: str) -> None:
    before = digests(carried.path("site"))
    shutil.rmtree(carried.path("site"))
    spoil(carried, damage)
    report = build(order(carried))
    assert {problem.rule for problem in report.problems} <= {"cache/damaged"}
    assert digests(carried.path("site")) == before
    assert built(order(carried)) == before


def spoil(small: Repository, what: str) -> None:
    """Write something else into what is kept."""
    store = small.path(".suluh/store")
    if what == "the folder":
        shutil.rmtree(store)
        return
    found = sorted(path for path in store.rglob("*") if path.is_file())
    chosen = {
        "results": [path for path in found if "results" in path.parts],
        "files": [path for path in found if "files" in path.parts],
        "seals": [store / "seals"],
        "some": found[::3],
        "all of it": found,
    }[what]
    for path in chosen:
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data[: len(data) // 2] + b"?")


def test_what_another_program_kept_under_our_names_is_made_again(carried: Repository) -> None:
    """It is whole, but it is not what we would have kept."""
    before = digests(carried.path("site"))
    store = Store(carried.path(".suluh/store"))
    for path in sorted(carried.path(".suluh/store/results").rglob("*")):
        if path.is_file() and path.read_bytes().partition(b"\n")[2].startswith(b'{"problems"'):
            store.keep(path.parent.name + path.name, json.dumps({"other": 1}).encode())
    assert built(order(carried)) == before


def test_a_page_that_somebody_wrote_into_by_hand_is_whole_again_after_the_next_build(carried: Repository) -> None:
    before = built(order(carried))
    page = carried.path("site/th/index.html")
    page.chmod(0o644)
    with page.open("r+b") as file:
        file.write(b"<!mine")
    report = build(order(carried))
    assert {problem.rule for problem in report.problems} <= {"cache/damaged"}
    assert digests(carried.path("site")) == before
