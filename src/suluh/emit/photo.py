"""Make a picture that somebody gave small, with nothing in it but what it shows."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from suluh.model.raw import GPS, UNKNOWN

if TYPE_CHECKING:
    from PIL import Image

WIDEST = 800
HEAVIEST = 60_000
MOST_PIXELS = 50_000_000
"""More than a phone takes. A small file can claim to be so large that it fills the memory."""

_KINDS = ("JPEG", "PNG", "WEBP")
_QUALITIES = (84, 76, 68, 60)
_SMALLER = 0.8


def photo(data: bytes) -> bytes:
    """Make a JPEG of a picture that is light and turned upright, without a word of where, when or by what it was taken.

    Raises: ValueError.
    """
    picture = _upright(data)
    return next(made for made in _smaller_and_smaller(picture) if len(made) <= HEAVIEST)


def position(data: bytes) -> bool:
    """Tell whether a picture says where it was taken. One that nobody can look into might."""
    from suluh.hidden.pictures import marks_of_picture

    return not {GPS, UNKNOWN}.isdisjoint(marks_of_picture(data))


def _upright(data: bytes) -> "Image.Image":
    """Open a picture as it is looked at, on white where one can look through it, and take over nothing but its dots."""
    from PIL import Image, ImageOps

    try:
        with _opened(data) as opened:
            turned = ImageOps.exif_transpose(opened).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        most = MOST_PIXELS // 1_000_000
        raise ValueError(f"The picture has more than {most} million dots. Make it smaller.") from fault
    except Exception as fault:  # a damaged picture breaks its reader in many ways
        raise ValueError("This is no picture that can be read. It must be a JPEG, a PNG or a WebP.") from fault
    ground = Image.new("RGB", turned.size, "white")
    ground.paste(turned, mask=turned)
    return ground


def _opened(data: bytes) -> "Image.Image":
    """Open a picture whose dots are not read yet."""
    from PIL import Image, ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # whoever lays out pages lets half a picture pass
    with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
        opened = Image.open(BytesIO(data), formats=_KINDS)
    if opened.width * opened.height > MOST_PIXELS:
        raise Image.DecompressionBombError
    return opened


def _smaller_and_smaller(picture: "Image.Image") -> Iterator[bytes]:
    """Write a picture in one quality after the other, and then with fewer dots."""
    from PIL import Image

    share = min(1.0, WIDEST / picture.width)
    while True:
        size = max(1, round(picture.width * share)), max(1, round(picture.height * share))
        small = picture.resize(size, Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            made = BytesIO()
            small.save(made, "JPEG", quality=quality, optimize=True, progressive=True)
            yield made.getvalue()
        share *= _SMALLER
