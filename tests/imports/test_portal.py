"""Importing: repaired, registered, refused with a reason, and nothing lost."""

import json
import lzma
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.check import check_catalogue
from generator.cli import main
from generator.imports.portal import convert, figures
from generator.imports.portal.convert import read_sources
from generator.imports.portal.detail import read_day
from generator.imports.portal.registers import Registers
from generator.imports.portal.write import verify
from generator.locale import words_of
from generator.records.decision import Row
from generator.records.stated import ChannelTime
from generator.records.tree import load_catalogue
from tests.conftest import DAY

NATIONAL: dict[str, Any] = {
    "Mã thủ tục": "1.000123",
    "Số quyết định": "163/QĐ-BTP",
    "Tên thủ tục": unicodedata.normalize("NFD", "Cấp thẻ hội viên"),
    "Cấp thực hiện": "Cấp Tỉnh",
    "Loại thủ tục": "TTHC được luật giao quy định chi tiết",
    "Lĩnh vực": "Hội\u00a0đoàn",
    "Trình tự thực hiện": "Bước 1: Nộp đơn\nBước 2: Nhận thẻ\n- tại quầy",
    "Cách thức thực hiện": [
        {
            "Hình thức nộp": "DIRECT",
            "Thời hạn giải quyết": "5 WORKING_DAY",
            "Phí, lệ phí": ["0 VNĐ ()", "20000 VNĐ (mỗi thẻ)", "10 VNĐ (10USD/giấy)"],
            "Mô tả": "Tại quầy số 3",
        },
        {"Hình thức nộp": "POSTAL", "Thời hạn giải quyết": " OTHER", "Phí, lệ phí": "Không"},
    ],
    "Thành phần hồ sơ": [
        {
            "Trường hợp": "",
            "Giấy tờ": [{"Tên giấy tờ": "Đơn", "Số lượng": "Bản chính: 1, Bản sao: 0"}],
        }
    ],
    "Đối tượng thực hiện": ["Tổ chức (không bao gồm doanh nghiệp, HTX)", "Người lạ"],
    "Cơ quan thực hiện": "Sở Nội vụ",
    "Cơ quan có thẩm quyền": "",
    "Địa chỉ tiếp nhận HS": "Tầng 1\nTòa nhà A",
    "Cơ quan được ủy quyền": "",
    "Cơ quan phối hợp": "",
    "Kết quả thực hiện": "Thẻ hội viên",
    "Căn cứ pháp lý": [
        {"Tên văn bản": "Nghị định về hội", "Mã văn bản": "45/2010/NÐ-CP"},
        {"Tên văn bản": "Nghị định về hội (nhắc lại)", "Mã văn bản": "45/2010/NĐ-CP"},
    ],
    "Yêu cầu, điều kiện thực hiện": "Không quy định.",
    "Từ khóa": "",
    "Mô tả": "Không quy định.",
}


def write(path: Path, *records: Any) -> Path:
    lines = "\n".join(
        json.dumps(r, ensure_ascii=False) if isinstance(r, dict) else r for r in records
    )
    if path.suffix == ".xz":
        path.write_bytes(lzma.compress(lines.encode()))
    else:
        path.write_text(lines, "utf8")
    return path


def run(
    tmp_path: Path, *records: Any, name: str = "in.jsonl.xz"
) -> tuple[int, Path, dict[str, Any]]:
    source = write(tmp_path / name, *records)
    into, report = tmp_path / "out", tmp_path / "report.json"
    status = main(
        ["import", "portal", str(source), "--into", str(into), "--report", str(report), "--verify"]
    )
    return status, into, json.loads(report.read_text("utf8"))


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.xz"])
def test_a_record_becomes_a_clean_catalogue(tmp_path: Path, name: str) -> None:
    status, into, report = run(tmp_path, NATIONAL, name=name)
    assert status == 0
    assert report["verified"]["characters_lost"] == 0
    assert report["repairs"]["nfc"] == 1
    checked = check_catalogue(into, words_of("vi"), DAY)
    assert [f for f in checked.findings if f.severity == "error"] == []
    catalogue = checked.catalogue
    version = catalogue.versions["1.000123"][0]
    assert version.title == "Cấp thẻ hội viên"
    assert [step.text for step in version.steps.items] == [
        "Bước 1: Nộp đơn",
        "Bước 2: Nhận thẻ\n- tại quầy",
    ]
    assert catalogue.fields["hoi-doan"].name == "Hội đoàn"
    assert version.conditions.none
    assert version.conditions.text == "Không quy định."
    assert version.agencies.deciding.not_stated
    assert version.forms.not_stated
    assert [part.agency for part in version.agencies.executing.items] == ["so-noi-vu"]
    assert [part.text for part in version.agencies.receiving.items] == ["Tầng 1\nTòa nhà A"]
    decision = next(iter(catalogue.decisions.values()))
    assert (decision.number, decision.signed) == ("163/QĐ-BTP", None)
    assert decision.rows[0].procedure == "1.000123"


