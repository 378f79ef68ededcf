"""A picture to be shared: what stands on it, and its form."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["wide", "square", "story"]
SIZES: dict[Form, tuple[int, int]] = {"wide": (1200, 630), "square": (1080, 1080), "story": (1080, 1920)}
"""Width and height in pixels: for previews of links, for posts, for stories."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: a title, a sentence under it, and where to read on. Text is in one language and its direction."""

    form: Form
    language: str
    direction: str
    title: str
    text: str
    site: str
    address: str  # without https://, as it is typed
