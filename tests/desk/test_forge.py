"""Requests on a forge: what both kinds are asked, and one reason for each thing that fails."""

from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.node import ask_script
from generator.records.registers import Repository
from generator.site.desk_forge import CATALOGUE_FOLDER, forge_api
from tests.conftest import PROJECT, SAMPLE
from tests.desk.conftest import Modules
from tests.desk.forge_server import NAME, TOKEN, ForgeState, serve_forge

CHANGED = "agencies/btp.yml"
NEW = "agencies/so-moi.yml"
Forge = tuple[ForgeState, str]


@pytest.fixture(scope="module")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forge]:
    with serve_forge(SAMPLE, tmp_path_factory.mktemp("forge")) as served:
        yield served


def question(kind: str, address: str, branch: str, **other: Any) -> dict[str, Any]:
    text = (SAMPLE / CHANGED).read_text("utf8")
    named = Repository(forge=kind, address=f"{address}/{NAME}")
    api = {"forge": kind, "api": forge_api(named).base, "folder": CATALOGUE_FOLDER}
    files = [
        {"path": CHANGED, "base": text, "text": f"{text}note: Đã xem.\n"},
        {"path": NEW, "base": None, "text": "id: so-moi\n"},
    ]
    proposal = {"branch": branch, "title": "777/QĐ-BTP: Sửa", "text": "Một dòng.", "files": files}
    return {"repository": api, "token": TOKEN, "proposal": proposal} | other


def asked(modules: Modules, *questions: dict[str, Any]) -> list[dict[str, Any]]:
    return ask_script(PROJECT / "tests" / "desk" / "ask-forge.mjs", modules.folder, questions)


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_request_is_one_commit_on_a_branch_of_its_own(
    modules: Modules, forge: Forge, kind: str
) -> None:
    state, address = forge
    branch = f"de-nghi/{kind}"
    [answer] = asked(modules, question(kind, address, branch))
    assert answer["first"]["state"] == "opened"
    assert answer["first"]["address"].startswith("https://forge.example.org/")
    request = state.requests[-1]
    assert request == {
        "branch": branch,
        "into": "main",
        "title": "777/QĐ-BTP: Sửa",
        "text": "Một dòng.",
    }
    assert state.git("rev-list", "--count", f"main..{branch}") == "1"
    changes = state.git("diff", "--numstat", "main", branch).splitlines()
    assert changes == [f"1\t0\tcatalogue/{CHANGED}", f"1\t0\tcatalogue/{NEW}"]
    host = address.removeprefix("http://")
    assert answer["hosts"] == [f"{host},error,omit"]


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_each_failure_has_its_reason_and_changes_nothing(
    modules: Modules, forge: Forge, kind: str
) -> None:
    state, address = forge
    before = state.git("for-each-ref", "refs/heads")
    refused = question(kind, address, "a", token="other")
    absent = question(kind, address, "b")
    absent["repository"]["api"] += "-gone"
    taken = question(kind, address, "main")
    late = question(kind, address, "d")
    late["proposal"]["files"][0]["base"] += "cũ"
    there = question(kind, address, "e")
    there["proposal"]["files"][1]["path"] = "agencies/btc.yml"
    offline = question(kind, "http://127.0.0.1:9", "f")
    answers = asked(modules, refused, absent, taken, late, there, offline)
    keys = [one["first"]["key"] for one in answers]
    assert keys == ["token", "repository", "branch", "conflict", "conflict", "unreachable"]
    assert answers[3]["first"]["values"] == {"names": f"catalogue/{CHANGED}"}
    assert state.git("for-each-ref", "refs/heads") == before


@pytest.mark.parametrize(("kind", "last"), [("github", "/pulls"), ("gitlab", "/merge_requests")])
def test_a_request_that_fails_behind_its_branch_is_opened_by_the_next_try(
    modules: Modules, forge: Forge, kind: str, last: str
) -> None:
    state, address = forge
    [answer] = asked(modules, question(kind, address, f"lai/{kind}", failing=last))
    assert answer["first"]["key"] == "unreachable"
    assert answer["again"]["state"] == "opened"
    assert state.git("rev-list", "--count", f"main..lai/{kind}") == "1"


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_sending_again_brings_the_same_request_up_to_date(
    modules: Modules, forge: Forge, kind: str
) -> None:
    state, address = forge
    asking = question(kind, address, f"moi/{kind}")
    again = {**asking["proposal"], "title": "778/QĐ-BTP: Sửa", "text": "Hai dòng."}
    changed, dropped = again["files"]
    again["files"] = [{**changed, "text": f"{changed['text']}hours: Sáng.\n"}]
    count = len(state.requests)
    [answer] = asked(modules, {**asking, "again": again})
    assert answer["again"] == {**answer["first"], "state": "updated"}
    assert len(state.requests) == count + 1
    assert state.requests[-1] == {
        "branch": f"moi/{kind}",
        "into": "main",
        "title": "778/QĐ-BTP: Sửa",
        "text": "Hai dòng.",
    }
    assert dropped["path"] == NEW
    changes = state.git("diff", "--numstat", "main", f"moi/{kind}").splitlines()
    assert changes == [f"2\t0\tcatalogue/{CHANGED}"]
    assert state.git("rev-list", "--count", f"main..moi/{kind}") == "2"


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_nothing_new_makes_no_commit(modules: Modules, forge: Forge, kind: str) -> None:
    state, address = forge
    asking = question(kind, address, f"vay/{kind}")
    [answer] = asked(modules, {**asking, "again": asking["proposal"]})
    assert answer["again"] == {**answer["first"], "state": "same"}
    assert state.git("rev-list", "--count", f"main..vay/{kind}") == "1"


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_what_another_has_changed_on_the_branch_is_not_written_over(
    modules: Modules, forge: Forge, kind: str
) -> None:
    state, address = forge
    branch = f"sua/{kind}"
    asking = question(kind, address, branch)
    [first] = asked(modules, asking)
    assert first["first"]["state"] == "opened"
    tip = state.git("rev-parse", branch)
    tree = state.tree(tip, {f"catalogue/{NEW}": "id: khac\n"})
    state.advance(branch, state.commit(tree, tip, "another"))
    [answer] = asked(modules, {**asking, "sent": first["sent"]})
    assert answer["first"]["key"] == "edited"
    assert answer["first"]["values"] == {"names": f"catalogue/{NEW}"}


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_request_that_was_closed_is_opened_anew(
    modules: Modules, forge: Forge, kind: str
) -> None:
    state, address = forge
    asking = question(kind, address, f"dong/{kind}")
    [first] = asked(modules, asking)
    state.closed.add(len(state.requests))
    [answer] = asked(modules, {**asking, "sent": first["sent"]})
    assert answer["first"]["state"] == "opened"
    assert len(state.open_requests(f"dong/{kind}")) == 1
