"""Ask for a batch that was counted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from suluh.edit.tally import Counted, campaigns, completed, counted, refusals
from suluh.model.tally import CHANNELS
from suluh.model.writing import Count
from suluh.problem import did_you_mean
from suluh.prompts.question import ask, given_or_asked, say


def lacking_of_count(slug: str, count: Count) -> list[str]:
    """Name the options without which nothing can be counted. A correction has its channel and code from its batch."""
    said = {
        "CAMPAIGN": slug,
        "--channel": count.channel or count.corrects,
        "--batch": count.batch or count.corrects,
        "--count": count.count,
        "--counted-by": count.counted_by,
    }
    return [name for name, value in said.items() if not value]


def ask_for_count(root: Path, slug: str, count: Count, today: date) -> tuple[str, Count]:
    """Ask for what is not known of a batch. What is known and wrong is left for whoever would write it."""
    known = campaigns(root)
    if not slug and known:
        say(f"Campaigns: {', '.join(known)}")
        slug = ask("Which campaign", lambda name: _none_of(name, known), known[0] if len(known) == 1 else "")
    book = counted(root, slug)
    pair = count.counted_by * 2 if len(count.counted_by) == 1 else count.counted_by
    if slug not in known or book.fault or any(refusals(replace(count, counted_by=pair), book.rows, today)):
        return slug, count
    return slug, _Asking(count, book, today).everything()


def _none_of(name: str, known: Sequence[str]) -> str:
    return "" if name in known else f"There is no campaign '{name}'. {did_you_mean(name, known)}".rstrip()


class _Asking:
    """What is known of a batch, which grows with each answer: what is wrong with one may depend on another."""

    def __init__(self, count: Count, book: Counted, today: date) -> None:
        self.count, self.book, self.today = count, book, today

    def everything(self) -> Count:
        """Ask for all that is not known yet."""
        if self.book.rows:
            self.ask("corrects", "Does it correct an earlier batch? The code of that, else nothing", empty=True)
        self.count = completed(self.count, self.book)
        self.ask("channel", f"How were they counted: {', '.join(CHANNELS)}", CHANNELS[0])
        self.ask("batch", "Code of the batch, as it is marked", self.book.next_batch)
        self.ask("count", "How many more, or fewer, such as -2" if self.count.corrects else "How many people")
        if self.count.channel == "paper":
            self.ask("sheets", "On how many sheets", "0")
        self.ask_for_the_day()
        self.ask_who_counted()
        return self.count

    def ask(self, key: str, question: str, default: str = "", *, empty: bool = False) -> None:
        """Ask for one thing, if it is not known."""
        given: str = getattr(self.count, key)
        answer = given_or_asked(given, question, lambda text: self._wrong(key, text), default, empty=empty)
        self.count = self._with(key, answer)

    def ask_for_the_day(self) -> None:
        """Ask on which day they were counted."""
        if self.count.on is None:
            day = date.fromisoformat(ask("Counted on", self._wrong_day, self.today.isoformat()))
            self.count = replace(self.count, on=day)

    def ask_who_counted(self) -> None:
        """Ask what two people do who counted, and not who they are."""
        roles = list(self.count.counted_by)
        if not roles:
            say("Two people count. Say what they do, such as organiser or helper, and never who they are.")
        while len(roles) < 2:
            answer = ask(f"The {'second' if roles else 'first'} who counted", self._wrong_role, "organiser")
            roles.append(_role(answer))
        self.count = replace(self.count, counted_by=tuple(roles))

    def _with(self, key: str, text: str) -> Count:
        said: dict[str, Any] = {key: text}
        return replace(self.count, **said)

    def _wrong(self, key: str, text: str) -> str:
        return next(refusals(replace(self._with(key, text), counted_by=()), self.book.rows, self.today), "")

    def _wrong_day(self, text: str) -> str:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return f"'{text}' is not a day. Write year-month-day, such as 2026-11-22."
        return next(refusals(Count(on=day), (), self.today), "")

    def _wrong_role(self, text: str) -> str:
        return next(refusals(Count(counted_by=(_role(text),) * 2), (), self.today), "")


def _role(text: str) -> str:
    return text if text.startswith("role:") else f"role:{text}"
