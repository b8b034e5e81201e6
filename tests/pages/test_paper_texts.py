"""Marks of lists that a page shows as lists: bullets are not shown twice, levels stay."""

import pytest

from generator.pages.paper_texts import without_shared_bullets


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["- Có nhà nuôi ong", "- Có giấy mời"], ["Có nhà nuôi ong", "Có giấy mời"]),
        (["Một trong:", "+ Có vườn", "+ Thuê vườn"], ["Một trong:", "Có vườn", "Thuê vườn"]),
        (["- Có nhà:", "+ ở xã"], ["- Có nhà:", "+ ở xã"]),
        (["- Có nhà\n- Có giấy mời"], ["- Có nhà\n- Có giấy mời"]),
        (["1. Có nhà", "2. Có giấy"], ["1. Có nhà", "2. Có giấy"]),
        (["-5 độ trở lên", "—"], ["-5 độ trở lên", "—"]),
        (["*Có nhà", "* Có vườn"], ["Có nhà", "Có vườn"]),
    ],
)
def test_the_bullet_of_all_items_is_left_to_the_list(texts: list[str], shown: list[str]) -> None:
    assert without_shared_bullets(texts) == shown
