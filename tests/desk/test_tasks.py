"""Tasks of the desk: what they make is what the generator means by the same words."""

import json
import random
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.node import ask_script
from benchmarks.search.__main__ import node
from generator.authoring.formatter import formatted
from generator.law.changes import changed_parts
from generator.law.text import slug
from generator.law.timeline import timelines
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.records.version import Version
from generator.records.yaml_writer import to_yaml
from generator.site.desk import FOLDER
from generator.site.desk_agencies import desk_agencies
from generator.site.desk_schemas import desk_schemas
from generator.site.desk_timelines import desk_timelines
from tests.conftest import PROJECT, SAMPLE
from tests.desk.conftest import Modules
from tests.desk.test_edits import changed_lines, value_of

ORDER = desk_schemas(words_of("vi"))["decision"]["properties"]["rows"]["items"]["properties"][
    "amended_parts"
]["items"]["enum"]


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(SAMPLE)[0]


def mutated(value: Any, chance: random.Random) -> Any:
    """A copy with one text, number, flag or list changed somewhere."""
    copy = json.loads(json.dumps(value))
    places = [(node, key) for node in containers(copy) for key in keys_of(node)]
    node, key = chance.choice(places)
    found = node[key]
    if isinstance(found, list):
        chance.shuffle(found)
    elif isinstance(found, bool):
        node[key] = not found
    elif isinstance(found, int):
        node[key] = found + 1
    elif isinstance(found, str) and key not in ("id", "method", "version", "procedure"):
        node[key] = f"{found} khác"
    return copy


def containers(node: Any) -> list[Any]:
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    here = [node] if isinstance(node, dict | list) else []
    return here + [found for one in inner for found in containers(one)]


def keys_of(node: Any) -> list[Any]:
    return list(node) if isinstance(node, dict) else list(range(len(node)))


def test_parts_that_differ_are_those_that_a_check_finds(modules: Modules) -> None:
    chance = random.Random(3)
    pairs = []
    for file in sorted(SAMPLE.glob("procedures/*/*/v*.yml")):
        value = value_of(file.read_text("utf8"))
        pairs += [(value, mutated(value, chance)) for _ in range(3)]
    asked = [("parts", "changedParts", [one, other, ORDER]) for one, other in pairs]
    found = modules.ask(asked)
    expected = [changed_parts(*(msgspec.convert(one, Version) for one in pair)) for pair in pairs]
    assert len([parts for parts in expected if parts]) > 60
    assert {part for parts in expected for part in parts} >= {"time", "fees", "dossier"}
    for pair, ours, theirs in zip(pairs, found, expected, strict=True):
        assert set(ours) == theirs, pair


def test_an_amendment_begins_from_the_text_that_binds_on_its_day(
    modules: Modules, sample: Catalogue
) -> None:
    published = json.loads(json.dumps(desk_timelines(sample)))
    cases = []
    for code, timeline in timelines(sample).items():
        starts = [one.start for one in timeline.intervals if one.start]
        days = {start + timedelta(days=step) for start in starts for step in (-1, 0, 1)}
        cases += [(code, day, timeline) for day in sorted(days)]
    asked = [("timeline", "versionOn", [published[code], str(day)]) for code, day, _ in cases]
    for (code, day, timeline), found in zip(cases, modules.ask(asked), strict=True):
        covering = [one.version for one in timeline.intervals if one.covers(day)]
        assert found == (covering or [timeline.intervals[-1].version])[-1], (code, day)


def test_what_is_still_to_bind_is_named_and_can_be_annulled(modules: Modules) -> None:
    times = {
        "a": {
            "intervals": [
                {"version": "v001", "from": None, "until": "2027-01-01"},
                {"version": "v002", "from": "2027-01-01", "until": None},
            ],
            "rows": [
                {"decision": "x/2020/1", "row": "d1", "action": "publish", "effective": None},
                {
                    "decision": "x/2026/2",
                    "row": "d1",
                    "action": "amend",
                    "effective": "2027-01-01",
                },
            ],
        }
    }
    now, later, rows = modules.ask(
        [
            ("timeline", "versionOn", [times["a"], "2026-12-31"]),
            ("timeline", "waitingAfter", [times["a"], "2026-12-31"]),
            ("timeline", "rowsAfter", [times, "2026-12-31"]),
        ]
    )
    assert now == "v001"
    assert [one["version"] for one in later] == ["v002"]
    assert [(one["decision"], one["procedures"]) for one in rows] == [("x/2026/2", ["a"])]


