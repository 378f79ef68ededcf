"""Say what is taken out of the directory, what is left to do by hand, and what else remembers it."""

from collections.abc import Iterator

from suluh.model.redaction import GONE, Edit, Redaction
from suluh.problem import as_text

_TO_DO = """\
What to do now

[ ] Mend what is listed above, if anything is. Then: python build.py check
[ ] Delete what this computer keeps of the old site: python build.py clean
[ ] Build and publish again: python build.py build. Then open /directory/{name}/ in two languages:
    it must say that the entry is not here any more. On the host no old file may stay: look for
    {name}.vcf in the same place.
[ ] Commit with words that name nobody: git add directory; git commit -am "Take out an entry"
    The same for the name of the branch, and for what you write about it.

What else remembers

[ ] Packs, PDFs and contact cards that people took away or sent on: give a new one to whoever
    handed them out.
[ ] Printed cards, sheets and posters with its number, or with a QR code that leads to it: collect
    those that you can reach, and print new ones.
[ ] Mirrors and other copies of the site: ask whoever keeps one to copy it anew and to delete what
    is gone.
[ ] Tables and HSDS files that others took, and the feed in their readers. The feed says only that
    an entry is gone, and not everybody looks: ask them to delete '{name}'.
[ ] Search engines: once the new site stands, ask each to forget the addresses that have
    /directory/{name}/ in them. They have a form for pages that have changed or gone.
[ ] Web archives: ask each to leave out these addresses. Say that people may be in danger, and
    nothing more.
[ ] The host itself: caches, older versions in a bucket, builds and logs that a workflow has kept.
    Delete them.

Git remembers

Whoever has the repository can read the old entry in its history, and so can whoever reads it on
the host. If that is dangerous, the history has to be written anew, by somebody who may force-push
to every branch and tag:

[ ] Have all pull requests merged or closed, and ask everybody to stop until it is done.
[ ] In a new folder, with git-filter-repo installed:

      git clone --mirror ADDRESS rewritten
      cd rewritten
      git filter-repo --invert-paths --path {file}
      git push --force --mirror ADDRESS

    That takes away its file. For the other places, first write its names and numbers into a file
    outside of the repository, one a line; add --replace-text FILE --replace-message FILE to the
    third line; delete FILE afterwards. If the host refuses the refs of pull requests, the next
    step sees to them.
[ ] Ask the host's support to clear old commits and pull requests out of its caches, where they
    stay to be read.
[ ] Forks are not yours: ask their owners to delete them. Everybody else deletes the clone and makes
    a new one, for what is pushed from an old one brings it all back.

What was public may have been copied by somebody unknown. Tell those whom it concerns, in a way
that is safe for them.
"""


def plan_as_text(plan: Redaction) -> str:
    """Write what changes, with the lines before and after, and then what only a person can mend."""
    parts = ["\n".join(_edited(edit)) for edit in plan.edits]
    if plan.left:
        head = "Only you can mend these. Note them down now: a second look no longer knows the names.\n"
        rows = (f"[ ] {one.place.file}:{one.place.line}  {one.what}" for one in plan.left)
        parts.append("\n".join((head, *rows)))
    return "\n\n".join(parts) + "\n" * bool(parts)


def _edited(edit: Edit) -> Iterator[str]:
    if edit.after is None:
        yield f"{edit.file}: deleted"
        return
    yield f"{edit.file}:{edit.line}"
    for _, before, after in edit.changed():
        yield from (f"  - {line}" for line in before)
        yield from (f"  + {line}" for line in after)


def recall_as_text(done: Redaction) -> str:
    """Write the list of what is to be done once an entry is taken out. It names nothing but the id."""
    if not done.written:
        return ""
    file = f"directory/organisations/{done.name}.yml"
    return "\n".join(("", _TO_DO.format(name=done.name, file=file), *_undoing(done), ""))


def ending_as_text(done: Redaction, *, dry_run: bool) -> str:
    """Say what came of it, where that is not what was asked for."""
    if done.unknown:
        return f"{done.unknown}\n"
    if done.problems:
        return f"{as_text(done.problems)}\n'{done.name}' was not taken out.\n"
    gone = f"'{done.name}' is gone already, since {done.gone.isoformat()}.\n" if done.gone else ""
    return gone + "\nNothing was written.\n" * dry_run


def _undoing(done: Redaction) -> Iterator[str]:
    """Say how to have it all back, as long as nothing is committed."""
    if done.kept:
        yield f"To undo all this, before you commit: git checkout -- {' '.join(done.kept)}"
    changed = [edit.file for edit in done.edits if edit.file not in done.kept]
    if GONE in changed and done.kept:
        yield f"and delete the line of '{done.name}' in {GONE}; if it is the only one, delete the file."
    lost = [file for file in changed if file != GONE]
    if lost:
        yield f"Git does not hold what stood in: {', '.join(lost)}. It cannot be brought back."
