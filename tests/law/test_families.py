"""Families join what is one subject at several places or levels, and nothing else."""

import pytest

from generator.law.families import JoinRule, Kin, find_families
from generator.law.family_candidates import Candidate
from generator.law.family_titles import subject_key
from generator.records.families import FamilyReview


def candidate(
    code: str,
    title: str,
    field: str = "dat-dai",
    basis: str = "",
    publisher: str = "",
    level: str = "province",
) -> Candidate:
    numbers, national = frozenset(basis.split()), code.startswith("1")
    return Candidate(code, title, field, publisher or code, national, (level,), lambda: numbers)


def joined(*titles: str) -> bool:
    """Whether titles of one field, each of another publisher, are one family."""
    found = find_families([candidate(str(n), title) for n, title in enumerate(titles, 1)])
    return [kin.codes for kin in found] == [tuple(str(n) for n in range(1, len(titles) + 1))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tách thửa, hợp thửa đất", "TÁCH THỬA, HỢP THỬA ĐẤT."),
        ("Thủ tục công nhận hoà giải viên", "Công nhận hòa giải viên"),
        ("Cấp hộ chiếu (thực hiện tại cấp tỉnh)", "Cấp hộ chiếu (thực hiện tại cấp trung ương)"),
        ("Cấp phép nhận chìm (cấp Bộ)", "Cấp phép nhận chìm cấp tỉnh"),
        ("Cấp phép khai thác ( Cấp Xã )", "Cấp phép khai thác (cấp xã)"),
        (
            "Cấp giấy phép thuộc thẩm quyền của Bộ Công Thương trong trường hợp bị mất",
            "Cấp giấy phép thuộc thẩm quyền cấp của Ủy ban nhân dân cấp tỉnh bị mất",
        ),
        ("Hỗ trợ mai táng trên địa bàn tỉnh Bắc Ninh", "Hỗ trợ mai táng"),
        ("Tách các thửa đất, hợp thửa đất", "Tách thửa, hợp thửa đất"),
        ("Cấp phép thi công ở đường xã (tỉnh Phú Thọ)", "Cấp phép thi công ở đường xã"),
        ("Trưng bày tranh ngoài trụ sở", "Trưng bày tranh ngoài trụ sở (địa phương)"),
        ("Xuất bản bản tin (địa phương)", "Xuất bản bản tin (trung ương)"),
        ("Cấp đổi giấy (thực hiện tại Công an cấp xã)", "Cấp đổi giấy (thực hiện tại cấp tỉnh)"),
        ("Cấp bản sao trích lục tại Bộ Ngoại giao", "Cấp bản sao trích lục"),
        ("Đăng ký thay đổi chỉ định của Bộ Y tế", "Đăng ký thay đổi chỉ định (địa phương)"),
        ("Cấp gia hạn giấy chứng nhận (cấp Bộ)", "Gia hạn giấy chứng nhận"),
        (
            "Công nhận hội có địa bàn hoạt động ở nhiều tỉnh (cấp trung ương)",
            "Công nhận hội có địa bàn hoạt động ở một tỉnh (cấp tỉnh)",
        ),
        (
            "Cấp phép (thẩm quyền của Sở Văn hóa, Thể thao và Du lịch/Sở Văn hóa và Thể thao)",
            "Cấp phép (thẩm quyền của Bộ Văn hóa, Thể thao và Du lịch)",
        ),
    ],
)
def test_case_level_territory_and_filling_words_do_not_part_titles(one: str, other: str) -> None:
    assert joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cấp giấy phép xây dựng", "Cấp lại giấy phép xây dựng"),
        ("Cấp giấy phép cho công trình cấp I", "Cấp giấy phép cho công trình cấp II"),
        ("Cấp thẻ trong nước", "Cấp thẻ ở nước ngoài"),
        ("Cấp lại giấy phép trừ trường hợp bị mất", "Cấp lại giấy phép trường hợp bị mất"),
        ("Chuyển đất có phép", "Chuyển đất không phép"),
        ("Cấp đất", "Cấp đắt"),
        ("Trợ cấp xã hội", "Trợ cấp"),
        ("Đổi, cấp lại thẻ, cấp thẻ", "Đổi, cấp lại thẻ, cấp lại thẻ"),
    ],
)
def test_acts_numbers_negations_and_accents_part_titles(one: str, other: str) -> None:
    assert not joined(one, other)


def test_a_short_title_in_another_field_needs_a_law_in_common() -> None:
    short = "Rút tiền ký quỹ"
    apart = [
        candidate("1", short, "a", "40/2018/NĐ-CP"),
        candidate("2", short, "b", "1/2020/NĐ-CP"),
    ]
    assert find_families(apart) == ()
    kin = [candidate("1", short, "a", "40/2018/NĐ-CP"), candidate("2", short, "b", "40/2018/NĐ-CP")]
    (family,) = find_families(kin)
    assert family.joins[0].basis == ("40/2018/NĐ-CP",)
    long = "Cấp giấy phép vận chuyển pháo hoa nổ, thuốc pháo nổ"
    assert find_families([candidate("1", long, "a"), candidate("2", long, "b")])


def test_a_level_is_part_of_the_matter_where_a_publisher_has_both_at_it() -> None:
    titles = ("Công nhận trung tâm cấp tỉnh", "Công nhận trung tâm")
    ours = [candidate(f"1.{n}", title, publisher="bo") for n, title in enumerate(titles, 1)]
    assert find_families(ours) == ()
    theirs = [candidate("2.1", titles[0]), candidate("2.2", titles[1])]
    assert {kin.codes for kin in find_families(ours + theirs)} == {("1.1", "2.1"), ("1.2", "2.2")}
    levels = [candidate("1.1", titles[0]), candidate("1.2", titles[1], level="central")]
    assert find_families(levels)


