"""Texts that are put into files: where they belong, and nothing else changes."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from suluh.edit.cutting import Uncut
from suluh.edit.putting import LongText, Words, new_long, put_long, put_words, scalar
from suluh.load.prose import prose_of
from suluh.model.prose import Section
from suluh.source import parse_front_matter, parse_yaml

FILE = """\
# A remark.
name:
  en: One   # and another
  ms: Satu
short: {en: Two, ms: "Dua"}
list:
  - id: first
    say:
      en: >-
        A folded
        text
      ms: Tiga
"""
LONG = """\
---
title: Pay  # a remark
summary: What to do.
---
## Today {#today .critical}

1. Write it down.

## Law {#law}

- It says so.
"""
LINE = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)
    .map(str.strip)
    .filter(bool)
)


def said(text: str, *path: object) -> Any:
    value = parse_yaml("x.yml", text).value
    for step in path:
        value = value[step]
    return value


def test_a_language_is_added_behind_the_others_and_another_takes_its_place():
    made = put_words(FILE, [Words(("name",), "my", "M"), Words(("name",), "ms", "S"), Words(("short",), "my", "a, b")])
    assert made == FILE.replace("  ms: Satu\n", "  ms: S\n  my: M\n").replace('"Dua"}', '"Dua", my: "a, b"}')


def test_a_text_of_several_lines_is_replaced_whole():
    made = put_words(FILE, [Words(("list", 0, "say"), "en", "New"), Words(("list", 0, "say"), "my", "M")])
    assert said(made, "list", 0, "say") == {"en": "New", "ms": "Tiga", "my": "M"}
    assert made.startswith(FILE.partition("      en:")[0])


def test_a_map_that_is_not_there_cannot_be_written_into():
    for path in (("nothing",), ("list",), ("list", 7), ("name", "en")):
        with pytest.raises(Uncut):
            put_words(FILE, [Words(path, "my", "M")])


@given(LINE, st.sampled_from([("name",), ("short",), ("list", 0, "say")]), st.sampled_from(["en", "ms", "zh-Hans"]))
def test_whatever_is_put_is_what_is_read_and_all_else_stays(text, path, key):
    before, after = said(FILE), said(put_words(FILE, [Words(path, key, text)]))
    here = after
    for step in path[:-1]:
        here = here[step]
    assert here[path[-1]].pop(key) == text
    old = before
    for step in path[:-1]:
        old = old[step]
    old[path[-1]].pop(key, None)
    assert after == before


@given(LINE)
def test_a_scalar_is_read_as_what_it_was(text):
    assert said(f"key: {scalar(text)}", "key") == text
    assert said(f"map: {{key: {scalar(text, inside=True)}}}", "map", "key") == text


def test_a_section_is_replaced_and_one_more_goes_to_the_end():
    given_ = LongText(sections=(Section("law", "Law now", "- It says more.", 1), Section("help", "Help", "Ask.", 1)))
    assert put_long("ms.md", LONG, given_) == (
        LONG.replace("Law {", "Law now {").replace("says so.\n", "says more.\n\n## Help {#help}\n\nAsk.\n")
    )


def test_a_title_is_replaced_where_it_stands():
    assert put_long("ms.md", LONG, LongText("Pay: now", "")) == LONG.replace("title: Pay ", 'title: "Pay: now" ')


BODY = LINE.filter(lambda text: not text.startswith("#") and "{" not in text)


@given(
    LINE,
    LINE,
    st.lists(
        st.tuples(LINE.filter(lambda text: "{" not in text), BODY),
        min_size=1,
        max_size=3,
        unique_by=lambda pair: pair[0],
    ),
)
def test_a_new_text_is_read_as_it_was_given(title, summary, sections):
    assume(all(heading == heading.strip(" \t") for heading, _ in sections))
    made = new_long(
        LongText(title, summary, tuple(Section(f"s{n}", head, said, 1) for n, (head, said) in enumerate(sections)))
    )
    document, body, line = parse_front_matter("x/ms.md", made)
    prose, problems = prose_of(document, body, line, "ms")
    assert problems == []
    assert prose is not None
    assert (prose.title, prose.summary) == (title, summary)
    assert [(one.heading, one.markdown.strip("\n")) for one in prose.sections] == [*sections]
    assert put_long("x/ms.md", made, LongText(title, summary, prose.sections)) == made
