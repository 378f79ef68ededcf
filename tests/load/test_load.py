"""A whole repository: everything is read, nothing is lost silently, nothing makes it stumble."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import PLANTED, copied, load_all
from tests.load.conftest import SITE, told

from suluh.load import load_records, load_texts
from suluh.model.site import TEXTS
from suluh.problem import Place, Severity


@pytest.fixture
def strays(reader_of):
    """Say what is wrong with a site that holds some more files."""

    def said(files):
        reader = reader_of({"content/site.yml": SITE} | files)
        return told(load_records(reader.root)[1])

    return said


def test_a_good_site_is_read_whole(site_at):
    site, problems = load_all(site_at().root)
    assert site is not None
    assert problems == []
    assert {kind: len(list(things)) for kind, things in (
        ("languages", site.settings.languages), ("words", site.words), ("facts", site.facts),
        ("sources", site.sources), ("guides", site.guides), ("texts", site.guide_texts["unpaid-work"]),
        ("pages", site.pages), ("organisations", site.organisations), ("services", site.services),
        ("places", site.places), ("campaigns", site.campaigns), ("bills", site.bills), ("targets", site.targets),
    )} == {
        "languages": 3, "words": 3, "facts": 4, "sources": 2, "guides": 1, "texts": 3, "pages": 4, "organisations": 2,
        "services": 2, "places": 1, "campaigns": 1, "bills": 1, "targets": 1,
    }  # fmt: skip
    assert site.standing == ("about", "help", "privacy", "safety")
    assert site.handbook


def test_records_are_read_without_a_look_at_long_texts(site_at):
    repository = site_at()
    whole, _ = load_all(repository.root)
    assert whole is not None
    for text in repository.root.rglob("content/**/*.md"):
        text.write_text("no front matter", "utf-8")
    site, problems = load_records(repository.root)
    assert problems == []
    assert site is not None
    for kind in TEXTS:
        whole = whole.with_texts(kind, {}, dict(site.origins))
    assert site == whole


def test_the_long_texts_of_one_part_are_read_without_a_look_at_the_others(site_at):
    repository = site_at()
    repository.write("content/pages/help/th.md", "no front matter")
    texts, origins, problems = load_texts(repository.root, "guide", "unpaid-work")
    assert {code: prose.file for code, prose in texts.items()} == {
        code: f"content/guides/unpaid-work/{code}.md" for code in ("km", "my", "th")
    }
    assert set(origins) == {("guide-text", f"unpaid-work/{code}") for code in ("km", "my", "th")}
    assert problems == []


@pytest.mark.parametrize(
    ("kind", "name", "codes"), [("campaign", "rest-day", ["my", "th"]), ("page", "safety", ["km", "th"])]
)
def test_campaigns_and_standing_pages_have_their_texts_where_guides_have_theirs(site_at, kind, name, codes):
    texts, _, problems = load_texts(site_at().root, kind, name)
    assert list(texts) == codes
    assert problems == []


def test_a_part_that_has_no_texts_has_none(site_at):
    assert load_texts(site_at().root, "guide", "nobody-wrote-this") == ({}, {}, [])


@pytest.mark.parametrize("code", PLANTED)
def test_the_word_that_search_must_find_is_planted_once_in_the_middle_of_others(site_at, code):
    site, _ = load_all(site_at().root)
    assert site is not None
    text = "".join(section.markdown for section in site.guide_texts["unpaid-work"][code].sections)
    assert text.count(PLANTED[code]) == 1
    assert PLANTED[code] not in text.split()


def test_without_settings_nothing_else_is_said(reader_of):
    site, problems = load_records(reader_of({"content/facts/a.yml": "["}).root)
    assert site is None
    assert [problem.rule for problem in problems] == ["file/missing"]


def test_a_site_without_a_handbook_is_a_site(reader_of):
    site, _ = load_records(reader_of({"content/site.yml": SITE}).root)
    assert site is not None
    assert not site.handbook


NO_PICTURES = "Delete it: a campaign has no pictures. What is shared of it is drawn from its words."


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("content/notes.txt", "Move it, or give it the right name."),
        ("content/guides/pay/giude.yml", "Did you mean 'guide.yml'?"),
        ("content/guides/pay/en.md", "Write one of: guide.yml."),
        ("content/guides/pay/picture.png", "Write one of: guide.yml."),
        ("content/guides/en.md", "Move it, or give it the right name."),
        ("content/facts/deep/a.yml", "Move it, or give it the right name."),
        ("content/facts/a.yaml", "Move it, or give it the right name."),
        ("content/strings/en.json", "Move it, or give it the right name."),
        ("directory/one.yml", "Move it, or give it the right name."),
        ("directory/organisations/one.yaml", "Move it, or give it the right name."),
        ("campaigns/rest/campain.yml", "Did you mean 'campaign.yml'?"),
        ("campaigns/rest/tallies.csv", "Did you mean 'tallies.yml'?"),
        ("campaigns/rest/march.JPG", NO_PICTURES),
        ("campaigns/march.webp", NO_PICTURES),
        ("campaigns/a.yml", "Move it, or give it the right name."),
    ],
)
def test_a_file_that_nobody_reads_is_an_error(strays, name, hint):
    assert strays({name: "x"}) == f"\n{name}:1:1: error: Nothing reads this file. [file/unknown]\n    {hint}\n"


@pytest.mark.parametrize("name", ["content/.DS_Store", "handbook/anything.md", "README.md", "content-old/a.yml"])
def test_a_hidden_file_and_what_is_no_content_are_left_alone(strays, name):
    assert strays({name: "x"}) == ""


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "< SCRIPT src='x'/>",
        '<rect onload="alert(1)"/>',
        "<rect\nonClick = 'x'/>",
        '<a href="javascript:alert(1)"/>',
        "<foreignObject/>",
    ],
)
def test_a_picture_that_can_run_something_is_told_apart(strays, inside):
    assert (
        strays({"content/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'})
        == """
