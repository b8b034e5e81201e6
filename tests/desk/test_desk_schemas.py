"""Forms out of the schemas: values have names, no key is shown, sound records have no fault."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from benchmarks.node import ask_script
from generator.locale import LANGUAGES, words_of
from generator.records.layout import catalogue_files
from generator.records.yaml_reader import read_yaml
from generator.site.desk_schemas import DESK_KINDS, desk_schemas
from tests.conftest import PROJECT, SAMPLE
from tests.desk.conftest import Modules

KEY = re.compile(
    r"`|[a-z]+_[a-z]+|\.yml|∅|(?<!Quốc hội )[Kk]hóa\b(?! Quốc hội)|\bv\d{3}|nháy kép|niemyet"
)
SPEECH = re.compile(r"thụt|hai dấu cách|sát lề|thẳng hàng|gạch đầu dòng|dưới nó|sau dấu hai chấm")
"""How a file is indented and written, which nobody sees at the desk."""
OF_FILES = ("YM", "NL", "CT200", "CT202", "CT215", "CT220", "CT221")
"""Findings about files as such, and of imports: the page writes files in the style of the house."""
ELSEWHERE = ("CQ818", "NB405", "NY707", "NY728")
"""Findings in records that the desk neither publishes nor edits."""
GIVEN = {
    "version": "v002", "before": "v001", "after": "v002", "keys": "title", "key": "title",
    "file": "agencies/btp.yml", "path": "agencies/btp.yml", "model": "v001.yml",
    "found": "v001", "place": "agencies/btp.yml",
}  # fmt: skip
"""What stands in the sentences for the reader to see: other values are letters."""
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


def sentences(modules: Modules, texts: Mapping[str, str], kind: str) -> dict[str, str]:
    """What the page says of a finding of each code, whose words are those of the locale."""
    codes = sorted({key.split(".")[1] for key in texts if key.startswith("findings.")})
    findings = [
        {"kind": kind, "finding": {"code": code, "severity": "error", "pointer": []} | words}
        for code in codes
        for words in [{one: filled(texts, code, one) for one in ("title", "detail", "fix")}]
    ]
    entries = {key: text for key, text in texts.items() if key.startswith("desk.")}
    asked = [{"schemas": SCHEMAS, "entries": entries, "findings": findings}]
    script = PROJECT / "tests" / "desk" / "say-plainly.mjs"
    return dict(zip(codes, ask_script(script, modules.folder, asked), strict=True))


def filled(texts: Mapping[str, str], code: str, part: str) -> str:
    text = texts.get(f"findings.{code}.{part}", "")
    return re.sub(r"\{([a-z_]+)\}", lambda found: GIVEN.get(found[1], "x"), text)


@pytest.mark.parametrize("kind", ["version", "decision", "agency", "legal-document"])
def test_no_finding_shows_an_officer_a_key_a_file_or_a_command(modules: Modules, kind: str) -> None:
    said = sentences(modules, words_of("vi").entries, kind)
    assert len(said) > 250
    shown = {
        code: text for code, text in said.items() if not code.startswith((*OF_FILES, *ELSEWHERE))
    }
    assert len(shown) > 230
    assert {code: text for code, text in shown.items() if KEY.search(text)} == {}
    assert {code: text for code, text in shown.items() if SPEECH.search(text)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exception_is_asked_of_others(modules: Modules, language: str) -> None:
    words = words_of(language)
    recipe = words("hint.exception", code="TL122", path="decisions/btp/2026/1.yml")
    texts = {"desk.by_exception": words("desk.by_exception"), "findings.X.fix": f"{recipe}."}
    said = sentences(modules, {**texts, "desk.fix": "{fix}", **PLAIN}, "decision")["X"]
    assert said.strip().endswith(f"{words('desk.by_exception')}.")


def test_no_message_of_the_page_shows_a_key_a_file_or_a_command() -> None:
    """But those that speak of a file which a person has or asks for, and those of the command."""
    of_command = ("no_packages", "failed", "done", "import")
    of_files = ("exceptions_note", "exceptions_file", "not_sent.no_catalogue")
    exempt = {f"desk.{one}" for one in (*of_command, *of_files)}
    entries = words_of("vi").entries
    said = {
        key: text for key, text in entries.items() if key.startswith("desk.") and key not in exempt
    }
    assert len(said) > 150
    assert {key: text for key, text in said.items() if KEY.search(text)} == {}


def test_what_is_empty_is_said_in_words() -> None:
    assert words_of("vi")("types.nothing") == "để trống"


def test_sentences_of_the_rules_name_fields_values_and_versions(modules: Modules) -> None:
    texts = {"findings.X.title": "", "findings.X.detail": "", "desk.fix": "{fix}", **PLAIN}
    texts["findings.X.fix"] = (
        "thêm `grounds:` hoặc xóa `- title` khỏi `amended_parts`; `action: correct`, `null`, "
        "v004, catalogue.yml, `khong-co`"
    )
    said = sentences(modules, texts, "decision")["X"]
    assert said.strip().endswith(
        "thêm “Căn cứ” hoặc xóa “Tên thủ tục” khỏi “Phần được sửa”; “Việc làm” là “Đính chính”, "
        "để trống, phiên bản 4, “Danh mục”, “khong-co”"
    )


PLAIN = {
    key: words_of("vi")(key)
    for key in ("desk.is", "desk.left_empty", "desk.version_plain", "desk.identity")
}


def test_a_file_of_a_procedure_is_named_by_what_it_is(modules: Modules) -> None:
    texts = {"findings.X.title": "", "desk.fix": "{fix}", "findings.X.fix": "", **PLAIN}
    texts["findings.X.detail"] = "Khác với procedures/ho-tich/2.900107/v002.yml ở: phí"
    said = sentences(modules, texts, "version")["X"]
    assert "Khác với “Một bản ghi” ở: phí" in said


def test_commands_twins_and_given_ids_are_left_out_of_sentences(modules: Modules) -> None:
    texts = {"findings.X.title": "", "desk.fix": "{fix}", **PLAIN}
    texts["findings.X.detail"] = "Khoản thu “p1” của dòng d2."
    texts["findings.X.fix"] = (
        "viết VND; lệnh `niemyet fmt` viết lại giúp. Thêm `amount` (Mức thu); ghi `none: true`."
    )
    said = sentences(modules, texts, "version")["X"]
    assert "Khoản thu “1” của dòng 2." in said
    assert said.strip().endswith("viết VND. Thêm “Mức thu”; ghi “Không có”.")


def test_what_the_rules_will_ask_of_a_fee_is_known_before_they_run(modules: Modules) -> None:
    fee = {"id": "p1", "state": "amount", "amount": 5000, "currency": "VND", "unit": "bản"}
    fees = {"items": [fee, {"id": "p2", "state": "free"}]}
    value = {"channels": {"items": [{"id": "c1", "method": "direct", "fees": fees}]}}
    asked = ("schema", "askedIn", [SCHEMAS["version"], value, SCHEMAS["common"]])
    (found,) = modules.ask([asked])
    place = ["channels", "items", 0, "fees", "items", 0]
    assert [one["pointer"] for one in found] == [[*place, "basis"], [*place, "exemptions"]]
