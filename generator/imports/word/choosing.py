"""Whose the files of one import are: which decision each names, and which is to be imported."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.imports.word.package import UnreadableFileError
from generator.imports.word.processes import begins_name
from generator.imports.word.sources import GivenByUser, WordSources
from generator.law.citations import normalise


@dataclass(frozen=True, slots=True)
class ChosenSources:
    """The files of one decision, and those that name another one, with its number."""

    sources: tuple[WordSources, ...]
    others: tuple[tuple[str, str], ...] = ()
    unlike_given: str | None = None
    """The number that the files name where the user names another."""


def complete_number(sources: Sequence[WordSources], given: GivenByUser) -> GivenByUser:
    """What the user gives; a serial alone becomes the one number, printed or blank but for its
    serial, that begins with it.
    """
    printed = {number for source in sources if (number := _number_of(source))}
    blank = {source.decision.symbol for source in sources if source.decision and _is_blank(source)}
    printed |= {normalise(f"{given.number}/{symbol}") for symbol in blank if symbol}
    begun = [one for one in printed if one.partition("/")[0] == given.number]
    return replace(given, number=begun[0]) if len(begun) == 1 else given


def choose_decision(sources: Sequence[WordSources], given: GivenByUser) -> ChosenSources:
    """The files of the decision that is to be imported; a file without a number goes with it,
    unless what it holds belongs to another one of the decisions.

    A draft whose own number is blank is the decision that the user names: an annex that came with
    a decision of a number may belong to another one.

    Raises UnreadableFileError when files name several decisions and the user names none of them,
    or when one is blank and others name a number.
    """
    numbers = _numbers_of(sources)
    files = {
        number: [
            source.file.name for own, source in zip(numbers, sources, strict=True) if own == number
        ]
        for number in dict.fromkeys(filter(None, numbers))
    }
    wanted = normalise(given.number) if given.number else None
    blank = [source.file.name for source in sources if _is_blank(source)]
    unnumbered = [s.file.name for number, s in zip(numbers, sources, strict=True) if not number]
    typed = given.typed
    if files and blank and wanted is None:
        commands = [typed.command(unnumbered), *(typed.command(files[one], one) for one in files)]
        values = {"file": blank[0], "decisions": _listed(files), "commands": "\n".join(commands)}
        raise UnreadableFileError("office.blank_number", **values)
    if len(files) > 1 and wanted not in files and not blank:
        commands = [typed.command([*files[one], *unnumbered], one) for one in files]
        values = {"decisions": _listed(files), "commands": "\n".join(commands)}
        raise UnreadableFileError("office.several_decisions", **values)
    if wanted not in files and not blank:
        return ChosenSources(tuple(sources), (), next(iter(files), None) if wanted else None)
    numbered = list(zip(numbers, sources, strict=True))
    own = tuple(source for number, source in numbered if number in (None, wanted))
    others = ((n, source.file.name) for n, source in numbered if n not in (None, wanted))
    return ChosenSources(own, tuple((number or "", name) for number, name in others))


def _numbers_of(sources: Sequence[WordSources]) -> list[str | None]:
    """The number of each file; of one without, that of the one decision that can have it.

    A list or contents belong to a decision that publishes, internal processes to one that approves
    them: which of two decisions has only the other kind, has not this file.
    """
    numbers = [_number_of(source) for source in sources]
    kinds: dict[str, set[str]] = {}
    for number, source in zip(numbers, sources, strict=True):
        if number:
            kinds.setdefault(number, set()).update(_kinds_in(source))
    return [
        number or _only_place(source, kinds)
        for number, source in zip(numbers, sources, strict=True)
    ]


def _only_place(source: WordSources, kinds: Mapping[str, set[str]]) -> str | None:
    held = _kinds_in(source)
    fitting = [number for number, has in kinds.items() if not has or has & held]
    return fitting[0] if len(fitting) == 1 and len(kinds) > 1 and held else None


def _kinds_in(source: WordSources) -> set[str]:
    """What a file holds: procedures that are published, internal processes, or both."""
    published = source.lists.rows or source.contents.procedures or source.lists.two_names
    approves = source.decision is not None and source.decision.approves_processes
    kinds = {"published": bool(published), "processes": bool(source.processes) or approves}
    return {kind for kind, is_there in kinds.items() if is_there}


def _is_blank(source: WordSources) -> bool:
    """Whether a file holds a decision whose number is still to be given."""
    return source.decision is not None and _number_of(source) is None


def _listed(files: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{number} ({', '.join(names)})" for number, names in files.items())


def _number_of(source: WordSources) -> str | None:
    """The number of the decision that a file holds, or else says it came with."""
    for printed in (source.decision, source.reference):
        if printed and printed.number:
            return normalise(printed.number)
    return None


def split_by_decision(
    sources: Sequence[WordSources], given: GivenByUser
) -> tuple[tuple[WordSources, ...], ...]:
    """The files of each decision that is to be imported, in the order of import.

    Decisions that publish come first, since internal processes belong to what they publish; then
    the earlier day and the lower number. All files together where the user names one decision, and
    where some cannot be told apart: `choose_decision` says what to do then.

    Raises UnreadableFileError when the user gives the days of one decision for several.
    """
    numbers = _numbers_of(sources)
    if given.number or None in numbers or len(set(numbers)) == 1:
        return (tuple(sources),)
    numbered = list(zip(numbers, sources, strict=True))
    parts = [tuple(one for own, one in numbered if own == number) for number in set(numbers)]
    parts.sort(key=_import_order)
    if given.signed or given.effective:
        raise UnreadableFileError("office.days_of_one", **_apart(parts, given))
    return tuple(parts)


def explain_decision(
    error: UnreadableFileError,
    part: Sequence[WordSources],
    parts: Sequence[Sequence[WordSources]],
    given: GivenByUser,
) -> dict[str, str]:
    """What to say of one of several decisions that cannot be imported: its number, and commands
    for each, that of this one with the options which it still needs.
    """
    lacking = str(error.values.get("options", "")) if error.key == "office.no_number" else ""
    more = "".join(f" {option} …" for option in lacking.split(", ") if option)
    values = _apart(parts, given, {_number_in(part): more})
    return {**values, "number": _number_in(part)}


def give_decision(
    part: Sequence[WordSources], parts: Sequence[Sequence[WordSources]], given: GivenByUser
) -> GivenByUser:
    """What the user gives for one of several decisions: without the pairs of processes that only
    another one has.
    """
    others = [other for other in parts if other is not part]
    pairs = (
        pair
        for pair in given.pairs
        if _has_process(part, pair[0]) or not any(_has_process(one, pair[0]) for one in others)
    )
    return replace(given, pairs=tuple(pairs))


def _has_process(part: Sequence[WordSources], beginning: str) -> bool:
    names = (name for source in part for one in source.processes for name in one.names)
    return any(begins_name(name, beginning) for name in names)


def _import_order(part: Sequence[WordSources]) -> tuple[bool, date, int, str]:
    publishes = any("published" in _kinds_in(source) for source in part)
    printed = (one for source in part for one in (source.decision, source.reference) if one)
    signed = next((one.signed for one in printed if one.signed), date.max)
    serial = re.match(r"\d{1,6}", _number_in(part))
    return not publishes, signed, int(serial[0]) if serial else 0, _number_in(part)


def _number_in(part: Sequence[WordSources]) -> str:
    """The number of the decision of some files."""
    return next(filter(None, map(_number_of, part)), "")


def _apart(
    parts: Sequence[Sequence[WordSources]],
    given: GivenByUser,
    more: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The decisions with their files, and the command of each with `more` at its end."""
    files = {_number_in(part): [source.file.name for source in part] for part in parts}
    lines = (
        given.typed.command(names, number) + (more or {}).get(number, "")
        for number, names in files.items()
    )
    return {"decisions": _listed(files), "commands": "\n".join(lines)}
