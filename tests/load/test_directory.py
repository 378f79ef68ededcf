"""The directory and its vocabularies."""

from tests.load.conftest import told

from suluh.load.directory import load_directory
from suluh.model.organisation import Region, Service

ONE = """
name: {en: One}
kind: cso
tier: yellow
about: {en: They help.}
source: {id: survey, dated: "2026"}
verification: {state: unverified}
""".lstrip()


def test_each_file_is_an_organisation_and_each_line_a_service_or_a_place(reader_of):
    reader = reader_of({
        "directory/organisations/one.yml": ONE,
        "directory/services.yml": "- {id: legal, audience: worker, icon: star, name: {en: Legal help}}\n",
        "directory/places.yml": "- {id: XA-1, name: {en: Upriver}}\n",
    })  # fmt: skip
    read = load_directory(reader)
    assert {name: one.name for name, one in read["organisations"].items()} == {"one": {"en": "One"}}
    assert read["services"] == {"legal": Service(id="legal", audience="worker", icon="star", name={"en": "Legal help"})}
    assert read["places"] == {"XA-1": Region(id="XA-1", name={"en": "Upriver"})}
    assert reader.problems == []


def test_a_site_may_have_no_directory(reader_of):
    assert not any(load_directory(reader_of({})).values())


def test_a_place_is_no_finer_than_a_state(reader_of):
    reader = reader_of({"directory/places.yml": "- {id: Upriver Street 5, name: {en: Too fine}}\n"})
    assert load_directory(reader)["places"] == {}
    assert (
        told(reader.problems)
        == """
directory/places.yml:1:4: error: 'id' cannot be written as 'Upriver Street 5'. [shape/form]
    Write the ISO 3166-2 code, such as MY-10.
"""
    )


def test_an_entry_has_no_place_for_what_may_never_be_kept(reader_of):
    private = ("email", "address", "location", "staff", "beneficiaries", "funders", "leader", "registered", "photo")
    text = ONE + "".join(f"{key}: something\n" for key in private)
    reader = reader_of({"directory/organisations/one.yml": text})
    assert load_directory(reader)["organisations"] == {}
    assert [problem.message for problem in reader.problems] == [
        f"'{key}' is not a key that belongs here." for key in private
    ]


def test_what_was_taken_away_is_a_name_and_a_day_and_nothing_more(reader_of):
    reader = reader_of({"directory/gone.yml": "- {id: one, since: 2026-11-28, reason: something}\n"})
    assert load_directory(reader)["gone"] == {}
    assert [problem.message for problem in reader.problems] == ["'reason' is not a key that belongs here."]


def test_contact_belongs_to_the_organisation_and_never_to_a_person(reader_of):
    known = "source: [survey], checked_on: 2026-10-01"
    contact = f'contact: [{{kind: phone, number: "+6620000001", owner: person, {known}}}]\n'
    reader = reader_of({"directory/organisations/one.yml": ONE + contact})
    load_directory(reader)
    assert (
        told(reader.problems)
        == """
directory/organisations/one.yml:7:48: error: 'owner' cannot be 'person'. [shape/choice]
    Write one of: organisation.
"""
    )
