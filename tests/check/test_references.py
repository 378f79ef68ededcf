"""Rules on names."""

import pytest

FACTS, GUIDE = "content/facts/facts.yml", "content/guides/pay/guide.yml"
EN, PT = "content/guides/pay/en.md", "content/guides/pay/pt.md"
ONE, BILL = "directory/organisations/one.yml", "campaigns/bills/bill.yml"
OFFICE, REST = "campaigns/targets/office.yml", "campaigns/rest/campaign.yml"
PAGE = "contact: [{kind: page, address: 'https://x.example/', checked_on: 2026-11-01, source: [x]}]"
ALL = "Write one of: gazette, survey."

PAGES = "\n    Write one of: campaigns, directory, guides, help, laws, search, stories, tools."


def red(good):
    """Write an entry that is never published."""
    return good.read(ONE).partition("consent")[0].replace("tier: green", "tier: red")


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "what", "hint"),
    [
        ("content/site.yml", "[lamp-line]", "[lamp-lin]", "9:9", "phone line 'lamp-lin'", "Did you mean 'lamp-line'?"),
        ("content/site.yml", "[lamp-line]", "[act]", "9:9", "phone line 'act'", "Write one of: lamp-line."),
        (FACTS, "law: act", "law: acts", "12:3", "law 'acts'", "Did you mean 'act'?"),
        (FACTS, "law: act", "law: lamp-line", "12:3", "law 'lamp-line'", "Write one of: act."),
        (FACTS, "[gazette, survey]", "[gazette, other]", "21:67", "source 'other'", ALL),
        (GUIDE, "[legal-help]", "[legal]", "10:12", "kind of help 'legal'", "Did you mean 'legal-help'?"),
        (GUIDE, "[lamp-line]", "[pay-limit]", "11:9", "phone line 'pay-limit'", "Write one of: lamp-line."),
        (ONE, "id: survey", "id: surveys", "6:10", "source 'surveys'", "Did you mean 'survey'?"),
        (ONE, "base: XA-1", "base: XA-2", "8:1", "place 'XA-2'", "Did you mean 'XA-1'?"),
        (ONE, "[legal-help]", "[legal]", "9:12", "kind of help 'legal'", "Did you mean 'legal-help'?"),
        (BILL, "amends: act", "amends: pay-limit", "2:1", "law 'pay-limit'", "Write one of: act."),
        (BILL, "reading}, source: [gazette]", "reading}, source: [x]", "3:65", "source 'x'", ALL),
        (BILL, '"no", source: [gazette]', '"no", source: [x]', "4:76", "source 'x'", ALL),
        (OFFICE, "[gazette]", "[x]", "3:10", "source 'x'", ALL),
        (REST, "bill: bill", "bill: bell", "4:1", "bill 'bell'", "Did you mean 'bill'?"),
        (REST, "[office]", "[offices]", "5:11", "target 'offices'", "Did you mean 'office'?"),
        (REST, "org: one", "org: two", "15:14", "organisation 'two'", "Write one of: one."),
        (REST, "rest, source: [survey]", "rest, source: [x]", "7:25", "source 'x'", ALL),
        (REST, '"2026-09", source: [survey]', '"2026-09", source: [x]', "7:82", "source 'x'", ALL),
        (REST, "open, source: [survey]", "open, source: [x]", "13:89", "source 'x'", ALL),
        (REST, "letter}, source: [survey]", "letter}, source: [x]", "14:61", "source 'x'", ALL),
        (OFFICE, "checked_on: 2026-11-01", f"checked_on: 2026-11-01\n{PAGE}", "5:88", "source 'x'", ALL),
    ],
)  # fmt: skip
def test_whatever_a_record_names_exists(said, file, old, new, place, what, hint):
    assert said((file, old, new)) == f"\n{file}:{place}: error: There is no {what}. [references/unknown]\n    {hint}\n"


PAY = "campaigns/pay/campaign.yml"


