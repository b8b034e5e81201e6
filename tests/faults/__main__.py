"""Do faults to every verb that writes.

Usage: python -m tests.faults [NAME ...] [--seed N] [--most N, 0 for all] [--folder FOLDER]
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.judging import find_faults, prepare
from tests.faults.scenarios import Scenario, all_scenarios

_SHOWN = 12


def run(scenario: Scenario, options: argparse.Namespace, folder: Path) -> int:
    """Do faults to one scenario and print what went wrong; returns how many went wrong."""
    start = time.monotonic()
    case = prepare(scenario, folder)
    faults = case.faults(random.Random(options.seed), options.most)
    found = []
    for fault in faults:
        wrong = find_faults(case, fault, folder)
        found += wrong[:1]
        if len(found) <= _SHOWN:
            sys.stdout.write("".join(f"    {one}\n" for one in wrong))
            sys.stdout.flush()
    lines = len({(one.event, one.place) for one in case.operations})
    seconds = time.monotonic() - start
    sys.stdout.write(
        f"{scenario.name}: {len(case.operations)} operations of {lines} lines, "
        f"{len(faults)} faults, {len(found)} wrong (seed {options.seed}, {seconds:.0f} s)\n"
    )
    sys.stdout.flush()
    return len(found)


def main() -> int:
    """Exits 1 when something went wrong."""
    scenarios = {scenario.name: scenario for scenario in all_scenarios()}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*scenarios, []])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="niemyet-faults-") as folder:
        chosen = [scenarios[name] for name in options.names or scenarios]
        wrong = sum(run(scenario, options, Path(folder)) for scenario in chosen)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
