"""Slips of the fingers are found, and what only looks like one is let through."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.check import load_catalogue
from generator.law.rules.examples import base
from generator.law.rules.wording import RULES
from generator.records.version import Version

FOUND = {rule.code: rule for rule in RULES}


@pytest.fixture(scope="module")
def version() -> Version:
    catalogue, _ = load_catalogue(base())
    return catalogue.versions["1.000105"][0]


def _codes(version: Version, title: str) -> Iterable[str]:
    spoilt = replace(version, title=title)
    return [code for code, rule in FOUND.items() if any(rule.check(spoilt))]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Cấp thẻ căn cuớc", "VS520"),
        ("Thụ lý hồ sơ đươc nộp", "VS520"),
        ("Hoof sơ đăng ký", "VS520"),
        ("Cap giay phep xay dung nhà ở", "VS521"),
        ("Cap giay phep xay dung", "VS521"),
        ("Bo Tu phap", "VS521"),
        ("Cấp giấy phép của của xã", "VS522"),
        ("Nộp hồ sơ hồ sơ tại xã", "VS522"),
        ("Cấp, cấp lại hoặc", "VS523"),
        ("e thẻ căn cước", "VS528"),
    ],
)
def test_a_slip_is_found(version: Version, title: str, code: str) -> None:
    assert _codes(version, title) == [code]


@pytest.mark.parametrize(
    "title",
    [
        "Cấp phép sử dụng hệ thống giao thông thông minh ở Đắk Lắk",
        "Thi công công trình; hành vi vi phạm; sản xuất xuất khẩu",
        "Cấp visa, thẻ ABTC qua Internet banking",
        "Trẻ em sinh ra do mang thai hộ",
        "Cấp giấy phép cho ôtô, rơmoóc",
        "Nghỉ tự do",
        "e) Đơn đăng ký đất đai",
    ],
)
def test_what_only_looks_like_a_slip_is_let_through(version: Version, title: str) -> None:
    assert _codes(version, title) == []
