"""Every rule finds its own example, at the right line, and nothing where nothing is wrong."""

import ast
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.findings.finding import Finding
from generator.law.exceptions import IMMUTABILITY_CODES
from generator.law.rules import RULES, run_catalogue_rules, run_record_rules
from generator.law.rules.context import Context
from generator.law.rules.examples import DAY, Example, apply_edits, base, examples
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.locale import words_of
from generator.records.schema import KINDS
from generator.records.tree import load_catalogue
from tests.law.checking import findings
from tests.site.crawl import Document

EXAMPLES = examples()


def test_nothing_is_wrong_in_the_base() -> None:
    assert findings(base()) == ()


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    rules = {rule.code for rule in RULES}
    assert rules <= EXAMPLES.keys()
    assert {code[:2] for code in EXAMPLES.keys() - rules} == {"YM", "CT"}  # found while reading


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_what_is_shown_as_right_is_right_where_it_is_copied(code: str) -> None:
    """Lines of the catalogue of the examples, all with one margin, that are YAML of their own."""
    edit = EXAMPLES[code].edits[0]
    right, _ = edit.sides
    lines = right.splitlines()
    file = (base() / edit.path).read_text("utf8").splitlines() if lines else []
    margins = {" " * size for size in range(20)}
    assert not lines or any(
        file[start : start + len(lines)] == [f"{margin}{line}".rstrip() for line in lines]
        for margin in margins
        for start in range(len(file))
    ), right
    assert not lines or yaml.safe_load(right) is not None


def test_codes_are_unique_and_no_docstring_counts_them() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    counted = re.compile(r"[A-Z]{2}[0-9]{3} to [A-Z]{2}[0-9]{3}")
    for path in Path("generator").rglob("*.py"):
        assert not counted.search(path.read_text("utf8")), path


def test_only_a_comparison_gives_the_findings_that_exceptions_take_for_such() -> None:
    described = {
        key.split(".")[1] for key in words_of("vi").entries if key.startswith("findings.BD")
    }
    assert set(IMMUTABILITY_CODES) == described


def test_every_rule_says_on_what_it_rests_and_since_when() -> None:
    for rule in RULES:
        assert rule.source.citation
        assert rule.source in (HOUSE, PRACTICE) or rule.source.since, rule.code


def test_every_kind_of_finding_has_its_page(sample_site: Path) -> None:
    for code in {rule.code for rule in RULES} | EXAMPLES.keys():
        page = (sample_site / f"quy-tac/{code.lower()}/index.html").read_text("utf8")
        text = " ".join(Document(page).text.split())
        assert " ".join(EXAMPLES[code].why.split()) in text, code
        for side in EXAMPLES[code].edits[0].sides:
            assert " ".join(side.split()) in text, code


