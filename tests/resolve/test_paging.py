"""Long lists in pages: nothing is lost, no page is too long, and every page is in reach."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.conftest import FILES

from suluh.model.reading import Reading
from suluh.resolve.paging import in_pages, numbered, pager

GROUPS = st.lists(st.integers(1, 30), max_size=12).map(
    lambda sizes: [(name, [(name, index) for index in range(size)]) for name, size in enumerate(sizes)]
)


@given(GROUPS, st.integers(1, 12))
def test_every_entry_stands_once_in_its_group_and_in_its_order(groups, most):
    made = list(chain.from_iterable(in_pages(groups, most)))
    assert list(chain.from_iterable(entries for _, entries in made)) == [one for _, some in groups for one in some]
    assert all(entries and {name for name, _ in entries} == {key} for key, entries in made)


@given(GROUPS, st.integers(1, 12))
def test_no_page_is_too_long_and_only_the_last_is_less_than_half_full(groups, most):
    sizes = [sum(len(entries) for _, entries in page) for page in in_pages(groups, most)]
    assert all(size <= most for size in sizes)
    assert all(size >= most / 2 for size in sizes[:-1])


@given(GROUPS, st.integers(1, 12))
def test_a_group_that_fits_is_cut_only_where_half_of_a_page_would_stay_free(groups, most):
    made = in_pages(groups, most)
    for number, page in enumerate(made[1:], 1):
        key, entries = page[0]
        cut_off = sum(len(some) for other, some in made[number - 1] if other == key)
        if cut_off and cut_off + len(entries) <= most:
            assert sum(len(some) for _, some in made[number - 1]) - cut_off < most / 2


def test_nothing_is_one_empty_page():
    assert in_pages([], 5) == [[]]


def test_one_page_leads_nowhere():
    assert pager("en/guides/", 1, 1) is None


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 9]),
        (3, 9, [1, 2, 3, 4, 9]),
        (4, 9, [1, 2, 3, 4, 5, 9]),
        (5, 9, [1, 4, 5, 6, 9]),
        (6, 9, [1, 5, 6, 7, 8, 9]),
        (9, 9, [1, 8, 9]),
        (500, 1000, [1, 499, 500, 501, 1000]),
    ],
)
def test_the_first_the_last_and_those_beside_are_shown_and_no_gap_is_one_page_wide(number, count, shown):
    made = pager("en/guides/", number, count)
    assert made is not None
    assert [one for one, _ in made.links] == shown


@given(st.integers(2, 60))
def test_from_page_to_page_one_gets_through_a_whole_list_and_back(count):
    pages = [pager("en/guides/", number, count) for number in range(1, count + 1)]
    routes = ["en/guides/", *(f"en/guides/{number}/" for number in range(2, count + 1))]
    assert [page and page.next for page in pages] == [*routes[1:], ""]
    assert [page and page.previous for page in pages] == ["", *routes[:-1]]
    assert all(page and set(page.links) <= set(enumerate(routes, 1)) for page in pages)


def test_a_title_says_which_page_it_is_from_the_second_on():
    title = Reading("Panduan", "ms", "ltr")
    assert numbered(title, 1, 3) == title
    assert numbered(title, 2, 3) == Reading("Panduan (2/3)", "ms", "ltr")


@pytest.mark.parametrize("name", ["guides", "campaigns"])
def test_the_list_of_guides_or_campaigns_goes_on_on_further_pages(edition_of, name):
    settings = FILES["content/site.yml"] + "per_page: {others: 1}\n"
    second = {
        "campaigns/march/campaign.yml": FILES["campaigns/rest/campaign.yml"],
        "campaigns/march/en.md": FILES["campaigns/rest/en.md"],
    }
    made = [page for page in edition_of("en", {"content/site.yml": settings} | second).pages if page.kind == "list"]
    first, other = [page for page in made if page.route.startswith(f"en/{name}/")]
    assert (first.route, other.route) == (f"en/{name}/", f"en/{name}/2/")
    assert (first.title.text, other.title.text) == (f"en {name}", f"en {name} (2/2)")
    assert [len(page.body.rows) for page in (first, other)] == [1, 1]
    assert first.body.rows != other.body.rows
    assert (first.body.pager.next, other.body.pager.previous) == (other.route, first.route)
    assert (first.up, other.up.route) == (None, first.route)
    assert other.alternates == (("en", other.route), *((code, f"{code}/{name}/2/") for code in ("ms", "id", "ur")))
    assert (bool(first.search), bool(other.search)) == (True, False)
