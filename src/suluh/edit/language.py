"""Begin a language: what CLDR knows of it becomes an entry in the settings."""

import re
from pathlib import Path

from babel import Locale, UnknownLocaleError
from ruamel.yaml.nodes import MappingNode, SequenceNode

from suluh.edit.cutting import Uncut, composed, end_of_value
from suluh.edit.putting import scalar
from suluh.model.redaction import Edit
from suluh.model.script import script_of
from suluh.model.writing import Writing
from suluh.source import Unreadable, read_text

FILE = "content/site.yml"
_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_UNSPACED = frozenset({"CJK", "KHMER", "LAO", "MYANMAR", "THAI", "TIBETAN"})
"""The scripts in which no space stands between words."""


def plan_language(root: Path, code: str, name: str, locale: str, known: tuple[str, ...]) -> Writing:
    """Work out the entry of a language in the settings. Nothing is written.

    `name` and `locale` are needed where CLDR does not know the language: how it calls itself, and whose days it uses.
    """
    if not _CODE.fullmatch(code):
        return Writing(refused=(f"'{code}' is no code of a language. Write it as BCP 47 does, such as si or rhg.",))
    if code in known:
        return Writing(refused=(f"'{code}' is a language of this site already.",))
    found = _locale(locale or code)
    if found is None:
        hint = "Add --locale with a language whose days its readers know, such as en, and --name."
        return Writing(refused=(f"CLDR does not know '{locale or code}', so nobody knows how it writes days. {hint}",))
    own = name or (found.get_display_name(code.replace("-", "_")) if not locale else "")
    if not own:
        return Writing(refused=("Add --name with how the language calls itself, in its own letters.",))
    entry = [f"code: {code}", f"name: {scalar(own, inside=True)}"]
    entry += [f"locale: {locale}"] if locale else []
    entry += ["direction: rtl"] if not locale and found.text_direction == "rtl" else []
    entry += [f"fallback: [{known[0]}]"]
    entry += ["unspaced: true"] if script_of(code) in _UNSPACED else []
    try:
        before = read_text(root, root / FILE)
        return Writing((Edit(FILE, before, _with(before, "{" + ", ".join(entry) + "}")),))
    except (Uncut, Unreadable):
        return Writing(refused=(f"{FILE} is written in a way in which no line can be added for sure.",))


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _with(text: str, entry: str) -> str:
    """Put an entry behind the last language."""
    root = composed(text)
    pairs = root.value if isinstance(root, MappingNode) else ()
    languages = next((value for key, value in pairs if key.value == "languages"), None)
    if not isinstance(languages, SequenceNode) or languages.flow_style:
        raise Uncut
    end = text.find("\n", end_of_value(text, languages.value[-1]))
    end = len(text) if end < 0 else end
    dash = " " * languages.start_mark.column
    return f"{text[:end]}\n{dash}- {entry}{text[end:]}"
