"""Citizens' words for a catalogue that has none yet: a reviewed list, for the fields it knows.

Portals know no words but the official ones. An import begins with the list of another catalogue,
by default the sample's; from then on the list belongs to the new catalogue and its staff.
"""

from collections.abc import Collection
from pathlib import Path

from generator.records.layout import catalogue_file
from generator.records.reading import read_record
from generator.records.registers import CitizenWords

FILE = "citizen-words.yml"


def read_words(path: Path) -> CitizenWords:
    """A list of citizens' words; raises ValueError when the file is none that can be read."""
    reading = read_record(path.parent, catalogue_file(path.name))
    if not isinstance(reading.record, CitizenWords):
        raise ValueError(path)
    return reading.record


def of_fields(words: CitizenWords, fields: Collection[str]) -> CitizenWords:
    """The pairs that hold in any field, or only in some of `fields`."""
    known = set(fields)
    kept = (pair for pair in words.citizen_words if known.issuperset(pair.fields))
    return CitizenWords(citizen_words=tuple(kept))


def own_list() -> Path:
    """The list of the catalogue in this folder, else that of the sample."""
    own = Path.cwd() / "catalogue" / FILE
    return own if own.is_file() else sample_folder() / FILE


def sample_folder() -> Path:
    """Where files of the sample lie: in the package when it is installed, else next to it."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "sample"
    return inside if inside.is_dir() else package.parent / "catalogue"
