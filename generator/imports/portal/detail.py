"""A record of the detail API, the richest shape, into a version."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from generator.imports.portal import figures, parts
from generator.imports.portal.identifiers import SYSTEM
from generator.imports.portal.national import NO_NAME
from generator.imports.portal.registers import Registers
from generator.imports.portal.source import SourceRecord
from generator.imports.portal.vocabulary import (
    CURRENCIES,
    FEE_KINDS,
    LEVEL_FLAGS,
    METHODS,
    RETURNED,
    SUBMITTED,
    UNITS,
)
from generator.records.stated import AgencyPart, Fee, File, Identifier, Stated
from generator.records.version import (
    Case,
    Channel,
    Dossier,
    DossierGroup,
    DossierItem,
    Form,
    LegalBasis,
    Online,
    Result,
    ReturnMethod,
    Step,
    Version,
)

_VIETNAM = timezone(timedelta(hours=7))
Json = dict[str, Any]


def read_day(milliseconds: int | None) -> date | None:
    """A portal time (milliseconds since 1970, UTC) as a day in Viet Nam."""
    if milliseconds is None:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, _VIETNAM).date()


def version_from_detail(
    record: SourceRecord, code: str, publisher: str, registers: Registers
) -> Version:
    """The version; `publisher` is the id of the agency that published the procedure."""
    data = record.data
    channels = tuple(
        _channel(row, number) for number, row in enumerate(data["executionMethods"], 1)
    )
    forms: dict[str, Form] = {}
    groups = _groups(data["executionCases"], forms)
    return parts.first_version(
        code,
        title=data["name"] or NO_NAME,
        levels=parts.levels(level for flag, level in LEVEL_FLAGS.items() if data.get(flag)),
        description=_description(data),
        steps=_steps(data["executionSteps"]),
        channels=_stated(channels),
        cases=tuple(_case(row, number) for number, row in enumerate(data["cases"], 1)),
        dossier=Dossier(sets=None, groups=groups),
        forms=_stated(tuple(forms.values())),
        applicants=parts.applicants(row["name"] for row in data["subjectTypesDetails"]),
        agencies=_agencies(data, publisher, registers),
        results=parts.read_results(
            _result(row, number) for number, row in enumerate(data["resultsDetails"], 1)
        ),
        conditions=parts.clauses(data.get("requirementsAndConditions") or ""),
        legal_basis=_basis(data["legalBasisesDetails"], publisher, registers),
        online=_online(data),
        postal=parts.postal(channel.method for channel in channels),
        return_methods=tuple(_return(row) for row in data["returningMethods"] if row["value"]),
        non_territorial=True if data.get("isNonTerritorial") else None,
        notes=tuple(text for text in [data.get("note")] if text),
        identifiers=_ids(data["id"]),
    )


def _stated(items: tuple[Any, ...]) -> Stated[Any]:
    return Stated(items=items) if items else Stated(not_stated=figures.NOT_STATED)


def _ids(value: str | None) -> tuple[Identifier, ...]:
    return (Identifier(system=SYSTEM, value=value),) if value else ()


def _description(data: Json) -> str | None:
    text = data.get("description")
    return text if text and text != data.get("requirementsAndConditions") else None


def _steps(rows: list[Json]) -> Stated[Step]:
    found = [(row["name"] or None, row["description"] or None) for row in rows]
    kept = [pair for pair in found if any(pair)]
    return _stated(tuple(Step(id=f"b{n}", name=a, text=b) for n, (a, b) in enumerate(kept, 1)))


def _channel(row: Json, number: int) -> Channel:
    return Channel(
        id=f"c{number}",
        method=METHODS[row["submissionMethod"]],
        time=figures.channel_time_of(row["processingTime"], UNITS[row["processingTimeUnit"]]),
        fees=figures.fees([fee for item in row["fees"] if (fee := _fee(item))]),
        text=row.get("description") or None,
    )


def _fee(row: Json) -> Fee | None:
    text = row.get("description") or ""
    kind = FEE_KINDS.get(row["type"], "not_stated")
    currency = CURRENCIES.get(row.get("currencyName") or "", "VND")
    made = figures.amount_fee(row["value"] or 0, text, currency=currency, kind=kind)
    if row["value"] is None:
        made = figures.worded_fee(text, kind)
    attached = row.get("attachment")
    if not attached:
        return made if text or row["value"] is not None else None
    file = File(name=attached["fileName"], identifiers=_ids(attached["fileId"]))
    return Fee(
        state=made.state,
        kind=kind,
        amount=made.amount,
        currency=made.currency,
        text=made.text,
        files=(file,),
    )


def _groups(rows: list[Json], forms: dict[str, Form]) -> Stated[DossierGroup]:
    groups = []
    count = 0
    for number, row in enumerate(rows, 1):
        items = []
        for paper in row["profileComponents"]:
            count += 1
            items.append(_item(paper, count, forms))
        name = row["name"] or None
        groups.append(DossierGroup(id=f"n{number}", name=name, items=tuple(items)))
    return _stated(tuple(groups))


def _item(row: Json, number: int, forms: dict[str, Form]) -> DossierItem:
    return DossierItem(
        id=f"g{number}",
        name=row["name"] or NO_NAME,
        originals=row["originalQty"],
        copies=row["copyQty"],
        required=True if row["required"] else None,
        forms=tuple(
            dict.fromkeys(_register_form(attached, forms) for attached in row["attachments"])
        ),
        electronic_form=bool(row["hasElectronicForm"]),
        identifiers=(
            *_ids(row["profileComponentId"]),
            *(Identifier(system=f"{SYSTEM}-code", value=row["code"]),) * bool(row["code"]),
        ),
    )


def _register_form(attached: Json, forms: dict[str, Form]) -> str:
    """A form by its file; the same file on two papers is one form."""
    known = {form.file.path: key for key, form in forms.items() if form.file}
    key = known.get(attached["filePath"], f"m{len(forms) + 1}")
    file = File(
        name=attached["fileName"],
        path=attached["filePath"],
        identifiers=(
            *_ids(attached["id"]),
            Identifier(system=f"{SYSTEM}-bucket", value=attached["bucketName"]),
        ),
    )
    forms.setdefault(key, Form(id=key, name=attached["fileName"], file=file))
    return key


def _case(row: Json, number: int) -> Case:
    limit = row["processingDay"]
    return Case(
        id=f"t{number}",
        code=row["code"] or None,
        name=row["name"] or NO_NAME,
        time=figures.duration_of(limit["qty"], UNITS[limit["type"]]),
        identifiers=_ids(row["id"]),
    )


def _result(row: Json, number: int) -> Result:
    return Result(
        id=f"k{number}",
        name=row["name"] or NO_NAME,
        code=row["code"] or None,
        identifiers=_ids(row["id"]),
    )


def _basis(rows: list[Json], publisher: str, registers: Registers) -> Stated[LegalBasis]:
    return _stated(
        tuple(registers.register_basis(r["name"], r["code"], publisher, r["id"]) for r in rows)
    )


def _online(data: Json) -> Online:
    if data.get("isFullProcess"):
        return Online(level="end_to_end", payment=None)
    if data.get("isOfflineOnly"):
        return Online(level="offline_only", payment=None)
    return Online(level="not_stated", payment=None)


def _return(row: Json) -> ReturnMethod:
    returned = tuple(dict.fromkeys(RETURNED[value] for value in row["value"]))
    return ReturnMethod(submitted=SUBMITTED[row["type"]], returned=returned)


def _agencies(data: Json, publisher: str, registers: Registers) -> Any:
    roles = {
        "executing": ("departmentsExecuting", "unitGroupsExecuting"),
        "deciding": ("departmentsAuthority", "unitGroupsAuthority"),
        "delegated": ("departmentsAuthorized", "unitGroupsAuthorized"),
        "coordinating": ("departmentsCoordinating", "unitGroupsCoordinating"),
    }
    given = {role: _named(data, keys, registers) for role, keys in roles.items()}
    executing = "; ".join(row["name"] for key in roles["executing"] for row in data[key])
    place = data.get("dossierReceivingAddresses") or ""
    receiving = parts.place(place, registers, publisher, executing)
    return parts.read_agencies(receiving=receiving, **given)


def _named(data: Json, keys: tuple[str, str], registers: Registers) -> Stated[AgencyPart]:
    rows = [row for key in keys for row in data[key]]
    found = [part for row in rows for part in registers.agencies.register_row(row)]
    return _stated(tuple(dict.fromkeys(found)))
