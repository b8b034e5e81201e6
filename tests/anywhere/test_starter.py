"""A repository of one's own works at once: its commands and its workflows, run word for word."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest
import yaml

from tests.anywhere.machine import SERVE, Installed, falls_silent, fetched, line_with, serving
from tests.conftest import PROJECT
from tests.review.repository import git

ANSWERS = (
    "--publisher",
    "UBND tỉnh Thử",
    "--level",
    "province",
    "--base-url",
    "https://a.example.vn/",
)
AGENCY = ("new", "agency", "--level", "province", "so-tu-phap", "Sở Tư pháp")


@dataclass(frozen=True)
class Own:
    """A repository that was laid out by an installed package, as a runner has checked it out."""

    folder: Path
    installed: Installed

    def shell(self, command: str, **variables: str) -> None:
        """Run lines of a workflow as a runner does."""
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", command],
            cwd=self.folder,
            env={**self.installed.variables, **variables},
            capture_output=True,
            encoding="utf8",
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"

    def workflow(self, path: str) -> dict[str, Any]:
        """A workflow file."""
        found = yaml.safe_load((self.folder / path).read_text("utf8"))
        assert isinstance(found, dict)
        return found


@pytest.fixture(scope="module")
def own(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Own:
    """A repository on a branch that adds an agency to what `origin` has."""
    folder = tmp_path_factory.mktemp("own") / "danh-muc"
    wheel = ("--generator", str(installed.wheel))
    installed.niemyet(folder.parent, "init", folder.name, *ANSWERS, *wheel)
    git(folder.parent, "init", "-q", "-b", "main", str(folder))
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    git(folder.parent, "clone", "-q", "--bare", str(folder), "origin.git")
    git(folder, "remote", "add", "origin", str(folder.parent / "origin.git"))
    git(folder, "switch", "-qc", "agency")
    installed.niemyet(folder, *AGENCY)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "agency")
    return Own(folder, installed)


def test_it_checks_and_builds_at_once(own: Own, tmp_path: Path) -> None:
    own.installed.niemyet(tmp_path, "init", "new")
    said = own.installed.niemyet(tmp_path / "new", "check")
    assert "0 lỗi" in said
    assert "TODO" in said
    own.installed.niemyet(tmp_path / "new", "build")
    home = (tmp_path / "new/site/index.html").read_text("utf8")
    assert "Danh mục thủ tục hành chính" in home
    left = subprocess.run(
        ["git", "init", "-q", "."], cwd=tmp_path / "new", capture_output=True, check=True
    )
    assert left.returncode == 0
    seen = git(tmp_path / "new", "status", "--porcelain", "-uall")
    assert not re.search(r" (build|site)/", seen)


def test_the_readme_is_true_word_for_word(own: Own, tmp_path: Path) -> None:
    section = (PROJECT / "README.md").read_text("utf8").partition("## A catalogue of your own")[2]
    block = section.partition("```sh\n")[2].partition("```")[0]
    assert "niemyet init" in block
    Own(tmp_path, own.installed).shell(block)
    assert (tmp_path / "danh-muc/site/index.html").is_file()


@contextmanager
def served(own: Own, folder: Path) -> Iterator[tuple[str, IO[str]]]:
    """Serve a new catalogue; yields its address, and what the server prints."""
    own.installed.niemyet(folder.parent, "init", folder.name, *ANSWERS)
    command = [str(own.installed.scripts / "niemyet"), *SERVE]
    with serving(command, folder, own.installed.variables) as said:
        yield re.findall(r"http://[^;]+", line_with("http://", said))[0], said


def test_it_serves_at_once(own: Own, tmp_path: Path) -> None:
    with served(own, tmp_path / "new") as (address, said):
        assert b"niemyet-xem-thu" in fetched(address)
        fields = tmp_path / "new/catalogue/fields.yml"
        fields.write_text("fields:\n- id: ho-tich\n  name: Hộ tịch\n", "utf8")
        assert line_with("Xong", said)
        assert "Hộ tịch" in fetched(f"{address}linh-vuc/ho-tich/feed.xml").decode()


def test_a_test_that_fails_leaves_no_server(own: Own, tmp_path: Path) -> None:
    found = []
    with suppress(AssertionError), served(own, tmp_path / "new") as (address, _):
        found.append(address)
        raise AssertionError
    assert falls_silent(found[0])


def test_the_working_tree_is_one_a_procedure_can_be_added_to(own: Own, tmp_path: Path) -> None:
    own.installed.niemyet(tmp_path, "init", "new", *ANSWERS)
    here = tmp_path / "new"
    (here / "catalogue/fields.yml").write_text("fields:\n- id: ho-tich\n  name: Hộ tịch\n", "utf8")
    agency = "ubnd-tinh-thu"
    own.installed.niemyet(
        here, "new", "procedure", "--field", "ho-tich", "--agency", agency, "Đăng ký khai sinh"
    )
    days = ("--signed", "2026-11-02", "--effective", "2026-12-01")
    own.installed.niemyet(here, "new", "decision", agency, "12/QĐ-UBND", *days)
    done = own.installed.run("niemyet", "check", folder=here)
    assert "0 thủ tục" not in done.stdout
    assert "HT9" not in done.stdout


def steps(flow: dict[str, Any], event: str) -> Iterator[str]:
    """What the steps of a GitHub workflow run for an event."""
    others = {"push": "'pull_request'", "pull_request": "'push'"}[event]
    for step in flow["jobs"][next(iter(flow["jobs"]))]["steps"]:
        if "run" in step and others not in str(step.get("if")):
            yield step["run"]


@pytest.mark.parametrize("event", ["push", "pull_request"])
def test_the_check_of_github_runs_word_for_word(own: Own, event: str) -> None:
    flow = own.workflow(".github/workflows/check.yml")
    ran = list(steps(flow, event))
    assert ran[0] == "python -m pip install -r requirements.txt"
    for command in ran:
        own.shell(command, BASE="main", GITHUB_ACTIONS="true")


def test_the_review_is_made_by_the_base_and_reads_the_request_as_data(
    own: Own, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    git(tmp_path, "clone", "-q", str(own.folder.parent / "origin.git"), str(base))
    git(own.folder, "push", "-q", "origin", "HEAD:refs/pull/7/head")
    answers = '#!/bin/sh\ncase "$*" in *baseRefName*) echo main;; *number*) echo 7;; esac\n'
    (tmp_path / "gh").write_text(answers)
    (tmp_path / "gh").chmod(0o755)
    [job] = own.workflow(".github/workflows/review.yml")["jobs"].values()
    [review] = [step["run"] for step in job["steps"] if " diff " in step.get("run", "")]
    commit = git(own.folder, "rev-parse", "HEAD").strip()
    path = f"{tmp_path}:{own.installed.variables['PATH']}"
    Own(base, own.installed).shell(review, COMMIT=commit, PATH=path)
    assert "agencies/so-tu-phap.yml" in (base / "review/review.md").read_text("utf8")
    assert "<html" in (base / "review/review.html").read_text("utf8")
    assert not (base / "catalogue/agencies/so-tu-phap.yml").exists()


def test_what_github_publishes_is_built_and_held_against_what_was(own: Own) -> None:
    flow = own.workflow(".github/workflows/publish.yml")
    install, verify, build = steps(flow, "push")
    own.shell(install)
    own.shell(build)
    own.shell(verify, PUBLISHED="site")
    assert (own.folder / "site/index.html").is_file()


@pytest.mark.parametrize("job", ["check", "change", "pages"])
def test_the_jobs_of_gitlab_run_word_for_word(own: Own, job: str) -> None:
    flow = own.workflow(".gitlab-ci.yml")
    install = [line for line in flow[".niemyet"]["before_script"] if "apt-get" not in line]
    assert install == ["python -m pip install --quiet -r requirements.txt"]
    variables = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    own.shell("\n".join([*install, *flow[job]["script"]]), **variables)
    for artifact in flow[job]["artifacts"].get("paths", []):
        assert (own.folder / artifact).exists()


def test_the_review_of_gitlab_is_made_in_the_base_and_reads_the_request_as_data(
    own: Own, tmp_path: Path
) -> None:
    base, there = tmp_path / "base", tmp_path / "request"
    git(tmp_path, "clone", "-q", str(own.folder.parent / "origin.git"), str(there))
    git(there, "fetch", "-q", str(own.folder), "agency")
    commit = git(there, "rev-parse", "FETCH_HEAD").strip()
    review = own.workflow(".gitlab-ci.yml")["review"]
    installs = ("apt-get", "python -m venv", ".venv/bin/python -m pip")
    lines = [line for line in review["script"] if not line.startswith(installs)]
    assert len(review["script"]) - len(lines) == 4
    variables = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_COMMIT_SHA": commit}
    variables |= {"BASE": str(base), "CI_PROJECT_DIR": str(there)}
    script = "\n".join(lines).replace(".venv/bin/", "")
    Own(there, own.installed).shell(script, **variables)
    assert "agencies/so-tu-phap.yml" in (there / "review.md").read_text("utf8")
    assert "<html" in (there / "review.html").read_text("utf8")
    assert not (base / "catalogue/agencies/so-tu-phap.yml").exists()


def test_the_hooks_run_word_for_word(own: Own) -> None:
    hooks = own.workflow(".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert [hook["id"] for hook in hooks] == ["niemyet-fmt", "niemyet-check"]
    for hook in hooks:
        assert re.match(hook["files"], "catalogue/agencies/so-tu-phap.yml")
        own.shell(hook["entry"])


def test_the_program_is_installed_from_wherever_the_one_setting_says(
    own: Own, tmp_path: Path
) -> None:
    revision = git(PROJECT, "rev-parse", "HEAD").strip()
    settings = (
        f"git+file://localhost{PROJECT.as_posix()}@{revision}",
        "niemyet",
        str(own.installed.wheel),
    )
    for number, setting in enumerate(settings):
        folder = tmp_path / str(number)
        own.installed.niemyet(tmp_path, "init", folder.name, "--generator", setting)
        only_look = "--dry-run --ignore-installed --no-deps --no-build-isolation"
        Own(folder, own.installed).shell(
            f"python -m pip install {only_look} -r requirements.txt | grep 'Would install niemyet'"
        )


def test_the_workflows_are_well_formed_and_give_no_secret_to_forks(own: Own) -> None:
    for path in (own.folder / ".github/workflows").glob("*.yml"):
        text = path.read_text("utf8")
        flow = yaml.safe_load(text)
        assert "pull_request_target" not in flow[True]  # what YAML 1.1 makes of `on`
        if "pull_request" in flow[True]:
            assert flow["permissions"] == {"contents": "read"}
            assert "secrets." not in text
            assert "github.token" not in text
    comment = own.workflow(".gitlab-ci.yml")["comment"]
    assert comment["variables"]["GIT_STRATEGY"] == "none"
