"""No contact detail changes unseen. All numbers, names and addresses here are invented."""

import time
from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from suluh.check.changes import ELSEWHERE, REWRITTEN, STIRRED, compare
from suluh.check.contacts import find
from suluh.model.change import Change, Changes

DIGITS = {
    "ASCII": "0123456789",
    "Bengali": "০১২৩৪৫৬৭৮৯",
    "Devanagari": "०१२३४५६७८९",
    "Burmese": "၀၁၂၃၄၅၆၇၈၉",
    "Arabic-Indic": "٠١٢٣٤٥٦٧٨٩",
    "Urdu": "۰۱۲۳۴۵۶۷۸۹",
    "Khmer": "០១២៣៤៥៦៧៨៩",
    "Thai": "๐๑๒๓๔๕๖๗๘๙",
    "Tamil": "௦௧௨௩௪௫௬௭௮௯",
    "wide": "０１２３４５６７８９",
}
GAPS = (
    "",
    "",
    "",
    " ",
    "-",
    ".",
    "  ",
    " - ",
    "\u00a0",
    "\u2011",
    "\u2013",
    ") ",
    " (",
    "/",
    "**",
    "\\",
    "<b>",
    "</b> ",
)
HIDDEN = ("\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\ufe0f", "\0", "\u061c")
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)
TEXT = st.lists(LINE, max_size=5).map("\n".join)


def compared(before: str | Mapping[str, str], after: str | Mapping[str, str]) -> Changes:
    """Compare two states, each of one file or of several."""
    was, now = ({"content/en.md": one} if isinstance(one, str) else one for one in (before, after))
    return compare("base", {name: (content(was, name), content(now, name)) for name in sorted({*was, *now})})


def content(state: Mapping[str, str], name: str) -> bytes | None:
    return state[name].encode() if name in state else None


def said(changes: tuple[Change, ...]) -> list[tuple[str, str, str | None, str | None]]:
    sides = [(one, one.before.value if one.before else None, one.after.value if one.after else None) for one in changes]
    return [(one.kind, one.what, before, after) for one, before, after in sides]


def values(text: str, file: str = "content/en.md") -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in find(file, text)]


# --- the law: a changed digit is found ---


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, list[int]]:
    """Draw a phone number, as it is written in one of many scripts, and the places of its digits."""
    begin = draw(st.sampled_from(["+60", "+880", "+9", "03", "01", "1300", "1800"]))
    size = {"+": (6, 10), "0": (7, 9), "1": (6, 6)}[begin[0]]
    digits = begin + draw(st.text("0123456789", min_size=size[0], max_size=size[1]))
    script = DIGITS[draw(st.sampled_from(sorted(DIGITS)))]
    written, places = "", []
    for index, sign in enumerate(digits):
        fixed = index == 0 or digits[:index] in ("+", "0")
        written += "" if fixed else draw(st.sampled_from(GAPS))
        places += [len(written)] if sign.isdigit() else []
        written += script[int(sign)] if sign.isdigit() else sign
    return written, places


def with_another_digit(draw: st.DataObject, number: str, places: list[int]) -> str:
    place = draw.draw(st.sampled_from(places))
    script = next(digits for digits in DIGITS.values() if number[place] in digits)
    other = draw.draw(st.sampled_from([digit for digit in script if digit != number[place]]))
    return f"{number[:place]}{other}{number[place + 1 :]}"


@given(numbers(), TEXT, LINE, LINE, TEXT, st.data())
def test_any_changed_digit_of_any_phone_number_in_any_text_is_found(drawn, above, left, right, below, data):
    number, places = drawn
    other = with_another_digit(data, number, places)
    before, after = (f"{above}\n{left} {one} {right}\n{below}" for one in (number, other))
    assert compared(before, after).needs_a_second_person


@given(TEXT, numbers(), TEXT)
def test_a_text_that_did_not_change_gives_nothing(above, drawn, below):
    text = f"{above}\n{drawn[0]}\n{below}"
    assert compared(text, text) == Changes("base")


