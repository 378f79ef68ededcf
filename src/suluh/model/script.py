"""In which script a language is written."""

import unicodedata
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from suluh.model.settings import Language

_NAMES = {"Beng": "BENGALI", "Hans": "CJK", "Hant": "CJK", "Jpan": "CJK", "Kore": "HANGUL"}
"""Scripts that Unicode calls otherwise in the names of letters than CLDR does."""


@cache
def script_of(code: str) -> str:
    """Name the script of a language as the names of its letters begin, such as `MYANMAR`. Source: CLDR, likely subtags.

    Of what CLDR does not know, nothing is said.
    """
    try:
        locale = Locale.parse(code, sep="-")
        likely = get_global("likely_subtags").get(locale.language, "")
        script = locale.script or next((part for part in likely.split("_") if len(part) == 4), "")
        return _NAMES.get(script) or Locale("en").scripts.get(script, "").upper()
    except (ValueError, UnknownLocaleError):
        return ""


def written_in(language: Language) -> str:
    """Name the script that a language of a site is written in; nothing, where it borrows the days of another."""
    return "" if language.locale else script_of(language.code)


@cache
def is_in(letter: str, script: str) -> bool:
    """Tell whether a letter belongs to a script."""
    return unicodedata.name(letter, "").startswith(script)
