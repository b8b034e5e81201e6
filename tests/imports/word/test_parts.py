"""Papers and forms of an annex: headings that say for whom, and words that say there is none."""

import pytest

from generator.imports.word.applicants import (
    assumed_applicants,
    assumes_all_organisations,
    assumes_citizens,
    stated_applicants,
)
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.form_links import linked_forms
from generator.imports.word.labels import LABEL_AT_START, ContentPart
from generator.imports.word.methods import addresses_of, named_methods
from generator.imports.word.parts import stated_dossier, stated_forms
from generator.records.stated import Stated
from generator.records.version import Form

NO_FORMS: Stated[Form] = Stated(none=True)


def lines(*texts: str) -> list[WordLine]:
    return [WordLine(WordPlace("a.docx", at), "", text) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "heading",
    [
        "Trường hợp trồng mới:",
        "- Đối với tổ chức; cá nhân ở xa:",
        "(3.1) Đối với trường hợp trồng mới",
        "b) Trường hợp trồng lại",
        "(2) Hồ sơ đề nghị trồng lại gồm:",
    ],
)
def test_a_heading_for_a_case_is_no_paper(heading: str) -> None:
    dossier = stated_dossier(lines("- Đơn.", heading, "- Bản đồ."), NO_FORMS)
    groups = dossier.groups.items
    assert [[item.name for item in group.items] for group in groups] == [["Đơn"], ["Bản đồ"]]
    assert groups[1].name == heading.removeprefix("- ").rstrip(":")


@pytest.mark.parametrize(
    "text",
    ["- Đối với đất trồng tre thì phải có bản đồ.", "- Hồ sơ thiết kế đã thẩm định; bản vẽ."],
)
def test_a_sentence_that_asks_for_a_paper_is_no_heading(text: str) -> None:
    groups = stated_dossier(lines("- Đơn.", text), NO_FORMS).groups.items
    assert len(groups) == 1
    assert len(groups[0].items) == 2


def test_a_case_and_its_only_paper_in_one_paragraph_are_two() -> None:
    dossier = stated_dossier(lines("b) Hồ sơ gia hạn: Đơn đề nghị gia hạn."), NO_FORMS)
    (group,) = dossier.groups.items
    assert (group.name, group.items[0].name) == ("b) Hồ sơ gia hạn", "Đơn đề nghị gia hạn")


def test_a_dossier_of_nothing_is_none() -> None:
    dossier = stated_dossier(lines("Thành phần hồ sơ:", "- Không."), NO_FORMS)
    assert dossier.groups.none
    assert dossier.text == "- Không."


def test_a_heading_of_papers_and_a_count_alone_are_no_text_of_the_dossier() -> None:
    said = lines("a) Thành phần hồ sơ", "- Đơn.", "b) Số lượng hồ sơ: 01 bộ")
    dossier = stated_dossier(said, NO_FORMS)
    assert (dossier.sets, dossier.text) == (1, None)
    more = stated_dossier(lines("- Đơn.", "b) Số lượng: 02 bộ, kèm bản sao"), NO_FORMS)
    assert (more.sets, more.text) == (2, "b) Số lượng: 02 bộ, kèm bản sao")


@pytest.mark.parametrize(
    "texts",
    [
        ("Không có mẫu.",),
        ("Không",),
        ("Không quy định mẫu", "Phương án phải nêu:", "- Diện tích."),
        ("Trường hợp trồng mới:", "- Không có biểu mẫu."),
    ],
)
def test_words_that_there_is_no_form_are_no_form(texts: tuple[str, ...]) -> None:
    forms = stated_forms(lines(*texts), ())
    assert forms.none
    assert forms.text == "\n".join(texts)


def test_a_case_without_a_form_stands_beside_the_forms_of_others() -> None:
    forms = stated_forms(lines("Trồng mới:", "- Mẫu số 1", "Trồng lại:", "- Không"), ())
    assert [one.name for one in forms.items] == ["Mẫu số 1"]
    assert forms.text == "Trồng mới:\nTrồng lại:\n- Không"


def test_each_way_to_hand_in_has_its_own_line_of_a_cell_of_places() -> None:
    place = "- Trực tiếp: Trung tâm xã;\n- Trực tuyến: https://a.vn.\n- Dịch vụ bưu chính."
    assert addresses_of(place, ("direct", "online", "postal")) == {
        "direct": "Trực tiếp: Trung tâm xã",
        "online": "Trực tuyến: https://a.vn.",
        "postal": "Dịch vụ bưu chính.",
    }
    whole = "Trung tâm xã; nộp trực tuyến"
    assert addresses_of(whole, ("direct", "online")) == {"direct": whole}, "once, not twice"


