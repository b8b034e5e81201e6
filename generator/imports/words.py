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
    """The list of the catalogue in this folder, else that of the sample.

    The sample's lies in the package when that is installed, beside it in a checkout.
    """
    package, checkout = Path(__file__).parent, Path(__file__).parents[2] / "catalogue"
    folders = (Path.cwd() / "catalogue", package, checkout)
    return next(path for folder in folders if (path := folder / FILE).is_file())
