"""The directory for other software: valid by the specification and by our profile, and never more than is shown."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from tests.hsds.directories import (
    ADDRESS,
    LANGUAGES,
    Making,
    bare,
    card,
    directory,
    entry,
    line,
    makings,
    reading,
    service,
)

from suluh.emit.hsds import SIZE, hsds_files
from suluh.model.entry import Directory
from suluh.model.ids import organisation_id, unique
from suluh.model.profile import GONE, NEVER, patches

SCHEMAS = Path(__file__).parents[1] / "hsds/schemas"
PAGE = {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"}
FORBIDDEN = {
    *GONE,
    *(field for fields in NEVER.values() for field in fields),
    *("addresses", "latitude", "longitude", "parent_organization_id", "assurer_email", "nationalities", "people"),
}
"""No object may have a field of such a name."""

Schema = dict[str, Any]


def merged(target: Any, patch: Any) -> Any:
    """Merge a patch into a value as RFC 7386 says."""
    if not isinstance(patch, Mapping):
        return patch
    made = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            made.pop(name, None)
        else:
            made[name] = merged(made.get(name), value)
    return made


@cache
def plain() -> dict[str, Schema]:
    """Read the schemas of the specification."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")}


@cache
def with_profile() -> dict[str, Schema]:
    """Put the profile over the schemas, as it is published: a missing file changes nothing, null takes one away."""
    files = dict(hsds_files(directory()))
    names = {name for name in files if name.startswith("hsds/profile/")}
    changed = {Path(name).stem: json.loads(files[name]) for name in names}
    made = {name: merged(schema, changed.get(name, {})) for name, schema in plain().items()}
    return {name: schema for name, schema in made.items() if schema is not None}


@cache
def validators(*, profile: bool) -> Mapping[str, Draft202012Validator]:
    """Prepare a validator for each object. Whatever refers to another file finds it here, or fails."""
    schemas = with_profile() if profile else plain()
    known = ((f"{name}.json", DRAFT202012.create_resource(schema)) for name, schema in schemas.items())
    registry: Registry[Any] = Registry().with_resources(known)
    check = FormatChecker(["uuid", "date", "email"])
    return {
        name: Draft202012Validator(schema, registry=registry, format_checker=check) for name, schema in schemas.items()
    }


def files(made: Directory) -> dict[str, Any]:
    """Read every file back; none is written twice."""
    written = list(hsds_files(made))
    assert len(dict(written)) == len(written)
    return {name: json.loads(content) for name, content in written}


def objects(made: Directory, kind: str) -> list[Any]:
    """Give the objects of a kind, each from its own file."""
    folder = f"hsds/{made.language}/{kind}/"
    return [content for name, content in files(made).items() if name.startswith(folder)]


def pages(made: Directory, kind: str, folder: str) -> list[Any]:
    """Give the pages of a list."""
    return [
        content
        for name, content in files(made).items()
        if name.startswith(f"{folder}{kind}") and name.count("/") == folder.count("/")
    ]


