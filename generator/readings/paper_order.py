"""The items of a group in the order and under the heading that their marks tell.

The portal's export lost the order of items.
"""

import re
from collections import Counter
from dataclasses import replace

from generator.readings.enumeration import ListMark
from generator.readings.evidence import Certainty, Reading
from generator.readings.paper_items import asks_for_one
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper, PaperChoice, with_role
from generator.readings.paper_words import ENDS_LIST, PROVES

Block = tuple[ListMark | None, tuple[Paper, ...]]
"""The papers of one recorded item, and the mark that its text opens with."""

CONTENT_BELOW = re.compile(
    r"(?<!\w)(?:nội dung|thông tin|tiêu chí|yêu cầu)(?:\s\w+){0,4}\ssau(?:\sđây)?\s{0,2}"
    r"(?:\([^()]{0,300}\))?[\s:.;]{0,4}\Z",
    re.I,
)
"""The end of words above what a paper contains."""
DASH_LEVELS = {"*": 2, "-": 3, "+": 4, "++": 5, "+++": 6, "++++": 7}
"""How deep the kinds of dashes stand below numbers and letters."""


def nest_blocks(blocks: list[Block]) -> list[Block]:
    """Papers under the heading they belong to, where their marks tell it.

    The portal's export lost the order of items: "(6.1)" belongs to "(6)", and items of a lower kind
    of mark belong to a heading when it is the only one.
    """
    heads = [at for at, (_, papers) in enumerate(blocks) if _awaits_parts(papers)]
    owned: dict[int, list[Block]] = {head: [] for head in heads}
    kept: list[int] = []
    for at, (mark, papers) in enumerate(blocks):
        owner = None if at in owned else _owner(mark, heads, blocks)
        if owner is None:
            kept.append(at)
        else:
            owned[owner].append((mark, papers))
    return [_adopt(blocks[at], owned.get(at, [])) for at in kept]


def _awaits_parts(papers: tuple[Paper, ...]) -> bool:
    if len(papers) != 1 or papers[0].parts:
        return False
    heads = papers[0].role.value is PaperRole.HEADING or asks_without_parts(papers[0])
    return heads or _names_content(papers[0]) or _names_grounds(papers[0])


def _names_grounds(paper: Paper) -> bool:
    """Whether it proves one of the grounds that stand in other items: "… các trường hợp:"."""
    said = paper.words.words.rstrip()
    return said.endswith(":") and PROVES.match(said) is not None


def _names_content(paper: Paper) -> bool:
    """Whether it ends in "các nội dung sau": what it contains stands in other items."""
    return paper.ticks and CONTENT_BELOW.search(paper.words.words) is not None


def asks_without_parts(paper: Paper) -> bool:
    """Whether it ends in "một trong các giấy tờ sau": its papers stand in other items."""
    said = paper.words.words
    if paper.parts or ENDS_LIST.search(said[-30:]) is None:
        return False
    return asks_for_one(said, 0, len(said))


def _owner(mark: ListMark | None, heads: list[int], blocks: list[Block]) -> int | None:
    """The heading that an item belongs to; None when its marks do not tell."""
    if mark is None:
        return None
    for head in heads:
        above = blocks[head][0]
        if above and mark.family == f"decimal {_sign_of(above)}":
            return head
    if len(heads) != 1:
        return None
    above = blocks[heads[0]][0]
    return heads[0] if _level(mark) > _level(above) and _level(mark) >= 3 else None


def _sign_of(mark: ListMark) -> str:
    if mark.family.startswith("decimal"):
        return f"{mark.family.removeprefix('decimal ')}.{mark.rank}"
    return str(mark.rank)


def _level(mark: ListMark | None) -> int:
    """How deep a kind of mark usually stands: numbers above letters, dashes, plus signs."""
    if mark is None:
        return 2
    return DASH_LEVELS.get(mark.family, 1)


def _adopt(block: Block, below: list[Block]) -> Block:
    if not below:
        return block
    mark, (heading,) = block[0], block[1]
    parts = tuple(paper for _, papers in order_blocks(below) for paper in papers)
    if asks_for_one(heading.words.words, 0, len(heading.words.words)):
        parts = tuple(
            with_role(part, PaperRole.ALTERNATIVE) if part.ticks else part for part in parts
        )
        asked = Reading(PaperRole.SUBMIT, Certainty.LIKELY, heading.role.evidence)
        return mark, (replace(heading, role=asked, choice=PaperChoice.ONE, parts=parts),)
    if PROVES.match(heading.words.words) or _names_content(heading):
        grounds = tuple(with_role(part, PaperRole.CONTENT, Certainty.LIKELY) for part in parts)
        proof = with_role(heading, PaperRole.SUBMIT, Certainty.LIKELY)
        return mark, (replace(proof, parts=grounds),)
    return mark, (replace(heading, parts=parts),)


def order_blocks(blocks: list[Block]) -> list[Block]:
    """Items in the order that their marks tell."""
    return [blocks[at] for at in order_marks([mark for mark, _ in blocks])]


def order_marks(marks: list[ListMark | None]) -> list[int]:
    """The order of items by their marks, when most carry marks of one numbered kind, each once."""
    recorded = list(range(len(marks)))
    families = Counter(mark.family for mark in marks if mark and mark.rank)
    if not families:
        return recorded
    family, count = families.most_common(1)[0]
    ranks = [mark.rank if mark and mark.family == family else 0 for mark in marks]
    numbered = [rank for rank in ranks if rank]
    if count * 5 < len(marks) * 3 or len(set(numbered)) < len(numbered):
        return recorded
    return sorted(recorded, key=lambda at: (ranks[at] or len(marks) + 99, at))
