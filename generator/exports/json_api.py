"""The JSON API: every procedure, every decision, and an index, with the keys of the YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator import addresses
from generator.exports.json_text import to_json
from generator.exports.readings_schema import readings_schema_json
from generator.law.intervals import Event, Interval
from generator.model.edition import Edition
from generator.model.newest_decision import newest_decision
from generator.model.published import PublishedProcedure
from generator.model.territories import procedure_place
from generator.readings.plain import convert_to_plain
from generator.readings.version import VersionReadings
from generator.records.decision import Decision
from generator.records.memoize import memoize_by_identity
from generator.records.registers import Procedure
from generator.records.serialise import serialise, serialise_version
from generator.records.units import ProvinceUnit
from generator.records.version import Version


def procedure_json(
    entry: PublishedProcedure, read: Mapping[str, VersionReadings], edition: Edition
) -> tuple[str, bytes]:
    """One procedure: identity, status on the day, every published version, the rows about it.

    `read`: what was read out of the words of each version.
    """
    published = {event.version for event in entry.timeline.events}
    versions = edition.catalogue.versions[entry.code]
    data = {
        **_mapping(serialise(entry.procedure)),
        "as_of": edition.day.isoformat(),
        "status": str(entry.status),
        "current_version": entry.version.version,
        "successors": list(entry.timeline.successors),
        "predecessors": list(entry.timeline.predecessors),
        **_family(entry.code, edition),
        "decisions": [_event(event, edition) for event in entry.timeline.events],
        "versions": [
            {**_version(entry, v, edition), "readings": convert_to_plain(read[v.version])}
            for v in versions
            if v.version in published
        ],
        "address": addresses.address(addresses.procedure(entry.code)),
    }
    return addresses.procedure_data(entry.code), to_json(data)


def _family(code: str, edition: Edition) -> dict[str, object]:
    """Its family: the variants of the subject, and why each is one; nothing without kin."""
    family = edition.families.get(code)
    if family is None:
        return {}
    joins = [serialise(join) for join in family.joins]
    codes = [one.procedure for one in family.variants]
    return {"family": {"id": family.id, "variants": codes, "joins": joins}}


def decision_json(decision: Decision) -> tuple[str, bytes]:
    """One decision with its rows."""
    address = addresses.address(addresses.decision(decision.id))
    return addresses.decision_data(decision.id), to_json(
        {**_mapping(serialise(decision)), "address": address}
    )


def place_json(place: ProvinceUnit) -> tuple[str, bytes]:
    """One province with its communes and what they were merged from."""
    address = addresses.address(addresses.province(place.id))
    return addresses.place_data(place.id), to_json(
        {**_mapping(serialise(place)), "address": address}
    )


def index_json(edition: Edition) -> tuple[str, bytes]:
    """The list of everything there is, enough to fetch the rest."""
    settings = edition.catalogue.settings
    data = {
        "title": settings.title,
        "sample": settings.sample,
        "as_of": edition.day.isoformat(),
        **_newest_decision(edition),
        "readings_schema": addresses.READINGS_SCHEMA,
        "procedures": _procedure_rows(edition),
        "decisions": [
            _decision_row(edition.catalogue.decisions[key])
            for key in sorted(edition.catalogue.decisions)
        ],
        "fields": [serialise(field) for field in edition.catalogue.fields.values()],
    }
    return addresses.INDEX_DATA, to_json(data)


def _newest_decision(edition: Edition) -> dict[str, object]:
    """Up to which day decisions are known; why that is not known is in `unknown`."""
    newest = newest_decision(edition)
    reasons = {} if newest else {"unknown": {"newest_decision": edition.words("unknown.newest")}}
    return {"newest_decision": serialise(newest), **reasons}


def lists_json(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The files that are not about one record."""
    yield index_json(edition)
    yield calendars_json(edition)
    yield agencies_json(edition)
    yield readings_schema_json()


