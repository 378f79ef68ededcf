"""Stories, as readers of each language get them. All of them are invented."""

from datetime import date

import pytest
from tests.resolve.conftest import TODAY, part

from suluh.model.prose import Prose, Section
from suluh.resolve import pages_of

STORY = """
teller: Lantern
country: ID
sector: house
themes: [rest, pay]
language: id
media:
  - {file: pot-of-lantern.jpg, kind: picture, face: none, alt: {id: Sebuah periuk}}
  - {file: told.opus, kind: sound, voice: altered}
campaigns: [rest]
consent:
  ref: C-2026-001
  given: 2026-01-01
  form: A form
  explained_in: id
  explained_by: role:organiser
  scope: [site, share]
  languages: [id, ms]
  expires: 2027-01-01
review_on: 2026-12-01
undocumented_or_case: false
""".lstrip()
TAGS = """
- {id: farm, kind: sector, name: {en: A farm}}
- {id: house, kind: sector, name: {en: A household, id: Rumah tangga}}
- {id: pay, kind: theme, name: {en: Pay}}
- {id: rest, kind: theme, name: {en: Rest}}
""".lstrip()
FOLDER = "content/stories/s1"
TOLD = {
    f"{FOLDER}/story.yml": STORY,
    f"{FOLDER}/id.md": "---\ntitle: Hari saya\nsummary: Satu hari.\n---\n## Saya pergi {#story}\n\nSaya *pergi*.\n",
    f"{FOLDER}/ms.md": "---\ntitle: Hari cuti saya\nsummary: Sehari.\n---\n## Saya keluar {#story}\n\nSaya keluar.\n",
    f"{FOLDER}/pot-of-lantern.jpg": "picture",
    f"{FOLDER}/told.opus": "sound",
    "content/stories/tags.yml": TAGS,
}
AFTER = date(2027, 1, 1)


def told(old, new):
    return TOLD | {f"{FOLDER}/story.yml": STORY.replace(old, new)}


@pytest.fixture
def pages_in(site_of):
    """Make the pages of one language that have to do with stories, as they are on a day."""

    def made(code, changes, today=TODAY):
        site = site_of(changes).on(today)
        kinds = [("stories", code), *(("story", slug) for slug in site.known.stories), ("campaign", "rest")]
        found = (entry for kind, name in kinds
                 for entry in pages_of(part(site, kind, name), kind, name, site.settings.languages, today))  # fmt: skip
        return {page.route: page for said, page in found if said == code}

    return made


@pytest.fixture
def routes_of(pages_in):
    """Name the routes of the pages of stories."""

    def made(code, changes, today=TODAY):
        return [route for route in pages_in(code, changes, today) if "/stories/" in route]

    return made


@pytest.fixture
def page_of(pages_in):
    """Make one page."""

    def made(route, changes, today=TODAY):
        return pages_in(route.partition("/")[0], changes, today)[route]

    return made


def test_a_story_has_a_page_in_each_language_that_consent_covers_and_in_no_other(routes_of):
    found = {code: routes_of(code, TOLD) for code in ("en", "ms", "id", "ur")}
    assert found == {
        "en": ["en/stories/"],
        "ms": ["ms/stories/", "ms/stories/s1/"],
        "id": ["id/stories/", "id/stories/s1/"],
        "ur": ["ur/stories/"],
    }


def test_a_text_that_is_there_is_not_shown_where_consent_does_not_cover_it(site_of):
    """The check refuses such a file; should it ever come through, nothing is made of it."""
    site = site_of(TOLD).on(TODAY)
    stray = Prose("en", "en.md", "My day", "A day.", (Section("story", "I went", "I went.", 5),))
    texts = {"s1": {**site.story_texts["s1"], "en": stray}}
    site = site.with_texts("story", texts, dict(site.origins))
    languages = site.settings.languages
    pages = [*pages_of(part(site, "story", "s1"), "story", "s1", languages, TODAY),
             *pages_of(part(site, "stories", "en"), "stories", "en", languages, TODAY)]  # fmt: skip
    assert {code for code, _ in pages} == {"id", "ms", "en"}
    assert "My day" not in repr(pages)
    assert "I went" not in repr(pages)


def test_the_page_of_a_story_says_who_tells_and_what_it_is_about(page_of):
    page = page_of("id/stories/s1/", TOLD)
    body = page.body
    assert (page.title.text, page.lead.text, body.part.heading) == ("Hari saya", "Satu hari.", "Saya pergi")
    assert body.teller == "Lantern"
    assert (body.country.text, body.country.language) == ("Indonesia", "id")
    assert (body.sector.text, body.sector.language) == ("Rumah tangga", "id")
    assert [theme.text for theme in body.themes] == ["Rest", "Pay"]
    assert [one.code for one in page.languages] == ["ms", "id"]
    assert dict(page.alternates) == {"ms": "ms/stories/s1/", "id": "id/stories/s1/"}


