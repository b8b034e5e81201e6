"""What an import repeats of earlier versions, and what it does not."""

from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.imports.word.report_check import find_new

FOLDER = "procedures/dat-dai/1.900501"
NEW, OLD = f"{FOLDER}/v002.yml", f"{FOLDER}/v001.yml"


def finding(path: str, code: str, detail: str) -> Finding:
    return Finding(path, 1, 1, Severity.WARNING, code, "Nhan đề", detail, "Cách sửa", "")


def test_what_the_version_before_says_too_is_counted_and_not_repeated() -> None:
    own = finding(NEW, "PT101", "vượt")
    found = [finding(OLD, "NY705", "mẫu"), finding(NEW, "NY705", "mẫu"), own]
    assert find_new(found, {NEW}) == ([own], 1)


def test_the_same_words_of_another_procedure_or_of_a_decision_are_no_repetition() -> None:
    other = finding("procedures/dat-dai/1.900502/v001.yml", "NY705", "mẫu")
    folder = "decisions/bca/2026"
    decisions = [finding(f"{folder}/{name}.yml", "VS512", "TODO") for name in ("294", "295")]
    mine = finding(NEW, "NY705", "mẫu")
    drafts = {NEW, decisions[1].path}
    assert find_new([other, mine, *decisions], drafts) == ([mine, decisions[1]], 0)
