"""Declared figures that depend on a case: each with the words of the source for which."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.locale import Words
from generator.model.brief_words import same_figure_words
from generator.model.limit_words import limit_words
from generator.pages.answers.cell import for_whom, quotation, stands_out
from generator.pages.answers.cut_quotation import cut_to_cases
from generator.pages.answers.shared_words import (
    FigureRow,
    share_openings,
    shorten_areas,
    shorten_repeats,
    without_shared_end,
)
from generator.pages.answers.stitched import in_line, stretches_below, with_gaps, with_gaps_once
from generator.pages.nodes.html import Html, element, escape_line
from generator.readings.evidence import Reading, evidence_of
from generator.readings.limits import limits_in
from generator.readings.sentences import LONGEST_WHOLE, begins_with_case
from generator.readings.time_areas import usual_within
from generator.readings.time_cases_told import cases_without_figure, has_figure
from generator.readings.time_doubts import doubts_of_ways
from generator.readings.time_values import TimeLimit, TimeQuote
from generator.records.version import Channel

Figures = dict[str, list[Channel]]
"""Each declared figure with its unit as it is written, and the channels that have it."""
Quotes = Sequence[Reading[TimeQuote]]
_MARK = re.compile(r"\(?[0-9a-zđ]{1,2}[.)]+")
"""What tells the cases of a list apart."""
_LONGEST_CASE, _LONGEST_LINE, _LONGEST_LIST = 150, 2 * LONGEST_WHOLE, 900
_LONGEST_SCARCE = LONGEST_WHOLE
"""Characters of the words of a figure where papers have no room else."""
_OF_STAGE = re.compile(
    r"\W{0,9}(?:bước [0-9]{1,2}\W{1,5})?(?:trong )?(?:vòng|thời (?:hạn|gian)) [0-9]", re.IGNORECASE
)
"""How a sentence begins that gives a length and no case."""
_APPLIES = re.compile(
    r"\W{0,9}(?:áp dụng )?(?:riêng )?(?:các )?(?:trường hợp|đối v[ớơ]i)(?!\w)", re.IGNORECASE
)
"""How words begin that say for whom a channel's limit is."""
_FIRST_SENTENCE = re.compile(r".+?[.:](?=\s|\Z)")
_OF_CASE = re.compile(r"trường hợp|đối với|(?<!\w)nếu(?!\w)|xã |vùng ", re.IGNORECASE)


def figures_of(channels: Iterable[Channel], words: Words) -> Figures:
    """The declared figures, in their order."""
    found: Figures = {}
    for one in filter(has_figure, channels):
        found.setdefault(limit_words(channel_limit(one), words), []).append(one)
    return found


def limits_by_case(
    quotes: Quotes, channels: Sequence[Channel], words: Words, *, scarce: bool = False
) -> tuple[list[Html], Quotes]:
    """The lines of the figures, and the quotations that are left to show below them.

    Figures stand by their ways of filing if each has its own, else each with the words that only
    its channels have, else the sentences alone say them and none stands out. `scarce`: what they
    repeat is cut.
    """
    figures = figures_of(channels, words)
    rest = _cases_left(quotes, channels)
    if len(figures) == 1 and (case := _case_of_figure(figures)) and cases_without_figure(channels):
        found = _figure(next(iter(figures)), cut_to_cases(case, _LONGEST_LINE))
        return [stands_out(words("answer.depends")), found, *rest], quotes
    methods = [{one.method for one in rows} for rows in figures.values()]
    if len(figures) > 1 and sum(map(len, methods)) == len(set().union(*methods)):
        named = {said: [words(f"method.{one.method}") for one in figures[said]] for said in figures}
        ways = {said: ", ".join(dict.fromkeys(own)) for said, own in named.items()}
        if any(one.value.of_way for one in quotes):
            declared = "; ".join(f"{said} ({way})" for said, way in ways.items())
            field = small_print(words("answer.field_says", limit=declared))
            return [stands_out(words("answer.depends")), field], quotes
        lines = [for_whom(said, [way], words) for said, way in ways.items()]
        doubts = doubts_of_ways([channel for rows in figures.values() for channel in rows])
        if any(one.value.other_whole for one in quotes):
            doubts += ("answer.other_whole",)
        return [*lines, *(small_print(words(key)) for key in doubts)], quotes
    if len(figures) > 1 and (told := list(_told(figures, quotes, channels, words, scarce=scarce))):
        left = [one for one in quotes if _is_beside(one)]
        texts = [one.value.text for one in quotes if one not in left]
        is_part = bool(texts) and all(map(_OF_STAGE.match, texts))
        is_part = is_part and not any("đối với" in text for text in texts)
        doubt = [small_print(words("answer.same_figure"))] if _unit_left_out(figures) else []
        return [
            stands_out(words("answer.by_part" if is_part else "answer.depends")),
            *told,
            *doubt,
            *rest,
        ], left
    if not quotes:
        return _untold(figures, words), ()
    return list(_headline(figures, quotes, words)), quotes


