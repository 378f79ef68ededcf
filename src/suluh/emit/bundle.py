"""Put files into one, the same bytes each time: a ZIP that every phone opens."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_DAY = 1980, 1, 1, 0, 0, 0
"""The first day that a ZIP knows: it tells nothing of when something was made."""
_PACKED = (".png", ".jpg", ".pdf")
"""What does not get smaller."""


def bundle(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Put files, each with its name, into a ZIP."""
    made = BytesIO()
    with ZipFile(made, "w") as opened:
        for name, data in files:
            info = ZipInfo(name, _DAY)
            info.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            opened.writestr(info, data)
    return made.getvalue()
