"""Rules on time limits and fees: complete, in one unit, and in agreement with their words."""

import re
from collections.abc import Iterator

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.durations import length_of, read_duration
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.process_times import say_lengths
from generator.law.rules.sources import FEES, HOUSE, ONE_STOP, ONLINE_PAYMENT, PRACTICE, TIME_LIMITS
from generator.law.rules.traversal import channels_of, fees_of
from generator.records.registers import is_unwritten
from generator.records.stated import Duration, Fee
from generator.records.version import Channel, Version

_SMALLEST_DONG = 500
_FOREIGN = re.compile(r"\b(?:USD|EUR|đô la|đô-la)\b|\$|€", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:Lệ phí|Phí|Mức thu|Mức phí)?\s*+(?::\s*+)?"
    r"(?P<amount>[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{4,9})\s*+(?:đồng|VNĐ|VND|đ)\b[^0-9]*\Z",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\W*+(?:được\s)?(?:miễn|không (?:thu|mất|phải nộp))"
    r"(?:\s(?:phí|lệ phí|tiền)|,|\svà)*+\W*+",
    re.IGNORECASE,
)
"""Words that call a fee free, for everybody and whatever happens."""
_EXEMPT = re.compile(r"\bmiễn\b(?! phí)|được giảm", re.IGNORECASE)
_SAID_OF_A_FEE = {
    "unit": re.compile(
        r"(?:đồng|VNĐ|VND|\bđ|[0-9]đ|000|\A\s*+)\s*/\s*(?:[0-9]+\s+)?[^\W\d_]{2,}"
        r"|/\s*(?:[0-9]+\s+)?(?:lần|hồ sơ|giấy|tờ khai|bản|thiết bị|người|trường hợp)(?!\w)"
        r"|(?<!\w)(?:cho|đối với) (?:mỗi|một|từng|0?1) [^\W\d_]{2,}",
        re.I,
    ),
    "basis": re.compile(r"\b[0-9]{1,4}/[12][0-9]{3}/(?:TT|NĐ|NQ|QĐ|QH|UBTVQH|PL)[\w-]*", re.I),
}
"""How the words of a fee give its unit (đồng/hồ sơ, cho mỗi hình) and the text that sets it."""
_EXEMPTS_SOMEBODY = re.compile(
    r"được (?:miễn|giảm)[^.;\n]{0,20}? (?:lệ )?phí"
    r"|miễn (?:(?:thu|nộp) )?(?:lệ )?phí [^.;\n]{0,80}?(?:đối với|cho) "
    r"|đối tượng (?:được )?(?:miễn|giảm)(?! tiền)",
    re.I,
)
"""Words of a fee that say who does not pay it."""
_FEE = re.compile(r"\bphí\b", re.I)
_LATE = re.compile(
    r"sau\s+(?P<hour>1[0-9])\s*(?:giờ|h|:00|:30)"
    r"(?![^.;\n]{0,40}(?:văn bản trả lời|có thể hoàn thành))",
    re.IGNORECASE,
)
"""An hour after which the next day counts for the due day; not for a reply alone, nor where the
office may then take longer than the day that it should.
"""
_TOLD = re.compile(
    r"[0-9]\s?(?:\([^)\n]{1,40}\)\s?)?(?:giờ|ngày|tháng|năm)(?!\w)|(?<!\w)ngay (?:sau|khi|trong)",
    re.IGNORECASE,
)
"""Words of a channel that tell how long it takes."""


def _committed_over_limit(version: Version) -> Iterator[Breach]:
    """An office may promise less time than the law allows, never more."""
    for pointer, channel in channels_of(version):
        promised, allowed = length_of(channel.committed_time), length_of(channel.time)
        if (
            promised
            and allowed
            and promised.comparable(allowed)
            and promised.amount > allowed.amount
        ):
            yield here(*pointer, "committed_time", **say_lengths(promised, allowed))


def _committed_in_other_unit(version: Version) -> Iterator[Breach]:
    """The promise and the limit count the same days, or nobody can compare them."""
    for pointer, channel in channels_of(version):
        promised, allowed = length_of(channel.committed_time), length_of(channel.time)
        if promised and allowed and not promised.comparable(allowed):
            yield here(*pointer, "committed_time", **say_lengths(promised, allowed))


def _no_time(version: Version) -> Iterator[Breach]:
    """A time limit of zero is no time limit; a step that takes none by its words needs none."""
    for pointer, channel in channels_of(version):
        for key in ("time", "committed_time"):
            duration: Duration | None = getattr(channel, key)
            if duration and duration.value == 0:
                yield here(*pointer, key, "value", found="0")
    for position, step in enumerate(version.internal_process.items if not version.source else ()):
        if step.time.value == 0 and not step.time.text:
            yield here("internal_process", "items", position, "time", "value", found="0")


