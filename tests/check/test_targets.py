"""Rules on those who decide."""

import pytest

FILE = "campaigns/targets/office.yml"
GOOD = {
    "email": "address: office@minister.example",
    "phone": 'number: "+6620000009"',
    "page": "address: https://minister.example/office",
    "post": 'address: "The Office, 1 River Street, Upriver"',
}
MALFORMED = [
    ("email", "office at minister", "Write the whole e-mail address of the office."),
    ("page", "http://minister.example/", "Write the whole address, beginning with https://."),
    ("post", "https://minister.example/", "Write name and address of the office, as on an envelope."),
    ("post", "office@minister.example", "Write name and address of the office, as on an envelope."),
]


@pytest.fixture
def told(good, said):
    """Say what is wrong with an office that can be reached in a way."""

    def made(kind, value, checked_on="2026-11-01", source="gazette"):
        way = f"{{kind: {kind}, source: [{source}], checked_on: {checked_on}, {value}}}"
        good.write(FILE, f"{good.read(FILE)}contact:\n  - {way}\n")
        return said()

    return made


@pytest.mark.parametrize(("kind", "value"), GOOD.items(), ids=GOOD.keys())
def test_an_office_may_be_reached_in_each_way(told, kind, value):
    assert told(kind, value) == ""


@pytest.mark.parametrize(("kind", "address", "hint"), MALFORMED)
def test_an_address_is_written_as_what_it_is(told, kind, address, hint):
    lines = f"""error: '{address}' cannot be an address of kind '{kind}'. [targets/contact]
    {hint}
"""
    found = told(kind, f"address: {address}")
    assert found.startswith(f"\n{FILE}:6:")
    assert found.endswith(lines)


@pytest.mark.parametrize(
    ("kind", "value", "wanted"),
    [("phone", GOOD["email"], "number"), ("email", GOOD["phone"], "address"),
     ("post", f"{GOOD['post']}, {GOOD['phone']}", "address")],
)  # fmt: skip
def test_a_phone_has_a_number_and_everything_else_an_address(told, kind, value, wanted):
    lines = f"""
{FILE}:6:5: error: A way of kind '{kind}' has '{wanted}', and only that. [targets/contact]
    Write '{wanted}: …'.
"""
    assert told(kind, value) == lines


@pytest.mark.parametrize(
    ("kind", "value"),
    [("email", "address: minister@gmail.com"), ("email", "address: minister@yahoo.com.my"),
     ("email", "address: minister@Hotmail.com"), ("phone", 'number: "+60100000000"')],
)  # fmt: skip
def test_an_office_is_not_reached_as_a_private_person_is(told, kind, value):
    lines = told(kind, value)
    assert "error: This is how a private person is reached, not an office. [safety/office]\n    Take it out" in lines


def test_that_an_office_is_no_private_person_cannot_be_waived(told, good):
    waiver = f"- {{rule: safety/office, file: {FILE}, reason: It is nice., until: 2026-11-30}}\n"
    good.write("content/waivers.yml", waiver)
    assert "[waivers/safety]" in told("email", "address: minister@gmail.com")


def test_nothing_of_an_office_is_checked_in_the_future(said, told):
    lines = f"""
{FILE}:6:38: error: 2026-11-23 has not been yet. [targets/future]
    Write the day on which somebody really checked it.
"""
    assert told("email", GOOD["email"], "2026-11-23") == lines
    assert f"{FILE}:4:1: error: 2027-01-01 has not been yet. [targets/future]" in said(
        (FILE, "checked_on: 2026-11-01", "checked_on: 2027-01-01")
    )


def test_where_a_way_was_read_exists(told):
    lines = f"""
{FILE}:6:28: error: There is no source 'gazete'. [references/unknown]
    Did you mean 'gazette'?
"""
    assert told("email", GOOD["email"], source="gazete") == lines


@pytest.mark.parametrize(("closes", "right"), [("16:00", True), ("09:00", False), ("08:00", False)])
def test_an_office_closes_after_it_opens(said, good, closes, right):
    good.write(FILE, f'{good.read(FILE)}opening: [{{days: [mo], opens: "09:00", closes: "{closes}"}}]\n')
    told = f"""
{FILE}:5:11: error: This office closes here before it opens. [targets/hours]
    Write two: from opens to "24:00", and from "00:00" on the next day.
"""
    assert said() == ("" if right else told)
