"""Mends of more than one place, done by hand as they are written: each leaves nothing wrong."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.law.rules.examples import Edit, apply_edits, base, examples
from generator.locale import words_of
from tests.law.checking import findings

VERSION = "procedures/ho-tich/1.000105/v001.yml"
LATE = "procedures/ho-tich/1.000104/v001.yml"
AMENDED = "procedures/ho-tich/1.000101/v002.yml"
DECISION = "decisions/btp/2026/200.yml"
STANDARDISED = "decisions/btp/2026/300.yml"
JOURNEYS = "journeys.yml"
DELEGATED = "  delegated:\n"
LATE_WORDS = "Hồ sơ nhận sau 15 giờ thì trả kết quả vào ngày làm việc tiếp theo."


def edit(file: str, right: str, wrong: str) -> Edit:
    return Edit(file=file, right=right, wrong=wrong)


@dataclass(frozen=True)
class ByHand:
    """A mend: the edits that break, where they are not the example's, what is told, and done."""

    code: str
    told: tuple[str, ...]
    done: tuple[Edit, ...]
    broken: tuple[Edit, ...] = ()
    left: frozenset[str] = frozenset()


EMPTY = edit(VERSION, f"{DELEGATED}    none: true\n", DELEGATED)
NEEDS = edit(JOURNEYS, "    needs:\n    - khai-sinh\n", "    needs:\n    - khai-sanh\n")
BELOW = edit(
    JOURNEYS,
    "    name: Khai sinh cho con\n",
    "    name: Khai sinh cho con\n    needs:\n    - nhan-con\n",
)
LAST = edit(JOURNEYS, "    needs:\n    - khai-sinh\n", "")
MENDS = (
    ByHand(
        "CT203",
        ("`delegated:`", "thụt vào hai dấu cách", "`none: true`"),
        (edit(VERSION, DELEGATED, f"{DELEGATED}    none: true\n"),),
        (EMPTY,),
    ),
    ByHand(
        "CT203",
        ("`delegated:`", "`not_stated: (lý do)`"),
        (edit(VERSION, DELEGATED, f"{DELEGATED}    not_stated: Quyết định không nêu.\n"),),
        (EMPTY,),
    ),
    ByHand(
        "CT209",
        ("dưới `conditions:`", "`none: true`"),
        (edit(VERSION, "  text: Theo quy định.", "  none: true"),),
    ),
    ByHand(
        "HS307",
        ("thẳng hàng với `name`, thêm `forms:`", "`- m1`"),
        (
            edit(
                VERSION,
                "        name: Tờ khai đăng ký\n",
                "        name: Tờ khai đăng ký\n        forms:\n        - m1\n",
            ),
        ),
    ),
    ByHand(
        "VS525",
        ("(O)", "1900 0011"),
        (edit("catalogue.yml", "1900 OO11", "1900 0011"),),
        (edit("catalogue.yml", "1900 0000", "1900 OO11"),),
    ),
    ByHand(
        "PT139",
        ('`after: "15:00"`',),
        (edit(LATE, '  after: "16:00"', '  after: "15:00"'),),
    ),
    ByHand(
        "PT139",
        ("bước thực hiện, `text` của cách nộp",),
        (edit(LATE, "15 giờ", "16 giờ"), edit(LATE, "15 giờ", "16 giờ")),
        (
            edit(
                LATE,
                "    text: Công chức kiểm tra, ghi vào sổ và trả kết quả.",
                f'    text: {LATE_WORDS}\nlate_submission:\n  after: "16:00"',
            ),
            edit(LATE, "    text: Nộp tại quầy", f"    text: {LATE_WORDS} Nộp tại quầy"),
        ),
    ),
    ByHand(
        "QD203",
        ("chép lại `dossier` từ v001",),
        (edit(AMENDED, "Giấy chứng sinh và hai ảnh 4x6", "Giấy chứng sinh"),),
    ),
    ByHand(
        "QD203",
        ("`amended_parts:`, mỗi phần một dòng: `- dossier`",),
        (edit(DECISION, "  - time\n", "  - time\n  - dossier\n"),),
    ),
    ByHand(
        "QD204",
        ("bằng phần thật sự khác: `- time`",),
        (edit(DECISION, "  - fees\n", "  - time\n"),),
        (edit(DECISION, "  - time\n", "  - fees\n"),),
    ),
    ByHand(
        "NB402",
        ("mã của bước đứng trước: `khai-sinh`",),
        (edit(JOURNEYS, "khai-sanh", "khai-sinh"),),
        (NEEDS,),
    ),
    ByHand(
        "NB402",
        ("là dòng duy nhất thì xóa cả dòng `needs:`",),
        (edit(JOURNEYS, "    needs:\n    - khai-sanh\n", ""),),
        (NEEDS,),
    ),
    ByHand(
        "NB402",
        ("phải chờ thì chuyển cả bước nhan-con lên trước bước này",),
        (edit(JOURNEYS, "    needs:\n    - nhan-con\n", ""),),
        (LAST, BELOW),
    ),
    ByHand(
        "NB404",
        ("thẳng hàng với chữ `procedure`", "`case: (trường hợp)`"),
        (
            edit(
                JOURNEYS,
                '    - procedure: "1.000102"\n',
                '    - procedure: "1.000102"\n      case: Trong nước\n',
            ),
        ),
    ),
    ByHand(
        "NB404",
        ("`place: (mã tỉnh)`", "tệp trong places/"),
        (
            edit(
                JOURNEYS,
                '    - procedure: "1.000102"\n',
                '    - procedure: "1.000102"\n      place: tinh-vi-du\n',
            ),
        ),
    ),
    ByHand(
        "TL115",
        ("`action: amend`", "`amended_parts:`", "`- results`"),
        (
            edit(
                STANDARDISED,
                '  action: publish\n  procedure: "1.000102"\n  version: v002\n',
                '  action: amend\n  procedure: "1.000102"\n  version: v002\n'
                "  amended_parts:\n  - results\n",
            ),
        ),
        left=frozenset(("TL122", "NX903", "TL113", "QD201")),
    ),
    ByHand(
        "TL115",
        ("`kinds:` (chưa có thì thêm, sát lề) thêm một dòng `- standardisation`",),
        (edit(STANDARDISED, "rows:\n", "kinds:\n- standardisation\nrows:\n"),),
        left=frozenset(("TL122", "NX903", "TL113")),
    ),
    ByHand(
        "VD428",
        ("từ 0 đến 24 giờ",),
        (edit(VERSION, "25 giờ 0 phút", "15 giờ 0 phút"),),
        (edit(VERSION, "và trả kết quả.", "và trả kết quả trước 25 giờ 0 phút."),),
    ),
)


