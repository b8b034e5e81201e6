"""The names of papers on the first screens: all of them, in the source's order and words."""

from generator.locale import words_of
from generator.pages.named_papers import NamedGroup
from generator.pages.paper_fits import Fit
from generator.pages.paper_names import (
    PaperNames,
    name_all,
    name_each,
    name_first,
    names_block,
    paper_names,
)
from generator.readings.recorded_papers import recorded_groups
from generator.records.version import DossierGroup
from tests.readings.dossiers import dossier, group

WORDS = words_of("vi")
ROOM = 50.0


def named(*groups: DossierGroup, room: float = ROOM) -> PaperNames:
    return paper_names(recorded_groups(dossier(*groups)), room, WORDS)


def test_short_names_stand_whole_and_in_order() -> None:
    found = named(group("- Sổ nuôi ong;", "- Đơn nuôi ong (nếu có);"))
    assert found.groups[0].names == ("Sổ nuôi ong", "Đơn nuôi ong (nếu có)")
    assert found.listed


def test_items_stand_in_the_order_of_their_letters_where_most_have_one() -> None:
    found = named(group("c) Bản đồ vườn", "a) Đơn nuôi ong", "i) Sổ ong", "b) Giấy thuê vườn"))
    assert [name[0] for name in found.groups[0].names] == ["a", "b", "c", "i"]
    found = named(group("c) Bản đồ vườn", "Lưu ý: hai bản", "a) Đơn nuôi ong"))
    assert [name[0] for name in found.groups[0].names] == ["a", "L", "c"]
    found = named(group("c) Bản đồ vườn", "Sổ ong", "a) Đơn nuôi ong", "Ảnh vườn"))
    assert [name[0] for name in found.groups[0].names] == ["c", "S", "a", "Ả"]


def test_marks_that_tell_levels_are_kept() -> None:
    found = named(group("- Giấy tờ của vườn:", "+ Sổ nuôi ong", "+ Giấy thuê vườn"))
    assert found.groups[0].names[1:] == ("+ Sổ nuôi ong", "+ Giấy thuê vườn")


def test_papers_of_every_group_are_named_once_before_all() -> None:
    found = named(
        group("Đơn nuôi ong", "Sổ nuôi ong", name="Trường hợp đàn mới"),
        group("Đơn nuôi ong;", "Giấy bán ong", name="Trường hợp đàn cũ"),
    )
    assert [one.title for one in found.groups] == [
        WORDS("dossier.every_case"),
        "Trường hợp đàn mới",
        "Trường hợp đàn cũ",
    ]
    assert [one.names for one in found.groups] == [
        ("Đơn nuôi ong",),
        ("Sổ nuôi ong",),
        ("Giấy bán ong",),
    ]


def test_papers_of_every_group_of_which_one_is_enough_are_said_to_be_so() -> None:
    choice = "Một trong các giấy tờ sau: + Sổ nuôi ong của xã cấp. + Giấy bán đàn ong."
    listed = ("Đơn nuôi ong", "Sổ nuôi ong của xã cấp. Dữ liệu thay được sổ.", "Giấy bán đàn ong")
    found = named(
        group(*listed, f"{choice} + Giấy khác", name="Trường hợp đàn mới"),
        group(*listed, choice, name="Trường hợp đàn cũ"),
    )
    every, one_of, *_ = found.groups
    assert (every.title, every.names) == (WORDS("dossier.every_case"), ("Đơn nuôi ong",))
    assert one_of.title == WORDS("dossier.every_case_one_of")
    assert len(one_of.names) == 2


def test_long_dossiers_without_room_name_the_first_papers_whole_and_count_the_others() -> None:
    names = [f"Bản kê số {at} về đàn ong, có xác nhận của trạm thú y xã" for at in range(30)]
    (first,) = named(group(*names), room=15).groups
    assert first.names == tuple(names[:15])
    assert first.left_out == 15


