"""The pages of the pathways: every step on one page, in the order of its number."""

from collections.abc import Iterator

from suluh.model.edition import Page
from suluh.model.pathway import Node
from suluh.model.reading import Link
from suluh.model.tools import Answer, PathwayBody, Step
from suluh.resolve import routes
from suluh.resolve.entries import service_links
from suluh.resolve.facts import lines
from suluh.resolve.pages import Pages
from suluh.resolve.parts import Prepared, overdue, prepare
from suluh.resolve.tools import guide_link, tool_links


def pathway_pages(pages: Pages, slug: str) -> Iterator[Page]:
    """Make the page of a pathway."""
    site, pathway, route = pages.site, pages.site.pathways[slug], routes.tool("pathway", pages.code, slug)
    guide = site.guides[pathway.guide]
    text = prepare(pages, f"pathways/{slug}", site.pathway_texts[slug], route)
    order = [pathway.start, *(name for name in pathway.nodes if name != pathway.start)]
    numbers = {name: number for number, name in enumerate(order, 1)}
    steps = tuple(_step(pages, name, pathway.nodes[name], text, numbers) for name in order)
    yield Page(
        route=route,
        kind="pathway",
        title=text.title,
        lead=text.summary,
        description=text.summary,
        body=PathwayBody(steps, guide.as_at, overdue(guide.review.by, pages.today)),
        alternates=pages.alternates(route, only=text.spoken),
        indexed=text.translated,
        notice=text.notice,
        search=pages.searchable(*text.search()),
    )


def _step(pages: Pages, name: str, node: Node, text: Prepared, numbers: dict[str, int]) -> Step:
    parts = text.by_id
    limit = pages.site.facts[node.limit].on(pages.today) if node.limit else None
    return Step(
        number=numbers[name],
        id=name,
        kind=node.kind,
        part=parts[name],
        answers=tuple(
            Answer(one.id, parts[f"{name}-{one.id}"].headline, numbers[one.next], one.next) for one in node.options
        ),
        next=numbers[node.next] if node.next else 0,
        limit=limit.value if limit else None,
        lines=lines(pages.site, node.lines, pages.choosing, pages.today),
        links=_links(pages, node),
        services=service_links(pages, node.services),
    )


def _links(pages: Pages, node: Node) -> tuple[Link, ...]:
    guide = (guide_link(pages, node.guide, node.section or ""),) if node.guide else ()
    tools = tool_links(pages, {"letter": node.letters, "calculator": node.calculators})
    return (*guide, *tools)
