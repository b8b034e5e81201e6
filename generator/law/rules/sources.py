"""The laws that rules rest on, each with the first day on which it holds.

Dates are those on which the provision took effect in the wording that the rule applies; the
legal department reviews each before a finding that rests on it is made an error.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LegalSource:
    """A law as it is cited, in force since a day; or a reason to have a rule without a law."""

    citation: str
    since: date | None = None


HOUSE = LegalSource("house")
"""A convention of the catalogue that no law demands."""

PRACTICE = LegalSource("practice")
"""A fault that was counted in published catalogues, though no law names it."""

CONTENT_OF_A_DECISION = LegalSource("Nghị định 63/2010/NĐ-CP, Điều 15", date(2010, 10, 14))
DATA_FOR_PAPERS = LegalSource("Nghị quyết 66.7/2025/NQ-CP, Điều 4", date(2025, 11, 15))
DAYS_OFF = LegalSource("Bộ luật Lao động 45/2019/QH14, Điều 111 và Điều 112", date(2021, 1, 1))
DECIDING = LegalSource(
    "Nghị định 63/2010/NĐ-CP, Điều 15 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)", date(2010, 10, 14)
)
DOSSIER = LegalSource(
    "Nghị định 63/2010/NĐ-CP, điểm d khoản 2 Điều 8 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)",
    date(2017, 9, 25),
)
FEEDBACK = LegalSource(
    "Nghị định 20/2008/NĐ-CP, Điều 9 và Điều 13 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)",
    date(2008, 4, 7),
)
FEES = LegalSource(
    "Nghị định 63/2010/NĐ-CP, điểm h khoản 2 Điều 8; Luật Phí và lệ phí 97/2015/QH13",
    date(2017, 9, 25),
)
FORM_OF_A_DECISION = LegalSource("Nghị định 30/2020/NĐ-CP, Điều 8 và Điều 13", date(2020, 3, 5))
FORM_OF_NUMBERS = LegalSource("Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II", date(2020, 3, 5))
LAWMAKING = LegalSource("Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15", date(2025, 4, 1))
LEVELS_OF_SERVICE = LegalSource(
    "Nghị định 42/2022/NĐ-CP; Nghị định 224/2026/NĐ-CP, Điều 14 và Điều 16", date(2022, 8, 1)
)
LISTING = LegalSource(
    "Nghị định 63/2010/NĐ-CP, Điều 24 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)", date(2010, 10, 14)
)
NUMBERS_OF_A_YEAR = LegalSource("Nghị định 30/2020/NĐ-CP, khoản 3 Điều 15", date(2020, 3, 5))
ONE_STOP = LegalSource("Nghị định 118/2025/NĐ-CP", date(2025, 7, 1))
ONLINE_PAYMENT = LegalSource("Nghị định 224/2026/NĐ-CP, điểm đ khoản 1 Điều 15", date(2026, 7, 1))
PARTIAL_SERVICES = LegalSource("Nghị định 224/2026/NĐ-CP, Điều 14", date(2026, 7, 1))
PARTS_OF_A_PROCEDURE = LegalSource(
    "Nghị định 63/2010/NĐ-CP, khoản 2 Điều 8 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)",
    date(2010, 10, 14),
)
PERSONAL_DATA = LegalSource("Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15", date(2026, 1, 1))
PERSONAL_PAPERS = LegalSource("Luật Căn cước 26/2023/QH15, Điều 20 và Điều 29", date(2024, 7, 1))
POSTING = LegalSource(
    "Nghị định 63/2010/NĐ-CP, Điều 16 và Điều 17 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)",
    date(2010, 10, 14),
)
PUBLISHING = LegalSource(
    "Nghị định 63/2010/NĐ-CP, Điều 14 và Điều 15 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)",
    date(2010, 10, 14),
)
RESIDENCE_BOOKS = LegalSource("Luật Cư trú 68/2020/QH14, khoản 3 Điều 38", date(2023, 1, 1))
SIGNED_COPY = LegalSource("Nghị định 30/2020/NĐ-CP, Điều 13 và Điều 14", date(2020, 3, 5))
TIME_LIMITS = LegalSource(
    "Nghị định 63/2010/NĐ-CP, điểm đ khoản 2 Điều 8 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)",
    date(2017, 9, 25),
)
TWO_TIERS = LegalSource("Luật Tổ chức chính quyền địa phương 72/2025/QH15", date(2025, 7, 1))
UNICODE = LegalSource(
    "Nghị định 30/2020/NĐ-CP, Phụ lục I: Unicode theo TCVN 6909:2001", date(2020, 3, 5)
)
WHO_PUBLISHES = LegalSource(
    "Nghị định 63/2010/NĐ-CP, Điều 13 (sửa đổi bởi Nghị định 92/2017/NĐ-CP)", date(2010, 10, 14)
)
