"""What leans on a fact: every place, whatever it is part of, and nothing else."""

import pytest
from tests.conftest import Repository, load_all

from suluh.check.leaning import LONGEST, leaning_on

GUIDE, FACTS = "content/guides/pay/guide.yml", "content/facts/facts.yml"


def leaning(site: Repository, fact: str) -> list[tuple[str, ...]]:
    """Say what leans on a fact: what it is, where it stands, what is said there, and through what."""
    loaded, _ = load_all(site.root)
    assert loaded is not None
    return [
        (f"{one.kind} {one.name}", f"{one.place.file}:{one.place.line}", one.said, *one.through)
        for one in leaning_on(loaded, fact)
    ]


def text(body: str) -> str:
    return f"---\ntitle: A title\nsummary: A summary.\n---\n{body}"


def test_a_text_leans_on_what_it_says_and_on_what_it_cites_in_every_language(good):
    assert leaning(good, "pay-limit") == [
        ("guide pay", "content/guides/pay/en.md:12", "They must pay within {pay-limit} days."),
        ("guide pay", "content/guides/pay/pt.md:12", "Têm de pagar em {pay-limit} dias."),
    ]


def test_what_names_a_phone_line_leans_on_it(good):
    good.write("content/cards/mine/card.yml", "order: 1\nicon: star\nguide: pay\nlines: [lamp-line]\n")
    assert leaning(good, "lamp-line") == [
        ("site site", "content/site.yml:9", "lines: lamp-line"),
        ("guide pay", f"{GUIDE}:11", "lines: lamp-line"),
        ("card mine", "content/cards/mine/card.yml:4", "lines: lamp-line"),
    ]


def test_whatever_rests_on_a_law_leans_on_it_through_what_rests_on_it(good):
    assert leaning(good, "act") == [
        ("guide pay", "content/guides/pay/en.md:12", "They must pay within {pay-limit} days.", "pay-limit"),
        ("guide pay", "content/guides/pay/pt.md:12", "Têm de pagar em {pay-limit} dias.", "pay-limit"),
        ("campaign rest", "campaigns/rest/campaign.yml:4", "bill: bill", "bill"),
        ("campaign rest", "campaigns/rest/en.md:11", "The law leaves many out."),
        ("bill bill", "campaigns/bills/bill.yml:2", "amends: act"),
        ("fact pay-limit", f"{FACTS}:12", "law: act"),
    ]


def test_a_law_that_rests_on_another_is_gone_through(good):
    good.change(FACTS, "- id: act\n", "- {id: code, kind: law, title: {en: Code}, jurisdiction: XA, "
                "domestic_workers: part, values: []}\n- id: act\n  law: code\n")  # fmt: skip
    found = leaning(good, "code")
    assert ("fact act", f"{FACTS}:3", "law: code") in found
    assert ("fact pay-limit", f"{FACTS}:14", "law: act", "act") in found
    assert ("campaign rest", "campaigns/rest/en.md:11", "The law leaves many out.", "act") in found
    assert ("campaign rest", "campaigns/rest/campaign.yml:4", "bill: bill", "act", "bill") in found


def test_a_place_that_leans_on_a_fact_itself_leans_on_it_through_nothing(good):
    good.change("content/guides/pay/en.md", "[^pay-limit]", "[^pay-limit] [^act]")
    [place] = [one for one in leaning(good, "act") if one[1] == "content/guides/pay/en.md:12"]
    assert place[3:] == ()


def test_a_place_that_leans_on_a_law_in_two_ways_is_one_place(good):
    good.change(FACTS, "- id: lamp-line", "- {id: pay-day, kind: law, title: {en: Pay day}, jurisdiction: XA, "
                "domestic_workers: part, law: act, values: []}\n- id: lamp-line")  # fmt: skip
    good.change("content/guides/pay/en.md", "[^pay-limit]", "[^pay-limit] [^pay-day]")
    [place] = [one for one in leaning(good, "act") if one[1] == "content/guides/pay/en.md:12"]
    assert place[3:] == ("pay-limit", "pay-day")


