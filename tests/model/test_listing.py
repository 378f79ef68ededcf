"""What is let through of the directory, and that it singles nobody out. All entries are invented."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from suluh.model.listing import LEAST, Listing, published, withheld
from suluh.model.organisation import Organisation, Serves


def entry(**more):
    return Organisation.model_validate({
        "name": {"en": "One"}, "kind": "cso", "tier": "yellow", "about": {"en": "They help."},
        "source": {"id": "survey", "dated": "2026"}, "verification": {"state": "unverified"}, **more,
    })  # fmt: skip


PLACES = ("XA-1", "XA-2", "XA-3")
SERVES = st.builds(
    lambda codes, people: {"nationalities": tuple(sorted(codes)), "people": tuple(sorted(people))},
    st.sets(st.sampled_from(["ID", "NP", "KH"])),
    st.sets(st.sampled_from(["women", "refugees"])),
)
ENTRIES = st.lists(
    st.builds(
        entry,
        kind=st.sampled_from(["cso", "cbo", "union"]),
        tier=st.sampled_from(["green", "yellow", "red"]),
        base=st.sampled_from([None, *PLACES]),
        reach=st.sets(st.sampled_from(PLACES)).map(lambda places: tuple(sorted(places))),
        serves=SERVES,
        consent=st.sampled_from([
            None,
            {"ref": "C-2026-001", "covers": ("base", "serves")},
            {"ref": "C-2026-002", "covers": ("base", "reach", "serves"), "withdrawn": True},
        ]),
    ),
    max_size=25,
).map(lambda entries: {f"org-{number}": one for number, one in enumerate(entries)})  # fmt: skip


def test_a_listing_has_no_field_that_an_entry_has_not():
    assert Listing.model_fields.keys() - Organisation.model_fields.keys() == {"members"}


@given(ENTRIES)
def test_whoever_filters_by_people_and_place_finds_several_or_nobody(entries):
    cells = Counter[tuple[str, str]]()
    for one in published(entries).values():
        if one.serves is not None:
            traits = [*one.serves.nationalities, *(one.serves.people if one.kind == "cbo" else ())]
            cells.update((trait, place) for trait in traits for place in ("", *one.places))
    assert all(count >= LEAST for count in cells.values()), cells


@given(ENTRIES)
def test_what_enough_share_is_not_taken_out(entries):
    shown = published(entries)
    same = {name: one for name, one in shown.items() if one.serves and "ID" in one.serves.nationalities}
    public = {
        name: one for name, one in entries.items()
        if name in shown and one.lets_through("serves") and one.serves and "ID" in one.serves.nationalities
    }  # fmt: skip
    if len(public) >= LEAST and not any(shown[name].places for name in public):
        assert same.keys() == public.keys()


def test_the_one_group_for_a_nationality_in_a_place_is_not_found_by_it():
    three = {f"far-{n}": entry(base="XA-1", serves={"nationalities": ("NP",)}) for n in range(LEAST)}
    shown = published({**three, "alone": entry(base="XA-2", serves={"nationalities": ("NP",)})})
    assert shown["alone"].serves is None
    assert shown["alone"].base == "XA-2"
    assert shown["far-0"].serves == Serves(nationalities=("NP",))


def test_to_take_one_out_takes_out_those_that_are_then_too_few():
    """Where two stay behind because a third was taken out, they would be singled out in turn."""
    two = {f"free-{n}": entry(serves={"nationalities": ("NP",)}) for n in range(2)}
    shown = published({**two, "placed": entry(base="XA-2", serves={"nationalities": ("NP",)})})
    assert [one.serves for one in shown.values()] == [None] * 3


def test_a_network_that_is_not_shown_is_not_named():
    entries = {
        "hidden": entry(kind="network", tier="red"),
        "seen": entry(kind="network"),
        "member": entry(networks=("hidden", "seen")),
        "group": entry(kind="cbo", networks=("seen",)),
    }
    shown = published(entries)
    assert shown["member"].networks == ("seen",)
    assert shown["group"].networks == ()
    assert shown["seen"].members == ("member",)


def test_who_vouched_for_an_entry_stays_behind():
    known = {"state": "verified", "how": "phone", "by": "role:directory-team"}
    [one] = published({"one": entry(verification=known)}).values()
    assert (one.verification.state, one.verification.by) == ("verified", None)


def test_what_is_withheld_is_known_so_that_it_can_be_looked_for():
    red = entry(tier="red", name={"en": "Nobody may read this"}, also_known_as=("One", "Unseen name"))
    assert withheld({"red": red, "one": entry()}) == {"Nobody may read this": "red", "Unseen name": "red"}
    assert withheld({"one": entry()}) == {}
