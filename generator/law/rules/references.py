"""Rules on references: whatever one record names in another exists."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.journeys import FILE as JOURNEYS
from generator.law.rules.journeys import choices_of
from generator.law.rules.sources import HOUSE
from generator.law.rules.traversal import values_at
from generator.records.decision import Decision
from generator.records.memoize import memoize_by_identity
from generator.records.version import AGENCY_ROLES, Version

_ANY_FIELD = "procedures/…"

REFERENCES: tuple[tuple[str, str, str], ...] = (
    ("place", "act", "legal-document"),
    ("place", "communes[].act", "legal-document"),
    ("agency", "parent", "agency"),
    ("agency", "successors[]", "agency"),
    ("legal-document", "issuer", "agency"),
    ("legal-document", "replaced_by[]", "legal-document"),
    ("decision", "agency", "agency"),
    ("decision", "grounds[]", "legal-document"),
    ("decision", "replaces_decisions[].decision", "decision"),
    ("decision", "rows[].procedure", "procedure"),
    ("decision", "rows[].replaces[]", "procedure"),
    ("decision", "rows[].by[].procedure", "procedure"),
    ("decision", "rows[].grounds[]", "legal-document"),
    ("decision", "rows[].annuls.decision", "decision"),
    ("procedure", "agency", "agency"),
    ("version", "procedure", "procedure"),
    ("version", "legal_basis.items[].document", "legal-document"),
    ("version", "forms.items[].basis", "legal-document"),
    ("version", "channels.items[].fees.items[].basis", "legal-document"),
    ("version", "dossier.groups.items[].items[].replaced_by_data.basis", "legal-document"),
    ("version", "online.partial_rule", "legal-document"),
    ("version", "linked_procedures.items[].procedure", "procedure"),
    *(("version", f"agencies.{role}.items[].agency", "agency") for role in AGENCY_ROLES),
)
"""(kind of record, path of the key, kind it refers to)."""


def _files(context: Context) -> Iterator[Breach]:
    there = context.catalogue.paths.keys()
    for kind, named in _NAMED.items():
        for file, record in context.requested_records(kind):
            references = named(record)
            if there >= references.keys():
                continue
            for wanted in references.keys() - there:
                target, key = wanted
                for pointer in references[wanted]:
                    yield at(file, *pointer, found=key, place=_place(target, key))


References = Mapping[tuple[str, str], list[Pointer]]
"""Where a record names others, by the kind and id of these."""


def _references(kind: str) -> Callable[[object], References]:
    """What finds the references of a kind of record."""
    followed = [(path, target) for own, path, target in REFERENCES if own == kind]

    @memoize_by_identity
    def named(record: object) -> References:
        """The references of one record."""
        found: dict[tuple[str, str], list[Pointer]] = defaultdict(list)
        for path, target in followed:
            for pointer, value in values_at(record, path):
                found[target, value].append(pointer)
        for pointer, key in _versions_named(record):
            found["version", key].append(pointer)
        return found

    return named


def _versions_named(record: object) -> Iterator[tuple[Pointer, str]]:
    """The versions that rows publish or that a version corrects, as `1.001193/v001`."""
    if isinstance(record, Version) and record.corrects:
        yield ("corrects",), f"{record.procedure}/{record.corrects}"
    for base in ("rows[]", "rows[].by[]") if isinstance(record, Decision) else ():
        codes = {pointer[:-1]: code for pointer, code in values_at(record, f"{base}.procedure")}
        for pointer, version in values_at(record, f"{base}.version"):
            if pointer[:-1] in codes:
                yield pointer, f"{codes[pointer[:-1]]}/{version}"


_NAMED = {kind: _references(kind) for kind in dict.fromkeys(own for own, _, _ in REFERENCES)}


def records_named(kind: str, record: object) -> frozenset[tuple[str, str]]:
    """The kinds and ids of the records that one of `kind` names in a file of their own."""
    return frozenset(_NAMED[kind](record)) if kind in _NAMED else frozenset()


def procedures_named(decision: Decision) -> list[str]:
    """The procedures that a decision names, in the order of their codes."""
    return sorted(key for kind, key in records_named("decision", decision) if kind == "procedure")


def _place(kind: str, key: str) -> str:
    match kind:
        case "procedure":
            return f"{_ANY_FIELD}/{key}/procedure.yml"
        case "version":
            return f"{_ANY_FIELD}/{key}.yml"
        case "agency":
            return f"agencies/{key}.yml"
    return f"{kind}s/{key}.yml"


def _listed(context: Context) -> Iterator[Breach]:
    """References to what shares one file: fields and life events."""
    fields, events = context.catalogue.fields, context.catalogue.life_events
    for file, procedure in context.requested_records("procedure"):
        if _lacks("fields", fields, procedure.field, context):
            yield at(file, "field", found=procedure.field, place="fields.yml")
        for position, event in enumerate(procedure.life_events):
            if _lacks("life-events", events, event, context):
                yield at(file, "life_events", position, found=event, place="life-events.yml")


def _lacks(kind: str, known: Mapping[str, object], key: str, context: Context) -> bool:
    """Whether a key is missing from a shared file; one that cannot be read is reported itself."""
    return key not in known and (bool(known) or not context.catalogue.has(kind, kind))


def _from_shared_files(context: Context) -> Iterator[Breach]:
    """References made by catalogue.yml, fields.yml, citizen-words.yml and families.yml."""
    requested = context.is_requested("catalogue.yml")
    publisher = context.catalogue.settings.publisher if requested else ""
    if publisher and not context.catalogue.has("agency", publisher):
        yield _agency("catalogue.yml", ("publisher",), publisher)
    fields = context.catalogue.fields.values() if context.is_requested("fields.yml") else ()
    for position, field in enumerate(fields):
        if field.agency and not context.catalogue.has("agency", field.agency):
            yield _agency("fields.yml", ("fields", position, "agency"), field.agency)
    pairs = context.catalogue.citizen_words if context.is_requested("citizen-words.yml") else ()
    for position, pair in enumerate(pairs):
        for index, name in enumerate(pair.fields):
            if _lacks("fields", context.catalogue.fields, name, context):
                pointer = ("citizen_words", position, "fields", index)
                yield at("citizen-words.yml", *pointer, found=name, place="fields.yml")

    yield from _reviewed(context)


def _reviewed(context: Context) -> Iterator[Breach]:
    """Procedures that families.yml names; a federation names those of its members."""
    if context.catalogue.members or not context.is_requested("families.yml"):
        return
    for position, review in enumerate(context.catalogue.family_reviews):
        for key in ("join", "split"):
            for index, code in enumerate(getattr(review, key)):
                if not context.catalogue.has("procedure", code):
                    pointer = ("families", position, key, index)
                    yield at("families.yml", *pointer, found=code, place=_place("procedure", code))


def _of_journeys(context: Context) -> Iterator[Breach]:
    """References made by journeys.yml: procedures, provinces and life events."""
    catalogue = context.catalogue
    for pointer, choice in choices_of(context):
        named = (("procedure", choice.procedure), ("place", choice.place))
        for kind, key in named:
            if key and not (catalogue.has(kind, key) or key in catalogue.absent):
                yield at(JOURNEYS, *pointer, kind, found=key, place=_place(kind, key))
    journeys = catalogue.journeys.values() if context.is_requested(JOURNEYS) else ()
    for position, journey in enumerate(journeys):
        for index, event in enumerate(journey.life_events):
            if _lacks("life-events", catalogue.life_events, event, context):
                pointer = ("journeys", position, "life_events", index)
                yield at(JOURNEYS, *pointer, found=event, place="life-events.yml")


def _of_postings(context: Context) -> Iterator[Breach]:
    """References made by what hangs in offices: the office, procedures and versions.

    A sheet that was put up before its procedure had a code keeps the name that it had.
    """
    catalogue = context.catalogue
    former = {old: key for key, one in catalogue.procedures.items() for old in one.former_ids}
    for key, record in catalogue.postings.items():
        file = catalogue.path("posting", key)
        if not context.is_requested(file):
            continue
        if not catalogue.has("agency", record.office):
            yield _agency(file, ("office",), record.office)
        for position, sheet in enumerate(record.sheets):
            pointer = ("sheets", position)
            procedure = former.get(sheet.procedure, sheet.procedure)
            version = f"{procedure}/{sheet.version}"
            if not catalogue.has("procedure", procedure):
                place = _or_take_down(_place("procedure", sheet.procedure))
                yield at(file, *pointer, "procedure", found=sheet.procedure, place=place)
            elif not catalogue.has("version", version):
                place = _or_take_down(_place("version", version))
                yield at(file, *pointer, "version", found=sheet.version, place=place)


def _or_take_down(place: str) -> Wording:
    """Where a record goes, and what to do with a sheet on the wall that has none."""
    return Wording(("hint.or_take_down",), values={"place": place})


def _agency(file: str, pointer: tuple[str | int, ...], value: str) -> Breach:
    return at(file, *pointer, found=value, place=_place("agency", value))


def _rows(context: Context) -> Iterator[Breach]:
    for file, decision in context.requested_records("decision"):
        for position, annuls in enumerate(row.annuls for row in decision.rows):
            target = annuls and context.catalogue.decisions.get(annuls.decision)
            if target and annuls.row not in {row.id for row in target.rows}:
                place = f"decisions/{annuls.decision}.yml"
                yield at(file, "rows", position, "annuls", "row", found=annuls.row, place=place)


def _forms(version: Version) -> Iterator[Breach]:
    """A form that a paper of the dossier names is listed among the version's forms."""
    known = {form.id for form in version.forms.items}
    for pointer, value in values_at(version, "dossier.groups.items[].items[].forms[]"):
        if value not in known:
            yield here(*pointer, found=value, known=", ".join(sorted(known)) or "–")


def _all(context: Context) -> Iterator[Breach]:
    for part in (_files, _listed, _from_shared_files, _of_journeys, _of_postings, _rows):
        yield from part(context)


RULES = (
    Rule("TC301", Severity.ERROR, HOUSE, _all, per_file=True),
    Rule("TC305", Severity.ERROR, HOUSE, _forms, ("version",)),
)
