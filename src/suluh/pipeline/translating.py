"""Translations as their translators see them: what is to be done, what was handed out and came back, what was read."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from suluh.model.translating import Piece, Sheet, Standing, Taken
from suluh.model.translation import Original, Severity, State, Written, digest
from suluh.model.writing import Writing
from suluh.pipeline.order import Order
from suluh.problem import Problem, did_you_mean, in_order, stops

if TYPE_CHECKING:  # a verb starts fast: the model of a site takes longer to import than to ask
    from suluh.model.site import Site
    from suluh.model.unit import Unit

DONE: frozenset[State] = frozenset({"source", "reviewed", "community-checked"})
URGENT: Mapping[State, int] = {
    "stale-critical": 0,
    "withdrawn": 1,
    "missing": 2,
    "stale-material": 3,
    "draft": 4,
    "machine": 5,
    "stale-minor": 6,
}
"""The states that ask for work, the most dangerous first."""


def sheet(order: Order, code: str, *, every: bool = False) -> tuple[Sheet | None, tuple[Problem, ...], str]:
    """Give what is to be translated or read in a language, or all texts; what is wrong; and why there is none.

    What may do most harm stands first, then what most people read: the words of the interface, then the site's own
    order.
    """
    site, problems, unknown = loaded(order, code)
    if site is None or unknown:
        return None, problems, unknown
    return sheet_of(site, code, every=every), problems, ""


def sheet_of(site: "Site", code: str, *, every: bool = False, public: bool = False) -> Sheet:
    """Give what is to be translated or read in a language of a site, or all texts; or of `public` ones."""
    from suluh.model.glossary import said_in

    pieces = [piece for piece in pieces_of(site, code) if not public or _is_public(site, piece.key)]
    if not every:
        pieces = [piece for piece in pieces if piece.state not in DONE]
        pieces.sort(key=_urgency)
    pieces = [replace(one, glossary=tuple(said_in(site.glossary, code, one.original.text))) for one in pieces]
    language = site.settings.by_code[code]
    source = site.settings.source.code
    return Sheet(code, language.name, language.direction, source, tuple(pieces), site.settings.name)


def hand_out(
    order: Order, code: str, ending: str, *, every: bool, most: int = 0
) -> tuple[bytes, tuple[Problem, ...], str]:
    """Write the texts of a language as a file for translators, by its ending: po, xlf or html."""
    from suluh.emit import po_file, xliff_file
    from suluh.render import todo_page

    made, problems, unknown = sheet(order, code, every=every)
    if made is None:
        return b"", problems, unknown
    forms = {"po": po_file, "xlf": xliff_file, "html": todo_page}
    return forms[ending](replace(made, pieces=made.pieces[: most or None])), problems, ""


def record(order: Order, code: str, keys: Collection[str], state: Written, by: tuple[str, ...]) -> Taken:
    """Write down that translations, as they stand now, were made from the source texts as they stand now.

    Without keys these are all that nothing is known of, or whose text is another one than was written down.
    """
    from suluh.model.unit import unit_of

    site, problems, unknown = loaded(order, code)
    if site is None or unknown:
        return Taken(problems=problems, unknown=unknown)
    pieces = {piece.key: piece for piece in pieces_of(site, code) if piece.text}
    wrong = [key for key in keys if key not in pieces]
    if wrong:
        return Taken(unknown=f"There is no text '{wrong[0]}' in {code}. {did_you_mean(wrong[0], pieces)}".rstrip())
    units = site.translations.get(code, {})
    chosen = keys or [key for key, one in pieces.items() if _unrecorded(unit_of(units, key), one)]
    known = dict.fromkeys(_gone(site, code))
    made = {
        key: unit_for(pieces[key].original, pieces[key].text, state, by, order.today, unit_of(units, key))
        for key in chosen
    }
    return _recorded(order.root, code, {**known, **made}, changed=tuple(chosen))


def mark(order: Order, base: str, severity: Severity, keys: Collection[str]) -> Taken:
    """Declare how much it matters that source texts are others than they were at a revision. Raises: PastFault."""
    from tempfile import TemporaryDirectory

    from suluh.edit import plan_changes, write
    from suluh.load import load_everything
    from suluh.model.originals import originals
    from suluh.model.site import CONTENT
    from suluh.model.unit import Change
    from suluh.past import lay_out

    site, problems = load_everything(order.root)
    if site is None:
        return Taken(problems=tuple(in_order(problems)))
    with TemporaryDirectory() as folder:
        lay_out(order.root, base, CONTENT, Path(folder))
        then = load_everything(Path(folder))[0]
    before = {one.key: one.digest for one in originals(then)} if then else {}
    now = {one.key: one.digest for one in originals(site)}
    changed = {key: known for key, known in now.items() if before.get(key, known) != known}
    wrong = [key for key in keys if key not in changed]
    if wrong:
        return Taken(unknown=f"'{wrong[0]}' is as it was at {base}. {did_you_mean(wrong[0], changed)}".rstrip())
    rows = [
        Change.model_validate({"text": key, "from": before[key], "to": known, "severity": severity, "on": order.today})
        for key, known in changed.items()
        if not keys or key in keys
    ]
    edit = plan_changes(order.root, rows)
    found = tuple(write(order.root, [edit])) if edit else ()
    return Taken((edit,) if edit else (), found, tuple(one.text for one in rows), written=not found)


def standings(order: Order) -> tuple[tuple[Standing, ...], tuple[Problem, ...]]:
    """Tell how far each language is."""
    from suluh.load import load_everything

    site, problems = load_everything(order.root)
    if site is None:
        return (), tuple(in_order(problems))
    return tuple(_standing(site, one.code) for one in site.settings.languages[1:]), ()


def _standing(site: "Site", code: str) -> Standing:
    from suluh.typesetting.ease import words_a_sentence

    pieces = list(pieces_of(site, code))
    long = [piece for piece in pieces if piece.text and "#" in piece.key and "\n" in piece.text]
    mine, theirs = (
        [sum(some) for some in zip(*(words_a_sentence(text) for text in texts), strict=True)] or [0, 0]
        for texts in ([one.text for one in long], [one.original.text for one in long])
    )
    days = [unit.on for units in site.translations.get(code, {}).values() for unit in units.values() if unit.by]
    return Standing(
        code,
        site.settings.by_code[code].name,
        Counter(piece.state for piece in pieces),
        max((day for day in days if day), default=None),
        mine[0] / max(1, mine[1]),
        theirs[0] / max(1, theirs[1]),
    )


def begin_language(order: Order, code: str, name: str, locale: str) -> tuple[Writing, tuple[Problem, ...]]:
    """Add a language to the settings, or say why it cannot be; and what is wrong with the settings."""
    from suluh.edit import plan_language, write
    from suluh.load import load_records

    site, problems = load_records(order.root)
    if site is None:
        return Writing(), tuple(in_order(problems))
    plan = plan_language(order.root, code, name, locale, tuple(one.code for one in site.settings.languages))
    wrong = tuple(write(order.root, plan.edits)) if plan.edits else ()
    return replace(plan, problems=wrong, written=bool(plan.edits) and not wrong), ()


def loaded(order: Order, code: str) -> tuple["Site | None", tuple[Problem, ...], str]:
    """Load a whole site for one of its languages: without what is wrong with it, or why the language is none."""
    from suluh.load import load_everything

    site, problems = load_everything(order.root)
    if site is None:
        return None, tuple(in_order(problems)), ""
    wrong = tuple(in_order(one for one in problems if stops([one])))
    languages = [one.code for one in site.settings.languages[1:]]
    if code in languages:
        return site, wrong, ""
    if code == site.settings.source.code:
        return site, wrong, f"'{code}' is the language that the others are translated from."
    return site, wrong, f"'{code}' is no language of this site. {did_you_mean(code, languages)}".rstrip()


def pieces_of(site: "Site", code: str) -> Iterator[Piece]:
    """Give every text of a site with its translation into a language."""
    from suluh.model.originals import originals, places_of, state, translations_of
    from suluh.model.unit import unit_of

    there, places, units = translations_of(site, code), places_of(site, code), site.translations.get(code, {})
    backs = site.backs.get(code, {})
    for original in originals(site):
        text = there.get(original.key)
        unit = unit_of(units, original.key)
        readers = unit.by if unit and text and unit.text_digest == digest(text) else ()
        back = backs.get(original.key)
        said = back.text if back and text and back.of == digest(text) else ""
        now = state(site, original, code, text)
        yield Piece(original, text or "", now, places[original.key], readers=readers, back=said)


PUBLIC = ("strings#", "site.yml#", "guides/", "pathways/", "letters/", "calculators/", "cards/", "pages/", "services/")
"""How the names of texts begin that anybody may read: all that can be withheld, or wait for its day, has others."""


def _is_public(site: "Site", key: str) -> bool:
    if key.startswith("campaigns/"):
        campaign = site.campaigns.get(key.partition("/")[2].partition("#")[0].removesuffix(".yml"))
        return campaign is not None and campaign.shown
    return key.startswith(PUBLIC)


def _urgency(piece: Piece) -> tuple[int, bool, bool]:
    return URGENT.get(piece.state, len(URGENT)), not piece.original.critical, piece.original.risk != "high"


def _unrecorded(unit: "Unit | None", piece: Piece) -> bool:
    return unit is None or unit.text_digest != digest(piece.text)


def _gone(site: "Site", code: str) -> Iterator[str]:
    """Name what is written down of texts that are not there any more."""
    from suluh.model.originals import translations_of
    from suluh.model.translation import key_of

    there = translations_of(site, code)
    for text, units in site.translations.get(code, {}).items():
        for part, unit in units.items():
            if key_of(text, part) not in there and unit.state != "withdrawn":
                yield key_of(text, part)


def unit_for(
    original: Original, text: str, state: Written, by: tuple[str, ...], today: date, before: "Unit | None" = None
) -> "Unit":
    """Write down that a translation was made from a source text as it stands, and who has read it.

    Who read the same translation of the same source before, has read it still.
    """
    from suluh.model.unit import Unit

    same = before is not None and (before.source_digest, before.text_digest) == (original.digest, digest(text))
    readers = before.by if before is not None and same and by else ()
    return Unit(
        state=state,
        source_digest=original.digest,
        facts_digest=original.facts,
        text_digest=digest(text),
        by=tuple(dict.fromkeys((*readers, *by))),
        on=today,
    )


def _recorded(root: Path, code: str, units: Mapping[str, "Unit | None"], changed: tuple[str, ...]) -> Taken:
    from suluh.edit import plan_records, write

    edit = plan_records(root, code, units)
    found = tuple(write(root, [edit])) if edit else ()
    return Taken((edit,) if edit else (), found, changed, written=not found)
