"""What an office must post, against a count made from the files without the generator."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.edition import Edition
from generator.model.posting import (
    PostingChange,
    changed_sheets,
    is_counter,
    office_target,
    posting_set,
)
from generator.model.posting_coverage import WallState, coverage_of, lacking_sheets
from generator.model.published import by_title
from generator.posting.office import UnknownNameError, posting_order
from generator.records.postings import PostedSheet, PostingRecord
from generator.records.registers import Agency
from tests.conftest import DAY, SAMPLE
from tests.posting.recount import Files, levels_of

DAYS = (date(2025, 6, 30), date(2026, 3, 1), DAY)


def on(sample: Edition, day: date) -> Edition:
    return Edition(sample.catalogue, day, sample.words)


@pytest.fixture(scope="module")
def files() -> Files:
    return Files(SAMPLE)


@pytest.mark.parametrize("day", DAYS)
def test_the_set_of_every_office_is_complete_and_holds_nothing_else(
    sample: Edition, files: Files, day: date
) -> None:
    edition = on(sample, day)
    counts = []
    for key, agency in sample.catalogue.agencies.items():
        found = posting_set(office_target(agency, edition), edition)
        due = files.must_post(key, str(day))
        assert {code: one.entry.version.version for code, one in found.items()} == due, key
        counts.append(len(due))
    assert sum(count > 0 for count in counts) > 10
    assert max(counts) > 25


def test_the_count_knows_a_commune_from_its_class_and_its_province(files: Files) -> None:
    """By hand: the class posts in every province, and receives five that no commune settles."""
    every = files.must_post("ttpvhcc-xa", str(DAY))
    one = files.must_post("ttpvhcc-xa-song-trong", str(DAY))
    assert one.items() <= every.items()
    assert (len(every), len(one)) == (32, 27)


def test_a_set_is_ordered_by_field_and_then_by_title(sample: Edition) -> None:
    items = posting_set(posting_order(["commune"], sample).target, sample).values()
    fields = list(sample.catalogue.fields)
    order = [(fields.index(one.entry.procedure.field), *by_title(one.entry)) for one in items]
    assert len({field for field, *_ in order}) > 2
    assert order == sorted(order)


def test_coverage_counts_what_the_sheets_of_a_set_cannot_state(sample: Edition) -> None:
    summaries = sample.posting_groups["ttpvhcc-xa"]
    current = [one for one in summaries if one.current]
    timeless = replace(current[0], brief=replace(current[0].brief, time=None))
    coverage = coverage_of([timeless, *current[1:]], sample)
    assert coverage.count == len(current)
    assert coverage.fields == len({one.field for one in current})
    assert dict(coverage.lacking)["time"] == 1 + sum(not one.brief.time for one in current[1:])
    assert lacking_sheets([timeless], sample)["time"] == (timeless,)


def test_a_set_is_as_old_as_its_last_change(sample: Edition) -> None:
    changed = [on(sample, day).posting_coverage["ttpvhcc-xa"].changed for day in DAYS]
    assert changed == [date(2024, 9, 10), date(2026, 3, 1), date(2026, 8, 20)]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("Trung tâm Phục vụ hành chính công tỉnh Lai Châu", True),
        ("Bộ phận Một cửa phường Kinh Bắc", True),
        ("Bộ phận Một cửa thuộc Sở Xây dựng", False),
        ("Trung tâm Phục vụ hành chính công", False),
        ("Trung tâm Phục vụ hành chính công cấp tỉnh, cấp xã", False),
        ("Sở Tư pháp tỉnh Lai Châu", False),
    ],
)
def test_a_centre_of_one_level_is_a_counter_by_its_name(name: str, counts: bool) -> None:
    assert is_counter(Agency(id="a", name=name, kind="agency", level=None)) is counts


def test_a_wall_is_compared_with_what_binds(sample: Edition) -> None:
    office = "ttpvhcc-xa-song-trong"
    sheets = [PostedSheet(procedure=code, version="v001") for code in ("1.001193", "1.900102")]
    record = PostingRecord(office=office, posted=date(2026, 2, 1), sheets=tuple(sheets))
    catalogue = replace(sample.catalogue, postings={record.key: record})
    coverage = Edition(catalogue, DAY, sample.words).posting_coverage[office]
    assert coverage.wall == WallState(record.posted, 1, coverage.count - 2, 1)


def test_names_are_understood_without_accents_and_fields_narrow(sample: Edition) -> None:
    whole = posting_set(posting_order(["uy ban nhan dan cap xa"], sample).target, sample)
    part = posting_set(posting_order(["ubnd-cap-xa", "Hộ tịch"], sample).target, sample)
    assert {item.entry.procedure.field for item in whole.values()} > {"ho-tich"}
    assert (
        part.items()
        == {
            code: item for code, item in whole.items() if item.entry.procedure.field == "ho-tich"
        }.items()
    )
    with pytest.raises(UnknownNameError) as raised:
        posting_order(["trung tam phuc vu hanh chinh cong xa"], sample)
    assert "Trung tâm Phục vụ hành chính công cấp xã" in raised.value.near


def test_after_a_decision_only_its_sheets_change_and_each_says_why(sample: Edition) -> None:
    before, after = on(sample, date(2026, 2, 28)), on(sample, date(2026, 3, 1))
    target = office_target(sample.catalogue.agencies["ttpvhcc-xa"], after)
    changes = changed_sheets(posting_set(target, before), posting_set(target, after), after)
    (only,) = changes
    assert (only.change, only.entry.code) == (PostingChange.EXCHANGE, "1.001193")
    assert (only.before, only.after) == ("v002", "v003")
    assert only.event is not None
    assert only.event.decision.id == "btp/2026/9201"


def test_what_is_replaced_is_taken_down(sample: Edition, files: Files) -> None:
    first, last = DAYS[0], DAY
    old, new = (files.in_force(str(day)) for day in (first, last))
    before, after = on(sample, first), on(sample, last)
    sets = [
        posting_set(posting_order(["commune", "province"], e).target, e) for e in (before, after)
    ]
    changes = changed_sheets(sets[0], sets[1], after)
    gone = {one.entry.code: one for one in changes if one.change is PostingChange.TAKE_DOWN}
    assert gone.keys() == {
        code
        for code, version in old.items()
        if code not in new and levels_of(files.versions[code, version]) & {"commune", "province"}
    }
    assert all(one.event and one.event.action == "replace" for one in gone.values())


def test_a_commune_is_found_by_its_name(sample: Edition) -> None:
    code = sample.catalogue.places["tinh-mau"].communes[0].code
    name = posting_order([f"tinh-mau/{code}"], sample).name.partition(",")[0]
    by_name = posting_order([name], sample)
    assert by_name.target.levels == posting_order([f"tinh-mau/{code}"], sample).target.levels
