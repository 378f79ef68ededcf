"""Guides and standing pages with their texts."""

from suluh.load.guides import load_guides, load_pages

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
    guides, texts = load_guides(reader)
    assert {slug: guide.topic for slug, guide in guides.items()} == {"pay": "wages"}
    assert {code: prose.language for code, prose in texts["pay"].items()} == {"en": "en", "zh-Hans": "zh-Hans"}
    assert reader.problems == []


def test_the_texts_of_a_guide_that_is_broken_are_read_all_the_same(reader_of):
    reader = reader_of({"content/guides/pay/guide.yml": "topic: [", "content/guides/pay/en.md": TEXT + "## Two\n"})
    guides, texts = load_guides(reader)
    assert (list(guides), list(texts)) == ([], ["pay"])
    assert [problem.rule for problem in reader.problems] == ["prose/heading", "yaml/syntax"]


def test_a_text_that_is_broken_is_left_out_and_told(reader_of):
    reader = reader_of({"content/guides/pay/guide.yml": GUIDE, "content/guides/pay/en.md": "no front matter"})
    assert load_guides(reader)[1] == {"pay": {}}
    assert [problem.rule for problem in reader.problems] == ["front-matter/missing"]


def test_standing_pages_are_read_by_their_folder(reader_of):
    reader = reader_of({"content/pages/help/en.md": TEXT, "content/pages/about/pt.md": TEXT})
    assert {name: list(texts) for name, texts in load_pages(reader).items()} == {"about": ["pt"], "help": ["en"]}


def test_a_folder_that_is_named_as_a_text_is_not_read_as_one(reader_of):
    reader = reader_of({"content/pages/help/en.md": TEXT, "content/pages/help/pt.md/deep.md": TEXT})
    assert list(load_pages(reader)["help"]) == ["en"]
    assert reader.problems == []


def test_each_text_knows_where_it_stands(reader_of):
    reader = reader_of({"content/guides/pay/guide.yml": GUIDE, "content/guides/pay/en.md": TEXT})
    load_guides(reader)
    assert {("guide", "pay"), ("guide-text", "pay/en")} == set(reader.origins)
