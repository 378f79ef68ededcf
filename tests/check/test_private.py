"""What no file may hold. All that looks private here is invented, with zeros, and belongs to nobody."""

import json
import unicodedata
from html import escape

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from suluh.check import lines
from suluh.check.private import _ALIKE, _hits_in_line, private_in
from suluh.check.telling import may_hold
from suluh.model.raw import RawFile
from suluh.problem import as_text

PAGE = "content/pages/help/en.md"


def told(text: str, file: str = PAGE) -> str:
    """Say what is wrong with a file that holds a text."""
    return as_text(found.problem for found in private_in(RawFile(file, text)))


def rules(text: str, file: str = PAGE) -> set[str]:
    return {found.problem.rule for found in private_in(RawFile(file, text))}


FOUND = {
    "private/mobile": [
        "+60 11-0000 0000", "+60110000000", "60110000000", "011-0000 0000", "0110000000", "012-000 0000",
        "012.000.0000", "+60 (0)12 000 0000", "0060 12 000 0000", "(012) 000 0000", "12-000 0000", "011-00000000",
        "၀၁၁-၀၀၀၀ ၀၀၀၀", "012\u2013000\u00a00000", "\uff10\uff11\uff12-000 0000", "012-\u200b000 0000",
        "০১১ ০০০ ০০০০",
    ],
    "private/phone": [
        "03 0000 0000", "(03) 0000 0000", "+60 3-0000 0000", "60 3-0000 0000", "+66 81 000 0000", "+66810000000",
        "0066 81 000 0000", "+1 00 000 0000", "๐๘๑ ๐๐๐ ๐๐๐๐", "1-800-00-0000", "1300 00 0000", "09 000 000 000",
    ],
    "private/identity": [
        "000000-00-0000", "๐๐๐๐๐๐-๐๐-๐๐๐๐", "010101-00-0000", "010101000000", "010101 00 0000",
        "010101\u201300\u20130000", "00000-0000000-0", "0-0000-00000-00-0", "0000 0000 0000 0001", "000-00C00000",
        "000-00c-00000", "1000000001",
    ],
    "private/passport": [
        "A00000000", "AB0000000", "P0000000A", "passport no. a 000000", "000000 (pasport)", "Paspor: 0000000",
        "护照 A000000", "หนังสือเดินทาง 0000000", "hộ chiếu B000000", "پاسپورٹ ۰۰۰۰۰۰۰", "ပတ်စပို့ ၀၀၀၀၀၀၀",
    ],
    "private/place": [
        "0.0000, 0.0000", "0.000000 0.000000", "1.000;\u00a0100.000", "-1.0000/100.0000", "0,0000; 0,0000",
        "[100.0000,\n 1.0000]", "๑.๐๐๐๐, ๑๐๐.๐๐๐๐", "۱٫۰۰۰۰، ۱۰۰٫۰۰۰۰", "lat: 0.00000", '"longitude": "0.00000"',
        "0°0'0\"N", "0° 0.0′ S", "0.0° E", "N 0°", "geo:0,0", "https://www.google.com/maps/place/x",
        "google.com.my/maps?q=x", "https://maps.app.goo.gl/x", "http://maps.apple.com/?q=x", "https://waze.com/ul/x",
        "https://osm.org/go/x", "https://www.openstreetmap.org/#map=0/0/0", "https://what3words.com/a.b.c",
        "///one.two.three", "CCCCCCCC+22", "https://example.org/?at=0.0000,0.0000",
    ],
    "private/street": [
        "Jalan Rekaan", "Jalan 0/0A", "Jln. Rekaan 1", "Lorong Rekaan 2", "Persiaran Rekaan", "Lebuh Rekaan",
        "JALAN REKAAN", "Taman Rekaan", "Kampung Rekaan", "Kg. Rekaan", "12 jalan rekaan", "12A, jalan rekaan",
        "12 Invented Street", "Invented Road", "0 Invented Lane", "No. 12, Rekaan", "di No. 12, Rekaan",
        "50000 Kuala Lumpur", "00000 X, 01000 Rekaan", "Rekaan, 10000 Rekaan",
    ],
    "private/email": [
        "nobody@example.org", "no.body+x@mail.example.org", "nobody@example.org.", "nobody＠example.org",
        "nobody (at) example.org", "nobody[at]example[dot]org", "mailto:nobody@example.org", "nobody&#64;example.org",
        "nobody\\u0040example.org", "https://x.example/?to=nobody@example.org",
    ],
    "private/handle": [
        "@nobody", "@no_body.x", "https://wa.me/60110000000", "https://t.me/nobody",
        "https://api.whatsapp.com/send?phone=60110000000", "https://video.example/@nobody",
    ],
    "private/folder": [
        "/home/nobody/site", "/Users/nobody", "C:\\Users\\nobody",
    ],
    "private/packed": [
        "data:image/png;base64,AAAA",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FOUND.items() for text in texts])
