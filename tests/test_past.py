"""The past of a git repository is read as a pull request would show it, and nothing of the repository is run."""

import subprocess
from pathlib import Path

import pytest
from tests.conftest import Repository, environment

from suluh import past
from suluh.past import PastFault, differing


class Checkout(Repository):
    """A git repository that belongs to one test."""

    def __init__(self, root: Path, *begin: str) -> None:
        super().__init__(root)
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", *begin)

    def git(self, *words: str) -> str:
        settings = (
            "user.name=Nobody",
            "user.email=nobody@example.org",
            "commit.gpgsign=false",
            "init.defaultBranch=main",
        )
        options = [option for setting in settings for option in ("-c", setting)]
        done = subprocess.run(
            ["git", *options, *words], cwd=self.root, env=environment(self.root.parent), capture_output=True, check=True
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def commit(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def work(tmp_path):
    """Give a repository with three files, whose one commit is `main`, and a branch that is checked out."""
    made = Checkout(tmp_path / "work")
    made.write("stays.md", "Stays.\n")
    made.write("changes.md", "Before.\n")
    made.write("goes.md", "Goes.\n")
    made.commit()
    made.git("switch", "--quiet", "--create", "proposal")
    return made


def test_a_changed_a_new_and_a_deleted_file_are_given_as_they_were_and_as_they_are(work):
    work.write("changes.md", "After.\n")
    work.write("new.md", "New.\n")
    work.remove("goes.md")
    work.commit()
    assert differing(work.root, "main").files == {
        "changes.md": (b"Before.\n", b"After.\n"),
        "goes.md": (b"Goes.\n", None),
        "new.md": (None, b"New.\n"),
    }


def test_nothing_is_given_where_nothing_changed(work):
    found = differing(work.root, "main")
    assert (found.files, found.unread) == ({}, ())
    assert found.commit == work.git("rev-parse", "main")


def test_what_is_not_committed_and_what_is_not_added_count_and_what_is_ignored_does_not(work):
    work.write(".gitignore", "/built/\n")
    work.commit()
    work.write("changes.md", "Not committed.\n")
    work.write("new.md", "Not added.\n")
    work.write("built/page.html", "Ignored.\n")
    assert set(differing(work.root, "main").files) == {".gitignore", "changes.md", "new.md"}


def test_a_file_that_was_changed_and_changed_back_is_not_given(work):
    work.write("changes.md", "After.\n")
    work.commit()
    work.write("changes.md", "Before.\n")
    assert differing(work.root, "main").files == {}


def test_what_happened_on_the_other_branch_meanwhile_is_not_given(work):
    begun = work.git("rev-parse", "main")
    work.write("changes.md", "After.\n")
    work.commit()
    work.git("switch", "--quiet", "main")
    work.write("stays.md", "Changed by somebody else.\n")
    work.commit()
    work.git("switch", "--quiet", "proposal")
    found = differing(work.root, "main")
    assert (found.commit, set(found.files)) == (begun, {"changes.md"})


def test_names_may_hold_anything(work):
    names = ["two words.md", "two\nlines.md", "ตัวอย่าง.md", '"quoted".md', "-n.md", "caf\udce9.md"]
    for name in names:
        work.write(name, "New.\n")
    assert set(differing(work.root, "main").files) == set(names)


def test_a_folder_within_the_repository_stands_for_all_of_it(work):
    work.write("folder/new.md", "New.\n")
    work.write("changes.md", "After.\n")
    assert set(differing(work.path("folder"), "main").files) == {"changes.md", "folder/new.md"}


def test_a_working_tree_beside_the_repository_is_read_too(work, tmp_path):
    work.git("worktree", "add", "--quiet", str(tmp_path / "beside"), "main")
    (tmp_path / "beside/new.md").write_text("New.\n")
    assert differing(tmp_path / "beside", "main").files == {"new.md": (None, b"New.\n")}


def test_a_repository_with_longer_names_of_contents_is_read_too(tmp_path):
    work = Checkout(tmp_path / "work", "--object-format=sha256")
    work.write("stays.md", "Stays.\n")
    work.commit()
    work.write("new.md", "New.\n")
    assert differing(work.root, "main").files == {"new.md": (None, b"New.\n")}


def test_what_a_sparse_checkout_leaves_out_is_not_taken_for_deleted(work):
    work.write("content/en.md", "Before.\n")
    work.write("other/en.md", "Before.\n")
    base = work.commit()
    work.write("other/en.md", "After.\n")
    work.commit()
    work.git("sparse-checkout", "set", "content")
    assert not work.path("other/en.md").exists()
    assert differing(work.root, base).files == {"other/en.md": (b"Before.\n", b"After.\n")}


def test_a_repository_inside_the_repository_is_named_and_not_read(work):
    commit = work.git("rev-parse", "HEAD")
    work.git("update-index", "--add", "--cacheinfo", f"160000,{commit},inside")
    Checkout(work.path("beside")).write("new.md", "New.\n")
    found = differing(work.root, "main")
    assert (dict(found.files), found.unread) == ({}, ("beside/", "inside"))


# --- nothing of the repository is run or followed ---


def test_a_link_is_read_and_what_it_leads_to_is_not(work, tmp_path):
    (tmp_path / "secret.md").write_text("Secret.\n")
    work.path("link.md").symlink_to("../secret.md")
    assert differing(work.root, "main").files == {"link.md": (None, b"../secret.md")}


def test_a_folder_that_became_a_link_is_not_followed(work, tmp_path):
    work.write("folder/secret.md", "Before.\n")
    base = work.commit()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text("Secret.\n")
    work.remove("folder/secret.md")
    work.path("folder").rmdir()
    work.path("folder").symlink_to("../outside")
    found = differing(work.root, base).files
    assert found == {"folder": (None, b"../outside"), "folder/secret.md": (b"Before.\n", None)}


def test_nothing_that_a_stranger_wrote_into_the_repository_is_run(work, tmp_path):
    ran = tmp_path / "ran"
    command = f"touch '{ran}'; cat"
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "diff.evil.textconv", "diff.external",
                "filter.evil.clean", "filter.evil.process", "filter.evil.smudge"):  # fmt: skip
        work.git("config", key, command)
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        work.write(f".git/hooks/{hook}", f"#!/bin/sh\n{command}\n")
        work.path(f".git/hooks/{hook}").chmod(0o755)
    work.write(".gitattributes", "* filter=evil diff=evil\n")
    work.write("changes.md", "After.\n")
    assert not ran.exists()
    assert set(differing(work.root, "main").files) == {".gitattributes", "changes.md"}
    assert not ran.exists()
    work.git("status")
    assert ran.exists(), "git itself would have run it"


def test_nothing_is_fetched_even_where_the_config_says_how(work, tmp_path):
    ran = tmp_path / "ran"
    blob = work.git("rev-parse", "main:changes.md")
    work.write("changes.md", "After.\n")
    work.path(f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    work.git("config", "core.repositoryFormatVersion", "1")
    work.git("config", "extensions.partialClone", "evil")
    work.git("config", "remote.evil.promisor", "true")
    work.git("config", "remote.evil.url", f"ext::sh -c touch% {ran}")
    work.git("config", "protocol.ext.allow", "always")
    with pytest.raises(PastFault, match="This clone lacks parts of its past"):
        differing(work.root, "main")
    assert not ran.exists()
    with pytest.raises(subprocess.CalledProcessError):
        work.git("cat-file", "-p", blob)
    assert ran.exists(), "git itself would have run it"


def test_neither_the_config_nor_the_environment_leads_to_another_repository(work, tmp_path, monkeypatch):
    other = Checkout(tmp_path / "other")
    other.write("other.md", "Other.\n")
    monkeypatch.setenv("GIT_DIR", str(other.path(".git")))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.path(".git/index")))
    work.git("config", "core.worktree", str(other.root))
    work.write("changes.md", "After.\n")
    assert set(differing(work.root, "main").files) == {"changes.md"}


