"""Versions made up for tests of readings: only what is read is filled in."""

from collections.abc import Iterable, Sequence
from typing import Any

from generator.readings.evidence import Evidence, Reading
from generator.records.stated import ChannelTime, Fee, Stated
from generator.records.version import (
    Agencies,
    Case,
    Channel,
    Dossier,
    LateSubmission,
    Online,
    Postal,
    Step,
    Version,
)

NOT_STATED: Stated[Any] = Stated(not_stated="Không nêu.")
NO_TIME = ChannelTime(value=None, unit="other")


def fee(
    amount: float | None = None,
    text: str | None = None,
    *,
    state: str | None = None,
    currency: str | None = None,
    unit: str | None = None,
    basis: str | None = None,
) -> Fee:
    """A fee with an amount in VND, or with nothing but a note."""
    return Fee(
        state=state or ("not_stated" if amount is None else "amount"),
        amount=amount,
        currency=currency or (None if amount is None else "VND"),
        unit=unit,
        text=text,
        basis=basis,
    )


def channel(
    *fees: Fee,
    method: str = "direct",
    time: ChannelTime = NO_TIME,
    text: str | None = None,
    case: str | None = None,
) -> Channel:
    stated = Stated(items=fees) if fees else NOT_STATED
    return Channel(method=method, time=time, fees=stated, text=text, case=case)


def version(
    *channels: Channel,
    steps: Sequence[str] = (),
    cases: Sequence[Case] = (),
    late_submission: LateSubmission | None = None,
) -> Version:
    nobody = Agencies(
        executing=NOT_STATED,
        deciding=NOT_STATED,
        receiving=NOT_STATED,
        delegated=NOT_STATED,
        coordinating=NOT_STATED,
    )
    return Version(
        procedure="9.000001",
        version="2026-01",
        title="Thủ tục thử",
        levels=NOT_STATED,
        steps=Stated(items=tuple(Step(text=text) for text in steps)) if steps else NOT_STATED,
        channels=Stated(items=channels) if channels else NOT_STATED,
        dossier=Dossier(sets=None, groups=NOT_STATED),
        forms=NOT_STATED,
        applicants=NOT_STATED,
        agencies=nobody,
        results=NOT_STATED,
        conditions=NOT_STATED,
        legal_basis=NOT_STATED,
        online=Online(level="none", payment=None),
        postal=Postal(receives_dossier=None, returns_result=None),
        linked_procedures=NOT_STATED,
        internal_process=NOT_STATED,
        cases=tuple(cases),
        late_submission=late_submission,
    )


def follow(record: object, pointer: Iterable[str | int]) -> object:
    """The value that a pointer of a piece of evidence leads to."""
    value: Any = record
    for key in pointer:
        value = value[key] if isinstance(key, int) else getattr(value, key)
    return value


def points_to_its_words(record: Version, evidence: Evidence) -> bool:
    """Whether a piece of evidence is what stands in the record at its place."""
    value = follow(record, evidence.pointer)
    text = f"{value:.15g}" if isinstance(value, float | int) else value
    if not isinstance(text, str):
        return evidence.words == ""
    return text[evidence.start : evidence.end] == evidence.words


def all_evidence(readings: Iterable[Reading[Any]]) -> list[Evidence]:
    return [evidence for reading in readings for evidence in reading.evidence]