content/a.svg:1:1: error: This picture carries a script. [file/script]
    Delete it; draw it again without one.
"""
    )


@pytest.mark.parametrize("inside", ["", "<title>Description of only one</title>", "<desc>On and on=</desc>"])
def test_a_picture_that_cannot_run_anything_is_only_unread(strays, inside):
    assert "[file/unknown]" in strays({"content/a.svg": f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'})


@pytest.mark.parametrize("target", ["nowhere", "a.svg", "/etc/hostname", ".."])
@pytest.mark.parametrize("name", ["content/a.svg", "content/a.txt"])
def test_a_link_that_nobody_reads_is_not_followed(strays, reader_of, target, name):
    root = reader_of({"content/site.yml": SITE}).root
    (root / name).symlink_to(target)
    assert "[file/script]" not in strays({})


FILES = [
    "content/site.yml",
    "content/facts/pay.yml",
    "content/facts/sources.yml",
    "content/guides/unpaid-work/guide.yml",
    "content/guides/unpaid-work/my.md",
    "content/pages/help/th.md",
    "content/strings/th.yml",
    "content/waivers.yml",
    "content/translations/my.yml",
    "directory/services.yml",
    "directory/organisations/reed-network.yml",
    "campaigns/bills/river-hours.yml",
    "campaigns/rest-day/campaign.yml",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Give one good site to all examples; each puts back what it spoiled."""
    return copied("riverside", tmp_path_factory.mktemp("whole"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.binary() | st.text().map(str.encode))
def test_whatever_stands_in_a_file_it_is_told_and_never_raised(whole, name, data):
    path = whole.path(name)
    before = path.read_bytes() if path.exists() else None
    whole.write(name, data)
    try:
        _, problems = load_all(whole.root)
    finally:
        path.unlink() if before is None else path.write_bytes(before)
    assert [problem for problem in problems if problem.severity is Severity.ERROR]
    assert {problem.place.file for problem in problems} <= {name, *FILES}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES[:1] + FILES[3:]), st.data())
def test_a_file_cut_off_anywhere_is_told_and_never_raised(whole, name, data):
    path = whole.path(name)
    if not path.exists():
        return
    before = path.read_bytes()
    path.write_bytes(before[: data.draw(st.integers(0, len(before)))])
    try:
        site, problems = load_all(whole.root)
    finally:
        path.write_bytes(before)
    assert site is not None or problems


def test_every_problem_points_into_a_file_of_the_repository(site_at):
    site = site_at("faults")
    _, problems = load_all(site.root)
    outside = [problem for problem in problems if not site.path(problem.place.file).exists()]
    assert outside == []
    assert Place("content/site.yml") not in {problem.place for problem in problems}
