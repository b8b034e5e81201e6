"""Draft records to fill in: from the last version, from the last decision of the agency.

What is still to be written is TODO, which `niemyet check` finds (VS512).
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from generator.findings.worded_error import WordedError
from generator.law.citations import is_worded, key_of, normalise, parse
from generator.law.text import slug
from generator.law.timeline import timelines
from generator.locale import Words
from generator.records.catalogue import Catalogue
from generator.records.decision import NO_NUMBER, Decision, Row, Signer
from generator.records.layout import DRAFTS, catalogue_file, path_of
from generator.records.registers import (
    NATIONAL_CODE,
    PROVISIONAL_ID,
    TODO,
    Agency,
    Field,
    LegalDocument,
    Procedure,
)
from generator.records.schema import child_of, load_schema
from generator.records.stated import AgencyPart, ChannelTime, Stated
from generator.records.version import (
    Agencies,
    Channel,
    Dossier,
    DossierGroup,
    DossierItem,
    Online,
    Postal,
    Result,
    Step,
    Version,
)
from generator.records.yaml_writer import to_yaml

"""A code of the national database: one digit, a dot and six digits."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to write, relative to the catalogue; `replaces` when it exists already."""

    path: str
    text: str
    replaces: bool = False


class CannotDraftError(WordedError):
    """A record cannot be drafted."""


def draft_agency(catalogue: Catalogue, key: str, name: str, level: str) -> Draft:
    """An agency. Raises CannotDraftError for an id that exists or cannot be a file name."""
    if catalogue_file(path_of("agency", key)).kind is None:
        raise CannotDraftError("new.bad_id", found=key, wanted=slug(key))
    if catalogue.has("agency", key):
        raise CannotDraftError("new.exists", path=catalogue.path("agency", key))
    record = Agency(id=key, name=name, kind="agency", level=level)
    return Draft(path_of("agency", key), to_yaml("agency", record))


def draft_field(catalogue: Catalogue, key: str, name: str, agency: str | None, text: str) -> Draft:
    """fields.yml, whose text is given, with one more field. Raises CannotDraftError."""
    if slug(key) != key:
        raise CannotDraftError("new.bad_id", found=key, wanted=slug(key))
    if key in catalogue.fields:
        raise CannotDraftError("new.field_exists", found=key)
    if agency and not catalogue.has("agency", agency):
        raise CannotDraftError("new.no_agency", found=agency)
    made = to_yaml("fields", {"fields": [Field(id=key, name=name, agency=agency)]})
    rows = made.removeprefix("fields:\n")
    if re.search(r"(?m)^fields: *\[\] *$", text):
        return Draft("fields.yml", re.sub(r"(?m)^fields: *\[\] *$", made.rstrip(), text), True)
    indent = re.search(r"(?m)^fields: *\n( *)-", text)
    lines = "".join(f"{indent[1] if indent else ''}{line}\n" for line in rows.splitlines())
    return Draft("fields.yml", f"{text.rstrip()}\n{lines}", True)


def draft_document(
    catalogue: Catalogue, number: str, title: str, issuer: str | None, words: Words
) -> Draft:
    """A legal document, its type read off its number, which may have words around it.

    Raises CannotDraftError.

    `words` are those of the records.
    """
    key, read = key_of(number), parse(number)
    if not key:
        raise CannotDraftError("new.bad_id", found=number, wanted=slug(title))
    if catalogue.has("legal-document", key):
        raise CannotDraftError("new.exists", path=catalogue.path("legal-document", key))
    if issuer and not catalogue.has("agency", issuer):
        raise CannotDraftError("new.no_agency", found=issuer)
    types = child_of(load_schema("legal-document"), "type")["enum"]
    record = LegalDocument(
        id=key,
        number=read.text if read and is_worded(number) else number,
        number_normalised=read.text if read else None,
        type=read.family if read and read.family in types else "other",
        title=title,
        issuer=issuer,
        status="not_stated",
        unknown={"signed": words("starter.not_looked_up")},
    )
    return Draft(path_of("legal-document", key), to_yaml("legal-document", record))


