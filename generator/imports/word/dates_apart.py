"""Days that a file prints behind the numbers of documents, and the register has otherwise."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.exports.word.codecs import VIETNAMESE
from generator.imports.word.blocks import WordLine
from generator.imports.word.remarks import WordRemark
from generator.law.citations import names_no_province, normalise, numbers_in
from generator.law.dates import dates_in
from generator.records.registers import LegalDocument

_NUMBER = r"(?P<number>\d{1,5}/\d{4}/[A-ZĐ][\w&.-]{1,30})"
_DATED = re.compile(
    rf"{_NUMBER}[\s,]{{1,3}}ngày\s{{1,3}}"
    r"(?P<day>\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4,8}|\d{1,2} tháng \d{1,2} năm \d{4})",
    re.IGNORECASE,
)


def remarks_on_dates(
    lines: Iterable[WordLine], documents: Iterable[LegalDocument]
) -> Iterator[WordRemark]:
    """Each day that differs from the one in the register, or is none, once."""
    known = {one.number_normalised: one.signed for one in documents if one.signed}
    told: set[tuple[str, str]] = set()
    for line in lines:
        for number, printed in _printed_days(line.words):
            signed = known.get(number)
            if signed is None or _day_in(printed) == signed or (number, printed) in told:
                continue
            told.add((number, printed))
            values = {"number": number, "printed": printed, "known": VIETNAMESE.day(signed)}
            yield WordRemark("date_differs", line.place, values)


def _printed_days(words: str) -> Iterator[tuple[str, str]]:
    for found in _DATED.finditer(words):
        number = next(iter(numbers_in(found["number"])), None) or normalise(found["number"])
        if not names_no_province(number):  # a day does not tell which province is meant
            yield number, found["day"]


def _day_in(printed: str) -> date | None:
    """The day that is printed; None for one that no calendar has."""
    return next((one.day for one in dates_in(f"ngày {printed}")), None)
