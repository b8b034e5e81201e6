"""What an import did: refusals as findings, and everything in numbers."""

from collections.abc import Sequence

from generator.findings.finding import Finding
from generator.findings.json import as_plain
from generator.findings.problem import Severity
from generator.imports.portal.input_records import Refused, Sources
from generator.imports.portal.source import Shape
from generator.imports.portal.write import Imported, Verified
from generator.locale import Words
from generator.model.gaps.report import GapReport
from generator.pages.gaps.sentences import summary_line


def refusals(sources: Sources, words: Words) -> list[Finding]:
    """One finding for each record that was not written, in the order of the input."""
    return [_finding(item, words) for item in sources.refused]


def _finding(refused: Refused, words: Words) -> Finding:
    title, detail, fix = (
        words(f"findings.{refused.reason}.{part}").format_map({"found": refused.code})
        for part in ("title", "detail", "fix")
    )
    return Finding(
        path=refused.file,
        line=refused.line,
        column=1,
        severity=Severity.WARNING,
        code=refused.reason,
        title=title,
        detail=detail,
        fix=fix,
        field="",
    )


def report(
    sources: Sources,
    imported: Imported,
    verified: Verified | None,
    refused: Sequence[Finding],
    gaps: GapReport,
    words: Words,
) -> dict[str, object]:
    """The import in numbers, as plain data, with what the new catalogue leaves open."""
    only_listed = sources.records[Shape.LIST].keys() - set(sources.codes())
    return {
        "day": gaps.day.isoformat(),
        "read": {str(shape): sources.read[shape] for shape in Shape},
        "written": dict(sorted(imported.written.items())),
        "refused": [as_plain(finding) for finding in refused],
        "only_in_list": sorted(only_listed),
        "repairs": dict(sorted(sources.repairs.items())),
        "agencies_not_linked": dict(imported.unlinked.most_common()),
        "agency_marks": dict(sorted(imported.marked.items())),
        "unmapped": dict(imported.unmapped.most_common()),
        "gaps": _count_gaps(gaps, words),
        "verified": None
        if verified is None
        else {
            "strings": verified.strings,
            "characters": verified.characters,
            "characters_lost": verified.lost,
            "missing": verified.missing,
        },
    }


def _count_gaps(gaps: GapReport, words: Words) -> dict[str, object]:
    """What `niemyet gaps` counts, with its keys and in its words."""
    named = {str(kind): words(f"gaps.kind.{kind}") for kind in gaps.by_kind()}
    return {
        "summary": summary_line(gaps, words),
        "procedures": len(gaps.subjects),
        "concerned": gaps.concerned,
        "by_kind": [
            {"kind": str(kind), "name": named[kind], "count": count}
            for kind, count in gaps.by_kind().items()
        ],
        "by_part": gaps.by_part(),
    }
