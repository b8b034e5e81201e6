"""Who announced a procedure, as the records of a code tell."""

from generator.imports.portal.registers import Registers
from generator.imports.portal.source import Shape, SourceRecord
from generator.law.citations import parse
from generator.readings.lowered import lowered, province_named
from generator.readings.territory import (
    province_label,
    province_of_acts,
    province_of_cells,
    province_of_code,
)

_CELLS = ("Cơ quan thực hiện", "Cơ quan có thẩm quyền")
Found = dict[Shape, SourceRecord]
"""The records of one code, by their shape."""


def publisher_of(found: Found, registers: Registers) -> str:
    """The announcing agency: from the detail, else from the list, else from the number's symbol."""
    if Shape.DETAIL in found:
        data = found[Shape.DETAIL].data
        keys = ("departmentPromulgateName", "departmentPromulgateCode", "departmentPromulgateId")
        return registers.agencies.register(*(data.get(key) or "" for key in keys))
    if Shape.LIST in found:
        data = found[Shape.LIST].data
        return registers.agencies.register(
            data["departmentPromulgate"], "", data["departmentPromulgateId"]
        )
    return registers.agencies.register(_publisher_told(found[Shape.NATIONAL]))


def _publisher_told(record: SourceRecord) -> str:
    """Who published by the symbol of the decision; of which province, as the contents tell.

    The same number is used in every province, so that a decision without one would mix them.
    """
    parsed = parse(str(record.data["Số quyết định"]))
    symbol = parsed.symbol.partition("-")[0] if parsed else ""
    if symbol != "UBND":
        return symbol
    data = record.data
    province = (
        province_of_cells(data[key] for key in _CELLS if data[key])
        or province_of_code(record.code)
        or province_of_acts(
            (row["Mã văn bản"], row["Tên văn bản"]) for row in data["Căn cứ pháp lý"]
        )
    )
    named = province_named(lowered(data["Địa chỉ tiếp nhận HS"]))
    if province is None or (named and named.province.name != province):
        return symbol
    return f"{symbol} {province_label(province)}"
