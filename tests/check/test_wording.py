"""Rules on the texts of campaigns."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.check.conftest import CAMPAIGN

from suluh.check.wording import asks_differ
from suluh.model.prose import Prose, Section

pytestmark = pytest.mark.usefixtures("campaign")

FILE, EN, PT = "campaigns/pay/campaign.yml", "campaigns/pay/en.md", "campaigns/pay/pt.md"
ADDRESS = "\nhttps://lamp.example/en/campaigns/pay/"


# --- sections ---


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Before you act", "safety"), ("A slip with every pay", "ask-slip"), ("Call", "act-ring"),
     ("For our health", "letter-health"), ("Ending", "letter-end"), ("How it sounds", "call-sound"),
     ("We ask for our pay", "petition"), ("Story", "message-story")],
)  # fmt: skip
def test_a_campaign_has_the_sections_that_it_asks_for(said, heading, name):
    told = f"""
campaigns/pay/en.md:1:1: error: The section '{name}' is missing. [texts/sections]
    Add a heading: '## … {{#{name}}}'.
"""
    section = f"## {heading} {{#{name}}}"
    assert told in said((EN, section, "### Nothing"))


def test_what_a_campaign_does_not_have_needs_no_sections(said, good):
    paper = "## Pay {#petition}\n\nPay us.\n\n## Pay {#poster}\n\nPay us.\n"
    good.write(EN, good.read(EN).partition("## What to say")[0] + paper)
    assert said((FILE, "call: {to: office}\n", ""), (FILE, "kind: call", "kind: tell")) == ""


def test_messages_are_sent_all_or_none(said, good):
    good.write(EN, good.read(EN).partition("## Short")[0])
    assert said() == ""
    good.write(EN, good.read(EN) + "## Short {#message-short}\n\nPay us.\n")
    told = said()
    assert "error: The section 'message-story' is missing. [texts/sections]" in told
    assert "error: The section 'message-question' is missing. [texts/sections]" in told


@pytest.mark.parametrize(
    ("name", "hint"),
    [("ask-pya", "Did you mean 'ask-pay'?"), ("act-wirte", "Did you mean 'act-write'?"),
     ("letter-familiy", "Did you mean 'letter-family'?"), ("call-answer", "Did you mean 'call-answers'?"),
     ("message-long", "Did you mean 'message-story'?")],
)  # fmt: skip
def test_a_section_that_nothing_asks_for_is_told(said, name, hint):
    told = f"""
campaigns/pay/en.md:9:1: error: Nothing in campaign.yml asks for the section '{name}'. [texts/sections]
    {hint}
"""
    assert said((EN, "## Before you act", f"## More {{#{name}}}\n\nMore.\n\n## Before you act")) == told


def test_sections_of_ones_own_stand_first(said):
    told = """
campaigns/pay/en.md:13:1: error: The section 'history' is one of your own, and stands too far down. [texts/sections]
    Put it above '{#safety}'.
"""
    own = "## Before {#history}\n\nMore.\n\n"
    assert said((EN, "## Pay on time {#ask-pay}", f"{own}## Pay on time {{#ask-pay}}")) == told
    assert said((EN, own, ""), (EN, "## Before you act", f"{own}## Before you act")) == ""


def test_sections_stand_in_their_order(said):
    later = (EN, "## Write {#act-write}", "## Write {#act-read}")
    told = said((EN, "## Read {#act-read}", "## Read {#act-write}"), later)
    assert told.startswith("""
campaigns/pay/en.md:1:1: error: The sections stand in another order. [texts/sections]
    Put them in this order: safety, ask-pay, ask-slip, act-read, act-write, """)


def test_a_text_whose_campaign_cannot_be_read_is_left_in_peace(said):
    assert "campaigns/pay/en.md" not in said((FILE, "icon: lamp", "icon: [lamp]"))


# --- the same asks ---


@pytest.fixture
def translated(good):
    good.write(PT, CAMPAIGN[EN].lstrip("\n"))


@pytest.mark.usefixtures("translated")
def test_a_translation_asks_for_the_same(said):
    assert said() == ""


@pytest.mark.usefixtures("translated")
def test_whoever_reads_a_translation_does_not_sign_for_more_than_they_know(said, good):
    good.write(PT, good.read(EN).replace("## A slip with every pay {#ask-slip}\n\nSo that you can count.\n\n", ""))
    told = """
campaigns/pay/pt.md:1:1: error: 'ask-slip' is asked in the source, and not here. [campaigns/asks]
    Translate it: whoever reads this would sign for more than they know.
"""
    assert said() == told


@pytest.mark.usefixtures("translated")
def test_a_translation_asks_for_nothing_of_its_own(said):
    told = """
campaigns/pay/pt.md:19:1: error: 'ask-leave' is asked here, and not in the source. [campaigns/asks]
    Take it out, or ask it in the source first.
"""
    assert said((PT, "## Read {#act-read}", "## Leave {#ask-leave}\n\n## Read {#act-read}")) == told


@pytest.mark.usefixtures("translated")
def test_a_translation_asks_in_the_order_of_its_source(said, good):
    slip = "## A slip with every pay {#ask-slip}\n\nSo that you can count.\n\n"
    pay = "## Pay on time {#ask-pay}"
    good.write(PT, good.read(EN).replace(slip, "").replace(pay, slip + pay))
    told = """
campaigns/pay/pt.md:1:1: error: The asks stand in another order than in the source. [campaigns/asks]
    Put them in this order: ask-pay, ask-slip.
