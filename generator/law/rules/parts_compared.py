"""Rules on parts of a version that name one thing twice, or each other's things.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections.abc import Iterable, Iterator

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import DOSSIER, HOUSE, PERSONAL_PAPERS, PRACTICE
from generator.law.rules.traversal import papers_of
from generator.law.text import excerpt, fold_text
from generator.law.titles import comparable
from generator.records.decision import Decision
from generator.records.stated import AgencyPart, Stated
from generator.records.version import Version

_WRITTEN_BY_HAND = re.compile(
    r"\W*(?:mẫu )?(?:tờ khai|đơn (?:đề nghị|xin|đăng ký|yêu cầu)|giấy đề nghị|phiếu đề nghị"
    r"|văn bản đề nghị)\b",
    re.I,
)
_AS_A_COPY = re.compile(r"bản (?:sao|chụp|photo)|hải quan|hàng hóa", re.I)
_MADE_OF_A_FORM = re.compile(
    r"xác nhận|duyệt|thông quan|hải quan|quá cảnh|hoàn thành|văn bản", re.I
)
"""A declaration comes back as a result when the agency has put its mark on it."""
_FILE_NAME = re.compile(r"\.[a-z]{3,4}\Z", re.I)
_OLD_CARD = re.compile(r"\bchứng minh (?:thư )?nhân dân\b|\bCMND\b", re.I)
_ALTERNATIVE = re.compile(r"\bhoặc\b|/|căn cước|\bảnh\b|\bkiểu\b|nếu có", re.I)
_GENERAL = frozenset(
    [
        "to",
        "khai",
        "don",
        "giay",
        "de",
        "nghi",
        "dang",
        "ky",
        "cap",
        "mau",
        "phieu",
        "van",
        "ban",
        "xin",
        "yeu",
        "cau",
        "ve",
        "viec",
        "cua",
        "va",
        "cho",
        "theo",
        "so",
        "ban",
        "chinh",
        "sao",
        "kem",
        "ho",
        "so",
        "nguoi",
        "thu",
        "tuc",
        "lai",
        "doi",
    ]
)
_NOTHING = re.compile(r"\W*(?:không|chưa|miễn|none)(?!\w)", re.I)
_END_TO_END = re.compile(r"toàn trình", re.I)
_NOT = re.compile(r"không|chưa", re.I)


def _copy_of_a_form(version: Version) -> Iterator[Breach]:
    """A form is filled in and signed for this matter: it is an original."""
    for pointer, item in papers_of(version):
        filled = _WRITTEN_BY_HAND.match(item.name)
        told = _AS_A_COPY.search(item.name)
        if filled and item.copies and not (item.originals or item.presented_only or told):
            yield here(*pointer, "copies", found=excerpt(item.name, 0))


def _form_of_another_matter(version: Version) -> Iterator[Breach]:
    """A form has a telling word in common with its paper, or with the title."""
    forms = {form.id: form.name for form in version.forms.items}
    for pointer, item in papers_of(version):
        names = [forms[key] for key in item.forms if not _FILE_NAME.search(forms.get(key, ".doc"))]
        if not names:
            continue
        own, matter = _telling(item.name), _telling(version.title)
        near = own | matter
        if own and all(_telling(one) and not near & _telling(one) for one in names):
            place: Pointer = (*pointer, "forms")
            if own & matter and len(item.forms) == 1:  # of the two, the form is out of place
                place = ("forms", "items", list(forms).index(item.forms[0]), "name")
            yield here(*place, found=excerpt(item.name, 0), form=excerpt(names[0], 0))


def _telling(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold_text(name))) - _GENERAL


def _identity_card_of_old(version: Version) -> Iterator[Breach]:
    """The old identity card ended with 2024; who asks for it asks for a paper nobody has."""
    for pointer, item in papers_of(version):
        if _OLD_CARD.search(item.name) and not _ALTERNATIVE.search(item.name):
            yield here(*pointer, "name", found=excerpt(item.name, 0))


def _same_case_twice(version: Version) -> Iterator[Breach]:
    """Two groups of papers are for two cases."""
    seen: dict[str, int] = {}
    for position, group in enumerate(version.dossier.groups.items):
        name = comparable(group.name or "")
        if name and name in seen:
            place = ("dossier", "groups", "items", position, "name")
            yield here(*place, found=excerpt(group.name or "", 0), other=seen[name] + 1)
        seen.setdefault(name, position)


def _result_handed_in(version: Version) -> Iterator[Breach]:
    """What is handed out is not what was handed in."""
    for position, result in enumerate(version.results.items):
        if _WRITTEN_BY_HAND.match(result.name) and not _MADE_OF_A_FORM.search(result.name):
            yield here("results", "items", position, "name", found=excerpt(result.name, 0))


def _none_but_told(version: Version) -> Iterator[Breach]:
    """A part that is said to be none has no words that name something."""
    agencies = version.agencies
    parts: tuple[tuple[tuple[str, ...], Stated[object]], ...] = (
        (("forms",), version.forms),
        (("results",), version.results),
        (("linked_procedures",), version.linked_procedures),
        (("internal_process",), version.internal_process),
        (("agencies", "receiving"), agencies.receiving),
        (("agencies", "delegated"), agencies.delegated),
        (("agencies", "coordinating"), agencies.coordinating),
        (("conditions",), version.conditions),
    )
    for pointer, part in parts:
        told = part.none and part.text and not _names_nothing(part.text)
        read_elsewhere = pointer == ("conditions",) and _LAID_DOWN.search(part.text or "")
        if told and not read_elsewhere:
            yield here(*pointer, "text", text=excerpt(part.text or "", 0))


def _names_nothing(text: str) -> bool:
    """Whether every line says that there is nothing, some behind a label: "… phối hợp: Không"."""
    values = (line.partition(":")[2].strip() or line for line in text.splitlines())
    return bool(_NOTHING.match(text)) or all(map(_NOTHING.match, values))


_LAID_DOWN = re.compile(r"(?<!\w)(?:phải|từ đủ|trở lên|đáp ứng|được phép|bảo đảm)(?!\w)", re.I)
"""Words of conditions that another rule reads."""


def _helper_is_the_doer(version: Version) -> Iterator[Breach]:
    """Who coordinates, or acts by delegation, is another body than the only one that executes."""
    doers = {part.agency for part in version.agencies.executing.items if part.agency}
    for key in ("coordinating", "delegated"):
        items: tuple[AgencyPart, ...] = getattr(version.agencies, key).items
        for position, part in enumerate(items):
            if {part.agency} == doers:
                yield here("agencies", key, "items", position, "agency", found=part.agency)


def _part_of_another_name(context: Context) -> Iterator[Breach]:
    """The words beside an agency do not name another one of the register."""
    agencies = context.catalogue.agencies
    names: dict[str, str] = {}
    for published in context.requested_current_versions:
        version = published.version
        if version.source is None and not names:
            names = {comparable(one.name): key for key, one in agencies.items()}
        for key in ("executing", "deciding", "receiving", "delegated", "coordinating"):
            parts = getattr(version.agencies, key).items if version.source is None else ()
            for position, part in enumerate(parts):
                said = names.get(comparable(part.text or ""))
                if said and part.agency and said != part.agency and part.agency in agencies:
                    place = ("agencies", key, "items", position, "text")
                    values = {"found": part.text, "agency": agencies[part.agency].name}
                    yield at(published.file, *place, **values)


def _level_without_an_agency(context: Context) -> Iterator[Breach]:
    """Each level at which a procedure is done has an agency that does it."""
    agencies = context.catalogue.agencies
    for published in context.requested_current_versions:
        version = published.version
        parts = (*version.agencies.executing.items, *version.agencies.deciding.items)
        known = [agencies.get(part.agency or "") for part in parts]
        levels = {agency.level for agency in known if agency}
        if version.source is not None or not known or None in known or None in levels:
            continue
        for position, level in enumerate(version.levels.items):
            if level not in levels and levels & set(version.levels.items):
                found = Wording((f"level.{level}",))
                yield at(published.file, "levels", "items", position, found=found)


def _linked_to_another_matter(context: Context) -> Iterator[Breach]:
    """The words beside a linked procedure are about it."""
    for published in context.requested_current_versions:
        version = published.version
        links = version.linked_procedures.items if version.source is None else ()
        for position, link in enumerate(links):
            title = context.titled(link.procedure)
            words = _telling(link.text or "")
            if (
                len(words) > 2
                and link.procedure != version.procedure
                and _telling(title)
                and not words & _telling(title)
            ):
                place = ("linked_procedures", "items", position, "procedure")
                yield at(published.file, *place, found=title, text=excerpt(link.text or "", 0))


def _named_twice(record: Version | Decision) -> Iterator[Breach]:
    """A list of references names each of them once."""
    if isinstance(record, Decision):
        place: Pointer = ("replaces_decisions",)
        keys: Iterable[tuple[str, str]] = (
            ("decision", one.decision) for one in record.replaces_decisions
        )
    else:
        place = ("linked_procedures", "items")
        keys = (("procedure", one.procedure) for one in record.linked_procedures.items)
    seen: set[str] = set()
    for position, (key, value) in enumerate(keys):
        if value in seen:
            yield here(*place, position, key, found=value)
        seen.add(value)


def _linked_to_itself(version: Version) -> Iterator[Breach]:
    """What is done together with a procedure is another one."""
    for position, link in enumerate(version.linked_procedures.items):
        if link.procedure == version.procedure:
            yield here("linked_procedures", "items", position, "procedure", found=link.procedure)


def _partial_for_no_reason(version: Version) -> Iterator[Breach]:
    """The reason why a service is partial does not say that it is done end to end."""
    reason = version.online.partial_reason or ""
    if _END_TO_END.search(reason) and not _NOT.search(reason):
        yield here("online", "partial_reason", found=excerpt(reason, 0))


_WARNING = Severity.WARNING
_VERSION = ("version",)
RULES = (
    Rule("HS315", _WARNING, DOSSIER, _copy_of_a_form, _VERSION, written_here=True),
    Rule("HS316", _WARNING, DOSSIER, _form_of_another_matter, _VERSION, written_here=True),
    Rule("HS317", _WARNING, PERSONAL_PAPERS, _identity_card_of_old, _VERSION, written_here=True),
    Rule("HS318", _WARNING, DOSSIER, _same_case_twice, _VERSION, written_here=True),
    Rule("HS319", _WARNING, PRACTICE, _result_handed_in, _VERSION, written_here=True),
    Rule("TC325", _WARNING, HOUSE, _none_but_told, _VERSION, written_here=True),
    Rule("CQ844", Severity.ERROR, PRACTICE, _helper_is_the_doer, _VERSION, written_here=True),
    Rule("CQ845", _WARNING, HOUSE, _part_of_another_name, per_file=True),
    Rule("CQ846", _WARNING, PRACTICE, _level_without_an_agency, per_file=True),
    Rule("TL132", _WARNING, PRACTICE, _linked_to_another_matter, needs=("version",), per_file=True),
    Rule("TC326", Severity.ERROR, HOUSE, _named_twice, ("version", "decision"), written_here=True),
    Rule("TL134", Severity.ERROR, HOUSE, _linked_to_itself, _VERSION, written_here=True),
    Rule("CQ847", _WARNING, PRACTICE, _partial_for_no_reason, _VERSION, written_here=True),
)
