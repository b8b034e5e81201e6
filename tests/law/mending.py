"""Carry out a mend as it is written: set the keys that it names, delete what it says to delete."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.findings.finding import Finding
from generator.records.layout import catalogue_file
from generator.records.schema import child_of, keys_of, load_schema

SNIPPET = re.compile(r"`([^`]+)`")
ASSIGNED = re.compile(r"(?P<dash>- )?(?P<key>[a-z_0-9]+): (?P<value>.+)\Z")
_FILLED = {"(lý do)": "Lý do ghi ở đây.", "(tên mẫu)": "Tờ khai"}
_OPEN = re.compile(r"[(…]|năm-tháng-ngày")
_DELETED = re.compile(
    r"(?:xóa|bỏ) (?:cả )?(?:mục|dòng|mã|ngoại lệ|căn cứ|tờ) (?:này|lặp|thừa)"
    r"|(?:ghi|chép) trùng thì xóa|xóa một khoản|xóa cấp ghi thừa|hoặc bỏ cả mục"
)
_KEY_DELETED = re.compile(r"(?:xóa|bỏ) (?:cả )?(?:dòng |mục )?(?:`[a-z_]+:?`(?:, )?)+")
_WHOLE_KEY = re.compile(r"xóa cả dòng `(?P<key>[a-z_]+):`")
_MADE = re.compile(r"sửa `([a-z_]+)` thành `([a-z_-]+)`")
_OTHER_VALUE = re.compile(
    r"(?P<first>`(?P<key>[a-z_]+): [^`(]+`(?: \([^()]*\))?), hoặc (?P<second>`(?P=key): )"
)
_ONLY_DELETES = re.compile(
    rf"{_KEY_DELETED.pattern}(?: (?:dưới|của|ở dòng này) ?[^`]*(?:`[a-z_]+:`)?)?\Z"
)
"""A clause that says no more than to delete keys."""
_KEY = re.compile(r"`([a-z_]+):?`")
_BEYOND = re.compile(
    r"niemyet|chuyển|đổi tên|kèm|thay (?:bằng|cho|cả)|dưới|thêm vào mục|(?:và|ở) `[a-z_]+`"
    r"|mục có từ ba"
)
"""What a clause needs that is not at the place of the finding, or is for a person to write."""
_ONLY_ONE = re.compile(
    r" ?\((?:là|danh sách không còn|việc không còn)[^()]*\bthì (?P<then>[^()]*)\)"
)
"""What a clause says to do instead where what it deletes is the only one."""
_VALUE = re.compile(
    r"(?:viết liền các chữ số|đặt trong nháy kép|viết lại chỗ ấy thành|bỏ dấu nháy ở đầu và cuối"
    r"|viết lại bằng Unicode|ghi đúng tên|dùng nháy thẳng trên bàn phím): "
    r"(?P<text>[^`:]*[^`:.])\.?\Z"
    r"|(?:sửa thành|\Aviết) (?P<word>(?![0-9/]+\.?\Z)[^ `“:]*[^ `“:.])\.?\Z"
)
"""What is to stand in the place of a value."""
_EXCEPTION = """- rule: {code}
  record: {path}
  reason: Lý do.
  until: "2027-12-31"
