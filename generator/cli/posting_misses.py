"""Why names of `niemyet post` lead to no sheets: what was meant, and how to go on."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.cli.common import MisuseError
from generator.law.text import fold_text
from generator.model.edition import Edition
from generator.model.posting_coverage import post_command
from generator.model.published import PublishedProcedure
from generator.pages.validity import validity
from generator.posting.office import PostingOrder, UnknownNameError

_CODE = re.compile(r"[0-9]\.[0-9]{6}")
"""How the code of a procedure is written."""


def unknown_name(error: UnknownNameError, asked: Sequence[str], edition: Edition) -> MisuseError:
    """What is said of a name that nothing has; `asked` are the words of the command."""
    words = edition.words
    if _CODE.fullmatch(error.name):
        return MisuseError(words("posting.no_sheet", code=error.name))
    if codes := _codes_of(error.name, edition):
        left = [one for one in asked if one != error.name]
        alone = not left or left[0].startswith("-")
        office = words("posting.some_office") if alone else left.pop(0)
        key = "posting.is_title_alone" if alone else "posting.is_title"
        command = post_command([office, *codes, *left])
        return MisuseError(words(key, name=error.name, command=command))
    said = words("posting.unknown", name=error.name)
    near = words("posting.near", names=", ".join(error.near)) if error.near else ""
    return MisuseError(f"{said} {near or words('posting.list_offices')}")


def _codes_of(title: str, edition: Edition) -> list[str]:
    """The procedures of a title that are posted on the day, with or without its accents."""
    current = (one for one in edition.entries.values() if one.summary.current)
    return [one.code for one in current if fold_text(one.title) == fold_text(title)]


def not_in_set(codes: Iterable[str], order: PostingOrder, edition: Edition) -> MisuseError:
    """What is said of procedures that are not in the set of an order: why, one by one."""
    words, office = edition.words, order.office or order.name
    day = words.day(edition.day)
    whys = {code: " ".join(_why_not(edition.entries[code], edition)) for code in codes}
    said = (
        words("posting.not_in_set", code=code, office=office, day=day, why=why)
        for code, why in whys.items()
    )
    return MisuseError("\n".join(said))


def _why_not(entry: PublishedProcedure, edition: Edition) -> Iterator[str]:
    words = edition.words
    if entry.over or not entry.summary.current:
        yield f"{validity(entry, entry.version, edition).sentence}."
        if entry.over and (codes := entry.timeline.successors):
            yield f"{words('validity.replaced_by')} {', '.join(codes)}."
        return
    roles = entry.version.agencies
    parts = (*roles.receiving.items, *roles.executing.items)
    named = dict.fromkeys(edition.agency_name(one.agency) for one in parts if one.agency)
    levels = ", ".join(words(f"level.{level}").lower() for level in entry.summary.levels)
    yield words("posting.of_others", levels=levels or "–", names=", ".join(named) or "–")
