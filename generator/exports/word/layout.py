"""How an annex prints the parts of a version, for printing and for reading.

The parts are the eleven of Decree 63/2010/NĐ-CP, article 8, in their order.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.exports.word.codecs import (
    AGENCY,
    DOCUMENT,
    NUMBER,
    WORDS,
    YES_NO,
    Codec,
    choice,
    choices,
    with_default,
    worded,
)
from generator.exports.word.grammar import (
    Either,
    Entry,
    Fact,
    Facts,
    Length,
    Many,
    Mark,
    Part,
    Record,
    StatedPart,
    Titled,
)
from generator.exports.word.styles import LineStyle as Style
from generator.records.registers import TODO
from generator.records.stated import (
    AgencyPart,
    ChannelTime,
    Clause,
    Duration,
    Fee,
    LimitAddition,
    LimitCase,
    Stated,
)
from generator.records.version import (
    Agencies,
    Case,
    Channel,
    DataLookup,
    Dossier,
    DossierGroup,
    DossierItem,
    Form,
    InternalStep,
    LateSubmission,
    LegalBasis,
    LinkedProcedure,
    Online,
    Postal,
    Result,
    ReturnMethod,
    Step,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelLimits:
    """The time limits of one way to submit."""

    time: ChannelTime
    committed_time: ChannelTime | None = None


_FORM_NUMBERS = Codec(
    lambda keys, _: ", ".join(key.removeprefix("m") for key in keys),
    lambda text, _: tuple(f"m{number}" for number in text.split(", ")),
)
_METHODS = worded("method", ("direct", "online", "postal"))
_LEVELS = worded("level", ("central", "province", "commune", "district"))
_APPLICANTS = worded(
    "applicant",
    (
        "vietnamese_citizen",
        "overseas_vietnamese",
        "foreigner",
        "foreigner_residing",
        "foreigner_resided",
        "enterprise",
        "vietnamese_enterprise",
        "foreign_invested_enterprise",
        "cooperative",
        "organisation",
        "foreign_organisation",
        "vietnamese_organisation",
        "civil_servant",
        "party_organisation",
        "party_member",
        "armed_forces",
        "household_business",
        "other",
    ),
)
_ONLINE = worded(
    "online",
    (
        "end_to_end",
        "partial",
        "offline_only",
        "old_level_1",
        "old_level_2",
        "old_level_3",
        "old_level_4",
        "not_stated",
    ),
)
_FEE_STATES = worded("fee", ("absent", "free", "amount", "laid_down_elsewhere", "not_stated"))
_FEE_KINDS = worded("fee_kind", ("fee", "charge", "price"))
_KNOWN = with_default(YES_NO, "không rõ")
_REASONS = {
    "posting": "niêm yết, đăng tin",
    "survey": "đo đạc, khảo sát thực địa",
    "tax": "xác định nghĩa vụ tài chính của cơ quan thuế",
    "consultation": "lấy ý kiến",
    "verification": "xác minh, thẩm tra",
    "completion": "bổ sung hồ sơ",
    "other": "việc khác",
}

_TEXT = Part("text", Entry(Style.TEXT))
_BASIS = Part("basis", Entry(Style.FACT, "Căn cứ: ", DOCUMENT))
_EMPTY = with_default(WORDS, "(để trống)")

STEP = Record(
    Step, (_TEXT,), (Part("name", Entry(Style.STEP)), Part("text", Entry(Style.ITEM, "", _EMPTY)))
)
LINKED = Record(LinkedProcedure, (_TEXT,), (Part("procedure", Entry(Style.ITEM)),))
CHANNEL = Record(
    Channel,
    (
        Part("case", Entry(Style.FACT, "Áp dụng cho: ")),
        Part("address", Entry(Style.FACT, "Địa chỉ: ")),
        _TEXT,
    ),
    (Part("method", Entry(Style.ITEM, "", choice(_METHODS))),),
    {
        "time": ChannelTime(value=None, unit="other", text=TODO),
        "fees": Stated(not_stated=TODO),
        "committed_time": None,
    },
)
_LIMIT_CASE = Record(
    LimitCase,
    (
        Length(Style.FACT, "Thời hạn: "),
        Facts(
            (
                Fact(
                    "kind",
                    "Thời hạn riêng",
                    choice({"area": "theo vùng", "case": "theo việc", "channel": "theo cách nộp"}),
                ),
            )
        ),
        _TEXT,
    ),
    (Part("name", Entry(Style.WORDED)),),
)
_ADDITION = Record(
    LimitAddition,
    (
        Length(Style.FACT, "Thời gian: "),
        Facts((Fact("counted", "Đã tính trong thời hạn", YES_NO),)),
        _TEXT,
    ),
    (Part("reason", Entry(Style.ITEM, "Thời gian cho ", choice(_REASONS))),),
)
_TIME = Record(
    ChannelTime,
    (_TEXT, Part("cases", Many(_LIMIT_CASE)), Part("additions", Many(_ADDITION))),
    (Length(Style.ITEM),),
)
LIMITS = Record(
    ChannelLimits,
    (
        Part("time", _TIME),
        Part("committed_time", Titled("Sau khi cắt giảm:", _TIME, Style.GROUP)),
    ),
)
_LOOKUP = Record(
    DataLookup,
    (
        Part("basis", Entry(Style.FACT, "Căn cứ tra cứu: ", DOCUMENT)),
        Part("text", Entry(Style.FACT, "Về việc tra cứu: ")),
    ),
    (Part("database", Entry(Style.FACT, "Không phải nộp nếu tra cứu được trong: ")),),
)
_PAPER_PARTS = (
    Facts(
        (
            Fact("originals", "Bản chính", NUMBER),
            Fact("copies", "Bản sao", NUMBER),
            Fact("required", "Bắt buộc", YES_NO),
            Fact("presented_only", "Chỉ xuất trình", YES_NO),
            Fact("electronic_form", "Có biểu mẫu điện tử", YES_NO),
            Fact("forms", "Theo mẫu thứ", _FORM_NUMBERS),
        )
    ),
    Part("replaced_by_data", _LOOKUP),
    _TEXT,
)
_PAPER = Either(
    (
        (
            lambda item: item.kind == "paper",
            Record(DossierItem, _PAPER_PARTS, (Part("name", Entry(Style.ITEM)),)),
        ),
        (
            lambda item: item.kind == "note",
            Record(
                DossierItem,
                _PAPER_PARTS,
                (Part("name", Entry(Style.WORDED)),),
                {"kind": "note"},
            ),
        ),
    )
)
_GROUP = Record(
    DossierGroup,
    (Part("items", Many(_PAPER)),),
    (Part("name", Entry(Style.GROUP, "", with_default(WORDS, "Gồm có:"))),),
    missing={"items": ()},
)
_SETS = Codec(
    lambda value, refs: "không nêu" if value is None else f"{NUMBER.print(value, refs)} bộ",
    lambda text, refs: (
        None if text == "không nêu" else NUMBER.read(text.removesuffix(" bộ"), refs)
    ),
)
DOSSIER = Record(
    Dossier,
    (
        _TEXT,
        Part("groups", StatedPart(_GROUP)),
        Part("sets", Entry(Style.SECTION, "Số lượng hồ sơ: ", _SETS)),
    ),
)
CASE = Record(
    Case,
    (
        Facts((Fact("code", "Mã trường hợp", WORDS),)),
        Part("time", Record(Duration, (_TEXT,), (Length(Style.FACT, "Thời hạn: "),))),
    ),
    (Part("name", Entry(Style.ITEM)),),
)
LATE = Record(
    LateSubmission,
    (_TEXT,),
    (Part("after", Entry(Style.SECTION, "Tính từ ngày làm việc tiếp theo nếu nộp sau: ")),),
)
_EXEMPTIONS = StatedPart(
    Record(Clause, (), (Part("text", Entry(Style.FACT, "Miễn, giảm: ")),)),
    (
        Entry(Style.FACT, "Về miễn, giảm: "),
        Mark(Style.FACT, "Không miễn, giảm."),
        Entry(Style.FACT, "Không miễn, giảm: "),
        Entry(Style.FACT, "Chưa nêu miễn, giảm: "),
    ),
)
_FEE = Record(
    Fee,
    (
        Facts(
            (
                Fact("state", "Thu", choice(_FEE_STATES)),
                Fact("kind", "Loại", choice(_FEE_KINDS)),
                Fact("amount", "Mức", NUMBER),
                Fact("currency", "Tiền", WORDS),
            )
        ),
        Part("unit", Entry(Style.FACT, "Tính trên: ")),
        _TEXT,
        _BASIS,
        Part("exemptions", _EXEMPTIONS),
    ),
    (
        Part("name", Entry(Style.ITEM)),
        Part("state", Entry(Style.WORDED, "", choice(_FEE_STATES))),
    ),
)
FEES = StatedPart(_FEE)
_AGENCY = Record(
    AgencyPart,
    (_TEXT, Part("role", Entry(Style.FACT, "Việc: "))),
    (
        Part("agency", Entry(Style.ITEM, "", AGENCY)),
        Part("text", Entry(Style.WORDED, "", _EMPTY)),
    ),
)
AGENCIES = Record(
    Agencies,
    tuple(
        Part(name, Titled(title, StatedPart(_AGENCY)))
        for name, title in (
            ("executing", "Cơ quan thực hiện:"),
            ("deciding", "Cơ quan có thẩm quyền quyết định:"),
            ("receiving", "Cơ quan tiếp nhận:"),
            ("delegated", "Cơ quan được ủy quyền, phân cấp:"),
            ("coordinating", "Cơ quan phối hợp:"),
        )
    ),
)
_RESULT = Record(
    Result,
    (Facts((Fact("code", "Mã kết quả", WORDS),)),),
    (Part("name", Entry(Style.ITEM)),),
)
_FORM = Record(Form, (_BASIS,), (Part("name", Entry(Style.ITEM)),), {"id": ""})
_DOCUMENT = Record(
    LegalBasis,
    (
        Part("provisions", Entry(Style.FACT, "Điều, khoản: ")),
        Part("number_as_printed", Entry(Style.FACT, "Số như in: ")),
        _TEXT,
    ),
    (Part("document", Entry(Style.ITEM, "", DOCUMENT)),),
)
ONLINE = Record(
    Online,
    (
        Facts(
            (
                Fact("payment", "Thanh toán trên mạng", _KNOWN),
                Fact("proactive_level", "Mức chủ động", NUMBER),
            )
        ),
        Part("partial_reason", Entry(Style.FACT, "Vì sao chưa toàn trình: ")),
        Part("partial_rule", Entry(Style.FACT, "Quy định về phần chưa trực tuyến: ")),
        Part("url", Entry(Style.FACT, "Địa chỉ nộp: ")),
    ),
    (Part("level", Entry(Style.ITEM, "", choice(_ONLINE))),),
)
POSTAL = Record(
    Postal,
    (
        Facts(
            (
                Fact("receives_dossier", "Nhận hồ sơ", _KNOWN),
                Fact("returns_result", "Trả kết quả", _KNOWN),
            )
        ),
    ),
)
RETURNED = Record(
    ReturnMethod,
    (
        Part(
            "returned",
            Entry(
                Style.FACT,
                "Nhận kết quả: ",
                choices(
                    {
                        "submission_place": "tại nơi nộp hồ sơ",
                        "home": "tại nhà",
                        "online": "trên mạng",
                    }
                ),
            ),
        ),
    ),
    (
        Part(
            "submitted",
            Entry(
                Style.ITEM,
                "",
                choice({"online": "Nộp trên mạng", "offline": "Không nộp trên mạng"}),
            ),
        ),
    ),
)

PARTS_OF_VERSION: Mapping[str, tuple[Part, ...]] = {
    "steps": (
        Part("description", Entry(Style.SECTION, "Mô tả: ")),
        Part("steps", StatedPart(STEP)),
        Part("linked_procedures", Titled("Thủ tục làm cùng (liên thông):", StatedPart(LINKED))),
        Part(
            "internal_process",
            Titled("Quy trình nội bộ:", StatedPart(Entry(Style.ITEM))),
        ),
    ),
    "channels": (
        Part("channels", StatedPart(CHANNEL)),
        Part("online", Titled("Dịch vụ công trực tuyến:", ONLINE)),
        Part("postal", Titled("Dịch vụ bưu chính công ích:", POSTAL)),
        Part("return_methods", Titled("Cách nhận kết quả:", Many(RETURNED))),
        Part("non_territorial", Entry(Style.SECTION, "Không phụ thuộc địa giới: ", YES_NO)),
    ),
    "dossier": (Part("dossier", DOSSIER),),
    "time": (
        Part("cases", Titled("Trường hợp có mã, thời hạn riêng:", Many(CASE))),
        Part(
            "on_the_spot",
            Entry(
                Style.SECTION,
                "Giải quyết tại chỗ: ",
                choice({"four": "bốn tại chỗ", "five": "năm tại chỗ"}),
            ),
        ),
        Part("late_submission", LATE),
    ),
    "applicants": (Part("applicants", StatedPart(Entry(Style.ITEM, "", choice(_APPLICANTS)))),),
    "agencies": (
        Part(
            "levels", Titled("Cấp thực hiện:", StatedPart(Entry(Style.ITEM, "", choice(_LEVELS))))
        ),
        Part("agencies", AGENCIES),
    ),
    "results": (Part("results", StatedPart(_RESULT)),),
    "fees": (),
    "forms": (Part("forms", StatedPart(_FORM)),),
    "conditions": (
        Part(
            "conditions", StatedPart(Record(Clause, (), (Part("text", Entry(Style.ITEM)),)))
        ),
    ),
    "legal_basis": (
        Part("legal_basis", StatedPart(_DOCUMENT)),
        Part("notes", Titled("Ghi chú:", Many(Entry(Style.ITEM)))),
    ),
}
"""The fields of a version in each part; times and fees of channels stand before those given here."""

PROCESS_STEP = Record(
    InternalStep,
    (
        Part("role", Entry(Style.WORDED)),
        Part("time", Record(Duration, (_TEXT,), (Length(Style.FACT),))),
    ),
    (Part("name", Entry(Style.ITEM)),),
)


def channel_names(methods: tuple[str, ...]) -> tuple[str, ...]:
    """A name for each way to submit: that of its method, numbered where there are several."""
    counts: dict[str, int] = {}
    names = []
    for method in methods:
        counts[method] = counts.get(method, 0) + 1
        name = _METHODS[method]
        names.append(f"{name} ({counts[method]})" if counts[method] > 1 else name)
    return tuple(names)
