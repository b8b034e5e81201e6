"""Export to Word, import again, compare field by field: `python -m tools.word_round_trip FOLDER`.

Versions are drawn by a seed. One decision publishes them all; its files are imported into the
registers of the same catalogue, without its procedures and decisions.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from generator.exports.word.documents import WordExporter
from generator.exports.word.versions import carried_by_word
from generator.imports.word.drafts import draft_decision_of
from generator.imports.word.reading import read_word_file
from generator.imports.word.sources import GivenByUser, read_sources_of
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, Signer
from generator.records.tree import load_catalogue
from generator.records.version import Version

DERIVED = frozenset({"procedure", "version"})
"""What an import decides: the key of a procedure without a code, the number of a version."""


def drawn_versions(catalogue: Catalogue, count: int, seed: int) -> list[Version]:
    """The last version of some procedures, or of all where `count` is not smaller."""
    keys = sorted(catalogue.versions)
    drawn = random.Random(seed).sample(keys, min(count, len(keys)))
    return [catalogue.versions[key][-1] for key in drawn]


def one_decision(versions: Sequence[Version], agency: str) -> Decision:
    """A decision that publishes some versions."""
    rows = tuple(
        Row(id=f"d{n}", action="publish", procedure=one.procedure, version=one.version)
        for n, one in enumerate(versions, 1)
    )
    day = date(2026, 7, 10)
    return Decision(
        id=f"{agency}/2026/1",
        number="1/QĐ-UBND",
        number_normalised="1/QĐ-UBND",
        agency=agency,
        title="Công bố thủ tục hành chính",
        signer=Signer(name="Nguyễn Văn An", position="Chủ tịch", capacity="head"),
        signed=day,
        listed=None,
        effective=day,
        signed_file=None,
        rows=rows,
    )


def imported_versions(
    decision: Decision, catalogue: Catalogue, folder: Path, known: Catalogue | None = None
) -> tuple[Decision, list[Version]]:
    """What the Word files of a decision are imported as, into `known` or into bare registers."""
    files = []
    for name, content in WordExporter(catalogue, folder).export_decision(decision):
        file = folder / name
        file.write_bytes(content)
        files.append(read_sources_of(read_word_file(file)))
    registers = replace(
        catalogue, procedures={}, decisions={}, versions={}, version_files={}, version_refs={}
    )
    drafted = draft_decision_of(files, known or registers, GivenByUser(agency=decision.agency))
    return drafted.decision, [one.version for one in drafted.procedures if one.version]


def catalogue_before(decision: Decision, catalogue: Catalogue) -> Catalogue:
    """What there was when a decision was signed: earlier decisions, and what they published."""
    earlier = {
        key: one
        for key, one in catalogue.decisions.items()
        if (one.signed or date.max, key) < (decision.signed or date.max, decision.id)
    }
    published = {t.key for one in earlier.values() for row in one.rows for t in row.published}
    refs = (ref for every in catalogue.version_refs.values() for ref in every)
    before = catalogue.with_versions({ref.key: ref for ref in refs if ref.key in published})
    procedures = {key: one for key, one in catalogue.procedures.items() if before.versions.get(key)}
    return replace(before, decisions=earlier, procedures=procedures)


def rows_without_order(decision: Decision, catalogue: Catalogue) -> set[Row]:
    """The rows as an annex carries them: sorted by kind and level, so numbered anew.

    A row that names no level stands under those of its versions.
    """
    return {
        replace(
            row,
            id="",
            title_as_printed=None,
            levels=tuple(sorted(row.levels or _levels_of(row, catalogue))),
            procedure=_without_own_key(row.procedure),
            by=tuple(sorted(row.by, key=lambda target: target.key)),
        )
        for row in decision.rows
    }


def _levels_of(row: Row, catalogue: Catalogue) -> set[str]:
    published = [catalogue.version_files[target.key] for target in row.published]
    ended = [catalogue.versions[key][-1] for key in row.ended if row.action == "abolish"]
    return {level for version in (*published, *ended) for level in version.levels.items}


def _without_own_key(procedure: str | None) -> str | None:
    """No key for a procedure without a code: an import makes its own, of the title."""
    return "" if procedure and procedure.startswith("chua-co-ma-") else procedure


def differences(before: Version, after: Version) -> Iterator[str]:
    """The fields in which two versions differ, but for what Word does not carry."""
    one, two = (carried_by_word(each, keeps_open=True) for each in (before, after))
    for field in fields(Version):
        mine, its = getattr(one, field.name), getattr(two, field.name)
        if field.name not in DERIVED and mine != its:
            yield f"{before.procedure} {field.name}: {mine!r} -> {its!r}"


def compare_round_trip(
    versions: Sequence[Version], catalogue: Catalogue, agency: str
) -> Iterator[str]:
    """Every difference that the way to Word and back makes."""
    with tempfile.TemporaryDirectory(prefix="niemyet-") as folder:
        decision = one_decision(versions, agency)
        _, found = imported_versions(decision, catalogue, Path(folder))
    by_code = {one.procedure: one for one in found}
    by_title = {one.title: one for one in found}
    for version in versions:
        known = by_code.get(version.procedure) or by_title.get(version.title)
        if known is None:
            yield f"{version.procedure}: not imported"
        else:
            yield from differences(version, known)


def main() -> None:
    """Draw, export, import, compare; the exit code is 1 when something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=23)
    options = parser.parse_args()
    catalogue = load_catalogue(options.catalogue)[0]
    versions = drawn_versions(catalogue, options.count, options.seed)
    found = list(compare_round_trip(versions, catalogue, min(catalogue.agencies)))
    print(*found, f"{len(versions)} procedures, {len(found)} differences", sep="\n")  # noqa: T201
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()
