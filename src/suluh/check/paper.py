"""A rule on what can be printed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from suluh.check.texts import texts_with
from suluh.model.output import Runs
from suluh.model.site import Site
from suluh.problem import Problem, error


def fonts_have_every_sign(site: Site, signs: Runs) -> Iterator[Problem]:
    """What becomes a PDF has no sign that the fonts of the theme lack."""
    if "pdf" not in site.settings.take_away or not signs:
        return
    lacking = _lacking(signs)
    for text, place in texts_with(site, lacking):
        for sign in dict.fromkeys(lacking.findall(text)):
            yield error(place, "paper/sign", f"No font of the theme has the sign '{sign}' (U+{ord(sign):04X}).",
                        "Write it otherwise, or renew the fonts as the handbook says on 'Paper'.")  # fmt: skip


@lru_cache(maxsize=4)
def _lacking(runs: Runs) -> re.Pattern[str]:
    known = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in runs)
    return re.compile(f"[^{known}\\s\u200b-\u200d]")
