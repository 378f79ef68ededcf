"""Nothing of a story reaches any file but what its consent covers on the day. All stories are invented.

Each word that is told stands nowhere else, so that every file of the whole site can be searched for it: also inside of
what is packed. Each build goes on from the one before, as on a computer that builds every day.
"""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from tests.conftest import HERE, Repository
from tests.pipeline.test_nothing_private import Heedless, opened

from suluh.emit import photo
from suluh.pipeline.making import Making
from suluh.pipeline.order import Order

pytestmark = pytest.mark.slow

FOLDER = "content/stories/s1"
STORY = """
teller: Plantedteller
country: MM
sector: house
themes: [rest]
language: my
media:
  - {file: plantedname.jpg, kind: picture, face: none, alt: {my: Plantedmyalt, th: Plantedthalt}}
  - {file: plantedvoice.opus, kind: sound, voice: altered}
campaigns: [rest-day]
consent:
  ref: C-1999-001
  given: 2026-11-01
  form: Plantedform
  explained_in: my
  explained_by: role:planted
  scope: [site, share]
  languages: [my, th]
  expires: 2026-12-01
review_on: 2026-12-01
undocumented_or_case: false
""".lstrip()
TAGS = "- {id: house, kind: sector, name: {th: งานบ้าน}}\n- {id: rest, kind: theme, name: {th: วันหยุด}}\n"
LAST, ENDED = date(2026, 11, 30), date(2026, 12, 1)
PLANTED = re.compile(rb"planted[a-z]*|C-1999-\d{3}", re.IGNORECASE)
ROUTES = ("th/stories/s1/", "my/stories/s1/", "km/stories/s1/")
LEAK = "A long line of this story — ဤစာ រឿង — which is told in one language only"


def text(code: str) -> str:
    """Tell a story of words that stand nowhere else."""
    head = f"title: Planted{code}title\nsummary: Planted{code}summary.\n"
    return f"---\n{head}---\n## Planted{code}heading {{#story}}\n\nPlanted{code}text. {LEAK}: {code}.\n"


def picture(**saved: object) -> bytes:
    """Draw something that no other picture shows."""
    drawn, made = Image.linear_gradient("L").resize((320, 200)).convert("RGB"), BytesIO()
    drawn.save(made, "JPEG", **saved)
    return made.getvalue()


PICTURE, SOUND = picture(), (HERE / "browser" / "voice.opus").read_bytes()
COVERED = {"plantedteller"} | {
    f"planted{code}{what}" for code in ("my", "th") for what in ("title", "summary", "heading", "text", "alt")
}


@pytest.fixture
def told(riverside: Repository) -> Repository:
    """Add a story to the small good site, told in one language and translated into another."""
    riverside.write(f"{FOLDER}/story.yml", STORY)
    riverside.write("content/stories/tags.yml", TAGS)
    riverside.write(f"{FOLDER}/plantedname.jpg", PICTURE)
    riverside.write(f"{FOLDER}/plantedvoice.opus", SOUND)
    for code in ("my", "th"):
        riverside.write(f"{FOLDER}/{code}.md", text(code))
    return riverside


class Built:
    """A whole site as it is on a day: every file by its path, and what is wrong with it."""

    def __init__(self, root: Path, today: date, kind: type[Making] = Making) -> None:
        making = kind(Order(root, root / "out", today, workers=1), lambda *_: None)
        manifest = making.site()
        self.problems = [(problem.place.file, problem.rule) for problem in making.told()]
        self.files = {} if manifest is None else {
            name: making.store.read(kept) or b"" for name, kept in manifest.files.items()
        }  # fmt: skip

    def found(self, pattern: re.Pattern[bytes] = PLANTED) -> dict[str, set[str]]:
        """Search every file, opened, and its name; give what was found, and the files in which it was."""
        seen: dict[str, set[str]] = {}
        for name, data in self.files.items():
            for piece in opened(name, data):
                for match in pattern.findall(piece):
                    seen.setdefault(match.decode().lower(), set()).add(name)
        return seen

    def holds(self, data: bytes) -> list[str]:
        """Name the files that hold some bytes."""
        return [name for name, held in self.files.items() if any(data in piece for piece in opened(name, held))]


def test_on_its_last_day_a_story_is_told_as_far_as_consent_goes_and_no_further(told):
    built = Built(told.root, LAST)
    assert not [one for one in built.problems if one[0].startswith("content/stories")]
    found = built.found()
    assert set(found) == COVERED
    assert {name.partition("/")[0] for names in found.values() for name in names} == {"my", "th"}
    assert built.holds(PICTURE) == [], "pictures are made anew"
    assert set(built.holds(photo(PICTURE))) == {"my/stories/s1/1.jpg", "th/stories/s1/1.jpg"}
    assert set(built.holds(SOUND)) == {"my/stories/s1/story.opus", "th/stories/s1/story.opus"}
    assert not [name for name in built.files if name.startswith("km/stories/s1/")]


