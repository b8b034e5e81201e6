"""The paragraph styles of an exported file: what a paragraph is, whatever an office makes it look.

The names are those that Word shows, without commas, which Word takes for the start of another
name. An import knows by them what each paragraph says, so that an office may change fonts, indents
and bullets, and write on in Word.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.law.text import fold_text


class LineStyle(StrEnum):
    """The style of a paragraph."""

    TITLE = "NY Tên thủ tục"
    CODE = "NY Mã"
    LABEL = "NY Nhãn"
    SECTION = "NY Nhãn con"
    GROUP = "NY Nhóm"
    STEP = "NY Bước"
    ITEM = "NY Mục"
    WORDED = "NY Mục theo lời"
    FACT = "NY Chi tiết"
    TEXT = "NY Lời"
    LEAD = "NY Lời dẫn"
    NONE = "NY Không có"
    NONE_TEXT = "NY Không có theo lời"
    UNSTATED = "NY Chưa nêu"

    @property
    def style_id(self) -> str:
        """The identifier of the style in the XML: its name in ASCII without spaces."""
        return "".join(word.capitalize() for word in fold_text(self).split())


@dataclass(frozen=True, slots=True)
class StyledLine:
    """A paragraph to print: its style and its words, in which a line break stays one."""

    style: LineStyle
    text: str
