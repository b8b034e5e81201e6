"""How an annex prints the records of a version: steps, papers, time limits, fees, agencies."""

from generator.exports.word.codecs import (
    AGENCY,
    DOCUMENT,
    NUMBER,
    WORDS,
    YES_NO,
    Codec,
    Unregistered,
    choice,
    choices,
    with_default,
)
from generator.exports.word.facts import Fact, Facts
from generator.exports.word.grammar import (
    Either,
    Many,
    Mark,
    Part,
    Record,
    StatedPart,
    Titled,
    ValueLine,
)
from generator.exports.word.styles import LineStyle as Style
from generator.exports.word.vocabulary import (
    CURRENCIES,
    FEE_KINDS,
    FEE_STATES,
    KNOWN,
    METHODS,
    ONLINE_LEVELS,
)
from generator.records.registers import TODO
from generator.records.stated import (
    AgencyPart,
    ChannelTime,
    Clause,
    Fee,
    Stated,
)
from generator.records.version import (
    Agencies,
    Channel,
    DataLookup,
    Dossier,
    DossierGroup,
    DossierItem,
    Form,
    LegalBasis,
    LinkedProcedure,
    Online,
    Postal,
    Result,
    ReturnMethod,
    Step,
)

_FORM_NUMBERS = Codec(
    lambda keys, _: ", ".join(key.removeprefix("m") for key in keys),
    lambda text, _: tuple(f"m{number}" for number in text.split(", ")),
)


_TEXT = Part("text", ValueLine(Style.TEXT))
_BASIS = Part("basis", ValueLine(Style.FACT, "Căn cứ: ", DOCUMENT))
_EMPTY = with_default(WORDS, "(để trống)")

STEP = Record(
    Step,
    (_TEXT,),
    (Part("name", ValueLine(Style.STEP)), Part("text", ValueLine(Style.ITEM, "", _EMPTY))),
)
LINKED = Record(LinkedProcedure, (_TEXT,), (Part("procedure", ValueLine(Style.ITEM)),))
CHANNEL = Record(
    Channel,
    (
        Part("case", ValueLine(Style.FACT, "Áp dụng cho: ")),
        Part("address", ValueLine(Style.FACT, "Địa chỉ: ")),
        _TEXT,
    ),
    (Part("method", ValueLine(Style.ITEM, "", choice(METHODS))),),
    {
        "time": ChannelTime(value=None, unit="other", text=TODO),
        "fees": Stated(not_stated=TODO),
        "committed_time": None,
    },
)
_LOOKUP = Record(
    DataLookup,
    (
        Part("basis", ValueLine(Style.FACT, "Căn cứ tra cứu: ", DOCUMENT)),
        Part("text", ValueLine(Style.FACT, "Về việc tra cứu: ")),
    ),
    (Part("database", ValueLine(Style.FACT, "Không phải nộp nếu tra cứu được trong: ")),),
)
_PAPER_PARTS = (
    Facts(
        (
            Fact("originals", "Bản chính", NUMBER),
            Fact("copies", "Bản sao", NUMBER),
            Fact("required", "Bắt buộc", YES_NO, {True: "Bắt buộc", False: "Không bắt buộc"}),
            Fact("presented_only", "Chỉ xuất trình", YES_NO, {True: "Chỉ xuất trình"}),
            Fact("electronic_form", "Biểu mẫu điện tử", YES_NO, {True: "Có biểu mẫu điện tử"}),
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
            Record(DossierItem, _PAPER_PARTS, (Part("name", ValueLine(Style.ITEM)),)),
        ),
        (
            lambda item: item.kind == "note",
            Record(
                DossierItem,
                _PAPER_PARTS,
                (Part("name", ValueLine(Style.WORDED)),),
                {"kind": "note"},
            ),
        ),
    )
)
_GROUP = Record(
    DossierGroup,
    (Part("items", Many(_PAPER)),),
    (Part("name", ValueLine(Style.GROUP, "", with_default(WORDS, "Gồm có:"))),),
    missing={"items": ()},
)
_SETS = Codec(
    lambda value, _: "không nêu" if value is None else f"{value:02} bộ",
    lambda text, refs: None if text == "không nêu" else NUMBER.read(text.removesuffix(" bộ"), refs),
)
DOSSIER = Record(
    Dossier,
    (
        _TEXT,
        Part("groups", StatedPart(_GROUP)),
        Part("sets", ValueLine(Style.SECTION, "Số lượng hồ sơ: ", _SETS)),
    ),
)
_EXEMPTIONS = StatedPart(
    Record(Clause, (), (Part("text", ValueLine(Style.FACT, "Miễn, giảm: ")),)),
    (
        ValueLine(Style.FACT, "Về miễn, giảm: "),
        Mark(Style.FACT, "Không miễn, giảm."),
        ValueLine(Style.FACT, "Không miễn, giảm: "),
        ValueLine(Style.FACT, "Chưa nêu miễn, giảm: "),
    ),
)
_FEE = Record(
    Fee,
    (
        Facts(
            (
                Fact("state", "Thu", choice(FEE_STATES), FEE_STATES),
                Fact("kind", "Loại", choice(FEE_KINDS), FEE_KINDS),
                Fact("amount", "Mức", NUMBER),
                Fact("currency", "Tiền", WORDS, CURRENCIES, glued=True),
            )
        ),
        Part("unit", ValueLine(Style.FACT, "Tính trên: ")),
        _TEXT,
        _BASIS,
        Part("exemptions", _EXEMPTIONS),
    ),
    (
        Part("name", ValueLine(Style.ITEM)),
        Part("state", ValueLine(Style.WORDED, "", choice(FEE_STATES))),
    ),
)
FEES = StatedPart(_FEE)


