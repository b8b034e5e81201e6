"""How an annex prints the parts of a version, for printing and for reading.

The parts are the eleven of Decree 63/2010/NĐ-CP, article 8, in their order.
"""

from collections.abc import Mapping

from generator.exports.word.codecs import (
    YES_NO,
    choice,
)
from generator.exports.word.grammar import (
    Many,
    Part,
    Record,
    StatedPart,
    Titled,
    ValueLine,
)
from generator.exports.word.record_layouts import (
    AGENCIES,
    BASIS,
    CHANNEL,
    DOSSIER,
    FORM,
    LINKED,
    ONLINE,
    POSTAL,
    RESULT,
    RETURNED,
    STEP,
)
from generator.exports.word.styles import LineStyle as Style
from generator.exports.word.time_layouts import CASE, LATE
from generator.exports.word.vocabulary import (
    APPLICANTS,
    LEVELS,
    METHODS,
)
from generator.records.stated import (
    Clause,
)

LABELS: Mapping[str, str] = {
    "steps": "(1) Trình tự thực hiện:",
    "channels": "(2) Cách thức thực hiện:",
    "dossier": "(3) Thành phần, số lượng hồ sơ:",
    "time": "(4) Thời hạn giải quyết:",
    "applicants": "(5) Đối tượng thực hiện thủ tục hành chính:",
    "agencies": "(6) Cơ quan thực hiện thủ tục hành chính:",
    "results": "(7) Kết quả thực hiện thủ tục hành chính:",
    "fees": "(8) Phí, lệ phí:",
    "forms": "(9) Tên mẫu đơn, mẫu tờ khai:",
    "conditions": "(10) Yêu cầu, điều kiện thực hiện thủ tục hành chính:",
    "legal_basis": "(11) Căn cứ pháp lý của thủ tục hành chính:",
}
"""The labels of the parts, by their keys."""


PARTS_OF_VERSION: Mapping[str, tuple[Part, ...]] = {
    "steps": (
        Part("description", ValueLine(Style.SECTION, "Mô tả: ")),
        Part("steps", StatedPart(STEP)),
        Part("linked_procedures", Titled("Thủ tục làm cùng (liên thông):", StatedPart(LINKED))),
        Part(
            "internal_process",
            Titled("Quy trình nội bộ:", StatedPart(ValueLine(Style.ITEM))),
        ),
    ),
    "channels": (
        Part("channels", StatedPart(CHANNEL)),
        Part("online", Titled("Dịch vụ công trực tuyến:", ONLINE)),
        Part("postal", Titled("Dịch vụ bưu chính công ích:", POSTAL)),
        Part("return_methods", Titled("Cách nhận kết quả:", Many(RETURNED))),
        Part("non_territorial", ValueLine(Style.SECTION, "Không phụ thuộc địa giới: ", YES_NO)),
    ),
    "dossier": (Part("dossier", DOSSIER),),
    "time": (
        Part("cases", Titled("Các trường hợp có thời hạn riêng:", Many(CASE))),
        Part(
            "on_the_spot",
            ValueLine(
                Style.SECTION,
                "Giải quyết tại chỗ: ",
                choice({"four": "bốn tại chỗ", "five": "năm tại chỗ"}),
            ),
        ),
        Part("late_submission", LATE),
    ),
    "applicants": (Part("applicants", StatedPart(ValueLine(Style.ITEM, "", choice(APPLICANTS)))),),
    "agencies": (
        Part(
            "levels",
            Titled("Cấp thực hiện:", StatedPart(ValueLine(Style.ITEM, "", choice(LEVELS)))),
        ),
        Part("agencies", AGENCIES),
    ),
    "results": (Part("results", StatedPart(RESULT)),),
    "fees": (),
    "forms": (Part("forms", StatedPart(FORM)),),
    "conditions": (
        Part("conditions", StatedPart(Record(Clause, (), (Part("text", ValueLine(Style.ITEM)),)))),
    ),
    "legal_basis": (
        Part("legal_basis", StatedPart(BASIS)),
        Part("notes", Titled("Ghi chú:", Many(ValueLine(Style.ITEM)))),
    ),
}
"""The fields of a version in each part; times and fees of channels stand before them."""


def channel_names(methods: tuple[str, ...]) -> tuple[str, ...]:
    """A name for each way to submit: that of its method, numbered where there are several."""
    counts: dict[str, int] = {}
    names = []
    for method in methods:
        counts[method] = counts.get(method, 0) + 1
        name = METHODS[method]
        names.append(f"{name} ({counts[method]})" if counts[method] > 1 else name)
    return tuple(names)
