"""The verbs of translators."""

import sys
from pathlib import Path
from typing import Any

import click

from suluh import pipeline
from suluh.cli.asking import FINE, PROBLEMS, note, ordered
from suluh.model.translating import Brought, Piece, Return
from suluh.model.translation import Severity, Written, digest
from suluh.options import Role, dated, rooted
from suluh.past import PastFault
from suluh.problem import Problem, as_text

language = click.argument("language", metavar="LANG")
most = click.option("--most", type=click.IntRange(0), metavar="N", default=0, help="Only so many.  [default: all]")
by = click.option("--by", type=Role(), multiple=True, help="Who has read it, such as role:nepali-team.")


@click.group(invoke_without_command=True)
@rooted
@click.pass_context
def translations(context: click.Context, /, root: Path | None) -> None:
    """See what is to be translated, hand it out, take it back, and say who has read it.

    By itself it tells how far each language is.
    """
    if context.invoked_subcommand:
        return
    from suluh import notes

    found, problems = pipeline.standings(_order(root=root, as_of=None))
    click.echo(notes.standings_as_text(found), nl=False)
    _told("", problems, "\nWords: in a sentence, beside the source. 'translations todo LANG' names the texts.")


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


@translations.command()
@language
@most
@rooted
@dated
def todo(language: str, most: int, **asked: Any) -> None:
    """List what is to be translated or read, the most dangerous first: its state, its name, and where it stands."""
    made, problems, unknown = pipeline.sheet(_order(**asked), language)
    for piece in made.pieces[: most or None] if made else ():
        place = f"{piece.place.file}:{piece.place.line}"
        click.echo(f"{piece.state:<15} {'!' if piece.original.critical else ' '} {piece.key}  {place}")
    _told(unknown, problems, f"\n{len(made.pieces) if made else 0} texts. '!': a mistake may do harm.")


@translations.command()
@language
@click.option("--by", type=Role(), required=True, help="Who you are in this, such as role:nepali-team.")
@rooted
@dated
def review(language: str, by: str, **asked: Any) -> None:
    """Walk through what nobody has read yet, side by side with its source: one key a text.

    What you answer is written at once; stop whenever you like. What is most at risk counts as read only when a second
    role has read it, too.
    """
    from suluh import prompts

    order = _order(**asked)
    made, problems, unknown = pipeline.sheet(order, language)
    if made is None or problems or unknown:
        _told(unknown, problems, "")
        return
    if not sys.stdin.isatty():
        raise click.UsageError("Nobody is at the keyboard to be asked.")
    pieces = [piece for piece in made.pieces if piece.text and by not in piece.readers]

    def answer(piece: Piece, key: str, text: str) -> str:
        if key == prompts.WRONG:
            done = pipeline.record(order, language, [piece.key], "withdrawn", (by,))
        else:
            brought = Brought(piece.key, text, piece.original.text, digest(piece.text))
            done = pipeline.take_texts(order, "review", Return(language, (brought,)), (by,))
        return done.unknown or as_text(done.problems)

    count = prompts.review(pieces, answer)
    note(f"\n{count} texts answered. Look at what changed with: git diff")


@translations.command()
@language
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), default=None,
              help="The file, which ends in .po, .xlf or .html.  [default: LANG.po]")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Also what is translated and read already.")
@most
@rooted
@dated
def export(language: str, to: Path | None, *, every: bool, most: int, **asked: Any) -> None:
    """Write what is to be translated or read into one file, the most dangerous first.

    PO opens in Poedit and Weblate, XLIFF in the programs of translation offices, HTML in any phone, without internet.
    """
    path = to or Path(f"{language}.po")
    ending = {".po": "po", ".xlf": "xlf", ".xliff": "xlf", ".html": "html"}.get(path.suffix.lower())
    if ending is None:
        raise click.BadParameter("It must end in .po, .xlf or .html.", param_hint="--to")
    data, problems, unknown = pipeline.hand_out(_order(**asked), language, ending, every=every, most=most)
    if not unknown and not problems:
        path.write_bytes(data)
    back = f"{language}.po" if ending == "html" else path
    _told(unknown, problems, f"{path} is written. Bring it back with: build.py translations import {back}")


@translations.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--language", default="", help="The language, where the file does not say it.")
@by
@rooted
@dated
def import_(file: Path, language: str, by: tuple[str, ...], **asked: Any) -> None:
    """Take back a file that a translator has worked on.

    Each text is looked at by itself. What was changed here meanwhile stays as it is here; what is wrong is told at its
    line of the file, and all else is taken. With --by, texts that are not marked as unsure count as read by that role.
    """
    done = pipeline.take(_order(**asked), file, language, by)
    if done.problems:
        note(as_text(done.problems))
    for edit in done.edits if done.written else ():
        click.echo(f"  {edit.file}")
    said = (
        f"Taken: {len(done.changed)} texts. Read and left as they are: {len(done.confirmed)}." if done.written else ""
    )
    note(done.unknown or said or "Nothing was written.")
    sys.exit(PROBLEMS if done.unknown or done.problems else FINE)


def _order(**asked: Any) -> pipeline.Order:
    return ordered(languages="", workers=1, **asked)


def _ended(done: Any, said: str) -> None:
    """End a verb that writes: with what was written, or why nothing was."""
    _told(done.unknown, done.problems, said)


def _told(unknown: str, problems: tuple[Problem, ...], said: str) -> None:
    if unknown:
        note(unknown)
    elif problems:
        note(f"{as_text(problems)}\nNothing was written.")
    else:
        note(said)
    sys.exit(PROBLEMS if unknown or problems else FINE)
