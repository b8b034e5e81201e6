"""Forms out of the schemas: values have names, no key is shown, sound records have no fault."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.locale import LANGUAGES, words_of
from generator.records.layout import catalogue_files
from generator.records.yaml_reader import read_yaml
from generator.site.desk_schemas import DESK_KINDS, desk_schemas
from tests.conftest import SAMPLE
from tests.desk.conftest import Modules

KEY = re.compile(r"`|[a-z]+_[a-z]+|\.yml")
SCHEMAS = desk_schemas(words_of("vi"))


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_every_list_has_a_name(language: str) -> None:
    named = [node for node in nodes(desk_schemas(words_of(language))) if "x-labels" in node]
    assert len(named) > 20
    for node in named:
        assert len(node["x-labels"]) == len(node["enum"])
        assert not any(KEY.search(label) or "{" in label for label in node["x-labels"])


def test_no_key_of_a_record_stands_in_a_description() -> None:
    said = [one["description"] for one in nodes(SCHEMAS) if isinstance(one.get("description"), str)]
    assert len(said) > 100
    assert [text for text in said if KEY.search(text)] == []


def test_sound_records_have_no_fault(modules: Modules) -> None:
    files = [file for file in catalogue_files(SAMPLE) if file.kind in DESK_KINDS]
    values = [read_yaml((SAMPLE / file.path).read_bytes(), "").value for file in files]
    asked = [
        ("schema", "problemsOf", [SCHEMAS[str(file.kind)], value, SCHEMAS["common"]])
        for file, value in zip(files, values, strict=True)
    ]
    faults = dict(zip([file.path for file in files], modules.ask(asked), strict=True))
    assert {path: found for path, found in faults.items() if found} == {}


ROW = {"id": "d1", "action": "amend", "procedure": "1.001193", "version": "v002"}


@pytest.mark.parametrize(
    ("kind", "value", "pointer", "key"),
    [
        ("agency", {"id": "a", "kind": "agency"}, ["name"], "required"),
        ("agency", {"id": "a", "name": "A", "kind": "x"}, ["kind"], "choice"),
        ("decision", {"signed": "2026-02-30"}, ["signed"], "day"),
        ("decision", {"rows": [ROW]}, ["rows", 0, "amended_parts"], "required"),
        ("version", {"steps": {"text": "a"}}, ["steps"], "alternative"),
    ],
)
def test_a_fault_is_found_at_its_place(
    modules: Modules, kind: str, value: Any, pointer: list[str | int], key: str
) -> None:
    [found] = modules.ask([("schema", "problemsOf", [SCHEMAS[kind], value, SCHEMAS["common"]])])
    assert (pointer, key) in [(one["pointer"], one["key"]) for one in found]


def test_a_key_that_a_schema_gains_has_a_field(modules: Modules) -> None:
    schema = json.loads(json.dumps(SCHEMAS["agency"]))
    schema["properties"]["motto"] = {"title": "Khẩu hiệu", "$ref": "common.schema.json#/$defs/line"}
    [fields] = modules.ask([("schema", "fieldsOf", [schema, {}, SCHEMAS["common"]])])
    gained = next(field for field in fields if field["key"] == "motto")
    assert (gained["schema"]["title"], gained["required"]) == ("Khẩu hiệu", False)
    assert modules.ask([("schema", "kindOf", [gained["schema"]])]) == ["line"]


def test_an_action_decides_which_fields_a_row_has(modules: Modules) -> None:
    row = SCHEMAS["decision"]["properties"]["rows"]["items"]
    asked = [
        ("schema", "fieldsOf", [row, {"action": a}, SCHEMAS["common"]])
        for a in ("abolish", "replace")
    ]
    abolish, replace = ({field["key"] for field in fields} for fields in modules.ask(asked))
    assert "version" not in abolish
    assert "procedure" in abolish
    assert "procedure" not in replace
    assert {"replaces", "by"} <= replace


def test_the_page_alone_may_run_web_assembly(desk_site: Path) -> None:
    page = (desk_site / "soan-thao" / "index.html").read_text("utf8")
    assert "script-src 'self' 'wasm-unsafe-eval'" in page
    assert "<style" not in page
    assert "onclick" not in page


def test_sentences_of_the_rules_name_fields_and_no_keys(modules: Modules) -> None:
    text = "thêm `grounds:` hoặc xóa `- title` khỏi `amended_parts`; `niemyet new`, `khong_co`"
    [named] = modules.ask([("key-names", "withFieldNames", [text, SCHEMAS, "decision"])])
    assert named == (
        "thêm “Căn cứ” hoặc xóa “Tên thủ tục” khỏi “Phần được sửa”; `niemyet new`, `khong_co`"
    )
