"""Read what holds for the whole site: settings, words, translations, waivers, what is allowed."""

from collections.abc import Mapping

from suluh.load.reader import Reader
from suluh.model.allowance import Allowance
from suluh.model.glossary import Glossary, Term
from suluh.model.lookup import Lookup, Lookups
from suluh.model.settings import Settings
from suluh.model.unit import Back, Backs, Change, Changes, Unit, Units
from suluh.model.waiver import Waiver
from suluh.model.words import Words
from suluh.problem import Place, error


def load_settings(reader: Reader) -> Settings | None:
    """Read `content/site.yml`."""
    path = reader.root / "content" / "site.yml"
    if not path.is_file():
        reader.problems.append(
            error(
                Place("content/site.yml"),
                "file/missing",
                "This file is missing, so there is no site to build.",
                "Run this in the folder that holds 'content', or write the file.",
            )
        )
        return None
    document = reader.document(path)
    return reader.record(Settings, ("site", "site"), document) if document else None


def load_words(reader: Reader) -> Mapping[str, Words]:
    """Read the words of the interface, one file a language."""
    words: dict[str, Words] = {}
    for path in reader.files("content/strings", "*.yml"):
        found = reader.value(path)
        if found is None:
            continue
        document, value = found
        reader.origins["words", path.stem] = (document, ())
        for key, text in value.items():
            if not isinstance(text, str) or not text.strip():
                reader.problems.append(
                    error(document.place((key,)), "shape/type", f"'{key}' must be text.", "Put it in double quotes.")
                )
        words[path.stem] = {key: text for key, text in value.items() if isinstance(text, str)}
    return words


CHANGES = "changes"
"""The file in which it is declared how much changes of source texts matter: the others are named after languages."""


def load_translations(reader: Reader) -> Mapping[str, Units]:
    """Read what is known of each language's translations."""
    languages: dict[str, Units] = {}
    for path in reader.files("content/translations", "*.yml"):
        found = reader.value(path) if path.stem != CHANGES else None
        if found is None:
            continue
        document, value = found
        texts: dict[str, dict[str, Unit]] = {}
        for key in value:
            text, _, part = key.partition("#")
            unit = reader.record(Unit, ("unit", f"{path.stem}/{key}"), document, (key,))
            if unit is not None:
                texts.setdefault(text, {})[part] = unit
        languages[path.stem] = texts
    return languages


def load_changes(reader: Reader) -> Changes:
    """Read `content/translations/changes.yml`, if there is one."""
    path = reader.root / "content" / "translations" / f"{CHANGES}.yml"
    changes: dict[str, tuple[Change, ...]] = {}
    for change in reader.listed(Change, "change", path, key="").values() if path.is_file() else ():
        changes[change.text] = (*changes.get(change.text, ()), change)
    return changes


def load_backs(reader: Reader) -> Mapping[str, Backs]:
    """Read translations that were read back, one file a language."""
    languages: dict[str, Backs] = {}
    for path in reader.files("content/back", "*.yml"):
        found = reader.value(path)
        if found is not None:
            document, value = found
            backs = {key: reader.record(Back, ("back", f"{path.stem}/{key}"), document, (key,)) for key in value}
            languages[path.stem] = {key: back for key, back in backs.items() if back is not None}
    return languages


def load_glossary(reader: Reader, source: str) -> Mapping[str, Glossary]:
    """Read the words that mean the same everywhere, one file a language; that of the source language comes first."""
    languages: dict[str, Glossary] = {source: {}}
    for path in reader.files("content/glossary", "*.yml"):
        found = reader.value(path)
        if found is not None:
            document, value = found
            terms = {key: reader.record(Term, ("term", f"{path.stem}/{key}"), document, (key,)) for key in value}
            languages[path.stem] = {key: term for key, term in terms.items() if term is not None}
    return languages


def load_lookups(reader: Reader) -> Lookups:
    """Read how people look for things, one file a language."""
    lookups: dict[str, Lookup] = {}
    for path in reader.files("content/search", "*.yml"):
        document = reader.document(path)
        lookup = reader.record(Lookup, ("lookup", path.stem), document) if document else None
        if lookup is not None:
            lookups[path.stem] = lookup
    return lookups


def load_waivers(reader: Reader) -> tuple[Waiver, ...]:
    """Read `content/waivers.yml`, if there is one."""
    path = reader.root / "content" / "waivers.yml"
    return tuple(reader.listed(Waiver, "waiver", path, key="").values()) if path.is_file() else ()


def load_allowances(reader: Reader) -> tuple[Allowance, ...]:
    """Read `content/allowed.yml`, if there is one."""
    path = reader.root / "content" / "allowed.yml"
    return tuple(reader.listed(Allowance, "allowance", path, key="").values()) if path.is_file() else ()
