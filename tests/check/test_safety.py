"""Rules that keep people safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.check.safety import _HIDDEN

PAGE = "content/pages/help/en.md"
HTML = "[safety/html]\n    Write Markdown: **bold**, *emphasis*, [a link](https://…).\n"


@pytest.fixture
def page(said):
    """Say what is wrong with a page that says one thing."""
    return lambda text: said((PAGE, "Breathe.", text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Go <b>on</b>.", "<b>"),
        ("Go </b>.", "</b>"),
        ("Go <img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("Go <svg/onload=alert(1)>", "<svg/onload=alert(1)>"),
        ("Go < script >", "< script >"),
        ("Go <!-- on -->", "<!-- on -->"),
        ("Go <https://x.example>", "<https://x.example>"),
        ("Go <script", "<script"),
        ("Go &lt;on", "&lt;"),
        ("Go &#106;on", "&#106;"),
        ("Go &#x6a;on", "&#x6a;"),
    ],
)
def test_html_is_refused(page, text, found):
    assert page(text) == f"\n{PAGE}:7:4: error: '{found}' is HTML. {HTML}"


@pytest.mark.parametrize("text", ["3 < 5 and 5 > 3", "You & me", "AT&T; no", "*so* **much** `<3`"])
def test_signs_that_are_no_html_may_stand(page, text):
    assert page(text) == ""


@pytest.mark.parametrize(
    ("file", "old", "place"),
    [
        ("content/site.yml", "Know your rights.", "2:11"),
        ("content/facts/facts.yml", "The lamp line", "18:11"),
        ("content/facts/sources.yml", "The Survey", "2:16"),
        ("content/guides/pay/guide.yml", "I was not paid", "7:13"),
        ("content/guides/pay/en.md", "Not paid", "2:1"),
        ("content/guides/pay/en.md", "What to do.", "3:1"),
        ("content/guides/pay/en.md", "Today", "5:1"),
        ("content/guides/pay/pt.md", "O que fazer.", "3:1"),
        ("directory/services.yml", "Legal help", "1:57"),
        ("directory/places.yml", "Upriver", "1:21"),
        ("directory/organisations/one.yml", "They help.", "5:9"),
        ("directory/organisations/one.yml", "Uno", "2:17"),
        ("campaigns/rest/campaign.yml", "The office", "13:32"),
        ("campaigns/rest/en.md", "Because", "7:1"),
        ("campaigns/rest/en.md", "Leave", "19:1"),
        ("campaigns/bills/bill.yml", "Cleaners", "4:19"),
        ("campaigns/targets/office.yml", "Decides.", "2:8"),
    ],
)
def test_no_text_of_the_site_is_left_unread(said, file, old, place):
    assert said((file, old, "<b>")) == f"\n{file}:{place}: error: '<b>' is HTML. {HTML}"


def test_a_title_and_a_summary_are_found_in_whatever_order_they_stand(said):
    head, swapped = "title: Help\nsummary: Now.", "summary: <b>\ntitle: Help"
    assert said((PAGE, head, swapped)) == f"\n{PAGE}:2:1: error: '<b>' is HTML. {HTML}"


def test_the_words_of_the_interface_are_read_too(said):
    told = said(("content/strings/en.yml", '"guides": "guides"', '"guides": "<b>"'))
    assert told.startswith("\ncontent/strings/en.yml:1:")
    assert told.endswith(f": error: '<b>' is HTML. {HTML}")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert",
        "JavaScript:alert",
        "data:text/html,x",
        "http://plain.example",
        "//other.example",
        "mailto:nobody",
        "tel:12345",
        "../help/",
        "/en/help/",
        "#now",
        "help",
        "guide:Pay",
        "guide:",
        "person:one",
        "",
    ],
)
def test_a_link_leads_inside_by_its_name_or_outside_by_https(page, target):
    told = f"""
{PAGE}:7:8: error: A link may not lead to '{target}'. [safety/link]
    Write guide:…, organisation:…, campaign:…, page:… or a whole https:// address.
"""
    assert page(f"[Here]({target})") == told


@pytest.mark.parametrize("text", ["[Here](https://x.example/y?z=1#w)", '[Here](https://x.example "A title")'])
def test_a_link_may_lead_outside_by_https(page, text):
    assert page(text) == ""


@pytest.mark.parametrize("text", ["[1]: javascript:alert", "  [here]: https://x.example"])
def test_the_address_of_a_link_stands_beside_its_words(page, text):
    told = f"""
{PAGE}:9:1: error: This link is written in two parts. [safety/link]
    Write it in one: [the words](page:help).
