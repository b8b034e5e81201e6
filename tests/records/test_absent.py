"""What is said of a procedure that a catalogue is known not to hold."""

from generator.records.absent import AbsentProcedure


def test_readers_see_a_code_but_no_provisional_id() -> None:
    coded = AbsentProcedure(id="1.001612", title="Đăng ký hộ kinh doanh")
    provisional = AbsentProcedure(id="chua-co-ma-doi-ten", title="Đổi tên")
    assert (coded.label, provisional.label) == ("Đăng ký hộ kinh doanh (1.001612)", "Đổi tên")
