"""Recordings and pictures that pages play and show, as they are published."""

from collections.abc import Iterable
from pathlib import Path

from suluh.model.edition import GuideBody, Page
from suluh.model.storytelling import StoryBody
from suluh.problem import Place, Problem, error
from suluh.store import Store


def media(root: Path, store: Store, pages: Iterable[Page]) -> tuple[dict[str, str], list[Problem]]:
    """Keep what pages play as it is, and what they show made anew, each by the route under which it is published."""
    played: dict[str, str] = {}
    shown: dict[str, str] = {}
    for body in (page.body for page in pages):
        if isinstance(body, GuideBody):
            played |= dict(body.sounds)
        elif isinstance(body, StoryBody):
            played |= dict((body.sound,) if body.sound else ())
            shown |= {route: file for route, file, _ in body.pictures}
    made, problems = _pictures(root, store, set(shown.values()))
    sounds = {route: store.add((root / file).read_bytes()) for route, file in played.items()}
    return {**sounds, **{route: made[file] for route, file in shown.items() if file in made}}, problems


def _pictures(root: Path, store: Store, files: Iterable[str]) -> tuple[dict[str, str], list[Problem]]:
    from suluh.emit import photo

    made: dict[str, str] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            made[file] = store.add(photo((root / file).read_bytes()))
        except ValueError as fault:
            hint = "Save it again as a JPEG or PNG, or take it out."
            problems.append(error(Place(file), "stories/picture", str(fault), hint))
    return made, problems
