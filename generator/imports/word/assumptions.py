"""What a draft says though no file does: a note at the version asks until a person has answered."""

from collections.abc import Iterable, Iterator

from generator.imports.word.labels import ContentPart
from generator.imports.word.list_header import ListColumn
from generator.imports.word.pairing import ListedContent
from generator.imports.word.remarks import WordRemark
from generator.records.registers import TODO

_ASSUMED = {
    "no_method": "cách nộp: các tệp không nêu rõ, đang ghi nộp trực tiếp",
    "citizens_assumed": "đối tượng: các tệp không nêu quốc tịch, đang ghi Công dân Việt Nam",
    "organisations_assumed": (
        "đối tượng: các tệp ghi “tổ chức” nói chung, đang ghi cả doanh nghiệp, hợp tác xã và tổ"
        " chức khác"
    ),
    "comma_assumed": (
        "đối tượng: các tệp ghi “trực thuộc tổ chức kinh tế có vốn đầu tư nước ngoài”, có thể thiếu"
        " dấu phẩy; đang ghi cả doanh nghiệp có vốn đầu tư nước ngoài"
    ),
}
"""What was assumed, by the kind of the remark that asks about it."""
_UNREAD_FEE = "phí, lệ phí: nội dung có mục này nhưng chưa đọc được, đang ghi theo danh mục"
_QUESTION = f"{TODO}: {{assumed}}. Đối chiếu với bản ký, sửa nếu khác, rồi xóa ghi chú này."


def notes_on_assumed(remarks: Iterable[WordRemark], pair: ListedContent) -> Iterator[str]:
    """The notes of a version on what was assumed, so that reviewers and the check see it too."""
    kinds = {remark.kind for remark in remarks}
    for kind, assumed in _ASSUMED.items():
        if kind in kinds:
            yield _QUESTION.format(assumed=assumed)
    if _is_fee_unread(pair):
        yield _QUESTION.format(assumed=_UNREAD_FEE)


def _is_fee_unread(pair: ListedContent) -> bool:
    """Whether the reading of contents stopped above their fee, and the list has one."""
    content, row = pair.content, pair.row
    if content is None or content.drift is None or row is None:
        return False
    return ContentPart.FEES not in content.parts and bool(row.text(ListColumn.FEE))
