"""Turn a part's Markdown into HTML. No raw HTML, no unknown address, no script can come of it."""

import re
from collections.abc import Callable
from html import escape
from urllib.parse import quote

from comrak import render_markdown
from markupsafe import Markup

from suluh.model.prose import CITATION, PLACEHOLDER
from suluh.model.reading import Citation, Part
from suluh.model.settings import Language
from suluh.model.words import Words
from suluh.render.filters import day, numbers, pieces

SAFE = ("https://", "http://", "mailto:", "tel:")

# Two code points that Unicode keeps out of every text: one stands for `<`, one for nothing.
_LESS, _NOTHING = "\ufdd0", "\ufdd1"

# CommonMark tells by the spaces and punctuation round stars whether they begin or end an emphasis. In scripts without
# spaces that is wrong: **重要。**文字. With nothing on both sides, stars between two characters may do both. And a `!`
# before a link would make a picture of it. (A pattern that begins with its star is found ten times as fast.)
_FREED = re.compile(r"\*(?<=[^\s*\\]\*)\**(?=[^\s*])|!(?=\[)")

_TAG = re.compile(r"(<[^>]*>)")
_LINK = re.compile(r'<a href="([^"]*)"( title="[^"]*")?>')

_INLINE = frozenset(("<em>", "</em>", "<strong>", "</strong>", "<code>", "</code>", "</a>", "<br />"))
_BLOCKS = ("p", "ul", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6")
_KEPT = _INLINE | {f"<{close}{name}>" for name in _BLOCKS for close in ("", "/")} | {"</ol>", "<hr />"}
"""The tags that come out as the parser made them; others are made anew or left out."""


def html(part: Part, language: Language, words: Words, to: Callable[[str], str]) -> Markup:
    """Turn a part into HTML for a page in a language; `to` makes addresses of routes."""
    text = _FREED.sub(rf"{_NOTHING}\g<0>{_NOTHING}", part.markdown.replace("<", _LESS))
    made = render_markdown(text)
    turned = "".join(_Turning(part, language, words, to).turn(made))
    return Markup(turned.replace(_LESS, "&lt;").replace(_NOTHING, "").strip("\n"))  # noqa: S704 (all its tags are ours)


class _Turning:
    """One part on its way to HTML, and the page it stands on."""

    def __init__(self, part: Part, language: Language, words: Words, to: Callable[[str], str]) -> None:
        self.part = part
        self.language = language
        self.words = words
        self.to = to
        self.values = dict(part.values)
        self.citations = dict(part.citations)
        self.routes = dict(part.routes)
        self.cited: dict[Citation, None] = {}

    def turn(self, made: str) -> list[str]:
        """Go over the HTML that the parser made: texts and tags in turn."""
        out: list[str] = []
        code = False
        for index, piece in enumerate(_TAG.split(made)):
            if index % 2:
                if self.cited and piece not in _INLINE and not piece.startswith("<a "):
                    out[-1] = out[-1].rstrip()
                    out += map(self.law, self.cited)
                    self.cited.clear()
                code = piece.startswith("<code") or (code and piece != "</code>")
                out.append(piece if piece in _KEPT else self.tag(piece))
            elif piece:
                out.append(self.numbers(piece) if code else self.text(piece))
        return out

    def tag(self, tag: str) -> str:
        """Make a tag of our own of one of the parser's."""
        if tag.startswith("<ol"):
            return f'<ol class="steps"{tag[3:]}'
        if tag.startswith("<code "):
            return "<code>"
        link = _LINK.fullmatch(tag)
        return f"<a{self.address(link[1])}{link[2] or ''}>" if link else ""

    def address(self, written: str) -> str:
        """Say where a link leads; an address that we do not know leads nowhere."""
        if written in self.routes:
            return f' href="{_quoted(self.to(self.routes[written]))}"'
        if written.startswith(SAFE):
            address = written.replace(quote(_LESS), "%3C").replace(quote(_NOTHING), "")
            return f' href="{address}" rel="noreferrer"'
        return ""

    def text(self, text: str) -> str:
        """Put the values of facts, and keep what is cited for the end of the statement."""
        if "[^" in text:
            text = CITATION.sub(self.cite, text)
        if "{" not in text:
            return self.numbers(text)
        texts = PLACEHOLDER.split(text)
        texts[::2] = map(self.numbers, texts[::2])
        texts[1::2] = map(self.value, texts[1::2])
        return "".join(texts)

    def cite(self, match: re.Match[str]) -> str:
        """Take a citation out of its statement."""
        citation = self.citations.get(match[1])
        if citation is None:
            return match[0]
        self.cited[citation] = None
        return ""

    def value(self, name: str) -> str:
        """Put the value of a fact."""
        value = self.values.get(name)
        return self.numbers(f"{{{name}}}") if value is None else f'<bdi dir="ltr">{escape(value, quote=False)}</bdi>'

    def numbers(self, text: str) -> str:
        """Keep the direction of every number in right-to-left text."""
        text = text.replace("&quot;", '"')
        if self.part.direction != "rtl":
            return text
        return "".join(f'<bdi dir="ltr">{piece}</bdi>' if number else piece for piece, number in pieces(text))

    def law(self, citation: Citation) -> str:
        """Say what a statement stands on: law, section, source, its date, when we checked, whom it covers."""
        words, language = self.words, self.language
        title = citation.law
        named = {"class": "law__title", "dir": title.direction, "lang": title.language}
        if citation.register:
            named["href"] = self.to(citation.register)
        law = _around("a" if citation.register else "bdi", numbers(title.text, title.direction), named)
        if citation.section:
            law += f", {_element('bdi', citation.section, {'dir': 'ltr'})}"
        source = {"dir": "auto"}
        if citation.address:
            source |= {"href": citation.address, "rel": "noreferrer"}
        said = [law, _element("a" if citation.address else "bdi", citation.source, source)]
        if citation.dated:
            said.append(_element("bdi", day(citation.dated, language)))
        before, _, after = (escape(text, quote=False) for text in words["checked-on"].partition("{date}"))
        checked = _element("bdi", day(citation.checked_on, language))
        covers = f'<span class="law__checked">{before}{checked}{after}</span>'
        if citation.domestic_workers != "yes":
            covered = f"law__covers law__covers--{citation.domestic_workers}"
            covers += _element("span", words[f"domestic-{citation.domestic_workers}"], {"class": covered})
        own = f' dir="{language.direction}" lang="{language.code}"' if self.part.borrowed else ""
        return f'<small class="law"{own}>{" · ".join((*said, covers))}</small>'


def _element(name: str, text: str, attributes: dict[str, str] | None = None) -> str:
    """Make an element that holds a text; an attribute without a value is left out."""
    return _around(name, escape(text, quote=False), attributes)


def _around(name: str, html: str, attributes: dict[str, str] | None = None) -> str:
    said = "".join(f' {key}="{_quoted(value)}"' for key, value in (attributes or {}).items() if value)
    return f"<{name}{said}>{html}</{name}>"


def _quoted(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")
