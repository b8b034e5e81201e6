"""Try random inputs for as long as one likes.

Usage: python -m tests.fuzz [NAME ...] [--count N] [--seconds S] [--seed N]
"""

import argparse
import random
import sys
import time

from tests.fuzz.fuzzers import FUZZERS
from tests.fuzz.twins import BATCH, find_differences

SHOWN = 10
TWINS = "twins"
"""Python against the scripts of the browser: many cases at a time."""


def run(name: str, options: argparse.Namespace) -> int:
    """Run one fuzzer, print the first faults and the counts; returns how many there are."""
    chance = random.Random(options.seed)
    end = time.process_time() + options.seconds
    tried, faults = 0, []
    while tried < options.count and time.process_time() < end:
        size = min(BATCH, options.count - tried) if name == TWINS else 1
        tried += size
        faults += _try(name, chance, size)
    for fault in faults[:SHOWN]:
        sys.stdout.write(f"    {fault[:600]}\n")
    sys.stdout.write(f"{name}: {tried} cases, {len(faults)} faults (seed {options.seed})\n")
    sys.stdout.flush()
    return len(faults)


def _try(name: str, chance: random.Random, size: int) -> list[str]:
    if name == TWINS:
        return list(find_differences(chance, size))
    fault = FUZZERS[name](chance)
    return [fault] if fault else []


def main() -> int:
    """Exits 1 when a fuzzer found a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*FUZZERS, TWINS, []])
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    return int(sum(run(name, options) for name in options.names or (*FUZZERS, TWINS)) > 0)


if __name__ == "__main__":
    sys.exit(main())
