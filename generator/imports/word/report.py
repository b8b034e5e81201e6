"""The report of an import from Word, for a lawyer: one HTML page that needs nothing else.

What is to be done stands first, with numbers; then what to look at; each procedure shows what was
read and the source next to it; every line that is in no record is listed with its place.
"""

from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import groupby

from generator.findings.finding import Finding
from generator.imports.word.blocks import WordLine
from generator.imports.word.contents import ContentPart
from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.forms import form_heads_in
from generator.imports.word.ledger import LedgerLine, WordLedger, WordUse
from generator.imports.word.list_header import ListColumn
from generator.imports.word.locating import WordLocator
from generator.imports.word.remarks import WordRemark
from generator.imports.word.report_characters import characters_section
from generator.imports.word.report_check import check_section, count_cell, report_table
from generator.imports.word.report_decision import decision_section
from generator.imports.word.report_todo import (
    PROCEDURES_AT,
    REMARKS_AT,
    UNREAD_AT,
    todo_section,
)
from generator.law.changes import by_part
from generator.law.titles import split_title
from generator.locale import Words
from generator.pages.describe import Describer
from generator.pages.nodes.html import (
    BREAK,
    EMPTY,
    NEWLINE,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    escape_lines,
    folded_block,
    join_html,
)
from generator.records.version import Version

_FEW = 6
"""So many procedures are named at once; more are folded."""
_TITLE = 60
_PARTS: tuple[tuple[str, ContentPart | None, ListColumn | None], ...] = (
    ("levels", None, None),
    ("steps", ContentPart.STEPS, None),
    ("channels", ContentPart.CHANNELS, ListColumn.PLACE),
    ("time", ContentPart.TIME, ListColumn.TIME),
    ("fees", ContentPart.FEES, ListColumn.FEE),
    ("dossier", ContentPart.DOSSIER, None),
    ("forms", ContentPart.FORMS, None),
    ("applicants", ContentPart.APPLICANTS, None),
    ("agencies", ContentPart.AGENCIES, ListColumn.AGENCY),
    ("results", ContentPart.RESULTS, None),
    ("conditions", ContentPart.CONDITIONS, None),
    ("legal_basis", ContentPart.BASIS, ListColumn.BASIS),
    ("internal_process", None, None),
)


def render_word_report(
    drafted: DraftedDecision, ledger: WordLedger, findings: Iterable[Finding], words: Words
) -> str:
    """The report as a whole HTML page."""
    title = words("office.report.title", number=drafted.decision.number)
    locator = WordLocator(drafted.sources, words)
    found = tuple(findings)
    body = join_html(
        [
            *_intro(drafted, words),
            *todo_section(drafted, ledger, found, words),
            *_look_first(drafted, words, locator),
            *check_section(found, words, lambda one: _place_of(one, drafted, words)),
            *decision_section(drafted, words),
            element("h2", escape_line(words("office.report.procedures")), id=PROCEDURES_AT),
            *(_procedure(one, drafted, ledger, words, locator) for one in drafted.procedures),
            *_unread(ledger, words, locator),
            *characters_section(drafted, ledger, words),
        ],
        NEWLINE,
    )
    style = resources.files(__package__).joinpath("report.css").read_text(encoding="utf8")
    shown = escape_html(title)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{shown}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>{shown}</h1>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    )


def remark_words(remark: WordRemark, words: Words) -> str:
    """What a remark asks a person to look at."""
    values = dict(remark.values)
    if words.has(f"legal_part.{values.get('part')}"):
        values["part"] = words(f"legal_part.{values['part']}")
    return words(f"office.remark.{remark.kind}", **values)


def _intro(drafted: DraftedDecision, words: Words) -> Iterator[Html]:
    cases = sum(len(one.pair.row.cases) for one in drafted.procedures if one.pair.row)
    values = {
        "files": ", ".join(source.file.name for source in drafted.sources),
        "procedures": len(drafted.procedures),
        "cases": cases,
        "contents": sum(one.pair.content is not None for one in drafted.procedures),
    }
    yield element("p", escape_line(words("office.report.intro", **values)), class_="good")


def _look_first(drafted: DraftedDecision, words: Words, locator: WordLocator) -> Iterator[Html]:
    """The remarks of all procedures, those that stand at many of them only once."""
    yield element("h2", escape_line(words("office.report.look")), id=REMARKS_AT)
    items = list(_remarks_on_all(drafted.remarks, words, locator))
    found = [(one, remark) for one in drafted.procedures for remark in one.remarks]
    found.sort(key=lambda pair: pair[1].kind)
    for kind, group in groupby(found, key=lambda pair: pair[1].kind):
        at = list(group)
        links = join_html(
            (anchor(_short(one, words), f"#{_anchor(one, drafted)}") for one, _ in at),
            escape_html("; "),
        )
        head = escape_line(words(f"office.kind.{kind}", count=len(at)))
        items.append(element("li", folded_block(head, element("small", links), len(at) < _FEW)))
    if items:
        yield element("ul", *items, class_="look")
    else:
        yield element("p", escape_line(words("office.report.nothing_to_look_at")), class_="good")


def _remarks_on_all(
    remarks: Iterable[WordRemark], words: Words, locator: WordLocator
) -> Iterator[Html]:
    """The remarks that no procedure has; many of one kind are folded."""
    kinds: dict[str, list[WordRemark]] = {}
    for remark in remarks:
        kinds.setdefault(remark.kind.removesuffix("_like"), []).append(remark)
    for kind, same in kinds.items():
        shown = [_remark(remark, words, locator) for remark in same]
        if len(same) < _FEW or not words.has(f"office.kind.{kind}"):
            yield from shown
        else:
            head = escape_line(words(f"office.kind.{kind}", count=len(same)))
            yield element("li", folded_block(head, element("ul", *shown)))


