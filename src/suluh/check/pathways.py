"""Rules on pathways: every question can be answered, and every answer ends in help."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from suluh.model.pathway import HELD, UNSURE, Node, Pathway, Trial
from suluh.model.site import Site
from suluh.problem import Place, Problem, did_you_mean, error

MOST_ANSWERS = 7
DEEPEST = 8
"""So many questions at most stand between a reader and help."""


def steps_fit_their_kind(site: Site, today: date) -> Iterator[Problem]:
    """A question has 2 to 7 answers, one of them "unsure"; what only says something leads on; an outcome ends."""
    for slug, pathway in site.pathways.items():
        for name, node in pathway.nodes.items():
            yield from _shape(partial(site.place, "pathway", slug, "nodes", name), node)


def _shape(place: partial[Place], node: Node) -> Iterator[Problem]:
    answers = [option.id for option in node.options]
    asks = node.kind in ("choice", *HELD)
    if asks and UNSURE not in answers:
        yield error(place(), "pathways/unsure", "This question cannot be answered with \"I don't know\".",
                    "Add an option: {id: unsure, next: …}, and let it lead the careful way.")  # fmt: skip
    if node.kind in HELD and tuple(answers) != HELD[node.kind]:
        yield error(place(), "pathways/kind", f"A question of the kind '{node.kind}' has the answers "
                    f"{', '.join(HELD[node.kind])}.", "Use these ids in this order.")  # fmt: skip
    if len(answers) > MOST_ANSWERS or len(set(answers)) < len(answers):
        yield error(place("options"), "pathways/answers", f"A question has at most {MOST_ANSWERS} answers, each once.",
                    "Split it into two questions.")  # fmt: skip
    if asks == (not node.options) or (node.kind in HELD) == (node.limit is None):
        yield error(place(), "pathways/kind", f"This is not how a step of the kind '{node.kind}' is written.",
                    "A question has 'options'; a date or amount a 'limit', too; no other step has any.")  # fmt: skip
    if (node.kind == "info") == (node.next is None):
        yield error(place(), "pathways/kind", "Only a step of the kind 'info' has a 'next', and it needs one.",
                    "Add 'next:', or take it out.")  # fmt: skip


def pathways_lead_to_an_end(site: Site, today: date) -> Iterator[Problem]:
    """Every step can be reached, no way goes round in a circle, and none asks more than 8 questions."""
    for slug, pathway in site.pathways.items():
        place = partial(site.place, "pathway", slug)
        unknown = [(step, name) for step, name in _leading(pathway) if name not in pathway.nodes]
        for step, name in unknown:
            yield error(place(*step), "references/unknown", f"There is no step '{name}'.",
                        did_you_mean(name, pathway.nodes))  # fmt: skip
        if unknown:
            continue
        circle = _circle(pathway)
        if circle:
            said = f"This goes round in a circle: {' → '.join(circle)}."
            yield error(place("nodes", circle[0]), "pathways/circle", said, "Let one of them lead to an outcome.")
            continue
        reached = pathway.depths(lambda node: bool(node.options))
        for name in pathway.nodes:
            if name not in reached:
                yield error(place("nodes", name), "pathways/unreachable", "No answer leads to this step.",
                            "Let an answer lead here, or delete it.")  # fmt: skip
            elif reached[name] > DEEPEST:
                yield error(place("nodes", name), "pathways/deep",
                            f"{reached[name]} questions stand before this step; {DEEPEST} are the most.",
                            "Ask less.")  # fmt: skip


def _leading(pathway: Pathway) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the name of every step that something leads to, and where that is written."""
    yield ("start",), pathway.start
    for name, node in pathway.nodes.items():
        for index, option in enumerate(node.options):
            yield ("nodes", name, "options", index, "next"), option.next
        if node.next:
            yield ("nodes", name, "next"), node.next


def _circle(pathway: Pathway) -> list[str]:
    """Find a way that comes back to a step it has been to."""
    done: set[str] = set()

    def walk(name: str, been: list[str]) -> list[str]:
        if name in been:
            return [*been[been.index(name) :], name]
        if name not in done:
            for following in pathway.nodes[name].following:
                if found := walk(following, [*been, name]):
                    return found
            done.add(name)
        return []

    return next((found for name in pathway.nodes if (found := walk(name, []))), [])


def outcomes_lead_to_help(site: Site, today: date) -> Iterator[Problem]:
    """Every outcome names a phone line that is shown, or an entry of the directory that was verified."""
    lines = {name for name, fact in site.facts.items() if fact.kind == "line" and fact.on(today)}
    for slug, pathway in site.pathways.items():
        for name, node in pathway.nodes.items():
            known = (site.organisations.get(one) for one in node.organisations)
            verified = any(one is not None and one.verification.state == "verified" for one in known)
            if node.kind == "outcome" and not verified and not lines & set(node.lines):
                yield error(site.place("pathway", slug, "nodes", name), "pathways/no-help",
                            "This outcome leads to nobody who can be called.",
                            "Name a phone line in 'lines:', or a verified entry in 'organisations:'.")  # fmt: skip


def pathways_pass_their_own_tests(site: Site, today: date) -> Iterator[Problem]:
    """The answers of a test lead to the outcome that it names, and every outcome has a test."""
    for slug, pathway in site.pathways.items():
        place = partial(site.place, "pathway", slug)
        for index, trial in enumerate(pathway.tests):
            if (end := _walked(pathway, trial)) != trial.outcome:
                yield error(place("tests", index), "pathways/test",
                            f"These answers lead to {end}, not to '{trial.outcome}'.",
                            "Mend the test, or the step that goes wrong.")  # fmt: skip
        tested = {trial.outcome for trial in pathway.tests}
        for name, node in pathway.nodes.items():
            if node.kind == "outcome" and name not in tested:
                yield error(place("nodes", name), "pathways/untested", "No test leads to this outcome.",
                            f"Add one: {{answers: […], outcome: {name}}}.")  # fmt: skip


def _walked(pathway: Pathway, trial: Trial) -> str:
    """Name the outcome that some answers lead to, or say where they end before one."""
    answers, name = list(trial.answers), pathway.start
    for _ in range(len(pathway.nodes) + 1):
        node = pathway.nodes.get(name)
        if node is None or node.kind == "outcome":
            return f"nowhere: {len(answers)} answers are left at '{name}'" if answers else name
        if node.options and not answers:
            return f"the question '{name}', which has no answer"
        given = answers.pop(0) if node.options else ""
        found = next((option.next for option in node.options if option.id == given), None)
        if node.options and found is None:
            return f"the question '{name}', which has no answer '{given}'"
        name = found or node.next or ""
    return "no end"
