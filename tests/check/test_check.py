"""All rules together."""

import inspect

from tests.check.conftest import ICONS, TODAY, in_parts
from tests.conftest import load_all

from suluh import check
from suluh.check import (
    OF_TEXTS,
    RULES,
    acting,
    calculators,
    campaigns,
    days,
    directory,
    facts,
    freshness,
    gathering,
    glossary,
    guides,
    languages,
    paper,
    pathways,
    references,
    reports,
    safety,
    stories,
    targets,
    tools,
    translations,
    wording,
    writing,
)
from suluh.problem import in_order

ROOMS = (
    acting,
    calculators,
    campaigns,
    days,
    directory,
    facts,
    freshness,
    gathering,
    glossary,
    guides,
    languages,
    paper,
    pathways,
    references,
    reports,
    safety,
    stories,
    targets,
    tools,
    translations,
    wording,
    writing,
)
BESIDE = (
    references.icons_exist,
    translations.units_name_what_exists,
    translations.backs_are_of_what_is_written,
    glossary.glossary_is_followed,
    paper.fonts_have_every_script,
    paper.fonts_have_every_sign,
)
"""Rules that are asked with more than the site and the day."""
ANSWERS = {
    *("changes", "contacts", "due", "leaning", "lines", "names", "numbers", "private", "telling", "texts"),
    "whereabouts",
}
"""Modules that hold no rules: they answer those who ask, or rules."""


def test_the_good_site_is_good(said):
    assert said() == ""


def test_every_rule_that_is_written_is_held():
    written = {
        rule
        for room in ROOMS
        for name, rule in inspect.getmembers(room, inspect.isgeneratorfunction)
        if rule.__module__ == room.__name__ and not name.startswith("_")
    }
    assert written - set(RULES) == set(BESIDE)


def test_every_room_of_rules_is_entered():
    modules = {name for name, _ in inspect.getmembers(check, inspect.ismodule)}
    assert {room.__name__.rpartition(".")[2] for room in ROOMS} == modules - ANSWERS


def test_every_rule_is_said_in_a_sentence_of_its_own():
    sentences = [inspect.getdoc(rule) or "" for rule in (*RULES, *BESIDE)]
    assert [text for text in sentences if not text.endswith(".")] == []
    assert len(set(sentences)) == len(sentences)


def test_the_rules_on_long_texts_are_rules_on_the_whole_site_too():
    assert [rule for rule in RULES if rule in OF_TEXTS] == list(OF_TEXTS)


def test_a_site_full_of_faults_is_told_the_same_part_by_part(site_at):
    site, _ = load_all(site_at("faults").root)
    assert site is not None
    told = in_order(check.check(site, TODAY, ICONS))
    assert len({problem.rule for problem in told if problem.place.file.endswith(".md")}) > 10
    assert in_order(in_parts(site, TODAY)) == told
