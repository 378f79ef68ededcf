"""Somebody who does not know what to do walks through a pathway: with script and without, by touch and by keyboard."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser
from tests.browser.conftest import Phone, asked, kept
from tests.conftest import ROOT

from suluh.model.pathway import Pathway, Trial
from suluh.source import parse_yaml

FILES = {path.parent.name: path for path in sorted(ROOT.glob("content/pathways/*/pathway.yml"))}
PATHWAYS = {name: Pathway(**parse_yaml(str(path), path.read_text("utf-8")).value) for name, path in FILES.items()}
HELD = [name for name, one in PATHWAYS.items() if {"date", "money"} & {node.kind for node in one.nodes.values()}]

HOME = ZoneInfo("Asia/Kuala_Lumpur")
NIGHT = datetime(2026, 11, 22, 23, 30, tzinfo=HOME)
"""In Malaysia this day is nearly over, in Europe it is not."""

SHOWN = "[...document.querySelectorAll('.pathway__step')].filter((one) => one.checkVisibility()).map((one) => one.id)"


def numbered(pathway: Pathway) -> dict[str, str]:
    """Name the steps as the page does: by their number, of which the first is 1."""
    order = dict.fromkeys((pathway.start, *pathway.nodes))
    return {name: f"step-{number}" for number, name in enumerate(order, 1)}


def opened(phone: Phone, site: str, route: str, **kind: object) -> Page:
    """Open a pathway on a phone in Malaysia, late in the evening."""
    page = phone(script=True, timezone_id="Asia/Kuala_Lumpur", locale="en-GB", **kind).new_page()
    page.clock.set_fixed_time(NIGHT)
    page.goto(site + route)
    return page


def typed(kind: str, answer: str, limit: int) -> str:
    """Give the last day, or the amount, that still belongs to an answer."""
    if kind == "date":
        return f"{NIGHT.date() - timedelta(limit if answer == 'within' else limit + 1):%Y-%m-%d}"
    return f"RM {limit / 100:,.2f}" if answer == "over" else f"{(limit - 1) / 100:.2f}"


Move = tuple[str, str, str]
"""A step, what is pressed there, and what is typed before."""


def moves(pathway: Pathway, trial: Trial, limits: dict[str, int]) -> Iterator[Move]:
    """Answer every question as a trial does; a day and an amount are typed, unless the answer is not known."""
    steps, answers, now = numbered(pathway), deque(trial.answers), pathway.start
    while pathway.nodes[now].kind != "outcome":
        node, step = pathway.nodes[now], steps[now]
        if node.kind == "info":
            yield step, ".pathway__answer", ""
            now = str(node.next)
            continue
        answer = answers.popleft()
        if node.limit and answer != "unsure":
            yield step, "[data-held]", typed(node.kind, answer, limits[step])
        else:
            yield step, f"[data-answer={answer}]", ""
        now = next(option.next for option in node.options if option.id == answer)
    assert not answers


LIMITS = """() => Object.fromEntries([...document.querySelectorAll('[data-limit]')].map(
  (one) => [one.closest('.pathway__step').id, Number(one.dataset.limit)]))"""

WALK = """(moves) => {
  const all = [...document.querySelectorAll(".pathway__step")];
  const shown = () => all.filter((one) => one.checkVisibility()).map((one) => one.id).join();
  const way = [];
  for (const [step, pressed, typed] of moves) {
    way.push(shown());
    if (typed) document.querySelector(`#${step} .pathway__input`).value = typed;
    document.querySelector(`#${step} ${pressed}`).click();
  }
  return [...way, shown()];
}"""
"""Press what is to be pressed, and tell which steps were shown each time."""


@pytest.mark.parametrize("code", ["en", "ms"])
@pytest.mark.parametrize("name", PATHWAYS)
def test_every_trial_ends_at_its_outcome_alone_and_nothing_of_the_answers_is_kept(
    phone: Phone, site: str, name: str, code: str
) -> None:
    pathway = PATHWAYS[name]
    page = opened(phone, site, f"{code}/pathways/{name}/")
    before, requests = kept(page), asked(page)
    limits = page.evaluate(LIMITS)
    for trial in pathway.tests:
        way = list(moves(pathway, trial, limits))
        wanted = [*(step for step, _, _ in way), numbered(pathway)[trial.outcome]]
        assert page.evaluate(WALK, way) == wanted
        page.evaluate("document.querySelector('[data-again]').click()")
        assert page.evaluate(SHOWN) == ["step-1"]
    assert kept(page) == before
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert requests == []


def test_back_leads_to_the_question_before_and_from_the_first_there_is_no_way_back(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/pathways/not-paid/")
    back, again = page.locator("[data-back]"), page.locator("[data-again]")
    expect(back).to_be_hidden()
    expect(again).to_be_hidden()
    way = []
    for answer in ("fine", "other", "peninsula", "less"):
        way.append(page.evaluate(SHOWN))
        page.locator(f".pathway__step:visible [data-answer={answer}]").click()
    for shown in reversed(way):
        back.click()
        assert page.evaluate(SHOWN) == shown
    expect(back).to_be_hidden()


def held(page: Page, name: str) -> None:
    """Walk to the question of a pathway that is held against a limit, and type something that is not sent off."""
    pathway = PATHWAYS[name]
    asking = next(node for node, one in pathway.nodes.items() if one.limit)
    ways = [list(moves(pathway, trial, page.evaluate(LIMITS))) for trial in pathway.tests]
    way = next(way for way in ways if way[-1][0] == numbered(pathway)[asking])
    assert page.evaluate(WALK, way[:-1])[-1] == numbered(pathway)[asking]
    page.locator(".pathway__input:visible").fill("2026-11-02" if pathway.nodes[asking].kind == "date" else "1200")


INPUTS = "[...document.querySelectorAll('.pathway__input')].map((one) => one.value).join('')"
HIDE = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"


@pytest.mark.parametrize("name", HELD)
def test_what_was_typed_is_gone_after_back_after_starting_over_and_after_leaving(
    phone: Phone, site: str, name: str
) -> None:
    page = opened(phone, site, f"en/pathways/{name}/")
    held(page, name)
    assert page.evaluate(INPUTS) != ""
    page.locator("[data-back]").click()
    assert page.evaluate(INPUTS) == ""
    page.locator("[data-again]").click()
    held(page, name)
    page.locator("[data-again]").click()
    assert (page.evaluate(SHOWN), page.evaluate(INPUTS)) == (["step-1"], "")
    held(page, name)
    page.evaluate(HIDE)  # as where the browser keeps the page as it is, to show it again at once
    assert (page.evaluate(SHOWN), page.evaluate(INPUTS)) == (["step-1"], "")
    held(page, name)
    page.goto(f"{site}en/")
    page.go_back()
    assert (page.evaluate(SHOWN), page.evaluate(INPUTS)) == (["step-1"], "")
    expect(page.locator("[data-back]")).to_be_hidden()


def test_a_day_that_is_not_typed_to_its_end_answers_nothing(phone: Phone, site: str) -> None:
    """A browser takes 11/11/2 for a day as soon as the year has its first digit."""
    page = opened(phone, site, "en/pathways/leaving/")
    held(page, "leaving")
    shown = page.evaluate(SHOWN)
    page.locator(".pathway__input:visible").fill("")
    page.locator(".pathway__input:visible").focus()
    page.keyboard.type("11112026")  # the day and the month in whichever order
    assert page.evaluate(SHOWN) == shown
    page.locator(".pathway__step:visible [data-held]").click()
    assert page.evaluate(SHOWN) == [numbered(PATHWAYS["leaving"])["out-in-time"]]


AMOUNTS = {
    "out-minimum": ("1,200", "1.200", "rm1 200.50", "၁၂၀၀", "१२००"),
    "out-claim": ("2,000", "2.000,00", "۲۰۰۰"),
}


def test_an_amount_is_read_as_people_write_it(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/pathways/not-paid/")
    held(page, "not-paid")
    for outcome, ways in AMOUNTS.items():
        for written in ways:
            page.locator(".pathway__input:visible").fill(written)
            page.keyboard.press("Enter")
            assert page.evaluate(SHOWN) == [numbered(PATHWAYS["not-paid"])[outcome]], written
            page.evaluate("document.querySelector('[data-back]').click()")


def test_what_is_no_amount_leads_nowhere_and_is_marked(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/pathways/not-paid/")
    held(page, "not-paid")
    shown, field = page.evaluate(SHOWN), page.locator(".pathway__input:visible")
    for written in ("", "much", "1200.505", "-5"):
        field.fill(written)
        page.keyboard.press("Enter")
        assert page.evaluate(SHOWN) == shown, written
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_be_focused()
    page.locator("[data-back]").click()
    assert page.locator(".pathway__input[aria-invalid]").count() == 0


# --- without script, and on paper -------------------------------------------------------------------------------------


def pages_of(flagship: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Read the page of every pathway in every language."""
    for path in sorted(flagship.glob("*/pathways/*/index.html")):
        yield path.parent.relative_to(flagship).as_posix(), LexborHTMLParser(path.read_text("utf-8"))


