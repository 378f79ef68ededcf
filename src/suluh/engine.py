"""What makes a site: our code, its libraries and Python. What one engine made, another must not take for its own."""

import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from suluh.scan import scan
from suluh.store import digest


def engine_parts() -> Mapping[str, str]:
    """Give the version of each thing that the engine consists of; that of this program is the digest of its code."""
    ours = Path(__file__).parent
    known = scan(ours.parent, [ours.name], {})
    code = [part for file in sorted(known) if file.endswith(".py") for part in (file, known[file])]
    return {"Python": sys.version, "suluh": digest(*code), **dict(_libraries())}


def engine_of(parts: Mapping[str, str]) -> str:
    """Digest an engine."""
    return digest(*(part for name in sorted(parts) for part in (name, parts[name])))


def _libraries() -> list[tuple[str, str]]:
    """Give the libraries that are installed beside us: the names of their folders say their versions."""
    beside = Path(sysconfig.get_path("purelib")).iterdir()
    installed = (path.stem.rpartition("-") for path in beside if path.suffix == ".dist-info")
    return sorted((f"the library {name}", version) for name, _, version in installed)