@given(numbers(), st.data())
def test_line_ends_of_windows_change_nothing(drawn, data):
    number, places = drawn
    text = f"One\n{number}\nTwo\n"
    assert compared(text, text.replace("\n", "\r\n")) == Changes("base")
    other = text.replace(number, with_another_digit(data, number, places))
    assert compared(text, other.replace("\n", "\r\n")).changes


@given(numbers(), st.data())
def test_hidden_signs_hide_no_changed_digit(drawn, data):
    number, places = drawn
    other = with_another_digit(data, number, places)
    place = data.draw(st.integers(1, len(other) - 1))
    assume(not {"<", "\\"} & set(number))
    hiding = f"{other[:place]}{data.draw(st.sampled_from(HIDDEN))}{other[place:]}"
    assert compared(f"Call {number} now", f"Call {hiding} now").changes


@pytest.mark.parametrize("sign", HIDDEN)
def test_a_hidden_sign_in_a_number_is_a_change_and_is_named(sign):
    [one] = compared("Call +60 3-0000 0012.", f"Call +60 3-0000{sign} 0012.").changes
    assert one.after is not None
    assert (one.what, one.after.value, one.after.shown) == (
        "changed",
        "+60300000012",
        f"+60 3-0000[U+{ord(sign):04X}] 0012",
    )
    assert one.note == f"{REWRITTEN} Hidden signs stand in it: U+{ord(sign):04X}."


def test_that_a_hidden_sign_was_taken_out_is_said():
    [one] = compared("Call +60 3-0000\u200b 0012.", "Call +60 3-0000 0012.").changes
    assert one.note == f"{REWRITTEN} Before: Hidden signs stand in it: U+200B."


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("&#50;", "&#51;"),
        ("&#x32;", "&#x33;"),
        ("\\u0032", "\\u0033"),
        ("\\x32", "\\x33"),
        ("\\U00000032", "\\U00000033"),
    ],
)
def test_a_digit_written_as_a_code_is_read(code, other):
    [one] = compared('number: "+60300000012"', f'number: "+6030000001{code}"').changes
    assert one.note == f"{REWRITTEN} Some of its signs are written as codes."
    [one] = compared(f'number: "+6030000001{code}"', f'number: "+6030000001{other}"').changes
    assert one.note == "1 digit differs. Some of its signs are written as codes."


@given(numbers(), st.sampled_from(["ASCII", "Bengali", "Burmese"]))
def test_the_same_number_in_other_digits_is_the_same_number(drawn, script):
    number, places = drawn
    other = list(number)
    for place in places:
        value = next(digits.index(number[place]) for digits in DIGITS.values() if number[place] in digits)
        other[place] = DIGITS[script][value]
    assert compared(f"Call {number} now", f"Call {''.join(other)} now") == Changes("base")


# --- what a change is ---


def test_one_changed_digit_is_told_as_one():
    [one] = compared("Call +60 3-0000 0012.", "Please call us: +60-3 0000 0072!").changes
    assert (one.what, one.note) == ("changed", "1 digit differs.")
    assert one.before is not None
    assert one.after is not None
    assert (one.before.shown, one.after.shown) == ("+60 3-0000 0012", "+60-3 0000 0072")
    assert (str(one.place), one.file) == ("content/en.md:1:17", "content/en.md")


def test_a_number_that_is_only_written_otherwise_did_not_change():
    assert compared("Call +60 3-0000 0012.", "Call +60 (3) 0000.0012.") == Changes("base")


def test_each_change_is_held_against_what_is_most_like_it():
    before = "First +60 3-0000 0011, and then +60 3-1111 0022.\n"
    after = "Then +60 3-1111 0023; but first of all +60 3-0000 0010.\n"
    assert said(compared(before, after).changes) == [
        ("phone", "changed", "+60311110022", "+60311110023"),
        ("phone", "changed", "+60300000011", "+60300000010"),
    ]


def test_what_is_new_is_added_and_what_is_gone_is_removed():
    assert said(compared("", "Call +60 3-0000 0012.").changes) == [("phone", "added", None, "+60300000012")]
    assert said(compared("Call +60 3-0000 0012.", "").changes) == [("phone", "removed", "+60300000012", None)]