def test_rates_limits_letters_and_pages_lean_on_facts(good):
    head = "order: 1\nicon: star\nguide: pay\n"
    good.write("content/calculators/owed/calculator.yml", f"{head}sum: owed\nrates:\n  days: pay-limit\n")
    good.write("content/pathways/unpaid/pathway.yml", f"{head}risk: low\nstart: told\nnodes:\n  told:\n    kind: date\n"
               "    limit: pay-limit\n  end: {kind: outcome}\ntests: [{answers: [], outcome: end}]\n")  # fmt: skip
    good.write("content/letters/ask/letter.yml", f"{head}blanks: [{{id: name, kind: text}}]\nparagraphs: [ask]\n")
    good.write("content/letters/ask/pt.md", text("## Pedir {#ask}\n\nEm {pay-limit} dias.\n"))
    good.write("content/pages/help/pt.md", text("## Agora {#now}\n\nRespire. [^pay-limit]\n"))
    assert leaning(good, "pay-limit")[2:] == [
        ("page help", "content/pages/help/pt.md:7", "Respire."),
        ("pathway unpaid", "content/pathways/unpaid/pathway.yml:9", "limit: pay-limit"),
        ("letter ask", "content/letters/ask/pt.md:7", "Em {pay-limit} dias."),
        ("calculator owed", "content/calculators/owed/calculator.yml:6", "days: pay-limit"),
    ]


def test_a_recording_leans_on_what_the_section_that_is_read_aloud_leans_on(good):
    entry = '{{language: {}, section: {}, text_digest: "abcdefghijkl", "on": 2026-11-01, by: role:reader}}'
    sounds = [("pt", "law"), ("pt", "today"), ("xx", "law"), ("en", "lost")]
    lines = "".join(f"  - {entry.format(*sound)}\n" for sound in sounds)
    good.write(GUIDE, f"{good.read(GUIDE)}sounds:\n{lines}")
    recordings = [one for one in leaning(good, "pay-limit") if one[0].startswith("recording")]
    assert recordings == [("recording pay", f"{GUIDE}:13", "pt-law.opus")]
    [through] = [one[3:] for one in leaning(good, "act") if one[0].startswith("recording")]
    assert through == ("pay-limit",)


def test_a_fact_that_nothing_names_has_nothing_that_leans_on_it(good):
    good.remove("content/guides/pay/en.md")
    good.remove("content/guides/pay/pt.md")
    assert leaning(good, "pay-limit") == []


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("- One. Within {pay-limit} days. Two. [^act]", "Within {pay-limit} days."),
        ("1. **Ask** for [it](page:help) within\n   {pay-limit} days. [^act]", "Ask for it within {pay-limit} days."),
        ("- Two things: one?\n- Within {pay-limit} days", "Within {pay-limit} days"),
        ("One.\n\nTwo. Three. [^pay-limit]\n\nFour.", "Three."),
        ("- 第一句。必须在{pay-limit}天内付。第三句。", "必须在{pay-limit}天内付。"),
        ("- एक। {pay-limit} दिन में। तीन।", "{pay-limit} दिन में।"),
        (f"- {'a' * 200} {{pay-limit}}", f"{'a' * (LONGEST - 1)}…"),
    ],
    ids=["the second of three", "two lines", "the second item", "cited at the end", "no spaces", "danda", "long"],
)
def test_of_a_place_the_sentence_is_shown(good, block, said):
    good.write("content/guides/pay/en.md", text(f"## The law {{#law}}\n\n{block}\n"))
    assert leaning(good, "pay-limit")[0][2] == said


def test_a_place_is_on_the_line_where_the_fact_is_named(good):
    good.write("content/guides/pay/en.md", text("## Law {#law}\n\n- They\n  must pay\n  within {pay-limit} days.\n"))
    assert leaning(good, "pay-limit")[0][1] == "content/guides/pay/en.md:9"