def test_names_of_files_are_those_that_the_command_gives(
    modules: Modules, sample: Catalogue
) -> None:
    titles = [versions[-1].title for versions in sample.versions.values()]
    titles += ["Con", "…", "Cấp – đổi; “thu hồi” giấy phép " * 4]
    found = modules.ask([("names", "slug", [title, 60]) for title in titles])
    assert found == [slug(title) for title in titles]
    documents = sample.documents.values()
    keys = modules.ask([("names", "documentId", [one.number]) for one in documents])
    assert keys == [one.id for one in documents]


def test_a_new_procedure_has_both_its_files_in_the_style_of_the_house(modules: Modules) -> None:
    copied = (SAMPLE / "procedures/ho-tich/1.001193/v002.yml").read_text("utf8")
    asked = {
        "id": "chua-co-ma-x",
        "code": "",
        "field": "ho-tich",
        "agency": "btp",
        "reason": "Chưa cấp.",
    }
    identity, blank, like = modules.ask(
        [
            ("rows", "procedureText", [asked]),
            ("rows", "firstVersion", ["chua-co-ma-x", "Việc mới"]),
            ("rows", "firstVersion", ["chua-co-ma-x", "Việc mới", copied]),
        ]
    )
    for kind, text in (("procedure", identity), ("version", blank), ("version", like)):
        assert formatted(kind, text.encode()) == text.encode()
    assert value_of(identity)["unknown"] == {"code": "Chưa cấp."}
    unsaid = value_of(blank)
    assert (unsaid["dossier"]["sets"], unsaid["online"]["level"]) == (None, "")
    assert unsaid["channels"]["items"][0]["method"] == ""
    assert changed_lines(copied, like) == (3, 3)


def test_an_agency_that_ends_is_three_changed_lines(modules: Modules) -> None:
    text = (SAMPLE / "agencies/so-noi-vu.yml").read_text("utf8")
    fields = (SAMPLE / "fields.yml").read_text("utf8")
    old, new, named, noted = modules.ask(
        [
            ("agency", "endedText", [text, ["so-moi"], "2026-03-01"]),
            ("agency", "successorText", ["so-moi", "Sở Mới", "2026-03-01", value_of(text)]),
            ("agency", "renamedText", [fields, "fields", ["byt"], "bnv"]),
            ("agency", "notedText", [text, "Theo 1/NQ-HĐND."]),
        ]
    )
    assert changed_lines(text, old) == (0, 3)
    assert value_of(old)["valid_to"] == str(date(2026, 2, 28))
    assert value_of(new)["level"] == value_of(text)["level"]
    assert changed_lines(fields, named) == (1, 1)
    assert value_of(noted)["note"] == "Theo 1/NQ-HĐND."
    for one in (old, new, noted):
        assert formatted("agency", one.encode()) == one.encode()


def test_a_redline_holds_both_texts_and_marks_whole_words(modules: Modules) -> None:
    pairs = [
        ("Nộp 02 bản sao tại quầy.", "Nộp 01 bản sao tại quầy hoặc qua mạng."),
        ("", "Mới"),
        ("một\ndòng  hai", "một\ndòng ba"),
        ("giống", "giống"),
    ]
    for (before, after), changes in zip(
        pairs, modules.ask([("redline", "wordChanges", list(pair)) for pair in pairs]), strict=True
    ):
        assert "".join(text for mark, text in changes if mark != "+") == before
        assert "".join(text for mark, text in changes if mark != "-") == after
    [first] = modules.ask([("redline", "wordChanges", list(pairs[0]))])
    assert ["-", " 02"] in first
    assert ["+", " 01"] in first


def test_without_a_search_of_the_site_names_are_found_by_the_beginnings_of_words(
    modules: Modules,
) -> None:
    records = [
        {"title": title, "path": f"procedures/x/1.00000{at}/procedure.yml"}
        for at, title in enumerate(["Công chứng", "Con nuôi: đăng ký lại", "Đăng ký con nuôi"])
    ]
    typed = ["con nuoi", "dang ky con", "1.000000", "nuôi đăng", "ứng"]
    asked = [("names", "findRecords", [text, records]) for text in typed]
    found = [[one["title"] for one in answer] for answer in modules.ask(asked)]
    first, second, third = (one["title"] for one in records)
    assert found == [[second, third], [third, second], [first], [second, third], []]


