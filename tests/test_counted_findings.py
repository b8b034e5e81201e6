"""The numbers of a check begin with what makes it fail."""

from generator.cli.checking import kinds
from generator.findings.finding import Finding, Verdict
from generator.findings.problem import Severity
from generator.locale import words_of


def test_errors_are_counted_before_warnings_that_are_more_frequent() -> None:
    warning = Finding("a.yml", 1, 1, Severity.WARNING, "VS512", "", "", "", "")
    error = Finding("a.yml", 1, 1, Severity.ERROR, "CT201", "", "", "", "")
    verdict = Verdict(findings=(warning, warning, error), files=1, procedures=0, decisions=0)
    lines = list(kinds(verdict, words_of("vi")))
    assert ["CT201" in line for line in lines] == [True, False]
