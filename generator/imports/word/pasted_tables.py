"""Tables among pasted words, read by their columns: papers with their counts and forms, ways to
submit a row each, labels of parts beside their words. Any other table is refused, never guessed at.

A row is a line "| cell | cell |", in which "¶" parts the lines of a cell, or cells between tabs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.findings.worded_error import WordedError
from generator.imports.word.labels import named_label_at
from generator.imports.word.limits import read_limits
from generator.imports.word.methods import named_methods
from generator.imports.word.parts import GROUP_HEAD
from generator.imports.word.stated_fees import stated_fees
from generator.law.text import fold_text
from generator.records.stated import Stated
from generator.records.version import Channel, Dossier, DossierItem, Form, Version

_BREAK = "¶"
_FEWEST_TABS = 2
_COLUMNS = {
    "order": r"stt|tt|so tt|so thu tu",
    "paper": r"(?:ten )?(?:loai )?giay to.*|ten|(?:ten )?thanh phan(?: ho so)?|ten ho so",
    "originals": r"(?:so )?(?:luong )?ban chinh",
    "copies": r"(?:so )?(?:luong )?ban sao",
    "counts": r"so luong(?: ban)?",
    "sort": r"(?:loai )?ban chinh ?(?:/|,|-|hoac|va) ?ban (?:sao|chup)|loai ban",
    "form": r"mau|mau so|bieu mau|(?:ten )?mau don,? (?:mau )?to khai|mau don",
    "method": r"hinh thuc(?: nop| thuc hien)?(?: ho so)?|cach thuc(?: thuc hien| nop(?: ho so)?)?",
    "time": r"thoi (?:han|gian)(?: giai quyet)?",
    "fee": r"phi,? le phi|le phi,? phi|le phi|phi",
    "text": r"mo ta|dien giai|noi dung|ghi chu",
}
_OF_PAPERS = frozenset(("order", "paper", "originals", "copies", "counts", "sort", "form", "text"))
_OF_CHANNELS = frozenset(("order", "method", "time", "fee", "text"))
_COUNT = re.compile(r"\A0*(\d{1,2})(?: ban)?\Z")
_EITHER = re.compile(r"\bhoac\b|/")
"""In a cell of counts: one or the other, of which no number can be told."""
_BARE_SORT = re.compile(r"(?:ban (?:chinh|sao))?")
_NOTHING = ("", "-", "–", "0", "00", "không")
Row = Mapping[str, str]


class UnreadableTableError(WordedError):
    """A pasted table cannot be read by its columns."""


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A row of a table of papers; `counts` is what cannot be told apart as originals and copies,
    `text` what the row says besides.
    """

    name: str
    originals: int | None
    copies: int | None
    form: str
    counts: str
    text: str = ""


@dataclass(slots=True)
class PastedTables:
    """A text without its tables, which left lines where they stood, and what they say besides."""

    lines: list[str] = field(default_factory=list)
    papers: list[PrintedPaper] = field(default_factory=list)
    channels: list[Row] = field(default_factory=list)

    def refuse_without_labels(self) -> None:
        """Raise UnreadableTableError when tables stand in words that have no label of a part."""
        if self.papers or self.channels:
            raise UnreadableTableError("office.pasted_without_labels")

    def completed(self, version: Version) -> Version:
        """A version that was drafted from the lines, with what the tables say."""
        if self.papers:
            version = add_papers(version, self.papers)
        if self.channels:
            version = replace(version, channels=_with_rows(version.channels, self.channels))
        return version


def read_pasted_tables(text: str) -> PastedTables:
    """The tables of a text. Raises UnreadableTableError for one that has other columns."""
    found = PastedTables()
    for is_row, lines in groupby(text.splitlines(), _is_row):
        if is_row:
            _take_table([_cells_of(line) for line in lines], found)
        else:
            found.lines += lines
    return found


def _is_row(line: str) -> bool:
    return line.strip().startswith("|") or line.count("\t") >= _FEWEST_TABS


