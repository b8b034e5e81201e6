"""Numbers of documents in every family, provisions and dates as prose writes them."""

from datetime import date

import pytest

from generator.law.citations import key_of, normalise, numbers_in, parse
from generator.law.dates import dates_in
from generator.law.provisions import backwards, lacks_article, parse_provisions


@pytest.mark.parametrize(
    ("printed", "number", "family"),
    [
        ("1099/QĐ-BNV", "1099/QĐ-BNV", "decision"),
        ("69/2024/QĐ-BNV", "69/2024/QĐ-BNV", "decision"),
        ("753.1/QĐ-BKHCN", "753.1/QĐ-BKHCN", "decision"),
        ("09/2025/qđ-ttg", "09/2025/QĐ-TTg", "decision"),
        ("Số: 118/2025/NÐ–CP.", "118/2025/NĐ-CP", "decree"),
        ("118/2025/NĐ-C", "118/2025/NĐ-CP", "decree"),
        ("Thông tư số 03/2023/TT-BTP", "03/2023/TT-BTP", "circular"),
        ("31/2024/QH15 ", "31/2024/QH15", "law"),
        ("1523/QĐ-BCA-C06", "1523/QĐ-BCA-C06", "decision"),
        ("88/2026/QĐ-CTUBND", "88/2026/QĐ-CTUBND", "decision"),
        ("364/QĐ-BDTTG", "364/QĐ-BDTTG", "decision"),
        ("168./QĐ-BNV", "168/QĐ-BNV", "decision"),
        ("3098/QĐ_BYT", "3098/QĐ-BYT", "decision"),
        ("1931/.QĐ-BNNMT", "1931/QĐ-BNNMT", "decision"),
        ("nghị định 146/2025", "146/2025/NĐ-CP", "decree"),
        ("105/2025/CP-NĐ", "105/2025/NĐ-CP", "decree"),
        ("Nghị định số 210/2025/NĐ-CP của Chính phủ", "210/2025/NĐ-CP", "decree"),
        ("31/2018/NĐ-CP 31/2018/NĐ-CP", "31/2018/NĐ-CP", "decree"),
        ("73-CP", "73-CP", "decree"),
        ("51/2025/TT-BT\u0421", "51/2025/TT-BTC", "circular"),
        ("198/2016/TT/BTC", "198/2016/TT-BTC", "circular"),
        ("36/2025-TT-BYT", "36/2025/TT-BYT", "circular"),
        ("TT43/2023/TT-BTC", "43/2023/TT-BTC", "circular"),
        ("191/2005/TTLT/BQP-BLĐTBXH-BTC", "191/2005/TTLT-BQP-BLĐTBXH-BTC", "joint_circular"),
        ("94/2025/QH15 ngày 27/6/2025", "94/2025/QH15", "law"),
        ("Luật Giáo dục nghề nghiệp số 124/2025/QH15", "124/2025/QH15", "law"),
        ("Pháp lệnh số: 02/2020/UBTVQH14", "02/2020/UBTVQH14", "ordinance"),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "resolution"),
        ("36a-NQ/CP", "36A/NQ-CP", "resolution"),
        ("08/2025/NQ/HĐND", "08/2025/NQ-HĐND", "resolution"),
        ("01/2014/NQLT-CP-UBTƯMTTQVN", "01/2014/NQLT-CP-UBTƯMTTQVN", "joint_resolution"),
        ("2224-QĐ/TU", "2224-QĐ/TU", "party_document"),
        ("08-CTr/TU", "08-CTr/TU", "party_document"),
        ("12/VBHN-BTP", "12/VBHN-BTP", "consolidated_text"),
        ("205/TTr-SNNMT", "205/TTr-SNNMT", "submission"),
    ],
)
def test_numbers_of_every_family(printed: str, number: str, family: str) -> None:
    found = parse(printed)
    assert found
    assert (found.text, found.family) == (number, family)
    assert normalise(found.text) == found.text


@pytest.mark.parametrize(
    "printed",
    [
        "55/2026/QĐ",
        "Luật số 58",
        "225/NĐ-CP",
        "18/12/2025",
        "QĐ2338-BTP",
        "2565",
        "06",
        "",
        "QĐ/0001-BCA",
        "205/TTr-SNNMT.2",
        "QĐ000001SNNTEST",
    ],
)
def test_what_is_truly_broken_stays_unread(printed: str) -> None:
    assert parse(printed) is None


