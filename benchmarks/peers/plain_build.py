"""Build the languages of a bare MkDocs site, two at a time. MkDocs's own Python runs this: FOLDER [CODES]."""

import logging
import multiprocessing
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def one(file: str) -> None:
    """Build one language."""
    logging.disable(logging.WARNING)
    build(load_config(file))


def main() -> None:
    """Build the languages that are named, or all."""
    folder, codes = Path(sys.argv[1]), sys.argv[2:]
    configs = [str(folder / f"{code}.yml") for code in codes] or sorted(map(str, folder.glob("*.yml")))
    if len(configs) == 1:
        one(configs[0])
        return
    with multiprocessing.Pool(2) as pool:
        pool.map(one, configs, chunksize=1)


if __name__ == "__main__":
    main()
