"""TC301, TC305: whatever one record names in another exists."""

from collections.abc import Callable, Iterator

from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.places import values_at
from generator.law.rules.sources import HOUSE
from generator.records.memory import once_listed
from generator.records.problems import Pointer, Severity
from generator.records.version import Version

_ANY_FIELD = "procedures/…"
_AGENCY_ROLES = ("executing", "deciding", "receiving", "delegated", "coordinating")

REFERENCES: tuple[tuple[str, str, str], ...] = (
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
    ("procedure", "variant_of", "procedure"),
    ("version", "procedure", "procedure"),
    ("version", "legal_basis.items[].document", "legal-document"),
    ("version", "forms.items[].basis", "legal-document"),
    ("version", "channels.items[].fees.items[].basis", "legal-document"),
    ("version", "dossier.groups.items[].items[].replaced_by_data.basis", "legal-document"),
    ("version", "online.partial_rule", "legal-document"),
    ("version", "linked_procedures.items[].procedure", "procedure"),
    *(("version", f"agencies.{role}.items[].agency", "agency") for role in _AGENCY_ROLES),
)
"""(kind of record, path of the key, kind it refers to)."""


def _files(context: Context) -> Iterator[Breach]:
    for kind, named in _NAMED.items():
        for file, record in context.wanted_records(kind):
            for target, pointer, value in named(record):
                if not context.catalogue.has(target, value):
                    yield at(file, *pointer, found=value, place=_place(target, value))


Reference = tuple[str, Pointer, str]
"""The kind of record that is named, where, and its id."""


def _references(kind: str) -> Callable[[object], tuple[Reference, ...]]:
    """What finds the references of a kind of record."""
    followed = [(path, target) for own, path, target in REFERENCES if own == kind]

    @once_listed
    def named(record: object) -> Iterator[Reference]:
        for path, target in followed:
            for pointer, value in values_at(record, path):
                yield target, pointer, value

    return named


_NAMED = {kind: _references(kind) for kind in dict.fromkeys(own for own, _, _ in REFERENCES)}


def _place(kind: str, key: str) -> str:
    match kind:
        case "procedure":
            return f"{_ANY_FIELD}/{key}/procedure.yml"
        case "agency":
            return f"agencies/{key}.yml"
    return f"{kind}s/{key}.yml"


def _listed(context: Context) -> Iterator[Breach]:
    """References to what shares one file: fields and life events."""
    for file, record in context.wanted_records("procedure"):
        for path, kind, known in (
            ("field", "fields", context.catalogue.fields),
            ("life_events[]", "life-events", context.catalogue.life_events),
        ):
            if not known and context.catalogue.has(kind, kind):
                continue  # the file itself could not be read, and says so
            for pointer, value in values_at(record, path):
                if value not in known:
                    yield at(file, *pointer, found=value, place=f"{kind}.yml")


def _from_shared_files(context: Context) -> Iterator[Breach]:
    """References made by catalogue.yml, fields.yml and citizen-words.yml."""
    settings = context.catalogue.settings if context.wanted("catalogue.yml") else None
    if settings and not context.catalogue.has("agency", settings.publisher):
        yield _agency("catalogue.yml", ("publisher",), settings.publisher)
    fields = context.catalogue.fields.values() if context.wanted("fields.yml") else ()
    for position, field in enumerate(fields):
        if field.agency and not context.catalogue.has("agency", field.agency):
            yield _agency("fields.yml", ("fields", position, "agency"), field.agency)
    pairs = context.catalogue.citizen_words if context.wanted("citizen-words.yml") else ()
    for position, pair in enumerate(pairs):
        for index, name in enumerate(pair.fields):
            if name not in context.catalogue.fields:
                pointer = ("citizen_words", position, "fields", index)
                yield at("citizen-words.yml", *pointer, found=name, place="fields.yml")


def _agency(file: str, pointer: tuple[str | int, ...], value: str) -> Breach:
    return at(file, *pointer, found=value, place=_place("agency", value))


def _versions(context: Context) -> Iterator[Breach]:
    """Versions that rows publish or that a version corrects."""
    for file, decision in context.wanted_records("decision"):
        for base in ("rows[]", "rows[].by[]"):
            codes = values_at(decision, f"{base}.procedure")
            versions = dict(values_at(decision, f"{base}.version"))
            for pointer, code in codes:
                place = (*pointer[:-1], "version")
                key = f"{code}/{versions.get(place)}"
                if place in versions and not context.catalogue.has("version", key):
                    yield at(file, *place, found=key, place=f"{_ANY_FIELD}/{key}.yml")
    for file, version in context.wanted_records("version"):
        key = f"{version.procedure}/{version.corrects}"
        if version.corrects and not context.catalogue.has("version", key):
            yield at(file, "corrects", found=key, place=f"{_ANY_FIELD}/{key}.yml")


def _rows(context: Context) -> Iterator[Breach]:
    for placed in context.wanted_rows:
        annuls = placed.row.annuls
        target = annuls and context.catalogue.decisions.get(annuls.decision)
        if annuls and target and annuls.row not in {row.id for row in target.rows}:
            place = f"decisions/{annuls.decision}.yml"
            where = ("rows", placed.position, "annuls", "row")
            yield at(placed.file, *where, found=annuls.row, place=place)


def _forms(version: Version) -> Iterator[Breach]:
    """A form that a paper of the dossier names is listed among the version's forms."""
    known = {form.id for form in version.forms.items}
    for pointer, value in values_at(version, "dossier.groups.items[].items[].forms[]"):
        if value not in known:
            yield here(*pointer, found=value, known=", ".join(sorted(known)) or "–")


def _all(context: Context) -> Iterator[Breach]:
    for part in (_files, _listed, _from_shared_files, _versions, _rows):
        yield from part(context)


RULES = (
    Rule("TC301", Severity.ERROR, HOUSE, _all, apart=True),
    Rule("TC305", Severity.ERROR, HOUSE, _forms, ("version",)),
)
