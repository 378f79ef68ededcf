"""The page of a story, what stands where one was, and the list of all that may be read in a language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from suluh.model.edition import Page
from suluh.model.prose import Prose
from suluh.model.reading import Link, Reading
from suluh.model.site import Texts
from suluh.model.story import SECTION, Media
from suluh.model.storytelling import StoriesBody, StoryBody, StoryGroup
from suluh.model.telling import Telling, original, told
from suluh.resolve import routes
from suluh.resolve.facts import tongue
from suluh.resolve.gone import gone_page
from suluh.resolve.pages import ICONS, Pages
from suluh.resolve.parts import Prepared, prepare
from suluh.resolve.sending import sending


def story_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a story in a language that its consent covers, or say that it is gone."""
    if slug in pages.site.ended:
        title, text = pages.word("gone-story"), pages.word("gone-story-text")
        yield gone_page(pages, routes.story(pages.code, slug), title, text, "stories")
        return
    telling, texts = pages.site.tellings[slug], _texts(pages, slug)
    if pages.code in texts:
        yield _page(pages, slug, telling, texts)


def story_list(pages: Pages) -> Iterator[Page]:
    """Make the list of the stories that may be read in this language; where there are none, it says so."""
    found = {slug: texts[pages.code] for slug in pages.site.tellings if pages.code in (texts := _texts(pages, slug))}
    ordered = sorted(found, key=lambda slug: (found[slug].title.casefold(), slug))
    rows = {slug: _row(pages, slug, found[slug]) for slug in ordered}
    groups = _groups(pages, {slug: pages.site.tellings[slug] for slug in ordered}, rows)
    route, title, note = pages.route("stories"), pages.word("stories"), pages.word("stories-note")
    yield Page(
        route=route,
        kind="stories",
        title=title,
        lead=note,
        description=note,
        body=StoriesBody(tuple(rows.values()), tuple((kind, some) for kind, some in groups if some)),
        alternates=pages.alternates(route),
        search=pages.searchable((8, title)),
    )


def told_for(pages: Pages, campaign: str) -> bool:
    """Tell whether there is a story for a campaign that may be read in this language."""
    return any(campaign in one.campaigns and pages.code in one.languages for one in pages.site.tellings.values())


def _texts(pages: Pages, slug: str) -> Texts:
    """Give the texts of a story that may be read; lists hold no more than the heads of them."""
    site = pages.site
    return told(site.tellings[slug], site.story_texts.get(slug, {}), site.translations, f"stories/{slug}")


def _page(pages: Pages, slug: str, telling: Telling, texts: Texts) -> Page:
    route, shared = routes.story(pages.code, slug), "share" in telling.scope
    text = prepare(_as_told(pages, telling, texts), f"stories/{slug}", texts, route)
    return Page(
        route=route,
        kind="story",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=_body(pages, slug, telling, text),
        languages=tuple(one for one in pages.elsewhere(route) if one.code in texts),
        alternates=pages.alternates(route, only=texts) if shared else (),
        indexed=shared,
        up=pages.link("stories"),
        notice=text.notice,
        search=pages.searchable(*text.search()),
    )


def _as_told(pages: Pages, telling: Telling, texts: Texts) -> Pages:
    """Take the language of the telling for the one from which the others are translated."""
    settings = pages.site.settings
    source = original(telling, texts, settings.by_code)
    languages = tuple(sorted(settings.languages, key=lambda one: one.code != source))
    return replace(pages, site=replace(pages.site, settings=settings.model_copy(update={"languages": languages})))


def _body(pages: Pages, slug: str, telling: Telling, text: Prepared) -> StoryBody:
    pictures, sounds = _of_kind(telling.media, "picture"), _of_kind(telling.media, "sound")
    heard = telling.language != pages.code or bool(sounds)
    return StoryBody(
        teller=telling.teller,
        country=_country(pages, telling.country),
        sector=_tag(pages, telling.sector),
        themes=tuple(one for one in (_tag(pages, name) for name in telling.themes) if one is not None),
        told_in=tongue(pages.site, telling.language, pages.choosing) if telling.language and heard else None,
        part=text.by_id[SECTION],
        pictures=tuple(
            (routes.picture(routes.story(pages.code, slug), number), _file(slug, one), pages.read(one.alt))
            for number, one in enumerate(pictures, 1)
            if one.alt
        ),
        sound=(routes.sound(routes.story(pages.code, slug), SECTION), _file(slug, sounds[0])) if sounds else None,
        altered=bool(sounds) and sounds[0].voice == "altered",
        sendings=(sending(pages, text.title.text, routes.story(pages.code, slug)),) if "share" in telling.scope else (),
    )


def _of_kind(media: Iterable[Media], kind: str) -> list[Media]:
    return [one for one in media if one.kind == kind]


def _file(slug: str, one: Media) -> str:
    return f"content/stories/{slug}/{one.file}"


def _tag(pages: Pages, name: str) -> Reading | None:
    tag = pages.site.tags.get(name)
    return pages.read(tag.name) if tag else None


def _country(pages: Pages, code: str | None) -> Reading | None:
    """Name a country as this language does."""
    if code is None:
        return None
    from babel import Locale

    own = pages.language
    return pages.choosing.own_text(Locale.parse(own.locale or own.code, sep="-").territories.get(code) or code)


def _row(pages: Pages, slug: str, prose: Prose) -> Link:
    said = pages.choosing.own_text
    return Link(said(prose.title), routes.story(pages.code, slug), said(prose.summary), ICONS["stories"])


def _groups(
    pages: Pages, tellings: Mapping[str, Telling], rows: Mapping[str, Link]
) -> Iterator[tuple[str, tuple[StoryGroup, ...]]]:
    """Sort the stories by what they are found by. Tags stand in the order of their list, countries in that of names."""
    bare = {slug: replace(row, note=None, icon="") for slug, row in rows.items()}
    for kind, names, held in (
        ("country", _countries(pages, tellings.values()), {slug: (one.country,) for slug, one in tellings.items()}),
        ("sector", _tags(pages, "sector"), {slug: (one.sector,) for slug, one in tellings.items()}),
        ("theme", _tags(pages, "theme"), {slug: one.themes for slug, one in tellings.items()}),
    ):
        found = (
            StoryGroup(f"{kind}-{key}".lower(), name, tuple(bare[slug] for slug, keys in held.items() if key in keys))
            for key, name in names.items()
        )
        yield kind, tuple(group for group in found if group.rows)


def _countries(pages: Pages, tellings: Iterable[Telling]) -> Mapping[str, Reading]:
    named = {code: _country(pages, code) for one in tellings if (code := one.country)}
    found = {code: name for code, name in named.items() if name is not None}
    return dict(sorted(found.items(), key=lambda entry: entry[1].text.casefold()))


def _tags(pages: Pages, kind: str) -> Mapping[str, Reading]:
    return {name: pages.read(tag.name) for name, tag in pages.site.tags.items() if tag.kind == kind}