def _agency_part(
    agency: str | Unregistered | None = None, text: str | None = None, role: str | None = None
) -> AgencyPart:
    """An agency of the register; one that it lacks is kept as it is worded."""
    if isinstance(agency, Unregistered):
        worded_so = "\n".join(filter(None, (agency.name, text)))
        return AgencyPart(text=worded_so, role=role)
    return AgencyPart(agency=agency, text=text, role=role)


_AGENCY = Record(
    _agency_part,
    (_TEXT, Part("role", ValueLine(Style.FACT, "Việc: "))),
    (
        Part("agency", ValueLine(Style.ITEM, "", AGENCY)),
        Part("text", ValueLine(Style.WORDED, "", _EMPTY)),
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
RESULT = Record(
    Result,
    (Facts((Fact("code", "Mã kết quả", WORDS),)),),
    (Part("name", ValueLine(Style.ITEM)),),
)
FORM = Record(Form, (_BASIS,), (Part("name", ValueLine(Style.ITEM)),), {"id": ""})
BASIS = Record(
    LegalBasis,
    (
        Part("provisions", ValueLine(Style.FACT, "Điều, khoản: ")),
        Part("number_as_printed", ValueLine(Style.FACT, "Số như in: ")),
        _TEXT,
    ),
    (Part("document", ValueLine(Style.ITEM, "", DOCUMENT)),),
)
_PAYMENT = {True: "Thanh toán được trên mạng", False: "Không thanh toán được trên mạng"}
_RECEIVED = {True: "Nhận hồ sơ qua bưu chính", False: "Không nhận hồ sơ qua bưu chính"}
_RETURNED_BY_POST = {
    True: "Trả kết quả qua bưu chính",
    False: "Không trả kết quả qua bưu chính",
}
ONLINE = Record(
    Online,
    (
        Facts(
            (
                Fact("payment", "Thanh toán trên mạng", KNOWN, _PAYMENT),
                Fact("proactive_level", "Mức chủ động", NUMBER),
            )
        ),
        Part("partial_reason", ValueLine(Style.FACT, "Vì sao chưa toàn trình: ")),
        Part("partial_rule", ValueLine(Style.FACT, "Quy định về phần chưa trực tuyến: ")),
        Part("url", ValueLine(Style.FACT, "Địa chỉ nộp: ")),
    ),
    (Part("level", ValueLine(Style.ITEM, "", choice(ONLINE_LEVELS))),),
)
POSTAL = Record(
    Postal,
    (
        Facts(
            (
                Fact("receives_dossier", "Nhận hồ sơ", KNOWN, _RECEIVED),
                Fact("returns_result", "Trả kết quả", KNOWN, _RETURNED_BY_POST),
            )
        ),
    ),
)
RETURNED = Record(
    ReturnMethod,
    (
        Part(
            "returned",
            ValueLine(
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
            ValueLine(
                Style.ITEM,
                "",
                choice({"online": "Nộp trên mạng", "offline": "Không nộp trên mạng"}),
            ),
        ),
    ),
)
