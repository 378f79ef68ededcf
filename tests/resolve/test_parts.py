"""Sections of long texts: whose language, and what the reader is told."""

from typing import Any

import pytest
from tests.resolve.conftest import FILES, PageOf

from suluh.model.reading import Notice, Part
from suluh.model.translation import digest

HEAD = "You were not paid\nWhat to do."
LAW = "The law\n\n- The lowest wage is {wage}. [^wage]\n"
TODAY = "What to do today\n\n1. Read [the safety page](page:safety).\n\n"
FROM_ENGLISH: dict[str, Any] = {"source_name": "English", "source_route": "en/guides/pay/", "source_language": "en"}


def units(**states: tuple[str, str]) -> dict[str, str]:
    """Record, for sections of the Malay guide, a state and the source text it was made from; its head is checked."""
    lines = [f"guides/pay: {{state: reviewed, source_digest: {digest(HEAD)}, by: [role:one, role:two]}}\n"]
    lines += [
        f"guides/pay#{section}: {{state: {state}, source_digest: {digest(source)}, by: [role:one, role:two]}}\n"
        for section, (state, source) in states.items()
    ]
    return {"content/translations/ms.yml": "".join(lines)}


def guide(page_of: PageOf, code: str, changes: dict[str, str] | None = None) -> Any:
    """Resolve the guide in a language."""
    return page_of(f"{code}/guides/pay/", changes)


def law(page: Any) -> Part:
    """Take the second section of the guide."""
    part: Part = page.body.parts[1]
    return part


def test_the_source_needs_no_notice(page_of: PageOf) -> None:
    assert guide(page_of, "en").notice == Notice()


def test_a_translation_that_nobody_checked_says_so(page_of: PageOf) -> None:
    assert guide(page_of, "ms").notice == Notice(machine=True, **FROM_ENGLISH)


def test_a_translation_that_was_checked_needs_no_notice(page_of: PageOf) -> None:
    checked = units(today=("reviewed", TODAY), law=("community-checked", LAW))
    page = guide(page_of, "ms", checked)
    assert page.notice == Notice(**FROM_ENGLISH)
    assert [part.state for part in page.body.parts] == ["reviewed", "community-checked"]


def test_one_section_that_nobody_checked_is_enough_to_say_so(page_of: PageOf) -> None:
    assert guide(page_of, "ms", units(today=("reviewed", TODAY))).notice.machine


def test_a_title_that_nobody_checked_is_enough_to_say_so(page_of: PageOf) -> None:
    checked = units(today=("reviewed", TODAY), law=("reviewed", LAW))
    unchecked = {path: text.partition("\n")[2] for path, text in checked.items()}
    assert guide(page_of, "ms", unchecked).notice == Notice(machine=True, **FROM_ENGLISH)


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_a_section_that_is_not_for_readers_is_borrowed(page_of: PageOf, state: str) -> None:
    page = guide(page_of, "ms", units(today=("reviewed", TODAY), law=(state, LAW)))
    assert (law(page).language, law(page).borrowed) == ("en", True)


def test_a_section_whose_source_has_changed_is_marked_as_stale(page_of: PageOf) -> None:
    page = guide(page_of, "ms", units(today=("reviewed", TODAY), law=("reviewed", "Something else")))
    assert (law(page).state, law(page).language) == ("stale-material", "ms")
    assert page.notice == Notice(**FROM_ENGLISH)


def test_a_critical_section_whose_source_has_changed_gives_way_to_the_source(page_of: PageOf) -> None:
    page = guide(page_of, "ms", units(today=("reviewed", "Something else"), law=("reviewed", LAW)))
    first = page.body.parts[0]
    assert (first.language, first.borrowed, first.heading) == ("en", True, "What to do today")
    assert first.state == "stale-critical"
    assert page.notice == Notice(**FROM_ENGLISH)


CRITICAL = "- {{text: guides/pay#law, from: {}, to: {}, severity: {}, 'on': 2026-11-01}}\n"


def test_a_section_whose_change_was_marked_as_critical_gives_way_to_the_source(page_of: PageOf) -> None:
    marked = CRITICAL.format(digest("Something else"), digest(LAW), "critical")
    changes = units(today=("reviewed", TODAY), law=("reviewed", "Something else"))
    page = guide(page_of, "ms", changes | {"content/translations/changes.yml": marked})
    assert (law(page).state, law(page).language, law(page).borrowed) == ("stale-critical", "en", True)


