"""Where a line stands, in words with which a person finds it again in Word.

Numbers of paragraphs are of no use there, and files do not hold their pages: Word lays them out on
each machine. What is left are the headings above, and the first words, which its search finds.
"""

import re
from collections.abc import Iterable, Iterator

from generator.imports.word.articles import ARTICLE
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.sources import WordSources
from generator.law.text import fold_text
from generator.law.titles import split_title
from generator.locale import Words

_HEADING = 64
_SOUGHT = 48
_SECTION = re.compile(r"\bcap (?:tinh|xa|bo|trung uong)|danh muc|linh vuc")
_COLUMN = re.compile(r"ten (?:tthc|thu tuc)|ma so|muc do|hinh thuc")
_FEWEST = 4
_PATH = " › "


class WordLocator:
    """Knows the headings above every line of some files, and the words of the line."""

    def __init__(self, sources: Iterable[WordSources], words: Words) -> None:
        """Take the files as they were read, and the words to say it in."""
        self._words = words
        self._lines: dict[tuple[str, int], tuple[WordLine, str]] = {}
        for source in sources:
            self._add(source)

    def _add(self, source: WordSources) -> None:
        depths = dict(_headings(source))
        path: list[tuple[int, str]] = []
        for line in source.file.lines:
            depth = depths.get(line.place)
            if depth is not None:
                path = [one for one in path if one[0] < depth]
            shown = _PATH.join(text for _, text in path)
            self._lines[line.place.file, line.place.paragraph] = (line, shown)
            if depth is not None:
                path.append((depth, _short(line.text, _HEADING)))
        for line in source.file.beside:
            shown = self._words(f"office.place.{line.aside}")
            self._lines[line.place.file, line.place.paragraph] = (line, shown)

    def place_words(self, place: WordPlace | None) -> str:
        """The file, the headings above, and what to search for in Word.

        What has too few letters to be searched for (a tick) is found by the heading above it.
        """
        if place is None:
            return ""
        line, path = self._lines.get((place.file, place.paragraph), (None, ""))
        wanted = (
            path.rpartition(_PATH)[2].rstrip("…")
            if line and _is_tick(line)
            else max(line.words.split("\n"), key=len)
            if line
            else ""
        )
        sought = _short(wanted, _SOUGHT, "")
        search = self._words("office.place.search", words=sought) if sought else ""
        return ", ".join(filter(None, (place.file, path, search)))

    def cell_words(self, place: WordPlace) -> str:
        """The same, with the numbers of the table, row and cell for what stands in one."""
        values = {"table": place.table, "row": place.row, "cell": place.column}
        cell = self._words("office.place.cell", **values) if place.table else ""
        return ", ".join(filter(None, (self.place_words(place), cell)))


def _is_tick(line: WordLine) -> bool:
    return sum(letter.isalnum() for letter in line.words) < _FEWEST


def _short(text: str, most: int, mark: str = "…") -> str:
    head, rest = split_title(" ".join(text.split()), most)
    return f"{head}{mark}" if rest else head


def _headings(source: WordSources) -> Iterator[tuple[WordPlace, int]]:
    """The lines that stand above others, and how deep: level, procedure, part."""
    for line in (*source.lists.headings, *source.contents.headings):
        folded = fold_text(line.words)
        if _SECTION.search(folded) and not _COLUMN.search(folded):
            yield line.place, 0
    for row in source.lists.rows:
        yield from ((place, 1) for place in _row_places(row))
        for case in row.cases:
            yield from ((place, 2) for place in _row_places(case))
    for content in source.contents.procedures:
        yield from ((line.place, 1) for line in content.title[:1])
        yield from ((line.place, 2) for line in content.labels)
    for process in source.processes:
        yield from ((line.place, 1) for line in process.lines if line.words in process.names)
    if source.decision:
        articles = (line for line in source.decision.lines if ARTICLE.match(line.words))
        yield from ((line.place, 1) for line in articles)


def _row_places(row: ListedRow) -> Iterator[WordPlace]:
    return (line.place for line in row.values.get(ListColumn.NAME, ())[:1])
