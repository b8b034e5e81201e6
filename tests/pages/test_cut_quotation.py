"""A long quotation keeps what denies the words that it ends with."""

import pytest

from generator.pages.answers.cut_quotation import (
    cut_around_limits,
    cut_around_names,
    cut_to_cases,
)


def test_a_cut_in_the_middle_keeps_the_denial_of_its_end() -> None:
    said = "Người nuôi ong đến xã nơi mình ở để khai " + "về đàn ong của mình " * 4
    said += "và không phải đến nơi nào khác để nộp hồ sơ"
    assert cut_around_names(said, (), 60).endswith(" … không phải đến nơi nào khác để nộp hồ sơ")


CASE = "Đối với người nuôi ong trong vườn cây ăn quả của hộ khác mà đã có giấy thuê vườn ở xã"
TALK = "Trạm thú y xã xem đàn ong, hỏi người nuôi về thức ăn, nước uống và nơi đặt thùng. "


def test_the_case_that_a_quotation_opens_with_is_kept_whole() -> None:
    said = f"(1) {CASE}: {TALK * 4}Trạm trả sổ ong trong 5 ngày. {TALK * 3}"
    for cut in (cut_around_limits(said, 120), cut_to_cases(said, 120)):
        assert cut.startswith(f"(1) {CASE}: … ")
        assert "Trạm trả sổ ong trong 5 ngày." in cut
    assert cut_around_limits(f"{TALK * 6}Trả sổ trong 5 ngày.", 60).startswith("Trạm thú y xã xem")


AREAS = "các xã " + ", ".join(f"vùng núi số {at} và đảo số {at}" for at in range(8))


@pytest.mark.parametrize("opening", ["Đối với", "Riêng đối với", "Trường hợp nuôi ong ở"])
def test_a_long_case_before_a_length_of_time_is_kept_whole(opening: str) -> None:
    case = f"{opening} {AREAS} thì thời gian tăng thêm 10 ngày"
    said = f"{TALK * 4}Thời gian của trạm: {case}. {TALK}"
    assert f" … {case}." in cut_around_limits(said, 100)


def test_beside_a_figure_the_case_stays_and_the_stages_of_the_handling_do_not() -> None:
    stages = "Chậm nhất 02 ngày, trạm hỏi xã. Trong vòng 03 ngày, xã trả lời trạm. "
    more = "Trong thời hạn 9 ngày đối với đàn ong lớn, trạm hỏi tỉnh."
    cut = cut_to_cases(f"{CASE}: {TALK * 3}{stages}{more}", 120)
    assert cut == f"{CASE}: … {more}"
    short = f"{CASE}: {stages}"
    assert cut_to_cases(short, 500) == short.strip()


def test_the_last_day_of_filing_is_kept() -> None:
    words = f"Người nuôi ong {'khai ' * 40}chậm nhất là ngày thứ 20 của tháng sau; rồi nộp."
    assert "chậm nhất là ngày thứ 20 của tháng sau;" in cut_around_limits(words, 120)


def test_further_cases_of_a_length_are_kept_when_its_sentence_is_cut() -> None:
    said = (
        "Không quá 08 ngày đối với trường hợp chia đàn ong theo phương án của hợp tác xã nuôi ong"
        f" {'ở vườn cây ' * 20}; thủ tục sửa sổ ong đối với trường hợp nhận vườn ong từ nhà khác"
    )
    assert " … thủ tục sửa sổ ong đối với trường hợp nhận vườn ong" in cut_around_limits(said, 110)
    refused = said.replace("; thủ tục sửa sổ ong đối với", ". Trạm trả lời trong")
    assert "nhận vườn" not in cut_around_limits(refused, 110)


def test_a_case_before_the_office_that_acts_is_kept_whole() -> None:
    case = "Đối với người nuôi ong đang khai sổ ong ở xã và người đã nghỉ nuôi ong từ lâu năm"
    said = f"{case}, cơ quan thú y {'xem đàn ong và hỏi ' * 12}rồi trả sổ ong trong 15 ngày."
    assert cut_around_limits(said, 120).startswith(f"{case}, … ")


def test_cases_with_numbers_that_words_lead_to_are_kept_whole() -> None:
    cases = "(1) nuôi ong trong vườn của hộ khác; (2) nuôi ong ở rừng; (3) nuôi ong trên đảo xa"
    said = f"Trường hợp tổ nuôi ong đề nghị: {cases}: {TALK * 4}Trạm trả sổ ong trong 5 ngày."
    assert cut_to_cases(said, 120).startswith(f"Trường hợp tổ nuôi ong đề nghị: {cases}: … ")


def test_where_there_is_room_what_is_done_within_a_length_is_shown() -> None:
    place = "nơi đặt thùng, nơi lấy mật, nơi để sáp, " * 6
    said = f"{TALK * 5}Trong 5 ngày từ khi xem {place}trạm trả sổ ong cho người nuôi. {TALK * 3}"
    wide, narrow = cut_around_limits(said, 400), cut_around_limits(said, 200)
    assert len(wide) - len(narrow) > 50