def test_what_follows_the_first_papers_is_counted_under_its_title_or_in_one_line() -> None:
    papers = [f"Bản kê số {at} về đàn ong, có xác nhận của trạm thú y xã" for at in range(40)]
    groups = [
        group(*papers[10 * at : 10 * at + 10], name=f"Trường hợp {at}: vườn ong ở vùng núi cao")
        for at in range(4)
    ]
    found = named(*groups, room=16.5)
    assert [len(one.names) for one in found.groups] == [10, 0, 0, 0]
    assert [one.left_out for one in found.groups] == [0, 10, 10, 10]
    assert WORDS("dossier.only_below", count=10) in names_block(found, WORDS)
    found = named(*groups, room=13)
    assert [len(one.names) for one in found.groups] == [10]
    assert (found.left_out, found.groups_left) == (30, 3)
    assert WORDS("dossier.left_in_groups", count=30, groups=3) in names_block(found, WORDS)


def test_ten_names_stand_where_there_is_no_room_at_all() -> None:
    found = named(group("Đơn nuôi ong", "Sổ nuôi ong"), room=-9)
    assert found.groups[0].names == ("Đơn nuôi ong", "Sổ nuôi ong")
    found = named(group(*(f"Sổ ong số {at}" for at in range(12))), room=-9)
    assert (len(found.groups[0].names), found.groups[0].left_out) == (10, 2)


def test_items_of_many_cases_are_cut_before_any_is_left_out() -> None:
    cases = " ".join(f"Trường hợp vườn ong thứ {at} ở vùng núi thì nộp sổ ong." for at in range(30))
    found = named(group(*(f"Đơn nuôi ong số {at}. {cases}" for at in range(9))), room=20)
    assert [name[:16] for name in found.groups[0].names] == [
        f"Đơn nuôi ong số {at}"[:16] for at in range(9)
    ]


def test_the_names_of_cases_are_never_cut_at_their_front() -> None:
    shared = (
        "Trường hợp cấp lại giấy nuôi ong còn hiệu lực nhưng bị mất, rách hoặc thay đổi tên chủ "
    )
    names = [f"{shared * 2}ở {place} {'của vùng núi cao ' * 12}" for place in ("Bắc", "Nam")]
    long = "có xác nhận của trạm thú y xã " * 12
    groups = [group(*(f"Sổ ong số {at} {long}" for at in range(5)), name=one) for one in names]
    titles = [one.title for one in named(*groups, room=15).groups[1:]]
    opening = "Cấp lại giấy nuôi ong còn hiệu lực nhưng bị mất, rách"
    assert [title[: len(opening) + 6] for title in titles] == [
        f"{opening} … Bắc",
        f"{opening} … Nam",
    ]


def test_papers_of_every_way_of_filing_stand_before_those_of_a_proxy() -> None:
    proxy = ("Giấy giới thiệu người nuôi ong được ủy quyền", "Văn bản đề nghị chuyển đàn ong")
    found = named(
        group("Sổ ong thể hiện trên môi trường điện tử", name="Trường hợp nộp trực tuyến"),
        group(*proxy, "Sổ nuôi ong", name="Trường hợp ủy quyền làm thủ tục"),
    )
    assert found.groups[0].title == WORDS("dossier.every_way")
    assert found.groups[0].names == ("Văn bản đề nghị chuyển đàn ong", "Sổ nuôi ong")
    assert [one.names for one in found.groups[2:]] == [proxy[:1]]
    other = group("Sổ ong", name="Trường hợp đàn mới")
    found = named(other, group(*proxy, name="Trường hợp ủy quyền làm thủ tục"))
    assert found.groups[1].names == proxy


def test_what_has_no_room_at_all_is_counted() -> None:
    names = [f"Bản kê số {at} về đàn ong, có xác nhận của trạm thú y xã" for at in range(200)]
    found = named(group(*names), room=30)
    assert 10 <= len(found.groups[0].names) < 60
    assert found.groups[0].left_out == 200 - len(found.groups[0].names)
    left = WORDS("dossier.left_out", count=found.groups[0].left_out)
    assert left in names_block(found, WORDS)


