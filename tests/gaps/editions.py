"""A catalogue of one procedure, in memory, to look for gaps in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.gaps.find import gaps_in
from generator.model.gaps.gap import Gap
from generator.model.gaps.kinds import GapKind
from generator.records.blobs import LoadedVersion
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, Signer
from generator.records.registers import NO_SETTINGS, Agency, Field, LegalDocument, Procedure
from generator.records.version import Version
from tests.readings.versions import AGENCIES, procedure

CODE = "1.000001"
DAY = date(2026, 11, 28)
PROCEDURE = procedure()


def edition_of_one(
    version: Version,
    *,
    identity: Procedure = PROCEDURE,
    effective: date | None = date(2026, 1, 1),
    agencies: Mapping[str, Agency] = AGENCIES,
    documents: Sequence[LegalDocument] = (),
    settings: Mapping[str, Any] = {},
    language: str = "vi",
) -> Edition:
    """An edition with one procedure, published by one decision."""
    version = replace(version, procedure=CODE, version="v001")
    row = Row(id="r1", action="publish", procedure=CODE, version="v001")
    decision = Decision(
        id="bo/2026/1",
        number="1/QĐ-BXD",
        number_normalised="1/QĐ-BXD",
        agency="bo",
        title="Công bố",
        signer=Signer(name=None),
        signed=effective,
        listed=effective,
        effective=effective,
        signed_file=None,
        rows=(row,),
    )
    catalogue = Catalogue(
        settings=replace(NO_SETTINGS, **settings),
        fields={"x": Field(id="x", name="Lĩnh vực thử")},
        life_events={},
        citizen_words=(),
        exceptions=(),
        calendars={},
        agencies=agencies,
        documents={one.id: one for one in documents},
        decisions={decision.id: decision},
        procedures={CODE: identity},
        paths={
            ("procedure", CODE): "procedures/x/1.000001/procedure.yml",
            ("version", f"{CODE}/v001"): "procedures/x/1.000001/v001.yml",
            ("decision", decision.id): "decisions/bo/2026/1.yml",
        },
    ).with_versions({f"{CODE}/v001": LoadedVersion(f"{CODE}/v001", version)})
    return Edition(catalogue, DAY, words_of(language))


def gaps_of(version: Version, **more: Any) -> dict[GapKind, list[Gap]]:
    """The gaps of a version by their kinds."""
    found: dict[GapKind, list[Gap]] = {}
    for gap in gaps_in(CODE, edition_of_one(version, **more)):
        found.setdefault(gap.kind, []).append(gap)
    return found
