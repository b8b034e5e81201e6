"""Everything that is read out of the words of one version, for its pages and its data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.readings.door import FilingReadings
from generator.readings.evidence import Reading
from generator.readings.fee_days import fees_on
from generator.readings.fee_values import FeesOnDay
from generator.readings.fees import read_fees
from generator.readings.filing import read_filing
from generator.readings.forms import NamedForm, read_forms
from generator.readings.narrowing import Narrowing, read_narrowing
from generator.readings.papers import PaperReadings, read_papers
from generator.readings.steps import StepPassage, read_passages
from generator.readings.time_values import TimeReadings
from generator.readings.times import read_times
from generator.records.registers import Agency, Procedure
from generator.records.version import Version


@dataclass(frozen=True, slots=True)
class VersionReadings:
    """What the words of a version say: for whom, where, how long, how much, what to bring, how."""

    filing: FilingReadings
    times: TimeReadings
    fees: FeesOnDay
    papers: PaperReadings
    steps: tuple[StepPassage, ...]
    forms: tuple[Reading[NamedForm], ...]
    narrowing: Reading[Narrowing] | None


def read_version(
    version: Version, procedure: Procedure, agencies: Mapping[str, Agency], day: date
) -> VersionReadings:
    """Read a version on a day; of `agencies`, the register, only those that it names.

    Lists have read its times and fees before, and families its papers; a page is the last reader.
    """
    return VersionReadings(
        filing=read_filing(version, procedure, agencies, day),
        times=read_times.take(version),
        fees=fees_on(read_fees.take(version), day),
        papers=read_papers.take(version),
        steps=read_passages(version),
        forms=read_forms(version),
        narrowing=read_narrowing(version, agencies),
    )
