"""A sentence on who receives a dossier, quoted as a pattern has found it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.readings.door import FilingQuote
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_branches import quotation_of
from generator.readings.filing_clauses import Passage
from generator.readings.lowered import lowered

BY_THE_WAY = re.compile(
    r"bổ sung|hoàn thiện|trả lại|(?<!\w)đã nộp|kết quả|bưu (?:chính|điện)|trực tuyến|cổng dịch vụ"
    r"|bộ phận (?:một cửa|tiếp nhận)|trung tâm (?:phục vụ )?hành chính"
    r"|cơ quan (?:có thẩm quyền(?! tiến hành)|tiếp nhận|giải quyết|đăng ký|cấp)"
)
"""Words of a sentence about a dossier that is there already, or that name a way and nobody."""


_REPAIRED = re.compile(r"khắc phục (?:và|xong)(?!\w)|báo cáo (?:kết quả )?khắc phục")
"""Words of a report that what an office has found wrong is put right."""


def without_repairs(
    quotes: Iterable[Reading[FilingQuote]], title: str
) -> tuple[Reading[FilingQuote], ...]:
    """The sentences that do not send a report on repairs, unless the procedure is about these."""
    if "khắc phục" in lowered(title):
        return tuple(quotes)
    return tuple(one for one in quotes if not _REPAIRED.search(lowered(one.value.text)))


def quote_match(passage: Passage, match: re.Match[str]) -> Reading[FilingQuote]:
    """The sentence in which a pattern was found."""
    quote = quotation_of(passage, match.start(), match.end())
    return Reading(FilingQuote(quote.text, quote.heading), Certainty.SURE, quote.evidence)


def quote_with_whom(
    passage: Passage, match: re.Match[str], group: str = "whom"
) -> Reading[FilingQuote]:
    """The sentence with its own words for who receives, a group of the pattern."""
    said = quote_match(passage, match)
    whom = " ".join(passage.text[slice(*match.span(group))].split())
    return replace(said, value=replace(said.value, receivers=(whom,)))
