"""Add a batch to what was counted for a campaign: one line more, and every other one as it was."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from suluh.edit.cutting import Uncut, end_of_item
from suluh.edit.writing import obstacles
from suluh.model.redaction import Edit
from suluh.model.tally import CHANNELS, Batch, Role, Tally, total
from suluh.model.writing import Count, Counting
from suluh.problem import did_you_mean
from suluh.source import Unreadable, parse_yaml, read_text

HEAD = """\
# How many people stand behind this campaign: counted by two, and never a name. One line for each batch.
# What was wrong is not mended but corrected: by one more line with the difference, and 'corrects:' with the batch.
"""

_BATCH: TypeAdapter[str] = TypeAdapter(Batch)
_ROLE: TypeAdapter[str] = TypeAdapter(Role)
_PICTURE = re.compile(r"[/\\]|\.(?:avif|bmp|gif|heic|jpe?g|pdf|png|tiff?|webp)$", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?:\d[ ()+.\-]{0,2}){6}")
_NUMBER = re.compile(r"[+-]?\d{1,5}")
_NO_NAME = "Never write a name."


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted for a campaign so far: as it is written, and as it is read. `fault` says why it cannot be."""

    file: str
    text: str | None = None
    rows: tuple[Tally, ...] = ()
    fault: str = ""

    @property
    def next_batch(self) -> str:
        """Propose the code of the next batch: it goes on from the last one."""
        if not self.rows:
            return "B-001"
        letters, _, last = self.rows[-1].batch.partition("-")
        numbers = [int(row.batch.partition("-")[2]) for row in self.rows if row.batch.startswith(f"{letters}-")]
        return f"{letters}-{max(numbers) + 1:0{len(last)}}"


def campaigns(root: Path) -> list[str]:
    """Name the campaigns of a repository."""
    return sorted(path.parent.name for path in root.glob("campaigns/*/campaign.yml"))


def counted(root: Path, slug: str) -> Counted:
    """Read what was counted for a campaign so far."""
    file = f"campaigns/{slug}/tallies.yml"
    if not (root / file).exists():
        return Counted(file)
    try:
        text = read_text(root, root / file)
        rows = tuple(Tally.model_validate(row) for row in parse_yaml(file, text).value or ())
    except (Unreadable, ValidationError, TypeError):
        return Counted(file, fault=f"{file} has a fault. Type 'python build.py check', mend it, then come back.")
    return Counted(file, text, rows)


def plan_tally(root: Path, slug: str, count: Count, today: date) -> Counting:
    """Work out the line that is added to what was counted. Nothing is written."""
    known = campaigns(root)
    if slug not in known:
        return Counting(refused=(f"There is no campaign '{slug}'. {did_you_mean(slug, known)}".rstrip(),))
    book = counted(root, slug)
    refused = (book.fault,) if book.fault else tuple(refusals(count, book.rows, today))
    if refused:
        return Counting(refused=refused)
    line = _line(completed(count, book), today)
    try:
        after, at = _with_line(book, line)
    except (Uncut, Unreadable):
        said = f"{book.file} is written in a way in which no line can be added for sure."
        return Counting(refused=(f"{said} Write one line, beginning with '- ', for each batch; then come back.",))
    edit = Edit(book.file, book.text, after)
    before = total(book.rows)
    problems = tuple(obstacles(root, [edit]))
    return Counting((edit,), problems=problems, line=line, at=at, before=before, after=before + int(count.count))


def completed(count: Count, book: Counted) -> Count:
    """Give a correction the channel and the code of the batch that it corrects, unless it has its own."""
    first = _corrected(count.corrects, book.rows)
    if first is None:
        return count
    return replace(count, channel=count.channel or first.channel, batch=count.batch or first.batch)


def refusals(count: Count, rows: Sequence[Tally], today: date) -> Iterator[str]:
    """Say what cannot be written, in a sentence each. What was not said is passed over."""
    told = (
        _batch(count.batch, count.corrects, rows),
        _channel(count, rows),
        _people(count, rows),
        _sheets(count.sheets),
        _day(count.on, today),
        *(_role(role) for role in count.counted_by),
        _corrects(count.corrects, rows),
    )
    yield from dict.fromkeys(filter(None, told))
    if len(count.counted_by) == 1:
        yield "Two people count. Write a second '--counted-by'."


def _private(value: str) -> str:
    if _PICTURE.search(value):
        return "A picture of a sheet shows names. It never enters the repository: take it out here, too."
    if _LONG_NUMBER.search(value):
        return "This looks like the number of a phone or a card. A tally says how many, and nothing of anybody."
    return ""


