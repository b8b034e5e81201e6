"""The JSON API of a national index: its members, and the variants of every family."""

from collections.abc import Iterator

from generator import addresses
from generator.exports.json_text import to_json
from generator.model.edition import Edition
from generator.model.nation import Local, MemberSite, Nation
from generator.records.serialise import serialise


def nation_json(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the index: members, procedures, fields."""
    assert isinstance(edition, Nation)
    settings = edition.catalogue.settings
    data = {
        "title": settings.title,
        "sample": settings.sample,
        "as_of": edition.day.isoformat(),
        "members": [_member(site) for site in edition.sites],
        "procedures": [
            {
                "id": code,
                "title": entry.title,
                "field": entry.procedure.field,
                "publishers": len(entry.summary.agencies),
                "file": addresses.procedure_data(code),
                "address": addresses.address(addresses.procedure(code)),
            }
            for code, entry in edition.entries.items()
        ],
        "fields": [serialise(field) for field in edition.catalogue.fields.values()],
    }
    yield addresses.INDEX_DATA, to_json(data)


def _member(site: MemberSite) -> dict[str, object]:
    return {
        "publisher": site.shard.publisher.id,
        "name": site.name,
        "address": site.address,
        "as_of": site.shard.as_of.isoformat(),
        "procedures": len(site.shard.variants),
    }


def national_json(code: str, edition: Edition) -> tuple[str, bytes]:
    """One family with all its variants, and why they are one."""
    assert isinstance(edition, Nation)
    entry = edition.entries[code]
    data = {
        "id": code,
        "title": entry.title,
        "field": entry.procedure.field,
        "variants": [_variant(local) for local in edition.local[code]],
        "joins": [serialise(join) for join in edition.joins.get(code, ())],
        "address": addresses.address(addresses.procedure(code)),
    }
    return addresses.procedure_data(code), to_json(data)


def _variant(local: Local) -> dict[str, object]:
    data = serialise(local.variant)
    assert isinstance(data, dict)
    address = local.site.address + addresses.address(addresses.procedure(local.variant.procedure))
    return {"publisher": local.site.shard.publisher.id, **data, "address": address}
