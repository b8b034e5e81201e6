"""A version: the whole legal text of a procedure as one decision published it."""

from dataclasses import dataclass, fields

from generator.records.stated import (
    AgencyPart,
    ChannelTime,
    Clause,
    Duration,
    Fee,
    File,
    Identifier,
    Source,
    Stated,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the procedure."""

    id: str | None = None
    name: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way to submit (direct, online, postal), with its own time limit and fees."""

    method: str
    time: ChannelTime
    fees: Stated[Fee]
    id: str | None = None
    case: str | None = None
    committed_time: ChannelTime | None = None
    text: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataLookup:
    """A database the office must look up instead of asking for the paper."""

    database: str
    basis: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierItem:
    """A paper of the dossier, or a note that stands between papers."""

    name: str
    id: str | None = None
    kind: str = "paper"
    originals: int | None = None
    copies: int | None = None
    required: bool | None = None
    presented_only: bool = False
    forms: tuple[str, ...] = ()
    electronic_form: bool = False
    replaced_by_data: DataLookup | None = None
    text: str | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierGroup:
    """The papers of one case."""

    items: tuple[DossierItem, ...]
    id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What to bring; `sets` is the number of copies of the whole dossier, None when unknown."""

    sets: int | None
    groups: Stated[DossierGroup]
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case of the procedure with a code of its own, such as 1.001193.02."""

    name: str
    id: str | None = None
    code: str | None = None
    time: Duration | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the applicant receives."""

    name: str
    id: str | None = None
    code: str | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form or declaration that belongs to the dossier."""

    id: str
    name: str
    basis: str | None = None
    file: File | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """A reference to the register of legal documents."""

    document: str
    provisions: str | None = None
    number_as_printed: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedProcedure:
    """A procedure done in the same go (liên thông)."""

    procedure: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalStep:
    """A step inside the office, with the role that does it and the time it has."""

    name: str
    role: str
    time: Duration
    id: str | None = None
    phase: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agencies:
    """Who executes, decides, receives, is delegated and coordinates."""

    executing: Stated[AgencyPart]
    deciding: Stated[AgencyPart]
    receiving: Stated[AgencyPart]
    delegated: Stated[AgencyPart]
    coordinating: Stated[AgencyPart]


AGENCY_ROLES = tuple(field.name for field in fields(Agencies))
"""What agencies do in a procedure, in the order of their declaration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """Online level, never without its regime; a partial service states the reason."""

    level: str
    payment: bool | None
    partial_reason: str | None = None
    partial_rule: str | None = None
    proactive_level: int | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Postal:
    """Whether the public post takes the dossier in and brings the result back."""

    receives_dossier: bool | None
    returns_result: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnMethod:
    """Where the result can be had, by how the dossier was submitted."""

    submitted: str
    returned: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LateSubmission:
    """After this hour a dossier counts as received on the next working day."""

    after: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Version:
    """One published snapshot; parts follow Decree 63/2010, article 8, as amended in 2017."""

    procedure: str
    version: str
    title: str
    levels: Stated[str]
    steps: Stated[Step]
    channels: Stated[Channel]
    dossier: Dossier
    forms: Stated[Form]
    applicants: Stated[str]
    agencies: Agencies
    results: Stated[Result]
    conditions: Stated[Clause]
    legal_basis: Stated[LegalBasis]
    online: Online
    postal: Postal
    linked_procedures: Stated[LinkedProcedure]
    internal_process: Stated[InternalStep]
    corrects: str | None = None
    description: str | None = None
    cases: tuple[Case, ...] = ()
    return_methods: tuple[ReturnMethod, ...] = ()
    non_territorial: bool | None = None
    on_the_spot: str | None = None
    late_submission: LateSubmission | None = None
    notes: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    source: Source | None = None