DAY_OF_SIGNING, OTHER_YEAR = date(2026, 6, 20), date(2025, 6, 20)


@pytest.mark.parametrize(
    ("number", "days", "records"),
    [
        ("44/2026/QĐ-UBND", (DAY_OF_SIGNING, None), 1),
        ("44/2026/QĐ-UBND", (None, DAY_OF_SIGNING), 1),
        ("44/2026/QĐ-UBND", (OTHER_YEAR, None), 2),
        ("44/2026/QĐ-UBND", (DAY_OF_SIGNING, date(2026, 6, 21), None), 3),
        ("2401/QĐ-BNG", (DAY_OF_SIGNING, None), 2),
        ("", (DAY_OF_SIGNING, None), 2),
    ],
)
def test_a_decision_told_with_and_without_its_day_is_one_where_its_number_has_the_year(
    number: str, days: Sequence[date | None], records: int
) -> None:
    registers = Registers()
    for place, day in enumerate(days):
        key = registers.register_decision(number, "bo-noi-vu", day)
        registers.add_row(key, Row(id=str(place), action="publish"))
    found = [*registers.finished_decisions()]
    assert len(found) == records
    assert {row.id for one in found for row in one.rows} == set(map(str, range(len(days))))
    assert found[0].signed or records > 1


def test_two_days_of_going_public_are_two_decisions() -> None:
    registers = Registers()
    registers.register_decision("44/2026/QĐ-UBND", "bo-noi-vu", DAY_OF_SIGNING, DAY_OF_SIGNING)
    registers.register_decision("44/2026/QĐ-UBND", "bo-noi-vu", None, date(2026, 7, 1))
    assert len([*registers.finished_decisions()]) == 2


def test_fees_are_never_guessed(tmp_path: Path) -> None:
    _, into, _ = run(tmp_path, NATIONAL)
    channels = (
        check_catalogue(into, words_of("vi"), DAY).catalogue.versions["1.000123"][0].channels.items
    )
    zero, paid, foreign = channels[0].fees.items
    assert (zero.state, zero.text) == ("not_stated", None)
    assert (paid.state, paid.amount, paid.currency) == ("amount", 20000, "VND")
    assert (foreign.state, foreign.text) == ("not_stated", "10 VNĐ (10USD/giấy)")
    assert channels[1].fees.items[0].state == "absent"


def test_one_document_is_one_record_and_keeps_how_it_was_printed(tmp_path: Path) -> None:
    _, into, _ = run(tmp_path, NATIONAL)
    catalogue = check_catalogue(into, words_of("vi"), DAY).catalogue
    assert list(catalogue.documents) == ["45-2010-nd-cp"]
    first, second = catalogue.versions["1.000123"][0].legal_basis.items
    assert (first.text, second.text) == (None, "Nghị định về hội (nhắc lại)")


