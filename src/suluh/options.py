"""The options of the command line that several verbs have, and those of verbs that have many."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from suluh.problem import as_github, as_json, as_text

FORMS = {"text": as_text, "github": as_github, "json": as_json}

Command = Callable[..., None]
Option = Callable[[Command], Command]


class Day(click.ParamType[date]):
    """A day as year-month-day."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day, or say how to write it."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a day. Write year-month-day, such as 2026-11-22.", param, ctx)


class Role(click.ParamType[str]):
    """A role, and never a person."""

    name = "ROLE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read a role, or say how to write it."""
        if not re.fullmatch(r"role:[a-z-]+", str(value)):
            self.fail(f"'{value}' is not a role. Write one such as role:nepali-team; never a name.", param, ctx)
        return str(value)


def _having(*options: Option) -> Option:
    """Put options together, so that a verb gets all of them at once."""

    def added(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return added


rooted = click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=None,
                      help="The repository.  [default: where build.py stands, else here]")  # fmt: skip

ported = click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
                      help="Of the preview; 0 takes any free port.")  # fmt: skip

dated = click.option("--as-of", type=Day(), default=None, help="Write this day down.  [default: today]")

shared = _having(
    rooted,
    click.option("--languages", metavar="CODES", default="",
                 help="Only these languages, such as en,ms.  [default: all]"),
    click.option("--as-of", type=Day(), default=None,
                 help="Build the site as it stands on this day.  [default: today]"),
    click.option("--workers", type=click.IntRange(1, 64), default=None,
                 help="Processes that render pages.  [default: one for each core]"),
    click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True,
                 help="How problems are written: for a terminal, for GitHub, or as data."),
)  # fmt: skip
"""The options that build, check and serve have in common."""

asking = _having(
    rooted,
    click.option("--as-of", type=Day(), default=None, help="Answer as on this day.  [default: today]"),
    click.option("--format", "form", type=click.Choice(["text", "json"]), default=None,
                 help="How the answer is written: for a terminal, or as data.  [default: text]"),
)  # fmt: skip
"""The options of those verbs that only answer a question."""

counting = _having(
    click.option("--channel", default="", metavar="paper|meeting|letters", help="How people were counted."),
    click.option("--batch", default="", metavar="B-003", help="The code that the batch is marked with."),
    click.option("--count", default="", metavar="N", help="How many people; of a correction, the difference."),
    click.option("--sheets", default="", metavar="N", help="On how many sheets of paper."),
    click.option("--on", type=Day(), default=None, help="The day of the count.  [default: today]"),
    click.option("--counted-by", multiple=True, metavar="role:…",
                 help="What somebody does who counted, never who it is; twice, for two people."),
    click.option("--corrects", default="", metavar="B-001", help="The batch that was wrong."),
    rooted,
    dated,
)  # fmt: skip
"""The options of a batch that was counted. What is said is looked at later, so that all can be told at once."""

beginning = _having(
    click.option("--title", multiple=True, help="At most 65 signs. In the office's language, too: 'ms=…'."),
    click.option("--summary", multiple=True, help="One sentence of at most 200 signs; also 'ms=…'."),
    click.option("--ask", multiple=True, help="What is asked, up to five times; also 'ms=…', in the same order."),
    click.option("--name", default="", metavar="SLUG", help="For its folder and address.  [default: from the title]"),
    click.option("--target", default="", metavar="ID", help="Who can decide: a file in campaigns/targets/."),
    click.option("--target-name", multiple=True, help="A new one: the name of the office; also 'ms=…'."),
    click.option("--target-role", multiple=True, help="What it can do, in one sentence; also 'ms=…'."),
    click.option("--target-source", default="", metavar="ID", help="Who says so: a source of content/facts/."),
    click.option("--for-workers/--not-for-workers", "workers", default=None,
                 help="Whether it offers workers something to do that is safe."),
    click.option("--letter/--no-letter", default=None, help="Whether people write a letter."),
    click.option("--paper/--no-paper", default=None, help="Whether people sign on paper."),
    click.option("--preview", is_flag=True, help="Show it here afterwards, as though it were live."),
    ported,
    rooted,
    dated,
)  # fmt: skip
"""The options of a campaign that begins."""
