"""The texts of a language as a PO file: for Poedit, Weblate and whatever else translators work with."""

from collections.abc import Mapping
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from suluh.model.translating import Piece, Sheet
from suluh.model.translation import TRUSTED, State, digest


def po_file(sheet: Sheet) -> bytes:
    """Write all texts of a sheet, one entry each: its context is its key, and what nobody has checked is fuzzy.

    Source: the GNU gettext manual, "The Format of PO Files".
    """
    catalog = Catalog(fuzzy=False)
    for piece in sheet.pieces:
        catalog.add(
            piece.original.text.strip(),
            piece.text.strip(),
            context=piece.key,
            flags=["fuzzy"] if piece.text and piece.state not in TRUSTED else [],
            auto_comments=list(remarks(piece)),
        )
    file = BytesIO()
    write_po(file, catalog, width=0, omit_header=True, sort_output=False, ignore_obsolete=True)
    return _HEAD.format(code=sheet.code.replace("-", "_")).encode() + file.getvalue()


_HEAD = """\
# Leave {{words in braces}}, [^marks], numbers and the targets of links as they are. What is first a title and then a
# summary stands on two lines. Take away 'fuzzy' where you have read a text and find it right.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
"""What stands before the texts: no day and nobody's name, so that the same texts make the same file."""

WAS = "was="
"""What begins the remark that tells which translation was handed out."""


_TOLD: Mapping[State, str] = {
    "missing": "Not translated yet.",
    "machine": "Made by a machine; nobody has checked it.",
    "draft": "A draft; readers do not see it.",
    "stale-minor": "The source has small changes since.",
    "stale-material": "The source has changed since.",
    "stale-critical": "The source has changed since. Readers do not see this translation now.",
    "withdrawn": "Taken back, because it is wrong.",
}


def remarks(piece: Piece) -> list[str]:
    """Say what a translator must know of a text."""
    found = [_TOLD[piece.state]] if piece.state in _TOLD else []
    found += ["A mistake here may do harm."] if piece.original.critical else []
    found += [f"{word}: {own}" for word, own in piece.glossary]
    return [*found, *([f"{WAS}{digest(piece.text)}"] if piece.text else [])]
