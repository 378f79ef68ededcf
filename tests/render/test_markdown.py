"""Markdown that writers and strangers wrote becomes HTML that can do nothing but be read."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from suluh.model.edition import Citation, Part, Reading
from suluh.model.settings import Language
from suluh.render.markdown import html

ENGLISH = Language(code="en", name="English", locale="en-MY")
URDU = Language(code="ur", name="اردو", direction="rtl")
WORDS = {
    "checked-on": "Checked on {date}.",
    "domestic-no": "Not domestic workers",
    "domestic-part": "Some domestic workers",
}
CITATION = Citation(
    law=Reading("Pay Act", "en", "ltr"),
    section="s.19",
    source="The Gazette",
    address="https://gazette.example/?a=1&b=2",
    dated="2026-02",
    checked_on=date(2026, 11, 1),
    domestic_workers="yes",
)
NO_ADDRESS = Citation(
    law=Reading("Rest Act", "en", "ltr"),
    section="",
    source="The Survey",
    address=None,
    dated="",
    checked_on=date(2026, 11, 2),
    domestic_workers="no",
)

ALLOWED: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "rel", "dir", "title"}),
    "bdi": frozenset({"class", "dir", "lang"}),
    "ol": frozenset({"class", "start"}),
    "small": frozenset({"class", "lang", "dir"}),
    "span": frozenset({"class"}),
    **dict.fromkeys(("p", "ul", "li", "strong", "em", "code", "pre", "blockquote", "hr", "br"), frozenset()),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), frozenset()),
}
"""The tags that may come of Markdown, with their attributes."""

PIECES = st.sampled_from(
    (
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a onclick='x'>", "<!-- ", "-->", "<![CDATA[",
        "[a](javascript:alert(1))", "[b](JaVaScRiPt:x)", "[c](&#106;avascript:x)", "[d](data:text/html,x)", "</p>",
        "[e](//evil.example)", '[f](https://x.example/" onmouseover="x)', "[g](<javascript:x>)", "<javascript:x>",
        "[h](https://x 't\" on=1')", "[i]: javascript:x", "[j][i]", "[i]", "![k](x.png)", "![l][i]", "[m](guide:pay)",
        "<https://x.example/>", "<nobody@example.org>", "&lt;script&gt;", "&#60;script&#62;", "<cite fact='wage'>",
        "{wage}", "{unknown}", "[^wage]", "[^rest]", "[^unknown]", "\x02wzxhzdk:0\x03", "\x02amp\x03", "\x03",
        "`<b>`", "``` html\n<i>\n```", "    <b>", "\\<b>", "**", "*", "__", "`", "\n", "\n\n", "- ", "1. ", "# ", "> ",
        "---", "===", "\t", " 12 ", "guide:pay", "\\", "]", "(", ")",
    )
)  # fmt: skip
MARKDOWN = st.lists(st.one_of(PIECES, st.text(max_size=6))).map("".join)


def part(markdown: str, direction: str = "ltr", *, borrowed: bool = False) -> Part:
    """Make a part that knows one value, two citations and one address."""
    return Part(
        id="law",
        heading="The law",
        markdown=markdown,
        language="ur" if direction == "rtl" else "en",
        direction=direction,
        borrowed=borrowed,
        values=(("wage", "RM1,700"),),
        citations=(("wage", CITATION), ("rest", NO_ADDRESS)),
        routes=(("guide:pay", "en/guides/pay/"),),
    )


def said(markdown: str, direction: str = "ltr", *, borrowed: bool = False) -> str:
    """Turn Markdown into HTML, two folders below the root."""
    language = URDU if direction == "rtl" else ENGLISH
    return str(html(part(markdown, direction, borrowed=borrowed), language, WORDS, lambda route: f"../../{route}"))


@given(MARKDOWN, st.sampled_from(("ltr", "rtl")))
def test_no_text_becomes_a_tag_an_attribute_or_an_address_that_is_not_allowed(text: str, direction: str) -> None:
    tree = LexborHTMLParser(f"<!doctype html><body>{said(text, direction)}</body>")
    body = tree.body
    assert body is not None
    for node in body.css("*"):
        if node.tag == "body":
            continue
        assert node.tag in ALLOWED
        assert set(node.attributes) <= ALLOWED[str(node.tag)]
        href = node.attributes.get("href")
        assert href is None or re.match(r"https?://|mailto:|tel:|\.\./\.\./en/guides/pay/$", href)
        assert href is None or not re.match(r"https?:", href) or node.attributes.get("rel") == "noreferrer"


@given(MARKDOWN)
def test_in_right_to_left_text_no_digit_stands_outside_an_isolate(text: str) -> None:
    outside = re.sub(r"<bdi[^>]*>[^<]*</bdi>", "", said(text, "rtl"))
    assert not re.search("[0-9]", re.sub(r"<[^>]*>|&#?\w+;", "", outside))


@given(MARKDOWN)
def test_one_text_leaves_nothing_behind_for_the_next(text: str) -> None:
    before = said("1. Read [this][i] {wage}.")
    said(text)
    assert said("1. Read [this][i] {wage}.") == before


def test_plain_markdown_becomes_plain_html() -> None:
    assert said("A *b* **c** [d](https://x.example/).\n\n- e\n- f\n") == (
        '<p>A <em>b</em> <strong>c</strong> <a href="https://x.example/" rel="noreferrer">d</a>.</p>\n'
        "<ul>\n<li>e</li>\n<li>f</li>\n</ul>"
    )


def test_html_in_a_text_is_shown_and_not_obeyed() -> None:
    assert said("<b>bold</b>") == "<p>&lt;b&gt;bold&lt;/b&gt;</p>"


def test_a_numbered_list_is_steps() -> None:
    assert said("1. Read.\n2. Wait.") == '<ol class="steps">\n<li>Read.</li>\n<li>Wait.</li>\n</ol>'


def test_a_value_keeps_its_direction() -> None:
    assert said("At least {wage}.") == '<p>At least <bdi dir="ltr">RM1,700</bdi>.</p>'


def test_a_value_in_bold_keeps_its_direction() -> None:
    assert said("**{wage}**") == '<p><strong><bdi dir="ltr">RM1,700</bdi></strong></p>'


def test_a_name_that_no_fact_has_stands_as_it_was_written() -> None:
    assert said("{unknown} [^unknown]") == "<p>{unknown} [^unknown]</p>"


def test_numbers_in_right_to_left_text_are_isolated_and_values_only_once() -> None:
    assert said("مدد **7** دن {wage}", "rtl") == (
        '<p>مدد <strong><bdi dir="ltr">7</bdi></strong> دن <bdi dir="ltr">RM1,700</bdi></p>'
    )


def test_a_link_inside_the_site_leads_to_its_page() -> None:
    assert said("[pay](guide:pay)") == '<p><a href="../../en/guides/pay/">pay</a></p>'


@pytest.mark.parametrize(
    "target", ["javascript:x", "data:text/html,x", "//evil.example/", "guide:other", "/x", "x.html"]
)
def test_a_link_that_leads_elsewhere_leads_nowhere(target: str) -> None:
    assert said(f"[a]({target})") == "<p><a>a</a></p>"


LAW = (
    '<small class="law"><bdi class="law__title" dir="ltr" lang="en">Pay Act</bdi>, <bdi dir="ltr">s.19</bdi> · '
    '<a dir="auto" href="https://gazette.example/?a=1&amp;b=2" rel="noreferrer">The Gazette</a> · '
    '<bdi>February 2026</bdi> · <span class="law__checked">Checked on <bdi>1 November 2026</bdi>.</span>{}</small>'
)


def test_a_statement_carries_the_law_it_stands_on() -> None:
    assert said("- Pay is due. [^wage]") == f"<ul>\n<li>Pay is due.{LAW.format('')}</li>\n</ul>"


def test_a_law_that_leaves_domestic_workers_out_says_so_and_a_source_without_address_is_no_link() -> None:
    assert said("Rest. [^rest]") == (
        '<p>Rest.<small class="law"><bdi class="law__title" dir="ltr" lang="en">Rest Act</bdi> · '
        '<bdi dir="auto">The Survey</bdi> · <span class="law__checked">Checked on <bdi>2 November 2026</bdi>.</span>'
        '<span class="law__covers law__covers--no">Not domestic workers</span></small></p>'
    )


def test_a_statement_cited_twice_carries_each_law_once() -> None:
    made = said("Pay. [^wage] [^rest] [^wage]")
    assert made.count('<small class="law">') == 2
    assert made.startswith('<p>Pay.<small class="law">')


def test_a_citation_in_the_middle_leaves_the_sentence_whole() -> None:
    assert said("Pay [^rest] is due.").startswith("<p>Pay  is due.<small")


def test_the_small_print_under_a_borrowed_statement_is_in_the_readers_language() -> None:
    made = str(html(part("Pay. [^wage]", borrowed=True), URDU, WORDS, str))
    assert '<small class="law" dir="rtl" lang="ur">' in made
