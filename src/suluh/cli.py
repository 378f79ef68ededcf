"""The command line: the only reader of clock, arguments and environment."""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import click

from suluh import __version__, pipeline, recall, told
from suluh.model.writing import Count, Counting
from suluh.options import FORMS, asking, beginning, counting, dated, ported, rooted, shared
from suluh.past import PastFault
from suluh.pool import WorkerLost
from suluh.problem import Problem, Severity, as_text
from suluh.progress import Times, watched
from suluh.remote import RemoteFault

FINE, PROBLEMS = 0, 1  # wrong usage is 2, which click sees to
Answer = TypeVar("Answer")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="Suluh %(version)s")
def program() -> None:
    """Publish rights guides, a directory of help and campaigns as plain files.

    Start with 'serve' to see your changes while you write, and run 'check' before you send them.
    """


@program.command()
@shared
@click.option(
    "--output",
    metavar="PLACE",
    default="",
    help="Where the site goes: a folder, or an address such as s3://BUCKET/PREFIX.  [default: site]",
)
@click.option("--address", default=None, help="The site's address, if not that of content/site.yml.")
@click.option("--repository", default=None, help="Where readers can say what is wrong, if not as in content/site.yml.")
@click.option("--quick", is_flag=True, help="Leave out what only a host needs, such as compressed copies.")
@click.option(
    "--cluster", metavar="ADDRESS", default="", help="Let the machines of a cluster make it: tcp://HOST:PORT."
)
@click.option(
    "--share",
    metavar="URL",
    default="",
    help="Through what they get what they read: file:///FOLDER or s3://BUCKET/PREFIX.",
)
@click.option("--signing-key", type=click.Path(path_type=Path, dir_okay=False, exists=True), default=None,
              help="Sign the list of official pages with this private key of OpenSSH.")  # fmt: skip
@click.option("--timings", is_flag=True, help="Say how long each step took.")
@click.option("--host", type=click.Choice(["mkdocs", "properdocs"]), default="mkdocs", hidden=True)
def build(form: str, *, timings: bool, **asked: Any) -> None:
    """Build the whole site.

    The new site takes the place of the old one only when everything in it is right; until then, and if the build is
    stopped, the old one stays as it is.
    """
    order, times = _order(**asked), Times()
    try:
        with watched() as progress:
            report = pipeline.build(order, times.listening(progress))
    except OSError as fault:
        _note(f"{fault.filename or order.output}: {fault.strerror or fault}. Nothing was replaced.")
        sys.exit(PROBLEMS)
    except (WorkerLost, MemoryError):
        _note("A worker was ended by the system, most often for want of memory. Nothing was replaced. "
              f"Try again with fewer: --workers {max(1, order.workers // 2)}.")  # fmt: skip
        sys.exit(PROBLEMS)
    except RemoteFault as fault:
        _note(str(fault) if fault.begun else f"{fault}\nNothing was replaced.")
        sys.exit(PROBLEMS)
    if timings:
        _note(times.said())
    _say(report.problems, form)
    if report.published:
        where = order.upload or f"{_short(order.output)}/"
        _note(f"{report.pages:,} pages in {report.editions} languages are in {where}.")
        sys.exit(FINE)
    _note("Nothing was replaced.")
    sys.exit(PROBLEMS)


@program.command()
@shared
@click.option("--strict", is_flag=True, help="Count warnings as problems, as the nightly check does.")
def check(form: str, *, strict: bool, **asked: Any) -> None:
    """Check everything that was written, and build nothing.

    Every problem is shown at once, with its file and line, what is wrong, and what to type.
    """
    problems = pipeline.check_content(_order(**asked)).problems
    _say(problems, form)
    least = Severity.WARNING if strict else Severity.ERROR
    wrong = any(problem.severity >= least for problem in problems)
    if not problems:
        _note("Everything is in order.")
    sys.exit(PROBLEMS if wrong else FINE)


@program.command()
@shared
@ported
@click.option("--draft", metavar="SLUG", default="", help="Show this campaign as though it were live.")
def serve(port: int, form: str, **asked: Any) -> None:
    """Show the site on this computer, and show it anew whenever a file changes.

    What is wrong is shown in the page and here; the last good site stays to be read meanwhile.
    """
    _preview(_order(**asked), port, form)


