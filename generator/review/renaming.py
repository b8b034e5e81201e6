"""The same records under the ids that procedures have now: a code was assigned to some."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.records.blobs import LoadedVersion, VersionRef
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row
from generator.records.version import Version


def renamed_ids(head: Catalogue) -> Mapping[str, str]:
    """The ids that procedures had before, and the id that each has now."""
    return {
        old: procedure.id
        for procedure in head.procedures.values()
        for old in procedure.former_ids
        if old not in head.procedures
    }


def with_new_ids(base: Catalogue, head: Catalogue) -> Catalogue:
    """An earlier state under the ids that `head` gives to the same procedures."""
    renamed = {old: code for old, code in renamed_ids(head).items() if old in base.procedures}
    if not renamed:
        return base
    changed = replace(
        base,
        decisions={key: _rename_in_decision(one, renamed) for key, one in base.decisions.items()},
        procedures={
            renamed.get(key, key): replace(one, id=renamed.get(key, key))
            for key, one in base.procedures.items()
        },
        paths={(kind, _new_key(key, renamed)): path for (kind, key), path in base.paths.items()},
    )
    refs = (ref for every in base.version_refs.values() for ref in every)
    return changed.with_versions({ref.key: ref for ref in _rename_refs(refs, renamed)})


def find_heir(version: Version, base: Catalogue, head: Catalogue) -> str:
    """The one new procedure that has the text of a version; empty when none or several have."""
    added = [code for code in head.versions if code not in base.versions]
    same = {
        code
        for code in added
        for one in head.versions[code]
        if replace(one, procedure=version.procedure) == version
    }
    return same.pop() if len(same) == 1 else ""


def _new_key(key: str, renamed: Mapping[str, str]) -> str:
    """The key of a procedure or of a version of one."""
    code, slash, version = key.partition("/")
    return f"{renamed.get(code, code)}{slash}{version}"


def _rename_in_decision(decision: Decision, renamed: Mapping[str, str]) -> Decision:
    if renamed.keys().isdisjoint(code for row in decision.rows for code in row.procedures):
        return decision
    return replace(decision, rows=tuple(rename_in_row(row, renamed) for row in decision.rows))


def _rename_refs(refs: Iterable[VersionRef], renamed: Mapping[str, str]) -> Iterator[VersionRef]:
    """References to versions; only those that name a renamed procedure are decoded."""
    marks = [old.encode() for old in renamed]
    for ref in refs:
        if any(mark in ref.encoded for mark in marks):
            version = rename_in_version(ref.loaded, renamed)
            yield LoadedVersion(f"{version.procedure}/{version.version}", version)
        else:
            yield ref


def rename_in_version(version: Version, renamed: Mapping[str, str]) -> Version:
    """A version as it reads with other ids of procedures: its own and those that it links to."""
    linked = version.linked_procedures
    named = {version.procedure, *(link.procedure for link in linked.items)}
    if named.isdisjoint(renamed):
        return version
    links = tuple(
        replace(link, procedure=renamed.get(link.procedure, link.procedure))
        for link in linked.items
    )
    return replace(
        version,
        procedure=renamed.get(version.procedure, version.procedure),
        linked_procedures=replace(linked, items=links),
    )


def rename_in_row(row: Row, renamed: Mapping[str, str]) -> Row:
    """A row of a decision as it reads with other ids of procedures."""
    by = tuple(replace(one, procedure=renamed.get(one.procedure, one.procedure)) for one in row.by)
    return replace(
        row,
        procedure=renamed.get(row.procedure or "", row.procedure),
        replaces=tuple(renamed.get(code, code) for code in row.replaces),
        by=by,
    )
