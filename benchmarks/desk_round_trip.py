"""Records through the desk and out again: untouched, and with texts changed and changed back.

Each record is opened as a draft and put into the archive that the page saves, and read out of it as
the page opens such archives. Then up to five of its texts are changed to themselves (nothing may
move), and to another text and back. Counts of records whose bytes differ; 1 when there are any.

Usage: python -m benchmarks.desk_round_trip CATALOGUE [--records 500] [--seed 1] [--desk FOLDER]
"""

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.search.__main__ import node
from generator.records.layout import catalogue_files
from generator.records.yaml_reader import read_yaml
from generator.site.desk_schemas import DESK_KINDS

_SCRIPT = Path("tests") / "desk" / "round-trip.mjs"
_TEXTS = 5


def main() -> int:
    """Print how many records came back with other bytes, by what was done to them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--records", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--desk", type=Path, default=Path("site/soan-thao"))
    options = parser.parse_args()
    chance = random.Random(options.seed)
    files = [one for one in catalogue_files(options.catalogue) if one.kind in DESK_KINDS]
    chosen = chance.sample(files, min(options.records, len(files)))
    texts = {one.path: (options.catalogue / one.path).read_bytes().decode() for one in chosen}
    cases = {path: [text, _pointers(text, chance)] for path, text in texts.items()}
    run = [node(), str(_SCRIPT), str(options.desk)]
    done = subprocess.run(run, input=json.dumps(cases), capture_output=True, text=True, check=True)
    differing: dict[str, list[str]] = json.loads(done.stdout)
    edits = sum(len(pointers) for _, pointers in cases.values())
    size = sum(map(len, texts.values()))
    print(f"{len(texts)} records, {size} characters, {edits} texts changed and changed back")
    for name, paths in differing.items():
        print(f"{name}: {len(paths)} differ {' '.join(paths[:5])}")
    return int(any(differing.values()))


def _pointers(text: str, chance: random.Random) -> list[list[str | int]]:
    found = list(_texts_in(read_yaml(text.encode(), "").value))
    return [list(one) for one in chance.sample(found, min(_TEXTS, len(found)))]


def _texts_in(value: Any, pointer: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in pairs:
        if isinstance(one, dict | list):
            yield from _texts_in(one, (*pointer, key))
        elif isinstance(one, str):
            yield (*pointer, key)


if __name__ == "__main__":
    sys.exit(main())