@pytest.mark.usefixtures("campaign")
@pytest.mark.parametrize(
    ("old", "new", "place", "what", "hint"),
    [
        ("letter: {to: office", "letter: {to: offices", "17:10", "target 'offices'", "Did you mean 'office'?"),
        ("call: {to: office", "call: {to: offices", "18:8", "target 'offices'", "Did you mean 'office'?"),
        ("sign_on: {to: one", "sign_on: {to: won", "19:11", "organisation 'won'", "Did you mean 'one'?"),
        ("holder: one", "holder: won", "20:9", "organisation 'won'", "Did you mean 'one'?"),
    ],
)
def test_whatever_is_done_for_a_campaign_names_what_exists(said, old, new, place, what, hint):
    assert said((PAY, old, new)) == f"\n{PAY}:{place}: error: There is no {what}. [references/unknown]\n    {hint}\n"


@pytest.mark.usefixtures("campaign")
@pytest.mark.parametrize(("name", "hint"), [("rent", "Did you mean 'rest'?"), ("draft", "Write one of: rest.")])
def test_a_campaign_leads_on_only_to_one_that_readers_may_see(said, good, name, hint):
    good.write("campaigns/draft/campaign.yml", good.read(REST).replace("state: live", "state: draft"))
    good.write("campaigns/draft/en.md", good.read("campaigns/rest/en.md"))
    closed = '- {state: live, "on": 2026-10-01}\n  - {state: closed, "on": 2026-11-01}'
    told = f"""
{PAY}:19:1: error: There is no campaign '{name}'. [references/unknown]
    {hint}
"""
    changes = (PAY, '- {state: live, "on": 2026-10-01}', closed), (PAY, "call: {", f"follow_up: {name}\ncall: {{")
    assert said(*changes) == told


def test_what_has_no_base_names_none(said):
    assert said((ONE, "base: XA-1\n", "")) == ""


def test_whatever_stands_for_a_value_exists(said):
    told = """
content/guides/pay/en.md:12:24: error: There is no fact 'pay-limits'. [references/fact]
    Did you mean 'pay-limit'?
content/guides/pay/pt.md:12:19: error: There is no fact 'pay-limits'. [references/fact]
    Did you mean 'pay-limit'?
"""
    assert said(*((file, "{pay-limit}", "{pay-limits}") for file in (EN, PT))) == told


def test_whatever_a_statement_cites_exists(said):
    told = """
content/guides/pay/en.md:12:42: error: There is no fact 'x'. [references/fact]
    Write one of: act, lamp-line, pay-limit.
content/guides/pay/pt.md:12:37: error: There is no fact 'x'. [references/fact]
    Write one of: act, lamp-line, pay-limit.
"""
    assert said(*((file, "[^pay-limit]", "[^x]") for file in (EN, PT))) == told


@pytest.mark.parametrize(
    ("target", "what", "hint"),
    [
        ("guide:pey", "guide 'pey'", "\n    Did you mean 'pay'?"),
        ("organisation:two", "organisation 'two'", "\n    Write one of: one."),
        ("campaign:rent", "campaign 'rent'", "\n    Did you mean 'rest'?"),
        ("page:abuot", "page 'abuot'", PAGES),
        ("page:about", "page 'about'", PAGES),
    ],
)
def test_a_link_inside_the_site_leads_somewhere(said, target, what, hint):
    told = f"\ncontent/pages/help/en.md:7:8: error: There is no {what}. [references/link]{hint}\n"
    assert said(("content/pages/help/en.md", "Breathe.", f"[Here]({target}).")) == told


@pytest.mark.parametrize("target", ["guide:pay", "organisation:one", "campaign:rest", "page:help", "page:directory"])
def test_a_link_inside_the_site_may_lead_to_any_page(said, target):
    assert said(("content/pages/help/en.md", "Breathe.", f"[Here]({target}).")) == ""


