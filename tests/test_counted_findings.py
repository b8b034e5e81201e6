"""The numbers of a check begin with what makes it fail."""

from dataclasses import replace
from datetime import date

from generator.check import Scope, check_catalogue
from generator.cli.checking import kinds
from generator.findings.finding import Finding, Verdict
from generator.findings.problem import Severity
from generator.locale import words_of
from tests.golden.command import CATALOGUE as LIMITS

DAY = date(2026, 12, 31)


def test_errors_are_counted_before_warnings_that_are_more_frequent() -> None:
    warning = Finding("a.yml", 1, 1, Severity.WARNING, "VS512", "", "", "", "")
    error = Finding("a.yml", 1, 1, Severity.ERROR, "CT201", "", "", "", "")
    verdict = Verdict(findings=(warning, warning, error), files=1, procedures=0, decisions=0)
    lines = list(kinds(verdict, words_of("vi")))
    assert ["CT201" in line for line in lines] == [True, False]


def test_warnings_that_are_only_counted_are_as_many_as_those_that_are_explained() -> None:
    words, scope = words_of("vi"), Scope(include_info=False)
    explained = check_catalogue(LIMITS, words, DAY, scope=scope)
    counted = check_catalogue(LIMITS, words, DAY, scope=replace(scope, count_warnings=True))
    assert explained.count(Severity.ERROR) == 0
    assert counted.findings == ()
    assert counted.count(Severity.WARNING) == explained.count(Severity.WARNING) > 0
