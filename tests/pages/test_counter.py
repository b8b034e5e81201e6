"""The counter at the chosen place: of which level it is, or that nothing is said."""

from dataclasses import replace

import pytest

from generator.model.edition import Edition
from generator.pages.answers.counter import chosen_counters
from generator.records.stated import AgencyPart, Stated
from tests.readings.filings import read
from tests.readings.versions import procedure, version


@pytest.mark.parametrize(
    ("desk", "executing", "level"),
    [
        ("Trung tâm Phục vụ hành chính công", ["ubnd-cap-xa"], "commune"),
        ("Bộ phận Một cửa", ["ubnd-cap-xa", "cong-an-xa"], "commune"),
        ("Trung tâm Phục vụ hành chính công", ["ubnd-cap-xa", "so-tu-phap"], ""),
        ("Trung tâm Phục vụ hành chính công", [], ""),
        ("Bộ phận tiếp nhận và trả kết quả của cơ quan", ["ubnd-cap-xa"], ""),
        ("Trung tâm Phục vụ hành chính công cấp tỉnh", ["ubnd-cap-xa"], "province"),
    ],
)
def test_a_desk_of_no_level_is_the_communes_where_only_communes_handle_the_matter(
    sample: Edition, desk: str, executing: list[str], level: str
) -> None:
    filed = version(f"Người dân nộp hồ sơ tại {desk}.")
    parts = tuple(AgencyPart(agency=key) for key in executing)
    handled = replace(filed.agencies, executing=Stated(items=parts))
    filed = replace(filed, agencies=handled)
    line = chosen_counters(read(filed), filed, procedure(), sample)
    assert [one for one in ("commune", "province") if f'data-level="{one}"' in line] == (
        [level] if level else []
    )