@program.group(invoke_without_command=True)
@asking
@click.option("--within", type=click.IntRange(0, 3650), metavar="DAYS", default=60, show_default=True,
              help="How far to look ahead.")  # fmt: skip
@click.pass_context
def facts(context: click.Context, /, *, form: str | None, within: int, **asked: Any) -> None:
    """List what is due: facts and guides to check, soonest first, and values that begin or end.

    'facts impact ID' lists every place that leans on a fact.
    """
    context.obj = asked | {"form": form}
    if context.invoked_subcommand:
        return
    order = _order(languages="", workers=1, **asked)
    due, problems = pipeline.facts_due(order, within)
    late = sum(one.day < order.today for one in due)
    _answer(form, due, told.due_as_text, told.due_as_json)
    if form != "json":
        _note(f"\nDue: {len(due)}, of these before {order.today.isoformat()}: {late}.")
    _end(problems)


@facts.command()
@click.argument("fact", metavar="ID")
@asking
@click.pass_context
def impact(context: click.Context, /, fact: str, **asked: Any) -> None:
    """List every place that leans on a fact, in all languages, also through other facts."""
    asked = context.obj | {key: value for key, value in asked.items() if value is not None}
    form = asked.pop("form")
    found = pipeline.facts_impact(_order(languages="", workers=1, **asked), fact)
    if found.unknown:
        _note(found.unknown)
        sys.exit(PROBLEMS)
    _answer(form, found.leaning, told.leaning_as_text, told.leaning_as_json)
    if found.fact and form != "json":
        _note(f"\n{found.fact}\n{told.leaning_in_short(found.leaning)}")
    _end(found.problems)


