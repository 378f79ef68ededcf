"""The corpus as a Hugo site, with a theme of our own that shows what ours shows."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from invented import PROJECT, TODAY, Corpus

from peers import listing, look
from peers.campaigns import code_of, short
from peers.text import SITE, Saying, words_of

THEME = Path(__file__).with_name("hugo-theme")
WHO = {"worker": "account-hard-hat-outline", "family": "account-heart-outline", "ally": "hand-heart-outline"}
SETTINGS: Mapping[str, Any] = {
    "baseURL": f"{SITE}/",
    "title": "Corpus",
    "defaultContentLanguage": "en",
    "defaultContentLanguageInSubdir": True,
    "disableKinds": ["taxonomy", "term", "rss", "robotstxt"],
    "disableAliases": True,
    "disableDefaultLanguageRedirect": True,
    "disableHugoGeneratorInject": True,
    "pluralizeListTitles": False,
    "markup": {
        "goldmark": {
            "renderer": {"unsafe": True},
            "renderHooks": {kind: {"useEmbedded": "never"} for kind in ("image", "link")},
            "parser": {"autoHeadingID": False, "autoDefinitionTermID": False, "attribute": {"title": True}},
            "extensions": dict.fromkeys(("definitionList", "footnote", "linkify", "strikethrough", "table", "taskList",
                                         "typographer"), False),
        },
        "tableOfContents": {"endLevel": 1, "startLevel": 1},
    },
}  # fmt: skip


def write(corpus: Corpus, folder: Path, ours: Path) -> None:
    """Write the site. Style, script and policy of each kind of page are those of ours, which is built already."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(THEME / "layouts", folder / "layouts")
    for name in look.COPIED:
        look.copy(ours / name, folder / "static" / name)
    words = words_of(corpus, PROJECT)
    languages = {}
    for weight, code in enumerate(corpus.codes, 1):
        low = code.lower()
        saying = Saying(corpus, code, f"/{low}/", words[code], "{{{{< cite {} >}}}}".format)
        languages[low] = {
            "locale": code,
            "label": saying.language["name"],
            "direction": saying.language.get("direction", "ltr"),
            "weight": weight,
            "contentDir": f"content/{low}",
            "params": _params(saying),
        }
        for file, (head, body) in _pages(saying):
            path = folder / "content" / low / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{json.dumps(head, ensure_ascii=False, indent=1)}\n\n{body}\n", "utf-8")
    shared = {
        "kinds": look.kinds(corpus, ours),
        "icons": look.icons(corpus),
        "mark": look.mark(ours),
        "tongues": _tongues(corpus),
        "leave": corpus.site["leave"],
        "orgkinds": listing.kinds(corpus),
        "regions": {one["id"].lower(): one["name"][corpus.codes[0]] for one in corpus.places},
    }
    settings = {**SETTINGS, "languages": languages, "params": shared}
    (folder / "hugo.json").write_text(json.dumps(settings, ensure_ascii=False, indent=1), "utf-8")


def _tongues(corpus: Corpus) -> list[dict[str, str]]:
    """List the languages with their addresses; Hugo writes them in small letters."""
    low = [one | {"prefix": f"/{one['code'].lower()}/"} for one in look.tongues(corpus)]
    return [one | {"address": SETTINGS["baseURL"] + one["prefix"][1:]} for one in low]


def _params(saying: Saying) -> dict[str, Any]:
    """Give what all pages of a language share."""
    corpus, code = saying.corpus, saying.code
    services = {one["id"]: {"name": one["name"][code], "icon": one["icon"]} for one in corpus.services}
    return {
        "code": code,
        "name": saying.language["name"],
        "dir": saying.language.get("direction", "ltr"),
        "prefix": f"/{code.lower()}/",
        "translated": code != corpus.codes[0],
        "words": dict(saying.words),
        "tagline": corpus.site["tagline"][code],
        "readin": saying.fill("read-in", other="<bdi>English</bdi>"),
        "asat": saying.fill("as-at", date=f"<bdi>{saying.day(TODAY)}</bdi>"),
        "today": f"<bdi>{saying.day(TODAY)}</bdi>",
        "places": {one["id"].lower(): one["name"][code] for one in corpus.places}
        | {"other": saying.words["place-other"]},
        "states": [{"id": one["id"], "key": one["id"].lower(), "name": one["name"][code]} for one in corpus.places],
        "services": services,
        "kindsofhelp": [{"id": name, **one} for name, one in services.items()],
        "laws": saying.laws,
        "lines": {name: saying.line(name) for name in corpus.site["lines"]},
        "office": {key: corpus.targets["office"][key][code] for key in ("name", "role")},
    }


Page = tuple[str, tuple[dict[str, Any], str]]


