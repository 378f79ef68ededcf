"""Finding somebody who can help: in three taps, by narrowing down, on a map, and at what hour."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import brotli
import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import NUMBERS, Host, Phone, asked, kept
from tests.browser.test_axe import ALL, violations
from tests.conftest import ROOT, TODAY, Repository, copied

from suluh.pipeline import Order, build
from suluh.resolve.opening import clock

NUMBER = "a.call[href^='tel:']"
FIRST = 844  # what a phone shows at once


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_the_door_to_a_number_in_three_taps_in_nepali(site: str, phone: Phone, script: bool) -> None:
    page = phone(script=script, locale="ne-NP").new_page()
    page.goto(site)
    page.get_by_role("link", name="नेपाली").tap()
    page.wait_for_url("**/ne/")
    page.locator("main a[href$='ne/directory/']").tap()
    page.wait_for_url("**/ne/directory/")
    number = page.locator(NUMBER).first
    assert number.get_attribute("href") == "tel:999"
    box = number.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < FIRST, "the third tap needs no scrolling"
    assert min(box["width"], box["height"]) >= 44


@pytest.fixture
def finder(site: str, phone: Phone) -> Page:
    """Open the page to narrow down, in English."""
    page = phone(script=True).new_page()
    page.goto(f"{site}en/find/")
    expect(page.locator(".finder__status")).to_contain_text("Found")
    return page


def choose(page: Page, **chosen: str) -> None:
    for name, value in chosen.items():
        page.locator(f"select[name={name}]").select_option(value)


def found(page: Page, which: int = 0) -> list[str]:
    """Name all that was found for certain, or, `which=1`, those of whom something is not known."""
    more = page.locator("[data-more]")
    while more.is_visible():
        shown = page.locator(".finder__name").count()
        more.tap()
        expect(page.locator(".finder__name")).not_to_have_count(shown)
    return page.locator(".finder__found").nth(which).locator(".finder__name").all_text_contents()


def listed(page: Page, address: str) -> list[str]:
    page.goto(address)
    return page.locator(".card__name").all_text_contents()


@pytest.mark.parametrize(
    ("chosen", "route"),
    [
        ({}, ""),
        ({"need": "legal-support"}, "for/legal-support/"),
        ({"place": "MY-07"}, "in/my-07/"),
        ({"need": "legal-support", "place": "MY-10"}, "for/legal-support/my-10/"),
        ({"language": "ne"}, "speaking/ne/"),
    ],
)
def test_what_is_narrowed_down_to_is_what_the_lists_say(
    finder: Page, site: str, chosen: dict[str, str], route: str
) -> None:
    choose(finder, **chosen)
    names = found(finder)
    assert names
    assert sorted(names) == sorted(listed(finder, f"{site}en/directory/{route}"))


def test_of_whom_it_is_not_known_is_shown_apart_and_not_left_out(finder: Page) -> None:
    choose(finder, language="ne")
    expect(finder.locator(".finder__perhaps")).to_be_visible()
    assert set(found(finder, 1)).isdisjoint(found(finder))
    choose(finder, language="")
    expect(finder.locator(".finder__perhaps")).to_be_hidden()


def test_nothing_that_is_chosen_is_kept_or_sent(finder: Page) -> None:
    before, sent = kept(finder), asked(finder)
    choose(finder, need="medical", place="MY-10", kind="cso")
    expect(finder.locator(".finder__status")).to_contain_text("Found")
    assert kept(finder) == before
    assert all("medical" not in address and "MY-10" not in address for address in sent)
    finder.reload()
    expect(finder.locator("select[name=need]")).to_have_value("")


def test_choices_are_in_an_address_only_when_the_reader_asks(finder: Page, site: str) -> None:
    finder.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(finder, need="medical", place="MY-10")
    finder.locator(".finder [data-share]").tap()
    expect(finder.locator(".finder [data-share]")).to_have_text("Copied")
    link = finder.evaluate("navigator.clipboard.readText()")
    assert link == f"{site}en/find/#need=medical&place=MY-10"
    names = found(finder)
    finder.goto("about:blank")
    finder.goto(link)
    expect(finder.locator("select[name=place]")).to_have_value("MY-10")
    assert found(finder) == names
    assert finder.url == f"{site}en/find/"


def test_one_can_narrow_down_and_clear_with_keys_alone(finder: Page) -> None:
    everybody = finder.locator(".finder__status").inner_text()
    finder.locator("select[name=need]").focus()
    finder.keyboard.press("ArrowDown")
    expect(finder.locator(".finder__status")).not_to_have_text(everybody)
    finder.locator("[data-clear]").focus()
    finder.keyboard.press("Enter")
    expect(finder.locator(".finder__status")).to_have_text(everybody)


def test_who_is_found_has_a_number_to_tap_where_one_is_known(finder: Page) -> None:
    choose(finder, kind="government")
    calls = finder.locator(".finder__entry a.call")
    expect(calls.first).to_be_visible()
    assert str(calls.first.get_attribute("href")).startswith("tel:")
    assert finder.locator(".finder__entry").count() > calls.count(), "without a number there is no key"


@pytest.mark.parametrize("code", ["en", "ur", "my"])
def test_what_is_found_breaks_no_rule_of_accessibility(site: str, phone: Phone, code: str) -> None:
    page = phone(script=True, width=320).new_page()
    page.goto(f"{site}{code}/find/")
    expect(page.locator(".finder__name").first).to_be_visible()
    assert violations(page, ALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_the_page_leads_to_the_lists(site: str, phone: Phone) -> None:
    page = phone().new_page()
    page.goto(f"{site}ne/find/")
    expect(page.locator(".finder")).to_be_hidden()
    page.locator("[data-without-script] .places__link").first.tap()
    page.wait_for_url("**/ne/directory/in/my-01/")
    assert page.locator(NUMBER).count() >= 3


def test_a_state_is_chosen_on_the_map_or_in_the_list_beside_it(site: str, phone: Phone) -> None:
    page = phone(width=320).new_page()
    page.goto(f"{site}en/directory/")
    on_map = {str(one.get_attribute("href")) for one in page.locator(".state-map a").all()}
    in_list = {str(one.get_attribute("href")) for one in page.locator(".places__link").all()}
    assert on_map == in_list
    assert len(on_map) == 16
    page.locator(".state-map a[href$='my-06/'] path").tap()
    page.wait_for_url("**/en/directory/in/my-06/")


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        ("2026-11-30 07:59", "Closed now"),  # a Monday
        ("2026-11-30 08:00", "Open now"),
        ("2026-11-30 17:59", "Open now"),
        ("2026-11-30 18:00", "Closed now"),
        ("2026-11-28 15:59", "Open now"),  # a Saturday
        ("2026-11-28 16:00", "Closed now"),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Kuala_Lumpur", "America/New_York"])
def test_whether_a_line_is_open_is_told_by_the_clock_of_malaysia(
    site: str, phone: Phone, hour: str, said: str, zone: str
) -> None:
    page = phone(script=True, timezone_id=zone).new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(hour).replace(tzinfo=ZoneInfo("Asia/Kuala_Lumpur")))
    page.goto(f"{site}en/directory/unhcr/")
    word, other = page.locator(".open-now__yes").first, page.locator(".open-now__no").first
    if said != "Open now":
        word, other = other, word
    expect(word).to_have_text(said)
    expect(word).to_be_visible()
    expect(other).to_be_hidden()


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-03-06T13:59Z", "no"),
        ("2026-03-06T14:00Z", "yes"),
        ("2026-03-09T12:59Z", "no"),
        ("2026-03-09T13:00Z", "yes"),
        ("2026-11-02T13:59Z", "no"),
        ("2026-11-02T14:00Z", "yes"),
    ],
)
def test_where_clocks_are_changed_a_line_opens_by_the_clock_of_that_day(phone: Phone, moment: str, said: str) -> None:
    page = phone(script=True).new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    told = clock("America/New_York", 2026)
    page.set_content(f'<span class="open-now" data-hours="12345 0900-1700" data-clock="{told}">')
    page.evaluate((ROOT / "overrides/components/open-now/script.js").read_text("utf-8"))
    assert page.locator(".open-now").get_attribute("class") == f"open-now open-now--{said}"


def test_a_line_without_known_hours_is_not_called_open(site: str, phone: Phone) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{site}en/directory/labour-department/")
    expect(page.locator(NUMBER)).to_be_visible()
    assert page.locator(".open-now").count() == 0


# --- a directory of thousands ---

MANY = 5_000


@pytest.fixture(scope="module")
def thousands(host: Host, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Build a directory of thousands of invented entries, in one language."""
    root = tmp_path_factory.mktemp("thousands") / "riverside"
    repository = copied("riverside", root, theme=True)
    (root / "handbook/index.md").unlink()
    _fill(repository, Random(1))
    order = Order(root, root / "site", TODAY, languages=("th",), workers=2, quick=True)
    report = build(order)
    assert report.published, report.problems[:3]
    return host.give(root / "site", "/thousands/"), root / "site"


