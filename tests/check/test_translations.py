"""Rules that hold a translation against its source."""

import pytest

EN, PT = "content/guides/pay/en.md", "content/guides/pay/pt.md"


def test_a_guide_has_the_four_sections_in_their_order(said):
    told = """
content/guides/pay/en.md:1:1: error: The sections here are today, law, help, dont; a guide has today, law, dont, help. [guides/sections]
    Use these ids in this order.
"""  # noqa: E501 (as it is said)
    swapped = [(file, "{#help}", "{#other}") for file in (EN, PT)]
    swapped += [(file, "{#dont}", "{#help}") for file in (EN, PT)]
    swapped += [(file, "{#other}", "{#dont}") for file in (EN, PT)]
    assert said(*swapped) == told


def test_a_guide_without_any_section_is_not_finished(said, good):
    for file in (EN, PT):
        good.write(file, good.read(file).partition("## ")[0])
    told = """
content/guides/pay/en.md:1:1: error: The sections here are none; a guide has today, law, dont, help. [guides/sections]
    Use these ids in this order.
"""
    assert said() == told


def test_a_translation_has_the_sections_of_its_source(said):
    told = """
content/guides/pay/pt.md:1:1: error: The sections here are hoje, law, dont, help; in the source they are today, law, dont, help. [translations/sections]
    Use the same ids in the same order.
"""  # noqa: E501 (as it is said)
    assert said((PT, "{#today}", "{#hoje}")) == told


def test_a_translation_may_be_a_title_and_a_summary_for_now(said, good):
    good.write(PT, good.read(PT).partition("## ")[0])
    assert said() == ""


SOURCE = "content/guides/pay/en.md"
DIFFERS = "translations/differs"


def lacks(place: str, what: str) -> str:
    return f"""
content/guides/pay/pt.md:{place}: error: The section {what} of the source ({SOURCE}:{place}). [translations/differs]
    Take it over where the source has it."""


def adds(place: str, what: str) -> str:
    return f"""
content/guides/pay/pt.md:{place}: error: The section {what} that the source ({SOURCE}:{place}) has not. [{DIFFERS}]
    Take it out, or write it in the source first."""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("em {pay-limit} dias", "em tantos dias", [lacks("10:1", "'law' lacks the fact 'pay-limit'")]),
        ("dias.", "dias {pay-limit}.", [adds("10:1", "'law' has a fact 'pay-limit'")]),
        ("[^pay-limit]", "[^pay-limit] [^act]", [adds("10:1", "'law' has a citation 'act'")]),
        ("Leia [a ajuda](page:help).", "Leia a ajuda.", [lacks("5:1", "'today' lacks the link 'page:help'")]),
        ("assine.", "assine [isto](https://x.example).", [adds("14:1", "'dont' has a link 'https://x.example'")]),
        (
            "Escreva 3 coisas",
            "Escreva 5 coisas",
            [adds("5:1", "'today' has a number '5'"), lacks("5:1", "'today' lacks the number '3'")],
        ),
        ("assine.", "assine 2.5.", [adds("14:1", "'dont' has a number '2.5'")]),
    ],
    ids=["fact lost", "fact twice", "citation added", "link lost", "link added", "number changed", "number added"],
)
def test_a_translated_section_says_the_same_as_its_source(said, old, new, told):
    assert said((PT, old, new)) == "".join(told) + "\n"


def test_a_translated_section_has_as_many_items_as_its_source(said):
    told = """
content/guides/pay/pt.md:5:1: error: The section 'today' has another number of list items than the source (content/guides/pay/en.md:5:1). [translations/differs]
    Give each item of the source one item here.
"""  # noqa: E501 (as it is said)
    assert said((PT, "\n2. Leia", "\n   Leia")) == told


def test_the_numbers_of_a_list_are_no_numbers_of_the_text(said):
    assert said((PT, "1. Escreva", "7. Escreva"), (PT, "2. Leia", "8. Leia")) == ""


def test_a_number_in_the_digits_of_another_script_is_another_number(said):
    told = adds("5:1", "'today' has a number '๓'") + lacks("5:1", "'today' lacks the number '3'")
    assert said((PT, "3 coisas", "๓ coisas")).startswith(told)


def test_campaigns_and_pages_are_held_against_their_source_too(said, good):
    good.write(
        "content/pages/help/pt.md", good.read("content/pages/help/en.md").replace("Breathe.", "Respire 2 vezes.")
    )
    good.write("campaigns/rest/pt.md", good.read("campaigns/rest/en.md").replace("[^act]", "[^pay-limit]"))
    places = [line.partition(": error")[0] for line in said().splitlines() if "translations/differs" in line]
    assert places == ["campaigns/rest/pt.md:9:1", "campaigns/rest/pt.md:9:1", "content/pages/help/pt.md:5:1"]


def test_what_is_known_of_a_translation_is_known_of_a_text(said, good):
    good.write("content/translations/pt.yml", 'guides/pey#law: {state: draft, source_digest: "abcdefghijkl"}\n')
    told = """
content/translations/pt.yml:1:1: error: There is no text 'guides/pey#law'. [translations/unit]
    Did you mean 'guides/pay#law'?
"""
    assert said() == told


@pytest.mark.parametrize("key", ["guides/pay#law", "pages/help#now", "campaigns/rest#why"])
def test_each_section_of_a_text_has_a_name_of_its_own(said, good, key):
    good.write("content/translations/pt.yml", f'{key}: {{state: draft, source_digest: "abcdefghijkl"}}\n')
    assert said() == ""