@pytest.mark.parametrize("code", sorted({rule.code for rule in RULES if rule.per_file}))
def test_a_rule_asked_about_one_file_after_another_finds_the_same(
    code: str, tmp_path: Path
) -> None:
    copy = tmp_path / "catalogue"
    shutil.copytree(base(), copy)
    apply_edits(copy, EXAMPLES[code])
    catalogue, _ = load_catalogue(copy)
    context = Context(catalogue, DAY)
    (rule,) = [rule for rule in RULES if rule.code == code]
    whole = sorted(map(repr, rule.check(context)))
    files = catalogue.paths.values()
    single = [context.restricted_to(frozenset((file,))) for file in files]
    apart = [breach for part in single for breach in rule.check(part)]
    assert whole
    assert sorted(map(repr, apart)) == whole


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_the_mistake_is_found_where_it_is(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    copy = tmp_path / "catalogue"
    shutil.copytree(base(), copy)
    apply_edits(copy, example)
    found = findings(copy)
    places = [(f.path, f.line) for f in found if f.code == code]
    assert set(places) & set(expected(copy, example)), (places, found)
    assert [(f.code, text) for f in found for text in spoken(f) if RAW.search(text)] == []
    if code[:2] not in ("YM", "CT"):  # a record that cannot be read leaves gaps elsewhere
        assert {f.code for f in found} == {code, *example.also}


RAW = re.compile(
    r"(?<![`\w./-])[a-z]+_[a-z_]+(?![`\w])"  # a key or a value without quotes
    r"|\b(?:None|True|False|Wording|Error|datetime)\b|[{}\[\]](?<!\[\])(?!\])"
    r"|\b[12][0-9]{3}-(?:0[1-9]|1[0-2])-[0-3][0-9]\b"  # a day as machines write it
)
"""What no sentence of a finding shows a lawyer."""


def spoken(finding: Finding) -> list[str]:
    """What a finding says, without what is to be typed or was typed."""
    typed = finding.code in ("CT206", "CT220", "YM104")
    return [finding.title, *([] if typed else [finding.detail, finding.fix])]


def expected(copy: Path, example: Example) -> list[tuple[str, int]]:
    """Where the finding may stand: the line shown, else a line of what was put in."""
    if not (copy / example.path).exists():
        return [(example.path, 1)]
    text = (copy / example.path).read_text("utf8")
    lines = text.splitlines()
    if example.line:
        return [(example.path, n) for n, line in enumerate(lines, 1) if example.line in line]
    edit = next(e for e in example.edits if e.path == example.path)
    first = text[: text.index(edit.wrong)].count("\n") + 1
    return [(example.path, first + n) for n in range(edit.wrong.count("\n") + 1)]


def test_days_before_effect_are_counted_as_the_catalogue_says(tmp_path: Path) -> None:
    late = []
    for counting in ("calendar", "working"):
        copy = tmp_path / counting
        shutil.copytree(base(), copy)
        settings = copy / "catalogue.yml"
        text = settings.read_text("utf8")
        settings.write_text(text.replace("deadline_days: calendar", f"deadline_days: {counting}"))
        decree = copy / "legal-documents/12-2026-nd-cp.yml"
        decree.write_text(decree.read_text("utf8").replace("2026-07-01", "2026-06-25"), "utf8")
        late.append([f.detail for f in findings(copy) if f.code == "NY711"])
    plain, working = late
    assert plain == []  # 24 days before effect
    assert len(working) == 3  # but only 18 working days


def test_two_rows_of_one_decision_do_not_publish_one_version(tmp_path: Path) -> None:
    """From two days: the numbers of their decisions are one object, and equal anyway."""
    copy = tmp_path / "catalogue"
    shutil.copytree(base(), copy)
    row = (
        '- id: {}\n  action: publish\n  procedure: "1.000106"\n  version: v001\n  effective: "{}"\n'
    )
    decision = copy / "decisions/btp/2026/200.yml"
    text = decision.read_text("utf8").rstrip("\n")
    rows = row.format("d5", "2027-02-01") + row.format("d6", "2027-03-01")
    decision.write_text(f"{text}\n{rows}", "utf8")
    found = [f for f in findings(copy) if f.code == "TL101"]
    second = decision.read_text("utf8").splitlines().index("- id: d6") + 1
    assert [(f.path, f.line) for f in found] == [("decisions/btp/2026/200.yml", second)]
    assert "(1.000106) v001" in found[0].detail


def test_no_rule_compares_values_by_identity() -> None:
    """Equal values may be two objects, and one object may stand in two rows."""
    for path in Path("generator/law").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is | ast.IsNot):
                left, right = node.left, node.comparators[0]
                of_a_class = isinstance(left, ast.Attribute) and left.attr == "__class__"
                member = isinstance(right, ast.Attribute) and right.attr.isupper()
                known = isinstance(right, ast.Constant) or of_a_class or member
                assert known, f"{path}:{node.lineno}: {ast.unparse(node)}"


def test_a_number_that_two_documents_have_is_found_where_documents_are_asked_about(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "catalogue"
    shutil.copytree(base(), copy)
    apply_edits(copy, EXAMPLES["VD408"])
    catalogue, _ = load_catalogue(copy)
    document, decision = (
        frozenset({next(p for (kind, _), p in catalogue.paths.items() if kind == asked)})
        for asked in ("legal-document", "decision")
    )
    asked = (run_catalogue_rules(catalogue, DAY, files) for files in (document, decision))
    in_document, in_decision = ({problem.code for problem in found} for found in asked)
    assert "VD408" in in_document
    assert "VD408" not in in_decision


def test_of_a_title_with_a_mark_at_its_end_the_last_forty_characters_are_shown() -> None:
    catalogue, _ = load_catalogue(base())
    version = next(iter(catalogue.version_files.values()))
    title = f"{'Cấp giấy phép ' * 4}xây dựng;"
    found = run_record_rules("version", "v001.yml", replace(version, title=title))
    (shown,) = [problem.values["found"] for problem in found if problem.code == "VS507"]
    assert shown == title[len(title) - 40 :]
    assert len(str(shown)) == 40


def test_rules_name_kinds_of_records_that_there_are() -> None:
    named = {(rule.code, kind) for rule in RULES for kind in (*rule.needs, *rule.needs_named)}
    named |= {(rule.code, kind) for rule in RULES for kind in rule.kinds}
    assert named
    assert [(code, kind) for code, kind in sorted(named) if kind not in KINDS] == []
