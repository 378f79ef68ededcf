"""The verbs of translators."""

import sys
from typing import Any

import click

from suluh import pipeline
from suluh.cli.asking import FINE, PROBLEMS, note, ordered
from suluh.model.translation import Severity, Written
from suluh.options import dated, rooted
from suluh.past import PastFault
from suluh.problem import as_text

language = click.argument("language", metavar="LANG")
by = click.option("--by", metavar="ROLE", multiple=True, help="Who has read it, such as role:nepali-team.")


@click.group()
def translations() -> None:
    """See what is to be translated, hand it out, take it back, and say who has read it."""


@translations.command()
@language
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--state", type=click.Choice(["machine", "draft", "reviewed", "community-checked", "withdrawn"]),
              default="machine", show_default=True, help="How far they can be trusted.")  # fmt: skip
@by
@rooted
@dated
def record(language: str, keys: tuple[str, ...], state: Written, by: tuple[str, ...], **asked: Any) -> None:
    """Write down that translations were made from the source texts as they stand now.

    Without KEY these are all that are new, or were edited since.
    """
    done = pipeline.record(_order(**asked), language, keys, state, by)
    _ended(done, f"{len(done.changed)} texts in {language} are written down as '{state}'.")


@translations.command()
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--minor", "severity", flag_value="minor", default=True,
              help="The meaning is the same: a comma, a plainer word. Readers see a small note.")  # fmt: skip
@click.option("--critical", "severity", flag_value="critical",
              help="The old text may do harm. Readers see the source text until it is translated again.")  # fmt: skip
@click.option("--base", metavar="REV", default="HEAD", show_default=True, help="Compare with this branch or commit.")
@rooted
@dated
def mark(keys: tuple[str, ...], severity: Severity, base: str, **asked: Any) -> None:
    """Say how much your change of a source text matters to those who read its translations.

    What nobody marks is material, and critical where the text is. Without KEY all changed texts are marked.
    """
    try:
        done = pipeline.mark(_order(**asked), base, severity, keys)
    except PastFault as fault:
        note(str(fault))
        sys.exit(PROBLEMS)
    for key in done.changed:
        click.echo(f"  {key}")
    _ended(done, f"{len(done.changed)} changed texts are marked '{severity}'.")


def _order(**asked: Any) -> pipeline.Order:
    return ordered(languages="", workers=1, **asked)


def _ended(done: Any, said: str) -> None:
    """End a verb that writes: with what was written, or why nothing was."""
    if done.unknown:
        note(done.unknown)
    elif done.problems:
        note(f"{as_text(done.problems)}\nNothing was written.")
    else:
        note(said)
    sys.exit(PROBLEMS if done.unknown or done.problems else FINE)
