"""What is made last: pictures, and files that hold others. The list of official pages, and its signature."""

import json
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.conftest import Repository, copied
from tests.pipeline.conftest import built, digests, order

from suluh.model.picture import SIZES
from suluh.pipeline import build

TEXT = "campaigns/rest-day/th.md"
RECORD = "campaigns/rest-day/campaign.yml"
SHARE = "th/campaigns/rest-day/share"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Build the small site with all that a quick build leaves out."""
    made = copied("riverside", tmp_path_factory.mktemp("promised") / "riverside", theme=True)
    shutil.rmtree(made.path("handbook"))
    built(order(made, quick=False))
    return made


def names(site: Path, pattern: str) -> list[str]:
    """List the files of a kind."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob(pattern))


def test_each_language_of_a_campaign_has_its_pictures_in_all_forms(whole: Repository) -> None:
    pictures = names(whole.path("site"), "*.png")
    assert {path.split("/")[0] for path in pictures} == {"km", "my", "th"}
    assert len(pictures) == 3 * len(SIZES)


def test_a_pack_holds_the_pictures_of_its_language_and_what_to_say(whole: Repository) -> None:
    with ZipFile(whole.path(f"site/{SHARE}/rest-day.zip")) as pack:
        assert pack.namelist() == ["wide.png", "square.png", "story.png", "captions.txt", "alt-text.txt"]
        [wide] = whole.path(f"site/{SHARE}").glob("rest-day-wide-*.png")
        assert pack.read("wide.png") == wide.read_bytes()
        captions = pack.read("captions.txt").decode()
        assert captions.count("https://riverside.example/lantern/th/campaigns/rest-day/") == 3
        assert {info.date_time for info in pack.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_page_to_host_oneself_needs_nothing_of_ours(whole: Repository) -> None:
    with ZipFile(BytesIO(whole.path(f"site/{SHARE}/embed.zip").read_bytes())) as pack:
        page = pack.read("index.html").decode()
    assert page == whole.read("site/embed/rest-day/th/index.html")
    assert "<script" not in page
    assert 'href="../' not in page


def test_a_quick_build_leaves_pictures_out_and_still_names_them(small: Repository) -> None:
    built(order(small))
    assert names(small.path("site"), "*.png") == []
    assert f"{SHARE}/rest-day.zip".rpartition("/")[2] in small.read(f"site/{SHARE}/index.html")


def test_a_title_that_fits_on_no_picture_is_told_at_its_text(small: Repository) -> None:
    small.write(TEXT, small.read(TEXT).replace("title: วันหยุดสำหรับทุกคน", "title: วันหยุด𓀀"))
    report = build(order(small, quick=False))
    told = {(one.rule, one.place.file) for one in report.problems}
    assert ("share/picture", TEXT) in told
    assert not small.path("site").exists()


def test_what_would_be_cut_off_on_paper_is_told_at_its_text_and_the_old_site_stays(small: Repository) -> None:
    small.change("content/site.yml", "take_away: [file]", "take_away: [pdf, file]")
    small.remove("campaigns/rest-day/my.md")
    before = built(order(small, quick=False))
    first = "## อ่านว่ากฎหมายไม่คุ้มครองใคร {#act-read}"
    asks = [f"ask-{letter}" for letter in "abcdefghijkl"]
    small.change(RECORD, "\nactions:\n", "".join(f"\n  - {{id: {one[4:]}}}" for one in asks) + "\nactions:\n")
    longer = "".join(f"## {'วันหยุดหนึ่งวันทุกสัปดาห์' * 5} {{#{one}}}\n\n" for one in asks)
    small.change(TEXT, first, longer + first)
    report = build(order(small, quick=False))
    assert [(one.rule, one.place.file, one.message.partition(": ")[0]) for one in report.problems] == [
        ("paper/overflow", TEXT, "slips.pdf")
    ]
    assert digests(small.path("site")) == before


def test_the_official_list_names_every_campaign_with_its_code(whole: Repository) -> None:
    listed = json.loads(whole.read("site/verify.json"))
    [one] = listed["campaigns"]
    assert one["short"] == "https://riverside.example/lantern/c/rest-day/"
    assert one["code"] in whole.read("site/th/campaigns/rest-day/index.html")
    assert one["code"] in whole.read("site/my/verify/index.html")


def test_a_signed_list_is_checked_with_the_commands_of_the_page(small: Repository, tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key], check=True)
    public = " ".join(key.with_suffix(".pub").read_text().split()[:2])
    small.write("content/site.yml", small.read("content/site.yml") + f"signing_key: {public}\n")
    built(replace(order(small), signing_key=key))
    site = small.path("site")
    assert public in small.read("site/th/verify/index.html")
    (tmp_path / "signers").write_text(f"suluh {public}\n")
    check = ["ssh-keygen", "-Y", "verify", "-f", str(tmp_path / "signers"), "-I", "suluh", "-n", "suluh", "-s",
             str(site / "verify.json.sig")]  # fmt: skip
    listed = (site / "verify.json").read_bytes()
    assert subprocess.run(check, input=listed, capture_output=True, check=False).returncode == 0
    assert subprocess.run(check, input=listed + b" ", capture_output=True, check=False).returncode != 0


def test_without_a_key_the_page_says_that_nothing_is_signed(small: Repository) -> None:
    public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIInventedInventedInventedInventedInvented"
    small.write("content/site.yml", small.read("content/site.yml") + f"signing_key: {public}\n")
    built(order(small))
    assert "verify.json.sig" not in small.read("site/th/verify/index.html")
    assert not small.path("site/verify.json.sig").exists()


def test_a_key_that_is_none_is_told(small: Repository, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("no key")
    report = build(replace(order(small), signing_key=tmp_path / "key"))
    assert [one.rule for one in report.problems] == ["verify/unsigned"]


def test_a_draft_is_shown_only_to_who_asks_for_it(small: Repository) -> None:
    small.write(RECORD, small.read(RECORD).replace('  - {state: live, "on": 2026-10-01}\n', ""))
    about = "content/pages/about/th.md"
    small.write(about, small.read(about).replace("(campaign:rest-day)", "(page:help)"))
    built(order(small))
    assert names(small.path("site"), "*rest-day*") == []
    built(replace(order(small), draft="rest-day"))
    assert small.path("site/th/campaigns/rest-day/index.html").is_file()
