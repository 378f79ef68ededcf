"""YAML and front matter: they mean what their writer sees, and every value remembers its place."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.problem import Place
from suluh.source import LARGEST, Document, Unreadable, parse_front_matter, parse_yaml, read_text


def value(text):
    return parse_yaml("a.yml", text).value


def fault(text):
    """Give what is said of a text that cannot be read."""
    with pytest.raises(Unreadable) as caught:
        parse_yaml("a.yml", text)
    return str(caught.value.problem)


WORDS = {
    "a word": "a word",
    "7": 7,
    "-3": -3,
    "0": 0,
    "true": True,
    "false": False,
    "null": None,
    "": None,
    "2026-11-22": date(2026, 11, 22),
    '"no"': "no",
    "'2026-11-22'": "2026-11-22",
    '"9:30"': "9:30",
    '""': "",
    "999999999999999": 999999999999999,
    "2026-11": "2026-11",
    "ไทย": "ไทย",
    "[]": (),
    "{}": {},
}


@pytest.mark.parametrize(("written", "meant"), WORDS.items(), ids=[text or "nothing" for text in WORDS])
def test_a_value_is_what_its_writer_sees(written, meant):
    read = value(f"key: {written}")["key"]
    assert (type(meant), meant) == (type(read), read)


DOUBTFUL = ["no", "Yes", "on", "OFF", "~", "True", "9:30", "0123", "1_000", "0x1f", "1.5", "1e3", ".inf", ".5",
            "-1.e-3", "0o17", "2026-11-22 10:00:00", "Null", "=", "<<", "+7", "1" * 16]  # fmt: skip


@pytest.mark.parametrize("written", DOUBTFUL)
def test_what_programs_read_differently_must_stand_in_quotes(written):
    assert fault(f"key: {written}") == (
        f"a.yml:1:6: error: Without quotes, programs read {written} as something else. [yaml/ambiguous]\n"
        f'    Write "{written}" in double quotes.'
    )


@pytest.mark.parametrize("written", DOUBTFUL)
def test_a_doubtful_word_is_refused_as_a_key_too(written):
    with pytest.raises(Unreadable) as caught:
        parse_yaml("a.yml", f"{written}: value")
    assert caught.value.problem.rule == "yaml/ambiguous"


FAULTS = {
    "a: b: c": ("a.yml:1:5: error: A colon followed by a space is inside this text. [yaml/syntax]",
                'Put the whole text in double quotes: "like: this".'),
    "a: one\n   b: two": ("a.yml:2:5: error: This line does not fit the line above it. [yaml/syntax]",
                          "Indent it like its neighbours."),
    "a:\n  b: 1\n c: 2": ("a.yml:3:2: error: This line does not fit the lines above it. [yaml/syntax]",
                          "Indent it like its neighbours, and close every quotation mark."),
    "a: 1\nb\nc: 2": ("a.yml:2:1: error: Here a 'key: value' line is broken. [yaml/syntax]",
                      "Write the key, a colon, a space, and the value; put long text in double quotes."),
    'a: 1\nb: "open\nc: 2\n': ("a.yml:2:4: error: A quotation mark is opened here and never closed. [yaml/syntax]",
                               "Close it on the same line."),
    "a: [1, 2\nb: 3": ("a.yml:1:4: error: A list or map in brackets is not closed. [yaml/syntax]",
                       "Add the missing ']' or '}'."),
    "a: {b: 1": ("a.yml:1:4: error: A list or map in brackets is not closed. [yaml/syntax]",
                 "Add the missing ']' or '}'."),
    "a: @b": ("a.yml:1:4: error: A value may not start with this character. [yaml/syntax]",
              "Put the text in double quotes."),
    "a:\n\tb: 1": ("a.yml:2:1: error: A tab stands where only spaces may stand. [yaml/syntax]",
                   "Indent with two spaces."),
    "a: 'x' y": ("a.yml:1:8: error: This line does not fit the lines above it. [yaml/syntax]",
                 "Indent it like its neighbours, and close every quotation mark."),
    "a: b\n\n c\x07": ("a.yml:3:3: error: Here is a character that YAML does not allow. [yaml/syntax]",
                       "Delete the invisible character."),
    "a: 1\nb: 2\na: 3": ("a.yml:3:1: error: 'a' stands here a second time. [yaml/twice]", "Delete one of the two."),
    "a: *b": ("a.yml:1:4: error: '*' repeats another part of the file; that is not used here. [yaml/alias]",
              "Write the text out, or put it in quotes."),
    "a: &b c": ("a.yml:1:4: error: '!' and '&' at the start of a value have a meaning of their own. [yaml/tag]",
                "Put the text in double quotes."),
    "a: !!set {b}": ("a.yml:1:4: error: '!' and '&' at the start of a value have a meaning of their own. [yaml/tag]",
                     "Put the text in double quotes."),
    "a: !!str 7": ("a.yml:1:4: error: '!' and '&' at the start of a value have a meaning of their own. [yaml/tag]",
                   "Put the text in double quotes."),
    "a: ! b": ("a.yml:1:4: error: '!' and '&' at the start of a value have a meaning of their own. [yaml/tag]",
               "Put the text in double quotes."),
    "5: a": ("a.yml:1:1: error: The key '5' is not a word. [yaml/key]", "Put it in quotes, or use a word."),
    "[a]: b": ("a.yml:1:1: error: The key '('a',)' is not a word. [yaml/key]", "Put it in quotes, or use a word."),
    "a: 1\n---\nb: 2": ("a.yml:2:1: error: A second document starts here ('---'). [yaml/documents]",
                        "Delete this line."),
    "a: 2026-02-30": ("a.yml:1:4: error: There is no day 2026-02-30. [yaml/day]", "Write year-month-day."),
    "a: " + "[" * 25 + "]" * 25: ("a.yml:1:27: error: More than 24 levels are nested here. [yaml/depth]",
                                  "Flatten this part."),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), FAULTS.items(), ids=[said[0].partition("error: ")[2] for said in FAULTS.values()]
)
def test_a_fault_is_told_where_it_begins_and_how_to_mend_it(text, said):
    head, hint = said
    assert fault(text) == f"{head}\n    {hint}"


def test_what_is_nested_as_deep_as_may_be_is_read():
    assert value("[" * 24 + "]" * 24) != ()


def test_a_file_of_comments_holds_nothing():
    assert value("# only a remark\n") is None


def test_every_value_is_found_at_its_own_place():
    document = parse_yaml("a.yml", "first: 1\nlist:\n  - one\n  - key: two\n    other: [x, y]\n")
    found = {path: (place.line, place.column) for path, place in document.places.items()}
    assert found == {
        (): (1, 1),
        ("first",): (1, 1),
        ("list",): (2, 1),
        ("list", 0): (3, 5),
        ("list", 1): (4, 5),
        ("list", 1, "key"): (4, 5),
        ("list", 1, "other"): (5, 5),
        ("list", 1, "other", 0): (5, 13),
        ("list", 1, "other", 1): (5, 16),
    }


def test_what_is_missing_stands_where_it_would_belong():
    document = parse_yaml("a.yml", "a:\n  b: 1\n")
    assert document.place(("a", "c", "d")) == Place("a.yml", 1, 1)
    assert Document("a.yml", None, {}).place(("a",)) == Place("a.yml", 1, 1)


# --- laws ---

VISIBLE = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
TEXT = st.text(VISIBLE | st.sampled_from('\n\t"\\'))
SIMPLE = st.none() | st.booleans() | st.integers(-(10**15) + 1, 10**15 - 1) | TEXT
VALUES = st.recursive(SIMPLE, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=20)


def dumped(value, indent=None):
    """Write a value; what is written as JSON is YAML too."""
    return json.dumps(value, indent=indent, ensure_ascii=False)


def frozen(thing):
    """Turn lists into tuples, as a document holds them."""
    if isinstance(thing, list):
        return tuple(map(frozen, thing))
    return {key: frozen(inner) for key, inner in thing.items()} if isinstance(thing, dict) else thing


@given(VALUES, st.sampled_from([None, 1]))
def test_what_is_written_is_what_is_read(written, indent):
    assert value(dumped(written, indent)) == frozen(written)


@given(VALUES)
def test_every_place_leads_to_the_value_or_its_key(written):
    lines = (text := dumped(written, 1)).split("\n")
    document = parse_yaml("a.yml", text)
    for path, place in document.places.items():
        here = document.value
        for step in path:
            here = here[step]
        at = lines[place.line - 1][place.column - 1 :]
        expected = path[-1] if path and isinstance(path[-1], str) else here
        opening = "[" if isinstance(expected, tuple) else "{"
        assert at.startswith(opening if isinstance(expected, tuple | dict) else dumped(expected))


@given(st.text())
def test_any_text_at_all_is_read_or_refused(text):
    for parse in (parse_yaml, parse_front_matter):
        try:
            parse("a.yml", text)
            continue
        except Unreadable as refused:
            place = refused.problem.place
        assert 1 <= place.line <= text.count("\n") + 2
        assert place.column >= 1


SIGNS = ["a", "- ", "\n", ": ", "  ", "[", "]", "{", "}", "'", '"', "#", "&b ", "*b", "!c ",
         "|", ">", "---", "...", "? ", "%", "\t", "0", "no", ",", "<<"]  # fmt: skip


@given(st.lists(st.sampled_from(SIGNS)).map("".join))
def test_any_heap_of_the_signs_of_yaml_is_read_or_refused(text):
    try:
        document = parse_yaml("a.yml", text)
    except Unreadable:
        return
    for path in document.places:
        here = document.value
        for step in path:
            here = here[step]


@given(st.binary())
def test_any_bytes_at_all_are_text_or_refused(tmp_path_factory, data):
    root = tmp_path_factory.getbasetemp() / "bytes"
    root.mkdir(exist_ok=True)
    path = root / "a.yml"
    path.write_bytes(data)
    try:
        read = read_text(root, path).encode()
    except Unreadable as refused:
        read, rule = data, refused.problem.rule
        assert rule in {"file/mark", "file/encoding", "file/line-ends"}
    assert read == data


# --- front matter ---


def test_front_matter_is_cut_from_the_text_below_it():
    document, body, line = parse_front_matter("a.md", "---\ntitle: One\n---\n\nText.\n---\nMore.\n")
    assert (document.value, body, line) == ({"title": "One"}, "\nText.\n---\nMore.\n", 4)


def test_front_matter_counts_its_lines_from_the_top_of_the_file():
    document, _, _ = parse_front_matter("a.md", "---\ntitle: One\nsummary: Two\n---\n")
    assert document.place(("summary",)) == Place("a.md", 3, 1)


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        (
            "# Title\n",
            "1:1: error: This file must begin with a line '---'. [front-matter/missing]",
            "Begin with '---', then 'title: …', then '---'.",
        ),
        (
            "",
            "1:1: error: This file must begin with a line '---'. [front-matter/missing]",
            "Begin with '---', then 'title: …', then '---'.",
        ),
        (
            "---\ntitle: One\n",
            "1:1: error: The front matter is never closed. [front-matter/open]",
            "Write a line '---' after the last 'key: value' line.",
        ),
        (
            "---\ntitle: a: b\n---\n",
            "2:9: error: A colon followed by a space is inside this text. [yaml/syntax]",
            'Put the whole text in double quotes: "like: this".',
        ),
    ],
    ids=["missing", "empty file", "open", "broken"],
)
def test_bad_front_matter_is_refused(text, what, hint):
    with pytest.raises(Unreadable) as caught:
        parse_front_matter("a.md", text)
    assert str(caught.value) == f"a.md:{what}\n    {hint}"


# --- files ---


@pytest.fixture
def said_of(tmp_path):
    """Say what is wrong with a file of some bytes."""

    def said(data: bytes) -> str:
        path = tmp_path / "content" / "a.md"
        path.parent.mkdir()
        path.write_bytes(data)
        with pytest.raises(Unreadable) as caught:
            read_text(tmp_path, path)
        return str(caught.value)

    return said


BYTES = {
    b"\xef\xbb\xbfa": "1:1: error: This file starts with an invisible mark (a BOM). [file/mark]\n"
    "    Save it as 'UTF-8', not as 'UTF-8 with BOM'.",
    b"one\ntwo \xe9": "2:5: error: From here on this file is not UTF-8 text. [file/encoding]\n"
    "    Save it again with the encoding 'UTF-8'.",
    b"one\ntwo\r\n": "2:1: error: This file has the line ends of Windows. [file/line-ends]\n"
    "    Save it with the line end 'LF'.",
    b"a" * (LARGEST + 1): "1:1: error: This file has 1,000,001 bytes; text files have at most 1,000,000. [file/size]\n"
    "    Split it, or take out what is not text.",
}


@pytest.mark.parametrize(("data", "said"), BYTES.items(), ids=["mark", "encoding", "line ends", "size"])
def test_a_file_that_is_not_plain_text_says_how_to_save_it(said_of, data, said):
    assert said_of(data) == f"content/a.md:{said}"


def test_a_file_as_large_as_may_be_is_read(tmp_path):
    (tmp_path / "a.md").write_bytes(b"a" * LARGEST)
    assert len(read_text(tmp_path, tmp_path / "a.md")) == LARGEST


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("../outside.md", "This link leads out of the repository. [file/outside]"),
        ("/etc/hostname", "This link leads out of the repository. [file/outside]"),
        ("nowhere.md", "This link leads nowhere. [file/nowhere]"),
        ("a.md", "This link leads nowhere. [file/nowhere]"),
    ],
    ids=["beside", "absolute", "nowhere", "itself"],
)
def test_a_link_that_leads_out_or_nowhere_is_not_followed(tmp_path, target, said):
    (tmp_path / "outside.md").write_text("secret")
    (root := tmp_path / "root").mkdir()
    (root / "a.md").symlink_to(target)
    with pytest.raises(Unreadable) as caught:
        read_text(root, root / "a.md")
    assert str(caught.value) == f"a.md:1:1: error: {said}\n    Put the file itself here."


def test_a_link_inside_the_repository_is_followed(tmp_path):
    (tmp_path / "a.md").write_text("text")
    (tmp_path / "b.md").symlink_to("a.md")
    assert read_text(tmp_path, tmp_path / "b.md") == "text"
