"""The campaigns as plain Markdown pages, and what stands beside them: offices, stories, what is official."""

import hashlib
from base64 import b32encode
from collections.abc import Iterator

from invented import TODAY, Corpus

from peers.page import Page, lines, link, listed, long, row, sections, ways
from peers.text import SITE, Saying


def code_of(corpus: Corpus, name: str) -> str:
    """Give the code of a campaign, as our engine makes it of the words that an office gets."""
    code, one = corpus.site["office"][0], corpus.campaigns[name]
    said = "\n".join((name, corpus.prose[f"campaigns/{name}"][code].title, *(ask["text"][code] for ask in one["asks"])))
    letters = "".join(word[0] for word in name.split("-"))[:4].upper()
    return f"{letters}-{b32encode(hashlib.sha256(said.encode()).digest())[:4].decode()}"


def short(name: str) -> str:
    """Give the address of a campaign that belongs to no language."""
    return f"{SITE}/c/{name}/"


def campaigns(saying: Saying) -> Iterator[Page]:
    """Give the list of the campaigns, each of them, and what stands beside them."""
    words, corpus = saying.words, saying.corpus
    yield Page("campaigns/index.md", "list", words["campaigns"], words["campaigns-note"], _list(saying))
    for name in corpus.campaigns:
        yield _campaign(saying, name)
    yield _office(saying)
    yield Page("verify.md", "verify", words["verify"], words["verify-note"], _official(saying))
    yield Page("stories.md", "stories", words["stories"], words["stories-note"], _stories(saying))


def _list(saying: Saying) -> str:
    words = saying.words
    rows = listed(row(saying, f"campaigns/{name}") for name in saying.corpus.campaigns)
    news = link(words["campaigns-feed"], saying.address("campaigns/changes.xml"))
    days = link(words["calendar"], saying.address("campaigns/campaigns.ics"))
    return f"{rows}\n{ways(saying, 'stories', 'verify')}\n{listed((news, days))}"


def _campaign(saying: Saying, name: str) -> Page:
    words, code, one = saying.words, saying.code, saying.corpus.campaigns[name]
    actions = "\n\n".join(
        f"### {words['for-' + action['audience'][0]]}\n\n{action['text'][code]}\n\n{action['note'][code]}\n\n"
        f"{words['risk-' + str(action['risk'])]}\n\n{words['next-read']}"
        for action in one["actions"]
    )
    office, source = saying.corpus.targets["office"], _sources(saying, one["timeline"][0]["source"])
    history = listed(f"{saying.month(event['on'])} {event['text'][code]} {source}" for event in one["timeline"])
    jumps = listed(link(words[key], f"#{key}") for key in ("what-can-i-do", "asks", "history"))
    title = saying.corpus.prose[f"campaigns/{name}"][code].title
    body = (
        f"{words['state-live']}\n\n**{title}** {one['safety']['note'][code]}\n\n"
        f"{words['jump-to']}\n\n{jumps}\n\n"
        f"## {words['what-can-i-do']} {{#what-can-i-do}}\n\n{actions}\n\n"
        f"## {words['asks']} {{#asks}}\n\n{_asks(saying, name)}\n\n"
        f"{sections(saying, f'campaigns/{name}')}\n\n"
        f"## {words['who-decides']}\n\n"
        f"**{link(office['name'][code], saying.address('targets/office/'))}** {office['role'][code]}\n\n"
        f"{words['route-memorandum']}\n\n"
        f"## {words['history']} {{#history}}\n\n{history}\n\n## {words['endorsers']}\n\n{words['no-endorsers']}\n\n"
        f"{words['code']}: {code_of(saying.corpus, name)} · {short(name)}"
    )
    return long(saying, f"campaigns/{name}", "campaign", body)


def _asks(saying: Saying, name: str) -> str:
    outcome, asks = saying.words["outcome-open"], saying.corpus.campaigns[name]["asks"]
    return listed(f"{outcome} {ask['text'][saying.code]} {_sources(saying, ask['source'])}" for ask in asks)


def _sources(saying: Saying, names: list[str]) -> str:
    return f"{saying.words['source']}: {' · '.join(saying.sources[name]['title'] for name in names)}"


def _office(saying: Saying) -> Page:
    """Make the page of the office that all campaigns ask."""
    words, code, office = saying.words, saying.code, saying.corpus.targets["office"]
    known = f"{words['office-unknown']}\n\n{saying.fill('checked-on', date=saying.day(TODAY))}"
    demands = "\n\n".join(
        f"## {_led(saying, name)}\n\n{words['state-live']}\n\n{_asks(saying, name)}" for name in saying.corpus.campaigns
    )
    body = f"{known}\n\n{_sources(saying, office['source'])}\n\n{demands}"
    return Page("targets/office.md", "target", office["name"][code], office["role"][code], body)


def _led(saying: Saying, name: str) -> str:
    key = f"campaigns/{name}"
    return link(saying.corpus.prose[key][saying.code].title, saying.address(f"{key}/"))


def _official(saying: Saying) -> str:
    """Write down what is official: the addresses and codes of the campaigns, and the phone lines."""
    words, corpus, whole = saying.words, saying.corpus, f"{SITE}/verify.json"
    known = listed(
        f"{_led(saying, name)} {words['code']}: {code_of(corpus, name)} {short(name)} "
        f"{SITE}{saying.address(f'campaigns/{name}/')}"
        for name in corpus.campaigns
    )
    return (
        f"{words['verify-never']}\n\n{words['verify-how']}\n\n**{SITE}/**\n\n"
        f"## {words['campaigns']}\n\n{known}\n\n"
        f"## {words['lines']}\n\n{lines(saying, corpus.site['lines'])}\n\n"
        f"## {words['verify-list']}\n\n{words['verify-unsigned']}\n\n{link(whole, whole)}"
    )


def _stories(saying: Saying) -> str:
    """Say that there is no story, and how one can be told: nobody in a corpus tells any."""
    words = saying.words
    return f"{words['stories-none']}\n\n## {words['stories-how']}\n\n" + listed(
        words[f"stories-how-{number}"] for number in range(1, 6)
    )