def _untold(figures: Figures, words: Words) -> list[Html]:
    """Figures of which nothing says whose each is."""
    limits = [channel_limit(rows[0]) for rows in figures.values()]
    if doubled := same_figure_words(limits, words):
        return [stands_out(doubled), small_print(words("answer.same_figure"))]
    return [stands_out("; ".join(figures)), small_print(words("answer.several_times"))]


def _case_of_figure(figures: Figures) -> str:
    """The case that the words of the one figure begin with; empty where they begin with none."""
    lines = _lines(next(iter(figures.values()))[0])
    return quotation(lines[0], _LONGEST_LINE) if lines and begins_with_case(lines[0]) else ""


def _cases_left(quotes: Quotes, channels: Sequence[Channel]) -> list[Html]:
    """The words of rows without a figure that tell of a case which no quotation is of."""
    quoted = [one.value.text.removesuffix("…") for one in quotes]
    rows = (" ".join(row.split()) for row in cases_without_figure(channels))
    left = (row for row in rows if not any(text in row for text in quoted))
    return [small_print(f"“{cut_to_cases(row, _LONGEST_LINE)}”") for row in left]


def _unit_left_out(figures: Figures) -> bool:
    """Whether a way that is not told has the number of one that is, in another unit."""
    told = {said for said, _ in _rows_of_a_way(figures)}
    numbers = {channel_limit(figures[said][0]).value for said in told}
    return any(
        channel_limit(rows[0]).value in numbers
        for said, rows in figures.items()
        if said not in told
    )


def _is_beside(one: Reading[TimeQuote]) -> bool:
    """Whether a quotation is none of those that the figures of channels stand with."""
    return one.evidence[0].pointer[0] != "channels" or not one.value.lengths


def _headline(figures: Figures, quotes: Quotes, words: Words) -> Iterator[Html]:
    """That the sentences below say the limits, and the figure that none of them gives.

    The figure alone where they are its own note.
    """
    quoted = {length for one in quotes for length in one.value.lengths}
    left = [said for said, rows in figures.items() if channel_limit(rows[0]).length not in quoted]
    is_noted = all(one.evidence[0].pointer[-2:] == ("time", "text") for one in quotes)
    if len(left) == 1 and (len(figures) > 1 or is_noted):
        yield stands_out(left[0])
        return
    depends = any(_OF_CASE.search(f"{one.value.heading} {one.value.text}") for one in quotes)
    yield stands_out(words("answer.depends" if depends else "answer.by_part"))
    if left:
        yield small_print(words("answer.field_says", limit="; ".join(left)))


def _told(
    figures: Figures, quotes: Quotes, channels: Sequence[Channel], words: Words, *, scarce: bool
) -> Iterator[Html]:
    """Each figure with the words of its channel, or with their sentences on time when long.

    One may have no words of its own: it is for everybody else. Nothing where words do not tell the
    figures apart: the source may err once.
    """
    rows = _rows_of_a_way(figures)
    shared = set.intersection(*(set(_lines(one)) for _, one in rows))
    shared = {line for line in shared if not limits_in(line)}
    texts = [list(with_gaps(_lines(one), lambda line: line not in shared)) for _, one in rows]
    alike = len(set(map(tuple, texts))) < max(2, len(rows) - 1)
    if alike or sum(not lines for lines in texts) > 1:
        return
    if len(rows) > len({said for said, _ in rows}):
        cases = dict.fromkeys(
            (said, *_of_limit(lines)) for (said, _), lines in zip(rows, texts, strict=True)
        )
        found = list(_line_by_line(cases))
    else:
        found = [
            (said, channel.case or _sentences(_quotes_of(figures[said], quotes, channels), lines))
            for (said, channel), lines in zip(rows, texts, strict=True)
        ]
    ranges = {said: _range_words(said, figures[said], words) for said, _ in rows}
    told = (FigureRow(ranges[said], text) for said, text in found)
    yield from _figures(told, words, scarce=scarce)


def _range_words(said: str, rows: Sequence[Channel], words: Words) -> str:
    """A figure from the usual limit on, where every channel that has it says it holds more."""
    usual = {usual_within(one) for one in rows}
    low = usual.pop() if len(usual) == 1 else None
    return words("answer.from_to", low=words.number(low.value), high=said) if low else said


