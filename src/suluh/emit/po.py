"""The texts of a language as a PO file: for Poedit, Weblate and whatever else translators work with."""

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from suluh.model.translating import Sheet, remarks
from suluh.model.translation import TRUSTED


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
