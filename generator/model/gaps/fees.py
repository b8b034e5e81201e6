"""What is open about how much it costs."""

from collections.abc import Iterator

from generator.findings.problem import Pointer
from generator.model.gaps.gap import ExaminedProcedure, Gap
from generator.model.gaps.kinds import GapKind
from generator.readings.answered import is_fee_unsure
from generator.readings.evidence import Certainty, Reading
from generator.readings.fee_values import Doubt, FeeAmount, FeeReading, FeeState

_FEE = 6
"""Keys of a pointer that lead to one fee: channels, items, n, fees, items, m."""
_ELSEWHERE = (FeeState.COUNCIL, FeeState.ELSEWHERE)


def fee_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Gaps of the fees: contradictions first, then what is not known."""
    fees = seen.fees
    for doubted in fees.doubted:
        yield _doubted(doubted, seen)
    yield from _ended(seen)
    if fees.state is FeeState.NOT_STATED:
        yield seen.gap(GapKind.FEE_UNKNOWN, _first_fee(seen))
    elif is_fee_unsure(fees):
        yield _unsure(seen)
    elif fees.state in _ELSEWHERE and not any(r.value.terms.documents for r in fees.elsewhere):
        yield seen.gap(GapKind.FEE_ELSEWHERE, fees.elsewhere[0].evidence[0])


def _doubted(doubted: Reading[FeeAmount], seen: ExaminedProcedure) -> Gap:
    """A figure that is asked about, with the sums of its words or of another channel."""
    value = doubted.value
    rivals = [one for one in _sums(seen) if _contradicts(one, doubted)]
    sums = list(dict.fromkeys(one.value for one in rivals))
    if value.suggested is not None and not sums:
        sums = [FeeAmount(value.suggested, value.suggested, value.currency)]
    places = (*(one.evidence[0] for one in rivals), *doubted.evidence[1:], doubted.evidence[0])
    implausible = value.doubt is Doubt.IMPLAUSIBLE and not sums
    kind = GapKind.FEE_IMPLAUSIBLE if implausible else GapKind.FEE_CONTRADICTED
    return seen.gap(kind, places[0], recorded=value, read=sums)


def _sums(seen: ExaminedProcedure) -> Iterator[Reading[FeeAmount]]:
    """The sums that nothing casts doubt on."""
    for group in seen.read.fees.current:
        for one in group.readings:
            if isinstance(one.value, FeeAmount) and one.value.doubt is None:
                yield Reading(one.value, one.certainty, one.evidence)


def _contradicts(one: Reading[FeeAmount], doubted: Reading[FeeAmount]) -> bool:
    """Whether a sum is what is suggested for a figure, else one of the words of its fee."""
    suggested = doubted.value.suggested
    if suggested is not None:
        return one.value.low == suggested
    return one.evidence[0].pointer[:_FEE] == doubted.evidence[0].pointer[:_FEE]


def _ended(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Recorded figures that have ended, each once."""
    ended: dict[FeeAmount, FeeReading] = {}
    for one in seen.read.fees.ended:
        if isinstance(one.value, FeeAmount) and one.value.recorded:
            ended.setdefault(one.value, one)
    for value, one in ended.items():
        end = value.terms.period.end
        words = [place for place in one.evidence if place.pointer[-1] != "amount"]
        where = (words or one.evidence)[-1]
        yield seen.gap(GapKind.FEE_ENDED, where, recorded=value, end=end)


def _unsure(seen: ExaminedProcedure) -> Gap:
    readings = [one for group in seen.read.fees.current for one in group.readings]
    unsure = [one for one in readings if one.certainty is Certainty.UNSURE]
    sums = [one.value for one in unsure if isinstance(one.value, FeeAmount)]
    return seen.gap(
        GapKind.FEE_UNSURE, (unsure or readings)[0].evidence[0], read=list(dict.fromkeys(sums))
    )


def _first_fee(seen: ExaminedProcedure) -> Pointer:
    return ("channels", "items", 0, "fees") if seen.version.channels.items else ("channels",)
