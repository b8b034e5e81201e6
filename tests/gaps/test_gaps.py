"""What is unknown or contradicts itself is a gap, with its place, its words and what was read."""

from dataclasses import replace
from datetime import date

import pytest

from generator.locale import words_of
from generator.model.gaps.find import LARGE, find_gaps, gaps_in
from generator.model.gaps.gap import LONGEST, Gap
from generator.model.gaps.kinds import HARM_OF, RANK, SUBJECT, GapKind, Harm
from generator.model.gaps.report import Audience, living_codes, report_gaps
from generator.pages.gaps.sentences import place_words, reading_words
from generator.records.registers import Agency, EditedAnswers, LegalDocument
from generator.records.stated import AgencyPart, Identifier, LimitCase, Stated
from generator.records.version import Form, LegalBasis, Version
from tests.conftest import SAMPLE, edition_of
from tests.gaps.editions import CODE, PROCEDURE, edition_of_one, gaps_of
from tests.readings.channel_versions import channel, fee
from tests.readings.channel_versions import version as with_channels
from tests.readings.dossiers import dossier, group, item, papers
from tests.readings.test_times import days as duration
from tests.readings.versions import AGENCIES, version

WORDS = words_of("vi")


def the(kind: GapKind, record: Version, **more: object) -> Gap:
    """The one gap of a kind."""
    (gap,) = gaps_of(record, **more)[kind]
    return gap


def said(gap: Gap) -> str:
    return reading_words(gap, WORDS)


def test_a_fee_that_its_words_contradict() -> None:
    gap = the(GapKind.FEE_CONTRADICTED, with_channels(channel(fee(135, "Mức thu: 135.000 đồng"))))
    assert place_words(gap).endswith("v001.yml#/channels/items/0/fees/items/0/text")
    assert gap.words == "135.000 đồng"
    assert said(gap) == "bản ghi 135 đồng; chỗ khác 135.000 đồng"


def test_a_fee_that_another_channel_contradicts() -> None:
    record = with_channels(channel(fee(135), method="online"), channel(fee(135_000)))
    gap = the(GapKind.FEE_CONTRADICTED, record)
    assert said(gap) == "bản ghi 135 đồng; chỗ khác 135.000 đồng"
    assert GapKind.FEE_IMPLAUSIBLE not in gaps_of(record)


@pytest.mark.parametrize(("amount", "odd"), [(999, True), (1000, False), (0, False)])
def test_a_fee_below_a_thousand_dong_is_implausible(amount: float, odd: bool) -> None:
    assert (GapKind.FEE_IMPLAUSIBLE in gaps_of(with_channels(channel(fee(amount))))) is odd


def test_a_fee_that_ended() -> None:
    text = "Áp dụng đến hết ngày 31/12/2025"
    gap = the(GapKind.FEE_ENDED, with_channels(channel(fee(50_000, text))))
    assert "chỉ đến hết 31/12/2025" in said(gap)
    assert gap.pointer[-1] == "text"


def test_a_fee_of_which_nothing_is_said() -> None:
    gap = the(GapKind.FEE_UNKNOWN, with_channels(channel()))
    assert (gap.words, said(gap)) == ("", "không có gì")
    assert the(GapKind.FEE_UNKNOWN, with_channels()).pointer == ("channels",)


def test_a_fee_that_is_laid_down_elsewhere_by_no_number() -> None:
    record = with_channels(channel(fee(None, "Theo nghị quyết của Hội đồng nhân dân tỉnh")))
    assert the(GapKind.FEE_ELSEWHERE, record).words
    known = with_channels(channel(fee(None, "Theo Thông tư số 12/2025/TT-BTC")))
    assert GapKind.FEE_ELSEWHERE not in gaps_of(known)


def test_a_time_that_its_words_contradict() -> None:
    record = with_channels(
        channel(time=duration(15), text="10 ngày làm việc kể từ ngày nhận hồ sơ")
    )
    gap = the(GapKind.TIME_CONTRADICTED, record)
    assert said(gap) == "bản ghi 15 ngày làm việc; chỗ khác 10 ngày làm việc"
    assert gap.words.startswith("10 ngày làm việc")


def test_a_time_that_a_recorded_case_explains_is_no_contradiction() -> None:
    case = LimitCase(kind="case", name="Cấp lại", value=10, unit="working_day")
    time = replace(duration(15), cases=(case,))
    record = with_channels(channel(time=time, text="10 ngày làm việc kể từ ngày nhận hồ sơ"))
    assert GapKind.TIME_CONTRADICTED not in gaps_of(record)


