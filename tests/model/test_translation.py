"""How far a translation can be trusted."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.model.translation import HIDDEN, REPLACED, TRUSTED, Original, Severity, State, Written, digest
from suluh.model.unit import Change, Unit, Units, state_of

NOW, THEN, FIRST = digest("The text."), digest("The text as it was."), digest("The text as it first was.")
LAW = Original("guides/pay#law", "The text.")
CHECKED = sorted({"reviewed", "community-checked"})
SEVERITIES = get_args(Severity)


def units(state: Written, source: str = NOW, **more: object) -> Units:
    unit = {"state": state, "source_digest": source, "by": ("role:reader",), **more}
    return {"guides/pay": {"law": Unit.model_validate(unit)}}


def change(before: str, after: str, severity: str) -> Change:
    told = {"text": LAW.key, "from": before, "to": after, "severity": severity, "on": date(2026, 11, 1)}
    return Change.model_validate(told)


def stale(*changes: Change, original: Original = LAW, source: str = THEN, **more: object) -> State:
    return state_of(units("reviewed", source, **more), original, "A text.", {LAW.key: changes})


@pytest.mark.parametrize("state", CHECKED)
def test_what_was_checked_is_trusted_while_its_source_stands(state):
    assert state_of(units(state), LAW, "A text.", {}) == state


@pytest.mark.parametrize("state", [*CHECKED, "machine"])
def test_what_readers_see_is_stale_when_its_source_has_changed(state):
    assert state_of(units(state, THEN), LAW, "A text.", {}) == "stale-material"


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_readers_do_not_see_stays_what_it_is(state):
    for source in (NOW, THEN):
        assert state_of(units(state, source), LAW, "A text.", {}) == state


def test_what_nobody_speaks_of_comes_from_a_machine():
    assert state_of(units("reviewed"), replace(LAW, key="guides/pay#help"), "A text.", {}) == "machine"
    assert state_of({}, LAW, "A text.", {}) == "machine"


def test_what_is_not_there_is_missing_whatever_is_written_of_it():
    assert state_of(units("reviewed"), LAW, None, {}) == "missing"


def test_what_was_edited_since_it_was_checked_is_not_checked():
    known = units("reviewed", text_digest=digest("A text."))
    assert state_of(known, LAW, "A  text.\n", {}) == "reviewed"
    assert state_of(known, LAW, "Another text.", {}) == "machine"


def test_where_much_is_at_risk_two_must_have_read_it():
    high = replace(LAW, risk="high")
    assert state_of(units("reviewed"), high, "A text.", {}) == "machine"
    assert state_of(units("reviewed", by=("role:one", "role:two")), high, "A text.", {}) == "reviewed"


def test_a_change_of_a_critical_text_is_critical_if_nobody_says_otherwise():
    critical = replace(LAW, critical=True)
    assert stale(original=critical) == "stale-critical"
    assert stale(change(THEN, NOW, "minor"), original=critical) == "stale-minor"


def test_a_change_of_a_text_whose_facts_changed_too_is_critical():
    assert stale(original=replace(LAW, facts=NOW), facts_digest=THEN) == "stale-critical"
    assert stale(original=replace(LAW, facts=THEN), facts_digest=THEN) == "stale-material"


def test_facts_that_change_alone_leave_the_translation_as_right_as_the_source():
    assert stale(original=replace(LAW, facts=NOW), source=NOW, facts_digest=THEN) == "reviewed"


def test_a_change_that_nobody_marked_is_material_whatever_was_marked_before():
    assert stale(change(FIRST, THEN, "minor"), source=FIRST) == "stale-material"


@given(st.lists(st.sampled_from(SEVERITIES), min_size=1, max_size=4), st.booleans(), st.randoms())
def test_of_several_changes_the_gravest_counts(severities, critical, random):
    texts = [*(digest(str(number)) for number in range(len(severities))), NOW]
    changes = [change(*pair, severity) for pair, severity in zip(pairwise(texts), severities, strict=True)]
    random.shuffle(changes)
    gravest = max(severities, key=SEVERITIES.index)
    assert stale(*changes, original=replace(LAW, critical=critical), source=texts[0]) == f"stale-{gravest}"


def test_changes_that_lead_in_a_circle_are_followed_once():
    assert stale(change(THEN, FIRST, "minor"), change(FIRST, THEN, "minor")) == "stale-material"


def test_nothing_is_trusted_and_hidden_at_once():
    assert set() == TRUSTED & REPLACED
    assert HIDDEN < REPLACED
    assert set(get_args(State)) >= TRUSTED | REPLACED


def test_a_digest_stays_what_it_is_in_the_files_of_writers():
    assert digest("The text.") == "ojjjlbkglapj"


@given(st.text())
def test_a_digest_is_twelve_letters_so_that_nobody_takes_it_for_a_phone_number(text):
    assert re.fullmatch(r"[a-p]{12}", digest(text))


@given(
    st.lists(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="*"), min_size=1), min_size=1),
    st.sampled_from(["\n", "  ", " \t", " **"]),
)
def test_spacing_and_emphasis_do_not_change_a_digest(words, gap):
    assert digest(" ".join(words)) == digest(f"{gap}{gap.join(words)}\n")
