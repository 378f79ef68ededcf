"""Ask whoever is at the keyboard for what the command line did not say."""

from suluh.prompts.campaign import ask_for_draft, draft_of, lacking_of_draft
from suluh.prompts.review import WRONG, review
from suluh.prompts.tally import ask_for_count, lacking_of_count

__all__ = [
    "WRONG",
    "ask_for_count",
    "ask_for_draft",
    "draft_of",
    "lacking_of_count",
    "lacking_of_draft",
    "review",
]
