"""Pages are weighed as phones get them."""

from pathlib import Path

import brotli
import pytest

from suluh.inspect.weight import over_budget, search_over_budget, weight_of
from suluh.model.output import Output
from suluh.model.settings import Budgets
from suluh.problem import Place, error

BUDGETS = Budgets(guide=1, home=2, directory=3, campaign=4, other=5, search=6)


@pytest.mark.parametrize(
    ("kind", "most"),
    [("guide", 1), ("home", 2), ("directory", 3), ("campaign", 4), ("prose", 5), ("organisation", 5), ("search", 6)],
)
def test_a_page_may_weigh_what_its_kind_may_and_not_a_byte_more(tmp_path: Path, kind: str, most: int) -> None:
    for name, weight in (("light", most), ("heavy", most + 1)):
        (tmp_path / f"{name}.html.br").write_bytes(bytes(weight))
    output = Output(tmp_path, {"light.html": kind, "heavy.html": kind})
    assert list(over_budget(output, BUDGETS)) == [
        error(
            Place("heavy.html"),
            "weight/page",
            f"This page weighs {most + 1:,} bytes; a page of its kind may have {most:,}.",
            "Shorten it, split it, or take pictures and repetition out.",
        )
    ]


def test_a_first_answer_is_the_script_of_the_page_and_the_index(tmp_path: Path) -> None:
    (tmp_path / "my/search").mkdir(parents=True)
    (tmp_path / "my/search/index.html").write_text("<title>Words</title><script>0</script>")
    output, budgets = Output(tmp_path, {"my/search/index.html": "search"}), Budgets(search=105)
    script = len(brotli.compress(b"0"))
    (tmp_path / "my/search.json.br").write_bytes(bytes(105 - script))
    assert list(search_over_budget(output, budgets)) == []
    (tmp_path / "my/search.json.br").write_bytes(bytes(106 - script))
    assert list(search_over_budget(output, budgets)) == [
        error(
            Place("my/search.json"),
            "weight/search",
            "A first answer weighs 106 bytes; it may have 105.",
            "Shorten the longest texts of this language.",
        )
    ]


def test_a_first_answer_out_of_pieces_is_the_head_and_the_heaviest_that_two_words_can_need(tmp_path: Path) -> None:
    pieces = tmp_path / "my/search/pieces"
    pieces.mkdir(parents=True)
    (tmp_path / "my/search/index.html").write_text("<title>Words</title><script>0</script>")
    (tmp_path / "my/search.json").write_text('{"first": 3}')
    weights = {"terms": (500, 400, 300), "pages": (60, 50, 40, 30, 20), "rest": (9_000, 9_000)}
    for kind, some in weights.items():
        for number, weight in enumerate(some):
            (pieces / f"{kind}-0f0f0f0f-{number}.json").write_bytes(bytes(99_999))
            (pieces / f"{kind}-0f0f0f0f-{number}.json.br").write_bytes(bytes(weight))
    (tmp_path / "my/search.json.br").write_bytes(bytes(7))
    weight = 7 + 500 + 400 + 60 + 50 + 40 + len(brotli.compress(b"0"))
    output = Output(tmp_path, {"my/search/index.html": "search"})
    assert list(search_over_budget(output, Budgets(search=weight))) == []
    assert list(search_over_budget(output, Budgets(search=weight - 1))) == [
        error(
            Place("my/search.json"),
            "weight/search",
            f"A first answer to two words weighs {weight:,} bytes; it may have {weight - 1:,}.",
            "Shorten the longest titles and summaries of this language.",
        )
    ]


def test_a_preview_is_not_compressed_and_not_weighed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(bytes(100_000))
    assert weight_of(tmp_path / "page.html") is None
    assert list(over_budget(Output(tmp_path, {"page.html": "guide"}), BUDGETS)) == []
