"""How many document numbers of a catalogue can be read: as printed, and after mending.

    python benchmarks/citations.py my-catalogue

Prints the share of decision numbers (counted once, and once a procedure) and of legal-basis
references, and then every number that cannot be read, the most frequent first.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.law.citations import normalise, parse
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue


def legal_bases(catalogue: Catalogue) -> list[str]:
    """The numbers of legal bases as they are printed, one a reference."""
    return [
        basis.number_as_printed or catalogue.documents[basis.document].number
        for version in catalogue.version_files.values()
        for basis in version.legal_basis.items
    ]


def shares(numbers: Iterable[str]) -> tuple[int, float, float]:
    """How many numbers, the share read as printed, the share read after mending."""
    every = list(numbers)
    return len(every), _share(every, _as_printed), _share(every, lambda n: parse(n) is not None)


def _as_printed(number: str) -> bool:
    return parse(number) is not None and normalise(number) == number


def _share(every: list[str], read: Callable[[str], bool]) -> float:
    return sum(map(read, every)) / max(1, len(every))


def main() -> None:
    """Print shares and what stays unread."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    catalogue, _ = load_catalogue(parser.parse_args().catalogue)
    decisions = [decision.number for decision in catalogue.decisions.values()]
    by_row = [d.number for d in catalogue.decisions.values() for _ in d.rows]
    bases = legal_bases(catalogue)
    for name, numbers in (
        ("decisions", decisions),
        ("decisions, once a procedure", by_row),
        ("legal bases", bases),
    ):
        count, printed, mended = shares(numbers)
        print(f"{name}: {count}, read as printed {printed:.2%}, after mending {mended:.2%}")
    unread = Counter(number for number in (*decisions, *bases) if parse(number) is None)
    for number, count in unread.most_common():
        print(f"{count:>5}  {number}")


if __name__ == "__main__":
    main()
