"""Nothing of the directory that must stay here reaches any file, in any format. All entries are invented.

What is wrong with an entry stops a build. Here the gate is taken away, so that what lies behind it is seen to hold by
itself: each build has a hundred entries whose tier, consent, state and kind were drawn at random, and in each field a
value that stands nowhere else. Every file of the whole site is then searched for all of them.
"""

import gzip
import io
import json
import re
import zipfile
from pathlib import Path
from random import Random

import brotli
import pytest
from tests.conftest import TODAY, Repository

from suluh.pipeline.making import Making
from suluh.pipeline.order import Order
from suluh.problem import Problem

ENTRIES, BUILDS = 100, 10
COVERS = ("base", "serves", "who_for", "front_door", "languages", "website", "contact")
PLANTED = re.compile(rb"planted-\d+-[a-z_]+|C-1999-\d{3}|role:planted")
NUMBER = re.compile(rb"(?:\+|wa\.me/)66[ -]?2[ -]?\d{3}[ -]?\d{4}")


class Heedless(Making):
    """Makes a site whatever is wrong with it."""

    def told(self) -> tuple[Problem, ...]:
        return ()

    @property
    def _stopped(self) -> bool:
        return False


def drawn(random: Random, number: int) -> tuple[dict[str, object], set[bytes]]:
    """Draw one entry, and say which of its values may be seen: what the handbook says, written a second time."""

    def planted(field: str) -> str:
        return f"planted-{number}-{field}"

    tier = random.choice(("green", "yellow", "red"))
    kind = random.choice(("cso", "union", "cbo", "network", "government"))
    state = random.choice(("verified", "unverified", "disputed", "closed"))
    covers = [field for field in COVERS if random.random() < 0.5]
    consent = {"ref": f"C-1999-{number:03}", "covers": covers, "withdrawn": random.random() < 0.2}
    agreed = consent if random.random() < 0.7 else None
    phone = f"+6629{number:02}{random.randrange(10_000):04}"
    written: dict[str, object] = {
        "name": {"th": planted("name")},
        "also_known_as": [planted("alias")],
        "kind": kind,
        "tier": tier,
        "about": {"th": planted("about"), "km": planted("about_km")},
        "source": {"id": "invented-survey", "dated": "2025"},
        "verification": {"state": state, "on": "2026-10-01", "how": "phone", "by": "role:planted"},
        "services": ["legal-support"],
        "who_for": {"th": planted("who_for")},
        "front_door": {"th": planted("front_door")},
        "website": {"address": f"https://{planted('website')}.example/", "source": ["invented-survey"],
                    "checked_on": "2026-10-01"},
        "contact": [
            {"kind": "phone", "number": phone, "owner": "organisation", "source": ["invented-survey"],
             "checked_on": "2026-10-01", "hours": {"th": planted("hours")}},
            {"kind": "email", "address": f"{planted('mail')}@example.org", "owner": "organisation",
             "source": ["invented-survey"], "checked_on": "2026-10-01"},
        ],
    }  # fmt: skip
    if agreed:
        written["consent"] = agreed
    shown = tier != "red" and not (agreed and agreed["withdrawn"])
    covered = covers if agreed else []
    seen = {planted(field).encode() for field in ("name", "alias", "about", "about_km")} if shown else set()
    for field in ("who_for", "front_door", "website"):
        if shown and (kind != "cbo" or field in covered):
            seen.add(planted(field).encode())
    if shown and tier == "green" and ((state == "verified" and "contact" in covered) or kind == "government"):
        seen |= {planted("hours").encode(), planted("mail").encode(), phone[1:].encode()}
    return written, seen


def opened(name: str, data: bytes) -> list[bytes]:
    """Give what a reader of a file would find in it."""
    if name.endswith(".gz"):
        return opened(name[:-3], gzip.decompress(data))
    if name.endswith(".br"):
        return opened(name[:-3], brotli.decompress(data))
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return [part for one in packed.namelist() for part in opened(one, packed.read(one))]
    return [name.encode(), data, re.sub(rb"\r\n ", b"", data)]  # a contact card is folded


def as_yaml(value: object) -> str:
    """Write an entry: JSON is YAML, but for days, which stand without quotes."""
    return re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", json.dumps(value, ensure_ascii=False))


@pytest.mark.slow
def test_of_a_thousand_entries_drawn_at_random_no_value_is_seen_that_may_not_be(riverside: Repository, tmp_path: Path):
    riverside.change("content/site.yml", "exports: [feed, osdi]", "exports: [hsds, tables, feed, osdi]")
    looked, found_somewhere = 0, set[bytes]()
    for seed in range(BUILDS):
        random, allowed = Random(seed), set[bytes]()  # the same on every computer
        for number in range(ENTRIES):
            written, seen = drawn(random, number)
            allowed |= seen
            riverside.write(f"directory/organisations/entry-{number}.yml", as_yaml(written))
        order = Order(riverside.root, tmp_path / "out", TODAY, workers=1)
        making = Heedless(order, lambda *_: None)
        manifest = making.site()
        assert manifest is not None
        found = set[bytes]()
        for name, kept in manifest.files.items():
            looked += 1
            for text in opened(name, making.store.read(kept) or b""):
                found |= set(PLANTED.findall(text))
                found |= {re.sub(rb"\D", b"", match) for match in NUMBER.findall(text)}
        found -= {b"6620000000", b"6620000001", b"6620000009"}  # those of the site itself, which may be shown
        assert found - allowed == set()
        assert allowed - found == set(), "what may be shown is shown"
        found_somewhere |= {name.rpartition(b"-")[2] for name in found}
    assert looked > BUILDS * ENTRIES * 5
    assert {b"name", b"hours", b"website"} <= found_somewhere
