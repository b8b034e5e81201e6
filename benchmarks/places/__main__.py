"""How often a former name leads to its successors: python -m benchmarks.places CATALOGUE.

Draws former communes with their districts, types them without accents, in several ways, and says
how often the first name is the right one with all its successors, and what a question reads.
"""

import argparse
import random
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.places.asking import ask_names, write_place_files
from generator.check import check_catalogue
from generator.law.text import fold_text
from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.units import FormerKey, successors_of
from generator.records.units import ProvinceUnit

SEED = 21
DRAWN = 500
_KINDS = ("Phường ", "Xã ", "Thị trấn ", "Quận ", "Huyện ", "Thị xã ", "Thành phố ")


@dataclass(frozen=True, slots=True)
class AskedName:
    """A former unit, what is typed for it, and the codes of its successors."""

    key: FormerKey
    typed: str
    codes: frozenset[str]


def draw_names(places: Mapping[str, ProvinceUnit], way: str, drawn: int) -> Iterator[AskedName]:
    """Former units with a district, by a fixed seed, as somebody types them."""
    found = sorted(
        ((key, units) for key, units in successors_of(places).items() if key.district),
        key=lambda one: (one[0].province, one[0].district, one[0].name),
    )
    for key, units in random.Random(SEED).sample(found, min(drawn, len(found))):
        yield AskedName(key, _typed(key, way), frozenset(unit.code for unit in units))


def _typed(key: FormerKey, way: str) -> str:
    name, district = fold_text(key.name).lower(), fold_text(key.district).lower()
    if way == "bare":
        name, district = (_bare(text) for text in (key.name, key.district))
    return f"{name} {district} cu" if way == "former" else f"{name} {district}"


def _bare(printed: str) -> str:
    kind = next((one for one in _KINDS if printed.startswith(one)), "")
    return fold_text(printed.removeprefix(kind)).lower()


def is_found(asked: AskedName, answer: Mapping[str, object]) -> tuple[bool, bool]:
    """Whether the first name leads to a successor, and whether all of them are offered."""
    names = answer["names"]
    assert isinstance(names, list)
    codes = [{target["code"] for target in name["targets"]} for name in names]
    first = bool(codes) and bool(codes[0] & asked.codes)
    return first, any(asked.codes <= offered for offered in codes[:1])


def _edition(catalogue: Path) -> Edition:
    day = date(2026, 11, 28)
    words = words_of("vi")
    return Edition(check_catalogue(catalogue, words, day).catalogue, day, words)


def report(asked: Sequence[AskedName], answers: Sequence[Mapping[str, object]], way: str) -> None:
    """Print the shares, what was missed, and the bytes of a question that reads everything anew."""
    found = [is_found(one, answer) for one, answer in zip(asked, answers, strict=True)]
    first, every = (sum(one[at] for one in found) for at in (0, 1))
    sizes = sorted(int(str(answer["bytes"])) for answer in answers)
    print(f"{way}: first {first}/{len(asked)}, all successors {every}/{len(asked)}")
    print(f"  bytes: median {statistics.median(sizes)}, most {sizes[-1]}")
    for one, (_, complete) in zip(asked, found, strict=True):
        if not complete:
            print(f"  missed: {one.typed} ({one.key.province})")


def main() -> None:
    """Measure each way to type a name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    arguments = parser.parse_args()
    edition = _edition(arguments.catalogue)
    with tempfile.TemporaryDirectory() as folder:
        print(f"files: {write_place_files(edition, Path(folder))} bytes")
        for way in ("whole", "former", "bare"):
            asked = list(draw_names(edition.catalogue.places, way, DRAWN))
            answers = ask_names(Path(folder), [{"text": one.typed} for one in asked])
            report(asked, answers, way)


if __name__ == "__main__":
    main()
