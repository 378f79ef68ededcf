"""The directory as tables of HSDS 3.0: CSV files and the data package that describes them, in a folder and as a ZIP."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from suluh.model.entry import Directory
from suluh.model.hsds import Object, organizations, services

_FOLDER = "hsds/tabular"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP can tell of: ours tells nothing of when or by whom it was made."""

_UNIX, _MODE = 3, 0o100644 << 16


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: `name!` where no cell is empty, `name:type` where it is no text."""

    written: str

    @property
    def name(self) -> str:
        return self.written.partition(":")[0].rstrip("!")

    @property
    def type(self) -> str:
        return self.written.partition(":")[2] or "string"

    def described(self) -> Object:
        """Describe the column as Table Schema has it."""
        needed = self.written.partition(":")[0].endswith("!")
        constraints = {"required": True} if needed else {}
        constraints |= {"unique": True} if self.name == "id" else {}
        return {"name": self.name, "type": self.type} | ({"constraints": constraints} if constraints else {})


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: the object that a row is, the file, the columns, and whose ids stand in some of them."""

    name: str
    file: str
    columns: tuple[_Column, ...]
    keys: Mapping[str, str] = field(default_factory=dict)

    def described(self) -> Object:
        """Describe the table as a resource of a Tabular Data Package."""
        return {
            "name": self.name,
            "path": self.file,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [column.described() for column in self.columns],
                "primaryKey": "id",
                "foreignKeys": [
                    {"fields": column, "reference": {"resource": table, "fields": "id"}}
                    for column, table in self.keys.items()
                ],
            },
        }


def _table(name: str, file: str, columns: str, **keys: str) -> _Table:
    return _Table(name, f"{file}.csv", tuple(map(_Column, columns.split())), keys)


_TABLES = (
    _table(
        "organization",
        "organizations",
        "id! name! alternate_name description! email website kind! page! verification_state! verified_on:date source! "
        "source_date! text_languages:object",
    ),
    _table(
        "service",
        "services",
        "id! organization_id! name! description! url! status! audience! application_process eligibility_description "
        "not_for assured_date:date last_modified:datetime text_languages:object",
        organization_id="organization",
    ),
    _table(
        "phone",
        "phones",
        "id! service_id organization_id number! type description cost checked_on!:date text_languages:object",
        service_id="service",
        organization_id="organization",
    ),
    _table(
        "schedule",
        "schedules",
        "id! service_id! freq! byday! opens_at! closes_at! timezone!:number time_zone! phone_number! description "
        "text_languages:object",
        service_id="service",
    ),
    _table(
        "service_area",
        "service_areas",
        "id! service_id! name! code! text_languages:object",
        service_id="service",
    ),
    _table(
        "language",
        "languages",
        "id! service_id phone_id name! code!",
        service_id="service",
        phone_id="phone",
    ),
    _table(
        "required_document",
        "required_documents",
        "id! service_id! document! text_languages:object",
        service_id="service",
    ),
    _table(
        "attribute",
        "attributes",
        "id! link_id! link_entity! taxonomy_term_id!",
        link_id="service",
        taxonomy_term_id="taxonomy_term",
    ),
    _table(
        "taxonomy_term",
        "taxonomy_terms",
        "id! taxonomy_id! code! name! description! language! taxonomy",
        taxonomy_id="taxonomy",
    ),
    _table("taxonomy", "taxonomies", "id! name! description!"),
)

_HELD = {
    "phones": "phone",
    "schedules": "schedule",
    "service_areas": "service_area",
    "languages": "language",
    "required_documents": "required_document",
}
"""What holds others as lists: field, and the table in which these stand."""

_Rows = Mapping[str, dict[str, Object]]


def table_files(directory: Directory) -> Iterator[tuple[str, bytes]]:
    """Give the tables of one language: path in the site, and bytes."""
    rows = _rows(directory)
    files = {"datapackage.json": _described(directory)}
    files |= {table.file: _csv(table, rows[table.name].values()) for table in _TABLES}
    for name, content in files.items():
        yield f"{_FOLDER}/{name}", content
    yield f"{_FOLDER}.zip", _zip(files)


def _rows(directory: Directory) -> _Rows:
    """Lay out what objects hold beside them, each with the ids of what holds it."""
    rows: _Rows = {table.name: {} for table in _TABLES}
    for organization in organizations(directory):
        _lay_out(rows, "organization", organization)
    for service in services(directory):
        held = {"organization_id": service["organization"]["id"]}
        _lay_out(rows, "service", service | held)
        for attribute in service["attributes"]:
            _classify(rows, service["id"], attribute["id"], attribute["taxonomy_term"])
    return rows


def _lay_out(rows: _Rows, table: str, one: Object) -> None:
    rows[table][one["id"]] = one
    for held, inner in _HELD.items():
        for other in one.get(held, ()):
            _lay_out(rows, inner, other | {f"{table}_id": one["id"]})


def _classify(rows: _Rows, service: str, name: str, term: Object) -> None:
    taxonomy = term["taxonomy_detail"]
    rows["attribute"][name] = {
        "id": name,
        "link_id": service,
        "link_entity": "service",
        "taxonomy_term_id": term["id"],
    }
    rows["taxonomy_term"][term["id"]] = term | {"taxonomy_id": taxonomy["id"]}
    rows["taxonomy"][taxonomy["id"]] = taxonomy


def _csv(table: _Table, rows: Iterable[Object]) -> bytes:
    """Write a table as RFC 4180 has it. A cell is data, also where it begins as a formula would: `+60…` is a number."""
    names: Sequence[str] = [column.name for column in table.columns]
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(names)
    writer.writerows([_cell(row.get(name, "")) for name in names] for row in rows)
    return file.getvalue().encode()


def _cell(value: object) -> object:
    return _json(value) if isinstance(value, dict) else value


def _described(directory: Directory) -> bytes:
    licence = {"licenses": [{"path": directory.licence}]} if directory.licence else {}
    package = licence | {
        "profile": "tabular-data-package",
        "name": "human_services_data",
        "title": f"{directory.site}: directory",
        "description": "Organizations and what they help with, as tables of HSDS 3.0 and of our profile of it.",
        "homepage": directory.address,
        "resources": [table.described() for table in _TABLES],
    }
    return f"{_json(package)}\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _zip(files: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            info = ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr = _UNIX, _MODE
            archive.writestr(info, content, ZIP_DEFLATED, 9)
    return packed.getvalue()
