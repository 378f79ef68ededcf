"""Draw pathways as graphs, for those who write them: each step a box, each answer an arrow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from suluh.model.edition import Frame, Page
from suluh.model.pathway import Pathway
from suluh.model.prose import Prose
from suluh.model.reading import Reading
from suluh.render import assets
from suluh.render.environment import Theme

WIDTH, HEIGHT, ACROSS, DOWN = 190, 74, 26, 70
"""The size of a box, and the room beside and below it, in the units of the drawing."""

LINES, LETTERS = 4, 26
"""So much of a step's heading stands in its box."""


@dataclass(frozen=True, slots=True)
class Box:
    """A step where it stands in the drawing."""

    kind: str
    lines: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """An answer, as the path of a line and where its words stand."""

    path: str
    words: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A pathway as a graph."""

    id: str
    title: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def drawings(opened: Theme, frame: Frame, route: str, drawn: Sequence[Drawing]) -> str:
    """Render the page that shows every pathway."""
    heading = Reading("Pathways", "en", "ltr")
    page = Page(route=route, kind="drawings", title=heading, description=heading, body=None, indexed=False)  # type: ignore[arg-type]
    context = opened.context(frame, page)
    components = assets.components_of(opened.environment, "pages/drawings.html")
    style = assets.style(opened.folder, components)
    context |= {"style": Markup(style), "script": "", "policy": assets.policy(style, ""), "drawings": drawn}  # noqa: S704
    return opened.environment.get_template("pages/drawings.html").render(context)


def draw(name: str, pathway: Pathway, text: Prose) -> Drawing:
    """Lay a pathway out in rows: each step stands below all that lead to it."""
    headings = {section.id: section.heading for section in text.sections}
    rows = _rows(pathway)
    width = max(map(len, rows)) * (WIDTH + ACROSS) + ACROSS
    places: dict[str, tuple[int, int]] = {}
    for depth, row in enumerate(rows):
        left = (width - len(row) * (WIDTH + ACROSS) + ACROSS) // 2
        places |= {step: (left + n * (WIDTH + ACROSS), depth * (HEIGHT + DOWN) + 10) for n, step in enumerate(row)}
    boxes = tuple(
        Box(pathway.nodes[step].kind, tuple(wrap(headings.get(step, step), LETTERS)[:LINES]), x, y)
        for step, (x, y) in places.items()
    )
    arrows = tuple(_arrows(pathway, headings, places))
    return Drawing(name, text.title, width, len(rows) * (HEIGHT + DOWN), boxes, arrows)


def _rows(pathway: Pathway) -> list[list[str]]:
    depths = {pathway.start: 0}
    waiting = [pathway.start]
    while waiting:
        step = waiting.pop()
        for following in pathway.nodes[step].following:
            if depths.get(following, -1) <= depths[step]:
                depths[following] = depths[step] + 1
                waiting.append(following)
    rows: list[list[str]] = [[] for _ in range(max(depths.values()) + 1)]
    for step in pathway.nodes:
        rows[depths[step]].append(step)
    return rows


def _arrows(pathway: Pathway, headings: Mapping[str, str], places: Mapping[str, tuple[int, int]]) -> Iterator[Arrow]:
    for step, node in pathway.nodes.items():
        answers = [(option.next, headings.get(f"{step}-{option.id}", option.id)) for option in node.options]
        leads = [*answers, *([(node.next, "")] if node.next else [])]
        x, y = places[step]
        for index, (following, words) in enumerate(leads, 1):
            begin, top = x + round(WIDTH * index / (len(leads) + 1)), y + HEIGHT
            end, bottom = places[following][0] + WIDTH // 2, places[following][1]
            half = (bottom - top) // 2
            curve = f"M{begin} {top}C{begin} {top + half} {end} {bottom - half} {end} {bottom}"
            yield Arrow(curve, words, begin, top + 14 + 13 * ((index - 1) % 3))
