"""Made-up versions, procedures and agencies to read."""

from collections.abc import Sequence

from generator.records.registers import Agency, Procedure
from generator.records.stated import AgencyPart, ChannelTime, Stated
from generator.records.version import (
    Agencies,
    Channel,
    Dossier,
    Online,
    Postal,
    Step,
    Version,
)

MINISTRY = Agency(id="bo", name="Bộ Xây dựng", kind="ministry", level="central")
POLICE = Agency(id="bo-cong-an", name="Bộ Công an", kind="ministry", level="central")
PROVINCE = Agency(
    id="tinh", name="Ủy ban nhân dân tỉnh Gia Lai", kind="committee", level="province"
)
AGENCIES = {one.id: one for one in (MINISTRY, POLICE, PROVINCE)}


def procedure(agency: str = "bo", *, code: str | None = None, scope: str = "national") -> Procedure:
    return Procedure(
        id="1.000001", code=code, field="x", agency=agency, kind="assigned_regulation", scope=scope
    )


def channel(method: str, text: str | None = None, address: str | None = None) -> Channel:
    time = ChannelTime(value=None, unit="other")
    return Channel(method=method, time=time, fees=Stated(), text=text, address=address)


def version(
    *steps: str,
    receiving: Sequence[str] = (),
    executing: Sequence[str] = (),
    channels: Sequence[Channel] = (),
    levels: Sequence[str] = ("province",),
    receiving_agency: str | None = None,
    non_territorial: bool | None = None,
) -> Version:
    known = (AgencyPart(agency=receiving_agency),) if receiving_agency else ()
    return Version(
        procedure="1.000001",
        version="v1",
        title="Thủ tục thử",
        levels=Stated(items=tuple(levels)),
        steps=Stated(items=tuple(Step(text=text) for text in steps)),
        channels=Stated(items=tuple(channels)),
        dossier=Dossier(sets=None, groups=Stated()),
        forms=Stated(),
        applicants=Stated(),
        agencies=Agencies(
            executing=_parts(executing),
            deciding=Stated(),
            receiving=Stated(items=(*known, *_parts(receiving).items)),
            delegated=Stated(),
            coordinating=Stated(),
        ),
        results=Stated(),
        conditions=Stated(),
        legal_basis=Stated(),
        online=Online(level="not_stated", payment=None),
        postal=Postal(receives_dossier=None, returns_result=None),
        linked_procedures=Stated(),
        internal_process=Stated(),
        non_territorial=non_territorial,
    )


def _parts(texts: Sequence[str]) -> Stated[AgencyPart]:
    return Stated(items=tuple(AgencyPart(text=text) for text in texts))
