"""How an annex prints time limits: of ways to submit, of cases, of internal steps."""

from dataclasses import dataclass

from generator.exports.word.codecs import (
    WORDS,
    YES_NO,
    choice,
)
from generator.exports.word.facts import Fact, Facts
from generator.exports.word.grammar import (
    LengthLine,
    Many,
    Part,
    Record,
    Titled,
    ValueLine,
)
from generator.exports.word.styles import LineStyle as Style
from generator.exports.word.vocabulary import (
    REASONS,
)
from generator.records.stated import (
    ChannelTime,
    Duration,
    LimitAddition,
    LimitCase,
)
from generator.records.version import (
    Case,
    InternalStep,
    LateSubmission,
)

COMMITTED = "Sau khi cắt giảm:"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelLimits:
    """The time limits of one way to submit."""

    time: ChannelTime
    committed_time: ChannelTime | None = None


_TEXT = Part("text", ValueLine(Style.TEXT))
_LIMIT_CASE = Record(
    LimitCase,
    (
        LengthLine(Style.FACT, "Thời hạn: "),
        Facts(
            (
                Fact(
                    "kind",
                    "Thời hạn riêng",
                    choice({"area": "theo vùng", "case": "theo việc", "channel": "theo cách nộp"}),
                ),
            )
        ),
        _TEXT,
    ),
    (Part("name", ValueLine(Style.WORDED)),),
)
_COUNTED = {True: "Đã tính trong thời hạn", False: "Chưa tính trong thời hạn"}
_ADDITION = Record(
    LimitAddition,
    (
        LengthLine(Style.FACT, "Thời gian: "),
        Facts((Fact("counted", "Đã tính trong thời hạn", YES_NO, _COUNTED),)),
        _TEXT,
    ),
    (Part("reason", ValueLine(Style.ITEM, "Thời gian cho ", choice(REASONS))),),
)
_TIME = Record(
    ChannelTime,
    (_TEXT, Part("cases", Many(_LIMIT_CASE)), Part("additions", Many(_ADDITION))),
    (LengthLine(Style.ITEM),),
)
LIMITS = Record(
    ChannelLimits,
    (
        Part("time", _TIME),
        Part("committed_time", Titled(COMMITTED, _TIME, Style.GROUP)),
    ),
)
CASE = Record(
    Case,
    (
        Facts((Fact("code", "Mã trường hợp", WORDS),)),
        Part("time", Record(Duration, (_TEXT,), (LengthLine(Style.FACT, "Thời hạn: "),))),
    ),
    (Part("name", ValueLine(Style.ITEM)),),
)
LATE = Record(
    LateSubmission,
    (_TEXT,),
    (Part("after", ValueLine(Style.SECTION, "Tính từ ngày làm việc tiếp theo nếu nộp sau: ")),),
)
PROCESS_STEP = Record(
    InternalStep,
    (
        Part("role", ValueLine(Style.WORDED)),
        Part("time", Record(Duration, (_TEXT,), (LengthLine(Style.FACT),))),
    ),
    (Part("name", ValueLine(Style.ITEM)),),
)
