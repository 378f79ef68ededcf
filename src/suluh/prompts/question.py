"""One question: it is asked until its answer can be taken, or somebody stops."""

from collections.abc import Callable

import click

from suluh.edit.draft import tidied

Wrong = Callable[[str], str]
"""Says why an answer cannot be taken, or nothing."""


def ask(question: str, wrong: Wrong, default: str = "", *, empty: bool = False) -> str:
    """Ask; where `empty` is allowed, no answer is one, too."""

    def taken(text: str) -> str:
        text = tidied(text)
        said = wrong(text) if text or not empty else ""
        if said:
            raise click.UsageError(said)
        return text

    answer: str = click.prompt(
        question, default if default or empty else None, value_proc=taken, err=True, show_default=bool(default)
    )
    return answer


def given_or_asked(given: str, question: str, wrong: Wrong, default: str = "", *, empty: bool = False) -> str:
    """Take what was given, if it can be taken, or ask."""
    if not given:
        return ask(question, wrong, default, empty=empty)
    said = wrong(tidied(given))
    if said:
        raise click.ClickException(f"{question}: {said}")
    return given


def agreed(given: bool | None, question: str) -> bool:  # noqa: FBT001 (what was answered already)
    """Take a yes or no that was given, or ask for one."""
    return click.confirm(question, default=True, err=True) if given is None else given


def say(text: str) -> None:
    """Say what helps to answer."""
    click.echo(text, err=True)