def test_the_same_number_once_more_is_added():
    assert said(compared("Call +60 3-0000 0012.", "Call +60 3-0000 0012.\n\nOr: +60 3-0000 0012.").changes) == [
        ("phone", "added", None, "+60300000012")
    ]


def test_a_line_more_in_a_list_is_all_that_is_added():
    before, after = (
        "Lines:\n- 03-0000 0001\n- 03-0000 0002\n",
        "Lines:\n- 03-0000 0009\n- 03-0000 0001\n- 03-0000 0002\n",
    )
    found = compared(before, after)
    assert said(found.changes) == [("phone", "added", None, "0300000009")]
    assert found.moved == ()


def test_a_deleted_file_takes_its_details_with_it():
    found = compared({"a.md": "Call +60 3-0000 0012.", "b.md": "b"}, {"b.md": "b"})
    assert said(found.changes) == [("phone", "removed", "+60300000012", None)]
    assert str(found.changes[0].place) == "a.md:1:6"


@pytest.mark.parametrize(
    "text", ["Call 03-0000\n0012 now.", "Call +60 3-0000\n    0012 now.", "> Call 03-0000\n> 0012 now."]
)
def test_a_number_that_goes_on_in_the_next_line_is_one(text):
    [one] = compared(text, text.replace("0012", "0013")).changes
    assert one.note == "1 digit differs."


# --- what moved ---

BLOCKS = [
    f"## Office {name}\n\nCall {name} at +60 3-0000 00{n}.\n\n"
    for n, name in enumerate(("Ada", "Bo", "Cem", "Dag"), 10)
]


@given(st.permutations(BLOCKS), st.permutations(BLOCKS))
def test_moving_blocks_about_adds_and_removes_nothing(before, after):
    assert compared("".join(before), "".join(after)) == Changes("base")


@given(st.permutations(BLOCKS), st.integers(0, 4), st.integers(0, 4))
def test_moving_blocks_to_another_file_adds_and_removes_nothing(blocks, cut, other):
    found = compared(*({"a.md": "".join(blocks[:at]), "b.md": "".join(blocks[at:])} for at in (cut, other)))
    assert (found.changes, found.needs_a_second_person) == ((), False)
    assert {one.what for one in found.moved} <= {"moved"}
    assert len(found.moved) == abs(cut - other)


def test_a_renamed_file_is_moved():
    found = compared({"a.md": BLOCKS[0]}, {"b.md": f"A new beginning.\n\n{BLOCKS[0]}"})
    assert (found.changes, found.needs_a_second_person) == ((), False)
    [one] = found.moved
    assert (str(one.before and one.before.place), str(one.place)) == ("a.md:3:13", "b.md:5:13")


def test_a_digit_changed_in_a_renamed_file_is_told_as_one():
    [one] = compared({"a.md": BLOCKS[0]}, {"b.md": BLOCKS[0].replace("10.", "18.")}).changes
    assert (one.what, one.file, one.note) == ("changed", "b.md", "1 digit differs.")


def test_two_numbers_that_changed_places_are_two_changes():
    before = "## Police\n\nCall us: +60 3-0000 0011.\n\n## Helpers\n\nCall us: +60 3-0000 0022.\n"
    after = before.replace("0011", "0033").replace("0022", "0011").replace("0033", "0022")
    assert said(compared(before, after).changes) == [
        ("phone", "changed", "+60300000011", "+60300000022"),
        ("phone", "changed", "+60300000022", "+60300000011"),
    ]


def test_two_records_that_changed_numbers_are_two_changes():
    before = '- id: one\n  values:\n  - number: "+60300000011"\n- id: two\n  values:\n  - number: "+60300000022"\n'
    after = before.replace("0011", "0033").replace("0022", "0011").replace("0033", "0022")
    assert [one.what for one in compared(before, after).changes] == ["changed", "changed"]


def test_numbers_that_changed_places_between_files_are_two_changes():
    was = {"a.md": "Police: +60 3-0000 0011", "b.md": "Helpers: +60 3-0000 0022"}
    now = {"a.md": "Police: +60 3-0000 0022", "b.md": "Helpers: +60 3-0000 0011"}
    assert [one.what for one in compared(was, now).changes] == ["changed", "changed"]