def _cells_of(line: str) -> list[str]:
    bare = line.strip()
    cells = bare.strip("|").split("|") if bare.startswith("|") else line.split("\t")
    return ["\n".join(one.strip() for one in cell.split(_BREAK) if one.strip()) for cell in cells]


def _take_table(rows: list[list[str]], found: PastedTables) -> None:
    """Read one table into what was found so far."""
    heads = [paper_columns(row) for row in rows[:2]]
    depth = max((number for number, head in enumerate(heads, 1) if head), default=0)
    columns = heads[depth - 1] if depth else None
    if columns is None:
        found.lines += _read_labelled_lines(rows)
    elif "method" in columns:
        found.channels += [_read_channel(columns, row) for row in rows[depth:]]
    else:
        for row in rows[depth:]:
            take_paper(columns, row, found)


def paper_columns(head: Sequence[str]) -> list[str] | None:
    """What each column holds by its head; None unless all are known, and of one kind of table."""
    found = [_column(cell) for cell in head]
    kinds = set(found)
    papers = "paper" in kinds and len(kinds - {"order"}) > 1 and kinds <= _OF_PAPERS
    channels = "method" in kinds and len(kinds - {"order"}) > 1 and kinds <= _OF_CHANNELS
    return found if (papers or channels) and len(found) == len(kinds) else None


def _column(head: str) -> str:
    folded = " ".join(fold_text(head).split()).rstrip(" :.")
    return next((name for name, words in _COLUMNS.items() if re.fullmatch(words, folded)), "")


def _read_labelled_lines(rows: list[list[str]]) -> Iterator[str]:
    """The lines of a table that has the labels of parts in one column and their words beside."""
    numbered = all(len(row) > 2 and row[0].strip(" .").isdecimal() for row in rows)
    for row in rows:
        cells = row[1:] if numbered else row
        label, *words = [cell for cell in cells if cell] or [""]
        if len(words) != 1 or not named_label_at(f"{label.rstrip(' :')}:"):
            raise UnreadableTableError("office.pasted_columns", columns="; ".join(rows[0]))
        yield f"{label.rstrip(' :')}:"
        yield from words[0].split("\n")


def _read_cells(columns: Sequence[str], row: Sequence[str]) -> Row:
    if len(row) != len(columns):
        raise UnreadableTableError("office.pasted_cells", row=" | ".join(row), count=len(columns))
    return dict(zip(columns, row, strict=True))


def _read_channel(columns: Sequence[str], row: Sequence[str]) -> Row:
    cells = _read_cells(columns, row)
    if len(named_methods(cells["method"])) != 1:
        raise UnreadableTableError("office.pasted_method", cell=cells["method"])
    return cells


def take_paper(columns: Sequence[str], row: Sequence[str], found: PastedTables) -> None:
    """Take a row of papers: a paper, or one cell across that says for whom those below are."""
    if len(row) == 1:
        heading = f"{row[0].rstrip(' :')}:"
        if not GROUP_HEAD.match(heading):
            raise UnreadableTableError("office.pasted_cells", row=row[0], count=len(columns))
        found.lines.append(heading)
        return
    cells = _read_cells(columns, row)
    name = " ".join(cells["paper"].split()).strip(" -+*•–").rstrip(" ;.")
    if not name:
        raise UnreadableTableError("office.pasted_cells", row=" | ".join(row), count=len(columns))
    found.lines.append(f"- {name}")
    found.papers.append(_paper(name, cells))


def _paper(name: str, cells: Row) -> PrintedPaper:
    sort = " ".join(cells.get("sort", "").split())
    counts = _sorted_counts(cells.get("counts", ""), sort)
    originals, copies = _count_in("ban chinh", counts), _count_in("ban sao", counts)
    told = (originals is not None or copies is not None) and not _EITHER.search(fold_text(counts))
    is_bare = not told or _BARE_SORT.fullmatch(fold_text(sort))
    return PrintedPaper(
        name,
        originals if told else _read_count(cells.get("originals", "")),
        copies if told else _read_count(cells.get("copies", "")),
        _stated(cells.get("form", "")),
        "" if told else counts,
        "; ".join(filter(None, ("" if is_bare else sort, _stated(cells.get("text", ""))))),
    )


