"""The directory as files of HSDS 3.0: every organisation and service by itself, lists of them, and our profile."""

import json
from collections.abc import Iterable, Iterator, Sequence

from suluh.model.entry import Directory
from suluh.model.hsds import Object, organizations, services
from suluh.model.profile import described, patches

SIZE = 100
"""So many objects stand on one page of a list."""

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def hsds_files(directory: Directory) -> Iterator[tuple[str, bytes]]:
    """Give the files of one language: path in the site, and bytes. The source language also stands at the root."""
    first = directory.language == directory.source_language
    for kind, objects in (("organizations", organizations(directory)), ("services", services(directory))):
        written: list[str] = []
        for one in objects:
            written.append(_encoder.encode(one))
            yield f"hsds/{directory.language}/{kind}/{one['id']}.json", _file(written[-1])
        for name, page in _pages(kind, written):
            yield f"hsds/{directory.language}/{name}", page
            if first:
                yield f"hsds/{name}", page
    if first:
        yield from _about(directory)


def _pages(kind: str, written: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Cut a list into pages. An empty list has one, too."""
    starts = range(0, len(written) or 1, SIZE)
    for number, start in enumerate(starts, 1):
        some = written[start : start + SIZE]
        told = {
            "empty": not some,
            "first_page": number == 1,
            "last_page": number == len(starts),
            "page_number": number,
            "size": len(some),
            "total_items": len(written),
            "total_pages": len(starts),
        }
        # what is written already is not written again: "contents" is the first key of the page
        page = f'{{"contents":[{",".join(some)}],{_encoder.encode(told)[1:]}'
        yield f"{kind}{'' if number == 1 else f'-{number}'}.json", _file(page)


def _about(directory: Directory) -> Iterator[tuple[str, bytes]]:
    """Say what there is, and by which profile."""
    at = f"{directory.address}hsds/"
    yield "hsds/index.json", _file(_encoder.encode(_index(directory, at)))
    yield "hsds/profile.json", _file(_encoder.encode(described(f"{at}profile/")))
    for name, patch in patches().items():
        yield f"hsds/profile/{name}.json", _file(_encoder.encode(patch))


def _index(directory: Directory, at: str) -> Object:
    licence = {"licence": directory.licence} if directory.licence else {}
    return licence | {
        "version": "3.0",
        "profile": f"{at}profile.json",
        "openapi_url": None,
        "api": False,
        "description": "Files, not an API: nothing here can be searched or filtered. The data conforms to the profile.",
        "as_of": directory.as_of.isoformat(),
        "publisher": {"name": directory.site, "website": directory.address} | _feedback(directory.feedback),
        "languages": {code: _lists(f"{at}{code}/") for code in _codes(directory)},
    }


def _feedback(way: str) -> Object:
    """Say where one says that something is wrong: in words of the specification."""
    kind, _, rest = way.partition(":")
    return {"email": rest.partition("?")[0]} if kind == "mailto" else {"website": way} if way else {}


def _codes(directory: Directory) -> Iterable[str]:
    return directory.languages or (directory.language,)


def _lists(at: str) -> Object:
    return {kind: f"{at}{kind}.json" for kind in ("organizations", "services")}


def _file(text: str) -> bytes:
    return f"{text}\n".encode()
