"""What looks like a mistake and is none, beside what is one, by rule."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from generator.findings.problem import Wording
from generator.law.rules import run_record_rules
from generator.law.rules.dossier import _held, _replaced
from generator.law.rules.levels_and_agencies import _first_abolished
from generator.law.rules.text import LONGEST_TITLE
from generator.law.rules.tiers_compared import _drift
from generator.records.stated import AgencyPart, ChannelTime, Duration, Fee, Source, Stated
from generator.records.tree import load_catalogue
from generator.records.version import (
    Channel,
    DossierGroup,
    DossierItem,
    InternalStep,
    Step,
    Version,
)
from tests.conftest import SAMPLE

TODAY = date(2026, 11, 29)
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
LONG = "Cấp giấy phép hoạt động cho cơ sở thuộc diện quy định, trừ cơ sở của " + ", ".join(
    f"tổ chức thuộc nhóm thứ {word}" for word in _WORDS
)
PAPER = DossierItem(id="g1", name="Đơn", originals=1, copies=0)
REMARK = replace(PAPER, name="*Lưu ý: không yêu cầu xuất trình")


@pytest.fixture(scope="module")
def version() -> Version:
    return load_catalogue(SAMPLE)[0].versions["1.900104"][-1]


@pytest.fixture(scope="module")
def imported(version: Version) -> Version:
    return replace(version, source=Source(system="portal"))


def _codes(version: Version) -> set[str]:
    return {one.code for one in run_record_rules("version", "x.yml", version)}


@pytest.mark.parametrize(
    ("end", "foreign"),
    [
        ("", False),
        (" (trừ trường hợp quy định tại Điều 36 Nghị định số 163/2024/NĐ-CP)", False),
        (". Người yêu cầu gửi đơn qua bưu chính", True),
        (", nộp hồ sơ tại Ủy ban nhân dân cấp xã", True),
        (" a) Đơn đề nghị", True),
        (" theo pháp luật về nhà ở nội dung đã đăng ký", True),
        (" so với nội dung đã đăng ký", False),
    ],
)
def test_a_long_title_is_told_only_with_what_slipped_into_it(
    version: Version, end: str, foreign: bool
) -> None:
    assert len(LONG) > LONGEST_TITLE
    assert ("VS505" in _codes(replace(version, title=LONG + end))) is foreign


def test_a_long_title_that_is_pasted_twice_is_told(version: Version) -> None:
    assert "VS505" in _codes(replace(version, title=f"{LONG} {LONG}"))
    assert "VS505" not in _codes(replace(version, title="Cấp giấy cấp giấy " * 4))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nộp tại UBND cấp huyện.", "UBND cấp huyện"),
        ("Nộp tại Công an cấp huyện.", "Công an cấp huyện"),
        ("Tổ chức do cơ quan cấp huyện ra quyết định thành lập nộp tại Thuế cơ sở.", None),
        ("Kiểm tra sự phù hợp với quy hoạch sử dụng đất cấp huyện.", None),
        ("Kiểm tra sự phù hợp với quy hoạch sử\ndụng đất cấp huyện.", None),
        ("Giấy xác nhận của cơ quan cấp huyện trước ngày 01 tháng 7 năm 2025.", None),
        ("Đạt danh hiệu Hộ sản xuất giỏi cấp huyện.", None),
        ("Xét danh hiệu: nộp hồ sơ tại UBND cấp huyện.", "UBND cấp huyện"),
        ("Hàng hóa thuộc trách nhiệm quản lý nhà nước của Bộ Giao thông vận tải.", None),
        ("Hồ sơ lưu tại Sở Giao thông vận tải (nay là Sở Xây dựng).", None),
        ("Hồ sơ lưu tại Sở Giao thông vận tải (trụ sở mới).", "Sở Giao thông vận tải"),
        ("Kiểm tra theo quy định của Bộ Giao thông vận tải.", None),
        (
            "Theo Thông tư của Bộ Giao thông vận tải. Gửi Bộ Giao thông vận tải.",
            "Bộ Giao thông vận tải",
        ),
    ],
)
def test_nobody_is_sent_to_an_office_that_is_only_named(text: str, found: str | None) -> None:
    told = _first_abolished(text, TODAY)
    assert (told["found"] if told else None) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hồ sơ nhận sau 15 giờ thì trả kết quả vào ngày làm việc tiếp theo.", True),
        ("Tiếp nhận sau 16 giờ thì văn bản trả lời được gửi trong ngày làm việc tiếp theo.", False),
        ("Nhận sau 15 giờ thì có thể hoàn thành trong ngày làm việc tiếp theo.", False),
    ],
)
def test_the_hour_of_a_reply_moves_no_due_day(version: Version, text: str, told: bool) -> None:
    steps = Stated(items=(Step(id="b1", text=text),))
    assert ("PT115" in _codes(replace(version, steps=steps, late_submission=None))) is told


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        ((("", 1), ("", 0)), False),
        ((("", 1), ("(2) Minh chứng gồm", 2)), False),
        ((("", 1), ("+ Đề án gồm", 2)), False),
        ((("", 1), ("+ Trường hợp ủy quyền", 1)), True),
        ((("", 1), ("Trường hợp nộp trực tuyến", 0)), True),
        ((("", 1), ("", 1)), True),
        ((("Trường hợp tặng cho", 1), ("Trường hợp thừa kế", 1), ("", -1)), False),
    ],
)
def test_only_cases_need_names(
    version: Version, groups: Sequence[tuple[str, int]], told: bool
) -> None:
    items = tuple(
        DossierGroup(id=f"n{at}", name=name or None, items=(PAPER,) * count or (REMARK,) * -count)
        for at, (name, count) in enumerate(groups)
    )
    dossier = replace(version.dossier, groups=Stated(items=items))
    assert ("HS306" in _codes(replace(version, dossier=dossier))) is told


def test_places_without_a_name_are_no_paper_twice(version: Version) -> None:
    for name, told in (("(nguồn không ghi tên)", False), ("Đơn (bản chính)", True)):
        item = replace(PAPER, name=name)
        group = DossierGroup(id="n1", items=(item, replace(item, id="g2")))
        dossier = replace(version.dossier, groups=Stated(items=(group,)))
        assert ("HS305" in _codes(replace(version, dossier=dossier))) is told


@pytest.mark.parametrize(
    ("value", "text", "told"),
    [
        (5, "Ở hải đảo không quá 10 ngày làm việc.", True),
        (10, "Ở hải đảo không quá 10 ngày làm việc.", False),
        (15, "Ở hải đảo không quá 10 ngày làm việc. Cơ quan thuế: 05 ngày làm việc.", False),
        (10, "Ở hải đảo được tăng thêm không quá 10 ngày làm việc.", True),
        (10, "Không quá 05 ngày làm việc. Ở hải đảo không quá 10 ngày làm việc.", True),
    ],
)
def test_a_channel_of_an_area_has_its_limit(
    version: Version, value: float, text: str, told: bool
) -> None:
    time = ChannelTime(value=value, unit="working_day", text=text)
    channel = Channel(method="direct", time=time, fees=Stated(none=True))
    assert ("PT117" in _codes(replace(version, channels=Stated(items=(channel,))))) is told


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("20.000 đồng/hồ sơ theo Thông tư số 25/2022/TT-BTC", None),
        ("20.000 đồng/hồ sơ", "`basis`"),
        ("Phí công bố cho mỗi hình từ hình thứ 2", "`basis`"),
        ("20.000 đồng đối với 1 tờ khai", "`basis`"),
        ("Phí công bố mỗi năm", "`unit`, `basis`"),
        ("/hồ sơ (Thông tư số 61/2023/TT-BTC)", None),
        ("35.000.000 đồng (ba mươi lăm triệu đồng)/lần gia hạn", "`basis`"),
        ("Thực hiện theo Thông tư số 52/2025/TT-BTC", "`unit`"),
        ("theo Thông tư số 25/2022/TT-BTC", "`unit`"),
        (None, "`unit`, `basis`"),
    ],
)
def test_an_imported_fee_lacks_what_neither_key_nor_words_say(
    imported: Version, text: str | None, missing: str | None
) -> None:
    fee = Fee(id="p1", state="amount", amount=20000.0, currency="VND", text=text)
    channel = replace(imported.channels.items[0], fees=Stated(items=(fee,)))
    changed = replace(imported, channels=Stated(items=(channel,)))
    found = run_record_rules("version", "x.yml", changed)
    assert next((one.values["keys"] for one in found if one.code == "PT108"), None) == missing


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [
        ("Bản sao thẻ căn cước", "Cấp giấy phép", True),
        ("Bản sao thẻ căn cước; được thay thế bằng dữ liệu dân cư", "Cấp giấy phép", False),
        ("Bản sao Giấy khai sinh", "Cấp giấy phép", True),
        ("Bản sao Giấy khai sinh", "Trở lại quốc tịch Việt Nam ở nước ngoài", False),
        ("Bản sao Giấy khai sinh", "Thủ tục đăng ký lại khai sinh", False),
    ],
)
def test_what_no_database_holds_may_be_asked_for(
    version: Version, name: str, title: str, told: bool
) -> None:
    group = DossierGroup(id="n1", items=(replace(PAPER, name=name),))
    dossier = replace(version.dossier, groups=Stated(items=(group,)))
    assert bool(list(_held(replace(version, title=title, dossier=dossier)))) is told


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        ("Nghị định số 222/2025NĐ-CP", "Nghị định số 222/2025NĐ-CP"),
        ("Nghị định 61/2018 và", "Nghị định 61/2018"),
        ("Nghị định số 222/2025/NĐ-CP", None),
    ],
)
def test_a_number_that_lacks_a_slash_is_told_whole(
    version: Version, cited: str, found: str | None
) -> None:
    steps = Stated(items=(Step(id="b1", text=f"Nộp theo {cited} tại quầy."),))
    told = run_record_rules("version", "x.yml", replace(version, steps=steps))
    assert next((one.values["found"] for one in told if one.code == "VD418"), None) == found


def test_a_limit_in_years_is_told_in_days(version: Version) -> None:
    time = ChannelTime(value=3, unit="year")
    channel = Channel(method="direct", time=time, fees=Stated(none=True))
    changed = replace(version, channels=Stated(items=(channel,)))
    (told,) = (one for one in run_record_rules("version", "x.yml", changed) if one.code == "PT140")
    said = [told.values[key] for key in ("found", "limit")]
    assert [one.values["value"] for one in said if isinstance(one, Wording)] == ["1095", "730"]


@pytest.mark.parametrize(
    ("said", "told"),
    [("Giải quyết trong 03 (ba) ngày.", False), ("Ngay sau khi nhận.", False), ("Nộp.", True)],
)
def test_a_figure_whose_channel_tells_the_unit_is_not_asked_for_it(
    version: Version, imported: Version, said: str, told: bool
) -> None:
    time = ChannelTime(value=3, unit="other")
    channel = Channel(method="direct", time=time, fees=Stated(none=True), text=said)
    ways = Stated(items=(channel,))
    assert ("PT107" in _codes(replace(imported, channels=ways))) is told
    assert "PT107" in _codes(replace(version, channels=ways))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Miễn lệ phí đăng ký đối với trường hợp mẹ kế nhận con riêng.", False),
        ("Tổ chức thực hiện đăng ký qua mạng điện tử được miễn lệ phí.", False),
        ("Miễn phí từ ngày 07/4/2026 đến 30/6/2026.", True),
        ("Thông tư quy định mức thu, miễn một số khoản phí nhằm hỗ trợ cho người dân", True),
    ],
)
def test_an_imported_fee_whose_words_exempt_somebody_is_not_asked_who(
    version: Version, imported: Version, text: str, told: bool
) -> None:
    fee = Fee(id="p1", state="amount", amount=20000.0, currency="VND", text=text)
    channel = replace(version.channels.items[0], fees=Stated(items=(fee,)))
    ways = Stated(items=(channel,))
    assert ("PT109" in _codes(replace(imported, channels=ways))) is told
    assert "PT109" in _codes(replace(version, channels=ways))


@pytest.mark.parametrize(("shown", "told"), [(False, True), (True, False)])
def test_what_is_shown_and_taken_home_is_handed_in_no_times(
    version: Version, shown: bool, told: bool
) -> None:
    name = "Xuất trình giấy phép, 01 bản chính"
    item = DossierItem(id="g1", name=name, originals=0, copies=0, presented_only=shown)
    group = DossierGroup(id="n1", items=(item,))
    dossier = replace(version.dossier, groups=Stated(items=(group,)))
    assert ("PT137" in _codes(replace(version, dossier=dossier))) is told


def test_titles_of_other_documents_keep_their_tone_marks(version: Version) -> None:
    steps = Stated(items=(Step(id="b1", text="Nộp bản sao hợp đồng mua hàng hóa."),))
    cited = replace(version.legal_basis.items[0], text="Nghị định về đơn giản hoá thủ tục")
    plain = replace(version, steps=steps, legal_basis=Stated(items=(cited,)), notes=())
    assert "VS504" not in _codes(plain)
    assert "VS504" in _codes(replace(plain, notes=("Đã hiện đại hoá.",)))


def _asking(version: Version, *papers: str, time: ChannelTime, words: str = "") -> Version:
    items = tuple(replace(PAPER, id=f"g{at}", name=name) for at, name in enumerate(papers))
    dossier = replace(version.dossier, groups=Stated(items=(DossierGroup(id="n1", items=items),)))
    channel = Channel(method="direct", time=time, fees=Stated(none=True), text=words)
    return replace(version, dossier=dossier, channels=Stated(items=(channel,)))


FIVE, SEVEN = (ChannelTime(value=value, unit="day") for value in (5, 7))


@pytest.mark.parametrize(
    ("papers", "time", "words", "drift"),
    [
        (("Đơn đề nghị đính chính", "- Bản gốc Giấy chứng nhận đã cấp."), FIVE, "", ()),
        (("Đơn đề nghị đính chính; bản gốc Giấy chứng nhận đã cấp",), FIVE, "", ()),
        (("Đơn đề nghị đính chính", "(nguồn không ghi tên)"), FIVE, "", ("dossier",)),
        (("Đơn đề nghị đính chính", "Bản gốc Giấy chứng nhận đã cấp"), SEVEN, "", ("time",)),
        (
            ("Đơn đề nghị đính chính", "Bản gốc Giấy chứng nhận đã cấp"),
            SEVEN,
            "Không quá 05 ngày; ở hải đảo 07 ngày.",
            (),
        ),
        (
            ("Đơn đề nghị đính chính", "Bản gốc Giấy chứng nhận đã cấp"),
            ChannelTime(value=None, unit="other", text="Theo mô tả"),
            "",
            (),
        ),
    ],
)
def test_only_what_both_tiers_state_can_differ(
    version: Version, papers: Sequence[str], time: ChannelTime, words: str, drift: Sequence[str]
) -> None:
    one = _asking(
        version,
        "Đơn đề nghị đính chính",
        "Bản gốc Giấy chứng nhận đã cấp",
        time=FIVE,
        words="Không quá 05 ngày; ở hải đảo 07 ngày.",
    )
    other = _asking(version, *papers, time=time, words=words)
    assert tuple(_drift(one, other)) == tuple(drift)
    assert tuple(_drift(other, one)) == tuple(drift)


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Phí: 550.000 đồng/hồ sơ (Thông tư số 64/2025/TT-BTC).", None),
        ("Nộp theo Nghị định số 61/2018/NĐ-CP.", "`basis`"),
    ],
)
def test_words_on_all_fees_of_a_channel_are_words_of_each(
    imported: Version, words: str, missing: str | None
) -> None:
    fee = Fee(id="p1", state="amount", amount=20000.0, currency="VND", text="20.000 đồng/hồ sơ")
    general = Fee(id="p2", state="not_stated", text="Trẻ em được miễn phí theo quy định.")
    for fees, told in (((fee,), True), ((fee, general), False)):
        channel = replace(imported.channels.items[0], fees=Stated(items=fees), text=words)
        changed = replace(imported, channels=Stated(items=(channel,)))
        found = {one.code: one for one in run_record_rules("version", "x.yml", changed)}
        assert (found["PT108"].values["keys"] if "PT108" in found else None) == missing
        assert ("PT109" in found) is told


def test_a_limit_of_zero_is_told_once(imported: Version) -> None:
    time = ChannelTime(value=0, unit="other")
    channel = Channel(method="direct", time=time, fees=Stated(none=True))
    told = _codes(replace(imported, channels=Stated(items=(channel,))))
    assert {"PT105", "PT107"} & told == {"PT105"}


def test_a_step_that_takes_no_time_by_its_words_is_no_slip(version: Version) -> None:
    for text, told in ((None, True), ("0 ngày làm việc", False)):
        time = Duration(value=0, unit="working_day", text=text)
        step = InternalStep(id="q1", name="Trả kết quả", role="Một cửa", time=time)
        changed = replace(version, source=None, internal_process=Stated(items=(step,)))
        assert ("PT105" in _codes(changed)) is told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Cơ quan sử dụng thông tin đã có trong cơ sở dữ liệu để thay thế thành phần hồ sơ.", True),
        ("Không phải nộp khi cơ quan khai thác được thông tin trong cơ sở dữ liệu.", True),
        ("Cơ quan cập nhật thông tin trong cơ sở dữ liệu.", False),
    ],
)
def test_it_is_told_that_words_elsewhere_replace_a_paper(
    version: Version, words: str, said: bool
) -> None:
    assert bool(_replaced(replace(version, notes=(words,))).keys) is said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cơ quan phối hợp: Không.", False),
        ("Cơ quan phối hợp: Không có\nCơ quan được ủy quyền: Không", False),
        ("Cơ quan phối hợp: Công an xã", True),
        ("Cơ quan phối hợp: Không\nCông an xã", True),
    ],
)
def test_a_label_before_none_names_nobody(version: Version, text: str, told: bool) -> None:
    coordinating: Stated[AgencyPart] = Stated(none=True, text=text)
    agencies = replace(version.agencies, coordinating=coordinating)
    assert ("TC325" in _codes(replace(version, agencies=agencies))) is told


def test_a_decision_without_a_day_of_effect_has_no_other_day_than_its_words() -> None:
    decision = next(iter(load_catalogue(SAMPLE)[0].decisions.values()))
    open_day = {"effective": "Quyết định nêu nhiều ngày."}
    rows = tuple(replace(row, effective=None, note=None) for row in decision.rows)
    said = replace(decision, rows=rows, note="Có hiệu lực từ ngày 01/12/2031.")
    for day, told in ((date(2031, 1, 1), True), (None, False)):
        made = replace(said, effective=day, unknown={} if day else open_day)
        found = {problem.code for problem in run_record_rules("decision", "x.yml", made)}
        assert ("QD234" in found) is told
