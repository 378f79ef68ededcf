"""The texts of a language as an XLIFF file, for the programs of translation offices."""

from xml.etree import ElementTree

from suluh.model.translating import Piece, Sheet, remarks
from suluh.model.translation import TRUSTED

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"


def xliff_file(sheet: Sheet) -> bytes:
    """Write all texts of a sheet. Source: OASIS, XLIFF version 1.2."""
    root = ElementTree.Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    told = {"original": sheet.site or "Suluh", "datatype": "plaintext", "source-language": sheet.source}
    file = ElementTree.SubElement(root, "file", {**told, "target-language": sheet.code})
    body = ElementTree.SubElement(file, "body")
    for piece in sheet.pieces:
        _unit(body, piece)
    ElementTree.indent(root)
    for unit in root.iter("trans-unit"):  # white space inside a text is its own
        unit.tail = "\n      "
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _unit(body: ElementTree.Element, piece: Piece) -> None:
    done = piece.state in TRUSTED
    unit = ElementTree.SubElement(
        body, "trans-unit", {"id": piece.key, "xml:space": "preserve", "approved": "yes" if done else "no"}
    )
    ElementTree.SubElement(unit, "source").text = piece.original.text.strip()
    state = "final" if done else "needs-review-translation" if piece.text else "needs-translation"
    ElementTree.SubElement(unit, "target", {"state": state}).text = piece.text.strip()
    for remark in remarks(piece):
        ElementTree.SubElement(unit, "note").text = remark