def test_numbers_that_changed_places_while_the_words_were_changed_need_a_second_person_too():
    found = compared(
        "Police: 03-0000 0011\nHelpers: 03-0000 0022\n", "Our police: 03-0000 0022\nOur helpers: 03-0000 0011\n"
    )
    assert found.changes == ()
    assert found.needs_a_second_person
    assert {one.note for one in found.moved} == {ELSEWHERE}


def test_numbers_of_a_bare_list_in_another_order_need_a_second_person():
    found = compared("Lines:\n- 03-0000 0011\n- 03-0000 0022\n", "Lines:\n- 03-0000 0022\n- 03-0000 0011\n")
    assert (found.changes, {one.note for one in found.moved}) == ((), {STIRRED})
    assert found.needs_a_second_person


def test_other_words_round_a_number_change_nothing():
    assert compared("# Call\n\nCall 03-0000 0011.\n", "# Help\n\nHere is help: 03-0000 0011.\n") == Changes("base")


# --- what is found ---


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Call +60 3-0000 0011 now", "phone", "+60300000011"),
        ("Tel. (03) 0000 0011", "phone", "0300000011"),
        ("03-0000 0011/0012", "phone", "03000000110012"),
        ("Talian 1-300-00-0011", "phone", "1300000011"),
        ("60 3 0000 0011", "phone", "60300000011"),
        ("8800000000011", "phone", "8800000000011"),
        ("โทร03-0000 0011", "phone", "0300000011"),
        ("ফোন ০৩-০০০০ ০০১১", "phone", "0300000011"),
        ("Hotline: 8000 0011", "phone", "80000011"),
        ('    number: "999"', "phone", "999"),
        ("- {number: '15999', grade: A}", "phone", "15999"),
        ('{"number": "999"}', "phone", "999"),
        ("0️⃣3️⃣ 0000 0011", "phone", "0300000011"),
        ("Write to Somebody@Example.org.", "email", "somebody@example.org"),
        ("somebody (at) example [dot] org", "email", "somebody@example.org"),
        ("<https://Example.org/Path?a=1#b>", "link", "https://example.org/Path?a=1#b"),
        ("[words](https://example.org/a_(b)).", "link", "https://example.org/a_(b)"),
        ("[စာ](https://example.org/a)ကို", "link", "https://example.org/a"),
        ("看https://example.org/a，然后", "link", "https://example.org/a"),
        ("{address: https://example.org/a, title: A}", "link", "https://example.org/a"),
        ('<script src="//example.org/a.js">', "link", "//example.org/a.js"),
        ("www.example.org", "link", "www.example.org"),
        ("see example.org/path, or", "link", "example.org/path"),
        ("example.com.my", "link", "example.com.my"),
        ("t.me/somebody", "link", "t.me/somebody"),
        ("wa.me/60300000011", "link", "wa.me/60300000011"),
        ("[call](tel:+60 3-0000 0011)", "link", "tel:+60300000011"),
        ("mailto:somebody@example.org", "link", "mailto:somebody@example.org"),
        ("sms:0300000011", "link", "sms:0300000011"),
        ("Maybank 5000-0000-0011", "bank", "500000000011"),
        ("bank: Invented\naccount: '12345678'", "bank", "12345678"),
        ("GB00 INVT 0000 0000 0000 11", "bank", "GB00INVT00000000000011"),
        ("SWIFT code: INVTMYKL", "bank", "INVTMYKL"),
        (
            "We are at No. 12, Jalan Rekaan 3/4, 50000 Kuala Rekaan.",
            "address",
            "No. 12, Jalan Rekaan 3/4, 50000 Kuala Rekaan",
        ),
        ("12 Invented Street", "address", "12 Invented Street"),
        ("Lot 5, 43000 Rekaan", "address", "Lot 5, 43000 Rekaan"),
    ],
)
def test_a_detail_is_found(text, kind, value):
    assert values(text) == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "checked_on: 2026-11-22",
        "On 22.11.2026 and 22/11/2026, from 0800-1700 or 08:00-17:30",
        "Within 30 days, or 1955 s.60E, RM1,700.00, 3.14159265358979",
        "sha256:0123456789abcdef0123456789abcdef",
        '<svg viewBox="0 0 1200 630"><path d="M0 0 12.5 0.04166666"/>',
        "src/suluh/cli.py, content/guides/unpaid-wages/en.md, site.yml, self.value.id",
        "number: Act 446",
        "a bank account holds 2026-11-22",
        "uses: actions/checkout@0123456",
        "Jalan terus. No. 12 of the list",
        "https:// and mailto: and https://…",
    ],
)
def test_what_is_no_detail_is_left_alone(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("before", "after", "note"),
    [
        ("https://example.org/", "https://ex\u0430mple.org/", "Its domain has letters that are not a to z: U+0430."),
        ("me@example.org", "me@ex\u0430mple.org", "Its domain has letters that are not a to z: U+0430."),
        ("https://example.org/", "https://xn--exmple-4nf.org/", "xn-- stands for them."),
        ("https://example.org/", "https://\uff45xample.org/", "Its domain has letters that are not a to z: U+FF45."),
    ],
)
def test_look_alike_letters_in_a_domain_are_named(before, after, note):
    [one] = compared(f"See {before} now", f"See {after} now").changes
    assert one.what == "changed"
    assert one.note.endswith(note)


