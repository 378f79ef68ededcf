"""Long texts: one Markdown file per language, cut into sections with ids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")
CITATION = re.compile(r"\[\^([a-z0-9]+(?:-[a-z0-9]+)*)\]")
LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
REFERENCE = re.compile(r"^(guide|organisation|campaign|page|pathway|letter|calculator|card):([a-z0-9-]+)$")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text. The id is the same in every language; `line` is where its text begins."""

    id: str
    heading: str
    markdown: str
    line: int
    critical: bool = False

    @property
    def text(self) -> str:
        """The section as one text, as it is translated: its heading is a part of it."""
        return f"{self.heading}\n{self.markdown}"

    @property
    def facts(self) -> tuple[str, ...]:
        """Name the facts that the text stands on, by value or as a source, each once."""
        return tuple(dict.fromkeys(PLACEHOLDER.findall(self.markdown) + CITATION.findall(self.markdown)))

    def lines(self) -> Iterator[tuple[int, str]]:
        """Give each line of the text with its number in the file."""
        yield from enumerate(self.markdown.split("\n"), self.line)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in one language, as its writer wrote it."""

    language: str
    file: str
    title: str
    summary: str
    sections: tuple[Section, ...] = ()

    @property
    def head(self) -> str:
        """What stands before the sections, as one text."""
        return f"{self.title}\n{self.summary}"

    def section(self, name: str) -> Section | None:
        """Find a section by its id."""
        return next((section for section in self.sections if section.id == name), None)


@dataclass(frozen=True, slots=True)
class Head:
    """What others may say of a long text: its title, its summary, and some of its headings by the id of the section."""

    title: str
    summary: str
    headings: tuple[tuple[str, str], ...] = ()

    def prose(self, language: str) -> Prose:
        """Make it a text again."""
        sections = tuple(Section(name, heading, "", 1) for name, heading in self.headings)
        return Prose(language, "", self.title, self.summary, sections)
