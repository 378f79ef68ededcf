"""All rules together."""

import inspect

from suluh import check
from suluh.check import RULES, campaigns, directory, facts, freshness, languages, references, safety, translations

ROOMS = (campaigns, directory, facts, freshness, languages, references, safety, translations)


def test_the_good_site_is_good(said):
    assert said() == ""


def test_every_rule_that_is_written_is_held():
    written = {
        rule
        for room in ROOMS
        for name, rule in inspect.getmembers(room, inspect.isgeneratorfunction)
        if rule.__module__ == room.__name__ and not name.startswith("_")
    }
    assert written - set(RULES) == {references.icons_exist}  # asked with the icons, beside the others


def test_every_room_of_rules_is_entered():
    modules = {name for name, _ in inspect.getmembers(check, inspect.ismodule)}
    assert {room.__name__.rpartition(".")[2] for room in ROOMS} == modules - {"waivers"}


def test_every_rule_is_said_in_a_sentence_of_its_own():
    sentences = [inspect.getdoc(rule) or "" for rule in RULES]
    assert [text for text in sentences if not text.endswith(".")] == []
    assert len(set(sentences)) == len(RULES)
