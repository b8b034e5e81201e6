"""What is only for some stands behind what is for everybody, and the answer says so."""

import json
import shutil
from pathlib import Path

import pytest

from tests.search.node import ask

ABROAD = ["abroad", "Chỉ tại cơ quan đại diện Việt Nam ở nước ngoài"]
PLAIN, ASKED = "kết hôn", "kết hôn ở nước ngoài"


@pytest.fixture(scope="module")
def first(sample_site: Path) -> str:
    """The code of the first answer to a plain question."""
    return str(ask(sample_site, [("search", PLAIN)])[0][0])


@pytest.fixture(scope="module")
def narrowed_site(sample_site: Path, first: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search of the sample, where that first answer is filed abroad alone."""
    site = tmp_path_factory.mktemp("narrowed")
    for folder in ("search", "places", "assets"):
        shutil.copytree(sample_site / folder, site / folder)
    (titles,) = ask(sample_site, [("titles", None)])
    manifest = json.loads((site / "search/manifest.json").read_text("utf8"))
    path = site / f"search/cards/{manifest['cards']}.json"
    cards = json.loads(path.read_text("utf8"))
    of = "".join('"' if code == first else "!" for code in titles)
    cards["columns"]["narrowing"] = {"values": [[], ABROAD], "of": of}
    path.write_text(json.dumps(cards), "utf8")
    return site


def test_the_answer_says_that_its_best_is_for_some_alone_unless_asked_for(
    sample_site: Path, narrowed_site: Path, first: str
) -> None:
    (before,) = ask(sample_site, [("answer", PLAIN)])
    unasked, asked = ask(narrowed_site, [("answer", PLAIN), ("answer", ASKED)])
    assert [answer["results"][0]["code"] for answer in (before, unasked, asked)] == [first] * 3
    assert "narrowed" not in before
    assert "narrowed" not in asked
    assert unasked["narrowed"] == ABROAD[1]
    assert unasked["results"][0]["score"] == pytest.approx(0.8 * before["results"][0]["score"])


def test_nothing_is_said_of_what_was_asked_for_by_its_code(narrowed_site: Path, first: str) -> None:
    (answer,) = ask(narrowed_site, [("answer", f"{PLAIN} {first}")])
    assert answer["results"][0]["code"] == first
    assert "narrowed" not in answer
