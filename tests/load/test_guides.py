"""Guides, and the long texts of whatever has some."""

from suluh.load.guides import load_guides, standing_pages, texts_in

GUIDE = """
topic: wages
order: 1
icon: star
risk: low
audience: [all-workers]
jurisdiction: XA
situation: {en: I was not paid}
as_at: 2026-11-01
review: {by: 2027-05-01}
"""
TEXT = "---\ntitle: A title\nsummary: A summary.\n---\n## One {#one}\n"


def test_a_guide_is_a_folder_with_a_text_in_each_language(reader_of):
    reader = reader_of({
        "content/guides/pay/guide.yml": GUIDE,
        "content/guides/pay/en.md": TEXT,
        "content/guides/pay/zh-Hans.md": TEXT,
    })  # fmt: skip
    assert {slug: guide.topic for slug, guide in load_guides(reader).items()} == {"pay": "wages"}
    texts = texts_in(reader, "content/guides/pay", "guide")
    assert {code: prose.language for code, prose in texts.items()} == {"en": "en", "zh-Hans": "zh-Hans"}
    assert reader.problems == []


def test_the_texts_of_a_guide_that_is_broken_are_read_all_the_same(reader_of):
    reader = reader_of({"content/guides/pay/guide.yml": "topic: [", "content/guides/pay/en.md": TEXT + "## Two\n"})
    assert load_guides(reader) == {}
    assert list(texts_in(reader, "content/guides/pay", "guide")) == ["en"]
    assert [problem.rule for problem in reader.problems] == ["yaml/syntax", "prose/heading"]


def test_a_text_that_is_broken_is_left_out_and_told(reader_of):
    reader = reader_of({"content/guides/pay/guide.yml": GUIDE, "content/guides/pay/en.md": "no front matter"})
    assert texts_in(reader, "content/guides/pay", "guide") == {}
    assert [problem.rule for problem in reader.problems] == ["front-matter/missing"]


def test_the_texts_of_a_guide_are_left_to_whoever_makes_its_pages(reader_of):
    reader = reader_of({"content/guides/pay/guide.yml": "topic: [", "content/guides/pay/en.md": b"\xff"})
    load_guides(reader)
    assert [problem.rule for problem in reader.problems] == ["yaml/syntax"]
    assert reader.root / "content/guides/pay/en.md" in reader.read


def test_standing_pages_are_named_after_their_folder(reader_of):
    reader = reader_of({"content/pages/help/en.md": TEXT, "content/pages/about/pt.md": TEXT})
    assert standing_pages(reader) == ("about", "help")
    assert {name: list(texts_in(reader, f"content/pages/{name}", "page")) for name in ("about", "help")} == {
        "about": ["pt"],
        "help": ["en"],
    }


def test_a_folder_that_is_named_as_a_text_is_not_read_as_one(reader_of):
    reader = reader_of({"content/pages/help/en.md": TEXT, "content/pages/help/pt.md/deep.md": TEXT})
    assert standing_pages(reader) == ("help",)
    assert list(texts_in(reader, "content/pages/help", "page")) == ["en"]
    assert reader.problems == []


def test_each_text_knows_where_it_stands(reader_of):
    reader = reader_of({"content/guides/pay/guide.yml": GUIDE, "content/guides/pay/en.md": TEXT})
    load_guides(reader)
    texts_in(reader, "content/guides/pay", "guide")
    assert {("guide", "pay"), ("guide-text", "pay/en")} == set(reader.origins)