def test_names_that_a_cut_would_make_alike_go_on_where_they_differ() -> None:
    shared = "Biên bản kiểm tra đàn ong lấy mật của hộ gia đình ở vùng núi cao và biên giới " * 3
    found = named(group(*(f"{shared}{kind}" for kind in ("đàn nội", "đàn ngoại"))), room=7)
    one, other = found.groups[0].names
    assert one.startswith("Biên bản kiểm tra đàn ong")
    assert (one[-4:], other[-8:]) == (" nội", " … ngoại")


def test_each_paper_of_a_list_in_one_item_keeps_its_name() -> None:
    more = "có xác nhận của trạm thú y nơi đàn ong ở và của xã " * 9
    text = f"Hồ sơ gồm: a) Đơn nuôi ong {more}; b) Sổ nuôi ong {more}; c) Giấy thuê vườn {more}"
    (name,) = named(group(text), room=12).groups[0].names
    assert all(one in name for one in ("Đơn nuôi ong", "Sổ nuôi ong", "Giấy thuê vườn"))


def test_a_long_kind_of_copy_gives_way_to_what_it_is_a_copy_of() -> None:
    kind = "Bản sao có chứng thực hoặc bản sao kèm bản chính để đối chiếu"
    more = "nơi đàn ong ở và của xã " * 3
    names = [f"{kind} Giấy kiểm dịch số {at} của trạm thú y {more}" for at in range(9)]
    found = named(group(*names), room=16)
    assert all(name.startswith("…Giấy kiểm dịch số") for name in found.groups[0].names)


def test_a_kind_of_copy_gives_way_in_the_narrowest_names_too() -> None:
    kinds = ("Bản chính hoặc bản sao hợp lệ", "Xuất trình bản chính")
    more = "của hộ gia đình ở vùng núi và của xã" * 2
    names = [f"{kind} sổ nuôi ong số {at} {more}" for kind in kinds for at in range(4)]
    found = named(group(*names), room=10).groups[0].names
    assert found[0].startswith("…sổ nuôi ong số 0 của hộ gia đình")
    assert found[4].startswith("Xuất trình bản chính sổ")


def test_a_name_does_not_end_in_words_that_lead_to_what_the_paper_contains() -> None:
    content = "; ".join(f"{mark}) số tổ ong của vườn {'ở vùng núi ' * 9}" for mark in "abc")
    text = f"Báo cáo về đàn ong lấy mật, trong đó nêu rõ các nội dung sau: {content}"
    (name,) = named(group(text), room=5).groups[0].names
    assert name == "Báo cáo về đàn ong lấy mật…"


def test_small_letters_come_before_any_cut() -> None:
    every = tuple(f"Bản kê số {at} về đàn ong, có xác nhận của trạm thú y xã" for at in range(30))
    found = [named(group(*every), room=room) for room in (67, 44, 34, 28, 22)]
    assert [one.groups[0].names == every for one in found] == [True, True, True, True, False]
    assert [one.listed for one in found] == [True, False, False, False, False]
    assert [one.letters.name for one in found] == ["USUAL", "USUAL", "SMALL", "LEAST", "LEAST"]
    assert 'class="names small"' in names_block(found[2], WORDS)
    assert 'class="names least"' in names_block(found[3], WORDS)


LONG_NAME = (
    "của hộ nuôi ong lấy mật ở vùng núi cao có xác nhận của trạm thú y xã và của huyện " * 2
).strip()


def test_room_that_a_cut_leaves_goes_to_one_name_after_the_other() -> None:
    every = [f"Bản kê số {at} {LONG_NAME}" for at in range(9)]
    lengths = {
        room: [len(name) for name in named(group(*every), room=room).groups[0].names]
        for room in (27, 24.5, 22, 17.5)
    }
    assert lengths == {
        27: [175] * 9,
        24.5: [175] * 6 + [133] * 3,
        22: [175] * 2 + [133] * 7,
        17.5: [133] * 3 + [94] * 6,
    }


def test_room_below_a_name_that_was_cut_once_goes_to_more_of_its_words() -> None:
    said = f"Sổ ong, {' '.join(f'giấy số {at} {LONG_NAME}' for at in range(14))}"
    names = (named(group(said), room=room).groups[0].names[0] for room in (38, 33))
    assert [len(name) for name in names] == [2447, 1584]


