"""Search what was made for what must not be in it."""

from collections.abc import Iterator, Mapping

from suluh.problem import Place, Problem, error


def holds_withheld(file: str, data: bytes, withheld: Mapping[str, str]) -> Iterator[Problem]:
    """Tell whether a file holds a text of the directory that may not be published, and of which entry.

    The text itself is not said: what a build says may be read by more people than the repository.
    """
    for text, name in withheld.items():
        if text.encode() in data:
            yield error(Place(file), "privacy/withheld", f"This file holds something that '{name}' must not show.",
                        "Find where it comes from: a text, a source, a campaign. Take it out there.")  # fmt: skip
