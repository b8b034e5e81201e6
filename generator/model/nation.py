"""The edition of a federation: its procedures are those of the sites of its members.

The variants of a family stand under one entry, whatever the number of publishers and levels. The
entry says what they have in common; where they differ, it has the span of all of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from generator.law.families import Join, find_families
from generator.law.family_candidates import Candidate
from generator.law.family_titles import title_words
from generator.law.intervals import Status
from generator.law.timeline import Timeline
from generator.law.titles import one_line, vietnamese_order
from generator.model.edition import Edition
from generator.model.families import Families
from generator.model.published import PublishedProcedure, Spans
from generator.model.summaries import LEVELS, Summaries, VersionSummary, is_for_citizens
from generator.model.variants import Shard, Variant
from generator.readings.brief import read_brief
from generator.records.blobs import LoadedVersion
from generator.records.catalogue import Catalogue
from generator.records.families import FamilyReview
from generator.records.registers import Procedure
from generator.records.stated import Stated
from generator.records.version import Agencies, Dossier, Online, Postal, Version

T = TypeVar("T")

_ELSEWHERE: Stated[Any] = Stated(not_stated="elsewhere")
_LIKELIEST = (
    Status.IN_FORCE,
    Status.ENDING,
    Status.PUBLISHED,
    Status.UNCERTAIN,
    Status.WAITING,
)


@dataclass(frozen=True, slots=True)
class MemberSite:
    """The site of a member, and the address where it is published."""

    shard: Shard
    address: str

    @property
    def name(self) -> str:
        """The name of its publisher."""
        return self.shard.publisher.name


@dataclass(frozen=True, slots=True)
class Local:
    """A variant, with the site on which it stands in full."""

    site: MemberSite
    variant: Variant


@dataclass(frozen=True)
class Nation(Edition):
    """An edition whose procedures stand on other sites; it has no decisions of its own.

    `local` has the variants of each family under the id of its first, and `joins` why they are one.
    """

    HAS_FEEDS: ClassVar[bool] = False
    HAS_OTHER_DAYS: ClassVar[bool] = False
    sites: tuple[MemberSite, ...] = ()
    local: Mapping[str, tuple[Local, ...]] = field(default_factory=dict)
    joins: Mapping[str, tuple[Join, ...]] = field(default_factory=dict)

    @property
    def stamp(self) -> bytes:
        """The digests of the shards, and the addresses of their sites."""
        return b"\0".join(site.shard.digest + site.address.encode() for site in self.sites)

    @cached_property
    def entries(self) -> Mapping[str, PublishedProcedure]:
        """Every national procedure, in Vietnamese alphabetical order of titles."""
        found = [self._national(code, local) for code, local in self.local.items()]
        ordered = sorted(found, key=lambda one: (*vietnamese_order(one.title), one.code))
        return {entry.code: entry for entry in ordered}

    @cached_property
    def families(self) -> Families:
        """None: a family is one procedure here."""
        return {}

    @cached_property
    def summaries(self) -> Summaries:
        """One summary for every national procedure, in the lists of all its publishers."""
        return {code: (entry.summary,) for code, entry in self.entries.items()}

    def _national(self, code: str, local: Sequence[Local]) -> PublishedProcedure:
        variants = [one.variant for one in local]
        publishers = tuple(dict.fromkeys(one.site.shard.publisher.id for one in local))
        alone = publishers[0] if len(publishers) == 1 else ""
        procedure = Procedure(
            id=code,
            code=next((v.code for v in variants if v.procedure == code), None),
            field=_commonest(variant.field for variant in variants),
            agency=alone or self.words("nation.publishers", count=len(publishers)),
            kind="not_stated",
            scope=_commonest(variant.scope for variant in variants),
            former_ids=tuple(dict.fromkeys(v.procedure for v in variants if v.procedure != code)),
            summary=next((variant.summary for variant in variants if variant.summary), None),
            citizen_words=_all(variant.citizen_words for variant in variants),
            keywords=_all(variant.keywords for variant in variants),
            life_events=_all(variant.life_events for variant in variants),
        )
        states = {Status(variant.status) for variant in variants}
        status = next(one for one in _LIKELIEST if one in states)
        timeline = Timeline(code, (), (), (), (), (), ())
        version = version_of(code, variants)
        shown = LoadedVersion(f"{code}/{version.version}", version)
        summary = _summary(procedure, version, status, publishers, self.day)
        return PublishedProcedure(
            procedure, shown, summary, status, timeline, bound=_bound(variants)
        )


def nation_of(edition: Edition, sites: Iterable[MemberSite]) -> Nation:
    """The nation of an edition without procedures and of the sites of its members."""
    ordered = tuple(sorted(sites, key=lambda site: vietnamese_order(site.name)))
    offered: dict[str, list[Local]] = defaultdict(list)
    for site in ordered:
        for variant in site.shard.variants:
            offered[variant.procedure].append(Local(site, variant))
    kin = find_families(
        [_candidate(code, local) for code, local in offered.items()],
        (*_split_by_members(offered), *edition.catalogue.family_reviews),
    )
    joined = {code: one.codes for one in kin for code in one.codes}
    families = dict.fromkeys(joined.get(code, (code,)) for code in offered)
    return Nation(
        _with_registers(edition.catalogue, ordered),
        edition.day,
        edition.words,
        ordered,
        {codes[0]: tuple(one for code in codes for one in offered[code]) for codes in families},
        {one.id: one.joins for one in kin},
    )


def _candidate(code: str, local: Sequence[Local]) -> Candidate:
    """What the rules of families look at of a procedure that sites offer under one id."""
    variants = [one.variant for one in local]
    publishers = [one.site.shard.publisher for one in local]
    return Candidate(
        code,
        _commonest(variant.title for variant in variants),
        title_words(_commonest(map(_field_name, local))),
        publishers[0].id,
        any(publisher.level == "central" for publisher in publishers),
        _levels(variants),
        lambda: frozenset(number for variant in variants for number in variant.basis),
        family=next((v.family for v in variants if v.family != code), code),
    )


def _field_name(local: Local) -> str:
    """What the site of a variant calls its field."""
    key = local.variant.field
    return next((one.name for one in local.site.shard.fields if one.id == key), key)


def _split_by_members(offered: Mapping[str, Sequence[Local]]) -> Iterator[FamilyReview]:
    """What editors of members split off stays so here."""
    for code, local in offered.items():
        if any(one.variant.split for one in local):
            yield FamilyReview(split=(code,), reason="")


def _with_registers(catalogue: Catalogue, sites: Sequence[MemberSite]) -> Catalogue:
    """The registers of the federation, with the publishers and fields that only members know.

    Journeys are left out: their pages answer from versions, which only members have.
    """
    fields = {one.id: one for site in sites for one in site.shard.fields} | dict(catalogue.fields)
    publishers = {
        site.shard.publisher.id: replace(site.shard.publisher, website=site.address)
        for site in sites
    }
    agencies = {**catalogue.agencies, **publishers}
    return replace(catalogue, fields=fields, agencies=agencies, journeys={})


def version_of(code: str, variants: Sequence[Variant]) -> Version:
    """What variants say together; all their channels, so that figures span from least to most."""
    title = _commonest(variant.title for variant in variants)
    like = next(variant for variant in variants if variant.title == title)
    nothing = _ELSEWHERE
    channels = tuple(dict.fromkeys(c for v in variants for c in v.channels.items))
    return Version(
        procedure=code,
        version=like.version,
        title=title,
        levels=Stated(items=_levels(variants)),
        steps=nothing,
        channels=Stated(items=channels) if channels else like.channels,
        dossier=Dossier(sets=None, groups=nothing),
        forms=nothing,
        applicants=Stated(items=_all(variant.applicants.items for variant in variants)),
        agencies=Agencies(
            executing=nothing,
            deciding=nothing,
            receiving=nothing,
            delegated=nothing,
            coordinating=nothing,
        ),
        results=nothing,
        conditions=nothing,
        legal_basis=nothing,
        online=Online(level=_commonest(variant.online for variant in variants), payment=None),
        postal=Postal(receives_dossier=None, returns_result=None),
        linked_procedures=nothing,
        internal_process=nothing,
    )


def _summary(
    procedure: Procedure,
    version: Version,
    status: Status,
    publishers: tuple[str, ...],
    day: date,
) -> VersionSummary:
    return VersionSummary(
        procedure=procedure.id,
        code=procedure.code,
        version=version.version,
        title=one_line(version.title),
        field=procedure.field,
        levels=version.levels.items,
        life_events=procedure.life_events,
        agencies=publishers,
        receiving=(),
        executing=None,
        others=0,
        brief=read_brief(version, day),
        for_citizens=is_for_citizens(version),
        online=version.online.level,
        status=str(status),
        current=status.current,
        over=False,
        shown=True,
        start=None,
        end=None,
        certain=None,
    )


def _bound(variants: Sequence[Variant]) -> Spans:
    """From the first day anywhere until the last; the first is not known unless all are."""
    starts = [variant.start for variant in variants]
    ends = [variant.end for variant in variants]
    first = None if None in starts else min(filter(None, starts))
    last = None if None in ends else max(filter(None, ends))
    return ((first, last, first is not None),)


def _levels(variants: Sequence[Variant]) -> tuple[str, ...]:
    return tuple(sorted(_all(v.levels.items for v in variants), key=LEVELS.index))


def _commonest(values: Iterable[T]) -> T:
    """The value that most have; of several, the one that comes first."""
    return Counter(values).most_common(1)[0][0]


def _all(values: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """Every value once, in the order in which they come."""
    return tuple(dict.fromkeys(value for group in values for value in group))
