"""Take what translators bring back: looked at text by text, written all at once or not at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from suluh.model.translating import Brought, Piece, Return, Taken
from suluh.model.translation import digest
from suluh.pipeline.order import Order
from suluh.pipeline.translating import loaded, pieces_of, unit_for
from suluh.problem import Place, Problem, did_you_mean, error, in_order, stops

if TYPE_CHECKING:  # a verb starts fast: the model of a site takes longer to import than to ask
    from suluh.model.site import Site
    from suluh.model.unit import Unit


def take(order: Order, path: Path, code: str, by: tuple[str, ...]) -> Taken:
    """Take a file that a translator brings. What is newer here stays; what is wrong is told at its line, and not taken.

    `code` is the language, where the file does not say it. With a role in `by`, what the translator takes for done
    counts as read by it; without, it is as unchecked as it was.
    """
    from suluh.load import read_returned

    brought = read_returned(path)
    if brought.problems and not brought.pieces:
        return Taken(problems=brought.problems)
    return take_texts(order, path.name, replace(brought, code=code or brought.code), by)


def take_texts(order: Order, file: str, brought: Return, by: tuple[str, ...]) -> Taken:
    """Take texts that a translator brings, from a file or from the keyboard."""
    site, problems, unknown = loaded(order, brought.code)
    if site is None or unknown:
        return Taken(problems=problems, unknown=unknown)
    return _Taking(site, brought.code, file, brought).written(order, by)


@dataclass(slots=True)
class _Taking:
    """Texts that are held against a site, one by one."""

    site: "Site"
    code: str
    file: str
    brought: Return
    problems: list[Problem] = field(default_factory=list)

    def written(self, order: Order, by: tuple[str, ...]) -> Taken:
        """Write what can be taken, and what is known of it."""
        from suluh.edit import plan_records, plan_texts, write

        known = {piece.key: piece for piece in pieces_of(self.site, self.code)}
        self.problems += self.brought.problems
        new = self._whole(known, {one.key: one for one in self.brought.pieces if self._is_taken(known, one)})
        edits, wrong = plan_texts(order.root, *self._sorted(known, new))
        self.problems += wrong
        confirmed = self._confirmed(known) if by else {}
        units = {key: self._unit(order, known[key], one.text, by if one.sure else ()) for key, one in new.items()}
        units |= {key: self._unit(order, known[key], known[key].text, by) for key in confirmed}
        record = plan_records(order.root, self.code, units) if units else None
        edits = (*edits, *([record] if record else []))
        found = [*self.problems, *(_of_the_whole(order, edits) if edits and not stops(wrong) else ())]
        stopped = stops(found[len(self.problems) :]) or stops(wrong)
        failed = [] if stopped or not edits else write(order.root, edits)
        return Taken(edits, tuple(in_order([*found, *failed])), tuple(new), tuple(confirmed),
                     written=bool(edits) and not stopped and not failed)  # fmt: skip

    def _place(self, one: Brought) -> Place:
        return Place(self.file, one.line)

    def _is_taken(self, known: Mapping[str, Piece], one: Brought) -> bool:
        """Tell whether a text is new and can be taken. If not, it is told why."""
        if not one.text.strip():
            return False
        piece = known.get(one.key)
        if piece is None:
            hint = did_you_mean(one.key, known) or "It was taken away since; nothing is to be done."
            self.problems.append(error(self._place(one), "import/unknown", f"There is no text '{one.key}'.", hint))
            return False
        if piece.text.strip() == one.text.strip():
            return False
        found = [*self._outrun(piece, one)] or [*self._wrong(piece, one)]
        self.problems += found
        return not found

    def _outrun(self, piece: Piece, one: Brought) -> Iterator[Problem]:
        """Tell what has become of a text since it was handed out."""
        if digest(one.source) != piece.original.digest:
            yield error(self._place(one), "import/source", f"The source text of '{one.key}' has changed since.",
                        "Export again, and translate this one anew.")  # fmt: skip
        elif piece.text and one.before != digest(piece.text):
            yield error(self._place(one), "import/newer",
                        f"'{one.key}' was changed here ({piece.place}) since it was handed out.",
                        "It stays as it is here. Compare the two, and write the better one there.")  # fmt: skip

    def _wrong(self, piece: Piece, one: Brought) -> Iterator[Problem]:
        from suluh.check import wrong_translation
        from suluh.model.plural import chosen
        from suluh.model.script import written_in

        original, text = (chosen(said, "", str) for said in (piece.original.text, one.text))
        source = original, self._sources[one.key]
        script = written_in(self.site.settings.by_code[self.code])
        yield from wrong_translation(script, source, text, f"'{one.key}'", self._place(one))
        if one.key in self._heads and one.text.strip().count("\n") != 1:
            yield error(self._place(one), "import/head", f"'{one.key}' needs two lines: the title, then the summary.",
                        "Write one below the other.")  # fmt: skip
        if "\n" in piece.original.text.strip() and "\n" not in one.text.strip() and one.key not in self._heads:
            yield error(self._place(one), "import/heading", f"'{one.key}' needs its heading on the first line.",
                        "Write the heading, an empty line, then the text.")  # fmt: skip

    @property
    def _sources(self) -> Mapping[str, Place]:
        from suluh.model.originals import places_of

        return places_of(self.site, self.site.settings.source.code)

    @property
    def _heads(self) -> frozenset[str]:
        return frozenset(key for key, _ in self.site.prose())

    def _whole(self, known: Mapping[str, Piece], new: dict[str, Brought]) -> dict[str, Brought]:
        """Leave out long texts of which some sections would be lacking: readers get all of them, or none."""
        lacking: dict[str, list[str]] = {}
        for key, piece in known.items():
            text, _, part = key.partition("#")
            if part and text in self._heads and not piece.text and key not in new:
                lacking.setdefault(text, []).append(part)
        for key in [key for key in new if key.partition("#")[2] and lacking.get(key.partition("#")[0])]:
            one, text = new.pop(key), key.partition("#")[0]
            said = f"'{key}' is not taken yet: {', '.join(lacking[text])} of '{text}' are not translated."
            self.problems.append(error(self._place(one), "import/part", said, "Bring them, too."))
        return new

    def _sorted(self, known: Mapping[str, Piece], new: Mapping[str, Brought]) -> tuple:  # type: ignore[type-arg]
        """Sort texts by the files that they go to."""
        from suluh.edit import LongText, Words, section_of
        from suluh.model.originals import short_originals

        ways = {one.key: (whence, path) for one, _, whence, path in short_originals(self.site)}
        words: dict[str, tuple[Words, ...]] = {}
        texts: dict[str, LongText] = {}
        for key, one in new.items():
            text, _, part = key.partition("#")
            file, said = known[key].place.file, one.text.strip()
            if text in self._heads:
                given = texts.get(file, LongText())
                title, _, summary = said.partition("\n")
                texts[file] = (
                    LongText(
                        given.title,
                        given.summary,
                        (*given.sections, section_of(part, said, critical=known[key].original.critical)),
                    )
                    if part
                    else LongText(title.strip(), summary.strip(), given.sections)
                )
            elif key in ways:
                whence, path = ways[key]
                words[file] = (*words.get(file, ()), Words((*self.site.origins[whence][1], *path), self.code, said))
            else:
                words[file] = (*words.get(file, ()), Words((), part, said))
        return words, texts

    def _confirmed(self, known: Mapping[str, Piece]) -> list[str]:
        """Name the texts that the translator left as they are and takes for done, where that is news."""
        return [
            one.key
            for one in self.brought.pieces
            if one.sure
            and (piece := known.get(one.key)) is not None
            and piece.text
            and piece.text.strip() == one.text.strip()
            and digest(one.source) == piece.original.digest
            and piece.state not in ("reviewed", "community-checked", "source")
        ]

    def _unit(self, order: Order, piece: Piece, text: str, by: tuple[str, ...]) -> "Unit":
        from suluh.model.unit import unit_of

        before = unit_of(self.site.translations.get(self.code, {}), piece.key)
        return unit_for(piece.original, text, "reviewed" if by else "machine", by, order.today, before)


def _of_the_whole(order: Order, edits: tuple) -> Iterator[Problem]:  # type: ignore[type-arg]
    """Hold every rule against the site as it will be, and tell what is wrong where something changes."""
    import shutil
    from tempfile import TemporaryDirectory

    from suluh.check import check
    from suluh.load import load_everything
    from suluh.model.site import CONTENT

    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in CONTENT:
            if (order.root / name).is_dir():
                shutil.copytree(order.root / name, root / name, symlinks=True)
        for edit in edits:
            path = root / edit.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(edit.after or "", "utf-8", newline="\n")
        site, problems = load_everything(root)
        files = {edit.file for edit in edits}
        icons = frozenset(getattr(one, "icon", "") for _, _, one in site.records()) if site else frozenset()
        found = [*problems, *(check(site, order.today, icons) if site else ())]
        yield from (problem for problem in found if problem.place.file in files)
