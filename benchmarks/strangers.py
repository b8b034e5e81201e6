"""Try the cases that were written without a look at the rules, and count what the check says.

Usage: python -m benchmarks.strangers [FOLDER] [--show] [--catalogue DIR]

Cases with an odd number that are not marked as read are held out: they are counted, and neither
their texts nor what was found are printed. `--show` prints what is wrong with the others.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.strangers.cases import HERE, Case, EditError, read_cases
from tests.strangers.trials import Nursery, Outcome, Trial, is_error


def try_all(cases: Sequence[Case], sample: Path) -> Iterator[Trial | EditError]:
    """Try every case on a copy of a catalogue; an error for a case that does not fit it."""
    with tempfile.TemporaryDirectory() as folder:
        nursery = Nursery(sample, Path(folder))
        for case in cases:
            try:
                yield nursery.try_case(case)
            except (EditError, OSError) as error:
                yield EditError(f"{case.id}: {error}")


def _counted(name: str, trials: Sequence[Trial]) -> str:
    mistakes = [one for one in trials if one.outcome]
    sound = [one for one in trials if not one.outcome]
    outcomes = Counter(one.outcome for one in mistakes)
    each = ", ".join(f"{outcomes[kind]} {kind}" for kind in Outcome)
    drags = sum(1 for one in mistakes if one.dragged)
    errors = sum(1 for one in sound if any(map(is_error, one.findings)))
    warned = sum(1 for one in sound if one.findings)
    return (
        f"{name}: {len(mistakes)} mistakes ({each}; {drags} drag in others), "
        f"{len(sound)} sound edits ({errors} with errors, {warned} with findings)"
    )


def _shown(trial: Trial) -> Iterator[str]:
    fine = trial.outcome is Outcome.CAUGHT and not trial.dragged
    if fine or not (trial.outcome or trial.findings):
        return
    verdict = trial.outcome or "sound"
    yield f"{trial.case.id} {verdict} {' '.join(trial.dragged)}: {trial.case.what}"
    if trial.case.expected:
        yield f"    expected {trial.case.expected}"
    for one in trial.findings:
        place = f"{one.path}:{one.line}"
        yield f"    {place} {one.severity} {one.code} {one.title} | {one.detail} | {one.fix}"


def main() -> int:
    """Print the counts of both halves; exits 1 when a case does not fit the catalogue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=HERE / "cases")
    parser.add_argument("--catalogue", type=Path, default=Path("catalogue"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    tried = list(try_all(list(read_cases(options.folder)), options.catalogue))
    trials = [one for one in tried if isinstance(one, Trial)]
    unfit = [one for one in tried if isinstance(one, EditError)]
    read = [one for one in trials if not one.case.is_held_out]
    for line in (line for one in read if options.show for line in _shown(one)):
        print(line)
    print(_counted("read", read))
    print(_counted("held out", [one for one in trials if one.case.is_held_out]))
    for error in unfit:
        print(error if int(str(error)[1:].partition(":")[0]) % 2 == 0 else str(error)[:4])
    return 1 if unfit else 0


if __name__ == "__main__":
    sys.exit(main())
