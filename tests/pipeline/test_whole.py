"""What only the whole site tells: its links, its search, its maps, its headers, its copies."""

import gzip
import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from tests.conftest import Repository
from tests.pipeline.conftest import built, digests, order

from suluh.emit import packing
from suluh.model.output import Made, Written
from suluh.pipeline import build, whole
from suluh.store import Store, digest


def page(route: str, language: str, *, file: str = "", policy: int = 0) -> Written:
    return Written(route, "prose", language, file, "", indexed=True, alternates=(), policy=policy)


# --- links ---


class Linked:
    """Parts whose pages hold links, and a site that holds their files."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)
        self.looked = 0

    def part(self, leads_to: str, **pages: str) -> Made:
        """Make a part with some pages, and remember that they lead to some targets, with a space between each two."""
        made = tuple(
            page(f"{name}/", "en", file=self.store.add(f'<h1 id="now">x</h1>{html}'.encode()))
            for name, html in pages.items()
        )
        return Made((), made, ("",), self.store.add(leads_to.replace(" ", "\n").encode()) if leads_to else "")

    def said(self, *parts: Made) -> list[str]:
        """Follow the links of some parts that are all there is of a site."""
        files = whole.files_of(parts)
        return [f"{one.place.file} {one.rule}" for one in whole.check_links(self.store, parts, files, "/", {})]


@pytest.fixture
def linked(tmp_path: Path) -> Linked:
    return Linked(tmp_path / "store")


def test_links_that_lead_somewhere_are_right(linked: Linked) -> None:
    one = linked.part("b/index.html a/index.html#now", a='<a href="../b/">b</a>')
    other = linked.part("a/index.html#now", b='<a href="../a/#now">a</a>')
    assert linked.said(one, other, linked.part("")) == []


def test_to_know_that_a_place_is_there_no_page_is_looked_at(linked: Linked) -> None:
    one = linked.part("a/index.html#now a/index.html#then b/index.html", b='<a href="../a/#now">a</a>')
    other = replace(linked.part("", a=""), places=linked.store.add(b"a/index.html#now\na/index.html#then"))
    shutil.rmtree(linked.store.folder / "files" / other.pages[0].file[:2])
    assert linked.said(one, other) == []


def test_a_link_that_leads_nowhere_is_told_on_each_page_that_holds_it(linked: Linked) -> None:
    gone = '<a href="../gone/">gone</a>'
    one = linked.part("gone/index.html", a=gone, b=gone, c="")
    assert linked.said(one) == ["a/index.html links/broken", "b/index.html links/broken"]


def test_a_link_to_a_place_that_another_page_has_not_is_told(linked: Linked) -> None:
    one = linked.part("b/index.html#gone", a='<a href="../b/#gone">b</a>')
    assert linked.said(one, linked.part("", b="")) == ["a/index.html links/anchor"]


def test_a_page_that_goes_is_missed_by_parts_that_have_not_changed(small: Repository) -> None:
    """Only its own part is made again; the link to it stands in another one, which is known."""
    name = "overrides/pages/campaign.html"
    small.change(name, "{% block main %}", '{% block main %}<a href="../../directory/reed-network/">reeds</a>')
    built(order(small))
    small.change("directory/organisations/reed-network.yml", "tier: yellow", "tier: red")
    told = [(one.rule, one.place.file) for one in build(order(small)).problems]
    assert told == [("links/broken", f"{code}/campaigns/rest-day/index.html") for code in ("km", "my", "th")]


# --- pages and files ---


def test_pages_are_sorted_by_language_and_route_whichever_part_they_are_of() -> None:
    parts = [Made((), (page("th/b/", "th"), page("km/b/", "km"))), Made((), (page("th/a/", "th"), page("", "")))]
    found = whole.pages_in(parts)
    assert {code: [one.route for one in pages] for code, pages in found.items()} == {
        "": [""],
        "km": ["km/b/"],
        "th": ["th/a/", "th/b/"],
    }
    assert whole.pages_in(parts[::-1]) == found


def test_the_files_of_parts_are_their_pages_and_what_else_they_made() -> None:
    parts = [
        Made((), (page("th/", "th", file="1"), page("404.html", "", file="2"))),
        Made((), files={"handbook/main.css": "3"}),
    ]
    assert whole.files_of(parts) == {"th/index.html": "1", "404.html": "2", "handbook/main.css": "3"}


# --- headers ---


def rules(*parts: Made) -> Mapping[str, str]:
    """Read the policy of each part of a site, without what all have."""
    found: dict[str, str] = {}
    for line in whole.headers(parts).decode().splitlines():
        if line.startswith("  Content-Security-Policy: "):
            found[list(found)[-1]] = line.partition(": ")[2].removesuffix("; frame-ancestors 'none'")
        elif line and not line.startswith(" "):
            found[line] = ""
    return found


def test_each_language_has_the_policies_of_its_pages_and_the_door_its_own() -> None:
    guide = Made((), (page("th/a/", "th"), page("km/a/", "km", policy=1)), ("img-src a", "img-src b"))
    rest = Made((), (page("th/b/", "th"), page("", ""), page("404.html", "", policy=1)), ("img-src c", "img-src d"))
    handbook = Made((), policies=("img-src e",), files={"handbook/index.html": ""})
    assert rules(guide, rest, handbook) == {
        "/*": "",
        "/": "img-src c",
        "/404.html": "img-src d",
        "/handbook/*": "img-src e",
        "/km/*": "img-src b",
        "/th/*": "img-src a c",
    }


def test_a_part_of_no_site_has_no_policy() -> None:
    assert rules(Made((), (page("th/", "th"),), ("img-src a",))).keys() == {"/*", "/th/*"}


def test_the_headers_of_a_site_name_what_its_pages_name(small: Repository) -> None:
    built(order(small))
    headers = small.read("site/_headers")
    for name in ("th/index.html", "km/search/index.html", "index.html"):
        _, _, rest = small.read(f"site/{name}").partition('http-equiv="Content-Security-Policy" content="')
        policy = rest.partition('"')[0].replace("&#39;", "'")
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert policy.split("style-src ")[1].split(";")[0] in headers


# --- beside the pages ---


def test_a_site_gets_its_search_its_maps_its_mark_and_its_headers(small: Repository) -> None:
    names = [name for name in built(order(small, quick=False)) if not name.endswith((".html", ".br", ".gz"))]
    assert [name for name in names if "/" not in name] == [
        "_headers",
        "mark.svg",
        "plain.svg",
        "robots.txt",
        "sitemap-km.xml",
        "sitemap-my.xml",
        "sitemap-th.xml",
        "sitemap.xml",
        "verify.json",
    ]
    for code in ("th", "my", "km"):
        assert any(name.startswith(f"{code}/search") for name in names)
        assert f"{code}/find/find.json" in names
        assert f"{code}/directory/riverside-union/riverside-union.vcf" in names
    assert small.read("site/mark.svg") == small.read("overrides/mark.svg")


def test_a_theme_without_a_mark_is_a_theme(small: Repository) -> None:
    small.remove("overrides/mark.svg")
    for name in ("reader.html", "pages/gallery.html"):
        text = small.read(f"overrides/{name}")
        small.write(f"overrides/{name}", "\n".join(line for line in text.split("\n") if "mark.svg" not in line))
    assert "mark.svg" not in built(order(small))


def test_maps_and_search_are_made_again_only_where_their_pages_have_changed(small: Repository) -> None:
    before = built(order(small, quick=False))
    small.change("content/guides/unpaid-work/km.md", "title: ", "title: ៙ ")
    after = built(order(small, quick=False))
    changed = {name for name in after if before.get(name) != after[name]}
    assert {name for name in changed if name.endswith((".json", ".xml"))} == {"km/search.json"}
    assert {name.partition("/")[0] for name in changed} == {"km"}


def test_other_software_gets_the_directory_only_where_the_site_says_so(small: Repository) -> None:
    before = built(order(small))
    assert not small.path("site/hsds").exists()
    assert {"km/directory/changes.xml", "km/campaigns/changes.json", "osdi/km/petitions/index.json"} <= {*before}
    small.change("content/site.yml", "exports: [feed, osdi]", "exports: [hsds, tables]")
    names = built(order(small))
    assert {"hsds/index.json", "hsds/services.json", "hsds/tabular/datapackage.json"} <= {*names}
    assert not [name for name in names if name.startswith("osdi/") or "changes." in name]


# --- copies ---


def test_every_text_has_copies_that_hold_the_same(small: Repository) -> None:
    names = built(order(small, quick=False))
    texts = {name for name in names if name.endswith((".html", ".json", ".xml", ".txt", ".svg"))}
    assert {name for name in names if name.endswith(".br")} == {f"{name}.br" for name in texts}
    for name in sorted(texts):
        content = small.path(f"site/{name}").read_bytes()
        assert brotli.decompress(small.path(f"site/{name}.br").read_bytes()) == content
        assert gzip.decompress(small.path(f"site/{name}.gz").read_bytes()) == content


def test_a_text_is_compressed_once(small: Repository) -> None:
    built(order(small, quick=False))
    steps: list[tuple[int, int]] = []
    report = build(
        order(small, quick=False), lambda step, *count: steps.append(count) if step == "Compressing" else None
    )
    assert report.published
    assert steps == [(0, 0)]


def test_copies_that_another_program_remembers_are_not_believed_unseen(small: Repository) -> None:
    before = built(order(small, quick=False))
    store = small.path(".suluh/store")
    for path in sorted(store.rglob("*")):
        if path.is_file() and path.read_bytes()[:3] not in (b"<!d", b"<sv", b"<?x") and "files" in path.parts:
            path.unlink()
    assert built(order(small, quick=False)) == before


def test_a_preview_has_no_copies(small: Repository) -> None:
    assert not any(name.endswith((".br", ".gz")) for name in built(order(small)))


def test_what_is_remembered_of_copies_does_not_grow_with_every_build(small: Repository) -> None:
    store = Store(small.path(".suluh/store"))
    sizes = []
    for number in range(3):
        small.write("content/pages/help/th.md", f"---\ntitle: {number}\nsummary: x\n---\n## x {{#now}}\n\nx\n")
        build(order(small, quick=False))
        sizes.append(len(json.loads(store.result(digest("packed", packing())) or b"{}")))
    assert len(set(sizes)) == 1


def test_the_old_site_holds_nothing_of_the_new_one(small: Repository) -> None:
    """Both are made of the same kept files; a change of one is not seen in the other."""
    built(order(small, small.path("old")))
    before = digests(small.path("old"))
    small.change("content/site.yml", "name: Khom Loi", "name: Khom Klai")
    built(order(small))
    assert digests(small.path("old")) == before
