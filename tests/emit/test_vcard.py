"""A contact card: what a phone keeps of an organisation, read back as a phone reads it."""

from datetime import date
from typing import Any

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st
from tests.hsds.directories import ADDRESS, TEXTS, TRICKY, bare, entry, line, reading

from suluh.emit.vcard import contact_card
from suluh.model.entry import Entry
from suluh.model.ids import organisation_id

NAMES = [
    "မြန်မာ အလုပ်သမား ကူညီရေး စားပွဲ (စိတ်ကူးယဉ် အဖွဲ့အစည်း) ဖုန်းဆက်ပါ",
    "مزدوروں کی مدد کا دفتر؛ کوالالمپور، ملائیشیا (فرضی)",
    "Lamp; Desk, and \\n Co: \\ (invented)",
    *TRICKY,
]


def written(one: Entry) -> bytes:
    return contact_card(one, ADDRESS + one.card.route, "Lamp & Co")


def read(one: Entry) -> Any:
    """Read the card as a phone does."""
    card = vobject.readOne(written(one).decode())
    card.validate()
    return card


def test_a_card_says_who_it_is_and_how_to_reach_them() -> None:
    card = read(entry())
    assert card.version.value == "3.0"
    assert card.fn.value == card.n.value.family == "Lamp Desk (invented)"
    assert card.org.value == ["Lamp Desk (invented)"]
    assert [one.value for one in card.tel_list] == ["+60300000000", "10000"]
    assert [one.value for one in card.email_list] == ["desk@lamp.example"]
    assert [one.value for one in card.url_list] == [f"{ADDRESS}en/directory/lamp-desk/", "https://desk.example/"]


def test_a_card_says_nothing_more() -> None:
    assert {one.name for one in read(entry()).getChildren()} == {
        *("VERSION", "UID", "FN", "N", "ORG", "X-ABSHOWAS", "TEL", "EMAIL", "URL", "NOTE")
    }
    assert {one.name for one in read(bare()).getChildren()} == {
        *("VERSION", "UID", "FN", "N", "ORG", "X-ABSHOWAS", "URL", "NOTE")
    }


@pytest.mark.parametrize("language", ["en", "my"])
def test_a_card_has_the_id_that_the_organisation_has_everywhere(language: str) -> None:
    assert read(entry(language=language)).uid.value == f"urn:uuid:{organisation_id(ADDRESS, 'lamp-desk')}"


@pytest.mark.parametrize(
    ("state", "note"),
    [
        ("verified", "Lamp & Co: A mapping (invented), 2016-12 ✓ 2026-10-03"),
        ("unverified", "Lamp & Co: A mapping (invented), 2016-12"),
        ("disputed", "Lamp & Co: A mapping (invented), 2016-12"),
    ],
)
def test_a_card_says_where_it_is_from_and_when_somebody_checked(state: str, note: str) -> None:
    assert read(entry(card_state=state, card_verified_on=date(2026, 10, 3))).note.value == note


def test_a_number_stands_once() -> None:
    assert written(entry(lines=(line(), line(cost="local"), line("999")))).count(b"TEL;") == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_script_is_read_as_it_was(name: str) -> None:
    card = read(entry(card_name=reading(name)))
    assert card.fn.value == " ".join(name.split())
    assert card.org.value == [" ".join(name.split())]


@given(TEXTS)
@example("a" * 74 + "\\" + ";" * 80)
def test_any_name_survives(name: str) -> None:
    card = read(bare(card_name=reading(name)))
    assert card.fn.value == card.n.value.family == " ".join(name.split())


@given(st.text(min_size=1))
def test_nothing_in_a_name_begins_a_line_of_its_own(name: str) -> None:
    unfolded = written(bare(card_name=reading(name))).replace(b"\r\n ", b"")
    starts = [row.partition(":")[0].partition(";")[0] for row in unfolded.decode().split("\r\n")]
    assert starts == ["BEGIN", "VERSION", "UID", "FN", "N", "ORG", "X-ABSHOWAS", "URL", "NOTE", "END", ""]


@given(st.text(min_size=1, max_size=200))
@example("မြန်မာ" * 30)
def test_lines_are_short_and_folded_between_characters(name: str) -> None:
    made = written(bare(card_name=reading(name)))
    assert made.endswith(b"END:VCARD\r\n")
    for row in made.split(b"\r\n"):
        assert len(row) <= 75
        row.decode()
        assert b"\n" not in row
        assert b"\r" not in row


def test_the_same_entry_becomes_the_same_bytes() -> None:
    assert written(entry()) == written(entry())
