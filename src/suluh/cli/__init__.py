"""The command line: the only reader of clock, arguments and environment."""

import os
import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from suluh import __version__, pipeline, recall, told
from suluh.cli.asking import (
    FINE,
    PROBLEMS,
    answer,
    end,
    home,
    note,
    nothing_lacks,
    ordered,
    preview_of,
    say,
    short,
    somebody_is_there,
)
from suluh.cli.translations import translations
from suluh.model.writing import Count, Counting
from suluh.options import asking, beginning, counting, dated, ported, rooted, shared
from suluh.past import PastFault
from suluh.pool import WorkerLost
from suluh.problem import Severity
from suluh.progress import Times, watched
from suluh.remote import RemoteFault


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
    order, times = ordered(**asked), Times()
    try:
        with watched() as progress:
            report = pipeline.build(order, times.listening(progress))
    except OSError as fault:
        note(f"{fault.filename or order.output}: {fault.strerror or fault}. Nothing was replaced.")
        sys.exit(PROBLEMS)
    except (WorkerLost, MemoryError):
        note("A worker was ended by the system, most often for want of memory. Nothing was replaced. "
              f"Try again with fewer: --workers {max(1, order.workers // 2)}.")  # fmt: skip
        sys.exit(PROBLEMS)
    except RemoteFault as fault:
        note(str(fault) if fault.begun else f"{fault}\nNothing was replaced.")
        sys.exit(PROBLEMS)
    if timings:
        note(times.said())
    say(report.problems, form)
    if report.published:
        where = order.upload or f"{short(order.output)}/"
        note(f"{report.pages:,} pages in {report.editions} languages are in {where}.")
        sys.exit(FINE)
    note("Nothing was replaced.")
    sys.exit(PROBLEMS)


@program.command()
@shared
@click.option("--strict", is_flag=True, help="Count warnings as problems, as the nightly check does.")
def check(form: str, *, strict: bool, **asked: Any) -> None:
    """Check everything that was written, and build nothing.

    Every problem is shown at once, with its file and line, what is wrong, and what to type.
    """
    problems = pipeline.check_content(ordered(**asked)).problems
    say(problems, form)
    least = Severity.WARNING if strict else Severity.ERROR
    wrong = any(problem.severity >= least for problem in problems)
    if not problems:
        note("Everything is in order.")
    sys.exit(PROBLEMS if wrong else FINE)


@program.command()
@shared
@ported
@click.option("--draft", metavar="SLUG", default="", help="Show this campaign as though it were live.")
def serve(port: int, form: str, **asked: Any) -> None:
    """Show the site on this computer, and show it anew whenever a file changes.

    What is wrong is shown in the page and here; the last good site stays to be read meanwhile.
    """
    preview_of(ordered(**asked), port, form)


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
    order = ordered(languages="", workers=1, **asked)
    due, problems = pipeline.facts_due(order, within)
    late = sum(one.day < order.today for one in due)
    answer(form, due, told.due_as_text, told.due_as_json)
    if form != "json":
        note(f"\nDue: {len(due)}, of these before {order.today.isoformat()}: {late}.")
    end(problems)


@facts.command()
@click.argument("fact", metavar="ID")
@asking
@click.pass_context
def impact(context: click.Context, /, fact: str, **asked: Any) -> None:
    """List every place that leans on a fact, in all languages, also through other facts."""
    asked = context.obj | {key: value for key, value in asked.items() if value is not None}
    form = asked.pop("form")
    found = pipeline.facts_impact(ordered(languages="", workers=1, **asked), fact)
    if found.unknown:
        note(found.unknown)
        sys.exit(PROBLEMS)
    answer(form, found.leaning, told.leaning_as_text, told.leaning_as_json)
    if found.fact and form != "json":
        note(f"\n{found.fact}\n{told.leaning_in_short(found.leaning)}")
    end(found.problems)


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
        found = pipeline.contact_changes(root or home(), base)
    except PastFault as fault:
        note(str(fault))
        sys.exit(PROBLEMS)
    click.echo(told.CHANGES[form](found))
    if form == "text":
        note(f"\n{told.changes_in_short(found)}")
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

    order = ordered(root=root, languages="", as_of=as_of, workers=None)
    desk, problems = pipeline.desk(order)
    if desk is None:
        end(problems)
        return
    draft = prompts.draft_of(desk, given)
    if somebody_is_there():
        draft = prompts.ask_for_draft(draft, desk)
    else:
        nothing_lacks(prompts.lacking_of_draft(draft, desk))
    done = pipeline.begin_campaign(order, draft)
    click.echo(notes.begun_as_text(done), nl=False, err=not done.written)
    if preview and done.written:
        preview_of(replace(order, draft=done.slug), port, "text")
    sys.exit(FINE if done.written else PROBLEMS)


@new.command("language")
@click.argument("code", metavar="CODE")
@click.option("--name", default="", help="How it calls itself.  [default: as CLDR says]")
@click.option("--locale", default="", help="A language whose days its readers know, where CLDR does not know this one.")
@rooted
@dated
def new_language(code: str, name: str, locale: str, **asked: Any) -> None:
    """Begin a language: an entry in content/site.yml, and what is to be translated before anybody is shown it."""
    from suluh import notes

    order = ordered(languages="", workers=1, **asked)
    done, problems = pipeline.begin_language(order, code, name, locale)
    if problems:
        end(problems)
    made = pipeline.sheet(order, code)[0] if done.written else None
    click.echo(notes.language_as_text(done, made), nl=False, err=not done.written)
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

    order, count, there = ordered(root=root, languages="", as_of=as_of, workers=1), Count(**given), somebody_is_there()
    if there:
        campaign, count = prompts.ask_for_count(order.root, campaign, count, order.today)
    else:
        nothing_lacks(prompts.lacking_of_count(campaign, count))

    def agree(plan: Counting) -> bool:
        click.echo(notes.counting_as_text(plan))
        return not there or click.confirm("Write it?", default=True, err=True)

    done = pipeline.add_tally(order, campaign, count, agree)
    click.echo(notes.counted_as_text(done), nl=False, err=not done.written)
    sys.exit(PROBLEMS if done.refused or done.problems else FINE)


program.add_command(translations)


@program.command()
@click.argument("organisation", metavar="ID")
@rooted
@dated
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def redact(organisation: str, *, dry_run: bool, **asked: Any) -> None:
    """Take an entry out of the directory, and leave a mark that tells nothing of it.

    It shows what changes, writes it all or not at all, and lists what is left: in this repository, and outside of it.
    """
    order = ordered(languages="", workers=1, **asked)
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
    base = root or home()
    for path in (base / "site", base / ".suluh"):
        if path == base / "site" and path.exists() and not (path / pipeline.MARK).is_file():
            note(f"{short(path)} is not a site that was built here; it stays.")
            continue
        shutil.rmtree(path, ignore_errors=True)
    note("Clean.")


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
