"""What a page is, in other languages: recorded values alone, and none that is in doubt."""

from dataclasses import replace

import pytest

from generator.model.edition import Edition
from generator.pages.frame import frame_languages, frames_of_kinds, procedure_frames
from generator.readings.time_summary import TimeSummary, summarise_times
from generator.readings.version import read_version


def times_of(sample: Edition, code: str) -> TimeSummary:
    entry = sample.entries[code]
    agencies = sample.catalogue.agencies
    return summarise_times(read_version(entry.version, entry.procedure, agencies, sample.day).times)


def with_languages(sample: Edition, *languages: str) -> Edition:
    settings = replace(sample.catalogue.settings, summary_languages=languages)
    return replace(sample, catalogue=replace(sample.catalogue, settings=settings))


@pytest.mark.parametrize(
    ("wanted", "found"), [((), []), (("en",), ["en"]), (("vi", "en"), ["en"]), (("vi",), [])]
)
def test_the_languages_are_a_setting_without_that_of_the_site(
    sample: Edition, wanted: tuple[str, ...], found: list[str]
) -> None:
    edition = with_languages(sample, *wanted)
    assert frame_languages(edition) == found
    assert [one["language"] for one in frames_of_kinds(edition)] == found


def test_a_limit_is_given_only_where_nothing_changes_it(sample: Edition) -> None:
    found = {}
    for code, entry in sample.entries.items():
        times = times_of(sample, code)
        (frame,) = procedure_frames(entry, entry.version, times, sample)
        assert (entry.procedure.code or "no code").lower() in frame.said.lower()
        assert frame.own == sample.field(entry.procedure.field).name
        found[code] = "Time limit: " in frame.said
        beside = (times.variants, times.stages, times.added, times.longer, times.not_counted)
        if any(beside) or times.conflicts:
            assert not found[code], code
    assert set(found.values()) == {True, False}