def test_figures_before_a_new_name_are_a_code_and_never_part_of_the_name(modules: Modules) -> None:
    lines = "1.900198 Cấp thẻ\n1.90555 Cấp bản sao\n1,900198 Cấp\nCấp 2 bản\n\n12 việc"
    [found] = modules.ask([("rows", "newProcedures", [lines])])
    assert [(one["code"], one["title"]) for one in found] == [
        ("1.900198", "Cấp thẻ"),
        ("1.90555", "Cấp bản sao"),
        ("1,900198", "Cấp"),
        ("", "Cấp 2 bản"),
        ("", "12 việc"),
    ]


def test_a_day_is_one_of_the_calendar(modules: Modules) -> None:
    typed = ["31/12/2026", "29/2/2028", "31/04/2027", "30/02/2027", "29/2/2027", "1/2027", ""]
    days = modules.ask([("fields", "typedDay", [text]) for text in typed])
    assert days == ["2026-12-31", "2028-02-29", None, None, None, None, ""]


def test_a_law_is_found_by_its_number_with_the_slash(modules: Modules) -> None:
    law = {"path": "legal-documents/123-2015-nd-cp.yml", "title": "123/2015/NĐ-CP – Hộ tịch"}
    other = {"path": "legal-documents/123-2016-nd-cp.yml", "title": "123/2016/NĐ-CP – Bộ"}
    asked = ["123/2015/NĐ-CP", "123/2015", "nđ-cp 2015", "hộ tịch"]
    found = modules.ask([("names", "findRecords", [one, [law, other]]) for one in asked])
    assert found == [[law]] * 4


def test_a_number_that_may_be_meant_otherwise_is_none(modules: Modules) -> None:
    typed = [
        "10.000",
        "12,5",
        "12.5",
        "12.50",
        "0.125",
        "1.000.000",
        "5.0000",
        "10000.000",
        "5,0000",
    ]
    found = modules.ask([("inputs", "numberOf", [text]) for text in typed])
    assert found == [10000, 12.5, 12.5, 12.5, 0.125, 1000000, "5.0000", "10000.000", 5]


def test_what_a_row_does_is_settled_once_its_records_are_there(desk_site: Path) -> None:
    script = """
      const { isSettled } = await import(process.argv[1]);
      const rows = [{ action: "amend", procedure: "a", version: "v002" }, { action: "abolish" }];
      const asked = [["rows", 0, "procedure"], ["rows", 0, "note"], ["rows", 1, "action"]];
      const settled = (there) => asked.map((one) => isSettled(one, { rows }, () => there));
      const answers = [true, false].map(settled);
      process.stdout.write(JSON.stringify(answers));
    """
    module = (desk_site / FOLDER / "row-files.js").as_uri()
    run = [node(), "--input-type=module", "-e", script, module]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[True, False, False], [False, False, False]]


def test_a_pasted_table_is_the_names_in_its_rows(modules: Modules) -> None:
    word = ["| STT | Tên giấy tờ | Bản chính |", "| 1 | Tờ khai | 1 |", "| 2 | Giấy tờ B | 0 |"]
    plain = ["Tờ khai\t1\t0", "Giấy tờ B\t0\t1"]
    prose = ["Một câu.", "Hai câu."]
    asked = [("pasted-rows", "namesInRows", [one]) for one in (word, plain, prose, plain[:1])]
    assert modules.ask(asked) == [["Tờ khai", "Giấy tờ B"]] * 2 + [[], []]


def test_what_names_an_item_says_its_name(modules: Modules) -> None:
    record = {
        "forms": {"items": [{"id": "m1", "name": "Tờ khai"}]},
        "journeys": [{"id": "j", "steps": [{"id": "s1", "name": "Bước đầu"}, {"id": "s2"}]}],
    }
    asked = [
        ["m1", ["dossier", "groups", "items", 0, "items", 0, "forms", 0], record],
        ["s1", ["journeys", 0, "steps", 1, "needs", 0], record],
        ["m9", ["dossier", "groups", "items", 0, "items", 0, "forms", 0], record],
    ]
    found = modules.ask([("items", "nameOfItem", one) for one in asked])
    assert found == ["Tờ khai", "Bước đầu", "m9"]


