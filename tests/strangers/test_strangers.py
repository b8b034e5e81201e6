"""What people plant who have not seen the rules is found, and what they do soundly is let through.

`make strangers` tries every case; here one of each eight.
"""

from pathlib import Path

from tests.conftest import SAMPLE
from tests.strangers.cases import read_cases
from tests.strangers.trials import Nursery, Outcome, Trial, is_error

FEWEST_CAUGHT = 0.7
EVERY = 8


def test_most_mistakes_are_caught_and_no_sound_edit_is_refused(tmp_path: Path) -> None:
    nursery = Nursery(SAMPLE, tmp_path)
    trials = [nursery.try_case(case) for case in list(read_cases())[::EVERY]]
    mistakes = [one for one in trials if one.outcome]
    caught = [one for one in mistakes if one.outcome is Outcome.CAUGHT]
    assert len(caught) >= FEWEST_CAUGHT * len(mistakes)
    assert [one.case.id for one in trials if _is_refused(one)] == []


def _is_refused(trial: Trial) -> bool:
    return trial.outcome is None and any(map(is_error, trial.findings))