def test_what_has_no_place_is_kept(tmp_path: Path) -> None:
    _, into, report = run(tmp_path, {**NATIONAL, "Khóa mới": "Chưa từng thấy"})
    version = check_catalogue(into, words_of("vi"), DAY).catalogue.versions["1.000123"][0]
    assert version.source
    kept = {item.key: item.value for item in version.source.unmapped}
    assert kept["national:Khóa mới"] == "Chưa từng thấy"
    assert kept["national:Đối tượng thực hiện[1]"] == "Người lạ"
    assert report["unmapped"]["national:Khóa mới"] == 1


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({**NATIONAL, "Mã thủ tục": "1.014955-Xoa"}, "NL605"),
        ({**NATIONAL, "Số quyết định": "Demo/QĐ-BCA"}, "NL605"),
        ({**NATIONAL, "Tên thủ tục": "TEST thủ tục"}, "NL605"),
        ({**NATIONAL, "Mã thủ tục": "abc"}, "NL604"),
        ("{not json", "NL601"),
        ({"a": 1}, "NL602"),
        (NATIONAL, "NL606"),
        ({**NATIONAL, "Mã thủ tục": "1.000001", "Cách thức thực hiện": None}, "NL611"),
        ({**NATIONAL, "Mã thủ tục": "1.000001", "Thành phần hồ sơ": "một tờ khai"}, "NL611"),
        ({**NATIONAL, "Mã thủ tục": "1.000001", "Cách thức thực hiện": [3]}, "NL611"),
        ({"Mã thủ tục": "1.000001", "Tên thủ tục": "Thủ tục thử"}, "NL611"),
        ({"executionMethods": None, "code": "1.000001", "name": "Thủ tục thử"}, "NL611"),
        ({"departmentPromulgate": None, "code": "1.000001", "name": "Thủ tục thử"}, "NL611"),
    ],
)
def test_a_refusal_has_a_reason_and_a_place(tmp_path: Path, record: Any, code: str) -> None:
    status, _, report = run(tmp_path, NATIONAL, record)
    assert status == 0
    found = [(r["path"], r["line"], r["code"]) for r in report["refused"]]
    assert found == [("in.jsonl.xz", 2, code)]
    assert report["written"]["procedure"] == 1


@pytest.mark.parametrize("kept", [0, 1])
def test_of_two_lists_of_one_code_the_one_titled_as_elsewhere_is_kept(
    tmp_path: Path, kept: int
) -> None:
    titles = ["Cấp thẻ hội viên", "Việc khác"] if kept == 0 else ["Việc khác", "Cấp thẻ hội viên"]
    provinces = ["UBND tỉnh Gia Lai", "UBND tỉnh Lào Cai"]
    listed = [
        {
            "id": f"a{number}",
            "code": NATIONAL["Mã thủ tục"],
            "name": title,
            "categories": ["Hội đoàn"],
            "categoryIds": ["b1"],
            "departments": ["Sở Nội vụ"],
            "departmentPromulgate": provinces[number],
            "departmentPromulgateId": f"c{number}",
            "formalityTargetType": [],
            "state": "ACTIVE",
            "type": "SPECIFIC",
        }
        for number, title in enumerate(titles)
    ]
    _, into, report = run(tmp_path, *listed, NATIONAL)
    assert [(r["line"], r["code"]) for r in report["refused"]] == [(2 - kept, "NL606")]
    publisher = ("uy-ban-nhan-dan-tinh-gia-lai", "uy-ban-nhan-dan-tinh-lao-cai")[kept]
    assert load_catalogue(into)[0].procedures[NATIONAL["Mã thủ tục"]].agency == publisher


def test_a_record_that_the_importer_cannot_convert_holds_no_other_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    convert_soundly = convert._convert

    def fail_once(code: str, *rest: Any) -> Any:
        if code == "1.000001" and len(rest[0].codes()) > 1:
            raise RuntimeError("a fault of ours")
        return convert_soundly(code, *rest)

    monkeypatch.setattr(convert, "_convert", fail_once)
    status, _, report = run(tmp_path, {**NATIONAL, "Mã thủ tục": "1.000001"}, NATIONAL)
    assert status == 0
    found = [(r["path"], r["line"], r["code"]) for r in report["refused"]]
    assert found == [("in.jsonl.xz", 1, "NL612")]
    assert "1.000001" in report["refused"][0]["detail"]
    assert report["written"]["procedure"] == 1


def test_the_report_says_what_the_verb_for_gaps_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, into, report = run(tmp_path, NATIONAL)
    printed = capsys.readouterr().out
    assert main(["gaps", "--catalogue", str(into), "--jobs", "1"]) == 0
    listed = capsys.readouterr().out
    assert report["gaps"]["summary"] == listed.splitlines()[-1]
    counted = [f"{one['count']:>7} × {one['name']}" for one in report["gaps"]["by_kind"]]
    assert counted
    assert all(line in listed for line in (*counted, report["gaps"]["summary"]))
    assert all(line in printed for line in (*counted, report["gaps"]["summary"]))
    assert report["gaps"]["procedures"] == 1