def test_a_record_that_no_register_has_is_called_that(modules: Modules) -> None:
    schemas = desk_schemas(words_of("vi"))
    law = schemas["common"]["$defs"]["document_id"]
    group = {"type": "object", "properties": {"basis": {"$ref": "common#/$defs/document_id"}}}
    [found] = modules.ask(
        [("schema", "problemsOf", [group, {"basis": "999/2099/TT-BTC"}, schemas["common"]])]
    )
    assert law["title"]
    assert [(one["key"], one["values"]["typed"]) for one in found] == [
        ("document_id", "999/2099/TT-BTC")
    ]


def test_the_signs_of_a_number_that_were_left_out_are_put_back(modules: Modules) -> None:
    typed = ["3213 QD BTP", "3213/QD-BTP", "3213QĐ-BTP", "3213/QĐ-BTP", "45/BTP-HTQTCT", " 12 "]
    found = modules.ask([("names", "numberOfDecision", [one]) for one in typed])
    assert found == ["3213/QĐ-BTP"] * 4 + ["45/BTP-HTQTCT", "12"]


def test_words_around_a_number_are_left_out_and_its_day_is_read(modules: Modules) -> None:
    typed = {
        "số 2155/QĐ-BTP": ("2155/QĐ-BTP", ""),
        "Quyết định số 2155/QĐ-BTP ngày 31/02/2026": ("2155/QĐ-BTP", "31/02/2026"),
        "QĐ số: 2155 QD BTP, ký ngày 03 tháng 8 năm 2026": ("2155/QĐ-BTP", "03/8/2026"),
        "QĐ/9-BCA": ("QĐ/9-BCA", ""),
    }
    numbers = modules.ask([("names", "numberOfDecision", [one]) for one in typed])
    days = modules.ask([("names", "dayBehindNumber", [one]) for one in typed])
    assert list(zip(numbers, days, strict=True)) == list(typed.values())
    asked = ["2155/QĐ-BTP", "2155 / QĐ – BTP", "2155/QĐ-BTP của Bộ", "QĐ-BTP"]
    alone = modules.ask([("names", "isNumberAlone", [one]) for one in asked])
    assert alone == [True, True, False, False]
    assert modules.ask([("fields", "typedDay", ["31/02/2026"])]) == [None]


def test_fees_are_offered_to_the_ways_that_have_others(modules: Modules) -> None:
    fees = [{"none": True}, {"items": [{"id": "p1"}]}, {"none": True}]
    record = {"channels": {"items": [{"fees": one} for one in fees]}}
    asked = [["channels", "items", 0, "fees"], ["channels", "items", 1, "fees"], ["channels"]]
    found = modules.ask([("same-fees", "otherFees", [one, record]) for one in asked])
    first, second = asked[0], asked[1]
    assert found == [[second], [first, ["channels", "items", 2, "fees"]], []]


def test_what_a_new_procedure_has_of_another_one_is_told(modules: Modules) -> None:
    like = {"id": "x", "kind": "not_stated", "scope": "national", "summary": "Gọn.", "note": "–"}
    assert modules.ask([("rows", "copiedKeys", [like])]) == [["scope", "summary"]]


def test_fees_that_were_stated_are_not_written_over_unasked(modules: Modules) -> None:
    fee = {"id": "p1", "amount": 80, "basis": "x"}
    stated = [{"items": [fee]}, {"items": [{"id": "p1", "amount": 50}]}, {"none": True}]
    fees = [*stated, {"not_stated": ""}, {"items": [{"id": "p1", "amount": 80}]}]
    record = {"channels": {"items": [{"fees": one} for one in fees]}}
    asked = ["channels", "items", 0, "fees"]
    assert modules.ask([("same-fees", "statedOthers", [asked, record])]) == [[1, 2]]


def test_words_of_a_state_that_has_changed_are_told(modules: Modules) -> None:
    def fee(state: str, text: str) -> dict[str, Any]:
        fees = {"items": [{"id": "p1", "state": state, "text": text}]}
        return {"channels": {"items": [{"id": "c1", "fees": fees}]}}

    before = fee("free", "Miễn lệ phí.")
    afters = [fee("amount", "Miễn lệ phí."), fee("amount", "30.000 đồng"), before]
    found = modules.ask([("stale-words", "staleWords", [before, one]) for one in afters])
    place = ["channels", "items", 0, "fees", "items", 0, "text"]
    assert [[one["pointer"] for one in problems] for problems in found] == [[place], [], []]


