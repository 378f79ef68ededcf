"""How much a command of the engine does, counted and not timed: `python benchmarks/calls.py ENGINE COMMAND…`.

Prints JSON: the functions that were called in this process, and the modules that were imported. A busy machine
changes neither.
"""

import cProfile
import json
import os
import pstats
import sys
from pathlib import Path


def main() -> None:
    """Run the command in this process, and count."""
    engine, *command = sys.argv[1:]
    sys.path.insert(0, str(Path(engine) / "src"))
    own = len(sys.modules)
    sys.argv = ["suluh", *command]
    said, silent = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    profile = cProfile.Profile()
    try:
        profile.runcall(_run)
    except SystemExit as end:
        if end.code:
            raise
    os.dup2(said, 1)
    calls = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    print(json.dumps({"calls": calls, "modules": len(sys.modules) - own}))


def _run() -> None:
    from suluh.cli import program  # noqa: PLC0415 (what it imports is counted)

    program()


if __name__ == "__main__":
    main()