"""


@dataclass(frozen=True, slots=True)
class Step:
    """A node on the way to the place of a finding; `key` leads from it to the next one."""

    node: yaml.Node
    key: str | int | None


def clauses(fix: str) -> list[str]:
    """The mends of which one is to be chosen."""
    parts = re.split(r"[;.] |: (?=quyết|bản|gõ|chép|viết)", fix)
    return [way.strip() for one in parts for way in _ways(one) if way.strip()]


def _ways(clause: str) -> list[str]:
    """The two values of which one is to be chosen for a key, each with its clause."""
    found = _OTHER_VALUE.search(clause)
    return [clause[: found.end("first")], clause[found.start("second") :]] if found else [clause]


def settings(clause: str) -> dict[str, str]:
    """The keys that a clause says to write, each with the first of the values it may have."""
    found: dict[str, str] = {}
    for key, value in _MADE.findall(clause):
        found.setdefault(key, value)
    for told in filter(None, map(ASSIGNED.match, SNIPPET.findall(clause))):
        value = _filled(told["value"])
        if not told["dash"] and not _OPEN.search(value):
            found.setdefault(told["key"], value)
    return found


def carry_out(catalogue: Path, finding: Finding, clause: str) -> bool:
    """Do what a clause says at the place of a finding; False where it cannot be done by rule."""
    if "exceptions.yml (chưa" in clause:
        file = catalogue / "exceptions.yml"
        known = file.read_text("utf8") if file.exists() else "exceptions:\n"
        file.write_text(known + _EXCEPTION.format(code=finding.code, path=finding.path), "utf8")
        return True
    file = catalogue / finding.path
    text = file.read_text("utf8") if file.exists() else ""
    alone = _ONLY_ONE.search(clause)
    whole = _WHOLE_KEY.match(alone["then"]) if alone else None
    if whole and text and not _lists(text, finding) and _is_only_key(text, finding):
        file.write_text(_without_key(text, finding, whole["key"]), "utf8", newline="\n")
        return True
    clause = _ONLY_ONE.sub("", clause)
    if alone and deletes(clause) and text and is_alone(text, finding):
        return _carry_out_alone(file, text, finding, alone["then"])
    mended = _mended(text, finding, clause) if text else None
    if mended is None or mended == text:
        return False
    file.write_text(mended, "utf8", newline="\n")
    return True


def deletes(clause: str) -> bool:
    """Whether a clause says to delete the item of a list at which a finding is."""
    bare = _ONLY_ONE.sub("", clause)
    return bool(_DELETED.search(bare)) and not settings(bare)


def is_alone(text: str, finding: Finding) -> bool:
    """Whether the item of a list at which a finding is has no other beside it."""
    lists = _lists(text, finding)
    return bool(lists) and len(lists[-1].node.value) == 1


def _is_only_key(text: str, finding: Finding) -> bool:
    """Whether the key at which a finding is has no other beside it."""
    mapping = [one.node for one in way_to(text, finding) if one.key is not None][-1]
    return len(mapping.value) == 1


def leave_alone(text: str, finding: Finding) -> str | None:
    """The text with no other item beside the one at which a finding is; None without a list."""
    for step in _lists(text, finding)[-1:]:
        lines = text.splitlines(keepends=True)
        kept = step.node.value[int(step.key or 0)]
        others = [one for one in step.node.value if one is not kept]
        gone = {at for one in others for at in range(one.start_mark.line, end_line(one))}
        return "".join(line for at, line in enumerate(lines) if at not in gone)
    return None


def _lists(text: str, finding: Finding) -> list[Step]:
    """The lists on the way to the place of a finding, each with the item in it."""
    way = [one for one in way_to(text, finding) if one.key is not None]
    return [one for one in way if isinstance(one.node, yaml.SequenceNode)]


def _carry_out_alone(file: Path, text: str, finding: Finding, then: str) -> bool:
    """Do what is said of an item that is the only one of its list."""
    lists = _lists(text, finding)
    if "cả tệp" in then:
        file.unlink()
        return True
    if "[]`" in then:
        text = _without(text, finding, keeps_list=True)
    elif re.match("xóa cả (?:cặp|việc)", then):
        item = lists[-2].node.value[int(lists[-2].key or 0)]
        text = _cut(text, item.start_mark.line, end_line(item), lists[-2].node)
    elif re.match("xóa cả (?:dòng `|danh sách)", then):
        text = _without(text, finding, keeps_list=False)
    else:
        return False
    file.write_text(text, "utf8", newline="\n")
    return True


def _mended(text: str, finding: Finding, clause: str) -> str | None:
    """The text with everything done that a clause says; None where that is beyond rules."""
    told = _VALUE.search(clause)
    if told and "`" not in clause:
        return _with_value(text, finding, told["text"] or told["word"])
    wanted = settings(clause)
    dropped = [key for said in _KEY_DELETED.findall(clause) for key in _KEY.findall(said)]
    if _DELETED.search(clause) and not wanted:
        return _without(text, finding, "viết `[]`" in clause)
    if dropped and not wanted and _ONLY_DELETES.search(clause.rstrip(".")):
        for key in dropped:
            text = _without_key(text, finding, key)
        return text
    left_open = [one for one in SNIPPET.findall(clause) if _OPEN.search(_filled(one))]
    if left_open or not wanted or _BEYOND.search(_KEY_DELETED.sub("", clause)):
        return None
    for key, value in wanted.items():
        text = _with(text, finding, key, value) or text
    for key in dropped:
        text = _without_key(text, finding, key)
    return text


def _with_value(text: str, finding: Finding, value: str) -> str | None:
    """The text with another value at the place of a finding."""
    found = find_scalar(text, finding)
    if found is None:
        return None
    return text[: found.start_mark.index] + value + text[found.end_mark.index :]


def find_scalar(text: str, finding: Finding) -> yaml.ScalarNode | None:
    """The value at the place of a finding, where it is no list and no mapping."""
    last = way_to(text, finding)[-2:]
    pairs = dict(last[0].node.value) if isinstance(last[0].node, yaml.MappingNode) else {}
    found = [node for key, node in pairs.items() if key.value == last[0].key]
    if isinstance(last[0].node, yaml.SequenceNode):
        found = [last[0].node.value[int(last[0].key or 0)]]
    return found[0] if len(found) == 1 and isinstance(found[0], yaml.ScalarNode) else None


def _filled(snippet: str) -> str:
    for words, filled in _FILLED.items():
        snippet = snippet.replace(words, filled)
    return snippet


def way_to(text: str, finding: Finding) -> list[Step]:
    """The nodes from the top of a file to the place of a finding."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    return list(_descend(root, (finding.line - 1, finding.column - 1))) if root else []


