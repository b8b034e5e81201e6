"""A procedure as one publisher's site offers it: what a national index needs of it.

A variant is a member of a family: the same subject at another publisher, place or level; time
limits, fees and ways to submit may differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.law.family_candidates import basis_of, cited_documents
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.records.memoize import memoize_by_identity, memoize_by_key
from generator.records.registers import Agency, Field, LegalDocument
from generator.records.stated import ChannelTime, Fee, LimitAddition, Stated
from generator.records.version import Channel, Version


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Variant:
    """The version of a procedure that a site shows on its day.

    `family` is the first of its family on the site, itself where it has none; `split`: an editor
    took it out of the family that rules gave it. `basis` are the numbers of the legal documents it
    rests on. Channels carry their time limits and fees, without explanations.
    """

    procedure: str
    family: str
    code: str | None
    version: str
    title: str
    field: str
    levels: Stated[str]
    applicants: Stated[str]
    scope: str
    status: str
    current: bool
    online: str
    channels: Stated[Channel]
    start: date | None = None
    end: date | None = None
    basis: tuple[str, ...] = ()
    split: bool = False
    summary: str | None = None
    citizen_words: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """What the site of one publisher has to offer; `as_of` is the day it was built for.

    `digest` is the SHA-256 of the file a shard was read from.
    """

    as_of: date
    base_url: str
    publisher: Agency
    fields: tuple[Field, ...]
    variants: tuple[Variant, ...] = ()
    digest: bytes = b""


def shard_of(edition: Edition) -> Shard:
    """The shard of an edition: all of its procedures but those that have ended."""
    settings = edition.catalogue.settings
    key = settings.publisher
    known = edition.agency(key)
    variants = tuple(_variants(edition))
    used = {variant.field for variant in variants}
    return Shard(
        as_of=edition.day,
        base_url=settings.base_url,
        publisher=Agency(
            id=key,
            name=edition.agency_name(key),
            kind=known.kind if known else "agency",
            level=known.level if known else None,
        ),
        fields=tuple(Field(id=f, name=edition.field(f).name) for f in sorted(used)),
        variants=variants,
    )


def _variants(edition: Edition) -> Iterator[Variant]:
    catalogue = edition.catalogue
    split = {code for review in catalogue.family_reviews for code in review.split}
    for code, entry in edition.entries.items():
        if not entry.over:
            family = edition.families.get(code)
            first = family.id if family else code
            documents = cited_documents(code, entry.shown, catalogue)
            yield _variant(code, entry, documents, first, code in split)


@memoize_by_key
def _variant(
    _code: str,
    entry: PublishedProcedure,
    documents: tuple[LegalDocument, ...],
    family: str,
    split: bool,
) -> Variant:
    procedure, version = entry.procedure, entry.version
    interval = entry.timeline.interval_of(version.version)
    return Variant(
        procedure=procedure.id,
        family=family,
        code=procedure.code,
        version=version.version,
        title=entry.title,
        field=procedure.field,
        levels=version.levels,
        applicants=version.applicants,
        scope=procedure.scope,
        status=str(entry.status),
        current=entry.status.current,
        online=version.online.level,
        channels=_channels(version),
        start=interval.start if interval else None,
        end=interval.end if interval else None,
        basis=tuple(sorted(basis_of(documents))),
        split=split,
        summary=procedure.summary,
        citizen_words=procedure.citizen_words,
        keywords=procedure.keywords,
        life_events=procedure.life_events,
    )


@memoize_by_identity
def _channels(version: Version) -> Stated[Channel]:
    return replace(version.channels, items=tuple(map(_bare, version.channels.items)))


def _bare(channel: Channel) -> Channel:
    fees = replace(channel.fees, items=tuple(map(_bare_fee, channel.fees.items)), text=None)
    return Channel(
        method=channel.method,
        time=_bare_time(channel.time),
        committed_time=_bare_time(channel.committed_time) if channel.committed_time else None,
        fees=fees,
    )


def _bare_time(time: ChannelTime) -> ChannelTime:
    """The figures alone; the words where there is none."""
    return replace(
        time,
        text=time.text if time.value is None else None,
        cases=tuple(replace(case, id=None, text=None) for case in time.cases),
        additions=tuple(map(_bare_addition, time.additions)),
    )


def _bare_addition(addition: LimitAddition) -> LimitAddition:
    return replace(addition, id=None, text=addition.text if addition.value is None else None)


def _bare_fee(fee: Fee) -> Fee:
    return Fee(state=fee.state, amount=fee.amount, currency=fee.currency, unit=fee.unit)
