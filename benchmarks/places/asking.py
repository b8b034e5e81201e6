"""Ask the browser's names of places under Node."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.node import ask_script
from generator.model.edition import Edition
from generator.search.place_files import place_files
from generator.site.static import read_assets

_HERE = Path(__file__).parent
_SCRIPT = "assets/niemyet/place-names.js"


def write_place_files(edition: Edition, folder: Path) -> int:
    """Write the names of an edition and the script that reads them; returns the bytes of names."""
    script = dict(read_assets())[_SCRIPT]
    files = dict(place_files(edition))
    for path, content in {**files, _SCRIPT: script}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return sum(map(len, files.values()))


def ask_names(site: Path, questions: Sequence[Mapping[str, str]]) -> list[Any]:
    """The answers of `names.mjs`, one for each question: a `text`, or the `code` of a unit."""
    return ask_script(_HERE / "names.mjs", site, questions)
