"""Write words into YAML so that they are read as they were meant."""

import json

from suluh.source import Unreadable, parse_yaml


def quoted(text: str, *, within: str = "key: {}") -> str:
    """Put a text in quotes where YAML would read it as something else."""
    for written in (text, json.dumps(text, ensure_ascii=False)):
        try:
            if parse_yaml("", within.format(written)).value == {"key": text}:
                return written
        except Unreadable:
            continue
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    return sign if sign.isalnum() and sign.isascii() else f"\\U{ord(sign):08X}"
