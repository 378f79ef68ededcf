"""Read what a reader takes in hand: pathways, letters, calculators, cards; one folder each."""

from collections.abc import Mapping
from typing import Any

from suluh.load.guides import in_folders
from suluh.load.reader import Reader
from suluh.model.calculator import Calculator
from suluh.model.card import Card
from suluh.model.letter import Letter
from suluh.model.pathway import Pathway


def load_tools(reader: Reader) -> Mapping[str, Any]:
    """Read the records of all tools, by the field of a site that holds them."""
    return {
        "pathways": in_folders(reader, Pathway, "pathway"),
        "letters": in_folders(reader, Letter, "letter"),
        "calculators": in_folders(reader, Calculator, "calculator"),
        "cards": in_folders(reader, Card, "card"),
    }
