"""Files of a repository, as few as a test needs. Everything in them is invented."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Repository

from suluh.load.reader import Reader
from suluh.problem import Problem, as_text, in_order

SITE = """
name: Lamp
tagline: {en: Know your rights.}
address: https://lamp.example/
languages: [{code: en, name: English}]
currency: {symbol: $}
leave: https://weather.example/
""".lstrip()

ReaderOf = Callable[[dict[str, str | bytes]], Reader]


@pytest.fixture
def reader_of(tmp_path: Path) -> ReaderOf:
    """Read a repository that holds some files."""

    def made(files: dict[str, str | bytes]) -> Reader:
        repository = Repository(tmp_path)
        for name, content in files.items():
            repository.write(name, content)
        return Reader(tmp_path)

    return made


def told(problems: list[Problem]) -> str:
    """Say problems as people read them, on lines of their own; none are said with nothing."""
    return f"\n{as_text(in_order(problems))}\n" if problems else ""
