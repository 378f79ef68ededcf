"""The directory as tables: valid, tied together by ids, and the same as the JSON beside them."""

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from frictionless import Package, validate
from hypothesis import given
from tests.hsds.directories import TRICKY, Making, bare, directory, entry, line, makings, reading, service

from suluh.emit.tables import table_files
from suluh.model.entry import Directory
from suluh.model.hsds import organizations, services
from suluh.model.profile import GONE, NEVER

Rows = list[dict[str, str]]

FULL = directory(
    entry(),
    entry("other", card_name=reading("=HYPERLINK(1)"), card_about=reading('two\nlines, "quoted"; +60 -1 @x')),
    bare(),
    bare("sparrow", card_about=reading("Membantu.", "ms"), lines=(line("10000"),), services=(service("counselling"),)),
    licence="https://licence.example/",
)
"""An entry of which all is known, one that would be formulas, one of which nothing is known, one half translated."""


def read(content: bytes) -> Rows:
    """Read a table as it stands."""
    return list(csv.DictReader(StringIO(content.decode(), newline=""), strict=True))


def tables(made: Directory) -> Mapping[str, Rows]:
    """Read every table, by its name in the package."""
    files = dict(table_files(made))
    told = json.loads(files["hsds/tabular/datapackage.json"])
    return {one["name"]: read(files[f"hsds/tabular/{one['path']}"]) for one in told["resources"]}


def unpacked(made: Directory, folder: Path) -> Path:
    """Write the files where a program can read them."""
    for name, content in table_files(made):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "hsds"


def cells(one: Mapping[str, Any]) -> dict[str, str]:
    """Write the fields of an object as the cells of its row, but for those that hold other objects."""
    return {name: str(value) for name, value in one.items() if not isinstance(value, dict | list)}


@pytest.mark.parametrize("made", [FULL, directory(), directory(bare())], ids=["full", "empty", "bare"])
@pytest.mark.parametrize("packed", ["tabular/datapackage.json", "tabular.zip"])
def test_frictionless_finds_nothing_wrong(made: Directory, packed: str, tmp_path: Path) -> None:
    report = validate(str(unpacked(made, tmp_path) / packed), type="package")
    assert report.flatten(["type", "note", "rowNumber", "fieldName"]) == []
    assert report.valid
    assert report.stats["tasks"] == 10


def test_frictionless_would_find_what_is_wrong(tmp_path: Path) -> None:
    folder = unpacked(FULL, tmp_path) / "tabular"
    path = folder / "organizations.csv"
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join(lines[:1] + lines[2:]))
    report = validate(str(folder / "datapackage.json"), type="package")
    assert {kind for (kind,) in report.flatten(["type"])} == {"foreign-key"}


def test_a_cell_is_what_it_was_also_where_it_looks_like_a_formula(tmp_path: Path) -> None:
    package = Package(str(unpacked(FULL, tmp_path) / "tabular/datapackage.json"))
    rows = {row["id"]: row for row in package.get_table_resource("organization").read_rows()}
    told = {one["id"]: one for one in organizations(FULL)}
    assert {name: row["name"] for name, row in rows.items()} == {name: one["name"] for name, one in told.items()}
    assert "=HYPERLINK(1)" in {row["name"] for row in rows.values()}
    assert 'two\nlines, "quoted"; +60 -1 @x' in {row["description"] for row in rows.values()}
    numbers = {row["number"] for row in package.get_table_resource("phone").read_rows()}
    assert numbers == {"+60300000000", "10000"}


@given(makings())
def test_each_row_is_an_object_of_the_json(making: Making) -> None:
    made = making("en")
    rows = tables(made)
    told = {"organization": list(organizations(made)), "service": list(services(made))}
    for kind, objects in told.items():
        assert [row["id"] for row in rows[kind]] == [one["id"] for one in objects]
        for row, one in zip(rows[kind], objects, strict=True):
            ours = {
                name: cell for name, cell in row.items() if cell and name not in {"organization_id", "text_languages"}
            }
            assert ours == cells(one)
            assert json.loads(row["text_languages"] or "{}") == one.get("text_languages", {})
    assert [row["organization_id"] for row in rows["service"]] == [one["organization"]["id"] for one in told["service"]]
    for name, field in (("schedule", "schedules"), ("service_area", "service_areas")):
        inner = [(one["id"], other["id"]) for one in told["service"] for other in one.get(field, ())]
        assert [(row["service_id"], row["id"]) for row in rows[name]] == inner
    assert len(rows["phone"]) == sum(len(one.get("phones", ())) for objects in told.values() for one in objects)


@given(makings())
def test_whatever_a_row_leads_to_is_there(making: Making) -> None:
    files = dict(table_files(making("en")))
    rows = tables(making("en"))
    for one in json.loads(files["hsds/tabular/datapackage.json"])["resources"]:
        own = [row["id"] for row in rows[one["name"]]]
        assert len(own) == len(set(own))
        for key in one["schema"]["foreignKeys"]:
            there = {row["id"] for row in rows[key["reference"]["resource"]]}
            assert {row[key["fields"]] for row in rows[one["name"]]} - {""} <= there


@given(makings())
def test_a_phone_belongs_to_an_organisation_or_to_a_service_and_a_language_to_one_thing(making: Making) -> None:
    rows = tables(making("en"))
    for row in rows["phone"]:
        assert bool(row["organization_id"]) != bool(row["service_id"])
    for row in rows["language"]:
        assert bool(row["service_id"]) != bool(row["phone_id"])


def test_only_kinds_of_help_that_somebody_offers_are_terms() -> None:
    made = directory(bare(services=(service("counselling"),)))
    assert [row["code"] for row in tables(made)["taxonomy_term"]] == ["counselling"]
    assert [row["name"] for row in tables(made)["taxonomy"]] == ["Lamp & Co services"]


def test_no_table_and_no_column_is_one_that_can_harm() -> None:
    rows = tables(FULL)
    assert not rows.keys() & set(GONE)
    for name, fields in NEVER.items():
        assert not {column for row in rows.get(name, ()) for column in row} & set(fields)


def test_what_was_taken_away_is_in_no_table() -> None:
    made = replace(FULL, gone={"sparrow-house": FULL.as_of})
    assert dict(table_files(made)) == dict(table_files(FULL))


@pytest.mark.parametrize("text", TRICKY)
def test_no_sign_is_lost_in_a_table(text: str) -> None:
    [row] = tables(directory(bare(card_name=reading(text))))["organization"]
    assert row["name"] == text


def test_the_zip_holds_the_same_files_and_says_nothing_of_when_it_was_made() -> None:
    files = dict(table_files(FULL))
    with ZipFile(BytesIO(files["hsds/tabular.zip"])) as archive:
        assert archive.testzip() is None
        assert {f"hsds/tabular/{name}": archive.read(name) for name in archive.namelist()} == {
            name: content for name, content in files.items() if name != "hsds/tabular.zip"
        }
        assert archive.namelist()[0] == "datapackage.json"
        assert {(one.date_time, one.create_system, one.extra) for one in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 3, b"")
        }


@given(makings())
def test_the_same_directory_becomes_the_same_bytes_in_whatever_order_it_comes(making: Making) -> None:
    made = making("en")
    assert dict(table_files(made)) == dict(table_files(replace(made, entries=made.entries[::-1])))


def test_the_package_names_a_licence_only_if_it_was_told_one() -> None:
    told, untold = (
        json.loads(dict(table_files(made))["hsds/tabular/datapackage.json"]) for made in (FULL, directory())
    )
    assert told["licenses"] == [{"path": "https://licence.example/"}]
    assert "licenses" not in untold