@program.command()
@rooted
@click.option("--base", metavar="REV", required=True, help="What to compare with: a branch or commit, such as main.")
@click.option("--format", "form", type=click.Choice(list(told.CHANGES)), default="text", show_default=True,
              help="How the answer is written: for a terminal, as a comment, or as data.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(["contact"]), help="End with 1 if a second person has to look at it.")
def changes(root: Path | None, base: str, form: str, fail_on: str | None) -> None:
    """List the phone numbers, e-mails, links, bank accounts and postal addresses that changed.

    It looks at every text file, since the branch was begun, also at what is not committed yet.
    """
    try:
        found = pipeline.contact_changes(root or _home(), base)
    except PastFault as fault:
        _note(str(fault))
        sys.exit(PROBLEMS)
    click.echo(told.CHANGES[form](found))
    if form == "text":
        _note(f"\n{told.changes_in_short(found)}")
    sys.exit(PROBLEMS if fail_on and found.needs_a_second_person else FINE)


@program.group()
def new() -> None:
    """Begin something new: it asks what it has to know."""


@new.command("campaign")
@beginning
def new_campaign(*, preview: bool, port: int, root: Path | None, as_of: date | None, **given: Any) -> None:
    """Begin a campaign: a draft that nobody is shown, in which everything that must be said is said.

    It asks for what its options do not say. What the check would stop at is told, and nothing is written.
    """
    from suluh import notes, prompts

    order = _order(root=root, languages="", as_of=as_of, workers=None)
    desk, problems = pipeline.desk(order)
    if desk is None:
        _end(problems)
        return
    draft = prompts.draft_of(desk, given)
    if _somebody_is_there():
        draft = prompts.ask_for_draft(draft, desk)
    else:
        _nothing_lacks(prompts.lacking_of_draft(draft, desk))
    done = pipeline.begin_campaign(order, draft)
    click.echo(notes.begun_as_text(done), nl=False, err=not done.written)
    if preview and done.written:
        _preview(replace(order, draft=done.slug), port, "text")
    sys.exit(FINE if done.written else PROBLEMS)


@program.group()
def tally() -> None:
    """Count who stands behind a campaign: how many, and never who."""


@tally.command("add")
@click.argument("campaign", default="")
@counting
def tally_add(campaign: str, root: Path | None, as_of: date | None, **given: Any) -> None:
    """Add a batch that two people counted: one line in campaigns/CAMPAIGN/tallies.yml.

    It asks for what its options do not say, shows the line, and writes it when you agree.
    """
    from suluh import notes, prompts

    order, count, there = _order(root=root, languages="", as_of=as_of, workers=1), Count(**given), _somebody_is_there()
    if there:
        campaign, count = prompts.ask_for_count(order.root, campaign, count, order.today)
    else:
        _nothing_lacks(prompts.lacking_of_count(campaign, count))

    def agree(plan: Counting) -> bool:
        click.echo(notes.counting_as_text(plan))
        return not there or click.confirm("Write it?", default=True, err=True)

    done = pipeline.add_tally(order, campaign, count, agree)
    click.echo(notes.counted_as_text(done), nl=False, err=not done.written)
    sys.exit(PROBLEMS if done.refused or done.problems else FINE)


@program.command()
@click.argument("organisation", metavar="ID")
@rooted
@dated
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def redact(organisation: str, *, dry_run: bool, **asked: Any) -> None:
    """Take an entry out of the directory, and leave a mark that tells nothing of it.

    It shows what changes, writes it all or not at all, and lists what is left: in this repository, and outside of it.
    """
    order = _order(languages="", workers=1, **asked)
    done = pipeline.redact(
        order, organisation, dry_run=dry_run, show=lambda plan: click.echo(recall.plan_as_text(plan), nl=False)
    )
    click.echo(recall.recall_as_text(done), nl=False)
    click.echo(recall.ending_as_text(done, dry_run=dry_run), nl=False, err=True)
    sys.exit(PROBLEMS if done.unknown or done.problems else FINE)


@program.command()
@rooted
def clean(root: Path | None) -> None:
    """Delete what was built and what is kept to build faster. Nothing that was written is touched."""
    base = root or _home()
    for path in (base / "site", base / ".suluh"):
        if path == base / "site" and path.exists() and not (path / pipeline.MARK).is_file():
            _note(f"{_short(path)} is not a site that was built here; it stays.")
            continue
        shutil.rmtree(path, ignore_errors=True)
    _note("Clean.")


def main() -> None:
    """Run the program."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some takes longer than to read a site
    try:
        program(prog_name="build.py" if Path(sys.argv[0]).name == "build.py" else "suluh")
    except SystemExit as end:
        with suppress(OSError):  # nobody listens any more
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else PROBLEMS)  # to clear away modules takes as long as an edit


def _order(
    *, root: Path | None, languages: str, as_of: date | None, workers: int | None, **more: Any
) -> pipeline.Order:
    """Put what was asked into an order; `more` are options that only one verb has, by their names in the order."""
    if bool(more.get("cluster")) != bool(more.get("share")):
        raise click.UsageError("A cluster needs a share, and a share a cluster. Write both: --cluster tcp://HOST:PORT "
                               "--share s3://BUCKET/PREFIX")  # fmt: skip
    base = (root or _home()).resolve()
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


def _preview(order: pipeline.Order, port: int, form: str) -> None:
    pages, unknown = pipeline.draft_pages(order)
    if unknown:
        _note(unknown)
        sys.exit(PROBLEMS)
    from suluh import serve

    serve.serve(order, port, _note, lambda problems: _say(problems, form), pages)


def _somebody_is_there() -> bool:
    """Tell whether somebody can be asked."""
    return sys.stdin.isatty()


def _nothing_lacks(lacking: list[str]) -> None:
    """Where nobody can be asked, everything has to be said."""
    if lacking:
        raise click.UsageError(f"Not said: {', '.join(lacking)}. Nobody is at the keyboard to be asked.")


def _home() -> Path:
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


def _say(problems: tuple[Problem, ...], form: str) -> None:
    text = FORMS[form](problems)
    if text:
        click.echo(text)
    if form == "text" and problems:
        kinds = [problem.severity for problem in problems]
        _note(f"\nErrors: {kinds.count(Severity.ERROR)}. Warnings: {kinds.count(Severity.WARNING)}.")


def _answer(form: str | None, found: Answer, *forms: Callable[[Answer], str]) -> None:
    """Write an answer as text or as data, whichever was asked for."""
    text = forms[form == "json"](found)
    if text:
        click.echo(text)


def _end(problems: tuple[Problem, ...]) -> None:
    """End a verb that answers. What could not be read is told: the answer lacks what stands there."""
    if problems:
        _note(f"{as_text(problems)}\nNot everything could be read, so the answer may lack something.")
    sys.exit(PROBLEMS if problems else FINE)


def _note(text: str) -> None:
    click.echo(text, err=True)


def _short(path: Path) -> str:
    """Show a path the short way when it lies below the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
