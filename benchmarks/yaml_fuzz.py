"""Read made and damaged YAML texts: is what is accepted right, value and position?

Usage: python -m benchmarks.yaml_fuzz [CATALOGUE ...] [--accepted N] [--seed N]
"""

import argparse
import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.records.yaml_oracle import difference
from tests.records.yaml_texts import make_text

SHOWN = 10


def find_differences(sources: list[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Accepted texts without end, each with what is wrong with how it is read, mostly nothing."""
    while True:
        text = make_text(chance, sources)
        found = difference(text)
        if found is not None:
            yield text, found


def main() -> int:
    """Print the first differences and how many there are; exits 1 when there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogues", nargs="*", type=Path, default=[Path("catalogue")])
    parser.add_argument("--accepted", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = sorted(file for folder in options.catalogues for file in folder.rglob("*.yml"))
    sources = [file.read_text(encoding="utf8") for file in files]
    cases = islice(find_differences(sources, random.Random(options.seed)), options.accepted)
    wrong = [(text, found) for text, found in cases if found]
    for text, found in wrong[:SHOWN]:
        print(f"{text!r}\n    {found}")
    print(f"{options.accepted} accepted, {len(wrong)} read wrong (seed {options.seed})")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
