"""A story that somebody told, as it is written, and the consent that is its licence."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from suluh.model.base import Filled, Id, Model, Text
from suluh.model.organisation import Code
from suluh.model.tally import Role

Scope = Literal["site", "share", "pack", "feed", "print", "press"]
"""A way on which a story may travel."""

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
MediaFile = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.(jpg|png|opus)$")]

SECTION = "story"
"""The one section of the texts of a story."""


class Tag(Model):
    """What a story is found by: `content/stories/tags.yml`."""

    id: Id
    kind: Literal["sector", "theme"]
    name: Text


class Media(Model):
    """A picture or a recording beside the texts. Where nothing is said, it shows a face, or is somebody's own voice."""

    file: MediaFile
    kind: Literal["picture", "sound"]
    alt: Text | None = None  # of a picture
    face: Literal["none", "hidden", "visible"] = "visible"
    voice: Literal["none", "altered", "own"] = "own"

    @property
    def shows_face(self) -> bool:
        """Tell whether somebody can be known by a face."""
        return self.kind == "picture" and self.face == "visible"

    @property
    def has_voice(self) -> bool:
        """Tell whether somebody can be known by a voice."""
        return self.kind == "sound" and self.voice == "own"


class Consent(Model):
    """What whoever tells a story agreed to. The form itself stays on paper with the organisation that explained it."""

    ref: Annotated[str, StringConstraints(pattern=r"^C-\d{4}-\d{3}$")]
    given: date
    form: Filled
    explained_in: Code
    explained_by: Role
    scope: tuple[Scope, ...]
    languages: Annotated[tuple[Code, ...], Field(min_length=1)]
    face: bool = False
    voice: bool = False
    expires: date  # the first day on which it holds no more
    withdrawn: date | None = None

    def covers(self, scope: Scope, today: date) -> bool:
        """Tell whether it holds on a day, for a way. What was withdrawn holds on no day, whichever is built."""
        return self.withdrawn is None and self.given <= today < self.expires and scope in self.scope

    def ended(self, today: date) -> date | None:
        """Give the day on which it ended, if it has."""
        if self.withdrawn is not None:
            return min(self.withdrawn, self.expires)
        return self.expires if self.expires <= today else None


class Story(Model):
    """`content/stories/<slug>/story.yml`, with its texts, pictures and recordings beside it."""

    teller: Filled  # never the real name
    country: Country | None = None
    sector: Id
    themes: tuple[Id, ...] = ()
    language: Code  # in which it was told
    media: tuple[Media, ...] = ()
    campaigns: tuple[Id, ...] = ()
    consent: Consent
    review_on: date
    undocumented_or_case: bool  # without papers, or in a case that goes on

    def lets_through(self, one: Media) -> bool:
        """Tell whether a picture or recording may go where the texts go.

        A recording speaks the language of the telling, so that this must be one of those that are agreed.
        """
        if one.kind == "sound" and self.language not in self.consent.languages:
            return False
        known = (one.shows_face and not self.consent.face) or (one.has_voice and not self.consent.voice)
        return not known and not (self.undocumented_or_case and (one.shows_face or one.has_voice))