def test_a_time_to_which_steps_give_another_number_or_unit() -> None:
    whole = "Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ hợp lệ, Trạm Ong cấp Thẻ ong."
    record = with_channels(channel(time=duration(15)))
    gap = the(GapKind.TIME_CONTRADICTED, replace(record, steps=version(whole).steps))
    assert said(gap) == "bản ghi 15 ngày làm việc; chỗ khác 20 ngày"
    parts = (
        "Trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong trình Chủ tịch xã.",
        "Trong thời hạn 10 ngày kể từ ngày nhận tờ trình của Trạm Ong, Chủ tịch xã ký Thẻ.",
    )
    gap = the(GapKind.TIME_CONTRADICTED, replace(record, steps=version(*parts).steps))
    assert said(gap) == "bản ghi 15 ngày làm việc; chỗ khác 15 ngày"


def test_a_time_of_which_nothing_is_said() -> None:
    assert the(GapKind.TIME_UNKNOWN, with_channels(channel())).pointer[-1] == "time"
    assert GapKind.TIME_UNKNOWN not in gaps_of(with_channels(channel(time=duration(15))))


def test_a_place_of_which_nothing_is_said() -> None:
    assert the(GapKind.PLACE_UNKNOWN, version()).pointer == ("agencies", "receiving")
    known = version("Bước 1: Người dân nộp hồ sơ tại Sở Xây dựng.")
    assert GapKind.PLACE_UNKNOWN not in gaps_of(known)


def test_places_of_two_levels() -> None:
    record = version(
        "Người dân nộp hồ sơ tại Ủy ban nhân dân cấp xã.", receiving=["Sở Xây dựng tỉnh Gia Lai"]
    )
    gap = the(GapKind.PLACE_CONTRADICTED, record, identity=replace(PROCEDURE, agency="tinh"))
    assert "Sở Xây dựng" in said(gap)
    assert "Ủy ban nhân dân cấp xã" in said(gap)
    assert gap.pointer[0] == "steps"


def test_a_place_of_another_territory() -> None:
    record = version(receiving=["Sở Xây dựng tỉnh Ninh Bình"])
    gap = the(GapKind.PLACE_FOREIGN, record, identity=replace(PROCEDURE, agency="tinh"))
    assert "Ninh Bình" in said(gap)


def test_the_executing_body_as_the_place() -> None:
    body = ["Sở Xây dựng"]
    gap = the(GapKind.PLACE_EXECUTING, version(receiving=body, executing=body))
    assert "Sở Xây dựng là cơ quan thực hiện" in said(gap)
    named = version("Nộp hồ sơ tại Sở Xây dựng.", receiving=body, executing=body)
    assert GapKind.PLACE_EXECUTING not in gaps_of(named)


def test_a_place_by_the_rule_alone() -> None:
    record = version(executing=["Sở Xây dựng"])
    assert "Cấp tỉnh" in said(the(GapKind.PLACE_BY_RULE, record))


def test_a_body_that_ended_by_its_name() -> None:
    gap = the(GapKind.BODY_ENDED, version(executing=["Ủy ban nhân dân cấp huyện"]))
    assert "01/07/2025" in said(gap)
    assert gap.pointer == ("agencies", "executing", "items", 0, "text")


@pytest.mark.parametrize(("last", "ended"), [(date(2026, 11, 27), 1), (date(2026, 11, 28), 0)])
def test_a_body_that_ended_by_the_register(last: date, ended: int) -> None:
    old = Agency(
        id="cu", name="Trung tâm Kẹo", kind="unit", level="province", valid_to=last,
        successors=("bo",),
    )  # fmt: skip
    record = version()
    parts = replace(record.agencies, deciding=Stated(items=(AgencyPart(agency="cu"),)))
    found = gaps_of(replace(record, agencies=parts), agencies={**AGENCIES, "cu": old})
    assert len(found.get(GapKind.BODY_ENDED, [])) == ended


def test_papers_of_which_nothing_is_said() -> None:
    assert the(GapKind.PAPERS_UNKNOWN, version()).pointer == ("dossier", "groups")


def test_papers_without_a_copy_where_others_have_some() -> None:
    record = papers(item("Đơn đề nghị"), item("Bản đồ khu đất", 0), item("Sơ đồ vị trí", 0))
    gap = the(GapKind.COPIES_ZERO, record)
    assert (gap.words, gap.more) == ("Bản đồ khu đất", 1)
    assert GapKind.COPIES_ZERO not in gaps_of(papers(item("Đơn", 0), item("Bản đồ", 0)))


