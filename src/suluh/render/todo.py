"""The texts of a language as one page, to work through on a phone without internet and send back."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from suluh.model.translating import WAS, Piece, Sheet, remarks
from suluh.model.translation import digest


def todo_page(sheet: Sheet) -> bytes:
    """Write a page that asks for nothing, keeps what is written on the device, and saves it as PO."""
    return _template().render(sheet=sheet, told=_told, was=_was).encode()


def _told(piece: Piece) -> list[str]:
    words = {f"{word}: {own}" for word, own in piece.glossary}
    return [said for said in remarks(piece) if not said.startswith(WAS) and said not in words]


def _was(piece: Piece) -> str:
    return digest(piece.text) if piece.text else ""


@cache
def _template() -> Template:
    text = files("suluh.render").joinpath("todo.html").read_text("utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(text)