def test_letters_of_any_script_may_stand_behind_the_domain():
    [one] = compared("", "https://example.org/ตัวอย่าง").changes
    assert one.note == ""


@pytest.mark.parametrize(
    "name", ["content/a.yml", "page.html", "a.svg", "a.json", "a.py", ".github/workflows/a.yml", "a"]
)
def test_every_kind_of_text_file_is_looked_into(name):
    assert compared({name: "03-0000 0011"}, {name: "03-0000 0012"}).changes


# --- files that are no text ---


def test_a_changed_file_that_is_no_text_is_named_and_not_read():
    found = compare(
        "base", {"a.png": (b"\x89PNG\0 03-0000 0011", b"\x89PNG\0 03-0000 0012"), "b.pdf": (None, b"%PDF-1.7")}, ("c",)
    )
    assert found == Changes("base", unseen=("a.png", "b.pdf", "c"))
    assert not found.needs_a_second_person


def test_nothing_that_is_mixed_into_a_text_keeps_it_from_being_read():
    for trick in (b"\0", b"%PDF", b"\xff\xfe"[:1], b"\xef\xbb\xbf"):
        assert compare("base", {"a.md": (trick + b"03-0000 0011", trick + b"03-0000 0012")}).changes
    assert compare("base", {"a.md": ("03-0000 0011".encode("utf-16"), "03-0000 0012".encode("utf-16"))}).changes


def test_a_text_that_became_something_else_has_lost_its_details():
    found = compare("base", {"a": (b"03-0000 0011", b"\0\0")})
    assert (said(found.changes), found.unseen) == ([("phone", "removed", "0300000011", None)], ("a",))


# --- time ---


@pytest.mark.parametrize(
    "text", ["0<a" * 30_000, "A-" * 50_000, "0-" * 50_000, "a." * 50_000, "+" * 100_000, "a" * 100_000, "(" * 100_000]
)
def test_no_text_takes_long(text):
    begun = time.process_time()
    values(text)
    assert time.process_time() - begun < 2


def test_three_hundred_changed_numbers_take_less_than_a_second():
    before = "".join(f"Office {n} in place {n}: +60 3-{n:04} 0011.\n" for n in range(300))
    after = "".join(f"The office {n} of place {n} is +60 3-{n:04} 0012.\n" for n in range(300))
    begun = time.process_time()
    found = compared(before, after)
    assert time.process_time() - begun < 1
    assert [one.note for one in found.changes] == ["1 digit differs."] * 300


def test_more_than_can_be_held_against_each_other_are_told_all_the_same():
    before, after = ("".join(f"{word} {n}: +60 3-{n:04} 00{word}\n" for n in range(700)) for word in ("11", "12"))
    found = compared(before, after)
    assert {one.what for one in found.changes} == {"added", "removed"}
    assert len(found.changes) == 1400