def _short(one: DraftedProcedure, words: Words) -> str:
    """A procedure in a list of links: its level, its number, the beginning of its title."""
    row = one.pair.row
    level = words(f"level.{row.levels[0]}") if row and row.levels else ""
    number = f"{row.number}." if row and row.number else ""
    return " ".join(filter(None, (level, number, split_title(one.title, _TITLE)[0])))


def _remark(remark: WordRemark, words: Words, locator: WordLocator) -> Html:
    place = locator.place_words(remark.place)
    where = element("small", escape_line(f"({place})")) if place else EMPTY
    return element("li", escape_line(remark_words(remark, words)), escape_html(" "), where)


def _place_of(finding: Finding, drafted: DraftedDecision, words: Words) -> Html:
    """The procedure at which a finding stands, as a link, and the line of its file."""
    line = escape_line(words("office.report.line", file=finding.path, line=finding.line))
    folder = finding.path.removeprefix("procedures/").partition("/")[2].partition("/")[0]
    for one in drafted.procedures:
        if one.key == folder:
            link = anchor(_short(one, words), f"#{_anchor(one, drafted)}")
            return join_html([link, escape_html(" – "), line])
    return line


def _anchor(one: DraftedProcedure, drafted: DraftedDecision) -> str:
    return f"tt-{drafted.procedures.index(one) + 1}"


def _procedure(
    one: DraftedProcedure,
    drafted: DraftedDecision,
    ledger: WordLedger,
    words: Words,
    locator: WordLocator,
) -> Html:
    levels = one.pair.row.levels if one.pair.row else ()
    named = ", ".join(words(f"level.{level}") for level in levels)
    number = one.pair.row.number if one.pair.row else ""
    row = words(f"action.{one.row.action}") if one.row else words("office.report.no_row")
    head = " · ".join(filter(None, (f"{number}. {one.title}", named, row)))
    remarks = [_remark(remark, words, locator) for remark in one.remarks]
    left = ledger.of(WordUse.REPORTED, one.key)
    body = join_html(
        [
            element("p", element("small", escape_line(one.key))),
            element("ul", *remarks, class_="look") if remarks else EMPTY,
            _parts(one, drafted, words, locator) if one.version else EMPTY,
            _lines("office.report.left", left, words, locator) if left else EMPTY,
            _forms_cut(one, words, locator),
        ]
    )
    return element("section", folded_block(escape_line(head), body), id=_anchor(one, drafted))


def _parts(
    one: DraftedProcedure, drafted: DraftedDecision, words: Words, locator: WordLocator
) -> Html:
    version = one.version
    assert version is not None
    describer = Describer(drafted.registers.with_drafts, words)
    rows = [
        [
            escape_line(words(f"legal_part.{part}")),
            _read_words(version, part, describer),
            _source(one, content, column, locator),
        ]
        for part, content, column in _PARTS
    ]
    heads = ("part", "as_read", "source")
    return report_table(tuple(words(f"office.report.{head}") for head in heads), rows, "parts")


def _read_words(version: Version, part: str, describer: Describer) -> Html:
    """A part as reviews describe it, a value said for several channels only once."""
    said = (describer.value(part, piece.key, piece.value) for piece in by_part(version)[part])
    return escape_lines("\n".join(dict.fromkeys(said)))


def _source(
    one: DraftedProcedure,
    content: ContentPart | None,
    column: ListColumn | None,
    locator: WordLocator,
) -> Html:
    lines: list[WordLine] = []
    if one.pair.content and content:
        lines += one.pair.content.parts.get(content, [])
    if one.pair.row and column:
        lines += one.pair.row.values.get(column, [])
    if not lines:
        return EMPTY
    place = element("small", escape_line(locator.place_words(lines[0].place)))
    text = escape_lines("\n".join(line.text for line in lines))
    return element("div", place, BREAK, text, class_="source")


def _lines(key: str, lines: Iterable[LedgerLine], words: Words, locator: WordLocator) -> Html:
    """Lines that are in no record; what stands at several places once, with the first of them."""
    places: dict[str, list[LedgerLine]] = {}
    for one in lines:
        places.setdefault(one.line.text, []).append(one)
    rows = [
        [
            escape_line(text),
            escape_line(locator.place_words(same[0].line.place)),
            count_cell(len(same), words),
        ]
        for text, same in places.items()
    ]
    heads = tuple(words(f"office.report.{head}") for head in ("words", "where", "count"))
    count = sum(map(len, places.values()))
    return folded_block(escape_line(words(key, count=count)), report_table(heads, rows))


def _unread(ledger: WordLedger, words: Words, locator: WordLocator) -> Iterator[Html]:
    yield element("h2", escape_line(words("office.report.unread")), id=UNREAD_AT)
    yield _lines("office.report.in_no_record", ledger.of(WordUse.REPORTED, ""), words, locator)


def _forms_cut(one: DraftedProcedure, words: Words, locator: WordLocator) -> Html:
    """The forms that were cut off: from where to where, which, and their words."""
    cut = one.pair.content.cut_forms if one.pair.content else ()
    if not cut:
        return EMPTY
    names = [f"{head.code}. {head.name}" for head in form_heads_in(cut)]
    values = {"lines": len(cut), "first": locator.place_words(cut[0].place)}
    head = words("office.report.forms_cut", last=locator.place_words(cut[-1].place), **values)
    items = (element("li", escape_line(name)) for name in names)
    text = element("div", escape_lines("\n".join(line.text for line in cut)), class_="source")
    shown = folded_block(escape_line(words("office.report.words")), text)
    return folded_block(escape_line(head), join_html([element("ul", *items), shown]))
