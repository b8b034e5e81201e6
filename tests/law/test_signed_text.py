"""Advice trusts neither half of a contradiction: it sends to what was signed, for every branch."""

import re
import shutil
from pathlib import Path

import pytest

from generator.findings.finding import Finding
from generator.law.rules.examples import apply_edits, base, examples
from generator.locale import words_of
from tests.law.checking import findings

DECISION = "decisions/btp/2026/200.yml"
FIRST = "procedures/ho-tich/1.000101/v001.yml"
VERSION = "procedures/ho-tich/1.000104/v001.yml"
ENDED = "legal-documents/7-2009-nd-cp.yml"
PLACE = "places/tinh-vi-du.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the catalogue of the examples."""
    return Path(shutil.copytree(base(), tmp_path / "catalogue"))


def told(copy: Path, *edits: str | tuple[str, str, str]) -> dict[str, Finding]:
    """The findings, by their codes, after the edits of some examples and some of one's own."""
    for one in edits:
        if isinstance(one, str):
            apply_edits(copy, examples()[one])
            continue
        file, old, new = one
        text = (copy / file).read_text("utf8")
        assert old in text, (file, old)
        (copy / file).write_text(text.replace(old, new, 1), "utf8", newline="\n")
    return {one.code: one for one in reversed(findings(copy))}


SOURCE = re.compile(
    r"(?:bản|phụ lục) (?:đã )?ký|văn bản|nghị quyết|quyết định|Cơ sở dữ liệu quốc gia|thông báo"
    r"|bảng danh mục|tra trụ sở|\{(?:mend|check)\}"
)
"""Where it stands which of several values is right."""
_WITHOUT = """
    TL106 TL119 TL123 TL125 TL137 TC314 QD213 CQ811 CQ816 CQ817 CQ818 CQ826 CQ836 CQ849 CQ855
    VS504 VS506 VS510 VS511 VS524 VS525 VS526 VS543
"""
WITHOUT_SOURCE = frozenset(_WITHOUT.split())
"""Rules on files, registers and style, of which nothing that was signed speaks."""


@pytest.mark.parametrize("family", ["TC", "TL", "QD", "VD", "PT", "HS", "CQ", "VS", "DV"])
def test_every_mend_names_where_the_right_value_stands(family: str) -> None:
    entries = words_of("vi").entries
    fixes = {
        key.split(".")[1]: text
        for key, text in entries.items()
        if re.match(rf"findings\.{family}\d+\.fix", key)
    }
    assert len(fixes) > 10
    silent = {code for code, fix in fixes.items() if not SOURCE.search(fix)}
    assert silent - WITHOUT_SOURCE == set()


@pytest.mark.parametrize(
    ("code", "halves"),
    [
        ("PT106", ("`value`", "`text`", "xóa `text`")),
        ("PT113", ("`amount`", "`text`", "xóa cả khoản")),
        ("VD415", ("đếm các căn cứ", "`document`")),
        ("QD203", ("v002 chép sai", "v001 chép sai", "`- dossier`")),
        ("TL132", ("`procedure`", "`text`", "xóa mục này")),
        ("PT149", ("không có trường hợp này thì xóa",)),
        ("DV408", ("sai thì sửa `code`", "thiếu đơn vị cũ")),
        ("DV409", ("`code`", "`name`", "xóa một mục")),
        ("VS517", ("gõ lại cả chữ", "xóa cả chữ")),
        ("VS518", ("chỉ bỏ dấu nháy", "lời chép sai thì chép lại")),
        ("VS529", ("sửa tên", "phần khác")),
        ("CT208", ("chép thừa", "đáng lẽ là mục khác")),
        ("NY705", ("`file:`", "`basis:`", "`none: true`")),
        ("PT111", ("ghi lại ở `amount`", "mã tiền", "đúng là 8 đồng thì để nguyên")),
        ("PT120", ("ghi lại ở `value`", "không nêu thời gian khác này thì xóa mục này")),
        ("VD405", ("xem lại cả hai ngày", "không đổi chỗ hai ngày")),
        ("VD406", ("ngày đúng thì ghi", "ngày sai thì sửa")),
        ("CQ828", ("cấp trên ghi nhầm", "`parent:`")),
        ("CT200", ("procedures/(mã lĩnh vực)", "chuyển nó ra ngoài")),
    ],
)
def test_each_side_of_a_contradiction_may_be_the_wrong_one(
    code: str, halves: tuple[str, ...], copy: Path
) -> None:
    fix = told(copy, code)[code].fix
    assert [one for one in halves if one not in fix] == [], fix


def test_a_text_that_replaces_an_older_one_may_have_a_wrong_day(copy: Path) -> None:
    found = told(copy, "VD414")["VD414"]
    assert "được ký trước văn bản này" in found.detail
    assert "ngày ký nào gõ nhầm thì sửa `signed`" in found.fix


