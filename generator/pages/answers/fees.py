"""How much it costs on the day of the edition, for whom, and what the record leaves in doubt."""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.locale import Words
from generator.pages.answers.cell import answer, for_whom, quoted, stands_out, where_read
from generator.pages.answers.sums import odd_sum_words, sum_table, value_words
from generator.pages.nodes.html import EMPTY, Html, escape_html, escape_line, join_html
from generator.readings.answered import is_fee_unsure, is_stated
from generator.readings.evidence import Reading
from generator.readings.fee_summary import DueShare, DueSum, FeeSummary
from generator.readings.fee_table import are_for_several_acts
from generator.readings.fee_values import (
    FeeAmount,
    FeeChange,
    FeeElsewhere,
    FeeExemption,
    FeeReading,
    FeeState,
    FeeStatement,
    FeeTerms,
)

_MOST_EXEMPTED = 240
"""Characters of the names of those who pay nothing or less."""


def fees_answer(fees: FeeSummary, words: Words) -> Html:
    """The answer, or that the source has none."""
    if fees.state == "not_stated":
        ended = (escape_line(ended_words(reading.value, words)) for reading in fees.ended)
        beside = (*_on_request(fees, words), *_free_for(fees, words), *_exemptions(fees, words))
        return answer([stands_out(words("answer.no_fee"))], dict.fromkeys([*beside, *ended]))
    if is_fee_unsure(fees):
        return answer([stands_out(words("answer.unsure_fee"))], [quoted(_all(fees), words)])
    lines = list(_lines(fees, words))
    if not lines and fees.doubted:
        lines = [stands_out(words("answer.doubted_fee"))]
    table = sum_table(fees.table, words)
    if not table:
        return answer(lines, _details(fees, words))
    return join_html([answer(lines), table, answer([], _details(fees, words))])


def _all(fees: FeeSummary) -> Iterator[Reading[object]]:
    yield from (due.reading for due in fees.sums)
    yield from (share.reading for share in fees.shares)
    yield from (*fees.elsewhere, *fees.nothing_for)


def _lines(fees: FeeSummary, words: Words) -> Iterator[Html]:
    yield from (_due(due, words) for due in fees.sums)
    if len(fees.table) < 2:
        yield from (
            stands_out(words("answer.by_case", amount=value_words(one, words)))
            for one in fees.ranges
        )
        yield from (_share(share, words) for share in fees.shares)
    is_doubted = bool(fees.doubted) and not (fees.sums or fees.ranges)
    if is_doubted or fees.state in ("laid_down_by_council", "laid_down_elsewhere"):
        yield from _laid_down(fees, words)
    if fees.state in ("free", "absent", "not_laid_down"):
        yield stands_out(words(f"fee.{fees.state}"))


def _laid_down(fees: FeeSummary, words: Words) -> Iterable[Html]:
    """By whom it is laid down, each once."""
    return dict.fromkeys(stands_out(laid_down_words(one.value, words)) for one in fees.elsewhere)


def _more_laid_down(fees: FeeSummary, words: Words) -> Iterator[Html]:
    """What is laid down elsewhere beside the sums, and after which documents these are."""
    for one in fees.elsewhere:
        if names := _names(one.value.terms, (), words):
            yield _laid_down_for(one.value, names, words)
    listed = (case.reading for kind in fees.table for case in kind.cases)
    sums = (*(due.reading for due in fees.sums), *listed)
    documents = dict.fromkeys(one for due in sums for one in due.value.terms.documents)
    if documents:
        yield escape_line(words("answer.by_documents", names=", ".join(documents)))


def _on_request(fees: FeeSummary, words: Words) -> Iterator[Html]:
    """What is laid down elsewhere for those who ask for something beside the result."""
    for one in fees.on_request:
        yield _laid_down_for(one.value, one.value.terms.applies_to, words)


def _laid_down_for(fee: FeeElsewhere, names: Iterable[str], words: Words) -> Html:
    name = words("answer.for_whom", name=", ".join(names))
    return escape_line(f"{laid_down_words(fee, words)} {name}")


def _details(fees: FeeSummary, words: Words) -> Iterator[Html]:
    if are_for_several_acts(fees.table):
        yield escape_line(words("answer.several_fees"))
    if fees.sums or fees.table:
        yield from _more_laid_down(fees, words)
    yield from _on_request(fees, words)
    for limit in fees.limits:
        yield stands_out(value_words(limit.value, words))
    yield from (_share(share, words) for share in fees.shares if len(fees.table) > 1)
    for change in fees.changes:
        yield _change(change.value, words)
    for change in fees.worked_in:
        yield _worked_in(change.value, words)
    for method in fees.free_methods:
        yield escape_line(words("answer.free_by", method=words(f"method.{method}")))
    if fees.untold_methods:
        ways = ", ".join(words(f"method.{method}") for method in fees.untold_methods)
        yield escape_line(words("answer.untold_by", methods=ways))
    yield from _free_for(fees, words)
    if fees.not_yet_for:
        yield escape_line(words("answer.not_yet_for", name="; ".join(fees.not_yet_for)))
    yield from dict.fromkeys(_doubts(fees, words))
    yield from _exemptions(fees, words)
    for later in fees.to_begin:
        yield _to_begin(later, words)
    yield _source(fees, words)


