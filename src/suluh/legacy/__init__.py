"""Texts in the encodings of old fonts, which look right in those fonts alone; and what they say in Unicode."""

from suluh.legacy.bamini import from_bamini
from suluh.legacy.bijoy import from_bijoy
from suluh.legacy.preeti import from_preeti
from suluh.legacy.zawgyi import from_zawgyi, is_zawgyi

__all__ = ["FONTS", "from_bamini", "from_bijoy", "from_preeti", "from_zawgyi", "is_zawgyi"]

FONTS = {
    "DEVANAGARI": ("Preeti", from_preeti),
    "BENGALI": ("Bijoy", from_bijoy),
    "TAMIL": ("Bamini", from_bamini),
}
"""Fonts that draw a script where Latin letters stand: their name, and how to read them, by the name of the script."""
