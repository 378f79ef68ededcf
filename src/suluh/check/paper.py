"""Rules on what can be printed."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from suluh.check.texts import texts_with
from suluh.model.output import Runs
from suluh.model.site import Site
from suluh.problem import Problem, error


def fonts_have_every_script(site: Site, signs: Runs) -> Iterator[Problem]:
    """Where pages become PDFs, the theme has a font for the letters of every language."""
    for index, language in enumerate(site.settings.languages):
        if _printed(site, signs) and _scripts(language.name, signs):
            yield error(site.place("site", "site", "languages", index, "name"), "paper/script",
                        f"No font of the theme has the letters of {language.name}.",
                        "Add one to overrides/fonts/, as the handbook says on 'Paper'.")  # fmt: skip


def fonts_have_every_sign(site: Site, signs: Runs) -> Iterator[Problem]:
    """What becomes a PDF has no sign that the fonts of the theme lack. Of a script without a font it is told once."""
    if not _printed(site, signs):
        return
    told = frozenset[str]().union(*(_scripts(one.name, signs) for one in site.settings.languages))
    lacking = _lacking(signs)
    for text, place in texts_with(site, lacking):
        for sign in dict.fromkeys(lacking.findall(text)):
            if _script(sign) not in told:
                yield error(place, "paper/sign", f"No font of the theme has the sign '{sign}' (U+{ord(sign):04X}).",
                            "Write it otherwise, or renew the fonts as the handbook says on 'Paper'.")  # fmt: skip


def _printed(site: Site, signs: Runs) -> bool:
    return "pdf" in site.settings.take_away and bool(signs)


@lru_cache(maxsize=256)
def _scripts(name: str, signs: Runs) -> frozenset[str]:
    """Name the scripts in which a language writes its name, and of which the fonts lack letters."""
    return frozenset(map(_script, _lacking(signs).findall(name)))


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]


@lru_cache(maxsize=4)
def _lacking(runs: Runs) -> re.Pattern[str]:
    known = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in runs)
    return re.compile(f"[^{known}\\s\u200b-\u200d]")
