"""Rules on the directory."""

import pytest

FILE = "directory/organisations/one.yml"
CONTACT = (
    'contact: [{kind: phone, number: "+6620000001", owner: organisation, source: [survey], checked_on: 2017-10-01}]\n'
)
"""As the entry of the good site has it."""


@pytest.mark.parametrize("known", [', "on": 2017-10-01', ", how: phone"], ids=["when", "how"])
def test_a_verified_entry_says_when_and_how(said, known):
    told = """
directory/organisations/one.yml:7:1: error: This entry is called verified, but not when or not how. [directory/verified]
    Add '"on": …' and 'how: …', or write 'state: unverified'.
"""
    assert said((FILE, known, "")) == told


@pytest.mark.parametrize("state", ["unverified", "disputed", "closed"])
def test_an_entry_that_is_not_verified_need_not_say(said, state):
    verified = (FILE, 'verified, "on": 2017-10-01, how: phone, by: role:directory-team', state)
    assert said(verified, (FILE, CONTACT, "")) == ""


def test_a_community_organisation_is_listed_without_its_place(said):
    told = """
directory/organisations/one.yml:8:1: error: This entry says where a community organisation is. [directory/place]
    Delete the line 'base'.
"""
    assert said((FILE, "kind: cso", "kind: cbo")) == told


def test_a_community_organisation_without_a_place_may_be_listed(said):
    assert said((FILE, "kind: cso", "kind: cbo"), (FILE, "base: XA-1\n", "")) == ""


# --- what is wrong is told at its line ---

TWO = "directory/organisations/two.yml"
SECOND = """
name: {en: Two, pt: Dois}
kind: cso
tier: yellow
about: {en: They help too., pt: Também ajudam.}
source: {id: survey, dated: "2026"}
verification: {state: unverified}
""".lstrip()


@pytest.fixture
def told(good, said):
    """Say what is wrong with a second entry that has some more lines."""

    def made(more, old="", new=""):
        good.write(TWO, SECOND.replace(old, new) + more if old else SECOND + more)
        return said()

    return made


def test_a_second_entry_in_which_nothing_is_wrong_may_stand(told):
    assert told("") == ""


@pytest.mark.parametrize(
    ("more", "line", "what", "hint"),
    [
        ("edited: 2026-11-23\n", "7:1", "2026-11-23 has not been yet. [directory/future]",
         "Write the day on which somebody really did it."),
        ('verification: {state: verified, "on": 2027-01-01, how: phone}\n', "6:33",
         "2027-01-01 has not been yet. [directory/future]", "Write the day on which somebody really did it."),
        ("website: {address: 'https://two.example/', source: [survey], checked_on: 2027-01-01}\n", "7:62",
         "2027-01-01 has not been yet. [directory/future]", "Write the day on which somebody really did it."),
        ("networks: [two]\n", "7:12", "This entry is its own network. [directory/own-network]", "Take it out."),
        ("networks: [one]\n", "7:12", "'one' is no network that others belong to. [directory/network]",
         "Take it out: who works with whom is not kept."),
        ("networks: [lost]\n", "7:12", "There is no organisation 'lost'. [references/unknown]",
         "Write one of: one, two."),
        ("lines: [lost]\n", "7:9", "There is no phone line 'lost'. [references/unknown]", "Write one of: lamp-line."),
        ("reach: [XA-9]\n", "7:9", "There is no place 'XA-9'. [references/unknown]", "Did you mean 'XA-1'?"),
        ("services: [unknown]\n", "7:12", "There is no kind of help 'unknown'. [references/unknown]",
         "Write one of: legal-help."),
        ("serves: {people: [giants]}\n", "7:19", "There is no group of people 'giants'. [references/unknown]", ""),
        ("languages: [xx]\n", "7:13", "There is no language 'xx'. [directory/language]", "Write one of: en, mul, pt."),
        ("website: {address: 'https://two.example/', source: [lost], checked_on: 2026-01-01}\n", "7:44",
         "There is no source 'lost'. [references/unknown]", "Write one of: gazette, survey."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_entry_is_told_at_its_line(told, more, line, what, hint):
    old, new = (SECOND.splitlines(keepends=True)[5], "") if more.startswith("verification") else ("", "")
    shown = f"\n{TWO}:{line}: error: {what}\n" + (f"    {hint}\n" if hint else "")
    assert told(more, old, new) == shown


OFFICE = ("kind: cso\ntier: yellow", "kind: government\ntier: green")
"""A public office may be reached without a consent."""
WAY = "owner: organisation, source: [survey], checked_on: 2026-01-01"


@pytest.mark.parametrize(
    ("way", "what"),
    [
        (f"{{kind: phone, {WAY}}}",
         "8:5: error: A way of kind 'phone' has 'number', and only that. [directory/contact]"),
        (f'{{kind: email, number: "+6620000002", {WAY}}}',
         "8:5: error: A way of kind 'email' has 'address', and only that. [directory/contact]"),
        (f'{{kind: phone, number: "+6620000001", {WAY}}}',
         "8:19: error: +6620000001 is already used in directory/organisations/one.yml:11:25. [directory/twice]"),
        (f"{{kind: email, address: two@gmail.com, {WAY}}}",
         "8:19: error: An address at a free mail service is often a person's own. [directory/person]"),
        (f'{{kind: phone, number: "+6620000002", languages: [xx], {WAY}}}',
         "8:54: error: There is no language 'xx'. [directory/language]"),
        (f'{{kind: phone, number: "+6620000002", {WAY}, opening: [{{days: [mo], opens: "18:00", closes: "08:00"}}]}}',
         "8:5: error: Hours end here before they begin. [directory/hours]"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_way_to_reach_somebody_is_told_at_its_line(told, way, what):
    assert f"\n{TWO}:{what}\n" in told(f"contact:\n  - {way}\n", *OFFICE)


def test_a_public_office_may_be_reached_without_a_consent(told):
    assert told(f'contact:\n  - {{kind: phone, number: "+6620000002", {WAY}}}\n', *OFFICE) == ""


def test_the_name_of_what_was_taken_out_is_not_used_again(good, said):
    good.write("directory/gone.yml", "- {id: one, since: 2026-11-01}\n")
    assert "error: 'one' was taken away, and directory/gone.yml says so. [directory/gone]" in said()


def test_an_organisation_that_withdrew_its_consent_is_to_be_taken_out(said):
    told = said((FILE, "covers: [contact]", "covers: [contact], withdrawn: true"))
    assert f"{FILE}:10:47: error: This organisation has withdrawn its consent, so nothing of it may stand here." in told
    assert "    Run: python3 build.py redact one\n" in told
