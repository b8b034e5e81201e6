"""What a lawyer first writes is named with its proper form, and `niemyet fmt` writes that form."""

from pathlib import Path

import pytest

from generator.authoring.formatter import formatted
from generator.check import check_catalogue
from generator.cli import main
from generator.locale import words_of
from generator.records.loose_values import proper_value
from generator.records.schema import Schema, child_of, load_schema
from tests.conftest import DAY

DECISION = "decisions/btp/2026/9205.yml"


def schema_at(kind: str, *pointer: str | int) -> Schema:
    schema: Schema = load_schema(kind)
    for step in pointer:
        schema = child_of(schema, step)
    return schema


ROW = ("rows", 0)
CHANNEL = ("channels", "items", 0)


@pytest.mark.parametrize(
    ("kind", "pointer", "typed", "proper"),
    [
        ("decision", ("signed",), "05/02/2026", "2026-02-05"),
        ("decision", ("signed",), "5-2-2026", "2026-02-05"),
        ("decision", ("signed",), "“2026-02-05”", "2026-02-05"),
        ("decision", ("signed",), "ngày 05 tháng 02 năm 2026", "2026-02-05"),
        ("decision", ("signed",), "2026-02-05T00:00:00Z", "2026-02-05"),
        ("decision", ("signed",), "30/02/2026", None),
        ("decision", (*ROW, "action"), "Bãi bỏ", "abolish"),
        ("decision", (*ROW, "action"), "sửa đổi", "amend"),
        ("decision", (*ROW, "amended_parts", 0), "thời hạn", "time"),
        ("decision", (*ROW, "amended_parts", 0), "Thời hạn giải quyết", "time"),
        ("decision", (*ROW, "amended_parts", 0), "phí", "fees"),
        ("decision", (*ROW, "amended_parts", 0), "Thành phần hồ sơ", None),
        ("decision", (*ROW, "levels", 0), "tỉnh", "province"),
        ("decision", (*ROW, "levels", 0), "Cấp xã", "commune"),
        ("decision", ("signer", "capacity"), "KT.", "for_head"),
        ("version", (*CHANNEL, "method"), "Trực tuyến", "online"),
        ("version", (*CHANNEL, "time", "unit"), "ngày làm việc", "working_day"),
        ("version", (*CHANNEL, "time", "unit"), "ngày", "day"),
        ("version", (*CHANNEL, "fees", "items", 0, "state"), "mien-phi", "free"),
        ("version", ("online", "level"), "toàn trình", "end_to_end"),
        ("version", ("online", "level"), "Một phần", "partial"),
        ("version", ("applicants", "items", 0), "Doanh nghiệp", "enterprise"),
        ("version", ("late_submission", "after"), "15h", "15:00"),
        ("version", ("late_submission", "after"), "15 giờ 30 phút", "15:30"),
        ("version", ("title",), "05/02/2026", None),
    ],
)
def test_the_first_value_that_a_lawyer_tries_has_a_proper_form(
    kind: str, pointer: tuple[str | int, ...], typed: str, proper: str | None
) -> None:
    assert proper_value(schema_at(kind, *pointer), typed, {}) == proper


def test_check_names_the_proper_form_and_fmt_writes_it(
    catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(catalogue_copy.parent)
    file = catalogue_copy / DECISION
    sound = file.read_bytes()
    loose = (
        sound.decode()
        .replace("agency: btp\n", "agency: Bộ Tư pháp\n", 1)
        .replace('signed: "2026-11-02"', "signed: 02/11/2026")
        .replace("action: amend", "action: Sửa đổi, bổ sung", 1)
        .replace("- 63-2010-nd-cp\n", "- Nghị định số 63/2010/NĐ-CP\n", 1)
    )
    assert loose != sound.decode()
    file.write_bytes(loose.encode())
    findings = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    said = {one.fix for one in findings if one.path == DECISION and one.code == "CT220"}
    for proper in ("btp", "2026-11-02", "amend", "63-2010-nd-cp"):
        assert any(f"viết {proper}; lệnh `niemyet fmt` viết lại giúp" in one for one in said)
    assert main(["fmt"]) == 0
    assert file.read_bytes() == sound
    assert main(["fmt", "--check"]) == 0
    assert "0 tệp khác lược đồ" in capsys.readouterr().out.splitlines()[-1]


def test_an_unknown_name_is_not_guessed_at(
    catalogue_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(catalogue_copy.parent)
    file = catalogue_copy / DECISION
    loose = file.read_text("utf8").replace("agency: btp\n", "agency: Bộ Mới lập\n", 1)
    file.write_text(loose, "utf8")
    main(["fmt"])
    assert file.read_text("utf8") == loose


@pytest.mark.parametrize(
    ("typed", "read"),
    [("signed: 2026-11-02", 'signed: "2026-11-02"'), ("signed: '2026-11-02'", None)],
)
def test_days_are_read_with_quotes_and_without(
    catalogue_copy: Path, typed: str, read: str | None
) -> None:
    file = catalogue_copy / DECISION
    text = file.read_text("utf8").replace('signed: "2026-11-02"', typed)
    file.write_text(text, "utf8")
    findings = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    assert [one for one in findings if one.path == DECISION and one.severity == "error"] == []
    made = (formatted("decision", text.encode()) or b"").decode()
    assert (read or typed) in made


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_a_mark_and_the_ends_of_lines_stay_as_they_were(mark: bytes, end: str, last: bool) -> None:
    text = "id: btp\nname: Bộ Tư pháp\nkind: agency\nlevel: central\n"
    sound = mark + (text if last else text.removesuffix("\n")).replace("\n", end).encode()
    assert formatted("agency", sound) == sound
    loose = sound.replace(b"level: central", "level: Trung ương".encode())
    assert formatted("agency", loose) == sound
