"""Ways to submit in a table of the contents: each with its own time and fee."""

from pathlib import Path

import pytest

from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from generator.records.version import Channel
from tests.imports.word.test_content_tables import Rows, drafted_with, version_in

BELOW = "(2) Cách thức"
HEAD = ("Hình thức nộp", "Thời hạn giải quyết", "Phí, lệ phí", "Mô tả")


@pytest.fixture(scope="module")
def sample() -> Catalogue:
    return load_catalogue(Path("catalogue"))[0]


def channels_of(tmp_path: Path, sample: Catalogue, *rows: tuple[str, ...]) -> tuple[Channel, ...]:
    table: Rows = (HEAD, *rows)
    return version_in(drafted_with(tmp_path, sample, BELOW, table)).channels.items


def test_each_way_has_the_time_the_fee_and_the_words_of_its_row(
    tmp_path: Path, sample: Catalogue
) -> None:
    direct, online = channels_of(
        tmp_path,
        sample,
        ("Trực tiếp", "15 ngày làm việc", "Lệ phí: 50.000 đồng", "Nộp ở quầy A"),
        ("Trực tuyến", "08 ngày làm việc", "Lệ phí: 30.000 đồng", "Nộp qua Cổng"),
    )
    assert direct.time
    assert online.time
    assert (direct.method, direct.time.value, direct.fees.items[0].amount) == ("direct", 15, 50_000)
    assert (online.method, online.time.value, online.fees.items[0].amount) == ("online", 8, 30_000)
    assert direct.time.cases
    assert not online.time.cases
    assert (online.time.text or "").startswith("08 ngày làm việc\nKhông quá 15 ngày làm việc.")
    assert (online.fees.items[0].text or "").endswith("\n50.000 đồng/giấy phép")
    said = [one.text or "" for one in (direct, online)]
    assert ["quầy A" in text for text in said] == [True, False]
    assert ["qua Cổng" in text for text in said] == [False, True]


def test_a_row_of_no_one_way_leaves_the_table_to_its_words(
    tmp_path: Path, sample: Catalogue
) -> None:
    rows = ("Trực tiếp, trực tuyến", "08 ngày làm việc", "Không", ""), ("Khác", "3 ngày", "", "")
    channels = channels_of(tmp_path, sample, *rows)
    assert {one.time.value for one in channels if one.time} == {15}
    assert all("08 ngày làm việc" in (one.text or "") for one in channels)