def test_a_text_that_replaces_itself_has_no_day_of_signing_to_correct(copy: Path) -> None:
    itself = "status: in_force\nreplaced_by:\n- 12-2026-nd-cp"
    found = told(copy, ("legal-documents/12-2026-nd-cp.yml", "status: in_force", itself))["VD414"]
    assert "là chính văn bản này" in found.detail
    assert "ngày ký" not in found.fix


def test_days_in_a_wrong_order_are_told_before_the_status(copy: Path) -> None:
    file = "legal-documents/60-2014-qh13.yml"
    found = told(copy, (file, "effective:", 'expires: "2001-01-01"\neffective:'))
    assert "VD405" in found
    assert "VD406" not in found


def test_a_code_given_twice_is_told_before_what_it_leads_to(copy: Path) -> None:
    agency = ("agencies/ubnd-tinh.yml", "place: tinh-vi-du", "place: tinh-vi-du/97004")
    found = told(copy, "DV401", agency)
    assert "DV401" in found
    assert "DV405" not in found


def test_a_key_that_is_like_one_given_already_is_deleted(copy: Path) -> None:
    found = told(copy, (VERSION, "title: ", "titel: x\ntitle: "))["CT202"]
    assert "đã có `title` (Tên thủ tục)" in found.fix


def test_keys_that_can_be_used_have_their_names(copy: Path) -> None:
    found = told(copy, (VERSION, "title: ", "zzz: x\ntitle: "))["CT202"]
    assert "`title` (Tên thủ tục)" in found.fix


def test_a_place_that_is_not_needed_may_be_left_out(copy: Path) -> None:
    case = ("journeys.yml", "      case: Trong nước\n", "      place: khong-co\n")
    found = told(copy, case)["TC301"]
    assert "(hiện có: `tinh-vi-du`)" in found.fix
    assert "xóa dòng `place:`" in found.fix


def test_what_must_be_there_is_not_offered_to_be_deleted(copy: Path) -> None:
    assert "xóa" not in told(copy, "TC301")["TC301"].fix


def numbered(copy: Path, number: str) -> dict[str, Finding]:
    """The findings beside a copy of a version under another number, which no row names."""
    text = (copy / VERSION).read_text("utf8").replace("version: v001", f"version: {number}")
    (copy / VERSION).with_name(f"{number}.yml").write_text(text, "utf8", newline="\n")
    return told(copy)


def test_a_draft_with_a_wrong_number_is_one_finding(copy: Path) -> None:
    found = numbered(copy, "v077")
    assert "TL119" not in found
    assert "tệp tạo nhầm thì xóa tệp này; đánh số nhầm" in found["TL106"].fix
    assert "đổi tên tệp thành v002.yml" in found["TL106"].fix


def test_a_draft_with_the_next_number_is_numbered_rightly(copy: Path) -> None:
    assert "đánh số nhầm" not in numbered(copy, "v002")["TL106"].fix


def test_numbers_that_are_missing_are_all_named(copy: Path) -> None:
    (copy / VERSION).rename((copy / VERSION).with_name("v005.yml"))
    row = 'procedure: "1.000104"\n  version: v00'
    edits = (
        (VERSION.replace("v001", "v005"), "version: v001", "version: v005"),
        ("decisions/btp/2025/100.yml", f"{row}1", f"{row}5"),
    )
    assert told(copy, *edits)["TL119"].detail == "Có v005 mà không có v001 đến v004."


def test_a_day_of_signing_to_come_is_one_finding(copy: Path) -> None:
    """The days that follow from it are not told to be spoiled after it."""
    reviewed = ("procedures/ho-tich/1.000101/procedure.yml", "scope: national\n", REVIEWED)
    before = told(copy, reviewed)
    assert "TL125" not in before
    days = [(FIRST_DECISION, f'{key}: "2025-', f'{key}: "2027-') for key in ("signed", "listed")]
    found = told(copy, *days)
    assert "TL117" in found
    assert "TL125" not in found


REVIEWED = 'scope: national\nlast_reviewed: "2026-01-15"\n'
FIRST_DECISION = "decisions/btp/2025/100.yml"


def test_a_partial_service_is_told_from_when_it_names_its_rule(copy: Path) -> None:
    assert "quyết định ký từ 01/07/2026" in told(copy, "CQ805")["CQ805"].detail


def test_a_day_of_signing_to_come_asks_for_no_rule_of_a_partial_service(copy: Path) -> None:
    found = told(copy, "CQ805", (DECISION, 'signed: "2026-07-01"', 'signed: "2026-12-01"'))
    assert "TL117" in found
    assert "CQ805" not in found


def test_a_review_before_signing_names_the_file_of_the_decision(copy: Path) -> None:
    assert f"ở {FIRST_DECISION} sai thì sửa ở đó" in told(copy, "TL125")["TL125"].fix


