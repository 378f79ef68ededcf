"""schema.org descriptions of pages: public fields only."""

import json
from collections.abc import Mapping
from datetime import date

from suluh.model.entry import Card
from suluh.model.listing import Listing
from suluh.model.reading import Reading
from suluh.model.site import Site

_KINDS = {"union": "WorkersUnion", "government": "GovernmentOrganization", "embassy": "GovernmentOrganization"}


def guide(site: Site, title: Reading, summary: Reading, as_at: date, address: str) -> str:
    """Describe a guide as an Article that costs nothing to read."""
    return _json(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": title.text,
            "description": summary.text,
            "inLanguage": title.language,
            "dateModified": as_at.isoformat(),
            "isAccessibleForFree": True,
            "mainEntityOfPage": address,
            "publisher": {"@type": "Organization", "name": site.settings.name, "url": site.settings.address},
        }
    )


def organisation(site: Site, one: Listing, card: Card, address: str) -> str:
    """Describe an organisation by its name, what it does, and the state it is in."""
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": _KINDS.get(one.kind, "Organization"),
        "name": card.name.text,
        "description": card.about.text,
        "url": address,
    }
    if one.also_known_as:
        described["alternateName"] = list(one.also_known_as)
    region = site.places.get(one.base or "")
    if region is not None:
        described["areaServed"] = region.name.get(site.settings.source.code, region.id)
    return _json(described)


def _json(described: Mapping[str, object]) -> str:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(described, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