def test_files_are_published_under_names_that_tell_nothing(page_of):
    body = page_of("ms/stories/s1/", TOLD).body
    [(route, file, alt)] = body.pictures
    assert (route, file) == ("ms/stories/s1/1.jpg", f"{FOLDER}/pot-of-lantern.jpg")
    assert (alt.text, alt.language) == ("Sebuah periuk", "id")
    assert body.sound == ("ms/stories/s1/story.opus", f"{FOLDER}/told.opus")
    assert body.altered


def test_a_translation_says_in_which_language_it_was_told(page_of):
    page = page_of("ms/stories/s1/", TOLD)
    assert page.body.told_in.text == "Bahasa Indonesia"
    assert page.notice.machine
    assert (page.notice.source_name, page.notice.source_route) == ("Bahasa Indonesia", "id/stories/s1/")
    assert not page_of("id/stories/s1/", TOLD).notice.machine


def test_a_language_that_is_not_covered_is_not_even_named(page_of):
    files = {name: text for name, text in told("languages: [id, ms]", "languages: [ms]").items() if "id.md" not in name}
    body = page_of("ms/stories/s1/", files | {f"{FOLDER}/id.md": ""}).body
    assert body.told_in is None
    assert body.sound is None
    assert body.pictures == ()


def test_a_translation_that_is_a_draft_has_no_page_and_stands_in_no_list(routes_of, page_of):
    draft = '"stories/s1#story": {state: draft, source_digest: aaaaaaaaaaaa}\n'
    files = TOLD | {"content/translations/ms.yml": draft}
    assert routes_of("ms", files) == ["ms/stories/"]
    assert page_of("ms/stories/", files).body.rows == ()


def test_what_may_not_be_sent_on_is_not_offered_to_be_sent_nor_to_be_found_elsewhere(page_of):
    shared = page_of("id/stories/s1/", TOLD)
    assert shared.indexed
    assert [one.address for one in shared.body.sendings] == ["https://lamp.example/site/id/stories/s1/"]
    alone = page_of("id/stories/s1/", told("scope: [site, share]", "scope: [site]"))
    assert not alone.indexed
    assert alone.alternates == ()
    assert alone.body.sendings == ()


def test_a_face_that_nobody_agreed_to_show_is_not_on_the_page(page_of):
    assert page_of("id/stories/s1/", told("face: none", "face: visible")).body.pictures == ()
    assert page_of("id/stories/s1/", told("voice: altered", "voice: own")).body.sound is None


@pytest.mark.parametrize("code", ["en", "ms", "id", "ur"])
def test_what_has_ended_leaves_a_page_that_says_nothing_of_it(page_of, code):
    page = page_of(f"{code}/stories/s1/", TOLD, AFTER)
    assert (page.kind, page.indexed, page.title.text) == ("gone", False, f"{code} gone-story")
    assert not [word for word in ("Lantern", "Hari", "pergi", "periuk", "house", "ID") if word in repr(page.body)]


def test_a_story_whose_folder_was_deleted_leaves_the_same_page(page_of):
    page = page_of("en/stories/s0/", {"content/stories/gone.yml": "- {id: s0, since: 2026-01-01}\n"})
    assert page.kind == "gone"


@pytest.mark.parametrize(
    ("old", "new"),
    [("scope: [site, share]", "scope: [share, press]"), ("given: 2026-01-01", "given: 2026-11-23")],
)
def test_what_nobody_agreed_to_show_yet_has_no_page_at_all(routes_of, old, new):
    assert routes_of("id", told(old, new)) == ["id/stories/"]


def test_the_list_holds_each_story_and_the_same_by_country_work_and_theme(page_of):
    body = page_of("ms/stories/", TOLD).body
    [row] = body.rows
    assert (row.label.text, row.note.text, row.route) == ("Hari cuti saya", "Sehari.", "ms/stories/s1/")
    assert {kind: [(one.id, one.name.text) for one in groups] for kind, groups in body.groups} == {
        "country": [("country-id", "Indonesia")],
        "sector": [("sector-house", "A household")],
        "theme": [("theme-pay", "Pay"), ("theme-rest", "Rest")],
    }
    assert {link.route for _, groups in body.groups for one in groups for link in one.rows} == {"ms/stories/s1/"}


@pytest.mark.parametrize(("code", "changes", "today"), [("id", {}, TODAY), ("en", TOLD, TODAY), ("id", TOLD, AFTER)])
def test_where_no_story_may_be_read_there_is_a_list_without_any(page_of, code, changes, today):
    page = page_of(f"{code}/stories/", changes, today)
    assert page.kind == "stories"
    assert (page.body.rows, page.body.groups) == ((), ())


def test_a_campaign_leads_to_its_stories_where_some_can_be_read(page_of):
    assert page_of("id/campaigns/rest/", TOLD).body.stories.route == "id/stories/"
    assert page_of("en/campaigns/rest/", TOLD).body.stories is None
    assert page_of("id/campaigns/rest/", told("campaigns: [rest]", "campaigns: []")).body.stories is None
    assert page_of("id/campaigns/rest/", TOLD, AFTER).body.stories is None
