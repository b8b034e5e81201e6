"""What was published stays as it is: compared with an earlier state or a published manifest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.exports.manifest import Manifest, published, sha256_of
from generator.findings.problem import Pointer, Problem, Severity, Wording
from generator.law.changes import changes
from generator.law.text import fold_text
from generator.records.catalogue import Catalogue
from generator.records.schema import title_of
from generator.records.version import Version
from generator.review.published_records import changed_decisions, changed_registers
from generator.review.renaming import rename_in_version, renamed_ids

_ALIKE = 0.6
"""Share of words that two titles of one procedure have in common at least."""

_IN_EVERY_TITLE = frozenset(
    ("cap", "dang", "ky", "thu", "tuc", "giay", "viec", "cac", "cua", "cho", "va", "doi", "voi")
)


def find_breaches(base: Catalogue, head: Catalogue) -> Iterator[Problem]:
    """Changes that are not allowed: to published versions, to ids, to signed decisions.

    A procedure that was given its code is the same one: `former_ids` name what it was called.
    """
    renamed = renamed_ids(head)
    for key in published(base):
        yield from _kept(key, base.version_files[key], base, head, renamed)
    yield from _ids(_ids_of(base), base, head)
    yield from _other_procedure(base, head)
    yield from changed_decisions(base, head, renamed)
    yield from changed_registers(base, head)


def compare_with_manifest(manifest: Manifest, head: Catalogue) -> Iterator[Problem]:
    """Differences from a published manifest."""
    renamed = renamed_ids(head)
    for old in manifest.versions:
        code = renamed.get(old.procedure, old.procedure)
        found = head.version(code, old.version)
        values = {"found": f"{old.procedure} {old.version}"}
        if found is None:
            yield Problem(_path(code, old.version, head), "BD102", values=values)
        elif old.sha256 not in _digests(found, old.procedure, renamed):
            file = head.path("version", f"{code}/{old.version}")
            yield Problem(file, "BD101", ("version",), {**values, "parts": "SHA-256"})
    yield from _ids(manifest.procedures, head, head)


def _digests(version: Version, procedure: str, renamed: Mapping[str, str]) -> Iterator[str]:
    """The digests of a version as it is, and with the ids that procedures had before."""
    yield sha256_of(replace(version, procedure=procedure))
    if renamed:
        former = {code: old for old, code in renamed.items()}
        yield sha256_of(replace(rename_in_version(version, former), procedure=procedure))


def _path(procedure: str, version: str, head: Catalogue) -> str:
    known = head.paths.get(("procedure", procedure))
    folder = known.rpartition("/")[0] if known else f"procedures/…/{procedure}"
    return f"{folder}/{version}.yml"


def _kept(
    old: str, before: Version, base: Catalogue, head: Catalogue, renamed: Mapping[str, str]
) -> Iterator[Problem]:
    """A version that was published is neither changed, nor renamed, nor deleted.

    What cannot be read is reported itself.
    """
    version = rename_in_version(before, renamed)
    key = f"{version.procedure}/{version.version}"
    found = f"{version.procedure} {version.version}"
    now = head.version_files.get(key)
    if now is None:
        if not (head.has("version", key) or _may_be_renamed(version.procedure, head)):
            yield Problem(base.path("version", old), "BD102", values={"found": found})
    elif rename_in_version(now, renamed) != version:
        keys = _differing_keys(version, now)
        values = {"found": found, "parts": _changed_parts(version, now, keys)}
        place = _first_difference(version, now, keys[0], ()) if keys else ()
        yield Problem(head.path("version", key), "BD101", place, values)


def _may_be_renamed(code: str, head: Catalogue) -> bool:
    """Whether a procedure that is missing may be one of those that cannot be read."""
    unread = any(kind == "procedure" and key not in head.procedures for kind, key in head.paths)
    return unread and not head.has("procedure", code)


def _differing_keys(before: Version, after: Version) -> tuple[str, ...]:
    names = (field.name for field in fields(Version))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _first_difference(before: Any, after: Any, step: str | int, pointer: Pointer) -> Pointer:
    """Where two values first differ, as deep as both have the same keys or items there."""
    one, other = (
        value[step] if isinstance(step, int) else getattr(value, step) for value in (before, after)
    )
    place = (*pointer, step)
    if isinstance(one, tuple) and isinstance(other, tuple):
        for position, pair in enumerate(zip(one, other, strict=False)):
            if pair[0] != pair[1]:
                return _first_difference(one, other, position, place)
        return (*place, len(one)) if len(other) > len(one) else place
    if is_dataclass(one) and type(one) is type(other):
        names = (field.name for field in fields(one))
        changed = next((name for name in names if getattr(one, name) != getattr(other, name)), None)
        shown = changed and getattr(other, changed) not in (None, ())
        return _first_difference(one, other, changed, place) if changed and shown else place
    return place


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
        if not (head.has("procedure", code) or _may_be_renamed(code, head)):
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