def draft_procedure(
    catalogue: Catalogue, code: str | None, title: str, field: str, agency: str, words: Words
) -> tuple[Draft, Draft]:
    """A procedure and its first version. Raises CannotDraftError for values that do not fit.

    `words` are those of the records.
    """
    key = code or PROVISIONAL_ID + slug(title)
    if catalogue.has("procedure", key):
        raise CannotDraftError("new.exists", path=catalogue.path("procedure", key))
    if code and not NATIONAL_CODE.fullmatch(code):
        raise CannotDraftError("new.bad_code", found=code)
    if not catalogue.has("agency", agency):
        raise CannotDraftError("new.no_agency", found=agency)
    if field not in catalogue.fields:
        raise CannotDraftError("new.no_field", found=field, known=", ".join(catalogue.fields))
    unknown = None if code else {"code": words("starter.no_code")}
    identity = Procedure(
        id=key,
        code=code,
        field=field,
        agency=agency,
        kind="not_stated",
        scope="not_stated",
        unknown=unknown,
    )
    version = _blank(key, title)
    return (
        Draft(path_of("procedure", key, field), to_yaml("procedure", identity)),
        Draft(
            path_of("version", f"{key}/v001", field),
            f"# {words('starter.version_head')}\n{to_yaml('version', version)}",
        ),
    )


_BLANK_CHANNEL = Channel(
    id="tt",
    method="direct",
    time=ChannelTime(value=None, unit="working_day", text=TODO),
    fees=Stated(not_stated=TODO),
)
_BLANK_GROUP = DossierGroup(id="n1", items=(DossierItem(id="gt1", name=TODO),))


def _blank(key: str, title: str) -> Version:
    """A version that shows what the items of the parts look like that nearly all versions have."""
    open_part: Stated[AgencyPart] = Stated(not_stated=TODO)
    return Version(
        procedure=key,
        version="v001",
        title=title,
        levels=Stated(not_stated=TODO),
        steps=Stated(items=(Step(id="b1", text=TODO),)),
        channels=Stated(items=(_BLANK_CHANNEL,)),
        dossier=Dossier(sets=1, groups=Stated(items=(_BLANK_GROUP,))),
        forms=Stated(not_stated=TODO),
        applicants=Stated(not_stated=TODO),
        agencies=Agencies(
            executing=open_part,
            deciding=open_part,
            receiving=open_part,
            delegated=open_part,
            coordinating=open_part,
        ),
        results=Stated(items=(Result(id="k1", name=TODO),)),
        conditions=Stated(not_stated=TODO),
        legal_basis=Stated(not_stated=TODO),
        online=Online(level="not_stated", payment=None),
        postal=Postal(receives_dossier=None, returns_result=None),
        linked_procedures=Stated(not_stated=TODO),
        internal_process=Stated(not_stated=TODO),
    )


def draft_version(catalogue: Catalogue, before: Version, before_text: str, corrects: bool) -> Draft:
    """The version after the last one, with the text of the one that it changes.

    Raises CannotDraftError where the procedure has no version.
    """
    code = before.procedure
    last = find_last_version(catalogue, code)
    number = f"v{int(last.version[1:]) + 1:03}"
    text = re.sub(r"(?m)^version: .*$", f"version: {number}", before_text, count=1)
    text = re.sub(r"(?m)^corrects: .*\n", "", text, count=1)
    if corrects:
        text = text.replace(
            f"version: {number}\n", f"version: {number}\ncorrects: {before.version}\n", 1
        )
    path = catalogue.path("version", f"{code}/{last.version}")
    return Draft(f"{path.rpartition('/')[0]}/{number}.yml", text)


def find_last_version(catalogue: Catalogue, code: str) -> Version:
    """The version with the highest number. Raises CannotDraftError."""
    versions = catalogue.versions.get(code, ())
    if not versions:
        raise CannotDraftError("new.no_version", code=code)
    return versions[-1]