def _descend(node: yaml.Node, place: tuple[int, int]) -> Iterator[Step]:
    children: list[tuple[str | int, yaml.Node, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        children = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        children = [(at, one, one) for at, one in enumerate(node.value)]
    for key, start, child in children:
        begins = (start.start_mark.line, start.start_mark.column)
        if _before_dash(begins, node) <= place < (child.end_mark.line, child.end_mark.column + 1):
            yield Step(node, key)
            yield from _descend(child, place)
            return
    yield Step(node, None)


def _before_dash(begins: tuple[int, int], node: yaml.Node) -> tuple[int, int]:
    line, column = begins
    return (line, column - 2) if isinstance(node, yaml.SequenceNode) else begins


def _allows(finding: Finding, way: list[Step], depth: int, key: str) -> bool:
    schema = load_schema(catalogue_file(finding.path).kind or "")
    for step in way[:depth]:
        schema = child_of(schema, step.key if step.key is not None else "")
    return key in set(keys_of(schema))


def _with(text: str, finding: Finding, key: str, value: str) -> str | None:
    """The text with a key set in the nearest mapping that has it, else that may have it."""
    way = way_to(text, finding)
    around = [(depth, one.node) for depth, one in enumerate(way)]
    mappings = [(d, one) for d, one in reversed(around) if isinstance(one, yaml.MappingNode)]
    for _, mapping in mappings:
        known = {str(name.value): node for name, node in mapping.value}
        if key in known:
            old = known[key]
            return text[: old.start_mark.index] + value + _rest(text, old)
    for depth, mapping in mappings:
        if _allows(finding, way, depth, key):
            start, margin = mapping.start_mark.index, " " * mapping.start_mark.column
            return f"{text[:start]}{key}: {value}\n{margin}{text[start:]}"
    return None


def _rest(text: str, node: yaml.Node) -> str:
    rest = text[node.end_mark.index :]
    return rest if isinstance(node, yaml.ScalarNode) else f"\n{rest}"


def _without(text: str, finding: Finding, keeps_list: bool) -> str:
    """The text without the nearest item of a list, or without the key, at which a finding is."""
    way = [one for one in way_to(text, finding) if one.key is not None]
    lists = [one for one in way if isinstance(one.node, yaml.SequenceNode)]
    step = lists[-1] if lists else way[-1]
    if isinstance(step.node, yaml.SequenceNode):
        item = step.node.value[int(step.key or 0)]
        if keeps_list and len(step.node.value) == 1:
            start, end = step.node.start_mark.index, step.node.end_mark.index
            return f"{text[:start].rstrip()} []\n{text[end:]}"
        return _cut(text, item.start_mark.line, end_line(item), step.node)
    return _without_key(text, finding, str(step.key))


def _without_key(text: str, finding: Finding, wanted: str) -> str:
    """The text without the key of a name in the nearest mapping that has it."""
    for step in reversed(way_to(text, finding)):
        pairs = step.node.value if isinstance(step.node, yaml.MappingNode) else ()
        for key, value in pairs:
            if key.value == wanted:
                return _cut(text, key.start_mark.line, end_line(value), None)
    return text


def end_line(node: yaml.Node) -> int:
    """The line after a node: that on which a block ends, or the one after a value of one line."""
    flow = isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False)
    return int(node.end_mark.line) + 1 if flow else int(node.end_mark.line)


def _cut(text: str, start: int, end: int, around: yaml.SequenceNode | None) -> str:
    """The text without some lines; with them goes the key of a list that they were all of."""
    lines = text.splitlines(keepends=True)
    if around is not None and len(around.value) == 1:
        start -= 1
    return "".join((*lines[:start], *lines[end:]))
