"""Rules on the files of versions: each procedure has some, counted without a gap and published."""

from collections.abc import Iterator

from generator.findings.problem import Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.sources import HOUSE


def _unpublished(context: Context) -> Iterator[Breach]:
    """A version that no row publishes is a draft and does not appear on the site."""
    if not context.all_decisions_read:
        return
    published = {target.key for placed in context.rows for target in placed.row.published}
    for key in context.catalogue.version_files:
        if key not in published:
            file = context.catalogue.path("version", key)
            yield at(file, "version", found=key.rpartition("/")[2])


def _without_version(context: Context) -> Iterator[Breach]:
    """Every procedure has at least one version, readable or not."""
    catalogue = context.catalogue
    versioned = {key.partition("/")[0] for kind, key in catalogue.paths if kind == "version"}
    for code in catalogue.procedures:
        if code not in versioned:
            values = {"announced": _announced(context, code), "model": _model(context, code)}
            yield at(catalogue.path("procedure", code), "id", found=code, **values)


def _announced(context: Context, code: str) -> Wording:
    """Which row publishes a procedure; no words where none does."""
    for placed in context.rows:
        if any(target.procedure == code for target in placed.row.published):
            values = {"number": placed.decision.number, "row": placed.row.id}
            return Wording(("hint.announced",), values=values)
    return Wording()


def _model(context: Context, code: str) -> str:
    """A version to copy from: one of the same field where there is one."""
    catalogue = context.catalogue
    folder = catalogue.path("procedure", code).rpartition("/")[0].rpartition("/")[0]
    files = sorted(catalogue.path("version", key) for key in catalogue.version_files)
    near = (file for file in files if file.startswith(f"{folder}/"))
    return next(near, files[0] if files else "v001.yml")


def _missing_number(context: Context) -> Iterator[Breach]:
    """Versions are counted without a gap: v001, v002, and so on, readable or not."""
    catalogue = context.catalogue
    for kind, key in catalogue.paths:
        code, _, version = key.partition("/")
        if kind == "version" and version > "v001":
            before = f"{code}/v{int(version[1:]) - 1:03}"
            if not catalogue.has("version", before):
                missing = before.rpartition("/")[2]
                rows = _named_in_rows(context, key, missing)
                values = {"found": version, "missing": missing, "rows": rows}
                yield at(catalogue.path("version", key), "version", **values)


def _named_in_rows(context: Context, key: str, missing: str) -> Wording:
    """Where a row names a version that is to have another number; no words where none does."""
    for placed in context.rows:
        if any(target.key == key for target in placed.row.published):
            values = {"file": placed.file, "row": placed.row.id, "missing": missing}
            return Wording(("hint.renumbered_row",), values=values)
    return Wording()


RULES = (
    Rule("TL106", Severity.WARNING, HOUSE, _unpublished),
    Rule("TL107", Severity.ERROR, HOUSE, _without_version),
    Rule("TL119", Severity.WARNING, HOUSE, _missing_number),
)
