"""The fonts of a folder, one file for each script and weight: unpacked, and which signs each of them has."""

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path

_SCRIPTS = {
    "bn": "bengali", "hi": "devanagari", "km": "khmer", "my": "myanmar", "ne": "devanagari", "ta": "tamil",
    "th": "thai", "ur": "arabic", "zh": "han",
}  # fmt: skip

FIRST: Mapping[str, tuple[str, ...]] = {
    language: ("han", "latin") if script == "han" else ("latin", script) for language, script in _SCRIPTS.items()
}
"""The scripts whose fonts a language asks before all others: Chinese has quotes and dashes of its own."""

_BOLD = "-bold"


def shelf(folder: Path) -> list[Path]:
    """Give the fonts of a folder, in an order that is always the same."""
    return sorted(folder.glob("*.woff2"))


def script(font: Path) -> str:
    """Tell whose letters a font has, by its name."""
    return font.stem.removesuffix(_BOLD)


def bold(font: Path) -> bool:
    """Tell whether a font is the bold one of its script."""
    return font.stem.endswith(_BOLD)


def asked(language: str, fonts: list[Path], *, heavy: bool) -> tuple[Path, ...]:
    """Give a font of every script in the order in which a language asks them for a sign, bold where there is one."""
    files = {(script(font), bold(font)): font for font in fonts}
    scripts = dict.fromkeys((*FIRST.get(language.partition("-")[0], ("latin",)), *sorted(map(script, fonts))))
    both = ((files.get((name, heavy)), files.get((name, not heavy))) for name in scripts)
    return tuple(font for one, other in both if (font := one or other))


def signs(folder: Path) -> frozenset[int]:
    """Tell which characters the fonts of a folder have."""
    return frozenset().union(*map(held, shelf(folder)))


def held(font: Path) -> frozenset[int]:
    """Tell which characters a font has."""
    return _held(font, font.stat().st_mtime_ns)


def unpacked(font: Path) -> bytes:
    """Unpack a font, once: that takes longer than to lay out a sheet."""
    return _unpacked(font, font.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _held(font: Path, _changed: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


@lru_cache(maxsize=64)
def _unpacked(font: Path, _changed: int) -> bytes:
    from fontTools.ttLib.woff2 import decompress

    made = BytesIO()
    decompress(BytesIO(font.read_bytes()), made)
    return made.getvalue()