def test_a_new_agency_is_a_record_that_opens_for_the_rest(modules: Modules) -> None:
    [text] = modules.ask([("agency", "newAgencyText", ["so-x", "Sở X", "province"])])
    assert value_of(text) == {"id": "so-x", "name": "Sở X", "kind": "agency", "level": "province"}


def test_words_of_a_part_that_had_no_items_are_told(modules: Modules) -> None:
    words = "Không có yêu cầu, điều kiện."
    items = [{"id": "dk1", "text": "Đủ 18 tuổi."}]
    before = {"conditions": {"none": True, "text": words}}
    afters = [{"conditions": {"items": items, "text": words}}, {"conditions": {"items": items}}]
    found = modules.ask([("stale-words", "staleWords", [before, one]) for one in afters])
    places = [[one["pointer"] for one in problems] for problems in found]
    assert places == [[["conditions", "text"]], []]


def test_a_procedure_that_is_left_out_takes_its_identity_and_its_row_along(
    modules: Modules,
) -> None:
    rows = "rows:\n- id: d1\n  action: publish\n  procedure: chua-co-ma-x\n  version: v001\n"
    kept = '- id: d2\n  action: amend\n  procedure: "1.001193"\n  version: v002\n'
    folder = "procedures/ho-tich/chua-co-ma-x"
    files = {
        "decisions/btp/2026/1.yml": {"kind": "decision", "base": None, "text": rows + kept},
        f"{folder}/procedure.yml": {"kind": "procedure", "base": None, "text": "id: x\n"},
        f"{folder}/v001.yml": {"kind": "version", "base": None, "text": "version: v001\n"},
        "procedures/ho-tich/1.001193/v002.yml": {"kind": "version", "base": None, "text": "a: b\n"},
    }
    asked = [f"{folder}/v001.yml", "procedures/ho-tich/1.001193/v002.yml"]
    new, amended = modules.ask([("row-files", "leavingWith", [files, one]) for one in asked])
    assert sorted(new["paths"]) == [f"{folder}/procedure.yml", f"{folder}/v001.yml"]
    assert [one["index"] for one in new["rows"]] == [0]
    assert (amended["paths"], [one["index"] for one in amended["rows"]]) == ([asked[1]], [1])


def test_the_day_of_a_version_is_that_of_its_row_else_of_its_decision(modules: Modules) -> None:
    rows = 'rows:\n- id: d1\n  action: amend\n  procedure: "1.001193"\n  version: v005\n'
    later = '- id: d2\n  action: amend\n  procedure: "1.001193"\n  version: v006\n'
    text = f'effective: "2026-12-01"\n{rows}{later}  effective: "2027-01-01"\n'
    files = {"decisions/btp/2026/1.yml": {"kind": "decision", "base": None, "text": text}}
    paths = [f"procedures/ho-tich/1.001193/v00{number}.yml" for number in (5, 6, 7)]
    found = modules.ask([("row-files", "dayOfVersion", [files, path]) for path in paths])
    assert found == ["2026-12-01", "2027-01-01", None]


def test_a_doubt_that_was_asked_about_is_not_asked_again(modules: Modules) -> None:
    first = ["chưa kiểm tra xong", "chưa đối chiếu"]
    asked = [(["chưa đối chiếu"], first), (["còn 2 lỗi"], first), ([], [])]
    found = modules.ask([("remaining", "isUnasked", list(one)) for one in asked])
    assert found == [False, True, False]


def test_drafts_that_act_on_one_procedure_are_told_of_each_other(modules: Modules) -> None:
    def draft(number: str, rows: str) -> dict[str, Any]:
        file = {"kind": "decision", "base": None, "text": f"rows:\n{rows}"}
        return {"id": number, "name": number, "files": {f"decisions/btp/2026/{number}.yml": file}}

    replacing = draft("1", '- id: d1\n  action: replace\n  replaces:\n  - "2.900107"\n')
    amending = draft("2", '- id: d1\n  action: amend\n  procedure: "2.900107"\n')
    other = draft("3", '- id: d1\n  action: abolish\n  procedure: "1.000101"\n')
    asked = [{"draft": replacing, "kept": [replacing, amending, other]}]
    script = PROJECT / "tests" / "desk" / "other-drafts.mjs"
    assert ask_script(script, modules.folder, asked) == [[["2", ["2.900107"]]]]


