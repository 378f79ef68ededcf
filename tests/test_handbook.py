"""What the handbook says of the engine is so: modules, rules, fields, names of problems, examples."""

import ast
import re
from collections.abc import Iterator
from difflib import unified_diff
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest

from suluh.check import RULES, paper, private, references, translations
from suluh.check import glossary as words
from suluh.load.prose import _Head as Head
from suluh.model import (
    allowance,
    bill,
    calculator,
    campaign,
    card,
    days,
    fact,
    glossary,
    guide,
    letter,
    lookup,
    organisation,
    pathway,
    report,
    settings,
    story,
    tally,
    target,
    unit,
    waiver,
)
from suluh.model import map as place_map
from suluh.model.base import Model
from suluh.model.listing import Listing
from suluh.source import parse_yaml

ROOT = Path(__file__).parent.parent
HANDBOOK = ROOT / "handbook"
ENGINE = ROOT / "src/suluh"
ALL_RULES = (
    *(
        *RULES,
        references.icons_exist,
        translations.units_name_what_exists,
        words.glossary_is_followed,
        translations.backs_are_of_what_is_written,
        paper.fonts_have_every_script,
        paper.fonts_have_every_sign,
    ),
    private.private_in,
)

PAGES: dict[str, tuple[type[Model], ...]] = {
    "site": (
        settings.Settings,
        settings.Language,
        settings.Face,
        settings.MachinePolicy,
        settings.Currency,
        settings.Budgets,
        settings.PerPage,
        waiver.Waiver,
        allowance.Allowance,
    ),
    "fact": (fact.Fact, fact.Value, fact.Opening, fact.Source),
    "guide": (guide.Guide, guide.Discreet, guide.Share, guide.Sound, guide.Review, Head),
    "organisation": (
        organisation.Organisation,
        organisation.Origin,
        organisation.Verification,
        organisation.Contact,
        organisation.Consent,
        organisation.Serves,
        organisation.Service,
        organisation.Region,
        organisation.People,
        organisation.Website,
        organisation.Gone,
        place_map.Map,
        place_map.Shape,
    ),
    "report": (report.Report, report.Unnamed, report.KindCount, report.ServiceShare, report.Bases),
    "campaign": (
        campaign.Campaign,
        campaign.Since,
        campaign.Ask,
        campaign.Outcome,
        campaign.Action,
        campaign.CampaignLetter,
        campaign.CampaignCall,
        campaign.SignOn,
        campaign.Paper,
        campaign.FormalRoute,
        campaign.Goal,
        campaign.Promise,
        campaign.Event,
        campaign.Update,
        campaign.Happening,
        campaign.Endorser,
        tally.Tally,
        bill.Bill,
        bill.Stage,
        bill.LeftOut,
        target.Target,
        target.OfficeContact,
        days.Day,
    ),
    "pathway": (pathway.Pathway, pathway.Node, pathway.Option, pathway.Trial),
    "letter": (letter.Letter, letter.Gap),
    "card": (card.Card,),
    "calculator": (calculator.Calculator,),
    "story": (story.Story, story.Media, story.Consent, story.Tag),
    "translation": (unit.Unit, unit.Change, unit.Back),
    "glossary": (glossary.Term,),
    "search": (lookup.Lookup, lookup.Question),
}
"""The page of each kind of content, and the records it tells of. The first is that of the page's first example."""

FIELDS = [
    pytest.param(page, model, name, id=f"{page}-{model.__name__}-{name}")
    for page, models in PAGES.items()
    for model in models
    for name in model.model_fields
]


def test_the_table_of_modules_is_that_of_the_code(request: pytest.FixtureRequest) -> None:
    lines = [f"| `{module}` | {says} |" for module, says in modules()]

    holds(request, "build/architecture.md", "modules", ["| Module | What it does |", "|---|---|", *lines])


def test_every_rule_stands_in_the_reference_in_its_own_words(request: pytest.FixtureRequest) -> None:
    lines = [f"| `{rule.__name__}` | {' '.join((rule.__doc__ or '').split())} |" for rule in ALL_RULES]

    holds(request, "reference/rules.md", "rules", ["| Rule | What it holds |", "|---|---|", *lines])


