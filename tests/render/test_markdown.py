"""Markdown that writers and strangers wrote becomes HTML that can do nothing but be read."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from suluh.model.reading import Citation, Part, Reading
from suluh.model.settings import Language
from suluh.render.markdown import _Turning, html

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
        "---", "===", "\t", " 12 ", "guide:pay", "\\", "]", "(", ")", "1) ",
        "\ufdd0", "\ufdd1", "&#xfdd0;script>", "\ufdd0b>",
    )
)  # fmt: skip
MARKDOWN = st.lists(st.one_of(PIECES, st.text(max_size=6))).map("".join)
SIGNS = "abc重要文字。，：「」（）សំខាន់៖។អရေး၊။สำคัญฯاہم۔،؟वेतनசம்।.,:;?()'…–"
"""Letters, marks and punctuation of the scripts of the site."""
WRITTEN = st.text(st.sampled_from(SIGNS), min_size=1, max_size=8)


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


@given(WRITTEN, WRITTEN, WRITTEN)
def test_bold_works_between_any_two_signs_of_any_script(before: str, bold: str, after: str) -> None:
    assert said(f"{before}**{bold}**{after}") == f"<p>{before}<strong>{bold}</strong>{after}</p>"


@given(st.lists(st.one_of(WRITTEN, st.sampled_from(("*", "**", "***", " ", "\n")))).map("".join))
def test_stars_that_mean_nothing_cost_no_letter(text: str) -> None:
    shown = re.sub(r"<[^>]*>|[*\s]", "", said(f"a{text}"))
    assert shown == re.sub(r"[*\s]", "", f"a{text}")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("**重要：**文字", "<strong>重要：</strong>文字"),
        ("文字**「重要」**文字", "文字<strong>「重要」</strong>文字"),
        ("**សំខាន់៖**អត្ថបទ", "<strong>សំខាន់៖</strong>អត្ថបទ"),
        ("**အရေးကြီး၊**စာ", "<strong>အရေးကြီး၊</strong>စာ"),
        ("**สำคัญ:**ข้อความ", "<strong>สำคัญ:</strong>ข้อความ"),
        ("**اہم:** متن", "<strong>اہم:</strong> متن"),
        ("字*要。*字", "字<em>要。</em>字"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("2 * 3 ** 4", "2 * 3 ** 4"),
        (r"\*a\* 字\*a。\*字", "*a* 字*a。*字"),
        ("`字*a*字`", "<code>字*a*字</code>"),
    ],
)
def test_emphasis_is_where_its_writer_meant_it(written: str, made: str) -> None:
    assert said(written) == f"<p>{made}</p>"


def test_a_line_is_broken_where_two_spaces_end_it_and_nowhere_else() -> None:
    assert said("One  \ntwo\nthree") == "<p>One<br />\ntwo\nthree</p>"


def test_a_list_may_stand_directly_below_a_paragraph() -> None:
    assert said("Bring:\n- a\n- b") == "<p>Bring:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


@pytest.mark.parametrize(("item", "indent"), [("- ", 2), ("- ", 4), ("1. ", 3), ("1) ", 4)])
def test_a_list_that_is_indented_stands_inside_its_item(item: str, indent: int) -> None:
    inner = "<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>"
    outer = ("<ul>", "</ul>") if item == "- " else ('<ol class="steps">', "</ol>")
    assert said(f"{item}a\n{' ' * indent}- b\n{item.replace('1', '2')}c") == f"{outer[0]}\n{inner}\n{outer[1]}"


def test_steps_that_begin_later_keep_their_number() -> None:
    assert said("3. Wait.") == '<ol class="steps" start="3">\n<li>Wait.</li>\n</ol>'


def test_code_is_shown_as_it_was_written() -> None:
    assert said('`{wage} [^wage] <b> & "`') == '<p><code>{wage} [^wage] &lt;b&gt; &amp; "</code></p>'
    assert said("``` html\n{wage} **<b>**\n```") == "<pre><code>{wage} **&lt;b&gt;**\n</code></pre>"


@pytest.mark.parametrize("picture", ["![a](https://x.example/p.png)", "![a][b]\n\n[b]: https://x.example/p.png"])
def test_no_picture_comes_of_a_text(picture: str) -> None:
    assert said(picture) == '<p>!<a href="https://x.example/p.png" rel="noreferrer">a</a></p>'


@pytest.mark.parametrize(
    "text", ["https://x.example/", "www.x.example", "nobody@x.example", "<nobody@x.example>", "<https://x.example/>"]
)
def test_no_link_comes_of_an_address_alone(text: str) -> None:
    assert said(text) == f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>"


def test_html_in_a_text_is_shown_and_not_obeyed() -> None:
    assert said("<b>bold</b>") == "<p>&lt;b&gt;bold&lt;/b&gt;</p>"
    assert said("<div>\n*a*\n</div>") == "<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>"


def test_a_tag_that_the_parser_should_not_have_made_is_left_out() -> None:
    turning = _Turning(part(""), ENGLISH, WORDS, str)
    assert turning.turn('<p><img src="x">a<script></p>') == ["<p>", "", "a", "", "</p>"]


@pytest.mark.parametrize(
    "text", ["> ", "- ", "1. ", "[", "![", "[a](", "**a ", "*a_ ", "`a", "a**b", "字**。", "<", "{a", "[^"]
)
def test_a_text_made_to_hurt_comes_through(text: str) -> None:
    assert said(text * 20_000, "rtl")


def test_a_numbered_list_is_steps() -> None:
    assert said("1. Read.\n2. Wait.") == '<ol class="steps">\n<li>Read.</li>\n<li>Wait.</li>\n</ol>'


def test_a_value_keeps_its_direction() -> None:
    assert said("At least {wage}.") == '<p>At least <bdi dir="ltr">RM1,700</bdi>.</p>'


def test_a_value_in_bold_keeps_its_direction() -> None:
    assert said("**{wage}**") == '<p><strong><bdi dir="ltr">RM1,700</bdi></strong></p>'


def test_values_and_laws_with_signs_of_html_are_shown_and_not_obeyed() -> None:
    citation = replace(CITATION, law=Reading("<b>", "en", "ltr"), source="<i>", section="<u>", address='https://"<a>')
    signs = replace(part("{wage} [^wage]"), values=(("wage", "<b>&"),), citations=(("wage", citation),))
    words = WORDS | {"checked-on": "<s>{date}<s>"}
    made = str(html(signs, ENGLISH, words, str))
    assert '<bdi dir="ltr">&lt;b&gt;&amp;</bdi>' in made
    assert not re.search("<[biusa]>", made)
    assert 'href="https://&quot;&lt;a&gt;"' in made


def test_a_value_in_a_link_keeps_its_direction() -> None:
    assert said("[{wage}](guide:pay)") == '<p><a href="../../en/guides/pay/"><bdi dir="ltr">RM1,700</bdi></a></p>'


def test_a_name_that_no_fact_has_stands_as_it_was_written() -> None:
    assert said("{unknown} [^unknown]") == "<p>{unknown} [^unknown]</p>"


def test_numbers_in_right_to_left_text_are_isolated_and_values_only_once() -> None:
    assert said("مدد **7** دن {wage}", "rtl") == (
        '<p>مدد <strong><bdi dir="ltr">7</bdi></strong> دن <bdi dir="ltr">RM1,700</bdi></p>'
    )


def test_the_number_in_the_name_of_a_law_is_isolated_in_the_direction_of_the_name() -> None:
    citation = replace(CITATION, law=Reading("قانون 1955 <", "ur", "rtl"))
    made = str(html(replace(part("[^wage]"), citations=(("wage", citation),)), ENGLISH, WORDS, str))
    assert 'dir="rtl" lang="ur">قانون <bdi dir="ltr">1955</bdi> &lt;</bdi>' in made


def test_an_address_keeps_its_signs() -> None:
    made = said('[a](https://x.example/a*b*c?d=1&e=<2> "f < g")')
    assert made == (
        '<p><a href="https://x.example/a*b*c?d=1&amp;e=%3C2%3E" rel="noreferrer" title="f &lt; g">a</a></p>'
    )


def test_a_number_in_a_name_that_no_fact_has_is_isolated_too() -> None:
    assert said("{act-2}", "rtl") == '<p>{act-<bdi dir="ltr">2</bdi>}</p>'


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


def test_words_on_both_sides_of_a_citation_stay_apart() -> None:
    assert said("Pay [^rest] **now**").startswith("<p>Pay  <strong>now</strong><small")


@pytest.mark.parametrize("text", ["**Pay.** [^wage]", "**Pay.**[^wage]"])
def test_a_citation_behind_bold_words_stands_below_the_statement(text: str) -> None:
    assert said(text) == f"<p><strong>Pay.</strong>{LAW.format('')}</p>"


def test_a_link_behind_a_citation_belongs_to_the_statement() -> None:
    assert said("Pay. [^wage] [Read](guide:pay)") == (
        f'<p>Pay.  <a href="../../en/guides/pay/">Read</a>{LAW.format("")}</p>'
    )


def test_the_law_stands_below_its_statement_and_outside_of_a_link_that_cites_it() -> None:
    assert said("[Pay [^wage]](guide:pay) is due.") == (
        f'<p><a href="../../en/guides/pay/">Pay </a> is due.{LAW.format("")}</p>'
    )


def test_the_law_stands_directly_below_its_statement_and_above_a_list_inside_it() -> None:
    assert said("- Pay: [^wage]\n    - monthly") == (
        f"<ul>\n<li>Pay:{LAW.format('')}<ul>\n<li>monthly</li>\n</ul>\n</li>\n</ul>"
    )


def test_the_small_print_under_a_borrowed_statement_is_in_the_readers_language() -> None:
    made = str(html(part("Pay. [^wage]", borrowed=True), URDU, WORDS, str))
    assert '<small class="law" dir="rtl" lang="ur">' in made