def test_room_that_a_cut_leaves_goes_to_the_case_before_its_papers() -> None:
    case = f"Trường hợp đàn ong mới {'ở vùng núi ' * 24}cao"
    papers = [f"Bản kê {at} {LONG_NAME}" for at in range(9)]
    found = {room: named(group(*papers, name=case), room=room).groups[0] for room in (20, 20.5)}
    assert [one.title == case for one in found.values()] == [False, True]
    assert {len(name) for name in found[20].names} == {91}
    assert [len(name) for name in found[20.5].names] == [130] + [91] * 8


def test_the_papers_of_a_set_are_named_by_whatever_noun() -> None:
    text = "01 bộ tài liệu về đàn ong, bao gồm: a) Kế hoạch chăm ong; b) Quy tắc lấy mật."
    text = text.replace("chăm ong;", f"chăm ong {'của hộ ở vùng núi ' * 9};")
    more = [f"Bản kê số {at} về đàn ong, có xác nhận của trạm thú y xã" for at in range(6)]
    dossier_of_bees = text.replace("01 bộ tài liệu về", "Hồ sơ chăm")
    for one, head in ((text, "01 bộ tài liệu về"), (dossier_of_bees, "Hồ sơ chăm")):
        name = named(group(one, *more), room=8).groups[0].names[0]
        assert name.startswith(f"{head} đàn ong, bao gồm: Kế hoạch chăm ong của hộ")
        assert name.endswith("; Quy tắc lấy mật")


def test_a_paper_that_stands_above_in_the_same_words_is_named_by_its_first_ones() -> None:
    same = "Giấy xác nhận của trạm thú y xã về sức khỏe của đàn ong lấy mật ở vùng núi cao phía bắc"
    groups = [group(same, f"Sổ ong số {at}", name=f"Trường hợp {at}") for at in range(20)]
    groups.append(group("Bản đồ vườn ong", name="Trường hợp khác"))
    found = named(*groups, room=70)
    assert found.groups[0].names[0] == same
    again = "Giấy xác nhận của trạm thú y xã… (như trên)"
    assert {one.names[0] for one in found.groups[1:20]} == {again}
    assert named(*groups, room=120).groups[5].names[0] == same


def test_a_case_without_papers_of_its_own_says_so() -> None:
    found = named(
        group("Đơn nuôi ong", name="Trường hợp đàn mới"),
        group("Đơn nuôi ong", "Giấy bán ong", name="Trường hợp đàn cũ"),
    )
    assert [one.names for one in found.groups] == [
        ("Đơn nuôi ong",),
        (WORDS("dossier.none_more"),),
        ("Giấy bán ong",),
    ]


def test_the_title_of_what_an_office_sends_on_says_who_makes_it() -> None:
    office = group("Kết quả thẩm định", name="Hồ sơ trình phê duyệt")
    (alone,) = named(office).groups
    assert alone.title == f"Hồ sơ trình phê duyệt ({WORDS('dossier.of_office_alone')})"
    _, second = named(group("Đơn nuôi ong", name="Hồ sơ nộp trạm"), office).groups
    assert second.title == f"Hồ sơ trình phê duyệt ({WORDS('dossier.of_office')})"


def test_headings_of_mixed_papers_are_named_as_such_and_each_paper_once() -> None:
    mixed = ("Đơn nuôi ong", "* Trường hợp mất:", "Đơn nuôi ong.", "* Trường hợp hỏng:", "Thẻ ong")
    found = named(group(*mixed))
    lost, damaged = (WORDS("dossier.heading", name=f"Trường hợp {one}") for one in ("mất", "hỏng"))
    assert found.groups[0].names == ("Đơn nuôi ong", "Thẻ ong", lost, damaged)


_MANY = [f"Giấy số {number} của vườn ong ở vùng núi và của người nuôi" for number in range(1, 6)]


