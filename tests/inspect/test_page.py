"""What is seen on a built page. Each fault is planted in a page that is otherwise right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.inspect.page import Seen, look

POLICY = "default-src 'none'; style-src 'sha256-x='"
GOOD = (
    '<!doctype html><html lang="ur" dir="rtl"><head>'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>مدد</title>'
    '<link rel="canonical" href="https://lamp.example/"><link rel="icon" href="../mark.svg">'
    '</head><body><h1 id="top">مدد</h1><a href="#top">up</a><a href="https://law.example/" rel="noreferrer">law</a>'
    '<a href="tel:+60380000000">+60 3-8000 0000</a></body></html>'
)


def faults(old: str, new: str) -> list[tuple[str, str]]:
    """Look at the good page with one thing changed."""
    assert GOOD.count(old) == 1
    return list(look(GOOD.replace(old, new), ours=True).faults)


def test_a_page_that_is_right_has_no_fault_and_tells_what_it_holds() -> None:
    assert look(GOOD, ours=True) == Seen(
        links=("#top", "https://law.example/", "tel:+60380000000"),
        ids=("top",),
        numbers=("+60380000000", "60380000000"),
        faults=(),
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('lang="ur" ', "", ("markup/language", "The page does not say its language and direction.")),
        (' dir="rtl"', "", ("markup/language", "The page does not say its language and direction.")),
        ('dir="rtl"', 'dir="auto"', ("markup/language", "The page does not say its language and direction.")),
        ("<h1 id", "<h2 id", ("markup/heading", "The page has 0 first headings instead of one.")),
        ("<body>", "<body><h1>Two</h1>", ("markup/heading", "The page has 2 first headings instead of one.")),
        ("<title>مدد</title>", "", ("markup/title", "The page has no title.")),
        ("<title>مدد</title>", "<title> </title>", ("markup/title", "The page has no title.")),
        ("<body>", '<body id="top">', ("markup/id", "The id 'top' stands 2 times on the page.")),
        ("<body>", '<body style="color:red">', ("markup/inline", "<body> carries 'style', which the policy forbids.")),
        ("<body>", '<body onload="x()">', ("markup/inline", "<body> carries 'onload', which the policy forbids.")),
        ('href="#top"', 'href=" JavaScript:x"', ("markup/running", "<a> leads to ' JavaScript:x', which could run.")),
        (
            'href="#top"',
            'href="data:text/html,x"',
            ("markup/running", "<a> leads to 'data:text/html,x', which could run."),
        ),
        (POLICY, "default-src 'self'", ("privacy/policy", "The page has no strict Content-Security-Policy.")),
        (POLICY, f"{POLICY} 'unsafe-inline'", ("privacy/policy", "The page has no strict Content-Security-Policy.")),
        ("Content-Security-Policy", "X-Nothing", ("privacy/policy", "The page has no strict Content-Security-Policy.")),
        (' rel="noreferrer"', "", ("privacy/referrer", "A link to https://law.example/ does not say noreferrer.")),
        (
            'href="../mark.svg"',
            'href="https://cdn.example/mark.svg"',
            ("privacy/request", "<link> loads https://cdn.example/mark.svg from outside the site."),
        ),
        (
            "</head>",
            '<meta http-equiv="Refresh" content="0"></head>',
            ("privacy/request", "The page leads on by itself (refresh)."),
        ),
        (
            'href="#top"',
            'href="#top" ping="https://count.example/"',
            ("privacy/request", "<a> loads https://count.example/ from outside the site."),
        ),
        (
            "</head>",
            "<style>a { background: url(//cdn.example/a.png) }</style></head>",
            ("privacy/request", "A style loads something from outside the site."),
        ),
    ],
)
def test_each_fault_is_found_and_nothing_else(old: str, new: str, fault: tuple[str, str]) -> None:
    assert faults(old, new) == [fault]


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [
        ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"),
        ("iframe", "src"), ("video", "src"), ("audio", "src"),
        ("embed", "src"), ("object", "data"), ("form", "action"), ("input", "src"), ("video", "poster"),
        ("button", "formaction"), ("input", "formaction"), ("a", "ping"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("address", ["https://cdn.example/x", "//cdn.example/x"])
def test_whatever_loads_from_outside_is_found(tag: str, attribute: str, address: str) -> None:
    found = faults("<body>", f'<body><{tag} {attribute}="{address}"></{tag}>')
    assert found == [("privacy/request", f"<{tag}> loads {address} from outside the site.")]


def test_a_drawing_that_uses_one_from_outside_is_found() -> None:
    assert faults("<body>", '<body><svg><use href="https://cdn.example/x"></use></svg>') == [
        ("privacy/request", "<use> loads https://cdn.example/x from outside the site.")
    ]


@pytest.mark.parametrize(("tag", "attribute"), [("a", "href"), ("iframe", "src"), ("form", "action")])
@pytest.mark.parametrize("address", ["javascript:x()", "data:text/html,x", " vbscript:x"])
def test_whatever_could_run_is_found_wherever_it_stands(tag: str, attribute: str, address: str) -> None:
    found = faults("<body>", f'<body><{tag} {attribute}="{address}"></{tag}>')
    assert ("markup/running", f"<{tag}> leads to '{address}', which could run.") in found


@pytest.mark.parametrize("tag", ["b", "svg", "custom-tag", "main"])
def test_what_is_forbidden_everywhere_is_found_in_any_tag(tag: str) -> None:
    assert faults("<body>", f'<body><{tag} onclick="x()" style="y"></{tag}>') == [
        ("markup/inline", f"<{tag}> carries 'onclick', which the policy forbids."),
        ("markup/inline", f"<{tag}> carries 'style', which the policy forbids."),
    ]


def test_what_loads_from_the_site_itself_is_no_fault() -> None:
    assert faults("<body>", '<body><img src="../a.png" alt=""><script src="/x.js"></script>') == []


def test_of_the_handbook_only_what_it_loads_is_looked_at() -> None:
    page = (
        '<html><body onload="x()" style="a"><h1 id=a></h1><img id=a src="//cdn.example/x"> 03-8000 0000</body></html>'
    )
    seen = look(page, ours=False)
    assert seen.numbers == ()
    assert seen.ids == ("a",)
    assert seen.faults == (("privacy/request", "<img> loads //cdn.example/x from outside the site."),)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call 03-8000 0000 now", "0380000000"),
        ("call +60 11-0000 0000 now", "601100000000"),
        ("0110000 0000", "01100000000"),
    ],
)
def test_what_looks_like_a_phone_number_is_seen(text: str, number: str) -> None:
    page = GOOD.replace('<a href="tel:+60380000000">+60 3-8000 0000</a>', f"<p>{text}</p>")
    assert look(page, ours=True).numbers == (number,)


@pytest.mark.parametrize("text", ["2026-11-22", "60,000 workers", "RM1,700.50", "s.60D(1)", "1955", "12345678 things"])
def test_what_only_has_digits_is_not_taken_for_a_phone_number(text: str) -> None:
    page = GOOD.replace('<a href="tel:+60380000000">+60 3-8000 0000</a>', f"<p>{text}</p>")
    assert look(page, ours=True).numbers == ()


@given(st.text())
def test_no_text_is_too_broken_to_be_looked_at(text: str) -> None:
    assert look(text, ours=True).faults
