"""Our Jinja environment."""

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup
from tests.render.conftest import FrameOf

from suluh.model.edition import Page, ProseBody, Tongue
from suluh.model.reading import Reading
from suluh.model.settings import Language
from suluh.render.environment import Theme, addresses, icon, template_of

THEME = Path(__file__).parents[2] / "overrides"
TITLE = Reading("Care & <rest>", "en", "ltr")


def page(route: str) -> Page:
    """Make a page at a route."""
    return Page(route=route, kind="prose", title=TITLE, description=TITLE, body=ProseBody(()))


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("en/guides/pay/", "en/", "../../../en/"),
        ("en/guides/pay/", "mark.svg", "../../../mark.svg"),
        ("en/", "", "../"),
        ("", "en/", "en/"),
        ("", "", "./"),
        ("handbook/gallery.html", "", "../"),
        ("404.html", "en/", "/some/where/en/"),
        ("en/404.html", "", "/some/where/"),
    ],
)
def test_addresses_are_relative_but_on_pages_that_are_shown_anywhere(
    frame_of: FrameOf, here: str, there: str, address: str
) -> None:
    assert addresses(frame_of("/some/where/"), page(here))(there) == address


def test_whatever_a_template_is_given_is_escaped() -> None:
    said = Theme(THEME).environment.from_string("{{ text }}").render(text="<script>&")
    assert said == "&lt;script&gt;&amp;"


def test_a_name_that_a_template_does_not_know_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        Theme(THEME).environment.from_string("{{ words.hlep }}").render(words={})


def test_filters_speak_the_language_of_the_page_that_is_being_said() -> None:
    theme = Theme(THEME)
    urdu = Language(code="ur", name="اردو", direction="rtl")
    theme.speak(urdu, {}, lambda route: f"to:{route}")
    text = "{{ reading|said }} {{ '7'|numbers }} {{ '2016-12'|day }} {{ 'x {n}'|fill(n=1) }} {{ to('en/') }}"
    assert theme.environment.from_string(text).render(reading=TITLE) == (
        '<span lang="en" dir="ltr">Care &amp; &lt;rest&gt;</span> <bdi dir="ltr">7</bdi> '
        'دسمبر <bdi dir="ltr">2016</bdi> '
        'x <bdi dir="ltr">1</bdi> to:en/'
    )


def test_an_icon_is_drawn_in_the_page_and_hidden_from_screen_readers() -> None:
    drawn = icon("phone", "call__icon")
    assert isinstance(drawn, Markup)
    assert drawn.startswith('<svg class="i call__icon" viewBox="0 0 24 24" aria-hidden="true"><path d="')
    assert drawn.endswith(("></svg>", "</path></svg>"))


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_each_kind_of_page_has_its_template() -> None:
    assert template_of(page("en/help/")) == "pages/prose.html"


# --- pieces that are said once for many pages ---

MACROS = """
{%- macro bar(home, words, languages, bold=false) -%}
{{ bold }} {{ home|said }} {{ to("") }} {{ to("en/") }} {{ to("mark.svg") }}
{%- for one in languages %} {{ here(one.route) }}{% endfor %}
{%- endmacro -%}
"""
PLACES = ("", "en/", "en/guides/pay/", "404.html", "en/404.html", "handbook/gallery.html")
LANGUAGES = ("en", "ur")


def in_all_languages(route: str) -> tuple[Tongue, ...]:
    """Name the same page in each language."""
    rest = route.partition("/")[2]
    return tuple(Tongue(code, code.upper(), "ltr", f"{code}/{rest}") for code in LANGUAGES)


def test_a_piece_that_is_kept_is_what_it_would_be_if_it_were_said_anew(frame_of: FrameOf) -> None:
    """Each page is said twice, so that each also comes after all the others."""
    theme, frame = Theme(THEME), frame_of("/some/where/")
    told: dict[str, set[str]] = {route: set() for route in PLACES}
    for call in ("kept(bar, reading, {}, languages, bold=true)", "bar(reading, {}, languages, bold=true)"):
        template = theme.environment.from_string(f"{MACROS}{{{{ {call} }}}}")
        for route in PLACES * 2:
            theme.context(frame, page(route))
            told[route].add(template.render(reading=TITLE, languages=in_all_languages(route)))
    assert {route: len(some) for route, some in told.items()} == dict.fromkeys(PLACES, 1)
    assert len(set.union(*told.values())) == len(PLACES)


def test_a_piece_is_kept_by_all_that_it_is_given(frame_of: FrameOf) -> None:
    theme, frame = Theme(THEME), frame_of()
    template = theme.environment.from_string(f"{MACROS}{{{{ kept(bar, reading, {{}}, (), bold=bold) }}}}")
    theme.context(frame, page("en/"))
    given = [(reading, bold) for reading in (TITLE, Reading("Care", "en", "ltr")) for bold in (True, False)]
    assert len({template.render(reading=reading, bold=bold) for reading, bold in given}) == 4


def test_a_piece_of_one_edition_is_not_said_in_another(frame_of: FrameOf) -> None:
    theme = Theme(THEME)
    urdu = Language(code="ur", name="اردو", direction="rtl")
    template = theme.environment.from_string(f"{MACROS}{{{{ kept(bar, reading, {{}}, ()) }}}}")
    theme.context(frame_of(), page("en/"))
    assert "<span" not in template.render(reading=TITLE)
    theme.context(replace(frame_of(), language=urdu), page("ur/"))
    assert '<span lang="en"' in template.render(reading=TITLE)


def test_a_piece_is_said_anew_when_the_words_of_its_edition_have_changed(frame_of: FrameOf) -> None:
    theme = Theme(THEME)
    template = theme.environment.from_string(
        "{% macro bar(words) %}{{ words.home }}{% endmacro %}{{ kept(bar, words) }}"
    )
    for word in ("Home", "Start"):
        frame = frame_of(words={"home": word})
        theme.context(frame, page("en/"))
        assert template.render(words=frame.words) == word
