"""What the verbs share: how an order is made of what was asked, with clock and environment, and how they answer."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import click

from suluh import pipeline
from suluh.options import FORMS
from suluh.problem import Problem, Severity, as_text

FINE, PROBLEMS = 0, 1  # wrong usage is 2, which click sees to
Answer = TypeVar("Answer")


def ordered(
    *, root: Path | None, languages: str, as_of: date | None, workers: int | None, **more: Any
) -> pipeline.Order:
    """Put what was asked into an order; `more` are options that only one verb has, by their names in the order."""
    if bool(more.get("cluster")) != bool(more.get("share")):
        raise click.UsageError("A cluster needs a share, and a share a cluster. Write both: --cluster tcp://HOST:PORT "
                               "--share s3://BUCKET/PREFIX")  # fmt: skip
    base = (root or home()).resolve()
    today = as_of or _today()
    midnight = datetime.combine(today, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    output, address, repository = more.pop("output", ""), more.pop("address", None), more.pop("repository", None)
    upload = output if "://" in output else ""
    return pipeline.Order(
        root=base,
        output=(base / ".suluh" / "upload" if upload else Path(output or base / "site")).resolve(),
        upload=upload,
        today=today,
        languages=tuple(code.strip() for code in languages.split(",") if code.strip()),
        workers=workers or os.cpu_count() or 1,
        address=_address(address, "--address"),
        repository=_address(repository, "--repository"),
        **more,
    )


def preview_of(order: pipeline.Order, port: int, form: str) -> None:
    """Show a site on this computer."""
    pages, unknown = pipeline.draft_pages(order)
    if unknown:
        note(unknown)
        sys.exit(PROBLEMS)
    from suluh import serve

    serve.serve(order, port, note, lambda problems: say(problems, form), pages)


def somebody_is_there() -> bool:
    """Tell whether somebody can be asked."""
    return sys.stdin.isatty()


def nothing_lacks(lacking: list[str]) -> None:
    """Where nobody can be asked, everything has to be said."""
    if lacking:
        raise click.UsageError(f"Not said: {', '.join(lacking)}. Nobody is at the keyboard to be asked.")


def home() -> Path:
    """Find the repository: the folder of build.py when that was started, else the working folder."""
    started = Path(sys.argv[0])
    return started.resolve().parent if started.name == "build.py" else Path.cwd()


def _today() -> date:
    """Take the day that whoever repeats a build has set, else today's."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC).date() if given.isdigit() else datetime.now(UTC).astimezone().date()


def _address(written: str | None, option: str) -> str | None:
    if written is None:
        return None
    if not written.startswith("https://"):
        raise click.BadParameter("Write the whole address, beginning with https://.", param_hint=option)
    return written if written.endswith("/") else f"{written}/"


def say(problems: tuple[Problem, ...], form: str) -> None:
    """Write problems in the form that was asked for, and count them."""
    text = FORMS[form](problems)
    if text:
        click.echo(text)
    if form == "text" and problems:
        kinds = [problem.severity for problem in problems]
        note(f"\nErrors: {kinds.count(Severity.ERROR)}. Warnings: {kinds.count(Severity.WARNING)}.")


def answer(form: str | None, found: Answer, *forms: Callable[[Answer], str]) -> None:
    """Write an answer as text or as data, whichever was asked for."""
    text = forms[form == "json"](found)
    if text:
        click.echo(text)


def end(problems: tuple[Problem, ...]) -> None:
    """End a verb that answers. What could not be read is told: the answer lacks what stands there."""
    if problems:
        note(f"{as_text(problems)}\nNot everything could be read, so the answer may lack something.")
    sys.exit(PROBLEMS if problems else FINE)


def note(text: str) -> None:
    """Say something beside the answer."""
    click.echo(text, err=True)


def short(path: Path) -> str:
    """Show a path the short way when it lies below the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
