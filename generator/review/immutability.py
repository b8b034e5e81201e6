"""What was published stays as it is: compared with an earlier state or a published manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from generator.exports.manifest import Manifest, published, sha256_of
from generator.findings.problem import Problem, Severity, Wording
from generator.law.changes import changes
from generator.law.text import fold_text
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row
from generator.records.schema import title_of
from generator.records.version import Version

_ALIKE = 0.6
"""Share of words that two titles of one procedure have in common at least."""

_IN_EVERY_TITLE = frozenset(
    ("cap", "dang", "ky", "thu", "tuc", "giay", "viec", "cac", "cua", "cho", "va", "doi", "voi")
)


def find_breaches(base: Catalogue, head: Catalogue) -> Iterator[Problem]:
    """Changes that are not allowed: to published versions, to ids, to signed decisions."""
    for key in published(base):
        yield from _kept(key, base.version_files[key], base, head)
    yield from _ids(_ids_of(base), base, head)
    yield from _other_procedure(base, head)
    for key, decision in base.decisions.items():
        yield from _decision(key, decision, base, head)


def compare_with_manifest(manifest: Manifest, head: Catalogue) -> Iterator[Problem]:
    """Differences from a published manifest."""
    for old in manifest.versions:
        found = head.version(old.procedure, old.version)
        values = {"found": f"{old.procedure} {old.version}"}
        if found is None:
            yield Problem(_path(old.procedure, old.version, head), "BD102", values=values)
        elif sha256_of(found) != old.sha256:
            file = head.path("version", f"{old.procedure}/{old.version}")
            yield Problem(file, "BD101", ("version",), {**values, "parts": "SHA-256"})
    yield from _ids(manifest.procedures, head, head)


def _path(procedure: str, version: str, head: Catalogue) -> str:
    known = head.paths.get(("procedure", procedure))
    folder = known.rpartition("/")[0] if known else f"procedures/…/{procedure}"
    return f"{folder}/{version}.yml"


def _kept(key: str, version: Version, base: Catalogue, head: Catalogue) -> Iterator[Problem]:
    """A version that was published is neither changed, nor renamed, nor deleted."""
    found = f"{version.procedure} {version.version}"
    now = head.version_files.get(key)
    if now is None:
        if not head.has("version", key):  # else it cannot be read, which is reported itself
            yield Problem(base.path("version", key), "BD102", values={"found": found})
    elif now != version:
        keys = _differing_keys(version, now)
        values = {"found": found, "parts": _changed_parts(version, now, keys)}
        yield Problem(head.path("version", key), "BD101", keys[:1], values)


def _differing_keys(before: Version, after: Version) -> tuple[str, ...]:
    names = (field.name for field in fields(Version))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _changed_parts(before: Version, after: Version, keys: tuple[str, ...]) -> Wording | str:
    """The parts of the text that differ; where none does, the names of the keys that do."""
    parts = dict.fromkeys(change.part for change in changes(before, after))
    if parts:
        return Wording(tuple(f"legal_part.{part}" for part in parts))
    return ", ".join(title_of("version", (key,)) for key in keys)


def _ids_of(catalogue: Catalogue) -> set[str]:
    published_ids = {key.partition("/")[0] for key in published(catalogue)}
    former = {old for p in catalogue.procedures.values() for old in p.former_ids}
    return published_ids | former


def _ids(ids: Iterable[str], base: Catalogue, head: Catalogue) -> Iterator[Problem]:
    """Every id ever published still leads somewhere."""
    known = set(head.procedures) | {o for p in head.procedures.values() for o in p.former_ids}
    for code in sorted(set(ids) - known):
        if not head.has("procedure", code):
            file = base.path("procedure", code)
            path = file if file.endswith(".yml") else _path(code, "procedure", head)
            yield Problem(path, "BD103", values={"found": code})


def _other_procedure(base: Catalogue, head: Catalogue) -> Iterator[Problem]:
    """A procedure does not turn into another one under the same code."""
    for code, procedure in head.procedures.items():
        old, before, after = base.procedures.get(code), _latest(code, base), _latest(code, head)
        if old is None or before is None or after is None:
            continue
        moved = old.field != procedure.field
        is_another = _likeness(before.title, after.title) < _ALIKE
        if is_another:
            severity = Severity.ERROR if moved else Severity.WARNING
            values = {"found": after.title, "before": before.title}
            key = f"{code}/{after.version}"
            yield Problem(head.path("version", key), "BD104", ("title",), values, severity)


def _latest(code: str, catalogue: Catalogue) -> Version | None:
    versions = catalogue.versions.get(code, ())
    return versions[-1] if versions else None


def _likeness(one: str, other: str) -> float:
    """The share of distinctive words of the shorter title, without accents, in the longer one."""
    words, others = (set(fold_text(title).split()) - _IN_EVERY_TITLE for title in (one, other))
    return len(words & others) / max(1, min(len(words), len(others)))


def _decision(key: str, before: Decision, base: Catalogue, head: Catalogue) -> Iterator[Problem]:
    """A signed decision keeps its rows; a date changes only to correct the record."""
    now = head.decisions.get(key)
    file = base.path("decision", key)
    if now is None:
        if not head.has("decision", key):
            yield Problem(file, "BD105", values={"found": before.number, "row": "–"})
        return
    rows = {row.id: row for row in now.rows}
    for row in before.rows:
        if _essence(rows.get(row.id)) != _essence(row):
            yield Problem(file, "BD105", ("rows",), {"found": before.number, "row": row.id})
    for name in ("number", "signed", "effective"):
        if getattr(before, name) not in (None, getattr(now, name)):
            values = {"before": str(getattr(before, name)), "found": str(getattr(now, name))}
            yield Problem(file, "BD106", (name,), values, Severity.WARNING)


def _essence(row: Row | None) -> object:
    """The effect of a row; its notes and printed titles may be corrected."""
    if row is None:
        return None
    return row.action, row.procedure, row.version, row.replaces, row.by, row.annuls, row.effective
