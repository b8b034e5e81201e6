"""Readings of where a dossier is handed in, and the offices that they name."""

from datetime import date

from generator.readings.door import Door, DoorKind, FilingReadings
from generator.readings.filing import read_filing
from generator.records.registers import Procedure
from generator.records.version import Version
from tests.readings.versions import AGENCIES, procedure

DAY = date(2026, 11, 1)
_OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)


def read(found: Version, of: Procedure | None = None, day: date = DAY) -> FilingReadings:
    """Where the dossier of a version is handed in."""
    return read_filing(found, of or procedure(), AGENCIES, day)


def offices(found: FilingReadings) -> list[Door]:
    """The doors that are offices."""
    return [one.value for one in found.doors if one.value.kind in _OFFICES]


def names(found: FilingReadings) -> list[str]:
    """The names of the offices."""
    return [door.name for door in offices(found)]