def _sorted_counts(count: str, sort: str) -> str:
    """A count with the kind of copy that another column has for it: "1 bản chính"."""
    number = _COUNT.match(" ".join(fold_text(count).split()))
    if number and len(set(re.findall(r"ban (?:chinh|sao)", fold_text(sort)))) == 1:
        return f"{number[1]} {sort}"
    return f"{count} ({sort})" if count and sort else count or sort


def _stated(cell: str) -> str:
    return "" if cell.strip().lower() in _NOTHING else " ".join(cell.split())


def _count_in(kind: str, cell: str) -> int | None:
    folded = " ".join(fold_text(cell).split())
    match = re.search(rf"{kind}\W{{0,3}}(\d{{1,2}})\b", folded) or re.search(
        rf"\b(\d{{1,2}}) {kind}\b", folded
    )
    return int(match[1]) if match else None


def _read_count(cell: str) -> int | None:
    """How many a cell says; None for an empty one. Raises UnreadableTableError for no number."""
    folded = " ".join(fold_text(cell).split())
    if folded in ("", "-", "–"):
        return None
    match = _COUNT.match(folded)
    if match is None:
        raise UnreadableTableError("office.pasted_count", cell=cell)
    return int(match[1])


def add_papers(version: Version, papers: Sequence[PrintedPaper]) -> Version:
    """The papers of a version with the counts and forms of their rows, which stand in its order.

    Raises UnreadableTableError where they do not.
    """
    waiting = list(papers)
    forms = list(version.forms.items)
    groups = []
    for group in version.dossier.groups.items:
        items = []
        for item in group.items:
            is_next = bool(waiting) and waiting[0].name == item.name
            items.append(_with_row(item, waiting.pop(0), forms) if is_next else item)
        groups.append(replace(group, items=tuple(items)))
    if waiting:
        raise UnreadableTableError("office.pasted_apart", name=waiting[0].name)
    dossier: Dossier = replace(version.dossier, groups=Stated(items=tuple(groups)))
    if len(forms) == len(version.forms.items):
        return replace(version, dossier=dossier)
    text = None if version.forms.none else version.forms.text
    return replace(version, dossier=dossier, forms=Stated(items=tuple(forms), text=text))


def _with_row(item: DossierItem, paper: PrintedPaper, forms: list[Form]) -> DossierItem:
    counts = f"Số lượng: {paper.counts}" if paper.counts else ""
    text = "\n".join(filter(None, (counts, paper.text))) or item.text
    key = _form_of(paper.form, forms)
    linked = (key,) if key else item.forms
    return replace(item, originals=paper.originals, copies=paper.copies, forms=linked, text=text)


def _form_of(name: str, forms: list[Form]) -> str | None:
    """The key of the form of a cell, which is added where the list has none of its name."""
    if not name:
        return None
    folded = fold_text(name)
    known = [one for one in forms if folded in fold_text(one.name)]
    if len(known) != 1:
        known = [Form(id=f"m{len(forms) + 1}", name=name)]
        forms += known
    return known[0].id


def _with_rows(channels: Stated[Channel], rows: Sequence[Row]) -> Stated[Channel]:
    """The ways to submit, a row each; a column that is not there leaves what the text says."""
    said = channels.items[0]
    items = []
    for number, row in enumerate(rows, 1):
        items.append(
            Channel(
                id=f"c{number}",
                method=named_methods(row["method"])[0],
                time=read_limits(row["time"]) if row.get("time") else said.time,
                fees=stated_fees(row["fee"]) if row.get("fee") else said.fees,
                text=row.get("text") or said.text,
            )
        )
    return Stated(items=tuple(items))
