"""Rules on stories: nothing is told beyond what whoever tells it agreed to."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from suluh.model.base import texts_of
from suluh.model.site import Site
from suluh.model.story import SECTION, Media, Story
from suluh.problem import Place, Problem, did_you_mean, error, note, warning
from suluh.source import KeyPath

_ENDINGS = {"picture": (".jpg", ".png"), "sound": (".opus",)}
_GONE = "content/stories/gone.yml. Git remembers it; see the handbook, 'Stories'"
_LEAK = "It is not shown. Delete it from every copy: git remembers; see the handbook, 'Stories'."


def stories_are_published_with_consent(site: Site, today: date) -> Iterator[Problem]:
    """A story whose consent does not cover the site is not published."""
    for slug, one in site.stories.items():
        if "site" not in one.consent.scope:
            yield note(site.place("story", slug, "consent", "scope"), "stories/unpublished",
                       "This story is not published: its consent does not cover the site.",
                       "Nothing is to be done. If the teller agrees to it, add 'site'.")  # fmt: skip


def consents_begin_before_they_end(site: Site, today: date) -> Iterator[Problem]:
    """Consent was given on a day that has been, and holds until a later one."""
    for slug, one in site.stories.items():
        consent = one.consent
        if consent.given > today:
            said, hint = f"{consent.given.isoformat()} has not been yet.", "Write the day on which the teller agreed."
            yield error(site.place("story", slug, "consent", "given"), "stories/future", said, hint)
        if consent.expires <= consent.given:
            place = site.place("story", slug, "consent", "expires")
            hint = "Write the first day on which it holds no more."
            yield error(place, "stories/expires", "This consent ends before it begins.", hint)


def ended_stories_are_deleted(site: Site, today: date) -> Iterator[Problem]:
    """A story whose consent has ended is taken out of the repository, too."""
    for slug, one in site.stories.items():
        day = one.consent.ended(today)
        if day is not None:
            field = "withdrawn" if one.consent.withdrawn else "expires"
            said = f"The consent to this story ended on {day.isoformat()}. It is gone from the site now."
            hint = f"Delete its folder, and write '- {{id: {slug}, since: {day.isoformat()}}}' into {_GONE}."
            yield warning(site.place("story", slug, "consent", field), "stories/ended", said, hint)


def stories_that_are_gone_stay_gone(site: Site, today: date) -> Iterator[Problem]:
    """A story that was taken away has no folder: its name is not used again."""
    for slug in site.gone_stories.keys() & site.stories.keys():
        yield error(site.place("story", slug), "stories/gone",
                    f"'{slug}' was taken away, and {site.place('gone-story', slug).file} says so.",
                    "Delete this folder. A new story needs another name.")  # fmt: skip


def stories_are_looked_at_in_time(site: Site, today: date) -> Iterator[Problem]:
    """A story is looked at before the day that it names: what was harmless may not be any more."""
    for slug, one in site.stories.items():
        if one.review_on < today and one.consent.covers("site", today):
            yield warning(site.place("story", slug, "review_on"), "stories/review",
                          f"This story was to be looked at by {one.review_on.isoformat()}.",
                          "Ask the teller whether it may stay, then set 'review_on'.")  # fmt: skip


def faces_and_voices_are_covered(site: Site, today: date) -> Iterator[Problem]:
    """Nobody is known by a face or a voice who did not agree to it, or whom it could harm most."""
    for slug, one in site.stories.items():
        for index, media in enumerate(one.media):
            yield from _known(one, media, site.place("story", slug, "media", index))


def _known(one: Story, media: Media, place: Place) -> Iterator[Problem]:
    face, voice = _doubt(one, agreed=one.consent.face), _doubt(one, agreed=one.consent.voice)
    if media.shows_face and face:
        yield error(place, "stories/face", f"This shows the face of somebody {face}.",
                    f"{_LEAK} If no face can be seen, write 'face: none' or 'face: hidden'.")  # fmt: skip
    if media.has_voice and voice:
        yield error(place, "stories/voice", f"This is the voice of somebody {voice}.",
                    f"{_LEAK} If it is not, write 'voice: none' or 'voice: altered'.")  # fmt: skip


def _doubt(one: Story, *, agreed: bool) -> str:
    if one.undocumented_or_case:
        return "without papers, or with a case that goes on"
    return "" if agreed else "whose consent does not cover that"


def media_are_what_they_say(site: Site, today: date) -> Iterator[Problem]:
    """A picture is a picture and says what it shows; a recording is a recording, and there is one at most."""
    for slug, one in site.stories.items():
        sounds = [index for index, media in enumerate(one.media) if media.kind == "sound"]
        for index, media in enumerate(one.media):
            place = site.place("story", slug, "media", index)
            yield from _media(media, place, second=index in sounds[1:])


def _media(media: Media, place: Place, *, second: bool) -> Iterator[Problem]:
    if not media.file.endswith(_ENDINGS[media.kind]):
        yield error(place, "stories/media", f"'{media.file}' is no {media.kind}.",
                    "Write 'kind: picture' for .jpg and .png, 'kind: sound' for .opus.")  # fmt: skip
    if media.kind == "picture" and not media.alt:
        yield error(place, "stories/alt", "This picture does not say what it shows.",
                    "Add a line 'alt: {en: …}' for those who do not see it.")  # fmt: skip
    if second:
        yield error(place, "stories/media", "A story has one recording.", "Join them, or delete this entry.")


def stories_speak_in_agreed_languages(site: Site, today: date) -> Iterator[Problem]:
    """All that is said of a story is said in languages that its consent covers, and that exist."""
    for slug, one in site.stories.items():
        known, covered = site.settings.by_code, one.consent.languages
        for index, code in enumerate(covered):
            if code not in known:
                yield error(site.place("story", slug, "consent", "languages", index), "stories/language",
                            f"'{code}' is not a language of this site.", did_you_mean(code, known))  # fmt: skip
        said: dict[KeyPath, str] = {("language",): one.language, ("consent", "explained_in"): one.consent.explained_in}
        for path, code in said.items():
            if code not in known and code not in _languages():
                yield error(site.place("story", slug, *path), "stories/language", f"There is no language '{code}'.",
                            did_you_mean(code, known))  # fmt: skip
        for path, text in texts_of(one):
            for code in text.keys() - set(covered):
                yield error(site.place("story", slug, *path, code), "stories/language",
                            f"The consent to this story does not cover '{code}'.", "Delete this line.")  # fmt: skip


@cache
def _languages() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").languages)


def stories_name_what_exists(site: Site, today: date) -> Iterator[Problem]:
    """The country, sector, themes and campaigns that a story names exist."""
    for slug, one in site.stories.items():
        for path, what, name, known in _names(site, one):
            if name not in known:
                yield error(site.place("story", slug, *path), "stories/unknown", f"There is no {what} '{name}'.",
                            did_you_mean(name, known))  # fmt: skip


def _names(site: Site, one: Story) -> Iterator[tuple[KeyPath, str, str, frozenset[str]]]:
    kinds = {
        kind: frozenset(tag for tag, found in site.tags.items() if found.kind == kind) for kind in ("sector", "theme")
    }
    yield ("sector",), "sector", one.sector, kinds["sector"]
    yield from ((("themes", index), "theme", name, kinds["theme"]) for index, name in enumerate(one.themes))
    campaigns = frozenset(site.known.campaigns)
    yield from ((("campaigns", index), "campaign", name, campaigns) for index, name in enumerate(one.campaigns))
    if one.country:
        yield ("country",), "country", one.country, _countries()


@cache
def _countries() -> frozenset[str]:
    from babel import Locale

    return frozenset(map(str, Locale("en").territories))


def stories_have_one_section(site: Site, today: date) -> Iterator[Problem]:
    """The text of a story is one section, told in one go."""
    for texts in site.story_texts.values():
        for prose in texts.values():
            has = [section.id for section in prose.sections]
            if has != [SECTION]:
                yield error(Place(prose.file), "stories/section",
                            f"The sections here are {', '.join(has) or 'none'}; a story has one, '{SECTION}'.",
                            "Begin the text with '## A sentence of the story {#story}'.")  # fmt: skip
