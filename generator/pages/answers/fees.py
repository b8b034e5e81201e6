"""How much it costs on the day of the edition, for whom, and what the record leaves in doubt."""

from collections.abc import Iterator

from generator.locale import Words
from generator.pages.answers.cell import answer, for_whom, quoted, stands_out, where_read
from generator.pages.nodes.html import EMPTY, Html, escape_line
from generator.readings.answered import is_fee_unsure, is_stated
from generator.readings.evidence import Reading
from generator.readings.fee_summary import DueSum, FeeSummary, SumRange
from generator.readings.fee_values import FeeAmount, FeeElsewhere, FeeReading, FeeShare, FeeTerms


def fees_answer(fees: FeeSummary, words: Words) -> Html:
    """The answer, or that the source has none."""
    if fees.state == "not_stated":
        return answer([stands_out(words("answer.no_fee"))])
    if is_fee_unsure(fees):
        return answer([stands_out(words("answer.unsure_fee"))], [quoted(_all(fees), words)])
    lines = list(_lines(fees, words))
    if not lines and fees.doubted:
        lines = [stands_out(words("answer.doubted_fee"))]
    return answer(lines, _details(fees, words))


def _all(fees: FeeSummary) -> Iterator[Reading[object]]:
    yield from (due.reading for due in fees.sums)
    yield from (*fees.shares, *fees.elsewhere, *fees.nothing_for)


def _lines(fees: FeeSummary, words: Words) -> Iterator[Html]:
    yield from (_due(due, words) for due in fees.sums)
    yield from (stands_out(_range(one, words)) for one in fees.ranges)
    yield from (stands_out(_share(share.value, words)) for share in fees.shares)
    if fees.state in ("laid_down_by_council", "laid_down_elsewhere"):
        yield from dict.fromkeys(stands_out(_elsewhere(one.value, words)) for one in fees.elsewhere)
    if fees.state in ("free", "absent"):
        yield stands_out(words(f"fee.{fees.state}"))


def _details(fees: FeeSummary, words: Words) -> Iterator[Html]:
    for method in fees.free_methods:
        yield escape_line(words("answer.free_by", method=words(f"method.{method}")))
    for one in fees.nothing_for:
        yield escape_line(words("answer.free_for", name=_terms(one.value.terms, words)))
    for doubted in fees.doubted:
        yield escape_line(_question(doubted.value, words))
    if fees.exemptions:
        yield escape_line(words("answer.exempt"))
    for later in fees.to_begin:
        yield _to_begin(later, words)
    yield _source(fees, words)


def _source(fees: FeeSummary, words: Words) -> Html:
    """Where a sum was read that no record holds as a figure."""
    read = [due.reading for due in fees.sums if not due.reading.value.recorded]
    return where_read(read[0].evidence, words) if read else EMPTY


def sum_words(low: float, high: float, currency: str, unit: str | None, words: Words) -> str:
    """A sum or a range of sums with its currency, and for what."""
    name = words("fee.dong") if currency == "VND" else currency
    figures = [f"{words.number(value)} {name}" for value in dict.fromkeys((low, high))]
    said = words("answer.from_to", low=figures[0], high=figures[-1]) if low < high else figures[0]
    return f"{said}/{unit}" if unit else said


def _due(due: DueSum, words: Words) -> Html:
    value = due.reading.value
    said = sum_words(value.low, value.high, value.currency, value.unit, words)
    names = [*value.terms.applies_to, *(words(f"method.{method}") for method in due.methods)]
    if value.terms.period.end:
        names.append(words("answer.until", day=words.day(value.terms.period.end)))
    return for_whom(said, names, words)


def _range(one: SumRange, words: Words) -> str:
    said = sum_words(one.low, one.high, one.currency, None, words)
    return words("answer.by_case", amount=said)


def _share(share: FeeShare, words: Words) -> str:
    return words("answer.share", percent=words.percent(share.percent), of=share.of)


def _elsewhere(fee: FeeElsewhere, words: Words) -> str:
    said = words(f"answer.authority.{fee.authority}")
    documents = ", ".join(fee.terms.documents)
    return f"{said} ({documents})" if documents else said


def _terms(terms: FeeTerms, words: Words) -> str:
    names = [*terms.applies_to, *(words(f"method.{method}") for method in terms.methods)]
    return ", ".join(names)


def _question(amount: FeeAmount, words: Words) -> str:
    """A figure that cannot be right, and what the words beside it have: asked, never corrected."""
    written = sum_words(amount.low, amount.high, amount.currency, None, words)
    if amount.suggested is None:
        return words("answer.odd_fee", amount=written)
    likely = sum_words(amount.suggested, amount.suggested, amount.currency, None, words)
    return words("answer.ask_fee", amount=written, likely=likely)


def _to_begin(reading: FeeReading, words: Words) -> Html:
    value = reading.value
    start = value.terms.period.start
    if not isinstance(value, FeeAmount) or start is None or not is_stated(reading):
        return EMPTY
    amount = sum_words(value.low, value.high, value.currency, value.unit, words)
    return escape_line(words("answer.to_begin", day=words.day(start), amount=amount))
