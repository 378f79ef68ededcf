"""Write the authors' files: only the lines in question change, and comments stay."""

from suluh.edit.redact import plan_redaction
from suluh.edit.writing import write

__all__ = ["plan_redaction", "write"]