def _fill(repository: Repository, random: Random) -> None:
    services = [f"help-{number}" for number in range(11)]
    places = [f"TH-{number}" for number in range(20, 36)]
    listed = "".join(f"- {{id: {name}, audience: worker, icon: scale-balance, name: {{th: {name}}}}}\n"
                     for name in services)  # fmt: skip
    repository.write("directory/services.yml", repository.read("directory/services.yml") + listed)
    repository.write("directory/places.yml", repository.read("directory/places.yml")
                     + "".join(f"- {{id: {place}, name: {{th: {place}}}}}\n" for place in places))  # fmt: skip
    for number in range(MANY):
        some = ", ".join(random.sample(services, 3))
        repository.write(
            f"directory/organisations/invented-{number}.yml",
            f"name: {{th: องค์กร {number} (สมมติ)}}\nkind: {random.choice(['cso', 'union', 'fbo'])}\ntier: yellow\n"
            f"about: {{th: ช่วยคนงานเรื่องค่าจ้างและสัญญา}}\nsource: {{id: invented-survey, dated: '2025'}}\n"
            f"verification: {{state: unverified}}\nbase: {random.choice(places)}\nservices: [{some}]\n"
            f"languages: [{random.choice(['th', 'my', 'km'])}]\n",
        )


CHOOSE = """async ([name, value]) => {
  const select = document.querySelector(`select[name=${name}]`), form = select.form;
  const found = new Promise((resolve) => form.addEventListener("found", resolve, {once: true}));
  const began = performance.now();
  select.value = value;
  select.dispatchEvent(new Event("change", {bubbles: true}));
  await found;
  form.offsetHeight;
  return performance.now() - began;
}"""