def test_the_proof_can_fail(tmp_path: Path) -> None:
    _, into, _ = run(tmp_path, NATIONAL)
    file = next(into.glob("procedures/*/*/v001.yml"))
    file.write_text(file.read_text("utf8").replace("Tại quầy số 3", "Tại quầy số 4"), "utf8")
    found = verify(read_sources([tmp_path / "in.jsonl.xz"]), into)
    assert [text for _, _, text in found.missing] == ["Tại quầy số 3"]
    assert found.lost == len("Tại quầy số 3")


def test_a_folder_with_data_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "in.jsonl", NATIONAL)
    into = tmp_path / "out"
    into.mkdir()
    (into / "mine.yml").write_text("a: 1")
    assert main(["import", "portal", str(source), "--into", str(into)]) == 2
    assert [path.name for path in into.iterdir()] == ["mine.yml"]
    assert "đã có dữ liệu" in capsys.readouterr().err


def test_portal_times_are_days_in_viet_nam() -> None:
    assert str(read_day(1782666000000)) == "2026-06-29"  # 17:00 UTC on the 28th
    assert read_day(None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 WORKING_DAY", ChannelTime(value=5, unit="working_day")),
        ("30 ngày", ChannelTime(value=30, unit="day")),
        ("12.5 WORKING_DAY", ChannelTime(value=12.5, unit="working_day")),
        ("1 OTHER", ChannelTime(value=1, unit="other")),
        (" OTHER", ChannelTime(value=None, unit="other", text=figures.NO_TIME)),
        (
            "Không quá 15 ngày. OTHER",
            ChannelTime(value=None, unit="other", text="Không quá 15 ngày."),
        ),
    ],
)
def test_time_limits_are_read_as_written(text: str, expected: ChannelTime) -> None:
    assert figures.duration_from_text(text) == expected


def test_repairs_are_counted(tmp_path: Path) -> None:
    sources = read_sources([write(tmp_path / "in.jsonl", NATIONAL)])
    assert sources.repairs == Counter(nfc=1, space=1, eth=1, white_space=1)


def listed(code: str, publisher: str, identifier: str) -> dict[str, Any]:
    """A row of the list API."""
    return {
        "id": f"019d-{code}",
        "name": "Cấp thẻ hội viên",
        "code": code,
        "categories": ["Hội đoàn"],
        "categoryIds": ["019c"],
        "departments": ["Sở Nội vụ"],
        "departmentPromulgate": publisher,
        "departmentPromulgateId": identifier,
        "formalityTargetType": [],
        "state": "ACTIVE",
        "type": "SPECIFIC",
    }


TWO = (
    NATIONAL,
    {**NATIONAL, "Mã thủ tục": "1.000124", "Số quyết định": "9/QĐ-UBND"},
    listed("1.000123", "Bộ Tư pháp", "019b-1"),
    listed("1.000124", "UBND tỉnh Gia Lai", "019b-2"),
)


@pytest.mark.parametrize(
    "asked",
    ["UBND tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai", "ubnd tinh gia lai", "019b-2"],
)
def test_one_publisher_of_many_makes_a_catalogue_of_its_own(asked: str, tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", *TWO)
    into = tmp_path / "out"
    assert main(["import", "portal", str(source), "--into", str(into), "--publisher", asked]) == 0
    catalogue, problems = load_catalogue(into)
    assert not problems
    assert set(catalogue.procedures) == {"1.000124"}
    publisher = catalogue.agencies[catalogue.settings.publisher]
    assert (publisher.name, publisher.level) == ("Ủy ban nhân dân tỉnh Gia Lai", "province")
    assert publisher.name in catalogue.settings.title


def test_the_publisher_of_all_records_is_that_of_the_catalogue(tmp_path: Path) -> None:
    _, into, _ = run(tmp_path, TWO[0], TWO[2])
    assert load_catalogue(into)[0].settings.publisher == "bo-tu-phap"


def test_of_many_publishers_none_is_that_of_the_catalogue(tmp_path: Path) -> None:
    _, into, _ = run(tmp_path, *TWO)
    assert load_catalogue(into)[0].settings.publisher == "chua-ro"


def test_a_publisher_without_records_is_told_who_has_some(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "in.jsonl", *TWO)
    into = ["--into", str(tmp_path / "out"), "--publisher", "Bộ Y tế"]
    assert main(["import", "portal", str(source), *into]) == 2
    assert "Bộ Tư pháp" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
