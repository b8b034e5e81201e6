"""What a program read wrong and is sure: 101/2024/NĐ-cP, an address cut in its host."""

import re

_SERIAL = r"(?<![\w/])(?P<serial>\d{1,5}/(?:19|20)\d{2}/)"
_TWO = re.compile(
    rf"{_SERIAL}(?P<kind>nđ|nq|qđ|ct)[ ]?-[ ]?(?P<body>cp|ttg|ubnd|hđnd|ubtvqh)\b", re.IGNORECASE
)
_ONE = re.compile(rf"{_SERIAL}(?P<kind>qh|ubtvqh)(?P<body>\d{{1,2}})\b", re.IGNORECASE)


_ADDRESS = re.compile(
    r"(?P<head>https?://(?:[a-z0-9-]+|[a-z0-9.-]+\.))\s+(?P<rest>(?:[a-z0-9-]*\.)?[a-z0-9-]+\.vn\b)",
    re.IGNORECASE,
)
"""An address that is cut in its host: what stands before the blank names none yet."""


def repair_addresses(text: str) -> tuple[str, int]:
    """A text with addresses put together that narrow cells cut in their host, and how many.

    >>> repair_addresses("https://dichvuc ong.gov.vn/; https://dichvucong. gov.vn")
    ('https://dichvucong.gov.vn/; https://dichvucong.gov.vn', 2)
    >>> repair_addresses("https://a.gov.vn b.gov.vn")
    ('https://a.gov.vn b.gov.vn', 0)
    """
    return _ADDRESS.subn(r"\g<head>\g<rest>", text) if "://" in text else (text, 0)


def repair_numbers(text: str) -> tuple[str, int]:
    """A text with such numbers as decree 30/2020/NĐ-CP has them written, and how many changed.

    >>> repair_numbers("Nghị định số 101/2024/NĐ-cP, Luật số 95/2025/Qh15")
    ('Nghị định số 101/2024/NĐ-CP, Luật số 95/2025/QH15', 2)
    >>> repair_numbers("Quyết định số 60/2026/QĐ- UBND; 7/2022/QĐ-TTg")
    ('Quyết định số 60/2026/QĐ-UBND; 7/2022/QĐ-TTg', 1)
    """
    if "/" not in text:
        return text, 0
    made, two = _replaced(_TWO, "-", text)
    made, one = _replaced(_ONE, "", made)
    return made, two + one


def _replaced(pattern: re.Pattern[str], dash: str, text: str) -> tuple[str, int]:
    written = [(found, _written(found, dash)) for found in pattern.finditer(text)]
    changed = [(found, right) for found, right in written if found[0] != right]
    for found, right in reversed(changed):
        text = text[: found.start()] + right + text[found.end() :]
    return text, len(changed)


def _written(found: re.Match[str], dash: str) -> str:
    body = found["body"].upper().replace("TTG", "TTg")
    return f"{found['serial']}{found['kind'].upper()}{dash}{body}"
