"""Rules on words that contradict the keys beside them, in what people write.

Records that were imported keep the words of their source, and are not judged here.
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.durations import DURATION_UNITS, read_duration
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import (
    DOSSIER,
    FEES,
    FORM_OF_NUMBERS,
    HOUSE,
    PRACTICE,
    TIME_LIMITS,
)
from generator.law.rules.traversal import fees_of, texts_of
from generator.law.spelled_numbers import read_spelled_number
from generator.law.text import excerpt, fold_text
from generator.records.catalogue import Catalogue
from generator.records.registers import Agency, LegalDocument
from generator.records.stated import Stated
from generator.records.version import Version

_WAYS = {
    "direct": re.compile(r"trực tiếp|tại quầy|tại (?:trụ sở|bộ phận|trung tâm|nơi)|đến ", re.I),
    "online": re.compile(r"trực tuyến|cổng dịch vụ|vneid|qua mạng|trên mạng|điện tử", re.I),
    "postal": re.compile(r"bưu chính|bưu điện|đường thư", re.I),
}
"""Words that name a way to submit."""
_SHORT = 120
"""Letters of words that describe one way; longer ones go on to others."""
_NOTHING = re.compile(
    r"\W*(?:không|không có|không quy định|không yêu cầu|none)"
    r"(?:\W+(?:yêu cầu|điều kiện|mẫu|đơn|tờ khai|quy định|kết quả|đối tượng|giấy tờ|và|hoặc))*\W*",
    re.I,
)
_ANSWERABLE = ("forms", "conditions", "exemptions", "results", "linked_procedures")
"""Parts that say by `none: true` that there is nothing."""
_ITEM_TEXTS = ("name", "text")
SUM = re.compile(r"(?<![\d.,/])[1-9][0-9]{0,2}(?:\.[0-9]{3})+\s*(?:đồng|đ\b|vnđ)", re.I)
_EXEMPTS = re.compile(
    r"(?<!không )(?<!không được )\b(?:miễn|giảm)\b(?! phí(?! (?:cho|đối với|với)\b))", re.I
)
_NONE_EXEMPT = re.compile(r"không|chưa", re.I)
_LENGTH = re.compile(
    r"(?:thời hạn\s*+)?(?:giải quyết\s*+)?(?:là\s*+)?:?\s*+"
    r"(?:(?:không quá|trong(?: vòng| thời hạn)?|tối đa)\s*+)?"
    rf"(?P<value>[0-9]{{1,3}})\s*(?:\([^()]*\)\s*)?(?P<unit>{'|'.join(DURATION_UNITS)})\b",
    re.I,
)
"""The length with which the words of a limit begin."""
_SPELLED_LENGTH = re.compile(
    r"(?:thời hạn\s*+)?(?:giải quyết\s*+)?(?:là\s*+)?:?\s*+"
    r"(?:(?:không quá|trong(?: vòng| thời hạn)?|tối đa)\s*+)?"
    rf"(?P<words>[^\W\d_]+(?: [^\W\d_]+){{0,4}}?) (?P<unit>{'|'.join(DURATION_UNITS)})\b",
    re.I,
)
_SAME_DAY = re.compile(r"\W*(?:ngay )?trong (?:cùng )?ngày\b(?! làm)", re.I)
"""Words of a limit that end on the day of receipt."""
_NAMED_KINDS = {"lệ phí": "charge", "phí": "fee"}
_MUCH_ABROAD = 1000
_COPY = re.compile(r"\W*(?:0?1 )?bản (?:sao|chụp|photo)\b", re.I)
_ORIGINAL = re.compile(r"\W*(?:0?1 )?bản (?:chính|gốc)\b", re.I)
_ALTERNATIVE = re.compile(r"(?<!\w)(?:hoặc|kèm|và)(?!\w)", re.I)
_TYPES = {
    "bộ luật": "law", "luật": "law", "nghị định": "decree", "thông tư liên tịch": "joint_circular",
    "thông tư": "circular", "nghị quyết": "resolution", "quyết định": "decision",
    "pháp lệnh": "ordinance",
}  # fmt: skip
"""What the title of a document begins with, and the type that says so."""


def _other_way_in_words(version: Version) -> Iterator[Breach]:
    """The words of a way to submit name that way, or none."""
    for position, channel in enumerate(version.channels.items):
        text = channel.text if len(channel.text or "") <= _SHORT else None
        named = {way for way, words in _WAYS.items() if words.search(text or "")}
        if named and channel.method in _WAYS and channel.method not in named:
            said = Wording(tuple(f"method.{way}" for way in sorted(named)))
            pointer = ("channels", "items", position, "method")
            yield here(*pointer, found=channel.method, said=said)


def _item_that_says_none(version: Version) -> Iterator[Breach]:
    """A list whose only item says that there is nothing is no list."""
    for pointer, text in texts_of(version):
        listed = len(pointer) > 3 and pointer[-1] in _ITEM_TEXTS and pointer[-3] == "items"
        if listed and pointer[-4] in _ANSWERABLE and _NOTHING.fullmatch(text):
            yield here(*pointer, found=excerpt(text, 0))


def _items_beside_words_of_none(version: Version) -> Iterator[Breach]:
    """The words of a part that lists something do not say that there is nothing."""
    for pointer, part in _answered(version):
        if part.items and _NOTHING.fullmatch(part.text or ""):
            yield here(*pointer, "text", found=excerpt(part.text or "", 0))


def _answered(version: Version) -> Iterator[tuple[Pointer, Stated[Any]]]:
    """The parts that may say that there is nothing."""
    yield ("dossier", "groups"), version.dossier.groups
    for name in ("forms", "conditions", "results", "linked_procedures"):
        yield (name,), getattr(version, name)
    for pointer, fee in fees_of(version):
        if fee.exemptions:
            yield (*pointer, "exemptions"), fee.exemptions


def _free_with_a_sum_in_words(version: Version) -> Iterator[Breach]:
    """A fee that is absent or free, and a sentence that names a sum."""
    for pointer, fee in fees_of(version):
        found = SUM.search(fee.text or "") if fee.state in ("absent", "free") else None
        if found and not _EXEMPTS.search(fee.text or "") and found[0] != (fee.text or "").strip():
            state = Wording((f"fee.{fee.state}",))
            yield here(*pointer, "state", found=state, text=excerpt(fee.text or "", found.start()))


def _no_fees_but_a_sum(version: Version) -> Iterator[Breach]:
    """A way to submit that is said to have no fee, and words that name a sum."""
    for position, channel in enumerate(version.channels.items):
        text = channel.fees.text or "" if channel.fees.none else ""
        found = SUM.search(text)
        if found and not _EXEMPTS.search(text):
            place = ("channels", "items", position, "fees", "text")
            yield here(*place, text=excerpt(text, found.start()))


def _no_exemptions_but_words(version: Version) -> Iterator[Breach]:
    """Exemptions that are said to be none, and words that exempt somebody."""
    for pointer, fee in fees_of(version):
        text = fee.exemptions.text if fee.exemptions and fee.exemptions.none else None
        if text and _EXEMPTS.search(text) and not _NONE_EXEMPT.search(text):
            yield here(*pointer, "exemptions", "none", text=excerpt(text, 0))


def _length_in_words(version: Version) -> Iterator[Breach]:
    """The length with which the words of a limit begin is the recorded one."""
    for position, channel in enumerate(version.channels.items):
        time = channel.time
        said = _said_length(time.text) if time and time.text and time.value is not None else None
        if time is None or said is None or read_duration(time.text or ""):
            continue  # PT106 compares words that say nothing else
        same_day = said == (1, "day") and time.unit in ("hour", "working_day") and time.value
        if same_day and (time.unit == "hour" or time.value == 1):
            continue
        if said != (time.value, time.unit) and time.unit != "other":
            values = {"found": time.value, "unit": Wording((f"unit.{time.unit}",))}
            place = ("channels", "items", position, "time", "value")
            yield here(*place, text=excerpt(time.text or "", 0), **values)


def _said_length(text: str) -> tuple[float, str] | None:
    """The length with which the words of a limit begin, in figures or spelled, and its unit."""
    if _SAME_DAY.match(text):
        return 1, "day"
    found = _LENGTH.match(text)
    if found:
        return float(found["value"]), DURATION_UNITS[found["unit"].lower()]
    spelled = _SPELLED_LENGTH.match(text)
    number = read_spelled_number(spelled["words"]) if spelled else None
    return (float(number), DURATION_UNITS[spelled["unit"].lower()]) if spelled and number else None


def _kind_of_the_name(version: Version) -> Iterator[Breach]:
    """What is named phí is a fee, what is named lệ phí a charge."""
    for pointer, fee in fees_of(version):
        name = (fee.name or "").lower()
        wanted = next((kind for word, kind in _NAMED_KINDS.items() if name.startswith(word)), None)
        if wanted and fee.kind in _NAMED_KINDS.values() and fee.kind != wanted:
            yield here(*pointer, "kind", found=fee.kind, proper=wanted, title=fee.name)


def _much_foreign_money(version: Version) -> Iterator[Breach]:
    """Thousands of dollars for a procedure are dong whose currency was typed wrongly."""
    for pointer, fee in fees_of(version):
        if fee.currency not in (None, "VND") and (fee.amount or 0) >= _MUCH_ABROAD:
            yield here(*pointer, "currency", found=fee.currency, amount=fee.amount)


def _copy_or_original(version: Version) -> Iterator[Breach]:
    """A paper named a copy is counted as a copy, one named an original as an original."""
    for g, group in enumerate(version.dossier.groups.items):
        for i, item in enumerate(group.items):
            plain = item.kind == "paper" and not _ALTERNATIVE.search(item.name)
            pointer = ("dossier", "groups", "items", g, "items", i)
            if plain and _COPY.match(item.name) and item.originals and not item.copies:
                yield here(*pointer, "originals", found=excerpt(item.name, 0))
            if plain and _ORIGINAL.match(item.name) and item.copies and not item.originals:
                yield here(*pointer, "copies", found=excerpt(item.name, 0))


def _type_of_the_title(document: LegalDocument) -> Iterator[Breach]:
    """A title that begins with a type of document names the one that is recorded."""
    title = document.title.lower()
    wanted = next((kind for words, kind in _TYPES.items() if title.startswith(f"{words} ")), None)
    if wanted and document.type != wanted:
        found, named = (Wording((f"document_type.{one}",)) for one in (document.type, wanted))
        values = {"found": found, "wanted": named, "proper": wanted}
        yield here("title", title=excerpt(document.title, 0), **values)


def _id_of_the_number(document: LegalDocument) -> Iterator[Breach]:
    """The id begins with the figures of the number."""
    figures = [re.findall(r"[0-9]+", text)[:2] for text in (document.id, document.number)]
    one, other = ([int(figure) for figure in found] for found in figures)
    if len(one) == len(other) == 2 and one != other:
        yield here("number", found=document.number, id=document.id)


def _small_symbol(agency: Agency) -> Iterator[Breach]:
    """The symbol of an agency stands in numbers, in capitals."""
    if agency.symbol and agency.symbol[:1].islower():
        yield here("symbol", found=agency.symbol, proper=agency.symbol.upper())


def _sheet_of_another_level(context: Context) -> Iterator[Breach]:
    """What hangs in an office is done, or taken in, at its level."""
    catalogue = context.catalogue
    for key, record in catalogue.postings.items():
        office = catalogue.agencies.get(record.office)
        for position, sheet in enumerate(record.sheets):
            levels = _levels_of(sheet.procedure, catalogue)
            if office and office.level and levels and office.level not in levels:
                file = catalogue.path("posting", key)
                values = {"found": context.titled(sheet.procedure), "office": office.name}
                values[BECAUSE] = catalogue.path("version", f"{sheet.procedure}/{sheet.version}")
                yield at(file, "sheets", position, "procedure", **values)


def _levels_of(procedure: str, catalogue: Catalogue) -> set[str]:
    """The levels at which a procedure is done, and of those who take its dossiers in."""
    versions = catalogue.versions.get(procedure, ())
    levels = {level for one in versions for level in one.levels.items}
    receiving = (part.agency for one in versions for part in one.agencies.receiving.items)
    known = (catalogue.agencies.get(agency or "") for agency in receiving)
    return levels and levels | {one.level for one in known if one and one.level}


def _form_of_another_paper(version: Version) -> Iterator[Breach]:
    """A paper and the form that it is written on have words in common."""
    forms = {form.id: form for form in version.forms.items}
    for g, group in enumerate(version.dossier.groups.items):
        for i, item in enumerate(group.items):
            names = [forms[key].name for key in item.forms if key in forms]
            told = [name for name in names if _differ_in_one_word(item.name, name)]
            if told:
                pointer = ("dossier", "groups", "items", g, "items", i, "name")
                yield here(*pointer, found=excerpt(item.name, 0), other=told[0])


def _differ_in_one_word(one: str, other: str) -> bool:
    """Whether two names of as many words differ in one or two of them, as copied names do."""
    words, others = (fold_text(text).split() for text in (one, other))
    differing = sum(a != b for a, b in zip(words, others, strict=False))
    return len(words) == len(others) > 3 and 0 < differing < 3


_WARNING = Severity.WARNING
_VERSION = ("version",)
RULES = (
    Rule("CQ825", _WARNING, PRACTICE, _other_way_in_words, _VERSION, written_here=True),
    Rule("HS309", _WARNING, HOUSE, _item_that_says_none, _VERSION, written_here=True),
    Rule("HS321", _WARNING, HOUSE, _items_beside_words_of_none, _VERSION, written_here=True),
    Rule("PT143", _WARNING, FEES, _free_with_a_sum_in_words, _VERSION, written_here=True),
    Rule("PT150", _WARNING, FEES, _no_fees_but_a_sum, _VERSION, written_here=True),
    Rule("PT144", _WARNING, FEES, _no_exemptions_but_words, _VERSION, written_here=True),
    Rule("PT145", _WARNING, TIME_LIMITS, _length_in_words, _VERSION, written_here=True),
    Rule("PT146", _WARNING, FEES, _kind_of_the_name, _VERSION, written_here=True),
    Rule("PT147", _WARNING, FEES, _much_foreign_money, _VERSION, written_here=True),
    Rule("HS310", _WARNING, DOSSIER, _copy_or_original, _VERSION, written_here=True),
    Rule("HS311", _WARNING, DOSSIER, _form_of_another_paper, _VERSION, written_here=True),
    Rule(
        "VD421",
        _WARNING,
        FORM_OF_NUMBERS,
        _type_of_the_title,
        ("legal-document",),
        written_here=True,
    ),
    Rule("VD422", _WARNING, HOUSE, _id_of_the_number, ("legal-document",), written_here=True),
    Rule("CQ826", _WARNING, PRACTICE, _small_symbol, ("agency",), written_here=True),
    Rule("NY721", _WARNING, PRACTICE, _sheet_of_another_level, needs=("version",)),
)
