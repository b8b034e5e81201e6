"""What is wrong with a text that is no YAML: where to fix it, and in what words to say so.

libyaml says where it could not go on. That is often the line below the mistake, and for a quote
that was not closed it may be far below: the place and the reason are looked up in the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml.reader import ReaderError

from generator.findings.problem import Position, Problem, Wording

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for libyaml."""
NO_SPACE_AFTER_DASH = re.compile(r"\s*(-[^\W\d_][\w-]*)(?::|$)")
"""`-id: d1`, which is no item of a list but a key that begins with a dash."""
_DASHED_WORDS = re.compile(r"\s*(-[\w\"'][^:]*)$")
"""`-sao y bản chính`, where the lines around are the items of a list."""
MERGE_MARK = re.compile(r"(?m)^(?:<{7} .*|={7}|>{7} .*)$")
"""A line with which git marks the two sides of a merge that is not finished."""
NO_BREAK_INDENT = re.compile("[ \t]*[\u00a0\u2000-\u200a\u202f\u3000]")
"""A line that is indented with spaces that YAML takes for letters."""
_CURLY_VALUE = re.compile(r"[^:]*:\s+[“”„‘’]")
_FIRST_KEY = re.compile(r"(\s*)(?:- +)?[\w-]+:(?:\s|$)")
_ITEM = re.compile(r"\s*-(?:\s|$)")
_EMPTY_LIST = re.compile(r"[^#]*:\s*\[\s*\]\s*(?:#.*)?$")
_SIGN_FIRST = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?(?P<sign>[*&!%@`|>\[{])(?! |$)")
"""A value that begins with a sign that YAML keeps for itself."""
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
"""UTF-8 read with another encoding leaves the first of them within words."""
_MISREAD = re.compile("á[º»][\x80-\xff\u2000-\u20ff]|Ã[\u00a0-\u00bf]|Æ[°¡]|Ä[‘\x91]")
"""Letters of Vietnamese whose UTF-8 was read with another encoding."""
_IGNORED = re.compile(r"\s*(?:#.*)?$")

_REASONS = {
    "mapping values are not allowed in this context": "colon",
    "found character that cannot start any token": "token",
    "found character '\\t' that cannot start any token": "token",
    "found a tab character that violates indentation": "token",
    "did not find expected key": "indent",
    "did not find expected '-' indicator": "indent",
    "could not find expected ':'": "no_colon",
    "found unexpected end of stream": "quote",
    "found unknown escape character": "escape",
    "found undefined alias": "alias",
    "control characters are not allowed": "control",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected ',' or '}'": "bracket",
    "but found another document": "documents",
}
"""The key in `locale/` for what libyaml says."""

_BROKEN_WITH = ("control", "inner_quote", "other")
"""The reasons that hold no longer when the words of the line are whole again."""

_MARKS = {"quote": "context_mark"}
"""An open quote is noticed at the end of the file, but it is fixed where it opens."""


@dataclass(frozen=True, slots=True)
class _Mistake:
    """The reason, a key in `locale/`, and the place that is to be fixed."""

    reason: str
    position: Position
    sign: str = ""


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """The problem of a text that libyaml refuses with `error`."""
    found = _mistake_in(error, text)
    if found.reason in _BROKEN_WITH and _MISREAD.search(_line_at(found.position, text)):
        found = _Mistake("misread", found.position)
    sign = {"sign": found.sign}
    reason = Wording((f"yaml.{found.reason}",), values=sign)
    values = {"reason": reason, "mend": Wording((f"yaml_fix.{found.reason}",), values=sign)}
    return Problem(path, "YM101", values=values, mark=found.position)


def _line_at(position: Position, text: str) -> str:
    """The line of a place, whose number counts what only YAML takes for the end of a line.

    Empty behind the last one, where an open bracket is noticed.
    """
    return "".join(LINE_BREAK.split(text)[position.line - 1 : position.line])


def position_after(part: str) -> Position:
    """The position behind the first part of a text."""
    lines = LINE_BREAK.split(part)
    return Position(len(lines), len(lines[-1]) + 1)


def _mistake_in(error: yaml.YAMLError, text: str) -> _Mistake:
    merge = MERGE_MARK.search(text)
    if merge:
        return _Mistake("merge", position_after(text[: merge.start()]))
    message = getattr(error, "problem", None) or getattr(error, "reason", None)
    reason = _REASONS.get(str(message), "other")
    if isinstance(error, ReaderError):
        before = text.encode()[: error.position].decode(errors="ignore")
        return _Mistake(reason, position_after(before))
    mark = getattr(error, _MARKS.get(reason, "problem_mark"), None)
    if mark is None:
        return _Mistake(reason, Position(1, 1))
    found = _break_within(mark, text) or (
        reason != "quote" and (_mistake_in_lines(mark, text) or _mistake_in_quotes(mark, text))
    )
    return found or _Mistake(_refined(reason, mark, text), _position_of(mark))


def _position_of(mark: yaml.Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def _refined(reason: str, mark: yaml.Mark, text: str) -> str:
    """A colon in the wrong place may be that of a key too far to the right, or of a curly quote."""
    if reason != "colon":
        return reason
    line = LINE_BREAK.split(text)[mark.line]
    if _CURLY_VALUE.match(line):
        return "curly_quote"
    key = _FIRST_KEY.match(line)
    return "indent" if key and key.end() > mark.column else reason


def _break_within(mark: yaml.Mark, text: str) -> _Mistake | None:
    """A sign in the line of the mark that only YAML takes for the end of a line."""
    start = text.rfind("\n", 0, mark.index) + 1
    found = _ODD_BREAK.search(text, start, mark.index)
    return _Mistake("odd_break", position_after(text[: found.start()])) if found else None


def _mistake_in_lines(mark: yaml.Mark, text: str) -> _Mistake | None:
    """A dash without a space, or an item below a list that is said to be empty."""
    lines = LINE_BREAK.split(text)[: mark.line + 1]
    above = next((line for line in reversed(lines[:-1]) if not _IGNORED.match(line)), "")
    if _ITEM.match(lines[-1]) and _EMPTY_LIST.match(above):
        return _Mistake("empty_list", Position(mark.line + 1, mark.column + 1))
    for number in (mark.line, mark.line - 1):
        indent = NO_BREAK_INDENT.match(lines[number]) if 0 <= number < len(lines) else None
        if indent:
            return _Mistake("no_break_space", Position(number + 1, 1))
        here = number == mark.line < len(lines)
        first = _SIGN_FIRST.match(lines[number]) if here else None
        if first and lines[number].count(first["sign"]) == 1:
            place = Position(number + 1, first.start("sign") + 1)
            return _Mistake("sign", place, first["sign"])
        dash = _dash_without_space(lines, number)
        if dash:
            return _Mistake("dash", Position(number + 1, dash.start(1) + 1))
    return None


def _dash_without_space(lines: Sequence[str], number: int) -> re.Match[str] | None:
    """The dash of a line that was meant as an item of a list."""
    if not 0 <= number < len(lines):
        return None
    around = lines[max(number - 1, 0) : number + 2]
    words = _DASHED_WORDS.match(lines[number])
    listed = any(_ITEM.match(line) for line in around) or (
        number > 0 and lines[number - 1].rstrip().endswith(":")
    )
    return NO_SPACE_AFTER_DASH.match(lines[number]) or (words if listed else None)


def _mistake_in_quotes(mark: yaml.Mark, text: str) -> _Mistake | None:
    """A text in quotes that ends right before the mark: the quote is one too many, or too few."""
    for token in _tokens(text):
        start, end = token.start_mark, token.end_mark
        if end.index > mark.index:
            break
        quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
        if quoted and not text[end.index : mark.index].strip(" "):
            reason = "quote" if end.line > start.line else "inner_quote"
            return _Mistake(reason, Position(start.line + 1, start.column + 1))
    return None


def _tokens(text: str) -> Iterator[yaml.Token]:
    """The tokens of a text; ends early where libyaml does not know what follows."""
    scanner = yaml.CBaseLoader(text)
    try:
        yield from iter(scanner.get_token, None)
    except yaml.YAMLError:
        return
