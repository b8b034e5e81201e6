"""TL101 to TL106: rows and versions tell one story."""

from collections.abc import Iterator

from generator.law.rules.engine import Breach, Rule
from generator.law.timeline import ALWAYS, timelines
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row
from generator.records.problems import Severity


def _rows(catalogue: Catalogue) -> Iterator[tuple[str, Decision, int, Row]]:
    for key, decision in catalogue.decisions.items():
        for position, row in enumerate(decision.rows):
            yield catalogue.paths["decision", key], decision, position, row


def _unreadable(catalogue: Catalogue) -> bool:
    """Whether some decision could not be read: what it does to a procedure is then not known."""
    found = sum(kind == "decision" for kind, _ in catalogue.paths)
    return found > len(catalogue.decisions)


def _published_twice(catalogue: Catalogue) -> Iterator[Breach]:
    """A version is brought into force by one row only."""
    first: dict[tuple[str, str], str] = {}
    for file, decision, position, row in _rows(catalogue):
        for target in row.published:
            other = first.setdefault((target.procedure, target.version), decision.number)
            if other is not decision.number:
                values = {"found": f"{target.procedure} {target.version}", "other": other}
                yield Breach(file, ("rows", position), values)


def _without_predecessor(catalogue: Catalogue) -> Iterator[Breach]:
    """Only what was published before can be amended, corrected or ended."""
    if _unreadable(catalogue):
        return
    for code, timeline in timelines(catalogue).items():
        begun = False
        for event in timeline.events:
            if event.action != "publish" and not (begun or _begins(event.action, event.version)):
                file = catalogue.path("decision", event.decision.id)
                position = event.decision.rows.index(event.row)
                values = {"found": code, "number": event.decision.number}
                yield Breach(file, ("rows", position), values)
            begun = begun or event.version is not None


def _begins(action: str, version: str | None) -> bool:
    return action == "replace" and version is not None


def _annulled_too_late(catalogue: Catalogue) -> Iterator[Breach]:
    """A row can be annulled only before it takes effect; afterwards, amend or abolish."""
    for file, decision, position, row in _rows(catalogue):
        target = row.annuls and catalogue.decisions.get(row.annuls.decision)
        hit = target and next(
            (r for r in target.rows if row.annuls and r.id == row.annuls.row), None
        )
        if not target or not hit:
            continue
        began, taken_back = target.effective_of(hit), decision.effective_of(row)
        if began and taken_back and taken_back > began:
            values = {"began": began.isoformat(), "found": taken_back.isoformat()}
            yield Breach(file, ("rows", position, "annuls"), {**values, "number": target.number})


def _correction_without_mistake(catalogue: Catalogue) -> Iterator[Breach]:
    """A `correct` row publishes a version that says which version it corrects."""
    for file, _, position, row in _rows(catalogue):
        version = catalogue.version(row.procedure or "", row.version or "")
        if row.action == "correct" and version and not version.corrects:
            yield Breach(file, ("rows", position, "version"), {"found": row.version})


def _unpublished(catalogue: Catalogue) -> Iterator[Breach]:
    """A version that no row publishes is a draft and does not appear on the site."""
    if _unreadable(catalogue):
        return
    published = {
        (t.procedure, t.version) for _, _, _, row in _rows(catalogue) for t in row.published
    }
    for key, version in catalogue.version_files.items():
        if (version.procedure, version.version) not in published:
            yield Breach(catalogue.path("version", key), ("version",), {"found": version.version})


def _without_version(catalogue: Catalogue) -> Iterator[Breach]:
    """Every procedure has at least one version, readable or not."""
    versioned = {key.partition("/")[0] for kind, key in catalogue.paths if kind == "version"}
    for code in catalogue.procedures:
        if code not in versioned:
            yield Breach(catalogue.path("procedure", code), ("id",), {"found": code})


def _effect_before_signing(catalogue: Catalogue) -> Iterator[Breach]:
    """A retroactive effect is lawful only when the text says so: worth a second look."""
    for file, decision, position, row in _rows(catalogue):
        began = decision.effective_of(row)
        if began and began < (decision.signed or ALWAYS):
            values = {"found": began.isoformat(), "signed": str(decision.signed)}
            yield Breach(file, ("rows", position), values)


RULES = (
    Rule("TL101", Severity.ERROR, _published_twice),
    Rule("TL102", Severity.ERROR, _without_predecessor),
    Rule("TL103", Severity.ERROR, _annulled_too_late),
    Rule("TL105", Severity.ERROR, _correction_without_mistake),
    Rule("TL106", Severity.WARNING, _unpublished),
    Rule("TL107", Severity.ERROR, _without_version),
    Rule("TL108", Severity.INFO, _effect_before_signing),
)
