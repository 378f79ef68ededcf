"""Take an entry out of the directory: plan it, hold it against git, show it, and only then write it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from suluh.model.redaction import GONE, Redaction
from suluh.pipeline.order import Order
from suluh.problem import Place, error


def _to_nobody(plan: Redaction) -> None:
    """Show the plan to nobody."""


def redact(
    order: Order, name: str, *, dry_run: bool = False, show: Callable[[Redaction], None] = _to_nobody
) -> Redaction:
    """Take an entry out of the directory. What is wrong stops it before anything is written."""
    from suluh.edit import plan_redaction, write

    plan = plan_redaction(order.root, name, order.today)
    if plan.edits:
        plan = _held_against_git(order.root, plan)
    if plan.problems or plan.unknown:
        return plan
    show(plan)
    if dry_run or not plan.edits:
        return plan
    problems = write(order.root, plan.edits)
    return replace(plan, problems=tuple(problems), written=not problems)


def _held_against_git(root: Path, plan: Redaction) -> Redaction:
    """Find what git can bring back. A file with changes that it does not know of could not be undone.

    The list of what is gone is another thing: only lines are added to it, and often two entries go together.
    """
    differing = _differing(root)
    if differing is None:
        return plan
    files = [edit.file for edit in plan.edits if edit.before is not None]
    unsaved = [file for file in files if differing.get(file) is not None and file != GONE]
    problems = [
        error(Place(file), "edit/unsaved", "This file has changes that are not committed: undoing would lose them.",
              f"Commit them first, or take them back: git checkout -- {file}")
        for file in unsaved
    ]  # fmt: skip
    kept = tuple(file for file in files if file not in differing)
    return replace(plan, problems=(*plan.problems, *problems), kept=kept)


def _differing(root: Path) -> Mapping[str, bytes | None] | None:
    """Give what git holds of the files that differ now; nothing of a file that it does not know. None without git."""
    from suluh.past import PastFault, differing

    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    try:
        files = differing(root, "HEAD").files
    except PastFault:
        return None
    return {Path(top, file).relative_to(root).as_posix(): was for file, (was, _) in files.items()
            if Path(top, file).is_relative_to(root)}  # fmt: skip
