"""Read the directory and its vocabularies."""

from collections.abc import Mapping
from typing import Any

from suluh.load.reader import Reader
from suluh.model.base import Model
from suluh.model.map import Map
from suluh.model.organisation import Gone, Organisation, People, Region, Service
from suluh.model.report import Report

_LISTS: Mapping[str, tuple[type[Model], str]] = {
    "services": (Service, "service"),
    "places": (Region, "place"),
    "people": (People, "people"),
    "gone": (Gone, "gone"),
    "reports": (Report, "report"),
}


def load_directory(reader: Reader) -> dict[str, Any]:
    """Read `directory/`: its vocabularies, one file an organisation, what was taken away; by the field of a site."""
    organisations: dict[str, Organisation] = {}
    for path in reader.files("directory/organisations", "*.yml"):
        document = reader.document(path)
        made = reader.record(Organisation, ("organisation", path.stem), document) if document else None
        if made is not None:
            organisations[path.stem] = made
    drawn = reader.root / "directory" / "map.yml"
    document = reader.document(drawn) if drawn.is_file() else None
    listed = {key: reader.root / "directory" / f"{key}.yml" for key in _LISTS}
    return {
        "organisations": organisations,
        "map": reader.record(Map, ("map", "map"), document) if document else None,
        **{key: reader.listed(*_LISTS[key], path) if path.is_file() else {} for key, path in listed.items()},
    }
