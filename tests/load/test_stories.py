"""Stories, and what must lie beside them. All of them are invented."""

import pytest
from tests.load.conftest import SITE, told

from suluh.load import load_records
from suluh.load.stories import load_stories

STORY = """
teller: Lantern
sector: house
language: my
media: [{file: pot.jpg, kind: picture, face: none, alt: {my: A pot}}, {file: told.opus, kind: sound, voice: altered}]
consent:
  ref: C-2026-001
  given: 2026-01-01
  form: A form
  explained_in: my
  explained_by: role:organiser
  scope: [site]
  languages: [my, th]
  expires: 2027-01-01
review_on: 2026-12-01
undocumented_or_case: false
""".lstrip()
TEXT = "---\ntitle: A title\nsummary: A summary.\n---\n## One {#story}\n\nIt happened.\n"
FOLDER = "content/stories/s1"
WHOLE = {
    f"{FOLDER}/story.yml": STORY,
    f"{FOLDER}/my.md": TEXT,
    f"{FOLDER}/th.md": TEXT,
    f"{FOLDER}/pot.jpg": b"",
    f"{FOLDER}/told.opus": b"",
    "content/stories/tags.yml": "- {id: house, kind: sector, name: {en: Work in a household}}\n",
    "content/stories/gone.yml": "- {id: s0, since: 2026-02-01}\n",
}


def test_a_story_is_a_folder_and_tags_stand_beside_them(reader_of):
    reader = reader_of(WHOLE)
    found = load_stories(reader)
    assert {key: list(records) for key, records in found.items()} == {
        "stories": ["s1"],
        "tags": ["house"],
        "gone_stories": ["s0"],
    }
    assert reader.problems == []
    assert {reader.root / name for name in WHOLE} == reader.read


def test_a_site_may_have_no_stories(reader_of):
    assert load_stories(reader_of({})) == {"stories": {}, "tags": {}, "gone_stories": {}}


def test_a_file_that_a_story_names_is_there(reader_of):
    reader = reader_of({name: text for name, text in WHOLE.items() if not name.endswith(".jpg")})
    load_stories(reader)
    assert (
        told(reader.problems)
        == """
content/stories/s1/story.yml:4:9: error: There is no file 'pot.jpg' beside this one. [stories/missing]
    Put it there, or delete this entry.
"""
    )


def test_a_text_in_a_language_that_nobody_agreed_to_is_told_at_its_file(reader_of):
    reader = reader_of(WHOLE | {f"{FOLDER}/en.md": TEXT})
    load_stories(reader)
    assert (
        told(reader.problems)
        == """
content/stories/s1/en.md:1:1: error: The consent to this story does not cover 'en'. [stories/language]
    Delete this file. If the teller agrees to this language, write it into 'languages' first.
"""
    )


@pytest.mark.parametrize("name", ["pan.jpg", "more.opus", "form.pdf"])
def test_a_file_that_no_story_names_is_told(reader_of, name):
    files = WHOLE | {"content/site.yml": SITE, f"{FOLDER}/{name}": b""}
    _, problems = load_records(reader_of(files).root)
    assert f"{FOLDER}/{name}:1:1: error: Nothing reads this file. [file/unknown]" in told(problems)


def test_nobody_tells_what_lies_beside_a_story_that_cannot_be_read(reader_of):
    broken = WHOLE | {"content/site.yml": SITE, f"{FOLDER}/story.yml": "teller: [\n"}
    _, problems = load_records(reader_of(broken).root)
    assert [one.rule for one in problems if one.place.file.startswith(FOLDER)] == ["yaml/syntax"]


@pytest.mark.parametrize(
    ("line", "spoiled", "rule"),
    [
        ("teller: Lantern", "teller: Lantern\nname: Somebody", "shape/unknown"),
        ("  ref: C-2026-001", "  ref: Somebody", "shape/form"),
        ("explained_by: role:organiser", "explained_by: Somebody", "shape/form"),
        ("file: pot.jpg", "file: ../pot.jpg", "shape/form"),
        ("languages: [my, th]", "languages: []", "shape/empty"),
        ("  scope: [site]", "  scope: [everywhere]", "shape/choice"),
        ("undocumented_or_case: false\n", "", "shape/missing"),
    ],
)
def test_a_story_has_no_place_for_what_must_not_be_known(reader_of, line, spoiled, rule):
    reader = reader_of(WHOLE | {f"{FOLDER}/story.yml": STORY.replace(line, spoiled)})
    assert load_stories(reader)["stories"] == {}
    assert [problem.rule for problem in reader.problems] == [rule]
