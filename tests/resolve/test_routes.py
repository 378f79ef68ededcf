"""The addresses of pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.resolve import routes


@pytest.mark.parametrize(
    ("written", "route"),
    [
        ("guide:pay", "ms/guides/pay/"),
        ("organisation:anchor", "ms/directory/anchor/"),
        ("campaign:rest", "ms/campaigns/rest/"),
        ("page:safety", "ms/safety/"),
    ],
)
def test_what_writers_link_to_has_an_address_in_the_readers_language(written: str, route: str) -> None:
    assert routes.reference("ms", written) == route


@pytest.mark.parametrize(
    "written", ["https://law.example/", "guide:", "guide:../../etc", "story:x", "javascript:1", ""]
)
def test_nothing_else_is_an_address_of_the_site(written: str) -> None:
    assert routes.reference("ms", written) is None


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
def test_every_page_of_a_record_is_a_folder_of_its_own_below_its_language(slug: str) -> None:
    made = [make("ms", slug) for make in (routes.guide, routes.organisation, routes.campaign, routes.service)]
    assert all(route.startswith("ms/") and route.endswith(f"/{slug}/") for route in made)
    assert len(set(made)) == len(made)


def test_the_files_of_an_edition_lie_below_its_language() -> None:
    assert (routes.missing("ur"), routes.index("ur"), routes.home("ur")) == ("ur/404.html", "ur/search.json", "ur/")
