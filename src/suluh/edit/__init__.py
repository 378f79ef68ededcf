"""Write the authors' files: only the lines in question change, and comments stay."""

from suluh.edit.campaign import plan_campaign
from suluh.edit.language import plan_language
from suluh.edit.putting import LongText, Words
from suluh.edit.recording import plan_changes, plan_records
from suluh.edit.redact import plan_redaction
from suluh.edit.taking import plan_texts, section_of
from suluh.edit.tally import plan_tally
from suluh.edit.writing import write

__all__ = [
    "LongText",
    "Words",
    "plan_campaign",
    "plan_changes",
    "plan_language",
    "plan_records",
    "plan_redaction",
    "plan_tally",
    "plan_texts",
    "section_of",
    "write",
]
