"""Ask what is written, and build nothing: what is due, what leans on a fact, and which contact details changed."""

from collections.abc import Iterable
from pathlib import Path

from suluh.model.change import Changes
from suluh.model.leaning import Due, Impact
from suluh.pipeline.order import Order
from suluh.problem import Problem, Severity, did_you_mean, in_order


def facts_due(order: Order, days: int) -> tuple[tuple[Due, ...], tuple[Problem, ...]]:
    """List what is due within some days, and what could not be read."""
    from suluh.check.due import due
    from suluh.load import load_records
    from suluh.resolve.facts import written

    site, problems = load_records(order.root)
    if site is None:
        return (), _errors(problems)
    currency = site.settings.currency
    found = due(site, order.today, days, lambda fact, value: written(fact, value, currency))
    return tuple(found), _errors(problems)


def facts_impact(order: Order, name: str) -> Impact:
    """List every place that leans on a fact, in all languages."""
    from suluh.check.leaning import leaning_on
    from suluh.load import load_everything
    from suluh.resolve.facts import written

    site, problems = load_everything(order.root)
    if site is None:
        return Impact(problems=_errors(problems))
    fact = site.facts.get(name)
    if fact is None:
        hint = did_you_mean(name, site.facts)
        return Impact(problems=_errors(problems), unknown=f"There is no fact '{name}'. {hint}".rstrip())
    now = fact.on(order.today)
    coming = [value for value in fact.values if value.since > order.today]
    said = [f"{written(fact, value, site.settings.currency)} from {value.since.isoformat()}".strip()
            for value in (*([now] if now else []), *coming)]  # fmt: skip
    return Impact(tuple(leaning_on(site, name)), _errors(problems), f"{name}: {'; '.join(said) or 'no value'}")


def contact_changes(root: Path, base: str) -> Changes:
    """List the contact details that differ from where what is checked out left a revision. Raises: PastFault."""
    from suluh.check.changes import compare
    from suluh.past import differing

    past = differing(root, base)
    return compare(past.commit, past.files, past.unread)


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(in_order(problem for problem in problems if problem.severity is Severity.ERROR))
