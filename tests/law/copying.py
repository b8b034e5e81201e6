"""Carry out a mend that copies from the signed text: the sound sample is what was signed.

A clause names the keys that are copied again; one that names none is for the value at the place
of the finding. Nothing else is put right: where the mistake is at another place, it stays.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.findings.finding import Finding
from tests.law.mending import Step, end_line, way_to

_COPIED = re.compile(
    r"(?:^|\W)(?:thêm|sửa|ghi|chép|gõ|điền|viết|dịch|đổi chỗ|xem lại|tra lại|đối chiếu)(?!\w)"
)
_LEFT = re.compile(r"niemyet|để nguyên|giữ nguyên|đề nghị|sau dấu|chuyển tệp|đổi tên")
"""What somebody else does, or nobody, or a command."""
_KEY = re.compile(r"`(?:- )?([a-z_0-9]+)(?::(?: (?:\([^`]*\)|\"năm-tháng-ngày\"))?)?`")
_ANSWER = re.compile(r"`(?:- )?[a-z_0-9]+: (?![\"]?năm-tháng-ngày|\()[^`]+`")
"""A value that the clause gives itself: nothing is copied then."""


def copy_signed(catalogue: Path, signed: Path, finding: Finding, clause: str) -> Iterator[str]:
    """Do what a clause says with the signed text at hand: each of its ways, as the file's text."""
    file, source = catalogue / finding.path, signed / finding.path
    beyond = finding.code.startswith("YM") or _LEFT.search(clause) or _ANSWER.search(clause)
    if beyond or not (file.exists() and source.exists() and _COPIED.search(clause)):
        return
    text, right = file.read_text("utf8"), source.read_text("utf8")
    way = way_to(text, finding)
    keys = _KEY.findall(clause)
    for mended in _with_keys(text, right, way, keys) if keys else _with_place(text, right, way):
        if mended != text:
            yield mended


def _with_keys(text: str, right: str, way: list[Step], keys: list[str]) -> Iterator[str]:
    """The text with each of some keys as it was signed, and with all of them."""
    every = text
    for key in dict.fromkeys(keys):
        yield _with_key(text, right, way, key)
    for key in reversed(dict.fromkeys(keys)):
        every = _with_key(every, right, way, key)
    yield every


def _with_key(text: str, right: str, way: list[Step], key: str) -> str:
    """The text with the pair of a key, in the nearest mapping that has it, as it was signed."""
    for depth in reversed(range(len(way))):
        pointer = [one.key for one in way[:depth]]
        ours, theirs = (_node_at(one, pointer) for one in (text, right))
        old, new = (_pair_of(one, key) for one in (ours, theirs))
        if old and new:
            return _with_pair(text, right, old, new)
        if new and isinstance(ours, yaml.MappingNode) and not ours.flow_style:
            return _with_new_pair(text, right, ours, new)
    return text


def _with_place(text: str, right: str, way: list[Step]) -> Iterator[str]:
    """The text with the value at the place of a finding as it was signed."""
    pointer = [one.key for one in way if one.key is not None]
    ours, theirs = (_node_at(one, pointer) for one in (text, right))
    if isinstance(ours, yaml.ScalarNode) and isinstance(theirs, yaml.ScalarNode):
        value = right[theirs.start_mark.index : theirs.end_mark.index].rstrip("\n")
        rest = text[ours.end_mark.index :]
        kept = rest if ours.style not in ("|", ">") else f"\n{rest}"
        yield text[: ours.start_mark.index] + value + kept


def _node_at(text: str, pointer: list[str | int | None]) -> yaml.Node | None:
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    for key in pointer:
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == key), None)
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[int(key or 0)] if int(key or 0) < len(node.value) else None
    return node


_Pair = tuple[yaml.Node, yaml.Node]


def _pair_of(node: yaml.Node | None, key: str) -> _Pair | None:
    pairs: list[_Pair] = node.value if isinstance(node, yaml.MappingNode) else []
    return next((pair for pair in pairs if pair[0].value == key), None)


def _with_new_pair(text: str, right: str, mapping: yaml.MappingNode, new: _Pair) -> str:
    """The text with a pair more at the head of a mapping."""
    lines = right.splitlines(keepends=True)[new[0].start_mark.line : end_line(new[1])]
    margin = " " * mapping.start_mark.column
    lines[0] = lines[0][new[0].start_mark.column :]
    start = mapping.start_mark.index
    return f"{text[:start]}{''.join(lines)}{margin}{text[start:]}"


def _with_pair(text: str, right: str, old: _Pair, new: _Pair) -> str:
    """The text with the lines of one pair in the place of another's."""
    lines, signed = text.splitlines(keepends=True), right.splitlines(keepends=True)
    taken = signed[new[0].start_mark.line : end_line(new[1])]
    first = lines[old[0].start_mark.line][: old[0].start_mark.column]
    taken[0] = first + taken[0][new[0].start_mark.column :]
    return "".join((*lines[: old[0].start_mark.line], *taken, *lines[end_line(old[1]) :]))
