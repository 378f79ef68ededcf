"""Calculators as they are used on a cheap phone: what is asked, what is said, and what is left behind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Phone

AUTUMN = {"work": "other", "time": "before", "day": "2025-09-01", "size": "few", "paid": "monthly"}
"""Answers about a month whose rate no later one will change."""


@pytest.fixture
def page(phone: Phone) -> Iterator[Page]:
    """Open a phone with scripts, and let no fault of one pass."""
    opened = phone(script=True).new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    yield opened
    assert faults == []


def answer(page: Page, **answers: str) -> None:
    """Answer some questions; in a name, `_` stands for a hyphen."""
    for name, given in answers.items():
        field = page.locator(f'[data-field="{name.replace("_", "-")}"]')
        if field.get_attribute("data-kind") == "choice":
            field.locator(f'[value="{given}"]').check()
        else:
            field.locator("input").fill(given)
    page.locator("h1").click()  # leaves the last field, so that what it says is read at once


def asked(page: Page) -> list[str]:
    """Name the fields that are shown."""
    return page.eval_on_selector_all("[data-field]:not([hidden])", "fields => fields.map(field => field.dataset.field)")  # type: ignore[no-any-return]


def total(page: Page) -> str:
    """Read what a sum comes to."""
    return page.locator(".calculator__amount").inner_text()


def test_a_calculator_asks_one_thing_after_the_other(page: Page, site: str) -> None:
    page.goto(f"{site}en/calculators/work-pay/")
    assert asked(page) == ["work"]
    answer(page, work="other", paid="daily")
    assert asked(page) == ["work", "paid", "earn", "daily", "hours", "day", "done", "count"]
    answer(page, work="home")
    assert asked(page) == ["work"]
    assert "guides/domestic-worker" in (page.locator(".calculator__status a").first.get_attribute("href") or "")


def test_a_sum_is_said_step_by_step(page: Page, site: str) -> None:
    page.goto(f"{site}en/calculators/work-pay/")
    answer(page, work="manual", paid="monthly", monthly="1,700", hours="8", day="rest", done="10", count="4")
    assert total(page) == "RM392.28"
    steps = page.locator(".calculator__steps code").all_inner_texts()
    assert steps[0] == "RM1,700.00 ÷ 26 = RM65.38"
    assert steps[-1] == "4 × RM98.07 = RM392.28"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1000", "RM700.00"), ("1,000", "RM700.00"), ("1.000", "RM700.00"), ("RM 1 000.00", "RM700.00"),
        ("1.000,5", "RM699.50"), ("۱۰۰۰", "RM700.00"), ("၁၀၀၀", "RM700.00"), ("১০০০", "RM700.00"), ("0", "RM1,700.00"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(page: Page, site: str, written: str, said: str) -> None:
    page.goto(f"{site}ur/calculators/minimum-wage/")
    answer(page, **AUTUMN, got_month=written)
    assert total(page) == said


@pytest.mark.parametrize("written", ["1700.555", "one", "-5", "1,70,0", "17 ringgit"])
def test_what_is_no_amount_is_told(page: Page, site: str, written: str) -> None:
    page.goto(f"{site}en/calculators/minimum-wage/")
    answer(page, **AUTUMN, got_month=written)
    assert page.locator(".calculator__amount").count() == 0
    assert page.locator(".calculator__status").inner_text().startswith("Something cannot be right")


def test_starting_over_leaves_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}en/calculators/minimum-wage/")
    answer(page, **AUTUMN, got_month="1500", months="2")
    assert total(page) == "RM400.00"
    page.locator("[data-again]").click()
    assert asked(page) == ["work"]
    assert page.locator(":checked").count() == 0
    answer(page, **AUTUMN)
    assert page.locator('[data-field="got-month"] input').input_value() == ""
    assert page.locator('[data-field="months"] input').input_value() == "1"


def test_answers_stay_nowhere(page: Page, site: str) -> None:
    address = f"{site}en/calculators/minimum-wage/"
    page.goto(address)
    answer(page, **AUTUMN, got_month="1500", months="2")
    assert page.url == address
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, history.state]")
    assert kept == [0, 0, "", None]
    page.goto(f"{site}en/")
    page.go_back()
    assert page.locator(":checked").count() == 0


def test_without_script_the_example_and_the_rates_stand(phone: Phone, site: str) -> None:
    page = phone().new_page()
    page.goto(f"{site}en/calculators/work-pay/")
    assert not page.locator(".calculator").is_visible()
    assert page.locator(".calculator__needs").is_visible()
    assert page.locator(".sums__total").inner_text().startswith("RM30.00")
    assert page.locator(".sums__rates").get_by_text("RM4,000").is_visible()
