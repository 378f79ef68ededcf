"""Draw pathways as graphs, for those who write them: each step a box, each answer an arrow."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten, wrap

from markupsafe import Markup

from suluh.model.edition import Frame, Page
from suluh.model.pathway import Node, Pathway
from suluh.model.prose import Prose
from suluh.model.reading import Reading
from suluh.render import assets
from suluh.render.environment import Theme

WIDTH, ACROSS, DOWN, LINE, EDGE = 250, 90, 26, 18, 12
"""The width of a box, the room beside and below it, the height of a line in it, and its edge: units of the drawing."""

LETTERS = 32
"""So many letters stand on one line of a box."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of words in a box: of its heading, or of an answer."""

    words: str
    y: int
    answer: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A step where it stands in the drawing."""

    kind: str
    x: int
    y: int
    height: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A pathway as a graph: boxes, and the paths of the arrows between them."""

    id: str
    title: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]


def drawings(opened: Theme, frame: Frame, route: str, drawn: Sequence[Drawing]) -> str:
    """Render the page that shows every pathway."""
    heading = Reading("Pathways", "en", "ltr")
    lead = Reading("Every pathway as a graph. It begins on the left; outcomes have a full ground.", "en", "ltr")
    page = Page(route=route, kind="drawings", title=heading, description=lead, lead=lead, body=None, indexed=False)  # type: ignore[arg-type]
    context = opened.context(frame, page)
    components = assets.components_of(opened.environment, "pages/drawings.html")
    style = assets.style(opened.folder, components)
    context |= {"style": Markup(style), "script": "", "policy": assets.policy(style, ""), "drawings": drawn}  # noqa: S704
    return opened.environment.get_template("pages/drawings.html").render(context)


def draw(name: str, pathway: Pathway, text: Prose) -> Drawing:
    """Lay a pathway out in columns: each step stands to the right of all that lead to it."""
    headings = {section.id: section.heading for section in text.sections}
    columns = _columns(pathway)
    boxes: dict[str, Box] = {}
    for number, column in enumerate(columns):
        y = DOWN
        for step in column:
            boxes[step] = _box(step, pathway.nodes[step], headings, number * (WIDTH + ACROSS) + EDGE, y)
            y += boxes[step].height + DOWN
    height = max(box.y + box.height for box in boxes.values()) + DOWN
    width = len(columns) * (WIDTH + ACROSS) - ACROSS + 2 * EDGE
    return Drawing(name, text.title, width, height, tuple(boxes.values()), tuple(_arrows(pathway, boxes)))


def _columns(pathway: Pathway) -> list[list[str]]:
    depths = pathway.depths(lambda _: True)
    columns: list[list[str]] = [[] for _ in range(max(depths.values()) + 1)]
    for step in pathway.nodes:
        columns[depths[step]].append(step)
    return columns


def _box(step: str, node: Node, headings: Mapping[str, str], x: int, y: int) -> Box:
    said = [(words, False) for words in wrap(headings.get(step, step), LETTERS)]
    said += [
        (shorten(headings.get(f"{step}-{one.id}") or one.id, LETTERS + 4, placeholder="…"), True)
        for one in node.options
    ]
    rows = tuple(Row(words, y + EDGE + LINE * line, answer) for line, (words, answer) in enumerate(said, 1))
    return Box(node.kind, x, y, LINE * len(rows) + 2 * EDGE, rows)


def _arrows(pathway: Pathway, boxes: Mapping[str, Box]) -> Iterator[str]:
    for step, node in pathway.nodes.items():
        box = boxes[step]
        leads = [row.y - LINE // 3 for row in box.rows if row.answer] or [box.y + box.height // 2]
        for y, following in zip(leads, node.following, strict=False):
            right, left, top = box.x + WIDTH, boxes[following].x, boxes[following].y + EDGE + LINE // 2
            half = max(ACROSS // 2, (left - right) // 2)
            yield f"M{right} {y}C{right + half} {y} {left - half} {top} {left} {top}"
