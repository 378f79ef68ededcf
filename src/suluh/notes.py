"""Say what was written for somebody, how to undo it, and what to do next."""

from collections.abc import Sequence

from suluh.model.tally import LEAST
from suluh.model.translating import Sheet, Standing
from suluh.model.translation import State
from suluh.model.writing import Beginning, Counting, Writing
from suluh.problem import as_text

_NEXT = """\
What to do next

[ ] Look at it, here and nowhere else: python build.py serve --draft {slug}
[ ] Say it better, in {files}. Every statement of law ends with its fact.
[ ] Think of what may happen to whoever takes part, with somebody who knows these workers. Read
    handbook/write/campaigns.md. Take out each action that is not safe.
[ ] Ask every organisation that you name. Nobody is named who has not agreed.
[ ] python build.py check
[ ] Add the state 'review', and let two people read it: one who knows the law, and one who knows
    these workers.
[ ] When both have agreed, add the state 'live' with its day. From then on everybody can see it.
"""


_LANGUAGE = """\
{file}:{line}
  + {entry}

{words} words of the interface have to be translated before the site can be built, {rest} other texts can follow.

What to do next

[ ] Look at what CLDR said in that line: the name of the language, and whether it is written from the right.
[ ] python build.py translations export {code}
    Translate {code}.po with Poedit, or take --to {code}.html along on a phone. Begin with the words of
    the interface, whose names begin with 'strings#', and the titles of the guides.
[ ] python build.py translations import {code}.po
[ ] Write content/glossary/{code}.yml: how it says the words of content/glossary/{source}.yml, and why.
[ ] If its letters are not there yet, add a font of its script to overrides/fonts/, for what is printed.
[ ] python build.py check
    python build.py serve --languages {code}
"""


_COLUMNS = ("language", "texts", "there", "read", "behind", "at risk", "latest", "words")
_BEHIND: tuple[State, ...] = ("stale-minor", "stale-material")
_AT_RISK: tuple[State, ...] = ("stale-critical", "withdrawn")


def standings_as_text(found: Sequence[Standing]) -> str:
    """Write how far each language is: translated, read, behind its source, not to be trusted; and how it reads."""
    rows = [_COLUMNS, *map(_standing, found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    return "".join("  ".join(map(str.rjust, row, widths)) + "\n" for row in rows)


def _standing(one: Standing) -> tuple[str, ...]:
    counts, total = one.counts, sum(one.counts.values())
    read = counts.get("reviewed", 0) + counts.get("community-checked", 0)
    behind, risk = (sum(counts.get(state, 0) for state in some) for some in (_BEHIND, _AT_RISK))
    there = total - counts.get("missing", 0)
    latest = one.latest.isoformat() if one.latest else "never"
    ease = f"{one.ease:.1f}/{one.source_ease:.1f}"
    parts = (f"{count * 100 // max(1, total)}%" for count in (there, read))
    return (one.code, str(total), *parts, str(behind), str(risk), latest, ease)


def language_as_text(done: Writing, made: Sheet | None) -> str:
    """Say what was written of a language, and what is missing."""
    if not done.written or made is None:
        return unwritten_as_text(done)
    edit = done.edits[0]
    line, _, added = next(edit.changed())
    words = sum(piece.key.startswith("strings#") for piece in made.pieces)
    told = {"file": edit.file, "line": line, "entry": added[0].strip(), "code": made.code, "source": made.source}
    return _LANGUAGE.format(**told, words=words, rest=len(made.pieces) - words)


def counting_as_text(plan: Counting) -> str:
    """Show the line that is added, and how many are counted then."""
    few = f" Fewer than {LEAST} are not shown to readers." if plan.after < LEAST else ""
    return (
        f"{plan.edits[0].file}:{plan.at}\n  + {plan.line}\n\n"
        f"People counted so far: {plan.before}. With this line: {plan.after}.{few}\n"
    )


def counted_as_text(done: Counting) -> str:
    """Say what came of a batch, and how to undo it."""
    if not done.written:
        return unwritten_as_text(done)
    [edit] = done.edits
    alone = "\nIt is the only one in that file, which you can delete then." if edit.before is None else ""
    return f"Written. To undo it, before you commit, take out line {done.at} of {edit.file}:\n  {done.line}{alone}\n"


def begun_as_text(done: Beginning) -> str:
    """Say what came of a campaign that begins, and what to do next."""
    if not done.written:
        return unwritten_as_text(done)
    slug, files = done.slug, [edit.file for edit in done.edits]
    texts = " and ".join(file.rpartition("/")[2] for file in files if file.endswith(".md"))
    apart = [file for file in files if not file.startswith(f"campaigns/{slug}/")]
    written = "\n".join(f"  {file}" for file in files)
    undo = " ".join((f"campaigns/{slug}", *apart))
    steps = _NEXT.format(slug=slug, files=texts)
    begun = f"A draft is written. Nobody is shown it yet.\n{written}\n"
    return f"{begun}\n{steps}\nTo undo all this, before you commit: rm -r {undo}\n"


def unwritten_as_text(done: Writing) -> str:
    """Say why nothing was written."""
    said = (*done.refused, *((as_text(done.problems),) if done.problems else ()))
    return "\n".join((*said, "Nothing was written.", ""))