def test_a_section_whose_change_was_marked_as_minor_stays_with_a_note(page_of: PageOf) -> None:
    marked = CRITICAL.format(digest("Something else"), digest(LAW), "minor")
    changes = units(today=("reviewed", TODAY), law=("reviewed", "Something else"))
    page = guide(page_of, "ms", changes | {"content/translations/changes.yml": marked})
    assert (law(page).state, law(page).language) == ("stale-minor", "ms")


def test_what_workers_found_right_says_so(page_of: PageOf) -> None:
    page = guide(page_of, "ms", units(today=("community-checked", TODAY), law=("community-checked", LAW)))
    assert page.notice.found_right


def test_spaces_and_line_ends_do_not_make_a_translation_stale(page_of: PageOf) -> None:
    page = guide(page_of, "ms", units(today=("reviewed", TODAY), law=("reviewed", f"  {LAW.replace(' ', '  ')}")))
    assert law(page).state == "reviewed"


def test_a_language_with_only_a_title_borrows_every_section_and_says_whose(page_of: PageOf) -> None:
    page = guide(page_of, "ur")
    assert page.title.text == "اجرت نہیں ملی"
    assert [(part.language, part.direction, part.borrowed) for part in page.body.parts] == [("en", "ltr", True)] * 2
    assert page.notice == Notice(machine=True, borrowed_from="English", **FROM_ENGLISH)


def test_a_reader_borrows_from_the_language_that_is_nearest(page_of: PageOf) -> None:
    page = guide(page_of, "id")
    assert page.title.language == "ms"
    assert page.notice.borrowed_from == "Bahasa Melayu"


def test_a_borrowed_section_still_leads_to_pages_in_the_readers_language(page_of: PageOf) -> None:
    assert guide(page_of, "ur").body.parts[0].routes == (("page:safety", "ur/safety/"),)


def test_a_part_holds_every_fact_that_it_names_and_no_other(page_of: PageOf) -> None:
    page = guide(page_of, "en")
    assert [[name for name, _ in part.values] for part in page.body.parts] == [[], ["wage"]]
    assert [[name for name, _ in part.citations] for part in page.body.parts] == [[], ["wage"]]


@pytest.mark.parametrize(("code", "indexed"), [("en", True), ("ms", True), ("id", False), ("ur", False)])
def test_search_engines_are_shown_only_pages_with_words_of_their_own(page_of: PageOf, code: str, indexed: bool) -> None:
    assert guide(page_of, code).indexed is indexed


def test_a_guide_is_alternate_only_in_languages_that_really_have_it(page_of: PageOf) -> None:
    assert guide(page_of, "ur").alternates == (("en", "en/guides/pay/"), ("ms", "ms/guides/pay/"))


def test_search_gets_no_borrowed_sentence(page_of: PageOf) -> None:
    texts = " ".join(text for _, text in guide(page_of, "ur").search)
    assert "اجرت نہیں ملی" in texts
    assert "lowest wage" not in texts


def policy(kept: str) -> dict[str, str]:
    """Let unchecked translations be treated in some way."""
    return {
        "content/site.yml": FILES["content/site.yml"].replace("currency:", f"machine_text: {{low: {kept}}}\ncurrency:")
    }


def test_the_source_stands_beside_an_unchecked_text_where_the_site_wants_it(page_of: PageOf) -> None:
    page = guide(page_of, "ms", units(today=("reviewed", TODAY)) | policy("source"))
    beside = [part.source.language if part.source else None for part in page.body.parts]
    assert ([part.language for part in page.body.parts], beside) == (["ms", "ms"], [None, "en"])


def test_an_unchecked_text_gives_way_to_the_source_where_the_site_wants_it(page_of: PageOf) -> None:
    page = guide(page_of, "ms", units(today=("reviewed", TODAY)) | policy("hidden"))
    assert [(part.language, part.state) for part in page.body.parts] == [("ms", "reviewed"), ("en", "machine")]


def test_a_short_text_that_is_withdrawn_is_said_in_the_next_language(page_of: PageOf) -> None:
    title = digest("Know your rights.")
    taken = {"content/translations/ms.yml": f"site.yml#tagline: {{state: withdrawn, source_digest: {title}}}\n"}
    assert page_of("ms/").lead.language == "ms"
    assert page_of("ms/", taken).lead.text == "Know your rights."


def test_a_letter_of_which_a_part_is_withdrawn_is_in_one_language_alone(page_of: PageOf) -> None:
    """Half a letter cannot be sent."""
    taken = {"content/translations/ms.yml": f"letters/ask#ask: {{state: withdrawn, source_digest: {digest('x')}}}\n"}
    assert [column.language for column in page_of("ms/letters/ask/").body.columns] == ["ms"]
    assert [column.language for column in page_of("ms/letters/ask/", taken).body.columns] == ["en"]
