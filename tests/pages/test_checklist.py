"""The list of papers on the page: two lines a paper, the words before the record, cases named."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.checklist import checklist
from generator.pages.paper_words import paper_conditions
from generator.readings.paper_labels import NARROW, label_papers
from generator.readings.papers import read_papers
from generator.records.stated import Stated
from generator.records.version import Dossier, DossierGroup, Form
from tests.readings.dossiers import dossier, group, item

WORDS = words_of("vi")


def listed(sample: Edition, *groups: DossierGroup, forms: Sequence[Form] = ()) -> str:
    version = replace(
        sample.entries["1.001193"].version,
        dossier=Dossier(sets=None, groups=Stated(items=groups)),
        steps=Stated(not_stated="Không nêu."),
        forms=Stated(items=tuple(forms)),
    )
    return checklist(version, read_papers(version), sample).html


@pytest.mark.parametrize(
    ("name", "originals", "copies", "said"),
    [
        ("Đơn đề nghị nuôi ong", 1, 0, "1 bản chính"),
        ("Hợp đồng thuê tổ ong", 0, 2, "2 bản sao"),
        ("Hợp đồng thuê tổ ong (bản sao)", 1, 0, "1 bản sao"),
        ("Hợp đồng thuê tổ ong (bản chính hoặc bản sao)", 1, 0, "bản chính hoặc bản sao"),
    ],
)
def test_the_words_say_of_what_kind_a_paper_is(
    sample: Edition, name: str, originals: int, copies: int, said: str
) -> None:
    html = listed(sample, group(item(name, originals, copies)))
    assert f"<small>{said}</small>" in html


def test_a_number_that_the_name_says_is_not_said_again(sample: Edition) -> None:
    html = listed(sample, group(item("Bản sao hợp đồng thuê tổ ong", 1, 0)))
    assert "<small>" not in html
    assert "bản chính" not in html


def test_a_long_kind_of_copy_stands_behind_the_name(sample: Edition) -> None:
    kind = "Bản sao có chứng thực hoặc bản sao kèm bản chính để đối chiếu"
    html = listed(
        sample,
        group(
            item(
                f"{kind} Giấy chứng nhận kiểm dịch đàn ong lấy mật của hộ gia đình ở vùng núi", 0, 1
            )
        ),
    )
    assert "<span>Giấy chứng nhận kiểm dịch đàn ong lấy mật của hộ gia đình" in html
    assert WORDS("dossier.checked_copies", count=1) in html
    assert WORDS("dossier.in_full") in html


def test_what_a_paper_contains_is_folded_and_what_it_may_be_is_not(sample: Edition) -> None:
    content = "Báo cáo về đàn ong, gồm các nội dung: a) số tổ của đàn; b) thức ăn của đàn"
    html = listed(sample, group(content))
    assert html.index("<details>") < html.index("Số tổ của đàn") < html.index("</details>")
    either = "Một trong các giấy tờ sau: a) Thẻ căn cước; b) Hộ chiếu"
    html = listed(sample, group(either))
    assert WORDS("dossier.one_of") in html


def test_cases_of_a_long_dossier_are_folded_with_their_first_papers(sample: Edition) -> None:
    names = [f"Giấy xác nhận số {at} về đàn ong" for at in range(6)]
    first = group("Đơn đề nghị nuôi ong", *names, name="Trường hợp đàn mới")
    second = group("Tờ khai về đàn ong", *names, name="Trường hợp đàn cũ")
    html = listed(sample, first, second)
    assert html.count("<details>") == 2
    assert "<small>Đơn đề nghị nuôi ong; Giấy xác nhận số 0" in html
    assert "<small>Tờ khai về đàn ong; Giấy xác nhận số 0" in html


def test_cases_of_a_short_dossier_stand_open(sample: Edition) -> None:
    first = group("Đơn đề nghị nuôi ong", name="Trường hợp đàn mới")
    second = group("Tờ khai về đàn ong", name="Trường hợp đàn cũ")
    html = listed(sample, first, second)
    assert "<details" not in html
    assert '<h3 class="case">Trường hợp đàn cũ</h3>' in html


def test_a_heading_that_only_counts_sets_is_no_heading(sample: Edition) -> None:
    html = listed(sample, group("Đơn đề nghị nuôi ong", name="Số lượng hồ sơ: 01 bộ."))
    assert "<h3" not in html


def test_papers_of_one_case_alone_and_mixed_papers_are_said_to_be_so(sample: Edition) -> None:
    alone = listed(sample, group("Đơn đề nghị nuôi ong", name="Trường hợp đàn mới"))
    assert WORDS("dossier.only_case") in alone
    mixed = listed(
        sample,
        group(
            "++ Trường hợp nuôi ong lấy mật, phải cung cấp các tài liệu sau:",
            "+++ Bản cam kết về thức ăn của đàn ong",
            "++ Trường hợp nuôi ong lấy sáp, phải cung cấp các tài liệu sau:",
            "Đơn đề nghị nuôi ong",
        ),
    )
    assert WORDS("dossier.mixed") in mixed


def test_a_very_long_name_of_a_case_is_shown_in_part_and_folded_in_full(sample: Edition) -> None:
    name = f"Trường hợp đàn ong {'được nuôi ở nhiều xã của tỉnh ' * 12}và đã kiểm dịch"
    html = listed(sample, group("Đơn đề nghị nuôi ong", name=name))
    assert "…</h3>" in html
    assert "và đã kiểm dịch" in html


def test_several_notes_are_folded_under_their_number(sample: Edition) -> None:
    notes = ("Lưu ý: đàn ong phải khỏe.", "Lưu ý: tổ ong phải sạch.")
    html = listed(sample, group("Đơn đề nghị nuôi ong", *notes))
    assert WORDS("dossier.notes", count=2) in html
    one = listed(sample, group("Đơn đề nghị nuôi ong", notes[0]))
    assert "<details" not in one


def test_a_number_for_two_papers_together_is_not_said_of_the_second(sample: Edition) -> None:
    html = listed(sample, group(item("Hợp đồng thuê tổ ong; giấy phép dời đàn ong", 2, 0)))
    assert html.count("2 bản chính") == 1


def test_a_number_that_most_papers_share_is_said_once_above_them(sample: Edition) -> None:
    papers = [item(f"Đơn số {number}", 1, 0) for number in "123"]
    html = listed(sample, group(*papers, item("Sổ nuôi ong", 0, 2)))
    shared = WORDS("dossier.usual_number", number=WORDS("dossier.originals", count=1))
    assert html.count(WORDS("dossier.originals", count=1)) == 1
    assert shared in html
    assert WORDS("dossier.copies", count=2) in html


def test_no_number_is_shared_by_two_papers(sample: Edition) -> None:
    html = listed(sample, group(item("Đơn số 1", 1, 0), item("Đơn số 2", 1, 0)))
    assert html.count(WORDS("dossier.originals", count=1)) == 2


def test_a_note_that_frees_some_readers_is_not_folded(sample: Edition) -> None:
    freed = "Vườn dưới 10 tổ ong thì không phải nộp bản vẽ vườn"
    notes = [f"Lưu ý: {freed}", f"Lưu ý: giấy tờ {'rất ' * 40}cũ"]
    html = listed(sample, group(item("Đơn nuôi ong", 1, 0), *(item(one, 0, 0) for one in notes)))
    assert html.index(freed) < html.index("<details")


def test_short_alternatives_stand_in_one_paragraph(sample: Edition) -> None:
    one_of = "Một trong các giấy tờ sau: sổ nuôi ong; thẻ nuôi ong; giấy phép nuôi ong"
    html = listed(sample, group(item(one_of, 1, 0)))
    assert "sổ nuôi ong; thẻ nuôi ong; giấy phép nuôi ong" in html
    assert html.count("<li>") == 1


def test_conditions_that_begin_alike_are_told_from_where_they_differ() -> None:
    shared = "đối với hồ sơ đề nghị cấp giấy chứng nhận kiểm dịch đàn ong lấy mật của hộ gia đình"
    shared += " ở vùng núi cao và biên giới phía bắc có hơn một trăm tổ ong đang nuôi theo kết quả"
    names = (
        f"Biên bản lấy mẫu mật, {shared} của nước ngoài",
        f"Phiếu kiểm tra tổ ong, {shared} của trạm thú y",
    )
    papers = read_papers(dossier(group(*names))).groups[0].papers
    said = paper_conditions(papers, label_papers(papers), NARROW)
    assert [one[:8] for one in said.values()] == ["…nước ng", "…trạm th"]


def test_a_long_condition_stands_with_its_paper_in_full(sample: Edition) -> None:
    condition = "nếu đàn ong đã được kiểm dịch ở tỉnh khác trong vòng sáu tháng trước ngày dời đàn"
    html = listed(sample, group(f"Bản kê khai đàn ong lấy mật theo mẫu của xã, {condition}"))
    assert f"Bản kê khai đàn ong lấy mật theo mẫu của xã, {condition} ·" in html
    assert "<details" not in html


def test_where_a_form_is_printed_is_folded_below_the_list(sample: Edition) -> None:
    source = "ban hành kèm theo Thông tư số 1/2026/TT-BYT"
    html = listed(sample, group(f"Đơn nuôi ong theo Mẫu số 02 {source}", "Sổ nuôi ong"))
    assert "<span>Đơn nuôi ong theo Mẫu số 02 ·" in html
    assert html.index("Sổ nuôi ong") < html.index("<details") < html.index(source)


def test_a_list_without_room_for_all_words_folds_its_longest_papers(sample: Edition) -> None:
    long = "Bản kê đàn ong của hộ gia đình, " + "có xác nhận của trạm thú y nơi đàn ong ở, " * 16
    html = listed(sample, group(*(f"{long} số {number}" for number in range(9))))
    assert html.count("…</span>") == 9
    assert html.count(f">{WORDS('dossier.in_full')}<") == 9


def test_maps_that_a_paper_consists_of_are_named_with_it(sample: Edition) -> None:
    html = listed(sample, group("Bản sao các loại bản đồ: + Bản đồ vườn; + Bản đồ tổ ong"))
    assert "Bản sao các loại bản đồ: Bản đồ vườn; Bản đồ tổ ong</span>" in html


def test_what_one_alternative_is_one_of_is_folded(sample: Edition) -> None:
    inner = "; ".join(f"giấy nuôi ong số {number} của trạm thú y" for number in range(12))
    one_of = (
        "Một trong các giấy tờ sau:\n- Thẻ nuôi ong;"
        f"\n- Bản sao một trong các giấy tờ sau: {inner}."
    )
    html = listed(sample, group(item(one_of, 1, 0)))
    assert html.index("Thẻ nuôi ong") < html.rindex("<details") < html.rindex("số 11 của trạm")


def test_cases_without_room_are_folded_with_all_names_that_fit(sample: Edition) -> None:
    long = "Bản kê đàn ong của hộ gia đình có xác nhận của trạm thú y nơi đàn ong ở và của xã"
    names = [f"{long}, lần {number}, theo sổ nuôi ong của chủ vườn, {long}" for number in "12345"]
    first = group("Đơn đề nghị nuôi ong", *names, name="Trường hợp đàn mới")
    second = group("Tờ khai về đàn ong", names[0], name="Trường hợp đàn cũ")
    html = listed(sample, first, second)
    assert html.count('<summary><h3 class="case">') == 2
    assert names[0] in html.partition("</summary>")[0]


def test_a_paper_that_a_database_has_is_said_in_a_few_words(sample: Edition) -> None:
    rule = "Trường hợp sổ đã có trong Cơ sở dữ liệu nuôi ong thì không phải nộp"
    html = listed(sample, group(f"Sổ nuôi ong của chủ vườn. {rule}.", "Đơn nuôi ong"))
    assert WORDS("dossier.looked_up") in html
    assert html.index(WORDS("dossier.looked_up")) < html.index(rule)


def test_a_form_that_the_label_names_is_not_named_again(sample: Edition) -> None:
    form = Form(id="m25", name="Mẫu số 25.docx")
    named = replace(item("Mẫu số 25 Đơn nuôi ong"), forms=("m25",))
    other = replace(item("Tờ khai đàn ong"), forms=("m25",))
    assert "Mẫu số 25.docx" not in listed(sample, group(named), forms=[form])
    assert "Mẫu số 25.docx" in listed(sample, group(other), forms=[form])


def test_kinds_of_alternatives_stand_in_one_paragraph_each(sample: Edition) -> None:
    text = "Một trong các giấy tờ sau: 1. Giấy tờ gốc gồm: a) Sổ ong; b) Thẻ ong; 2. Giấy xã cấp"
    html = listed(sample, group(text))
    assert "Sổ ong; Thẻ ong" in html


def test_who_needs_a_paper_is_never_cut_off(sample: Edition) -> None:
    form = "Mẫu kê đàn ong trên mạng (do chủ vườn điền theo lời chỉ dẫn, nếu nộp trên mạng)"
    long = "Bản kê đàn ong của hộ gia đình, " + "có xác nhận của trạm thú y nơi đàn ong ở, " * 16
    html = listed(sample, group(form, *(f"{long} số {number}" for number in range(9))))
    assert "nếu nộp trên mạng" in html.partition("<details")[0]


def test_papers_that_a_paper_consists_of_stand_below_it(sample: Edition) -> None:
    kinds = ("Giấy xác nhận mồ côi của xã nơi ở", "Giấy xác nhận khuyết tật của xã nơi ở")
    listed_in = "; ".join(
        f"{mark}) {kind} dùng cho chủ vườn ong lấy mật và lấy sáp ở vùng núi"
        for mark, kind in zip("ab", kinds, strict=True)
    )
    html = listed(
        sample, group(f"Bản sao giấy tờ chứng minh trong các trường hợp sau: {listed_in}")
    )
    assert html.index("</label>") < html.index(kinds[0]) < html.index(kinds[1])
    assert "<details" not in html


def test_many_cases_stand_as_short_lines_with_the_number_of_their_papers(sample: Edition) -> None:
    papers = [f"Bản kê đàn ong của vườn số {number} do chủ vườn lập" for number in range(4)]
    cases = [
        group("Đơn đề nghị nuôi ong", *papers, name=f"Trường hợp {kind} {'của hộ nuôi ong ' * 9}")
        for kind in ("đàn mới", "đàn cũ", "đàn ghép", "đàn chia", "đàn mua", "đàn cho", "đàn thuê")
    ]
    html = listed(sample, *cases)
    titles = [part.partition("</h3>")[0] for part in html.split('<h3 class="case">')[1:]]
    assert len(set(titles)) == 7
    assert all(len(title) < 100 for title in titles)
    assert html.count(WORDS("dossier.papers", count=5)) == 7


def test_a_case_that_only_refers_to_another_says_so_and_counts_no_papers(sample: Edition) -> None:
    papers = [f"Bản kê đàn ong của vườn số {number}" for number in range(7)]
    refers = item("Tàu quá cảnh nộp hồ sơ như tàu nhập cảnh, nếu có thay đổi", 0, 0)
    html = listed(
        sample,
        group("Đơn đề nghị", *papers, name="Đối với tàu nhập cảnh"),
        group("Đơn đề nghị", *papers, name="Đối với tàu xuất cảnh"),
        group(refers, name="Đối với tàu quá cảnh"),
    )
    assert WORDS("dossier.papers", count=0) not in html
    assert "như tàu nhập cảnh" in html.rpartition("</summary>")[0].rpartition("<small>")[2]


def test_a_fold_of_notes_says_what_the_first_is_about(sample: Edition) -> None:
    notes = [f"Lưu ý: Sổ nuôi ong lần {number} phải ghi rõ ngày quay mật" for number in "12"]
    html = listed(sample, group("Đơn đề nghị nuôi ong", *notes))
    summary = html.partition("<summary>")[2].partition("</summary>")[0]
    assert "Sổ nuôi ong lần 1" in summary
