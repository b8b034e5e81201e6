"""The parts of a version as a paper to sign has them: the words of the law, each said once.

What a record holds beside those words (levels of online services, ids, kinds of limits) is not
printed; the file carries it where nobody sees it (`carried`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.exports.word.codecs import OPEN, is_open
from generator.exports.word.layout import PARTS_OF_VERSION, channel_names
from generator.exports.word.record_layouts import DOSSIER
from generator.exports.word.references import References
from generator.exports.word.said_once import (
    duration_words,
    fee_lines,
    fee_terms,
    has_words,
    limit_lines,
    names_document,
)
from generator.exports.word.signed_agencies import ROLES, signed_agency_lines
from generator.exports.word.styles import LineStyle as Style
from generator.exports.word.styles import StyledLine as Line
from generator.exports.word.time_layouts import COMMITTED
from generator.exports.word.versions import carried_by_word
from generator.exports.word.vocabulary import APPLICANTS, ONLINE_LEVELS
from generator.law.text import fold_text
from generator.records.stated import Stated
from generator.records.version import Case, Channel, DossierItem, Form, LegalBasis, Step, Version

UNKNOWN = Line(Style.UNSTATED, "Phần này chưa có trong danh mục dữ liệu.")
NO_CONTENT = Line(Style.UNSTATED, "Nội dung chưa có trong danh mục dữ liệu.")
"""For the drafter: what is to be written before the paper is signed."""
_NONE = "Không có."
_UNKNOWN_SETS = Line(Style.SECTION, "Số lượng hồ sơ: không nêu")
_SUBMITTED = {"online": "nộp trên mạng", "offline": "không nộp trên mạng"}
_RETURNED = {"submission_place": "tại nơi nộp hồ sơ", "home": "tại nhà", "online": "trên mạng"}


def print_signed(version: Version, refs: References) -> dict[str, tuple[Line, ...]]:
    """The paragraphs of each part; none at all where only the list of a decision is known."""
    carried = carried_by_word(version)
    if not _has_content(carried):
        return {}
    printers = {
        "steps": _steps,
        "channels": _channels,
        "dossier": _print_dossier,
        "time": _time,
        "applicants": _applicants,
        "agencies": signed_agency_lines,
        "results": _results,
        "fees": _fees,
        "forms": _forms,
        "conditions": _conditions,
        "legal_basis": _basis,
    }
    return {part: tuple(printers[part](carried, refs)) or (UNKNOWN,) for part in PARTS_OF_VERSION}


def _has_content(version: Version) -> bool:
    agencies = (getattr(version.agencies, role) for role in ROLES)
    parts = (version.steps, version.dossier.groups, version.forms, version.applicants)
    return any(
        one.items or one.none or one.text or not is_open(one.not_stated or "")
        for one in (*parts, version.results, version.conditions, *agencies)
    )


def _stated(part: Stated[Any], items: Sequence[Line]) -> Iterator[Line]:
    """The wording of a part, then the items that it does not name; why it is not stated."""
    if part.none:
        yield Line(Style.NONE_TEXT, part.text) if part.text else Line(Style.NONE, _NONE)
        return
    text = part.text or ""
    if text:
        yield Line(Style.LEAD, text)
    yield from (line for line in items if not has_words(text, line.text))
    if part.not_stated is not None and not is_open(part.not_stated):
        yield Line(Style.UNSTATED, f"Chưa nêu: {part.not_stated}")


def _print_part(part: str, name: str, version: Version, refs: References) -> Iterator[Line]:
    """A field as its layout prints it; nothing where it is not stated."""
    layout = next(one for one in PARTS_OF_VERSION[part] if one.name == name)
    value = getattr(version, name)
    if isinstance(value, Stated) and not value.items:
        yield from _stated(value, ())
    elif value is not None:
        yield from layout.node.print(value, refs)


def _steps(version: Version, refs: References) -> Iterator[Line]:
    yield from _print_part("steps", "description", version, refs)
    steps = tuple(map(_said_step, version.steps.items))
    said = replace(version, steps=replace(version.steps, items=steps))
    yield from _print_part("steps", "steps", said, refs)
    if version.linked_procedures.items:
        yield from _print_part("steps", "linked_procedures", version, refs)


def _said_step(step: Step) -> Step:
    """A step without what its name has of the beginning of its words: "Bước 3" alone is left."""
    head, _, rest = (step.name or "").partition(":")
    begun = " ".join(rest.split()).rstrip(" .…;")
    repeats = begun and " ".join((step.text or "").split()).startswith(begun)
    return replace(step, name=head) if repeats else step


def _channels(version: Version, refs: References) -> Iterator[Line]:
    """The words of all ways to submit once where they are the same; else each way with its own."""
    del refs  # they name no record
    channels = version.channels.items
    shared = {(one.text, one.case) for one in channels}
    (text, case) = next(iter(shared)) if len(shared) == 1 else (None, None)
    if text and case is None:
        yield Line(Style.ITEM, text)
        return
    yield from _stated(version.channels, ())
    for name, channel in zip(_names(channels), channels, strict=True):
        yield from _channel(name, channel)
    if channels:
        yield from _service(version)


def _names(channels: Sequence[Channel]) -> tuple[str, ...]:
    return channel_names(tuple(one.method for one in channels))


def _channel(name: str, channel: Channel) -> Iterator[Line]:
    address = channel.address or ""
    yield Line(Style.ITEM, f"{name}: {address}" if address else name)
    if channel.case:
        yield Line(Style.FACT, f"Áp dụng cho: {channel.case}")
    if channel.text and not has_words(address, channel.text):
        yield Line(Style.TEXT, channel.text)


def _service(version: Version) -> Iterator[Line]:
    """How far the procedure goes online, and where the result can be had."""
    online = version.online
    if online.level != "not_stated":
        yield Line(Style.SECTION, f"Mức độ trực tuyến: {ONLINE_LEVELS[online.level]}")
    if online.partial_reason and not is_open(online.partial_reason):
        yield Line(Style.FACT, f"Vì sao chưa toàn trình: {online.partial_reason}")
    if online.url and not any(online.url in (one.address or "") for one in version.channels.items):
        yield Line(Style.FACT, f"Địa chỉ nộp: {online.url}")
    for one in version.return_methods:
        places = ", ".join(_RETURNED[place] for place in one.returned)
        yield Line(Style.SECTION, f"Nhận kết quả khi {_SUBMITTED[one.submitted]}: {places}")
    if version.non_territorial:
        yield Line(Style.SECTION, "Thực hiện không phụ thuộc vào địa giới hành chính.")


def _print_dossier(version: Version, refs: References) -> Iterator[Line]:
    dossier = version.dossier
    groups = tuple(
        replace(one, items=tuple(map(_said_paper, one.items))) for one in dossier.groups.items
    )
    if groups:
        shown = replace(dossier, groups=replace(dossier.groups, items=groups))
        yield from (line for line in DOSSIER.print(shown, refs) if line != _UNKNOWN_SETS)
        return
    yield from _stated(dossier.groups, [])
    if dossier.text:
        yield Line(Style.TEXT, dossier.text)
    if dossier.sets is not None:
        yield Line(Style.SECTION, f"Số lượng hồ sơ: {dossier.sets:02} bộ")


def _said_paper(item: DossierItem) -> DossierItem:
    """A paper without what its own name says, and without what only a program needs."""
    name = fold_text(item.name)
    return replace(
        item,
        originals=None if "ban chinh" in name else item.originals or None,
        copies=None if "ban sao" in name else item.copies or None,
        required=None if item.required else item.required,
        forms=(),
        electronic_form=False,
    )


def _time(version: Version, refs: References) -> Iterator[Line]:
    channels = version.channels.items
    limits = [tuple(_limits(one, refs)) for one in channels]
    yield from _of_each(_names(channels), limits)
    cases = [Line(Style.ITEM, _case(one, refs)) for one in version.cases]
    if cases:
        yield Line(Style.SECTION, "Các trường hợp có thời hạn riêng:")
        yield from cases
    yield from _print_part("time", "on_the_spot", version, refs)
    late = version.late_submission
    said = "\n".join(filter(None, (one.time.text for one in channels)))
    if late and not has_words(said, late.text or late.after):
        lead = "Tính từ ngày làm việc tiếp theo nếu nộp sau: "
        yield Line(Style.SECTION, late.text or f"{lead}{late.after}")


def _limits(channel: Channel, refs: References) -> Iterator[Line]:
    yield from (Line(Style.ITEM, text) for text in limit_lines(channel.time, refs))
    if channel.committed_time:
        kept = "\n".join(limit_lines(channel.committed_time, refs))
        yield Line(Style.ITEM, f"{COMMITTED} {kept}")


def _case(case: Case, refs: References) -> str:
    named = f"{case.name} ({case.code})" if case.code else case.name
    return ": ".join(filter(None, (named, duration_words(case.time, refs))))


def _of_each(names: Sequence[str], printed: Sequence[tuple[Line, ...]]) -> Iterator[Line]:
    """What is said of all ways to submit, once; where they differ, each thing below its ways."""
    different = list(dict.fromkeys(printed))
    for lines in different:
        owners = [name for name, own in zip(names, printed, strict=True) if own == lines]
        if lines and len(different) > 1:
            yield Line(Style.SECTION, f"{', '.join(owners)}:")
        yield from lines


def _applicants(version: Version, refs: References) -> Iterator[Line]:
    del refs  # they name no record
    part = version.applicants
    names = () if part.text else tuple(Line(Style.ITEM, APPLICANTS[key]) for key in part.items)
    return _stated(part, names)


def _results(version: Version, refs: References) -> Iterator[Line]:
    del refs  # they name no record
    part = version.results
    return _stated(part, [Line(Style.ITEM, one.name) for one in part.items])


def _fees(version: Version, refs: References) -> Iterator[Line]:
    channels = version.channels.items
    said = [
        tuple(
            Line(Style.ITEM, text)
            for text in (*fee_lines(one.fees, refs), *fee_terms(one.fees, refs))
            if text != OPEN
        )
        for one in channels
    ]
    return _of_each(_names(channels), said)


def _forms(version: Version, refs: References) -> Iterator[Line]:
    part = version.forms
    return _stated(part, [line for one in part.items for line in _form(one, refs)])


def _form(form: Form, refs: References) -> Iterator[Line]:
    yield Line(Style.ITEM, form.name)
    if form.basis and not names_document(form.name, form.basis, refs):
        yield Line(Style.FACT, f"Căn cứ: {refs.print_document(form.basis)}")


def _conditions(version: Version, refs: References) -> Iterator[Line]:
    del refs  # they name no record
    part = version.conditions
    return _stated(part, [Line(Style.ITEM, one.text) for one in part.items])


def _basis(version: Version, refs: References) -> Iterator[Line]:
    part = version.legal_basis
    yield from _stated(part, [line for one in part.items for line in _document(one, refs)])
    if version.notes:
        yield Line(Style.SECTION, "Ghi chú:")
        yield from (Line(Style.ITEM, note) for note in version.notes)


def _document(one: LegalBasis, refs: References) -> Iterator[Line]:
    """A document in the words of the decision, else by its title."""
    yield Line(Style.ITEM, one.text or refs.print_document(one.document))
    if one.provisions and not has_words(one.text or "", one.provisions):
        yield Line(Style.FACT, f"Điều, khoản: {one.provisions}")
