"""What a Word file holds, in the order in which it is read: lines (paragraphs) and tables."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.exports.word.carried import CarriedRecord


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where a line stands: the file, the number of its paragraph, and its cell in a table.

    Everything counts from 1; `table` is 0 outside tables.
    """

    file: str
    paragraph: int
    table: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class WordLine:
    """A paragraph, repaired: its automatic number (`label`), its words, and where it stands.

    Without words it has its number in a cell only, where that is all the cell shows.

    `aside` is "footnote" or "box" for what stands outside the running text, "header", "footer",
    "comment" or "diagram" for what stands beside the body, "hidden" for what Word does not show;
    `shape` is the key of its box.
    """

    place: WordPlace
    label: str
    words: str
    style: str = ""
    aside: str = ""
    shape: str = ""

    @property
    def text(self) -> str:
        """The words with their automatic number in front, as Word shows them."""
        return f"{self.label} {self.words}" if self.label and self.words else self.words


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell of the grid: the column it begins in (from 0), how many it spans, what is in it.

    `continues` when it is the lower part of a cell that begins in a row above; `arrows` lead from
    shape to shape.
    """

    column: int
    span: int
    blocks: "tuple[WordLine | WordTable, ...]"
    continues: bool = False
    arrows: tuple[tuple[str, str], ...] = ()

    @property
    def lines(self) -> tuple[WordLine, ...]:
        """Its paragraphs, those of tables in it included."""
        return tuple(lines_of(self.blocks))

    @property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(line.text for line in self.lines if line.words)

    @property
    def number(self) -> str:
        """Its words on one line; of a cell without any, the automatic number that it shows."""
        labels = (line.label for line in self.lines if line.label)
        return " ".join(self.text.split()) or next(labels, "")

    @property
    def running_words(self) -> str:
        """Its words on one line, those of its notes aside."""
        running = (line.text for line in self.lines if line.aside != "footnote")
        return " ".join(" ".join(running).split())

    @property
    def notes(self) -> tuple[WordLine, ...]:
        """The footnotes that hang on its words."""
        return tuple(line for line in self.lines if line.aside == "footnote" and line.words)


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of a table."""

    number: int
    cells: tuple[WordCell, ...]

    def at(self, column: int) -> WordCell | None:
        """The cell that covers a column of the grid."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.span:
                return cell
        return None


@dataclass(frozen=True)
class WordTable:
    """A table; its number counts from 1 in the file, tables in tables included."""

    number: int
    rows: tuple[WordRow, ...]

    @cached_property
    def width(self) -> int:
        """How many columns the grid has."""
        return max((cell.column + cell.span for row in self.rows for cell in row.cells), default=0)

    def origin(self, row: int, column: int) -> WordCell | None:
        """The cell of a row (from 0) and column, or the one above that it continues."""
        cell = self.rows[row].at(column)
        while cell is not None and cell.continues and row > 0:
            row -= 1
            above = self.rows[row].at(column)
            if above is None:
                return cell
            cell = above
        return cell


WordBlock = WordLine | WordTable


def lines_of(blocks: tuple[WordBlock, ...]) -> Iterator[WordLine]:
    """Every line of some blocks, in reading order."""
    for block in blocks:
        if isinstance(block, WordLine):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from lines_of(cell.blocks)


@dataclass(frozen=True)
class WordFile:
    """A file as it was read: its blocks, the repairs of its characters, who made it.

    `converted`: it was made from a PDF, so words may be damaged; `pictures` counts what nobody
    reads; `beside` are the lines outside the body, `struck` the words that are struck out in it,
    `carried` is what an export put in unseen.
    """

    name: str
    blocks: tuple[WordBlock, ...]
    repairs: Counter[str] = field(default_factory=Counter)
    converted: bool = False
    pictures: int = 0
    beside: tuple[WordLine, ...] = ()
    struck: tuple[WordLine, ...] = ()
    carried: CarriedRecord = field(default_factory=CarriedRecord)

    @cached_property
    def lines(self) -> tuple[WordLine, ...]:
        """Every line that has words."""
        return tuple(line for line in lines_of(self.blocks) if line.words)

    @property
    def characters(self) -> int:
        """How many characters its lines have, automatic numbers aside."""
        return sum(len(line.words) for line in self.lines)
