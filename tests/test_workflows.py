"""The workflow files: what they call exists, and nothing that forks run is given a secret."""

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.parser import build_parser
from generator.locale import words_of

STARTER = Path("generator/authoring/starter/dot_github/workflows")
GITHUB = sorted(Path(".github/workflows").glob("*.yml"))
RECIPES = [*GITHUB, *sorted(STARTER.glob("*.yml"))]
PINNED = f"actions/x@{'0' * 40}"
TEMPLATES = Path(".github/PULL_REQUEST_TEMPLATE")
CALL = re.compile(r"(?:^|[\s;])(?:\.venv/bin/)?niemyet ([^\n|>;&]+)")


def texts() -> list[str]:
    templates = [*TEMPLATES.glob("*.md"), Path(".pre-commit-hooks.yaml"), Path(".gitlab-ci.yml")]
    return [path.read_text("utf8") for path in (*GITHUB, *templates)]


def test_every_call_of_the_command_is_one_it_understands() -> None:
    calls = {call.strip(" `") for text in texts() for call in CALL.findall(text) if "…" not in call}
    assert len(calls) > 6
    for call in calls:
        words = shlex.split(call.split("`")[0])
        if "<" not in call and words[0] != "new":
            assert build_parser(words_of("vi")).parse_args(words).run, call


@pytest.mark.parametrize("path", RECIPES, ids=str)
def test_a_github_workflow_is_well_formed_and_says_its_rights(path: Path) -> None:
    flow = yaml.safe_load(path.read_text("utf8"))
    assert flow["permissions"]
    for job in flow["jobs"].values():
        assert job["runs-on"]
        assert job["steps"]
        for step in job["steps"]:
            assert ("run" in step) != ("uses" in step)
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step.get("uses", PINNED))


def triggers(flow: dict[Any, Any]) -> dict[str, Any]:
    found = flow[True]  # what YAML 1.1 makes of `on`
    assert isinstance(found, dict)
    return found


def test_what_runs_for_forks_only_reads_and_has_no_secrets() -> None:
    for path in RECIPES:
        text = path.read_text("utf8")
        flow = yaml.safe_load(text)
        assert "pull_request_target" not in triggers(flow)
        if "pull_request" in triggers(flow):
            assert flow["permissions"] == {"contents": "read"}
            assert "secrets." not in text
            assert "github.token" not in text


@pytest.mark.parametrize("folder", [Path(".github/workflows"), STARTER], ids=str)
def test_what_may_write_comments_runs_nothing_of_the_request(folder: Path) -> None:
    text = (folder / "review.yml").read_text("utf8")
    flow = yaml.safe_load(text)
    assert triggers(flow).keys() == {"workflow_run"}
    [job] = flow["jobs"].values()
    [checkout] = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert "ref" not in checkout["with"], "the default branch, with its program and settings"
    commands = "\n".join(step.get("run", "") for step in job["steps"])
    assert not re.search(r"checkout|switch|merge|restore|pull |run download", commands)
    assert "GH_TOKEN" not in job["env"], "what is installed has no token"
    assert "${{" not in "\n".join(re.findall(r"run: \|?\n?(.*?)(?=\n      - |\Z)", text, re.S))


def posted(path: str, review: str, folder: Path) -> str:
    """The comment that a workflow makes of a review, with a `gh` that finds a request."""
    [job] = yaml.safe_load(Path(path).read_text("utf8"))["jobs"].values()
    (folder / "review").mkdir()
    (folder / "review" / "review.md").write_text(review, "utf8")
    (folder / "gh").write_text("#!/bin/sh\necho 7\n")
    (folder / "gh").chmod(0o755)
    known = {"COMMIT": "c", "RUN_PAGE": "https://example.org/run#artifacts"}
    known["PAGES"] = "https://example.org/check#artifacts"
    known["PATH"] = f"{folder}:{os.environ['PATH']}"
    subprocess.run(["sh", "-e", "-c", job["steps"][-1]["run"]], cwd=folder, env=known, check=True)
    return (folder / "comment.md").read_text("utf8")


REVIEWS = (
    ".github/workflows/review.yml",
    "generator/authoring/starter/dot_github/workflows/review.yml",
)