"""
    assert said() == told


@pytest.mark.usefixtures("translated")
def test_a_translation_that_lacks_something_else_is_told_as_any_other(said):
    told = said((PT, "## How it sounds {#call-sound}\n\nGood mor-ning.\n\n", ""))
    assert told.count("error: ") == 1
    assert "[translations/sections]" in told


def test_a_translation_of_nothing_but_the_head_asks_for_nothing(said, good):
    good.write(PT, "---\ntitle: Pagar\nsummary: Pagar a todos.\n---\n")
    assert said() == ""


def prose(names):
    """Write a text with these sections."""
    return Prose("en", "en.md", "Title", "Summary.", tuple(Section(name, name, "", 1) for name in names))


NAMES = st.lists(st.sampled_from(["why", "ask-a", "ask-b", "act-a", "poster"]), unique=True)


@given(one=NAMES, other=NAMES)
def test_asks_differ_where_one_is_missing_or_moved_and_nowhere_else(one, other):
    asked = [name for name in one if name.startswith("ask-")]
    assert asks_differ(prose(one), prose(other)) is (
        bool(other) and asked != [name for name in other if name.startswith("ask-")]
    )


# --- lengths ---


@pytest.mark.parametrize(
    ("old", "new", "room", "what", "line"),
    [
        ("title: Pay on time", "title: {}", 65, "'title'", "2:1"),
        ("summary: Everybody is paid on time.", "summary: {}", 200, "'summary'", "3:1"),
        ("## A slip with every pay {#", "## {} {{#", 140, "This heading", "15:1"),
        ("## Pay on time {#poster}", "## {} {{#poster}}", 60, "This heading", "65:1"),
    ],
    ids=["title", "summary", "ask", "poster"],
)
@pytest.mark.parametrize("more", [0, 1])
def test_what_must_fit_somewhere_is_short(said, old, new, room, what, line, more):
    told = f"""
campaigns/pay/en.md:{line}: error: {what} has {room + 1} signs; {room} are the most. [texts/long]
    Shorten it.
"""
    assert said((EN, old, new.format("x" * (room + more)))) == (told if more else "")


def test_marks_that_take_no_room_do_not_count(said):
    assert said((EN, "title: Pay on time", f"title: {'လှူ' * 30}")) == ""


@pytest.mark.parametrize("name", ["ask-pay", "act-read", "letter-family", "poster"])
def test_a_heading_that_is_said_has_words(said, good, name):
    line = next(line for line in good.read(EN).splitlines() if line.endswith(f"{{#{name}}}"))
    assert "error: This heading has no words. [texts/empty]" in said((EN, line, f"## {{#{name}}}"))


@pytest.mark.parametrize(
    ("text", "name"),
    [("Think first.", "safety"), ("They wait.", "letter-family"), ("Every month.", "poster"),
     ("Pay us on time.", "message-short"), ("We, who sign here, ask for it.", "petition")],
)  # fmt: skip
def test_what_must_be_said_is_said(said, text, name):
    told = said((EN, f"\n{text}\n", "\n\n"))
    assert f"error: Nothing stands in the section '{name}'. [texts/empty]\n    Write it.\n" in told


# --- messages and letters ---


@pytest.mark.parametrize("more", [0, 1])
def test_a_message_has_at_most_300_characters_with_its_address(said, more):
    told = """
campaigns/pay/en.md:69:1: error: This message has 301 characters with its address; 300 are the most. [campaigns/message]
    Leave out 1.
"""
    text = "x" * (300 - len(ADDRESS) + more)
    assert said((EN, "Pay us on time.", text)) == (told if more else "")


def test_a_message_is_one_line(said):
    told = """
campaigns/pay/en.md:69:1: error: A message is one line, however long. [campaigns/message]
    Put its lines into one.
"""
    assert said((EN, "Pay us on time.", "Pay us\non time.")) == told
    assert said((EN, "Pay us\non time.", "Pay us\n\non time.")) == told


@pytest.mark.parametrize("sign", ["✊", "🙏", "❤️", "👩‍🔧"])
def test_a_picture_in_a_message_is_warned_of(said, sign):
    told = f"""
campaigns/pay/en.md:69:1: warning: Not every phone shows '{sign[0]}'. [campaigns/emoji]
    Say it in words.
"""
    assert said((EN, "Pay us on time.", f"Pay us {sign}.")) == told


@pytest.mark.parametrize("text", ["Pay us – on “time” …", "Bayar kami; ပေးပါ။ 3 × RM", "1 दिन"])
def test_signs_that_every_phone_has_may_be_sent(said, text):
    assert said((EN, "Pay us on time.", text)) == ""


@pytest.mark.parametrize(
    ("text", "what", "column"),
    [
        ("- We ask you.", "list", 1),
        ("1. We ask you.", "list", 1),
        ("Read [this](guide:pay).", "link", 11),
        ("Read https://lamp.example/.", "link", 6),
        ("We ask you. [^act]", "citation", 13),
        ("Within {pay-limit} days.", "placeholder", 8),
    ],
)
@pytest.mark.parametrize(
    ("old", "line"), [("we ask you for this.", 35), ("They wait.", 39), ("(your name)", 47), ("Pay us on time.", 71)]
)
def test_what_is_sent_is_plain(said, old, line, text, what, column):
    told = f"""
campaigns/pay/en.md:{line}:{column}: error: Here is a {what}: this is sent as plain text. [campaigns/plain]
    Say it in words.
"""
    assert said((EN, f"\n{old}\n", f"\n{text}\n")) == told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(text=st.text(st.sampled_from("abc .,;:!?'–…()"), min_size=1, max_size=80).filter(str.strip))
def test_plain_words_may_be_sent(said, good, text):
    before = good.read(EN)
    try:
        assert "campaigns/plain" not in said((EN, "Pay us on time.", text))
    finally:
        good.write(EN, before)
