"""Long texts, and what they refer to."""

import pytest

from suluh.model.prose import CITATION, LINK, PLACEHOLDER, REFERENCE, Prose, Section

ONE, TWO = Section("one", "One", "a\nb", 7), Section("two", "Two", "", 10)


def test_a_section_is_found_by_its_id():
    prose = Prose("en", "a/en.md", "Title", "Summary", (ONE, TWO))
    assert (prose.section("two"), prose.section("three")) == (TWO, None)


def test_a_section_numbers_its_lines_as_the_file_does():
    assert list(ONE.lines()) == [(7, "a"), (8, "b")]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (PLACEHOLDER, "{pay} {pay-limit-2} {Pay} {pay_limit} { pay } {} {-pay}", ["pay", "pay-limit-2"]),
        (CITATION, "[^pay] [^pay-limit] [^Pay] [^] ^[pay] [pay]", ["pay", "pay-limit"]),
        (LINK, "[a](page:help) [b]( https://x.y ) [c](<page:b>) (page:d) [e]()",
         ["page:help", "https://x.y", "page:b", ""]),
        (LINK, '[a](page:help "Title") ![b](c.png)', ["page:help", "c.png"]),
    ],
    ids=["placeholder", "citation", "link", "link with a title, and a picture"],
)  # fmt: skip
def test_what_a_text_refers_to_is_found(pattern, text, found):
    assert pattern.findall(text) == found


@pytest.mark.parametrize("target", ["guide:pay", "organisation:one-two", "campaign:a1", "page:help"])
def test_a_reference_has_a_kind_and_an_id(target):
    match = REFERENCE.match(target)
    assert match is not None
    assert f"{match[1]}:{match[2]}" == target


@pytest.mark.parametrize(
    "target", ["guide:", "guide:Pay", "guides:pay", "x guide:pay", "guide:pay/", "guide:pay#today"]
)
def test_nothing_else_is_a_reference(target):
    assert REFERENCE.match(target) is None
