"""The settings of a site."""

import pytest
from pydantic import ValidationError

from suluh.model.settings import Language, Settings


def settings(**changes: object) -> Settings:
    languages = (Language(code="th", name="ไทย"), Language(code="my", name="မြန်မာ"))
    base: dict[str, object] = {
        "name": "Lamp", "tagline": {"th": "โคม"}, "address": "https://lamp.example/", "languages": languages,
        "currency": {"symbol": "฿"}, "leave": "https://weather.example/",
    }  # fmt: skip
    return Settings.model_validate(base | changes)


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://lamp.example/", "/"),
        ("https://lamp.example/sub/path/", "/sub/path/"),
        ("https://lamp.example:8443/x/", "/x/"),
    ],
)
def test_the_base_is_the_path_of_the_address(address, base):
    assert settings(address=address).base == base


def test_the_first_language_is_the_source():
    assert settings().source.code == "th"


def test_a_language_is_found_by_its_code():
    assert {code: one.name for code, one in settings().by_code.items()} == {"th": "ไทย", "my": "မြန်မာ"}


@pytest.mark.parametrize("code", ["en", "fil", "zh-Hans", "pt-BR", "zh-Hans-CN", "rhg"])
def test_a_language_has_a_code_of_bcp_47(code):
    assert Language(code=code, name="Name").code == code


@pytest.mark.parametrize("code", ["", "e", "english", "EN", "en_MY", "zh-hans", "en-my", "en/..", "en "])
def test_no_other_code_is_a_language(code):
    with pytest.raises(ValidationError):
        Language(code=code, name="Name")


def test_the_budgets_are_the_numbers_to_hold_unless_a_site_says_otherwise():
    assert settings().budgets.model_dump() == {
        "guide": 14_000,
        "home": 14_000,
        "directory": 40_000,
        "campaign": 20_000,
        "pathway": 18_000,
        "calculator": 18_000,
        "file": 60_000,
        "other": 14_000,
        "search": 20_000,
        "find": 40_000,
    }


def test_a_site_has_a_language():
    with pytest.raises(ValidationError):
        settings(languages=())


def test_a_page_of_a_list_has_at_least_one_entry():
    assert settings(per_page={"directory": 1, "others": 1}).per_page.directory == 1
    with pytest.raises(ValidationError):
        settings(per_page={"directory": 0})
