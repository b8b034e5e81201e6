"""A rule on procedures of one title at several tiers: what they ask for should be the same.

Sources split and join the items of one dossier in their own ways, and write what they do not know
in several: papers are compared by their words, limits and fees by what both sides state.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.findings.problem import Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.dossier import IN_BRACKETS
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.placed import PublishedVersion
from generator.law.rules.sources import PRACTICE
from generator.law.text import fold_text
from generator.records.schema_errors import shown
from generator.records.version import Version

_RUN = 3
"""Words that stand together in the name of a paper, however a source splits its items."""
_NAMED = 0.85
"""The share of such runs at which the other side names the same paper."""

_DAYS = re.compile(r"(?<![\d.,/])([0-9]{1,3}(?:,[0-9])?) (?:ngày|giờ|tháng)(?!\w)", re.I)


def _same_title_other_text(context: Context) -> Iterator[Breach]:
    """One title of one publisher at several tiers with other papers or times: drift?

    Provinces lay down their own papers and times, each other than the next and the ministry.
    """
    first: dict[tuple[str, str], PublishedVersion] = {}
    for published in context.current_versions:
        title = " ".join(published.ref.header.title.lower().split())
        procedure = context.catalogue.procedures.get(published.procedure)
        publisher = procedure.agency if procedure else ""
        other = first.setdefault((publisher, title), published)
        if other.procedure == published.procedure or not context.is_requested(published.file):
            continue
        drift = tuple(_drift(published.version, other.version))
        same_tier = set(other.version.levels.items) & set(published.version.levels.items)
        if drift and not same_tier:
            parts = Wording(tuple(f"legal_part.{part}" for part in drift))
            values = {"other": other.procedure, "file": other.file, "parts": parts}
            paper = _paper_of_one(published.version, other.version)
            yield at(published.file, "title", example=paper, **values)


def _drift(one: Version, other: Version) -> Iterator[str]:
    """The parts in which two versions differ for whoever reads them."""
    if _papers_of_one(one, other) or _papers_of_one(other, one):
        yield "dossier"
    if _states_otherwise(_amounts(one), _amounts(other)):
        yield "fees"
    if _states_otherwise(_limits(one), _limits(other)) and not _tell_all_limits(one, other):
        yield "time"


def _states_otherwise(one: frozenset[object], other: frozenset[object]) -> bool:
    """Whether both sides state something, and not the same."""
    return bool(one and other) and one != other


def _amounts(version: Version) -> frozenset[object]:
    fees = (fee for channel in version.channels.items for fee in channel.fees.items)
    return frozenset((fee.amount, fee.currency) for fee in fees if fee.state == "amount")


def _limits(version: Version) -> frozenset[tuple[float, str]]:
    times = (channel.time for channel in version.channels.items)
    return frozenset((time.value, time.unit) for time in times if time.value is not None)


def _tell_all_limits(one: Version, other: Version) -> bool:
    """Whether the words of both sides have what only the other side has as a figure."""
    more = ((one, _limits(other) - _limits(one)), (other, _limits(one) - _limits(other)))
    return all(value in _figures(version) for version, limits in more for value, _ in limits)


def _figures(version: Version) -> set[float]:
    """The numbers of days that the words of the ways to submit name."""
    texts = " ".join(channel.text or "" for channel in version.channels.items)
    return {float(days.replace(",", ".")) for days in _DAYS.findall(texts)}


def _paper_of_one(version: Version, other: Version) -> Wording:
    """The paper that most clearly only one of two versions asks for; no words without one."""
    for key, only in (
        ("here", _papers_of_one(version, other)),
        ("there", _papers_of_one(other, version)),
    ):
        if only:
            return Wording((f"hint.paper_only_{key}",), values={"name": shown(only[0])})
    return Wording()


def _papers_of_one(version: Version, other: Version) -> Sequence[str]:
    """The papers of one version that the dossier of the other does not name, strangest first."""
    told = set(_runs(" ".join(_texts_of_the_dossier(other))))
    shares = {name: _share(_runs(name), told) for name in _papers(version)}
    only = [name for name, share in shares.items() if share < _NAMED]
    return sorted(only, key=lambda name: shares[name])


def _share(runs: Sequence[str], told: Collection[str]) -> float:
    return sum(run in told for run in runs) / max(len(runs), 1)


def _texts_of_the_dossier(version: Version) -> Iterator[str]:
    for group in version.dossier.groups.items:
        yield group.name or ""
        yield from (item.name for item in group.items)


def _papers(version: Version) -> Iterator[str]:
    items = (item for group in version.dossier.groups.items for item in group.items)
    return (item.name for item in items if not IN_BRACKETS.match(item.name))


def _runs(text: str) -> list[str]:
    """All runs of a few words of a text; letters and digits count, marks and case do not."""
    words = re.findall(r"\w+", fold_text(text))
    starts = range(max(len(words) - _RUN + 1, 1))
    return [" ".join(words[start : start + _RUN]) for start in starts]


RULES = (Rule("CQ813", Severity.INFO, PRACTICE, _same_title_other_text),)
