"""A record of the document export ("Chi tiết TTHC", 20 sections) into a version."""

from typing import Any

from generator.imports.portal import figures, parts
from generator.imports.portal.registers import Registers
from generator.imports.portal.source import SourceRecord
from generator.imports.portal.vocabulary import LEVELS, METHODS
from generator.records.stated import Stated
from generator.records.version import (
    Channel,
    Dossier,
    DossierGroup,
    DossierItem,
    LegalBasis,
    Online,
    Result,
    Version,
)

NO_NAME = "(nguồn không ghi tên)"


def version_from_export(
    record: SourceRecord, code: str, publisher: str, names: list[str], registers: Registers
) -> Version:
    """The version; `names` are the executing agencies of the list API, `publisher` an agency id."""
    data = record.data
    channels = _channels(data["Cách thức thực hiện"])
    return parts.first_version(
        code,
        title=data["Tên thủ tục"] or NO_NAME,
        levels=parts.levels(filter(None, [LEVELS.get(data["Cấp thực hiện"])])),
        description=_description(data),
        steps=parts.read_steps(data["Trình tự thực hiện"]),
        channels=channels,
        dossier=Dossier(sets=None, groups=_groups(data["Thành phần hồ sơ"])),
        applicants=parts.applicants(data["Đối tượng thực hiện"]),
        agencies=parts.read_agencies(
            executing=parts.agency_text(data["Cơ quan thực hiện"], registers, names),
            deciding=parts.agency_text(data["Cơ quan có thẩm quyền"], registers),
            receiving=parts.place(
                data["Địa chỉ tiếp nhận HS"], registers, publisher, data["Cơ quan thực hiện"]
            ),
            delegated=parts.agency_text(data["Cơ quan được ủy quyền"], registers),
            coordinating=parts.agency_text(data["Cơ quan phối hợp"], registers),
        ),
        results=_results(data["Kết quả thực hiện"]),
        conditions=parts.clauses(data["Yêu cầu, điều kiện thực hiện"]),
        legal_basis=_basis(data["Căn cứ pháp lý"], publisher, registers),
        online=Online(level="not_stated", payment=None),
        postal=parts.postal(channel.method for channel in channels.items),
    )


def _description(data: dict[str, Any]) -> str | None:
    """The export repeats the conditions under "Mô tả"; only what differs is kept."""
    text = data["Mô tả"]
    return text if text and text != data["Yêu cầu, điều kiện thực hiện"] else None


def _channels(rows: list[dict[str, Any]]) -> Stated[Channel]:
    found = tuple(_channel(row, number) for number, row in enumerate(rows, 1))
    return Stated(items=found) if found else Stated(not_stated=figures.NOT_STATED)


def _channel(row: dict[str, Any], number: int) -> Channel:
    stated = row["Phí, lệ phí"]
    texts = [stated] if isinstance(stated, str) else stated
    return Channel(
        id=f"c{number}",
        method=METHODS[row["Hình thức nộp"]],
        time=figures.duration_from_text(row["Thời hạn giải quyết"]),
        fees=figures.fees([fee for text in texts if (fee := figures.fee(text))]),
        text=row.get("Mô tả") or None,
    )


def _groups(rows: list[dict[str, Any]]) -> Stated[DossierGroup]:
    groups = []
    count = 0
    for number, row in enumerate(rows, 1):
        items = []
        for paper in row["Giấy tờ"]:
            count += 1
            items.append(_item(paper, count))
        groups.append(
            DossierGroup(id=f"n{number}", name=row["Trường hợp"] or None, items=tuple(items))
        )
    return Stated(items=tuple(groups)) if groups else Stated(not_stated=figures.NOT_STATED)


def _item(paper: dict[str, Any], number: int) -> DossierItem:
    originals, copies = figures.quantity(paper["Số lượng"])
    name = paper["Tên giấy tờ"] or NO_NAME
    return DossierItem(id=f"g{number}", name=name, originals=originals, copies=copies)


def _results(text: str) -> Stated[Result]:
    return parts.read_results([Result(id="k1", name=text)] if text else [])


def _basis(rows: list[dict[str, Any]], publisher: str, registers: Registers) -> Stated[LegalBasis]:
    found = tuple(
        registers.register_basis(row["Tên văn bản"], row["Mã văn bản"], publisher)
        for row in rows
        if row["Tên văn bản"] or row["Mã văn bản"]
    )
    return Stated(items=found) if found else Stated(not_stated=figures.NOT_STATED)