def walked(value: object) -> Iterator[dict[str, Any]]:
    """Give every object inside a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walked(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walked(inner)


def ids(value: object) -> list[str]:
    return [one["id"] for one in walked(value) if "id" in one]


def one_service(**changes: Any) -> Any:
    """Export an entry with one service, and give that."""
    [made] = objects(directory(entry(services=(service("legal-support"),), **changes)), "services")
    return made


# --- the specification and the profile ---


@pytest.mark.parametrize("profile", [False, True])
def test_the_schemas_are_schemas_and_refer_to_nothing_that_is_not_there(profile: bool) -> None:
    for name, validator in validators(profile=profile).items():
        Draft202012Validator.check_schema(validator.schema)
        for inner in walked(validator.schema):
            if "$ref" in inner:
                assert inner["$ref"].removesuffix(".json") in validators(profile=profile), name


@pytest.mark.parametrize("profile", [False, True])
@given(making=makings(), language=st.sampled_from(["en", "ms"]))
def test_every_object_is_valid(profile: bool, making: Making, language: str) -> None:
    made = making(language)
    for kind in ("organization", "service"):
        for one in objects(made, f"{kind}s"):
            validators(profile=profile)[kind].validate(one)


def test_what_is_full_is_valid_and_so_is_what_is_almost_empty() -> None:
    made = directory(entry(), bare())
    for kind in ("organization", "service"):
        for one in objects(made, f"{kind}s"):
            validators(profile=True)[kind].validate(one)
    assert len(objects(made, "organizations")) == 2
    assert len(objects(made, "services")) == 2


def test_the_profile_takes_away_what_can_harm_and_refuses_it() -> None:
    made = one_service()
    for field in NEVER["service"]:
        assert not validators(profile=True)["service"].is_valid(made | {field: []}), field
    for field in NEVER["organization"]:
        other = made | {"organization": made["organization"] | {field: []}}
        assert not validators(profile=True)["service"].is_valid(other), field
    assert set(GONE) == plain().keys() - with_profile().keys()


@pytest.mark.parametrize("name", sorted(NEVER))
def test_the_profile_takes_away_only_what_the_specification_has(name: str) -> None:
    assert set(NEVER[name]) <= plain()[name]["properties"].keys()


def test_the_profile_asks_for_what_ours_always_has() -> None:
    made = one_service()
    for inner, object_ in ((made, "service"), (made["organization"], "organization"), (made["phones"][0], "phone")):
        [needed, *_] = [rule["required"] for rule in with_profile()[object_]["allOf"] if "required" in rule]
        for field in needed:
            less = {key: value for key, value in inner.items() if key != field}
            assert not validators(profile=True)[object_].is_valid(less), field


def test_by_the_profile_nothing_is_active_that_nobody_checked() -> None:
    made = deepcopy(one_service())
    assert made["status"] == "active"
    made["organization"]["verification_state"] = "disputed"
    assert not validators(profile=True)["service"].is_valid(made)


@given(makings())
def test_every_field_is_one_of_the_specification_or_described_in_the_profile(making: Making) -> None:
    known = {name: schema["properties"].keys() for name, schema in with_profile().items()}
    for one in objects(making("en"), "services"):
        assert one.keys() <= known["service"]
        assert one["organization"].keys() <= known["organization"]
        inside = {"phones": "phone", "schedules": "schedule", "service_areas": "service_area", "languages": "language",
                  "required_documents": "required_document", "attributes": "attribute"}  # fmt: skip
        for field, name in inside.items():
            assert all(other.keys() <= known[name] for other in one.get(field, ()))


# --- what is never there ---


@given(makings())
def test_no_field_that_can_harm_is_in_any_file(making: Making) -> None:
    for name, content in files(making("en")).items():
        if "/profile" not in name:
            for one in walked(content):
                assert not FORBIDDEN & one.keys(), name


def test_what_was_taken_away_is_in_no_file() -> None:
    made = directory(entry(), gone={"sparrow-house": made_on()})
    gone = organisation_id(ADDRESS, "sparrow-house")
    for name, content in hsds_files(made):
        assert b"sparrow-house" not in content, name
        assert gone not in name + content.decode()


def made_on() -> Any:
    return directory().as_of


def test_whom_an_organisation_serves_is_not_said_but_in_its_own_words() -> None:
    everything = json.dumps(objects(directory(entry()), "services") + objects(directory(entry()), "organizations"))
    assert "Everybody who works" in everything
    for secret in ("domestic-workers", "Domestic workers", '"MM"', '"NP"'):
        assert secret not in everything


# --- what an object says ---


@pytest.mark.parametrize(
    ("state", "status"),
    [("verified", "active"), ("unverified", "inactive"), ("disputed", "inactive"), ("closed", "defunct")],
)
def test_a_service_is_active_only_where_somebody_checked(state: str, status: str) -> None:
    assert one_service(card_state=state)["status"] == status


def test_a_service_says_what_is_known_of_it() -> None:
    made = one_service()
    assert made["name"] == "legal-support"
    assert made["description"] == "Helps workers with letters."
    assert made["eligibility_description"] == "Everybody who works"
    assert made["not_for"] == "Employers"
    assert made["application_process"] == "Call first"
    assert [one["document"] for one in made["required_documents"]] == ["Any paper you have"]
    assert made["assured_date"] == "2026-10-03"
    assert made["last_modified"] == "2026-09-30T00:00:00.000Z"
    assert made["url"] == f"{ADDRESS}en/directory/lamp-desk/"
    assert [(one["name"], one["code"]) for one in made["service_areas"]] == [
        ("Selangor", "MY-10"),
        ("Kuala Lumpur", "MY-14"),
    ]
    assert [(one["name"], one["code"]) for one in made["languages"]] == [("မြန်မာ", "my"), ("简体中文", "zh")]
    [term] = [one["taxonomy_term"] for one in made["attributes"]]
    assert (term["code"], term["taxonomy"], term["taxonomy_detail"]["name"]) == (
        "legal-support",
        "Lamp & Co services",
        "Lamp & Co services",
    )


def test_what_is_not_known_is_left_out() -> None:
    made = objects(directory(bare(services=(service("counselling"),))), "services")
    assert made[0].keys() == {"id", "name", "description", "status", "audience", "url", "attributes", "organization"}


def test_a_service_for_partners_says_so() -> None:
    made = objects(directory(entry()), "services")
    assert [(one["name"], one["audience"]) for one in made] == [("legal-support", "worker"), ("research", "partner")]


def test_a_phone_says_what_it_costs_when_it_is_answered_and_when_it_was_checked() -> None:
    first, second = one_service()["phones"]
    assert first["number"] == "+60300000000"
    assert first["description"] == "cost: free. Weekdays 8 to 18, Sunday from 20"
    assert (first["cost"], first["checked_on"]) == ("free", "2026-10-01")
    assert [(one["name"], one["code"]) for one in first["languages"]] == [("မြန်မာ", "my"), ("简体中文", "zh")]
    assert second.keys() == {"id", "number", "type", "checked_on"}


def test_an_organisation_has_its_phones_even_where_nobody_knows_what_it_does() -> None:
    [made] = objects(directory(bare(lines=(line(),))), "organizations")
    assert [one["number"] for one in made["phones"]] == ["+60300000000"]


def test_a_number_that_is_on_two_lines_is_one_phone_the_first() -> None:
    made = one_service(lines=(line(cost="local"), line(cost="free"), line("10000")))
    assert [(one["number"], one["cost"]) for one in made["phones"]] == [("+60300000000", "local"), ("10000", "free")]


def test_hours_become_schedules_with_their_distance_from_utc() -> None:
    days, night = one_service()["schedules"]
    assert (days["freq"], days["byday"], days["opens_at"], days["closes_at"]) == (
        "WEEKLY",
        "MO,TU,WE,TH,FR",
        "08:00+08:00",
        "18:00+08:00",
    )
    assert (days["timezone"], days["time_zone"], days["phone_number"]) == (8, "Asia/Kuala_Lumpur", "+60300000000")
    assert (night["byday"], night["opens_at"], night["closes_at"]) == ("SU", "20:00+08:00", "23:59+08:00")


@pytest.mark.parametrize(
    ("zone", "opens", "hours"),
    [("Asia/Kathmandu", "08:00+05:45", 5.75), ("America/New_York", "08:00-05:00", -5), ("UTC", "08:00+00:00", 0)],
)
def test_a_schedule_is_in_the_time_zone_of_the_site(zone: str, opens: str, hours: float) -> None:
    made = one_service(lines=(line(zone=zone),))["schedules"][0]
    assert (made["opens_at"], made["timezone"]) == (opens, hours)


@pytest.mark.parametrize("zone", ["", "Nowhere/At_All", "America"])
def test_hours_in_a_zone_that_nobody_knows_are_told_in_words_alone(zone: str) -> None:
    made = one_service(lines=(line(zone=zone),))
    assert "schedules" not in made
    assert "Weekdays" in made["phones"][0]["description"]


def test_a_text_that_is_not_translated_yet_says_which_language_it_is_in() -> None:
    about = card(language="ms", about=reading("Helps.", "en"))
    made = directory(replace(entry(language="ms"), card=about), language="ms")
    assert objects(made, "organizations")[0]["text_languages"] == {"description": "en"}
    assert objects(made, "services")[0]["text_languages"] == {"description": "en"}
    assert all("text_languages" not in one for one in walked(one_service()))


# --- ids ---


@given(makings())
def test_ids_are_the_same_in_every_language_and_at_every_build(making: Making) -> None:
    for kind in ("organizations", "services"):
        first = ids(objects(making("en"), kind))
        assert first == ids(objects(making("en"), kind)) == ids(objects(making("my"), kind))


@given(makings())
def test_no_two_objects_have_the_same_id(making: Making) -> None:
    for kind in ("organizations", "services"):
        made = objects(making("en"), kind)
        for one in made:
            one.pop("organization", None)  # stands in each of its services
            for attribute in one.get("attributes", ()):
                del attribute["taxonomy_term"]
        assert len(ids(made)) == len(set(ids(made)))


@given(st.text())
def test_an_id_is_a_uuid5(where: str) -> None:
    assert unique(where) == str(uuid5(NAMESPACE_URL, where))


def test_an_organisation_is_known_by_its_address_without_the_language() -> None:
    [made] = objects(directory(entry()), "organizations")
    assert (
        made["id"]
        == str(uuid5(NAMESPACE_URL, f"{ADDRESS}directory/lamp-desk/"))
        == organisation_id(ADDRESS, "lamp-desk")
    )
    assert one_service()["id"] == str(uuid5(NAMESPACE_URL, f"{ADDRESS}directory/lamp-desk/#legal-support"))


# --- files ---


@given(makings())
def test_the_same_directory_becomes_the_same_bytes_in_whatever_order_it_comes(making: Making) -> None:
    made = making("en")
    assert dict(hsds_files(made)) == dict(hsds_files(replace(made, entries=made.entries[::-1])))


@given(makings())
def test_json_is_sorted_short_and_in_the_signs_of_its_language(making: Making) -> None:
    for content in dict(hsds_files(making("my"))).values():
        text = content.decode()
        told = json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert text == f"{told}\n"


@pytest.mark.parametrize("count", [0, 1, SIZE, SIZE + 1, 2 * SIZE + 5])
def test_the_pages_of_a_list_are_the_whole_list(count: int) -> None:
    made = directory(*(bare(f"reed-{number}") for number in range(count)))
    for folder in ("hsds/en/", "hsds/"):
        found = pages(made, "organizations", folder)
        whole = [one for page in found for one in page["contents"]]
        assert whole == objects(made, "organizations")
        assert len(whole) == count
        assert [len(page["contents"]) for page in found] == [page["size"] for page in found]
        assert all(page["size"] == SIZE for page in found[:-1])
        assert all(page.keys() == PAGE for page in found)
        assert [page["page_number"] for page in found] == list(range(1, len(found) + 1))
        assert [page["first_page"] for page in found] == [True, *[False] * (len(found) - 1)]
        assert [page["last_page"] for page in found] == [*[False] * (len(found) - 1), True]
        assert {(page["total_items"], page["total_pages"]) for page in found} == {(count, len(found))}
        assert [page["empty"] for page in found] == [not page["size"] for page in found]


def test_the_first_page_has_no_number_and_the_others_have() -> None:
    made = files(directory(*(bare(f"reed-{number}") for number in range(SIZE + 1))))
    assert {name for name in made if name.startswith("hsds/en/organizations") and name.count("/") == 2} == {
        "hsds/en/organizations.json",
        "hsds/en/organizations-2.json",
    }


def test_an_object_stands_in_a_file_named_by_its_id() -> None:
    made = files(directory(entry()))
    for name, content in made.items():
        if name.count("/") == 3:
            assert Path(name).stem == content["id"]
    assert len([name for name in made if name.startswith("hsds/en/services/")]) == 2


def test_only_the_source_language_also_stands_at_the_root() -> None:
    assert all(name.startswith("hsds/ms/") for name in files(directory(entry(language="ms"), language="ms")))
    made = files(directory(entry()))
    assert {name for name in made if name.count("/") == 1} == {
        "hsds/index.json",
        "hsds/profile.json",
        "hsds/organizations.json",
        "hsds/services.json",
    }


def test_the_index_says_what_this_is_and_what_it_is_not() -> None:
    made = files(directory(entry(), languages=("en", "my")))["hsds/index.json"]
    assert (made["version"], made["api"], made["openapi_url"]) == ("3.0", False, None)
    assert made["profile"] == f"{ADDRESS}hsds/profile.json"
    assert made["languages"]["my"]["services"] == f"{ADDRESS}hsds/my/services.json"
    assert made["publisher"] == {"name": "Lamp & Co", "website": ADDRESS}
    assert "licence" not in made


def test_the_index_names_no_licence_and_no_way_back_but_those_it_was_told() -> None:
    told = {"licence": "https://licence.example/", "feedback": "mailto:wrong@lamp.example?subject=x"}
    made = files(directory(**told))["hsds/index.json"]
    assert made["licence"] == "https://licence.example/"
    assert made["publisher"]["email"] == "wrong@lamp.example"
    made = files(directory(feedback="https://lamp.example/wrong"))["hsds/index.json"]
    assert made["publisher"]["website"] == "https://lamp.example/wrong"


def test_the_profile_names_its_files() -> None:
    made = files(directory())
    told = made["hsds/profile.json"]["profile"]
    assert told == {name: f"{ADDRESS}hsds/profile/{name}.json" for name in patches()}
    assert {f"hsds/profile/{name}.json" for name in told} <= made.keys()


def test_every_language_has_the_same_files() -> None:
    names = {
        frozenset(name.replace(f"hsds/{code}/", "", 1) for name in files(made) if name.startswith(f"hsds/{code}/"))
        for code in LANGUAGES
        for made in [directory(entry(language=code), bare(language=code), language=code)]
    }
    assert len(names) == 1


# --- the handbook ---


def checked(folder: Path) -> str:
    """Run the program with which the handbook lets others check the files, and give what it says."""
    text = (Path(__file__).parents[2] / "handbook/build/open-data.md").read_text("utf-8")
    [program] = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_program_of_the_handbook_finds_what_is_wrong_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(SCHEMAS, tmp_path / "schema")
    for name, content in hsds_files(directory(entry(), bare())):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert checked(tmp_path) == "2 organizations\n2 services\n"
    [broken, *_] = sorted((tmp_path / "hsds/en/organizations").iterdir())
    broken.write_text(json.dumps(json.loads(broken.read_text("utf-8")) | {"contacts": []}), "utf-8")
    assert "'contacts'" in checked(tmp_path)