def test_a_cut_behind_the_last_length_keeps_for_whom_it_is() -> None:
    whom = "đối với trường hợp khai vườn ong, cấp Thẻ ong và sổ ong của vườn lần đầu"
    said = f"Không quá 17 ngày {whom.replace('lần đầu', 'lần hai')}; không quá 30 ngày {whom}."
    for most in (60, 100, 120):
        assert cut_around_limits(said, most).rstrip(".").endswith(f"30 ngày {whom}")


def test_a_long_case_behind_a_length_is_kept_where_the_full_stop_was_forgotten() -> None:
    case = "đối với trường hợp chuyển đàn ong sang vườn của hộ khác mà chưa có giấy thuê vườn ở xã"
    area = "Đối với các xã miền núi, vùng sâu, vùng xa thì thời gian được tăng thêm 10 ngày"
    said = f"Không quá 10 ngày làm việc {case} {area} so với thời gian của thủ tục. {TALK * 3}"
    cut = cut_around_limits(said, 150)
    assert case in cut
    assert area in cut


def test_a_case_in_brackets_at_the_end_is_kept() -> None:
    said = (
        f"Người nuôi ong lập tờ khai {'về đàn ong ' * 8} và gửi đến xã chậm nhất là ngày thứ 20 của"
        " tháng sau (đối với người khai theo tháng); chậm nhất là ngày cuối cùng của tháng đầu của"
        " quý tiếp theo quý có ong chia đàn (đối với trường hợp khai ong theo quý)."
    )
    assert cut_around_limits(said, 200).endswith("(đối với trường hợp khai ong theo quý).")


def test_room_that_lengths_leave_shows_more_of_for_whom_they_are() -> None:
    who = "Người nuôi ong có vườn ở hai xã mà mỗi vườn có từ năm đàn trở lên và có ong chúa giống"
    said = f"{who} {TALK * 6}gửi đơn trong 5 ngày."
    assert cut_around_limits(said, 300).startswith(who)


def test_a_case_that_is_too_long_is_cut_between_words() -> None:
    said = f"Không quá 08 ngày đối với trường hợp {'chia đàn ong ' * 40}. {TALK}"
    assert cut_around_limits(said, 60).endswith(("chia …", "đàn …", "ong …"))


def test_a_cut_goes_on_to_what_is_done_within_the_last_length() -> None:
    start = "Trong thời hạn 15 ngày kể từ ngày nhận đủ sổ ong, Trạm xem đàn ong, hỏi người nuôi "
    act = "về thức ăn và nước uống, trình tỉnh trả lời"
    more = f". {TALK * 3}"
    assert cut_around_limits(f"{start}{act}{more}", 92) == f"{start}{act} …"
    assert not cut_around_limits(f"{start}{act}{more}", 92, to_act=False).endswith("trả lời …")
    long_act = "về thức ăn, nước uống và nơi đặt thùng " + "ở vườn cây của hộ khác " * 9
    assert cut_around_limits(f"{start}{long_act}{more}", 92) == f"{start}về thức ăn …"


def test_all_who_hand_in_are_kept_before_the_office() -> None:
    senders = (
        "Hộ nuôi ong, tổ chức nuôi ong ở vườn của xã, người nuôi ong ở vườn của hộ khác; "
        "hợp tác xã nuôi ong, doanh nghiệp nuôi ong có vườn riêng"
    )
    said = f"{senders} nộp hồ sơ {'theo mẫu của trạm ' * 16}tại Trạm Ong."
    assert cut_around_names(said, ("Trạm Ong",), 160).startswith(f"{senders} …")


def test_where_papers_have_no_room_only_stages_stay_to_which_time_is_added() -> None:
    stages = "Thời hạn xem đàn: 02 ngày, trường hợp ong khỏe; Thời hạn trả sổ: 03 ngày; "
    added = "Thời hạn thẩm định: 12 ngày (trường hợp thiếu sổ được tăng thêm 5 ngày);"
    said = f"(1) {CASE}: {TALK * 2}{stages}{TALK * 2}{added} {TALK * 2}"
    cut = cut_to_cases(said, 150, scarce=True)
    assert cut.startswith(f"(1) {CASE}: … ")
    assert added in cut
    assert "02 ngày" in cut_to_cases(said, 150)
    assert "02 ngày" not in cut


def test_cases_with_semicolons_between_them_are_kept_up_to_their_colon() -> None:
    cases = "nuôi ong ở vườn nhà; nuôi ong trong rừng trồng; nuôi ong trên đảo xa bờ của xã"
    said = f"(1) Trường hợp tổ {cases}: {TALK * 4}Trạm trả sổ ong trong 5 ngày."
    assert cut_to_cases(said, 120).startswith(f"(1) Trường hợp tổ {cases}: … ")
