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
            found = key.rpartition("/")[2]
            yield at(file, "version", found=found, numbered=_numbered(context, key))


def _numbered(context: Context, key: str) -> Wording:
    """How to number a version that leaves out some numbers; no words where it leaves out none."""
    missing = _left_out(context, key)
    return Wording(("hint.numbered",), values={"missing": missing[0]}) if missing else Wording()


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
    """Versions are counted without a gap: v001, v002, and so on, readable or not.

    Of one that is a draft, and whose gap no row names, `_unpublished` says how to number it.
    """
    catalogue = context.catalogue
    named = {target.key for placed in context.rows for target in placed.row.published}
    for kind, key in catalogue.paths:
        code, _, version = key.partition("/")
        missing = _left_out(context, key) if kind == "version" else []
        lost = not named.isdisjoint(f"{code}/{one}" for one in missing)
        if missing and (lost or key in named or key not in catalogue.version_files):
            values = {"found": version, "missing": missing[0], "gap": _gap(missing)}
            rows = _named_in_rows(context, key, missing[0])
            yield at(catalogue.path("version", key), "version", **values, rows=rows)


def _left_out(context: Context, key: str) -> list[str]:
    """The numbers between a version and the one before it."""
    code, _, version = key.partition("/")
    missing: list[str] = []
    for number in range(int(version[1:]) - 1, 0, -1):
        if context.catalogue.has("version", f"{code}/v{number:03}"):
            break
        missing.insert(0, f"v{number:03}")
    return missing


def _gap(missing: list[str]) -> Wording:
    """The numbers that are missing, the first and the last of them."""
    key = "hint.versions_missing" if len(missing) > 1 else "hint.version_missing"
    return Wording((key,), values={"first": missing[0], "last": missing[-1]})


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