def test_who_works_in_an_organisation_makes_it_no_applicant() -> None:
    text = "Cá nhân làm công tác cơ yếu trong tổ chức cơ yếu"
    stated = stated_applicants(lines(text))
    assert stated.items == ("vietnamese_citizen",)
    assert assumes_citizens(stated), "the words say nothing of nationality"
    said = stated_applicants(lines("Công dân; tổ chức"))
    assert said.items == ("vietnamese_citizen", *ALL)
    assert not assumes_citizens(said)
    assert assumes_all_organisations(stated_applicants(lines("Cơ quan, tổ chức")))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Tổ chức; doanh nghiệp; hợp tác xã", False),
        ("Tổ chức tôn giáo; doanh nghiệp", False),
        ("Tổ chức; doanh nghiệp", True),
        ("Tổ chức trong nước; tổ chức kinh tế có vốn đầu tư nước ngoài", True),
        ("Tổ chức trong nước; tổ chức nước ngoài", True),
    ],
)
def test_a_kind_of_organisation_that_no_word_names_is_asked_about(text: str, asked: bool) -> None:
    assert assumes_all_organisations(stated_applicants(lines(text))) is asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [("trực thuộc tổ chức", True), ("trực thuộc, tổ chức", False), ("trực thuộc; tổ chức", False)],
)
def test_a_comma_that_may_be_lost_in_a_list_of_applicants_is_asked_about(
    words: str, asked: bool
) -> None:
    text = f"Tổ chức tôn giáo, tổ chức tôn giáo {words} kinh tế có vốn đầu tư nước ngoài"
    stated = stated_applicants(lines(text))
    assert "foreign_invested_enterprise" in stated.items
    assert ("comma_assumed" in assumed_applicants(stated)) is asked


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        ("Không nộp trực tuyến; chỉ nộp trực tiếp hoặc qua bưu chính.", ("direct", "postal")),
        ("Trực tuyến: chưa áp dụng.\nBưu chính: không.\nTrực tiếp: tại xã.", ("direct",)),
        ("Không tiếp nhận hồ sơ qua dịch vụ bưu chính công ích.\nTrực tiếp.", ("direct",)),
        ("Tổ chức không có điều kiện nộp trực tiếp thì nộp trực tuyến.", ("direct", "online")),
        ("Trực tuyến: không thu thêm phí.", ("online",)),
        ("Tại https://dichvu.mau", ("online",)),
    ],
)
def test_a_way_that_is_said_to_be_closed_is_none(text: str, methods: tuple[str, ...]) -> None:
    assert named_methods(text) == methods


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("b) Số lượng hồ sơ: 01 bộ", 1),
        ("Số lượng hồ sơ: 02 (hai) bộ.", 2),
        ("Số lượng: 03 bản", 3),
        ("Bản kê khai số lượng 05 xe tham gia", None),
        ("Danh sách số lượng: 12 con giống", None),
    ],
)
def test_sets_are_counted_and_nothing_else(text: str, sets: int | None) -> None:
    dossier = stated_dossier(lines("- Đơn đề nghị.", text), NO_FORMS)
    assert dossier.sets == sets
    names = [item.name for group in dossier.groups.items for item in group.items]
    assert (text in names) is (sets is None)


def test_no_form_for_some_and_one_for_others_is_a_form() -> None:
    said = lines("Không quy định mẫu đối với tổ chức.", "- Tờ khai theo Mẫu số 01 đối với cá nhân.")
    forms = stated_forms(said, ())
    assert [form.name for form in forms.items] == ["Tờ khai theo Mẫu số 01 đối với cá nhân"]
    assert forms.text == "Không quy định mẫu đối với tổ chức."


@pytest.mark.parametrize(
    ("text", "originals", "copies"),
    [
        ("- Bản sao giấy trồng tre (02 bản)", 0, 2),
        ("- Đơn đề nghị (bản chính, 03 bản)", 3, 0),
        ("- Giấy trồng tre (bản sao 02 bản)", 0, 2),
        ("- Đơn (01 bản chính và 01 bản sao), 02 bản", 1, 1),
        ("- Đơn (01 bản chính)", 1, 0),
        ("- Đơn (một bản gốc)", 1, 0),
        ("- Giấy trồng tre (bản gốc)", None, None),
        ("- Bản sao Giấy trồng tre số 02", None, None),
    ],
)
def test_a_printed_number_of_pieces_is_that_of_their_kind(
    text: str, originals: int | None, copies: int | None
) -> None:
    (group,) = stated_dossier(lines(text), NO_FORMS).groups.items
    assert [(one.originals, one.copies) for one in group.items] == [(originals, copies)]


