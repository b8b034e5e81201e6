"""What a record states is shown once: not where it is absent, nor where it is said already."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.channels import channels
from generator.pages.decision import decision_page
from generator.pages.formatting import fee_name, printed_wording
from generator.pages.forms import forms
from generator.pages.links import under_document
from generator.pages.process import internal_process
from generator.pages.reuse import version_text
from generator.pages.sections import agencies_section
from generator.readings.fees import fees_on, read_fees
from generator.records.decision import Decision, Row
from generator.records.stated import AgencyPart, Clause, Duration, Fee, Source, Stated
from generator.records.version import Form, InternalStep, Online, Postal, Version

WORDS = words_of("vi")
CODE = "1.001193"


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("Lệ phí hộ tịch", "charge", "Lệ phí hộ tịch"),
        ("Lệ phí hộ tịch", "fee", "Lệ phí hộ tịch (phí)"),
        ("Cước gửi", "price", "Cước gửi (giá dịch vụ)"),
        ("Cước gửi", "not_stated", "Cước gửi"),
        (None, "charge", "Lệ phí"),
        (None, "not_stated", ""),
    ],
)
def test_the_kind_of_a_fee_is_said_unless_its_name_says_it(
    name: str | None, kind: str, shown: str
) -> None:
    assert fee_name(Fee(state="free", name=name, kind=kind), WORDS) == shown


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        (Stated(items=(1,), text="Theo biểu mức thu."), "Theo biểu mức thu."),
        (Stated(items=(1,), text="trẻ  em; Người nghèo"), ""),
        (Stated(items=(1,)), ""),
        (Stated(none=True, text="Không thu."), ""),
    ],
)
def test_the_printed_wording_is_shown_unless_the_items_say_it(
    stated: Stated[int], shown: str
) -> None:
    assert printed_wording(stated, ("Trẻ em", None, "người nghèo.")) == shown


def test_a_document_is_named_unless_the_text_names_it(sample: Edition) -> None:
    key = "60-2014-qh13"
    shown = under_document(key, ("Theo Luật 160/2014/QH13", None), sample)
    assert shown.html == "Theo văn bản số 60/2014/QH13."
    assert not under_document(key, ("Theo Luật 60/2014/QH13.",), sample)
    assert not under_document(None, (), sample)
    assert "999-2030-nd-cp" in under_document("999-2030-nd-cp", (), sample).html


def test_a_document_leads_to_its_text_where_the_register_has_its_address(sample: Edition) -> None:
    law = replace(sample.catalogue.documents["60-2014-qh13"], url="https://vbpl.example/?a=1&b=2")
    catalogue = replace(sample.catalogue, documents={law.id: law})
    shown = under_document(law.id, (), Edition(catalogue, sample.day, sample.words))
    assert 'href="https://vbpl.example/?a=1&amp;b=2"' in shown.html


def _channels(version: Version, sample: Edition) -> str:
    return channels(version, fees_on(read_fees(version), sample.day), sample).html


def _fees(sample: Edition, fees: Stated[Fee]) -> str:
    version = sample.entries[CODE].version
    (first, *_) = version.channels.items
    stated = replace(version.channels, items=(replace(first, fees=fees),))
    return _channels(replace(version, channels=stated), sample)


def test_printed_wording_stands_after_fees_and_after_exemptions(sample: Edition) -> None:
    exempt = Stated(items=(Clause(text="Trẻ em"),), text="Miễn cho <trẻ em>.")
    fee = Fee(state="free", name="Lệ phí", exemptions=exempt)
    html = _fees(sample, Stated(items=(fee,), text="Biểu kèm theo"))
    assert "Trẻ em.<br>Miễn cho &lt;trẻ em&gt;.<br>Biểu kèm theo</dd>" in html
    html = _fees(sample, Stated(items=(fee, fee), text="Biểu kèm theo"))
    assert "</ul><p>Biểu kèm theo</p></dd>" in html
    html = _fees(sample, Stated(not_stated="Chờ biểu.", text="Biểu kèm theo"))
    assert "Chưa nêu. Chờ biểu.<br>Biểu kèm theo</dd>" in html
    html = _fees(sample, Stated(items=(replace(fee, exemptions=None),)))
    assert "Lệ phí: <strong>Miễn phí</strong></dd>" in html


def test_no_exemptions_are_said_to_be_exemptions(sample: Edition) -> None:
    fee = Fee(state="free", name="Lệ phí", exemptions=Stated(none=True))
    html = _fees(sample, Stated(items=(fee,)))
    assert f"<strong>{sample.words('fee.exempt')}:</strong> Không có." in html


def _process(version: Version, *phases: str | None) -> Version:
    time = Duration(value=1, unit="day")
    steps = (InternalStep(name="Xem", role="Cán bộ", time=time, phase=phase) for phase in phases)
    return replace(version, internal_process=Stated(items=tuple(steps)))


def test_phases_have_a_column_where_a_step_has_one(sample: Edition) -> None:
    version = sample.entries[CODE].version
    with_phases = internal_process(_process(version, "Đầu vào", None), sample).html
    assert '<th scope="col">Giai đoạn</th><th scope="col">Bước</th>' in with_phases
    assert "<tr><td>Đầu vào</td><td>Xem</td>" in with_phases
    assert "<tr><td></td><td>Xem</td>" in with_phases
    without = internal_process(_process(version, None), sample).html
    assert "Giai đoạn" not in without
    assert "<tr><td>Xem</td>" in without


def test_the_words_of_the_decision_stand_behind_an_agency_where_they_differ(
    sample: Edition,
) -> None:
    version = sample.entries[CODE].version
    name = sample.agency_name("btp")

    def shown(text: str) -> str:
        executing = Stated(items=(AgencyPart(agency="btp", text=text),))
        roles = replace(version.agencies, executing=executing)
        return agencies_section(replace(version, agencies=roles), sample, "thu-tuc/x/index.md").html

    assert f"{name}</a> – Bộ được giao</li>" in shown("Bộ được giao")
    assert f"{name}</a></li>" in shown(name.upper())
    assert f"{name}</a></li>" in shown("BTP")


def test_a_form_names_the_document_that_issued_it(sample: Edition) -> None:
    version = sample.entries[CODE].version
    form = Form(id="m1", name="Tờ khai", basis="60-2014-qh13")
    stated = Stated(items=(form, replace(form, id="m2", basis=None)))
    html = forms(replace(version, forms=stated), (), sample).html
    assert "<li>Tờ khai<br />\n    Theo văn bản số 60/2014/QH13.</li>\n<li>Tờ khai</li>" in html


def _service(sample: Edition, online: Online, postal: Postal, methods: Sequence[str]) -> str:
    version = sample.entries[CODE].version
    (first, *_) = version.channels.items
    stated = Stated(items=tuple(replace(first, method=method, id=None) for method in methods))
    changed = replace(version, online=online, postal=postal, channels=stated)
    return _channels(changed, sample)


def test_a_dossier_that_can_be_posted_is_said_unless_there_is_a_column_for_it(
    sample: Edition,
) -> None:
    online = Online(level="end_to_end", payment=None)
    posted, not_posted = (
        Postal(receives_dossier=yes, returns_result=None) for yes in (True, False)
    )
    said = "Có thể nộp hồ sơ qua bưu chính."
    assert said in _service(sample, online, posted, ["direct"])
    assert said not in _service(sample, online, posted, ["direct", "postal"])
    assert said not in _service(sample, online, not_posted, ["direct"])


def test_what_demands_to_come_in_person_stands_behind_the_reason(sample: Edition) -> None:
    none = Postal(receives_dossier=None, returns_result=None)
    online = Online(
        level="partial", payment=None, partial_reason="Phải đối chiếu.", partial_rule="60-2014-qh13"
    )
    html = _service(sample, online, none, ["direct"])
    assert "</strong> Phải đối chiếu. Theo văn bản số 60/2014/QH13.</li>" in html
    assert "Vì sao chưa toàn trình" not in _service(
        sample, replace(online, partial_reason=None, partial_rule=None), none, ["direct"]
    )


def _decision(sample: Edition, *rows: Row) -> str:
    decision: Decision = sample.catalogue.decisions["btp/2024/9001"]
    return decision_page(replace(decision, rows=rows), sample).body.html


def _row(row: str, *levels: str, printed: str | None = None) -> Row:
    return Row(
        id=row, action="publish", procedure=CODE, version="v001", levels=levels,
        title_as_printed=printed,
    )  # fmt: skip


def test_levels_that_all_rows_share_are_said_once(sample: Edition) -> None:
    shared = _decision(sample, _row("d1", "commune"), _row("d2", "commune"))
    assert shared.count("Cấp thực hiện") == 1
    assert "<dt>Cấp thực hiện</dt><dd>Cấp xã</dd>" in shared
    mixed = _decision(sample, _row("d1", "commune"), _row("d2", "central", "province"), _row("d3"))
    assert "<dt>Cấp thực hiện</dt>" not in mixed
    assert mixed.count("Cấp thực hiện: ") == 2
    assert "Cấp thực hiện: Trung ương; Cấp tỉnh" in mixed
    assert "Cấp thực hiện" not in _decision(sample, _row("d1"))


def test_a_printed_title_is_shown_where_it_differs(sample: Edition) -> None:
    title = sample.entries[CODE].summary_of("v001")
    assert title
    same = _decision(sample, _row("d1", printed=f" {title.title.upper()}."))
    assert "Tên trong phụ lục" not in same
    other = _decision(sample, _row("d1", printed="Khai sinh & nhận cha"))
    assert "Tên trong phụ lục: Khai sinh &amp; nhận cha" in other


def test_rows_of_an_export_are_not_called_new(sample: Edition) -> None:
    """It tells that a decision published a procedure, not whether that was new."""
    written = sample.catalogue.decisions["btp/2024/9001"]
    exported = decision_page(replace(written, source=Source(system="portal")), sample).body.html
    assert ("Công bố mới" in exported, "Nguồn không ghi thủ tục nào công bố mới" in exported) == (
        False,
        True,
    )
    page = decision_page(written, sample).body.html
    assert ("Công bố mới (" in page, "Nguồn không ghi thủ tục nào" in page) == (True, False)


def test_a_decision_says_what_it_contains(sample: Edition) -> None:
    decision: Decision = sample.catalogue.decisions["btp/2024/9001"]
    html = decision_page(replace(decision, kinds=("delegation",)), sample).body.html
    assert "<dt>Nội dung</dt><dd>Ủy quyền giải quyết</dd>" in html
    assert "<dt>Nội dung</dt>" not in decision_page(replace(decision, kinds=()), sample).body.html


def test_a_decision_says_once_why_its_days_are_not_known(sample: Edition) -> None:
    reason = "Bản xuất không có thông tin này."
    known = next(iter(sample.catalogue.decisions.values()))
    unknown = {"signed": reason, "effective": reason, "listed": reason}
    decision = replace(
        known, signed=None, effective=None, listed=None, unknown=unknown, signed_file=None
    )
    page = decision_page(decision, sample).body.html
    assert page.count(reason) == 1
    mixed = replace(decision, unknown={**unknown, "listed": "Chưa đăng."})
    assert decision_page(mixed, sample).body.html.count(reason) == 2


def test_the_plain_copy_names_what_is_not_stated_in_one_line(sample: Edition) -> None:
    entry = next(iter(sample.entries.values()))
    nothing: Stated[Any] = Stated(not_stated="Bản xuất để trống mục này.")
    version = replace(entry.version, conditions=nothing, results=nothing, forms=nothing)
    _, copy = version_text(entry, version, sample)
    assert "Bản xuất để trống" not in copy.decode().split("Nguồn không ghi:")[0]
    assert copy.decode().count("Nguồn không ghi:") == 1