def test_same_looking_numbers_stay_apart() -> None:
    numbers = {normalise(n) for n in ("66/NQ-CP", "66.7/2025/NQ-CP", "68/QĐ-BNV", "69/2024/QĐ-BNV")}
    assert len(numbers) == 4


def test_leading_zeros_do_not_make_two_documents() -> None:
    assert key_of("09/2019/TT-BTC") == key_of("9/2019/TT-BTC")
    assert key_of("66/NQ-CP") != key_of("66.7/2025/NQ-CP")


def test_numbers_in_a_sentence() -> None:
    text = "Nghị định số 63/2010/NĐ-CP ngày 08/6/2010, sửa bởi Nghị định 92/2017/NĐ-CP."
    assert list(numbers_in(text)) == ["63/2010/NĐ-CP", "92/2017/NĐ-CP"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("điểm b khoản 2 Điều 11", ["b", "2", "11"]),
        ("Điều 20, 21 và 27 Mục 2 Chương IV", ["20", "21", "27", "2", "IV"]),
        ("Điều 5a", ["5a"]),
        ("Điều 21 đến Điều 23", ["21", "23"]),
        ("điểm đ khoản 1 Điều 3; khoản 2 Điều 4", ["đ", "1", "3", "2", "4"]),
        ("Phụ lục I", ["I"]),
    ],
)
def test_provisions(text: str, numbers: list[str]) -> None:
    found = parse_provisions(text)
    assert found
    assert [provision.number for provision in found] == numbers
    assert not backwards(found)


@pytest.mark.parametrize("text", ["xem luật", "Điều", "khoản hai Điều 3", "khoan 2 Dieu 3", ""])
def test_what_cites_no_provision(text: str) -> None:
    assert parse_provisions(text) is None


def test_provisions_from_large_to_small_are_noticed() -> None:
    found = parse_provisions("Điều 13 khoản 1")
    assert found
    assert backwards(found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 08/6/2010", date(2010, 6, 8)),
        ("ngày 08 tháng 6 năm 2010", date(2010, 6, 8)),
        ("ngày 08/6/20210", None),
        ("10/11//2025", None),
        ("của 40/06/1976", None),
        ("ngày 31 tháng 6 năm 2026", None),
    ],
)
def test_dates_in_prose(text: str, day: date | None) -> None:
    assert [found.day for found in dates_in(text)] == [day]


@pytest.mark.parametrize("text", ["số 12/2025/NĐ-CP", "giờ 7:30 - 11:30", "mẫu 1/2", "1.001193"])
def test_what_is_no_date(text: str) -> None:
    assert list(dates_in(text)) == []


@pytest.mark.parametrize(
    "cited",
    [
        "từ Điều 21 đến Điều 23",
        "đoạn 2 khoản 1 Điều 21",
        "Phụ lục số 01",
        "tiết a điểm 1.2 khoản 3 Điều 21",
        "Mẫu số 01 Phụ lục II",
        "khoản 2 và khoản 3 Điều 5",
        "Điều 3, điểm a khoản 2 Điều 5 và Phụ lục I",
        "gạch đầu dòng thứ nhất khoản 1 Điều 4",
        "câu thứ hai khoản 1 Điều 4",
        "các điểm a, b và c khoản 1 Điều 4",
        "điểm 1 mục II Phụ lục I",
        "Mẫu số 02a/ĐK Phụ lục số 03",
    ],
)
def test_provisions_are_read_as_people_cite_them(cited: str) -> None:
    found = parse_provisions(cited)
    assert found
    assert not backwards(found)
    assert not lacks_article(found)


@pytest.mark.parametrize("cited", ["khoản 2", "điểm a khoản 2", "Điều 3, khoản 2", "đoạn 1"])
def test_a_part_of_an_article_without_its_article_is_no_citation(cited: str) -> None:
    found = parse_provisions(cited)
    assert found is None or lacks_article(found) or backwards(found)


@pytest.mark.parametrize(
    ("number", "family", "symbol"),
    [
        ("294/QĐ-VP.UBND.KSTT", "decision", "VP.UBND.KSTT"),
        ("576/TTr-SNN&MT-VP", "submission", "SNN&MT-VP"),
        ("1.234/QĐ-UBND", "decision", "UBND"),
        ("1.234/BTP-KSTT", "official_letter", "BTP-KSTT"),
        ("4510/UBND-VP.KSTT", "official_letter", "UBND-VP.KSTT"),
    ],
)
def test_numbers_of_offices_are_read(number: str, family: str, symbol: str) -> None:
    read = parse(number)
    assert read
    assert (read.text, read.family, read.symbol) == (number, family, symbol)