def agencies_json(edition: Edition) -> tuple[str, bytes]:
    """Every agency of the register: level, place, the body above it, who took its place."""
    agencies = edition.catalogue.agencies
    rows = [serialise(replace(agencies[key], source=None)) for key in sorted(agencies)]
    return addresses.AGENCIES_DATA, to_json(rows)


def calendars_json(edition: Edition) -> tuple[str, bytes]:
    """The days off of every year that is known: what counting working days needs."""
    calendars = edition.catalogue.calendars
    return addresses.CALENDARS, to_json([serialise(calendars[year]) for year in sorted(calendars)])


def _procedure_rows(edition: Edition) -> list[dict[str, object]]:
    ids = {one.code: one.id for one in edition.catalogue.places.values()}
    return [
        {**_procedure_row(entry), **_province(entry.procedure, ids, edition)}
        for entry in edition.entries.values()
    ]


def _province(procedure: Procedure, ids: Mapping[str, str], edition: Edition) -> dict[str, object]:
    """The province that a procedure holds in; no key for one of the whole country."""
    place = procedure_place(procedure, edition.catalogue, edition.words)
    if place is None:
        return {"province": None, "unknown": {"province": edition.words("unknown.province")}}
    return {"province": ids[place.province]} if place.province else {}


@memoize_by_identity
def _procedure_row(entry: PublishedProcedure) -> dict[str, object]:
    return {
        "id": entry.code,
        "code": entry.procedure.code,
        "title": entry.shown.header.title,
        "field": entry.procedure.field,
        "agency": entry.procedure.agency,
        "scope": entry.procedure.scope,
        "levels": list(entry.summary.levels),
        "status": str(entry.status),
        "current_version": entry.summary.version,
        "file": addresses.procedure_data(entry.code),
        "address": addresses.address(addresses.procedure(entry.code)),
    }


def _decision_row(decision: Decision) -> dict[str, object]:
    days = ("signed", "effective")
    reasons = {key: decision.unknown[key] for key in days if key in decision.unknown}
    return {
        "id": decision.id,
        "number": decision.number,
        "agency": decision.agency,
        "signed": serialise(decision.signed),
        "effective": serialise(decision.effective),
        **({"unknown": reasons} if reasons else {}),
        "file": addresses.decision_data(decision.id),
        "address": addresses.address(addresses.decision(decision.id)),
    }


def _version(entry: PublishedProcedure, version: Version, edition: Edition) -> dict[str, object]:
    interval = entry.timeline.interval_of(version.version)
    return {
        **_mapping(serialise_version(version)),
        "status": str(entry.timeline.version_status(version.version, edition.day)),
        **_span(interval, edition),
        "address": addresses.address(addresses.version_address(entry.code, version.version)),
        "short_address": addresses.address(addresses.short_address(entry.code, version.version)),
    }


def _span(interval: Interval | None, edition: Edition) -> dict[str, object]:
    """In force from `start` until the day before `end`; why one is not known is in `unknown`."""
    if interval is None:
        return {"start": None, "end": None}
    reasons = {} if interval.start else {"start": _reason(interval.begun_by, edition)}
    if interval.ended_by and interval.end is None:
        reasons["end"] = _reason(interval.ended_by, edition)
    days = {"start": serialise(interval.start), "end": serialise(interval.end)}
    return {**days, **({"unknown": reasons} if reasons else {})}


def _reason(event: Event, edition: Edition) -> str:
    """Why it is not known when a row takes effect."""
    return event.decision.unknown.get("effective") or edition.words("unknown.effective")


def _event(event: Event, edition: Edition) -> dict[str, object]:
    reasons = {} if event.effective else {"unknown": {"effective": _reason(event, edition)}}
    return {
        "decision": event.decision.id,
        "row": event.row.id,
        "action": event.action,
        "version": event.version,
        "effective": serialise(event.effective),
        **reasons,
    }


def _mapping(data: object) -> Mapping[str, object]:
    assert isinstance(data, dict)
    return data