def test_without_script_links_lead_from_the_first_step_to_every_outcome_and_each_has_a_number_to_call(
    flagship: Path,
) -> None:
    seen, dead, mute = 0, [], []
    for name, tree in pages_of(flagship):
        steps = {node.id: node for node in tree.css(".pathway__step")}
        reached, open_ = {"step-1"}, ["step-1"]
        while open_:
            found = {str(link.attributes["href"])[1:] for link in steps[open_.pop()].css("a[href^='#']")}
            open_ += found - reached
            reached |= found
        seen += len(steps)
        dead += [f"{name}#{step}" for step in steps if step not in reached]
        mute += [f"{name}#{node.id}" for node in tree.css(".pathway__step--outcome") if not node.css("a[href^='tel:']")]
    assert seen > 14 * sum(len(one.nodes) for one in PATHWAYS.values()) - 100
    assert (dead, mute) == ([], [])


def test_without_script_all_steps_stand_below_each_other_and_an_answer_leads_to_one(phone: Phone, site: str) -> None:
    page = phone().new_page()
    page.goto(f"{site}ur/pathways/not-paid/")
    assert len(page.evaluate(SHOWN)) == len(PATHWAYS["not-paid"].nodes)
    for key in (".pathway__tools", ".pathway__input", ".pathway__held"):
        assert [one for one in page.locator(key).all() if one.is_visible()] == []
    page.locator("#step-1 [data-answer=fine]").click()
    assert page.url.endswith("#step-2")
    expect(page.locator("#step-2 h2")).to_be_in_viewport()


