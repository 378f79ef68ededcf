"""Rules on pathways."""

import pytest

pytestmark = pytest.mark.usefixtures("tools")

FILE = "content/pathways/unpaid/pathway.yml"

WRONG = {
    "no way to say that one does not know": (
        ("      - {id: unsure, next: now}\n", ""),
        [
            "en.md:11:1: error: Nothing in pathway.yml asks for the section 'safe-unsure'. [texts/sections]",
            'pathway.yml:7:3: error: This question cannot be answered with "I don\'t know". [pathways/unsure]',
        ],
    ),
    "a date with answers of its own": (
        ("{id: past, next: now}, {id: unsure, next: now}]", "{id: unsure, next: now}, {id: past, next: now}]"),
        [
            "en.md:1:1: error: The sections stand in another order. [texts/sections]",
            (
                "pathway.yml:14:3: error: A question of the kind 'date' has the answers within, past, unsure. "
                "[pathways/kind]"
            ),
        ],
    ),
    "a date without a limit": (
        ("    limit: pay-limit\n", ""),
        ["pathway.yml:14:3: error: This is not how a step of the kind 'date' is written. [pathways/kind]"],
    ),
    "something to know that leads nowhere": (
        ("{kind: info, next: told}", "{kind: info}"),
        [
            "pathway.yml:13:3: error: Only a step of the kind 'info' has a 'next', and it needs one. [pathways/kind]",
            "pathway.yml:14:3: error: No answer leads to this step. [pathways/unreachable]",
            "pathway.yml:19:3: error: No answer leads to this step. [pathways/unreachable]",
            (
                "pathway.yml:22:5: error: These answers lead to nowhere: 1 answers are left at '', not to 'later'. "
                "[pathways/test]"
            ),
        ],
    ),
}


def test_a_circle_is_told_with_the_way_it_goes(said):
    told = said((FILE, "{id: past, next: now}", "{id: past, next: know}"))
    assert "pathway.yml:13:3: error: This goes round in a circle: know → told → know. [pathways/circle]" in told


@pytest.mark.parametrize("name", WRONG)
def test_a_pathway_that_does_not_hold_together_is_told(said, name):
    change, told = WRONG[name]
    lines = [line.rpartition("unpaid/")[2] for line in said((FILE, *change)).splitlines() if line.startswith("content")]
    assert lines == told


def test_a_step_that_is_not_there_is_told_where_it_is_named(said):
    told = said((FILE, "{id: danger, next: now}", "{id: danger, next: nwo}"))
    assert "error: There is no step 'nwo'. [references/unknown]\n    Did you mean 'now'?" in told


def test_a_question_has_at_most_seven_answers(said):
    more = "".join(f"      - {{id: o{n}, next: now}}\n" for n in range(5))
    texts = "".join(f"## {n} {{#safe-o{n}}}\n\n" for n in range(5))
    told = said(
        (FILE, "      - {id: unsure, next: now}\n", f"      - {{id: unsure, next: now}}\n{more}"),
        ("content/pathways/unpaid/en.md", "## Something", f"{texts}## Something"),
    )
    assert "A question has at most 7 answers, each once. [pathways/answers]" in told


def test_no_way_asks_more_than_eight_questions(said):
    following = [*(f"q{n}" for n in range(1, 8)), "now"]
    asks = "".join(
        f"  q{n}: {{kind: choice, options: [{{id: fine, next: {name}}}, {{id: unsure, next: now}}]}}\n"
        for n, name in enumerate(following)
    )
    texts = "".join(f"## {n} {{#q{n}}}\n\n## Yes {{#q{n}-fine}}\n\n## ? {{#q{n}-unsure}}\n\n" for n in range(8))
    told = said(
        (FILE, "{id: danger, next: now}", "{id: danger, next: q0}"),
        (FILE, "  know: {kind", f"{asks}  know: {{kind"),
        (FILE, "{answers: [danger], outcome: now}", "{answers: [unsure], outcome: now}"),
        ("content/pathways/unpaid/en.md", "## Something", f"{texts}## Something"),
    )
    assert told.count("[pathways/deep]") == 1
    assert "9 questions stand before this step; 8 are the most." in told


def test_an_outcome_leads_to_a_line_or_to_somebody_who_was_verified(said):
    assert "[pathways/no-help]" in said((FILE, "lines: [lamp-line], services", "services"))
    unverified = ("directory/organisations/one.yml", "state: verified", "state: unverified")
    assert "pathway.yml:19:3: error: This outcome leads to nobody who can be called. [pathways/no-help]" in said(
        unverified
    )


def test_every_outcome_is_tried(said):
    assert (
        said((FILE, "  - {answers: [fine, within], outcome: later}\n", ""))
        == """
content/pathways/unpaid/pathway.yml:19:3: error: No test leads to this outcome. [pathways/untested]
    Add one: {answers: […], outcome: later}.
"""
    )


@pytest.mark.parametrize(
    ("answers", "end"),
    [("danger, fine", "nowhere: 1 answers are left at 'now'"), ("fine", "the question 'told', which has no answer"),
     ("fine, maybe", "the question 'told', which has no answer 'maybe'"), ("unsure", "now")],
)  # fmt: skip
def test_a_trial_that_ends_elsewhere_is_told_where_it_ends(said, answers, end):
    told = said((FILE, "{answers: [fine, within], outcome: later}", f"{{answers: [{answers}], outcome: later}}"))
    assert f"These answers lead to {end}, not to 'later'. [pathways/test]" in told


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [("guide: pay\n", "guide: pya\n", "guide 'pya'"), ("limit: pay-limit", "limit: lamp-line", "limit 'lamp-line'"),
     ("lines: [lamp-line]", "lines: [lamp]", "phone line 'lamp'"), ("letters: [ask]", "letters: [aks]", "letter 'aks'"),
     ("section: today", "section: tomorrow", "section of a guide 'tomorrow'")],
)  # fmt: skip
def test_what_a_pathway_names_exists(said, old, new, what):
    assert f"There is no {what}. [references/unknown]" in said((FILE, old, new))