"""
    assert page(f"[Here][1]\n\n{text}") == told


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\u200b", "zero width space (U+200B)"),
        ("\u202e", "right-to-left override (U+202E)"),
        ("\u2066", "left-to-right isolate (U+2066)"),
        ("\u200f", "right-to-left mark (U+200F)"),
        ("\u061c", "arabic letter mark (U+061C)"),
        ("\u00ad", "soft hyphen (U+00AD)"),
        ("\ufeff", "zero width no-break space (U+FEFF)"),
        ("\u2063", "invisible separator (U+2063)"),
        ("\U000e0041", "tag latin capital letter a (U+E0041)"),
        ("\u3164", "hangul filler (U+3164)"),
        ("\u0007", "a control character (U+0007)"),
        ("\u0085", "a control character (U+0085)"),
    ],
)
def test_what_cannot_be_seen_cannot_stand(page, sign, name):
    told = f"""
{PAGE}:7:6: error: An invisible character stands here: {name}. [safety/hidden]
    Delete it and type the words round it again.
"""
    assert page(f"Breat{sign}he.") == told


@pytest.mark.parametrize("text", ["क्\u200dष", "می\u200cخواهم"], ids=["joiner", "non-joiner"])
def test_what_joins_letters_where_scripts_need_it_may_stand(page, text):
    assert page(text) == ""


@given(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters="\u3164\uffa0\u115f\u1160"))
def test_no_letter_mark_number_or_sign_is_taken_for_invisible(letter):
    assert _HIDDEN.search(letter) is None


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [("Go to the b\u0430nk", 11, "b\u0430nk"), ("\u0391BC", 1, "\u0391BC"), ("a_\u043e", 1, "a_\u043e")],
    ids=["cyrillic", "greek", "joined by _"],
)
def test_a_word_does_not_mix_scripts_that_look_alike(page, text, column, word):
    told = f"""
{PAGE}:7:{column}: error: The word '{word}' mixes letters of two scripts that look alike. [safety/look-alike]
    Type the word again.
"""
    assert page(text) == told


@pytest.mark.parametrize("text", ["банк", "Αθήνα", "bank банк", "NGOအဖွဲ့", "SOCSO计划", "MTUCকে", "é ñ ß"])
def test_a_word_in_one_script_or_beside_one_that_looks_different_may_stand(page, text):
    assert page(text) == ""


@pytest.mark.parametrize("name", ["shelter", "safe-house", "safehouse", "rescue", "hiding", "meeting-place"])
def test_no_kind_of_help_points_to_where_people_hide(said, name):
    told = f"""
directory/services.yml:1:4: error: The kind of help '{name}' would show where people hide. [safety/hiding-place]
    Delete it, and take it out of every entry.
"""
    renamed = [("directory/services.yml", "legal-help", name), ("content/guides/pay/guide.yml", "legal-help", name)]
    assert said(*renamed, ("directory/organisations/one.yml", "legal-help", name)) == told


ONE = "directory/organisations/one.yml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tier: green", "tier: yellow"),
        ("tier: green", "tier: red"),
        ("state: verified", "state: unverified"),
        ("state: verified", "state: disputed"),
        ("state: verified", "state: closed"),
        ("covers: [contact]", "covers: []"),
        ("consent: {ref: C-2026-001, covers: [contact]}\n", ""),
    ],
)
def test_contact_is_kept_only_where_it_may_be_shown(said, good, old, new):
    good.change("content/guides/pay/en.md", "[One](organisation:one)", "somebody")
    good.change("content/guides/pay/pt.md", "[Um](organisation:one)", "alguém")
    good.change("campaigns/rest/campaign.yml", "endorsers: [{org: one, since: 2026-10-01, confirmed_by: letter}]\n", "")
    line = 10 if old.startswith("consent") else 11
    told = f"""
directory/organisations/one.yml:{line}:1: error: This entry holds contact that must not be shown. [safety/contact]
    Take it out; or it needs tier green, state verified, and a consent that covers contact.
"""
    assert said((ONE, old, new)) == told
