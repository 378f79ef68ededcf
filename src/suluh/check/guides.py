"""Rules on guides: quiet where they must be, short enough to send, and read aloud as they are written."""

from collections.abc import Iterator
from datetime import date

from suluh.model.site import TEXTS, Site
from suluh.model.translation import digest
from suluh.problem import Problem, error

LONGEST = 300
"""The most characters of a text that is sent on, with the address."""


def dangerous_guides_have_a_quiet_page(site: Site, today: date) -> Iterator[Problem]:
    """A guide with risk: high has a quiet page, whose address is its own and tells nothing."""
    folders = (folder.rpartition("/")[2] for folder in TEXTS.values())
    taken = {"directory", "laws", "search", "tools", *folders, *site.settings.pages}
    for slug, guide in site.guides.items():
        if guide.risk == "high" and guide.discreet is None:
            yield error(site.place("guide", slug, "risk"), "guides/quiet", "This guide has no quiet page.",
                        "Add a line such as 'discreet: {slug: p7, title: {en: Notes 7}}'.")  # fmt: skip
        if guide.discreet is not None:
            if guide.discreet.slug in taken:
                yield error(site.place("guide", slug, "discreet", "slug"), "ids/taken",
                            f"The address '{guide.discreet.slug}' is already used.", "Choose another one.")  # fmt: skip
            taken.add(guide.discreet.slug)


def what_is_sent_is_short(site: Site, today: date) -> Iterator[Problem]:
    """What is sent on of a guide has at most 300 characters, with its address."""
    for slug, guide in site.guides.items():
        quiet = guide.discreet.slug if guide.discreet else ""
        shared = (("public", guide.share.public, f"guides/{slug}"), ("discreet", guide.share.discreet, quiet))
        for key, texts, path in shared:
            for code, text in (texts or {}).items():
                length = len(f"{text} {site.settings.address}{code}/{path}/")
                if length > LONGEST:
                    said = f"What is sent has {length} characters; {LONGEST} are the most."
                    yield error(site.place("guide", slug, "share", key, code), "guides/share", said, "Shorten it.")


def recordings_say_what_is_written(site: Site, today: date) -> Iterator[Problem]:
    """A recording was made of the text as it stands now."""
    for slug, texts in site.guide_texts.items():
        for index, sound in enumerate(site.guides[slug].sounds if slug in site.guides else ()):
            section = texts[sound.language].section(sound.section) if sound.language in texts else None
            place = site.place("guide", slug, "sounds", index)
            if section is None:
                yield error(place, "sound/section", f"There is no section '{sound.section}' in '{sound.language}'.",
                            "Mend the entry, or delete it.")  # fmt: skip
            elif sound.text_digest != digest(section.markdown):
                hint = f"Record it again, then write text_digest: {digest(section.markdown)}; or delete the entry."
                yield error(place, "sound/stale", "The text has changed since it was read aloud.", hint)