_ISSUED = "ban hành kèm theo Nghị định số 1/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("paper", "forms", "linked"),
    [
        ("Đơn theo Mẫu số 03 ban hành kèm theo Quy định của UBND tỉnh", ("", _ISSUED), ("m1",)),
        ("Đơn theo Mẫu số 03 ban hành kèm theo Quy định của UBND tỉnh", (_ISSUED,), ()),
        (f"Đơn theo Mẫu số 03 {_ISSUED}", ("", _ISSUED), ("m2",)),
        (f"Đơn theo Mẫu số 03 {_ISSUED}", ("",), ("m1",)),
        ("Đơn theo Mẫu số 03", ("", _ISSUED), ("m1",)),
        ("Đơn theo Mẫu số 03", (_ISSUED,), ("m1",)),
        ("Đơn theo Mẫu số 03 tại Nghị định số 2/2026/NĐ-CP", (_ISSUED,), ()),
        ("Đơn theo Mẫu số 03 hoặc Mẫu số 04", ("",), ()),
    ],
)
def test_a_form_of_another_document_is_not_that_of_a_paper(
    paper: str, forms: tuple[str, ...], linked: tuple[str, ...]
) -> None:
    made = (Form(id=f"m{n}", name=f"Tờ khai theo Mẫu số 03 {of}") for n, of in enumerate(forms, 1))
    assert linked_forms(paper, tuple(made)) == linked


def test_a_heading_of_the_papers_is_none_of_them() -> None:
    said = lines("a) Thành phần hồ sơ, gồm:", "* Trường hợp 1: trồng mới", "- Đơn.")
    (group,) = stated_dossier(said, NO_FORMS).groups.items
    assert [one.name for one in group.items] == ["Đơn"]
    assert (group.name or "").endswith("Trường hợp 1: trồng mới")


ALL = ("enterprise", "cooperative", "organisation")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Tổ chức, cá nhân.", ("vietnamese_citizen", *ALL)),
        ("Tổ chức chính trị - xã hội", ("organisation",)),
        ("Tổ chức, cá nhân nước ngoài", ("foreigner", "foreign_organisation")),
        ("Cá nhân đủ 18 tuổi; không áp dụng với tổ chức.", ("vietnamese_citizen",)),
        ("Tổ chức, không bao gồm doanh nghiệp và hợp tác xã.", ("organisation",)),
        (
            "Mọi tổ chức không phải là doanh nghiệp, cá nhân.",
            ("vietnamese_citizen", "cooperative", "organisation"),
        ),
        ("Cá nhân (trừ người nước ngoài).", ("vietnamese_citizen",)),
        (
            "Công dân Việt Nam, người nước ngoài cư trú tại Việt Nam",
            ("vietnamese_citizen", "foreigner_residing"),
        ),
        ("Cá nhân nước ngoài", ("foreigner",)),
        ("Người gốc Việt Nam định cư ở nước ngoài", ("overseas_vietnamese",)),
        ("Doanh nghiệp, hộ kinh doanh", ("enterprise", "household_business")),
        ("Tổ chức kinh tế có vốn đầu tư nước ngoài", ("foreign_invested_enterprise",)),
        ("Tổ chức có vốn đầu tư nước ngoài", ("foreign_invested_enterprise",)),
        ("Cơ quan, tổ chức có thẩm quyền", ("organisation",)),
        ("Tổ chức có nhu cầu trồng tre", ALL),
        ("Người làm việc trong tổ chức cơ yếu", ("other",)),
    ],
)
def test_everyone_whom_words_name_may_apply(text: str, keys: tuple[str, ...]) -> None:
    assert stated_applicants(lines(text)).items == keys


