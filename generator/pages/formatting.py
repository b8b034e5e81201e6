"""Values in the reader's words: dates, durations, money, agencies. Plain text throughout."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.law.publication_deadlines import Deadline
from generator.law.titles import comparable
from generator.locale import Words
from generator.model.edition import Edition
from generator.readings.time_entries import NO_TIME
from generator.records.catalogue import Catalogue
from generator.records.stated import (
    AgencyPart,
    ChannelTime,
    Duration,
    Fee,
    LimitAddition,
    LimitCase,
    Stated,
)

METHODS = ("direct", "online", "postal")
"""The ways to submit, in the order in which they are shown."""


def format_day(value: date | None, words: Words) -> str:
    """A date as the language writes it, or that it is not known."""
    return words.day(value) if value else words("unknown.date")


def signed_on(value: date | None, words: Words) -> str:
    """When something was signed, in the middle of a sentence."""
    return (
        words("decision.signed_on", day=format_day(value, words))
        if value
        else words("unknown.signed")
    )


def effective_on(value: date | None, words: Words) -> str:
    """When something takes effect, in the middle of a sentence."""
    if value is None:
        return words("unknown.effective")
    return words("decision.effective_on", day=format_day(value, words))


def duty(due: Deadline, words: Words) -> str:
    """A deadline of a decision: by when what was due, and when it was done."""
    last = words("duty.missing", year=due.missing) if due.missing else format_day(due.last, words)
    said = words(f"duty.{due.kind}_by", last=last, text=due.text)
    if due.done is None:
        return f"{said} ({words('duty.to_do')})"
    done = words("duty.late" if due.late else "duty.done", day=format_day(due.done, words))
    return f"{said} ({done})"


def written_numbers(words: Words, **values: float) -> dict[str, str]:
    """Values for a sentence, as the language writes numbers."""
    return {name: words.number(value) for name, value in values.items()}


def format_duration(time: Duration, words: Words) -> str:
    """A time limit on one line, the printed wording after the figure.

    What an import writes for a blank field says no more than that: other words may give the time.
    """
    if time.text == NO_TIME:
        return words("unknown.blank_time")
    if time.value is None:
        return time.text or words("unknown.time")
    if time.unit == "other":
        figure = words("unit.other", value=words.number(time.value))
    else:
        figure = figure_words(time.value, time.unit, words)
    return f"{figure}. {time.text}" if time.text else figure


def short_duration(time: Duration, words: Words) -> str:
    """The figure alone, for lists and tables."""
    if time.value is None or time.unit == "other":
        return words("unknown.see_text")
    return figure_words(time.value, time.unit, words)


@dataclass(frozen=True, slots=True)
class AddedTime:
    """Additional time: its `length` in words, empty without a figure; `reason` of the schema.

    `counted`: part of the limit, on top of it, or None where that is not known.
    """

    reason: str
    length: str
    counted: bool | None


def time_line(
    limit: str, cases: Iterable[tuple[str, str]], added: Iterable[AddedTime], words: Words
) -> str:
    """A limit, additional time, and the limits of some readers (for whom, limit), on one line.

    >>> from generator.locale import words_of
    >>> words = words_of("vi")
    >>> added = AddedTime("posting", "15 ngày", counted=False)
    >>> time_line("15 ngày làm việc", [("vùng khó khăn", "30 ngày làm việc")], [added], words)
    '15 ngày làm việc, cộng 15 ngày niêm yết; vùng khó khăn 30 ngày làm việc'
    """
    limits = ", ".join((limit, *(added_words(one, words) for one in added)))
    special = (words("time.case", name=name, limit=length) for name, length in cases)
    return "; ".join((limits, *special))


def added_words(added: AddedTime, words: Words) -> str:
    """Time in addition to a limit: "cộng 15 ngày niêm yết", "chưa kể thời gian niêm yết"."""
    key = {True: "within", False: "on_top", None: "unclear"}[added.counted]
    reason = words(f"time.reason.{added.reason}")
    if not added.length:
        return words(f"time.{key}_unmeasured", reason=reason)
    return words(f"time.{key}", limit=added.length, reason=reason)


def channel_time_line(time: ChannelTime, words: Words) -> str:
    """The time limit of a channel on one line, with its cases and additions."""
    cases = [(case.name, figure_words(case.value, case.unit, words)) for case in time.cases]
    added = [added_time_of(one, words) for one in time.additions]
    return time_line(short_duration(time, words), cases, added, words)


def added_time_of(addition: LimitAddition, words: Words) -> AddedTime:
    """A recorded addition, its length in words."""
    length = ""
    if addition.value is not None and addition.unit is not None:
        length = figure_words(addition.value, addition.unit, words)
    return AddedTime(addition.reason, length, addition.counted)


def case_words(case: LimitCase, words: Words) -> str:
    """On what a limit of some readers depends, and for whom it is."""
    return words(f"time.kind.{case.kind}", name=case.name)


def figure_words(value: float, unit: str, words: Words) -> str:
    """A figure with its unit: "15 ngày làm việc"."""
    return f"{words.number(value)} {words(f'unit.{unit}')}"


def money(fee: Fee, words: Words) -> str:
    """The state of a fee; an amount with its currency and unit. Zero is never said to be free."""
    if fee.state != "amount" or fee.amount is None:
        return words(f"fee.{fee.state}")
    currency = words("fee.dong") if fee.currency == "VND" else str(fee.currency)
    amount = f"{words.number(fee.amount)} {currency}"
    return f"{amount}/{fee.unit}" if fee.unit else amount


def fee_name(fee: Fee, words: Words) -> str:
    """The name of a fee and of which kind it is, unless the name says so; empty without both."""
    kind = "" if fee.kind == "not_stated" else words(f"fee_kind.{fee.kind}")
    if not fee.name or not kind:
        return fee.name or kind
    said = fee.name.lower().startswith(kind.lower())
    return fee.name if said else f"{fee.name} ({kind.lower()})"


def code_words(code: str | None, words: Words) -> str:
    """The code of a procedure with what it is, or that there is none yet."""
    return f"{words('facts.code')} {code}" if code else words("facts.code_lacking")


def missing(stated: Stated[object], words: Words) -> str:
    """What to say of a part without items: explicitly none, or not stated and why."""
    if stated.none:
        return stated.text or words("stated.none")
    return words("stated.not_stated", reason=stated.not_stated or "")


def printed_wording(stated: Stated[object], shown: Iterable[str | None]) -> str:
    """The printed wording of a part, unless it is all in what is `shown` of its items."""
    if not stated.text or stated.none:
        return ""
    said = comparable("; ".join(filter(None, shown)))
    return "" if comparable(stated.text) in said else stated.text


def document_number(key: str, catalogue: Catalogue) -> str:
    """The number of a legal document; its key when there is no such document."""
    document = catalogue.documents.get(key)
    return document.number if document else key


def agency_part(part: AgencyPart, edition: Edition) -> str:
    """How an agency that takes part is named."""
    name = edition.agency_name(part.agency) if part.agency else part.text or ""
    return f"{name} ({part.role})" if part.role else name


def joined(values: Iterable[str]) -> str:
    """A list in one line."""
    return "; ".join(values)
