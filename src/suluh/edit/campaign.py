"""Begin a campaign: a record and texts that say all that has to be said, and a draft that nobody is shown."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from suluh.edit.draft import completed, refusals, slug_of
from suluh.edit.quoting import quoted
from suluh.edit.starting import text_of
from suluh.edit.writing import obstacles
from suluh.model.campaign import Action, Ask, Audience, Campaign, CampaignLetter, Doing, Paper, Since
from suluh.model.redaction import Edit
from suluh.model.writing import Beginning, Desk, Draft, NewOffice

ICON = "bullhorn-outline"

_OF_ASK = 30
"""So many signs the id of an ask has at the most."""
_LOOKED_AT_AGAIN, _DESTROYED = timedelta(days=180), timedelta(days=365)


def _action(name: str, kind: Doing, audience: tuple[Audience, ...], risk: int) -> Action:
    return Action.model_validate(
        {"id": name, "kind": kind, "audience": audience, "risk": risk, "needs_organiser": risk > 1}
    )


_ACTIONS = (
    _action("read", "read", ("family", "ally", "organisation"), 0),
    _action("read-worker", "read", ("worker",), 1),
    _action("share-in-private", "share", ("worker", "family"), 1),
    _action("share", "share", ("ally", "organisation"), 0),
    _action("write", "letter", ("ally",), 1),
    _action("sign-on-paper", "paper", ("worker",), 2),
    _action("meet", "paper", ("organisation",), 1),
)
"""What can be done for a campaign without knowing anything of it."""


def plan_campaign(root: Path, draft: Draft, desk: Desk, today: date) -> Beginning:
    """Work out the files of a new campaign. Nothing is written."""
    draft = completed(draft, desk)
    refused = tuple(refusals(draft, desk))
    if refused:
        return Beginning(refused=refused)
    record, folder = record_of(draft, desk, today), f"campaigns/{draft.slug}"
    names = draft.office.name if draft.office else desk.targets[draft.target]
    texts = {f"{folder}/campaign.yml": _written(record)}
    for code, said in draft.said.items():
        texts[f"{folder}/{code}.md"] = text_of(record, said, code, names.get(code) or names[desk.source])
    if draft.office:
        texts[f"campaigns/targets/{draft.target}.yml"] = _target(draft.office, today)
    there = tuple(f"{file} is there already. Choose another name." for file in texts if (root / file).exists())
    edits = tuple(Edit(file, None, text) for file, text in texts.items())
    return Beginning(edits, there, tuple(obstacles(root, edits)), slug=draft.slug)


def record_of(draft: Draft, desk: Desk, today: date) -> Campaign:
    """Make the record of a campaign that begins."""
    return Campaign(
        states=(Since(state="draft", on=today),),
        review_by=today + _LOOKED_AT_AGAIN,
        icon=ICON,
        targets=(draft.target,),
        asks=tuple(Ask(id=name) for name in _ids(draft.said[desk.source].asks)),
        actions=tuple(_actions(draft)),
        letter=CampaignLetter(to=draft.target, choose=("people", "everybody")) if draft.letter else None,
        paper=Paper(destroy_by=today + _DESTROYED) if draft.paper else None,
    )


def _ids(asks: Sequence[str]) -> Iterator[str]:
    taken = set[str]()
    for number, ask in enumerate(asks, 1):
        name = slug_of(ask, _OF_ASK) or f"a{number}"
        name = f"{name}-{number}" if name in taken else name
        taken.add(name)
        yield name


def _actions(draft: Draft) -> Iterator[Action]:
    for action in _ACTIONS:
        offered = {"letter": draft.letter, "paper": draft.paper}.get(action.kind, True)
        audience = tuple(who for who in action.audience if who != "worker" or draft.workers)
        if offered and audience:
            yield action.model_copy(update={"audience": audience})


def _written(record: Campaign) -> str:
    return "".join(f"{line}\n" for line in _lines(record))


def _lines(record: Campaign) -> Iterator[str]:
    """Write a record, with what is to be known to go on."""
    [began], [target] = record.states, record.targets
    yield "# A draft: nobody is shown it until its last state is 'live'. Every key: handbook/reference/campaign.md"
    yield "# To go on, add a line for each state. Those above it stay: {state: review, …}, then {state: live, …}"
    yield "states:"
    yield f'  - {{state: {began.state}, "on": {began.on.isoformat()}}}'
    yield f"review_by: {record.review_by.isoformat()}  # by this day somebody looks at it again"
    yield f"icon: {record.icon}  # the name of one of the Material Design icons"
    yield f"targets: [{_flow(target)}]  # who can decide: names of files in campaigns/targets/"
    yield "# bill: some-bill  # if it is about one: the name of a file in campaigns/bills/"
    yield ""
    yield "# What is asked: its words are the sections 'ask-…' of the texts. Who else asks for it: source: [some-id]"
    yield "asks:"
    yield from (f"  - {{id: {_flow(ask.id)}}}" for ask in record.asks)
    yield ""
    yield "# What people can do: its words are the sections 'act-…'. Risk is 0 none, 1 a trace on a phone,"
    yield "# 2 somebody may be seen, 3 work, a pass or freedom may be lost. From 2 on, workers need an organiser."
    yield "actions:"
    yield from map(_of_action, record.actions)
    if record.letter:
        yield ""
        yield "# 'choose' names paragraphs from which a writer chooses: the sections 'letter-…'."
        yield f"letter: {{to: {_flow(target)}, choose: [{', '.join(record.letter.choose)}]}}"
    if record.paper:
        yield ""
        yield "# This day stands on every sheet. Has an organisation agreed to keep them? Add holder: its-id"
        yield f"paper: {{destroy_by: {record.paper.destroy_by.isoformat()}}}"


def _of_action(action: Action) -> str:
    audience, organiser = ", ".join(action.audience), ", needs_organiser: true" * action.needs_organiser
    return f"  - {{id: {action.id}, kind: {action.kind}, audience: [{audience}], risk: {action.risk}{organiser}}}"


def _target(office: NewOffice, today: date) -> str:
    texts: Mapping[str, Mapping[str, str]] = {"name": office.name, "role": office.role}
    by_language = (
        f"{key}:\n" + "".join(f"  {code}: {quoted(text)}\n" for code, text in said.items())
        for key, said in texts.items()
    )
    return (
        "# An office that can decide, and never a person. Every key: handbook/reference/campaign.md\n"
        f"{''.join(by_language)}"
        f"source: [{_flow(office.source)}]  # where that was read\n"
        f"checked_on: {today.isoformat()}  # the day on which you compared this with the source\n"
    )


def _flow(name: str) -> str:
    return quoted(name, within="{{key: {}}}")