@pytest.mark.parametrize(("page", "model", "name"), FIELDS)
def test_a_field_is_named_on_the_page_of_its_kind(page: str, model: type[Model], name: str) -> None:
    field = model.model_fields[name]
    [row] = [row for row in rows(page, model) if row[0] == f"`{field.alias or name}`"]

    assert ("yes" if field.is_required() else "no") == row[1], "the second column tells whether it must be there"
    assert not {f"`{choice}`" for choice in choices(field.annotation)} - set(re.findall(r"`[^`]*`", row[3]))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_reference_names_no_field_that_is_gone(page: str) -> None:
    known = {(model, f"`{field.alias or name}`") for model in PAGES[page] for name, field in model.model_fields.items()}

    assert known == {(model, row[0]) for model in PAGES[page] for row in rows(page, model)}


def test_every_kind_of_record_has_a_page() -> None:
    told = set(chain.from_iterable(PAGES.values()))

    written = {model for model in descendants(Model) if model.__module__.startswith("suluh.")} - {Listing}
    assert told - {Head} == written - {Head}


@pytest.mark.parametrize("page", PAGES)
def test_the_example_of_a_kind_is_taken_by_the_engine(page: str) -> None:
    found = re.search(r"```yaml\n(.*?)```", (HANDBOOK / f"reference/{page}.md").read_text("utf-8"), re.DOTALL)
    assert found is not None
    value = parse_yaml(page, found[1]).value
    records = value if isinstance(value, tuple) else value.values() if page in ("translation", "glossary") else (value,)

    assert [PAGES[page][0].model_validate(record) for record in records]


def test_every_name_of_a_problem_is_explained() -> None:
    page = (HANDBOOK / "write/problems.md").read_text("utf-8")

    assert not {name for name in names_of_problems() if f"| `{name}` |" not in page}


def test_no_name_of_a_problem_is_explained_that_is_gone() -> None:
    page = (HANDBOOK / "write/problems.md").read_text("utf-8")

    assert not set(re.findall(r"\| `([a-z-]+/[a-z-]+)` \|", page)) - set(names_of_problems()) - {"host/mkdocs"}


def holds(request: pytest.FixtureRequest, page: str, name: str, lines: list[str]) -> None:
    """Compare the generated part of a page with what it should be; `--update` writes it."""
    path = HANDBOOK / page
    text = path.read_text("utf-8")
    before, begins, rest = text.partition(f"<!-- {name} -->\n")
    _, ends, after = rest.partition(f"<!-- /{name} -->")
    assert begins, f"{page} has no line <!-- {name} -->"
    assert ends, f"{page} has no line <!-- /{name} -->"
    wanted = f"{before}{begins}\n" + "\n".join(lines) + f"\n\n{ends}{after}"
    if request.config.getoption("--update", default=False):
        path.write_text(wanted, "utf-8")
    differences = "\n".join(unified_diff(path.read_text("utf-8").split("\n"), wanted.split("\n"), lineterm="", n=0))
    assert differences == "", "run: pytest tests/test_handbook.py --update"


def modules() -> Iterator[tuple[str, str]]:
    """Give each module of the engine with the first line of its docstring."""
    for path in sorted(ENGINE.rglob("*.py"), key=lambda path: path.with_suffix("").parts):
        says = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        name = path.relative_to(ENGINE).as_posix().removesuffix("__init__.py")
        yield name or "suluh/", says.split("\n")[0]


def rows(page: str, model: type[Model]) -> list[list[str]]:
    """Read the table below the heading of a record: `LeftOut` stands under "Left out"."""
    heading = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__.strip("_")).capitalize()
    text = (HANDBOOK / f"reference/{page}.md").read_text("utf-8")
    _, found, after = text.partition(f"\n## {heading}\n")
    assert found, f"reference/{page}.md has no heading '## {heading}'"
    section = re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in section.split("\n") if line[:3] == "| `"]


def choices(annotation: Any) -> Iterator[str]:
    """Find the words that a field may hold."""
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from choices(part)


def descendants(model: type[Model]) -> Iterator[type[Model]]:
    for below in model.__subclasses__():
        yield below
        yield from descendants(below)


def names_of_problems() -> Iterator[str]:
    """Find every name that the engine gives a problem, in its source."""
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for part in _said(node):
                if isinstance(part, ast.Constant) and re.fullmatch(r"[a-z-]+/[a-z-]+", str(part.value)):
                    yield str(part.value)


def _said(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
        return node.value.elts
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        return node.value.elts[:1]
    if isinstance(node, ast.GeneratorExp) and isinstance(node.elt, ast.Tuple):
        return node.elt.elts[:1]
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        return node.args if called in ("error", "warning", "note", "_unreadable", "fault") else []
    return []
