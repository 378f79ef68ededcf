"""What was made is searched for what must not be in it."""

from suluh.inspect import holds_withheld

WITHHELD = {"Nobody may read this": "red-entry", "ကွယ်ဝှက်": "other-entry"}


def test_a_text_that_must_not_stand_in_a_file_is_found_in_any_script_and_not_said_again():
    [problem] = holds_withheld("en/index.html", "<p>ကွယ်ဝှက်</p>".encode(), WITHHELD)
    assert (problem.rule, problem.place.file) == ("privacy/withheld", "en/index.html")
    assert "other-entry" in problem.message
    assert "ကွယ်ဝှက်" not in str(problem)


def test_a_file_that_holds_no_such_text_is_clean():
    assert list(holds_withheld("en/index.html", b"Nobody may read", WITHHELD)) == []
