"""One procedure as a leaflet for those who apply: what to bring, where, how long, how much, steps.

It is no annex: what an office needs only (counts of nothing, numbers of forms beside their names,
what a reduction took off) is left out, and a part that says nothing takes no room.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from generator.exports.word.codecs import WORDS, print_title
from generator.exports.word.columns import of_each, print_fees, print_limit
from generator.exports.word.layout import channel_names
from generator.exports.word.paragraphs import paragraphs_xml
from generator.exports.word.references import References
from generator.exports.word.styles import LineStyle, StyledLine
from generator.records.stated import Stated
from generator.records.version import Channel, Dossier, DossierItem, Version

_UNKNOWN = "Chưa nêu."
_HEADINGS = {
    "where": "Nộp ở đâu, bằng cách nào",
    "time": "Bao lâu có kết quả",
    "fees": "Phí, lệ phí",
    "dossier": "Cần chuẩn bị",
    "conditions": "Điều kiện",
    "steps": "Các bước",
    "results": "Kết quả nhận được",
    "notes": "Lưu ý",
    "basis": "Căn cứ pháp lý",
}
_LABELLED = re.compile(
    r"\A[-+•\s]*(?:nộp )?(?:trực tiếp|trực tuyến|(?:dịch vụ )?bưu chính)\b", re.I
)
_ALWAYS = ("where", "time", "fees", "dossier")
"""What every reader looks for: said to be unknown where it is."""


def leaflet_body(version: Version, code: str, refs: References) -> Markup:
    """The title of a procedure, and what one who applies has to know."""
    title = f"{print_title(version.title)} ({code})" if code else print_title(version.title)
    return paragraphs_xml([StyledLine(LineStyle.LABEL, title), *_parts(version, refs)])


def _parts(version: Version, refs: References) -> Iterator[StyledLine]:
    said = {
        "where": _where(version, refs),
        "time": _each(version, lambda one: _time(one, refs)),
        "fees": _each(version, lambda one: print_fees(one.fees, refs)),
        "dossier": _papers(version.dossier),
        "conditions": _texts(one.text for one in version.conditions.items),
        "steps": _steps(version),
        "results": _texts(one.name for one in version.results.items),
        "notes": _texts(version.notes),
        "basis": _texts(filter(None, ["; ".join(_basis(version, refs))])),
    }
    for name, lines in said.items():
        shown = [StyledLine(one.style, WORDS.show(one.text, refs)) for one in lines if one.text]
        if not shown and name in _ALWAYS:
            shown = [StyledLine(LineStyle.ITEM, _UNKNOWN)]
        if shown:
            yield StyledLine(LineStyle.LABEL, _HEADINGS[name])
            yield from shown


def _texts(texts: Iterable[str]) -> list[StyledLine]:
    return [StyledLine(LineStyle.ITEM, text) for text in texts]


def _where(version: Version, refs: References) -> list[StyledLine]:
    """Each way to submit with its address; the offices that receive, where none has one.

    An address that names the ways itself ("- Trực tiếp: …", as the lists of decisions do) is all of
    them: it stands alone.
    """
    channels = version.channels.items
    whole = [one.address for one in channels if one.address and _LABELLED.match(one.address)]
    if whole:
        return _texts(line for text in dict.fromkeys(whole) for line in text.split("\n"))
    names = channel_names(tuple(one.method for one in channels))
    lines = [
        f"{name}: {one.address}" if one.address else name
        for name, one in zip(names, channels, strict=True)
    ]
    receiving = version.agencies.receiving.items or version.agencies.executing.items
    offices = [refs.print_agency(one.agency) if one.agency else one.text or "" for one in receiving]
    if offices and not any(one.address for one in channels):
        lines.insert(0, "; ".join(dict.fromkeys(filter(None, offices))))
    return _texts(lines)


def _each(version: Version, said_of: Callable[[Channel], str]) -> list[StyledLine]:
    said = of_each(version.channels.items, said_of) or version.channels.not_stated or ""
    return _texts(filter(None, said.split("\n")))


def _time(channel: Channel, refs: References) -> str:
    """The time that the office keeps: the shortened one, with the usual one behind it."""
    usual = print_limit(channel.time, refs)
    kept = print_limit(channel.committed_time, refs) if channel.committed_time else ""
    return f"{kept} (theo quy định: {usual})" if kept and kept != usual else usual


def _papers(dossier: Dossier) -> list[StyledLine]:
    """A box to tick for each paper; the name of a case above its papers."""
    lines: list[StyledLine] = []
    for group in dossier.groups.items:
        if group.name:
            lines.append(StyledLine(LineStyle.GROUP, f"{group.name}:"))
        lines += (StyledLine(LineStyle.ITEM, _paper(one)) for one in group.items)
    if not lines:
        lines = _texts([_unlisted(dossier.groups)])
    if dossier.sets:
        lines.append(StyledLine(LineStyle.ITEM, f"Số lượng: {dossier.sets:02} bộ hồ sơ."))
    return lines


def _unlisted(part: Stated[object]) -> str:
    return part.text or ("Không phải nộp giấy tờ nào." if part.none else part.not_stated or "")


def _paper(one: DossierItem) -> str:
    if one.kind == "note":
        return one.name
    counts = [f"{one.originals} bản chính"] if one.originals else []
    counts += [f"{one.copies} bản sao"] if one.copies else []
    counts += ["chỉ xuất trình"] if one.presented_only else []
    counts += ["không bắt buộc"] if one.required is False else []
    return f"☐ {one.name} ({', '.join(counts)})" if counts else f"☐ {one.name}"


def _steps(version: Version) -> list[StyledLine]:
    lines = []
    for step in version.steps.items:
        lines += [StyledLine(LineStyle.STEP, step.name)] if step.name else []
        lines += [StyledLine(LineStyle.ITEM, step.text)] if step.text else []
    return lines or _texts(filter(None, [version.steps.text]))


def _basis(version: Version, refs: References) -> Iterator[str]:
    """The documents by type and number: their titles would fill a page."""
    cited = (refs.cite_document(one.document) for one in version.legal_basis.items)
    return iter(dict.fromkeys(cited))