def expired(told: Repository) -> None:
    """Nothing happens but that a day comes."""


def withdrawn(told: Repository) -> None:
    told.change(f"{FOLDER}/story.yml", "  expires: 2026-12-01", "  expires: 2027-12-01\n  withdrawn: 2026-11-20")


def deleted(told: Repository) -> None:
    for name in ("story.yml", "my.md", "th.md", "plantedname.jpg", "plantedvoice.opus"):
        told.remove(f"{FOLDER}/{name}")
    told.write("content/stories/gone.yml", "- {id: s1, since: 2026-11-20}\n")


@pytest.mark.parametrize(
    ("ending", "today"), [(expired, ENDED), (withdrawn, LAST), (withdrawn, date(2026, 11, 19)), (deleted, LAST)]
)
def test_after_its_end_nothing_is_left_of_a_story_in_any_file(told, ending, today):
    assert set(Built(told.root, LAST).found()) == COVERED
    ending(told)
    built = Built(told.root, today)
    assert built.files
    assert built.found() == {}
    assert [name for data in (PICTURE, photo(PICTURE), SOUND) for name in built.holds(data)] == []
    left = {name for name in built.files if name.startswith(ROUTES) and not name.endswith((".br", ".gz"))}
    assert left == {f"{route}index.html" for route in ROUTES}
    for route in ROUTES:
        html = built.files[f"{route}index.html"].decode()
        assert '<meta name="robots" content="noindex">' in html
        assert not re.search(r"<(?:img|audio)", html)
    led = {
        name
        for name in built.files
        if name.endswith(".html") and re.search(rb"stories/s1|href=\"s1/", built.files[name])
    }
    assert led <= {f"{route}index.html" for route in ROUTES}, "nothing leads there any more"


def test_a_story_that_nobody_agreed_to_show_on_the_site_was_never_there(told):
    told.change(f"{FOLDER}/story.yml", "scope: [site, share]", "scope: [press]")
    built = Built(told.root, LAST)
    assert built.found() == {}
    assert built.holds(photo(PICTURE)) == []
    assert not [name for name in built.files if name.startswith(ROUTES)]


def test_whatever_the_check_lets_slip_is_still_not_covered(told):
    """A text in a language that nobody agreed to, a face, a voice, and where the picture was taken."""
    hidden = Image.Exif()
    hidden[ExifTags.Base.Artist] = "Plantedartist"
    hidden[ExifTags.IFD.GPSInfo] = {1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (4.0, 5.0, 6.0)}
    told.write(f"{FOLDER}/plantedname.jpg", picture(exif=hidden, comment=b"Plantedcomment"))
    told.write(f"{FOLDER}/plantedface.jpg", picture(quality=50))
    told.write(f"{FOLDER}/km.md", text("km"))
    faces = "  - {file: plantedface.jpg, kind: picture, alt: {my: Plantedface, km: Plantedkmalt}}\n"
    told.change(f"{FOLDER}/story.yml", "campaigns:", f"{faces}campaigns:")
    told.change(f"{FOLDER}/story.yml", "voice: altered", "voice: own")
    stopped = Built(told.root, LAST)
    assert stopped.files == {}
    assert {rule for _, rule in stopped.problems} >= {
        *("stories/language", "stories/face", "stories/voice", "private/position", "private/metadata"),
    }
    built = Built(told.root, LAST, Heedless)
    assert set(built.found()) == COVERED
    assert built.holds(b"Exif\0\0") == []
    assert built.holds(SOUND) == []
    assert "my/stories/s1/1.jpg" in built.files
    assert "my/stories/s1/2.jpg" not in built.files


def test_a_line_of_a_story_that_stands_somewhere_else_stops_the_build_when_consent_has_ended(told):
    told.change("content/pages/about/th.md", "summary: ", f"summary: {LEAK} ")
    assert Built(told.root, LAST).files
    built = Built(told.root, ENDED)
    assert built.files == {}
    assert ("th/about/index.html", "privacy/withheld") in built.problems


def test_another_picture_takes_the_place_of_the_old_one(told):
    before = Built(told.root, LAST).files["my/stories/s1/1.jpg"]
    other, made = Image.radial_gradient("L").convert("RGB"), BytesIO()
    other.save(made, "PNG")
    told.write(f"{FOLDER}/plantedname.jpg", made.getvalue())
    after = Built(told.root, LAST)
    assert after.files["my/stories/s1/1.jpg"] == photo(made.getvalue()) != before
    assert after.holds(before) == []
