"""Words of rare values stand in files of their own, and a result that shows one has them."""

import json
import shutil
from pathlib import Path
from typing import Any

from generator.model.edition import Edition
from generator.search.cards import cards, in_card_order
from generator.search.files import _add_rare, named_files, search_files
from generator.search.rare_values import COMMON, IN_A_FILE, rare_files, without_rare
from generator.search.titles import characters, numbers
from tests.search.node import ask


def columns(values: int) -> dict[str, dict[str, Any]]:
    times = [f"{number} ngày" for number in range(values)]
    return {
        "time": {"values": times, "of": "!"},
        "fee": {"values": [("amount", one) for one in times], "of": "!"},
        "levels": {"values": ["commune"], "of": "!"},
    }


def test_only_what_few_procedures_have_is_taken_out() -> None:
    written = columns(COMMON + IN_A_FILE + 1)
    short = without_rare(written)
    assert short["levels"] == written["levels"]
    assert short["time"]["values"][COMMON - 1 : COMMON + 1] == [f"{COMMON - 1} ngày", ""]
    assert short["fee"]["values"][COMMON] == ("amount",)
    assert [len(values) for _, values in rare_files(written)] == [IN_A_FILE, 1] * 2
    assert list(rare_files(columns(COMMON))) == []


def test_a_value_of_one_document_is_the_next_of_these() -> None:
    times = {"values": ["5 ngày", "7 ngày", "", "9 ngày"], "of": characters([0, 2, 1, 0, 1, 3])}
    short = without_rare({"time": times, "fee": {"values": [], "of": ""}})["time"]
    assert short["once"] == 2
    assert numbers(short["of"]) == [1, 0, 2, 1, 2, 0]


def test_the_manifest_names_the_files_of_rare_values(sample: Edition) -> None:
    manifest = json.loads(dict(search_files(sample))["search/manifest.json"])
    contents: dict[str, bytes] = {}
    manifest["rare"]["files"] = _add_rare(columns(COMMON + 2 * IN_A_FILE), contents)
    assert len(contents) == 4
    assert {f"search/{path}" for path in contents} <= set(named_files(manifest))


def test_a_result_has_the_words_of_a_rare_value(
    sample: Edition, sample_site: Path, tmp_path: Path
) -> None:
    site = Path(shutil.copytree(sample_site, tmp_path / "site"))
    path = site / "search/manifest.json"
    manifest = json.loads(path.read_text("utf8"))
    (before,) = ask(site, [("answer", "dang ky ket hon")])
    full = cards(sample, in_card_order(sample))
    card_file = site / f"search/cards/{manifest['cards']}.json"
    shown = json.loads(card_file.read_text("utf8"))
    for name in ("time", "fee"):
        values = full["columns"][name]["values"]
        bare = [value[:1] if name == "fee" else "" for value in values]
        shown["columns"][name]["values"] = bare
        (site / f"search/rare/{name}-0-abc.json").parent.mkdir(exist_ok=True)
        (site / f"search/rare/{name}-0-abc.json").write_text(json.dumps(values), "utf8")
    manifest["rare"] = {"common": 0, "in_a_file": 999, "files": {"time": "abc", "fee": "abc"}}
    card_file.write_text(json.dumps(shown), "utf8")
    path.write_text(json.dumps(manifest), "utf8")
    (after,) = ask(site, [("answer", "dang ky ket hon")])
    assert after["results"] == before["results"]
    assert any(one["time"] for one in after["results"])
