"""Read what holds for the whole site: settings, words, translations, waivers, what is allowed."""

from collections.abc import Mapping

from suluh.load.reader import Reader
from suluh.model.allowance import Allowance
from suluh.model.settings import Settings
from suluh.model.translation import Unit, Units
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


def load_translations(reader: Reader) -> Mapping[str, Units]:
    """Read what is known of each language's translations."""
    languages: dict[str, Units] = {}
    for path in reader.files("content/translations", "*.yml"):
        found = reader.value(path)
        if found is None:
            continue
        document, value = found
        units = {key: reader.record(Unit, ("unit", f"{path.stem}/{key}"), document, (key,)) for key in value}
        languages[path.stem] = {key: unit for key, unit in units.items() if unit is not None}
    return languages


def load_waivers(reader: Reader) -> tuple[Waiver, ...]:
    """Read `content/waivers.yml`, if there is one."""
    path = reader.root / "content" / "waivers.yml"
    return tuple(reader.listed(Waiver, "waiver", path, key="").values()) if path.is_file() else ()


def load_allowances(reader: Reader) -> tuple[Allowance, ...]:
    """Read `content/allowed.yml`, if there is one."""
    path = reader.root / "content" / "allowed.yml"
    return tuple(reader.listed(Allowance, "allowance", path, key="").values()) if path.is_file() else ()
