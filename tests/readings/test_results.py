"""What one gets from a procedure, without refusals."""

from dataclasses import replace

import pytest

from generator.readings.results import promised_results
from generator.records.stated import Stated
from generator.records.version import Result
from tests.readings.versions import version


@pytest.mark.parametrize(
    ("names", "promised"),
    [
        (["Giấy phép nuôi ong"], ("Giấy phép nuôi ong",)),
        (["Văn bản từ chối, Giấy phép nuôi ong"], ("Giấy phép nuôi ong",)),
        (["Giấy phép nuôi ong hoặc văn bản trả lời nêu rõ lý do"], ("Giấy phép nuôi ong",)),
        (["Văn bản không chấp thuận", "Thẻ nuôi ong"], ("Thẻ nuôi ong",)),
        (["Văn bản đồng ý hoặc không đồng ý"], ("Văn bản đồng ý",)),
        (["Giấy phép/ Văn bản yêu cầu bổ sung hồ sơ"], ("Giấy phép",)),
        (["Văn bản từ chối"], ()),
        (["Mẫu số 6, Mẫu số 7"], ()),
        (["Hồ sơ nuôi ong không có kết quả giải quyết"], ()),
        (["không có"], ()),
        ([") Quyết định về đàn ong"], ("Quyết định về đàn ong",)),
        (["/Quyết định về đàn ong (mới)"], ("Quyết định về đàn ong (mới)",)),
        (["000.00.00.G08-KQ0502"], ()),
        (["Công văn từ chối nếu không đủ hoặc không bổ sung đầy đủ"], ()),
        (["Giấy chứng nhận của Bộ Y tế, Bộ Nội vụ"], ("Giấy chứng nhận của Bộ Y tế, Bộ Nội vụ",)),
    ],
)
def test_a_refusal_is_no_result_to_promise(names: list[str], promised: tuple[str, ...]) -> None:
    results = Stated(items=tuple(Result(name=name) for name in names))
    assert promised_results(replace(version(), results=results)) == promised


def test_what_takes_the_result_back_is_no_result_unless_one_comes_for_that() -> None:
    name = "Quyết định về việc hủy quyết định hưởng mật, Quyết định về việc hưởng mật"
    found = replace(version(), results=Stated(items=(Result(name=name),)))
    assert promised_results(replace(found, title="Hưởng mật")) == ("Quyết định về việc hưởng mật",)
    assert len(promised_results(replace(found, title="Hủy quyết định hưởng mật"))) == 2
    only = Stated(items=(Result(name=name.partition(",")[0]),))
    assert promised_results(replace(found, title="Hưởng mật", results=only))


def test_the_word_that_joins_a_result_to_another_one_is_none_of_it() -> None:
    results = Stated(items=(Result(name="- Hoặc Thẻ ong"),))
    assert promised_results(replace(version(), results=results)) == ("Thẻ ong",)
