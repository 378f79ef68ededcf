"""Turn a part's Markdown into HTML. No raw HTML, no unknown address, no script can come of it."""

import re
from collections.abc import Callable
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from suluh.model.edition import Citation, Part
from suluh.model.prose import CITATION, PLACEHOLDER
from suluh.model.settings import Language
from suluh.model.words import Words
from suluh.render.filters import day, pieces

Found = tuple[Element | None, int | None, int | None]

SAFE = ("https://", "http://", "mailto:", "tel:")
_UNUSED = ("html", "entity", "image_link", "image_reference", "short_image_ref", "automail")


class Turning:
    """One part on its way to HTML, and the page it stands on."""

    def __init__(self, part: Part, language: Language, words: Words, to: Callable[[str], str]) -> None:
        self.part = part
        self.language = language
        self.words = words
        self.to = to
        self.values = dict(part.values)
        self.citations = dict(part.citations)
        self.routes = dict(part.routes)


def html(part: Part, language: Language, words: Words, to: Callable[[str], str]) -> Markup:
    """Turn a part into HTML for a page in a language; `to` makes addresses of routes."""
    markdown, turning = _markdown()
    turning[:] = [Turning(part, language, words, to)]
    return Markup(markdown.reset().convert(part.markdown))  # noqa: S704 (made of elements, never of raw HTML)


@lru_cache(maxsize=1)
def _markdown() -> tuple[Markdown, list[Turning]]:
    """Make the parser once; a new one for every page costs a tenth of a build."""
    turning: list[Turning] = []
    return Markdown(extensions=[SaneListExtension(), _Suluh(turning)]), turning


class _Suluh(Extension):
    def __init__(self, turning: list[Turning]) -> None:
        super().__init__()
        self.turning = turning

    def extendMarkdown(self, md: Markdown) -> None:
        """Take out raw HTML and pictures; put in facts, citations and addresses."""
        md.preprocessors.deregister("html_block")
        for name in _UNUSED:
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(_Value(PLACEHOLDER.pattern, self.turning), "suluh-value", 175)
        md.inlinePatterns.register(_Cite(CITATION.pattern, self.turning), "suluh-cite", 176)
        md.treeprocessors.register(_Finish(md, self.turning), "suluh-finish", 15)


class _Inline(InlineProcessor):
    def __init__(self, pattern: str, turning: list[Turning]) -> None:
        super().__init__(pattern)
        self.turning = turning


class _Value(_Inline):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002
        """Put the value of a fact."""
        value = self.turning[0].values.get(m[1])
        if value is None:
            return None, None, None
        element = Element("bdi", dir="ltr")
        element.text = value
        return element, m.start(0), m.end(0)


class _Cite(_Inline):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002
        """Mark a citation; what it stands for is put below its statement."""
        if m[1] not in self.turning[0].citations:
            return None, None, None
        return Element("cite", fact=m[1]), m.start(0), m.end(0)


class _Finish(Treeprocessor):
    def __init__(self, md: Markdown, turning: list[Turning]) -> None:
        super().__init__(md)
        self.turning = turning

    def run(self, root: Element) -> None:
        """Finish the tree: addresses, steps, the direction of numbers, and citations last."""
        turning = self.turning[0]
        for element in list(root.iter()):
            if element.tag == "a":
                _address(element, turning)
            elif element.tag == "ol":
                element.set("class", "steps")
        if turning.part.direction == "rtl":
            _isolate(root)
        for block in list(root.iter()):
            _cite(block, turning)


def _address(link: Element, turning: Turning) -> None:
    written = link.get("href", "")
    if written in turning.routes:
        link.set("href", turning.to(turning.routes[written]))
    elif written.startswith(SAFE):
        link.set("rel", "noreferrer")
    else:
        link.attrib.pop("href", None)


def _isolate(root: Element) -> None:
    """Keep the direction of every number in right-to-left text."""
    for element in list(root.iter()):
        if element.tag == "bdi":
            continue
        for index, child in reversed(list(enumerate(element))):
            text, child.tail = child.tail or "", None
            _spread(element, index + 1, text, child)
        text, element.text = element.text or "", None
        _spread(element, 0, text, None)


def _spread(parent: Element, index: int, text: str, before: Element | None) -> None:
    """Put a text at an index of an element, its numbers isolated."""
    for piece, number in pieces(text):
        if number:
            before = Element("bdi", dir="ltr")
            before.text = piece
            parent.insert(index, before)
            index += 1
        elif before is None:
            parent.text = (parent.text or "") + piece
        else:
            before.tail = (before.tail or "") + piece


def _cite(block: Element, turning: Turning) -> None:
    """Move the citations of a statement below it."""
    cited: dict[Citation, None] = {}
    for child in [child for child in block if child.tag == "cite" and child.get("fact")]:
        _join(block, list(block).index(child), child.tail or "")
        block.remove(child)
        cited[turning.citations[child.get("fact", "")]] = None
    for citation in cited:
        block.append(_law(citation, turning))


def _join(block: Element, index: int, tail: str) -> None:
    """Give the text behind an element that is taken out to what stands before it."""
    before = block[index - 1] if index else None
    text = ((before.tail if before is not None else block.text) or "") + tail
    if not tail.strip():
        text = text.rstrip()
    if before is not None:
        before.tail = text
    else:
        block.text = text


def _law(citation: Citation, turning: Turning) -> Element:
    """Say what a statement stands on: law, section, source, its date, when we checked, whom it covers."""
    words, language = turning.words, turning.language
    small = Element("small", {"class": "law"})
    if turning.part.borrowed:
        small.set("lang", language.code)
        small.set("dir", language.direction)
    law = _text(small, citation.law.text, citation.law.language, citation.law.direction)
    law.set("class", "law__title")
    if citation.section:
        law.tail = ", "
        _text(small, citation.section, "", "ltr").tail = " · "
    else:
        law.tail = " · "
    source = SubElement(small, "a" if citation.address else "bdi")
    if citation.address:
        source.attrib.update(href=citation.address, rel="noreferrer")
    source.set("dir", "auto")
    source.text = citation.source
    source.tail = " · "
    if citation.dated:
        _text(small, day(citation.dated, language), "", "").tail = " · "
    before, _, after = words["checked-on"].partition("{date}")
    checked = SubElement(small, "span", {"class": "law__checked"})
    checked.text = before
    _text(checked, day(citation.checked_on, language), "", "").tail = after
    if citation.domestic_workers != "yes":
        covers = SubElement(small, "span", {"class": f"law__covers law__covers--{citation.domestic_workers}"})
        covers.text = words[f"domestic-{citation.domestic_workers}"]
    return small


def _text(parent: Element, text: str, language: str, direction: str) -> Element:
    element = SubElement(parent, "bdi")
    element.text = text
    if direction:
        element.set("dir", direction)
    if language:
        element.set("lang", language)
    return element
