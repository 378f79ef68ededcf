"""What is written down of translations: one line a text, in order, and remarks stay."""

from collections.abc import Mapping
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Repository

from suluh.edit import plan_changes, plan_records, write
from suluh.load.reader import Reader
from suluh.load.settings import load_changes, load_translations
from suluh.model.unit import Change, Unit

A, B = "a" * 12, "b" * 12
DAY = date(2026, 11, 28)
FILE = "content/translations/ms.yml"
KEY = st.from_regex(r"[a-z]{2,8}/[a-z-]{1,8}(\.yml)?(#[a-z.]{1,8})?", fullmatch=True)
UNIT = st.builds(
    Unit,
    state=st.sampled_from(["machine", "reviewed", "withdrawn"]),
    source_digest=st.sampled_from([A, B]),
    facts_digest=st.sampled_from([None, A]),
    text_digest=st.sampled_from([None, B]),
    by=st.sampled_from([(), ("role:one",), ("role:one", "role:two")]),
    on=st.sampled_from([None, DAY]),
)


def recorded(repository: Repository, units: Mapping[str, Unit | None]) -> str:
    edit = plan_records(repository.root, "ms", units)
    assert edit is not None
    assert write(repository.root, [edit]) == []
    return repository.read(FILE)


def test_units_stand_one_a_line_in_order(tmp_path):
    made = recorded(Repository(tmp_path), {
        "strings#skip": Unit(state="machine", source_digest=A),
        "guides/pay": Unit(state="reviewed", source_digest=A, text_digest=B, by=("role:one",), on=DAY),
    })  # fmt: skip
    assert made.split("\n")[1:] == [
        f'guides/pay: {{state: reviewed, source_digest: {A}, text_digest: {B}, by: [role:one], "on": 2026-11-28}}',
        f"strings#skip: {{state: machine, source_digest: {A}}}",
        "",
    ]


def test_remarks_and_other_units_stay_as_they_are_written(tmp_path):
    repository = Repository(tmp_path)
    first = f"# Of all.\n\n# Of one.\na/one:\n  state: draft\n  source_digest: {A}\n"
    repository.write(FILE, f"{first}# Of two.\nb/two: {{state: draft, source_digest: {A}}}\n")
    units = {"b/two": Unit(state="reviewed", source_digest=B), "a/zero": Unit(state="machine", source_digest=A)}
    assert recorded(repository, units) == (
        f"{first}a/zero: {{state: machine, source_digest: {A}}}\n"
        f"# Of two.\nb/two: {{state: reviewed, source_digest: {B}}}\n"
    )


def test_what_is_nothing_is_taken_out(tmp_path):
    repository = Repository(tmp_path)
    one = Unit(state="machine", source_digest=A)
    recorded(repository, {"a/one": one, "b/two": one})
    assert "a/one" not in recorded(repository, {"a/one": None})


def test_what_is_known_already_changes_nothing(tmp_path):
    repository = Repository(tmp_path)
    units = {"a/one": Unit(state="machine", source_digest=A, on=DAY)}
    recorded(repository, units)
    assert plan_records(repository.root, "ms", units) is None


@given(st.dictionaries(KEY, UNIT, min_size=1, max_size=6), st.dictionaries(KEY, UNIT, max_size=6))
def test_whatever_is_written_down_is_what_is_read(tmp_path_factory, first, second):
    repository = Repository(tmp_path_factory.mktemp("site"))
    recorded(repository, first)
    edit = plan_records(repository.root, "ms", second)
    assert write(repository.root, [edit] if edit else []) == []
    texts = load_translations(Reader(repository.root))["ms"]
    found = {f"{text}#{part}" if part else text: unit for text, units in texts.items() for part, unit in units.items()}
    assert found == {**first, **second}


def test_a_change_is_declared_once(tmp_path):
    repository = Repository(tmp_path)
    change = Change.model_validate({"text": "a/one", "from": A, "to": B, "severity": "minor", "on": DAY})
    for _ in range(2):
        edit = plan_changes(repository.root, [change])
        assert write(repository.root, [edit] if edit else []) == []
    assert load_changes(Reader(repository.root)) == {"a/one": (change,)}


def test_what_is_declared_anew_takes_the_place_of_what_was_declared(tmp_path):
    repository = Repository(tmp_path)
    for severity in ("minor", "critical"):
        change = Change.model_validate({"text": "a/one", "from": A, "to": B, "severity": severity, "on": DAY})
        edit = plan_changes(repository.root, [change])
        assert write(repository.root, [edit] if edit else []) == []
    assert [one.severity for one in load_changes(Reader(repository.root))["a/one"]] == ["critical"]