def test_a_cut_name_of_a_group_keeps_that_one_of_its_papers_is_enough() -> None:
    case = "Đối với người nuôi ong ở vùng núi " + "được hỗ trợ theo chính sách của tỉnh " * 20
    choice = "nộp một trong số các loại giấy tờ sau"
    found = named(group(*_MANY, name=f"{case}thì {choice}:"), room=16)
    assert found.groups[0].title.endswith(f" … {choice}")
    assert len(found.groups[0].title) < len(case)


def test_a_heading_that_is_not_known_to_be_of_its_papers_is_told_as_the_source_s() -> None:
    choice = "Trường hợp đổi vườn phải bổ sung một trong các giấy tờ sau"
    found = named(group("+ Thẻ ong", "+ Ảnh vườn", "Đơn nuôi ong", name=f"{choice}:"))
    assert [one.title for one in found.groups] == ["", f"Đề mục ở nguồn: {choice}"]
    assert [one.names for one in found.groups] == [
        ("Đơn nuôi ong",),
        ("Thẻ ong", "Ảnh vườn"),
    ]


def test_few_notes_are_named_where_others_have_little_room_and_many_are_counted() -> None:
    papers = [f"{name}) Giấy chứng nhận nuôi ong {'của vườn ong ' * 30}" for name in "abcdef"]
    note = "Trường hợp đã có sổ thì không cần nộp các giấy từ điểm c đến e"
    few = named(group(*papers), group(note, name="Lưu ý:"), room=11.0)
    assert few.groups[1].names
    many = named(
        group(*papers), group(*[f"{note} {n}" for n in range(4)], name="Lưu ý:"), room=11.0
    )
    assert many.groups[1] == NamedGroup("Lưu ý", (), 4, 1)


def test_papers_that_all_end_with_a_colon_are_no_headings() -> None:
    assert named(group("Sổ nuôi ong:", "Giấy thuê vườn:")).groups[0].names == (
        "Sổ nuôi ong",
        "Giấy thuê vườn",
    )
    kept = named(group("Sổ nuôi ong:", "Giấy thuê vườn")).groups[0].names
    assert kept == ("Sổ nuôi ong:", "Giấy thuê vườn")


def test_a_group_whose_name_lists_its_papers_does_not_say_that_there_are_none() -> None:
    both, own = "Đơn nuôi ong", group("Đơn nuôi ong", "Sổ ong", name="a) Của người nuôi ong")
    listing = "b) Hồ sơ của xã gồm: Biên bản họp xét người nuôi ong; văn bản đề nghị"
    found = named(own, group(both, name=listing))
    assert found.groups[2].names == ()
    plain = named(own, group(both, name="b) Của xã"))
    assert plain.groups[2].names == (WORDS("dossier.none_more"),)


def test_names_tell_all_papers_in_few_items_and_the_first_of_many() -> None:
    item = "Sổ nuôi ong của người nuôi ong ở xã và giấy thuê vườn ong nếu đi thuê của xã khác"
    few = recorded_groups(dossier(group(*(f"{item} {n}" for n in range(6)))))
    lines = next(n for n in range(1, 60) if name_all(few, float(n), WORDS))
    assert all("giấy thuê" in name for name in paper_names(few, lines, WORDS).groups[0].names)
    assert not name_all(few, lines - 3.0, WORDS)
    many = recorded_groups(dossier(group(*(f"{item} {n}" for n in range(60)))))
    assert not name_all(many, 30.0, WORDS)
    assert name_first(many, 30.0, WORDS)
    assert not name_each(many, 30.0, WORDS)
    assert name_each(few, lines, WORDS)
    assert not name_first(many, 5.0, WORDS)


def test_twelve_papers_are_all_named_by_few_words_before_any_is_left_out() -> None:
    kinds = [f"Sổ nuôi ong số {n} của người nuôi ong ở xã " + "bên cạnh " * 20 for n in range(12)]
    found = named(group(*kinds), room=16.0)
    assert not found.left_out
    assert [one.left_out for one in found.groups] == [0]
    assert len(set(found.groups[0].names)) == 12


