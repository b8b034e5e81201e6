"""What a draft breaks is found among the records around it, as a check of everything finds it."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from generator import draft_check
from generator.check import check_catalogue
from generator.draft_check import DraftChecker
from generator.findings.finding import Finding
from generator.law.rules.examples import apply_edits, base, examples
from generator.law.rules.references import procedures_named
from generator.locale import words_of
from generator.published_files import PublishedFile
from generator.records.catalogue import Catalogue
from generator.records.layout import is_meant_as_yaml
from generator.records.tree import load_catalogue
from tests.conftest import SAMPLE

WORDS = words_of("vi")
DAY = date(2026, 11, 22)
Place = tuple[str, int, int, str]
DECISION = "decisions/bca/2025/9104.yml"


def index_of(catalogue: Catalogue) -> dict[str, PublishedFile]:
    """Every file but those that no site publishes."""
    hidden = ("exceptions", "families", "posting", "federation")
    return {
        path: PublishedFile(
            path,
            catalogue.versions[key][-1].title if kind == "procedure" else path,
            _named(catalogue, kind, key),
            _number(catalogue, kind, key),
            catalogue.agencies[key].successors if kind == "agency" else (),
            catalogue.procedures[key].agency if kind == "procedure" else "",
        )
        for (kind, key), path in catalogue.paths.items()
        if kind not in hidden
    }


def _named(catalogue: Catalogue, kind: str, key: str) -> tuple[str, ...]:
    decision = catalogue.decisions.get(key) if kind == "decision" else None
    return tuple(procedures_named(decision)) if decision else ()


def _number(catalogue: Catalogue, kind: str, key: str) -> str:
    numbered = kind in ("decision", "legal-document")
    return getattr(catalogue.store(kind).get(key), "number", None) or "" if numbered else ""


@pytest.fixture(scope="module")
def index() -> dict[str, PublishedFile]:
    return index_of(load_catalogue(SAMPLE)[0])


@pytest.fixture
def checker(index: dict[str, PublishedFile], tmp_path: Path) -> DraftChecker:
    return DraftChecker(tmp_path / "checked", index)


def give(checker: DraftChecker, files: dict[str, str | None], root: Path = SAMPLE) -> None:
    while wanted := checker.change(files):
        for path in wanted:
            checker.put(path, (root / path).read_text("utf8"))


def own(checker: DraftChecker) -> list[Place]:
    found = [one for one in checker.check(WORDS, DAY) if one["own"]]
    return [(one["code"], one["line"], one["column"], one["detail"]) for one in found]


def places(findings: Iterable[Finding], path: str) -> list[Place]:
    return [(f.code, f.line, f.column, f.detail) for f in findings if f.path == path]


def test_every_kind_of_record_has_the_findings_of_a_whole_check(
    checker: DraftChecker, index: dict[str, PublishedFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_check, "MOST_READ_WHOLE", 0)
    whole = check_catalogue(SAMPLE, WORDS, DAY).findings
    by_kind = {path.partition("/")[0]: path for path in sorted(index)}
    for path in (*by_kind.values(), *{finding.path for finding in whole} & index.keys()):
        give(checker, {path: (SAMPLE / path).read_text("utf8")})
        assert own(checker) == places(whole, path), path
        assert len(checker.published) < len(index)


def test_examples_of_rules_have_the_findings_of_a_whole_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_check, "MOST_READ_WHOLE", 0)
    catalogue = load_catalogue(base())[0]
    public = index_of(catalogue)
    for code, example in list(examples().items())[::9]:
        edited, before = tmp_path / code, base()
        shutil.copytree(before, edited)
        apply_edits(edited, example)
        changed = {edit.path for edit in example.edits if is_meant_as_yaml(edit.path)}
        if not changed <= public.keys():
            continue  # a new record may name others that the index has not
        files = {
            path: (edited / path).read_text("utf8") if (edited / path).is_file() else None
            for path in changed
        }
        checker = DraftChecker(tmp_path / f"{code}-checked", public, catalogue.exceptions)
        give(checker, files, before)
        findings = check_catalogue(edited, WORDS, DAY).findings
        for path in changed:
            wanted = places(findings, path)
            found = [p for p in checker.check(WORDS, DAY) if p["path"] == path]
            assert [(f["code"], f["line"], f["column"], f["detail"]) for f in found] == wanted, code


def test_what_a_draft_breaks_elsewhere_is_found_and_what_was_broken_before_is_not(
    checker: DraftChecker,
) -> None:
    give(checker, {DECISION: (SAMPLE / DECISION).read_text("utf8")})
    assert checker.check(WORDS, DAY) == []
    give(checker, {"agencies/bca.yml": None})
    found = [one for one in checker.check(WORDS, DAY) if one["code"] == "TC301"]
    assert not any(one["own"] for one in found)
    assert DECISION in {one["path"] for one in found}
    assert all(one["page"] == "quy-tac/tc301/" and one["about"] for one in found)
    assert all(one["line"] > 1 and one["pointer"] for one in found)


def test_a_finding_has_the_pointer_of_its_field(checker: DraftChecker) -> None:
    text = (SAMPLE / DECISION).read_text("utf8")
    give(checker, {DECISION: text.replace("agency: bca", "agency: khong-co")})
    [found] = [one for one in checker.check(WORDS, DAY) if one["code"] == "TC301"]
    assert found["pointer"] == ("agency",)


@pytest.mark.parametrize(("instead", "told"), [("", ["TC331"]), ("replace", [])])
def test_a_new_procedure_named_as_one_that_goes_on_is_told(
    instead: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_check, "MOST_READ_WHOLE", 0)
    catalogue, root = load_catalogue(base())[0], base()
    checker = DraftChecker(tmp_path / "checked", index_of(catalogue))
    folder, new = "procedures/ho-tich/1.000105", "chua-co-ma-moi"
    version = (root / folder / "v001.yml").read_text("utf8").replace("1.000105", new)
    row = f'action: publish, procedure: "{new}", version: v001'
    if instead:
        by = f'[{{procedure: "{new}", version: v001}}]'
        row = f'action: replace, replaces: ["1.000105"], by: {by}, grounds: [63-2010-nd-cp]'
    files = {
        f"procedures/ho-tich/{new}/procedure.yml": (root / folder / "procedure.yml")
        .read_text("utf8")
        .replace('code: "1.000105"', "code: null")
        .replace("1.000105", new)
        + "unknown: {code: Chưa được cấp.}\n",
        f"procedures/ho-tich/{new}/v001.yml": version.replace("Đăng ký kết", "ĐĂNG KÝ  kết"),
        "decisions/btp/2026/400.yml": (root / "decisions/btp/2026/200.yml")
        .read_text("utf8")
        .partition("rows:")[0]
        .replace("200", "400")
        .replace("2026-06", "2026-10")
        .replace("2026-07", "2026-11")
        + f"rows:\n- {{id: d1, {row}}}\n",
    }
    give(checker, dict(files), root)
    found = [one for one in checker.check(WORDS, DAY) if one["code"] in ("TC331", "TC321")]
    assert [one["code"] for one in found] == told
    assert all("1.000105" in one["detail"] for one in found)
