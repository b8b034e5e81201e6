"""What search engines read: schema.org GovernmentService and Legislation, as JSON-LD."""

from collections.abc import Mapping

from generator import addresses
from generator.law.due_dates import added_time, limit_of
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.records.decision import Decision
from generator.records.version import Channel, Version

_CONTEXT = "https://schema.org"
_ISO_UNITS = {
    "day": "P{}D",
    "month": "P{}M",
    "year": "P{}Y",
}
"""Calendar time only: ISO 8601 has no working days, and our hours are working hours."""


def service(entry: PublishedProcedure, version: Version, edition: Edition) -> Mapping[str, object]:
    """A procedure as a GovernmentService."""
    data = {
        "@context": _CONTEXT,
        "@type": "GovernmentService",
        "name": one_line(version.title),
        "identifier": entry.procedure.code,
        "description": entry.procedure.summary,
        "serviceType": edition.field(entry.procedure.field).name,
        "inLanguage": edition.words.language,
        "url": _url(addresses.procedure(entry.code), edition),
        "provider": _organisation(entry.procedure.agency, edition),
        "availableChannel": [_channel(channel, edition) for channel in version.channels.items],
        "serviceOutput": [{"@type": "Thing", "name": r.name} for r in version.results.items],
    }
    return {key: value for key, value in data.items() if value}


def _channel(channel: Channel, edition: Edition) -> Mapping[str, object]:
    """A channel; `processingTime` is the usual limit in calendar time, an ISO 8601 duration.

    It is left out when additional time is not part of the limit.
    """
    limit = limit_of(channel)
    pattern = _ISO_UNITS.get(limit.unit)
    data: dict[str, object] = {
        "@type": "ServiceChannel",
        "name": edition.words(f"method.{channel.method}"),
    }
    if pattern and limit.value is not None and not added_time(limit.additions):
        data["processingTime"] = pattern.format(f"{limit.value:g}")
    return data


def legislation(decision: Decision, edition: Edition) -> Mapping[str, object]:
    """A publishing decision as Legislation."""
    data = {
        "@context": _CONTEXT,
        "@type": "Legislation",
        "name": one_line(decision.title),
        "legislationIdentifier": decision.number,
        "legislationType": edition.words("decision.kind"),
        "legislationDate": decision.signed.isoformat() if decision.signed else None,
        "datePublished": decision.listed.isoformat() if decision.listed else None,
        "legislationPassedBy": _organisation(decision.agency, edition),
        "inLanguage": edition.words.language,
        "url": _url(addresses.decision(decision.id), edition),
    }
    return {key: value for key, value in data.items() if value}


def _organisation(key: str, edition: Edition) -> Mapping[str, str]:
    return {"@type": "GovernmentOrganization", "name": edition.agency_name(key)}


def _url(path: str, edition: Edition) -> str:
    return edition.catalogue.settings.base_url + addresses.address(path)
