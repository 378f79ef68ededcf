"""The verbs of translators, on a small site: what goes out, what comes back, and what is told at which line."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.conftest import Repository, Run, SiteAt, environment
from tests.test_cli import FINE, PROBLEMS

DAY = ("--as-of", "2026-11-28")
KNOWN = "content/translations/my.yml"
LAW = "guides/unpaid-work#law"


@pytest.fixture
def small(site_at: SiteAt) -> Repository:
    """A site whose Burmese is written down as it stands, in a repository of git."""
    site = site_at()
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "All"]):
        git(site, *words)
    return site


def git(site: Repository, *words: str) -> str:
    who = {f"GIT_{one}_{what}": "x@x.example" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", *words], cwd=site.root, env=environment(site.root) | who, check=True, capture_output=True
    )
    return done.stdout.decode()


@pytest.fixture
def verb(small: Repository, run: Run):
    def asked(*words: str, day: bool = True):
        return run("translations", *words, "--root", small.root, *(DAY if day else ()))

    return asked


def entry(po: str, key: str) -> str:
    """Cut one entry out of a PO file."""
    return next(one for one in po.split("\n\n") if f'msgctxt "{key}"\n' in one)


def changed(site: Repository) -> list[str]:
    return sorted(
        line[3:]
        for line in git(site, "status", "--short", "-uall", "--", "content", "campaigns", "directory").splitlines()
    )


@pytest.mark.parametrize("ending", ["po", "xlf"])
def test_what_comes_back_as_it_went_out_changes_nothing(small, verb, ending):
    file = small.path(f"my.{ending}")
    assert verb("export", "my", "--all", "--to", file).returncode == FINE
    said = verb("import", file)
    assert (said.returncode, said.stderr) == (FINE, "Nothing was written.\n")
    assert changed(small) == []


@pytest.mark.parametrize("ending", ["po", "xlf"])
def test_an_edit_lands_where_the_text_stands(small, verb, ending):
    file = small.path(f"my.{ending}")
    verb("record", "my")
    verb("export", "my", "--all", "--to", file)
    text = file.read_text("utf-8")
    title = "လုပ်ခ မရဘူး"
    assert title in text
    file.write_text(text.replace(title, f"{title} အသစ်"), "utf-8")
    said = verb("import", file, "--by", "role:my-team")
    assert said.returncode == FINE, said.stderr
    assert f"{title} အသစ်" in small.read("content/guides/unpaid-work/my.md")


def test_of_what_comes_back_everything_is_looked_at_and_what_is_right_is_taken(small, verb):
    file = small.path("my.po")
    verb("record", "my")
    git(small, "add", "-A")
    git(small, "commit", "-q", "-m", "Recorded")
    verb("export", "my", "--all", "--to", file)
    po = file.read_text("utf-8")
    skip, law, search = (entry(po, key) for key in ("strings#skip", LAW, "strings#search"))
    po = po.replace(skip, re.sub(r'msgstr ".*"', 'msgstr "ကျော်သွားပါ"', skip.replace("#, fuzzy\n", "")))
    lost = re.sub(r"\[\^[a-z-]+\]", "", law.rpartition("msgstr")[2], count=1)
    po = po.replace(law, law.rpartition("msgstr")[0] + "msgstr" + lost)
    po = po.replace(search, search.replace('"strings#search"', '"strings#serach"'))
    file.write_text(po, "utf-8")
    said = verb("import", file, "--by", "role:my-team")
    assert said.returncode == PROBLEMS
    assert re.findall(r"^my\.po:\d+:1: error: (.*)$", said.stderr, re.MULTILINE) == [
        "There is no text 'strings#serach'. [import/unknown]",
        next(line for line in said.stderr.split("error: ") if line.startswith(f"'{LAW}' lacks the citation")).split(
            "\n"
        )[0],
    ]
    assert changed(small) == ["content/strings/my.yml", KNOWN]
    assert "skip: ကျော်သွားပါ\n" in small.read("content/strings/my.yml")
    assert re.search(r"strings#skip: \{state: reviewed, .*by: \[role:my-team\]", small.read(KNOWN))
    assert said.stderr.endswith("Taken: 1 texts. Read and left as they are: 0.\n")


def test_what_was_changed_here_meanwhile_stays(small, verb):
    file = small.path("my.po")
    verb("export", "my", "--all", "--to", file)
    po = file.read_text("utf-8")
    skip = entry(po, "strings#skip")
    file.write_text(po.replace(skip, re.sub(r'msgstr ".*"', 'msgstr "သူတို့ဟာ"', skip)), "utf-8")
    words = small.read("content/strings/my.yml")
    newer = re.sub(r"^skip: .*$", "skip: ဒီကဟာ", words, count=1, flags=re.MULTILINE)
    small.write("content/strings/my.yml", newer)
    said = verb("import", file)
    assert said.returncode == PROBLEMS
    assert "'strings#skip' was changed here (content/strings/my.yml:" in said.stderr
    assert small.read("content/strings/my.yml") == newer


def test_a_text_whose_source_has_changed_is_not_taken(small, verb):
    file = small.path("my.po")
    verb("export", "my", "--all", "--to", file)
    po = file.read_text("utf-8")
    law = entry(po, LAW)
    file.write_text(po.replace(law, law[:-1] + ' အသစ်"'), "utf-8")
    source = small.read("content/guides/unpaid-work/th.md")
    small.write(
        "content/guides/unpaid-work/th.md", source.replace("{#law .critical}\n\n", "{#law .critical}\n\nใหม่ ", 1)
    )
    said = verb("import", file)
    assert f"The source text of '{LAW}' has changed since. [import/source]" in said.stderr


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("my.po", 'msgid "a\n', r"my\.po:\d+:1: error: From here on this is not PO that can be read"),
        ("my.po", b"\xff\xfe", "my.po:1:1: error: This file is not UTF-8 text."),
        ("my.xlf", "<xliff>", r"my\.xlf:1:1: error: From here on this is not XML."),
        (
            "my.xlf",
            '<!DOCTYPE x [<!ENTITY a "b">]><xliff/>',
            "my.xlf:1:1: error: This file defines entities of its own.",
        ),
        ("my.xlf", "<xliff/>", "my.xlf:1:1: error: This is not XLIFF 1.2."),
        ("my.txt", "x", "my.txt:1:1: error: This is neither PO nor XLIFF."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_of_and_nothing_is_taken(small, verb, name, data, said):
    small.write(name, data)
    done = verb("import", small.path(name), "--language", "my")
    assert done.returncode == PROBLEMS
    assert "Traceback" not in done.stderr
    assert re.search(said, done.stderr)


def test_plural_forms_are_told_at_their_line(small, verb):
    head = ("Language: my", "Content-Type: text/plain; charset=utf-8", "Plural-Forms: nplurals=1; plural=0;")
    told = "".join(f'"{line}\\n"\n' for line in head)
    forms = 'msgctxt "strings#skip"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'
    small.write("my.po", f'msgid ""\nmsgstr ""\n{told}\n{forms}')
    said = verb("import", small.path("my.po"))
    assert "my.po:8:1: error: This entry has plural forms" in said.stderr


def test_todo_names_the_most_dangerous_first_and_export_takes_so_many(small, verb):
    verb("record", "my")
    small.change("content/guides/unpaid-work/th.md", "{#law .critical}\n\n", "{#law .critical}\n\nใหม่ ")
    said = verb("todo", "my", "--most", "2")
    assert said.stdout.split("\n")[0].startswith(f"stale-critical  ! {LAW}  content/guides/unpaid-work/my.md:")
    file = small.path("some.po")
    assert verb("export", "my", "--most", "2", "--to", file).returncode == FINE
    assert file.read_text("utf-8").count("msgctxt") == 2


def test_marking_a_change_as_minor_makes_it_a_note(small, verb):
    verb("record", "my")
    git(small, "add", "-A")
    git(small, "commit", "-q", "-m", "Recorded")
    small.change("content/guides/unpaid-work/th.md", "{#law .critical}\n\n", "{#law .critical}\n\nใหม่ ")
    said = verb("mark", "--minor")
    assert (said.stdout, said.stderr) == (f"  {LAW}\n", "1 changed texts are marked 'minor'.\n")
    assert f"stale-minor       {'!'} {LAW}".replace("       !", "     !") in verb("todo", "my").stdout.replace(
        "stale-minor     !", "stale-minor     !"
    )
    again = verb("mark", "--critical", LAW)
    assert again.returncode == FINE
    assert "stale-critical  ! guides/unpaid-work#law" in verb("todo", "my").stdout


def test_only_what_changed_can_be_marked(verb):
    said = verb("mark", "guides/unpaid-work#law")
    assert said.returncode == PROBLEMS
    assert said.stderr.startswith("'guides/unpaid-work#law' is as it was at HEAD.")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("xx", "'xx' is no language of this site."),
        ("th", "'th' is the language that the others are translated from."),
    ],
)
def test_a_language_that_nothing_is_translated_into_is_told(verb, code, said):
    for words in (("todo", code), ("export", code), ("record", code)):
        done = verb(*words)
        assert done.returncode == PROBLEMS
        assert done.stderr.startswith(said)


def test_who_has_read_a_text_at_risk_counts_when_there_are_two(small, verb):
    small.change("content/guides/unpaid-work/guide.yml", "risk: low", "risk: high")
    verb("record", "my", LAW, "--state", "reviewed", "--by", "role:one")
    assert f"machine         ! {LAW}" in verb("todo", "my").stdout
    verb("record", "my", LAW, "--state", "reviewed", "--by", "role:two")
    assert LAW not in verb("todo", "my").stdout
    assert "by: [role:one, role:two]" in small.read(KNOWN)


def test_a_name_in_place_of_a_role_is_refused(small, verb):
    done = verb("record", "my", LAW, "--state", "reviewed", "--by", "Somebody")
    assert done.returncode != FINE
    assert "Traceback" not in done.stderr
    assert not Path(small.path(KNOWN)).exists()
