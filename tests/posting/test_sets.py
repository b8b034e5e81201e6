"""What an office must post, against a count made from the files without the generator."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.edition import Edition
from generator.model.posting import (
    PostingChange,
    PostingReason,
    changed_sheets,
    hung_of,
    posting_set,
)
from generator.model.posting_coverage import WallState, coverage_of, lacking_sheets
from generator.model.posting_fees import ended_fees, fee_ends
from generator.model.posting_target import is_counter, office_target, place_of_agency
from generator.model.published import by_title
from generator.pages.coming import coming_change
from generator.posting.office import AmbiguousPlaceError, UnknownNameError, posting_order
from generator.posting.rows import change_reason
from generator.records.blobs import LoadedVersion
from generator.records.postings import PostedSheet, PostingRecord
from generator.records.registers import Agency
from generator.records.stated import Fee, Stated
from generator.records.units import CommuneUnit, ProvinceUnit
from tests.conftest import DAY, SAMPLE
from tests.posting.recount import Files

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


def test_a_department_of_a_province_posts_what_names_it_as_all_provinces_do(
    sample: Edition,
) -> None:
    """Else its wall would lack nearly all: records seldom name the department of one province."""
    agencies = sample.catalogue.agencies
    name, place = "Sở Tư pháp tỉnh Mẫu", "tinh-mau"
    own = Agency(id="stp", name=name, kind="agency", level="province", place=place)
    catalogue = replace(sample.catalogue, agencies={**agencies, own.id: own})
    edition = Edition(catalogue, DAY, sample.words)
    found = posting_set(office_target(own, edition), edition)
    shared = posting_set(office_target(agencies["so-tu-phap"], edition), edition)
    assert found.keys() == shared.keys()
    assert found
    assert PostingReason.LEVEL not in {one for item in found.values() for one in item.reasons}
    elsewhere = replace(own, name="Sở Tư pháp tỉnh Khác")
    assert not posting_set(office_target(elsewhere, edition), edition)


CLASS_ONLY = {"1.900501", "1.900502", "1.900504", "1.900901", "3.901301"}
"""Of other levels than the commune, but received by "Trung tâm … cấp xã"."""


def test_a_centre_posts_what_its_class_receives(sample: Edition, files: Files) -> None:
    """By hand: the five that no commune settles are on the wall of each commune all the same."""
    target = office_target(sample.catalogue.agencies["ttpvhcc-xa-song-trong"], sample)
    found = posting_set(target, sample)
    assert found.keys() >= CLASS_ONLY
    assert {found[code].reasons[0] for code in CLASS_ONLY} == {PostingReason.RECEIVES}
    every, one = (files.must_post(f"ttpvhcc-xa{name}", str(DAY)) for name in ("", "-song-trong"))
    assert every == one == {code: item.entry.version.version for code, item in found.items()}
    assert len(one) == 32


@pytest.mark.parametrize("name", ["commune", "xã Sông Trong"])
def test_a_level_and_a_place_post_what_their_class_receives(sample: Edition, name: str) -> None:
    assert posting_set(posting_order([name], sample).target, sample).keys() >= CLASS_ONLY


def test_what_a_class_of_another_province_receives_is_not_posted(sample: Edition) -> None:
    agencies = dict(sample.catalogue.agencies)
    ours = agencies["ttpvhcc-xa"]
    agencies["ttpvhcc-xa"] = replace(ours, name=f"{ours.name}, tỉnh Khác", place="tinh-khac")
    other = replace(sample.catalogue.places["tinh-mau"], id="tinh-khac", code="97", name="Khác")
    places = {**sample.catalogue.places, other.id: other}
    catalogue = replace(sample.catalogue, agencies=agencies, places=places)
    edition = Edition(catalogue, DAY, sample.words)
    target = office_target(agencies["ttpvhcc-xa-song-trong"], edition)
    assert not posting_set(target, edition).keys() & CLASS_ONLY


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
    hung = hung_of(posting_set(target, before))
    changes = changed_sheets(hung, posting_set(target, after), after, {})
    (only,) = changes
    assert (only.change, only.entry.code) == (PostingChange.EXCHANGE, "1.001193")
    assert (only.before, only.after) == ("v002", "v003")
    assert only.event is not None
    assert only.event.decision.id == "btp/2026/9201"


def test_what_is_replaced_is_taken_down(sample: Edition, files: Files) -> None:
    first, last = DAYS[0], DAY
    before, after = on(sample, first), on(sample, last)
    sets = [
        posting_set(posting_order(["commune", "province"], e).target, e) for e in (before, after)
    ]
    changes = changed_sheets(hung_of(sets[0]), sets[1], after, {})
    gone = {one.entry.code: one for one in changes if one.change is PostingChange.TAKE_DOWN}
    levels = {"commune", "province"}
    due = {day: files.of_levels(levels, "", str(day)).keys() for day in (first, last)}
    assert gone.keys() == due[first] - due[last]
    assert len(gone) > 2
    assert all(one.event and one.event.action in ("replace", "abolish") for one in gone.values())


def with_ending_fee(sample: Edition) -> Edition:
    """The sample with one fee at half its sum to the end of November."""
    old = sample.catalogue.version("2.900402", "v002")
    assert old
    words = "Lệ phí: 70.000 đồng; đến hết ngày 30/11/2026 bằng 50% mức thu nêu trên"
    fees = Stated(items=(Fee(state="not_stated", text=words),))
    items = tuple(replace(one, fees=fees) for one in old.channels.items)
    made = replace(old, channels=replace(old.channels, items=items))
    files = {ref.key: ref for refs in sample.catalogue.version_refs.values() for ref in refs}
    files["2.900402/v002"] = LoadedVersion("2.900402/v002", made)
    return replace(sample, catalogue=sample.catalogue.with_versions(files))


def test_a_sheet_is_exchanged_when_a_fee_that_it_states_until_a_day_is_over(
    sample: Edition,
) -> None:
    days = date(2026, 11, 28), date(2026, 12, 1)
    before, after = (on(with_ending_fee(sample), day) for day in days)
    target = office_target(sample.catalogue.agencies["ttpvhcc-xa"], after)
    items = posting_set(target, after)
    (ahead,) = (code for day, code in fee_ends(posting_set(target, before), before))
    ended = ended_fees(items, *days)
    assert ended == {ahead: date(2026, 11, 30)}
    (only,) = changed_sheets(hung_of(posting_set(target, before)), items, after, ended)
    assert (only.change, only.entry.code) == (PostingChange.EXCHANGE, ahead)
    assert change_reason(only, after) == "Mức phí ghi trên tờ chỉ đến hết 30/11/2026."


def test_a_sheet_whose_fee_has_ended_since_it_was_posted_is_not_right(sample: Edition) -> None:
    days = date(2026, 11, 28), date(2026, 12, 1)
    before, after = (on(with_ending_fee(sample), day) for day in days)
    target = office_target(sample.catalogue.agencies["ttpvhcc-xa"], after)
    sheets = [
        PostedSheet(procedure=code, version=version)
        for code, version in hung_of(posting_set(target, before)).items()
    ]
    record = PostingRecord(office="ttpvhcc-xa", posted=days[0], sheets=tuple(sheets))
    walls = [
        coverage_of([item.entry.summary for item in posting_set(target, one).values()], one, record)
        for one in (before, after)
    ]
    states = [(one.wall.right, one.wall.outdated) for one in walls if one.wall]
    assert states == [(len(sheets), 0), (len(sheets) - 1, 1)]


def test_a_commune_is_found_by_its_name(sample: Edition) -> None:
    code = sample.catalogue.places["tinh-mau"].communes[0].code
    name = posting_order([f"tinh-mau/{code}"], sample).name.partition(",")[0]
    by_name = posting_order([name], sample)
    assert by_name.target.levels == posting_order([f"tinh-mau/{code}"], sample).target.levels


@pytest.mark.parametrize(
    "typed",
    [
        "UBND xã Sông Trong",
        "ubnd xa song trong",
        "Ủy ban nhân dân xã Sông Trong",
        "TTPVHCC xã Sông Trong",
        "trung tam pvhcc xa song trong",
        "xã Sông Trong",
        "Song Trong",
    ],
)
def test_a_commune_is_found_as_people_write_it(sample: Edition, typed: str) -> None:
    assert posting_order([typed], sample).agency == "ttpvhcc-xa-song-trong"


@pytest.mark.parametrize("typed", ["song trong", "trung tam song"])
def test_words_of_a_name_are_enough_for_an_offer(sample: Edition, typed: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        posting_order([f"{typed} trung"], sample)
    assert "Trung tâm Phục vụ hành chính công xã Sông Trong" in raised.value.near


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("xã Tân Hưngg", ("Xã Tân Hưng, Tỉnh Cà Mau",)),
        ("xã Tân Hưngg, Tây Ninh", ("Xã Tân Hưng, Tỉnh Tây Ninh",)),
        ("UBND xã Tân Hưngg, Tây Ninh", ("Xã Tân Hưng, Tỉnh Tây Ninh",)),
        ("xã Không Có Đâu", ()),
    ],
)
def test_a_mistyped_commune_is_offered_and_nothing_else(
    sample: Edition, typed: str, near: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownNameError) as raised:
        posting_order([typed], with_namesakes(sample))
    assert raised.value.near == near


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (["Xã Tân Hưng, Tỉnh Cà Mau"], "Xã Tân Hưng, Tỉnh Cà Mau"),
        (["UBND xã Tân Hưng, cà mau"], "Ủy ban nhân dân xã Tân Hưng, tỉnh Cà Mau"),
        (["xã Tân Hưng", "tỉnh Tây Ninh"], "Xã Tân Hưng, Tỉnh Tây Ninh"),
        (["Cà Mau", "Tân Hưng"], "Xã Tân Hưng, Tỉnh Cà Mau"),
    ],
)
def test_a_commune_of_several_provinces_is_named_with_its_own(
    sample: Edition, names: list[str], asked: str
) -> None:
    edition = with_namesakes(sample)
    assert posting_order(names, edition).name == asked


def test_a_name_of_several_places_is_said_to_be_ambiguous(sample: Edition) -> None:
    with pytest.raises(AmbiguousPlaceError) as told:
        posting_order(["xã Tân Hưng"], with_namesakes(sample))
    assert told.value.near == (
        "ca-mau/2 (Xã Tân Hưng, Tỉnh Cà Mau)",
        "tay-ninh/1 (Xã Tân Hưng, Tỉnh Tây Ninh)",
    )


def with_namesakes(sample: Edition) -> Edition:
    """Two provinces that have a commune of one name."""
    places = {
        key: ProvinceUnit(
            id=key,
            code=code * 2,
            name=name,
            kind="province",
            communes=(CommuneUnit(code=code, name="Tân Hưng", kind="commune"),),
        )
        for key, name, code in (("ca-mau", "Cà Mau", "2"), ("tay-ninh", "Tây Ninh", "1"))
    }
    return Edition(replace(sample.catalogue, places=places), sample.day, sample.words)


def test_what_changes_later_stands_on_the_sheet_once_its_decision_is_signed(
    sample: Edition,
) -> None:
    day = date(2026, 11, 22)
    edition = Edition(sample.catalogue, day, sample.words)
    said = coming_change(edition.entries["1.900702"], edition)
    assert said.startswith("Sẽ đổi từ 01/01/2027: ")
    assert said.endswith(" theo 9203/QĐ-UBND.")
    before = Edition(sample.catalogue, date(2026, 1, 2), sample.words)
    entry = before.entries.get("1.900702")
    assert entry is None or "2027" not in coming_change(entry, before)
    calm = Edition(sample.catalogue, date(2027, 6, 1), sample.words)
    assert coming_change(calm.entries["1.900702"], calm) == ""


@pytest.mark.parametrize("alike", [1, 2])
def test_a_counter_and_its_commune_have_one_set(sample: Edition, alike: int) -> None:
    """Its record has no place; only one commune in the country has the name of its commune."""
    home = sample.catalogue.places["tinh-mau"]
    units = tuple(
        CommuneUnit(code=f"9990{at}", name="Thử Nghiệm", kind="ward") for at in range(alike)
    )
    places = {home.id: replace(home, communes=(*home.communes, *units))}
    counter = Agency(
        id="bpmc", name="Bộ phận Một cửa phường Thử Nghiệm", kind="agency", level="commune"
    )
    agencies = {**sample.catalogue.agencies, counter.id: counter}
    catalogue = replace(sample.catalogue, agencies=agencies, places=places)
    edition = Edition(catalogue, DAY, sample.words)
    assert place_of_agency(counter, edition) == ("tinh-mau/99900" if alike == 1 else "")
    if alike == 1:
        assert posting_order(["phường Thử Nghiệm"], edition).agency == counter.id
