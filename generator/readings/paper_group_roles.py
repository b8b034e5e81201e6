"""What the name of a group says of its papers: that they are shown, only spoken of, or contents."""

import re
from dataclasses import replace

from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Certainty
from generator.readings.paper_forms import ON_A_FORM, rank_application
from generator.readings.paper_order import CONTENT_BELOW
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper, with_role
from generator.records.version import DossierGroup

NAME_REACH = 200
"""Characters of a group's name in which it says what it stands above."""
_SHORT_NAME = 60
"""Characters of a group's name that is the name of one paper."""
_SHOWN = re.compile(r"xuất trình", re.I)
_HANDED_IN = re.compile(r"(?<!\w)(?:nộp|gửi)(?!\w)", re.I)
_NOTES = re.compile(r"[\s*(.\-+]{0,8}(?:lưu ý|ghi chú|chú ý)(?!\w)", re.I)


def _is_note(paper: Paper, group: DossierGroup) -> bool:
    """Whether a paper under "Lưu ý", of which the record asks for no copy, is only spoken of."""
    item = group.items[int(paper.pointer[5])]
    return bool(_NOTES.match(group.name or "")) and not (item.originals or item.copies)


def role_in_group(paper: Paper, group: DossierGroup, shown: bool) -> Paper:
    """What the name of a group says of a paper: that it is shown, or only spoken of."""
    if paper.ticks and _is_note(paper, group):
        return with_role(paper, PaperRole.NOTE, Certainty.LIKELY)
    if paper.ticks and CONTENT_BELOW.search((group.name or "")[-NAME_REACH:]):
        return with_role(paper, PaperRole.CONTENT, Certainty.LIKELY)
    if paper.role.value is PaperRole.NOTE and _is_named_by(paper, group):
        asked = with_role(paper, PaperRole.SUBMIT, Certainty.LIKELY)
        return replace(asked, condition=paper.words)
    paper = _as_shown(paper) if shown else paper
    if paper.role.value is PaperRole.HEADING and asks_to_show(paper.words.words):
        return replace(paper, parts=tuple(map(_as_shown, paper.parts)))
    return paper


def _is_named_by(paper: Paper, group: DossierGroup) -> bool:
    """Whether words only say for whom the paper is that the group is called by: "Đơn đề nghị"."""
    item, name = group.items[int(paper.pointer[5])], bare_name((group.name or "")[:NAME_REACH])
    asked = bool(item.originals or item.copies) and len(item.name) - len(paper.words.words) < 9
    return asked and len(name) < _SHORT_NAME and rank_application(name) < ON_A_FORM


def asks_to_show(heading: str) -> bool:
    """Whether papers under it are shown ("Giấy tờ phải xuất trình"), and not handed in as well."""
    return _SHOWN.search(heading) is not None and _HANDED_IN.search(heading) is None


def _as_shown(paper: Paper) -> Paper:
    parts = tuple(map(_as_shown, paper.parts))
    if paper.role.value is PaperRole.SUBMIT:
        return replace(with_role(paper, PaperRole.SHOW, paper.role.certainty), parts=parts)
    return replace(paper, parts=parts)


def bare_name(name: str) -> str:
    """A name of a group without the marks that it opens with."""
    name = name.lstrip("(*) \n\t")
    return name[skip_marks(name, 0, len(name)) :]
