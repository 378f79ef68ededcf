"""The list of official pages and codes, for other programs, and to be signed."""

import json

from suluh.model.campaigning import VerifyBody

ROUTE = "verify.json"


def official_file(body: VerifyBody) -> tuple[str, bytes]:
    """Write the list: path in the site, and bytes that change only when something on it does."""
    listed = {
        "site": body.site,
        "numbers": [{"name": line.title.text, "number": line.number} for line in body.lines],
        "campaigns": [
            {"title": one.campaign.label.text, "page": one.address, "short": one.short, "code": one.code,
             "state": one.state}
            for one in body.officials
        ],
    }  # fmt: skip
    return ROUTE, (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()
