"""Walk through translations, side by side with what they are made from: one key a text."""

import shutil
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

import click

from suluh.model.translating import Piece
from suluh.prompts.question import say

RIGHT, EDIT, WRONG, SKIP, QUIT = "y", "e", "w", "s", "q"
_KEYS = "y it is right   e edit it   w it is wrong: take it from readers   s skip   q stop"

Answer = Callable[[Piece, str, str], str]
"""Takes a text, what was answered, and how it reads now; gives what is wrong with that, or nothing."""


def review(pieces: Sequence[Piece], answer: Answer) -> int:
    """Ask for each text whether it is right. What was answered is written at once. Gives how many were."""
    done = 0
    for number, piece in enumerate(pieces, 1):
        say(f"\n{number} of {len(pieces)}  {piece.key}  {piece.place}  ({piece.state})")
        for row in beside(piece.original.text.strip(), piece.text.strip(), shutil.get_terminal_size().columns):
            say(row)
        if piece.back:
            say(f"\nRead back:\n{piece.back.strip()}\n")
        for word, own in piece.glossary:
            say(f"  {word}: {own}")
        key = _asked(piece, answer)
        if key == QUIT:
            break
        done += key != SKIP
    return done


def _asked(piece: Piece, answer: Answer) -> str:
    """Ask until something can be done with what was answered."""
    text = piece.text.strip()
    while True:
        say(_KEYS)
        key = click.getchar().lower()
        if key == EDIT:
            text = (click.edit(text, extension=".md") or text).strip()
        elif key in (SKIP, QUIT):
            return key
        elif key not in (RIGHT, WRONG):
            continue
        wrong = answer(piece, key, text)
        if not wrong:
            return key
        say(wrong)


def beside(source: str, text: str, width: int) -> Iterator[str]:
    """Set a text beside its source in two columns; where a screen is narrow, below it."""
    if width < 72:
        yield from (*_lines(source, width - 2), "", *_lines(text, width - 2))
        return
    half = (width - 3) // 2
    pairs = [*zip_longest(source.split("\n"), text.split("\n"), fillvalue="")]
    if source.count("\n") != text.count("\n"):  # their lines do not answer each other
        pairs = [(source, text)]
    for mine, theirs in pairs:
        for left, right in zip_longest(_lines(mine, half), _lines(theirs, half), fillvalue=""):
            yield f"{left}{' ' * (half - _width(left))} │ {right}".rstrip()


def _lines(text: str, width: int) -> Iterator[str]:
    for line in text.split("\n"):
        yield from wrap(line, width, replace_whitespace=False) or [""]


def _width(text: str) -> int:
    """Count the columns that a line takes on a screen."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.category(sign) in ("Mn", "Me", "Cf") for sign in text)
