"""The program of this repository: python build.py build | check | serve | new campaign | tally add | …."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "src"))

if __name__ == "__main__":
    from suluh.cli import main

    main()