def test_a_link_does_not_lead_to_what_is_not_published(said, good):
    good.write(
        "directory/organisations/red.yml", good.read(ONE).split("consent")[0].replace("tier: green", "tier: red")
    )
    good.write("campaigns/draft/campaign.yml", good.read(REST).replace("state: live", "state: draft"))
    good.write("campaigns/draft/en.md", good.read("campaigns/rest/en.md"))
    told = """
content/pages/help/en.md:7:8: error: There is no organisation 'red'. [references/link]
    Write one of: one.
content/pages/help/en.md:7:37: error: There is no campaign 'draft'. [references/link]
    Write one of: rest.
"""
    links = "[Here](organisation:red) or [there](campaign:draft)."
    assert said(("content/pages/help/en.md", "Breathe.", links)) == told


def test_who_endorses_is_published(said, good):
    good.write("directory/organisations/red.yml", red(good))
    told = """
campaigns/rest/campaign.yml:15:14: error: There is no organisation 'red'. [references/unknown]
    Write one of: one.
"""
    assert said((REST, "org: one", "org: red")) == told


def test_two_laws_do_not_rest_on_each_other(said, good):
    head = "title: {en: Code}, jurisdiction: XA, domestic_workers: unknown, values: []"
    good.write("content/facts/code.yml", f"- {{id: code, kind: law, law: act, {head}}}\n")
    told = """
content/facts/code.yml:1:25: error: This goes round in a circle: code → act → code. [references/circle]
    Let one of them stand on its own.
content/facts/facts.yml:3:3: error: This goes round in a circle: act → code → act. [references/circle]
    Let one of them stand on its own.
"""
    assert said((FACTS, "- id: act\n  kind: law\n", "- id: act\n  kind: law\n  law: code\n")) == told


def test_a_law_does_not_rest_on_itself(said):
    told = """
content/facts/facts.yml:3:3: error: This goes round in a circle: act → act. [references/circle]
    Let one of them stand on its own.
"""
    assert said((FACTS, "- id: act\n  kind: law\n", "- id: act\n  kind: law\n  law: act\n")) == told


@pytest.mark.parametrize(
    ("file", "icon", "place"),
    [(GUIDE, "icon: star", "3:1"), ("directory/services.yml", "icon: star", "1:38"), (REST, "icon: lamp", "3:1")],
)
def test_every_icon_exists(said, file, icon, place):
    told = f"\n{file}:{place}: error: There is no icon 'stars'. [references/icon]\n    Did you mean 'star'?\n"
    assert said((file, icon, "icon: stars")) == told


@pytest.mark.parametrize(
    ("old", "new", "kind", "name"),
    [
        ("content/guides/pay", "content/guides/Pay Day", "guide", "Pay Day"),
        ("campaigns/rest", "campaigns/rest_day", "campaign", "rest_day"),
    ],
)
def test_a_folder_is_named_so_that_it_can_be_an_address(said, good, old, new, kind, name):
    good.path(old).rename(good.path(new))
    lines = said().splitlines()
    file = f"{new}/{kind}.yml"
    assert f"{file}:1:1: error: '{name}' cannot be the name of this {kind}. [ids/form]" in lines
    assert "    Name its file or folder in lower-case letters, digits and single hyphens." in lines


@pytest.mark.parametrize(
    ("old", "kind"),
    [(ONE, "organisation"), (BILL, "bill"), (OFFICE, "target")],
)
def test_a_file_is_named_so_that_it_can_be_an_address(said, good, old, kind):
    file = f"{old.rpartition('/')[0]}/Two--Words.yml"
    good.path(old).rename(good.path(file))
    assert f"\n{file}:1:1: error: 'Two--Words' cannot be the name of this {kind}. [ids/form]\n" in said()


def test_a_standing_page_is_one_that_the_site_has(said, good):
    good.write("content/pages/abuot/en.md", good.read("content/pages/help/en.md"))
    told = """
content/pages/abuot/en.md:1:1: error: 'abuot' is not a page of this site. [references/page]
    Did you mean 'about'?
"""
    assert said() == told


def test_a_standing_page_that_the_site_leaves_out_is_not_lost_silently(said, good):
    good.write("content/pages/about/en.md", good.read("content/pages/help/en.md"))
    told = """
content/pages/about/en.md:1:1: error: 'about' is not a page of this site. [references/page]
    Write one of: help.
"""
    assert said(("content/site.yml", "lines: [", "pages: [help]\nlines: [")) == told