def put(catalogue: Path, edits: tuple[Edit, ...]) -> None:
    for one in edits:
        file = catalogue / one.path
        text = file.read_text("utf8")
        assert one.right in text
        file.write_text(text.replace(one.right, one.wrong, 1), "utf8")


def broken(mend: ByHand, folder: Path) -> Path:
    copy = Path(shutil.copytree(base(), folder))
    put(copy, mend.broken) if mend.broken else apply_edits(copy, examples()[mend.code])
    return copy


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.code)
def test_a_mend_done_by_hand_leaves_nothing_wrong(mend: ByHand, tmp_path: Path) -> None:
    copy = broken(mend, tmp_path / "copy")
    (found,) = [one for one in findings(copy) if one.code == mend.code]
    assert [one for one in mend.told if one not in found.fix] == [], found.fix
    put(copy, mend.done)
    assert {one.code for one in findings(copy)} <= mend.left


def test_an_empty_part_is_one_finding(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "copy"))
    put(copy, (EMPTY,))
    assert [one.code for one in findings(copy)] == ["CT203"]


def test_a_number_that_is_left_out_is_mended_in_three_places(tmp_path: Path) -> None:
    """The name of the file, the version in it, and the row that names it."""
    copy = Path(shutil.copytree(base(), tmp_path / "copy"))
    old = copy / AMENDED
    old.rename(old.with_name("v003.yml"))
    put(copy, (edit(AMENDED.replace("v002", "v003"), "version: v002", "version: v003"),))
    put(copy, (edit(DECISION, "version: v002", "version: v003"),))
    (found,) = [one for one in findings(copy) if one.code == "TL119"]
    assert "đổi tên tệp thành v002.yml, trong tệp sửa thành `version: v002`" in found.fix
    assert f"ở dòng d1 của {DECISION} cũng sửa thành `version: v002`" in found.fix
    old.with_name("v003.yml").rename(old)
    put(copy, (edit(AMENDED, "version: v003", "version: v002"),))
    put(copy, (edit(DECISION, "version: v003", "version: v002"),))
    assert findings(copy) == ()


def test_of_two_versions_of_one_day_both_files_are_named(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(base(), tmp_path / "copy"))
    apply_edits(copy, examples()["TL104"])
    (found,) = [one for one in findings(copy) if one.code == "TL104"]
    assert f"xóa cả tệp quyết định) và tệp {AMENDED}" in found.fix
    assert f"ở đầu tệp {AMENDED}, sát lề, thêm `corrects: v001`" in found.fix
    put(copy, (edit(DECISION, "action: amend", "action: correct"),))
    put(copy, (edit(AMENDED, "version: v002\n", "version: v002\ncorrects: v001\n"),))
    assert "TL104" not in {one.code for one in findings(copy)}


DELETED = re.compile(r"\b(?:xóa|bỏ) (?:một |cả )?(?:dòng|mục|bước|tờ|cấp) (?:này|ấy|đó|ghi)")
ALONE = re.compile("duy nhất|không còn")
OF_TWO = {"CT213", "DV402", "NB402", "NY708", "PT119", "QD216", "TC307", "TC320", "TC326", "YM109"}
"""Rules on two that are alike, of which one is kept, and on keys, which are no items of a list."""
OF_A_KEY = {"CQ806", "DV405", "QD204", "TL123"}


def told() -> Iterator[tuple[str, str]]:
    for key, text in words_of("vi").entries.items():
        if re.match(r"findings\.\w+\.fix", key):
            yield key.split(".")[1], text


def test_what_may_be_the_only_one_is_said_to_be_deleted_with_its_list() -> None:
    """An advice to delete an item says what to do when the list has no other."""
    silent = [code for code, fix in told() if DELETED.search(fix) and not ALONE.search(fix)]
    assert [code for code in silent if code not in OF_TWO | OF_A_KEY] == []