def test_groups_of_papers_that_are_nothing_to_one_another() -> None:
    record = dossier(group("Đơn đề nghị", name="Nhóm một"), group("Bản đồ", name="Nhóm hai"))
    assert said(the(GapKind.DOSSIER_CHOICE, record)) == "2 nhóm giấy tờ"


def test_a_number_of_sets_that_the_words_contradict() -> None:
    record = papers("Đơn đề nghị (số lượng hồ sơ: 02 bộ)")
    recorded = replace(record, dossier=replace(record.dossier, sets=1))
    assert said(the(GapKind.SETS_CONTRADICTED, recorded)) == "bản ghi 1 bộ; lời văn 2 bộ"


def test_a_form_that_is_named_and_not_listed() -> None:
    text = "Đơn đề nghị theo Mẫu số 04 ban hành kèm theo Thông tư số 12/2025/TT-BXD"
    assert said(the(GapKind.FORM_UNLISTED, papers(text))) == "mẫu 04"
    listed = dossier(group(text), forms=[Form(id="m1", name="Mẫu số 04")])
    assert GapKind.FORM_UNLISTED not in gaps_of(listed)


def test_a_day_that_nobody_knows() -> None:
    gap = the(GapKind.DAYS_UNKNOWN, version(), effective=None)
    assert place_words(gap) == "decisions/bo/2026/1.yml#/effective"
    assert gap.words == "1/QĐ-BXD"
    assert GapKind.DAYS_UNKNOWN not in gaps_of(version())


@pytest.mark.parametrize(
    ("status", "expires", "over"),
    [
        ("in_force", None, False),
        ("expired", None, True),
        ("in_force", date(2026, 11, 28), True),
        ("in_force", date(2026, 11, 29), False),
    ],
)
def test_a_ground_that_ended_before(status: str, expires: date | None, over: bool) -> None:
    law = LegalDocument(
        id="luat", number="1/2020/QH14", type="luat", title="Luật", status=status, expires=expires
    )
    record = replace(version(), legal_basis=Stated(items=(LegalBasis(document="luat"),)))
    found = gaps_of(record, documents=[law])
    assert (GapKind.GROUND_ENDED in found) is over


def test_an_identifier_is_asked_for_where_a_pattern_leads_to_the_portal() -> None:
    pattern = {"portal_page": "https://portal.example/{id}"}
    gap = the(GapKind.PORTAL_ID, version(), settings=pattern)
    assert place_words(gap) == "procedures/x/1.000001/procedure.yml#/identifiers"
    known = replace(PROCEDURE, identifiers=(Identifier(system="portal", value="a"),))
    assert GapKind.PORTAL_ID not in gaps_of(version(), settings=pattern, identity=known)
    assert GapKind.PORTAL_ID not in gaps_of(version())


def test_an_agency_in_words() -> None:
    gap = the(GapKind.AGENCY_UNLINKED, version(executing=["Sở Xây dựng", "Sở Tài chính"]))
    assert (gap.words, gap.more, said(gap)) == ("Sở Xây dựng", 1, "cơ quan thực hiện")


def test_parts_that_are_left_out_are_those_of_the_page() -> None:
    gap = the(GapKind.PART_MISSING, version())
    assert "ai được làm" in said(gap)
    assert "dossier" not in gap.values["parts"]


def test_an_answer_closes_what_it_answers_and_nothing_else() -> None:
    answered = replace(PROCEDURE, answers=EditedAnswers(place="Phòng Một cửa", fees="Không thu"))
    open_ones, closed = gaps_of(version()), gaps_of(version(), identity=answered)
    gone = open_ones.keys() - closed.keys()
    assert gone == {GapKind.PLACE_UNKNOWN, GapKind.FEE_UNKNOWN}
    assert gone < {*SUBJECT["place"], *SUBJECT["fees"]}


@pytest.mark.parametrize(
    ("answer", "strange"),
    [("15 ngày", False), ("015 ngày", False), ("12 ngày làm việc", True), ("trong ngày", False)],
)
def test_an_answer_with_a_figure_that_the_text_lacks(answer: str, strange: bool) -> None:
    identity = replace(PROCEDURE, answers=EditedAnswers(time=answer))
    found = gaps_of(with_channels(channel(time=duration(15))), identity=identity)
    assert (GapKind.ANSWER_OUTDATED in found) is strange