@pytest.mark.alone
def test_a_choice_among_five_thousand_is_answered_within_a_tenth_of_a_second_on_a_slow_phone(
    thousands: tuple[str, Path], phone: Phone, record_property: Callable[[str, object], None]
) -> None:
    page = phone(script=True).new_page()
    page.goto(f"{thousands[0]}th/find/")
    expect(page.locator(".finder__status")).to_contain_text("5002")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    choices = (("need", "help-3"), ("place", "TH-25"), ("language", "my"), ("kind", "union"), ("place", ""),
               ("need", "help-7"), ("language", ""), ("kind", ""), ("need", ""))  # fmt: skip
    rounds = [[page.evaluate(CHOOSE, [name, value]) for name, value in choices] for _ in range(3)]
    taken = [round(min(times)) for times in zip(*rounds, strict=True)]  # the computer may be busy with something else
    record_property(
        NUMBERS, f"find among {MANY:,} at a quarter of the speed: {taken} ms; at first {rounds[0][0]:.0f} ms"
    )
    assert max(taken) <= 100, taken


@pytest.mark.alone
def test_what_the_page_fetches_before_it_can_be_used_is_in_its_budget(thousands: tuple[str, Path]) -> None:
    folder = thousands[1] / "th/find"
    first = sum(len(brotli.compress((folder / name).read_bytes(), quality=9)) for name in ("index.html", "find.json"))
    assert first <= 40_000, first
    pieces = sorted(path for path in folder.glob("*.json") if path.name != "find.json")
    assert len(pieces) == -(-(MANY + 2) // 100)
    assert max(len(brotli.compress(path.read_bytes(), quality=9)) for path in pieces) <= 6_000


@pytest.mark.alone
def test_each_page_of_a_list_of_thousands_is_in_its_budget(thousands: tuple[str, Path]) -> None:
    folder = thousands[1] / "th/directory"
    sheets = [folder / "index.html", *(folder / str(number) / "index.html" for number in range(2, 26))]
    assert max(len(brotli.compress(sheet.read_bytes(), quality=9)) for sheet in sheets) <= 40_000
