"""Nothing private enters, whoever reads the file it is in. All that looks private here is invented."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from tests.conftest import ROOT, Repository
from tests.pipeline.conftest import GUIDE, built, order

from suluh.pipeline import build, check_content, entering, make
from suluh.pipeline.memory import Memory
from suluh.problem import Problem
from suluh.scan import scan
from suluh.store import Store, digest

NUMBER = "012-000 0000"
REMARK = "directory/services.yml"
ALLOWED = f'- {{what: "{NUMBER}", file: {REMARK}, reason: It is invented., until: 2026-12-31}}\n'


def rules(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.place.file, problem.rule) for problem in problems]


def plant(small: Repository, file: str = REMARK) -> None:
    small.write(file, small.read(file) + f"\n# Call {NUMBER}\n")


def photo(*, place: bool) -> bytes:
    """Take a photo, of nothing."""
    told, made = Image.Exif(), BytesIO()
    told[ExifTags.IFD.GPSInfo] = {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}
    Image.new("RGB", (8, 8)).save(made, "JPEG", **({"exif": told} if place else {}))
    return made.getvalue()


# --- what is told ---


def test_a_remark_that_no_reader_sees_stops_check_build_and_preview(small: Repository) -> None:
    plant(small)
    found = [(REMARK, "private/mobile")]
    assert rules(check_content(order(small)).problems) == found
    report = build(order(small))
    assert (rules(report.problems), report.published, small.path("site").exists()) == (found, False, False)
    files, report = make(order(small), Memory())
    assert (files, rules(report.problems)) == (None, found)


@pytest.mark.parametrize("file", ["content/x/.hidden.txt", "campaigns/rest-day/notes.txt", "handbook/draft.md"])
def test_files_that_nobody_reads_are_looked_into(small: Repository, file: str) -> None:
    small.write(file, NUMBER)
    assert (file, "private/mobile") in rules(check_content(order(small)).problems)


def test_a_photo_that_tells_where_it_was_taken_stops_the_build(small: Repository) -> None:
    small.write("handbook/a.jpg", photo(place=False))
    built(order(small))
    small.write("handbook/a.jpg", photo(place=True))
    assert ("handbook/a.jpg", "private/position") in rules(build(order(small)).problems)


def test_it_is_told_also_where_the_settings_cannot_be_read(small: Repository) -> None:
    plant(small)
    small.write("content/site.yml", "[")
    assert (REMARK, "private/mobile") in rules(check_content(order(small)).problems)


def test_this_repository_holds_nothing_private(tmp_path: Path) -> None:
    found = entering.entering(
        ROOT, Store(tmp_path), scan(ROOT, ("content", "directory", "campaigns", "handbook"), {}), ""
    )
    assert [str(one.problem) for one in found] == []


# --- what is allowed ---


def test_what_is_allowed_may_stand_until_its_day(small: Repository) -> None:
    plant(small)
    small.write("content/allowed.yml", ALLOWED)
    assert check_content(order(small)).problems == ()
    assert build(order(small)).published
    small.write("content/allowed.yml", ALLOWED.replace("2026-12-31", "2026-11-21"))
    over = [("content/allowed.yml", "waivers/over"), (REMARK, "private/mobile")]
    assert rules(check_content(order(small)).problems) == over


def test_what_allows_nothing_is_taken_out(small: Repository) -> None:
    small.write("content/allowed.yml", ALLOWED)
    assert rules(check_content(order(small)).problems) == [("content/allowed.yml", "waivers/unused")]


def test_a_waiver_does_not_let_anything_private_in(small: Repository) -> None:
    plant(small)
    waiver = f"- {{rule: private/mobile, file: {REMARK}, reason: So., until: 2026-12-31}}\n"
    small.write("content/waivers.yml", waiver)
    told = [("content/waivers.yml", "waivers/safety"), (REMARK, "private/mobile")]
    assert rules(check_content(order(small)).problems) == told


# --- what is kept ---


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the files that are read."""
    files: list[str] = []
    real = entering._looked_into

    def looked(root: Path, file: str) -> object:
        files.append(file)
        return real(root, file)

    monkeypatch.setattr(entering, "_looked_into", looked)
    return files


def test_only_what_is_new_is_read(small: Repository, read: list[str]) -> None:
    check_content(order(small))
    assert {GUIDE, REMARK, "content/site.yml"} <= {*read}
    assert not [file for file in read if file.startswith("overrides/")]
    read.clear()
    check_content(order(small))
    assert read == []
    plant(small)
    first, again = (rules(check_content(order(small)).problems) for _ in range(2))
    assert first == again == [(REMARK, "private/mobile")]
    assert read == [REMARK]


def test_a_file_that_moves_is_looked_into_again(small: Repository, read: list[str]) -> None:
    small.write("content/facts/more.yml", '# number: "x"\n- {id: x}\n')
    check_content(order(small))
    read.clear()
    small.path("content/facts/more.yml").rename(small.path("content/more.yml"))
    check_content(order(small))
    assert read == ["content/more.yml"]


@pytest.mark.parametrize("kept", [b"", b"{}", b"[1]", b'{"a": 1}'])
def test_what_another_program_kept_is_not_believed(small: Repository, read: list[str], kept: bytes) -> None:
    store, known = Store(small.path(".store")), scan(small.root, ("content", "directory"), {})
    plant(small)
    store.keep(digest("entering", "engine"), kept)
    [found] = entering.entering(small.root, store, known, "engine")
    assert found.what == NUMBER
    assert len(read) == len(known)


def test_a_file_that_goes_while_we_look_is_not_taken_for_one_that_was_seen(small: Repository) -> None:
    plant(small)
    store, known = Store(small.path(".store")), scan(small.root, ("directory",), {})
    text = small.read(REMARK)
    small.remove(REMARK)
    assert entering.entering(small.root, store, known, "engine") == []
    small.write(REMARK, text)
    assert [one.what for one in entering.entering(small.root, store, known, "engine")] == [NUMBER]
