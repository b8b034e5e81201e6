"""Figures of an imported catalogue, and tables for a judge who did not write it.

    python -m benchmarks.draws CATALOGUE EXPORTS OUT --seed 5 [--nation SITE]

CATALOGUE was imported from the portal's exports in the folder EXPORTS (`niemyet import portal`,
then `niemyet import places`). Each table in OUT ends with an empty column `verdict`; what is to be
judged stands above it.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.draws.pairs import (
    families_of,
    joined_table,
    judged_before,
    nation_shares,
    nation_table,
    near_table,
)
from benchmarks.draws.records import (
    agency_table,
    event_share,
    event_table,
    linked_share,
    province_share,
    province_table,
)
from benchmarks.draws.sources import SourceWords, read_source_words
from benchmarks.draws.tables import DrawnTable, write_table
from generator.locale import words_of
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue

_JUDGED = Path(__file__).parents[2] / "tests/real/families.csv"


def _tables(catalogue: Catalogue, source: SourceWords, seed: int) -> Iterator[DrawnTable]:
    families, known = families_of(catalogue), judged_before(_JUDGED)
    yield agency_table(catalogue, source, seed)
    yield province_table(catalogue, source, words_of("vi"), seed)
    yield event_table(catalogue, source, seed)
    yield joined_table(families, source, known, seed)
    yield near_table(catalogue, families, source, known, seed)


def _figures(catalogue: Catalogue, source: SourceWords) -> Iterator[str]:
    yield from linked_share(catalogue)
    yield from province_share(catalogue, source, words_of("vi"))
    yield event_share(catalogue)


def main() -> None:
    """Print the figures and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("exports", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--nation", type=Path)
    options = parser.parse_args()
    catalogue, _ = load_catalogue(options.catalogue)
    source = read_source_words(options.exports)
    for line in _figures(catalogue, source):
        print(line)
    tables = list(_tables(catalogue, source, options.seed))
    if options.nation:
        for line in nation_shares(options.nation, source, catalogue):
            print(line)
        tables.append(nation_table(options.nation, source, options.seed))
    for table in tables:
        print(write_table(table, options.out), len(table.rows))


if __name__ == "__main__":
    main()
