"""Needs with several steps: what they come to, and the pages that lead to them and from them."""

from dataclasses import replace

import pytest

from generator import addresses
from generator.exports.journeys import journey_json
from generator.model.edition import Edition
from generator.model.journey_kin import kin_of_step
from generator.model.journey_totals import Amount, JourneyTotals, journey_totals, side_by_side
from generator.pages.journey_totals import amount_words
from generator.pages.journeys import journey_page, step_places
from generator.pages.lists import WAYS
from generator.records.blobs import LoadedVersion
from generator.records.journeys import Journey, JourneyStep, StepChoice
from tests.readings.channel_versions import channel, fee
from tests.readings.channel_versions import version as version_of


def step(key: str, *procedures: str, needs: tuple[str, ...] = (), if_: str = "") -> JourneyStep:
    choices = tuple(StepChoice(procedure=code, case=code) for code in procedures)
    return JourneyStep(id=key, name=key, choices=choices, needs=needs, condition=if_ or None)


def totals(edition: Edition, *steps: JourneyStep) -> JourneyTotals:
    journey = Journey(id="thu", name="Thử", steps=steps)
    return journey_totals(journey, edition.entries, edition.day)


def test_times_of_one_unit_are_added_and_others_stand_beside_them(sample: Edition) -> None:
    found = totals(sample, step("a", "1.900601"), step("b", "1.900504"), step("c", "1.900701"))
    assert found.time.amounts == (Amount(15, 15, "day"), Amount(15, 15, "working_day"))
    assert found.time.unclear == 0
    assert found.shortest is None


def test_steps_that_wait_for_nobody_run_at_the_same_time(sample: Edition) -> None:
    wait = step("c", "1.900503", needs=("a",))
    found = totals(sample, step("a", "1.900504"), step("b", "1.900701"), wait)
    assert found.time.amounts == (Amount(30, 30, "working_day"),)
    assert found.shortest == Amount(27, 27, "working_day")


def test_a_step_whose_fee_is_laid_down_elsewhere_is_counted_as_unclear(sample: Edition) -> None:
    found = totals(sample, step("a", "1.900504"), step("b", "1.900701"))
    assert (found.fees.amounts, found.fees.unclear) == ((Amount(0, 100_000, "VND"),), 1)


def test_what_is_due_by_the_page_has_no_total(sample: Edition) -> None:
    assert totals(sample, step("a", "2.900401")).fees.unclear == 1


def test_a_step_with_a_condition_is_in_no_total_and_passes_on_who_waits(sample: Edition) -> None:
    middle = step("b", "1.900503", needs=("a",), if_="Khi cần")
    last = step("c", "1.900701", needs=("b",))
    found = totals(sample, step("a", "1.900504"), middle, last)
    assert found.time.amounts == (Amount(15, 15, "working_day"),)
    assert found.shortest is None


@pytest.mark.parametrize("code", ["1.900206", "1.999999"])
def test_a_procedure_that_is_over_or_not_there_makes_its_step_unclear(
    sample: Edition, code: str
) -> None:
    found = totals(sample, step("a", "1.900504", code))
    assert (found.time.amounts, found.time.unclear) == ((), 1)


def test_of_several_procedures_the_range_counts(sample: Edition) -> None:
    found = totals(sample, step("a", "1.900504", "1.900701"))
    assert found.time.amounts == (Amount(3, 12, "working_day"),)
    assert amount_words(found.time.amounts[0], sample.words) == "từ 3 đến 12 ngày làm việc"


def test_what_holds_in_one_province_is_in_a_total_only_where_nothing_else_is(
    sample: Edition,
) -> None:
    everywhere, local = StepChoice(procedure="1.900504"), StepChoice(procedure="1.900701")
    local = replace(local, place="tinh-mau")
    for choices, days in (((everywhere, local), 12), ((local,), 3)):
        found = totals(sample, replace(step("a"), choices=choices))
        assert found.time.amounts == (Amount(days, days, "working_day"),)


def test_steps_of_one_rank_are_named_together() -> None:
    steps = (step("a", "1"), step("b", "2", needs=("a",)), step("c", "3", needs=("a",)))
    assert side_by_side(Journey(id="x", name="x", steps=steps)) == [(2, 3)]


def test_a_page_has_the_answers_of_each_procedure_and_links_to_its_sections(
    sample: Edition,
) -> None:
    page = journey_page("mo-quan-an", sample).body.html
    assert 'href="../../thu-tuc/1.900701/"' in page
    assert 'href="../../co-quan/ttpvhcc-xa/"' in page
    assert "Nguồn ghi: “Ngay trong buổi" in page
    assert 'href="#nop-o-dau"' not in page
    assert "Khi mặt bằng là nhà đi thuê." in page
    assert 'Nếu phải làm bước <a href="#buoc-1">1</a> thì cần kết quả của bước ấy' in page


def test_a_total_says_how_many_steps_are_not_in_it(sample: Edition) -> None:
    steps = (step("a", "1.900504"), step("b", "1.900701"))
    journey = Journey(id="thu", name="Thử", steps=steps)
    edition = replace(sample, catalogue=replace(sample.catalogue, journeys={"thu": journey}))
    page = journey_page("thu", edition).body.html
    assert "<strong>từ 0 đến 100.000 đồng, chưa kể bước 1 (chưa rõ)" in page