def test_the_number_of_a_case_stays_with_its_name_when_that_is_cut() -> None:
    case = "Trường hợp {}: Hồ sơ đề nghị cấp sổ nuôi ong cho vườn ong {} " + "của xã bên cạnh " * 20
    groups = [
        group(f"{kind} " * 60, name=case.format(n, kind)) for n, kind in ((1, "cũ"), (2, "mới"))
    ]
    titles = [one.title for one in named(*groups, room=9.0).groups]
    assert [title[:14] for title in titles] == ["Trường hợp 1: ", "Trường hợp 2: "]


def test_the_letter_of_a_cut_name_stands_apart_from_it() -> None:
    names = [
        f"{letter}.Trường hợp nuôi ong ở vườn {letter} " + "của xã bên cạnh " * 20
        for letter in "ab"
    ]
    groups = [group(f"{name[0]} " * 60, name=name) for name in names]
    assert [one.title[:8] for one in named(*groups, room=9.0).groups] == ["a. nuôi ", "b. nuôi "]


def test_a_paper_of_two_lists_with_numbers_of_their_own_stands_in_both() -> None:
    items = ("1. Đơn nuôi ong", "2. Sổ ong", "1. Đơn bán ong", "2. Sổ ong")
    assert found_names(group(*items)) == items
    again = ("1. Đơn nuôi ong", "2. Sổ ong", "2. Sổ ong")
    assert found_names(group(*again)) == again[:2]


def found_names(*groups: DossierGroup) -> tuple[str, ...]:
    return named(*groups).groups[0].names


def test_the_cut_name_of_a_group_of_several_cases_keeps_the_beginning_of_each() -> None:
    talk = "của xã bên cạnh và xã khác " * 8
    name = f"Trường hợp: nuôi ong ở rừng {talk.strip()}; nuôi ong trên đảo {talk.strip()}"
    other = group("Sổ ong " * 60, name="Trường hợp nuôi ong ở nhà")
    found = named(group("Đơn ong " * 60, name=name), other, room=9.0)
    assert all(
        case in found.groups[0].title.lower() for case in ("nuôi ong ở rừng", "nuôi ong trên đảo")
    )


CHOSEN = ("Sổ nuôi ong", "Quyết định giao vườn ong", "Giấy bán đàn ong")


def test_papers_to_choose_from_are_named_when_their_item_is_cut() -> None:
    opening = "Bản chính hoặc bản sao hoặc bản chụp kèm bản chính của " + "người nuôi ong " * 8
    listed = "\n".join(f"- {one} của xã {'bên cạnh ' * 6}" for one in CHOSEN)
    item = f"{opening}là một trong các giấy tờ sau:\n{listed}"
    (name,) = named(group(item), room=7.0).groups[0].names
    assert all(one.lower() in name.lower() for one in CHOSEN)


def test_every_paper_of_an_item_is_told_by_few_words_before_one_is_left_out() -> None:
    listed = "\n".join(f"- {one} số {n} của xã {'bên cạnh ' * 9}" for n in "12" for one in CHOSEN)
    items = [f"{letter}) Hồ sơ {letter} gồm:\n{listed}" for letter in "abc"]
    names = named(group(*items), room=14.0).groups[0].names
    assert all(f"{one} số {n}"[:12] in name for name in names for one in CHOSEN for n in "12")


def test_a_paper_of_which_only_its_writer_is_told_goes_on_with_its_content() -> None:
    content = "\n".join(f"- Đề nghị cho nuôi ong ở vườn {n} {'của xã ' * 9}" for n in range(4))
    item = f"Văn bản của tổ nuôi ong, trong đó bao gồm các nội dung sau:\n{content}"
    (name,) = named(group(item), room=4.0).groups[0].names
    assert name.startswith("Văn bản của tổ nuôi ong: Đề nghị cho nuôi ong ở vườn 0")


def test_the_least_room_cuts_names_to_few_words_before_any_is_left_out() -> None:
    paper = "Báo cáo kết quả chăm sóc đàn ong lấy mật ở vùng núi cao của hộ gia đình năm"
    found = named(*(group(f"{paper} {at}", name=f"Trường hợp {at}") for at in range(6)), room=9)
    assert not found.left_out
    assert {name for one in found.groups for name in one.names} == {f"{paper[:47]}…"}
    assert Fit(48).longest_title < Fit(60).longest_title
