"""Words in Latin letters: what is left of them however they are spelt."""

import pytest

from suluh.looking.roman import romans, skeleton
from suluh.looking.terms import page_terms, terms
from suluh.model.lookup import Lookup


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("पैसा", "paisa pesa paisaa"), ("नहीं", "nahi nahin nahee"), ("मिला", "mila milla"), ("वेतन", "vetan wetan"),
        ("पासपोर्ट", "passport pasport"), ("छुट्टी", "chutti chhutti chuti"), ("मज़दूर", "mazdoor majdur"),
        ("ज्याला", "jyala jyaalaa"), ("अधिकार", "adhikar"), ("গ্রেপ্তার", "greptar"),
        ("বেতন", "beton"), ("পাসপোর্ট", "passport"), ("চাকরি", "chakri"), ("অভিযোগ", "obhijog abhijog"),
        ("تنخواہ", "tankhwah tankhah"), ("پاسپورٹ", "passport pasport"), ("وکیل", "wakeel vakil"),
        ("چھٹی", "chutti chhuti"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_latin_letters_however_it_is_spelt(word: str, spelt: str) -> None:
    [term] = terms(word, unspaced=False)
    for one in spelt.split():
        assert skeleton(one) in romans(term)


def test_a_page_that_says_a_word_of_a_group_is_found_by_all_of_it() -> None:
    lookup = Lookup(same=(("वेतन", "सैलरी", "मज़दूरी का पैसा"),))
    found = page_terms([(4, "वेतन नहीं"), (1, "और")], unspaced=False, lookup=lookup)
    assert {found[terms(word, unspaced=False)[0]] for word in ("वेतन", "सैलरी", "मज़दूरी", "पैसा")} == {4}
    assert page_terms([(1, "और")], unspaced=False, lookup=lookup) == {terms("और", unspaced=False)[0]: 1}


def test_a_word_counts_in_a_group_where_a_word_of_the_page_begins_with_it() -> None:
    lookup = Lookup(same=(("পাসপোর্ট", "বই"),))
    assert terms("বই", unspaced=False)[0] in page_terms([(1, "পাসপোর্টটি")], unspaced=False, lookup=lookup)


def test_of_several_words_all_must_stand_on_the_page() -> None:
    lookup = Lookup(same=(("giấy phép", "permit"),))
    assert "permit" in page_terms([(1, "giấy phép")], unspaced=False, lookup=lookup)
    assert "permit" not in page_terms([(1, "giấy")], unspaced=False, lookup=lookup)


def test_where_words_are_unspaced_a_space_on_the_page_need_not_be_typed() -> None:
    page = page_terms([(1, "လစာ မရဘူး။")], unspaced=True)
    assert set(terms("လစာမရဘူး", unspaced=True)) <= page.keys()
    assert set(terms("လစာ မရဘူး", unspaced=True)) <= page.keys()


def test_latin_letters_are_read_only_where_a_language_has_an_example() -> None:
    assert "~ps" not in page_terms([(1, "पैसा")], unspaced=False)
    assert page_terms([(3, "पैसा")], unspaced=False, lookup=Lookup(example="paisa"))["~ps"] == 3