# --- what cannot be answered is said, with what to type ---


def fault(root: Path, revision: str) -> str:
    with pytest.raises(PastFault) as raised:
        differing(root, revision)
    return str(raised.value)


def test_a_folder_in_no_repository_is_told_so(tmp_path):
    assert fault(tmp_path, "main") == (
        f"{tmp_path} is in no git repository, so nothing is known of its past.\n"
        "    Name one with --root, or get the project with: git clone ADDRESS"
    )


def test_a_revision_that_is_not_there_is_told_with_the_one_that_was_meant(work):
    assert fault(work.root, "mian") == "There is no revision 'mian' here.\n    Did you mean 'main'?"


@pytest.mark.parametrize("revision", ["--output=x", "-", ""])
def test_what_git_would_take_for_an_option_is_no_revision(work, revision):
    assert fault(work.root, revision).startswith(f"'{revision}' is no revision.\n    Write a branch")


def test_in_a_shallow_clone_it_is_told_how_to_get_the_rest(work, tmp_path):
    work.write("changes.md", "After.\n")
    work.commit()
    work.git("clone", "--quiet", "--depth=1", f"file://{work.root}", str(tmp_path / "shallow"))
    assert "git fetch --unshallow; in a workflow, check out with 'fetch-depth: 0'." in fault(
        tmp_path / "shallow", "main"
    )


def test_two_commits_are_enough_to_compare_a_merge_with_what_it_was_merged_into(work, tmp_path):
    work.write("changes.md", "After.\n")
    work.commit()
    work.git("switch", "--quiet", "main")
    work.write("stays.md", "Changed by somebody else.\n")
    work.commit()
    work.git("merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    work.git("clone", "--quiet", "--depth=2", f"file://{work.root}", str(tmp_path / "shallow"))
    assert set(differing(tmp_path / "shallow", "HEAD^1").files) == {"changes.md"}


def test_a_branch_with_another_beginning_is_told_so(work):
    work.git("switch", "--quiet", "--orphan", "apart")
    work.write("new.md", "New.\n")
    work.commit()
    assert fault(work.root, "main").startswith("What is checked out has nothing in common with 'main'.\n    Name the")


def test_a_repository_without_a_commit_has_no_revision(tmp_path):
    assert fault(Checkout(tmp_path / "work").root, "main") == "There is no revision 'main' here."


def test_a_repository_that_is_broken_is_told_in_the_words_of_git(work):
    work.write(".git/index", "nonsense")
    assert fault(work.root, "main").startswith("git cannot read this repository: ")


def test_without_git_it_is_told_how_to_get_it(work, monkeypatch):
    monkeypatch.setattr(past, "which", lambda _: None)
    assert fault(work.root, "main").startswith("git is not installed")
