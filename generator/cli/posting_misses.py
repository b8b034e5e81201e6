"""Why names of `niemyet post` lead to no sheets: what was meant, and how to go on."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.cli.common import MisuseError
from generator.law.text import fold_text
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.posting_coverage import post_command
from generator.model.published import PublishedProcedure
from generator.pages.validity import validity
from generator.posting.former_units import units_now
from generator.posting.office import (
    PostingOrder,
    SeveralWallsError,
    UnknownNameError,
    place_without_body,
    posting_order,
)

_CODE = re.compile(r"[0-9]\.[0-9]{6}")
"""How the code of a procedure is written."""
_LIKE_A_CODE = re.compile(r"[0-9]+[.,][0-9.,]+")
"""What is typed for one with a figure too many or too few."""


def unknown_name(
    error: UnknownNameError,
    names: Sequence[str],
    given: Sequence[str],
    once: Sequence[str],
    edition: Edition,
) -> MisuseError:
    """What is said of one of `names` that nothing has.

    `given` are the options of the command, `once` those that go with no other names than these.
    """
    words = edition.words
    if whole := _whole_name(names, edition):
        command = post_command([whole, *given, *once])
        return MisuseError(words("posting.unquoted", command=command))
    if _CODE.fullmatch(error.name):
        return MisuseError(words("posting.no_sheet", code=error.name))
    if _LIKE_A_CODE.fullmatch(error.name):
        return MisuseError(words("posting.no_code", code=error.name))
    if codes := _codes_of(error.name, edition):
        return MisuseError(_title_words(error.name, codes, names, given, words))
    said = " ".join((words("posting.unknown", name=error.name), *_way_on(error, given, edition)))
    return MisuseError(said)


def _whole_name(names: Sequence[str], edition: Edition) -> str:
    """The name that several words are without their quotation marks; "" where they are none."""
    whole = " ".join(names) if len(names) > 1 else ""
    try:
        return posting_order((whole,), edition).name if whole else ""
    except (UnknownNameError, SeveralWallsError):
        return ""


def _title_words(
    title: str, codes: Sequence[str], names: Sequence[str], given: Sequence[str], words: Words
) -> str:
    """That a name is the title of procedures, and the command that prints their sheets."""
    offices = [one for one in names if one != title]
    key = "posting.is_title" if offices else "posting.is_title_alone"
    asked = [*(offices or [words("posting.some_office")]), *codes, *given]
    return words(key, name=title, command=post_command(asked))


def _way_on(error: UnknownNameError, given: Sequence[str], edition: Edition) -> Iterator[str]:
    """What a name was, or what looks like it; else the command that lists all."""
    words = edition.words
    former = units_now(error.name, edition)
    for name, now in former:
        yield words("posting.former_unit", name=name, now="; ".join(now))
    if error.near and not former:
        yield words("posting.near", names="; ".join(error.near))
    if not (error.near or former):
        yield words("posting.list_offices", command=post_command(given))


def _codes_of(title: str, edition: Edition) -> list[str]:
    """The procedures of a title that are posted on the day.

    It may stand without its accents, and without the word "Thủ tục" in front.
    """
    current = (one for one in edition.entries.values() if one.summary.current)
    return [one.code for one in current if _bare_title(one.title) == _bare_title(title)]


def _bare_title(title: str) -> str:
    return fold_text(title).removeprefix("thu tuc ")


def empty_set(
    order: PostingOrder, names: Iterable[str], given: Sequence[str], edition: Edition
) -> MisuseError:
    """What is said of an office that has nothing to post: the set of its whole place may be meant.

    `given` are the options of the command that asked for it by its `names`.
    """
    words, day = edition.words, edition.words.day(edition.day)
    places = (place_without_body(name, edition) for name in names)
    commands = (post_command([place, *given]) for place in places if place)
    hints = (words("posting.by_place", command=command) for command in commands)
    return MisuseError(" ".join((words("posting.empty", name=order.name, day=day), *hints)))


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