PAPER = "name: Giấy chứng sinh"


@pytest.mark.parametrize(
    ("version", "sign"), [("v001", "Gi¬ấy chứng sinh"), ("v002", "Giấy ch¬ứng sinh")]
)
def test_a_part_with_an_error_is_not_compared(version: str, sign: str, copy: Path) -> None:
    """Copying it from one version to the other would spread the error."""
    found = told(copy, (FIRST.replace("v001", version), PAPER, f"name: {sign}"))
    assert "VS517" in found
    assert "QD203" not in found


BROKEN_TITLES = tuple(
    (FIRST.replace("v001", one), "title: Đăng", "title: Đă¬ng") for one in ("v001", "v002")
)


def test_an_error_in_another_part_hides_no_change(copy: Path) -> None:
    found = told(copy, "QD203", *BROKEN_TITLES)
    assert {"QD203", "VS517"} <= set(found)


def test_a_title_with_an_error_is_not_compared_with_a_step(copy: Path) -> None:
    assert "NB407" in told(copy, "NB407")
    found = told(copy, *BROKEN_TITLES)
    assert "VS517" in found
    assert "NB407" not in found


def test_what_ended_on_a_day_to_come_is_looked_up_in_what_replaced_it(copy: Path) -> None:
    assert "bị thay bằng 12/2026/NĐ-CP" in told(copy, "VD426")["VD426"].fix


def test_what_nothing_replaced_may_be_in_force(copy: Path) -> None:
    found = told(copy, "VD426", (ENDED, "replaced_by:\n- 12-2026-nd-cp\n", ""))
    assert "còn hiệu lực đến ngày ấy thì ghi `status: in_force`" in found["VD426"].fix


def test_what_is_replaced_is_not_in_force_for_years(copy: Path) -> None:
    """To write that it is in force does not silence what is wrong of its last day."""
    found = told(copy, "VD426", (ENDED, "status: expired", "status: in_force"))
    assert "VD426" not in found
    assert "12/2026/NĐ-CP có hiệu lực 01/07/2026" in found["VD419"].detail


def test_added_time_and_the_limit_are_both_named(copy: Path) -> None:
    detail = told(copy, "PT121")["PT121"].detail
    assert "cộng thêm là 15 ngày, thời hạn là 5 ngày làm việc" in detail


def test_the_other_way_to_submit_is_named(copy: Path) -> None:
    detail = told(copy, "PT151")["PT151"].detail
    assert detail.startswith("Thời hạn 5 ở cách nộp này tính bằng ngày, ở cách nộp ")
    assert detail.endswith("tính bằng ngày làm việc.")


def test_a_unit_that_begins_with_its_province_says_so(copy: Path) -> None:
    found = told(copy, "DV403")["DV403"]
    assert "ngày bắt đầu 01/07/2025 (ngày ghi ở `valid_from` của tỉnh)" in found.detail
    assert "đơn vị vẫn còn thì xóa dòng `valid_to`" in found.fix


def test_a_unit_with_a_day_of_its_own_does_not_name_the_province(copy: Path) -> None:
    own = (
        PLACE,
        '  valid_to: "2025-06-30"',
        '  valid_from: "2025-08-01"\n  valid_to: "2025-06-30"',
    )
    assert "của tỉnh" not in told(copy, "DV403", own)["DV403"].detail


def test_a_text_that_is_still_to_come_is_not_copied_to_another_version(copy: Path) -> None:
    found = told(copy, (FIRST, PAPER, "name: Đang cập nhật"))
    assert "VS512" in found
    assert "QD203" not in found


def test_an_address_in_a_unit_that_ended_is_one_finding(copy: Path) -> None:
    found = told(copy, "CQ842")
    assert "CQ848" not in found


def test_an_empty_text_is_one_finding(copy: Path) -> None:
    found = told(copy, ("agencies/btp.yml", "name: Bộ Tư pháp", 'name: ""'))
    assert "CT207" in found
    assert "CT205" not in found


def test_a_missing_key_with_a_list_of_values_names_them(copy: Path) -> None:
    found = told(copy, ("agencies/btp.yml", "kind: agency\n", ""))["CT201"]
    assert "Chọn một trong: `agency` (cơ quan cụ thể), `class`" in found.fix
    assert "agency: cơ quan cụ thể" not in found.fix


def test_a_version_that_is_not_there_is_told_with_those_that_are(copy: Path) -> None:
    found = told(copy, (DECISION, "version: v002", "version: v009"))["TC301"]
    assert "(hiện có: `v001`, `v002`)" in found.fix


def test_a_list_of_the_catalogue_itself_is_compared_with_no_signed_text(copy: Path) -> None:
    found = told(copy, ("journeys.yml", '"1.000105"', '"1.999999"'))["TC301"]
    assert found.fix.startswith("gõ nhầm thì sửa lại mã")
