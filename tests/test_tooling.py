import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-test.txt", "package-lock.json")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name):
    assert re.findall(r"\w+://\S+|--(?:index|extra-index|find-links)\S*|\"resolved\"", (ROOT / name).read_text()) == []


def test_the_lock_holds_everything_the_site_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.split(r"[<>=[]", line)[0].replace(".", "-") for line in project["dependencies"]}
    assert needed - locked("requirements.txt").keys() == set()


def test_the_tests_run_with_the_versions_that_build_the_site():
    assert locked("requirements.txt").items() <= locked("requirements-test.txt").items()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_no_rights_but_those_each_job_asks_for(path):
    assert "\npermissions: {}\n" in path.read_text()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_uses_actions_by_their_commit(path):
    used = re.findall(r"uses: (.+)", path.read_text())
    assert [action for action in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", action)] == []


def test_the_check_of_a_pull_request_runs_only_the_engine_of_main():
    steps = re.findall(r"run: (.+)", (ROOT / ".github/workflows/check.yml").read_text())
    assert [step for step in steps if not step.startswith(("make -C engine ", "engine/.venv/bin/python engine/"))] == []