def test_a_place_over_several_lines_is_that_of_its_way() -> None:
    place = (
        "- Trực tiếp:\nTrung tâm Phục vụ hành chính công tỉnh;\nTrung tâm Phục vụ hành chính công"
        " các xã;\n- Trực tuyến: https://dichvucong.gov.vn/.\n- Dịch vụ bưu chính."
    )
    assert addresses_of(place, ("direct", "online", "postal")) == {
        "direct": "Trực tiếp: Trung tâm Phục vụ hành chính công tỉnh;"
        " Trung tâm Phục vụ hành chính công các xã",
        "online": "Trực tuyến: https://dichvucong.gov.vn/.",
        "postal": "Dịch vụ bưu chính.",
    }
    other = "- Trực tiếp: Trung tâm A;\nCổng Dịch vụ công quốc gia;\n- Dịch vụ bưu chính."
    assert addresses_of(other, ("direct", "online", "postal")) == {"direct": other}
    ended = "- Trực tiếp: Trung tâm A.\nGiờ làm việc: 8 giờ."
    assert addresses_of(ended, ("direct",)) == {"direct": ended}


def test_what_has_the_next_letter_stands_beside_a_heading_and_not_below_it() -> None:
    said = ("g1) Bản đồ.", "h1) Đối với trường hợp trồng mới:", "h1’) Báo cáo.", "i1) Giấy tờ.")
    groups = stated_dossier(lines(*said), NO_FORMS).groups.items
    names = [[item.name for item in group.items] for group in groups]
    assert names == [["g1) Bản đồ", "i1) Giấy tờ"], ["h1’) Báo cáo"]]
    alone = stated_dossier(lines("a) Trường hợp trồng mới:", "- Đơn.", "b) Bản đồ"), NO_FORMS)
    assert [group.name for group in alone.groups.items] == ["a) Trường hợp trồng mới", None]


def test_a_paragraph_that_explains_a_paper_is_none() -> None:
    said = ("- Văn bản cam kết;", "Văn bản cam kết không phải thực hiện công chứng.", "Bản đồ.")
    (group,) = stated_dossier(lines(*said), NO_FORMS).groups.items
    assert [item.kind for item in group.items] == ["paper", "note", "paper"]


@pytest.mark.parametrize(
    ("text", "methods"),
    [
        ("- Trực tiếp.\n- Không tiếp nhận hồ sơ trực tuyến và qua bưu chính.", ("direct",)),
        ("Nộp trực tiếp (thủ tục chưa cung cấp dịch vụ công trực tuyến).", ("direct",)),
        ("Mức độ trực tuyến: Chỉ nộp trực tiếp.", ("direct",)),
        ("Không nhận qua bưu chính, nộp trực tiếp tại xã.", ("direct",)),
        ("Trường hợp không nộp trực tuyến thì nộp trực tiếp", ("direct", "online")),
        ("Nộp trực tuyến; kết quả được trả qua bưu chính.", ("online",)),
        ("Nộp trực tiếp và nhận kết quả qua bưu chính", ("direct",)),
        ("Nộp hồ sơ và nhận kết quả trực tiếp hoặc qua bưu chính", ("direct", "postal")),
        ("Nộp trực tiếp tại Bộ phận Tiếp nhận và Trả kết quả, qua bưu chính", ("direct", "postal")),
    ],
)
def test_a_way_that_is_denied_or_of_the_result_is_no_way_to_hand_in(
    text: str, methods: tuple[str, ...]
) -> None:
    assert named_methods(text) == methods


def test_what_is_said_of_papers_is_none_of_them() -> None:
    said = lines(
        "Hồ sơ gồm các giấy tờ sau:",
        "1. Đơn;",
        "2. Giấy tờ kèm theo:",
        "- Ảnh;",
        "* Ghi chú: Không nộp bản sao sổ tre.",
        "* Hồ sơ nộp trực tuyến phải được ký số.",
        "3. Sơ đồ.",
        "(Hồ sơ lập thành 02 bộ, 01 bộ gửi tỉnh)",
    )
    dossier = stated_dossier(said, NO_FORMS)
    assert dossier.sets == 2
    first, second = dossier.groups.items
    assert [one.name for one in first.items] == ["1. Đơn", "3. Sơ đồ"]
    assert second.name == "2. Giấy tờ kèm theo"
    assert [(one.name[:5], one.kind) for one in second.items] == [
        ("Ảnh", "paper"),
        ("Ghi c", "note"),
        ("Hồ sơ", "note"),
    ]
    assert stated_dossier(lines("Không yêu cầu giấy tờ."), NO_FORMS).groups.none


def test_papers_below_a_numbered_label_of_one_word() -> None:
    assert LABEL_AT_START[ContentPart.DOSSIER].match("c) Hồ sơ:")
    assert not LABEL_AT_START[ContentPart.DOSSIER].match("c) Hồ sơ của chủ hộ")