def _doubts(fees: FeeSummary, words: Words) -> Iterator[Html]:
    """The figures that are doubted, but those that stand above as the sum of another fee."""
    stated = {(due.reading.value.low, due.reading.value.currency) for due in fees.sums}
    for one in fees.doubted:
        if (one.value.low, one.value.currency) not in stated:
            yield escape_line(odd_sum_words(one.value, words))


def _exemptions(fees: FeeSummary, words: Words) -> Iterator[Html]:
    """Who pays nothing or less, if that is said in a few words; else that there are such people."""
    found = [one.value for one in fees.exemptions]
    names = {
        is_free: _who(one for one in found if (one.percent_due == 0) is is_free)
        for is_free in (True, False)
    }
    nobody_named = bool(found) and not any(names.values()) and fees.state is FeeState.AMOUNT
    if nobody_named or sum(map(len, names.values())) > _MOST_EXEMPTED:
        yield escape_line(words("answer.exempt"))
        return
    for is_free, name in names.items():
        if name:
            key = "answer.exempt_for" if is_free else "answer.less_for"
            yield escape_line(words(key, name=name))


def _who(exemptions: Iterable[FeeExemption]) -> str:
    """The people of some exemptions, each once."""
    return "; ".join(dict.fromkeys(" ".join(who.split()) for one in exemptions for who in one.who))


def _free_for(fees: FeeSummary, words: Words) -> Iterator[Html]:
    for name in dict.fromkeys(_last_name(one.value.terms) for one in fees.nothing_for):
        yield escape_line(words("answer.free_for", name=name))


def _source(fees: FeeSummary, words: Words) -> Html:
    """Where a sum was read that no record holds as a figure, or a rule that no fee names."""
    sums = (due.reading.evidence for due in fees.sums if not due.reading.value.recorded)
    rules = (one.evidence for one in fees.elsewhere if "fees" not in one.evidence[0].pointer)
    return where_read(next(chain(sums, rules), ()), words)


def _due(due: DueSum, words: Words) -> Html:
    value = due.reading.value
    return for_whom(value_words(value, words), _names(value.terms, due.methods, words), words)


def _names(terms: FeeTerms, methods: Iterable[str], words: Words) -> list[str]:
    """For whom, by which ways of filing and until when something is due."""
    names = [*terms.applies_to, *(words(f"method.{method}") for method in methods)]
    if terms.period.end:
        names.append(words("answer.until", day=words.day(terms.period.end)))
    return names


def _share(due: DueShare, words: Words) -> Html:
    value = due.reading.value
    said = words("answer.share", percent=words.percent(value.percent), of=value.of)
    names = [words(f"method.{method}") for method in due.methods]
    return for_whom(said, [*value.terms.applies_to[-1:], *names], words)


def _change(change: FeeChange, words: Words) -> Html:
    """What only some readers pay: a part of the sums, or nothing."""
    terms = change.terms
    said = words("fee.absent")
    if change.percent_due:
        said = words("answer.part", percent=words.percent(change.percent_due))
    last = FeeTerms(terms.applies_to[-1:], terms.methods, terms.period)
    name = ", ".join(_names(last, terms.methods, words))
    named = escape_line(words("answer.for_whom", name=name))
    return join_html([escape_line(said), named], escape_html(" "))


def _worked_in(change: FeeChange, words: Words) -> Html:
    """A part that is due by one way of filing, of which the sums above are."""
    name = ", ".join(_names(change.terms, change.terms.methods, words))
    percent = words.percent(change.percent_due)
    return escape_line(words("answer.worked_in", percent=percent, name=name))


def laid_down_words(fee: FeeElsewhere, words: Words) -> str:
    """By whom and in which documents a fee is laid down elsewhere."""
    said = words(f"answer.authority.{fee.authority}")
    documents = ", ".join(fee.terms.documents)
    return f"{said} ({documents})" if documents else said


def _last_name(terms: FeeTerms) -> str:
    return ", ".join(terms.applies_to[-1:]).removesuffix(" thì")


def _to_begin(reading: FeeReading, words: Words) -> Html:
    value = reading.value
    start = value.terms.period.start
    if not isinstance(value, FeeAmount) or start is None or not is_stated(reading):
        return EMPTY
    said = words("answer.to_begin", day=words.day(start), amount=value_words(value, words))
    return escape_line(said)


def ended_words(value: FeeStatement, words: Words) -> str:
    """A sum of a past time, said as such; empty for other statements."""
    end = value.terms.period.end
    if not isinstance(value, FeeAmount) or end is None:
        return ""
    return words("answer.ended", day=words.day(end), amount=value_words(value, words))