def test_what_leads_to_a_person_or_a_place_is_found(rule, text):
    assert rules(f"Say: {text} .") == {rule}


@pytest.mark.parametrize("before", ["โทร", "លេខ", "ဖုန်း", "电话", "(", "5,", "x:", "|", "\t"])
def test_a_number_is_found_right_behind_other_signs_and_letters_of_scripts_without_spaces(before):
    assert rules(f"{before}0110000000") == {"private/mobile"}


@pytest.mark.parametrize(
    "text",
    [
        "Section 60 of 2011", "1,000,000 people", "2026-11-22", "60 days, 100 hours", "Act 265, s.60A", "10.5 %",
        "RM1,700.00", "No. 0-1", "Order 2011-0000-0000", "https://x.example/2011/08/0110", "9:00 – 17:00",
        "@ 5 o'clock", "0800-1700", "22/11/2026 08:00", "22-11-2026", "2016 2017 2018 2019", "value: 20000000",
        "budget: 1000000000", "ISBN 9780000000002", "Jalan, bangunan dan papan tanda", "Jalan keluar",
        "Street, building, a sign", "on the Road", "Wall Street Journal", "Road Transport Department",
        "Convention No. 189, Domestic Workers", "In 2016, 25000 Indonesians came.", "50000 workers", "30°C",
        "1.5, 2.5", "200.0000, 10.0000", "C++ and 2+2", "Act A1651", "KH-14", "U+0430",
        "https://x.example/news/KH14025825", "https://x.example/a_0110000000", "What_We_Do-@-Detention",
        "@media print", "https://www.openstreetmap.org/copyright", "Keep your passport for 7 days (Act 1966)",
        "/home/", "data:, no",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_may_stand(text):
    assert told(text) == ""


def test_it_is_told_where_something_stands_but_not_what_it_is():
    assert (
        told("Nothing.\nCall 012-000 0000 or nobody@mail.example.\n")
        == f"""\
{PAGE}:2:6: error: This looks like a person's own mobile number. [private/mobile]
    Take it out. A line for the public is a fact, known from two sources.
{PAGE}:2:22: error: This looks like a person's own e-mail address. [private/email]
    Take it out, everywhere."""
    )


def test_what_is_found_is_given_as_it_is_written():
    found = private_in(RawFile(PAGE, "Call \u1040\u1041\u1042-\u1040\u1040\u1040 &#48;000!"))
    assert [one.what for one in found] == ["\u1040\u1041\u1042-\u1040\u1040\u1040 &#48;000"]


# --- what may stand in some files ---

FACTS, ENTRY = "content/facts/lines.yml", "directory/organisations/one.yml"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (FACTS, '  - number: "+60120000000"'),
        (FACTS, "values: [{since: 2026-01-01, number: '+60300000000'}, {number: \"+66810000000\"}]"),
        (ENTRY, 'contact: [{kind: phone, number: "+6620000001"}]'),
        (ENTRY, "contact: [{kind: email, address: office@one.example, owner: organisation}]"),
        ("content/site.yml", "feedback: mailto:office@one.example"),
        ("content/allowed.yml", '- {what: "012-000 0000", file: content/x.md, reason: So., until: 2026-12-31}'),
        ("directory/map.yml", 'path: "m0.0000 0.0000 01-000 0000z"'),
        ("handbook/drawing.svg", '<path d="M0.0000,0.0000\n0110000000"/>'),
    ],
)
def test_what_the_model_holds_to_a_form_may_stand(file, text):
    assert told(text, file) == ""


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (FACTS, '# number: "+60120000000"'),
        (FACTS, "number: 012-000 0000"),
        (FACTS, 'title: {en: "+60120000000"}'),
        (ENTRY, '- number: "+60120000000"'),
        (ENTRY, "about: {en: Call 012-000 0000}"),
        (ENTRY, "# address: nobody@one.example"),
        ("content/site.yml", "name: nobody@one.example"),
        ("content/pages/x/en.md", "feedback: mailto:nobody@one.example"),
        ("content/allowed.yml", "- {what: a, reason: It is the number 012-000 0000.}"),
        ("content/guides/pay/en.md", 'number: "+60120000000"'),
        ("handbook/drawing.svg", "<title>0.0000,0.0000</title>"),
    ],
)
def test_nothing_else_may(file, text):
    assert told(text, file) != ""


def test_an_organisation_has_no_mobile_number_of_a_person():
    text = 'contact: [{kind: phone, number: "+60120000000"}, {kind: phone, number: "+6620000001"}]'
    assert told(text, ENTRY).startswith(f"{ENTRY}:1:34: error: This looks like a person's own mobile number.")
    assert rules(text, ENTRY) == {"private/mobile"}