def test_pasted_words_stay_with_the_procedure_that_they_are_of(desk_site: Path) -> None:
    script = """
      const { boxesOf } = await import(process.argv[1]);
      const box = (words) => ({ words: () => words });
      const shown = (boxes) => boxes.map(({ line, box }) => [line, box?.words() ?? null]);
      const [a, b] = [{ line: "A", box: box("of A") }, { line: "B", box: box("of B") }];
      const none = { line: "", box: box("") };
      const pasted = { line: "", box: box("of one") };
      const asked = [
        [[], []], [[none], ["A"]], [[pasted], ["A"]], [[a, b], ["New", "A", "B"]],
        [[a, b], ["A", "Bc"]], [[a, b], ["B"]], [[a, b], []], [[pasted], []],
      ];
      process.stdout.write(JSON.stringify(asked.map((one) => shown(boxesOf(...one)))));
    """
    module = (desk_site / FOLDER / "pasted-contents.js").as_uri()
    run = [node(), "--input-type=module", "-e", script, module]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [
        [["", None]],
        [["A", ""]],
        [["A", "of one"]],
        [["New", None], ["A", "of A"], ["B", "of B"]],
        [["A", "of A"], ["Bc", "of B"]],
        [["B", "of B"], ["", "of A"]],
        [["", "of A"], ["", "of B"]],
        [["", "of one"]],
    ]


def test_a_merger_tells_the_procedures_in_force_that_name_an_agency(
    modules: Modules, sample: Catalogue
) -> None:
    by_agency = desk_agencies(sample)
    times = desk_timelines(sample)
    day = "2026-11-22"
    [found] = modules.ask([("named-by", "codesNaming", [by_agency["btp"], times, day])])
    binding = {code for code, one in times.items() if is_in_force(one, day)}
    published = {code for code in binding if sample.procedures[code].agency == "btp"}
    assert published
    assert published <= set(found) <= binding
    named = {"t": {"intervals": [{"version": "v001", "from": None, "until": "2026-01-01"}]}}
    asked = [(["t/v001", "x/v001"], named, one) for one in ("2025-12-31", "2026-01-01")]
    answers = modules.ask([("named-by", "codesNaming", list(one)) for one in asked])
    assert answers == [["t"], []]


def is_in_force(timeline: dict[str, Any], day: str) -> bool:
    """Whether some version of a procedure binds on a day."""
    spans = ((one["from"] or "", one["until"] or "9999") for one in timeline["intervals"])
    return any(start <= day < end for start, end in spans)


def test_an_agency_has_the_versions_that_name_it_by_its_id(sample: Catalogue) -> None:
    for agency, versions in desk_agencies(sample).items():
        for key in versions:
            code, _, number = key.partition("/")
            version = sample.version(code, number)
            assert version
            text = to_yaml("version", version)
            assert sample.procedures[code].agency == agency or f"agency: {agency}\n" in text


def test_no_decision_is_in_the_catalogue_before_it_is_signed(modules: Modules) -> None:
    text = 'id: a/2026/1\nsigned: "2026-03-02"\neffective: "2026-03-02"\nrecorded: "2026-03-05"\n'
    given = {"id": "a/2026/1", "number": "1/QĐ-A", "agency": "a", "signed": "2026-04-01"}
    [later, earlier] = modules.ask(
        [
            ("decision-form", "identityText", [text, given]),
            ("decision-form", "identityText", [text, given | {"signed": "2026-03-01"}]),
        ]
    )
    assert value_of(later)["recorded"] == "2026-04-01"
    assert value_of(earlier)["recorded"] == "2026-03-05"


def test_a_letter_is_offered_corrections_alone(modules: Modules) -> None:
    asked = ["12/QĐ-A", "12/QD-A", "12/A-KS"]
    decision, unmarked, letter = modules.ask([("row-words", "actionsOf", [one]) for one in asked])
    assert decision == unmarked
    assert {"amend", "abolish"} < set(decision)
    assert letter == ["correct"]


def test_findings_in_the_same_words_stand_in_one_line(modules: Modules) -> None:
    faults = [
        {"head": "Muộn", "text": " Một.", "pointer": ["rows", 0]},
        {"head": "Trống", "text": "", "pointer": ["title"]},
        {"head": "Muộn", "text": " Một.", "pointer": ["rows", 1]},
        {"head": "Trống", "text": "", "pointer": ["number"]},
    ]
    [groups] = modules.ask([("faults", "alike", [faults])])
    assert [len(one) for one in groups] == [2, 1, 1]
