"""Make a repository as large as one likes, to measure with: `python benchmarks/corpus.py DIR --scale 1`.

Everything in it is invented, and it is the same on every machine. `DIR/suluh` is a complete repository.
"""

import argparse
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from invented import PROJECT, Corpus, Maker, Prose, Section

GUIDES, ORGANISATIONS, CAMPAIGNS = 40, 190, 20
INVENTED = "Invented for measuring. No organisation, law, number or campaign in here exists; the texts mean nothing."


def as_yaml(value: Any, depth: int = 0) -> str:
    """Write a value as people write YAML: one key or entry a line, texts in quotes."""
    pad = "  " * depth
    if isinstance(value, Mapping):
        return "".join(f"{pad}{_key(key)}:{_below(inner, depth)}" for key, inner in value.items())
    return "".join(f"{pad}- {as_yaml(inner, depth + 1).lstrip()}" if isinstance(inner, Mapping)
                   else f"{pad}- {_plain(inner)}\n" for inner in value)  # fmt: skip


def _below(value: Any, depth: int) -> str:
    if isinstance(value, Mapping) and value:
        return "\n" + as_yaml(value, depth + 1)
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return "\n" + as_yaml(value, depth + 1)
    return f" {_plain(value)}\n"


def _key(key: str) -> str:
    return '"on"' if key == "on" else key


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def write(corpus: Corpus, folder: Path, root: Path = PROJECT) -> None:
    """Write a corpus as a repository of ours; what stands there is replaced."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / "overrides", folder / "overrides")
    for code in corpus.codes:
        _put(folder / f"content/strings/{code}.yml", (root / f"content/strings/{code}.yml").read_text("utf-8"))
    _put(folder / "README.md", f"# A corpus\n\n{INVENTED}\n")
    whole = {
        "content/site.yml": corpus.site,
        "content/facts/facts.yml": corpus.facts,
        "content/facts/sources.yml": corpus.sources,
        "directory/services.yml": corpus.services,
        "directory/places.yml": corpus.places,
    }
    whole |= {f"content/guides/{name}/guide.yml": one for name, one in corpus.guides.items()}
    whole |= {f"directory/organisations/{name}.yml": one for name, one in corpus.organisations.items()}
    whole |= {f"campaigns/{name}/campaign.yml": _record(one) for name, one in corpus.campaigns.items()}
    whole |= {f"campaigns/targets/{name}.yml": one for name, one in corpus.targets.items()}
    for file, value in whole.items():
        _put(folder / file, f"# {INVENTED}\n{as_yaml(value)}")
    for key, texts in corpus.prose.items():
        base = folder / key if key.startswith("campaigns/") else folder / "content" / key
        campaign = corpus.campaigns.get(key.removeprefix("campaigns/"))
        for code, prose in texts.items():
            _put(base / f"{code}.md", as_markdown(_with_asks(prose, campaign, code) if campaign else prose))


def _record(campaign: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out of a campaign what we write in its texts."""
    bare = {key: value for key, value in campaign.items() if key not in {"safety", "state", "state_since"}}
    bare["states"] = [{"state": campaign["state"], "on": campaign["state_since"]}]
    bare["asks"] = [{"id": ask["id"], "source": ask["source"]} for ask in campaign["asks"]]
    bare["actions"] = [
        {"id": one["id"], "kind": "read", "audience": one["audience"], "risk": one["risk"]}
        for one in campaign["actions"]
    ]
    return bare


def _with_asks(prose: Prose, campaign: Mapping[str, Any], code: str) -> Prose:
    """Write what a campaign asks, and what can be done for it, as sections of its text."""
    more = [
        Section("safety", prose.title, campaign["safety"]["note"][code]),
        *(Section(f"ask-{ask['id']}", ask["text"][code], "") for ask in campaign["asks"]),
        *(Section(f"act-{one['id']}", one["text"][code], one["note"][code]) for one in campaign["actions"]),
    ]
    return replace(prose, sections=(*prose.sections, *more))


def as_markdown(prose: Prose) -> str:
    """Write a long text with its front matter."""
    head = f"---\n{as_yaml({'title': prose.title, 'summary': prose.summary})}---\n"
    parts = (f"## {one.heading} {{#{one.id}}}\n\n{one.markdown}\n" for one in prose.sections)
    return head + "\n".join(parts)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def counts(scale: float, guides: int | None, organisations: int | None, campaigns: int | None) -> tuple[int, int, int]:
    """Tell how many of each a scale means; each can be given by itself."""
    asked = ((guides, GUIDES), (organisations, ORGANISATIONS), (campaigns, CAMPAIGNS))
    first, second, third = (max(1, round(scale * normal)) if given is None else given for given, normal in asked)
    return first, second, third


def main() -> None:
    """Write a corpus where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the corpus goes: FOLDER/suluh is replaced")
    parser.add_argument("--scale", type=float, default=1.0, help="1 is 4,715 pages, 0.1 a tenth of the records")
    for name in ("guides", "organisations", "campaigns"):
        parser.add_argument(f"--{name}", type=int, help=f"how many {name}, whatever the scale")
    asked = parser.parse_args()
    corpus = Maker().make(*counts(asked.scale, asked.guides, asked.organisations, asked.campaigns))
    write(corpus, asked.folder / "suluh")
    print(f"{asked.folder / 'suluh'}: {len(corpus.guides)} guides, {len(corpus.organisations)} organisations, "
          f"{len(corpus.campaigns)} campaigns in {len(corpus.codes)} languages, all invented")  # fmt: skip


if __name__ == "__main__":
    main()