def _batch(batch: str, corrects: str, rows: Sequence[Tally]) -> str:
    if not batch or _private(batch):
        return _private(batch)
    if not _fits(_BATCH, batch):
        return f"A batch is a code of capital letters, a hyphen and a number, such as B-003. {_NO_NAME}"
    if not corrects and any(row.batch == batch for row in rows):
        return f"The batch {batch} is counted already. To correct it, write '--corrects {batch}' and the difference."
    return ""


def _channel(count: Count, rows: Sequence[Tally]) -> str:
    if count.channel and count.channel not in CHANNELS:
        return f"People are counted on one of: {', '.join(CHANNELS)}. {did_you_mean(count.channel, CHANNELS)}".rstrip()
    first = _corrected(count.corrects, rows)
    if first is not None and count.channel and first.channel != count.channel:
        return f"{first.batch} was counted as '{first.channel}', and so is what corrects it."
    return ""


def _people(count: Count, rows: Sequence[Tally]) -> str:
    written = count.count
    if not written or _private(written):
        return _private(written)
    if not _NUMBER.fullmatch(written):
        return f"Write how many people in digits alone. {_NO_NAME}"
    people = int(written)
    if people == 0:
        return "A batch that counts nobody is not written."
    if people < 0 and not count.corrects:
        return "Only a correction takes away. Write '--corrects' with the batch that was wrong."
    first = _corrected(count.corrects, rows)
    there = sum(row.count for row in rows if first and first.batch in (row.batch, row.corrects))
    if first is not None and there + people < 0:
        return f"{first.batch} counts {there} people. No more than that can be taken away."
    return ""


def _sheets(sheets: str) -> str:
    if sheets and not re.fullmatch(r"\d{1,5}", sheets):
        return _private(sheets) or f"Write the number of sheets in digits alone. {_NO_NAME}"
    return ""


def _day(day: date | None, today: date) -> str:
    return f"{day.isoformat()} has not been yet. Write the day of the count." if day and day > today else ""


def _role(role: str) -> str:
    if _fits(_ROLE, role):
        return ""
    return _private(role) or f"Who counted is a role in small letters, such as role:organiser. {_NO_NAME}"


def _corrects(corrects: str, rows: Sequence[Tally]) -> str:
    if not corrects or _private(corrects):
        return _private(corrects)
    if not _fits(_BATCH, corrects):
        return f"'--corrects' names a batch, such as B-003. {_NO_NAME}"
    first = _corrected(corrects, rows)
    if first is not None:
        return ""
    wrong = next((row.corrects for row in rows if row.batch == corrects), None)
    if wrong:
        return f"{corrects} is a correction itself. Correct {wrong} once more."
    hint = did_you_mean(corrects, {row.batch for row in rows if row.corrects is None})
    return f"There is no batch {corrects} to correct. {hint}".rstrip()


def _corrected(corrects: str, rows: Sequence[Tally]) -> Tally | None:
    """Find the batch that a correction is about."""
    return next((row for row in rows if corrects and row.batch == corrects and row.corrects is None), None)


def _fits(form: TypeAdapter[str], value: str) -> bool:
    try:
        form.validate_python(value)
    except ValidationError:
        return False
    return True


def _line(count: Count, today: date) -> str:
    sheets, corrects = int(count.sheets or 0), count.corrects
    parts: Mapping[str, Any] = {
        '"on"': (count.on or today).isoformat(),
        "channel": count.channel,
        "batch": count.batch,
        "count": int(count.count),
        **({"sheets": sheets} if sheets else {}),
        "counted_by": f"[{', '.join(count.counted_by)}]",
        **({"corrects": corrects} if corrects else {}),
    }
    return f"- {{{', '.join(f'{key}: {value}' for key, value in parts.items())}}}"


def _with_line(book: Counted, line: str) -> tuple[str, int]:
    """Put a line below the last batch, and tell its number. Raises: Uncut, Unreadable."""
    text = HEAD if book.text is None else book.text
    at = end_of_item(text, len(book.rows) - 1) if book.rows else len(text)
    before = text[:at] if text[:at].endswith("\n") or not at else f"{text[:at]}\n"
    after = f"{before}{line}\n{text[at:]}"
    wanted = (*book.rows, Tally.model_validate(parse_yaml(book.file, line).value[0]))
    if tuple(map(Tally.model_validate, parse_yaml(book.file, after).value)) != wanted:
        raise Uncut
    return after, before.count("\n") + 1
