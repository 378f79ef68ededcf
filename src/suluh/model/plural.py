"""Words whose form depends on a number, as ICU writes them: `{count, plural, one {# day} other {# days}}`.

Source: Unicode, "ICU MessageFormat" and CLDR plural rules. Nothing is nested, and a number has no offset.
"""

import re
from collections.abc import Callable
from functools import cache

from babel import Locale, UnknownLocaleError

_PLURAL = re.compile(r"\{(\w+), plural,((?:\s*\w+\s*\{[^{}]*\})+)\s*\}")
_FORM = re.compile(r"(\w+)\s*\{([^{}]*)\}")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def chosen(pattern: str, locale: str, value: Callable[[str], object]) -> str:
    """Choose the forms of a pattern for some numbers; what is left is a pattern with plain placeholders."""

    def form(found: re.Match[str]) -> str:
        forms, number = dict(_FORM.findall(found[2])), value(found[1])
        category = _rule(locale)(number) if isinstance(number, int) else "other"
        text: str = forms[category] if category in forms else forms.get("other") or ""
        return text.replace("#", f"{{{found[1]}}}")

    return _PLURAL.sub(form, pattern) if ", plural," in pattern else pattern


def placeholders(pattern: str) -> list[str]:
    """Name what a pattern asks for, each as often as a reader would see it."""
    return _PLACEHOLDER.findall(_PLURAL.sub(lambda found: f"{{{found[1]}}}", pattern))


def wrong_forms(pattern: str, locale: str) -> tuple[str, ...]:
    """Give the forms that a language has, where a pattern has others."""
    wanted = categories(locale)
    forms = [sorted(name for name, _ in _FORM.findall(found[2])) for found in _PLURAL.finditer(pattern)]
    return wanted if any(some != sorted(wanted) for some in forms) else ()


@cache
def categories(locale: str) -> tuple[str, ...]:
    """Name the forms that words of a language have beside a whole number, `other` last. Source: CLDR."""
    rule = _rule(locale)
    found = dict.fromkeys(rule(number) for number in (*range(201), 1_000, 1_000_000))
    return (*(name for name in found if name != "other"), "other")


@cache
def _rule(locale: str) -> Callable[[int], str]:
    try:
        return Locale.parse(locale, sep="-").plural_form
    except (ValueError, UnknownLocaleError):
        return lambda _: "other"
