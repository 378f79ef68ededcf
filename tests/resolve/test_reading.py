"""The language a text is read in."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from suluh.model.prose import Prose, Section
from suluh.model.reading import Reading
from suluh.model.settings import Currency, Language, Settings
from suluh.resolve.reading import Choosing

CODES = ("en", "ms", "id", "ur")


def choosing(code: str) -> Choosing:
    """Choose for a reader of one of four languages; `id` falls back on `ms`, the others on nothing."""
    languages = (
        Language(code="en", name="English"),
        Language(code="ms", name="Bahasa Melayu"),
        Language(code="id", name="Bahasa Indonesia", fallback=("ms",)),
        Language(code="ur", name="اردو", direction="rtl"),
    )
    settings = Settings(
        name="Lamp", tagline={"en": "."}, address="https://lamp.example/", languages=languages,
        currency=Currency(symbol="RM"), leave="https://weather.example/",
    )  # fmt: skip
    return Choosing(settings, settings.by_code[code])


def prose(code: str, *sections: str) -> Prose:
    """Make a text that has only some sections."""
    return Prose(code, f"{code}.md", code, code, tuple(Section(name, "", "", 1) for name in sections))


def test_a_text_is_read_in_the_readers_own_language() -> None:
    assert choosing("ur").read({"en": "help", "ur": "مدد"}) == Reading("مدد", "ur", "rtl")


def test_what_is_missing_is_read_in_the_first_language_of_the_fallback() -> None:
    assert choosing("id").read({"en": "help", "ms": "bantuan"}) == Reading("bantuan", "ms", "ltr")


def test_what_the_fallback_has_not_is_read_in_the_source_language() -> None:
    assert choosing("ur").read({"ms": "bantuan", "en": "help"}) == Reading("help", "en", "ltr")


def test_a_text_in_any_language_of_the_site_is_better_than_none() -> None:
    assert choosing("ms").read({"ur": "مدد"}) == Reading("مدد", "ur", "rtl")


@given(st.sampled_from(CODES), st.sets(st.sampled_from(CODES), min_size=1))
def test_a_reading_always_says_the_language_that_its_text_is_in(code: str, written: set[str]) -> None:
    reading = choosing(code).read({one: f"in {one}" for one in written})
    assert f"in {reading.language}" == reading.text
    assert (reading.direction == "rtl") == (reading.language == "ur")
    assert reading.language == code or code not in written


def test_no_text_is_read_as_none() -> None:
    assert choosing("en").maybe(None) is None


def test_the_title_comes_from_a_translation_that_has_no_sections() -> None:
    assert choosing("ms").head({"en": prose("en", "law"), "ms": prose("ms")}).language == "ms"


def test_a_section_comes_from_the_first_language_that_has_it() -> None:
    texts = {"en": prose("en", "law"), "ms": prose("ms", "law"), "id": prose("id")}
    found, language = choosing("id").with_section(texts, "law")
    assert (found.language, language.code) == ("ms", "ms")


def test_words_of_the_interface_are_in_the_editions_language() -> None:
    said: Callable[[str], Reading] = choosing("ur").own_text
    assert said("مدد") == Reading("مدد", "ur", "rtl")
