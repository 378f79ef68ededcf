"""What a reader takes in hand, as it is shown: pathways, letters, calculators, cards, and sheets of paper."""

from dataclasses import dataclass
from datetime import date

from suluh.model.reading import Line, Link, Part, Reading


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question, and the step it leads to, by number and by id."""

    id: str
    words: Reading
    number: int
    to: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a pathway. A `limit` is what the answer is held against: days for a date, sen for money."""

    number: int
    id: str
    kind: str
    part: Part
    answers: tuple[Answer, ...] = ()
    next: int = 0  # of a step that only says something
    limit: int | None = None
    lines: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    services: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PathwayBody:
    """A pathway: its steps in the order of their numbers, which begin at 1."""

    steps: tuple[Step, ...]
    as_at: date
    overdue: date | None


@dataclass(frozen=True, slots=True)
class Blank:
    """Something that the writer of a letter fills in."""

    id: str
    kind: str
    label: Reading
    hint: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a letter: texts, `("text", words)`, and blanks, `("blank", id)`, in turn."""

    id: str
    label: Reading
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A letter in one language, with what its blanks are called there."""

    language: str
    direction: str
    name: str  # of the language, in its own script
    title: str
    paragraphs: tuple[Paragraph, ...]
    labels: tuple[tuple[str, str], ...]  # what each blank is called in this language


@dataclass(frozen=True, slots=True)
class LetterBody:
    """A letter: the office's language first, then the reader's, if that is another one.

    Where it stands down, because its guide was not read again in time, there are phone lines and no columns.
    """

    before: Part
    blanks: tuple[Blank, ...]
    columns: tuple[Column, ...]
    guide: Link
    paper: str  # route of the PDF
    as_at: date
    overdue: date | None
    currency: str
    lines: tuple[Line, ...] = ()
    withdrawn: bool = False  # in this language, because a critical part of its guide is not right in it


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card in one language: its heading, its items, and the numbers printed on it."""

    language: str
    direction: str
    heading: str
    items: tuple[str, ...]
    lines: tuple[tuple[str, str], ...] = ()  # whose, number as it is read


@dataclass(frozen=True, slots=True)
class CardBody:
    """A card: the side for the worker, then the sides for whom it is shown to."""

    front: Side
    back: tuple[Side, ...]
    guide: Link
    paper: str  # route of the PDF: eight to a sheet
    as_at: date
    overdue: date | None
    withdrawn: bool = False  # as a letter is


@dataclass(frozen=True, slots=True)
class Field:
    """What a calculator asks: a choice among `options` (id, words), money, a number, hours, or a day.

    It is asked only while all of `when` holds: a field, and answers to it.
    """

    id: str
    kind: str
    label: Reading
    hint: Reading | None = None
    options: tuple[tuple[str, Reading], ...] = ()
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    begins: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of a calculator: words of its fact, its law, and its value as written, or its values with their days."""

    title: Reading
    law: Reading
    section: str
    values: tuple[tuple[date | None, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a sum says, with its values by name; they are empty where the script of the page puts them."""

    part: Part
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """An example that was worked out: each question with its answer, what the sum says, and what it comes to."""

    answers: tuple[tuple[Reading, Reading | date], ...]
    steps: tuple[Said, ...]
    total: str


@dataclass(frozen=True, slots=True)
class CalculatorBody:
    """A calculator: what it asks, what it says, its rates, and an example that was worked out.

    `numbers` are the rates as the script of the page takes them, `minor` the smallest units of money to one. Where it
    stands down, because its guide was not read again in time, there are phone lines and no fields.
    """

    sum: str
    before: Part
    fields: tuple[Field, ...]
    steps: tuple[Said, ...]
    total: Part
    stops: tuple[Part, ...]
    rates: tuple[Rate, ...]
    numbers: str
    currency: str
    minor: int
    example: Example
    guide: Link
    as_at: date
    overdue: date | None
    lines: tuple[Line, ...] = ()
