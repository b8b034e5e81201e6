"""The figures of the import from Word and Excel on real files, measured anew.

`python -m tools.word_figures` prints them; the files are never part of the repository. Files
given as arguments are retyped decisions: what was read of each is printed as well.
"""

import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.imports.word.blocks import WordFile
from generator.imports.word.contents import read_contents
from generator.imports.word.decisions import read_decision
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.forms import FORM_HEAD
from generator.imports.word.ledger import WordUse, keep_ledger
from generator.imports.word.limits import read_limits
from generator.imports.word.list_header import FLAGS, ListColumn
from generator.imports.word.listing import ListedRow, read_lists
from generator.imports.word.package import UnreadableFileError
from generator.imports.word.process_tables import read_processes
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.law.titles import comparable
from generator.records.tree import load_catalogue

OFFICE = Path(__file__).resolve().parents[2] / "shared" / "data" / "office"
DRAFT = "qn01_qd_cong_bo_du_thao.docx"
CONVERTED = "qn02_qd_cong_bo_294_signed.docx"
CONTENTS = "qn05_pl2_cap_xa_noi_dung_294.docx"
APPROVAL = "qn08_qd_phe_duyet_qtnb_295_signed.docx"
PROCESSES = ("qn10_qtnb_pl2_cap_xa_du_thao.docx", "lc01_quy_trinh_noi_bo_hhnh.docx")
OLD = "lc06_tt38_2025_bct.doc"


def rows_of(name: str) -> list[ListedRow]:
    """The rows of a list and their cases, in their order."""
    file = read_word_file(OFFICE / name)
    rows = read_lists(file.blocks, pages_cut=file.converted).rows
    return [one for row in rows for one in (row, *row.cases)]


def list_figures() -> Iterator[str]:
    """Rows of the draft and of the converted list, and in what they agree."""
    draft, converted = rows_of(DRAFT), rows_of(CONVERTED)
    pairs = list(zip(draft, converted, strict=True))
    yield f"rows: {len(draft)} and {len(converted)}"
    yield f"names equal: {sum(comparable(a.name) == comparable(b.name) for a, b in pairs)}"
    yield f"levels equal: {sum(a.levels == b.levels for a, b in pairs)}"
    flags = sum([a.ticked(f) for f in FLAGS] == [b.ticked(f) for f in FLAGS] for a, b in pairs)
    yield f"flags equal: {flags}"
    for name, rows in ((DRAFT, draft), (CONVERTED, converted)):
        yield f"times with all their variants, {name}: {sum(map(has_whole_time, rows))}"


def has_whole_time(row: ListedRow) -> bool:
    """Whether as many areas and additions were read as the words name, and a base if there is."""
    text = row.text(ListColumn.TIME)
    time_ = read_limits(text)
    said = (text.count("vùng núi"), text.count("cơ quan thuế"))
    base = not text or time_.value is not None or "dự án" in text
    return base and (len(time_.cases), len(time_.additions)) == said


def content_figures() -> Iterator[str]:
    """Procedures with all parts, form text in parts, characters placed."""
    procedures = read_contents(read_word_file(OFFICE / CONTENTS).lines).procedures
    whole = sum(not one.missing and one.drift is None for one in procedures)
    parts = (p for one in procedures for p in one.parts.items() if p[0] != "forms")
    forms = sum(bool(FORM_HEAD.match(line.text)) for _, lines in parts for line in lines)
    yield f"procedures: {len(procedures)}, whole: {whole}, heads of forms in parts: {forms}"
    sources = [read_sources_of(read_word_file(OFFICE / name)) for name in (CONVERTED, CONTENTS)]
    drafted = draft_decision_of(sources, load_catalogue(Path("catalogue"))[0], GivenByUser())
    ledger = keep_ledger(drafted)
    read = sum(len(one.words) for each in sources for one in (*each.file.lines, *each.file.beside))
    yield f"characters read {read}, in the ledger {sum(ledger.characters.values())}"
    counted: Counter[WordUse] = Counter()
    for one in ledger.lines:
        counted[one.use] += len(one.line.words) * (one.line.place.file == CONTENTS)
    outside = sum(counted.values()) - counted[WordUse.FORM]
    yield f"outside forms, in no record: {counted[WordUse.REPORTED] / outside:.2%} of {outside}"


def process_figures() -> Iterator[str]:
    """Processes and steps, and steps without role, figure or words for their time."""
    for name in PROCESSES:
        read = read_processes(read_word_file(OFFICE / name).blocks)
        steps = [step for process in read for step in process.steps]
        figures = sum(step.time.value is not None for step in steps)
        bare = sum(step.time.value is None and not step.time.text for step in steps)
        roles = sum(bool(step.role and step.name) for step in steps)
        uneven = sum(len(list(process.uneven())) for process in read)
        yield (
            f"{name}: {len(read)} processes, {len(steps)} steps, {roles} with a role,"
            f" {figures} with a figure, {bare} without a time; {uneven} sums that do not agree"
        )


def decision_figures(retyped: list[Path]) -> Iterator[str]:
    """What the decisions say of themselves."""
    for path in (OFFICE / DRAFT, OFFICE / CONVERTED, OFFICE / APPROVAL, *retyped):
        file = read_word_file(path)
        found = read_decision(file.lines)
        if found is None:
            yield f"{path.name}: no decision"
            continue
        signer = found.signer.name if found.signer else None
        effect = "from signing" if found.from_signing else str(found.effective)
        rows = Counter(row.action for row in read_lists(file.blocks).rows)
        yield (
            f"{path.name}: {found.number}, {found.signed}, {found.agency}, {signer},"
            f" {len(found.grounds)} grounds, {len(found.articles)} articles, {effect}; rows"
            f" {dict(rows)}"
        )


def measure(read: Callable[[], WordFile]) -> str:
    """The CPU seconds that a reading takes, and the memory of the process after it."""
    begun = time.process_time()
    file = read()
    seconds = time.process_time() - begun
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{file.name}: {file.characters} characters, {seconds:.1f} s CPU, {most:.0f} MB"


def every_figure(retyped: list[Path]) -> Iterator[str]:
    """Every figure, a line each."""
    yield measure(lambda: read_word_file(OFFICE / CONTENTS))
    yield from list_figures()
    yield from content_figures()
    yield from process_figures()
    yield from decision_figures(retyped)
    try:
        yield measure(lambda: read_word_file(OFFICE / OLD))
    except UnreadableFileError as error:
        yield f"{OLD}: {error}"


if __name__ == "__main__":
    for line in every_figure([Path(name) for name in sys.argv[1:]]):
        sys.stdout.write(f"{line}\n")
