"""A long quotation keeps what denies the words that it ends with."""

from generator.pages.answers.cut_quotation import cut_around_names


def test_a_cut_in_the_middle_keeps_the_denial_of_its_end() -> None:
    said = "Người nuôi ong đến xã nơi mình ở để khai " + "về đàn ong của mình " * 4
    said += "và không phải đến nơi nào khác để nộp hồ sơ"
    assert cut_around_names(said, (), 60).endswith(" … không phải đến nơi nào khác để nộp hồ sơ")
