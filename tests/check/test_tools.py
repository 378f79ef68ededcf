"""Rules on the texts of pathways, letters and cards, and on guides that are sent on and read aloud."""

import pytest
from tests.conftest import load_all

from suluh.check import paper
from suluh.model.output import runs_of
from suluh.model.translation import digest

pytestmark = pytest.mark.usefixtures("tools")

LETTER, ENGLISH, PORTUGUESE = (f"content/letters/ask/{name}" for name in ("letter.yml", "en.md", "pt.md"))
GUIDE, CARD = "content/guides/pay/guide.yml", "content/cards/mine/en.md"


def test_a_letter_has_a_section_for_each_paragraph_and_each_blank(said):
    assert (
        said((LETTER, "paragraphs: [ask]", "paragraphs: [ask, sign]"))
        == """
content/letters/ask/en.md:1:1: error: The section 'sign' is missing. [texts/sections]
    Add a heading: '## … {#sign}'.
"""
    )


def test_a_section_that_no_record_asks_for_is_told(said):
    told = said((CARD, "## My rights {#card}", "## My rights {#crad}"))
    assert "en.md:1:1: error: The section 'card' is missing. [texts/sections]" in told
    assert "en.md:5:1: error: Nothing in card.yml asks for the section 'crad'. [texts/sections]" in told


def test_the_columns_of_a_letter_have_the_same_blanks(said):
    assert (
        said((PORTUGUESE, "peço [=owed]", "peço [=name]"))
        == """
content/letters/ask/pt.md:9:1: error: The blank 'name' stands here 2 times, and in the source 1 times. [letters/differs]
    Put [=name] where the source has it.
content/letters/ask/pt.md:9:1: error: The blank 'owed' stands here 0 times, and in the source 1 times. [letters/differs]
    Put [=owed] where the source has it.
"""
    )


def test_the_columns_of_a_letter_have_the_same_numbers(said):
    told = said((ENGLISH, "ask for [=owed].", "ask for [=owed] within 7 days."))
    lost = "error: The section 'ask' lacks the number '7' of the source (content/letters/ask/en.md:"
    assert f"content/letters/ask/pt.md:9:1: {lost}" in told


def test_a_blank_is_one_of_the_letters(said):
    told = said((ENGLISH, "I, [=name],", "I, [=nmae],"))
    assert "content/letters/ask/en.md:11:4: error: There is no blank 'nmae'. [letters/blank]" in told


def test_a_blank_stands_somewhere(said):
    change = ((LETTER, "{id: owed, kind: money}]", "{id: owed, kind: money}, {id: day, kind: date}]"),
              (ENGLISH, "## Sum {#blank-owed}\n", "## Sum {#blank-owed}\n\n## Day {#blank-day}\n"),
              (PORTUGUESE, "## Valor {#blank-owed}\n", "## Valor {#blank-owed}\n\n## Dia {#blank-day}\n"))  # fmt: skip
    assert (
        said(*change)
        == """
content/letters/ask/letter.yml:4:59: error: The blank 'day' stands in no paragraph. [letters/unused]
    Put [=day] where it belongs, or delete this line.
"""
    )


def test_a_card_is_a_list_that_fits_on_it(said):
    long = "I ask for my pay. " * 30
    assert "The items have 539 signs together; a card holds 520. [cards/long]" in said(
        (CARD, "I ask for my pay.", long.strip())
    )
    assert "What stands on a card is a list. [cards/list]" in said((CARD, "- I ask", "I ask"))


def test_a_dangerous_guide_has_a_quiet_page(said):
    assert (
        said((GUIDE, "risk: low", "risk: high"))
        == """
content/guides/pay/guide.yml:4:1: error: This guide has no quiet page. [guides/quiet]
    Add a line such as 'discreet: {slug: p7, title: {en: Notes 7}}'.
"""
    )
    quiet = "risk: high\ndiscreet: {slug: n7, title: {en: Notes 7}}"
    assert said((GUIDE, "risk: high", quiet)) == ""


@pytest.mark.parametrize("slug", ["guides", "help", "search", "letters"])
def test_a_quiet_page_has_an_address_of_its_own(said, slug):
    told = said((GUIDE, "risk: low", f"risk: low\ndiscreet: {{slug: {slug}, title: {{en: Notes}}}}"))
    assert f"The address '{slug}' is already used. [ids/taken]" in told


@pytest.mark.parametrize(("length", "right"), [(300, True), (301, False)])
def test_what_is_sent_has_at_most_300_characters_with_its_address(said, length, right):
    text = "x" * (length - len(" https://lamp.example/en/guides/pay/"))
    told = said((GUIDE, "risk: low", f"risk: low\nshare: {{public: {{en: {text}}}}}"))
    assert (told == "") is right
    assert right or "What is sent has 301 characters; 300 are the most. [guides/share]" in told


SOUND = (
    "risk: low\nsounds: [{{language: en, section: {section}, text_digest: '{digest}', "
    '"on": 2026-11-01, by: role:reader}}]'
)
TODAY = "\n1. Write down 3 things.\n2. Read [the help](page:help).\n\n"


def test_a_recording_was_made_of_the_text_as_it_stands(said, good):
    good.write("content/guides/pay/en-today.opus", b"OggS")
    right = SOUND.format(section="today", digest=digest(TODAY))
    assert said((GUIDE, "risk: low", right)) == ""
    told = said(("content/guides/pay/en.md", "Write down 3 things", "Write down all 3 things"),
                ("content/guides/pay/pt.md", "Escreva 3", "Escreva as 3"))  # fmt: skip
    assert "pay/guide.yml:5:10: error: The text has changed since it was read aloud. [sound/stale]" in told


def test_a_recording_is_of_a_section_and_lies_beside_it(said):
    told = said((GUIDE, "risk: low", SOUND.format(section="tody", digest="a" * 12)))
    assert "There is no section 'tody' in 'en'. [sound/section]" in told
    assert "There is no recording 'en-tody.opus' beside this file. [sound/missing]" in told


def test_a_sign_that_no_font_has_is_told_where_it_stands(good):
    good.change("content/site.yml", "lines: [lamp-line]", "lines: [lamp-line]\ntake_away: [pdf]")
    site, _ = load_all(good.root)
    assert site is not None
    latin = set(map(chr, range(32, 127))) | set("çãéêíóõúáâàÀ")
    lacking = runs_of(ord(sign) for sign in latin - {"ç"})
    told = [str(problem) for problem in paper.fonts_have_every_sign(site, lacking)]
    assert (
        "content/letters/ask/pt.md:2:1: error: No font of the theme has the sign 'ç' (U+00E7). [paper/sign]"
        in "\n".join(told)
    )
    assert list(paper.fonts_have_every_sign(site, runs_of(map(ord, latin)))) == []


def test_a_script_without_a_font_is_told_once_and_not_for_each_letter(good):
    good.change("content/site.yml", "lines: [lamp-line]", "lines: [lamp-line]\ntake_away: [pdf]")
    good.change("content/site.yml", "name: Português", "name: සිංහල")
    good.change("content/letters/ask/pt.md", "title: ", "title: සිංහල ")
    site, _ = load_all(good.root)
    assert site is not None
    latin = runs_of(map(ord, set(map(chr, range(32, 127))) | set("çãéêíóõúáâàÀ")))
    assert [str(one).splitlines()[0] for one in paper.fonts_have_every_script(site, latin)] == [
        "content/site.yml:6:16: error: No font of the theme has the letters of සිංහල. [paper/script]"
    ]
    assert list(paper.fonts_have_every_sign(site, latin)) == []