def _time_in_words(version: Version) -> Iterator[Breach]:
    """The figure agrees with the words of the same entry."""
    for pointer, channel in channels_of(version):
        duration = channel.time
        read = (
            read_duration(duration.text) if duration.text and duration.value is not None else None
        )
        if read and (read.value, read.unit) != (duration.value, duration.unit):
            yield here(*pointer, "time", "value", found=f"{duration.value:g}", text=duration.text)


def _unitless(version: Version) -> Iterator[Breach]:
    """A figure has a unit that people know; in an imported record, words may tell it."""
    for pointer, channel in channels_of(version):
        bare = channel.time.unit == "other" and not channel.time.text
        told = version.source is not None and _TOLD.search(channel.text or "")
        if bare and channel.time.value and not told:  # a limit of zero is told by PT105
            yield here(*pointer, "time", "unit", found=f"{channel.time.value:g}")


def _fees_of_channels(version: Version) -> Iterator[tuple[Pointer, Fee, Channel]]:
    for pointer, channel in channels_of(version):
        for index, fee in enumerate(channel.fees.items):
            yield (*pointer, "fees", "items", index), fee, channel


def _words_beside(channel: Channel) -> str:
    """What an imported channel says of all its fees: where it gives no sum, and on fees alone."""
    general = [fee.text or "" for fee in channel.fees.items if fee.state != "amount"]
    lines = (channel.text or "").splitlines()
    on_fees = [line for line in lines if _FEE.search(line)]
    return "\n".join((channel.fees.text or "", *general, *on_fees))


def _incomplete_fee(version: Version) -> Iterator[Breach]:
    """A fee names its unit and the text that sets it; in an imported record, words may do.

    Where its exemptions are still to be written, VS512 asks for the fee; nothing more is asked.
    """
    for pointer, fee, channel in _fees_of_channels(version):
        open_ = fee.exemptions is not None and is_unwritten(fee.exemptions.not_stated)
        if fee.state == "amount" and not open_:
            words = {"unit": fee.text or "", "basis": f"{fee.text or ''}\n{_words_beside(channel)}"}
            missing = [
                key
                for key, said in _SAID_OF_A_FEE.items()
                if getattr(fee, key) is None
                and not (version.source is not None and said.search(words[key]))
            ]
            if missing:
                yield here(
                    *pointer,
                    found=fee.name or fee.id or "–",
                    keys=", ".join(f"`{one}`" for one in missing),
                )


def _silent_exemptions(version: Version) -> Iterator[Breach]:
    """Exemptions are stated, if only that there are none; in an imported record, words may do."""
    for pointer, fee, channel in _fees_of_channels(version):
        if fee.state == "amount" and fee.exemptions is None:
            words = f"{fee.text or ''}\n{_words_beside(channel)}"
            if version.source is None or not _EXEMPTS_SOMEBODY.search(words):
                yield here(*pointer, found=fee.name or fee.id or "–")


def _foreign_money(version: Version) -> Iterator[Breach]:
    """Dollars are not stored as dong."""
    for pointer, fee in fees_of(version):
        foreign = _FOREIGN.search(fee.text or "")
        if fee.currency == "VND" and fee.amount and fee.amount < 10_000 and foreign:
            yield here(*pointer, "currency", found=f"{fee.amount:g}", text=foreign[0])


def _tiny_amount(version: Version) -> Iterator[Breach]:
    for pointer, fee in fees_of(version):
        small = fee.amount is not None and 0 < fee.amount < _SMALLEST_DONG
        if fee.currency == "VND" and small and not _FOREIGN.search(fee.text or ""):
            yield here(*pointer, "amount", found=f"{fee.amount:g}")


def _amount_of_nothing(version: Version) -> Iterator[Breach]:
    """Nothing to pay is stated as such, never as an amount of 0."""
    for pointer, fee in fees_of(version):
        nothing = fee.state == "amount" and fee.amount == 0
        if nothing or (fee.state in _WITHOUT_AMOUNT and fee.amount):
            mend = Wording((f"hint.{'nothing_to_pay' if nothing else 'amount_to_pay'}",))
            state = Wording((f"fee.{fee.state}",))
            values = {"state": state, "key": fee.state, "mend": mend}
            yield here(*pointer, "amount", found=f"{fee.amount:g}", **values)


_WITHOUT_AMOUNT = ("absent", "free", "laid_down_elsewhere", "not_stated")