def find_version_on(catalogue: Catalogue, code: str, day: date | None) -> Version:
    """The version that is to hold on a day, else the last one. Raises CannotDraftError."""
    last = find_last_version(catalogue, code)
    held = timelines(catalogue)[code].on(day) if day and catalogue.has("procedure", code) else None
    return (catalogue.version(code, held.version) if held else None) or last


def draft_decision(
    catalogue: Catalogue, agency: str, number: str, signed: date, effective: date, words: Words
) -> Draft:
    """A decision without rows, modelled on the agency's last one. Raises CannotDraftError.

    `words` are those of the records.
    """
    if not catalogue.has("agency", agency):
        raise CannotDraftError("new.no_agency", found=agency)
    serial = re.search(r"[0-9]+[A-Za-z]?", re.sub(r"(?<=[0-9])\.(?=[0-9]{3}/)", "", number))
    key = f"{agency}/{signed.year}/{serial[0].lower() if serial else slug(number)}"
    if catalogue.has("decision", key):
        raise CannotDraftError("new.exists", path=catalogue.path("decision", key))
    unknown = {name: words(f"starter.no_{name}") for name in ("listed", "signed_file")}
    record = replace(_decision(catalogue, key, agency, number, signed, effective), unknown=unknown)
    return Draft(path_of("decision", key), to_yaml("decision", record))


def draft_without_number(
    catalogue: Catalogue, agency: str, name: str, effective: date | None
) -> Draft:
    """A decision that has neither number nor day of signing yet. Raises CannotDraftError."""
    if not catalogue.has("agency", agency):
        raise CannotDraftError("new.no_agency", found=agency)
    key = f"{agency}/{DRAFTS}/{slug(name)}"
    if catalogue.has("decision", key):
        raise CannotDraftError("new.exists", path=catalogue.path("decision", key))
    numbered = _decision(catalogue, key, agency, NO_NUMBER, date.min, date.min)
    record = replace(numbered, number_normalised=None, signed=None, effective=effective, title=name)
    text = to_yaml("decision", record).replace(f"number: {NO_NUMBER}\n", "number: null\n", 1)
    return Draft(path_of("decision", key), text)


def _decision(
    catalogue: Catalogue, key: str, agency: str, number: str, signed: date, effective: date
) -> Decision:
    last = _last_decision(catalogue, agency)
    return Decision(
        id=key,
        number=number,
        number_normalised=normalise(number),
        agency=agency,
        title=TODO,
        kinds=last.kinds if last else ("procedure_list", "procedure_content"),
        signer=replace(last.signer, name=TODO) if last else Signer(name=TODO),
        signed=signed,
        listed=None,
        effective=effective,
        signed_file=None,
        rows=(),
        grounds=last.grounds if last else (),
    )


def _last_decision(catalogue: Catalogue, agency: str) -> Decision | None:
    own = (d for d in catalogue.decisions.values() if d.agency == agency and d.signed)
    return max(own, key=lambda d: (d.signed or date.min, d.id), default=None)


def insert_row(text: str, row: Row) -> str:
    """The text of a decision with a row after its last one. Raises CannotDraftError."""
    made = to_yaml("decision", {"rows": [row]}).removeprefix("rows:\n")
    empty = re.search(r"(?m)^rows: *\[\] *\n", text)
    if empty:
        return f"{text[: empty.start()]}rows:\n{made}{text[empty.end() :]}"
    ended = text if text.endswith("\n") else f"{text}\n"
    block = re.search(r"(?m)^rows: *\n((?:[ -].*\n|\n)*)", ended)
    if block is None:
        raise CannotDraftError("new.no_rows")
    dash = re.match(r" *", block[1])
    indent = dash[0] if dash else ""
    lines = "".join(f"{indent}{line}\n" for line in made.splitlines())
    before = ended[: block.end()].rstrip("\n")
    return f"{before}\n{lines}{ended[block.end() :]}"


def line_end(content: bytes) -> str:
    """How the lines of a file end, so that adding some leaves the others as they are."""
    return "\r\n" if b"\r\n" in content else "\n"