def _figures(rows: Iterable[FigureRow], words: Words, *, scarce: bool) -> Iterator[Html]:
    """Figures with their words; what several of them say is said once."""
    own, every = without_shared_end(list(rows))
    shown = list(shorten_repeats(share_openings(own)) if scarce else share_openings(own))
    texts = [_words_of_figure(row, scarce=scarce) for row in shown]
    for row, text in zip(shown, shorten_areas(texts) if scarce else texts, strict=True):
        yield _figure(row.figure, text)
    if every:
        said = cut_to_cases(every, _LONGEST_LINE)
        yield small_print(words("answer.of_every_figure", text=f"“{said}”"))


def _words_of_figure(row: FigureRow, *, scarce: bool) -> str:
    """The words of a row as they are shown; behind "…" those that go on with the row above."""
    if not row.words:
        return ""
    most = _LONGEST_SCARCE if scarce else _LONGEST_LINE
    return f"{'… ' if row.goes_on else ''}{cut_to_cases(row.words, most, scarce=scarce)}"


def _figure(said: str, words: str) -> Html:
    """A figure with its words, if it has any."""
    return small_print(f"{said} – “{words}”" if words else said)


def _line_by_line(cases: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Figures of several cases: each with its lines, those that stand above by their mark."""
    above = set[str]()
    for said, *lines in cases:
        yield said, with_gaps_once(_marked(line) if line in above else line for line in lines)
        above |= set(lines)


def _quotes_of(rows: Iterable[Channel], quotes: Quotes, channels: Sequence[Channel]) -> Quotes:
    """The sentences of the texts of some channels."""
    texts = [one.text for one in rows]
    return [one for one in quotes if _text_with(one, channels) in texts]


def _of_limit(lines: Sequence[str]) -> Iterator[str]:
    """The lines that say for whom a limit is, and the limit."""
    kept = with_gaps(lines, lambda line: line == lines[0] or _tells_limit(line))
    return map(_without_lead, kept)


def _tells_limit(line: str) -> bool:
    return line.endswith(":") or begins_with_case(line) or bool(limits_in(line))


def _without_lead(line: str) -> str:
    """A line on a case without the sentence behind it that leads to a list of something else."""
    before, point, last = line.rpartition(". ")
    leads = last.endswith(":") and not limits_in(last) and not _OF_CASE.search(last)
    return f"{before}. …" if point and leads and _APPLIES.match(before) else line


def _marked(line: str) -> str:
    """The mark of a case that is told whole above: "a) …"; a line without a mark as it is."""
    mark = _MARK.match(line)
    return f"{mark[0]} …" if mark and not limits_in(line) else line


def _sentences(found: Quotes, lines: Sequence[str]) -> str:
    """The words of a channel, or where they are long its case and its sentences on time."""
    own = with_gaps_once(map(_without_lead, lines))
    ordered = sorted(found, key=lambda one: one.evidence[0].start)
    parts = dict(piece for one in ordered for piece in stretches_below(one.value.heading, [one]))
    if len(own) <= LONGEST_WHOLE or not parts:
        return own
    case = _case_of(lines[0])
    is_told = any(part.startswith(case.removesuffix(" …")) for part in parts)
    if is_told or not case:
        return in_line(parts.items())
    where = evidence_of(next(iter(parts.values())).pointer, case)
    rest = (piece for piece in parts.items() if not case.startswith(piece[0]))
    return in_line([(case, where), *rest])


def _case_of(line: str) -> str:
    """For whom the words of a channel are, by their first line; empty where it does not say."""
    if _MARK.match(line):
        return quotation(line, _LONGEST_LIST if " (2) " in line else _LONGEST_CASE)
    first = _FIRST_SENTENCE.match(line)
    said = first[0] if first else line
    return "" if limits_in(said) or not _APPLIES.match(said) else quotation(said, _LONGEST_LINE)


def _rows_of_a_way(figures: Figures) -> list[tuple[str, Channel]]:
    """The figures of the way of filing that has the most, each once with each of its texts."""
    ways: dict[str, dict[tuple[str, str | None], Channel]] = {}
    for said, rows in figures.items():
        for one in rows:
            ways.setdefault(one.method, {}).setdefault((said, one.text), one)
    found = max(ways.values(), key=len)
    return [(said, one) for (said, _), one in found.items()]


def _lines(channel: Channel) -> list[str]:
    text = channel.case or channel.text or channel.time.text or ""
    return [
        line for line in (" ".join(one.split()).strip("+*- ") for one in text.splitlines()) if line
    ]


def _text_with(one: Reading[TimeQuote], channels: Sequence[Channel]) -> str | None:
    """The words of the channel that a quotation is from; None for one of the steps."""
    pointer = one.evidence[0].pointer
    return channels[int(pointer[2])].text if pointer[0] == "channels" else None


def channel_limit(channel: Channel) -> TimeLimit:
    """The figure that a channel declares."""
    return TimeLimit(channel.time.value or 0, channel.time.unit)


def small_print(said: str) -> Html:
    """A line in small letters."""
    return element("small", escape_line(said))
