"""Say the corpus in one language as other generators take it: facts, citations and addresses already in place."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from html import escape
from typing import Any
from urllib.parse import quote

from babel import Locale
from babel.dates import format_date
from invented import TODAY, Corpus, Prose
from words import documents

SITE = "https://suluh.example"
_NAMED = re.compile(r"\[\^([a-z0-9-]+)\]|\{([a-z0-9-]+)\}")
_VALUE = re.compile(r"\{([a-z0-9-]+)\}")
_CITES = re.compile(r"(?: \[\^[a-z0-9-]+\])+$", re.MULTILINE)
_NAME = re.compile(r"[a-z0-9-]+")
_LINK = re.compile(r"\]\((guide|page|campaign|organisation):([a-z0-9-]+)\)")
_FOLDERS = {"guide": "guides/", "campaign": "campaigns/", "organisation": "directory/", "page": ""}


class Saying:
    """One language of a corpus."""

    def __init__(
        self,
        corpus: Corpus,
        code: str,
        prefix: str,
        words: Mapping[str, str],
        cite: Callable[[str], str] | None = None,
    ) -> None:
        self.corpus = corpus
        self.code = code
        self.prefix = prefix
        self.words = words
        self.language = next(one for one in corpus.site["languages"] if one["code"] == code)
        self.locale = Locale.parse(self.language.get("locale", code), sep="-")
        self.cite = cite or self.laws.__getitem__

    def address(self, route: str) -> str:
        """Address a page of this language by its route, such as guides/guide-001/."""
        return self.prefix + route

    @cached_property
    def facts(self) -> Mapping[str, Mapping[str, Any]]:
        """The facts by their name."""
        return {fact["id"]: fact for fact in self.corpus.facts}

    @cached_property
    def sources(self) -> Mapping[str, Mapping[str, Any]]:
        """What was read, by its name."""
        return {source["id"]: source for source in self.corpus.sources}

    @cached_property
    def laws(self) -> dict[str, str]:
        """The small print under a statement, by the fact that it stands on."""
        return {name: self._law(fact) for name, fact in self.facts.items() if fact["kind"] != "line"}

    @cached_property
    def register(self) -> list[dict[str, Any]]:
        """The laws by their title: id, title, number, and the guides that lean on each."""
        leaning = [self._leans(self.corpus.prose[f"guides/{name}"][self.code]) for name in self.corpus.guides]
        laws = [
            {
                "id": name,
                "title": fact["title"][self.code],
                "number": fact["number"],
                "guides": [
                    {"address": self.address(f"guides/{guide}/"), "label": one["situation"][self.code]}
                    for (guide, one), leans in zip(self.corpus.guides.items(), leaning, strict=True)
                    if name in leans
                ],
            }
            for name, fact in self.facts.items()
            if "number" in fact
        ]
        return sorted(laws, key=lambda law: law["title"].casefold())

    def _leans(self, prose: Prose) -> set[str]:
        """Name the laws that a long text stands on."""
        named = {name for part in prose.sections for pair in _NAMED.findall(part.markdown) for name in pair if name}
        return {self.facts[name].get("law", name) for name in named}

    def sent(self, title: str, route: str) -> dict[str, str]:
        """Give what is sent of a page, as text and in an address, and what is said when something is wrong there."""
        address = SITE + self.address(route)
        return {
            "address": address,
            "whatsapp": f"https://wa.me/?text={quote(f'{title} {address}')}",
            "wrong": self.fill(
                "wrong-text",
                address=f'<bdi lang="en" dir="ltr">{address}</bdi>',
                date=f"<bdi>{self.day(TODAY)}</bdi>",
            ),
        }

    def day(self, day: date) -> str:
        """Write a day in words."""
        return str(format_date(day, "long", self.locale))

    def month(self, month: str) -> str:
        """Write a month such as 2021-01 in words."""
        year, number = month.split("-")
        return str(format_date(date(int(year), int(number), 1), "LLLL yyyy", self.locale))

    def fill(self, key: str, **values: str) -> str:
        """Say a word of the interface with its values."""
        text = self.words[key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def markdown(self, text: str) -> str:
        """Put values, citations and addresses where a text refers to them; `cite` writes a citation another way."""
        text = _CITES.sub(lambda match: "".join(self.cite(name) for name in _NAME.findall(match[0])), text)
        text = _LINK.sub(lambda match: f"]({self.address(_FOLDERS[match[1]] + match[2] + '/')})", text)
        return _VALUE.sub(lambda match: f'<bdi dir="ltr">{self._value(self.facts[match[1]])}</bdi>', text)

    def _value(self, fact: Mapping[str, Any]) -> str:
        value = fact["values"][0]["value"]
        if fact["kind"] != "amount":
            return str(value)
        whole, rest = divmod(value, 100)
        return f"{self.corpus.site['currency']['symbol']}{whole:,}" + (f".{rest:02}" if rest else "")

    def _law(self, fact: Mapping[str, Any]) -> str:
        above, source = self.facts.get(fact.get("law", ""), fact), self.sources[fact["values"][0]["source"][0]]
        register, title = f"{self.address('laws/')}#{above['id']}", escape(above["title"][self.code])
        section = f', <bdi dir="ltr">{fact["section"]}</bdi>' if "section" in fact else ""
        covers, domestic = "", fact["domestic_workers"]
        if domestic != "yes":
            word = self.words[f"domestic-{domestic}"]
            covers = f'<span class="law__covers law__covers--{domestic}">{word}</span>'
        checked = self.fill("checked-on", date=f"<bdi>{self.day(TODAY)}</bdi>")
        return (
            f'<small class="law"><a class="law__title" dir="ltr" lang="{self.code}" href="{register}">{title}</a>'
            f'{section} · <a dir="auto" href="{source["address"]}" rel="noreferrer">{escape(source["title"])}</a> · '
            f'<bdi>{source["dated"]}</bdi> · <span class="law__checked">{checked}</span>{covers}</small>'
        )

    def line(self, name: str) -> dict[str, str]:
        """Say a phone line."""
        fact = self.facts[name]
        return {
            "title": fact["title"][self.code],
            "does": fact["does"][self.code],
            "hours": fact["hours"][self.code],
            "number": fact["values"][0]["number"],
            "checked": self.fill("checked-on", date=self.day(TODAY)),
            "source": self.sources[fact["values"][0]["source"][0]]["title"],
        }

    def body(self, prose: Prose) -> list[tuple[str, str, str]]:
        """Give the sections of a long text: id, heading, Markdown."""
        return [(one.id.split()[0], one.heading, self.markdown(one.markdown)) for one in prose.sections]

    def read(self, text: Mapping[str, str]) -> tuple[str, str]:
        """Say a short text in this language or in the source's, and tell which."""
        code = self.code if self.code in text else self.corpus.codes[0]
        return text[code], code


def words_of(corpus: Corpus, root: Any) -> dict[str, Mapping[str, str]]:
    """Read the words of the interface."""
    return {code: documents(root / "content" / "strings" / f"{code}.yml") for code in corpus.codes}
