"""One deliberately broken catalogue: the complete, ordered list of what is wrong with it."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from generator.check import Scope, check_catalogue
from generator.findings.json import as_json
from generator.findings.problem import Severity
from generator.findings.text import as_text
from generator.locale import LANGUAGES, words_of
from tests.conftest import DAY

FIXTURES = Path(__file__).parent.parent / "fixtures"
KEYS = {"path", "line", "column", "severity", "code", "title", "detail", "fix", "field"}


def test_every_mistake_is_found_in_one_run_in_order() -> None:
    findings = check_catalogue(FIXTURES / "broken", words_of("vi"), DAY).findings
    found = [f"{f.path}:{f.line}:{f.column} {f.severity} {f.code}" for f in findings]
    assert found == (FIXTURES / "broken.findings.txt").read_text().splitlines()
    assert len({f.code for f in findings}) >= 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_says_what_is_wrong_and_how_to_fix_it(language: str) -> None:
    words = words_of(language)
    for finding in check_catalogue(FIXTURES / "broken", words, DAY).findings:
        for text in (finding.title, finding.detail, finding.fix):
            assert text.strip()
            assert "{" not in text.replace("{jinja", ""), text


def test_json_findings_have_the_agreed_keys() -> None:
    findings = check_catalogue(FIXTURES / "broken", words_of("vi"), DAY).findings
    listed = json.loads(as_json(findings))
    assert all(set(item) == KEYS for item in listed)
    assert listed[0] | {"traceback": ""} == asdict(findings[0])


def test_the_text_names_place_code_and_mend() -> None:
    findings = check_catalogue(FIXTURES / "broken", words_of("vi"), DAY).findings
    text = "\n".join(as_text(findings, words_of("vi")))
    assert "agencies/cu.yml:5:11  LỖI YM104  Ngày viết kèm giờ" in text
    assert 'Cách sửa: bỏ phần giờ, ghi "2025-06-30"' in text
    assert "“Liên hệ 1 › Từ ngày” đang là: 2026-02-30." in text


def test_an_unquoted_code_is_quoted_back_as_typed(tmp_path: Path) -> None:
    file = tmp_path / "agencies" / "a.yml"
    file.parent.mkdir()
    file.write_text("id: a\nname: 1.001190\nkind: agency\nlevel: central\n")
    findings = check_catalogue(tmp_path, words_of("vi"), DAY).findings
    assert any(f.fix.startswith('đặt trong nháy kép: "1.001190"; ') for f in findings)


def test_findings_can_be_limited_to_files_and_folders() -> None:
    findings = check_catalogue(FIXTURES / "broken", words_of("vi"), DAY).findings
    for scope in ("fields.yml", "agencies", "procedures/ho-tich/1.000003/v001.yml", "."):
        asked = check_catalogue(
            FIXTURES / "broken", words_of("vi"), DAY, scope=Scope((scope,))
        ).findings
        assert asked == tuple(f for f in findings if Scope((scope,)).covers(f.path))
        assert asked


def test_who_only_counts_errors_and_warnings_gets_them_all_without_info() -> None:
    every = check_catalogue(FIXTURES / "broken", words_of("vi"), DAY).findings
    asked = check_catalogue(
        FIXTURES / "broken", words_of("vi"), DAY, scope=Scope(include_info=False)
    ).findings
    assert asked == tuple(f for f in every if f.severity != Severity.INFO)
    assert any(f.severity == Severity.INFO for f in every)


def test_a_missing_fields_file_is_missed_and_a_broken_one_is_reported_once(
    catalogue_copy: Path,
) -> None:
    fields = catalogue_copy / "fields.yml"
    fields.write_text("- 1\n")
    broken = [
        f
        for f in check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
        if f.severity == "error"
    ]
    assert [(f.code, f.field) for f in broken if f.path == "fields.yml"] == [("CT203", "Lĩnh vực")]
    assert not any(f.path.startswith("procedures/") for f in broken)
    fields.unlink()
    missing = check_catalogue(catalogue_copy, words_of("vi"), DAY).findings
    assert any(f.code == "TC301" and f.path.endswith("1.001193/procedure.yml") for f in missing)


def test_ending_what_was_never_published_is_an_error_unless_a_decision_is_unreadable(
    catalogue_copy: Path,
) -> None:
    decision = catalogue_copy / "decisions/bca/2024/9002.yml"
    text = decision.read_text("utf8")
    row = re.search(
        r'- id: d6\n  action: publish\n  procedure: "1.900206"\n.*?(?=- id: d7)', text, re.S
    )
    assert row
    decision.write_text(text.replace(row[0], ""), "utf8")
    codes = {f.code for f in check_catalogue(catalogue_copy, words_of("vi"), DAY).findings}
    assert "TL102" in codes
    decision.write_text(text.replace(row[0], "").replace("title:", "titel:"), "utf8")
    codes = {f.code for f in check_catalogue(catalogue_copy, words_of("vi"), DAY).findings}
    assert not {"TL102", "TL106"} & codes


def test_a_calendar_of_another_year_does_not_pass_for_its_file(catalogue_copy: Path) -> None:
    calendar = catalogue_copy / "calendar/2026.yml"
    (catalogue_copy / "calendar/2027.yml").write_bytes(calendar.read_bytes())
    checked = check_catalogue(catalogue_copy, words_of("vi"), DAY)
    errors = [(f.path, f.line, f.code) for f in checked.findings if f.severity == "error"]
    assert errors == [("calendar/2027.yml", 1, "TC303")]


def test_the_sample_catalogue_is_clean() -> None:
    checked = check_catalogue(Path("catalogue"), words_of("vi"), DAY)
    assert [f for f in checked.findings if f.severity != "info"] == []