# --- what is hidden ---


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("GPS", "This picture tells where it was taken. [private/position]"),
        ("artist", "Something is hidden in this file: artist. [private/metadata]"),
        ("unknown kind", "Nobody can look into this file. [private/unknown]"),
        ("too large", "This file has more than 1,000,000 bytes, too many to look into. [private/size]"),
    ],
)
def test_what_is_hidden_in_a_file_is_named(mark, said):
    [found] = private_in(RawFile("content/x.jpg", None, (mark,)))
    assert str(found.problem).splitlines()[0] == f"content/x.jpg:1:1: error: {said}"
    assert found.what == mark


# --- laws ---

SCRIPTS = "0٠۰०০௦๐၀០０"
"""The zeros of digits that our readers use; the others follow them."""


def written(text: str, zero: str) -> str:
    return "".join(chr(ord(zero) + int(sign)) if sign.isascii() and sign.isdigit() else sign for sign in text)


PLACES = {
    "a text": (PAGE, "{before}\n\n{x}\n\n{after}"),
    "front matter": (PAGE, "---\ntitle: Help\nsummary: Ask {x}\n---\n{before}"),
    "a link": (PAGE, "See [{x}](page:help) {before}"),
    "a remark": ("content/site.yml", "name: {before}\n# {x}\n"),
    "a remark in the directory": (ENTRY, "name: {{en: One}} # {x}"),
    "a key": ("content/strings/en.yml", '"{x}": {before}\n'),
    "a word of the interface": ("content/strings/my.yml", 'home: "{x}"\n'),
    "a fact": (FACTS, "- id: a\n  title: {{en: '{x}'}}\n"),
    "the title of a drawing": ("handbook/x.svg", "<svg><title>{x}</title><path d='M0 0'/></svg>"),
    "a table": ("content/x.csv", '1,"{x}",2\n'),
    "a page": ("handbook/x.html", '<p title="{x}">'),
}


@given(
    st.sampled_from([(rule, text) for rule, texts in FOUND.items() for text in texts if "\n" not in text]),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(SCRIPTS),
    st.text(max_size=40),
    st.text(max_size=40),
)  # fmt: skip
def test_what_is_planted_anywhere_in_digits_of_any_script_is_found(planted, place, zero, before, after):
    rule, text = planted
    file, around = PLACES[place]
    assume(not {"data", "http"} & {text[:4]} or zero == "0")
    digits = text if "&#" in text or "\\u" in text or "://" in text or "+22" in text else written(text, zero)
    assert rule in rules(around.format(x=digits, before=before.replace("#", ""), after=after), file)


@given(st.sampled_from([text for text in FOUND["private/mobile"] if text.isascii()]), st.sampled_from(SCRIPTS))
def test_codes_of_json_and_html_hide_nothing(text, zero):
    number = written(text, zero)
    coded = "".join(f"&#{ord(sign)};" for sign in number)
    assert rules(json.dumps({"a": number}), "content/x.json") == {"private/mobile"}
    assert rules(coded, "handbook/x.html") == {"private/mobile"}
    assert rules(escape(number), "handbook/x.html") == {"private/mobile"}


@given(st.text())
def test_a_finding_stands_where_it_is_said_to_stand(text):
    text += "\n# nobody@example.org"
    for found in private_in(RawFile("content/x.yml", text)):
        line = text.split("\n")[found.problem.place.line - 1]
        assert found.what.split("\n")[0] in line
        assert line[found.problem.place.column - 1 :].lstrip().startswith(found.what.split("\n")[0])


@given(st.text(st.characters(categories=["L", "M", "Zs"])))
def test_words_without_digits_and_signs_are_never_refused(text):
    assume(not any(unicodedata.decimal(sign, None) is not None for sign in text))
    assert not rules(text.lower()) - {"private/street"}


@given(st.text("0123456789๐၁ +-.,()@°:/NoSEJjalnKkgtRrdm", max_size=30))
@example("No. 1, 1")
@settings(max_examples=500)
def test_no_glance_passes_over_what_a_closer_look_finds(text):
    close = list(_hits_in_line(PAGE, lines.read(text).plain.translate(_ALIKE)))
    assert may_hold(text) or not close


@pytest.mark.parametrize("text", [text for texts in FOUND.values() for text in texts])
def test_a_glance_is_enough_to_look_closer_at_all_that_is_found(text):
    assert may_hold(text)


@given(st.characters(categories=["Nd"]))
def test_digits_of_every_script_are_seen(digit):
    assert rules(f"{digit * 6}-{digit * 2}-{digit * 4}") == {"private/identity"}
