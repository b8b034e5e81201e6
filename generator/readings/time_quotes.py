"""The sentences of a record that say how long it takes beside the declared figure, to be quoted."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty, Reading
from generator.readings.sentences import begins_with_case
from generator.readings.step_actors import StepActor, find_actor
from generator.readings.time_beside import (
    as_long_as_another,
    beginning_told,
    days_told,
    filing_days,
    none_laid_down,
    starts_told,
    told_beside,
)
from generator.readings.time_cases_told import (
    cases_without_figure,
    depends_on_case,
    steps_depend_on_case,
)
from generator.readings.time_contradictions import (
    gives_another_unit,
    late_checks,
    words_against_rows,
)
from generator.readings.time_order import (
    Rank,
    days_of,
    later_works_of_cases,
    parts_of,
    rank_of,
)
from generator.readings.time_other_sum import sum_in_another_unit, without_parts
from generator.readings.time_repeated import each_once
from generator.readings.time_said import Said, channel_texts, said_in, step_texts
from generator.readings.time_section import list_several, section_quotes, stands_within
from generator.readings.time_step_titles import with_titles
from generator.readings.time_step_works import works_of_steps
from generator.readings.time_values import Length, Speaker, TimeLimit, TimeQuote, TimeReadings
from generator.readings.time_ways import cases_of_ways, tells_every_way, wholes_of_every_way
from generator.readings.time_work import (
    allows,
    is_filing,
    is_incomplete,
    is_only_for_some,
    is_own,
    is_told,
    is_total,
)
from generator.records.version import Version

_SHORT = 40
"""Characters of a sentence that only repeats its figure."""

Quote = Reading[TimeQuote]
Rows = Mapping[Pointer, list[Length]]


def with_quotes(version: Version, times: TimeReadings) -> TimeReadings:
    """Add the sentences to quote, each once, and whether the figure depends on the case.

    They are those of channels, those of steps that the declared figures do not cover, and those on
    what is added or not counted, the deciding ones first; where there are none of them and no
    figure, by when to file.
    """
    figures = [one.length for one in declared_limits(version)]
    channels, steps = list(said_in(channel_texts(version))), list(said_in(step_texts(version)))
    worked = [said for said in channels if not is_own(said) and is_told(said)]
    of_ways = cases_of_ways(version, steps)
    listed = tuple(section_quotes(step_texts(version)))
    steps = [said for said in steps if not any(stands_within(said, one) for one in listed)]
    by_case = depends_on_case(figures, worked) or list_several(listed)
    by_case = by_case or bool(times.cases and times.base is None and _declares(version))
    by_case = by_case or bool(cases_without_figure(version.channels.items))
    of_steps = not worked and steps_depend_on_case(figures, steps)
    by_case = by_case or of_steps
    own = _only_own([*channels, *steps], figures) if not worked and len(set(figures)) == 1 else []
    by_case = by_case or any(map(_is_later_filing, own))
    allowed = [said for said in steps if allows(said.one) and not figures]
    ranked = [(Rank.DECIDES, _quoted(said)) for said in allowed]
    ranked += [(Rank.DECIDES, _quoted(said, of_way=True)) for said in of_ways]
    others = (
        *(() if of_ways else wholes_of_every_way(version, steps)),
        *late_checks(figures, steps),
    )
    ranked += [(Rank.DECIDES, _quoted(said, other_whole=True)) for said in others]
    apart = words_against_rows(channels, times.conflicts, dict(channel_texts(version)))
    rows = {} if of_steps else _rows(version)
    ranked += _ranked(worked, steps, rows, apart, by_case=by_case)
    told_by_all = tells_every_way(version, worked)
    ranked = [(rank, _of_way(one) if told_by_all else one) for rank, one in ranked]
    told = (*listed, *_without_length(version, has_figure=bool(figures)))
    ranked += ((Rank.DECIDES, one) for one in told)
    ranked += ((Rank.DECIDES, _quoted(said)) for said in own)
    ranked += _beside(version, times)
    quotes = _in_order(ranked)
    if not figures:
        quotes = _with_filing(quotes, [*channels, *steps], first=bool(allowed))
    found = replace(times, quotes=tuple(each_once(quotes)), by_case=by_case)
    found = with_titles(version, found, figures)
    if any(one.value.other_unit for one in quotes):
        return found
    return without_parts(found, sum_in_another_unit(figures, channels, steps))


def _in_order(ranked: Iterable[tuple[Rank, Quote]]) -> list[Quote]:
    """The quotes, the deciding ones first, each with whether it is needed."""
    return [
        replace(one, value=replace(one.value, needed=rank <= Rank.ADDS))
        for rank, one in sorted(ranked, key=lambda pair: pair[0])
    ]


def _with_filing(quotes: list[Quote], every: Iterable[Said], *, first: bool) -> list[Quote]:
    """The quotes with those on when to file, if these stand `first` or none tells a length."""
    if first:
        return [*_by_when(every), *quotes]
    is_told = any(one.value.lengths for one in quotes)
    return quotes if is_told else [*quotes, *_by_when(every)]


def _by_when(sentences: Iterable[Said]) -> list[Quote]:
    """The sentences that say by when to file."""
    filed = [one for one in sentences if is_filing(one) and not is_incomplete(one)]
    return [_quoted(said, _speaker(filed)) for said in filed]


def _without_length(version: Version, *, has_figure: bool) -> Iterator[Quote]:
    """The sentences that tell a day, or that no time is laid down beside a figure."""
    yield from beginning_told(version)
    yield from days_told(channel_texts(version))
    if has_figure:
        yield from none_laid_down(channel_texts(version))
    else:
        yield from filing_days(step_texts(version))


def _beside(version: Version, times: TimeReadings) -> Iterator[tuple[Rank, Quote]]:
    """The sentences on what is added or not counted, and on from when the time is counted."""
    texts = (*channel_texts(version), *step_texts(version))
    for one in (*told_beside(texts, times), *as_long_as_another(texts)):
        yield Rank.ADDS, one
    for one in starts_told(texts):
        yield Rank.PART, one


def _declares(version: Version) -> bool:
    """Whether a channel declares a figure, or the list of cases has one for all of them."""
    of_cases = {(one.time.value, one.time.unit) for one in version.cases if one.time}
    return len(of_cases) == 1 or any(declared_limits(version))


def _rows(version: Version) -> Rows:
    """The figure of each channel that declares one, by its number in a pointer."""
    found = ((number, one.time) for number, one in enumerate(version.channels.items))
    return {
        (number,): [TimeLimit(time.value, time.unit).length]
        for number, time in found
        if time.value is not None and time.unit != "other"
    }


def declared_limits(version: Version) -> Iterator[TimeLimit]:
    """The figures that the channels record."""
    for channel in version.channels.items:
        if channel.time.value is not None and channel.time.unit != "other":
            yield TimeLimit(channel.time.value, channel.time.unit)


def _ranked(
    worked: list[Said], steps: list[Said], rows: Rows, apart: list[Said], *, by_case: bool
) -> Iterator[tuple[Rank, Quote]]:
    """The quotations of sentences with a length, each with how soon it is needed.

    Parts decide where nothing else does: in channels, or in steps without a figure.
    """
    figures = [length for row in rows.values() for length in row]
    shown: Set[Length] = set() if by_case else set(figures)
    parts = parts_of(days_of(figures[0]), steps) if len(set(figures)) == 1 else ()
    work, others, wholes = works_of_steps(steps, worked, figures)
    every = [*worked, *work]
    split: tuple[Said, ...] = ()
    if any(map(is_only_for_some, parts)):
        split, parts = parts, ()
        every = [*split, *(said for said in every if said not in split)]
    alone = [] if any(map(is_total, every)) else worked if figures else every
    later = later_works_of_cases(every) if figures else []
    for said in every:
        if not _only_repeats(said, figures):
            rank = rank_of(said, shown, parts)
            rank = min(rank, Rank.ADDS) if said in later else rank
            rank = Rank.DECIDES if said in split or said in others else rank
            is_other = gives_another_unit(said, rows.get(said.pointer[2:3], figures))
            is_link = is_other or (rank is Rank.PART and said in alone)
            whole = said in wholes or said in apart
            quote = _quoted(said, other_unit=is_other, other_whole=whole)
            yield Rank.DECIDES if is_link or whole else rank, quote


def _quoted(
    said: Said,
    whose: Speaker = Speaker.UNTOLD,
    *,
    other_unit: bool = False,
    of_way: bool = False,
    other_whole: bool = False,
) -> Quote:
    found = said.quotation
    value = TimeQuote(found.text, (said.length,), whose, found.heading)
    value = replace(value, other_unit=other_unit, of_way=of_way, other_whole=other_whole)
    return Reading(value, Certainty.SURE, found.evidence)


def _of_way(one: Quote) -> Quote:
    return replace(one, value=replace(one.value, of_way=True))


def _speaker(own: Iterable[Said]) -> Speaker:
    """Whose limits they are by which something is sent: the reader's, unless offices send it."""
    actors = {find_actor(said.sentence, 0, len(said.sentence)).actor for said in own}
    return Speaker.OFFICE if actors == {StepActor.OFFICE} else Speaker.READER


def _only_repeats(said: Said, figures: list[Length]) -> bool:
    """Whether a sentence says no more than its figure does."""
    is_bare = said.one.bare and said.one.limit.start is None and said.length in figures
    return is_bare and len(set(figures)) == 1 and len(said.sentence) < _SHORT


def _only_own(every: list[Said], figures: list[Length]) -> list[Said]:
    """The limits of readers and before an event that alone have the declared length."""
    same = [said for said in every if said.length in figures]
    return same if all(map(is_own, same)) else []


def _is_later_filing(said: Said) -> bool:
    """Whether the declared length is only the one within which some readers file once more."""
    is_case = said.pointer[0] == "channels" and begins_with_case(said.one.case or "")
    return is_case and is_filing(said)