@pytest.mark.parametrize("path", REVIEWS)
def test_a_long_review_is_cut_before_a_section_and_links_to_the_whole(
    path: str, tmp_path: Path
) -> None:
    sections = [f"## Quyết định {number}\n\n{'chữ Việt ' * 900}\n\n" for number in range(9)]
    comment = posted(path, "# Thay đổi\n\n" + "".join(sections), tmp_path)
    kept, review, pages = comment.rsplit("\n\n", 2)
    assert len(comment.encode()) < 60_300
    assert kept.count("## Quyết định") in range(3, 9)
    assert kept.rstrip().endswith("chữ Việt")
    assert "https://example.org/run#artifacts" in review
    assert "https://example.org/check#artifacts" in pages


@pytest.mark.parametrize("path", REVIEWS)
def test_a_short_review_is_posted_whole(path: str, tmp_path: Path) -> None:
    assert posted(path, "# Thay đổi\n\n## Một\n\nHết.\n", tmp_path).startswith(
        "# Thay đổi\n\n## Một\n\nHết.\n"
    )


@pytest.mark.parametrize("root", [Path(), Path("generator/authoring/starter")], ids=str)
def test_a_request_is_checked_with_enough_history_to_know_where_it_left_the_base(
    root: Path,
) -> None:
    mark = "." if root == Path() else "dot_"
    github = (root / f"{mark}github/workflows/check.yml").read_text("utf8")
    assert "fetch-depth: ${{ github.event_name == 'pull_request' && '0' || '1' }}" in github
    assert "BASE: origin/${{ github.base_ref" in github
    gitlab = yaml.safe_load((root / f"{mark}gitlab-ci.yml").read_text("utf8"))
    assert gitlab["review"]["variables"]["GIT_DEPTH"] == "0"
    assert "--depth" not in github + str(gitlab)


def test_gitlab_comments_in_a_job_of_its_own() -> None:
    flow = yaml.safe_load(Path(".gitlab-ci.yml").read_text("utf8"))
    comment = flow["comment"]
    assert comment["variables"]["GIT_STRATEGY"] == "none"
    assert "REVIEW_TOKEN" not in str(flow["review"]) + str(flow["check"])
    for name in ("check", "review", "pages"):
        assert flow[name]["stage"] in flow["stages"]


def test_both_forges_offer_the_same_templates() -> None:
    ours = {path.name: path.read_text("utf8") for path in TEMPLATES.glob("*.md")}
    theirs = Path(".gitlab/merge_request_templates").glob("*.md")
    assert ours == {path.name: path.read_text("utf8") for path in theirs}
    assert len(ours) == 5
    default = Path(".github/pull_request_template.md").read_text("utf8")
    assert all(f"?template={name}" in default for name in ours)


@pytest.mark.parametrize("path", [".gitlab-ci.yml", STARTER.parents[1] / "dot_gitlab-ci.yml"])
def test_the_review_of_a_merge_request_is_made_by_the_code_of_its_target(path: Path) -> None:
    jobs = yaml.safe_load(Path(path).read_text("utf8"))
    review = jobs["review"]
    assert not {"extends", "before_script", "cache"} & review.keys(), "what the request may write"
    commands = review["script"]
    into_base = commands.index('cd "$BASE"')
    assert 'git worktree add --detach "$BASE" refs/review/base' in commands[:into_base]
    assert not any("niemyet " in line or "tools" in line for line in commands[:into_base])
    ours = (".venv/", "sh tools/", "python -m venv .venv")
    assert all(line.startswith(ours) for line in commands[into_base + 1 :])
    with_token = [name for name, job in jobs.items() if "REVIEW_TOKEN" in str(job)]
    assert with_token == ["comment"]
    assert jobs["comment"]["variables"] == {"GIT_STRATEGY": "none"}
    assert [one["job"] for one in jobs["comment"]["needs"]] == ["review"]


def test_an_action_is_pinned_to_one_commit_that_names_its_release() -> None:
    uses = re.compile(r"uses: (actions/[a-z-]+)@([0-9a-f]{40})  # (v[0-9.]+)$", re.M)
    written = "\n".join(path.read_text("utf8") for path in RECIPES)
    assert len(uses.findall(written)) == written.count("uses: ")
    found = set(uses.findall(written))
    assert len({name for name, _, _ in found}) == len(found) >= 5
