"""The sentences of a record that say who receives a dossier, to be quoted whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, pairwise

from generator.findings.problem import Pointer
from generator.readings.bodies import bodies_in
from generator.readings.door import Door, DoorKind, FilingQuote
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.filing_branches import quotation_of
from generator.readings.filing_clauses import Passage
from generator.readings.filing_words import FILES
from generator.readings.lowered import lowered
from generator.readings.sentences import Quotation, sentence_at
from generator.readings.step_actors import StepActor, find_actor
from generator.records.version import Version

_DESKS = (DoorKind.ONE_STOP, DoorKind.RULE)
_OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)
_DOSSIER = r"(?:hồ sơ|đơn|phiếu|tờ khai|văn bản|thông báo)(?!\w)"
_HANDS_IN = re.compile(
    rf"(?<!\w)(?<!từ khi )(?<!từ ngày )nộp(?! (?:phí|lệ phí|tiền))\s[^.;\n]{{0,120}}?{_DOSSIER}"
    r"[^.;\n]{0,160}?"
    r"\s(?:(?<!quy định )tại(?! (?:điểm|khoản|điều|mục|phụ lục))|đến|tới|về|cho|cùng với)\s"
)
_HANDS_IN_TO = re.compile(
    rf"(?<!\w)(?:nộp|gửi)\s[^.;\n]{{0,120}}?{_DOSSIER}[^.;\n]{{0,200}}?\s(?:tại|đến|tới|về|cho)\s?:\s"
)
"""Words of handing in that lead to a list of receivers."""
_GIVES = re.compile(
    r"(?<!\w)(?:nộp(?! (?:phí|lệ phí|tiền))|gửi|đăng ký|báo cáo|thông báo)\s"
    r"[^.;\n]{0,220}?\s(?:cho|về|đến|tới|tại|với)\s"
    r"(?:các )?(?:cơ quan|đơn vị|sở|cục|vụ|bộ|ủy ban|ubnd|trung tâm|phòng|chi cục|ban|tổ chức"
    r"|hội đồng|trường|công an|chi nhánh|văn phòng|viện|ngân hàng|tòa án)\s"
)
"""Words of giving something to somebody, of whoever speaks."""
_TO_UNNAMED = re.compile(
    r"(?<!\w)(?:nộp|gửi)\s(?:hồ sơ|đơn|giấy tờ)[^.;\n]{0,80}?"
    r"\scho (?:người|đơn vị) sử dụng lao động(?!\w)"
    r"|(?<!\w)được thực hiện tại (?:cơ quan|tổ chức|nơi) đã(?!\w)"
)
"""Words on who receives by what they are: an employer, or the body that certified before."""
_MEDIUM = re.compile(
    r"trực tuyến|trực tiếp|(?:qua )?(?:dịch vụ )?bưu (?:chính|điện)(?: công ích)?"
    r"|cổng dịch vụ công(?: quốc gia)?|không(?: có)?(?: thông tin| quy định)?|[^\w\s]"
)
"""Words of a field on receiving that name a way and nobody."""
_ROOM = re.compile(
    r"(?:(?:khối|tòa|toà|dãy)(?: nhà)?|nhà|tầng|lầu|phòng)(?: số)? [0-9][0-9a-z]{0,3}\W{0,3}"
)
"""A part of a building, of which nothing tells whose it is."""
_OF_OFFICE = re.compile(
    r"bổ sung|hoàn thiện|trả lại|(?<!\w)đã nộp|kết quả giải quyết|gửi kết quả"
    r"|hồ sơ [^.;]{0,80} đã được chấp nhận"
)
"""Words of a sentence about a dossier that is there already."""
_DESK = re.compile(
    r"(?<!\w)(?:nộp|gửi|tiếp nhận)(?!\w)[^.;\n]{0,160}?(?<!\w)"
    r"(?:bộ phận (?:một cửa|tiếp nhận)|trung tâm phục vụ hành chính công)(?!\w)"
    r"|(?<!\w)bộ phận (?:một cửa|tiếp nhận và trả kết quả) (?:của|thuộc) (?!đơn vị|cơ quan)"
    r"[^.;,:\n]{2,80}? tiếp nhận hồ sơ(?!\w)"
)
"""Words of handing in at a one-stop desk."""
_LEADS_TO = re.compile(
    r"(?:(?<!\w)(?:cho|đến|tới|về|tại|với|gửi|trình|hoặc|tiếp nhận)(?: các)?"
    r"|[:+/–•-]|[0-9a-zđ][.)])\s{0,9}\Z",
    re.IGNORECASE,
)
"""What stands before a body that receives, or that a list of receivers gives."""
_LEAD_LENGTH = 24
_LISTS = re.compile(r"(?<!\w)(?:sau|gồm|cụ thể)(?: đây)?\s?:")
"""What leads to a list."""
_LEAD = re.compile(r":\s*\n")
_LINE_OF_SENDER = re.compile(
    r"^\s{0,9}[-+•–*]\s{0,9}(?P<said>[^\n;:]{3,200}?\snộp hồ sơ[^\n;:]{0,60}?\s"
    r"(?:tại|đến|tới|về|cho)\s[^\n]{3,300})$",
    re.MULTILINE,
)
"""An item of a list by which somebody hands in."""
_WITH_SUM = re.compile(
    r"(?P<where>\W{0,4}(?:nộp )?tại [^:]{3,200}): (?=[0-9][0-9.,]{0,12}\s?(?:đồng|vnđ|usd)(?!\w))",
    re.IGNORECASE,
)
"""A place with what is charged there: the sum is none of the words on where to go."""
_FEW = 3
_SAME = 40
"""Characters by which a field and a sentence say the same."""
_FAR = 2000
_MOST = 8

Doors = Iterable[Reading[Door]]
Quotes = tuple[Reading[FilingQuote], ...]


def filing_quotes(doors: Doors, others: Doors, words: Iterable[Passage]) -> Quotes:
    """The sentences in which doors stand, then those of other sources; each once.

    `words` are the texts of the channels and steps. A name in a field of its own has no sentence.
    """
    words, doors = tuple(words), tuple(doors)
    texts = {one.pointer: one for one in words}
    exact = sorted(doors, key=lambda one: one.value.locality is None) if _is_one(doors) else doors
    said = [(one, False) for one in exact] + [(one, True) for one in others]
    found = {one.text: _reading(one, beside=False) for one in _first_in_each(words)}
    for door, beside in said:
        if door.value.kind not in _OFFICES:
            continue
        for where in door.evidence:
            if passage := texts.get(where.pointer):
                quote = _quotation(passage, where)
                key = f"{quote.heading} {quote.text}"
                one = found.setdefault(key, _reading(quote, beside=beside))
                found[key] = _with_receiver(one, where.words)
    if doors and not any(one.value.kind in _DESKS for one in doors):
        for quote in _sentences(words, _DESK):
            found.setdefault(quote.text, _reading(quote, beside=bool(found)))
    return tuple(_whole(found))[:_MOST]


def sentences_of(doors: Doors, words: Iterable[Passage]) -> Quotes:
    """The sentences in which doors stand, whatever these are; none of a dossier that is there."""
    texts = {one.pointer: one for one in words}
    found: dict[str, Reading[FilingQuote]] = {}
    for one, where in ((door, where) for door in doors for where in door.evidence):
        quote = _quotation(texts[where.pointer], where) if where.pointer in texts else None
        is_unnamed = one.certainty is Certainty.UNSURE
        if quote and not (is_unnamed and _OF_OFFICE.search(lowered(quote.text))):
            said = found.setdefault(quote.text, _reading(quote, beside=False))
            found[quote.text] = _with_receiver(said, where.words)
    return tuple(found.values())


def without_told(quotes: Quotes, told: Quotes) -> Quotes:
    """The quotations that none of others holds."""
    return tuple(
        one for one in quotes if not any(one.value.text in other.value.text for other in told)
    )


def _is_one(doors: Doors) -> bool:
    """Whether all offices have one name, and several words tell which of them it is: these lead."""
    offices = [one.value for one in doors if one.value.kind in _OFFICES]
    told = {one.locality for one in offices if one.locality}
    return len({lowered(one.name) for one in offices}) == 1 and len(told) > 1


def lines_between(quotes: Quotes, words: Iterable[Passage]) -> Quotes:
    """The lines of a list between two that are quoted, in which others hand in."""
    found = []
    beside = all(one.value.beside for one in quotes)
    for passage in words:
        own = [one.evidence[-1] for one in quotes if one.evidence[-1].pointer == passage.pointer]
        ends = sorted((one.start, one.end) for one in own)
        for (_, start), (end, _) in pairwise(ends):
            for line in islice(_LINE_OF_SENDER.finditer(passage.recorded, start, end), _MOST):
                quote = quotation_of(passage, line.start("said"), line.end())
                found.append(_reading(quote, beside=beside))
    return tuple(found)


def _with_receiver(one: Reading[FilingQuote], name: str) -> Reading[FilingQuote]:
    receivers = dict.fromkeys((*one.value.receivers, name))
    return replace(one, value=replace(one.value, receivers=tuple(receivers)))


def with_named_receivers(quotes: Quotes) -> Quotes:
    """The quotations with the bodies that their words lead to, where no door or a list tells."""
    return tuple(map(_with_named, quotes))


def _with_named(one: Reading[FilingQuote]) -> Reading[FilingQuote]:
    known = one.value.receivers
    if known and not _LISTS.search(one.value.text):
        return one
    receivers = dict.fromkeys((*known, *_led_to(one.value.text)))
    return replace(one, value=replace(one.value, receivers=tuple(receivers)))


def _led_to(text: str) -> Iterator[str]:
    """The bodies behind words of giving, and those in a list, each with what leads to it."""
    for found in bodies_in(text, lowered(text)):
        lead = _LEADS_TO.search(text, max(0, found.start - _LEAD_LENGTH), found.start)
        if lead:
            yield text[lead.start() : found.end]


def receiving_sentences(words: Iterable[Passage], *, online: bool = False) -> Quotes:
    """The first sentence that tells where somebody hands a dossier in, whoever receives it.

    `online` where a portal is known: then a body that gets something need not be who receives.
    """
    words = tuple(words)
    found = list(_sentences(words, _HANDS_IN))
    if not found:
        found = list(islice(_leading_to_lists(words), 1))
    if not found and not online:
        found = list(islice(_of_reader(words), 1))
    return tuple(_reading(quote, beside=False) for quote in found)


def _of_reader(words: Iterable[Passage]) -> Iterator[Quotation]:
    """Sentences of steps in which the reader gives something to a body."""
    for passage in words:
        for match in islice(_GIVES.finditer(passage.low), _MOST):
            sentence = sentence_at(passage.recorded, match.start())
            actor = find_actor(sentence, 0, len(sentence)).actor
            if actor is StepActor.READER and not _OF_OFFICE.search(lowered(sentence)):
                yield quotation_of(passage, *match.span())


def _leading_to_lists(words: Iterable[Passage]) -> Iterator[Quotation]:
    """Sentences of the one who hands in, with the list of receivers that they lead to."""
    for passage in words:
        for match in islice(_HANDS_IN_TO.finditer(passage.low), 1):
            yield quotation_of(passage, *match.span())


def receiving_field(version: Version) -> Quotes:
    """The words of the fields on who receives, where they say more than a way of handing in."""
    return tuple(
        Reading(FilingQuote(" ".join(text.split())), Certainty.SURE, (evidence_of(at, text),))
        for text, at in dict(_field_words(version)).items()
        if "://" not in text
        and len(_MEDIUM.sub(" ", lowered(text)).split()) >= _FEW
        and not _ROOM.fullmatch(lowered(text).strip())
    )


def is_told_in(field: Reading[FilingQuote], quotes: Quotes) -> bool:
    """Whether a field says what a sentence says, or what begins so."""
    begins = lowered(field.value.text)[:_SAME]
    return any(begins in lowered(one.value.text) for one in quotes)


def _field_words(version: Version) -> Iterator[tuple[str, Pointer]]:
    for position, part in enumerate(version.agencies.receiving.items):
        if part.text:
            yield part.text, ("agencies", "receiving", "items", position, "text")
    for position, channel in enumerate(version.channels.items):
        if channel.address:
            yield channel.address, ("channels", "items", position, "address")


def _sentences(words: Iterable[Passage], pattern: re.Pattern[str]) -> Iterator[Quotation]:
    """The first sentence with a pattern that is not about a dossier that is there already."""
    for passage in words:
        for match in islice(pattern.finditer(passage.low), _MOST):
            if not _OF_OFFICE.search(sentence_at(passage.low, match.start())):
                yield quotation_of(passage, *match.span())
                return


def _first_in_each(words: Iterable[Passage]) -> Iterator[Quotation]:
    """The first sentence of each text on who receives by what they are."""
    for passage in words:
        for match in islice(_TO_UNNAMED.finditer(passage.low), 1):
            yield quotation_of(passage, *match.span())


def _reading(quote: Quotation, *, beside: bool) -> Reading[FilingQuote]:
    value = FilingQuote(quote.text, quote.heading, beside)
    return Reading(value, Certainty.SURE, quote.evidence)


def _quotation(passage: Passage, where: Evidence) -> Quotation:
    """The sentence of a door; of an item of a list, under the words that lead to it."""
    text = passage.recorded
    said = _without_sum(quotation_of(passage, where.start, where.end))
    if FILES.search(lowered(said.text)):
        return said
    lead = max(
        (one.start() for one in _LEAD.finditer(text, max(0, where.start - _FAR), where.start)),
        default=None,
    )
    if lead is None:
        return said
    above = quotation_of(passage, lead, lead + 1)
    if not FILES.search(lowered(above.text)):
        return said
    if said.text in above.text:
        return above
    return Quotation(said.text, above.text, (*above.evidence, *said.evidence))


def _without_sum(quote: Quotation) -> Quotation:
    """A sentence on where to go, cut where it goes on with what is charged there."""
    place = _WITH_SUM.match(quote.text)
    return replace(quote, text=f"{place['where']}: …") if place else quote


def _whole(found: dict[str, Reading[FilingQuote]]) -> Iterator[Reading[FilingQuote]]:
    """The quotations without those that another one holds, perhaps whole where they are cut."""
    for key, one in found.items():
        said = one.value.text.removesuffix(" …")
        if not any(len(other) > len(key) and said in other for other in found):
            yield one
