"""The only maker of addresses. Routes are relative to the root of the site; pages end in a slash."""

from suluh.model.prose import REFERENCE

ROOT = ""
MISSING = "404.html"
HANDBOOK = "handbook/"
DATA = "hsds/index.json"
"""Where other software begins to read the directory."""
EMBED = "embed/"
"""Below this, pages may stand in frames of other sites."""
OFFICIAL = "verify.json"
"""The list of the official pages and codes."""
AWAY = "w/"
"""The page that stands in for this site when somebody leaves in a hurry."""


def home(language: str) -> str:
    """Address an edition's home."""
    return f"{language}/"


def section(language: str, name: str) -> str:
    """Address a list or standing page, such as `directory`."""
    return f"{language}/{name}/"


def guide(language: str, slug: str) -> str:
    """Address a guide."""
    return f"{language}/guides/{slug}/"


def tool(kind: str, language: str, slug: str) -> str:
    """Address a pathway, letter, calculator or card."""
    return f"{language}/{kind}s/{slug}/"


def twin(language: str, slug: str) -> str:
    """Address a guide where its own address would tell what somebody reads."""
    return f"{language}/{slug}/"


def beside(route: str, ending: str) -> str:
    """Name a file that lies beside a page and is named as the page is, such as its PDF."""
    return f"{route}{route.rstrip('/').rpartition('/')[2]}.{ending}"


def sound(route: str, section: str) -> str:
    """Address the recording of a section of a guide."""
    return f"{route}{section}.opus"


def law(language: str, name: str) -> str:
    """Address a law in the register."""
    return f"{section(language, 'laws')}#{name}"


def organisation(language: str, name: str) -> str:
    """Address an organisation."""
    return f"{language}/directory/{name}/"


def campaign(language: str, slug: str) -> str:
    """Address a campaign."""
    return f"{language}/campaigns/{slug}/"


def story(language: str, slug: str) -> str:
    """Address a story."""
    return f"{language}/stories/{slug}/"


def picture(route: str, number: int) -> str:
    """Address a picture of a story, whose own name may tell something."""
    return f"{route}{number}.jpg"


def target(language: str, name: str) -> str:
    """Address an office, and what all campaigns ask of it."""
    return f"{language}/targets/{name}/"


def bill(language: str, name: str) -> str:
    """Address a bill."""
    return f"{language}/bills/{name}/"


def short(slug: str) -> str:
    """Address a campaign in no language, in few letters: for paper and codes."""
    return f"c/{slug}/"


def embed(language: str, slug: str) -> str:
    """Address the small page of a campaign for a frame of another site; it lies apart, for its headers allow that."""
    return f"{EMBED}{slug}/{language}/"


def service(language: str, name: str) -> str:
    """Address the list of organisations that offer one kind of help."""
    return f"{language}/directory/for/{name}/"


def place(language: str, name: str) -> str:
    """Address the list of organisations that are in a place, or reach it."""
    return f"{language}/directory/in/{name.lower()}/"


def news(language: str, part: str) -> str:
    """Name the feeds of the news of the directory, or of the campaigns, without their ending."""
    return f"{section(language, part)}changes"


def feed(language: str) -> str:
    """Address the news of the directory, as a feed."""
    return f"{news(language, 'directory')}.xml"


def pair(language: str, name: str, where: str) -> str:
    """Address the list of organisations in a place that offer one kind of help."""
    return f"{service(language, name)}{where.lower()}/"


def speaking(language: str, code: str) -> str:
    """Address the list of organisations that answer in a language."""
    return f"{language}/directory/speaking/{code.lower()}/"


def numbered(route: str, number: int) -> str:
    """Address a page of a long list, whose first page is the list."""
    return f"{route}{number}/" if number > 1 else route


def todo(language: str) -> str:
    """Address the texts that are to be translated or read, as one page to take along."""
    return f"{section(language, 'translations')}todo.html"


def missing(language: str) -> str:
    """Address an edition's 404 page."""
    return f"{language}/404.html"


def index(language: str) -> str:
    """Address an edition's search index."""
    return f"{language}/search.json"


def reference(language: str, written: str) -> str | None:
    """Address what a writer links to by its kind and name, such as `guide:unpaid-wages` or `page:help`."""
    match = REFERENCE.match(written)
    if match is None:
        return None
    kind, name = match[1], match[2]
    makers = {"guide": guide, "organisation": organisation, "campaign": campaign, "page": section}
    return makers[kind](language, name) if kind in makers else tool(kind, language, name)
