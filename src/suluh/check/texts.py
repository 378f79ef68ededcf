"""Every piece of text in a site, line by line, for the rules that look at all of them."""

import re
from collections.abc import Iterator

from suluh.model.base import texts_of
from suluh.model.site import TEXTS, Site
from suluh.problem import Place

_KINDS = {folder.rpartition("/")[2]: kind for kind, folder in TEXTS.items()}


def texts_with(site: Site, telling: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    """Give the pieces of text in a site in which something telling stands, line by line, with their places."""
    for text, place in _pieces(site, telling):
        if telling.search(text):
            yield text, place


def _pieces(site: Site, telling: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    if site.whole is None:
        yield from _short_texts(site)
    for key, texts in site.prose():
        folder, _, name = key.partition("/")
        for code, prose in texts.items():
            head = f"{_KINDS[folder]}-text", f"{name}/{code}"
            yield prose.title, site.place(*head, "title")
            yield prose.summary, site.place(*head, "summary")
            for section in prose.sections:
                yield section.heading, Place(prose.file, section.line - 1)
                for line, said in section.lines() if telling.search(section.markdown) else ():
                    yield said, Place(prose.file, line)


def _short_texts(site: Site) -> Iterator[tuple[str, Place]]:
    for kind, name, record in site.records():
        for path, text in texts_of(record):
            for code, said in text.items():
                yield said, site.place(kind, name, *path, code)
    for name, source in site.sources.items():
        yield source.title, site.place("source", name, "title")
    for name, one in site.organisations.items():
        for index, alias in enumerate(one.also_known_as):
            yield alias, site.place("organisation", name, "also_known_as", index)
    for code, words in site.words.items():
        for key, said in words.items():
            yield said, site.place("words", code, key)
