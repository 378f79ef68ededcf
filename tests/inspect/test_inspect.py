"""A page that was made is looked at by itself, and trusted in nothing."""

from suluh.inspect import inspect_page, look

PAGE = (
    '<!doctype html><html lang="en" dir="ltr"><head><meta http-equiv="Content-Security-Policy" '
    'content="default-src \'none\'"><title>Help</title></head><body><h1 id="now">Help</h1>{}</body></html>'
)
CALL = '<a href="tel:+60380000000">03-8000 0000</a>'


def said(inside: str, *numbers: str, ours: bool = True) -> list[str]:
    """Say what is wrong with a page that holds something."""
    seen = look(PAGE.format(inside), ours=ours)
    return [str(problem) for problem in inspect_page("index.html", seen, frozenset(numbers))]


def test_a_page_that_is_right_has_no_problem() -> None:
    assert said(CALL, "+60380000000", "0380000000") == []


def test_a_number_that_no_fact_and_no_contact_holds_is_an_error() -> None:
    [told] = said(CALL, "0380000000")
    assert told == (
        "index.html:1:1: error: The number +60380000000 comes from no fact and no public contact. [privacy/number]\n"
        "    Write it in content/facts/ with its source, or take it out."
    )


def test_a_fault_of_a_page_a_lost_place_and_a_strange_number_are_all_told() -> None:
    found = said(f'<p style="x"></p><a href="#gone">gone</a>{CALL}', "+60380000000")
    assert [line.partition(": ")[2].partition("\n")[0] for line in found] == [
        "error: <p> carries 'style', which the policy forbids. [markup/inline]",
        "error: A link leads to '#gone', but the page has no such place. [links/anchor]",
        "error: The number 0380000000 comes from no fact and no public contact. [privacy/number]",
    ]


def test_what_is_wrong_with_a_page_says_what_to_do() -> None:
    [told] = said('<p style="x"></p>')
    assert told.endswith("\n    Mend the component or text that makes it.")


def test_a_link_to_a_place_on_the_same_page_is_followed() -> None:
    assert said('<a href="#now">now</a><a href="#">top</a><a href="#n%6fw">now</a>') == []


def test_the_same_page_is_looked_at_as_ours_and_as_the_handbooks_apart() -> None:
    assert said('<p style="x"></p>', ours=False) == []
    assert len(said('<p style="x"></p>')) == 1
