"""What lacks before anything can be made."""

from collections.abc import Iterator, Mapping, Sequence

from suluh.model.settings import Settings
from suluh.problem import Place, Problem, did_you_mean, error


def unknown_languages(codes: Sequence[str], settings: Settings | None) -> Iterator[Problem]:
    """Only languages of the site can be ordered."""
    known = settings.by_code if settings else {}
    for code in codes if settings else ():
        if code not in known:
            yield error(Place("content/site.yml"), "languages/unknown", f"'{code}' is not a language of this site.",
                        did_you_mean(code, known))  # fmt: skip


def theme_is_there(scanned: Mapping[str, str]) -> Iterator[Problem]:
    """Pages need a theme, and a handbook needs the settings of its own."""
    for name in ("overrides/reader.html", *(["mkdocs.yml"] if "handbook/index.md" in scanned else [])):
        if name not in scanned:
            yield error(Place(name), "theme/missing", "This file is missing, so no page can be made.",
                        "Take it over from a repository that works.")  # fmt: skip