def test_a_total_says_that_some_pay_less_of_it(sample: Edition) -> None:
    assert not totals(sample, step("a", "1.900701")).some_exempt
    entry = sample.entries["1.900701"]
    freed = fee(100_000, "Người nuôi ong thuộc diện được miễn phí thì nộp giấy chứng minh.")
    version = replace(entry.version, channels=version_of(channel(freed)).channels)
    journey = Journey(id="thu", name="Thử", steps=(step("a", "1.900701"),))
    shown = LoadedVersion(entry.shown.key, version)
    changed = {**sample.entries, "1.900701": replace(entry, shown=shown)}
    assert journey_totals(journey, changed, sample.day).some_exempt


def test_the_result_of_a_step_if_needed_is_needed_only_then(sample: Edition) -> None:
    steps = (
        step("a", "1.900504"),
        step("b", "1.900503", if_="Khi mất thẻ"),
        step("c", "1.900701", needs=("a", "b")),
        step("d", "1.900601", needs=("b",), if_="Khi mất thẻ"),
    )
    journey = Journey(id="thu", name="Thử", steps=steps)
    edition = replace(sample, catalogue=replace(sample.catalogue, journeys={"thu": journey}))
    page = journey_page("thu", edition).body.html
    link = '<a href="#buoc-{0}">{0}</a>'.format
    assert f"Cần kết quả của bước {link(1)}</p>" in page
    assert f"Nếu phải làm bước {link(2)} thì cần kết quả của bước ấy</p>" in page
    assert page.count(f"Cần kết quả của bước {link(2)}</p>") == 1


def test_a_procedure_and_a_life_event_lead_to_the_journey(sample: Edition) -> None:
    block = step_places("1.900601", addresses.procedure("1.900601"), sample).html
    assert 'bước 3/4 của việc “<a href="../../viec/xay-nha/">Xây nhà</a>”' in block
    assert not step_places("1.001193", addresses.procedure("1.001193"), sample)
    listed = WAYS["life_events"].listed("nha-dat", sample)
    assert "../../viec/xay-nha/" in listed.intro.markdown


def test_the_data_has_the_totals_of_the_page(sample: Edition) -> None:
    path, content = journey_json("xay-nha", sample)
    assert path == "api/v1/journeys/xay-nha.json"
    assert b'"low":37500' in content


def test_sums_of_two_kinds_are_due_together_and_make_no_range(sample: Edition) -> None:
    entry = sample.entries["1.900701"]
    channels = entry.version.channels.items
    charge, *_ = channels[0].fees.items
    second = replace(charge, id="khac", name="Phí công bố", amount=50_000.0)
    fees = replace(channels[0].fees, items=(charge, second))
    channel = replace(channels[0], fees=fees)
    version = replace(entry.version, channels=replace(entry.version.channels, items=(channel,)))
    shown = LoadedVersion(entry.shown.key, version)
    edition = replace(sample)
    edition.__dict__["entries"] = {"1.900701": replace(entry, shown=shown)}
    assert totals(sample, step("a", "1.900701")).fees.unclear == 0
    assert totals(edition, step("a", "1.900701")).fees.unclear == 1
    named = replace(step("a"), choices=(StepChoice(procedure="1.900701", fee_words=("công bố",)),))
    assert totals(edition, named).fees.amounts == (Amount(50_000, 50_000, "VND"),)
    other = replace(step("a"), choices=(StepChoice(procedure="1.900701", fee_words=("khác",)),))
    assert totals(edition, other).fees.unclear_steps == (1,)


def test_a_step_of_one_province_has_the_sentence_for_readers_of_others(sample: Edition) -> None:
    local = next(code for code, entry in sample.entries.items() if entry.summary.province)
    journey = Journey(id="thu", name="Thử", steps=(step("a", local), step("b", "1.900504")))
    catalogue = replace(sample.catalogue, journeys={"thu": journey})
    page = journey_page("thu", replace(sample, catalogue=catalogue))
    assert page.body.html.count(sample.words("journey.elsewhere")) == 1


def test_a_step_knows_the_procedure_of_another_province_that_joins_its_act_to_others(
    sample: Edition,
) -> None:
    local, other = [code for code, entry in sample.entries.items() if entry.summary.province][:2]
    entry, second = sample.entries[local], sample.entries[other]
    wider = f"{entry.title} (cấp xã); gia hạn giấy; đổi giấy ( Cấp xã)"
    named = replace(second.summary, title=wider, province="97", shown=True, over=False)
    edition = replace(sample)
    field = entry.procedure.field
    edition.__dict__["by_field"] = {field: (*sample.by_field[field], named)}
    assert other in kin_of_step(step("a", local), edition)
    assert other not in kin_of_step(step("a", "1.900504"), edition)
    apart = replace(named, title=f"{entry.title} cho người nước ngoài; đổi giấy")
    edition.__dict__["by_field"] = {field: (apart,)}
    assert other not in kin_of_step(step("a", local), edition)
