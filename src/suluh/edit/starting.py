"""The ready-made texts of a campaign that begins, in which everything that must be said is said already."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from string import Template

from suluh.edit.quoting import quoted
from suluh.model.campaign import MESSAGES, Campaign
from suluh.model.writing import Said
from suluh.source import parse_yaml

PLAIN = "en"
"""In this language the ready-made texts stand in whatever language has none of its own."""

POSTER = 60
"""So many signs a line has at the most that is read from afar."""

_HEAD = """\
# 'title' has 65 signs at the most, 'summary' 200. Both are what people see when somebody sends them this page.
# What is below is ready-made: say it better. Keep each id in braces, and their order.
# Between the first section and 'safety' there is room for more of your own. What the law says goes into one with the
# id 'law', and each statement there ends with its fact. Statements, numbers and names need a source.
# The heading of an 'ask-' is what is asked, that of an 'act-' what to do: one sentence each.
"""
_IN_ANOTHER = "# There are no ready-made texts in this language yet: those below are in English. Put them into it.\n"


def text_of(record: Campaign, said: Said, code: str, office: str) -> str:
    """Write the text of a campaign in one language."""
    texts = _templates(code)
    given = {"title": said.title, "summary": said.summary, "office": office}
    notes = _HEAD + (_IN_ANOTHER if texts is not _own(code) else "")
    head = f"---\n{notes}title: {quoted(said.title)}\nsummary: {quoted(said.summary)}\n---\n"
    return head + "\n".join(_sections(record, said, texts, given))


Templates = Mapping[str, Mapping[str, str]]


def _sections(record: Campaign, said: Said, texts: Templates, given: Mapping[str, str]) -> Iterator[str]:
    asks = {f"ask-{ask.id}": text for ask, text in zip(record.asks, said.asks, strict=True)}
    for name in ("why", *record.sections(), *(f"message-{one}" for one in MESSAGES)):
        if name in asks:
            yield f"## {asks[name]} {{#{name}}}\n"
            continue
        instead = name == "poster" and len(said.title) > POSTER
        heading = Template(texts["poster-instead" if instead else name]["heading"]).substitute(given)
        text = Template(texts[name].get("text", "")).substitute(given)
        yield f"## {heading} {{#{name}}}\n" + (f"\n{text}\n" if text else "")


def _templates(code: str) -> Templates:
    return _own(code) or _own(PLAIN)


@cache
def _own(code: str) -> Templates:
    """Read the ready-made texts of a language; none, where nobody has written them yet."""
    file = files("suluh.edit").joinpath("templates", f"{code}.yml")
    if not file.is_file():
        return {}
    texts: Templates = parse_yaml(file.name, file.read_text("utf-8")).value
    return texts
