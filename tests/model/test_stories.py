"""What consent lets through of a story, on every day. All stories are invented."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from suluh.model.organisation import Gone
from suluh.model.prose import Prose, Section
from suluh.model.story import Consent, Media, Story
from suluh.model.telling import LONG, ended, original, tellings, told, withheld
from suluh.model.unit import Unit

CODES = ("en", "my", "th")
WAYS = ("site", "share", "pack", "feed", "print", "press")
FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 60).map(lambda count: FIRST + timedelta(count))


def somebody(code):
    """Say something long in a language, which stands nowhere else."""
    return f"This was told in {code} by somebody who does not exist"


def text(code):
    section = Section("story", f"What happened, in {code}", f"{somebody(code)}.\nThere is *more* of it in {code}.", 5)
    return Prose(code, f"{code}.md", f"A title in {code}", f"A summary in {code}", (section,))


TEXTS = {code: text(code) for code in CODES}

MEDIA = st.builds(
    Media,
    file=st.sampled_from(["one.jpg", "two.png", "told.opus"]),
    kind=st.sampled_from(["picture", "sound"]),
    alt=st.sets(st.sampled_from(CODES)).map(
        lambda codes: {code: f"A picture as it is said in {code}" for code in codes}
    ),
    face=st.sampled_from(["none", "hidden", "visible"]),
    voice=st.sampled_from(["none", "altered", "own"]),
)
CONSENTS = st.builds(
    Consent,
    ref=st.just("C-2026-001"),
    given=DAYS,
    form=st.just("A form"),
    explained_in=st.sampled_from(CODES),
    explained_by=st.just("role:organiser"),
    scope=st.sets(st.sampled_from(WAYS)).map(lambda ways: tuple(sorted(ways))),
    languages=st.sets(st.sampled_from(CODES), min_size=1).map(lambda codes: tuple(sorted(codes))),
    face=st.booleans(),
    voice=st.booleans(),
    expires=DAYS,
    withdrawn=st.none() | DAYS,
)
STORIES = st.builds(
    Story,
    teller=st.just("Invented Lantern"),
    country=st.sampled_from([None, "ID"]),
    sector=st.just("house"),
    themes=st.just(("rest",)),
    language=st.sampled_from(CODES),
    media=st.lists(MEDIA, max_size=4).map(tuple),
    campaigns=st.just(()),
    consent=CONSENTS,
    review_on=DAYS,
    undocumented_or_case=st.booleans(),
)


@given(STORIES, DAYS)
def test_a_story_is_shown_only_while_consent_to_the_site_holds(story, today):
    consent = story.consent
    holds = consent.given <= today < consent.expires and consent.withdrawn is None and "site" in consent.scope
    assert ("one" in tellings({"one": story}, today)) == holds


@given(STORIES, DAYS)
def test_a_language_that_is_not_covered_is_not_told(story, today):
    shown = tellings({"one": story}, today).get("one")
    assert shown is None or set(told(shown, TEXTS, {}, "stories/one")) == {*story.consent.languages}
    said = repr((shown, told(shown, TEXTS, {}, "stories/one")))
    hidden = {code for code in CODES if shown is None or code not in story.consent.languages}
    assert not [code for code in hidden if f"in {code}" in said]
    assert shown is None or shown.language in {"", *story.consent.languages}


@given(STORIES, DAYS)
def test_no_face_and_no_voice_is_let_through_that_consent_does_not_cover(story, today):
    shown = tellings({"one": story}, today).get("one")
    for one in shown.media if shown else ():
        assert not (one.kind == "picture" and one.face == "visible") or story.consent.face
        assert not (one.kind == "sound" and one.voice == "own") or story.consent.voice
        if story.undocumented_or_case:
            assert one.face != "visible" or one.kind != "picture"
            assert one.voice != "own" or one.kind != "sound"
        assert one.kind != "sound" or story.language in story.consent.languages


@given(STORIES, DAYS)
def test_everything_that_is_covered_is_let_through(story, today):
    """Otherwise nothing at all would keep every law here."""
    shown = tellings({"one": story}, today).get("one")
    calm = [one for one in story.media if one.kind == "picture" and one.face != "visible"]
    assert shown is None or [one.file for one in calm] == [
        one.file for one in shown.media if one.kind == "picture" and one.face != "visible"
    ]


@given(STORIES, DAYS, DAYS)
def test_what_has_ended_does_not_come_back(story, one_day, other_day):
    before, after = sorted((one_day, other_day))
    stories = {"one": story}
    assert not tellings(stories, before).keys() & ended(stories, before).keys()
    if ended(stories, before):
        assert ended(stories, after) == ended(stories, before)
        assert not tellings(stories, after)


@given(STORIES, DAYS)
def test_of_what_has_ended_the_day_alone_is_known(story, today):
    over = ended({"one": story}, today)
    assert all(isinstance(day, date) for day in over.values())
    assert not over or "site" in story.consent.scope


@given(STORIES, DAYS)
def test_whatever_is_not_shown_is_looked_for_and_nothing_else(story, today):
    stories = {"one": story}
    shown = tellings(stories, today).get("one")
    hidden = withheld(stories, {"one": TEXTS}, today)
    covered = set(told(shown, TEXTS, {}, ""))
    assert ("Invented Lantern" in hidden) == (shown is None)
    for code in CODES:
        assert any(somebody(code) in piece for piece in hidden) == (code not in covered)
    assert "C-2026-001" in hidden
    assert set(hidden.values()) <= {"one"}
    assert all(len(piece) > LONG or piece in {"Invented Lantern", "C-2026-001"} for piece in hidden)


def story(**changes):
    consent = {
        "ref": "C-2026-001", "given": FIRST, "form": "A form", "explained_in": "my", "explained_by": "role:organiser",
        "scope": ("site",), "languages": ("my",), "expires": date(2027, 1, 1),
    }  # fmt: skip
    known = {
        "teller": "Lantern", "sector": "house", "language": "my", "consent": consent | changes.pop("consent", {}),
        "review_on": date(2026, 6, 1), "undocumented_or_case": False,
    }  # fmt: skip
    return Story.model_validate(known | changes)


def test_what_was_withdrawn_is_shown_on_no_day_not_even_on_one_before():
    withdrawn = {"one": story(consent={"withdrawn": date(2026, 3, 1)})}
    assert tellings(withdrawn, date(2026, 2, 1)) == {}
    assert ended(withdrawn, date(2026, 2, 1)) == {"one": date(2026, 3, 1)}


def test_the_day_on_which_consent_expires_is_the_first_without_it():
    one = {"one": story()}
    assert list(tellings(one, date(2026, 12, 31))) == ["one"]
    assert tellings(one, date(2027, 1, 1)) == {}
    assert ended(one, date(2027, 1, 1)) == {"one": date(2027, 1, 1)}


def test_a_story_that_was_taken_away_is_known_by_its_day():
    gone = [Gone(id="old", since=date(2026, 2, 1))]
    assert ended({}, FIRST, gone) == {"old": date(2026, 2, 1)}


def test_a_picture_that_says_nothing_of_faces_is_taken_to_show_one():
    shown = tellings({"one": story(media=({"file": "a.jpg", "kind": "picture", "alt": {"my": "A pot"}},))}, FIRST)
    assert shown["one"].media == ()


def test_a_picture_is_described_only_in_languages_that_are_covered():
    picture = {"file": "a.jpg", "kind": "picture", "face": "none", "alt": {"my": "A pot", "en": "A pan"}}
    [one] = tellings({"one": story(media=(picture,))}, FIRST)["one"].media
    assert one.alt == {"my": "A pot"}


def test_a_translation_that_is_still_a_draft_is_not_told():
    shown = tellings({"one": story(consent={"languages": ("my", "th")})}, FIRST)["one"]
    draft = {"th": {"stories/one": {"story": Unit(state="draft", source_digest="a" * 12)}}}
    assert list(told(shown, TEXTS, draft, "stories/one")) == ["my"]
    assert list(told(shown, TEXTS, {}, "stories/one")) == ["my", "th"]


def test_a_text_without_a_story_in_it_is_not_told():
    shown = tellings({"one": story()}, FIRST)["one"]
    assert told(shown, {"my": Prose("my", "my.md", "A title", "A summary")}, {}, "stories/one") == {}


def test_translations_are_held_against_the_language_of_the_telling():
    shown = tellings({"one": story(consent={"languages": ("my", "th")})}, FIRST)["one"]
    assert original(shown, TEXTS, CODES) == "my"
    assert original(shown, {"th": TEXTS["th"]}, CODES) == "th"
    assert original(None, TEXTS, ("th", "my")) == "th"


def test_a_line_is_looked_for_as_pages_write_it():
    """Marks, quotes and numbers are written in other ways there."""
    said = Section(
        "story", "One", 'They said "you get **nothing of what we owe you here**" for 12 months in the same house', 5
    )
    pieces = withheld({"one": story(consent={"scope": ()})}, {"one": {"my": Prose("my", "", "T", "S", (said,))}}, FIRST)
    assert "nothing of what we owe you here" in pieces
    assert "months in the same house" not in pieces, "as short as what stands somewhere by chance"