def _amount_in_words(version: Version) -> Iterator[Breach]:
    """The amount agrees with the words of the same entry, which do not call it free."""
    for pointer, fee in fees_of(version):
        if version.source is None and fee.amount and _FREE.fullmatch(fee.text or ""):
            yield here(*pointer, "amount", found=f"{fee.amount:g}", text=f"“{fee.text}”")
        match = _AMOUNT.match(" ".join((fee.text or "").split()))
        if match and fee.currency == "VND" and fee.amount:
            stated = float(re.sub(r"[. ]", "", match["amount"]))
            if stated != fee.amount:
                yield here(*pointer, "amount", found=f"{fee.amount:g}", text=match["amount"])


def _exemptions_in_words(version: Version) -> Iterator[Breach]:
    """Words that exempt somebody contradict `exemptions: none`."""
    for pointer, fee in fees_of(version):
        if fee.exemptions and fee.exemptions.none and _EXEMPT.search(fee.text or ""):
            yield here(*pointer, "exemptions", found=fee.text)


def _late_hour(version: Version) -> Iterator[Breach]:
    """The hour after which the next day counts is a figure: due dates are computed with it."""
    if version.late_submission:
        return
    for position, step in enumerate(version.steps.items):
        text = step.text or ""
        match = _LATE.search(text) if "làm việc tiếp theo" in text else None
        if match:
            yield here("steps", "items", position, "text", found=match["hour"])
            return


def _late_hour_in_words(version: Version) -> Iterator[Breach]:
    """The recorded hour is the one that the words of the steps name."""
    late = version.late_submission
    if late is None:
        return
    told = [(where, match) for where, text in _told_late(version) if (match := _LATE.search(text))]
    others = [(where, match) for where, match in told if match["hour"] != late.after[:2]]
    if others:
        match = others[0][1]
        where = Wording(tuple(dict.fromkeys(f"told_late.{where}" for where, _ in others)))
        minutes = "30" if match[0].endswith(":30") else "00"
        values = {"where": where, "proper": f"{match['hour']}:{minutes}", "text": match[0]}
        yield here("late_submission", "after", found=late.after, **values)


def _told_late(version: Version) -> Iterator[tuple[str, str]]:
    """The texts that may say after which hour the next day counts, and what each is of."""
    yield "hour", (version.late_submission and version.late_submission.text) or ""
    texts = [("steps", step.text) for step in version.steps.items]
    for _, channel in channels_of(version):
        texts += [("time", channel.time.text)] if channel.time else []
        texts.append(("channels", channel.text))
    yield from ((where, text) for where, text in texts if text and "làm việc tiếp theo" in text)


def _unpayable(version: Version) -> Iterator[Breach]:
    """An online service with a fee can be paid online."""
    charged = any(fee.state == "amount" for _, fee in fees_of(version))
    if version.online.level == "end_to_end" and charged and version.online.payment is False:
        yield here("online", "payment", found="false")


_VERSION = ("version",)
_INFO, _WARNING, _ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
RULES = (
    Rule("PT103", _WARNING, ONE_STOP, _committed_over_limit, _VERSION),
    Rule("PT104", _WARNING, HOUSE, _committed_in_other_unit, _VERSION),
    Rule("PT105", _WARNING, TIME_LIMITS, _no_time, _VERSION),
    Rule("PT106", _WARNING, PRACTICE, _time_in_words, _VERSION),
    Rule("PT107", _WARNING, TIME_LIMITS, _unitless, _VERSION, imported=_INFO),
    Rule("PT108", _ERROR, FEES, _incomplete_fee, _VERSION, imported=_INFO),
    Rule("PT109", _ERROR, FEES, _silent_exemptions, _VERSION, imported=_INFO),
    Rule("PT110", _WARNING, PRACTICE, _foreign_money, _VERSION),
    Rule("PT111", _WARNING, PRACTICE, _tiny_amount, _VERSION),
    Rule("PT112", _ERROR, HOUSE, _amount_of_nothing, _VERSION, imported=_WARNING),
    Rule("PT113", _WARNING, PRACTICE, _amount_in_words, _VERSION),
    Rule("PT114", _ERROR, FEES, _exemptions_in_words, _VERSION, imported=_WARNING),
    Rule("PT115", _WARNING, PRACTICE, _late_hour, _VERSION, imported=_INFO),
    Rule("PT139", _WARNING, PRACTICE, _late_hour_in_words, _VERSION),
    Rule("PT116", _WARNING, ONLINE_PAYMENT, _unpayable, _VERSION),
)