def _pages(saying: Saying) -> Iterator[Page]:
    """Give the files of one language: name, front matter, Markdown."""
    words, corpus = saying.words, saying.corpus
    yield "_index.md", ({"title": words["what-happened"]}, "")
    for name in ("guides", "campaigns"):
        yield f"{name}/_index.md", ({"title": words[name], "lead": words[f"{name}-note"]}, "")
    yield (
        "directory/_index.md",
        ({"title": words["directory"], "kind": "directory", "lead": words["directory-intro"]}, ""),
    )
    yield "search.md", ({"title": words["search"], "kind": "search", "layout": "search", "hidden": True,
                         "lead": words["search-note"], "sitemap": {"disable": True}}, "")  # fmt: skip
    yield "find.md", ({"title": words["find"], "kind": "find", "layout": "find", "lead": words["find-note"],
                       "outputs": ["html", "json"]}, "")  # fmt: skip
    laws = {"title": words["laws"], "kind": "laws", "layout": "laws", "lead": words["laws-note"],
            "register": saying.register}  # fmt: skip
    yield "laws.md", (laws, "")
    for name in corpus.site["pages"]:
        lines = {"lines": corpus.site["lines"]} if name == "help" else {}
        yield f"{name}.md", _long(saying, f"pages/{name}", {"kind": "prose", **lines})
    for name, guide in corpus.guides.items():
        more = {"kind": "guide", "weight": guide["order"], "icon": guide["icon"], "urgent": guide["risk"] == "high",
                "situation": guide["situation"][saying.code], "services": guide["services"], "lines": guide["lines"],
                "asat": TODAY.isoformat()}  # fmt: skip
        head, body = _long(saying, f"guides/{name}", more)
        yield f"guides/{name}.md", (head, body)
        file = {"kind": "file", "layout": "file", "bare": True, "hidden": True, "url": f"guides/{name}/{name}.html",
                "build": {"list": "never"}, "sitemap": {"disable": True}}  # fmt: skip
        yield f"guides/{name}-file.md", ({**head, **file, "guide": f"/guides/{name}"}, "")
    yield from _campaigns(saying)
    yield from _lists(saying)
    yield from _organisations(saying)


def _long(saying: Saying, key: str, more: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    prose = saying.corpus.prose[key][saying.code]
    body = "\n\n".join(f"## {heading} {{#{name}}}\n\n{text}" for name, heading, text in saying.body(prose))
    return {"title": prose.title, "lead": prose.summary, **more}, body


def _campaigns(saying: Saying) -> Iterator[Page]:
    """Give the campaigns, the page of each that belongs to no language, and what stands beside them."""
    words, office = saying.words, saying.corpus.targets["office"]
    for weight, name in enumerate(saying.corpus.campaigns, 1):
        head, body = _campaign(saying, name)
        yield f"campaigns/{name}.md", ({**head, "weight": weight}, body)
        if saying.code == saying.corpus.codes[0]:
            away = {"kind": "short", "layout": "short", "bare": True, "hidden": True, "url": f"/c/{name}/",
                    "build": {"list": "never"}, "sitemap": {"disable": True}}  # fmt: skip
            yield f"campaigns/{name}-short.md", ({"title": head["title"], "lead": head["lead"], **away,
                                                  "campaign": f"/campaigns/{name}"}, "")  # fmt: skip
    yield "office.md", ({
        "title": office["name"][saying.code],
        "lead": office["role"][saying.code],
        "kind": "target",
        "layout": "target",
        "url": "targets/office/",
        "checked": saying.fill("checked-on", date=f"<bdi>{saying.day(TODAY)}</bdi>"),
        "sources": [saying.sources[source]["title"] for source in office["source"]],
    }, "")  # fmt: skip
    for name in ("verify", "stories"):
        head = {"title": words[name], "lead": words[f"{name}-note"], "kind": name, "layout": name}
        yield f"{name}.md", (head, "")


def _campaign(saying: Saying, name: str) -> tuple[dict[str, Any], str]:
    one, code = saying.corpus.campaigns[name], saying.code
    heading = saying.corpus.prose[f"campaigns/{name}"][code].title
    return _long(saying, f"campaigns/{name}", {
        "kind": "campaign",
        "icon": one["icon"],
        "safety": {"heading": heading, "note": one["safety"]["note"][code]},
        "code": code_of(saying.corpus, name),
        "short": short(name),
        "sources": [saying.sources[source]["title"] for source in one["asks"][0]["source"]],
        "asks": [ask["text"][code] for ask in one["asks"]],
        "actions": [{"who": action["audience"][0], "icon": WHO[action["audience"][0]], "risk": action["risk"],
                     "text": action["text"][code], "note": action["note"][code]} for action in one["actions"]],
        "timeline": [{"on": event["on"], "day": saying.month(event["on"]), "text": event["text"][code]}
                     for event in one["timeline"]],
    })  # fmt: skip


def _lists(saying: Saying) -> Iterator[Page]:
    """Give the lists by kind of help, by place, and by both; nobody in a corpus is known to speak a language."""
    corpus, code, shared = saying.corpus, saying.code, {"kind": "directory", "lead": saying.words["directory-intro"]}
    services = {one["id"]: one["name"][code] for one in corpus.services}
    places = {one["id"]: one["name"][code] for one in corpus.places}
    for service, title in services.items():
        head = {"title": title, **shared, "layout": "service", "service": service}
        yield f"directory/for/{service}.md", (head, "")
    for place, title in places.items():
        head = {"title": title, **shared, "layout": "place", "place": place.lower()}
        if not listing.based(corpus.organisations, place):
            head |= {"hidden": True, "sitemap": {"disable": True}}
        yield f"directory/in/{place.lower()}.md", (head, "")
    for service, place in listing.pairs(corpus):
        head = {"title": f"{services[service]} · {places[place]}", **shared, "layout": "pair", "service": service,
                "place": place.lower()}  # fmt: skip
        yield f"directory/for/{service}/{place.lower()}.md", (head, "")


def _organisations(saying: Saying) -> Iterator[Page]:
    corpus, code = saying.corpus, saying.code
    for weight, (name, one) in enumerate(listing.ranked(corpus).items(), 1):
        yield f"directory/{name}.md", ({
            "title": one["name"]["en"],
            "lead": one["about"][code],
            "kind": "organisation",
            "weight": weight,
            "org": one["kind"],
            "place": one.get("base", "other").lower(),
            "listed": saying.fill("listed-unverified", year=f"<bdi>{one['source']['dated'][:4]}</bdi>"),
            "services": one["services"],
            "alias": one["also_known_as"][0],
            "source": saying.sources[one["source"]["id"]]["title"],
            "dated": one["source"]["dated"],
        }, "")  # fmt: skip
