"""Rules that keep readers and organisers safe; see the handbook, "Safety"."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from suluh.check.texts import texts_with
from suluh.model.prose import LINK, REFERENCE
from suluh.model.site import Site
from suluh.problem import Place, Problem, error

_TAG = re.compile(r"<\s*/?\s*[A-Za-z!][^>]*>?|&(?:#\w+|[a-z]+);")
_OUTSIDE = re.compile(r"^https://[^\s]+$")
_DEFINITION = re.compile(r"^\s*\[[^\]^][^\]]*\]:")
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LOOKING_ALIKE = re.compile("[\u0370-\u052f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]")  # Greek, Cyrillic
_HIDING = re.compile(r"shelter|safe-?house|rescue|hiding|outreach-place|meeting-place")


def text_holds_no_html(site: Site, today: date) -> Iterator[Problem]:
    """Text is plain or Markdown; HTML in it could carry scripts."""
    for text, place in texts_with(site, _TAG):
        match = _TAG.search(text)
        if match:
            yield error(_at(place, match), "safety/html", f"'{match[0]}' is HTML.",
                        "Write Markdown: **bold**, *emphasis*, [a link](https://…).")  # fmt: skip


def links_lead_where_they_may(site: Site, today: date) -> Iterator[Problem]:
    """A link leads inside the site by its kind and id, or outside by https."""
    for _, texts in site.prose():
        for prose in texts.values():
            for section in prose.sections:
                for line, text in section.lines():
                    if _DEFINITION.match(text):
                        yield error(Place(prose.file, line), "safety/link", "This link is written in two parts.",
                                    "Write it in one: [the words](page:help).")  # fmt: skip
                    for match in LINK.finditer(text):
                        target = match[1]
                        if not (REFERENCE.match(target) or _OUTSIDE.match(target)):
                            yield error(Place(prose.file, line, match.start(1) + 1), "safety/link",
                                        f"A link may not lead to '{target}'.",
                                        "Write guide:…, organisation:…, campaign:…, page:… or a whole https:// "
                                        "address.")  # fmt: skip


def text_holds_no_hidden_characters(site: Site, today: date) -> Iterator[Problem]:
    """No text holds a character that cannot be seen and can change what is read."""
    for text, place in texts_with(site, _HIDDEN):
        match = _HIDDEN.search(text)
        if match:
            name = unicodedata.name(match[0], "a control character").lower()
            yield error(_at(place, match), "safety/hidden",
                        f"An invisible character stands here: {name} (U+{ord(match[0]):04X}).",
                        "Delete it and type the words round it again.")  # fmt: skip


def words_are_in_one_script(site: Site, today: date) -> Iterator[Problem]:
    """No word mixes Latin letters with look-alikes of Greek or Cyrillic."""
    for text, place in texts_with(site, _LOOKING_ALIKE):
        for match in re.finditer(r"\w+", text):
            scripts = {unicodedata.name(letter, "?").split()[0] for letter in match[0] if letter.isalpha()}
            if "LATIN" in scripts and scripts & {"GREEK", "CYRILLIC"}:
                yield error(_at(place, match), "safety/look-alike",
                            f"The word '{match[0]}' mixes letters of two scripts that look alike.",
                            "Type the word again.")  # fmt: skip


def nothing_points_to_a_hiding_place(site: Site, today: date) -> Iterator[Problem]:
    """No kind of help says that people are sheltered, met or fetched somewhere."""
    for name in site.services:
        if _HIDING.search(name):
            yield error(site.place("service", name, "id"), "safety/hiding-place",
                        f"The kind of help '{name}' would show where people hide.",
                        "Delete it, and take it out of every entry.")  # fmt: skip


def only_green_entries_hold_contact(site: Site, today: date) -> Iterator[Problem]:
    """Contact is kept only where it may be shown: green, verified, with a consent that stands; or a public office's."""
    for name, one in site.organisations.items():
        if one.contact and not one.lets_through("contact"):
            yield error(site.place("organisation", name, "contact"), "safety/contact",
                        "This entry holds contact that must not be shown.",
                        "Take it out; or it needs tier green, state verified, and a consent that covers "
                        "contact.")  # fmt: skip


def who_withdrew_is_taken_out(site: Site, today: date) -> Iterator[Problem]:
    """An organisation that has withdrawn its consent is not published; its entry is taken away."""
    for name, one in site.organisations.items():
        if one.consent is not None and one.consent.withdrawn:
            yield error(site.place("organisation", name, "consent", "withdrawn"), "safety/consent",
                        "This organisation has withdrawn its consent, so nothing of it may stand here.",
                        f"Run: python3 build.py redact {name}")  # fmt: skip


def _at(place: Place, match: re.Match[str]) -> Place:
    """Point at a match inside a line of Markdown; in YAML the place is the value's own."""
    return Place(place.file, place.line, match.start() + 1) if place.file.endswith(".md") else place
