"""The only maker of addresses. Routes are relative to the root of the site; pages end in a slash."""

from suluh.model.prose import REFERENCE

ROOT = ""
MISSING = "404.html"
HANDBOOK = "handbook/"


def home(language: str) -> str:
    """Address an edition's home."""
    return f"{language}/"


def section(language: str, name: str) -> str:
    """Address a list or standing page, such as `directory`."""
    return f"{language}/{name}/"


def guide(language: str, slug: str) -> str:
    """Address a guide."""
    return f"{language}/guides/{slug}/"


def organisation(language: str, name: str) -> str:
    """Address an organisation."""
    return f"{language}/directory/{name}/"


def campaign(language: str, slug: str) -> str:
    """Address a campaign."""
    return f"{language}/campaigns/{slug}/"


def service(language: str, name: str) -> str:
    """Address the list of organisations that offer one kind of help."""
    return f"{language}/directory/for/{name}/"


def numbered(route: str, number: int) -> str:
    """Address a page of a long list, whose first page is the list."""
    return f"{route}{number}/" if number > 1 else route


def missing(language: str) -> str:
    """Address an edition's 404 page."""
    return f"{language}/404.html"


def index(language: str) -> str:
    """Address an edition's search index."""
    return f"{language}/search.json"


def reference(language: str, written: str) -> str | None:
    """Address what a writer links to as `guide:…`, `organisation:…`, `campaign:…` or `page:…`."""
    match = REFERENCE.match(written)
    if match is None:
        return None
    makers = {"guide": guide, "organisation": organisation, "campaign": campaign, "page": section}
    return makers[match[1]](language, match[2])
