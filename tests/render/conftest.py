"""What the tests of `render` share."""

from collections.abc import Callable, Mapping

import pytest

from suluh.model.edition import Frame
from suluh.model.settings import Language

FrameOf = Callable[..., Frame]


@pytest.fixture(scope="session")
def frame_of() -> FrameOf:
    """Make the frame of an English edition below a path."""

    def made(base: str = "/", words: Mapping[str, str] | None = None) -> Frame:
        return Frame(
            site="Lamp",
            address=f"https://lamp.example{base}",
            base=base,
            language=Language(code="en", name="English"),
            words=words or {},
            home="en/",
            help="en/help/",
            leave="https://weather.example/",
            away="w/",
            links=(),
            handbook="",
        )

    return made