def test_two_publishers_for_the_country_need_a_law_across_fields_or_the_very_title() -> None:
    title = "Xét tài trợ, đặt hàng nhiệm vụ khoa học và đổi mới sáng tạo"
    noted = f"{title} (cấp tỉnh)"
    assert find_families([candidate("1.1", title, "a"), candidate("1.2", noted, "b")]) == ()
    for other in (candidate("1.2", title, "b"), candidate("2.2", noted, "b")):
        assert find_families([candidate("1.1", title, "a"), other])
    basis = "267/2025/NĐ-CP"
    lawful = [candidate("1.1", title, "a", basis), candidate("1.2", noted, "b", basis)]
    assert find_families(lawful)
    theirs = candidate("1.2", f"{title} thuộc thẩm quyền của Bộ Quốc phòng", "b")
    assert find_families([candidate("1.1", title, "a"), theirs])


def test_the_first_of_a_family_is_the_national_original() -> None:
    codes = ("3.1", "2.1", "1.9", "1.8")
    (family,) = find_families([candidate(code, "Tách hộ") for code in codes])
    assert family.codes == ("1.8", "1.9", "2.1", "3.1")
    assert family.id == "1.8"
    assert {join.rule for join in family.joins} == {JoinRule.TITLE}


WORDINGS = (
    "Xác nhận đất nông nghiệp khi hết thời hạn dùng",
    "Xác nhận đất nông nghiệp khi hết hạn dùng",
)


def test_one_publisher_means_two_things_by_two_wordings() -> None:
    here = [candidate(str(n), title, publisher="one") for n, title in enumerate(WORDINGS, 2)]
    assert find_families(here) == ()
    there = [candidate(str(n), title, publisher="two") for n, title in enumerate(WORDINGS, 4)]
    assert {kin.codes for kin in find_families(here + there)} == {("2", "4"), ("3", "5")}


def test_two_publishers_for_the_country_mean_two_things_by_two_wordings() -> None:
    country = [candidate(f"1.{n}", title) for n, title in enumerate(WORDINGS)]
    assert find_families(country) == ()
    local = [candidate(f"2.{n}", title) for n, title in enumerate(WORDINGS)]
    assert find_families([country[0], local[1]])[0].joins[0].rule is JoinRule.WORDING


def test_a_province_may_word_its_levels_in_two_ways() -> None:
    levels = ("province", "commune")
    found = [
        candidate(str(n), title, publisher="one", level=level)
        for n, (title, level) in enumerate(zip(WORDINGS, levels, strict=True), 2)
    ]
    assert [kin.codes for kin in find_families(found)] == [("2", "3")]


def test_persons_are_listed_in_any_order_and_number() -> None:
    first = "Đăng ký đất, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu đối với "
    here = first + "hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài"
    assert joined(here, first + "cá nhân, cộng đồng dân cư, hộ gia đình đang sử dụng đất")
    assert not joined(here, first + "tổ chức đang sử dụng đất")


def test_what_is_for_organisations_is_not_for_persons_not_through_a_third_either() -> None:
    first = "Đăng ký đất, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu đối với "
    firms = first + "tổ chức đang sử dụng đất"
    wide = firms + ", người gốc Việt Nam định cư ở nước ngoài"
    persons = first + "hộ gia đình, cá nhân, người gốc Việt Nam định cư ở nước ngoài"
    assert joined(firms, wide)
    assert not joined(wide, persons)
    every = [candidate(str(n), title) for n, title in enumerate((firms, wide, persons), 2)]
    assert [kin.codes for kin in find_families(every)] == [("2", "3")]
    whom = "Cho phép chuyển mục đích dùng đất trong trường hợp được chấp thuận chủ trương đầu tư"
    titles = (whom, f"{whom} của tổ chức", f"{whom} của cá nhân")
    every = [candidate(str(n), title) for n, title in enumerate(titles, 2)]
    assert [kin.codes for kin in find_families(every)] in ([("2", "3")], [("2", "4")])


def test_a_word_instead_of_another_makes_another_procedure() -> None:
    assert not joined(
        "Cấp phép thi công nút giao vào đường địa phương",
        "Cấp phép thi công nút giao vào đường tỉnh",
    )


def test_what_no_publisher_is_known_of_is_not_joined_by_wording() -> None:
    unknown = [candidate(str(n), t, publisher="chua-ro") for n, t in enumerate(WORDINGS, 2)]
    assert find_families(unknown) == ()


def test_editors_join_and_split_and_the_rest_stays() -> None:
    every = [candidate(code, title) for code, title in (("1", "A"), ("2", "A"), ("3", "A"))]
    every += [candidate("4", "B"), candidate("5", "C")]
    reviews = (
        FamilyReview(split=("3",), reason="other"),
        FamilyReview(join=("4", "5", "9"), reason="same"),
    )
    first, second = find_families(every, reviews)
    assert first.codes == ("1", "2")
    assert second == Kin(("4", "5"), second.joins)
    assert second.joins[0].rule is JoinRule.REVIEWED
    (again,) = find_families(every[:3], (*reviews, FamilyReview(join=("1", "3"), reason="back")))
    assert again.codes == ("1", "2", "3")


def test_a_title_of_nothing_but_filling_words_keeps_them() -> None:
    assert subject_key("Thủ tục về việc") == "thủ tục về việc"
