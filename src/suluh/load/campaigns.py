"""Read campaigns, and the bills and targets that they share."""

from collections.abc import Mapping
from pathlib import Path

from suluh.load.reader import Reader, Record
from suluh.model.bill import Bill
from suluh.model.campaign import Campaign
from suluh.model.days import Day
from suluh.model.target import Target


def load_campaigns(reader: Reader) -> tuple[Mapping[str, Campaign], Mapping[str, Bill], Mapping[str, Target]]:
    """Read `campaigns/`, one folder a campaign; `bills/` and `targets/` are shared."""
    campaigns: dict[str, Campaign] = {}
    for path in reader.files("campaigns", "*/campaign.yml"):
        slug = path.parent.name
        reader.left_for_later(path.parent)
        made = _one(reader, Campaign, "campaign", slug, path)
        if made is not None:
            campaigns[slug] = made
    bills = _each(reader, Bill, "bill", "campaigns/bills")
    return campaigns, bills, _each(reader, Target, "target", "campaigns/targets")


def load_days(reader: Reader) -> Mapping[str, Day]:
    """Read the important days, where some are written."""
    files = reader.files("content", "days.yml")
    return {name: day for path in files for name, day in reader.listed(Day, "day", path).items()}


def _each(reader: Reader, model: type[Record], kind: str, folder: str) -> dict[str, Record]:
    made = {path.stem: _one(reader, model, kind, path.stem, path) for path in reader.files(folder, "*.yml")}
    return {name: record for name, record in made.items() if record is not None}


def _one(reader: Reader, model: type[Record], kind: str, name: str, path: Path) -> Record | None:
    document = reader.document(path)
    return reader.record(model, (kind, name), document) if document else None