def test_an_answer_where_the_text_has_nothing_or_that_was_reviewed_since_fits() -> None:
    identity = replace(PROCEDURE, answers=EditedAnswers(time="12 ngày"))
    assert GapKind.ANSWER_OUTDATED not in gaps_of(with_channels(channel()), identity=identity)
    reviewed = replace(identity, last_reviewed=date(2026, 1, 1))
    timed = with_channels(channel(time=duration(15)))
    assert GapKind.ANSWER_OUTDATED in gaps_of(timed, identity=identity)
    assert GapKind.ANSWER_OUTDATED not in gaps_of(timed, identity=reviewed)


def test_an_answer_may_write_a_sum_with_marks() -> None:
    identity = replace(PROCEDURE, answers=EditedAnswers(fees="135.000 đồng"))
    assert GapKind.ANSWER_OUTDATED not in gaps_of(
        with_channels(channel(fee(135_000))), identity=identity
    )


@pytest.mark.parametrize(("day", "late"), [(date(2025, 12, 31), True), (date(2026, 1, 1), False)])
def test_an_answer_that_was_reviewed_before_the_text(day: date, late: bool) -> None:
    answers = EditedAnswers(place="Phòng Một cửa")
    identity = replace(PROCEDURE, answers=answers, last_reviewed=day)
    found = gaps_of(version(), identity=identity)
    assert (GapKind.ANSWER_OUTDATED in found) is late
    if late:
        (gap,) = found[GapKind.ANSWER_OUTDATED]
        assert "01/01/2026" in said(gap)
        assert gap.pointer == ("answers", "place")


def test_words_are_cut_after_a_word_and_never_longer_than_eighty() -> None:
    body = "Sở Xây dựng " + "và các cơ quan có liên quan " * 9
    gap = the(GapKind.AGENCY_UNLINKED, version(executing=[body]))
    assert len(gap.words) <= LONGEST
    assert gap.words.endswith("…")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_has_its_harm_and_its_words(language: str) -> None:
    words = words_of(language)
    assert set(RANK) == set(GapKind)
    assert {HARM_OF[kind] for kind in GapKind} == set(Harm)
    for kind in GapKind:
        assert words.has(f"gaps.kind.{kind}")
        assert words.has(f"gaps.fix.{kind}")
        assert words.has(f"gaps.read.{kind}") or kind is GapKind.ANSWER_OUTDATED
    assert all(words.has(f"gaps.harm.{harm}") for harm in Harm)
    assert all(words.has(f"gaps.audience.{one}") for one in Audience)


def test_every_remedy_names_a_key() -> None:
    for kind in GapKind:
        sentence = WORDS(f"gaps.fix.{kind}")
        assert sentence.count("`") >= 2, kind
        assert sentence.endswith("."), kind


def test_the_most_harmful_comes_first_then_what_concerns_people() -> None:
    edition = edition_of(SAMPLE)
    report = report_gaps(edition, living_codes(edition))
    harms = [list(Harm).index(HARM_OF[gap.kind]) for gap in report.gaps]
    assert harms == sorted(harms)
    assert len(report.gaps) == sum(report.by_kind().values()) == sum(report.by_harm().values())
    within = [
        (HARM_OF[gap.kind], list(Audience).index(report.subjects[gap.procedure].audience))
        for gap in report.gaps
    ]
    for harm in Harm:
        order = [audience for one, audience in within if one is harm]
        assert order == sorted(order)


def test_several_processes_find_the_same() -> None:
    edition = edition_of_one(version())
    codes = [CODE] * LARGE
    steps: list[tuple[int, int]] = []
    found = find_gaps(edition, codes, 2, lambda *step: steps.append(step))
    assert found == gaps_in(CODE, edition) * LARGE
    assert steps[-1] == (LARGE, LARGE)


def test_what_is_over_is_not_looked_at() -> None:
    edition = edition_of(SAMPLE)
    codes = living_codes(edition)
    assert codes
    assert not [code for code in codes if edition.entries[code].over]
    assert [code for code, entry in edition.entries.items() if entry.over]


def test_one_field_or_one_agency_alone() -> None:
    edition = edition_of(SAMPLE)
    of_field = living_codes(edition, field="ho-tich")
    assert {edition.entries[code].summary.field for code in of_field} == {"ho-tich"}
    of_agency = living_codes(edition, agency="bo-tu-phap")
    assert all("bo-tu-phap" in edition.entries[code].summary.agencies for code in of_agency)
