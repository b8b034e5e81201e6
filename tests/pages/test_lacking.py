"""The line of what the source lacks names nothing that the answers above have told."""

from dataclasses import replace

import pytest

from generator.model.edition import Edition
from generator.pages.version_body import VersionBody
from tests.readings.channel_versions import NOT_STATED, version


@pytest.mark.parametrize(
    ("step", "is_told"),
    [
        ("Tổ chức, cá nhân nộp hồ sơ tại Trung tâm Phục vụ hành chính công.", True),
        ("Trạm nuôi ong xem xét hồ sơ.", False),
    ],
)
def test_where_to_file_is_not_lacking_once_it_is_told(
    sample: Edition, step: str, is_told: bool
) -> None:
    entry = sample.entries["1.001193"]
    agencies = replace(entry.version.agencies, receiving=NOT_STATED)
    record = replace(version(steps=[step]), agencies=agencies, online=entry.version.online)
    page = VersionBody(record, entry.procedure, sample).sections("thu-tuc/1.001193/index.md").html
    line = page.partition("Nguồn không ghi: ")[2].partition("</p>")[0]
    assert line
    assert ("nơi tiếp nhận" not in line) is is_told
