"""Rules on stories. All of them are invented."""

from datetime import date

import pytest

FILE = "content/stories/s1/story.yml"
STORY = """
teller: Lantern
country: PT
sector: house
themes: [rest]
language: pt
media: [{file: pot.jpg, kind: picture, face: none, alt: {pt: Um tacho}}, {file: told.opus, kind: sound, voice: altered}]
campaigns: [rest]
consent:
  ref: C-2026-001
  given: 2026-11-01
  form: A form
  explained_in: pt
  explained_by: role:organiser
  scope: [site, share]
  languages: [pt, en]
  expires: 2027-11-01
review_on: 2027-05-01
undocumented_or_case: false
""".lstrip()
TEXT = "---\ntitle: O meu dia\nsummary: Um dia.\n---\n## Disse que não {#story}\n\nDisse que não, com $ 7.\n"
TAGS = """
- {id: house, kind: sector, name: {en: Work in a household, pt: Trabalho doméstico}}
- {id: rest, kind: theme, name: {en: Rest, pt: Descanso}}
""".lstrip()


@pytest.fixture(autouse=True)
def story(good):
    """Add a story to the good site: told in one language, and not in the one that others are translated from."""
    good.write(FILE, STORY)
    good.write("content/stories/s1/pt.md", TEXT)
    good.write("content/stories/s1/pot.jpg", b"")
    good.write("content/stories/s1/told.opus", b"")
    good.write("content/stories/tags.yml", TAGS)


def test_a_story_in_the_words_of_its_teller_is_good(said):
    assert said() == ""


def test_a_story_that_nobody_agreed_to_show_on_the_site_is_noted(said):
    told = f"""
{FILE}:14:3: note: This story is not published: its consent does not cover the site. [stories/unpublished]
    Nothing is to be done. If the teller agrees to it, add 'site'.
"""
    assert said((FILE, "scope: [site, share]", "scope: [press]")) == told


# --- consent begins and ends ---


def test_nothing_was_agreed_in_the_future(said):
    told = f"{FILE}:10:3: error: 2026-12-24 has not been yet. [stories/future]\n"
    assert told in said((FILE, "given: 2026-11-01", "given: 2026-12-24"))


def test_a_day_that_is_still_to_come_somewhere_does_not_stop_what_was_withdrawn(said):
    changed = FILE, "  expires: 2027-11-01", "  expires: 2027-11-01\n  withdrawn: 2026-11-23"
    assert "error" not in said(changed)


def test_consent_holds_for_a_while(said):
    told = f"{FILE}:16:3: error: This consent ends before it begins. [stories/expires]\n"
    assert told in said((FILE, "expires: 2027-11-01", "expires: 2026-11-01"))


def test_a_story_whose_consent_has_expired_is_to_be_deleted(said):
    told = f"""
{FILE}:16:3: warning: The consent to this story ended on 2027-11-01. It is gone from the site now. [stories/ended]
    Delete its folder, and write '- {{id: s1, since: 2027-11-01}}' into content/stories/gone.yml."""
    assert told in said(today=date(2027, 11, 1))
    assert "stories/ended" not in said(today=date(2027, 10, 31))


def test_a_story_that_was_withdrawn_is_to_be_deleted(said):
    told = f"{FILE}:17:3: warning: The consent to this story ended on 2026-11-20. It is gone from the site now."
    assert told in said((FILE, "  expires: 2027-11-01", "  expires: 2027-11-01\n  withdrawn: 2026-11-20"))


def test_the_name_of_a_story_that_is_gone_is_not_used_again(said, good):
    good.write("content/stories/gone.yml", "- {id: s1, since: 2026-01-01}\n")
    told = f"""
{FILE}:1:1: error: 's1' was taken away, and content/stories/gone.yml says so. [stories/gone]
    Delete this folder. A new story needs another name.
"""
    assert said() == told


def test_a_story_is_looked_at_again_in_time(said):
    told = f"{FILE}:17:1: warning: This story was to be looked at by 2027-05-01. [stories/review]\n"
    assert told in said(today=date(2027, 5, 2))
    assert "stories/review" not in said(today=date(2027, 5, 1))


# --- faces and voices ---


