"""Time limits, fees and quantities as the portal writes them, into records. Nothing is guessed."""

import re
from dataclasses import replace

from generator.imports.portal.vocabulary import UNITS, states_none
from generator.readings.time_entries import NO_TIME
from generator.records.stated import ChannelTime, Duration, Fee, Stated

NOT_STATED = "Bản xuất của Cổng để trống mục này."

_UNIT = re.compile(rf"(?:{'|'.join(UNITS)})\Z")
_NUMBER = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_FEE = re.compile(
    r"(?P<amount>[0-9]{1,15}(?:\.[0-9]{1,15})?) VNĐ(?:\s*\((?P<text>.*)\))?", re.DOTALL
)
_FOREIGN = re.compile(r"(?<![a-z])(?:USD|EUR)(?![a-z])|đô la|\$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"theo|quy định|thông tư|nghị định|nghị quyết|hđnd|hội đồng nhân dân|luật|biểu", re.IGNORECASE
)
_QUANTITY = re.compile(r"Bản chính: (?P<originals>\d+), Bản sao: (?P<copies>\d+)")


def duration_from_text(text: str) -> ChannelTime:
    """A time limit: `5 WORKING_DAY`, `30 ngày`, ` OTHER`, or a whole paragraph before OTHER."""
    stated = text.strip()
    unit = _UNIT.search(stated)
    if unit is None:
        return channel_time_of(stated, "other")
    return channel_time_of(stated[: unit.start()], UNITS[unit[0]])


def channel_time_of(value: str | float | None, unit: str) -> ChannelTime:
    """The time limit of a way to submit, from what `duration_of` reads."""
    time = duration_of(value, unit)
    return ChannelTime(value=time.value, unit=time.unit, text=time.text)


def duration_of(value: str | float | None, unit: str) -> Duration:
    """A time limit from a value that may be a number, words, or nothing."""
    stated = "" if value is None else str(value).strip()
    if _NUMBER.fullmatch(stated):
        return Duration(value=float(stated.replace(",", ".")), unit=unit)
    return Duration(value=None, unit=unit, text=stated or NO_TIME)


def fee(text: str) -> Fee | None:
    """One fee of the document export, `20000 VNĐ (…)` or words; None for an empty text."""
    if not text:
        return None
    match = _FEE.fullmatch(text)
    if match:
        stated = (match["text"] or "").strip()
        return amount_fee(float(match["amount"]), stated, foreign=bool(_FOREIGN.search(stated)))
    return worded_fee(text)


def amount_fee(
    amount: float,
    text: str,
    *,
    currency: str = "VND",
    foreign: bool = False,
    kind: str = "not_stated",
) -> Fee:
    """A fee with a figure. Zero may mean free or not filled in; a dollar amount may stand as dong:
    what the source leaves open stays not stated, with its words.
    """
    if amount == 0:
        return (
            worded_fee(text, kind)
            if states_none(text)
            else Fee(state="not_stated", kind=kind, text=text or None)
        )
    if foreign and currency == "VND":
        stated = f"{amount:g} VNĐ ({text})"
        return Fee(state="not_stated", kind=kind, text=stated)
    return Fee(state="amount", kind=kind, amount=amount, currency=currency, text=text or None)


def worded_fee(text: str, kind: str = "not_stated") -> Fee:
    """A fee in words only: none at all, laid down elsewhere, or not stated."""
    if states_none(text):
        return Fee(state="absent", kind=kind, text=text)
    state = "laid_down_elsewhere" if _ELSEWHERE.search(text) else "not_stated"
    return Fee(state=state, kind=kind, text=text or None)


def fees(found: list[Fee]) -> Stated[Fee]:
    """The fees of one channel, numbered."""
    if not found:
        return Stated(not_stated=NOT_STATED)
    return Stated(items=tuple(_numbered(found)))


def _numbered(found: list[Fee]) -> list[Fee]:
    return [replace(item, id=f"p{number}") for number, item in enumerate(found, 1)]


def quantity(text: str) -> tuple[int | None, int | None]:
    """Originals and copies of `Bản chính: 1, Bản sao: 0`; None when the text is something else."""
    match = _QUANTITY.fullmatch(text)
    return (int(match["originals"]), int(match["copies"])) if match else (None, None)
