"""Read the directory and its vocabularies."""

from collections.abc import Mapping

from suluh.load.reader import Reader
from suluh.model.organisation import Organisation, Region, Service


def load_directory(
    reader: Reader,
) -> tuple[Mapping[str, Organisation], Mapping[str, Service], Mapping[str, Region]]:
    """Read `directory/`: the vocabularies, and one file an organisation."""
    organisations: dict[str, Organisation] = {}
    for path in reader.files("directory/organisations", "*.yml"):
        document = reader.document(path)
        made = reader.record(Organisation, ("organisation", path.stem), document) if document else None
        if made is not None:
            organisations[path.stem] = made
    services = reader.root / "directory" / "services.yml"
    places = reader.root / "directory" / "places.yml"
    return (
        organisations,
        reader.listed(Service, "service", services) if services.is_file() else {},
        reader.listed(Region, "place", places) if places.is_file() else {},
    )