@pytest.mark.parametrize(
    ("safe", "known", "what"),
    [
        ("face: none", "face: visible", "face"),
        ("face: none, ", "", "face"),
        ("voice: altered", "voice: own", "voice"),
        (", voice: altered", "", "voice"),
    ],
)
def test_a_face_or_a_voice_needs_consent(said, good, safe, known, what):
    told = f"of somebody whose consent does not cover that. [stories/{what}]\n    It is not shown. Delete it"
    assert told in said((FILE, safe, known))
    good.change(FILE, "  expires:", f"  {what}: true\n  expires:")
    assert said() == ""


@pytest.mark.parametrize(("safe", "known", "what"), [("none", "visible", "face"), ("altered", "own", "voice")])
def test_whoever_has_no_papers_is_not_known_by_face_or_voice_at_all(said, safe, known, what):
    changes = [
        (FILE, f"{what}: {safe}", f"{what}: {known}"),
        (FILE, "  expires:", f"  {what}: true\n  expires:"),
        (FILE, "undocumented_or_case: false", "undocumented_or_case: true"),
    ]
    assert f"of somebody without papers, or with a case that goes on. [stories/{what}]" in said(*changes)


def test_a_hidden_face_and_a_changed_voice_are_good_for_everybody(said):
    changes = [
        (FILE, "face: none", "face: hidden"),
        (FILE, "undocumented_or_case: false", "undocumented_or_case: true"),
    ]
    assert said(*changes) == ""


# --- pictures and recordings ---


@pytest.mark.parametrize(("kind", "other"), [("picture", "sound"), ("sound", "picture")])
def test_a_picture_is_a_picture_and_a_recording_a_recording(said, kind, other):
    assert f" is no {other}. [stories/media]" in said((FILE, f"kind: {kind}", f"kind: {other}"))


def test_a_picture_says_what_it_shows(said):
    assert "error: This picture does not say what it shows. [stories/alt]" in said((FILE, ", alt: {pt: Um tacho}", ""))


def test_a_story_has_one_recording(said, good):
    good.write("content/stories/s1/more.opus", b"")
    more = "voice: altered}, {file: more.opus, kind: sound, voice: altered}]"
    assert f"{FILE}:6:122: error: A story has one recording. [stories/media]" in said((FILE, "voice: altered}]", more))


# --- languages and names ---


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("languages: [pt, en]", "languages: [pt, em]", "15:19: error: 'em' is not a language of this site."),
        ("explained_in: pt", "explained_in: xq", "12:3: error: There is no language 'xq'."),
        ("language: pt", "language: xq", "5:1: error: There is no language 'xq'."),
        ("languages: [pt, en]", "languages: [en]", "6:58: error: The consent to this story does not cover 'pt'."),
    ],
)
def test_a_story_is_told_in_languages_that_are_agreed_and_exist(said, old, new, told):
    assert f"{FILE}:{told} [stories/language]" in said((FILE, old, new))


def test_consent_can_be_explained_in_a_language_that_the_site_does_not_have(said):
    assert said((FILE, "explained_in: pt", "explained_in: rhg")) == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("country: PT", "country: XQ", "2:1: error: There is no country 'XQ'."),
        ("sector: house", "sector: rest", "3:1: error: There is no sector 'rest'."),
        ("themes: [rest]", "themes: [reste]", "4:10: error: There is no theme 'reste'."),
        ("campaigns: [rest]", "campaigns: [resd]", "7:13: error: There is no campaign 'resd'."),
    ],
)
def test_whatever_a_story_names_exists(said, old, new, told):
    assert f"{FILE}:{told} [stories/unknown]" in said((FILE, old, new))


@pytest.mark.parametrize("heading", ["## Disse {#other}", "## Disse {#story}\n\n## Depois {#after}", ""])
def test_a_story_is_told_in_one_section(said, heading):
    text = TEXT.partition("## ")[0] + heading + "\n"
    told = "content/stories/s1/pt.md:1:1: error: The sections here are "
    assert told in said(("content/stories/s1/pt.md", TEXT, text))


def test_what_is_told_is_not_our_statement(said):
    """An amount that somebody was paid is no fact of ours, and no law has to be cited."""
    assert "facts/" not in said(("content/stories/s1/pt.md", "$ 7", "$ 12"))