def test_all_steps_are_printed_with_their_numbers_wherever_somebody_stands(phone: Phone, site: str) -> None:
    page = opened(phone, site, "ms/pathways/injured/")
    page.locator("#step-1 [data-answer=fine]").click()
    page.emulate_media(media="print")
    assert len(page.evaluate(SHOWN)) == len(PATHWAYS["injured"].nodes)
    for piece in (".pathway__number", ".pathway__goto"):
        assert all(one.is_visible() for one in page.locator(piece).all())
    for key in (".pathway__tools", ".dock"):
        expect(page.locator(key)).to_be_hidden()
    colours = "(one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    assert page.locator("#step-1 .pathway__number").evaluate(colours) == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]


# --- by keyboard ------------------------------------------------------------------------------------------------------

HEADING = """() => {
  const one = document.activeElement, {top, bottom} = one.getBoundingClientRect();
  return {
    step: one.matches("h2") && one.closest(".pathway__step").id,
    seen: top >= 0 && bottom <= document.querySelector(".dock").getBoundingClientRect().top,
    outline: getComputedStyle(one).outlineStyle !== "none",
  };
}"""


def tab_to(page: Page, query: str) -> None:
    """Press Tab until something has the focus; it must not be far."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("(query) => document.activeElement.matches(query)", query):
            return
    pytest.fail(f"{query} is not reached by keyboard")


@pytest.mark.parametrize(("code", "width"), [("en", 390), ("ur", 320)])
def test_by_keyboard_each_answer_leads_to_the_heading_of_the_next_question(
    phone: Phone, site: str, code: str, width: int
) -> None:
    pathway = PATHWAYS["leaving"]
    page = opened(phone, site, f"{code}/pathways/leaving/", width=width)
    page.locator(".lead").focus()
    page.evaluate("document.querySelector('#main').focus()")
    ways = [("fine", "home"), ("other", "what"), ("dismissed", "day")]
    for answer, following in ways:
        tab_to(page, f"[data-answer={answer}]")
        page.keyboard.press("Enter")
        assert page.evaluate(HEADING) == {"step": numbered(pathway)[following], "seen": True, "outline": True}
    tab_to(page, ".pathway__input")
    page.keyboard.type("11112026")
    tab_to(page, "[data-held]")
    page.keyboard.press("Enter")
    assert page.evaluate(HEADING) == {"step": numbered(pathway)["out-in-time"], "seen": True, "outline": True}
    tab_to(page, "a[href^='tel:']")
    for key, shown in (("back", "day"), ("again", "safe")):
        page.locator(f"[data-{key}]").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(HEADING)["step"] == numbered(pathway)[shown]


def test_a_finger_leaves_no_ring_round_the_next_question(phone: Phone, site: str) -> None:
    page = opened(phone, site, "en/pathways/afraid/")
    page.locator("#step-1 [data-answer=fine]").tap()
    heading = page.evaluate(HEADING)
    assert (heading["step"], heading["seen"], heading["outline"]) == ("step-2", True, False)
