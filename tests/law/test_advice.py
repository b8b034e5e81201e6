"""What a finding advises is the mend of that mistake, and none that hides it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings.finding import Finding
from generator.law.rules.examples import base
from tests.law.checking import findings

Told = Callable[..., dict[str, Finding]]
PROCEDURE = "procedures/ho-tich/1.000105/procedure.yml"
VERSION = "procedures/ho-tich/1.000105/v001.yml"


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """The findings, by their codes, of the examples after some edits: file, old text, new one."""
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))

    def after(*edits: tuple[str, str, str]) -> dict[str, Finding]:
        for name, old, new in edits:
            file = copy / name
            text = file.read_text("utf8")
            assert old in text, (name, old)
            file.write_text(text.replace(old, new, 1), "utf8", newline="\n")
        return {one.code: one for one in reversed(findings(copy))}

    return after


def test_a_central_agency_is_told_to_have_no_place(told: Told) -> None:
    found = told(("agencies/btp.yml", "level: central", "level: central\nplace: tinh-la"))
    assert found["DV405"].fix == "cơ quan trung ương không có địa bàn: xóa dòng `place`."


def test_a_holiday_on_a_weekday_is_not_offered_a_day_in_lieu(told: Told) -> None:
    found = told(("calendar/2026.yml", '"2026-04-30"', '"2026-04-29"'))
    assert "ngày sai thì ghi ngày 30/04/2026" in found["NY725"].fix
    assert "nghỉ bù" not in found["NY725"].fix


@pytest.mark.parametrize(("code", "quoted"), [("1.000105", True), ("1.000106", False)])
def test_a_code_without_quotes_is_quoted_only_where_it_is_that_of_its_folder(
    code: str, quoted: bool, told: Told
) -> None:
    found = told((PROCEDURE, 'code: "1.000105"', f"code: {code}"))
    assert (f'"{code}"' in found["YM103"].fix) is quoted
    assert ("1.000105" in found["YM103"].fix) is True


def test_a_file_in_another_encoding_is_opened_again_before_it_is_saved(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    file = copy / PROCEDURE
    file.write_bytes(file.read_bytes() + "# Thủ tục cũ".encode("cp1258", "replace") + b" \xd0\n")
    found = {one.code: one for one in findings(copy)}["YM100"]
    assert "□" in found.detail
    assert found.fix.index("chưa lưu đè") < found.fix.index("UTF-8")


def test_an_agency_that_goes_on_is_offered_to_have_no_last_day(told: Told) -> None:
    found = told(("agencies/so-cu.yml", "successors:\n- ubnd-tinh\n", ""))["CQ810"]
    assert found.fix.startswith("cơ quan còn hoạt động thì xóa dòng `valid_to`")
    assert "trước ngày bắt đầu" not in found.detail


def test_an_agency_without_successors_is_not_followed_by_a_dash(told: Told) -> None:
    ended = ("agencies/so-cu.yml", "successors:\n- ubnd-tinh\n", "note: Đã giải thể.\n")
    found = told(ended, ("catalogue.yml", "publisher: ubnd-tinh", "publisher: so-cu"))
    assert "chưa ghi cơ quan kế thừa" in found["CQ819"].detail
    assert "–" not in found["CQ819"].detail


def test_a_first_version_in_a_row_that_amends_is_offered_to_be_published(told: Told) -> None:
    row = '- id: d1\n  action: publish\n  procedure: "1.000101"'
    amends = row.replace("publish", "amend\n  amended_parts:\n  - time")
    found = told(("decisions/btp/2025/100.yml", row, amends))
    assert "ghi `action: publish`" in found["TL102"].fix
    assert "QD201" not in found


def test_a_level_that_got_lost_is_told_with_the_procedure_that_had_it(told: Told) -> None:
    before = "procedures/ho-tich/1.000103/v001.yml"
    levels = ("  - commune\nsteps:", "  - commune\n  - province\nsteps:")
    found = told((before, *levels))["TL139"]
    assert "(1.000103) được thực hiện ở: cấp tỉnh" in found.detail.replace("Cấp", "cấp")
    assert before in found.fix


def test_a_fee_is_told_with_the_state_that_it_contradicts(told: Told) -> None:
    found = told((VERSION, "state: amount", "state: free"))["PT112"]
    assert "“Miễn phí” (`state: free`)" in found.detail
    assert found.fix.startswith("theo bản đã ký")


@pytest.mark.parametrize(
    ("words", "unit"), [("15 ngày làm việc", "working_day"), ("15 ngày", "day")]
)
def test_days_of_posting_are_quoted_and_typed_in_their_unit(
    words: str, unit: str, told: Told
) -> None:
    said = "      text: Không quá 05 ngày làm việc"
    found = told((VERSION, said, f"{said}, không kể niêm yết {words}"))["PT118"]
    assert f"niêm yết {words}”" in found.detail
    assert f"`value: 15`, `unit: {unit}`" in found.fix


@pytest.mark.parametrize(
    ("paper", "several"),
    [("Bản sao thẻ căn cước", False), ("Bản sao thẻ căn cước và hợp đồng thuê nhà", True)],
)
def test_an_item_of_two_papers_is_not_replaced_as_a_whole(
    paper: str, several: bool, told: Told
) -> None:
    found = told((VERSION, "name: Giấy chứng sinh", f"name: {paper}"))["HS301"]
    assert ("replaced_by_data" not in found.fix) is several


def test_a_day_off_is_told_with_its_weekday_and_one_reason(told: Told) -> None:
    swaps = 'swapped_days:\n- off: "2026-08-29"\n  worked: "2026-08-22"\n'
    found = told(("calendar/2026.yml", "swapped_days: []\n", swaps))["NY715"]
    assert "29/08/2026 là thứ Bảy" in found.detail
    assert "đã có ở trên" not in found.detail + found.fix


def test_days_out_of_order_are_both_named(told: Told) -> None:
    file = "legal-documents/60-2014-qh13.yml"
    found = told((file, "effective:", 'expires: "2001-01-01"\neffective:'))["VD405"]
    assert "trước ngày có hiệu lực" in found.detail
    assert "`effective`, `expires`" in found.fix


@pytest.mark.parametrize(("words", "quoted"), [("Hồ Sơ Tại Quầy", False), ("Sỡ Tư pháp", True)])
def test_capitals_in_the_middle_of_a_word_begin_no_name(
    words: str, quoted: bool, told: Told
) -> None:
    old = "text: Công chức kiểm tra, ghi vào sổ và trả kết quả."
    assert ("VS540" in told((VERSION, old, f"text: Nộp {words} rồi nhận kết quả."))) is quoted


def test_a_broken_title_shows_where_its_lines_end(told: Told) -> None:
    broken = "title: |-\n  Đăng ký kết hôn\n  1.000105\n"
    found = told((VERSION, "title: Đăng ký kết hôn\n", broken))["VS509"]
    assert "Đăng ký kết hôn / 1.000105" in found.detail


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Xã Hạ", "ghi tên không kèm loại: `name: Hạ`."),
        ("Phường Hạ", "tên và `kind` nói hai loại khác nhau: tìm mã 97004"),
    ],
)
def test_the_kind_in_the_name_of_a_unit_is_compared_with_its_own(
    name: str, said: str, told: Told
) -> None:
    found = told(("places/tinh-vi-du.yml", "  name: Hạ\n", f"  name: {name}\n"))
    assert found["DV406"].fix.startswith(said)


def test_an_empty_file_is_told_what_it_must_hold_and_what_names_it(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "catalogue"))
    (copy / "agencies/ubnd-tinh.yml").write_text("", "utf8")
    fix = {one.code: one for one in findings(copy)}["YM111"].fix
    assert "`id`, `name`" in fix
    assert "ubnd-tinh" in fix


def test_an_hour_is_taken_off_the_day_of_the_signed_text(told: Told) -> None:
    found = told(
        ("decisions/btp/2026/200.yml", 'signed: "2026-06-01"', "signed: 2026-6-1T00:00:00Z")
    )
    assert 'ghi "2026-06-01", nếu đó là ngày trong bản đã ký' in found["YM104"].fix


def test_a_wrong_year_of_signing_stands_alone(told: Told) -> None:
    found = told(("decisions/btp/2026/200.yml", 'signed: "2026-06-01"', 'signed: "2019-06-01"'))
    assert not {"TL102", "TL111", "TL138"} & set(found)
    assert "TC304" in found


def test_a_row_that_abolishes_under_a_provisional_name_may_have_published(told: Told) -> None:
    row = '- id: d4\n  action: publish\n  procedure: "1.000104"\n  version: v001\n'
    wrong = "- id: d4\n  action: abolish\n  procedure: chua-co-ma-x\n"
    found = told(("decisions/btp/2025/100.yml", row, wrong))
    assert found["QD202"].fix.startswith("xem dòng này trong bản đã ký: công bố thủ tục")
    assert not {"TC301", "TL102"} & set(found)


def test_the_command_for_a_procedure_made_anew_has_its_code(told: Told) -> None:
    annul = "- id: d2\n  action: annul\n  annuls:\n    decision: btp/2026/200\n    row: d4\n"
    abolish = '- id: d2\n  action: abolish\n  procedure: "1.000104"\n'
    found = told(("decisions/btp/2026/300.yml", annul, abolish))
    assert "`niemyet new version 1.000104`" in found["TL111"].fix
